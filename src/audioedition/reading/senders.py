"""What services and publishers say of themselves in letters and feeds: the table `sender_lines`."""

from __future__ import annotations

import re

from ..lexis.tables import Lexis, derived
from ..model import Reason

_MOST = 300


@derived
def _lines(lexis: Lexis) -> tuple[tuple[re.Pattern[str], Reason], ...]:
    def pattern(line: str) -> re.Pattern[str]:
        pieces = (r"[^\n]{0,200}?".join(map(re.escape, line.split("*"))), r"\W{0,3}")
        return re.compile("".join(pieces), re.I)

    return tuple((pattern(row["word"]), Reason(row["means"])) for row in lexis.everywhere("sender_lines"))


def of_sender(text: str) -> Reason | None:
    """Why a paragraph is the sender's and none of the story's, if it is."""
    if len(text) > _MOST:
        return None
    return next((reason for pattern, reason in _lines() if pattern.fullmatch(text)), None)
