"""What an editor decided about an article: kept in a file beside it, found again by the words it is about.

`edits_of` reads it, `edited` makes of a `Segmentation` and its edits the `Segmentation` that is read out.
docs/editing.md is for people.
"""

from __future__ import annotations

from .acting import Edited, edited
from .edits_file import NO_EDITS, ArticleWishes, Edit, Edits, edits_of, edits_path, read_edits, stamp
from .quoting import QuotedText

__all__ = [
    "NO_EDITS",
    "ArticleWishes",
    "Edit",
    "Edited",
    "Edits",
    "QuotedText",
    "edited",
    "edits_of",
    "edits_path",
    "read_edits",
    "stamp",
]
