"""Real files, damaged as files are: cut, doubled, with bytes changed, pieces moved, words of mark-up put in.

    PYTHONPATH=tests/reading python tests/reading/mutations.py --inputs 1000000 mail markdown

reads that many damaged examples with each of the readers named (all of them without a name), and prints what raised
anything but our own error, with the seed that makes it again.
"""

from __future__ import annotations

import argparse
import functools
import importlib
import io
import random
import re
import sys
import time
import traceback
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from unittest import mock

import making_compound
import olefile

from audioedition.errors import AudioEditionError, ReadingError
from audioedition.model import Article
from audioedition.reading import _READERS, compound, webpage
from audioedition.reading.endings import TYPES
from audioedition.reading.kinds import told
from audioedition.reading.sources import Source
from audioedition.settings import ReadSettings

_found_by_trafilatura = webpage.found_by_trafilatura
_CONTROL = re.compile(r"[\0-\x09\x0b-\x1f]")
EXAMPLES = Path(__file__).parent / "examples"
SETTINGS = ReadSettings(max_bytes=2_000_000, max_entries=50)
_PIECES = (
    b"", b"\0", b"\xff", b"<", b">", b"</", b"]]>", b"<![CDATA[", b"&#55357;", b"&x;", b"&#0;", b'"', b"'", b"{", b"}", b"[", b"]]", b"[[",
    b"\x01", b"\x02", b"\x03", b"\x1b]", b"\r", b"\n\n", b"\n---\n", b"\n+++\n", b"=?utf-8?q?=", b"=?x?b?a?=", b"\nContent-Type: multipart/mixed; boundary=b\n\n--b\n",
    b"\nContent-Transfer-Encoding: base64\n", b"charset=utf-7", b"charset=x", b"encoding='utf-16'", b"1e999", b"-1", b"99999999999999999999", b"null", b"true", b"\\u",
    b"\\bin9 ", b"\\'zz", b"\\u-1?", b"stream\n", b"endobj", b"\xed\xa0\xbd", b"\xe2\x80\xae", b"\xf0\x9f\x98\x80", b"<table><tr><td>", b"<sup>", b"<p hidden>", b"<q>", b"<ol start=9>",
    b"{{<", b"{% raw %}", b"[^1]", b"![[", b"`", b"> ", b"|", b"[caption]", b"[/caption]", b"2026-13-45", b"/Date(1)/",
)  # fmt: skip


def damaged(original: bytes, random: random.Random) -> bytes:
    """`original` with one to four things done to it."""
    data = bytearray(original)
    for _ in range(random.choice((1, 1, 1, 2, 3, 4))):
        size = len(data)
        at = random.randrange(size + 1)
        end = min(size, at + random.choice((0, 1, 1, 2, 8, 40, 300)))
        match random.randrange(8):
            case 0:
                data[at:end] = b""
            case 1:
                data[at:at] = data[at:end] * random.choice((1, 2, 30))
            case 2:
                data[at:end] = random.choice(_PIECES)
            case 3:
                data[at:at] = random.choice(_PIECES) * random.choice((1, 1, 3, 50))
            case 4 if at < size:
                data[at] ^= 1 << random.randrange(8)
            case 5 if at < size:
                data[at] = random.randrange(256)
            case 6:
                del data[at:]
            case 7:
                piece = bytes(data[at:end])
                del data[at:end]
                to = random.randrange(len(data) + 1)
                data[to:to] = piece
            case _:
                pass
    return bytes(data)


def broken(original: bytes, random: random.Random) -> bytes:
    """`original` damaged; of an archive or a compound file mostly what one of its members holds."""
    if not original.startswith((b"PK", compound.SIGNATURE)) or random.random() < 0.25:
        return damaged(original, random)
    if original.startswith(compound.SIGNATURE):
        streams = streams_of(original)
        path = random.choice(sorted(streams))
        return making_compound.compound({**streams, path: damaged(streams[path], random)})
    with zipfile.ZipFile(io.BytesIO(original)) as file:
        members = {name: file.read(name) for name in file.namelist()}
    name = random.choice(sorted(members))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        for member, data in members.items():
            file.writestr(member, broken(data, random) if member == name else data)
    return buffer.getvalue()


@functools.cache
def streams_of(original: bytes) -> dict[tuple[str, ...], bytes]:
    """The streams of a compound file."""
    with olefile.OleFileIO(io.BytesIO(original)) as file:
        return {tuple(path): file.openstream(path).read() for path in file.listdir()}


def kinds() -> dict[str, list[tuple[str, bytes]]]:
    """Media type -> (name, bytes) of the examples it reads."""
    found: dict[str, list[tuple[str, bytes]]] = {}
    for path in sorted(EXAMPLES.iterdir()):
        media_type = TYPES.get(path.suffix, "text/plain")
        if media_type != "text/uri-list":
            data = path.read_bytes()
            found.setdefault(told(Source(path.name, media_type=media_type), data), []).append((path.name, data))
    return found


def reader_of(media_type: str) -> Callable[[bytes, Source, ReadSettings], list[Article | ReadingError]]:
    """The reader itself: the safety net of `read_source` must not hide anything."""
    module, _, function = _READERS[media_type].partition(":")
    reader: Callable[[bytes, Source, ReadSettings], list[Article | ReadingError]]
    reader = getattr(importlib.import_module(f"audioedition.reading.{module}"), function)
    return reader


def problem(media_type: str, name: str, data: bytes) -> str | None:
    """What is wrong with how bytes are read: an error that is not ours, or an Article that breaks its promises."""
    try:
        found = reader_of(media_type)(data, Source(name), SETTINGS)
    except AudioEditionError as e:
        return "an error of several lines" if "\n" in str(e) else None
    except Exception:  # that is what is looked for
        return traceback.format_exc(limit=-3)
    for article in found:
        if isinstance(article, Article):
            end = 0
            for mark in article.marks:
                if not end <= mark.start < mark.end <= len(article.text):
                    return f"marks: {article.marks}"
                end = mark.end
            if not article.text.strip() or _CONTROL.search(article.text):
                return f"text: {article.text[:200]!r}"
    return None


def main_text(html: str, elements: int, chance: random.Random) -> str | None:
    """What trafilatura makes of a page, one time in ten; else nothing, or any of its lines: what it might find stands on
    no paper, and asking it takes twice as long as all that we do with the answer."""
    kind = chance.random()
    if kind < 0.1:
        return _found_by_trafilatura(html, elements)
    lines = re.split(r"<[^>]*>|\n", html) if kind < 0.7 else []
    return "\n".join(line for line in lines if line.strip() and chance.random() < 0.6) or None


def run(media_type: str, inputs: int, seed: int) -> Iterator[str]:
    """What is wrong with how so many damaged examples of a media type are read, a line or a traceback each."""
    examples = kinds()[media_type]
    for number in range(seed, seed + inputs):
        chance = random.Random(number)
        name, original = chance.choice(examples)
        damaged_file = broken(original, chance)
        with mock.patch.object(webpage, "found_by_trafilatura", functools.partial(main_text, chance=chance)):
            found = problem(media_type, name, damaged_file)
        if found:
            yield f"{media_type} {name} seed {number}: {found}"


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("readers", nargs="*", help="parts of media types")
    parser.add_argument("--inputs", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args()
    failures = 0
    for media_type in kinds():
        if asked.readers and not any(part in media_type for part in asked.readers):
            continue
        began = time.monotonic()
        for line in run(media_type, asked.inputs, asked.seed):
            failures += 1
            print(line, flush=True)
        took = time.monotonic() - began
        print(f"{media_type}: {asked.inputs} inputs, {took:.0f} s", file=sys.stderr, flush=True)
    return failures > 0


if __name__ == "__main__":
    sys.exit(main())
