"""The words of bylines, from the table `bylines` of every language: what each can be, and patterns made of them."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Sequence

from ..lexis.tables import Lexis, derived, in_use
from ..lexis.wordlists import alternatives


@derived
def kinds_of_words(lexis: Lexis) -> dict[str, frozenset[str]]:
    """Word of bylines -> what it can be there."""
    found: dict[str, set[str]] = {}
    for row in lexis.everywhere("bylines"):
        found.setdefault(row["word"], set()).update(row["kinds"].split())
    return {word: frozenset(kinds) for word, kinds in found.items()}


def matches(kind: str, words: str) -> bool:
    """Whether `words` as a whole are an agency or a desk."""
    return kind in kinds_of_words().get(words.casefold().strip(" ."), ())


def tells_of_author(line: str) -> int | None:
    """Where a line begins to say what an author is or does: ` is a columnist`, `, schreibt für …`."""
    found = _authors_do().search(line)
    return found.start() if found else None


@derived
def _authors_do(lexis: Lexis) -> re.Pattern[str]:
    return re.compile(rf",? (?:{author_verbs.make(lexis)})\b")


@derived
def author_verbs(lexis: Lexis) -> str:
    """A pattern for what a note on an author says that he or she does, in the language in use: `is`, `schreibt`."""
    return alternatives(row["word"] for row in lexis.local("bylines").values() if "does" in row["kinds"].split())


def is_nobodys(account: str, *, alone: bool = False) -> bool:
    """Whether an account is nobody's: `webmaster2`; `alone`: nothing else says that it is one, as with `wexlenews`."""
    known = _nobodys_accounts()
    return known["account"].fullmatch(account) is not None or (alone and known["site"].fullmatch(account) is not None)


@derived
def _nobodys_accounts(lexis: Lexis) -> dict[str, re.Pattern[str]]:
    rows = lexis.everywhere("bylines")

    def holding(kind: str) -> re.Pattern[str]:
        known = alternatives(row["word"] for row in rows if kind in row["kinds"].split())
        return re.compile(rf"\w*(?:{known})\w*", re.I)

    return {kind: holding(kind) for kind in ("account", "site")}


class Form:
    """A form that lines of bylines have. Its pattern, of hundreds of words, is made when a line first holds a word or a
    sign without which none can match."""

    def __init__(self, pattern: str, *needs: str, signs: Sequence[str] = (), flags: int = re.I):
        """`needs`: kinds of words, of each of which (of one of several, parted by spaces) one has to be in the line;
        `signs`: in small letters, one of which it has to hold."""
        self._pattern, self._flags = pattern, flags
        self._needs = tuple(frozenset(need.split()) for need in needs)
        self._signs = tuple(signs)

    @functools.cached_property
    def pattern(self) -> re.Pattern[str]:
        return re.compile(self._pattern, self._flags)

    def may_match(self, line: str, held: frozenset[str]) -> bool:
        """Whether `line`, in which words of the kinds `held` stand, can have this form."""
        for need in self._needs:  # asked of every line: plain loops cost a third of any(...)
            if need.isdisjoint(held):
                return False
        small = line.lower() if self._signs else ""
        for sign in self._signs:
            if sign in small:
                return True
        return not self._signs


def match(name: str, line: str) -> re.Match[str] | None:
    """How `line` begins, if it has one of the forms of that name: `lead`, `work of`, `our`, `source`."""
    held = _kinds_in(line)
    for form in _forms()[name]:
        if form.may_match(line, held) and (found := form.pattern.match(line)):
            return found
    return None


def pattern(name: str) -> re.Pattern[str]:
    """What stands between names: `listed`, `separators`."""
    return _forms()[name][0].pattern


def without(name: str, line: str) -> str:
    """The line without what may stand behind names: `pictures`, `sourced`."""
    form = _forms()[name][0]
    return form.pattern.sub("", line) if form.may_match(line, _kinds_in(line)) else line


def _kinds_in(line: str) -> frozenset[str]:
    """What the words that may stand in a line can be."""
    return _held(line, in_use())


@functools.lru_cache(maxsize=64)
def _held(line: str, lexis: Lexis) -> frozenset[str]:
    """Asked for several forms of a line."""
    known = lexis.made(_by_first_word.make)
    return frozenset().union(*(known[word] for word in _WORD.findall(line.casefold()) if word in known))


_WORD = re.compile(r"\w+")


@derived
def _by_first_word(lexis: Lexis) -> dict[str, frozenset[str]]:
    """First word of the table's rows -> what such a row can be."""
    found: dict[str, set[str]] = {}
    for word, kinds in kinds_of_words.make(lexis).items():
        for first in _WORD.findall(word.casefold())[:1]:
            found.setdefault(first, set()).update(kinds)
    return {word: frozenset(kinds) for word, kinds in found.items()}


_NAME = r"(?-i:[^\W\d_a-z])"
"""A capital."""
_SOMEBODY = rf"{_NAME}\S+\s+(?:\w{{1,3}}\s+){{0,2}}{_NAME}\S"


@derived
def _forms(lexis: Lexis) -> dict[str, tuple[Form, ...]]:
    rows = lexis.everywhere("bylines")

    @functools.cache
    def any_of(*kinds: str) -> str:
        return alternatives(row["word"] for row in rows if not set(kinds).isdisjoint(row["kinds"].split()))

    ours = (  # unserem Korrespondenten, notre envoyée spéciale à Kiev
        rf"(?:\w{{1,5}}\s+)?(?:{any_of('our')})\s+(?:(?:{any_of('rank')})\s+)?(?:{any_of('job')})(?:e?n|in)?"
        rf"(?:\s+(?:{any_of('rank')}))?(?:\s+\w{{1,3}}\s+{_NAME}\S+)?"
    )
    join = any_of("join")
    return {
        "lead": _leads(lexis, any_of, ours),
        "work of": (  # Ein Gastkommentar von, Testo e foto di, Crónica de
            Form(
                rf"(?:\w{{2,5}}\s+|l['’])?(?:(?:{any_of('rank')})\s+)?(?:{any_of('work')})"
                rf"(?:\s+(?:{join})\s+(?:{any_of('work', 'picture')}))?"
                rf"\s+(?:{any_of('of')})(?:(?<=['’])|\s+)(?={_SOMEBODY})",
                "work",
                "of",
            ),
            Form(rf"(?-i:Di)\s+(?={_SOMEBODY})"),  # which is also a surname
        ),
        "our": (Form(rf"{ours}\Z", "our"),),
        "source": (Form(rf"(?:{any_of('source')})\s*:?\s+", "source"),),
        "listed": (Form(rf"\s*(?:[,/|&]|\b(?:{join})\b)\s*"),),
        "separators": (
            Form(
                rf"(\s*(?:[;,/|•·&\n]|\s[–—-]\s)\s*(?:(?:{join})\s+)?|\s+(?:{join}|AND|And|UND|ET)\s+)",
                flags=0,
            ),
        ),
        "pictures": (
            Form(
                rf"\s*[.,;|•·–—-]?\s+(?:(?:{join})\s+)?(?:{any_of('picture')})"
                rf"(?:\s+(?:by|{any_of('by')})\s+|\s*:\s*|\s+(?={_SOMEBODY}\S*\Z)).{{3,80}}\Z"  # Beeld: Femke Wit
                rf"|\s*(?:[,/&]|\b(?:{join})\b)\s+[^()]{{3,40}}\((?:{any_of('picture')})\)\Z",  # e Ana Ruiz (fotos)
                "picture",
            ),
        ),
        "sourced": (
            Form(rf"\s*[|·•(–-]?\s+(?:{any_of('source')})\s*:\s*\S.{{0,30}}\Z", "source", signs=":"),
        ),  # Pieter Bos Bron: BELGA
    }


def _leads(lexis: Lexis, any_of: Callable[..., str], ours: str) -> tuple[Form, ...]:
    """What stands before names; the first that fits is taken off."""
    english = {row["word"] for row in lexis.table("bylines").values() if "by" in row["kinds"].split()}
    glued = "|".join(
        row["word"].title()
        for row in lexis.everywhere("bylines")
        if "by" in row["kinds"] and re.fullmatch(r"\w{3,4}", row["word"])
    )
    by, author, work, rank = any_of("by"), any_of("work", "author"), any_of("work"), any_of("rank")
    return (
        Form(rf"{ours},?\s+(?={_SOMEBODY})", "our"),
        Form(rf"\w{{2,3}}\s+{_NAME}\S+\s+(?:{any_of('reports')})\s+(?={_SOMEBODY})", "reports"),  # Aus Kiew berichtet
        Form(
            rf"(?:(?:{author}|an?|guest|staff)\s+){{0,3}}"  # A report by Ann Orr, ByAnn Orr
            rf"(?:{alternatives(english) or 'by'})(?:\s*:?\s+(?=\S)|(?=(?-i:[A-Z][a-z]+ [A-Z])))",
            signs=sorted(english) or ["by"],
        ),
        Form(rf"(?-i:(?:{glued})(?=[A-Z][a-z]+ [A-Z]))"),  # PorAna Ruiz
        Form(rf"(?:(?:{author})\s+){{1,2}}(?:{by})\s+(?={_NAME})", "work author", "by"),  # Rezept von Anna Beispiel
        Form(
            rf"(?!(?-i:D[aei])\s)(?:{by})\s*:?\s+"
            rf"(?:(?=\S+\s+\S)(?=(?-i:[a-z]{{2,5}}\.\s){{0,2}}{_NAME})"
            rf"|(?=(?:\w{{2,3}}\s)?(?:{any_of('desk', 'agency', 'room')})\b))",
            "by",
        ),
        Form(
            rf"(?:{any_of('by', 'work', 'author', 'room')}|periodista digital)\s*:\s*(?=\S)",
            "by work author room",
            signs=":",
        ),
        Form(  # Text & Fotos:
            rf"(?:{work})\s*(?:&|\+|{any_of('join')})\s*(?:{any_of('picture')})\s*:\s*(?=\S)"
            rf"|(?:{any_of('picture')})\s*(?:&|\+|{any_of('join')})\s*(?:{work})\s*:\s*(?=\S)",
            "work",
            "picture",
            signs=":",
        ),
        Form(
            rf"(?:(?:{rank})\s+){{0,2}}(?:{any_of('author', 'job')})\s*:?\s+(?={_NAME}\S+\s+{_NAME}\S)",
            "author job",
        ),
        Form(r"(?:posted|published|submitted|written|updated)\b.{0,80}?\bby\s+", signs=["by"]),
        Form(
            r"(?:view|see|read)\s+(?:all|more)\s+(?:(?:posts|articles|stories)\s+)?(?:by|from)\s+", signs=["by", "from"]
        ),
        Form(
            r"from\s+(?=(?-i:[A-Z])\S+\s+(?-i:[A-Z])[^\s,]+(?:,?\s(?:and\s)?(?-i:[A-Z])[^\s,]+){0,5}\Z)", signs=["from"]
        ),
    )
