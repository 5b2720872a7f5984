"""A small edition with real sound files: what a build hands to `publish`."""

from __future__ import annotations

import functools
import io
import uuid
from dataclasses import replace
from pathlib import Path

import numpy as np

from audioedition.model import Chapter, Episode
from audioedition.settings import EditionSettings

EDITION = EditionSettings(
    title="The Harbour Post, read aloud",
    author="The Harbour Post",
    description="News of Port Ellery and the islands.",
    link="https://post.example/audio/",
    email="desk@post.example",
)

VTT = "WEBVTT\n\n00:00.000 --> 00:01.000\n<v Anchor>{title}\n"
SRT = "1\n00:00:00,000 --> 00:00:01,000\n{title}\n"
CHAPTERS = '{"version": "1.2.0", "chapters": [{"startTime": 0, "title": "Headline"}]}\n'


@functools.cache
def mp3(seconds: int) -> bytes:
    """A tone of so many seconds, CBR 96 kbit/s."""
    import lameenc

    encoder = lameenc.Encoder()
    encoder.set_bit_rate(96)
    encoder.set_in_sample_rate(44100)
    encoder.set_channels(1)
    encoder.set_quality(7)
    encoder.silence()
    at = np.arange(seconds * 44100)
    return bytes(encoder.encode((3000 * np.sin(at * 0.06)).astype("<i2").tobytes()) + encoder.flush())


@functools.cache
def cover() -> bytes:
    from PIL import Image

    out = io.BytesIO()
    Image.new("RGB", (1400, 1400), "#134").save(out, "JPEG")
    return out.getvalue()


def episode(slug: str, title: str, published: str = "2026-11-22T08:30:00+00:00", **more: object) -> Episode:
    """An episode as the earlier stages would hand it over; its files need not exist."""
    sound = mp3(2)
    base = Episode(
        guid=f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, slug)}",
        slug=slug,
        title=title,
        published=published,
        audio=f"episodes/{slug}.mp3",
        media_type="audio/mpeg",
        size=len(sound),
        duration_ms=2040,
        summary=f"{title}. That is what the council was told on Monday.",
        source=f"{slug}.txt",
        transcripts=(f"transcripts/{slug}.vtt", f"transcripts/{slug}.srt"),
        chapter_file=f"chapters/{slug}.json",
        chapters=(Chapter(0, 2040, title),),
    )
    return replace(base, **more)  # type: ignore[arg-type]


def lay_out(output: Path, *episodes: Episode) -> None:
    """Write the files that the episodes name."""
    for e in episodes:
        for path, data in [
            (e.audio, mp3(2)),
            *((t, (VTT if t.endswith("vtt") else SRT).format(title=e.slug).encode()) for t in e.transcripts),
            *([(e.chapter_file, CHAPTERS.encode())] if e.chapter_file else []),
        ]:
            (output / path).parent.mkdir(parents=True, exist_ok=True)
            (output / path).write_bytes(data)


STORIES = (
    episode(
        "harbour-wall",
        "Harbour wall to be raised by two metres",
        "2026-11-22T08:30:00+00:00",
        authors=("Mara Quill", "Tobias Ferrant"),
        speakers=("Ines Calloway", "Mara Quill"),
        section="Harbour",
        url="https://post.example/2026/harbour-wall",
        place="Port Ellery",
        soundbite=(1200, 15_500, "Ines Calloway"),
    ),
    episode("ferry", "Ferry to Lark Island runs again", "2026-11-21T17:00:00+01:00", section="Transport"),
    episode("choir", "Choir of forty sings for the lifeboat", "2026-11-20", section="Culture", language="en-GB"),
)
