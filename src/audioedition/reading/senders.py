"""What services and publishers say of themselves in letters and feeds: the table `sender_lines`."""

from __future__ import annotations

import re

from ..lexis.tables import Lexis, derived
from ..model import Reason

_MOST = 300
_LONGEST = 2000
"""Characters of a notice about who may read a mail."""


@derived
def _lines(lexis: Lexis) -> tuple[tuple[re.Pattern[str], int, Reason], ...]:
    """What such a line looks like, how long it is at most, and the reason."""

    def pattern(line: str, most: int) -> re.Pattern[str]:
        pieces = (rf"[^\n]{{0,{most}}}?".join(map(re.escape, line.split("*"))), r"\W{0,3}")
        return re.compile("".join(pieces), re.I)

    return tuple(
        (
            pattern(row["word"], _LONGEST if row["long"] else 200),
            _LONGEST if row["long"] else _MOST,
            Reason(row["means"]),
        )
        for row in lexis.everywhere("sender_lines")
    )


def of_sender(text: str) -> Reason | None:
    """Why a paragraph is the sender's and none of the story's, if it is."""
    if len(text) > _LONGEST:
        return None
    return next((reason for pattern, most, reason in _lines() if len(text) <= most and pattern.fullmatch(text)), None)
