"""How likely each block of a page is its article's, from what it is and where it stands.

Boosted trees (`chances.npz`, made by `training/pages.py`) weigh `block_features`. They have seen pages of other sites
only and have the last word where the rules have none: a line of the page that no rule knows, a short line at the edge.
"""

from __future__ import annotations

import functools
from pathlib import Path

from ..model import trees
from .block_features import rows
from .place import Place

UNLIKE = 0.3
"""Below this chance a line is none of the article's, chosen on sites that the trees had not seen."""
UNLIKE_PARAGRAPH = 0.2
"""The same for a paragraph: losing one is worse."""
PARAGRAPH = 20
"""Words of a line from which on it is a paragraph."""
LIKE = 0.85
"""From this chance on a scrap below the text is of it."""
LIKE_ABOVE = 0.9
"""The same above it, where bylines and dates stand: of eleven scraps of six words on labelled pages three are likelier,
all of them a recipe's."""
_MOST_BLOCKS = 5000
"""Longer pages are read without the trees: they are books and lists."""


def chances(place: Place, headline: str) -> dict[int, float]:
    """Index of a block -> the chance, from 0 to 1, that it is the article's, for all that were chosen."""
    if len(place.page.blocks) > _MOST_BLOCKS:
        return {}
    indices, numbers = rows(place, headline)
    if not indices:
        return {}
    import numpy as np

    odds = _trees().leaves(np.array(numbers, dtype=np.float32)).sum(axis=1)
    return dict(zip(indices, (1 / (1 + np.exp(-odds))).tolist(), strict=True))


@functools.cache
def _trees() -> trees.Trees:
    return trees.load(Path(__file__).with_name("chances.npz"))[0]
