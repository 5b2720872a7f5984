"""Rules as values: named, in order, each saying where it comes from; the first that answers decides.

A stage that decides something by rules holds them in a `RuleSet`. What decided is kept beside what was decided, so that
`audioedition script --why` can say it; and a test switches off every rule in turn, and demands that a row fails.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

Subject = TypeVar("Subject")
Outcome = TypeVar("Outcome")


@dataclass(frozen=True, slots=True)
class Rule(Generic[Subject, Outcome]):
    """One way of deciding."""

    name: str
    """In the field's own words; unique in its set."""
    decide: Callable[[Subject], Outcome | None]
    """The outcome, or None to leave the subject to later rules. Pure."""
    source: str
    """One line: the convention, style book or case that it comes from."""


class Decision(NamedTuple, Generic[Outcome]):
    """What was decided, and by which rule: `SET/NAME`, with `; ` before the rule of another set that it asked."""

    outcome: Outcome
    rule: str


class RuleSet(Generic[Subject, Outcome]):
    """Rules in their order. Names every rule once; all sets are in `SETS`."""

    def __init__(self, name: str, rules: Sequence[Rule[Subject, Outcome]]):
        self.name = name
        self.rules = tuple(rules)
        names = [rule.name for rule in rules]
        if len(set(names)) < len(names):
            raise ValueError(f"{name} has two rules of one name")
        SETS[name] = self  # type: ignore[assignment]
        SOURCES.update((f"{name}/{rule.name}", rule.source) for rule in rules)

    def first(self, subject: Subject, among: Iterable[int] | None = None) -> Decision[Outcome] | None:
        """The first answer, or None when no rule has one; `among`: the places, in order, of those that can have one."""
        for rule in self.rules if among is None else map(self.rules.__getitem__, among):
            if _off and f"{self.name}/{rule.name}" in _off:
                continue
            outcome = rule.decide(subject)
            if outcome is not None:
                return Decision(outcome, f"{self.name}/{rule.name}")
        return None


SOURCES: dict[str, str] = {}
"""`SET/NAME` of every rule whose module has been imported -> where it comes from."""


def explained(decided: str) -> str:
    """What decided something, with where each of its rules comes from: `furniture/label` -> `furniture/label (…)`."""
    parts = decided.split("; ")
    return "; ".join(f"{part} ({SOURCES[part]})" if SOURCES.get(part) else part for part in parts)


SETS: dict[str, RuleSet[object, object]] = {}
"""Every set of rules whose module has been imported, by name."""
_off: set[str] = set()


def is_off(rule: str) -> bool:
    """Whether `SET/NAME` is switched off now: for mechanisms with a loop of their own."""
    return rule in _off


def off() -> frozenset[str]:
    """All rules that are switched off now: for caches of what rules decide."""
    return frozenset(_off)


@contextlib.contextmanager
def without(rule: str) -> Iterator[None]:
    """Within this, the rule `SET/NAME` does not exist: for the test that every rule is needed."""
    _off.add(rule)
    try:
        yield
    finally:
        _off.discard(rule)
