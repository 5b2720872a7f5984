"""A heading that names somebody -> whose the quotations are that the story gives to nobody."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...lexis import first_names
from .mentions import Mention
from .quotations import Span

_NAME = r"[A-Z][^\W\d_’'-]+(?:[’' -](?:(?:da|de|la|van|von|der) )?[A-Z][^\W\d_]*\.?){0,4}"
_BEFORE = re.compile(rf"(?P<name>{_NAME})(?: ?[:|]| [–—-]) ?[\"“'‘]\w")
"""`Coady | 'We always believed'`, `Berg: “No regrets”`"""
_BEHIND = re.compile(rf"[\"“'‘][^\"“”]+[\"”'’],?(?: ?[:|]| [–—-]) ?(?P<name>{_NAME})\s*\Z")
"""`‘No regrets’ – Ana Berg`"""
_HEADING = re.compile(rf"(?P<name>(?P<first>[^\W\d_]+) {_NAME})(?: \([^()\n]*\)|, [^\n]{{3,60}})?\s*")
"""`Ana Berg (Wexley)`, `Ana Berg, grower`"""


def quoted_in_headline(text: str, head: Sequence[tuple[int, int]]) -> Mention | None:
    """Where the headline names whom it quotes, and says nothing more."""
    if not head:
        return None
    found = _BEFORE.match(text, *head[0]) or _BEHIND.match(text, *head[0])
    return found.span("name") if found else None


def quoted_below(
    text: str,
    subheads: Sequence[tuple[int, int]],
    paragraphs: Sequence[tuple[int, int]],
    found: Sequence[Sequence[Span]],
) -> dict[int, Mention]:
    """Start of a quotation that is its whole paragraph -> the person whom the heading above names: `Ana Berg (Wexley) /
    “We won.”`
    """
    below: dict[int, Mention] = {}
    headings = [(named, span[1]) for span in subheads if (named := _HEADING.fullmatch(text, *span))]
    if not any(first_names.gender(named["first"]) for named, _ in headings):
        return below
    for named, end in headings:
        for (first, last), spans in zip(paragraphs, found, strict=True):
            if first < end:
                continue
            if text[end:first].strip() or not _is_all_quoted(text, first, last, spans):
                break
            below.update((span.start, named.span("name")) for span in spans)
            end = last
    return below


def _is_all_quoted(text: str, start: int, end: int, spans: Sequence[Span]) -> bool:
    """Whether nothing of the reporter's stands in a paragraph."""
    edges = [start, *(edge for span in spans for edge in (span.start, span.end)), end]
    outside = zip(edges[::2], edges[1::2], strict=True)
    return bool(spans) and not any(text[a:b].strip() for a, b in outside)
