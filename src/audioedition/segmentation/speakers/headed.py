"""A headline that quotes somebody -> where it names them: whose the quotations are that the story gives to nobody."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .mentions import Mention

_NAME = r"[A-Z][^\W\d_’'-]+(?:[’' -](?:(?:da|de|la|van|von|der) )?[A-Z][^\W\d_]*\.?){0,4}"
_BEFORE = re.compile(rf"(?P<name>{_NAME})(?: ?[:|]| [–—-]) ?[\"“'‘]\w")
"""`Coady | 'We always believed'`, `Berg: “No regrets”`"""
_BEHIND = re.compile(rf"[\"“'‘][^\"“”]+[\"”'’],?(?: ?[:|]| [–—-]) ?(?P<name>{_NAME})\s*\Z")
"""`‘No regrets’ – Ana Berg`"""


def quoted_in_headline(text: str, head: Sequence[tuple[int, int]]) -> Mention | None:
    """Where the headline names whom it quotes, and says nothing more."""
    if not head:
        return None
    found = _BEFORE.match(text, *head[0]) or _BEHIND.match(text, *head[0])
    return found.span("name") if found else None
