"""What a sentence says that somebody with a name is: `Ana Berg, mayor of Northport` -> mayor.

Later on `the mayor` means her. Also the other way about, where a description is given a name: `another trader, who
gave her name as Madam Caro`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ...lexis.grammar import grammar
from ...lexis.nouns import nouns
from ...lexis.tables import kinds
from ..tokens import Token, is_adverb, is_name, is_owner, sentence_start
from .personal_names import is_adjective
from .phrases import Phrase, phrase_before
from .roles_beside import head_of_genitive
from .titles import is_rank

_LONGEST = 16
"""Tokens of an apposition that are looked at."""
_BEFORE_NOUN = 2
"""Tokens of `The first witness was Ana Berg` before the noun."""
_IN_BRACKETS = 4
"""Tokens of a short form: `the spokesman of the Wexley Roads Board (WRB) Tom Hale`."""
_LONGEST_HEAD, _LONGEST_BARE = 14, 6
"""Tokens of an office at the head of a sentence, and of one with nothing behind its noun."""
_NAME_REACH = 14
"""Tokens behind a description in which its name may follow."""
_ENDS = frozenset((",", ".", ";", "stop", ")", "—", "–"))
_ENDS_NAMED = _ENDS | {"("}
_words = kinds("discourse", "kinds")
_naming, _named_as, _we_name, _be = _words("naming"), _words("named_as"), _words("we_name"), _words("be")
_to_all = _words("to_all")


class Office(NamedTuple):
    """What somebody is."""

    noun: str
    """In lower case: `mayor`."""
    words: str
    """All words about it, as written: `mayor of Northport since May`."""


def offices(tokens: Sequence[Token], first: int, last: int) -> Iterator[Office]:
    """What stands beside the name at the tokens `first` to `last`."""
    low = max(0, first - _LONGEST)
    yield from _before(tokens, first, last, low)
    if first - 1 > low and tokens[first - 1].low in _be():
        yield from _turned_round(tokens, first - 1, low)
    yield from _behind(tokens, last)


def _before(tokens: Sequence[Token], first: int, last: int, low: int) -> Iterator[Office]:
    """`tour operator Ana Berg`, `the chair of the union, Ana Berg,`"""
    i = first - 1
    bracketed = tokens[i].kind == ")"
    if bracketed:
        i = next((j - 1 for j in range(i, max(low, i - _IN_BRACKETS), -1) if tokens[j].kind == "("), i)
    if i <= low:
        return
    apposed = tokens[i].kind == "," and _ends_apposition(tokens, i, last)
    if not apposed and not bracketed and tokens[i].kind != "word":
        return
    found = phrase_before(tokens, head_of_genitive(tokens, i - 1) if apposed else i, low)
    if found:
        yield from _of(tokens[found[0] : found[1] + 1])
        if bracketed and _are_letters_of(tokens[i + 2], tokens[found[0] : found[1] + 1]):
            yield Office(tokens[i + 2].low, tokens[i + 2].text)


def _ends_apposition(tokens: Sequence[Token], comma: int, last: int) -> bool:
    """Whether the name behind a comma, which ends at `last`, ends what stands there; with no second comma, too."""
    if last + 1 >= len(tokens) or tokens[last + 1].kind in _ENDS_NAMED or tokens[last + 1].cue:
        return True
    return office_at_head(tokens, comma) is not None


def office_at_head(tokens: Sequence[Token], comma: int) -> str | None:
    """The noun of an office without article that heads its sentence, a name behind the comma: `Spokesman for the police
    in the state, SP Ana Berg`, `Council spokesman, Ana Berg`.
    """
    words = tokens[sentence_start(tokens, comma, _LONGEST_HEAD) : comma]
    if not words or any(token.kind not in ("word", "name") or token.cue for token in words):
        return None
    if len(words) > 1 and nouns().is_human(words[0].low) and words[1].low in grammar().prepositions:
        return words[0].low
    return words[-1].low if len(words) <= _LONGEST_BARE and _is_bare_office(words) else None


def _is_bare_office(words: Sequence[Token]) -> bool:
    """Whether words are an office and nothing else: `Council spokesman`, `Town Clerk`."""
    known, last = grammar(), words[-1]
    closed = known.determiners | known.prepositions | known.subordinators | known.conjunctions | known.auxiliaries
    role = nouns().is_human(last.low) and (last.kind == "word" or is_rank(last.text))
    return role and not any(token.low in closed or is_owner(token) for token in words)


def _are_letters_of(short: Token, words: Sequence[Token]) -> bool:
    """Whether a short form is of an office, not of a body: `Inspector General of Police (IGP) Ana Berg`."""
    letters = "".join(word.low[0] for word in words if word.low not in grammar().prepositions | grammar().determiners)
    return letters.endswith(short.low) and nouns().is_human(words[0].low)


def _turned_round(tokens: Sequence[Token], being: int, low: int) -> Iterator[Office]:
    """`The first witness was Ana Berg`"""
    found = phrase_before(tokens, being - 1, low)
    start = sentence_start(tokens, being, _LONGEST)
    heads = tokens[start].low in grammar().determiners and all(t.kind == "word" for t in tokens[start + 1 : being])
    if found and heads and found[0] - start <= _BEFORE_NOUN:
        yield from _of(tokens[found[0] : found[1] + 1])


def _behind(tokens: Sequence[Token], last: int) -> Iterator[Office]:
    """`Ana Berg, 52, mayor of Northport,`"""
    i, end = last + 1, len(tokens)
    if i >= end or tokens[i].kind != ",":
        return
    i += 1
    if i < end and tokens[i].text.isdigit():
        i += 2
    high = i
    while high < min(end, i + _LONGEST) and tokens[high].kind in ("word", "name") and not tokens[high].cue:
        high += 1
    if high < end and tokens[high].kind in _ENDS_NAMED:
        yield from _of(tokens[i:high])


def _of(words: Sequence[Token]) -> Iterator[Office]:
    """The nouns of a phrase that say what somebody is, not what stands behind a preposition."""
    known = grammar()
    heads = True
    for i, token in enumerate(words):
        if token.low in known.prepositions or token.low in ("who", "whose", "which"):
            heads = False
        elif token.low == "and":
            heads = True
        elif heads and _is_office(words, i):
            yield Office(token.low, " ".join(t.text for t in words))


def _is_office(words: Sequence[Token], i: int) -> bool:
    """A noun with no name behind it; a capital one where all are: `Chief Executive`, but not `a Sanders delegate`."""
    led = words[len(words) > 1 and words[0].low in grammar().determiners]
    capital = words[i].kind == "word" or led.kind == "name" or (i == len(words) - 1 and is_rank(words[i].text))
    return capital and nouns().is_human(words[i].low) and not (i + 1 < len(words) and is_name(words[i + 1]))


def name_behind(tokens: Sequence[Token], last: int) -> Phrase | None:
    """The name that somebody described is given behind the description that ends at `last`."""
    named = last
    for i in range(last + 1, min(len(tokens), last + _NAME_REACH)):
        token = tokens[i]
        if token.kind in ("stop", "quote") or is_name(token):
            return None
        if token.low in _named_as() or (named == i - 1 and (is_adverb(token) or token.low in _to_all())):
            named = i
        if _names(tokens, last, i) or (last < named == i - 1 and token.low == "as"):
            return _name_from(tokens, i + 1)
    return None


def _names(tokens: Sequence[Token], last: int, i: int) -> bool:
    """Whether the word at `i` gives a name to whom the words up to `last` describe: `named`, `who is called`, `whom we
    are calling`.
    """
    if tokens[i].low in _naming():
        return i == last + 1 or tokens[i - 1].low in _be()
    return tokens[i].low in _we_name() and any(token.low == "we" for token in tokens[last + 1 : i])


def _name_from(tokens: Sequence[Token], first: int) -> Phrase | None:
    """The name that begins at index `first`, adverbs apart; not `one member called Berg “a prince”`."""
    while first < len(tokens) and is_adverb(tokens[first]):
        first += 1
    end = first
    while end < len(tokens) and is_name(tokens[end]):
        end += 1
    calls = end < len(tokens) and (tokens[end].kind == "quote" or tokens[end].low in grammar().determiners)
    return (first, end - 1) if end > first and not calls else None


def named_beside(words: str) -> list[str]:
    """What a description names besides: `Wexley` in `the Wexley mayor`, nothing in `the Minister`."""
    _, *named = words.split()
    if named and nouns().is_human(named[-1].casefold()):
        named = named[:-1]
    return [word for word in named if word[0].isupper() and not is_adjective(word)]


def fits(office: str, places: Sequence[str]) -> bool:
    """Whether what a description names besides is what somebody is said to be something of."""
    return not places or any(place in office for place in places) or office.islower()
