"""Body paragraphs -> the quotations that get a voice, each with its speaker."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from ...model import Speaker
from ...model.rules import Decision
from ..tokens import Token, tokenise
from . import attribution, interviews, quotations, talk
from .broken import parted
from .carrying import WEAK
from .dialogue import spoken_between_dashes
from .headed import quoted_below, quoted_in_headline
from .mentions import Mention
from .people import People
from .personal_names import initials
from .persons import Person

Span = tuple[int, int]
_KEPT = 512
"""Paragraphs whose tokens are kept: those of any article of usual length, but not those of a book."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody's own words, with their quotation marks."""

    start: int
    end: int
    speaker: Speaker | None
    rule: str = "quotations"
    """What decided that these are somebody's own words."""


@dataclass(frozen=True, slots=True)
class Speech:
    """What is spoken by somebody else than the narrator."""

    quotes: dict[int, list[Quote]] = field(default_factory=dict)
    """By the start of their paragraph, in order."""
    unvoiced: list[Span] = field(default_factory=list)
    """Quotations that stay with the narrator, in order."""
    labels: dict[int, Span] = field(default_factory=dict)
    """Speakers' labels that need not be read, by the start of their paragraph: the voice tells."""
    asked: frozenset[int] = frozenset()
    """Starts of the headings that are questions of an interview: the narrator asks them."""
    directions: list[Span] = field(default_factory=list)
    """`[laughs]`: what nobody says, in order."""


def speech(
    text: str,
    head: Sequence[Span],
    paragraphs: Sequence[Span],
    bylines: Sequence[str],
    partial_quote_words: int,
    subheads: Sequence[Span] = (),
    letters: Collection[int] = (),
) -> Speech:
    """The quotations of the body and the turns of an interview; `head`: headline and deck, which name people too.

    `subheads` may be the questions of an interview. `letters`: starts of the paragraphs that are readers' letters,
    whose quotations have a voice only if it is said whose they are.
    """
    turns = interviews.turns(text, _outside(paragraphs, letters), subheads, bylines)
    found = _quotations(text, paragraphs, turns)
    if not (turns or any(found)):
        return Speech()

    @functools.lru_cache(maxsize=_KEPT)
    def tokens_of(i: int) -> list[Token]:
        start, end = paragraphs[i]
        words = turns[start].start if start in turns else start  # a label is no initial: `A. Less than they used to.`
        return tokenise(text, words, end, [(q.start, q.end) for q in found[i]])

    below = quoted_below(text, subheads, paragraphs, found)
    people = People(
        text,
        [tokenise(text, a, b, ()) for a, b in (*head, *sorted(set(below.values())))],
        map(tokens_of, range(len(paragraphs))),
        bylines,
        (tokenise(text, q.start + 1, q.end - 1, ()) for spans in found for q in spans),
    )
    silent: list[Mention] = []
    mentions = attribution.attribute(text, tokens_of, found, people.is_person, partial_quote_words, silent)
    mentions = _without_writers(text, mentions, _spans_of(found, paragraphs, letters))
    answers = _answers(text, paragraphs, subheads, found, mentions)
    mentions = _without_askers(text, mentions, answers)
    mentions = _by_headline(_by_heading(mentions, below), people, quoted_in_headline(text, head))
    persons = {at: people.speaker(mention, at) for at, mention in _in_order(mentions, answers, silent)}
    interviewee = _whoever_answers(people, min(answers)) if answers else None

    def speaker_of(at: int) -> Speaker | None:
        if at in answers and interviewee:
            return interviewee.speaker(text, (at, at), "interview/answer in marks")
        by = mentions[at]
        if by is None:
            return None
        who = persons[at]
        return who.outcome.speaker(text, by.outcome, f"{by.rule}; {who.rule}")

    out = Speech(asked=_asking_heads(text, subheads, [*turns, *answers]))
    for (start, end), spans in zip(paragraphs, found, strict=True):
        for span in spans:
            if span.start in mentions:
                quote = Quote(span.start, span.end, speaker_of(span.start))
                out.quotes.setdefault(start, []).append(quote)
            else:
                out.unvoiced.append((span.start, span.end))
        out.directions.extend(interviews.directions(text, start, end) if spans or start in turns else ())
    if turns:
        _Interview(text, paragraphs, turns, people, bylines).tell(out)
    return out


_BY_LETTER = frozenset(("i", "we", "you"))
"""The writer, and the editor to whom it is written."""
_SURE = ("carried on/last in the paragraph", "carried on/somebody in its sentence")


def _asking_heads(text: str, subheads: Sequence[Span], answers: Sequence[int]) -> frozenset[int]:
    """Starts of the headings that ask, where somebody answers."""
    return frozenset(start for start, _ in talk.asking_heads(text, subheads)) if answers else frozenset()


def _outside(paragraphs: Sequence[Span], letters: Collection[int]) -> list[Span]:
    return [span for span in paragraphs if span[0] not in letters]


def _spans_of(
    found: Sequence[Sequence[quotations.Span]], paragraphs: Sequence[Span], starts: Collection[int]
) -> frozenset[int]:
    """Where the quotations start that stand in the paragraphs which begin at these offsets."""
    within = (spans for (start, _), spans in zip(paragraphs, found, strict=True) if start in starts)
    return frozenset(span.start for spans in within for span in spans)


def _without_writers(text: str, mentions: attribution.Attributed, letters: frozenset[int]) -> attribution.Attributed:
    """Without the quotations in letters that may be the writer's own words, or anybody's."""
    return {at: by for at, by in mentions.items() if at not in letters or _is_another_voice(text, by)}


def _is_another_voice(text: str, by: Decision[Mention] | None) -> bool:
    """Whether a quotation in a letter is sure to be somebody else's than the writer's."""
    if by is None or text[slice(*by.outcome)].casefold() in _BY_LETTER:
        return False
    return not by.rule.startswith("carried on/") or by.rule in _SURE


def _is_writers(text: str, by: Decision[Mention]) -> bool:
    """`“Why?” I ask.`"""
    return text[slice(*by.outcome)] == "I"


def _without_askers(text: str, mentions: attribution.Attributed, answers: frozenset[int]) -> attribution.Attributed:
    """Without the writer’s own questions in an interview: who asks is the narrator."""
    if not answers:
        return mentions
    return {at: by for at, by in mentions.items() if at in answers or by is None or not _is_writers(text, by)}


def _by_headline(mentions: attribution.Attributed, people: People, named: Mention | None) -> attribution.Attributed:
    """What nobody with a name is near belongs to the one whom the headline quotes, if the story knows that person."""
    if named is None or not people.is_person(people.text[slice(*named)]):
        return mentions
    weak = {by.outcome for by in mentions.values() if by and by.rule.endswith(WEAK)}
    nobody = {mention for mention in weak if not people.is_person(people.text[slice(*mention)])}
    quoted = Decision(named, "carried on/quoted in the headline")
    return {at: quoted if by is None or by.outcome in nobody else by for at, by in mentions.items()}


def _by_heading(mentions: attribution.Attributed, below: Mapping[int, Mention]) -> attribution.Attributed:
    """With what stands alone below a heading that names somebody, and that nothing else gives to anybody."""
    return {
        at: Decision(below[at], "carried on/named in the heading")
        if at in below and (by is None or by.rule.endswith(WEAK))
        else by
        for at, by in mentions.items()
    }


def _in_order(
    mentions: attribution.Attributed, answers: frozenset[int], silent: Sequence[Mention]
) -> list[tuple[int, Mention]]:
    """Where somebody is quoted, with a voice or without one, and by which words."""
    spoken = [(at, by.outcome) for at, by in mentions.items() if by and at not in answers]
    return sorted([*spoken, *((mention[0], mention) for mention in silent)])


def _answers(
    text: str,
    paragraphs: Sequence[Span],
    subheads: Sequence[Span],
    found: Sequence[Sequence[quotations.Span]],
    mentions: attribution.Attributed,
) -> frozenset[int]:
    """Where the quotations start that are answers in an interview which says nowhere whose they are."""

    def quoted(i: int) -> bool:
        spans = found[i]
        if not spans or spans[0].start != paragraphs[i][0] or spans[0].start not in mentions:
            return False
        by = mentions[spans[0].start]
        unsaid = by is None or by.rule.startswith("carried on/")
        return unsaid and spans[0].end > paragraphs[i][1] - _BEHIND

    def own(i: int) -> bool:
        by = mentions.get(found[i][0].start) if found[i] else None
        return by is not None and _is_writers(text, by) and "?" in text[found[i][0].start : found[i][0].end]

    answers = interviews.answers_in_marks(text, paragraphs, subheads, quoted, own)
    return frozenset(found[i][0].start for i in answers)


_BEHIND = 3
"""Characters behind a quotation that is its paragraph."""


def _whoever_answers(people: People, at: int) -> Person:
    return people.foremost(at) or Person(description="the interviewee")


def _quotations(
    text: str, paragraphs: Sequence[Span], turns: dict[int, interviews.Turn]
) -> list[list[quotations.Span]]:
    """The quotations of each paragraph; a turn of an interview has none, a block quotation is one."""
    following = [*(text[a] in "‘'" for a, _ in paragraphs[1:]), False][: len(paragraphs)]
    found = [
        (quotations.find(text, a, b, goes_on=goes_on) or spoken_between_dashes(text, a, b)) if a not in turns else []
        for (a, b), goes_on in zip(paragraphs, following, strict=True)
    ]
    found = [[part for span in spans for part in parted(text, span)] for spans in found]
    for i, spans in enumerate(found):
        if spans and not spans[-1].closed:
            ahead = slice(i + 1, i + 1 + _LEFT_OPEN)
            found[ahead] = _running_on(text, spans[-1], paragraphs[i], paragraphs[ahead], found[ahead])
    for i, (paragraph, after) in enumerate(itertools.pairwise(paragraphs)):
        if not found[i] and _is_block_quotation(text, paragraph, after):
            found[i] = [quotations.Span(*paragraph, True, "")]
    return found


_LEFT_OPEN = 8
"""Paragraphs over which one pair of marks may run: of a statement that is printed whole."""


def _running_on(
    text: str,
    span: quotations.Span,
    paragraph: Span,
    following: Sequence[Span],
    found: list[list[quotations.Span]],
) -> list[list[quotations.Span]]:
    """What is found in the next paragraphs, where a quotation left open in this one is closed at the end of one of them
    and no mark stands before: `“It is old. / We closed it.”`"""
    if span.end < quotations.end_of(text, *paragraph):
        return found
    for n, (start, end) in enumerate(following):
        marks = [m.start() for m in _DOUBLE.finditer(text, start, end)]
        behind = bool(marks) and marks[0] < quotations.end_of(text, start, end) - 1
        if found[n] or len(marks) > 1 or (behind and not _CLOSES.match(text, marks[0] - 1)):
            return found
        if marks:
            inside = [quotations.Span(a, b, False, span.mark) for a, b in following[:n]]
            inside.append(quotations.Span(start, marks[0] + 1 if behind else end, True, span.mark))
            return [*([span] for span in inside), *found[n + 1 :]]
    return found


_CLOSES = re.compile(r"[,.!?…][\"”] [a-zA-Z]")
"""How a quotation closes whose speaker is named behind it."""
_DOUBLE = re.compile(r"[\"“”]")
_LOOKS_BACK = re.compile(r"(?:That|This|Those|These) (?:is|was|were|are) (?:how|what|the (?:words|view|verdict) of) ")
_FIRST_PERSON = re.compile(r"\b(?:I|we|We|my|My|our|Our|us|me)\b")


def _is_block_quotation(text: str, paragraph: Span, following: Span) -> bool:
    """Whether a paragraph without marks is what the next one says that somebody said: `That was how Berg put it.`"""
    return _LOOKS_BACK.match(text, *following) is not None and _FIRST_PERSON.search(text, *paragraph) is not None


class _Interview:
    """The narrator asks the questions; everybody else speaks in a voice of their own."""

    def __init__(
        self,
        text: str,
        paragraphs: Sequence[Span],
        turns: dict[int, interviews.Turn],
        people: People,
        bylines: Sequence[str],
    ):
        self.text = text
        self.turns = [turns[start] for start, _ in paragraphs if start in turns]
        self.spans = [(start, end) for start, end in paragraphs if start in turns]
        self.people = people
        first = self.turns[0].label[0]
        self.answering = _whoever_answers(people, first)
        self.asking = set() if self._has_one_answerer() else _forms(bylines)
        told = any(turn.question or turn.name in self.asking for turn in self.turns)
        if not told and any(turn.labelled for turn in self.turns):
            self.asking |= interviews.asking(text, paragraphs, turns)

    def _has_one_answerer(self) -> bool:
        """Whether questions without a label are answered by one who has one, and who can be no asker."""
        return len({turn.name for turn in self.turns if not turn.question}) == 1 < len({t.name for t in self.turns})

    def tell(self, out: Speech) -> None:
        """Add the turns to what is spoken."""
        met: set[str] = set()
        answering = {turn.name for turn in self.turns if not self._asks(turn)}
        for turn, (start, end) in zip(self.turns, self.spans, strict=True):
            asks = self._asks(turn)
            if not asks:
                who = self.answering if turn.answer else self.people.labelled(turn.name, turn.label[0])
                if who.anonymous and self._is_initials(turn) and len(answering) == 1:
                    who = self.answering
                speaker = who.speaker(self.text, turn.label, "interview/label" if turn.labelled else "interview/turn")
                out.quotes[start] = [Quote(turn.start, end, speaker, "interviews")]
            label = turn.name.casefold()
            known = asks or turn.answer or label in met or self._is_initials(turn)
            if turn.labelled and known:
                out.labels[start] = (start, turn.start)
            met.add(label)

    def _asks(self, turn: interviews.Turn) -> bool:
        return turn.question or turn.name in self.asking

    def _is_initials(self, turn: interviews.Turn) -> bool:
        """Whether a label is letters that say nothing to a listener: the voice does, and the name before it."""
        return len(turn.name) < 4 and turn.name.isupper() and not turn.question


def _forms(names: Sequence[str]) -> set[str]:
    """Of names as labels have them: `Ana Berg`, `BERG`, `AB`."""
    ends = {name: (name.split()[0], name.split()[-1]) for name in names if name.split()}
    parts = {name: (name, *ends[name], *initials(name)) for name in ends}
    return {form for forms in parts.values() for part in forms for form in (part, part.upper())}
