"""Numbers with nothing behind them: years, codes, figures that are dialled or keyed in, and the rest."""

from __future__ import annotations

import re

from ...lexis import english
from .. import numbers as num
from ..scan import FIGURES, SYMBOL, Context, Reading, Rule, compiled
from . import units, usage
from .shapes import NUM_OR_FRACTION
from .telephones import LEADS
from .years import is_year


def plain_number(m: re.Match[str], ctx: Context) -> Reading | None:
    """Whatever is left; a pause behind the number of an index, right before its level: `ASX 200 8416.9`."""
    found = bare_number(m, ctx)
    if not found or not m.group("num").isdecimal() or not compiled(LEVEL_AHEAD).match(ctx.text, found[1]):
        return found
    return f"{found[0]},", found[1]


LEVEL_AHEAD = r" (?:\d{4,6}\.\d{1,2}|\d{1,3},\d{3}(?:\.\d{1,2})?)(?![\w-])"
"""Behind a number: another that is none of its thousands."""


def bare_number(m: re.Match[str], ctx: Context) -> Reading | None:
    """A year if it looks like one, else a cardinal; one by one after a leading zero."""
    figures, gb, end = m.group("num"), ctx.british, m.end()
    sign = m.group("sign") or ""
    if sign and (ctx.glued().isalnum() or ctx.glued() in (")", ".")):
        return None
    plus = ctx.text[end : end + 1] == "+" and not ctx.text[end + 1 : end + 2].isalnum()
    if sign or plus or not figures.isdecimal():
        return signed(sign, figures, plus, end, ctx)
    if len(figures) < 3:
        return num.integer(figures[1:] if padded(figures, end, ctx) else figures, gb), end
    if digitwise(figures, end, ctx):
        return num.digits(figures), end
    if coded(figures, end, ctx):
        return num.code(figures, gb), end
    if len(figures) == 4 and is_year(int(figures), end, ctx):
        return num.year(int(figures), gb), end
    return num.integer(figures, gb), end


def padded(figures: str, end: int, ctx: Context) -> bool:
    """Whether a nought only fills a column: `05 persons`, `03 were injured`."""
    after = ctx.after(end)
    counted = after in usage.crowds() or (after.endswith("s") and after not in usage.not_plurals()) or after == "were"
    return figures[0] == "0" and len(figures) == 2 and after.islower() and counted and ctx.glued() in ("", " ", "(")


def signed(sign: str, figures: str, plus: bool, end: int, ctx: Context) -> Reading:
    """`-3`, `±2.5`, `300+`, `4.12¼`."""
    lead = {"": "", "+": "plus ", "±": "plus or minus "}.get(sign, "minus ")
    part, behind = and_part(ctx.text, end) if "." in figures else ("", end)
    return f"{lead}{num.number(figures, ctx.british)}{part}{' plus' if plus else ''}", behind + plus


def and_part(text: str, end: int) -> Reading:
    """The quarter of a cent of `4.12¼`, `4.12 1/4`: (" and a quarter", its end), else ("", end)."""
    part = rf"(?P<sign>[{''.join(units.VULGAR)}])|[ -](?P<top>[1357])/(?P<bottom>[248])(?![\d/])"
    m = compiled(part).match(text, end)
    if not m:
        return "", end
    top, bottom = units.VULGAR[m.group("sign")] if m.group("sign") else (int(m.group("top")), int(m.group("bottom")))
    words = {(1, 2): "a half", (1, 4): "a quarter"}.get((top, bottom)) or num.fraction(top, bottom)
    return f" and {words}", m.end()


def coded(figures: str, end: int, ctx: Context) -> bool:
    """Whether three or four figures are part of a name: `Form 1040`, `Route 128`, `540 U.S. 12`, `a 747`."""
    if len(figures) == 4:
        return four_coded(figures, end, ctx)
    if len(figures) != 3:
        return False
    volume = ctx.text.startswith(" U.S. ", end) and ctx.text[end + 6 : end + 7].isdecimal()
    if volume or ctx.text.startswith("U.S. ", max(0, ctx.start - 5)):
        return True
    key = ctx.before().lower()
    if ctx.before() in ("RA", "EO", "PD", "AO", "MC", "CA") and ctx.usage.english == "PH":
        return True
    airliner = figures in usage.airliners() and key in usage.determiners() | {"a", "boeing"}
    return (airliner or key in usage.coded()) and ctx.after(end) not in usage.crowds()


def four_coded(figures: str, end: int, ctx: Context) -> bool:
    """`PC 2145`, `a 1040`, `the 2300 block`."""
    before = ctx.before()
    named = len(before) > 1 and before.isupper() and before not in english.capital_words() and not ctx.loud
    form = (before in ("a", "an") and int(figures) < 1100) or (before == "Act" and ctx.before(2) == "Republic")
    return named or form or before.lower() in usage.coded() or ctx.after(end) in usage.coded_before()


ZIP_AHEAD = r"(?:\b[A-Z][a-z]{1,5}\.|[A-Z]\.[A-Z]\.) $"
"""The abbreviated state before a ZIP code."""


CALLED_FROM = r"(?: (?:and|or) \d{3})? (?:area codes?|area(?! [a-z]+s\b)|region|belt)\b"
"""Behind three figures: where North America's telephone numbers begin so."""


def identifies(figures: str, end: int, ctx: Context) -> bool:
    """Whether five figures or more without a comma are a name: behind capitals or `No.`, before no noun."""
    if len(figures) < 5 or ctx.after(end).islower() or figures.endswith("000"):
        return False
    before = ctx.before()
    if len(before) < 4 and before.isupper() and not ctx.loud and before not in units.currency_codes():
        return True
    pin = ctx.usage.english == "IN" and len(figures) == 6 and before[:1].isupper()
    return pin or before.lower() in usage.numbered_records()


def numbered_long(figures: str, after: str) -> bool:
    """Whether figures without a comma are a number of a file: eight that begin with a year, or ten and more; not round,
    and before no plural."""
    dated = len(figures) == 8 and figures[:2] in ("19", "20")
    if not (dated or len(figures) > 9) or figures.endswith("000"):
        return False
    return not after.endswith("s") or after in usage.not_plurals() | usage.function_words()


def called(figures: str, end: int, ctx: Context) -> bool:
    """`give Roe a call on 628227687`; a number of a British exchange behind its address."""
    if 6 < len(figures) < 12 and compiled(LEADS).search(ctx.text, max(0, ctx.start - 48), ctx.start):
        return True
    return behind_address(figures, end, ctx)


def behind_address(figures: str, end: int, ctx: Context) -> bool:
    """`Ann Poe, 3 Mill Close, 677963`: a number of a British exchange."""
    if len(figures) != 6 or not ctx.british or figures.endswith("00"):
        return False
    closed = compiled(r"[.,;)]|$|\n").match(ctx.text, end) is not None
    return (
        closed and compiled(r"[A-Z][a-z]+(?:,| on) $").search(ctx.text[max(0, ctx.start - 24) : ctx.start]) is not None
    )


def digitwise(figures: str, end: int, ctx: Context) -> bool:
    """`Call 911`, `ZIP code 95051`, `ending in 8876`: figures that are dialled or keyed in."""
    before, after = ctx.before().lower(), ctx.after(end).lower()
    if identifies(figures, end, ctx) or numbered_long(figures, after) or called(figures, end, ctx):
        return True
    if (len(figures), before) in ((3, "code"), (5, "train")):
        return True
    if len(figures) == 5 and compiled(ZIP_AHEAD).search(ctx.text[max(0, ctx.start - 8) : ctx.start]):
        return True
    if len(figures) == 3:
        return three_dialled(figures, before, after, end, ctx)
    if before in ("to", "on") and len(figures) in (5, 6):
        return ctx.nearby(usage.dialled(), 12) and after not in usage.crowds()
    return keyed_in(figures, before, ctx.before(2).lower())


def keyed_in(figures: str, before: str, second: str) -> bool:
    """`PIN 8876`, `incident number 2353`, `ending in 8876`: by the two words before."""
    if before in usage.keyed() or before == "ending" or (before == "in" and second in ("ending", "ends")):
        return True
    if before in ("number", "no"):
        return second in usage.numbered_incidents()
    return len(figures) == 4 and before in ("dial", "dialling", "dialing")


def three_dialled(figures: str, before: str, after: str, end: int, ctx: Context) -> bool:
    """`call 211`, `the 613 area`, `999 calls`."""
    if not ctx.british and before in ("the", "and", "or") and compiled(CALLED_FROM).match(ctx.text, end):
        return True
    called = before in ("or", "dial", "call", "ring", "phone", "to", "on", "via") and ctx.nearby(usage.dialled(), 40)
    emergency = figures in ("911", "999", "112", "988", "000") and (after in usage.calls() or called)
    emergency = emergency or (figures, before) == ("111", "nhs")
    also = before in ("or", "and", "on") and ctx.nearby(usage.dialled(), 10)
    return emergency or also or before in usage.dialled() or after in ("hotline", "helpline")


NUMBER = Rule(
    "number",
    (FIGURES, SYMBOL),
    rf"(?P<sign>[-−–+±](?=\.?\d))?(?P<num>{NUM_OR_FRACTION})",
    plain_number,
    "-−–.+±",
    source="AP and Guardian: numbers; years by size and words around",
)
