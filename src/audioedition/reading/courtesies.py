"""What people write around what they send: a greeting, what is said of attachments, a closing, a signature.

The words are the table `courtesies`. A letter to readers has a greeting and a closing too: in what goes to a list they
stay, as long as no telephone or address stands below the closing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from ..facts import sentences
from ..lexis.tables import Lexis, derived
from ..model import Reason, Role
from ..segmentation.opening_words import SALUTATION, is_release
from ..segmentation.prose import is_sentence
from .composing import Part
from .passed_on import ABOVE

_NEAR = 4
"""Paragraphs at the head and above the closing that may be about the message itself."""
_LONGEST = 12
"""Words of the longest line of a signature."""
_MOST = 20
"""Lines of a signature."""
_CONTACT = re.compile(
    r"(?:\+|\b0)[\d()\s./-]{6,30}\d|\b\d{3}[-.\s]\d{3}[-.\s]\d{4}\b|\S@\S{1,80}\.\w|\bwww\.|https?://|\b(?:tel|mob)\b",
    re.I,
)
"""A telephone number, an address of mail or of a page."""


class _Words(NamedTuple):
    greetings: re.Pattern[str]
    closings: frozenset[str]
    courtesies: re.Pattern[str]


@derived
def _words(lexis: Lexis) -> _Words:
    rows = lexis.everywhere("courtesies")

    def of(means: str) -> list[str]:
        found = {row["word"] for row in rows if row["means"] == means}
        return sorted(found, key=len, reverse=True)

    forms = (re.sub(r"^\\\*", r".{0,40}?", re.escape(form)).replace(r"\*", r".{0,300}?") for form in of("courtesy"))
    greetings = "|".join(map(re.escape, of("greeting")))
    return _Words(
        re.compile(rf"(?:{greetings})(?:(?: [^,.!?;:\n]{{1,60}})|(?:, [^,.!?;:\n]{{1,40}}))?\s?[,.!:;–—-]?", re.I),
        frozenset(of("closing")),
        re.compile(rf"(?:{'|'.join(forms)})[.!?:]?", re.I),
    )


def without_courtesies(parts: Sequence[Part], *, to_readers: bool) -> list[Part]:
    """The parts of a message without its greeting, what it says about itself, its closing and its signature.
    `to_readers`: it goes to a list, whose letters may greet and close as they like."""
    out = list(parts)
    first = next((part.text for part in out if not part.reason and part.role is not Role.HEADLINE), "")
    if SALUTATION.match(first):
        return out  # to the editor, and meant to be printed
    closing = _closing(out)
    signature = _signature(out, closing) if closing is not None else 0
    if closing is not None and not (to_readers and not any(map(_is_contact, out[closing:signature]))):
        head = [i for i, part in enumerate(out[:closing]) if not part.reason]
        if _is_cover(out, closing, signature):
            _leave_out(out, head, "mail/note above")
        _leave_out(out, range(closing, signature), "mail/signature")
    if not to_readers:
        _leave_out_courtesies(out, closing if closing is not None else len(out))
    return out


def _leave_out(parts: list[Part], which: Sequence[int], rule: str) -> None:
    for i in which:
        if not parts[i].reason:
            parts[i] = replace(parts[i], role=None, reason=Reason.FURNITURE, rule=rule)


def _plain(text: str) -> str:
    return text.strip(" ,.!–—-").casefold().replace("’", "'")


def _closing(parts: Sequence[Part]) -> int | None:
    """The last line that closes a letter, if what stands below it could be a signature."""
    for i in range(len(parts) - 1, -1, -1):
        goes_on = i + 1 < len(parts) and not parts[i + 1].reason and is_sentence(parts[i + 1].text)
        if not (parts[i].reason or goes_on) and _plain(parts[i].text.partition("\n")[0]) in _words().closings:
            return i
    return None


def _signature(parts: Sequence[Part], closing: int) -> int:
    """The end of the signature below a closing: at a line of a release, at a line above a sentence that is no way to
    reach somebody, or at the end of the message."""
    end = closing + 1
    while end < len(parts) and end - closing <= _MOST:
        part = parts[end]
        heads = end + 1 < len(parts) and is_sentence(parts[end + 1].text) and not parts[end + 1].reason
        is_line = len(part.text.split()) <= _LONGEST and not is_sentence(part.text)
        if not part.reason and not _is_contact(part) and (not is_line or is_release(part.text)):
            break
        if not part.reason and heads and end > closing + 1 and not _is_contact(part):
            break
        end += 1
    return end


def _is_contact(part: Part) -> bool:
    return _CONTACT.search(part.text) is not None


def _is_cover(parts: Sequence[Part], closing: int, signature: int) -> bool:
    """Whether all above a signature is a note on what stands below it."""
    above = sum(len(part.text.split()) for part in parts[:closing] if not part.reason)
    below = sum(len(part.text.split()) for part in parts[signature:] if not part.reason)
    return above <= ABOVE and 3 * above < below


def _leave_out_courtesies(parts: list[Part], end: int) -> None:
    read = [i for i, part in enumerate(parts[:end]) if not part.reason]
    story = [i for i in read if parts[i].role is not Role.HEADLINE]
    if story and is_greeting(parts[story[0]].text):
        _leave_out(parts, story[:1], "mail/greeting")
        del story[0]
    if all(map(is_courtesy, (parts[i].text for i in story))):
        return  # it has nothing else to say
    for near in (story[:_NEAR], story[: -_NEAR - 1 : -1]):
        _leave_out(parts, [i for i in near if is_courtesy(parts[i].text)], "mail/about the message")


def is_greeting(text: str) -> bool:
    """Whether a paragraph greets whom a message goes to and says no more."""
    is_short = len(text.split()) <= (6 if text.strip()[-1:] in ",.!:;–—-" else 3)
    return is_short and _words().greetings.fullmatch(text.replace("’", "'").strip()) is not None


def is_courtesy(text: str) -> bool:
    """Whether every sentence of a paragraph is about the message, its attachments or whom it goes to."""
    plain = text.replace("’", "'")
    if len(plain) > 600:
        return False
    return all(_words().courtesies.fullmatch(plain[a:b].strip()) for a, b in sentences.split(plain))
