"""voices/lexicon.pls and voices/lexicon.toml -> how names and words sound, project over stock, per language.

The first is the W3C Pronunciation Lexicon Specification 1.0 (https://www.w3.org/TR/pronunciation-lexicon/): per
`lexeme`, `grapheme`s and either an `alias` (words to say instead) or a `phoneme` (IPA, for engines that take it). The
second is the same for people:

    [en]
    "Tehreek-e-Khilafat" = "Teh-reek eh Khilafat"      # an alias
    "Ngozi" = "/ŋˈɡoʊzi/"                               # IPA between slashes
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, cast

from ..errors import SpokenFormError
from ..lexis.tables import main_language
from ..settings import stock

if TYPE_CHECKING:
    from lxml import etree

PLS = "{http://www.w3.org/2005/01/pronunciation-lexicon}"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
MAX_BYTES = 20_000_000


@dataclass(frozen=True, slots=True)
class Entry:
    """How one written form is said: `alias` words, or `ipa` phonemes, or both."""

    alias: str | None = None
    ipa: str | None = None


@dataclass(frozen=True)
class Lexicon:
    """Written form -> entry. An entry in the case it is written in; lower-case entries also match capitalised words."""

    entries: Mapping[str, Entry] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.entries)

    @cached_property
    def by_first_word(self) -> dict[str, list[str]]:
        """First word in lower case -> written forms that begin with it, longest first."""
        out: dict[str, list[str]] = {}
        for written in sorted(self.entries, key=len, reverse=True):
            out.setdefault(first_word(written), []).append(written)
        return out

    def with_words(self, words: Iterable[tuple[str, str]]) -> Lexicon:
        """The same with more entries: (written, said), as a line of a TOML lexicon has them."""
        return Lexicon({**self.entries, **{written: entry_of(said) for written, said in words}})

    def match(self, text: str, start: int) -> tuple[Entry, int] | None:
        """The longest entry that stands at offset `start` as whole words, and where it ends."""
        for written in self.by_first_word.get(first_word(text, start), ()):
            end = start + len(written)
            found = text[start:end]
            if (
                found != written
                and found.replace("’", "'") != written
                and not (
                    written.islower() and found.lower() == written and (found[1:] == written[1:] or found.isupper())
                )
            ):
                continue
            if text[end : end + 1].isalnum():
                continue
            entry = self.entries[written]
            if entry.alias and found[0].isupper() and written[0].islower():
                entry = Entry(entry.alias[0].upper() + entry.alias[1:], entry.ipa)
            return entry, end
        return None


FIRST = re.compile(r"[^\W_]+")


def first_word(text: str, start: int = 0) -> str:
    m = FIRST.match(text, start)
    return m.group().lower() if m else text[start : start + 1]


def load_lexicon(root: Path, language: str = "en") -> Lexicon:
    """The lexicon of the project folder `root` over the stock one, entries of `language` only.

    Raises SpokenFormError with the line for a file that is not valid.
    """
    entries: dict[str, Entry] = {}
    for base in dict.fromkeys((stock(), root)):
        for name, read in (("lexicon.pls", read_pls), ("lexicon.toml", read_toml_lexicon)):
            path = base / "voices" / name
            if path.is_file():
                entries.update(read(path, language))
    return Lexicon(entries)


def same_language(a: str, b: str) -> bool:
    return main_language(a) == main_language(b)


def load_bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise SpokenFormError(f"{path.name} is larger than {MAX_BYTES // 1_000_000} MB")
        return path.read_bytes()
    except OSError as e:
        raise SpokenFormError(f"{path.name} cannot be read: {e.strerror or e}") from e


def read_pls(path: Path, language: str) -> Iterator[tuple[str, Entry]]:
    """The lexemes of a PLS 1.0 file if it is in `language`."""
    data = load_bytes(path)
    if b"<lexeme" not in data:
        return
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise SpokenFormError(
            "document types and entities are not allowed", article=path.name, remedy="remove <!DOCTYPE …>"
        )
    from lxml import etree  # 30 ms that a project without a PLS lexicon never needs

    try:
        root = etree.fromstring(
            data, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        )
    except etree.XMLSyntaxError as e:
        raise SpokenFormError(f"not well-formed XML: {e.msg}", article=path.name, line=e.lineno) from e
    if root.tag != f"{PLS}lexicon":
        raise SpokenFormError(
            "the root element is not a PLS <lexicon>", article=path.name, line=1, remedy=f'use xmlns="{PLS[1:-1]}"'
        )
    if not same_language(root.get(XML_LANG) or language, language):
        return
    for lexeme in root.iter(f"{PLS}lexeme"):
        written = [" ".join((g.text or "").split()) for g in lexeme.iter(f"{PLS}grapheme")]
        if not any(written):
            line = cast("int | None", lexeme.sourceline)
            raise SpokenFormError("a <lexeme> without <grapheme>", article=path.name, line=line)
        entry = pls_entry(lexeme, written[0], root.get("alphabet", "ipa"), path)
        for form in filter(None, written if entry else ()):
            yield form, cast("Entry", entry)


def pls_entry(lexeme: etree._Element, written: str, alphabet: str, path: Path) -> Entry | None:
    """The first alias and the first IPA of a lexeme; None if all it has is in an alphabet that we cannot use."""
    aliases = (" ".join((a.text or "").split()) for a in lexeme.iter(f"{PLS}alias"))
    phonemes = ((p.text or "").strip() for p in lexeme.iter(f"{PLS}phoneme") if p.get("alphabet", alphabet) == "ipa")
    entry = Entry(next(filter(None, aliases), None), next(filter(None, phonemes), None))
    if entry.alias or entry.ipa:
        return entry
    if lexeme.find(f"{PLS}phoneme") is not None:
        return None
    line = cast("int | None", lexeme.sourceline)
    raise SpokenFormError(f"{written!r} has neither <alias> nor <phoneme>", article=path.name, line=line)


def read_toml_lexicon(path: Path, language: str) -> Iterator[tuple[str, Entry]]:
    """The entries of `language` (a table each) in a TOML lexicon."""
    try:
        tables = tomllib.loads(load_bytes(path).decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as e:
        line = re.search(r"line (\d+)", str(e))
        raise SpokenFormError(
            f"not valid TOML: {e}", article=path.name, line=int(line.group(1)) if line else None
        ) from e
    for name, table in tables.items():
        if not isinstance(table, dict):
            raise SpokenFormError(
                f"{name!r} stands outside a language", article=path.name, remedy=f"put it below [{language}]"
            )
        if not same_language(name, language):
            continue
        for written, said in table.items():
            if not isinstance(said, str) or not said.strip() or not written.strip():
                raise SpokenFormError(f"{written!r} must have a text as its pronunciation", article=path.name)
            yield written.strip(), entry_of(said)


def entry_of(said: str) -> Entry:
    """Words to say, or IPA between slashes."""
    said = said.strip()
    if len(said) > 2 and said[0] == said[-1] == "/":
        return Entry(ipa=said[1:-1])
    return Entry(alias=said)


WORDS = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def unknown_words(texts: Iterable[str], known: Iterable[str]) -> list[tuple[str, int]]:
    """The words of `texts` that are in no dictionary, with their counts, most frequent first.

    `known` holds lower-case words (or is a container answering `in`). Possessives and hyphenated parts count as known
    with their stems.
    """
    have = known if isinstance(known, (set, frozenset, dict)) else frozenset(known)
    counts: dict[str, int] = {}
    for text in texts:
        for word in WORDS.findall(text):
            plain = word.replace("’", "'")
            for part in plain.split("-"):
                stem = part.removesuffix("'s").removesuffix("'")
                if len(stem) > 1 and stem.lower() not in have and part.lower() not in have:
                    counts[stem] = counts.get(stem, 0) + 1
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))
