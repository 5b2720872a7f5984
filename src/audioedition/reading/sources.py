"""What the user names (files, folders, addresses, `-`) -> `Source`s, and a source -> its bytes."""

from __future__ import annotations

import codecs
import contextlib
import errno
import os
import re
import sys
from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from urllib.parse import quote

from ..errors import ReadingError, UsageError
from ..settings import ReadSettings, Settings
from .endings import REMEDIES, TYPES, is_left_over
from .sections import section_of

SERVICES = (WALLABAG, READECK, KARAKEEP) = ("wallabag:", "readeck:", "karakeep:")
"""What services of saved articles are called as a source: see `saved.py`."""
MAX_LIST_BYTES = 1_000_000
"""Of a list of addresses no more is read."""


@dataclass(frozen=True, slots=True)
class Source:
    """Something to be read: a file, an address or standard input. Nothing has been opened yet."""

    name: str
    """Stable identity: the POSIX path below the folder given, the file's name, the address, or `stdin`."""
    path: str | None = None
    url: str | None = None
    media_type: str | None = None
    """None: told from the content."""
    section: str | None = None
    """That of the sub-folder it was found in."""
    origin: str | None = None
    """The folder that was searched, absolute; None for what was named itself."""
    data: bytes | None = field(default=None, repr=False)
    """What it holds, where that has been fetched already."""


def find_sources(given: Sequence[str | Path], settings: Settings, *, media_type: str | None = None) -> list[Source]:
    """The sources that `given` names, in that order; a folder's are sorted by path.

    In folders hidden files, files that no reader knows and the output folder are passed over. `media_type` (or a known
    ending, `md`) overrules the file name's ending for files named and standard input. Raises UsageError for what does
    not exist or cannot be read as an article.
    """
    media_type = _known_type(media_type) if media_type else None
    found: list[Source] = []
    seen: set[str] = set()
    names: set[str] = set()
    for item in map(str, given):
        for source in _expand(item, settings, media_type):
            key = os.path.realpath(source.path) if source.path and len(given) > 1 else source.path or source.url or "-"
            if key not in seen:
                seen.add(key)
                found.append(replace(source, name=_distinct(source, item, names)))
                names.add(found[-1].name)
    return found


def _known_type(given: str) -> str:
    """The media type that a user gives, as such or as a known ending."""
    if "/" in given:
        return given
    if f".{given.lower()}" not in TYPES:
        raise UsageError(f"unknown type {given!r}", remedy="one of: " + " ".join(t[1:] for t in TYPES))
    return TYPES[f".{given.lower()}"]


def _distinct(source: Source, item: str, names: Container[str]) -> str:
    """The name of a source; where another has it, with the folder that was given, and then with its whole path."""
    if source.name not in names:
        return source.name
    longer = f"{Path(item).absolute().name}/{source.name}" if source.path else source.name
    return Path(source.path or longer).as_posix() if longer in names else longer


def _expand(item: str, settings: Settings, media_type: str | None) -> Iterator[Source]:
    if item == "-" and media_type == "text/uri-list":
        yield from _listed(sys.stdin.buffer.read(MAX_LIST_BYTES), "stdin", required=True)
    elif item == "-":
        yield Source("stdin", media_type=media_type)
    elif item.lower().startswith(("http://", "https://")):
        yield Source(item, url=item, media_type=media_type)
    elif item in SERVICES:
        yield Source(item, url=item, media_type="application/json")
    elif Path(item).is_dir():
        yield from _folder(item, settings)
    elif not os.path.lexists(item):
        raise UsageError(f"{item}: no such file or folder", remedy="check the path")
    else:
        yield from _file(item, media_type, settings)


def _below_seeds(path: Path, settings: Settings) -> str:
    """The path of a file or folder below the project's seeds folder: the name it has there, however it is given. Empty
    for all others."""
    try:
        path = path.relative_to(Path(settings.root / settings.edition.seeds).resolve())
    except (OSError, ValueError):
        return ""
    return path.as_posix() if path.name else ""


def _file(item: str, media_type: str | None, settings: Settings) -> Iterator[Source]:
    path = Path(item)
    suffix = path.suffix.lower()
    if media_type is None and suffix and suffix not in TYPES and path.is_file():
        raise UsageError(
            f"{item}: files ending in {suffix} are not read",
            remedy=REMEDIES.get(suffix)
            or "known endings: " + " ".join(TYPES) + "; or say what it is with --type, as in --type text/plain",
        )
    kind = media_type or TYPES.get(suffix)
    if kind == "text/uri-list" or (kind in ("text/plain", None) and media_type is None):
        addresses = list(_addresses(item, required=kind == "text/uri-list"))
        if addresses:
            yield from addresses
            return
    name = _below_seeds(path.parent.resolve() / path.name, settings) or path.name
    yield Source(name, path=item, media_type=kind, section=_section(name))


def _addresses(item: str, *, required: bool) -> Iterator[Source]:
    """The addresses in a file that holds nothing else but comments (`# …`) and blank lines."""
    try:
        with Path(item).open("rb") as file:
            if not required and not file.peek(1)[:512].lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"http", b"#")):
                return
            data = file.read(MAX_LIST_BYTES)
    except OSError as e:
        raise UsageError(f"{item}: cannot be read: {e.strerror}", remedy="check its permissions") from e
    yield from _listed(data, item, required=required)


def _listed(data: bytes, item: str, *, required: bool) -> Iterator[Source]:
    lines = data.decode("utf-8-sig", "replace").splitlines()
    entries = [line.strip() for line in lines if line.strip() and not line.lstrip().startswith("#")]
    if entries and all(e.lower().startswith(("http://", "https://")) and " " not in e for e in entries):
        yield from (Source(e, url=e) for e in entries)
    elif required:
        from .address_lists import addresses

        found = addresses(data, item)
        yield from (Source(address, url=address) for address in found)
        if not found:
            raise UsageError(
                f"{item}: not a list of addresses", remedy="one http or https address a line, # for comments"
            )


def _folder(item: str, settings: Settings) -> Iterator[Source]:
    origin, inside = os.path.realpath(item), _below_seeds(Path(os.path.realpath(item)), settings)
    if origin == os.path.realpath(settings.root / settings.edition.output):
        raise UsageError(f"{item} is the output folder", remedy="keep articles in a folder of their own")
    for name, path in sorted(files_in(item, f"{inside}/" if inside else "", settings)):
        kind = kind_in_folder(path)
        if kind == "text/uri-list":
            yield from _addresses(path, required=True)
        elif kind:
            yield Source(name, path=path, media_type=kind, section=_section(name), origin=origin)


def files_in(folder: str, below: str, settings: Settings) -> Iterator[tuple[str, str]]:
    """The name (behind `below`) and the path of every file in a folder and those in it, without what a system or a
    browser put beside them and without the output folder. Raises UsageError for a folder that may not be read."""
    skip = os.path.realpath(settings.root / settings.edition.output)
    visited: set[tuple[int, int]] = set()
    pending = [(folder, below)]
    while pending:
        folder, below = pending.pop()
        try:
            status = Path(folder).stat()
            if (status.st_dev, status.st_ino) in visited or os.path.realpath(folder) == skip:
                continue
            visited.add((status.st_dev, status.st_ino))
            folders, files = _entries(folder)
            pending += ((entry.path, f"{below}{entry.name}/") for entry in folders)
            yield from ((below + entry.name, entry.path) for entry in files)
        except OSError as e:
            raise UsageError(f"{folder}: cannot be read: {e.strerror}", remedy="check its permissions") from e


def _entries(folder: str) -> tuple[list[os.DirEntry[str]], list[os.DirEntry[str]]]:
    """The folders and the files in a folder that people put there."""
    with os.scandir(folder) as listed:
        entries = [entry for entry in listed if not is_left_over(entry.name)]
    pages = [entry.path for entry in entries if entry.name.lower().endswith((".html", ".htm"))]
    folders = [entry for entry in entries if _is(entry.is_dir)]
    files = [entry for entry in entries if entry not in folders and _is(entry.is_file)]
    return [entry for entry in folders if not _is_of_page(entry.name, pages)], files


MAILBOX = re.compile(rb"From \S+ [^\n]{0,80}\d{4}[ \t\r]*\n")
"""The line above each message of a mailbox."""
_MAILDIR = ("cur", "new", "tmp")


def kind_in_folder(path: str) -> str | None:
    """The media type of a file in a folder, by its ending. Stores of mail have none: each file of a Maildir is a
    message, and one without an ending that opens as a mailbox (Thunderbird's) is one."""
    folder, name = Path(path).parent, Path(path).name
    if folder.name in _MAILDIR[:2] and all((folder.parent / inner).is_dir() for inner in _MAILDIR):
        return "message/rfc822"
    if "." in name:
        return TYPES.get(name[name.rfind(".") :].lower())
    with contextlib.suppress(OSError), Path(path).open("rb") as file:
        if MAILBOX.match(file.read(200)):
            return "application/mbox"
    return None


def _is_of_page(folder: str, pages: Sequence[str]) -> bool:
    """Whether a folder holds the pictures and frames of a page that a browser saved beside it: it is called after the
    page, with a word of the browser's language behind, and the page names what is in it."""
    for page in pages:
        stem = Path(page).stem
        if folder.startswith(stem) and folder[len(stem) : len(stem) + 1] in ("_", "-", "."):
            data = Path(page).read_bytes()
            return any(f"{name}/".encode() in data for name in (folder, quote(folder)))
    return False


def _section(name: str) -> str | None:
    """The sub-folder of an article's name, if that says a section."""
    return section_of(name.rpartition("/")[0])


def _is(question: Callable[[], bool]) -> bool:
    """The answer for an entry of a folder; no for a link that leads to itself."""
    try:
        return question()
    except OSError as e:
        if e.errno == errno.ELOOP:
            return False
        raise


def load(source: Source, settings: ReadSettings) -> bytes:
    """The bytes of `source`. Raises ReadingError if it is empty, too large, or cannot be read or fetched."""
    if source.data is not None:
        return source.data
    if source.url in SERVICES:
        from .saved import saved_articles

        return saved_articles(source.url, settings)
    if source.url:
        from .addresses import fetch

        fetched = fetch(source.url, settings)
        return in_utf8(fetched.data, fetched.content_type)
    try:
        if source.path is None:
            data = sys.stdin.buffer.read(settings.max_bytes + 1)
        else:
            with Path(source.path).open("rb") as file:
                size = os.fstat(file.fileno()).st_size
                data = b"" if size > settings.max_bytes else file.read(settings.max_bytes + 1)
                if size > settings.max_bytes:
                    raise _too_large(source, settings)
    except OSError as e:
        raise ReadingError(
            f"cannot be read: {e.strerror or e}", article=source.name, remedy="check the path and its permissions"
        ) from e
    if len(data) > settings.max_bytes:
        raise _too_large(source, settings)
    if not data.strip():
        raise ReadingError("is empty", article=source.name, remedy="put an article in it or remove it")
    return data


def in_utf8(data: bytes, content_type: str) -> bytes:
    """`data` in UTF-8 with a byte order mark if it is text whose encoding only its Content-Type tells."""
    match = re.search(r"charset\s*=\s*[\"']?([\w.:-]{1,40})", content_type, re.I)
    if not content_type.lower().startswith("text/") or not match or match[1].lower() in ("utf-8", "utf8"):
        return data
    try:
        return codecs.BOM_UTF8 + data.decode(match[1]).encode()
    except (LookupError, ValueError):
        return data


def _too_large(source: Source, settings: ReadSettings) -> ReadingError:
    return ReadingError(
        f"is larger than {settings.max_bytes / 1e6:.0f} MB",
        article=source.name,
        remedy="split it, or raise max_bytes in [read] of edition.toml",
    )
