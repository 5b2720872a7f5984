"""Square brackets inside words, small raised letters, figures at the head of a line: typography that is no word."""

from __future__ import annotations

import re

from .. import numbers as num
from ..scan import FIGURES, LETTER, SYMBOL, WORD, Context, Reading, Rule


def inside_word(m: re.Match[str], ctx: Context) -> Reading | None:
    """`surpris[ed]`, `[H]e`, `walk[ing]`: an editor's letters are part of the word."""
    return re.sub(r"[\[\]]", "", m.group()), m.end()


def numbered_line(m: re.Match[str], ctx: Context) -> Reading | None:
    """`01 The Harbour Opens`: the number of a line in a list."""
    if ctx.text[: ctx.start].rpartition("\n")[2].strip():
        return None
    return f"{num.cardinal(int(m.group('num')))},", m.end("num")


INSIDE_WORD = Rule(
    "editor's letters",
    (WORD, SYMBOL),
    rf"(?:{LETTER}{{1,30}}\[{LETTER}{{1,12}}\]|\[{LETTER}{{1,12}}\](?={LETTER})){LETTER}{{0,30}}",
    inside_word,
    "[",
    source="Chicago Manual of Style 13.60: brackets inside a quoted word",
)
NUMBERED_LINE = Rule(
    "number of a line",
    (FIGURES,),
    r"(?P<num>0[1-9])(?= [A-Z][a-z]*)",
    numbered_line,
    follows=" ",
    source="lists and galleries number their lines 01, 02",
)
