"""Whether four figures without a comma are a year."""

from __future__ import annotations

from typing import NamedTuple

from ...model.rules import Rule as Choice
from ...model.rules import RuleSet
from ..scan import Context
from . import usage


class Four(NamedTuple):
    """Four figures without a comma."""

    n: int
    end: int
    ctx: Context

    @property
    def before(self) -> str:
        return self.ctx.before().lower()

    @property
    def after(self) -> str:
        return self.ctx.after(self.end)

    @property
    def counts(self) -> bool:
        """Whether a plural noun follows."""
        return self.after.endswith("s") and self.after.islower() and self.after not in usage.not_plurals()


def _known_year(f: Four) -> bool | None:
    return True if f.n == 1066 or (f.before == "in" and 1900 < f.n < 2100 and f.after in usage.crowds()) else None


def _of(f: Four) -> bool | None:
    if f.before != "of" or not 1100 < f.n < 2100 or not f.n % 10 or f.after in usage.crowds():
        return None
    return f.ctx.before(2).lower() not in usage.amounts()


def _crowd(f: Four) -> bool | None:
    possible = 1000 < f.n < 2100 or (f.before == "year" and f.n < 3000)
    if possible and f.after not in usage.crowds() and f.before != "number":
        return None
    return 1000 < f.n < 2100 and f.n % 100 == 0 and f.n % 1000 != 0


def _dated(f: Four) -> bool | None:
    return True if f.before in usage.year_before() else None


def _modern(f: Four) -> bool | None:
    return not (f.before in usage.roughly() and f.counts) if f.n >= 1900 else None


def _ancient(f: Four) -> bool | None:
    return False if f.n < 1100 else None


def _about(f: Four) -> bool | None:
    if f.before in ("about", "around") and f.n < 2000 and not f.after:
        return True
    if f.before not in usage.roughly() or f.counts:
        return None
    return f.n % 100 == 0 or f.ctx.before(2).lower() in usage.year_before() | {"before", "after", "from"}


def _other(f: Four) -> bool | None:
    return f.n % 100 == 0 or not f.counts


YEARS: RuleSet[Four, bool] = RuleSet(
    "years",
    (
        Choice("known", _known_year, "1066; in 2012 people voted"),
        Choice("of", _of, "the summer of 2001, but a total of 1850"),
        Choice("crowd", _crowd, "1850 crates; 1200 people are twelve hundred"),
        Choice("dated", _dated, "since 1850, by 2030"),
        Choice("modern", _modern, "figures from 1900 to 2099 without a comma"),
        Choice("ancient", _ancient, "AP writes 1,050 with a comma, so that 1050 is rare"),
        Choice("about", _about, "a mill of about 1734"),
        Choice("other", _other, "four figures that count nothing"),
    ),
)


def is_year(n: int, end: int, ctx: Context) -> bool:
    """Whether four figures without a comma are a year: by size, what they count and the word before."""
    decision = YEARS.first(Four(n, end, ctx))
    return decision is not None and decision.outcome
