"""Seconds of processor time to publish 100, 1,000 and 10,000 stories, and to do it again when nothing has changed.

usage: python benchmarks/feed.py [COUNT ...]
Writes feeds, JSON feeds, playlist and page into a temporary folder; the sound files are stand-ins of 100 bytes.
"""

from __future__ import annotations

import sys
import tempfile
import time
import uuid
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from audioedition.model import Episode
from audioedition.publishing import publish
from audioedition.settings import EditionSettings

EDITION = EditionSettings(title="The Harbour Post", author="The Harbour Post", link="https://post.example/audio/")
RUNS = 3


def story(n: int) -> Episode:
    slug = f"2026-11-{n % 28 + 1:02d}-story-{n}"
    return Episode(
        guid=uuid.uuid5(uuid.NAMESPACE_URL, slug).urn,
        slug=slug,
        title=f"Story {n}: the harbour wall of Port Ellery and what it will cost",
        published=f"2026-11-{n % 28 + 1:02d}T08:30:00+00:00",
        audio=f"episodes/{slug}.mp3",
        media_type="audio/mpeg",
        size=100,
        duration_ms=95_000,
        authors=("Mara Quill",),
        speakers=("Ines Calloway", "Tobias Ferrant"),
        summary="The council decided on Monday to raise the wall by two metres after last winter’s storms. " * 4,
        transcripts=(f"transcripts/{slug}.vtt", f"transcripts/{slug}.srt"),
        chapter_file=f"chapters/{slug}.json",
    )


def main() -> None:
    print(f"{'stories':>8} {'first':>8} {'again':>8} {'ms a story':>11}")
    for count in [int(a) for a in sys.argv[1:]] or [100, 1_000, 10_000]:
        stories = [story(n) for n in range(count)]
        with tempfile.TemporaryDirectory() as name:
            output = Path(name)
            for folder in ("episodes", "transcripts", "chapters"):
                (output / folder).mkdir()
            for s in stories:
                for path in (s.audio, *s.transcripts, s.chapter_file or ""):
                    (output / path).write_bytes(b"x" * 100)
            first = [timed(output, stories, datetime(2026, 11, 22, run, tzinfo=UTC), f"{run}") for run in range(RUNS)]
            again = [timed(output, stories, datetime(2026, 12, 1, tzinfo=UTC), f"{RUNS - 1}") for _ in range(RUNS)]
        print(f"{count:8,} {min(first):7.2f}s {min(again):7.2f}s {1000 * min(first) / count:11.3f}")


def timed(output: Path, stories: list[Episode], built: datetime, description: str) -> float:
    edition = replace(EDITION, description=description)
    start = time.process_time()
    publish(output, stories, edition, built=built, cover=b"\xff\xd8 stand-in")
    return time.process_time() - start


if __name__ == "__main__":
    main()
