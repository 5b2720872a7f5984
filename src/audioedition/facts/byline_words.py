"""The words of bylines, from the table `bylines` of every language: what each can be, and patterns made of them."""

from __future__ import annotations

import re

from ..lexis.tables import Lexis, derived


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


def pattern(name: str) -> re.Pattern[str]:
    """The pattern of that name: `lead`, `join`, `separators`, `pictures`."""
    return _patterns()[name]


@derived
def _patterns(lexis: Lexis) -> dict[str, re.Pattern[str]]:
    def any_of(*kinds: str) -> str:
        found = {row["word"] for row in lexis.everywhere("bylines") for kind in kinds if kind in row["kinds"].split()}
        return "|".join(sorted(map(re.escape, found), key=len, reverse=True))

    english = {row["word"] for row in lexis.table("bylines").values() if "by" in row["kinds"].split()}
    name = r"(?-i:[^\W\d_a-z])"
    led_by = "|".join(sorted(map(re.escape, english), key=len, reverse=True)) or "by"
    lead = (
        rf"(?:(?:{any_of('work', 'author')}|an?|guest|staff)\s+){{0,3}}"  # A report by Ann Orr, ByAnn Orr
        rf"(?:{led_by})(?:\s*:?\s+(?=\S)|(?=(?-i:[A-Z][a-z]+ [A-Z])))",
        rf"(?:(?:{any_of('work', 'author')})\s+){{1,2}}(?:{any_of('by')})\s+(?={name})",  # Rezept von Anna Beispiel
        rf"(?!(?-i:D[aei])\s)(?:{any_of('by')})\s*:?\s+(?:(?=\S+\s+\S)(?={name})|(?=(?:{any_of('desk', 'agency')})\b))",
        rf"(?:{any_of('by', 'work', 'author')}|periodista digital)\s*:\s*(?=\S)",
        rf"(?:{any_of('work')})\s*(?:&|\+|{any_of('join')})\s*(?:{any_of('picture')})\s*:\s*(?=\S)",  # Text & Fotos:
        rf"(?:(?:{any_of('rank')})\s+){{0,2}}(?:{any_of('author', 'job')})\s*:?\s+(?={name}\S+\s+{name}\S)",
        r"(?:posted|published|submitted|written|updated)\b.{0,80}?\bby\s+",
        r"(?:view|see|read)\s+(?:all|more)\s+(?:(?:posts|articles|stories)\s+)?(?:by|from)\s+",
        r"from\s+(?=(?-i:[A-Z])\S+\s+(?-i:[A-Z])[^\s,]+(?:,?\s(?:and\s)?(?-i:[A-Z])[^\s,]+){0,5}\Z)",
    )
    join = any_of("join")
    return {
        "lead": re.compile("|".join(lead), re.I),
        "join": re.compile(rf"\b(?:{join})\b|&", re.I),
        "separators": re.compile(
            rf"(\s*(?:[;,/|•·&\n]|\s[–—-]\s)\s*(?:(?:{join})\s+)?|\s+(?:{join}|AND|And|UND|ET)\s+)"
        ),
        "pictures": re.compile(
            rf"\s*[.,;|•·–—-]?\s+(?:(?:{join})\s+)?(?:{any_of('picture')})(?:\s+by\s+|\s*:\s*).{{3,80}}\Z", re.I
        ),
    }
