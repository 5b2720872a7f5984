"""What is seen of a page only when every block of it has been decided: parts that the whole shows to be wrong.

`WHOLE` are rules that all apply, one after the other, each to what the one before has left.
"""

from __future__ import annotations

from typing import NamedTuple

from .. import rules
from ..facts import furniture
from ..model import Reason, Role
from ..rules import Rule, RuleSet
from .boxes import far_below
from .composing import Part
from .place import Place

_LEAST = 0.6
"""This share of what was found has to be read; less never was, on pages whose text was right."""
_FAR, _IDLE = "far below the text", "subhead without a text"
_SURE = (Reason.SAID_BEFORE, Reason.COOKIES, Reason.ORNAMENT, Reason.GALLERY, Reason.CODE, Reason.TABLE)
"""What is not read, however much of a page it is."""


class _Decided(NamedTuple):
    """A page and the part that each of its blocks is."""

    at: Place
    parts: list[Part]


def settled(at: Place, parts: list[Part]) -> list[Part]:
    """`parts`, of each block of a page in its order, as the whole page lets them be."""
    for rule in WHOLE.rules:
        if not rules.is_off(f"{WHOLE.name}/{rule.name}"):
            parts = rule.decide(_Decided(at, parts)) or parts
    return parts


def _without_far(page: _Decided) -> list[Part] | None:
    """What stands far below the text is outside of it, captions and headings around it too."""
    blocks, parts = page.at.page.blocks, page.parts
    read = [i for i, p in enumerate(parts) if not p.reason and blocks[i].kind not in ("caption", "heading")]
    if not (far := far_below(page.at, read)):
        return None
    end = max(i for i in read if i not in far)
    far.update(range(end + 1, len(parts)))
    return [
        Part(part.text, None, Reason.OUTSIDE, rule=f"{WHOLE.name}/{_FAR}") if i in far and not part.reason else part
        for i, part in enumerate(parts)
    ]


def _without_idle_subheads(page: _Decided) -> list[Part]:
    """Subheads with no text below them are furniture."""
    parts, following = page.parts[:], False
    for i in range(len(parts) - 1, -1, -1):
        part = parts[i]
        if part.role is Role.SUBHEAD and not following:
            parts[i] = Part(part.text, None, Reason.EMPTY_HEADING, rule=f"{WHOLE.name}/{_IDLE}")
        elif part.role is None and not part.reason:
            following = True
    return parts


def _after_all(page: _Decided) -> list[Part] | None:
    """All that was found, where the rules leave most of that out: this page is not like others."""
    at, far = page.at, f"{WHOLE.name}/{_FAR}"
    chosen = {block.text for block, yes in zip(at.page.blocks, at.chosen, strict=True) if yes}
    chosen -= {part.text for part in page.parts if part.reason in _SURE}
    if sum(len(part.text) for part in page.parts if not part.reason) >= _LEAST * sum(map(len, chosen)):
        return None
    return [
        Part(p.text, p.role, "")
        if p.text in chosen and p.reason not in _SURE and p.rule != far and not furniture.reason(p.text)
        else p
        for p in page.parts
    ]


WHOLE: RuleSet[_Decided, list[Part]] = RuleSet(
    "whole page",
    (
        Rule(_FAR, _without_far, "comments, notices and teasers far below that trafilatura takes for text"),
        Rule(_IDLE, _without_idle_subheads, "a heading is that of the text below it"),
        Rule("mostly left out", _after_all, "a page that every other rule takes for furniture is a story of lists"),
    ),
)
