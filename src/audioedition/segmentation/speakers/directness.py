"""Whether quoted words are an utterance, a fragment of the reporter's sentence, or nobody's speech at all."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...lexis.wordclasses import words
from ..tokens import Token
from .quotations import Span

_BEFORE_UTTERANCE = frozenset((",", ":", "stop", "—", "–", "-", ";", "(", "]", ")"))
_WORDS = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_TERMINAL = re.compile(r"[.!?…。！？]['’]?\s?[\"”»“’'.」』]{1,2}\Z")
_NAMING = words(
    """
    so-called called titled entitled named dubbed nicknamed labeled labelled known term phrase word words slogan
    hashtag book film movie song album show series program programme magazine play novel essay documentary
    podcast column headlined acronym motto
    """
)


def count_words(text: str, span: Span) -> int:
    """How many words a quotation has."""
    return len(_WORDS.findall(text, span.start, span.end))


def is_utterance(text: str, tokens: Sequence[Token], span: Span, q: int, low: int) -> bool:
    """Whether the quotation is an utterance of its own rather than a fragment in the reporter's sentence.

    `q`: index of its token, `low`: of the first token of its sentence.
    """
    inner = text[span.start + len(span.mark) : min(span.end, span.start + 80)].lstrip()
    first = next((c for c in inner if c.isalnum()), "")
    begins = first != "" and not first.islower()
    before = tokens[q - 1] if q else None
    after = tokens[q + 1].kind if q + 1 < len(tokens) else "stop"
    stands_alone = q == low or before is None or before.kind in _BEFORE_UTTERANCE
    ends = (
        not span.closed
        or _TERMINAL.search(text[max(span.start, span.end - 5) : span.end]) is not None
        or text[span.end - 2] in ",-—"
    )
    if q == low and after == "stop" and (ends or span.end - span.start > 27):
        return True
    if begins and stands_alone and (ends or after == ","):
        return True
    length = span.end - span.start
    return (stands_alone and q != low and ends and length > 27) or (begins and ends and length > 42)


def is_title(text: str, tokens: Sequence[Token], span: Span, q: int) -> bool:
    """Whether the quoted words are the title of a work, a name or a term."""
    if span.end - span.start > 160:
        return False
    inner = text[span.start + len(span.mark) : span.end].strip("\"'“”‘’«»„,.;: ")
    found = _WORDS.findall(inner)
    if not found or len(found) > 14:
        return False
    long = [w for w in found if len(w) > 3]
    capital = sum(w[0].isupper() or w[0].isdigit() for w in long)
    named = q > 0 and tokens[q - 1].low in _NAMING
    in_title_case = (
        len(long) >= 2
        and capital >= 0.8 * len(long)
        and found[0][0].isupper()
        and not re.search(r"[.!?]\s", inner)
        and not inner.isupper()
    )
    return in_title_case or (named and len(found) < 6)


def is_exclaimed(text: str, tokens: Sequence[Token], span: Span, q: int) -> bool:
    """Whether words in title case are still speech: `“Is Dalton Here?” she asked`, `“Happy New Year,” he wrote`."""
    end = text[max(span.start, span.end - 3) : span.end].strip("\"'“”’»")
    return q == 0 or (end[-1:] in ("?", "!", ",", "…") and tokens[q - 1].low not in _NAMING)
