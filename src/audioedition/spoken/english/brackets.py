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


def own_code(m: re.Match[str], ctx: Context) -> Reading | None:
    """`Hamilton (HAM)`: a name's own first letters say nothing new."""
    code, lead = m.group("code"), ctx.text[max(0, ctx.start - 40) : ctx.start].split()
    before = lead[-1] if lead else ""
    same = len(before) > len(code) and before[0].isupper() and before.upper().startswith(code)
    return ("", m.end()) if same and ctx.glued() == " " else None


OWN_CODE = Rule(
    "own code",
    (SYMBOL,),
    r"\((?P<code>[A-Z]{2,4})\)",
    own_code,
    "(",
    source="results and tickers print a code behind its own name: Hamilton (HAM)",
)
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
