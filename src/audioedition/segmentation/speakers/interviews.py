"""Paragraphs of an interview, printed as `Q:` and `A:` or with names before a colon -> whose each one is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from .personal_names import initials

_LABEL = re.compile(
    r"(?P<label>Q|A|Question|Answer|(?:(?:Dr|Mr|Mrs|Ms|Prof|Sen|Rep|Gov|Gen"
    r"|Sir)\.?\s)?[A-Z][\w’'-]+\.?(?:\s[A-Z][\w’'-]*\.?){0,3})"
    r"(?:\s?\([^()]{1,40}\)|,\s(?:HOST|CO-HOST|BYLINE|ANCHOR|PRESENTER))?\s?[:.](?=\s)\s+(?=\S)"
)
_I = re.compile(r"\b(?:I|I['’]m|I['’]ve|[Mm]y|[Ww]e|[Oo]ur)\b")
_QUESTION = frozenset({"q", "question"})
_ANSWER = frozenset({"a", "answer"})
_NO_SPEAKER = re.compile(
    r"(?:note|update|correction|read more|related|photo|source|where|when|what|who|why|how|cost|price"
    r"|tickets?|time|date|venue|location|example|result|verdict|fact|tip|step|warning|more)\Z",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Turn:
    """One paragraph of what one speaker says."""

    start: int
    """Where the words begin, after the label."""
    label: tuple[int, int]
    """The span of the speaker's label: this paragraph's, or that of the paragraph which this one continues."""
    name: str
    """The label without its colon."""
    labelled: bool
    """Whether the label stands in this paragraph."""

    @property
    def question(self) -> bool:
        return self.name.casefold() in _QUESTION

    @property
    def answer(self) -> bool:
        return self.name.casefold() in _ANSWER


def turns(text: str, paragraphs: Sequence[tuple[int, int]]) -> dict[int, Turn]:
    """The turns of an interview by the start of their paragraph; empty for an article that is none."""
    found: dict[int, Turn] = {}
    for start, end in paragraphs:
        m = _LABEL.match(text, start, end)
        if not m or m.end() >= end or _NO_SPEAKER.match(m["label"]):
            continue
        dot = text[m.start() + len(m["label"])] == "."
        if dot and m["label"].casefold() not in _QUESTION | _ANSWER:
            continue
        found[start] = Turn(m.end(), (m.start(), m.start() + len(m["label"])), m["label"], True)
    found = _by_full_name(found)
    counts = Counter(turn.name.casefold() for turn in found.values())
    asked = sum(counts[label] for label in _QUESTION)
    answered = sum(counts[label] for label in _ANSWER)
    speakers = {label for label, n in counts.items() if n > 1}
    if asked and answered:
        speakers |= _QUESTION | _ANSWER
    elif len(speakers - _QUESTION - _ANSWER) < 2 and not (asked > 1 and speakers):
        return {}
    found = {start: turn for start, turn in found.items() if turn.name.casefold() in speakers}
    asks = any("?" in text[a:b] for a, b in paragraphs if a in found)
    if not asks and not all(turn.name.isupper() for turn in found.values()):
        return {}  # `Rapids: …`, `Pioneers: …`: nobody asks anything
    return _continued(text, found, paragraphs)


def _by_full_name(found: dict[int, Turn]) -> dict[int, Turn]:
    """With full names for initials and surnames, where a label gives them: `ANA BERG:`, later `AB:` or `BERG:`."""
    named = [turn.name for turn in found.values() if " " in turn.name]
    full = {form: name for name in reversed(named) for form in (initials(name), name.split()[-1])}
    return {start: replace(turn, name=full[turn.name]) if turn.name in full else turn for start, turn in found.items()}


def asking(text: str, paragraphs: Sequence[tuple[int, int]], turns: dict[int, Turn]) -> frozenset[str]:
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


def _continued(text: str, found: dict[int, Turn], paragraphs: Sequence[tuple[int, int]]) -> dict[int, Turn]:
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
