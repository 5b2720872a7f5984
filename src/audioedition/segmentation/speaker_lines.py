"""Names that stand on lines of their own above what each says, as transcripts and minutes of parliaments print them.

    Petra Wenzel
    Guten Abend, meine Damen und Herren.

    Jens Ohl (SPD):
    Danke.

Told by the whole text: names of people, some of them again and again, and below each of them sentences.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from ..lexis import first_names
from .prose import ends

Span = tuple[int, int]
_WORD = r"[A-ZÀ-Þ][\w’'.-]*"
_NAME = re.compile(
    rf"(?P<name>{_WORD}(?: (?:(?:de|da|do|dos|del|della|di|du|la|le|van|von|der|den|zu|of|the) ){{0,2}}{_WORD}){{0,4}})"
    r"(?: ?\([^()\n]{1,40}\)|, [^,.:\n]{3,40}(?=:))?(?P<colon> ?:)?"
)
_MOST, _LEAST = 70, 4
"""Characters of the longest line that names somebody; so many such lines make a transcript."""


def with_names_above(text: str, paragraphs: Sequence[Span]) -> list[tuple[Span, bool]]:
    """The paragraphs, the lines that name who speaks together with the paragraph below, which is then a turn."""
    named = _named(text, paragraphs)
    speakers = _speakers(named, all(text[a:b].endswith(":") for a, b in (paragraphs[i] for i in named)))
    out: list[tuple[Span, bool]] = []
    for i, (start, end) in enumerate(paragraphs):
        if i and named.get(i - 1) in speakers:
            out[-1] = ((out[-1][0][0], end), True)
        else:
            out.append(((start, end), False))
    return out


def _named(text: str, paragraphs: Sequence[Span]) -> dict[int, str]:
    """Index of a line above sentences -> whom it names."""
    named = {i: name for i, span in enumerate(paragraphs[:-1]) if (name := _name(text, span))}
    return {i: name for i, name in named.items() if i + 1 not in named and ends(text[slice(*paragraphs[i + 1])])}


def _speakers(named: Mapping[int, str], colons: bool) -> Collection[str]:
    """Those of the names that speak: two at least that come again; where all lines have colons, everybody."""
    counts = Counter(named.values())
    several = {name for name, n in counts.items() if n > 1}
    speakers = counts.keys() if colons and several else several
    lines = sum(counts[name] for name in speakers)
    return speakers if len(speakers) > 1 and lines >= _LEAST - colons else ()


def _name(text: str, span: Span) -> str:
    """Whom a line names, "" if it does anything else."""
    m = _NAME.fullmatch(text, *span) if span[1] - span[0] <= _MOST else None
    if m is None:
        return ""
    words = m["name"].split()
    known = any(first_names.world_gender(word) is not None for word in words[:-1])
    return m["name"] if known or (m["colon"] and len(words) < 4 and m["name"].isupper()) else ""
