"""What stands around a name in the reporter's sentence -> whether its bearer is a person, and of which gender."""

from __future__ import annotations

import itertools
import operator
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from ...lexis import first_names
from ...lexis.grammar import english_words, grammar
from ...lexis.nouns import nouns
from ...lexis.tables import kinds
from ...lexis.verbs import verbs
from ...model import Gender
from ..tokens import Token, is_name, is_owner, sentence_start
from .descriptions import is_inverted
from .offices import office_at_head
from .personal_names import HE, given_gender
from .phrases import introduces_source, joins_noun, phrase_before
from .roles_beside import described, gender_of_article_before, head_of_genitive, played_by
from .titles import is_rank, title_gender

_words = kinds("discourse", "kinds")
_subordinate, _asks_whom, _place = _words("subordinate"), _words("asks_whom"), _words("place")
_naming, _be = _words("naming"), _words("be")


def around(tokens: Sequence[Token], first: int, last: int) -> tuple[bool, Gender | None]:
    """Whether the name at the tokens `first` to `last` is a person's, and the gender that a role beside it tells.

    That somebody speaks is no evidence: companies do, too.
    """
    if whose := _whose_name(tokens, first):
        return True, whose
    before, gender_before = _role_before(tokens, first)
    behind, gender_behind = (False, None) if _says_where(tokens, first) else _role_behind(tokens, last)
    return before or behind, gender_before or gender_behind


def _whose_name(tokens: Sequence[Token], first: int) -> Gender | None:
    """The gender of whom a sentence gives a name: `Her name is Ana.`"""
    if first < 3 or tokens[first - 1].low not in _be() or tokens[first - 2].low != "name":
        return None
    return HE.get(tokens[first - 3].low)


def beside(words: Sequence[str], tokens: Sequence[Token], first: int, last: int) -> tuple[bool, Gender | None]:
    """The same of the name `words`; a masculine noun is anybody's before a woman's: `architect Yvonne Smit`, in English
    `chairman Yvonne Smit`.
    """
    if honorific := _of_honorific(tokens, first):
        return True, honorific
    personal, gender = around(tokens, first, last)
    if gender is Gender.MALE and given_gender(words) is Gender.FEMALE:
        return personal, None if english_words() or _is_office(tokens, first, last) else gender
    return personal, gender


def _of_honorific(tokens: Sequence[Token], first: int) -> Gender | None:
    """What the honorific right before a name tells, whatever the name is, in languages that write it small or have it
    as a noun: `mevrouw Robin Smit`, `Herr Andrea Rossi`.
    """
    before = tokens[first - 1] if first and english_words() else None
    return title_gender(before.text) if before and before.kind == "word" else None


def _is_office(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether of the nouns near a name only one for an office is a man's: `chairman`, which women are called, too."""
    near = [*tokens[max(0, first - _NEAR) : first], *tokens[last + 1 : last + 1 + _NEAR]]
    men = [token.low for token in near if token.kind == "word" and nouns().gender(token.low) is Gender.MALE]
    return bool(men) and all(noun.endswith("man") and noun != "man" for noun in men)


def _says_where(tokens: Sequence[Token], first: int) -> bool:
    """Whether a name only says where somebody is from, of whom what follows tells: `a doctor from Wexley, whose …`, and
    `the farmer from Wexley, Northport, who …`.
    """
    if first > 3 and tokens[first - 1].kind == "," and is_name(tokens[first - 2]) and not english_words():
        first -= 2
    before = tokens[first - 1].low if first > 1 else ""
    return before != "with" and before in _place() and nouns().is_human(tokens[first - 2].low)


_CLAUSE_MARKS = frozenset((",", ";", ":", "—", "–", "quote", "(", ")"))
"""Where a clause ends."""
_LONGEST_LEAD = 100
"""Tokens of a clause in front of its subject."""


def is_subject(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether the name at the tokens `first` to `last` is likely what its sentence is about.

    Not in `for Smith`, `Smith’s plan`, `where Smith lives`, nor where somebody is meant by a pronoun before.
    """
    if _is_told_of(tokens, last):
        return not _says_where(tokens, first)
    if is_source(tokens, first):
        return True
    if first and (_is_governed(tokens[first - 1]) or _is_role_governed(tokens, first - 1)):
        return False
    if (
        first > 1
        and tokens[first - 1].kind == ","
        and _is_closed(tokens, last)
        and _is_apposed_object(tokens, first - 2)
    ):
        return False
    if first and _is_turned_round(tokens, first - 1):
        return False
    if tokens[last].text.endswith(("'s", "’s", "s'", "s’")) or _belongs_to_noun(tokens, first, last):
        return False
    return not _is_spoken_of(tokens, first)


def is_source(tokens: Sequence[Token], first: int) -> bool:
    """Whether a sentence reports what the name at index `first` says: `According to union boss Ana Berg, it is so.`"""
    return introduces_source(tokens, _before_role(tokens, first - 1))


def _before_role(tokens: Sequence[Token], last: int) -> int:
    """Index of what stands before the words of a role that end at index `last`, and before their article."""
    i, low = last, max(0, last + 1 - _NEAR)
    while i > low and (is_name(tokens[i]) or (joins_noun(tokens[i]) and not tokens[i].cue)):
        i -= 1
    return i - 1 if i > 0 and tokens[i].low in grammar().determiners else i


def _is_spoken_of(tokens: Sequence[Token], first: int) -> bool:
    """Whether what stands in the sentence before the name at index `first` makes it one that is only spoken of."""
    same_clause = True
    for j in range(first - 1, max(-1, first - 40), -1):
        kind, low = tokens[j].kind, tokens[j].low
        if kind == "stop":
            break
        if low in grammar().personal and (same_clause or low in HE):
            return True  # `They met Smith`, `When he came, Smith left`; but `Although it rained, Smith left`
        if same_clause and j and _reports(tokens, j):
            return True
        same_clause = same_clause and kind not in _CLAUSE_MARKS
        if same_clause and low in _subordinate():
            return True
    return False


def _reports(tokens: Sequence[Token], verb: int) -> bool:
    """Whether a verb of speech stands behind its subject: `Hale said Smith had left`, not `…,” said Smith`.

    In English, which does not turn them round: `In ihrer Rede sagte Berg`.
    """
    before, said = tokens[verb - 1], tokens[verb]
    reports = said.cue and said.text in verbs().core and said.text not in _asks_whom()  # `Hale asked the witness if`
    return reports and not english_words() and (before.kind == "name" or nouns().is_human(before.low))


def _is_told_of(tokens: Sequence[Token], last: int) -> bool:
    """Whether a clause goes on about the name that ends at index `last`: `It was saved by Ana Berg, whose 174 took`."""
    return last + 2 < len(tokens) and tokens[last + 1].kind == "," and tokens[last + 2].low in ("who", "whose")


def _is_governed(before: Token) -> bool:
    """Whether a name belongs to what stands right before it: `Wren (Ana Berg)`, `for Berg`, `telling Berg`."""
    return (
        before.kind == "(" or before.low in grammar().prepositions or (before.cue and before.text not in verbs().core)
    )


def _is_role_governed(tokens: Sequence[Token], role: int) -> bool:
    """Whether a name belongs to what stands before its role, ending at an index: `told it to Post reporter Ana Berg`.

    At the head of a clause its view is told: `Per l'avvocata Ana Berg le analisi non dimostrano nulla`.
    """
    if tokens[role].kind != "word" or not nouns().is_human(tokens[role].low):
        return False
    i = _before_role(tokens, role - 1)
    return i > 0 and tokens[i].low in grammar().prepositions and tokens[i - 1].kind in ("word", "name")


def _is_closed(tokens: Sequence[Token], last: int) -> bool:
    """Whether a name between commas is no subject of the verb behind them."""
    after = tokens[last + 1 : last + 3]
    return bool(after) and after[0].kind in (",", ".", "stop", "(") and not any(token.cue for token in after)


def _is_apposed_object(tokens: Sequence[Token], last: int) -> bool:
    """Whether a name stands behind a role that is no subject: `the murder of the head of the union, Ana Berg,`."""
    role = phrase_before(tokens, head_of_genitive(tokens, last), sentence_start(tokens, last, _LONGEST_LEAD))
    words = tokens[role[0] : role[1] + 1] if role else []
    if role is None or not any(nouns().is_human(token.low) for token in words):
        return False
    if any(is_name(token) and first_names.gender(token.text) for token in words):
        return False  # `Questioned by counsel Tom Hale, Ana Berg told`
    head = list(itertools.takewhile(lambda token: token.low != "of", words))
    if len(head) < len(words) and not any(nouns().is_human(token.low) for token in head):
        return True  # `the murder of the head`
    return role[0] > 0 and tokens[role[0] - 1].low in grammar().prepositions


def _is_turned_round(tokens: Sequence[Token], being: int) -> bool:
    """Whether a sentence only lists a name behind its verb: `Among the guests were Ana Berg and Tom Hale.`"""
    if tokens[being].low not in ("were", "are"):
        return False
    return tokens[sentence_start(tokens, being, _LONGEST_LEAD)].low in grammar().prepositions


def is_there(tokens: Sequence[Token], first: int, noun: str) -> bool:
    """Whether a sentence only says that somebody is there who is called NOUN: `Now there is one man`, `On one is a
    customer`; not `There was a woman at the desk`.
    """
    there = first > 1 and tokens[first - 1].low in _be() and is_inverted(tokens, first - 1)
    counted = tokens[first].low == "one" or nouns().gender(noun) is None
    return there and counted and not english_words()


def _belongs_to_noun(tokens: Sequence[Token], first: int, last: int) -> bool:
    """`the Gleeson twins`, `the Hale campaign`"""
    if not first or last + 1 >= len(tokens) or tokens[first - 1].low != "the":
        return False
    after = tokens[last + 1]
    return after.kind == "word" and not after.cue and joins_noun(after) and not after.low.endswith("ed")


_NEAR = 6
"""Tokens on either side of a name in which a role stands."""
_LONGEST_AND = 20
"""Characters from one name of a pair to the other."""
_START = operator.attrgetter("start")


def pairs(tokens: Sequence[Token], runs: Sequence[Sequence[Token]]) -> Iterator[tuple[int, int]]:
    """Spans of two names joined by `and`: `Hale and Roe`."""
    for one, other in itertools.pairwise(runs):
        if other[0].start - one[-1].end > _LONGEST_AND:
            continue
        last = bisect_left(tokens, one[-1].start, key=_START)
        if tokens[last + 1].low in ("and", "&") and tokens[last + 2].start == other[0].start:
            yield one[0].start, other[-1].end


def _role_before(tokens: Sequence[Token], first: int) -> tuple[bool, Gender | None]:
    """`grower Gus Tremblay`, `her son, Julian`, `a boy called Tom`."""
    i = first - 1 - _is_called(tokens, first)
    if i > 0 and tokens[i].kind == "," and _begins_phrase(tokens, i - 1):
        i = head_of_genitive(tokens, i - 1)
    elif i > 0 and tokens[i].kind == "," and (gender := _office_heads(tokens, i)):
        return True, gender if gender is not Gender.UNKNOWN else None
    if i < 0 or tokens[i].kind != "word":
        return i == first - 2 and is_rank(tokens[i].text), None  # `its acting Publicity Secretary, Ana Berg`
    role = nouns().is_human(tokens[i].low)
    gender = nouns().gender(tokens[i].low) or (gender_of_article_before(tokens, i) if role else None)
    return gender is not None or role, gender


def _is_called(tokens: Sequence[Token], first: int) -> bool:
    """Whether a name is what the noun before it is called: `a boy called Tom`."""
    return first > 1 and tokens[first - 1].low in _naming() and not english_words()


def _office_heads(tokens: Sequence[Token], comma: int) -> Gender | None:
    """The gender that an office without article tells, unknown if none, where its sentence begins with one up to a
    comma: `Spokesman for the police in the state, SP Ana Berg`, `Council spokesman, Ana Berg`.
    """
    noun = office_at_head(tokens, comma)
    return None if noun is None else nouns().gender(noun) or Gender.UNKNOWN


def _begins_phrase(tokens: Sequence[Token], i: int) -> bool:
    """Whether the word at `i` ends a phrase with a determiner: `her son`, `the union’s leader`."""
    determiners = grammar().determiners
    for token in reversed(tokens[max(0, i - 4) : i]):
        if token.kind not in ("word", "name"):
            return False
        if token.low in determiners or token.text.endswith(("'s", "’s")):
            return True
    return False


_OLDEST = 120
"""Years that a number behind a name can mean: `a deep D, 611 kilograms`."""


def _is_age(tokens: Sequence[Token], i: int) -> bool:
    """Whether a number is somebody's age: `Ana Berg, 52,`, not `Northport, 52 kilometres away`."""
    text = tokens[i].text
    counts = i + 1 < len(tokens) and tokens[i + 1].kind == "word" and tokens[i + 1].low.endswith("s")
    counted = counts and tokens[i + 1].low not in ("was", "is", "has", "years", "says") and not english_words()
    return text.isdigit() and len(text) < 4 and int(text) <= _OLDEST and not counted


def _role_behind(tokens: Sequence[Token], last: int) -> tuple[bool, Gender | None]:
    """`Ana Berg, 52, a mother of two`, `Ana Berg, who`, `Ana Berg (D-N.Y.)`."""
    i, end = last + 1, len(tokens)
    if i >= end or tokens[i].kind not in (",", "("):
        return False, None
    i += 1
    if tokens[i - 1].kind == "(" and (played := played_by(tokens, i)):
        return played
    aged = i < end and _is_age(tokens, i)
    if aged:
        i += 2 if i + 1 < end and tokens[i + 1].kind == "," else 1
    if i < end and tokens[i].low in ("who", "whose"):
        return True, None
    role, gender = described(tokens, i) if i < end else (False, None)
    return aged or role, gender


def is_first_name(word: str, tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a first name alone begins a sentence, as its subject: `Alfie in Year 2 had a theory.`; or somebody is
    asked: `I asked Alfie what it was.`
    """
    before = tokens[first - 1] if first else None
    begins = before is None or before.kind == "stop" or before.low in _asks_whom()
    after = tokens[last + 1] if last + 1 < len(tokens) else None
    gender = first_names.gender(word)
    goes_on = after is not None and after.kind == "word" and not is_owner(tokens[last])
    if not (begins and goes_on) or gender in (None, Gender.UNKNOWN):
        return False
    # `Mary says that she saw it`; but a company says something, too
    return not tokens[last + 1].cue or any(HE.get(t.low) is gender for t in tokens[last + 2 : last + 2 + _NEAR])
