"""Questions and what stands below them, without labels -> whether that is an interview: several signs are weighed.

An essay asks itself, a page of questions and answers speaks to its readers, an explainer speaks of nobody: in an
interview `you` are asked and `I` answer, in few and spoken words, and somebody is named before.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from ...lexis.first_names import world_gender
from ...lexis.tables import Lexis, derived, kinds
from ...lexis.wordlists import alternatives


@derived
def _introducing(lexis: Lexis) -> frozenset[str]:
    """What an introduction calls it: `Gespräch`, `entrevista`."""
    rows = lexis.own("interviews").items()
    return frozenset(word for word, row in rows if row["part"] == "talk")


Span = tuple[int, int]
_I = re.compile(r"\b(?:I|[Mm]y|[Mm]e|[Mm]ine|[Ww]e|[Oo]ur|us)\b")
_YOU = re.compile(r"\byou(?:r|rs)?\b", re.I)


def _of_talk(lexis: Lexis, part: str, english: re.Pattern[str]) -> re.Pattern[str]:
    """The words of table `interviews` for a part, as they are written; the English ones where the language has none."""
    words = [word for word, row in lexis.own("interviews").items() if row["part"] == part]
    small = [word for word in words if word.islower()]
    forms = alternatives([*words, *(word[0].upper() + word[1:] for word in small)])
    return re.compile(rf"\b(?:{forms})(?!\w)") if words else english


@derived
def first_person(lexis: Lexis) -> re.Pattern[str]:
    """`I`, `my`, `we`; `ich`, `mein`, `uns`"""
    return _of_talk(lexis, "me", _I)


@derived
def second_person(lexis: Lexis) -> re.Pattern[str]:
    """`you`, `your`; `Sie`, `Ihre`"""
    return _of_talk(lexis, "you", _YOU)


_SPOKEN = re.compile(r"\w[’'](?:s|re|m|ve|d|ll|t)\b|(?:Yes|No|Yeah|Well|Oh|Because|Not|So|Ask)\b")
"""`it’s`, `don’t`; `Because …`"""
_SHORT = re.compile(r"(?:^|[.!?…] )(?!Yes\b|No\b)[A-Z][^.!?…\n]{1,22}[.!?…]", re.M)
"""A sentence of a word or three: `Pigeons.`"""
_NAME = re.compile(r"(?P<lead>: |\b(?:with|to|meets?) |)\b(?P<name>[A-Z][^\W\d_]+(?: [A-Z][\w’'-]*\.?){1,3})")
"""`Ana Berg`, `a conversation with Ana Berg`, `Five questions: Ana Berg`"""
_TOPIC = re.compile(r"(?:On|About) \w")
"""`On the strike`: what an answer is about, where a question would stand."""
_NUMBER = re.compile(r"\d{1,2}[.)] \w")
_words = kinds("discourse", "kinds")
_INTRODUCTION, _QUESTION = 1500, 400
"""Characters of an introduction that are looked at, and of a question."""
_TO_YOU, _BY_ME, _SHORTLY, _SPEAKS = 2.0, 2.5, 1.0, 0.5
_INTRODUCED, _NUMBERED, _NAMED, _NOBODY = 1.0, 0.75, 1.0, -1.5
_OWN, _TO_READERS = 5.0, 2.5
"""What the shares count for an interview of questions to `you`, of answers by `me`, in sentences of a word or three, in
spoken words; an introduction that says so, questions with numbers, somebody named or nobody before them; and, against
one, questions by `me` and answers that speak to `you` alone."""
LIKELY = 2.8
"""From here on it is one: set by hand on two dozen articles with questions in them, half of them interviews."""


def is_question(text: str, start: int, end: int) -> bool:
    """Whether a paragraph is one question, with little before it."""
    return end - start < _QUESTION and text[start:end].rstrip(" *_\n").endswith("?")


def asking_heads(text: str, subheads: Sequence[Span]) -> list[Span]:
    """Those of an article's headings that are questions, or stand where questions would: `On the strike`."""
    topics = [span for span in subheads if _TOPIC.match(text, *span)]
    if len(topics) > 2 and len(topics) == len(subheads):
        return topics
    return [span for span in subheads if is_question(text, *span)]


def asked(text: str, lines: Sequence[Span], heads: Sequence[Span]) -> list[bool]:
    """Which lines ask: these headings, questions, and where two of them have a number all short lines with one."""
    known = set(heads)
    asks = [span in known or is_question(text, *span) for span in lines]
    numbered = [end - start < _QUESTION // 2 and _NUMBER.match(text, start, end) is not None for start, end in lines]
    if sum(a and n for a, n in zip(asks, numbered, strict=True)) > 1:
        asks = [a or n for a, n in zip(asks, numbered, strict=True)]
    return asks


def is_talk(text: str, questions: Sequence[Span], answers: Sequence[Span], writers: Collection[str]) -> bool:
    """Whether these questions and the paragraphs right below them are an interview, at least two of each; `writers`:
    who signs it.
    """
    if len(answers) < 2 or len(answers) < len(questions) - 1:
        return False
    if any(text[start] in "\"“‘'" for start, _ in (*questions, *answers)):
        return False
    if all(_TOPIC.match(text, *span) for span in questions):
        return _share(text, answers, first_person()) > _MOST and is_named(text[: questions[0][0]], writers)
    return weight(text, questions, answers, writers) >= LIKELY


_MOST = 0.6
"""Share of the answers below topics that are by `me`."""


def weight(text: str, questions: Sequence[Span], answers: Sequence[Span], writers: Collection[str]) -> float:
    """How much speaks for an interview."""
    before = text[: questions[0][0]]
    readers = sum(
        second_person().search(text, *span) is not None and first_person().search(text, *span) is None
        for span in answers
    )
    return (
        _TO_YOU * _share(text, questions, second_person())
        + _BY_ME * _share(text, answers, first_person())
        + _SHORTLY * _share(text, answers, _SHORT)
        + _SPEAKS * _share(text, answers, _SPOKEN)
        + _INTRODUCED * is_introduced(before)
        + _NUMBERED * (_NUMBER.match(text, *questions[0]) is not None)
        + (_NAMED if is_named(before, writers) else _NOBODY)
        - _OWN * _share(text, questions, first_person())
        - _TO_READERS * readers / len(answers)
    )


def _share(text: str, spans: Sequence[Span], pattern: re.Pattern[str]) -> float:
    return sum(pattern.search(text, *span) is not None for span in spans) / len(spans)


def is_introduced(before: str) -> bool:
    """Whether what stands before the first question says that somebody was asked: `Ana Berg spoke to us`."""
    words = _words("interview")() | _introducing()
    return not words.isdisjoint(re.findall(r"[\w&]+", before[-_INTRODUCTION:].casefold()))


def is_named(before: str, writers: Collection[str]) -> bool:
    """Whether it names somebody who has not written the article."""
    found = _NAME.finditer(before[-_INTRODUCTION:])
    names = (m["name"] for m in found if m["lead"] or any(map(world_gender, m["name"].split()[:-1])))
    return any(not any(name in writer or writer in name for writer in writers) for name in names)
