"""Bytes -> clean text: encodings, line endings, and characters that nobody sees.

Order of evidence: a byte order mark, the pattern of NUL bytes of UTF-16 and UTF-32 without one, the encoding that the
source declares, strict UTF-8, and at last Windows-1252 (the web's reading of Latin-1: https://encoding.spec.whatwg.org).
"""

from __future__ import annotations

import codecs
import re

from ..errors import ReadingError

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

# Operating system commands, control sequences and other escapes of ECMA-48, in the order in which they must be tried.
_ESCAPES = re.compile(
    r"(?:\x1b\]|\x9d)[^\x07\x1b\x9c\n]{0,4096}(?:\x07|\x1b\\|\x9c)?"
    r"|(?:\x1b[PX^_]|[\x90\x98\x9e\x9f])[^\x1b\x9c\n]{0,4096}(?:\x1b\\|\x9c)?"
    r"|(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]?"
    r"|\x1b[ -/]*[0-~]?"
)
_BREAKS = re.compile("\r\n|\r\r\n|[\r\x0b\x85\u2028]")
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\xad"  # controls, soft hyphen
    "\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"  # joiners and fillers of single scripts
    "\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f"  # zero width, direction
    "\u3164\ufdd0-\ufdef\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"  # fillers, noncharacters
    "\ud800-\udfff\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"  # surrogates, tags
)
_COMBINING = re.compile("[^\\W\\d_][\u0300-\u036f]+")


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
        if wide := _without_mark(data):
            head = _wide(data[:4096], wide, article)
            if sum(c.isprintable() or c.isspace() for c in head) > 0.95 * len(head):
                return _wide(data, wide, article)
        raise _not_text("is binary data, not text", article)
    if declared and (name := _known(declared)) and name not in _LATIN:
        try:
            return data.decode(name)
        except (UnicodeDecodeError, ValueError):
            pass
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        text = _mixed(data)
    controls = sum(map(data.count, (bytes([c]) for c in (*range(1, 9), *range(14, 27), *range(28, 32)))))
    if controls > 0.05 * len(data):
        raise _not_text("is binary data, not text", article)
    return text


def clean(text: str) -> str:
    """`text` with `\\n` as its only line break (form feeds stay, they separate articles) and nothing unseen in it.

    Removed: terminal escapes, control characters, marks of direction, zero width and other invisible characters, soft
    hyphens. Kept: joiners inside words and emoji. Letters followed by combining accents are composed.
    """
    if text.isprintable() and text.isascii():
        return text
    if not text.isascii():
        text = _BREAKS.sub("\n", text.replace("\u2029", "\n\n"))
        return _COMBINING.sub(_compose, _UNSEEN.sub("", _ESCAPES.sub("", text)))
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


def _known(name: str) -> str | None:
    try:
        return codecs.lookup(name.strip().strip("\"'")).name if codecs.lookup(name.strip())._is_text_encoding else None
    except (LookupError, ValueError, AttributeError):
        return None


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
