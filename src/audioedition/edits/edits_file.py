"""`NAME.edits.toml` -> `Edits`: the file, where it lies, and what may stand in it.

[article]                       # about the whole story
section = "Region"
order = 2

[[edit]]                        # about one place: its words, and what stands around them
text = "“We were lucky.”"
prefix = "said the mate. "
suffix = " The boat"
speaker = "Ida Holm"
"""

from __future__ import annotations

import dataclasses
import errno
import hashlib
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from ..errors import EditsError
from ..model import Gender, Role
from ..reading import Source

SUFFIX = ".edits.toml"
FOLDER = "edits"
"""Folder of the project that holds the edits of articles which have no file of their own."""
MAX_BYTES = 5_000_000
MAX_PAUSE_MS = 60_000
_LONGEST = 80
"""Characters of a file's name that come from one part of an article's; longer ones end in a digest."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One decision about one place of an article (the place as in the W3C's TextQuoteSelector)."""

    text: str
    """The words it is about, as the article has them; white space and the shape of quotation marks don't count."""
    prefix: str = ""
    """What stands directly before them."""
    suffix: str = ""
    """What stands directly behind them."""
    role: Role | None = None
    speaker: str | None = None
    """Who says it; empty for nobody who could be named."""
    gender: Gender | None = None
    """The speaker's."""
    voice: str | None = None
    say: str | None = None
    """The words to say for `text`, or its pronunciation between slashes."""
    drop: bool = False
    keep: bool = False
    pause: int | None = None
    """Silence after the line, in milliseconds."""


@dataclass(frozen=True, slots=True)
class ArticleWishes:
    """What an editor decided about a story as a whole; None where nothing."""

    title: str | None = None
    """As listings show it; the words that are spoken stay those of the headline."""
    date: str | None = None
    """ISO 8601."""
    section: str | None = None
    order: float | None = None
    """Place in the edition: the smaller, the earlier."""


@dataclass(frozen=True, slots=True)
class Edits:
    """The content of one file."""

    article: ArticleWishes = ArticleWishes()
    edits: tuple[Edit, ...] = ()

    def __bool__(self) -> bool:
        return self != NO_EDITS


NO_EDITS = Edits()


def edits_path(source: Source, article: str, root: Path) -> Path | None:
    """The file for the article named `article` of `source`, there or not, in the project folder `root`.

    Beside the article's own file; in `edits/` of the project for one from a feed, a collection or an address; None
    for standard input.
    """
    entry = article[len(source.name) + 1 :] if article.startswith(f"{source.name}#") else ""
    if source.path and not entry:
        return Path(source.path).with_suffix(SUFFIX)
    if not source.path and not source.url:
        return None
    name = _part(source.name) + (f".{_part(entry)}" if entry else "")
    return root / FOLDER / f"{name}.toml"


def edits_of(source: Source, article: str, root: Path) -> Edits:
    """What an editor decided about one article; nothing when there is no file. Raises EditsError as `read_edits`."""
    path = edits_path(source, article, root)
    return read_edits(path) if path else NO_EDITS


def stamp(source: Source, root: Path) -> str:
    """Digest of all edits of the articles in `source`; empty without any. They are part of what makes a source the
    same as yesterday."""
    paths = []
    if source.path:
        paths.append(Path(source.path).with_suffix(SUFFIX))
    if source.path or source.url:
        part = _part(source.name)
        paths.append(root / FOLDER / f"{part}.toml")
        paths += sorted((root / FOLDER).glob(f"{part}.*.toml"))
    digest = hashlib.sha256()
    found = False
    for path in paths:
        try:
            content = path.read_bytes()
        except OSError:
            continue
        found = True
        digest.update(f"{path.name}\0{len(content)}\0".encode("utf-8", "surrogatepass") + content)
    return digest.hexdigest() if found else ""


def _part(name: str) -> str:
    """A name in small letters, digits and hyphens.

    >>> _part("https://news.example/2026/a-swan.html")
    'news-example-2026-a-swan-html'
    """
    plain = re.sub(r"[^a-z0-9]+", "-", re.sub(r"^https?://(?:www\.)?", "", name.lower())).strip("-")
    if plain and len(plain) <= _LONGEST:
        return plain
    return f"{plain[:_LONGEST]}-{hashlib.sha256(name.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}".lstrip("-")


def read_edits(path: Path) -> Edits:
    """The edits in a file; none when it isn't there. Raises EditsError naming the file, the place and what to do."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise EditsError(f"{path.name} is larger than {MAX_BYTES // 1_000_000} MB")
        return parse_edits(path.read_text(encoding="utf-8-sig"), path.name)
    except FileNotFoundError:
        return NO_EDITS
    except OSError as e:
        if e.errno == errno.ENAMETOOLONG:  # beside an article whose own name is as long as a name can be
            return NO_EDITS
        raise EditsError(f"{path.name} cannot be read: {e.strerror or e}") from e
    except UnicodeDecodeError as e:
        raise EditsError(f"{path.name} is not in UTF-8", remedy="save it as UTF-8") from e


def parse_edits(text: str, name: str) -> Edits:
    """The edits in the text of a file that is called `name`. Raises EditsError."""
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as e:
        raise EditsError(f"{name} is not valid TOML: {e}") from e
    for key in tables:
        if key not in ("article", "edit"):
            raise EditsError(f"{name}: unknown table {key!r}", remedy="it holds [article] and [[edit]] tables")
    found = tables.get("edit", [])
    if not isinstance(found, list) or not isinstance(tables.get("article", {}), dict):
        raise EditsError(f"{name}: [article] is one table, [[edit]] as many as there are edits")
    edits = tuple(_edit(values, f"{name}: edit {number}") for number, values in enumerate(found, 1))
    return Edits(_checked(ArticleWishes, tables.get("article", {}), f"{name}: [article]"), edits)


def _edit(values: object, where: str) -> Edit:
    if not isinstance(values, dict):
        raise EditsError(f"{where} is not a table", remedy="begin it with [[edit]]")
    edit: Edit = _checked(Edit, values, where)
    if not any(map(str.isalnum, edit.text)):
        raise EditsError(f"{where}: text must hold the words it is about")
    if edit.drop and edit.keep:
        raise EditsError(f"{where} says both drop and keep", remedy="take one of them out")
    if not values.keys() - {"text", "prefix", "suffix"}:
        raise EditsError(f"{where} decides nothing", remedy="give it a role, speaker, voice, say, ...")
    return edit


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError("must be text")
    return value


def _words(value: object) -> str:
    if not isinstance(value, str) or not any(map(str.isalnum, value)):
        raise ValueError("must be words; to leave the line out, write drop = true")
    return " ".join(value.split())


def _name(value: object) -> str:
    return " ".join(_text(value).split())


def _yes(value: object) -> bool:
    if not isinstance(value, bool):
        raise ValueError("must be true or false")
    return value


def _pause(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= MAX_PAUSE_MS:
        raise ValueError(f"must be milliseconds from 0 to {MAX_PAUSE_MS}")
    return value


def _one_of(choices: type[Role] | type[Gender]) -> Callable[[object], Any]:
    def read(value: object) -> Role | Gender:
        if not isinstance(value, str) or value not in tuple(choices):
            raise ValueError(f"must be one of {', '.join(choices)}")
        return choices(value)

    return read


def _date(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    try:
        datetime.fromisoformat(_text(value))
    except ValueError as e:
        raise ValueError("must be a date such as 2026-03-02, or one with a time") from e
    return _text(value)


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not -1e9 <= value <= 1e9:
        raise ValueError("must be a number")
    return value


_READ: Mapping[str, Callable[[object], Any]] = {
    "text": _text, "prefix": _text, "suffix": _text, "role": _one_of(Role), "speaker": _name,
    "gender": _one_of(Gender), "voice": _words, "say": _words, "drop": _yes, "keep": _yes, "pause": _pause,
    "title": _words, "date": _date, "section": _name, "order": _number,
}  # fmt: skip
"""Key -> what makes a value of it; the message of its ValueError follows the key's name."""


def _checked(cls: type[Any], values: Mapping[str, object], where: str) -> Any:
    known = {field.name for field in dataclasses.fields(cls)}
    read = {}
    for key, value in values.items():
        if key not in known:
            raise EditsError(f"{where}: unknown key {key!r}", remedy=f"known: {', '.join(sorted(known))}")
        try:
            read[key] = _READ[key](value)
        except ValueError as e:
            raise EditsError(f"{where}: {key} {e}") from e
    if cls is Edit and "text" not in read:
        raise EditsError(f"{where} has no text", remedy="give it the words that it is about")
    return cls(**read)
