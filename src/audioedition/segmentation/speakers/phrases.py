"""The noun phrases before and after a verb, found without a parser.

What is needed of grammar to say who spoke: names are capitalised, news prose keeps subject and verb close, and what
comes between them (apposition, relative clause, adverbs, time) begins with a word of a small closed class.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ...lexis.wordclasses import (
    APPOSITIVE,
    AUXILIARIES,
    CONJUNCTIONS,
    DAYS,
    DETERMINERS,
    LINKS,
    NOT_NOUN,
    ORDINALS,
    PARTICLES,
    PERSONAL,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATORS,
)
from ..tokens import Token, is_adverb, is_cue, is_name
from .personal_names import is_human, role_gender

Phrase = tuple[int, int]
"""Indices of the first and the last token."""


def phrase_before(tokens: Sequence[Token], i: int, low: int) -> Phrase | None:
    """The noun phrase that ends with token `i`, not reaching below index `low`; (first, last) or None."""
    if i < low:
        return None
    token = tokens[i]
    if token.low in PRONOUNS and not (
        token.low in ("one", "others", "another", "many", "some", "both")
        and i > low
        and tokens[i - 1].low in DETERMINERS
    ):
        return i, i
    if (
        token.kind not in ("word", "name")
        or token.low in CONJUNCTIONS
        or token.low in PREPOSITIONS
        or token.low in AUXILIARIES
    ):
        return None
    k = i
    if is_name(token):
        while k > low and _joins_name(tokens, k, low):
            k -= 1
        while k > low and _joins_noun(tokens[k - 1]) and i - k < 10 and not is_cue(tokens, k - 1):
            if k - 2 >= low and tokens[k - 2].low in PERSONAL:
                break  # `when he returned Berg said`
            k -= 1
    elif token.kind == "word" or token.low.rstrip(".") in DAYS:
        if token.low.rstrip(".") in DAYS or token.text[0].isdigit():
            return None
        while (
            k > low
            and (_joins_noun(tokens[k - 1]) or is_name(tokens[k - 1]))
            and i - k < 8
            and not is_cue(tokens, k - 1)
        ):
            k -= 1
    if k > low and tokens[k - 1].low in DETERMINERS:
        k -= 1
        if k > low and tokens[k - 1].low in ("the", "all", "some", "many", "most", "his", "her", "their"):
            k -= 1
    elif k > low and tokens[k - 1].text.endswith(("'s", "’s", "s'", "s’")) and tokens[k - 1].kind in ("name", "word"):
        owner = phrase_before(tokens, k - 1, low)
        k = owner[0] if owner else k - 1
    if (
        k - 1 > low
        and tokens[k - 1].low in LINKS
        and (tokens[k - 1].low in ("of", "for") or tokens[k].low in DETERMINERS or is_name(tokens[k]))
    ):
        # `a spokesman for the ministry`: on to the head, if it is one with a determiner.
        head = phrase_before(tokens, k - 2, low)
        if (
            head
            and (tokens[head[0]].low in DETERMINERS or is_name(tokens[head[0]]))
            and (tokens[k - 1].low in ("of", "for") or (tokens[head[1]].kind == "word" or head == (low, low)))
            and tokens[head[1]].low
            not in (
                "interview",
                "statement",
                "speech",
                "day",
                "week",
                "month",
                "year",
                "time",
                "debate",
                "rally",
                "conference",
                "meeting",
                "event",
                "letter",
            )
        ):
            return head[0], i
    return k, i


def _joins_name(tokens: Sequence[Token], k: int, low: int) -> bool:
    before = tokens[k - 1]
    if before.kind == "name" and before.low in ORDINALS and k - 2 >= low and is_name(tokens[k - 2]):
        return True  # `Tusket First Nation`
    if is_name(before) and not before.text.endswith(("'s", "’s")):
        return True
    if before.low in PARTICLES and k - 1 > low:
        return True
    if before.low in ("of", "on", "the", "and", "&") and k - 2 >= low and before.text.islower():
        # `Department of Justice`, `Bank of the West`, `Committee on Intelligence and Security`
        first = tokens[k - 2]
        inner = k - 4 >= low and tokens[k - 3].low in ("of", "on", "for") and is_name(tokens[k - 4])
        if before.low == "and":
            return is_name(first) and inner
        if before.low == "the":
            return first.low in ("of", "for") and k - 3 >= low and is_name(tokens[k - 3])
        return is_name(first)
    return False


def _joins_noun(token: Token) -> bool:
    low = token.low
    return (
        token.kind == "word"
        and low not in DETERMINERS
        and low not in PREPOSITIONS
        and low not in CONJUNCTIONS
        and low not in AUXILIARIES
        and low not in PRONOUNS
        and low not in SUBORDINATORS
        and low not in NOT_NOUN
        and not is_adverb(token)
        and token.text[0].isalpha()
    )


def phrase_after(tokens: Sequence[Token], i: int, high: int) -> Phrase | None:
    """The noun phrase that begins with token `i`, not reaching index `high`; (first, last) or None."""
    if i >= high:
        return None
    token = tokens[i]
    if token.kind not in ("word", "name") or token.text[0].isdigit():
        return None
    if token.low in PERSONAL or token.low in ("who", "you", "someone", "somebody", "everyone", "nobody", "others"):
        return i, i
    k = i
    while k < high and tokens[k].low in DETERMINERS:
        k += 1
    first = k
    while k < high and k - i < 14:
        this = tokens[k]
        if is_name(this) or (this.low in PARTICLES and k + 1 < high and is_name(tokens[k + 1])):
            k += 1
        elif (
            this.low in ("of", "for")
            and k > first
            and k + 1 < high
            and tokens[k + 1].kind in ("word", "name")
            and not (this.low == "for" and is_name(tokens[k - 1]))
        ):
            k += 1
            while k < high and tokens[k].low in DETERMINERS:
                k += 1
        elif (
            this.low in ("in", "at", "with", "from", "on")
            and k > first
            and first > i
            and not is_name(tokens[k - 1])
            and k + 1 < high
            and (is_name(tokens[k + 1]) or tokens[k + 1].low in ("the", "his", "her"))
        ):
            k += 1
        elif _joins_noun(this) and not is_cue(tokens, k):
            owned = k > 0 and tokens[k - 1].text.endswith(("'s", "’s"))
            if k > first == i and is_name(tokens[k - 1]) and not owned and not _leads_on(tokens, k, high):
                break
            k += 1
        else:
            break
    if k == first and first > i:
        # A determiner alone: `another`, `many`, `one`.
        return (
            (i, k - 1)
            if tokens[i].low in PRONOUNS or tokens[k - 1].low in ("two", "three", "four", "others", "one", "other")
            else None
        )
    while k > i and tokens[k - 1].low in PREPOSITIONS:
        k -= 1
    return (i, k - 1) if k > i else None


def _leads_on(tokens: Sequence[Token], k: int, high: int) -> bool:
    """Whether the nouns after a name go on to another name or a verb of speech: `New York attorney Eric Levine`."""
    for j in range(k, min(high, k + 4)):
        if j > k and (is_name(tokens[j]) or is_cue(tokens, j)):
            return True
        if not _joins_noun(tokens[j]):
            return False
    return False


def skip_adverbs_back(tokens: Sequence[Token], k: int, low: int) -> int:
    while k >= low and (
        is_adverb(tokens[k])
        or tokens[k].low in AUXILIARIES
        or tokens[k].low in ("n't", "'d", "’d")
        or tokens[k].low.rstrip(".") in DAYS
    ):
        k -= 1
    return k


def subject(tokens: Sequence[Token], verb: int, low: int, is_person: Callable[[Phrase], bool]) -> Phrase | None:
    """The subject of the verb at index `verb` in the sentence that begins at index `low`; (first, last) or None."""
    k = skip_adverbs_back(tokens, verb - 1, low)
    if k < low:
        return None
    token = tokens[k]
    if any(tokens[j].low == "to" for j in range(k + 1, verb)):
        # `Smith used the question to demand`, `so pure that Smith stopped the orchestra to ask`
        return _clause_subject(tokens, low, k) or first_phrase(tokens, low, verb)
    participle = tokens[verb].text.endswith("ing") and k == verb - 1
    if participle and token.low == "by" and k - 1 > low:
        # `Smith began by saying`, but not `Smith won support by saying`
        found = subject(tokens, k - 1, low, is_person)
        near = found is not None and (is_name(tokens[found[1]]) or tokens[found[0]].low in PERSONAL)
        return found if near else first_phrase(tokens, low, verb)
    if (
        token.kind in ("word", "name")
        and token.low not in CONJUNCTIONS
        and not (participle and token.low in PREPOSITIONS)
    ):
        if token.low == "who":
            return phrase_before(tokens, k - 2 if tokens[k - 1].kind == "," else k - 1, low) or (k, k)
        found = phrase_before(tokens, k, low)
        if found and not (participle and not is_name(token) and token.low not in PERSONAL):
            if not is_name(token) and token.low not in PRONOUNS:
                # `an official who spoke to discuss strategy said`
                for j in range(found[0] - 1, max(low, k - 25), -1):
                    if tokens[j].low == "who":
                        return phrase_before(tokens, j - 2 if tokens[j - 1].kind == "," else j - 1, low) or found
                    if tokens[j].kind in (",", ";", "quote"):
                        break
            return found
    if token.kind in (",", ")", "—", "–", "-") and not tokens[verb].text.endswith("ing"):
        found = _before_apposition(tokens, k, low, is_person)
        if found:
            return found
    return first_phrase(tokens, low, verb)


def _clause_subject(tokens: Sequence[Token], low: int, high: int) -> Phrase | None:
    """The name or pronoun that begins the last clause before index `high`."""
    for j in range(high - 1, low, -1):
        if tokens[j].low in ("that", "when", "while", "because", "as", "after", "before", "but"):
            found = phrase_after(tokens, j + 1, high)
            if found and (is_name(tokens[found[1]]) or tokens[found[0]].low in PERSONAL):
                return found
    return None


def named_behind(
    tokens: Sequence[Token], phrase: Phrase, high: int, is_person: Callable[[Phrase], bool]
) -> Phrase | None:
    """The name in apposition to a role: `the mayor, Ana Berg`, `Hale’s lawyer, Cai Roe`."""
    first, last = phrase
    if not (
        (tokens[first].low in DETERMINERS or any(t.text.endswith(("'s", "’s")) for t in tokens[first:last]))
        and last + 2 < high
        and tokens[last + 1].kind == ","
    ):
        return None
    name = phrase_after(tokens, last + 2, high)
    role = is_human(tokens[last].low) or role_gender(tokens[last].low) is not None
    while name is not None and name[1] > name[0] and not is_name(tokens[name[1]]):
        name = (name[0], name[1] - 1)
    if name is None or not is_name(tokens[name[1]]):
        return None
    short = name[1] <= name[0] + 3
    ends = name[1] + 1 >= high or tokens[name[1] + 1].kind in (",", "stop", "(") or is_cue(tokens, name[1] + 1)
    if (short and is_person(name)) or (role and ends and is_name(tokens[name[0]])):
        return name
    # `the former Spain midfielder Ana Berg`
    two = (max(name[0], name[1] - 1), name[1])
    return name if not short and is_person(two) else None


def _before_apposition(tokens: Sequence[Token], k: int, low: int, is_person: Callable[[Phrase], bool]) -> Phrase | None:
    """The noun phrase to which what ends at the mark with index `k` is in apposition."""
    closing = tokens[k].kind
    if closing == ",":
        end = k - 1
        if end > low and tokens[end].kind == ")":
            end = next((j for j in range(end - 1, max(low, end - 12), -1) if tokens[j].kind == "("), end) - 1
        near = phrase_before(tokens, end, low)
        if (
            near
            and is_name(tokens[near[1]])
            and (near[0] == low or tokens[near[0] - 1].kind in (",", "stop"))
            and is_person(near)
        ):
            return near
    floor = low
    if tokens[low].low in SUBORDINATORS or tokens[low].low in PREPOSITIONS or tokens[low].low.rstrip(".") in DAYS:
        floor = next((j + 1 for j in range(low, k) if tokens[j].kind == ","), low)
    opening = "(" if closing == ")" else closing
    fallback = None
    for p in range(k - 1, max(floor, k - 60) - 1, -1):
        if tokens[p].kind in ("stop", ";"):
            break
        if tokens[p].kind != opening:
            continue
        found = phrase_before(tokens, p - 1, floor)
        if found and closing != ",":
            return found
        if found and is_name(tokens[found[1]]):
            after = tokens[p + 1]
            if after.low.rstrip(".") in APPOSITIVE or after.low.startswith("then-") or after.text[0].isdigit():
                return found
            fallback = fallback or found
        elif found and tokens[p + 1].low in ("who", "which", "whose"):
            return found
    first = first_phrase(tokens, floor, k)
    if first and (is_name(tokens[first[1]]) or tokens[first[0]].low in PERSONAL):
        return first
    return fallback or first


def first_phrase(tokens: Sequence[Token], low: int, high: int) -> Phrase | None:
    """The first noun phrase of a sentence that is likely to be its subject."""
    i = low
    for _ in range(6):
        while i < high and (
            tokens[i].kind not in ("word", "name")
            or is_adverb(tokens[i])
            or tokens[i].low in ("and", "but", "so", "yet", "or", "that", "because", "meanwhile", "however", "if")
        ):
            i += 1
        if i >= high:
            return None
        if (
            tokens[i].low in SUBORDINATORS
            or tokens[i].low in PREPOSITIONS
            or tokens[i].low.endswith("ing")
            or tokens[i].low.rstrip(".") in DAYS
        ):
            comma = next((j for j in range(i, high) if tokens[j].kind == ","), None)
            if comma is None:
                i += 1
                if tokens[i - 1].low in PREPOSITIONS and (skipped := phrase_after(tokens, i, high)):
                    i = skipped[1] + 1
                continue
            i = comma + 1
            continue
        found = phrase_after(tokens, i, high)
        if found:
            return found
        i += 1
    return None
