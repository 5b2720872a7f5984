"""What holds for a block of HTML wherever it stands, on a page or in a fragment that is all article."""

from __future__ import annotations

from typing import Protocol

from ..model import Reason, Role
from ..model.rules import Decision
from ..settings import ReadSettings
from .composing import Part
from .outline import Block
from .tables import row_said

Outcome = Reason | Role | Decision[Reason]
"""Of a rule about a block: why it is not read, what it is, or what rules of another set say of its line."""


class Seen(Protocol):
    """One block, and how its article is to be read."""

    @property
    def block(self) -> Block: ...

    @property
    def settings(self) -> ReadSettings: ...


def struck(seen: Seen) -> Reason | None:
    return Reason.STRUCK if seen.block.kind == "struck" else None


def control(seen: Seen) -> Reason | None:
    return Reason.FURNITURE if seen.block.kind == "control" else None


def ornament(seen: Seen) -> Reason | None:
    return None if any(c.isalnum() for c in seen.block.text) else Reason.ORNAMENT


def code(seen: Seen) -> Reason | None:
    return Reason.CODE if seen.block.kind == "code" and not seen.settings.code else None


def table(seen: Seen) -> Reason | None:
    read = seen.block.kind != "row" or row_said(seen.block.text, seen.block.told, seen.settings.tables)[1]
    return None if read else Reason.TABLE


def part(seen: Seen, decision: Decision[Outcome] | None) -> Part:
    """The block as the rules have decided, those of another set too that one of them asked; a paragraph where none of
    them knows it."""
    block = seen.block
    outcome, rule = decision or (None, "")
    if isinstance(outcome, Decision):
        outcome, rule = outcome.outcome, f"{rule}; {outcome.rule}"
    if isinstance(outcome, Reason):
        return Part(block.text, None, outcome, rule=rule)
    return Part(row_said(block.text, block.told, seen.settings.tables)[0], outcome, "", block.language, rule)
