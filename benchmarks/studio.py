"""How long an editor waits at the desk, beside what the voice itself needs for the same line.

    python benchmarks/studio.py [--stories 40]

A project of so many stories (the ten of seeds/, each a little different) with the default voices. New lines are asked
for and spoken by the engine in turn, so that a busy machine slows both: the ratio is what counts.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request
from pathlib import Path
from typing import Any

from audioedition.build.edition import read_one
from audioedition.engines import load_engine
from audioedition.project import load_project
from audioedition.script.making import make_script

ROOT = Path(__file__).parent.parent


class Desk:
    """A studio of the project in `folder`."""

    def __init__(self, folder: Path) -> None:
        command = [sys.executable, "-m", "audioedition", "-C", str(folder), "studio", "--no-browser"]
        environment = {**os.environ, "AUDIOEDITION_CACHE": str(folder / "cache")}
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8", env=environment)
        assert self.process.stdout
        self.address = self.process.stdout.readline().strip()

    def get(self, path: str) -> bytes:
        with urllib.request.urlopen(self.address + path) as answer:
            return bytes(answer.read())

    def ask(self, what: str, **query: str) -> Any:
        return json.loads(self.get(f"ask/{what}?{urllib.parse.urlencode(query)}"))

    def change(self, name: str, place: dict[str, Any], wishes: dict[str, Any]) -> None:
        """A decision about a line, and the script as it is then."""
        data = json.dumps({"name": name, "wishes": wishes, **place}).encode()
        origin = self.address.rsplit("/", 2)[0]
        urllib.request.urlopen(urllib.request.Request(f"{self.address}do/decide", data, {"Origin": origin})).close()
        self.ask("story", name=name)


def timed(action: Any, *arguments: Any) -> float:
    start = time.perf_counter()
    action(*arguments)
    return time.perf_counter() - start


def project(folder: Path, stories: int) -> None:
    (folder / "seeds").mkdir()
    (folder / "edition.toml").write_text((ROOT / "edition.toml").read_text(encoding="utf-8"), encoding="utf-8")
    sources = sorted((ROOT / "seeds").glob("*.txt"))
    for number in range(stories):
        source = sources[number % len(sources)]
        text = source.read_text(encoding="utf-8").replace(".\n", f". Part {number}.\n", 1)
        (folder / "seeds" / f"{number:03}-{source.name}").write_text(text, encoding="utf-8")


def lines(desk: Desk, folder: Path) -> None:
    name = desk.ask("edition")["stories"][0]["name"]
    shown = [line for line in desk.ask("story", name=name)["lines"] if line.get("clip")]
    loaded = load_project(folder)
    article, edits = read_one(loaded, str(folder / "seeds" / name))
    spoken = {line.start: line.utterance for line in make_script(article, loaded, edits).segments}
    new, engine, cached, decided, script = [], [], [], [], []
    for number, line in enumerate(shown):
        utterance, clip = spoken[line["start"]], f"clip/{line['clip']}"
        first = timed(desk.get, clip) if number % 2 else 0.0
        engine.append(timed(load_engine(utterance.voice.engine).synthesise, utterance))
        new.append(first or timed(desk.get, clip))
        cached.append(timed(desk.get, clip))
    for number, line in enumerate(shown[:12]):
        script.append(timed(make_script, article, loaded, edits))
        place = {key: line[key] for key in ("start", "end", "text")}
        decided.append(timed(desk.change, name, place, {"pause": 100 + number}))
    warm = slice(6, None)  # by then every voice of the story is loaded on both sides
    report("a new line, click to sound", new[warm], engine[warm], "the engine alone")
    report("a line from the cache", cached[warm], engine[warm], "the engine alone")
    report("a decision, until the script is shown", decided, script, "one script")


def report(what: str, took: list[float], beside: list[float], name: str) -> None:
    ratio = statistics.median(a / b for a, b in zip(took, beside, strict=True))
    print(f"{what}: {statistics.median(took) * 1000:.0f} ms, {ratio:.2f} times {name}")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--stories", type=int, default=40)
    stories = options.parse_args().stories
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        project(folder, stories)
        desk = Desk(folder)
        try:
            print(f"the first list of {stories} stories: {timed(desk.ask, 'edition') * 1000:.0f} ms")
            while any(row["state"] == "unread" for row in desk.ask("edition")["stories"]):
                time.sleep(0.5)
            print(f"the list when all have been read: {timed(desk.ask, 'edition') * 1000:.0f} ms")
            lines(desk, folder)
        finally:
            desk.process.terminate()
            desk.process.wait()


if __name__ == "__main__":
    main()
