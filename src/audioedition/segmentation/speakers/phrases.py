"""The noun phrases before and after a word, found without a parser.

What is needed of grammar to say who spoke: names are capitalised, news prose keeps subject and verb close, and what
comes between them (apposition, relative clause, adverbs, time) begins with a word of a small closed class.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ...lexis.grammar import english_words, grammar, nouns_are_capitals
from ...lexis.nouns import nouns
from ...lexis.tables import Lexis, derived, kinds
from ..tokens import Token, is_adverb, is_name, is_owner
from .ages import is_age, is_age_alone, is_years_old
from .personal_names import is_adjective, name_follows

Phrase = tuple[int, int]
"""Indices of the first and the last token."""
PersonTest = Callable[[Phrase], bool]
"""Whether a phrase means a person."""

_words = kinds("discourse", "kinds")
_alone, _counted, _before_determiners, _place = (
    _words(kind) for kind in ("alone", "counted", "before_determiner", "place")
)
_LONGEST = 14
"""Tokens of the longest phrase."""
_NICKNAME = 22
"""Characters of the longest nickname, marks included."""
_JOB = 6
"""Tokens from a place to the name behind a job there: `Northport harbour authority chief engineer Ana Berg`."""


def phrase_before(tokens: Sequence[Token], i: int, low: int) -> Phrase | None:
    """The noun phrase that ends with token `i`, not reaching below index `low`; (first, last) or None."""
    if i < low:
        return None
    token = tokens[i]
    if _is_pronoun(tokens, i, low):
        return i, i
    if not _can_end(token):
        return None
    start = _name_start(tokens, i, low) if is_name(token) else _noun_start(tokens, i, low)
    start = _with_determiner(tokens, start, low)
    return _with_head(tokens, start, low), i


def described_before(tokens: Sequence[Token], i: int, low: int) -> Phrase | None:
    """The same for a common noun, without the head that it may hang on: `the woman` in `a voice to the woman`."""
    return (_with_determiner(tokens, _noun_start(tokens, i, low), low), i) if joins_noun(tokens[i]) else None


def _is_pronoun(tokens: Sequence[Token], i: int, low: int) -> bool:
    """Whether a pronoun stands by itself: `another said`, not `the others said`."""
    known, word = grammar(), tokens[i].low
    if word not in known.pronouns:
        return False
    owned = i > low and tokens[i - 1].low in known.determiners
    return not (owned and word in ("one", "others", "another", "many", "some", "both"))


def _can_end(token: Token) -> bool:
    """Whether a noun phrase can end with this word."""
    known = grammar()
    if token.kind not in ("word", "name") or is_name(token):
        return token.kind == "name"
    if token.low in known.conjunctions or token.low in known.prepositions or token.low in known.auxiliaries:
        return False
    day = token.low.rstrip(".") in known.days
    return not day and not (token.kind == "word" and token.text[0].isdigit())


def _name_start(tokens: Sequence[Token], i: int, low: int) -> int:
    """Index of the first token of the name that ends at `i`, with the nouns before it: `campaign chief Ana Berg`."""
    k = i
    personal = grammar().personal
    while k > low and _joins_name(tokens, k, low):
        k -= 1
    while k > low and i - k < 10 and joins_noun(tokens[k - 1]) and not tokens[k - 1].cue:
        if k - 2 >= low and tokens[k - 2].low in personal:
            break  # `when he returned Berg said`
        k -= 1
    return k


def _noun_start(tokens: Sequence[Token], i: int, low: int) -> int:
    k = i
    if tokens[i].kind == "word":
        while k > low and i - k < 8 and (joins_noun(tokens[k - 1]) or is_name(tokens[k - 1])) and not tokens[k - 1].cue:
            k -= 1
    return k


def _with_determiner(tokens: Sequence[Token], k: int, low: int) -> int:
    """With `the`, `all the` or `Smith’s` before the phrase that begins at `k`."""
    if k <= low:
        return k
    before = tokens[k - 1]
    if before.low in grammar().determiners:
        return k - 2 if k - 1 > low and tokens[k - 2].low in _before_determiners() else k - 1
    if is_owner(before) and before.kind in ("name", "word"):
        owner = phrase_before(tokens, k - 1, low)
        return owner[0] if owner else k - 1
    return k


def _with_head(tokens: Sequence[Token], k: int, low: int) -> int:
    """With the head before `of`, `for`, `at` …, if it is one with a determiner: `a spokesman for the ministry`."""
    known = grammar()
    if k - 1 <= low or tokens[k - 1].low not in known.links:
        return k
    close = tokens[k - 1].low in ("of", "for")
    if not close and tokens[k].low not in known.determiners and not is_name(tokens[k]):
        return k
    head = phrase_before(tokens, k - 2, low)
    if head is None or not (tokens[head[0]].low in known.determiners or is_name(tokens[head[0]])):
        return k
    begins = head[0] == low or (tokens[k - 1].low == "from" and tokens[head[0] - 1].kind == ",")
    if not close and tokens[head[1]].kind != "word" and not begins:
        return k
    return k if _is_no_head(tokens, head, close=close) else head[0]


def _is_no_head(tokens: Sequence[Token], head: Phrase, *, close: bool) -> bool:
    """Whether what ends a phrase is an occasion, or what its name does: `Officer Hale spoke` of `with the man`."""
    first, last = head
    if close or tokens[last].low in nouns().occasions:
        return tokens[last].low in nouns().occasions
    named = last > first and tokens[last].kind == "word" and is_name(tokens[last - 1]) and is_name(tokens[first])
    return named and not nouns().can_speak(tokens[last].low) and not english_words()


def _joins_name(tokens: Sequence[Token], k: int, low: int) -> bool:
    """Whether the token before index `k` belongs to the name that goes on there."""
    known, before = grammar(), tokens[k - 1]
    if before.kind == "name" and before.low in known.ordinals and k - 2 >= low and is_name(tokens[k - 2]):
        return True  # `Tusket First Nation`
    if is_name(before) and not before.text.endswith(("'s", "’s")):
        return True
    return (before.low in known.particles and k - 1 > low) or _is_inside_name(tokens, k, low)


def _is_inside_name(tokens: Sequence[Token], k: int, low: int) -> bool:
    """`Department of Justice`, `Bank of the West`, `Committee on Intelligence and Security`."""
    before = tokens[k - 1]
    if before.low not in ("of", "on", "the", "and", "&") or k - 2 < low or before.text[0].isupper():
        return False
    first = tokens[k - 2]
    if before.low == "&":
        return is_name(first)  # `Hale & Co`
    if before.low == "and":
        inner = k - 4 >= low and tokens[k - 3].low in ("of", "on", "for") and is_name(tokens[k - 4])
        return is_name(first) and inner
    if before.low == "the":
        return first.low in ("of", "for") and k - 3 >= low and is_name(tokens[k - 3])
    return is_name(first)


def joins_noun(token: Token) -> bool:
    """Whether a word can stand in front of a noun as part of its phrase."""
    low = token.low
    alphabetic = token.text[0].isalpha() or is_age(token)
    return token.kind == "word" and alphabetic and low not in _outside_nouns() and not is_adverb(token)


_OF = frozenset(("of", "from", "in"))
OBJECTS = frozenset(("him", "them"))
"""Stand before the verb in other languages; in English `one of them` is a phrase."""


@derived
def _outside_nouns(lexis: Lexis) -> frozenset[str]:
    """Words of the closed classes that are in no noun phrase."""
    known = lexis.made(grammar.make)
    return (
        known.determiners
        | known.prepositions
        | known.conjunctions
        | known.auxiliaries
        | known.pronouns
        | known.subordinators
        | known.no_nouns
        | (OBJECTS if lexis.made(english_words.make) else frozenset())
    )


def phrase_after(tokens: Sequence[Token], i: int, high: int) -> Phrase | None:
    """The noun phrase that begins with token `i`, not reaching index `high`; (first, last) or None."""
    if i >= high or not _can_begin(tokens, i):
        return None
    if tokens[i].text[0].isdigit() and not is_age(tokens[i]):
        return phrase_after(tokens, i + 1 + 2 * is_years_old(tokens, i), high)
    known = grammar()
    if tokens[i].low in known.personal or tokens[i].low in _alone():
        return i, i
    k = first = _past_determiners(tokens, i, high)
    while k < high and k - i < _LONGEST:
        step = _step(tokens, i, first, k, high)
        if not step:
            break
        k += step
    if k == first > i:
        return (i, k - 1) if _stands_alone(tokens, i, k, high) else None
    return _without_rest(tokens, i, k, high)


def _without_rest(tokens: Sequence[Token], i: int, k: int, high: int) -> Phrase | None:
    """The phrase from `i` to before `k`, without what is no part of it at its end: prepositions, a verb."""
    while k > i and (
        tokens[k - 1].low in grammar().prepositions
        or (k - 1 > i and (_is_deed(tokens, k - 1, high) or _is_behind_noun(tokens, k - 1)))
    ):
        k -= 1
    return (i, k - 1) if k > i else None


def _is_deed(tokens: Sequence[Token], i: int, high: int) -> bool:
    """Whether the word at index `i` is what somebody did to something, no part of a noun: `one identified his unit`,
    `der Anwalt bezeichnete die Anträge`.
    """
    word = tokens[i]
    object_follows = i + 1 < high and tokens[i + 1].low in grammar().determiners
    done = word.low.endswith("ed") or (object_follows and bool(english_words()) and tokens[i + 1].low != "that")
    if english_words() and i + 1 < high and nouns().is_human(tokens[i - 1].low) and word.text.islower():
        done = done or tokens[i + 1].low in grammar().prepositions - _OF  # `la commerçante oscille entre`
        object_follows = True
    return word.kind == "word" and done and object_follows and not nouns().is_human(word.low)


def _is_behind_noun(tokens: Sequence[Token], i: int) -> bool:
    """`zeigte sich ein Anrainer überrascht`: a small word behind a noun, where nouns are capitals."""
    noun = nouns_are_capitals() and tokens[i].text.islower() and tokens[i - 1].text[0].isupper()
    closed = tokens[i].low in grammar().particles or tokens[i - 1].text.lower() in english_words()
    return noun and not closed


def _stands_alone(tokens: Sequence[Token], i: int, k: int, high: int) -> bool:
    """Whether the determiners from `i` to `k` are a phrase: `another`, `many`, `the two`, `those who`."""
    if tokens[k - 1].low == "those" and k < high and tokens[k].low == "who":
        return True
    return tokens[i].low in grammar().pronouns or tokens[k - 1].low in _counted()


def _can_begin(tokens: Sequence[Token], i: int) -> bool:
    """Whether a noun phrase can begin at index `i`: with a figure only in an age and in `2nd Lt. Ana Berg`."""
    if tokens[i].kind not in ("word", "name"):
        return False
    if not tokens[i].text[0].isdigit() or is_age(tokens[i]) or is_years_old(tokens, i):
        return True
    ordinal = tokens[i].low.endswith(("st", "nd", "rd", "th"))
    return ordinal and i + 1 < len(tokens) and is_name(tokens[i + 1])


def _past_determiners(tokens: Sequence[Token], i: int, high: int) -> int:
    first = i
    names = bool(english_words())  # `volgens De Boer`
    while i < high and tokens[i].low in grammar().determiners and not (names and tokens[i].kind == "name"):
        i += 1
    if first < i < high - 1 and is_adverb(tokens[i]) and tokens[i].low.endswith("ly"):
        i += joins_noun(tokens[i + 1])  # `a clearly distraught Ana Berg`
    numbered = first < i < high - 1 and tokens[i].text.isdigit() and joins_noun(tokens[i + 1])
    return i + 1 if numbered else i  # `a 2024 report`


def _step(tokens: Sequence[Token], i: int, first: int, k: int, high: int) -> int:
    """How many tokens from index `k` go on with the phrase that begins at `i`, its first noun at `first`."""
    this = tokens[k]
    if _is_in_name(tokens, k, high):
        return 1
    if this.low in ("of", "for", "to") or this.low in _place():
        return _link(tokens, i, first, k, high)
    if not joins_noun(this) or this.cue or is_age_alone(tokens[k - 1]):
        return 0
    owned = k > 0 and tokens[k - 1].text.endswith(("'s", "’s"))
    behind_name = k > first == i and is_name(tokens[k - 1]) and not owned
    people = behind_name and is_adjective(tokens[k - 1].text) and nouns().can_speak(this.low)  # `Chilean police`
    return 0 if behind_name and not people and not _leads_on(tokens, k, high) else 1


_FIELD = 8
"""Words of what somebody is in charge of."""


def _is_field(tokens: Sequence[Token], first: int, k: int, high: int) -> bool:
    """Whether `to` at index `k` leads to what an office is for, with a name behind it: `l'adjointe à la culture, Sylvie
    Kuntz`, `l'assessore alla Mobilità Alan Bregoli`; not in `le ministre à la presse`.
    """
    if not english_words() or not any(nouns().is_human(token.low) for token in tokens[first:k]):
        return False
    j = _past_determiners(tokens, k + 1, high)
    if j >= high or tokens[j].text.isupper():
        return False
    end = j + 1
    while end < min(high, j + _FIELD) and (joins_noun(tokens[end]) or tokens[end].low in ("of", "the", "and")):
        end += 1
    named = end + 1 < high and is_name(tokens[end]) and is_name(tokens[end + 1])
    return named or _is_named_behind(tokens, end, min(high, j + _FIELD))


def _is_named_behind(tokens: Sequence[Token], i: int, high: int) -> bool:
    """Whether words without a mark lead to a comma and a name: `della Comunità montana, Elena Berg`."""
    comma = next((k for k in range(i, high) if tokens[k].kind not in ("word", "name")), high)
    return comma + 1 < len(tokens) and tokens[comma].kind == "," and is_name(tokens[comma + 1])


def _is_in_name(tokens: Sequence[Token], k: int, high: int) -> bool:
    token = tokens[k]
    if is_name(token) or token.kind == "quote":
        return token.kind == "name" or is_nickname(tokens, k)
    return token.low in grammar().particles and k + 1 < high and name_follows(tokens, k + 1)


def is_nickname(tokens: Sequence[Token], i: int) -> bool:
    """Whether what stands between marks at index `i` is inside a name: `Ana “Skip” Berg`."""
    token = tokens[i]
    short = token.kind == "quote" and token.end - token.start < _NICKNAME
    inside = short and 0 < i < len(tokens) - 1 and is_name(tokens[i - 1]) and is_name(tokens[i + 1])
    return inside and not is_owner(tokens[i - 1])


def names_a_body(tokens: Sequence[Token], i: int) -> bool:
    """Whether what stands between marks at index `i` names the noun before it: `the group “Open Doors”, Ana Berg,`."""
    if not 0 < i < len(tokens) - 2 or tokens[i].kind != "quote" or tokens[i - 1].cue:
        return False
    return joins_noun(tokens[i - 1]) and tokens[i + 1].kind == "," and is_name(tokens[i + 2])


def introduces_source(tokens: Sequence[Token], i: int) -> bool:
    """Whether the token at index `i` ends `according to`, behind which stands who says so."""
    return i > 0 and tokens[i].low == "to" and tokens[i - 1].low == "according"


def _link(tokens: Sequence[Token], i: int, first: int, k: int, high: int) -> int:
    """The same for a preposition: `mayor of the city`, `a man in the crowd`."""
    counted = k == first > i and tokens[k].low == "of"  # `one of the painters`
    if k >= high - 1 or not (first < k or counted):
        return 0
    this, after = tokens[k], tokens[k + 1]
    if this.low in ("of", "for"):
        return _link_of(tokens, k, high, counted=counted)
    if this.low == "to":
        return _past_determiners(tokens, k + 1, high) - k if _is_field(tokens, first, k, high) else 0
    if after.low in ("me", "us"):
        return 2  # `the man beside me`
    definite = is_name(after) or after.low in ("the", "his", "her")
    return int(first > i and not is_name(tokens[k - 1]) and definite)


def _link_of(tokens: Sequence[Token], k: int, high: int, *, counted: bool) -> int:
    after = tokens[k + 1]
    if counted and after.low in ("them", "they") and english_words():
        return 2  # `einer von ihnen`
    if after.kind not in ("word", "name") or (tokens[k].low == "for" and is_name(tokens[k - 1])):
        return 0
    return _past_determiners(tokens, k + 1, high) - k


def _leads_on(tokens: Sequence[Token], k: int, high: int) -> bool:
    """Whether the nouns after a name go on to another name or a verb of speech: `New York attorney Eric Levine`,
    `Galway manager, Padraic Joyce`."""
    for j in range(k, min(high, k + _JOB)):
        if j > k and (is_name(tokens[j]) or tokens[j].cue or names_role(tokens, j, high)):
            return True
        if not joins_noun(tokens[j]):
            return False
    return False


def names_role(tokens: Sequence[Token], comma: int, high: int) -> bool:
    """Whether a full name stands behind the comma at an index, and a role that it is of before it; only English sets
    `Galway manager` without an article."""
    named = comma + 2 < high and is_name(tokens[comma + 1]) and is_name(tokens[comma + 2])
    role = tokens[comma].kind == "," and tokens[comma - 1].kind == "word" and nouns().is_human(tokens[comma - 1].low)
    return named and role and not english_words()


def skip_adverbs_back(tokens: Sequence[Token], k: int, low: int) -> int:
    """Index of the nearest token, from `k` down to `low`, that is no adverb, auxiliary or day."""
    known = grammar()
    while k >= low and (
        is_adverb(tokens[k])
        or tokens[k].low in known.auxiliaries
        or tokens[k].low in ("n't", "'d", "’d")
        or tokens[k].low.rstrip(".") in known.days
    ):
        k -= 1
    return k
