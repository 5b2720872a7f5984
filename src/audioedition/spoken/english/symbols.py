"""Single symbols: words for those that stand for one, nothing for ornaments."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from ...lexis import english
from ...model.rules import Rule as Choice
from ...model.rules import RuleSet
from .. import numbers as num
from ..scan import SYMBOL, Context, Reading, Rule, compiled
from . import units
from .acronyms import spelled
from .guesses import UNKNOWN_SIGN
from .shapes import keep_stop


def symbol(m: re.Match[str], ctx: Context) -> Reading | None:
    """The word of a symbol, from what stands on either side of it."""
    c, end = m.group(), m.end()
    before, after = ctx.text[end - 2 : end - 1] if end > 1 else "", ctx.text[end : end + 1]
    if c in BY_NEIGHBOURS:
        return BY_NEIGHBOURS[c](before, after, end, ctx)
    if c in english.silent_signs() or unicodedata.category(c) in ("Cc", "Cf", "Co", "Cs"):
        return " " if c in english.spaced_signs() and before.strip() and after.strip() else "", end
    if c in english.sign_words():
        return worded(c, before, after, end, ctx)
    if c.isnumeric():
        return numeric(c, before, ctx), end
    if unicodedata.category(c) in ("Sc", "Sk", "Sm"):
        ctx.doubt(c, "", UNKNOWN_SIGN, 0.7)
    return None


def worded(c: str, before: str, after: str, end: int, ctx: Context) -> Reading:
    """A sign that stands for a word."""
    if c == "$" and "$" in (before, after) and compiled(r"\$*(?!\w)").match(ctx.text, end):
        return "", end  # "$$$": how dear a restaurant is
    if c == "%" and ctx.text.startswith("ile", end):
        return " percentile", end + 3
    word = english.sign_words()[c]
    return f" {word.removesuffix('s') if c in '£$€' and ctx.before().lower() in ('the', 'per') else word}", end


def tilde(before: str, after: str, end: int, ctx: Context) -> Reading:
    """`5~10`, as Korean and Japanese papers write."""
    if after.isalpha() and not before.strip():
        return "about ", end
    return " to " if before.isdecimal() and after.isdecimal() else "", end


def plus(before: str, after: str, end: int, ctx: Context) -> Reading:
    """`C++`, `$5 + tip`, `5c+`; before an amount `+₹500`."""
    if not before.strip() and after and (after.isdecimal() or unicodedata.category(after) == "Sc"):
        return "plus ", end
    return " plus" if before else "", end


def asterisk(before: str, after: str, end: int, ctx: Context) -> Reading:
    """`2 * 8`; the star of a footnote is silent."""
    times = ctx.before().isdecimal() and ctx.text[end : end + 2].strip()[:1].isdecimal()
    return " times" if times else " " if before == "." and after.isalpha() else "", end


def hash_sign(before: str, after: str, end: int, ctx: Context) -> Reading:
    return "number " if after.isdecimal() else "", end


def section(before: str, after: str, end: int, ctx: Context) -> Reading:
    return (" sections", end + 1) if after == "§" else (" section", end)


ROAD_BEHIND = r"(?:I|US|SR|U\.S\.|[AMN])[- ]?\d|[A-Z][a-z]+ (?:St|Ave|Road|Street)"
ROAD_BEFORE = r"(?:\b(?:I|US|SR|U\.S\.)[- ]?|\b[AMNI]-?)\d{1,4}$"


def between_roads(after: str, end: int, ctx: Context) -> str:
    """The pause of `U.S. 1/I-95` and `I-80/94`; else ""."""
    if compiled(ROAD_BEHIND).match(ctx.text, end):
        return ", "
    return " " if after.isdecimal() and compiled(ROAD_BEFORE).search(ctx.text[max(0, end - 10) : end - 1]) else ""


def slash(before: str, after: str, end: int, ctx: Context) -> Reading:
    """`83.42/$`, `4/day`, `60 miles/hour`, else what a slash between words is; nobody says it on the air: a pause."""
    if before.isdecimal() and (pause := between_roads(after, end, ctx)):
        return pause, end
    if after == "$" and before.isdecimal() and not ctx.text[end + 1 : end + 2].isdecimal():
        return " to the dollar", end + 1
    if per := of_each(before, end, ctx):
        return per
    decision = SLASHES.first(Slash(before, after, ctx))
    return decision.outcome if decision else ", ", end


def of_each(before: str, end: int, ctx: Context) -> Reading | None:
    """`4/day`, `tons/acre`, `GNP/capita`: how much of one thing for each of another."""
    rate = compiled(r"([A-Za-z]{2,10})\b\.?").match(ctx.text, end)
    name = units.rates().get(rate.group(1)) if rate else None
    if not rate or not name:
        return None
    if before.isdecimal():
        return f" per {name}", keep_stop(ctx.text, rate.end())
    counted = len(rate.group(1)) > 2 and (ctx.before().endswith("s") or name == "capita")
    return (f" per {name}", keep_stop(ctx.text, rate.end())) if counted else None


def bar(before: str, after: str, end: int, ctx: Context) -> Reading:
    """`Elm Road | Call 555-0142`: a pause."""
    return ", " if before.strip() or after.strip() or ctx.before() else "", end


BY_NEIGHBOURS = {"|": bar, "~": tilde, "+": plus, "*": asterisk, "#": hash_sign, "/": slash, "§": section}


class Slash(NamedTuple):
    """A slash with the characters beside it."""

    before: str
    after: str
    ctx: Context

    def follows(self, pattern: str) -> bool:
        return compiled(pattern).match(self.ctx.text, self.ctx.start + 1) is not None


def _alone(slash: Slash) -> str | None:
    lonely = not slash.before or not slash.after or slash.before.isspace() != slash.after.isspace()
    return " " if lonely or slash.before == "*" or slash.follows(r"[,;:)\]]|\.(?!\d)") else None


def _either(slash: Slash) -> str | None:
    if slash.ctx.before().lower() == "over" and slash.follows("under"):
        return " "
    first = slash.ctx.before().lower() if slash.before.isalpha() or slash.before == " " else ""
    if first in PERSONS and slash.follows(r" ?(?:s?he|hers?|him|his|they|theirs?|them)\b"):
        return "or" if slash.before == " " else " or "
    return slash.before.strip() and " " if first in ("and", "either") else None


def _abbreviations(slash: Slash) -> str | None:
    return " " if slash.before == "." and slash.follows(r"[a-z]{2,5}\.") else None


def by_letters(word: str) -> bool:
    """Whether a word of three letters or more is said by them: two side by side need a pause, `CNN/WMUR`."""
    return len(word) > 2 and word.isupper() and spelled(word)


def _names(slash: Slash) -> str | None:
    before, after, word = slash.before, slash.after, slash.ctx.before()
    if compiled(r"\d[A-Z]\Z|[\d°º] ?[CF]\Z").search(slash.ctx.text, max(0, slash.ctx.start - 4), slash.ctx.start):
        return None  # `180C/160C`
    if word[:1].isupper() and before.isalpha() and after.isupper():
        return ", " if all(map(by_letters, (word, slash.ctx.after(slash.ctx.start + 1)))) else " "
    numbered = before.isupper() and after.isdecimal() and len(word) == 1
    return " " if numbered or (before.isupper() and after.isupper()) else None


def _figures(slash: Slash) -> str | None:
    """`12345/67`: figures alone; not `Route 202/202A`, `27/5'4"`."""
    figures = slash.before.isdecimal() and compiled(r"\d+(?![A-Z]\b)").match(slash.ctx.text, slash.ctx.start + 1)
    if not figures or slash.ctx.ahead() > figures.end():
        return None
    routed = slash.ctx.before(2).lower() in ("route", "routes")
    return None if routed else " slash"


def _path(slash: Slash) -> str | None:
    """`=/usr`, `./run`, `[/quote]`: of a computer."""
    dot = slash.before == "." and not slash.ctx.text[slash.ctx.start - 2 : slash.ctx.start - 1].isalnum()
    return " slash " if slash.before in tuple(",=:<[") or dot else None


def _bare(slash: Slash) -> str | None:
    """`g/km`, `upgrade/update`: nothing but the words themselves, or two units."""
    lead, behind = slash.ctx.before(), slash.ctx.after(slash.ctx.start + 1)
    short = lead.islower() and behind.islower() and len(lead) < 3 and len(behind) < 3 and slash.before != " "
    words = len(slash.ctx.tokens) < 6 and lead.islower() and behind.islower()
    return " slash" if short or words else None


PERSONS = frozenset(["he", "she", "him", "her", "his", "hers"])


def _apart(slash: Slash) -> str | None:
    return "—" if slash.before == " " else None


SLASHES: RuleSet[Slash, str] = RuleSet(
    "slashes",
    (
        Choice("alone", _alone, "a slash at an edge is layout"),
        Choice("either", _either, "AP: he/she is he or she; and/or with a pause at most"),
        Choice("path", _path, "paths of files: =/usr/local"),
        Choice("figures", _figures, "files by numbers: 12345/67"),
        Choice("bare", _bare, "two units, or words alone: g/km"),
        Choice("abbreviations", _abbreviations, "stu./sr. $15: one beside the other"),
        Choice("names", _names, "YouGov/Ipsos, C/2023 A3: two names side by side"),
        Choice("apart", _apart, "lists: stone / brick, 12 GB / 256 GB"),
    ),
)


def numeric(c: str, before: str, ctx: Context) -> str:
    """`²`, `①`, `Ⅻ`: a power behind a short word, a note's sign (silent) behind a longer one, else its value."""
    if before.isalpha() and c in "²³" and len(ctx.before()) < 3:
        return " squared" if c == "²" else " cubed"
    if before.isalpha() and len(ctx.before()) > 2:
        return ""
    value = unicodedata.numeric(c)
    words = (
        num.cardinal(int(value))
        if value == int(value) and abs(value) < 1e15
        else num.number(f"{value:.3f}".rstrip("0"))
    )
    return f" {words}"


def plus_minus(m: re.Match[str], ctx: Context) -> Reading | None:
    """`+/-3%`."""
    return " plus or minus ", m.end()


PLUS_MINUS = Rule(
    "plus or minus",
    (SYMBOL,),
    r"\+/[-−–]\s?",
    plus_minus,
    "+",
    source="margins of error in polls: +/-3%",
)
SYMBOL_RULE = Rule(
    "symbol",
    (SYMBOL,),
    r"(?![,.;:!?()\[\]\"'“”‘’…–—-])(?s:.)",
    symbol,
    source="lexis/en/signs.tsv; Unicode names",
)
