"""A verb -> who does it: its subject, by named rules."""

from __future__ import annotations

from collections.abc import Sequence

from ...lexis.grammar import english_words, grammar
from ...lexis.nouns import nouns
from ...lexis.tables import kinds
from ...lexis.verbs import verbs
from ...model.rules import Rule, RuleSet
from ..tokens import Token, is_name
from .appositions import before_apposition, is_named_or_personal, is_role
from .doers import Verb, beside_whom, doing, doing_and_saying, of_whom, pair
from .phrases import PersonTest, Phrase, phrase_after, phrase_before, skip_adverbs_back
from .sentence_heads import first_phrase, is_order

_words = kinds("discourse", "kinds")
_clauses, _be, _leading, _asks = _words("clause"), _words("be"), _words("leading"), _words("asks_whom")
_TRAILING = 4
"""Tokens of `Berg said on Monday` between two commas that are looked at."""

_GOVERNING = frozenset(("with", "in", "at", "by", "after", "on", "without"))
_MARKS = frozenset((",", ")", "—", "–", "-"))


def subject(tokens: Sequence[Token], verb: int, low: int, is_person: PersonTest) -> Phrase | None:
    """The subject of the verb at index `verb` in the sentence that begins at index `low`; (first, last) or None."""
    before = skip_adverbs_back(tokens, verb - 1, low)
    if before < low:
        return None
    found = SUBJECT.first(Verb(tokens, verb, low, before, is_person))
    return found.outcome if found else None


def _of_infinitive(verb: Verb) -> Phrase | None:
    if not verb.infinitive:
        return None
    return _clause_subject(verb.tokens, verb.low, verb.before) or first_phrase(verb.tokens, verb.low, verb.at)


def _behind_commas(verb: Verb) -> Phrase | None:
    """The name behind a verb that stands between commas: `The trouble, says Ana Berg, a trader, is that it …`

    Or who is described there: `Staff are treated badly, says a report that …`
    """
    tokens, at = verb.tokens, verb.at
    if verb.infinitive or verb.token.kind not in (",", "—", "–") or verb.before != at - 1 or verb.participle:
        return None
    found = phrase_after(tokens, at + 1, min(len(tokens), at + 16))
    if found is None or tokens[found[0]].low == "that":
        return None
    if not is_name(tokens[found[1]]):
        return found if _is_told_at_last(verb, found) else None
    ends = (",", "—", "–", "stop", "(") if english_words() else (",", "—", "–", "stop", "(", ".")
    closed = found[1] + 1 >= len(tokens) or tokens[found[1] + 1].kind in ends
    return found if closed and verb.is_person(found) else None


def _is_told_at_last(verb: Verb, phrase: Phrase) -> bool:
    """Whether a description follows the verb behind a whole clause: `Staff are treated badly, says a report urging`."""
    tokens, clause = verb.tokens, verb.tokens[verb.low : verb.before]
    described = tokens[phrase[0]].low in grammar().determiners and nouns().can_speak(tokens[phrase[1]].low)
    said = verb.tokens[verb.at].text in verbs().core and verb.tokens[verb.at].text not in _asks()
    whole = bool(english_words()) or any(token.low in grammar().auxiliaries for token in clause)
    return described and said and whole and all(token.kind in ("word", "name") for token in clause)


def _as_saying(verb: Verb) -> Phrase | None:
    """Who is quoted: `The paper quoted Ana Berg as saying`."""
    if not verb.participle or verb.token.low != "as" or verb.before - 1 <= verb.low:
        return None
    if verb.tokens[verb.before - 2].low in _be():
        return phrase_before(verb.tokens, verb.before - 3, verb.low)  # `Ana Berg is reported as saying`
    return phrase_before(verb.tokens, verb.before - 1, verb.low)


def _said_before(verb: Verb) -> Phrase | None:
    """Who has just been said to have said what stands before: `The plant would open in May, Berg said, adding: “…`"""
    tokens, comma = verb.tokens, verb.before
    if not verb.participle or verb.token.kind != ",":
        return None
    for said in range(comma - 1, max(verb.low, comma - _TRAILING), -1):
        if tokens[said].cue:
            found = subject(tokens, said, verb.low, verb.is_person)
            return found if found and found[0] > verb.low and tokens[found[0] - 1].kind == "," else None
    return None


def _by_saying(verb: Verb) -> Phrase | None:
    tokens, k = verb.tokens, verb.before
    if not (verb.participle and verb.token.low == "by" and k - 1 > verb.low):
        return None
    found = subject(tokens, k - 1, verb.low, verb.is_person)
    near = found is not None and (is_name(tokens[found[1]]) or tokens[found[0]].low in grammar().personal)
    return found if near else _of_relative_clause(verb, k) or first_phrase(tokens, verb.low, verb.at)


def _of_relative_clause(verb: Verb, high: int) -> Phrase | None:
    """Of whom a relative clause that runs up to index `high` tells: `Hale’s party, which tried to rally voters by`."""
    for j in range(high - 1, verb.low, -1):
        if verb.tokens[j].low in ("who", "which"):
            return _before_who(verb.tokens, j, verb.low)
        if verb.tokens[j].kind in (",", ";", "quote"):
            return None
    return None


def _of_who(verb: Verb) -> Phrase | None:
    if verb.infinitive or verb.token.low not in ("who", "which"):
        return None
    found = _before_who(verb.tokens, verb.before, verb.low)
    if (
        found
        and verb.tokens[verb.before - 1].kind == ","
        and is_name(verb.tokens[found[1]])
        and not verb.is_person(found)
    ):
        found = _described_by(verb, verb.before - 1) or found
    if verb.token.low == "which":
        return found
    return _without_thing(verb, found) if found else (verb.before, verb.before)


def _described_by(verb: Verb, comma: int) -> Phrase | None:
    """The person whom what ends at a comma only describes: `Ana Berg, head of Wexley College, who`."""
    found = before_apposition(verb.tokens, comma, verb.low, verb.is_person)
    return found if found and verb.is_person(found) else None


def _without_thing(verb: Verb, phrase: Phrase) -> Phrase:
    """`in the mouth of Tom Hale, who said`: a thing does not say anything."""
    first, last = phrase
    of = next((j for j in range(first, last) if verb.tokens[j].low == "of"), None)
    if of is None or is_role(verb.tokens[of - 1].low) or not verb.is_person((of + 1, last)):
        return phrase
    return of + 1, last


def _before_who(tokens: Sequence[Token], who: int, low: int) -> Phrase | None:
    return phrase_before(tokens, who - 2 if tokens[who - 1].kind == "," else who - 1, low)


def _before_relative(verb: Verb) -> Phrase | None:
    """The name before `, who`, where a name stands before the verb that is nobody's: `…, Dearborn told the paper`."""
    tokens, k = verb.tokens, verb.before
    if verb.infinitive or not is_name(verb.token) or k - 1 <= verb.low or tokens[k - 1].kind != ",":
        return None
    if verb.is_person((k, k)):
        return None
    who = next(
        (j for j in range(verb.low + 2, k) if tokens[j].low in ("who", "whose") and tokens[j - 1].kind == ","), None
    )
    found = phrase_before(tokens, who - 2, verb.low) if who is not None else None
    return found if found and found[0] == verb.low and is_name(tokens[found[1]]) else None


def _right_before(verb: Verb) -> Phrase | None:
    tokens, token, known = verb.tokens, verb.token, grammar()
    if verb.infinitive or token.low == "who" or not _can_act(verb):
        return None
    found = phrase_before(tokens, verb.before, verb.low)
    if verb.participle and _is_object(tokens, verb.before, verb.low):
        return None  # `Berg replied to Hale on Facebook, writing`
    if found is None or token.low in known.pronouns:
        return found
    return _of_name(verb, found) if is_name(token) else _of_noun(verb, found)


def _of_name(verb: Verb, found: Phrase) -> Phrase:
    """The subject where a name stands before the verb."""
    if verb.participle:
        return found
    return pair(verb, found) or beside_whom(verb, found) or doing(verb, found) or of_whom(verb, found) or found


def _of_noun(verb: Verb, found: Phrase) -> Phrase | None:
    """The subject where a common noun stands before the verb."""
    tokens, token = verb.tokens, verb.token
    if token.low in nouns().times or token.low.removesuffix("s") in nouns().times:
        return first_phrase(tokens, verb.low, verb.at)  # `The sister of a boy missing for more than two decades said`
    if _hangs_on_preposition(tokens, found, verb.low):
        return None
    if (whose := _far_in_front(verb, found) or doing(verb, found) or of_whom(verb, found)) is not None:
        return whose
    # `an official who spoke to discuss strategy said`
    for j in range(found[0] - 1, max(verb.low, verb.before - 25), -1):
        if tokens[j].low == "who":
            return _before_who(tokens, j, verb.low) or found
        if tokens[j].kind in (",", ";", "quote"):
            break
    return found


def _is_object(tokens: Sequence[Token], last: int, low: int) -> bool:
    """Whether the name that ends at `last` hangs on a preposition: `on Facebook saying`, not `with Berg`."""
    first = last
    while first > low and is_name(tokens[first]):
        first -= 1
    before = tokens[first].low
    return first < last and before in grammar().prepositions and before not in ("with", "of", "for")


def _can_act(verb: Verb) -> bool:
    """Whether the word before the verb can be its subject; a participle follows names and pronouns only."""
    token, known = verb.token, grammar()
    if token.kind not in ("word", "name") or token.low in known.conjunctions:
        return False
    named = is_name(token) or token.low in known.personal
    return not verb.participle or (named and token.low not in known.prepositions)


def _far_in_front(verb: Verb, phrase: Phrase) -> Phrase | None:
    """Whom a sentence begins with, where a thing behind a preposition stands before its verb: `The mother of a boy who
    was hurt by a kite has said`.
    """
    tokens, known = verb.tokens, grammar()
    governed = phrase[0] - 1 > verb.low and tokens[phrase[0] - 1].low in known.prepositions
    if governed and (written := _paper_to(verb, phrase)):
        return written
    if not governed or any(is_role(token.low) for token in tokens[phrase[0] : phrase[1] + 1]):
        return None
    marks = (j + 1 for j in range(phrase[0] - 2, verb.low, -1) if tokens[j].kind == "," or tokens[j].low in _leading())
    begins = next(marks, verb.low)
    found = phrase_after(tokens, begins + (tokens[begins].low in _leading()), verb.at)
    return found if found and _are_people(tokens, found) else None


def _are_people(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """`The mother of a boy`, `residents of the road`"""
    first, after = tokens[phrase[0]], tokens[phrase[0] + 1]
    if first.low in grammar().determiners:
        return is_role(after.low)
    return not english_words() and nouns().are_several(first.low) and after.low in grammar().links


def _paper_to(verb: Verb, reader: Phrase) -> Phrase | None:
    """What was written to those who stand before the verb: `The letter to customers said`."""
    tokens = verb.tokens
    phrase = phrase_before(tokens, reader[0] - 2, verb.low) if tokens[reader[0] - 1].low == "to" else None
    return phrase if phrase and _is_paper(tokens, phrase) else None


def _is_paper(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether a phrase that begins its sentence is a letter or the like."""
    begins = phrase[0] == 0 or tokens[phrase[0] - 1].kind in ("stop", ",")
    return begins and tokens[phrase[1]].low in nouns().papers and tokens[phrase[0]].low in grammar().determiners


def _hangs_on_preposition(tokens: Sequence[Token], phrase: Phrase, low: int) -> bool:
    """`Berg came up and, with a small laugh said`."""
    if phrase[0] - 1 < low or tokens[phrase[0] - 1].low not in _GOVERNING:
        return False
    return not is_role(tokens[phrase[1]].low) and phrase[0] - 1 > low


def _of_apposition(verb: Verb) -> Phrase | None:
    if verb.infinitive or verb.token.kind not in _MARKS or verb.tokens[verb.at].text.endswith("ing"):
        return None
    return before_apposition(verb.tokens, verb.before, verb.low, verb.is_person)


def _first(verb: Verb) -> Phrase | None:
    found = first_phrase(verb.tokens, verb.low, verb.at)
    if found and verb.tokens[found[0]].low in ("i", "we"):
        found = _because_of(verb, found[1] + 1) or found
    return None if found and is_order(verb.tokens, found, verb.low, verb.is_person) else found


def _because_of(verb: Verb, low: int) -> Phrase | None:
    """`I put it in because my husband tasted it and asked`"""
    tokens = verb.tokens
    because = next((j for j in range(verb.at - 1, low, -1) if tokens[j].low == "because"), None)
    found = phrase_after(tokens, because + 1, verb.at) if because is not None else None
    one = found is not None and (is_role(tokens[found[1]].low) or is_named_or_personal(tokens, found))
    return found if one else None


def _by_somebody(verb: Verb) -> Phrase | None:
    """`They were drowned out by the bench singing`, `, with the prosecution describing`, `, says a report urging`"""
    if not verb.participle or verb.token.kind not in ("word", "name"):
        return None
    found = phrase_before(verb.tokens, verb.before, verb.low)
    if found is None or found[0] <= verb.low:
        return None
    lead = verb.tokens[found[0] - 1]
    said = lead.cue and lead.text in verbs().core and verb.tokens[found[0] - 2].kind == ","
    acts = lead.low == "by" or (lead.low == "with" and verb.tokens[found[1]].low not in nouns().texts)
    return found if said or acts else None


SUBJECT = RuleSet(
    "subject",
    [
        Rule("of the verb that an infinitive hangs on", _of_infinitive, "Smith used the question to demand"),
        Rule("behind the verb, between commas", _behind_commas, "The trouble, says Ana Berg, a trader, is that it"),
        Rule("as saying", _as_saying, "The paper quoted Berg as saying: they are Berg’s words"),
        Rule("said, adding", _said_before, "It would open in May, Berg said, adding: not the first of the sentence"),
        Rule("began by saying", _by_saying, "Smith began by saying; but not: Smith won support by saying"),
        Rule("before who", _of_who, "a relative clause tells of the noun before it"),
        Rule(
            "name before a relative clause",
            _before_relative,
            "Ode, who teaches at the school in Michigan, Dearborn told",
        ),
        Rule("by somebody who does it", _by_somebody, "It was drowned out by the bench singing"),
        Rule("doing and saying", doing_and_saying, "Berg was found with her daughter lying beside her saying"),
        Rule("right before the verb", _right_before, "news prose keeps subject and verb side by side"),
        Rule("before an apposition", _of_apposition, "Smith, the mayor of Northport, said"),
        Rule("first of the sentence", _first, "English sentences begin with what they are about"),
    ],
)


def _clause_subject(tokens: Sequence[Token], low: int, high: int) -> Phrase | None:
    """The name or pronoun that begins the last clause before index `high`."""
    for j in range(high - 1, low, -1):
        if tokens[j].low in _clauses():
            found = phrase_after(tokens, j + 1, high)
            if found and is_named_or_personal(tokens, found):
                return found
    return None
