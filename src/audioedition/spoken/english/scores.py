"""Results of games, votes and courts, odds."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from ...model.rules import Rule as Choice
from ...model.rules import RuleSet
from .. import numbers as num
from ..scan import FIGURES, SYMBOL, Context, Reading, Rule, compiled
from . import units, usage
from .cricket import australian, bowling
from .records import SEASONS, is_record
from .shapes import DASH, keep_stop

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


class Score(NamedTuple):
    """Two numbers or more with dashes, and what stands beside them."""

    figures: tuple[str, ...]
    end: int
    ctx: Context

    @property
    def values(self) -> list[int]:
        return [int(f) for f in self.figures]

    @property
    def after(self) -> str:
        return self.ctx.after(self.end).lower()

    @property
    def vote(self) -> bool:
        return self.ctx.nearby(usage.votes())

    def said(self, joiner: str, zero: str) -> Reading:
        words = (num.cardinal(v, self.ctx.british) if v else zero for v in self.values)
        return joiner.join(words), self.end


def _rounds(s: Score) -> Reading | None:
    values = s.values
    if len(values) < 3 or sum(values[:-1]) != values[-1] or min(values) < 55:
        return None
    return f"{' '.join(map(num.cardinal, values[:-1]))}, {num.code(s.figures[-1], s.ctx.british)}", s.end


SETS = r"\d{1,2}[-–]\d{1,2},? (?:and )?$"


LISTED = r"([A-Za-z]{3,12}) (?:\d{1,2}[-–]\d{1,2},? (?:and )?)*\Z"


def spans(s: Score) -> bool:
    """`charges 1-11, 14-18`, `ages 5-11 and 12-15`: several spans behind what is counted, each above the last."""
    beside = compiled(r",? (?:and )?(\d{1,2})[-–](\d{1,2})(?!\d)").match(s.ctx.text, s.end)
    last = compiled(r"(\d{1,2})[-–](\d{1,2}),? (?:and )?\Z").search(s.ctx.text, max(0, s.ctx.start - 14), s.ctx.start)
    numbers = sorted([s.values, *([int(n) for n in m.groups()] for m in (last, beside) if m)])
    counted = compiled(LISTED).search(s.ctx.text, max(0, s.ctx.start - 60), s.ctx.start)
    told = (
        counted and counted.group(1).islower() and (counted.group(1) in usage.range_before() or counted[1][-1] == "s")
    )
    return bool(told) and len(numbers) > 1 and all(a < b for a, b in pairwise(n for span in numbers for n in span))


def _sets(s: Score) -> Reading | None:
    """Each of several scores in a row."""
    behind = compiled(r",? (?:and )?\d{1,2}[-–]\d{1,2}(?![\d/%-]| [a-z])").match(s.ctx.text, s.end)
    lead = compiled(SETS).search(s.ctx.text[max(0, s.ctx.start - 14) : s.ctx.start])
    longer = lead is not None and max(s.values) > 15 and abs(s.values[0] - s.values[-1]) == 2
    played = len(s.values) == 2 and (longer or max(s.values) in (11, 15, *range(21, 36))) and (behind or lead)
    return s.said(" ", "love") if played else None


def _beside(s: Score) -> Reading | None:
    return (
        s.said(" ", "love" if on_court(s.values, s.ctx) else "oh") if side_by_side(s.values, s.after, s.ctx) else None
    )


def _stature(s: Score) -> Reading | None:
    if not stature(s.values, s.end, s.after, s.ctx):
        return None
    return f"{num.cardinal(s.values[0])} foot {num.cardinal(s.values[1])}", s.end


def _cricket(s: Score) -> Reading | None:
    if not bowling(s.values, s.ctx) and not (len(s.values) == 2 and australian(s.values, s.end, s.ctx)):
        return None
    runs, end = s.said(" for ", "nought" if s.ctx.british else "zero")
    declared = compiled(r" dec\b\.?").match(s.ctx.text, end)
    return (f"{runs} declared", keep_stop(s.ctx.text, declared.end())) if declared else (runs, end)


def _record(s: Score) -> Reading | None:
    """Wins and losses: Americans say "ten and three"."""
    if not is_record(s.values, s.end, s.after, s.ctx) or (
        s.vote and s.after not in usage.records() and not compiled(SEASONS).match(s.ctx.text, s.end)
    ):
        return None
    if s.ctx.british:
        return _result(s)
    said = ["oh" if v == 0 else num.cardinal(v) for v in s.values]
    return f"{' '.join(said[:-1])} and {said[-1]}", s.end


def _no_result(s: Score) -> Reading | None:
    return ("", s.end) if len(s.values) == 2 and not is_result(s.values, s.after, s.end, s.ctx) else None


def _result(s: Score) -> Reading:
    """The result of a game or a vote."""
    vote, british = s.vote, s.ctx.british
    if len(s.values) > 2 and not vote:
        return s.said(" ", "oh")
    if len(s.values) == 2 and s.values[0] == s.values[1]:
        return s.said(" ", "nil" if british else "zero")
    return s.said(" to " if vote or not british else " ", "zero" if vote else "nil" if british else "nothing")


SCORES: RuleSet[Score, Reading] = RuleSet(
    "scores",
    (
        Choice("golf", _rounds, "four rounds of golf and their sum: 66-68-70-67-271"),
        Choice("sets", _sets, "volleyball and badminton: 25-22, 19-25, 25-18"),
        Choice("side by side", _beside, "splits, formations, counts of balls, tennis at 40-30: no to"),
        Choice("stature", _stature, "American rosters: the 6-2, 195-pound guard"),
        Choice("cricket", _cricket, "245-6 is for six; took 3-45 is for forty-five"),
        Choice("record", _record, "American wins and losses: ten and three"),
        Choice("no result", _no_result, "rising numbers without words of games are a range"),
        Choice("result", _result, "AP: three to two; BBC Sport: three two, nil"),
    ),
)


def score(m: re.Match[str], ctx: Context) -> Reading | None:
    """`110-102`, `51-49`, `2-1`: "to" in American usage and for votes; British games have none, and "nil"."""
    figures = tuple(re.split(DASH, m.group("score")))
    if ctx.glued() and (ctx.glued().isalnum() or ctx.glued() in "$£€.,:/-"):
        return None
    if any(len(f) > 1 and f[0] == "0" for f in figures):
        return None
    unit = compiled(r" ([A-Za-z/]{2,5})\b").match(ctx.text, m.end())
    if unit and unit.group(1) in units.sure() and len(figures) == 2:
        return None  # "Gusts of 40-50 mph"
    found = Score(figures, m.end(), ctx)
    decision = None if spans(found) else SCORES.first(found)
    return decision.outcome if decision and decision.outcome[0] else None


def side_by_side(values: list[int], after: str, ctx: Context) -> bool:
    """Numbers that stand beside each other without "to": a split, a formation, a count of balls, golf rounds."""
    if after in usage.splits() or on_court(values, ctx) or parted(values, after, ctx):
        return True
    if len(values) == 2:
        return after in usage.formations() or (after in usage.pitches() and max(values) < 4)
    if (min(values) > 54 and max(values) < 91) or after in usage.plays():
        return True
    return sum(values) == 10 and min(values) > 0 and (ctx.british or len(values) == 4 or ctx.nearby(usage.formations()))


def parted(values: list[int], after: str, ctx: Context) -> bool:
    """`the 80-20 rule`; feet and inches of an athlete."""
    rounds = len(values) == 2 and min(values) > 59 and max(values) < 91 and ctx.about("golf")
    if rounds or ctx.nearby(usage.combined(), 6):
        return True
    if len(values) != 2:
        return False
    return (after == "rule" and sum(values) == 100) or (values[1] < 12 and ctx.nearby(usage.field_marks(), 12))


def on_court(values: list[int], ctx: Context) -> bool:
    """Whether this is the score of a game of tennis: `at 40-30`, `15-40 on her serve`."""
    points = len(values) == 2 and set(values) <= {0, 15, 30, 40} and values != [0, 0] and values[0] != values[1]
    return points and (ctx.before().lower() == "at" or ctx.nearby(usage.tennis_words()))


def stature(values: list[int], end: int, after: str, ctx: Context) -> bool:
    """Whether feet and inches are meant: `the 6-2, 195-pound guard`, `the 6-5 center`."""
    if len(values) != 2 or not 4 < values[0] < 8 or values[1] > 11 or ctx.british:
        return False
    placed = ctx.before() == "at" or ctx.glued() == "("
    weighed = r",? \d{3}(?:[- ](?:pound|lb)|(?![\w-]|,\d)(?! [a-z]))" if placed else r",? \d{3}[- ](?:pound|lb)"
    return after in usage.players() or bool(compiled(weighed).match(ctx.text, end))


def is_result(values: list[int], after: str, end: int, ctx: Context) -> bool:
    """Whether two numbers with a dash are a result rather than a range: falling or level, or among words of games."""
    before = ctx.before()
    lower = before.lower()
    if is_range(values, lower, after):
        return False
    if values[0] >= values[1] or lower in usage.results() or after in usage.results():
        return True
    if before in ("HT", "FT", "AET") or (0 in values and max(values) < 10):
        return True
    named = before[:1].isupper() and before not in usage.openers() and len(before) > 2
    if named and max(values) < 100:
        return between_names(end, ctx)
    return ctx.nearby(usage.games() | usage.votes())


def is_range(values: list[int], before: str, after: str) -> bool:
    """`from 5-7 points`; not `from 3-1 down`."""
    ranged = before in usage.range_before() and not (values[0] > values[1] and after in usage.results())
    return ranged or after in usage.counted_units() or str(values[0]) in usage.airliners()


def between_names(end: int, ctx: Context) -> bool:
    """`Ashby 2-3 Barton`."""
    following = ctx.after(end)
    inside = ctx.british or ctx.before(2) != ""
    return following[:1].isupper() and inside and following not in usage.openers()


def goals_and_points(m: re.Match[str], ctx: Context) -> Reading | None:
    """`1-22 to 0-19`: a result of Gaelic games or Australian rules, goals and points beside each other."""
    if ctx.glued().isalnum() or ctx.glued() in ("-", "/", "."):
        return None
    said = [num.cardinal(int(f)) if int(f) else "nought" for f in m.groups()]
    return f"{said[0]} {said[1]} to {said[2]} {said[3]}", m.end()


def odds(m: re.Match[str], ctx: Context) -> Reading | None:
    """`100-1 outsider`, `odds of 7-1`, `from 12-1 to 8-1`: "to" in both usages."""
    first, second = int(m.group("a")), int(m.group("b"))
    if first == second:
        return ("fifty-fifty", m.end()) if first == 50 else None
    if stature([first, second], m.end(), "", ctx):
        return None
    if not asked(first, second, m.end(), ctx):
        return None
    return f"{num.integer(m.group('a'), ctx.british)} to {num.integer(m.group('b'), ctx.british)}", m.end()


def asked(first: int, second: int, end: int, ctx: Context) -> bool:
    """Whether words around two figures make them a price."""
    near, after = (ctx.before().lower(), ctx.before(2).lower()), ctx.after(end).lower()
    if (after in usage.odds() and near[0] != "by") or set(near) & usage.prices():
        return True
    if second == 1 and compiled(FROM_ODDS).search(ctx.text, max(0, ctx.start - 14), ctx.start):
        return True
    if near[0] != "at" or played(ctx):
        return False
    return (second == 1 and after not in usage.results()) or is_price(first, second, after, ctx)


FROM_ODDS = r"\b\d{1,3}[-/]1 (?:to|into) \Z"


def played(ctx: Context) -> bool:
    """Whether a figure at some moment is rather a score: of cricket, or of another game where nothing runs."""
    games = ctx.about("football", "rugby", "gaelic", "tennis", "cricket")
    return games and not (ctx.about("racing") or ctx.nearby(usage.odds() | usage.prices(), 24))


def is_price(first: int, second: int, after: str, ctx: Context) -> bool:
    """Whether `at 9-2` in British usage is a bookmaker's price: not a score, nor points of a game of tennis."""
    if not ctx.british or ctx.about("cricket") or not 0 < second < 41 or {first, second} <= {15, 30, 40}:
        return False
    return after not in usage.results() and not ctx.nearby(usage.standing(), 8)


SET = r"\d{1,2}[-–]\d{1,2}(?: ?\(\d{1,2}(?:[-–]\d{1,2})?\))?"
TENNIS = Rule(
    "tennis",
    (FIGURES,),
    rf"\d[-–]\d ?\(\d{{1,2}}(?:[-–]\d{{1,2}})?\)(?:,? {SET}(?![\d-])){{0,4}}"
    rf"|[0-7][-–][0-7](?!\d)(?:,? {SET}(?![\d-])){{1,4}}",
    tennis,
    follows="-–",
    lengths="1",
    source="ITF: sets, the tie-break in brackets",
)
GOALS_AND_POINTS = Rule(
    "goals and points",
    (FIGURES,),
    r"(\d)[-–](\d{1,2}) to (\d)[-–](\d{1,2})(?![\w%-]|[.,]\d| (?:percent|per cent|years|days|weeks|hours|points)\b)",
    goals_and_points,
    follows="-–",
    lengths="1",
    source="Gaelic and Australian rules: 1-22 to 0-19",
)
ODDS = Rule(
    "odds",
    (FIGURES,),
    r"(?P<a>\d{1,4})[-/–](?P<b>\d{1,3})(?![\w/-]|\s?[°%])",
    odds,
    follows="-/–",
    lengths="1234",
    source="bookmakers: 100-1",
)
SCORE = Rule(
    "score",
    (FIGURES,),
    rf"(?P<score>\d{{1,3}}(?:{DASH}\d{{1,3}}){{1,3}})(?![\d%°]|[/:]\d|[-–]\d|-[A-Z]|[.,]\d|\w)",
    score,
    follows="-–—‑−",
    lengths="123",
    source="results by sport and country (BBC Sport, AP sports style)",
)


def even(m: re.Match[str], ctx: Context) -> Reading | None:
    """`got to .500`, `above .500 in the conference`."""
    before = ("at", "above", "below", "over", "under", "to", "of", "a", "around", "near", "past")
    return ("five hundred", m.end()) if ctx.before().lower() in before and not ctx.glued().isalnum() else None


EVEN = Rule(
    "as many won as lost",
    (SYMBOL,),
    r"\.500(?![\d%]|\.\d)",
    even,
    ".",
    source="American leagues: above .500",
)
