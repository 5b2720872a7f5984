"""Tags -> ID3v2.3 in front of MPEG frames. Standards: id3v2.3.0, "ID3v2 Chapter Frame Addendum" 1.0 (id3.org).

Version 2.3 with UTF-16 text is what the oldest players read. The tag is built in memory and put before the untouched
frames, so that equal tags on equal audio give equal bytes.
"""

from __future__ import annotations

import dataclasses
import io
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from mutagen import id3

from ..covers.artwork import for_tag
from ..machine import files
from ..model import Chapter
from ..sound.mp3 import audio_span
from .fields import Tags, flat_chapters

SIZE_LIMIT = 300_000
"""Bytes of the whole tag: some players read no further before they give up."""
CUT_NOTE = (
    "\n\n[The transcript is longer than a tag can hold; the whole text is in the transcript file beside the audio.]"
)
UTF16 = id3.Encoding.UTF16


def write(path: Path, tags: Tags) -> None:
    """Replace whatever ID3 tags `path` has. The audio frames stay as they are, byte by byte."""
    tag = build(tags)
    with files.written(path, lasting=False) as made:
        with made.open("wb") as out, path.open("rb") as source:
            start, end = audio_span(source)
            source.seek(start)
            out.write(tag)
            _copy(source, out, end - start)
        shutil.copymode(path, made)


def read(path: Path) -> Tags | None:
    """The tags of `path`, None if it has none."""
    try:
        frames: Any = id3.ID3(path)
    except id3.ID3NoHeaderError:
        return None

    def text(name: str) -> str:
        found = frames.getall(name)
        return str(found[0]) if found else ""

    def url(name: str) -> str:
        found = frames.getall(name)
        return found[0].url if found else ""

    number, _, of = text("TRCK").partition("/")
    comments = [f for f in frames.getall("COMM") if not f.desc] or frames.getall("COMM")
    lyrics = frames.getall("USLT")
    pictures = sorted(frames.getall("APIC"), key=lambda f: f.type != 3)
    return Tags(
        title=text("TIT2"),
        artists=tuple(a for a in text("TPE1").split("/") if a),
        album=text("TALB"),
        track=int(number) if number.isdecimal() else None,
        tracks=int(of) if of.isdecimal() else None,
        date=text("TDRC").replace(" ", "T"),
        language=text("TLAN"),
        genre=text("TCON"),
        publisher=text("TPUB"),
        comment="\n".join(comments[0].text) if comments else "",
        transcript=lyrics[0].text if lyrics else "",
        url=url("WXXX") or url("WOAS"),
        description=text("TDES"),
        guid=text("TGID"),
        feed=url("WFED"),
        podcast="PCST" in frames,
        cover=pictures[0].data if pictures else b"",
        chapters=_read_chapters(frames),
    )


def version(path: Path) -> str:
    """`2.3`, `2.4`; empty without a tag."""
    try:
        return ".".join(map(str, id3.ID3(path).version[:2]))
    except id3.ID3NoHeaderError:
        return ""


def has_table(path: Path) -> bool:
    """Whether the chapters, if there are any, stand in a table of contents."""
    try:
        frames: Any = id3.ID3(path)
    except id3.ID3NoHeaderError:
        return True
    return not frames.getall("CHAP") or any(f.flags & id3.CTOCFlags.TOP_LEVEL for f in frames.getall("CTOC"))


def build(tags: Tags) -> bytes:
    """The tag of `cleaned` tags as bytes, at most `SIZE_LIMIT`: a smaller picture first, then a cut transcript."""
    data = _render(tags)
    if len(data) > SIZE_LIMIT and tags.cover:
        tags = dataclasses.replace(tags, cover=for_tag(tags.cover, 500, 60_000))
        data = _render(tags)
    if len(data) > SIZE_LIMIT and tags.transcript:
        text = tags.transcript.encode("utf-16-le")
        room = len(text) - (len(data) - SIZE_LIMIT) - len(CUT_NOTE.encode("utf-16-le"))
        kept = text[: max(room, 0) & ~1].decode("utf-16-le", "ignore").rpartition(" ")[0]
        data = _render(dataclasses.replace(tags, transcript=kept + CUT_NOTE if kept else ""))
    return data


def _render(tags: Tags) -> bytes:
    frames = id3.ID3()
    for frame in _frames(tags):
        frames.add(frame)
    frames.update_to_v23()
    buffer = io.BytesIO()
    frames.save(buffer, v1=0, v2_version=3, padding=lambda info: 0)
    return _in_time_order(buffer.getvalue())


def _frames(tags: Tags) -> Iterator[Any]:
    language = tags.language or "und"
    track = f"{tags.track}/{tags.tracks}" if tags.track and tags.tracks else str(tags.track or "")
    texts: dict[Any, str] = {
        id3.TIT2: tags.title,
        id3.TPE1: "/".join(a.replace("/", "-") for a in tags.artists),
        id3.TALB: tags.album,
        id3.TRCK: track,
        id3.TDRC: _date(tags.date),
        id3.TLAN: tags.language,
        id3.TCON: tags.genre,
        id3.TPUB: tags.publisher,
        id3.TDES: tags.description,
        id3.TGID: tags.guid,
    }
    for frame, text in texts.items():
        if text:
            yield frame(encoding=UTF16, text=text)
    if tags.comment:
        yield id3.COMM(encoding=UTF16, lang=language, desc="", text=tags.comment)
    if tags.transcript:
        yield id3.USLT(encoding=UTF16, lang=language, desc="", text=tags.transcript)
    if tags.url:
        yield id3.WOAS(url=tags.url)
        yield id3.WXXX(encoding=id3.Encoding.LATIN1, desc="", url=tags.url)
    if tags.feed:
        yield id3.WFED(url=tags.feed)
    if tags.podcast:
        yield id3.PCST(value=1)
    if tags.cover:
        mime = "image/png" if tags.cover.startswith(b"\x89PNG") else "image/jpeg"
        # Latin-1 on purpose: old Windows Explorers show no picture whose empty description is UTF-16.
        yield id3.APIC(
            encoding=id3.Encoding.LATIN1, mime=mime, type=id3.PictureType.COVER_FRONT, desc="", data=tags.cover
        )
    yield from _chapter_frames(tags.chapters)


def _chapter_frames(chapters: tuple[Chapter, ...]) -> Iterator[Any]:
    """One CHAP a chapter and a top-level CTOC; behind the chapter of a story with sections, a CTOC of these.

    Readers that don't follow tables within tables (npm's music-metadata is one) so miss sections, but no story.
    """
    flat = flat_chapters(chapters)
    if not flat:
        return
    stories = sorted({c.start_ms: c.title for c in reversed(chapters)}.items())
    groups: list[tuple[str, list[str]]] = []
    for i, chapter in enumerate(flat):
        yield id3.CHAP(
            element_id=f"chp{i}",
            start_time=chapter.start_ms,
            end_time=max(chapter.end_ms, chapter.start_ms),
            start_offset=0xFFFFFFFF,
            end_offset=0xFFFFFFFF,
            sub_frames=[id3.TIT2(encoding=UTF16, text=chapter.title)],
        )
        if not groups or (stories and chapter.start_ms >= stories[0][0]):
            groups.append((chapter.title, []))
        while stories and chapter.start_ms >= stories[0][0]:
            stories.pop(0)
        groups[-1][1].append(f"chp{i}")
    top: list[str] = []
    for title, (story, *sections) in groups:
        top.append(story)
        if sections:
            top.append(f"toc{len(top)}")
            yield _toc(top[-1], sections, title)
    yield _toc("toc", top, "", top_level=True)


def _toc(name: str, ids: list[str], title: str, *, top_level: bool = False) -> Any:
    flags = id3.CTOCFlags.ORDERED | (id3.CTOCFlags.TOP_LEVEL if top_level else 0)
    titles = [id3.TIT2(encoding=UTF16, text=title)] if title else []
    return id3.CTOC(element_id=name, flags=flags, child_element_ids=ids, sub_frames=titles)


def _read_chapters(frames: Any) -> tuple[Chapter, ...]:
    def title(frame: Any) -> str:
        return str(frame.sub_frames["TIT2"]) if "TIT2" in frame.sub_frames else ""

    chapters = {f.element_id: Chapter(f.start_time, f.end_time, title(f)) for f in frames.getall("CHAP")}
    tocs = {f.element_id: f for f in frames.getall("CTOC")}
    top = next((f for f in tocs.values() if f.flags & id3.CTOCFlags.TOP_LEVEL), None)
    if top is None:
        return tuple(sorted(chapters.values(), key=lambda c: (c.start_ms, c.end_ms)))
    out: list[Chapter] = []
    for name in top.child_element_ids:
        if name in chapters:
            out.append(chapters[name])
        elif name in tocs:
            parts = tuple(chapters[n] for n in tocs[name].child_element_ids if n in chapters)
            if not parts:
                continue
            if out and out[-1].title == title(tocs[name]):
                out[-1] = dataclasses.replace(out[-1], end_ms=parts[-1].end_ms, children=parts)
            else:
                own = title(tocs[name]) or parts[0].title
                out.append(Chapter(parts[0].start_ms, parts[-1].end_ms, own, parts[1:]))
    return tuple(out)


def _in_time_order(tag: bytes) -> bytes:
    """The same tag with its CHAP frames in order of their start, after everything but pictures.

    mutagen sorts frames by size, and players that read CHAP without CTOC then list 0 s, 60 s, 5 s. The frames of a 2.3
    tag without unsynchronisation are name, size, flags and content: they can be cut apart and put together again.
    """
    frames: list[bytes] = []
    position = 10
    while position + 10 <= len(tag):
        end = position + 10 + int.from_bytes(tag[position + 4 : position + 8])
        frames.append(tag[position:end])
        position = end

    def order(frame: bytes) -> tuple[int, int]:
        if frame.startswith(b"CHAP"):
            times = frame.index(b"\0", 10) + 1
            return 2, int.from_bytes(frame[times : times + 4])
        return {b"CTOC": 1, b"APIC": 3}.get(frame[:4], 0), 0

    frames.sort(key=order)
    return tag[:10] + b"".join(frames)


def _date(text: str) -> str:
    match = re.match(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ](\d\d):(\d\d))?)?)?", text)
    return match[0].replace(" ", "T") if match else ""


def _copy(source: BinaryIO, out: BinaryIO, length: int) -> None:
    while length > 0:
        block = source.read(min(length, 1 << 20))
        if not block:
            raise OSError("file ended early")
        out.write(block)
        length -= len(block)
