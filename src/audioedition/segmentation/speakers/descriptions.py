"""The reporter's sentences -> people without a name whom they describe: `a spokeswoman for the water board`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ...lexis.grammar import english_words, grammar
from ...lexis.nouns import nouns
from ...lexis.tables import kinds
from ..tokens import Token, is_name, is_owner, sentence_start
from .offices import name_behind
from .phrases import OBJECTS, Phrase, described_before, joins_noun, names_a_body, phrase_before
from .titles import title_words

_words = kinds("discourse", "kinds")
_counted = _words("counted")
_indefinite, _possessive, _being = _words("indefinite"), _words("possessive"), _words("being")
_beside_noun, _crowd, _did = _words("beside_noun"), _words("crowd"), _words("did")
_LONGEST_LEAD = 20
"""Tokens of `Behind us in the long line` that are looked at."""
_JOB = 4
"""Tokens of `retired builder` in front of a name."""
_MEMBERS = 6
"""Tokens of `one of his fellow victims` before its noun."""


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
    is_human = nouns().is_human
    sentence, done = 0, -1
    for i, token in enumerate(tokens):
        kind = token.kind
        if kind == "stop":
            sentence = i + 1
        if kind == "name" and tokens[i - 1].low == "the" and i and (office := _capital_office(tokens, i)):
            yield Description(office, token.low, False, False, _acts(tokens, i))
        if kind != "word" or i <= done or not is_human(token.low):
            continue
        phrase = described_before(tokens, i, sentence) if _is_one(tokens, i) else _one_of(tokens, i, sentence)
        if phrase is None or _is_attribute(tokens, phrase):
            continue
        done = _end(tokens, i)
        if _is_named_behind(tokens, i, done):
            continue
        if found := _description(tokens, phrase, done):
            yield found


def _capital_office(tokens: Sequence[Token], i: int) -> Phrase | None:
    """`The Minister said`: an office as some papers print it, with a capital and without a name."""
    named = (i + 1 < len(tokens) and tokens[i + 1].kind == "name") or _is_named_behind(tokens, i, _end(tokens, i))
    return (i - 1, i) if not named and nouns().is_human(tokens[i].low) and not is_owner(tokens[i]) else None


def _description(tokens: Sequence[Token], phrase: Phrase, end: int) -> Description | None:
    """What a noun phrase with what follows it, up to index `end`, says of somebody; None for a mere `men of Wexley`."""
    first, last = phrase
    word = tokens[first].low
    indefinite = word in _indefinite()
    owned = word in _possessive() or any(is_owner(t) for t in tokens[first:last])
    if not (indefinite or owned or word in ("the", "its")):
        return None
    given = name_behind(tokens, end)
    if word == "its" and not given:
        return None  # the book and its author
    named = (tokens[given[0]].start, tokens[given[1]].end) if given else None
    fresh = indefinite or owned or _is_apposed(tokens, end) or end > last
    return Description((first, end), tokens[last].low, indefinite, fresh, _acts(tokens, end), named)


def _is_apposed(tokens: Sequence[Token], end: int) -> bool:
    """`the usher, a teenager in waders`; `the usher, who`"""
    return end + 2 < len(tokens) and tokens[end + 1].kind == "," and tokens[end + 2].low in ("a", "an", "who")


def _acts(tokens: Sequence[Token], last: int) -> bool:
    after = tokens[last + 1] if last + 1 < len(tokens) else None
    if after is None:
        return False
    return after.cue or after.low in grammar().auxiliaries or after.low in _did() or _is_deed(tokens, last + 1)


def _is_deed(tokens: Sequence[Token], i: int) -> bool:
    """Whether an unknown word has an article behind it, as no adjective has: `der Anwalt bezeichnete die Anträge`."""
    unknown = tokens[i].kind == "word" and bool(english_words()) and tokens[i].text.lower() not in english_words()
    return unknown and i + 1 < len(tokens) and tokens[i + 1].low in grammar().determiners


def _is_one(tokens: Sequence[Token], i: int) -> bool:
    """Whether the noun for people at index `i` means one of them."""
    token = tokens[i]
    if token.low in _crowd() or (token.low.endswith("s") and not token.low.endswith("ss")):
        return False
    if "-" in token.low and token.low.partition("-")[0] in _counted():
        return False  # `a single-judge bench`, `a two-man crew`
    return not (token.low == "head" and i and tokens[i - 1].low in _possessive())  # `shook her head`


def _one_of(tokens: Sequence[Token], i: int, sentence: int) -> Phrase | None:
    """`one of the victims`, with the noun for people at `i`."""
    if not tokens[i].low.endswith("s"):
        return None
    first = max(sentence, i - _MEMBERS)
    one = next((j for j in range(i - 2, first - 1, -1) if tokens[j].low == "one" and tokens[j + 1].low == "of"), None)
    inside = one is not None and all(token.kind in ("word", "name") for token in tokens[one:i])
    return (one, i) if one is not None and inside else None


def _is_attribute(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether the words say what somebody named is (`She is a nurse`, `Berg, a nurse`, `the nurse Ana Berg`), or
    another noun follows that they only belong to (`a police officer training`)."""
    first, last = phrase
    if is_owner(tokens[last]) or (first and _leads_attribute(tokens, first - 1)):
        return True
    after = tokens[last + 1] if last + 1 < len(tokens) else None
    if after is None:
        return False
    if is_name(after) or _name_follows_comma(tokens, last) or _is_named_subject(tokens, last):
        return True
    return after.kind == "word" and nouns().is_human(after.low) and not after.cue


def _is_named_subject(tokens: Sequence[Token], last: int) -> bool:
    """Whether a full name that does something follows an adjective: `Le capitaine lauzacois Ana Berg refusait`."""
    first = _past_adjectives(tokens, last) + 1
    named = first > last + 1 and first + 2 < len(tokens) and is_name(tokens[first]) and is_name(tokens[first + 1])
    return named and tokens[first + 2].kind == "word" and tokens[first + 2].low not in grammar().prepositions


def _past_adjectives(tokens: Sequence[Token], last: int) -> int:
    """Index of the last word of a description whose adjectives stand behind the noun: `el presidente saliente`."""
    for token in tokens[last + 1 : last + 3] if english_words() else ():
        if token.kind != "word" or token.cue or token.text.lower() in english_words():
            break
        last += 1
    return last


def _is_named_behind(tokens: Sequence[Token], i: int, done: int) -> bool:
    """`the chair of the union, Ana Berg,`, `the chair of the union (NUW) Ana Berg`: from `i` to `done`."""
    described = done + 1 if names_a_body(tokens, done + 1) else _past_adjectives(tokens, done)
    return (described > i and _name_follows_comma(tokens, described)) or _name_follows_brackets(tokens, done)


def _name_follows_brackets(tokens: Sequence[Token], last: int) -> bool:
    """`The spokesman of the Wexley Roads Board (WRB) Tom Hale`"""
    bracketed = tokens[last + 1 : last + 4]
    named = last + 4 < len(tokens) and is_name(tokens[last + 4])
    return named and bracketed[0].kind == "(" and bracketed[2].kind == ")"


def _name_follows_comma(tokens: Sequence[Token], last: int) -> bool:
    """Also with a title: `le maire, Me Ana Berg`, `il commissario, la dottoressa Ana Berg`; or a job: `his employer,
    builder Tom Hale,`.
    """
    if last + 2 >= len(tokens) or tokens[last + 1].kind != ",":
        return False
    if not english_words() and _is_job_of_name(tokens, last + 2):
        return True
    first = last + 2 + (tokens[last + 2].low == "the")
    titled = first + 1 < len(tokens) and (nouns().is_human(tokens[first].low) or tokens[first].low in title_words())
    return is_name(tokens[last + 2]) or (titled and bool(english_words()) and is_name(tokens[first + 1]))


def _is_job_of_name(tokens: Sequence[Token], first: int) -> bool:
    """Whether a job without article and a full name stand from an index on: `retired builder Tom Hale`."""
    name = next((i for i in range(first, min(len(tokens), first + _JOB)) if not joins_noun(tokens[i])), first)
    job = first < name < len(tokens) - 1 and nouns().is_human(tokens[name - 1].low)
    return job and is_name(tokens[name]) and is_name(tokens[name + 1])


def _leads_attribute(tokens: Sequence[Token], i: int) -> bool:
    """Whether the token at `i` stands between somebody and what is said of them: `is`, a comma behind a name."""
    if tokens[i].low in _being():
        return not is_inverted(tokens, i)
    if not i or tokens[i].kind not in (",", "(", "—", "–"):
        return False
    named = is_name(tokens[i - 1]) and tokens[i - 1].low not in title_words()  # `SIR – A porter came in`
    if named or (tokens[i].kind == "," and tokens[i - 1].text.isdigit()):
        return True
    # `the usher, a teenager in waders,`
    one = tokens[i - 1].kind == "word" and nouns().is_human(tokens[i - 1].low)
    return one and tokens[i + 1].low in _indefinite() and i > 1 and tokens[i - 2].low in ("the", *_possessive())


def is_inverted(tokens: Sequence[Token], i: int) -> bool:
    """Whether the subject follows `was` at index `i`: `There was a man`, `Behind us in line was a man`."""
    if i and tokens[i - 1].low in ("there", "here"):
        return True
    start = sentence_start(tokens, i, _LONGEST_LEAD)
    before = phrase_before(tokens, i - 1, start)
    prepositions = grammar().prepositions
    if before is None or before[0] <= start or tokens[before[0] - 1].low not in prepositions:
        return False
    return tokens[start].low in prepositions and all(token.kind != "," for token in tokens[start:i])


def _ends_behind_noun(token: Token, later: bool) -> bool:
    """Whether what follows a noun ends before this token; `later`: not its first word."""
    known, low = grammar(), token.low
    if token.cue or token.kind not in ("word", "name") or low in known.auxiliaries or low in known.no_nouns:
        return True
    if english_words() and low in OBJECTS:
        return True
    if is_name(token) or low in _beside_noun():
        return False
    return low in known.prepositions or low in known.pronouns or low == "and" or (later and low.endswith("ed"))


def _is_verb_of_name(tokens: Sequence[Token], j: int, first: int) -> bool:
    """Whether a small word behind a name is a verb in other languages: `la maire d’Hillion vient de fermer`, `la vecina
    de la calle Mayor no duerme`.
    """
    named = bool(english_words()) and j > first and is_name(tokens[j - 1])
    return named and tokens[j].text.islower() and tokens[j].low not in grammar().particles | _beside_noun() | {"the"}


def _tells_where(tokens: Sequence[Token], i: int) -> bool:
    """Whether what follows a noun behind its verb tells where it was said: `recordó el hombre en Radio Norte`."""
    told = english_words() and i > 1 and tokens[i - 1].low in grammar().determiners and tokens[i - 2].cue
    return bool(told) and tokens[i + 1].low in ("in", "at", "on")


def _end(tokens: Sequence[Token], i: int) -> int:
    """Index of the last token of what follows the noun: `of the water board`."""
    known = grammar()
    if i + 2 >= len(tokens) or tokens[i + 1].low not in _beside_noun() or _tells_where(tokens, i):
        return i
    end = i
    for j in range(i + 2, min(len(tokens), i + 8)):
        if _ends_behind_noun(tokens[j], j > i + 2) or _is_verb_of_name(tokens, j, i + 2):
            break
        end = j
    while end > i and tokens[end].low in known.prepositions | known.determiners:
        end -= 1
    return end
