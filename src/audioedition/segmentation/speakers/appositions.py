"""Two noun phrases for one: the name behind a role (`the mayor, Ana Berg`), what a phrase between commas is about."""

from __future__ import annotations

from collections.abc import Sequence

from ...lexis.grammar import english_words, grammar, nouns_are_capitals
from ...lexis.nouns import nouns
from ...lexis.tables import kinds
from ..tokens import Token, is_name
from .phrases import (
    PersonTest,
    Phrase,
    introduces_source,
    joins_noun,
    names_a_body,
    names_role,
    phrase_after,
    phrase_before,
)
from .sentence_heads import first_phrase

_joins = kinds("discourse", "kinds")("joins")


def named_behind(tokens: Sequence[Token], phrase: Phrase, high: int, is_person: PersonTest) -> Phrase | None:
    """The name in apposition to a role: `the mayor, Ana Berg`, `Hale’s lawyer, Cai Roe`."""
    last = _past_body_of(tokens, phrase, past_field(tokens, phrase[1], high), high)
    if last + 2 >= high or tokens[last + 1].kind != ",":
        return None
    name = _name_at(tokens, last + 2, high)
    if name is None or not (_is_definite(tokens, phrase) or _is_bare_role(tokens, phrase, name)):
        return None
    if is_role(tokens[phrase[1]].low) and not is_person(name) and (beyond := _past_body(tokens, name, high, is_person)):
        return beyond
    short = name[1] <= name[0] + 3
    if (short and is_person(name)) or (is_role(tokens[phrase[1]].low) and _ends(tokens, name, high)):
        return name
    # `the former Spain midfielder Ana Berg`
    return name if not short and is_person((name[1] - 1, name[1])) else None


def _is_bare_role(tokens: Sequence[Token], phrase: Phrase, name: Phrase) -> bool:
    """`mother of two, Ana Berg, said`: a role without article, and behind a comma its name, closed by another one;
    `Galway manager, Ana Berg`."""
    if is_name(tokens[phrase[0]]) and names_role(tokens, phrase[1] + 1, name[1] + 1):
        return True
    role, closed = tokens[phrase[0]], tokens[name[1] + 1 : name[1] + 2]
    led = phrase[0] == 0 or tokens[phrase[0] - 1].kind in ("quote", "stop", ",")
    if not english_words() and phrase[1] > phrase[0] and tokens[phrase[0] + 1].low in ("of", "for"):
        led = led and is_role(role.low)  # `Chairman of the Traders’ Union, Chief Ana Berg, said`
    else:
        led = led and role.kind == "word" and is_role(role.low)
    return led and role.low[-1] != "s" and [t.kind for t in closed] == [","]


def _name_at(tokens: Sequence[Token], i: int, high: int) -> Phrase | None:
    """The phrase that begins at `i`, if it ends with a name, without small words behind that."""
    name = phrase_after(tokens, i, high)
    while name is not None and name[1] > name[0] and not is_name(tokens[name[1]]):
        name = (name[0], name[1] - 1)
    return name if name and is_name(tokens[name[1]]) else None


def _past_body(tokens: Sequence[Token], body: Phrase, high: int, is_person: PersonTest) -> Phrase | None:
    """The name behind the body that an office is of: `the Permanent Secretary, Ministry of Works, Mrs Ana Berg`."""
    if body[1] + 2 >= high or tokens[body[1] + 1].kind != ",":
        return None
    name = phrase_after(tokens, body[1] + 2, high)
    return name if name and is_name(tokens[name[0]]) and is_person(name) else None


def past_field(tokens: Sequence[Token], last: int, high: int) -> int:
    """Index of the last token of `for Education and Sport` behind an office, of `and bridges` behind `for roads`, of
    `“Open Doors”` behind `of the group`.
    """
    if names_a_body(tokens, last + 1):
        return last + 1
    if last + 3 < high and tokens[last + 1].low == "and" and joins_noun(tokens[last + 2]):
        end = last + 2 + (tokens[last + 3].kind == "word")
        return end if tokens[end + 1 : end + 2] and tokens[end + 1].kind == "," else last
    if nouns_are_capitals() and (end := _past_genitive(tokens, last, high)):
        return end
    if last + 2 >= high or tokens[last + 1].low not in ("for", "of") or not is_name(tokens[last + 2]):
        return last
    end = last + 2
    while end + 1 < high and (is_name(tokens[end + 1]) or tokens[end + 1].low in ("and", "of", "the")):
        end += 1
    return end


def _past_genitive(tokens: Sequence[Token], last: int, high: int) -> int:
    """Index of the last token of `der Stadt` in `der Sprecher der Stadt, Karl Ohl`; 0 where none stands there."""
    genitive = last + 3 < high and tokens[last + 1].low in ("the", "of") and tokens[last + 2].text[0].isupper()
    return last + 2 if genitive and tokens[last + 3].kind == "," else 0


_OF_BODY = 6
"""Words of the name of a body that an office is of."""


def _past_body_of(tokens: Sequence[Token], phrase: Phrase, last: int, high: int) -> int:
    """Index of the last token of a body's name with small words in it, up to the comma before its office's holder:
    `la capogruppo di Insieme per il Borgo, Ana Berg`, `le maire (PS) de Plouan, Jan Berg`; in other languages.
    """
    if not english_words() or tokens[phrase[0]].low != "the" or not is_role(tokens[phrase[0] + 1].low):
        return last
    for j in range(last + 1, min(high - 2, last + 1 + _OF_BODY)):
        if tokens[j].kind == ",":
            return j - 1 if is_name(tokens[j + 1]) and is_name(tokens[j + 2]) else last
        if tokens[j].kind not in ("word", "name", "(", ")") or tokens[j].cue:
            break
    return last


def is_role(noun: str) -> bool:
    return nouns().is_human(noun) or nouns().gender(noun) is not None


def _ends(tokens: Sequence[Token], name: Phrase, high: int) -> bool:
    """Whether a name is nothing but one, and its phrase ends with it."""
    after = name[1] + 1
    ends = after >= high or tokens[after].kind in (",", "stop", "(") or tokens[after].cue
    return ends and is_name(tokens[name[0]])


def _is_definite(tokens: Sequence[Token], phrase: Phrase) -> bool:
    first, last = phrase
    owned = any(t.text.endswith(("'s", "’s")) for t in tokens[first:last])
    source = introduces_source(tokens, first - 1) and is_role(tokens[last].low)
    return owned or tokens[first].low in grammar().determiners or source


def before_apposition(tokens: Sequence[Token], k: int, low: int, is_person: PersonTest) -> Phrase | None:
    """The noun phrase to which what ends at the mark with index `k` is in apposition."""
    low += tokens[low].low in _joins()
    if tokens[k].kind == "," and (near := _listed_name(tokens, k, low, is_person)):
        return near
    known = grammar()
    floor = low
    head = tokens[low].low
    if head == "as" and tokens[k + 1 : k + 2] and tokens[k + 1].low == "put":
        floor = low + 1
    elif head in known.subordinators or head in known.prepositions or head.rstrip(".") in known.days:
        floor = next((j + 1 for j in range(low, k) if tokens[j].kind == ","), low)
    found, sure = _opened(tokens, k, floor, is_person)
    if sure:
        return found
    first = first_phrase(tokens, floor, k)
    return first if first and is_named_or_personal(tokens, first) else found or first


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


def _opened(tokens: Sequence[Token], k: int, floor: int, is_person: PersonTest) -> tuple[Phrase | None, bool]:
    """The noun phrase before the mark that opens what ends at index `k`, and whether it is certain.

    It is not sure that `who` tells of a name which is nobody's: `Ana Berg, head of Wexley College, who leads it,`.
    """
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
        if _is_opened_by(tokens, found, after, is_person):
            return found, True
        fallback = fallback or (found if is_name(tokens[found[1]]) else None)
    return fallback, False


def _is_opened_by(tokens: Sequence[Token], phrase: Phrase, after: Token, is_person: PersonTest) -> bool:
    """Whether the word behind a comma tells of the phrase before it."""
    if not is_name(tokens[phrase[1]]):
        return after.low in ("who", "which", "whose")
    if after.low in ("who", "whose"):
        return is_person(phrase)
    return after.low.rstrip(".") in grammar().appositions or after.low[:5] == "then-" or after.text[0].isdigit()


def is_named_or_personal(tokens: Sequence[Token], phrase: Phrase) -> bool:
    return is_name(tokens[phrase[1]]) or tokens[phrase[0]].low in grammar().personal
