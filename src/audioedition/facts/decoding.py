"""Bytes -> clean text: encodings, line endings, and characters that nobody sees.

Order of evidence: a byte order mark, the pattern of NUL bytes of UTF-16 and UTF-32 without one, valid UTF-8, the
encoding that the source declares, and at last Windows-1252 (the web's reading of Latin-1:
https://encoding.spec.whatwg.org).
"""

from __future__ import annotations

import codecs
import re

from ..errors import ReadingError
from .homoglyphs import FOREIGN, in_one_script

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with the shorter one
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BINARY = (
    (b"%PDF-", "a PDF"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"RIFF", "a sound or picture file"),
    (b"ID3", "a sound file"),
    (b"OggS", "a sound file"),
    (b"fLaC", "a sound file"),
    (b"PK\x03\x04", "a zip archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"SQLite format 3", "a database"),
)
_LATIN = {"latin-1", "latin1", "iso-8859-1", "iso8859-1", "ascii", "us-ascii", "windows-1252", "cp1252", "cp-1252"}

_BROWSERS = {
    "iso8859-9": "cp1254", "tis-620": "cp874", "iso8859-11": "cp874", "gb2312": "gb18030", "gbk": "gb18030",
    "euc_kr": "cp949", "shift_jis": "cp932", "big5": "big5hkscs", "utf-16": "utf-8", "utf-16-le": "utf-8",
    "utf-16-be": "utf-8", "utf-7": "utf-8", "utf-32": "utf-8",
}  # fmt: skip
"""Python's name of a declared encoding -> what browsers read it as (https://encoding.spec.whatwg.org/#names-and-labels):
the superset that is meant, and UTF-8 for what a document that could be read so far cannot be in."""
_LABELS = {
    "x-sjis": "cp932", "windows-31j": "cp932", "ks_c_5601-1987": "cp949", "x-gbk": "gb18030", "x-euc-jp": "euc_jp",
    "x-mac-cyrillic": "mac_cyrillic", "x-cp1251": "cp1251", "dos-874": "cp874", "unicode": "utf-8",
    "x-mac-roman": "mac_roman", "iso-8859-8-i": "iso8859_8", "x-x-big5": "big5hkscs",
}  # fmt: skip
"""Labels of the same standard that Python does not know."""
_ESCAPED = ("iso2022", "hz")
"""Encodings that look like ASCII, and so like valid UTF-8."""

# What a terminal swallows (ECMA-48), only where it is whole: command strings with their end, control sequences with
# their last byte, choices of a character set. Whatever else stands behind an escape is text.
_ESCAPES = re.compile(
    r"\x1b[\]PX^_][^\x07\x1b\n]{0,1000}(?:\x07|\x1b\\)"
    r"|\x1b\[[0-?]{0,30}[ -/]{0,4}[@-~]"
    r"|\x1b[()*+#%][0-~]|\x1b[78=>]"
)
_BREAKS = re.compile("\r\n|\r\r\n|[\r\x0b\x85\u2028]")
_UNSEEN_CHARACTERS = (
    "\x00-\x08\x0e-\x1f\x7f-\x9f\xad"  # controls, soft hyphen
    "\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"  # joiners and fillers of single scripts
    "\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f"  # zero width, direction
    "\u3164\ufdd0-\ufdef\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"  # fillers, noncharacters
    "\ud800-\udfff\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"  # surrogates, tags
)
_UNSEEN = re.compile(f"[{_UNSEEN_CHARACTERS}]")
_UNUSUAL = re.compile(f"[{_UNSEEN_CHARACTERS}\r\x0b\u2028\u2029\u0300-\u036f{FOREIGN}]")
"""Without one of these a text is clean."""
_COMBINING = re.compile("[^\\W\\d_][\u0300-\u036f]+")


_STRAY = 0.001
"""So small a share of a text may be control characters beside NULs."""


def decode(data: bytes, *, declared: str | None = None, article: str | None = None) -> str:
    """The text of `data`, line endings and characters as they are.

    `declared` is the encoding the source claims; it counts for less than a byte order mark and is ignored where it
    does not fit. Raises ReadingError for something that is not text.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            rest = data[len(mark) :]
            return _mixed(rest) if encoding == "utf-8" else _wide(rest, encoding, article)
    for magic, kind in _BINARY:
        if data.startswith(magic):
            raise _not_text(f"is {kind}, not text", article)
    if b"\0" in data:
        if (text := _of_nuls(data, article)) is not None:
            return text
        data = data.replace(b"\0", b"")
    name = _known(declared) if declared else None
    if (text := _as_utf8(data, name)) is not None:
        return text
    if name and name not in _LATIN and (text := _as_declared(data, name)) is not None:
        return text
    if _controls(data) > 0.05 * len(data):
        raise _not_text("is binary data, not text", article)
    return _mixed(data)


def _of_nuls(data: bytes, article: str | None) -> str | None:
    """The text of data with NUL bytes, which is UTF-16 or UTF-32 without a mark or no text at all; None where they are
    few, as a template leaves them that fills a field up: browsers pass over them."""
    if wide := _without_mark(data):
        head = _wide(data[:4096], wide, article)
        if sum(c.isprintable() or c.isspace() for c in head) > 0.95 * len(head):
            return _wide(data, wide, article)
    if _controls(data) + data.count(0) <= _STRAY * len(data):
        return None
    raise _not_text("is binary data, not text", article)


def _as_utf8(data: bytes, declared: str | None) -> str | None:
    """The text of valid UTF-8; None for anything else, and where what is declared only looks like it."""
    if declared is not None and declared.startswith(_ESCAPED):
        return None
    try:
        return mended(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _of_halves(data)


def _controls(data: bytes) -> int:
    """How many control characters there are that no text has: all but tabs, line ends, SUB and escape."""
    return sum(map(data.count, (bytes([c]) for c in (*range(1, 9), *range(14, 27), *range(28, 32)))))


def _of_halves(data: bytes) -> str | None:
    """The text of UTF-8 in which characters beyond the first plane are two halves (CESU-8, Unicode TR 26); None for
    anything else."""
    if b"\xed" not in data:
        return None
    try:
        halves = data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return None
    return mended(halves.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace"))


def clean(text: str) -> str:
    """`text` with `\\n` as its only line break (form feeds stay, they separate articles) and nothing unseen in it.

    Removed: terminal escapes, control characters, marks of direction, zero width and other invisible characters, soft
    hyphens. Kept: joiners inside words and emoji. Letters followed by combining accents are composed.
    """
    if text.isprintable() and text.isascii():
        return text
    if not text.isascii():
        if not _UNUSUAL.search(text):
            return text
        text = _BREAKS.sub("\n", text.replace("\u2029", "\n\n"))
        return in_one_script(_COMBINING.sub(_compose, _UNSEEN.sub("", _ESCAPES.sub("", text))))
    if "\r" in text or "\x0b" in text:
        text = _BREAKS.sub("\n", text)
    if not text.replace("\n", "").replace("\t", "").isprintable():
        text = _UNSEEN.sub("", _ESCAPES.sub("", text))
    return text


def flat(text: str | None) -> str:
    """`text` as one clean line: for headlines, names and paragraphs of formats in which line breaks mean nothing."""
    return " ".join(clean(text).split()) if text else ""


def _compose(match: re.Match[str]) -> str:
    import unicodedata

    return unicodedata.normalize("NFC", match[0])


def mended(text: str) -> str:
    """`text` with those of its lines put right that are certainly UTF-8 once read as Latin-1 or its kin: `donâ€™t`.

    Certain: every letter beyond ASCII of the line (up to a tag) belongs to a valid sequence of UTF-8, and one of these
    is of three bytes, or a capital with a sign behind it that no word has (`Ã©`), or there are four of them.
    """
    return _LINE.sub(_mend, text) if _TELLING.search(text) else text


_TELLING = re.compile("[\u00c2-\u00f4][\x80-\u00bf\u0152-\u0192\u02c6\u02dc\u2013-\u2122]")
_BYTES = {ord(c): byte for byte in range(0x80, 0xA0) if (c := bytes([byte]).decode("cp1252", "ignore"))}
"""What Windows-1252 has where Latin-1 has controls, as the bytes that both stand for."""
_SIGNS = re.compile("[ÂÃ][\xa1-\xaa\xac-\xba\xbc-\xbf]")
_LINE = re.compile(r"[^\n<>]+")


def _mend(match: re.Match[str]) -> str:
    line = match[0]
    if line.isascii():
        return line
    try:
        text = line.translate(_BYTES).encode("latin-1").decode("utf-8")
    except UnicodeError:
        return line
    sequences = [c for c in text if c > "\x7f"]
    return text if len(sequences) > 3 or any(c > "\u07ff" for c in sequences) or _SIGNS.search(line) else line


def _known(name: str) -> str | None:
    """Python's name for the encoding that browsers take `name` for; None for no encoding."""
    label = name.strip().strip("\"'").lower()
    try:
        found = codecs.lookup(_LABELS.get(label, label))
    except (LookupError, ValueError):
        return None
    return _BROWSERS.get(found.name, found.name) if getattr(found, "_is_text_encoding", False) else None


def _as_declared(data: bytes, name: str) -> str | None:
    """The text, with a sign for each byte that does not fit; None where more than one in fifty does not."""
    try:
        text = data.decode(name, "replace")
    except (UnicodeError, ValueError):
        return None
    return text if text.count("\ufffd") <= len(text) // 50 else None


def _wide(data: bytes, name: str, article: str | None) -> str:
    unit = 4 if "32" in name else 2
    try:
        return data[: len(data) - len(data) % unit].decode(name, "surrogatepass" if unit == 2 else "replace")
    except UnicodeDecodeError as e:
        raise _not_text(f"is damaged {name.upper()} text", article) from e


def _without_mark(data: bytes) -> str | None:
    """UTF-16 or UTF-32 without a mark: in most texts the high bytes of most characters are zero."""
    head = data[:4096]
    if len(data) % 4 == 0 and len(head) >= 8:
        if not any(head[3::4]) and not any(b > 0x10 for b in head[2::4]):
            return "utf-32-le"
        if not any(head[0::4]) and not any(b > 0x10 for b in head[1::4]):
            return "utf-32-be"
    even, odd = head[0::2], head[1::2]
    for name, high, low in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        if high and high.count(0) + high.count(0x20) > 0.6 * len(high) and low.count(0) < 0.05 * len(low) + 1:
            return name
    return None


def _mixed(data: bytes) -> str:
    """UTF-8 in which single bytes of Windows-1252 stand, as text pasted together from several sources has them."""
    return data.decode("utf-8", "audioedition-windows-1252")


def _as_windows_1252(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    bad = error.object[error.start : error.end]
    return "".join(bytes([b]).decode("cp1252", "replace").replace("\ufffd", chr(b)) for b in bad), error.end


codecs.register_error("audioedition-windows-1252", _as_windows_1252)


def _not_text(problem: str, article: str | None) -> ReadingError:
    return ReadingError(
        problem, article=article, remedy="give text, HTML, Markdown, a feed or another format in docs/formats.md"
    )
