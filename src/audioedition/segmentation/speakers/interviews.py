"""Paragraphs of an interview or transcript -> whose each one is.

Printed as `Q:` and `A:`, with names or initials before a colon, inside quotation marks (`"HOLLIS: …"`), or with
nothing but questions and answers in turn.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ...lexis.first_names import world_gender
from ...lexis.tables import Lexis, derived, kinds
from ...lexis.verbs import verbs
from ...lexis.wordlists import alternatives
from . import talk
from .personal_names import initials

_NAME = r"[A-ZÀ-Þ][\w’'-]+\.?(?:[ \u00a0](?:(?:of|the|de|da|del|di|van|von|der) )?[A-ZÀ-Þ][\w’'-]*\.?){0,3}"
_DIRECTION, _ROLE, _NOBODY = "direction", "role", "nobody"
"""The parts of rows that say what a speaker does, or who listens; what a speaker is; what is said by nobody."""
_SAID = ("question", "answer")


@derived
def _labels(lexis: Lexis) -> Mapping[str, str]:
    """Label that names nobody, in small letters -> `question` or `answer`."""
    return {word.casefold(): part for part in _SAID for word in _words_of(lexis, part)}


def _words_of(lexis: Lexis, part: str) -> list[str]:
    return [word for word, row in lexis.beside("interviews").items() if row["part"] == part]


@derived
def _label(lexis: Lexis) -> re.Pattern[str]:
    """`Q:`, `Dr. Smith (Northport):`, `ANA BERG, HOST:`; `R - Oui`, of a letter that the table has."""
    nobody = [word for part in _SAID for word in _words_of(lexis, part)]
    role = rf"(?:\s?\([^()]{{1,40}}\)|,\s(?:{alternatives(word.upper() for word in _words_of(lexis, _ROLE))}))?"
    letters = alternatives(label for label in nobody if len(label) == 1)
    ends = r"(?:\s?[:.][-–—]?(?=\s)|[ \u00a0]*(?=\n))"
    named = rf"(?P<label>{alternatives(nobody)}|{_NAME})(?: \d{{1,2}}(?=\s?:))?{role}{ends}"
    return re.compile(rf"[\"“]?(?:{named}|(?P<letter>{letters})\s?[-–—](?=\s))\s+(?=\S)")


_QUOTED_LABEL = re.compile(r"[\"“](?P<label>[A-Z][A-Z’'.-]+(?:\s[A-Z][A-Z’'.-]+){0,2}):\s+(?=\S)")
"""`"HOLLIS: …`"""


@derived
def _directions(lexis: Lexis) -> re.Pattern[str]:
    """`[laughs]`, `(Laughter and applause)`, `(Beifall bei der SPD)`"""
    words = alternatives(_words_of(lexis, _DIRECTION))
    return re.compile(rf"\s?[\[(](?:\w+ )?(?:{words})\b[^\[\]()\n:]{{0,60}}[\])]", re.I)


@derived
def _no_speakers(lexis: Lexis) -> frozenset[str]:
    """`Note`, `Where`: what stands before a colon and says nothing."""
    return frozenset(map(str.casefold, _words_of(lexis, _NOBODY)))


_words = kinds("discourse", "kinds")
_WRITTEN_DOWN = 0.8
"""The share of paragraphs with a label from which on a text is a transcript."""
_PROMPT = 90
"""Characters of what asks without a question mark."""
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Turn:
    """One paragraph of what one speaker says."""

    start: int
    """Where the words begin, after the label."""
    label: Span
    """The span of the speaker's label: this paragraph's, or that of the paragraph which this one continues."""
    name: str
    """The label without its colon; `Q` and `A` where there are none."""
    labelled: bool
    """Whether the label stands in this paragraph."""

    @property
    def question(self) -> bool:
        return _labels().get(self.name.casefold()) == "question"

    @property
    def answer(self) -> bool:
        return _labels().get(self.name.casefold()) == "answer"


def turns(
    text: str, paragraphs: Sequence[Span], subheads: Sequence[Span] = (), writers: Collection[str] = ()
) -> dict[int, Turn]:
    """The turns of an interview by the start of their paragraph; empty for an article that is none.

    `subheads`: the lines that are one; questions can be. `writers`: who signs it.
    """
    labelled = _transcribed(text, paragraphs) or _labelled(text, paragraphs, subheads)
    return labelled or _unlabelled(text, paragraphs, subheads, writers)


def directions(text: str, start: int, end: int) -> Iterator[Span]:
    """What a speaker does, put into brackets: it is not read out."""
    for m in _directions().finditer(text, start, end):
        yield m.span()


def is_direction(text: str, start: int, end: int) -> bool:
    """Whether a paragraph is nothing but what a speaker does, put into brackets."""
    return _directions().fullmatch(text, start, end) is not None


def _transcribed(text: str, paragraphs: Sequence[Span]) -> dict[int, Turn]:
    """Paragraphs that are a quotation each, the speaker's name in capitals inside the mark."""
    found: dict[int, Turn] = {}
    for start, end in paragraphs:
        if m := _QUOTED_LABEL.match(text, start, end):
            found[start] = Turn(m.end(), m.span("label"), m["label"], True)
    return found if len(found) > 1 else {}


def _labelled(text: str, paragraphs: Sequence[Span], subheads: Sequence[Span]) -> dict[int, Turn]:
    found: dict[int, Turn] = {}
    for start, end in paragraphs:
        m = _label().match(text, start, end)
        if not m or m.end() >= end or (m["label"] or "").casefold() in _no_speakers():
            continue
        if not _may_speak(m["label"] or ""):
            continue
        kind = "letter" if m["letter"] else "label"
        dot = text[m.end(kind)] == "."
        if not dot or m[kind].casefold() in _labels():
            found[start] = Turn(m.end(), m.span(kind), m[kind], True)
    if len(found) > 2 and all("\n" in text[turn.label[1] : turn.start] for turn in found.values()):
        return _continued(text, _by_full_name(found), paragraphs)  # each label is a line
    return _of_speakers(text, _by_full_name(found), paragraphs, subheads)


def _may_speak(label: str) -> bool:
    """Whether a word alone that begins with an accent is a name: `Éric`, not `Übersicht`."""
    return label.isascii() or " " in label or label.isupper() or world_gender(label) is not None or label[0].isascii()


def _of_speakers(
    text: str, found: dict[int, Turn], paragraphs: Sequence[Span], subheads: Sequence[Span]
) -> dict[int, Turn]:
    """The turns of whoever speaks more than once, with the paragraphs that go on with them; none where nobody asks."""
    speakers = _speakers(found, len(paragraphs))
    if asked := _asked_above(text, found, speakers, sorted([*paragraphs, *subheads])):
        heads = {start for start, _ in subheads}
        questions = {start: Turn(start, (start, start), "Q", False) for start in asked if start not in heads}
        return _continued(text, {**found, **questions}, paragraphs)
    found = {start: turn for start, turn in found.items() if turn.name.casefold() in speakers}
    asks = any("?" in text[a:b] for a, b in paragraphs if a in found)
    if not asks and not all(turn.name.isupper() for turn in found.values()):
        return {}  # `Rapids: …`, `Pioneers: …`: nobody asks anything
    return _continued(text, found, paragraphs) if found else {}


def _speakers(found: dict[int, Turn], paragraphs: int) -> Collection[str]:
    """The labels that are speakers': two that come again, or questions and answers; all where one comes again and
    nearly every paragraph has one, as in what a program writes down."""
    counts = Counter(turn.name.casefold() for turn in found.values())
    speakers = {label for label, n in counts.items() if n > 1}
    if speakers and _is_written_down(len(counts), len(found), paragraphs):
        return counts.keys()
    nobody = _labels()
    asked = sum(counts[label] for label, part in nobody.items() if part == "question")
    if asked and any(counts[label] for label, part in nobody.items() if part == "answer"):
        return speakers | nobody.keys()
    return speakers if len(speakers - nobody.keys()) > 1 or (asked > 1 and speakers) else ()


def _is_written_down(labels: int, labelled: int, paragraphs: int) -> bool:
    return labels > 1 and labelled >= _WRITTEN_DOWN * paragraphs


def _asked_above(text: str, found: dict[int, Turn], speakers: Collection[str], lines: Sequence[Span]) -> list[int]:
    """Where the questions start above the answers of those who alone have a label: at least two, most of them asked so
    where it is one who answers.
    """
    names = {turn.name.casefold() for turn in found.values()}
    if len(names) != 1 and names != set(speakers):
        return []
    if any(span[0] in found and talk.is_question(text, *span) for span in lines):
        return []
    above = [
        a[0] for a, b in itertools.pairwise(lines) if b[0] in found and a[0] not in found and talk.is_question(text, *a)
    ]
    return above if len(above) > 1 and (2 if len(names) == 1 else 4) * len(above) > len(found) else []


def _by_full_name(found: dict[int, Turn]) -> dict[int, Turn]:
    """With full names for initials and surnames, where a label gives them: `ANA BERG:`, later `AB:` or `BERG:`."""
    named = [turn.name for turn in found.values() if " " in turn.name]
    full = {form: name for name in reversed(named) for form in (*initials(name), name.split()[-1])}
    return {start: replace(turn, name=full[turn.name]) if turn.name in full else turn for start, turn in found.items()}


def _unlabelled(
    text: str, paragraphs: Sequence[Span], subheads: Sequence[Span], writers: Collection[str]
) -> dict[int, Turn]:
    """Questions to `you` and answers by `I` in turn, without labels: at least two of each."""
    headings = talk.asking_heads(text, subheads)
    heads = {start for start, _ in headings}
    lines = sorted([*paragraphs, *headings])
    asks = talk.asked(text, lines, headings)
    asked, answers = _asked_and_answered(asks)
    if not talk.is_talk(text, [lines[i] for i in asked], [lines[i] for i in answers], writers):
        return {}
    regular = _in_turn(asked)
    found: dict[int, Turn] = {}
    for i in range(asked[0], _end_of_talk(text, lines, answers[-1])):
        start, end = lines[i]
        if start not in heads:
            told = _prompts(text, start, end) or (i in regular and _is_prompt(text, start, end))
            asking = asks[i] or (i < answers[-1] and told)
            found[start] = Turn(start, (start, start), "Q" if asking else "A", False)
    return found


def _asked_and_answered(asks: Sequence[bool]) -> tuple[list[int], list[int]]:
    """Indices of the lines that ask, and of those right below them that do not."""
    asked = [i for i, asks_here in enumerate(asks) if asks_here]
    return asked, [i + 1 for i in asked if not all(asks[i + 1 : i + 2])]


def _in_turn(asked: Sequence[int]) -> set[int]:
    """Where questions stand if every answer is one paragraph, in an interview in which most are known to be."""
    gaps = [after - before for before, after in itertools.pairwise(asked)]
    if 2 * gaps.count(2) < len(gaps):
        return set()
    even = (before for before, after in itertools.pairwise(asked) if (after - before) % 2 == 0)
    ends = dict(itertools.pairwise(asked))
    return {i for before in even for i in range(before + 2, ends[before], 2)}


def _end_of_talk(text: str, paragraphs: Sequence[Span], last: int) -> int:
    """Index behind the last paragraph that goes on with the answer at index `last` in the first person."""
    end = last + 1
    while end < len(paragraphs) and talk.first_person().search(text, *paragraphs[end]):
        end += 1
    return end


def answers_in_marks(
    text: str,
    paragraphs: Sequence[Span],
    subheads: Sequence[Span],
    quoted: Callable[[int], bool],
    own: Callable[[int], bool],
) -> list[int]:
    """Indices of the paragraphs that answer the question above them and stand in quotation marks; none unless two do.

    `quoted`: whether a paragraph, by index, is one quotation of which nothing says whose it is. `own`: whether it is a
    question of the writer’s, `“Why?” I ask.` An answer may go on in further ones; between two answers a short sentence
    can stand for a question: `There’s a chapter about milk.`
    """
    place = {span: i for i, span in enumerate(paragraphs)}
    lines = sorted([*paragraphs, *subheads])
    answers = [span in place and quoted(place[span]) for span in lines]
    asks = [
        (talk.is_question(text, *span) and not answer) or (span in place and own(place[span]))
        for span, answer in zip(lines, answers, strict=True)
    ]
    asked = [i for i in range(len(lines) - 1) if asks[i] and answers[i + 1]]
    if len(asked) < 2:
        return []
    answered = _answered(text, lines, answers, asks, asked[0])
    return [place[lines[i]] for i in answered]


def _answered(
    text: str, lines: Sequence[Span], answers: Sequence[bool], asks: Sequence[bool], first: int
) -> Iterator[int]:
    """Indices of the lines, from the first question on, that answer a question or a prompt above them."""
    answering = False
    for i in range(first, len(lines)):
        if not answers[i]:
            between = 0 < i < len(lines) - 1 and answers[i - 1] and answers[i + 1]
            answering = asks[i] or (between and _is_prompt(text, *lines[i]))
        elif answering:
            yield i


def _is_prompt(text: str, start: int, end: int) -> bool:
    return end - start <= _PROMPT and talk.first_person().search(text, start, end) is None


def _tells_you(text: str, start: int, end: int) -> bool:
    """Whether a short paragraph speaks of nobody but `you`: `Your pupils won. I watched you. You were singing.`"""
    if end - start > 2 * _PROMPT or not text.startswith(("You ", "Your ", "You’", "You'"), start):
        return False
    you = len(talk.second_person().findall(text, start, end))
    return you > 1 and you > len(talk.first_person().findall(text, start, end))


def _prompts(text: str, start: int, end: int) -> bool:
    """Whether a paragraph asks without a question mark: `Load-shedding must have been hard.`, `Tell us of the dog.`"""
    if _tells_you(text, start, end):
        return True
    if not _is_prompt(text, start, end):
        return False
    words = re.findall(r"\w+", text[start:end].casefold())
    return not _words("prompt")().isdisjoint([*words, *map(" ".join, itertools.pairwise(words))])


def asking(text: str, paragraphs: Sequence[Span], turns: dict[int, Turn]) -> frozenset[str]:
    """The speaker who asks: whoever most speaks for it, by questions, one at least, and their place, where none comes
    near.
    """
    said: dict[str, list[Span]] = {}
    for start, end in paragraphs:
        if (turn := turns.get(start)) and turn.labelled:
            said.setdefault(turn.name, []).append((turn.start, end))
    opens = next(iter(said))
    before = text[max(0, min(turns) - _INTRODUCTION) : min(turns)].casefold()

    def weight(name: str) -> float:
        spans = said[name]
        asked = sum(_ends_asking(text, *span) for span in spans) / len(spans)
        mine = sum(talk.first_person().search(text, *span) is not None for span in spans) / len(spans)
        unknown = name.split()[-1].casefold() not in before
        body = name.split()[0].casefold() == "the"
        return _ASKS * asked - mine + _OPENS * (name == opens) + _UNKNOWN * (unknown and len(name) > _LETTERS) + body

    first, *others = sorted(said, key=weight, reverse=True)
    asks = any(_ends_asking(text, *span) for span in said[first])
    return frozenset({first} if asks and others and weight(first) - weight(others[0]) >= _MARGIN else ())


def _ends_asking(text: str, start: int, end: int) -> bool:
    return text[start:end].rstrip(' ”"’').endswith("?")


_ASKS, _OPENS, _UNKNOWN, _MARGIN = 3.0, 0.25, 0.5, 1.2
"""What counts for whoever asks: the share of turns that are questions, the first turn, a name that is not said in
front; against it the share of turns by `me`; and how far the next has to be behind."""
_INTRODUCTION, _LETTERS = 2500, 3
"""Characters in front of the first turn in which a name is looked for; letters of a label that are initials."""


def _continued(text: str, found: dict[int, Turn], paragraphs: Sequence[Span]) -> dict[int, Turn]:
    """With the paragraphs between two labels, which go on with the turn before them; and those in the first person.

    Not with those of the reporter, who quotes whoever answers: `“…,” Tarrant says.`
    """
    last = max(found)
    out: dict[int, Turn] = {}
    current: Turn | None = None
    for start, end in paragraphs:
        if start in found:
            current = found[start]
            out[start] = current
        elif current is not None and _quotes(text, start, end, current.name):
            current = None
        elif current is not None and (
            start < last or (not current.question and talk.first_person().search(text, start, end))
        ):
            out[start] = Turn(start, current.label, current.name, False)
        else:
            current = None
    return out


@derived
def _attributed(lexis: Lexis) -> re.Pattern[str]:
    """`,” Tarrant-Cole says`, `?” she said`"""
    said = "|".join(sorted(lexis.made(verbs.make).core))
    return re.compile(rf"[,?!.…][”’\"'] (?:(?P<name>{_NAME})|[Ss]he|[Hh]e) (?:{said})\b")


def _quotes(text: str, start: int, end: int, label: str) -> bool:
    """Whether a paragraph quotes whom a label names, by name, or somebody and says nothing of itself."""
    m = _attributed().search(text, start, end)
    if m is None:
        return False
    surname = m["name"].split()[-1] if m["name"] else ""
    own = surname and (surname.casefold() in label.casefold().split() or any(map(label.endswith, initials(surname))))
    return bool(own) or talk.first_person().search(_IN_MARKS.sub("", text[start:end])) is None


_IN_MARKS = re.compile(r"“[^”]*”|\"[^\"]*\"|(?<!\w)[‘'].*?[’'](?!\w)")
