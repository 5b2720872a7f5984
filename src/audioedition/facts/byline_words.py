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
    """The pattern of that name: `lead`, `work of`, `our`, `source`, `listed`, `join`, `separators`, `pictures`."""
    return _patterns()[name]


@derived
def _patterns(lexis: Lexis) -> dict[str, re.Pattern[str]]:
    def any_of(*kinds: str) -> str:
        found = {row["word"] for row in lexis.everywhere("bylines") for kind in kinds if kind in row["kinds"].split()}
        return "|".join(sorted(map(re.escape, found), key=len, reverse=True))

    rows = lexis.everywhere("bylines")
    english = {row["word"] for row in lexis.table("bylines").values() if "by" in row["kinds"].split()}
    name = r"(?-i:[^\W\d_a-z])"
    led_by = "|".join(sorted(map(re.escape, english), key=len, reverse=True)) or "by"
    somebody = rf"{name}\S+\s+(?:\w{{1,3}}\s+){{0,2}}{name}\S"
    ours = (  # unserem Korrespondenten, notre envoyée spéciale à Kiev
        rf"(?:\w{{1,5}}\s+)?(?:{any_of('our')})\s+(?:(?:{any_of('rank')})\s+)?(?:{any_of('job')})(?:e?n|in)?"
        rf"(?:\s+(?:{any_of('rank')}))?(?:\s+\w{{1,3}}\s+{name}\S+)?"
    )
    glued = "|".join(
        row["word"].title() for row in rows if "by" in row["kinds"] and re.fullmatch(r"\w{3,4}", row["word"])
    )
    lead = (
        rf"{ours},?\s+(?={somebody})",
        rf"\w{{2,3}}\s+{name}\S+\s+(?:{any_of('reports')})\s+(?={somebody})",  # Aus Kiew berichtet
        rf"(?:(?:{any_of('work', 'author')}|an?|guest|staff)\s+){{0,3}}"  # A report by Ann Orr, ByAnn Orr
        rf"(?:{led_by})(?:\s*:?\s+(?=\S)|(?=(?-i:[A-Z][a-z]+ [A-Z])))",
        rf"(?-i:(?:{glued})(?=[A-Z][a-z]+ [A-Z]))",  # PorAna Ruiz
        rf"(?:(?:{any_of('work', 'author')})\s+){{1,2}}(?:{any_of('by')})\s+(?={name})",  # Rezept von Anna Beispiel
        rf"(?!(?-i:D[aei])\s)(?:{any_of('by')})\s*:?\s+(?:(?=\S+\s+\S)(?={name})|(?=(?:{any_of('desk', 'agency')})\b))",
        rf"(?:{any_of('by', 'work', 'author', 'room')}|periodista digital)\s*:\s*(?=\S)",
        rf"(?:{any_of('work')})\s*(?:&|\+|{any_of('join')})\s*(?:{any_of('picture')})\s*:\s*(?=\S)",  # Text & Fotos:
        rf"(?:(?:{any_of('rank')})\s+){{0,2}}(?:{any_of('author', 'job')})\s*:?\s+(?={name}\S+\s+{name}\S)",
        r"(?:posted|published|submitted|written|updated)\b.{0,80}?\bby\s+",
        r"(?:view|see|read)\s+(?:all|more)\s+(?:(?:posts|articles|stories)\s+)?(?:by|from)\s+",
        r"from\s+(?=(?-i:[A-Z])\S+\s+(?-i:[A-Z])[^\s,]+(?:,?\s(?:and\s)?(?-i:[A-Z])[^\s,]+){0,5}\Z)",
    )
    join = any_of("join")
    return {
        "lead": re.compile("|".join(lead), re.I),
        "work of": re.compile(  # Ein Gastkommentar von, Testo e foto di, Crónica de
            rf"(?:\w{{2,4}}\s+)?(?:(?:{any_of('rank')})\s+)?(?:{any_of('work')})"
            rf"(?:\s+(?:{any_of('join')})\s+(?:{any_of('work', 'picture')}))?"
            rf"\s+(?:{any_of('of')})(?:(?<=['’])|\s+)(?={somebody})"
            rf"|(?-i:Di)\s+(?={somebody})",  # which is also a surname
            re.I,
        ),
        "our": re.compile(ours, re.I),
        "source": re.compile(rf"(?:{any_of('source')})\s*:?\s+", re.I),
        "listed": re.compile(rf"\s*(?:[,/|&]|\b(?:{any_of('join')})\b)\s*", re.I),
        "join": re.compile(rf"\b(?:{join})\b|&", re.I),
        "separators": re.compile(
            rf"(\s*(?:[;,/|•·&\n]|\s[–—-]\s)\s*(?:(?:{join})\s+)?|\s+(?:{join}|AND|And|UND|ET)\s+)"
        ),
        "pictures": re.compile(
            rf"\s*[.,;|•·–—-]?\s+(?:(?:{join})\s+)?(?:{any_of('picture')})(?:\s+by\s+|\s*:\s*).{{3,80}}\Z", re.I
        ),
    }
