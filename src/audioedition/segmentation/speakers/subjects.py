"""A verb -> who does it: its subject, by named rules; and the name in apposition to a role."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ...lexis.grammar import grammar
from ...lexis.nouns import nouns
from ...rules import Rule, RuleSet
from ..tokens import Token, is_adverb, is_name
from .phrases import Phrase, phrase_after, phrase_before, skip_adverbs_back

PersonTest = Callable[[Phrase], bool]
_OPENING = frozenset(("and", "but", "so", "yet", "or", "that", "because", "meanwhile", "however", "if"))
_CLAUSES = frozenset(("that", "when", "while", "because", "as", "after", "before", "but"))
_BACK = frozenset(("that", "this", "those", "these", "such", "it"))
_IS = frozenset(("is", "was", "were", "are"))
_MARKS = frozenset((",", ")", "—", "–", "-"))


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb of speech in its sentence."""

    tokens: Sequence[Token]
    at: int
    low: int
    """Index of the first token of the sentence, or of the part of it that counts."""
    before: int
    """Index of the nearest token before the verb that is no adverb, auxiliary or day; at least `low`."""
    is_person: PersonTest

    @property
    def token(self) -> Token:
        """The one at `before`."""
        return self.tokens[self.before]

    @property
    def participle(self) -> bool:
        return self.tokens[self.at].text.endswith("ing") and self.before == self.at - 1

    @property
    def infinitive(self) -> bool:
        return any(self.tokens[j].low == "to" for j in range(self.before + 1, self.at))


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
    """The name behind a verb that stands between commas: `The trouble, says Ana Berg, a trader, is that it …`"""
    tokens, at = verb.tokens, verb.at
    if verb.infinitive or verb.token.kind not in (",", "—", "–") or verb.before != at - 1 or verb.participle:
        return None
    found = phrase_after(tokens, at + 1, min(len(tokens), at + 16))
    if found is None or tokens[found[0]].low == "that" or not is_name(tokens[found[1]]):
        return None
    closed = found[1] + 1 >= len(tokens) or tokens[found[1] + 1].kind in (",", "—", "–", "stop", "(")
    return found if closed and verb.is_person(found) else None


def _as_saying(verb: Verb) -> Phrase | None:
    """Who is quoted: `The paper quoted Ana Berg as saying`."""
    if not verb.participle or verb.token.low != "as" or verb.before - 1 <= verb.low:
        return None
    return phrase_before(verb.tokens, verb.before - 1, verb.low)


def _by_saying(verb: Verb) -> Phrase | None:
    tokens, k = verb.tokens, verb.before
    if not (verb.participle and verb.token.low == "by" and k - 1 > verb.low):
        return None
    found = subject(tokens, k - 1, verb.low, verb.is_person)
    near = found is not None and (is_name(tokens[found[1]]) or tokens[found[0]].low in grammar().personal)
    return found if near else first_phrase(tokens, verb.low, verb.at)


def _of_who(verb: Verb) -> Phrase | None:
    if verb.infinitive or verb.token.low != "who":
        return None
    found = _before_who(verb.tokens, verb.before, verb.low)
    return _without_thing(verb, found) if found else (verb.before, verb.before)


def _without_thing(verb: Verb, phrase: Phrase) -> Phrase:
    """`in the mouth of Tom Hale, who said`: a thing does not say anything."""
    first, last = phrase
    of = next((j for j in range(first, last) if verb.tokens[j].low == "of"), None)
    if of is None or _is_role(verb.tokens[of - 1].low) or not verb.is_person((of + 1, last)):
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
    if found is None or is_name(token) or token.low in known.pronouns:
        return found
    if _hangs_on_preposition(tokens, found, verb.low):
        return None
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


def _hangs_on_preposition(tokens: Sequence[Token], phrase: Phrase, low: int) -> bool:
    """`Berg came up and, with a small laugh said`."""
    if phrase[0] - 1 < low or tokens[phrase[0] - 1].low not in ("with", "in", "at", "by", "after", "on", "without"):
        return False
    return not _is_role(tokens[phrase[1]].low) and phrase[0] - 1 > low


def _of_apposition(verb: Verb) -> Phrase | None:
    if verb.infinitive or verb.token.kind not in _MARKS or verb.tokens[verb.at].text.endswith("ing"):
        return None
    return _before_apposition(verb.tokens, verb.before, verb.low, verb.is_person)


def _first(verb: Verb) -> Phrase | None:
    found = first_phrase(verb.tokens, verb.low, verb.at)
    return None if found and is_order(verb.tokens, found, verb.low, verb.is_person) else found


def is_order(tokens: Sequence[Token], phrase: Phrase, low: int, is_person: PersonTest) -> bool:
    """Whether the first word of a sentence is no name but a verb: `Check out the trailer`."""
    if not is_bare(tokens, phrase, low, is_person):
        return False
    after = tokens[low + 1].low if low + 1 < len(tokens) else ""
    return after in ("out", "up", "the", "a", "an", "your", "his", "her", "their", "it", "this", "these")


def is_bare(tokens: Sequence[Token], phrase: Phrase, low: int, is_person: PersonTest) -> bool:
    """Whether a phrase is one word that only the head of its sentence makes a capital: `Transcript as follows:`."""
    return phrase[0] == low == phrase[1] and is_name(tokens[low]) and not is_person(phrase)


def looking_back(tokens: Sequence[Token], low: int, is_person: PersonTest) -> Phrase | None:
    """Whose words a sentence from index `low` says that the ones before it were: `That was how Berg put it.`"""
    if low + 3 >= len(tokens) or tokens[low].low not in _BACK or tokens[low + 1].low not in _IS:
        return None
    stop = next((j for j in range(low, len(tokens)) if tokens[j].kind == "stop"), len(tokens))
    how = low + 2
    if tokens[how].low in ("how", "what"):
        found = phrase_after(tokens, how + 1, stop)
    else:
        of = next((j for j in range(how, min(stop, how + 5)) if tokens[j].low == "of"), None)
        said = of is not None and tokens[of - 1].low in ("words", "verdict", "view")
        found = phrase_after(tokens, of + 1, stop) if of is not None and said else None
    if found is None or tokens[found[0]].low in ("i", "we", "you"):
        return None
    return named_behind(tokens, found, stop, is_person) or found


SUBJECT = RuleSet(
    "subject",
    [
        Rule("of the verb that an infinitive hangs on", _of_infinitive, "Smith used the question to demand"),
        Rule("behind the verb, between commas", _behind_commas, "The trouble, says Ana Berg, a trader, is that it"),
        Rule("as saying", _as_saying, "The paper quoted Berg as saying: they are Berg’s words"),
        Rule("began by saying", _by_saying, "Smith began by saying; but not: Smith won support by saying"),
        Rule("before who", _of_who, "a relative clause tells of the noun before it"),
        Rule(
            "name before a relative clause",
            _before_relative,
            "Ode, who teaches at the school in Michigan, Dearborn told",
        ),
        Rule("right before the verb", _right_before, "news prose keeps subject and verb side by side"),
        Rule("before an apposition", _of_apposition, "Smith, the mayor of Northport, said"),
        Rule("first of the sentence", _first, "English sentences begin with what they are about"),
    ],
)


def _clause_subject(tokens: Sequence[Token], low: int, high: int) -> Phrase | None:
    """The name or pronoun that begins the last clause before index `high`."""
    for j in range(high - 1, low, -1):
        if tokens[j].low in _CLAUSES:
            found = phrase_after(tokens, j + 1, high)
            if found and _is_named_or_personal(tokens, found):
                return found
    return None


def _is_named_or_personal(tokens: Sequence[Token], phrase: Phrase) -> bool:
    return is_name(tokens[phrase[1]]) or tokens[phrase[0]].low in grammar().personal


def named_behind(tokens: Sequence[Token], phrase: Phrase, high: int, is_person: PersonTest) -> Phrase | None:
    """The name in apposition to a role: `the mayor, Ana Berg`, `Hale’s lawyer, Cai Roe`."""
    last = _past_field(tokens, phrase[1], high)
    if last + 2 >= high or tokens[last + 1].kind != "," or not _is_definite(tokens, phrase):
        return None
    name = phrase_after(tokens, last + 2, high)
    while name is not None and name[1] > name[0] and not is_name(tokens[name[1]]):
        name = (name[0], name[1] - 1)
    if name is None or not is_name(tokens[name[1]]):
        return None
    short = name[1] <= name[0] + 3
    if (short and is_person(name)) or (_is_role(tokens[phrase[1]].low) and _ends(tokens, name, high)):
        return name
    # `the former Spain midfielder Ana Berg`
    return name if not short and is_person((name[1] - 1, name[1])) else None


def _past_field(tokens: Sequence[Token], last: int, high: int) -> int:
    """Index of the last token of `for Education and Sport` behind an office."""
    if last + 2 >= high or tokens[last + 1].low not in ("for", "of") or not is_name(tokens[last + 2]):
        return last
    end = last + 2
    while end + 1 < high and (is_name(tokens[end + 1]) or tokens[end + 1].low in ("and", "of", "the")):
        end += 1
    return end


def _is_role(noun: str) -> bool:
    return nouns().is_human(noun) or nouns().gender(noun) is not None


def _ends(tokens: Sequence[Token], name: Phrase, high: int) -> bool:
    """Whether a name is nothing but one, and its phrase ends with it."""
    after = name[1] + 1
    ends = after >= high or tokens[after].kind in (",", "stop", "(") or tokens[after].cue
    return ends and is_name(tokens[name[0]])


def _is_definite(tokens: Sequence[Token], phrase: Phrase) -> bool:
    first, last = phrase
    owned = any(t.text.endswith(("'s", "’s")) for t in tokens[first:last])
    return owned or tokens[first].low in grammar().determiners


def _before_apposition(tokens: Sequence[Token], k: int, low: int, is_person: PersonTest) -> Phrase | None:
    """The noun phrase to which what ends at the mark with index `k` is in apposition."""
    if tokens[k].kind == "," and (near := _listed_name(tokens, k, low, is_person)):
        return near
    known = grammar()
    floor = low
    head = tokens[low].low
    if head in known.subordinators or head in known.prepositions or head.rstrip(".") in known.days:
        floor = next((j + 1 for j in range(low, k) if tokens[j].kind == ","), low)
    found, sure = _opened(tokens, k, floor)
    if sure:
        return found
    first = first_phrase(tokens, floor, k)
    return first if first and _is_named_or_personal(tokens, first) else found or first


def _listed_name(tokens: Sequence[Token], k: int, low: int, is_person: PersonTest) -> Phrase | None:
    """The name right before a comma, brackets apart, that itself follows a comma: `the mayor, Ana Berg (D), said`."""
    end = k - 1
    if end > low and tokens[end].kind == ")":
        end = next((j for j in range(end - 1, max(low, end - 12), -1) if tokens[j].kind == "("), end) - 1
    near = phrase_before(tokens, end, low)
    if near is None or not is_name(tokens[near[1]]):
        return None
    begins = near[0] == low or tokens[near[0] - 1].kind in (",", "stop")
    return near if begins and is_person(near) else None


def _opened(tokens: Sequence[Token], k: int, floor: int) -> tuple[Phrase | None, bool]:
    """The noun phrase before the mark that opens what ends at index `k`, and whether it is certain."""
    closing = tokens[k].kind
    opening = "(" if closing == ")" else closing
    fallback = None
    for p in range(k - 1, max(floor, k - 60) - 1, -1):
        if tokens[p].kind in ("stop", ";"):
            break
        found = phrase_before(tokens, p - 1, floor) if tokens[p].kind == opening else None
        if found is None:
            continue
        after = tokens[p + 1]
        if closing != ",":
            return found, True
        if is_name(tokens[found[1]]):
            if after.low.rstrip(".") in grammar().appositions or after.low[:5] == "then-" or after.text[0].isdigit():
                return found, True
            fallback = fallback or found
        elif after.low in ("who", "which", "whose"):
            return found, True
    return fallback, False


def first_phrase(tokens: Sequence[Token], low: int, high: int) -> Phrase | None:
    """The first noun phrase of a sentence that is likely to be its subject."""
    i = low
    for _ in range(6):
        while i < high and _opens(tokens[i]):
            i += 1
        if i >= high:
            return None
        if _leads_clause(tokens[i]) or _is_time(tokens, i, high):
            i = _past_clause(tokens, i, high)
            continue
        if found := phrase_after(tokens, i, high):
            return found
        i += 1
    return None


def _is_time(tokens: Sequence[Token], i: int, high: int) -> bool:
    """Whether a stretch of time is named before the subject: `Two months later,`, `That evening,`, `The next day`."""
    for j in range(i, min(high, i + 5)):
        if tokens[j].kind not in ("word", "name") or tokens[j].cue:
            return False
        if tokens[j].low in nouns().times:
            after = tokens[j + 1] if j + 1 < high else None
            return after is not None and (
                after.kind == "," or after.low in ("later", "ago", "earlier", "before", "after")
            )
    return False


def _opens(token: Token) -> bool:
    return token.kind not in ("word", "name") or is_adverb(token) or token.low in _OPENING


def _leads_clause(token: Token) -> bool:
    known = grammar()
    return (
        token.low in known.subordinators
        or token.low in known.prepositions
        or token.low.endswith("ing")
        or token.low.rstrip(".") in known.days
    )


def _past_clause(tokens: Sequence[Token], i: int, high: int) -> int:
    """Index behind the clause or phrase that begins at `i`."""
    comma = next((j for j in range(i, high) if tokens[j].kind == ","), None)
    if (
        comma is not None
        and comma + 1 < high
        and tokens[comma + 1].low in ("who", "whose")
        and is_name(tokens[comma - 1])
    ):
        first = comma - 1
        while first > i + 1 and is_name(tokens[first - 1]):
            first -= 1
        return first  # `In the end Ana Berg, who runs it, …`
    if comma is not None:
        return comma + 1
    skipped = phrase_after(tokens, i + 1, high) if tokens[i].low in grammar().prepositions else None
    return skipped[1] + 1 if skipped else i + 1
