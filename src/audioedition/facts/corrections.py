"""Whether a paragraph corrects a story, its own or an earlier one."""

from __future__ import annotations

import re

from .furniture_forms import STORY

_AMENDED = (
    rf"(?:this|the) (?:{STORY}|headline|version|blog)"
    r"(?: has been| was| is being| will be)\b[^.]{0,30}"
    r"\b(?:updated|corrected|amended|clarified|changed|edited|revised|modified)\b"
)
_CORRECTION = re.compile(
    r"\A(?:\W{0,3})(?:corrections?(?: and clarifications?)?|clarifications?|editor(?:['’]?s|s['’])? note"
    r"|editorial note|update(?=s?\s*:)|note to readers|for the record|author['’]s note"
    r"|amendment)\b(?: \([^)]{1,40}\)| (?:on )?\w+\.? \d{1,2}(?:, \d{4})?)?\s*[:–—-]"
    rf"|\A\W{{0,3}}(?:{_AMENDED}|(?:an|the) (?:earlier|previous|original|initial) "
    r"(?:version|edition|headline) of (?:this|the) )",
    re.I,
)


def is_correction(paragraph: str) -> bool:
    """Whether a paragraph is a correction, a clarification or an editor's note."""
    return len(paragraph) <= 1500 and _CORRECTION.match(paragraph) is not None
