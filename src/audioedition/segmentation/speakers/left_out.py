"""Verbs of speech whose subject is left out, as Spanish, Portuguese, Italian and Catalan may: `“…”, añadió.`

Such a verb is itself the words that say who speaks: whoever the text is about.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...lexis.grammar import english_words, grammar, subjects_are_left_out
from ...lexis.nouns import nouns
from ...lexis.tables import Lexis, derived
from ...lexis.verbs import verbs
from ..foreign_words import unknown_verb
from ..tokens import Token, is_adverb, is_name
from .able import is_several
from .phrases import Phrase, phrase_after
from .quoted import Quoted

_BARE = re.compile(r".*(?:[aeiáéí]r|re|r?ndo|ndos[ei]|ados?|adas?|idos?|idas?)\Z")
"""How forms end that say nothing of who does it: infinitives, participles."""
_LEADS = frozenset(("also", "and", "but", "then", "according", "to", "has", "was"))
_BEFORE = 6
"""Tokens at the head of a sentence in which its verb may stand: `Según explicó`, `Además, dijo`."""
_ENDS = frozenset(("stop", ",", ":", ".", "quote", ";", "—", "–"))


def of_verb(quoted: Quoted) -> Phrase | None:
    """The verb of speech without subject that says that a quotation is somebody's, if there is one."""
    if not subjects_are_left_out():
        return None
    return _behind(quoted) or _before(quoted)


def _behind(quoted: Quoted) -> Phrase | None:
    """`“…”, añadió.`, `“…”, ha detto in aula.`"""
    tokens, words = quoted.tokens, quoted.behind()
    i = _past_small(tokens, words.start, words.stop)
    if i >= words.stop:
        return None
    if quoted.comma and (_is_all(tokens, i) or is_gesture(tokens, i)):
        return i, i
    if quoted.comma and _is_used_to(tokens, i):
        return i + 1, i + 1
    return _told_alone(tokens, i, words.stop) if _tells(tokens, i) else None


def _told_alone(tokens: Sequence[Token], i: int, high: int) -> Phrase | None:
    """The verb of speech at index `i` that has no subject behind it, with the auxiliary of several before it."""
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if after is not None and after.low == "also" and i + 2 < high and tokens[i + 2].kind == "name":
        return None  # `recordó entonces Gil`
    alone = after is None or after.kind in _ENDS or (after.kind == "word" and after.low not in _SUBJECT)
    return (i - _is_done_by_several(tokens, i), i) if alone else None


def _is_done_by_several(tokens: Sequence[Token], i: int) -> bool:
    """Whether the auxiliary of a participle tells that several do it: `hanno aggiunto`."""
    return i > 0 and tokens[i - 1].low == "has" and is_several(tokens[i - 1].text)


_SUBJECT = frozenset(("the", "a", "an", "he", "she", "they", "his", "her", "their", "one", "another"))


_FINITE = re.compile(r"[^\W\d_]{3,}(?:[aeóòìií]|[aei]u|ou)\Z")
"""How forms end that have one subject: `suelta`, `espetó`, `desabafou`, `sbotta`."""


def _is_all(tokens: Sequence[Token], i: int) -> bool:
    """Whether a word that may be a verb, of whichever meaning, is all that stands behind a quotation: `“…”, espetó.`"""
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    ends = after is None or after.kind in ("stop", ";", ".") or after.low in grammar().prepositions
    return ends and _may_be_verb(tokens[i])


def _is_used_to(tokens: Sequence[Token], i: int) -> bool:
    """Whether a verb of speech hangs on another one: `“…”, solía responder.`, `costuma dizer`."""
    told = tokens[i + 1].text if i + 1 < len(tokens) and _may_be_verb(tokens[i]) else ""
    ends = i + 2 >= len(tokens) or tokens[i + 2].kind in _ENDS or tokens[i + 2].low in grammar().prepositions
    return told in verbs().cues and _BARE.match(told) is not None and ends


def _may_be_verb(token: Token) -> bool:
    """Whether a word in small letters is no noun for somebody, of no closed class, and ends as verbs do."""
    unknown = token.kind == "word" and token.text.islower() and token.low not in english_words()
    return unknown and not nouns().is_human(token.low) and _FINITE.match(token.text) is not None


def is_gesture(tokens: Sequence[Token], i: int) -> bool:
    """Whether a verb of no table that stands behind a quotation has a thing behind it: `«…», mette le mani avanti`; not
    `«…», proclama la giunta`.
    """
    if not (subjects_are_left_out() and unknown_verb(tokens, i)) or tokens[i].text in verbs().cues:
        return False
    noun = tokens[i + 2] if i + 2 < len(tokens) and tokens[i + 1].low in _THINGS else None
    body = noun is None or noun.kind != "word" or noun.low in bodies()
    return not body and not nouns().is_human(tokens[i + 2].low) and nouns().gender(tokens[i + 2].low) is None


_THINGS = ("the", "a", "their")


@derived
def bodies(lexis: Lexis) -> frozenset[str]:
    """Words of the language for what is no human being and speaks: `giunta`, `Polizei`."""
    return frozenset(lexis.own("organisations"))


def _before(quoted: Quoted) -> Phrase | None:
    """`Dijo que “…”`, `Lembra: “…”`, at the head of the sentence."""
    tokens, q = quoted.tokens, quoted.at
    low = _past_place(tokens, quoted.low, q)
    i = _past_small(tokens, low, min(q, low + _BEFORE))
    if i >= q or not _tells(tokens, i):
        return None
    k = i + 1
    while k < q and (tokens[k].low in ("also", "of") or is_adverb(tokens[k])):
        k += 1  # `Se queja además de que “…”`
    return (i, i) if tokens[k].kind in _ENDS or tokens[k].low in ("that", "as", "if") else None


def _past_place(tokens: Sequence[Token], low: int, q: int) -> int:
    """Index behind to whom or where it was said, at the head of a sentence: `Ao nosso jornal disse que “…”`."""
    known = grammar()
    if low >= q or tokens[low].low in known.determiners or tokens[low].low not in known.prepositions:
        return low
    found = phrase_after(tokens, low + 1, q)
    return found[1] + 1 if found and not is_name(tokens[found[1]]) else low


def _past_small(tokens: Sequence[Token], i: int, high: int) -> int:
    while i < high and (tokens[i].kind == "," or tokens[i].low in _LEADS or is_adverb(tokens[i])):
        i += 1
    return i


def _tells(tokens: Sequence[Token], i: int) -> bool:
    """Whether a verb of speech in a form that has a subject, or its participle behind `ha`, stands at index `i`."""
    word = tokens[i].text.lower()
    if is_name(tokens[i]) and i and tokens[i - 1].kind not in ("stop", "quote"):
        return False
    finite = not _BARE.match(word) or (i > 0 and tokens[i - 1].text.lower() in ("ha", "han", "hanno", "a"))
    return word in verbs().cues and finite


def is_left_out(words: str) -> bool:
    """Whether the words that say who speaks are a verb without a subject."""
    auxiliary, _, verb = words.partition(" ")
    if verb and english_words().get(auxiliary.lower()) == ("has",) and is_several(auxiliary):
        words = verb
    if not subjects_are_left_out() or not words.isalpha():
        return False
    low, known = words.lower(), grammar()
    closed = low in english_words() or low in known.pronouns or low in known.personal
    return low in verbs().cues or (words.islower() and not closed and not nouns().is_human(low))
