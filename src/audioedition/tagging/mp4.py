"""Tags -> M4A and M4B: iTunes atoms by mutagen; chapters both as a QuickTime text track and as Nero's chpl atom.

Apple's players read the track, most others the atom. PyAV writes both while it copies the packets into a new file
(mutagen can do neither). The packets are the same bytes before and after.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from fractions import Fraction
from pathlib import Path
from typing import Any

from mutagen import mp4

from ..machine import files
from ..model import Chapter
from .fields import Tags, flat_chapters

_AUDIOBOOK = 2
"""Apple's kind of medium: its players keep the place one stopped at."""
FREEFORM = "----:com.apple.iTunes:"
_TEXTS = {
    "title": "\xa9nam",
    "album": "\xa9alb",
    "date": "\xa9day",
    "genre": "\xa9gen",
    "comment": "\xa9cmt",
    "transcript": "\xa9lyr",
    "description": "desc",
    "guid": "egid",
    "feed": "purl",
    "publisher": FREEFORM + "LABEL",
    "url": FREEFORM + "WWW",
    "language": FREEFORM + "LANGUAGE",
}


def write(path: Path, tags: Tags) -> None:
    """Replace tags and chapters of `path`."""
    with files.written(path, lasting=False) as made:
        _remux(path, made, flat_chapters(tags.chapters))
        _write_atoms(made, tags)


def read(path: Path) -> Tags | None:
    """The tags of `path`, None if it has none. Chapters come flat."""
    file: Any = mp4.MP4(path)
    atoms = file.tags or {}

    def text(key: str) -> str:
        found = atoms.get(key) or [""]
        return found[0].decode("utf-8", "replace") if isinstance(found[0], bytes) else str(found[0])

    chapters = read_chapters(path)
    if not atoms and not chapters:
        return None
    number, of = (atoms.get("trkn") or [(0, 0)])[0]
    cover = atoms.get("covr") or [b""]
    return Tags(
        artists=tuple(a.decode("utf-8", "replace") for a in atoms.get(FREEFORM + "ARTISTS") or ())
        or tuple(atoms.get("\xa9ART") or ()),
        track=number or None,
        tracks=of or None,
        podcast=bool(atoms.get("pcst")),
        cover=bytes(cover[0]),
        chapters=chapters,
        **{field: text(key) for field, key in _TEXTS.items()},
    )


def read_chapters(path: Path) -> tuple[Chapter, ...]:
    """The chapters that libavformat sees in any container, in time order."""
    from ..sound.assets import opened

    with _translated(), opened(path) as file:
        found = [
            Chapter(
                round(c["start"] * (c["time_base"] or 1) * 1000),
                round(c["end"] * (c["time_base"] or 1) * 1000),
                # PyAV 19 keeps bytes that are no UTF-8 as lone surrogates.
                c["metadata"].get("title", "").encode("utf-8", "surrogateescape").decode("utf-8", "replace"),
            )
            for c in file.chapters()
        ]
    return tuple(sorted(found, key=lambda c: c.start_ms))


def _remux(path: Path, out: Path, chapters: tuple[Chapter, ...]) -> None:
    import av

    from ..sound.assets import opened

    with (
        _translated(),
        opened(path) as source,
        av.open(str(out), "w", format="ipod", options={"movflags": "faststart"} | _brand(out)) as target,
    ):
        if not source.streams.audio:
            raise ValueError("there is no sound in it")
        stream = target.add_stream_from_template(source.streams.audio[0])
        target.set_chapters(
            [
                {
                    "id": i,
                    "start": c.start_ms,
                    "end": c.end_ms,
                    "time_base": Fraction(1, 1000),
                    "metadata": {"title": c.title},
                }
                for i, c in enumerate(chapters)
            ]
        )
        for packet in source.demux(source.streams.audio[0]):
            if packet.dts is not None:
                packet.stream = stream
                target.mux(packet)


def _brand(path: Path) -> dict[str, str]:
    return {"brand": "M4B "} if path.suffix.lower() == ".m4b" else {}


@contextmanager
def _translated() -> Iterator[None]:
    """What FFmpeg finds wrong with a file, as a ValueError."""
    import av

    try:
        yield
    except av.FFmpegError as e:
        raise ValueError(str(e)) from e


def _write_atoms(path: Path, tags: Tags) -> None:
    file: Any = mp4.MP4(path)
    if file.tags is None:
        file.add_tags()
    atoms = file.tags
    atoms.clear()
    for field, key in _TEXTS.items():
        if value := getattr(tags, field):
            atoms[key] = [value.encode() if key.startswith(FREEFORM) else value]
    if tags.artists:
        atoms["\xa9ART"] = [", ".join(tags.artists)]
        atoms[FREEFORM + "ARTISTS"] = [a.encode() for a in tags.artists]
    if tags.track:
        atoms["trkn"] = [(min(tags.track, 65535), min(tags.tracks or 0, 65535))]
    if path.suffix.lower() == ".m4b":
        atoms["stik"] = [_AUDIOBOOK]
    elif tags.podcast:
        atoms["pcst"] = True
    if tags.cover:
        png = tags.cover.startswith(b"\x89PNG")
        kind = mp4.MP4Cover.FORMAT_PNG if png else mp4.MP4Cover.FORMAT_JPEG
        atoms["covr"] = [mp4.MP4Cover(tags.cover, kind)]
    file.save(padding=lambda info: 0)
