"""Paragraphs of an interview or transcript -> whose each one is.

Printed as `Q:` and `A:`, with names or initials before a colon, inside quotation marks (`"HOLLIS: …"`), or with
nothing but questions and answers in turn.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from .personal_names import initials

_TITLE = r"(?:(?:Dr|Mr|Mrs|Ms|Prof|Sen|Rep|Gov|Gen|Sir)\.?\s)?"
_NAME = r"[A-Z][\w’'-]+\.?(?:\s[A-Z][\w’'-]*\.?){0,3}"
_ROLE = r"(?:\s?\([^()]{1,40}\)|,\s(?:HOST|CO-HOST|BYLINE|ANCHOR|PRESENTER))?"
_LABEL = re.compile(rf"(?P<label>Q|A|Question|Answer|{_TITLE}{_NAME}){_ROLE}\s?[:.](?=\s)\s+(?=\S)")
"""`Q:`, `Dr. Smith (Northport):`, `ANA BERG, HOST:`"""
_QUOTED_LABEL = re.compile(r"[\"“](?P<label>[A-Z][A-Z’'.-]+(?:\s[A-Z][A-Z’'.-]+){0,2}):\s+(?=\S)")
"""`"HOLLIS: …`"""
_DIRECTION = re.compile(
    r"\s?[\[(](?:\w+ )?(?:laugh(?:s|ter|ing)?|chuckles?|smiles|sighs|pauses?|applause|crosstalk)\b"
    r"[^\[\]()\n]{0,30}[\])]",
    re.I,
)
"""`[laughs]`, `(Laughter and applause)`"""
_I = re.compile(r"\b(?:I|I['’]m|I['’]ve|[Mm]y|[Ww]e|[Oo]ur)\b")
_YOU = re.compile(r"\byou(?:r|rs)?\b", re.I)
_QUESTION = frozenset({"q", "question"})
_ANSWER = frozenset({"a", "answer"})
_NO_SPEAKER = re.compile(
    r"(?:note|update|correction|read more|related|photo|source|where|when|what|who|why|how|cost|price"
    r"|tickets?|time|date|venue|location|example|result|verdict|fact|tip|step|warning|more)\Z",
    re.I,
)
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
        return self.name.casefold() in _QUESTION

    @property
    def answer(self) -> bool:
        return self.name.casefold() in _ANSWER


def turns(text: str, paragraphs: Sequence[Span]) -> dict[int, Turn]:
    """The turns of an interview by the start of their paragraph; empty for an article that is none."""
    return _transcribed(text, paragraphs) or _labelled(text, paragraphs) or _unlabelled(text, paragraphs)


def directions(text: str, start: int, end: int) -> Iterator[Span]:
    """What a speaker does, put into brackets: it is not read out."""
    for m in _DIRECTION.finditer(text, start, end):
        yield m.span()


def _transcribed(text: str, paragraphs: Sequence[Span]) -> dict[int, Turn]:
    """Paragraphs that are a quotation each, the speaker's name in capitals inside the mark."""
    found: dict[int, Turn] = {}
    for start, end in paragraphs:
        if m := _QUOTED_LABEL.match(text, start, end):
            found[start] = Turn(m.end(), m.span("label"), m["label"], True)
    return found if len(found) > 1 else {}


def _labelled(text: str, paragraphs: Sequence[Span]) -> dict[int, Turn]:
    found: dict[int, Turn] = {}
    for start, end in paragraphs:
        m = _LABEL.match(text, start, end)
        if not m or m.end() >= end or _NO_SPEAKER.match(m["label"]):
            continue
        dot = text[m.end("label")] == "."
        if not dot or m["label"].casefold() in _QUESTION | _ANSWER:
            found[start] = Turn(m.end(), m.span("label"), m["label"], True)
    found = _by_full_name(found)
    speakers = _speakers(found)
    found = {start: turn for start, turn in found.items() if turn.name.casefold() in speakers}
    asks = any("?" in text[a:b] for a, b in paragraphs if a in found)
    if not asks and not all(turn.name.isupper() for turn in found.values()):
        return {}  # `Rapids: …`, `Pioneers: …`: nobody asks anything
    return _continued(text, found, paragraphs) if found else {}


def _speakers(found: dict[int, Turn]) -> Collection[str]:
    """The labels that are speakers': two that come again, or questions and answers."""
    counts = Counter(turn.name.casefold() for turn in found.values())
    speakers = {label for label, n in counts.items() if n > 1}
    asked = sum(counts[label] for label in _QUESTION)
    if asked and any(counts[label] for label in _ANSWER):
        return speakers | _QUESTION | _ANSWER
    return speakers if len(speakers - _QUESTION - _ANSWER) > 1 or (asked > 1 and speakers) else ()


def _by_full_name(found: dict[int, Turn]) -> dict[int, Turn]:
    """With full names for initials and surnames, where a label gives them: `ANA BERG:`, later `AB:` or `BERG:`."""
    named = [turn.name for turn in found.values() if " " in turn.name]
    full = {form: name for name in reversed(named) for form in (initials(name), name.split()[-1])}
    return {start: replace(turn, name=full[turn.name]) if turn.name in full else turn for start, turn in found.items()}


def _unlabelled(text: str, paragraphs: Sequence[Span]) -> dict[int, Turn]:
    """Questions to `you` and answers by `I` in turn, without labels: at least two of each."""
    asked = [i for i, (a, b) in enumerate(paragraphs) if _is_question(text, a, b)]
    answers = [i + 1 for i in asked if i + 1 < len(paragraphs) and i + 1 not in asked]
    if not _is_talk(text, [paragraphs[i] for i in asked], [paragraphs[i] for i in answers]):
        return {}
    found: dict[int, Turn] = {}
    for i, (start, end) in enumerate(paragraphs[asked[0] :], asked[0]):
        if i in asked:
            found[start] = Turn(start, (start, start), "Q", False)
        elif i <= answers[-1] or (_I.search(text, start, end) and paragraphs[i - 1][0] in found):
            found[start] = Turn(start, (start, start), "A", False)
    return found


def _is_talk(text: str, asked: Sequence[Span], answers: Sequence[Span]) -> bool:
    """Whether at least half of the questions are put to `you`, and half of the answers given by `me`."""
    if len(answers) < 2 or len(answers) < len(asked) or any(text[a] in "\"“‘'" for a, _ in (*asked, *answers)):
        return False
    to_you = sum(_YOU.search(text, *span) is not None for span in asked)
    by_me = sum(_I.search(text, *span) is not None for span in answers)
    return 2 * to_you >= len(asked) and 2 * by_me >= len(answers)


def _is_question(text: str, start: int, end: int) -> bool:
    """Whether a paragraph is one question, with little before it."""
    return end - start < 400 and text[start:end].rstrip().endswith("?")


def asking(text: str, paragraphs: Sequence[Span], turns: dict[int, Turn]) -> frozenset[str]:
    """The speaker who asks, where one asks most of the time and the others do not."""
    asked: Counter[str] = Counter()
    all_turns: Counter[str] = Counter()
    for start, end in paragraphs:
        if (turn := turns.get(start)) and turn.labelled:
            all_turns[turn.name] += 1
            asked[turn.name] += text[start:end].rstrip(' ”"’').endswith("?")
    share = {name: asked[name] / n for name, n in all_turns.items()}
    first = max(share, key=lambda name: share[name])
    others = [value for name, value in share.items() if name != first]
    return frozenset({first} if share[first] >= 0.6 and others and max(others) < 0.3 else ())


def _continued(text: str, found: dict[int, Turn], paragraphs: Sequence[Span]) -> dict[int, Turn]:
    """With the paragraphs between two labels, which go on with the turn before them; and those in the first person."""
    last = max(found)
    out: dict[int, Turn] = {}
    current: Turn | None = None
    for start, end in paragraphs:
        if start in found:
            current = found[start]
            out[start] = current
        elif current is not None and (start < last or (not current.question and _I.search(text, start, end))):
            out[start] = Turn(start, current.label, current.name, False)
        else:
            current = None
    return out
