"""The reporter's sentences -> people without a name whom they describe: `a spokeswoman for the water board`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ...lexis.grammar import grammar
from ...lexis.nouns import nouns
from ..tokens import Token, is_name, is_owner
from .phrases import Phrase, described_before

_INDEFINITE = frozenset(("a", "an", "one", "another"))
_POSSESSIVE = frozenset(("his", "her", "their", "my", "our"))
_BEING = frozenset(("is", "was", "are", "were", "be", "been", "being", "as", "become", "became", "becomes", "'s", "’s"))
_WITH = frozenset(("of", "for", "from", "at", "in", "behind", "with", "on"))
_MANY = frozenset(("men", "women", "people"))


class Description(NamedTuple):
    """One place that describes somebody."""

    phrase: Phrase
    """Indices of the first and the last token, what follows the noun included: `of Upper Penn`."""
    head: str
    """The noun, in lower case."""
    indefinite: bool
    """`a`, `one`, `another`: somebody new."""
    fresh: bool
    """Whether the words are enough to introduce somebody: not the mere `the official`, who may have a name."""


def descriptions(tokens: Sequence[Token]) -> Iterator[Description]:
    """The people described in a paragraph, in order. Not who is only said to be something, nor a role with a name."""
    known, sentence, done = nouns(), 0, -1
    for i, token in enumerate(tokens):
        if token.kind == "stop":
            sentence = i + 1
        if token.low == "head" and i and tokens[i - 1].low in _POSSESSIVE:
            continue  # `shook her head`
        if token.kind != "word" or i <= done or not _is_one(token, known.is_human(token.low)):
            continue
        phrase = described_before(tokens, i, sentence)
        if phrase is None or _is_attribute(tokens, phrase):
            continue
        head = tokens[phrase[0]].low
        end = _end(tokens, i)
        done = end
        owned = head in _POSSESSIVE or any(is_owner(t) for t in tokens[phrase[0] : i])
        if head in _INDEFINITE or head == "the" or owned:
            indefinite = head in _INDEFINITE
            yield Description((phrase[0], end), token.low, indefinite, indefinite or owned or end > i)


def _is_one(token: Token, human: bool) -> bool:
    """Whether a noun means one human being."""
    return human and token.low not in _MANY and not (token.low.endswith("s") and not token.low.endswith("ss"))


def _is_attribute(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether the words say what somebody named is (`She is a nurse`, `Berg, a nurse`, `the nurse Ana Berg`), or
    another noun follows that they only belong to (`a police officer training`)."""
    first, last = phrase
    before = tokens[first - 1] if first else None
    after = tokens[last + 1] if last + 1 < len(tokens) else None
    if before and (
        before.low in _BEING or (before.kind in (",", "(", "—", "–") and first > 1 and is_name(tokens[first - 2]))
    ):
        return True
    if before and before.kind == "," and first > 1 and tokens[first - 2].text.isdigit():
        return True
    if after is None or is_owner(tokens[last]):
        return is_owner(tokens[last])
    if is_name(after) or (after.kind == "," and last + 2 < len(tokens) and is_name(tokens[last + 2])):
        return True
    return after.kind == "word" and nouns().is_human(after.low) and not after.cue


def _ends_behind_noun(token: Token, later: bool) -> bool:
    """Whether what follows a noun ends before this token; `later`: not its first word."""
    known, low = grammar(), token.low
    if token.cue or token.kind not in ("word", "name") or low in known.auxiliaries or low in known.no_nouns:
        return True
    if is_name(token) or low in _WITH:
        return False
    return low in known.prepositions or low in known.pronouns or (later and low.endswith("ed"))


def _end(tokens: Sequence[Token], i: int) -> int:
    """Index of the last token of what follows the noun: `of the water board`."""
    known = grammar()
    if i + 2 >= len(tokens) or tokens[i + 1].low not in _WITH:
        return i
    end = i
    for j in range(i + 2, min(len(tokens), i + 8)):
        if _ends_behind_noun(tokens[j], j > i + 2):
            break
        end = j
    while end > i and tokens[end].low in known.prepositions | known.determiners:
        end -= 1
    return end
