"""Lines of an opening that belong to a picture, told by their form and by where they stand."""

from __future__ import annotations

import re

from ..facts import dates, furniture
from ..facts.captions import is_caption
from ..lexis import first_names
from ..lexis.tables import in_use, is_english
from .opening_facts import ENDS, Line, byline_of

_LABELLED = re.compile(r"[:,;]\Z|[:.!?] ")
_CAPTION = re.compile(r"\A[A-Z]{3,}(?: [A-Z]{2,}){0,3}\. [A-Z]|, (?:from|second from|far) (?:left|right),")


def is_caption_by_place(line: Line) -> bool:
    """On a pasted page a line without a stop below the time or the share buttons: a standfirst stands above them."""
    above = line.before
    below = above is not None and (above.stamp or above.furniture is not None or _is_below_names(line, above))
    return (
        line.pasted
        and below
        and line.is_phrase
        and 5 <= len(line.words) <= 30
        and (line.byline is None or line.is_subject)
        and not _is_one_of_points(line)
    )


def _is_one_of_points(line: Line) -> bool:
    """Whether another such line follows, as below `Key points`: a picture has one."""
    below = line.after
    fits = 3 <= len(below.split()) <= 30 and not ENDS.search(below) and not _LABELLED.search(below)
    fits = fits and not line.text[0].isdigit()  # `17:41 Ferry back`: what heads an entry further down
    return fits and not (furniture.reason(below) or byline_of(below) or dates.is_timestamp(below) or is_caption(below))


def _is_below_names(line: Line, above: Line) -> bool:
    """Whether a time and who wrote stand above, and lines of the page between them and a line."""
    return line.apart and above.byline is not None and above.before is not None and above.before.stamp


def is_caption_by_form(line: Line) -> bool:
    """Elsewhere than in English a story so begins: `BRAUNSTADT. Der letzte Haarschnitt war umsonst.`"""
    return line.pasted and is_english(in_use().language) and _CAPTION.search(line.text) is not None


def is_shown(line: Line) -> bool:
    """`Goalkeeper Ray Coll`, `Ashby captain Joe Brill`: who is in the picture."""
    name = line.words[-2:]
    return (
        3 <= len(line.words) <= 5
        and (line.byline is None or line.byline.how == "bare")
        and line.is_phrase
        and all(word[:1].isupper() for word in name)
        and first_names.gender(name[0]) is not None
        and first_names.gender(line.words[0]) is None
    )
