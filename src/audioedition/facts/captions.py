"""Whether a paragraph says by its head or its tail that it belongs to a picture: credits and labels of captions."""

from __future__ import annotations

import re

from ..lexis.grammar import capitals_are_names
from .affiliations import is_picture_credit
from .byline_words import match, matches
from .picture_credits import closed_ends, cues, first_words, heads, names, open_ends

_MOST = 600
"""Characters of the longest caption that is looked for."""
_TAIL = 260
"""Characters at the end in which a credit stands."""

_WORD = re.compile(r"[^\W\d_]+")
_SPOKEN_ENDS = (".”", '."', ".’", ".'")
"""What no credit ends with."""


_INITIALS = re.compile(r"(?:\b[A-ZÀ-Þ]\.[ -]?){2,3}\Z")
"""Behind a credit: `MDL - J. R.`"""


def is_caption(paragraph: str) -> bool:
    """Whether a paragraph says by its head or its tail that it belongs to a picture."""
    if not paragraph or len(paragraph) > _MOST:
        return False
    if _begins(paragraph):
        return True
    if paragraph.endswith(_SPOKEN_ENDS):
        return False
    if _ends_with_owner(paragraph):
        return True
    start = max(0, len(paragraph) - _TAIL)
    if (paragraph[-1] != "." or _INITIALS.search(paragraph)) and open_ends().search(paragraph, start):
        return True
    return (paragraph[-1] != "." or _is_cued(paragraph[start:])) and closed_ends().search(paragraph, start) is not None


def _begins(paragraph: str) -> bool:
    word = _WORD.match(paragraph)
    led = word is not None and word[0].lower() in first_words()
    return (led and heads().match(paragraph) is not None) or names().match(paragraph) is not None


def _is_cued(tail: str) -> bool:
    """Whether anything stands in it that the end of a caption cannot do without."""
    small = tail.lower()
    for cue in cues():  # noqa: SIM110  (asked of every paragraph: any(...) costs three times as much)
        if cue in small:
            return True
    return False


_CREDIT_MOST = 60
"""Characters of the longest credit that stands alone."""
_SHOWN = 5
"""Words of the shortest caption that an owner ends."""
_BESIDE_CREDIT = " ()[]©.|/–—-"
_STROKE = re.compile(r"\s*[/|]\s*|(?<=[.!?»”])\s+(?:[–—-]\s+)?|\s+[–—-]\s+|,\s(?:über|via)\s")
"""What stands before an owner: `/ EFE`, `. AFP`, ` - Lusa`, `, über dts`."""


def is_credit(line: str) -> bool:
    """Whether a line says whose picture stands above it, and nothing else: `AFP`, `© Ana Ruiz`, `Ana Ruiz/dpa`.

    The same line can be a byline: what stands around it decides.
    """
    if not 1 < len(line) <= _CREDIT_MOST or line.endswith(("?", "!", ":")):
        return False
    bare = line.strip(_BESIDE_CREDIT)
    if line.startswith("©") or _is_owner(bare) or is_picture_credit(line) or matches("picture", line.split()[0]):
        return True
    if sourced := match("source", line):
        bare = line[sourced.end() :].strip(_BESIDE_CREDIT)
    first, *others = _STROKE.split(bare)
    beside = bool(others) and first[:1].isupper() and len(first.split()) <= 4
    return _is_owner(bare) or (beside and (_is_owner(others[-1]) or _is_owner(first)))


def _is_owner(words: str) -> bool:
    return any(matches(kind, written) for kind in ("agency", "credit", "house") for written in (words, f"{words}."))


def _ends_with_owner(paragraph: str) -> bool:
    """`El puente, cerrado desde mayo. / EFE`, in papers that name an agency so."""
    if paragraph[-1] in '.!?:;”»"' or not capitals_are_names() or _is_signed_story(paragraph):
        return False
    words, *behind = _STROKE.split(paragraph[-_TAIL:].rstrip(" )]"))
    if not behind or len(words.split()) < _SHOWN:
        return False
    last = behind[-1].strip(_BESIDE_CREDIT)
    return _is_owner(last) or (match("pictures", f" {last}") is not None and len(last.split()) < _SHOWN)


_STORY = 200
"""Characters of the shortest paragraph of several sentences that is a story behind which an agency's name stands."""
_SIGNED = re.compile(r"[.!?»”\"]\s?\((?P<code>[A-Za-z]{2,4}(?:-[A-Za-z]{2,4})?/)?[^()]{2,40}\)\Z")


def _is_signed_story(paragraph: str) -> bool:
    """Whether an agency signs a story: `… della sede. (Lro/Adnkronos)`, or several sentences and `(ANSA)`."""
    signed = _SIGNED.search(paragraph)
    if signed is None:
        return False
    several = re.search(r"[.!?»”] [^\W\d_a-z]", paragraph[: signed.start()]) is not None
    return signed["code"] is not None or (several and signed.start() > _STORY)
