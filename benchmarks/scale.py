"""What an edition of thousands costs, besides the voices: short articles hummed by the tone engine.

Growth is what matters: cost per article, memory of the main process, the rebuild of an unchanged folder, and the feed.

    python benchmarks/scale.py [--sizes 100 1000 10000]
"""

from __future__ import annotations

import argparse
import datetime
import random
import tempfile
import time
from pathlib import Path

from measuring import audioedition, empty, print_table

PEOPLE = ["Ada Lund", "Priya Nair", "Tom Sorrell", "Owen Prosser", "Jean Atterbury", "Marcus Teale", "Lena Marsh"]
PLACES = ["PORT ELLERY", "LITTLE HARROW", "RIDGEPORT", "CALLOWAY", "SALTMERE", "KINGSMERE", "COPPER BAY"]
THINGS = ["bridge", "library", "ferry", "school roof", "orchard", "bakery", "reservoir", "bell tower", "tram line"]

CAST = """\
narrator = "high"
neutral = ["low"]
[pools.en]
female = ["middle"]
male = ["low"]
unknown = ["middle"]
"""


def article(number: int) -> str:
    """A short article of its own: some 70 words, one quotation, some figures."""
    draw = random.Random(number)
    who, writer = draw.sample(PEOPLE, 2)
    thing, place, votes = draw.choice(THINGS), draw.choice(PLACES), draw.randint(10, 99)
    return f"""Council backs {thing} plan number {number}

By {writer}

{place} (MNS) — The council voted {votes}–{votes - 7} on Monday to spend ${draw.randint(2, 999)},000 on the {thing}
after {draw.randint(2, 40)} years of delay. Work on section {number} will take {draw.randint(3, 30)} months.

“We have waited for this {thing} since {draw.randint(1960, 2010)}, and nobody believed it would come,” {who} said.

The plan was put forward by residents of ward {draw.randint(1, 60)}, who collected {draw.randint(100, 9999)} signatures.
"""


def tone_project(folder: Path, articles: int) -> Path:
    """A project whose every voice is a tone."""
    for name in ("seeds", "voices", "audio"):
        (folder / name).mkdir(parents=True)
    (folder / "edition.toml").write_text('[edition]\ntitle = "The Benchmark"\n')
    (folder / "audio" / "sound.toml").write_text('sound = "plain"\n')
    for name in ("high", "middle", "low"):
        (folder / "voices" / f"{name}.toml").write_text(f'engine = "tone"\nid = "{name}"\nlanguage = "en"\n')
    (folder / "voices" / "cast.toml").write_text(CAST)
    for i in range(articles):
        (folder / "seeds" / f"{i:05}.txt").write_text(article(i), encoding="utf-8")
    return folder


def feed_seconds(output: Path, count: int) -> float:
    """Time to write feeds, playlist and page of `count` episodes, with nothing there yet."""
    from audioedition.model import Episode
    from audioedition.publishing import publish
    from audioedition.settings import EditionSettings

    episodes = []
    (output / "episodes").mkdir(parents=True)
    (output / "artwork").mkdir()
    (output / "artwork" / "cover.jpg").write_bytes(b"\xff\xd8\xff")
    day = datetime.datetime(2025, 3, 4, tzinfo=datetime.UTC)
    for i in range(count):
        published = (day - datetime.timedelta(hours=i)).isoformat()
        (output / f"episodes/story-{i}.mp3").write_bytes(b"sound")
        episodes.append(
            Episode(
                guid=f"urn:uuid:{i}",
                slug=f"story-{i}",
                title=f"Council backs bridge plan number {i}",
                published=published,
                audio=f"episodes/story-{i}.mp3",
                media_type="audio/mpeg",
                size=5,
                duration_ms=40_000,
                summary="The council voted on Monday to spend money on the bridge after years of delay.",
                authors=("Ada Lund",),
                speakers=("Priya Nair",),
            )
        )
    began = time.perf_counter()
    publish(output, episodes, EditionSettings(), built=day)
    return time.perf_counter() - began


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--sizes", type=int, nargs="+", default=[100, 1000, 10_000])
    given = options.parse_args()
    rows: list[list[object]] = []
    for size in given.sizes:
        with tempfile.TemporaryDirectory() as temporary:
            folder = tone_project(Path(temporary) / "project", size)
            cache, output = empty(folder / "cache"), empty(folder / "out")
            build = ["-C", folder, "build", "--quiet", "--output", output]
            first = audioedition(*build, cache=cache)
            again = audioedition(*build, cache=cache)
            feed = feed_seconds(Path(temporary) / "feed", size)
        cost = first.seconds / size * 1000
        growth = cost / rows[0][2] if rows else 1.0  # type: ignore[operator]
        cpu = first.cpu_s / size * 1000
        memory = [round(run.peak_mb) for run in (first, again)]
        rows.append([size, first.seconds, cost, growth, cpu, memory[0], again.seconds, memory[1], feed])
    header = [
        "articles",
        "build, s",
        "ms an article",
        "of the first",
        "CPU ms",
        "main process, MB",
        "unchanged, s",
        "MB",
        "feed, s",
    ]
    print_table("Thousands of articles, tone engine", header, rows)


if __name__ == "__main__":
    main()
