"""Results of games, votes and courts, odds, ratios, ranges, sums."""

from __future__ import annotations

import re

from .. import numbers as num
from ..scan import FIGURES, Context, Reading, Rule
from ..wordlists import pairs
from . import usage
from .shapes import DASH

PAIR = re.compile(r"(\d{1,2})[-–](\d{1,2})")


def tennis(m: re.Match[str], ctx: Context) -> Reading | None:
    """`7-6 (7-5), 6-4`, `6-3 6-7(5) 6-2`: sets, the tie-break after a comma."""
    sets = [(int(a), int(b)) for a, b in PAIR.findall(m.group())]
    if ctx.glued() and (ctx.glued().isalnum() or ctx.glued() in "-–/.,$"):
        return None
    if not all(max(a, b) in (6, 7) or (a, b) in ((7, 5), (5, 7)) or max(a, b) > 7 for a, b in sets):
        return None
    words = []
    for part in re.findall(r"\d{1,2}[-–]\d{1,2}|\(\d{1,2}\)", m.group()):
        figures = re.findall(r"\d+", part)
        words.append(" ".join("love" if int(f) == 0 else num.cardinal(int(f)) for f in figures))
    return ", ".join(words), m.end()


def score(m: re.Match[str], ctx: Context) -> Reading | None:
    """`110-102`, `51-49`, `2-1`: "to" in American usage and for votes; British games have none, and "nil"."""
    figures = re.split(DASH, m.group("score"))
    values = [int(f) for f in figures]
    if ctx.glued() and (ctx.glued().isalnum() or ctx.glued() in "$£€.,:/-"):
        return None
    if any(len(f) > 1 and f[0] == "0" for f in figures):
        return None
    after = ctx.after(m.end()).lower()
    if len(values) == 2 and not is_result(values, after, ctx):
        return None
    record = after in ("record", "start", "season", "mark") or len(values) == 3
    record = record or ctx.before().lower() in ("is", "are", "went", "now", "improved", "improves")
    vote = ctx.nearby(usage.VOTES) and not record
    if record and not ctx.british:
        said = ["oh" if v == 0 else num.cardinal(v) for v in values]
        return f"{' '.join(said[:-1])} and {said[-1]}", m.end()
    if after in usage.SPLITS:
        return " ".join(num.cardinal(v) for v in values), m.end()
    if len(values) == 2 and values[1] <= 10 < values[0] and ctx.nearby(usage.CRICKET):
        return f"{num.cardinal(values[0], ctx.british)} for {num.cardinal(values[1])}", m.end()
    if (
        ctx.glued() == "("
        and not ctx.british
        and ctx.text[m.end() : m.end() + 1] == ")"
        and not vote
        and max(values) < 163
    ):
        return f"{num.cardinal(values[0])} and {num.cardinal(values[1])}", m.end()
    if len(values) == 2 and values[0] == values[1]:
        level = "zero" if not ctx.british else "nil"
        return " ".join([num.cardinal(values[0], ctx.british) if values[0] else level] * 2), m.end()
    nil = "zero" if vote else "nil" if ctx.british else "nothing"
    said = [nil if v == 0 else num.cardinal(v, ctx.british) for v in values]
    return (" to " if vote or not ctx.british else " ").join(said), m.end()


def is_result(values: list[int], after: str, ctx: Context) -> bool:
    """Whether two numbers with a dash are a result rather than a range: falling or level, or among words of games."""
    before = ctx.before().lower()
    if after in usage.COUNTED_UNITS or before in usage.RANGE_BEFORE or str(values[0]) in usage.AIRLINERS:
        return False
    if values[0] >= values[1] or before in usage.RESULTS or after in usage.RESULTS:
        return True
    return ctx.nearby(usage.GAMES | usage.VOTES)


def odds(m: re.Match[str], ctx: Context) -> Reading | None:
    """`100-1 outsider`, `odds of 7-1`: "to" in both usages."""
    if m.group("a") == m.group("b") == "50":
        return "fifty-fifty", m.end()
    near = (ctx.before().lower(), ctx.before(2).lower())
    fits = ctx.after(m.end()).lower() in usage.ODDS or "odds" in near or (m.group("b") == "1" and near[0] == "at")
    if not fits:
        return None
    return f"{num.integer(m.group('a'), ctx.british)} to {num.integer(m.group('b'), ctx.british)}", m.end()


def number_range(m: re.Match[str], ctx: Context) -> Reading | None:
    """`10-12`, `3–5`, `1,000-1,500`."""
    if ctx.glued() and (ctx.glued().isalnum() or ctx.glued() in "-/"):
        return None
    coded = ctx.before().lower() in usage.CODED or m.group("a") in usage.AIRLINERS
    if (coded or ctx.before().lower() == "no") and m.group("a").isdecimal() and m.group("b").isdecimal():
        return (
            f"{num.code(m.group('a'))} {num.code(m.group('b')) if len(m.group('b')) < 5 else num.digits(m.group('b'))}",
            m.end(),
        )
    return f"{num.number(m.group('a'), ctx.british)} to {num.number(m.group('b'), ctx.british)}", m.end()


def ratio(m: re.Match[str], ctx: Context) -> Reading | None:
    """`2:1`, `16:9`."""
    if ctx.glued().isalnum():
        return None
    return f"{num.cardinal(int(m.group('a')))} to {num.cardinal(int(m.group('b')))}", m.end()


OPERATORS = pairs("+: plus; *: times; ×: times; ÷: divided by; =: equals; -: minus; −: minus; /: over")


def calculation(m: re.Match[str], ctx: Context) -> Reading | None:
    """`2+3`, `2*8`, `1- 2 = 5`."""
    parts = re.findall(r"[\d.,]*\d|[-−+*×÷=/]", m.group())
    return " ".join(OPERATORS.get(p) or num.number(p, ctx.british) for p in parts), m.end()


SET = r"\d{1,2}[-–]\d{1,2}(?: ?\(\d{1,2}(?:[-–]\d{1,2})?\))?"
TENNIS = Rule(
    "tennis",
    (FIGURES,),
    rf"\d[-–]\d ?\(\d{{1,2}}(?:[-–]\d{{1,2}})?\)(?:,? {SET}){{0,4}}"
    rf"|[0-7][-–][0-7](?!\d)(?:,? {SET}(?![\d-])){{1,4}}",
    tennis,
    follows="-–",
)
SUM = Rule(
    "calculation",
    (FIGURES,),
    r"(?:\d{1,9}(?:\.\d{1,9})?\s?[-−+*×÷/]\s?){1,6}\d{1,9}(?:\.\d{1,9})? ?= ?\d{1,9}(?:\.\d{1,9})?(?!\w)"
    r"|\d{1,9} ?[+*÷] ?\d{1,9}(?![\w.°%])(?! ?[a-zμ°])",
    calculation,
    follows=" .-−+*×÷/=",
)
ODDS = Rule("odds", (FIGURES,), r"(?P<a>\d{1,4})[-/–](?P<b>\d{1,3})(?![\d/-])", odds, follows="-/–")
SCORE = Rule(
    "score",
    (FIGURES,),
    rf"(?P<score>\d{{1,3}}(?:{DASH}\d{{1,3}}){{1,3}})(?![\d/:%°]|[-–]\d|[.,]\d|\w)",
    score,
    follows="-–—‑−",
)
RANGE = Rule(
    "range",
    (FIGURES,),
    rf"(?P<a>\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?)\s?{DASH}\s?(?P<b>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)(?![\d/:]|-\d|\w)",
    number_range,
)
RATIO = Rule("ratio", (FIGURES,), r"(?P<a>\d{1,3}):(?P<b>\d{1,3})(?![\d:])", ratio, follows=":")
