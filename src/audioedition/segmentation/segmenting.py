"""Article -> Segmentation: every visible character of the article in one segment or one dropped part, in source order.

First the paragraphs and what each is (opening, body, furniture), then the quotations in the body and their speakers,
then the cut into utterances. docs/segmentation.md has the rules in the order in which they are applied.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Mapping, Sequence

from ..errors import SegmentationError
from ..facts import sentences, sign_offs
from ..facts.language import DETECTED
from ..model import Article, Doubt, Dropped, Mark, Reason, Role, Segment, Segmentation
from . import (
    closing,
    desk_notes,
    grids,
    kinds,
    layout,
    letters,
    neighbourhood,
    opening,
    parting,
    passages,
    signing,
    speaker_lines,
)
from .headings import BULLET
from .roles import Unit, classify
from .speakers.speech import Quote, Speech, speech

_TRAILING = re.compile(r"[,.;:!?…)\]，。]*")
_SPEAKABLE = re.compile(r"[^\W_]")
SOURCE = "source"
"""The rule of what the source itself says about a part."""


def segment(
    article: Article, *, partial_quote_words: int = 4, captions: bool = False, tables: bool = False
) -> Segmentation:
    """What every piece of `article` is, which words are somebody's own, and whose.

    A quoted fragment inside a sentence is a quotation from `partial_quote_words` words on; captions are dropped unless
    `captions`, long tables of figures unless `tables`. What the source marked or knew is kept. Raises SegmentationError
    for an article with nothing to speak.
    """
    text = article.text
    _refuse_nothing(article)
    units, holes = _units(article)
    desk_notes.of_copy(text, units)
    around, units = parting.parted(article, units)
    head = opening.read(article, units, pasted=bool(around))
    article = _completed(article, head)
    _cut_dateline(text, units, head)
    body_from = head.body
    _find_passages(text, units, body_from)
    if not tables:
        _leave_out_tables(text, units, body_from)
    kinds.of_live_blog(text, units, around, body_from)
    kinds.of_transcript(text, units, body_from)
    article = letters.of_letters(article, units, body_from)
    every = sorted([*around, *units], key=lambda unit: unit.start)
    kinds.of_release(text, every)
    signing.sign(article, units, around, body_from)
    article = signing.signed(article, every)
    closing.without_others(article, units, body_from)
    closing.without_comments(article, units, body_from)
    classify(text, units, body_from)
    closing.leave_out(article, [unit for unit in every if unit.start >= _start(units, body_from)])
    said = speech(
        text,
        _spans(units[:body_from], Role.HEADLINE, Role.DECK),
        _spans(units[body_from:], Role.BODY),
        article.bylines,
        partial_quote_words,
        _spans(units[body_from:], Role.SUBHEAD),
        frozenset(unit.start for unit in units[body_from:] if unit.is_letter),
    )
    _ask(every, said)
    holes += [Mark(a, b, None, Reason.DIRECTION) for a, b in said.directions]
    holes += _signed_off(text, units[body_from:])
    out = _Parts(text, sorted(holes, key=lambda hole: hole.start), said.unvoiced)
    languages = [mark for mark in article.marks if mark.language]
    moments = layout.show_notes(text, [(unit.start, unit.end) for unit in units])
    for number, unit in enumerate(every):
        if unit.reason:
            out.drop(unit.start, unit.end, unit.reason, unit.rule, unit.doubts)
        elif unit.role is Role.CAPTION and not captions:
            out.drop(unit.start, unit.end, Reason.CAPTION, unit.rule, unit.doubts)
        else:
            _emit(out, number, unit, said, languages, moments)
    article = dataclasses.replace(article, notes=(*article.notes, *neighbourhood.notes(out.dropped)))
    return Segmentation(signing.housed(article, every), tuple(out.segments), tuple(out.dropped))


_TYPED_LAST = 2
"""Among so many paragraphs at the end of a story is the one that its letters end."""


def _signed_off(text: str, body: Sequence[Unit]) -> Iterator[Mark]:
    """Names of agencies at the ends of paragraphs, and behind the last ones the letters of who typed the story."""
    told = [unit for unit in body if (unit.role or Role.BODY) is Role.BODY and not unit.reason]
    if told and (behind := sign_offs.opens(text, told[0].start, told[0].end)):
        yield Mark(told[0].start, behind, None, Reason.CREDITS, rule="sign-off")
    for number, unit in enumerate(told, -len(told)):
        at = sign_offs.begins(text, unit.start, unit.end)
        if at is None and number >= -_TYPED_LAST:
            at = sign_offs.typed(text, unit.start, unit.end)
        if at is not None:
            yield Mark(at, unit.end, None, Reason.CREDITS, rule="sign-off")


def _ask(units: Sequence[Unit], said: Speech) -> None:
    """Questions of an interview that stand as headings do are the narrator's, as the others are."""
    for unit in units:
        if unit.start in said.asked and unit.role is Role.SUBHEAD and not unit.given:
            unit.role, unit.rule = Role.BODY, "interviews/question"


def _start(units: Sequence[Unit], body: int) -> int:
    return units[body].start if body < len(units) else 0


def _spans(units: list[Unit], *roles: Role) -> list[tuple[int, int]]:
    return [(unit.start, unit.end) for unit in units if unit.role in roles]


def _refuse_nothing(article: Article) -> None:
    if not article.text.strip():
        raise SegmentationError("the article is empty", article=article.name, remedy="give it some text or remove it")
    if not any(c.isalpha() for c in article.text):
        raise SegmentationError(
            "the article has no letters, so there is nothing to read out", article=article.name, remedy="remove it"
        )


def _find_passages(text: str, units: list[Unit], body: int) -> None:
    """Note with every paragraph from index `body` on what it belongs to where that is no prose."""
    lines = ["" if unit.role or unit.reason else text[unit.start : unit.end] for unit in units[body:]]
    for unit, passage in zip(units[body:], passages.passages(lines), strict=True):
        unit.passage = passage


def _leave_out_tables(text: str, units: list[Unit], body: int) -> None:
    """Drop what no voice can say, of which the source does not say what it is."""
    lines = ["" if unit.role or unit.reason else text[unit.start : unit.end] for unit in units[body:]]
    for i in grids.unsayable(lines):
        units[body + i].reason, units[body + i].rule = Reason.TABLE, "grids"


def _cut_dateline(text: str, units: list[Unit], head: opening.Opening) -> None:
    """Make the dateline a unit of its own, before the rest of its paragraph."""
    if head.dateline_at is None or not head.dateline:
        return
    unit = units[head.dateline_at]
    end = unit.start + len(head.dateline.text)
    rest = dataclasses.replace(unit)
    rest.start, rest.end = layout.trim(text, end, unit.end)
    units[head.dateline_at : head.dateline_at + 1] = [
        Unit(unit.start, end, Role.DATELINE, rule="opening/dateline"),
        *([rest] if rest.start < rest.end else []),
    ]
    head.body = head.dateline_at + 1 if head.body == head.dateline_at else head.body


def _completed(article: Article, head: opening.Opening) -> Article:
    """The article with what its text says, where the source had not said it."""
    return dataclasses.replace(
        article,
        headline=article.headline or head.headline,
        deck=article.deck or head.deck,
        bylines=article.bylines or head.bylines,
        dateline=article.dateline or head.dateline,
        published=article.published or head.published,
        modified=article.modified or head.modified,
    )


def _units(article: Article) -> tuple[list[Unit], list[Mark]]:
    """Paragraphs, cut where the source marks a role; and the source's drops inside of paragraphs."""
    text = article.text
    marks = [m for m in article.marks if m.start < m.end]
    units: list[Unit] = []
    holes: list[Mark] = []
    i = 0
    for (start, end), plain in _paragraphs(text):
        while i < len(marks) and marks[i].end <= start:
            i += 1
        at, j = start, i
        while j < len(marks) and marks[j].start < end:
            mark = marks[j]
            a, b = max(mark.start, start), min(mark.end, end)
            j += 1
            if mark.role is None and (text[start:a].strip() or text[b:end].strip()):
                holes.append(mark)
            elif mark.rule == DETECTED or (mark.role is Role.BODY and (a > start or b < end)):
                continue
            else:
                _unit(units, text, at, a, plain)
                _unit(units, text, a, b, _marked(mark))
                at = b
        _unit(units, text, at, end, plain)
    return units, holes


_PLAIN, _TURN = Unit(0, 0), Unit(0, 0, Role.BODY, rule="speaker lines", given=True)
"""What a paragraph is of which nothing is known yet; one below the line that names who speaks."""


def _paragraphs(text: str) -> Iterator[tuple[tuple[int, int], Unit]]:
    for span, turn in speaker_lines.with_names_above(text, layout.paragraphs(text)):
        yield span, _TURN if turn else _PLAIN


def _marked(mark: Mark) -> Unit:
    """What a paragraph is of which the source says it; no span yet."""
    reason = None if mark.role else mark.reason or Reason.FURNITURE
    return Unit(0, 0, mark.role, reason, mark.rule or SOURCE, given=True)


def _unit(units: list[Unit], text: str, start: int, end: int, like: Unit) -> None:
    start, end = layout.trim(text, start, end)
    if start < end:
        units.append(dataclasses.replace(like, start=start, end=end))


def _emit(
    out: _Parts, number: int, unit: Unit, said: Speech, languages: list[Mark], moments: Mapping[int, int]
) -> None:
    """The segments of one unit."""
    role = unit.role or Role.BODY
    start = unit.start
    if role is Role.BODY:
        bullet = BULLET.match(out.text, start, unit.end)
        if bullet and bullet.end() < unit.end:
            out.drop(start, bullet.end(), Reason.LIST_MARKER, "roles/bullet")
            start = bullet.end()
        if unit.start in moments:
            out.drop(start, moments[unit.start], Reason.TIMESTAMP, "show notes")
            start = moments[unit.start]
        elif unit.start in said.labels:
            out.drop(*said.labels[unit.start], Reason.SPEAKER_LABEL, "interviews")
            start = said.labels[unit.start][1]
    for a, b, quote in _runs(out.text, start, unit.end, said.quotes.get(unit.start, [])):
        rule = unit.rule or f"roles/{role}"
        like = Segment(role, a, b, "", number, rule=rule, doubts=unit.doubts, passage=unit.passage)
        if quote:
            like = dataclasses.replace(like, role=Role.QUOTE, speaker=quote.speaker, rule=quote.rule)
        out.run(like, languages)


def _runs(text: str, start: int, end: int, quotes: list[Quote]) -> Iterator[tuple[int, int, Quote | None]]:
    at = start
    for quote in quotes:
        if quote.start < at:
            continue
        if at < quote.start:
            yield at, quote.start, None
        # The comma behind a quotation is not a word of the narrator's.
        at = trailing.end() if (trailing := _TRAILING.match(text, quote.end, end)) else quote.end
        yield quote.start, at, quote
    if at < end:
        yield at, end, None


class _Parts:
    """Collects segments and dropped parts in source order."""

    def __init__(self, text: str, holes: list[Mark], whole: list[tuple[int, int]]):
        self.text = text
        self.segments: list[Segment] = []
        self.dropped: list[Dropped] = []
        self._holes = holes
        self._hole = 0
        self._whole = whole
        self._first_whole = 0

    def drop(self, start: int, end: int, reason: Reason, rule: str, doubts: tuple[Doubt, ...] = ()) -> None:
        start, end = layout.trim(self.text, start, end)
        if start < end:
            self.dropped.append(Dropped(start, end, self.text[start:end], reason, rule, doubts))

    def run(self, like: Segment, languages: list[Mark]) -> None:
        """The span of `like`, cut into sentences like it, without what the source dropped inside of it."""
        start, end = like.start, like.end
        while self._hole < len(self._holes) and self._holes[self._hole].end <= start:
            self._hole += 1
        at, j = start, self._hole
        while j < len(self._holes) and self._holes[j].start < end:
            hole = self._holes[j]
            a, b = max(hole.start, at), min(hole.end, end)
            self._sentences(at, a, like, languages)
            rule = "interviews/direction" if hole.reason is Reason.DIRECTION else hole.rule or SOURCE
            self.drop(a, b, hole.reason or Reason.FURNITURE, rule)
            at, j = b, j + 1
        self._sentences(at, end, like, languages)

    def _sentences(self, start: int, end: int, like: Segment, languages: list[Mark]) -> None:
        """The sentences of a span, each like `like`; what had to be guessed is noted with the first."""
        if not self.text[start:end].strip():
            return
        for a, b in sentences.utterances(self.text, start, end, whole=self._whole_in(start, end)):
            if self._sentence(a, b, like, languages) and like.doubts:
                like = dataclasses.replace(like, doubts=())

    def _whole_in(self, start: int, end: int) -> list[tuple[int, int]]:
        """The spans in which no sentence ends that reach into this one; spans are asked for in their order."""
        while self._first_whole < len(self._whole) and self._whole[self._first_whole][1] <= start:
            self._first_whole += 1
        last_whole = self._first_whole
        while last_whole < len(self._whole) and self._whole[last_whole][0] < end:
            last_whole += 1
        return self._whole[self._first_whole : last_whole]

    def _sentence(self, a: int, b: int, like: Segment, languages: list[Mark]) -> bool:
        """Make a sentence a segment, and say whether it has become one.

        Marks alone are nothing to say: they stay with what they follow, else with what follows them, and a long row of
        them is an ornament.
        """
        neighbour = self._neighbour(like.paragraph)
        if not _SPEAKABLE.search(self.text, a, b):
            if b - a > 20:
                self.drop(a, b, Reason.ORNAMENT, "roles/ornament")
                return False
            if neighbour is not None:
                self.segments[-1] = dataclasses.replace(neighbour, end=b, text=self.text[neighbour.start : b])
                return False
        if neighbour is not None and not _SPEAKABLE.search(neighbour.text):
            self.segments.pop()
            a = neighbour.start
        language = next((m.language for m in languages if m.start <= a and b <= m.end), None)
        self.segments.append(
            Segment(
                like.role,
                a,
                b,
                self.text[a:b],
                like.paragraph,
                like.speaker,
                language,
                like.rule,
                like.doubts,
                passage=like.passage,
            )
        )
        return True

    def _neighbour(self, paragraph: int) -> Segment | None:
        """The last segment, if it is of this paragraph and nothing has been dropped behind it."""
        last = self.segments[-1] if self.segments else None
        if last is None or last.paragraph != paragraph:
            return None
        return None if self.dropped and self.dropped[-1].start >= last.end else last
