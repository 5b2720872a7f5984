"""The tail of a paragraph -> where an agency signs it off: `… he said. (ANI)`, `… next year. — Bernama`, `… now. PTI`.

Agencies end a story on the line of its last sentence; print has them there, and nobody says them.
"""

from __future__ import annotations

import re

from ..lexis.grammar import capitals_are_names
from ..model import Reason
from . import byline_words, furniture

_MOST = 70
"""Characters of the longest that is looked for."""
_TAIL = re.compile(
    r"(?<=[.!?…”\"’])(?P<all>\s*(?:\((?P<bracket>[^()]{2,60})\)|(?:[—–―-]{1,2}|(?<=\s)/)\s?(?P<dash>(?:[^.—–()]|(?<=[A-Z])\.){2,60}?)"
    r"|(?<=\s)(?P<bare>[A-Z][A-Za-z]+(?: [A-Z]{2,4}){0,5}|[Ww]ith [^.]{5,55}))\s*\.?\s*)\Z"
)
_LETTERS = re.compile(r"[A-Z]{2,6}(?:[/, &]+[A-Z][A-Za-z]{1,9}){0,3}")
_SERVICE = re.compile(
    r"(?:[A-Z][\w.&]* ){1,3}(?:News|Service|Agency|Agencies|Wires?)|Agencies"
    r"|(?:[A-Z][\w.’'-]* ){2,4}(?:[A-Z]\w+ )?(?:Correspondent|Reporter|Writer|Contributor)"
)
_SITE = re.compile(r"[a-z\d-]+(?:\.[a-z]{2,6}){1,2}")
_DATED = re.compile(r",\s(?:[A-Z][a-z]+ \d{1,2}, \d{4}|\d{1,2} [A-Z][a-z]+ \d{4})\Z")


_ENDED = r"(?:(?:(?<=[^\W\d_]{4})|(?<=[\d)”“\"«»]))[.!?]|[.!?][”“\"«»])"
_LETTERS_TYPED = r"\((?:[^\W\d_A-Z]{2,5}|[A-ZÄÖÜ]{2,4})(?:[/ ,&]{1,2}[^\W\d_]{2,5}){0,3}\)\.?"
_TYPED = re.compile(
    rf"{_ENDED}(?P<all>\s*{_LETTERS_TYPED}|(?:/[a-z]{{2,4}}){{1,3}}|\s[a-z]{{2,4}}(?:/[a-z]{{2,4}}){{0,2}})\s*\Z"
)
"""`… zu melden. (pm/san)`, `… verbucht./ck/he`, `… 714 90. pol`"""


def typed(text: str, start: int, end: int) -> int | None:
    """The offset where the letters begin of who typed the story that `text[start:end]` ends; None in English."""
    if not capitals_are_names():
        return None
    found = _TYPED.search(text, max(start, end - _MOST), end)
    return found.end("all") - len(found["all"].lstrip()) if found else None


_OPENS = re.compile(r"\([a-zäöü]{2,4}(?:/[a-zäöü]{2,4}){0,2}\) (?=[^\W\d_a-z])")


def opens(text: str, start: int, end: int) -> int | None:
    """Where the story begins behind the letters of who typed it: `(ty) Am gestrigen Morgen …`; None in English."""
    found = _OPENS.match(text, start, end) if capitals_are_names() else None
    return found.end() if found else None


def begins(text: str, start: int, end: int) -> int | None:
    """The offset where the agency's name begins that ends `text[start:end]`, or None where no agency signs it off.

    A paragraph that is nothing but its name is one too.
    In brackets any letters are one's; behind a dash or alone only what is known for one, or says what it is.
    """
    if end - start < _MOST and _is_credit(text[start:end]):
        return start
    at = max(start, end - _MOST)
    found = _TAIL.search(text, at, end)
    if not found or not any(map(str.isalnum, text[start : found.start("all")])):
        return None
    return found.end("all") - len(found["all"].lstrip()) if _is_name(found) else None


def _is_name(found: re.Match[str]) -> bool:
    words = _DATED.sub("", found["bracket"] or found["dash"] or found["bare"])
    if found["bracket"] and ":" in words and furniture.reason(words) is Reason.RELATED:
        return True  # `(Fuente: Congreso)`
    if _is_credit(words):
        return not found["bare"] or words.isupper() or words[:5].lower() == "with "
    if found["bracket"] and _is_paper(words):
        return True
    alike = _LETTERS if found["bracket"] else _SERVICE if found["dash"] else None
    return alike is not None and alike.fullmatch(words.replace(", ", " ")) is not None


def _is_paper(words: str) -> bool:
    """`(Wexle Gazette)`, `(wexle.example)`: a paper by the last word of its name, or its address."""
    *first, last = words.split()
    named = bool(first) and all(map(str.istitle, (*first, last))) and byline_words.matches("paper", last)
    return named or _SITE.fullmatch(words) is not None


def _is_credit(words: str) -> bool:
    return furniture.reason(words) is Reason.CREDITS
