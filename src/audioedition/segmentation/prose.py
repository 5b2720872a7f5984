"""Whether a line is running text: what tells a paragraph of a story from headings, rows and the page around it."""

from __future__ import annotations

import re
from collections.abc import Sequence

WORD = re.compile(r"[^\W\d_][\w’'-]*")
_FULL = 8
"""Words of the shortest line that is surely running text."""
_ENDS = re.compile(r"[.!?…。！？](?:\s?»)?[\"'”’»“)\]]*\Z")


def is_sentence(line: str, least: int = _FULL) -> bool:
    """Whether a line is running text: so many words and more, most of them small, and a mark at its end."""
    words = WORD.findall(line[:2000])
    return is_running(words, share_of_small(words), ends=ends(line), least=least)


def is_running(words: Sequence[str], small: float, *, ends: bool, least: int = _FULL) -> bool:
    """The same of the words of a line, `small` of which begin with a small letter."""
    return len(words) >= least and small > 0.4 and ends


def share_of_small(words: Sequence[str]) -> float:
    """The share of words that begin with a small letter."""
    return sum(word[0].islower() for word in words) / max(len(words), 1)


def ends(line: str) -> bool:
    """Whether a line ends like a sentence."""
    return _ENDS.search(line[-6:]) is not None
