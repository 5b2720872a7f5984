"""The reporter's sentences -> people without a name whom they describe: `a spokeswoman for the water board`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ...lexis.grammar import english_words, grammar
from ...lexis.nouns import nouns
from ..tokens import Token, is_name, is_owner
from .offices import name_behind
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
    acts: bool = False
    """Whether a verb follows that can be told by its form: `the janitor was`."""
    named: tuple[int, int] | None = None
    """Where in the text the name stands that follows: `a fisherman known only as Boy Reyes`."""


def descriptions(tokens: Sequence[Token]) -> Iterator[Description]:
    """The people described in a paragraph, in order. Not who is only said to be something, nor a role with a name."""
    sentence, done = 0, -1
    for i, token in enumerate(tokens):
        if token.kind == "stop":
            sentence = i + 1
        if i <= done or not _is_one(tokens, i):
            continue
        phrase = described_before(tokens, i, sentence)
        if phrase is None or _is_attribute(tokens, phrase):
            continue
        done = _end(tokens, i)
        if (described := _past_adjectives(tokens, done)) > i and _name_follows_comma(tokens, described):
            continue  # `the chair of the union, Ana Berg,`
        if found := _description(tokens, phrase, done):
            yield found


def _description(tokens: Sequence[Token], phrase: Phrase, end: int) -> Description | None:
    """What a noun phrase with what follows it, up to index `end`, says of somebody; None for a mere `men of Wexley`."""
    first, last = phrase
    word = tokens[first].low
    indefinite = word in _INDEFINITE
    owned = word in _POSSESSIVE or any(is_owner(t) for t in tokens[first:last])
    if not (indefinite or owned or word == "the"):
        return None
    given = name_behind(tokens, end) if indefinite or owned else None
    named = (tokens[given[0]].start, tokens[given[1]].end) if given else None
    apposed = end + 2 < len(tokens) and tokens[end + 1].kind == "," and tokens[end + 2].low in ("a", "an", "who")
    fresh = indefinite or owned or apposed or end > last
    return Description((first, end), tokens[last].low, indefinite, fresh, _acts(tokens, end), named)


def _acts(tokens: Sequence[Token], last: int) -> bool:
    after = tokens[last + 1] if last + 1 < len(tokens) else None
    return after is not None and (after.cue or after.low in grammar().auxiliaries)


def _is_one(tokens: Sequence[Token], i: int) -> bool:
    """Whether the noun at index `i` means one human being."""
    token = tokens[i]
    if token.kind != "word" or token.low in _MANY or (token.low.endswith("s") and not token.low.endswith("ss")):
        return False
    if token.low == "head" and i and tokens[i - 1].low in _POSSESSIVE:
        return False  # `shook her head`
    return nouns().is_human(token.low)


def _is_attribute(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether the words say what somebody named is (`She is a nurse`, `Berg, a nurse`, `the nurse Ana Berg`), or
    another noun follows that they only belong to (`a police officer training`)."""
    first, last = phrase
    if is_owner(tokens[last]) or (first and _leads_attribute(tokens, first - 1)):
        return True
    after = tokens[last + 1] if last + 1 < len(tokens) else None
    if after is None:
        return False
    if is_name(after) or _name_follows_comma(tokens, last):
        return True
    return after.kind == "word" and nouns().is_human(after.low) and not after.cue


def _past_adjectives(tokens: Sequence[Token], last: int) -> int:
    """Index of the last word of a description whose adjectives stand behind the noun: `el presidente saliente`."""
    for token in tokens[last + 1 : last + 3] if english_words() else ():
        if token.kind != "word" or token.cue or token.text.lower() in english_words():
            break
        last += 1
    return last


def _name_follows_comma(tokens: Sequence[Token], last: int) -> bool:
    return last + 2 < len(tokens) and tokens[last + 1].kind == "," and is_name(tokens[last + 2])


def _leads_attribute(tokens: Sequence[Token], i: int) -> bool:
    """Whether the token at `i` stands between somebody and what is said of them: `is`, a comma behind a name."""
    if tokens[i].low in _BEING:
        return True
    if not i or tokens[i].kind not in (",", "(", "—", "–"):
        return False
    if is_name(tokens[i - 1]) or (tokens[i].kind == "," and tokens[i - 1].text.isdigit()):
        return True
    # `the usher, a teenager in waders,`
    one = tokens[i - 1].kind == "word" and nouns().is_human(tokens[i - 1].low)
    return one and tokens[i + 1].low in _INDEFINITE and i > 1 and tokens[i - 2].low in ("the", *_POSSESSIVE)


def _ends_behind_noun(token: Token, later: bool) -> bool:
    """Whether what follows a noun ends before this token; `later`: not its first word."""
    known, low = grammar(), token.low
    if token.cue or token.kind not in ("word", "name") or low in known.auxiliaries or low in known.no_nouns:
        return True
    if is_name(token) or low in _WITH:
        return False
    return low in known.prepositions or low in known.pronouns or low == "and" or (later and low.endswith("ed"))


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
