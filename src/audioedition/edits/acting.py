"""Segmentation + Edits -> Segmentation: what an editor decided takes the place of what the rules did.

Nothing is lost: every visible character stays in exactly one segment or dropped part.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from ..errors import SegmentationError
from ..facts import sentences
from ..lexis import first_names
from ..model import Article, Decided, Dropped, Gender, Reason, Role, Segment, Segmentation, Speaker
from .edits_file import ArticleWishes, Edit, Edits
from .quoting import QuotedText

RULE = "edits"
"""What `rule` and `evidence` say of everything that an editor decided."""

Part = Segment | Dropped


@dataclass(frozen=True, slots=True)
class Edited:
    """A segmentation that obeys its editor."""

    segmentation: Segmentation
    acting: int
    """Edits that fitted, what is said of the whole article counted as one."""
    misfits: tuple[str, ...]
    """Edits that did not, and why; they have changed nothing."""


def edited(parts: Segmentation, edits: Edits, voices: Collection[str]) -> Edited:
    """The segmentation with the edits done, in the order in which they stand; `voices` are the names that can be used.

    Raises SegmentationError when nothing is left to read out.
    """
    if not edits:
        return Edited(parts, 0, ())
    desk = _Desk(parts)
    misfits = []
    for number, edit in enumerate(edits.edits, 1):
        if problem := desk.do(edit, voices):
            misfits.append(f"edit {number} (“{_shortened(edit.text)}”) was left out: {problem}")
    if not desk.segments:
        raise SegmentationError("its edits leave nothing to read out", remedy="bring one of its lines back")
    acting = len(edits.edits) - len(misfits) + (edits.article != ArticleWishes())
    return Edited(desk.result(_wished(parts.article, edits.article)), acting, tuple(misfits))


def _wished(article: Article, wishes: ArticleWishes) -> Article:
    return dataclasses.replace(
        article,
        headline=wishes.title or article.headline,
        published=wishes.date or article.published,
        section=article.section if wishes.section is None else wishes.section or None,
        order=article.order if wishes.order is None else wishes.order,
    )


class _Desk:
    """The parts of one article while they are edited."""

    def __init__(self, segmentation: Segmentation) -> None:
        self.article = segmentation.article
        self.text = segmentation.article.text
        self.quoted = QuotedText(self.text)
        self.parts: list[Part] = sorted((*segmentation.segments, *segmentation.dropped), key=lambda part: part.start)

    @property
    def segments(self) -> list[Segment]:
        return [part for part in self.parts if isinstance(part, Segment)]

    def do(self, edit: Edit, voices: Collection[str]) -> str:
        """Obey one edit; why it cannot be obeyed, or nothing."""
        if edit.voice and edit.voice not in voices:
            return f"there is no voice {edit.voice!r} here; `audioedition voices` lists them"
        place = self.quoted.find(edit.text, edit.prefix, edit.suffix)
        if isinstance(place, str):
            return place
        if edit.say and self._reworded(edit, place):
            return ""
        within = self._cut(*place)
        if not edit.keep and not any(isinstance(self.parts[i], Segment) for i in within):
            return "" if edit.drop else "its words are not read out: give it keep = true"
        new = [part for i in within for part in self._decided(i, edit)]
        if edit.say:
            new = _said_by_the_first(new, edit.say)
        if edit.pause is not None:
            new = _paused(new, edit.pause)
        self.parts[within.start : within.stop] = new
        return self._regender(new, edit.gender) if edit.gender else ""

    def result(self, article: Article) -> Segmentation:
        """All that is read out and all that is not, paragraphs numbered anew."""
        out: list[Segment] = []
        number, last = -1, None
        for segment in self.segments:
            number += segment.paragraph != last
            last = segment.paragraph
            out.append(dataclasses.replace(segment, paragraph=number))
        dropped = tuple(part for part in self.parts if isinstance(part, Dropped))
        return Segmentation(article, tuple(out), dropped)

    def _reworded(self, edit: Edit, place: tuple[int, int]) -> bool:
        """Other words for a part of a line, as a lexicon would give them; False when the edit is about more."""
        touched = self._touching(*place)
        part = self.parts[touched.start] if len(touched) == 1 else None
        alone = dataclasses.replace(edit, text="", prefix="", suffix="", say=None) == Edit("")
        if not alone or not isinstance(part, Segment):
            return False
        if not _speakable(self.text, part.start, place[0]) and not _speakable(self.text, place[1], part.end):
            return False
        decided = part.decided or Decided()
        said = (*decided.words, (self.text[slice(*place)], edit.say or ""))
        decided = dataclasses.replace(decided, words=said)
        self.parts[touched.start] = dataclasses.replace(part, decided=decided, rule=RULE)
        return True

    def _touching(self, start: int, end: int) -> range:
        """The parts that hold a word of a span."""
        there = [i for i, p in enumerate(self.parts) if p.start < end and start < p.end]
        there = [
            i for i in there if _speakable(self.text, max(start, self.parts[i].start), min(end, self.parts[i].end))
        ]
        return range(there[0], there[-1] + 1) if there else range(0)

    def _cut(self, start: int, end: int) -> range:
        """Cut the parts at the ends of a span, unless only marks would stay outside; those inside."""
        for at in (start, end):
            for i in self._touching(start, end):
                part = self.parts[i]
                if part.start < at < part.end and all(
                    _speakable(self.text, *side) for side in ((part.start, at), (at, part.end))
                ):
                    self.parts[i : i + 1] = [self._piece(part, part.start, at), self._piece(part, at, part.end)]
                    break
        return self._touching(start, end)

    def _piece(self, part: Part, start: int, end: int) -> Part:
        while self.text[start].isspace():
            start += 1
        while self.text[end - 1].isspace():
            end -= 1
        return dataclasses.replace(part, start=start, end=end, text=self.text[start:end])

    def _decided(self, index: int, edit: Edit) -> Iterator[Part]:
        """What an edit makes of one part."""
        part = self.parts[index]
        if isinstance(part, Dropped) and not edit.keep:
            yield part
        elif isinstance(part, Dropped):
            paragraph = self._paragraph(index)
            for a, b in sentences.utterances(self.text, part.start, part.end):
                yield self._changed(Segment(Role.BODY, a, b, self.text[a:b], paragraph), edit)
        elif edit.drop:
            yield Dropped(part.start, part.end, part.text, Reason.EDITOR, RULE)
        else:
            yield self._changed(part, edit)

    def _paragraph(self, index: int) -> int:
        """The paragraph of the line before or after a dropped part, if it stands there; else one of its own."""
        part = self.parts[index]
        before, after = self.parts[index - 1 : index], self.parts[index + 1 : index + 2]
        for other in (*before, *after):
            between = self.text[min(other.end, part.end) : max(other.start, part.start)]
            if isinstance(other, Segment) and "\n" not in between:
                return other.paragraph
        return -1 - part.start

    def _changed(self, segment: Segment, edit: Edit) -> Segment:
        role = edit.role or (Role.QUOTE if edit.speaker else segment.role)
        speaker = segment.speaker
        if role is not Role.QUOTE:
            speaker = None
        elif edit.speaker is not None:
            speaker = self._speaker(edit.speaker, segment) if edit.speaker else None
        decided = segment.decided
        if edit.voice:
            decided = dataclasses.replace(decided or Decided(), voice=edit.voice)
        doubts = segment.doubts if edit.role is None and edit.speaker is None else ()
        return dataclasses.replace(segment, role=role, speaker=speaker, decided=decided, doubts=doubts, rule=RULE)

    def _speaker(self, name: str, segment: Segment) -> Speaker:
        """The person of that name: the one the article knows, else a new one, mentioned where the name stands."""
        same = [s.speaker for s in (segment, *self.segments) if s.speaker and _same(s.speaker.name, name)]
        if same:
            return dataclasses.replace(same[0], evidence=RULE)
        for words in (name, name.split()[-1]):
            if (at := self.text.find(words)) >= 0:
                mention = words, at, at + len(words)
                break
        else:
            mention = "", segment.start, segment.start
        known = (first_names.gender(word) for word in name.split())
        gender = next((gender for gender in known if gender), Gender.UNKNOWN)
        return Speaker(name, *mention, gender, anonymous=name[0].islower(), evidence=RULE)

    def _regender(self, parts: Sequence[Part], gender: Gender) -> str:
        """A person is the same everywhere in the article."""
        names = [part.speaker.name for part in parts if isinstance(part, Segment) and part.speaker]
        for i, part in enumerate(self.parts):
            if isinstance(part, Segment) and part.speaker and any(_same(part.speaker.name, name) for name in names):
                self.parts[i] = dataclasses.replace(part, speaker=dataclasses.replace(part.speaker, gender=gender))
        return "" if names else "nobody speaks there, so that gender says nothing: give it a speaker"


def _said_by_the_first(parts: Sequence[Part], say: str) -> list[Part]:
    """The first line says the words, and the others nothing of their own."""
    out: list[Part] = []
    for part in parts:
        if isinstance(part, Segment):
            decided = dataclasses.replace(part.decided or Decided(), say=say, words=())
            part = dataclasses.replace(part, decided=decided)
            say = ""
        out.append(part)
    return out


def _paused(parts: Sequence[Part], pause_ms: int) -> list[Part]:
    """The last line has the pause."""
    out = list(parts)
    for i, part in reversed(list(enumerate(out))):
        if isinstance(part, Segment):
            decided = dataclasses.replace(part.decided or Decided(), pause_ms=pause_ms)
            out[i] = dataclasses.replace(part, decided=decided)
            break
    return out


def _same(a: str, b: str) -> bool:
    return " ".join(a.casefold().split()) == " ".join(b.casefold().split())


def _speakable(text: str, start: int, end: int) -> bool:
    return any(map(str.isalnum, text[start:end]))


def _shortened(text: str, limit: int = 50) -> str:
    words = " ".join(text.split())
    return words if len(words) <= limit else words[: limit - 1].rstrip() + "…"
