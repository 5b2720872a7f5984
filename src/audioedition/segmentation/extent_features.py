"""The paragraphs of a text -> what the model of the story's extent weighs: one row of numbers a paragraph.

Two kinds of evidence. Shape and neighbourhood: how long a line is, whether it is a sentence, how capitals and marks
stand in it, how many short lines run together, how far the first and the last full sentences are, whether its words
are those of the story. And what a line does: the acts, labels, networks and credits that `facts.furniture` finds.
"""

from __future__ import annotations

import bisect
import itertools
import math
import re
from collections import Counter
from collections.abc import Sequence

from ..facts import furniture, page_phrases
from ..model import Reason

_ENDS = re.compile(r"[.!?…。！？][\"'”’»“)\]]*\Z")
_INNER = re.compile(r"[.!?][\"'”’»)]*\s+(?=[\"'“„«(]*[A-ZÀ-Þ])")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_DATED = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b")
_TIMED = re.compile(r"\b\d{1,2}[:.h]\d\d\b")
_GLUED = re.compile(r"[a-zà-ÿ)][A-ZÀ-Þ]")
_BY = re.compile(
    r"(?:by|von|par|por|di|da|door|text|texto|words|autor|auteur|author|(?:story|written) by|redacci[oó]n)\b:?\s*"
    r"(?:[A-ZÀ-Þ][\w.’'-]*[\s,]*){0,5}",
    re.I,
)
_NAME_ALONE = re.compile(r"(?:[A-ZÀ-Þ][\w.’'-]+ ){1,3}[A-ZÀ-Þ][\w’'-]+")
_SEPARATORS = re.compile(r"[|•»›·>/\\→]")
_QUOTES = re.compile('["“”„«»]')
_BESIDE = 3
"""How many neighbours on each side are looked at one by one."""
_FAR = 40
"""Distances are counted up to here."""
_READ = 320
"""Characters of a line whose words are looked up: the longest furniture."""
_SLOTS = 11
"""Numbers about a line that its neighbours are told too."""
HIT = 5
"""Where in a row it stands whether a rule calls the line the page's."""
_SENTENCE, _ENDS_STORY, _CREDIT, _WORDS = 1, 7, 8, 11
"""Where others stand."""

Row = list[float]


def rows(lines: Sequence[str]) -> list[Row]:
    """One row a line; all rows have the same length."""
    own = [_own(line) for line in lines]
    parts = zip(own, _beside(own), _places(lines, own), _repeats(lines), strict=True)
    return [list(itertools.chain(*part)) for part in parts]


def _repeats(lines: Sequence[str]) -> list[Row]:
    """How often a line stands in the text, how often above itself, and whether it is the beginning of another."""
    keys = [_key(line) for line in lines]
    counts, met = Counter(keys), Counter[str]()
    begun = Counter(key[:25] for key in keys if len(key) >= 25)
    out = []
    for key in keys:
        out.append([float(min(counts[key], 5)), float(min(met[key], 3)), float(begun[key[:25]] - counts[key] > 0)])
        met[key] += 1
    return out


def _key(line: str) -> str:
    return " ".join(line.split()).casefold()[:200]


def _own(line: str) -> Row:
    """What a line says by itself. The first `_SLOTS` numbers are told to its neighbours."""
    told, more = zip(_shape(line), _deeds(line), strict=True)
    return [*itertools.chain(*told), *itertools.chain(*more)]


def _shape(line: str) -> tuple[Row, Row]:
    """What its neighbours are told, and what they are not."""
    words = _WORD.findall(line)
    head = line[:_READ]
    lower = _lower(words)
    ends = _ENDS.search(line[-6:]) is not None
    told = [math.log1p(len(line)), is_sentence(line), lower, ends, _DATED.search(head) is not None]
    more = [
        min(len(words), 80),
        len(_INNER.findall(line[:2000])),
        line[:1].islower(),
        line.isupper(),
        sum(map(str.isdigit, head)) / max(len(head), 1),
        line.count(","),
        _QUOTES.search(line) is not None,
        len(_SEPARATORS.findall(head)),
        not line[:1].isalnum(),
        line.endswith(":"),
        line.endswith(("…", "...")),
        line.endswith("?"),
        len(_GLUED.findall(head)),
        _TIMED.search(head) is not None,
        _BY.match(head) is not None,
        _NAME_ALONE.fullmatch(head) is not None,
    ]
    return [*map(float, told)], [*map(float, more)]


def is_sentence(line: str) -> bool:
    """Whether a line is running text: eight words and more, most of them small, and a mark at its end."""
    words = _WORD.findall(line)
    return len(words) >= 8 and _lower(words) > 0.4 and _ENDS.search(line[-6:]) is not None


def _lower(words: Sequence[str]) -> float:
    return sum(word[0].islower() for word in words) / max(len(words), 1)


def _deeds(line: str) -> tuple[Row, Row]:
    """The same for what a line does."""
    reason = furniture.reason(line)
    credit = reason in (Reason.CREDITS, Reason.PHOTO_CREDIT)
    found = page_phrases.pieces(line[:_READ])
    phrases = [piece.phrase for piece in found if piece.phrase]
    first = (found[0].phrase if found else None) or page_phrases.Phrase()
    told = [
        reason is not None and not credit,
        first.label is not None,
        first.label is not None and first.ends,
        credit,
        first.act is not None or first.opener,
        sum(phrase.own for phrase in phrases),
    ]
    kinds = Counter(piece.kind for piece in found)
    more = [
        kinds["link"],
        sum(phrase.act is not None for phrase in phrases),
        sum(phrase.thing for phrase in phrases),
        sum(phrase.network for phrase in phrases),
        sum(phrase.label is not None and not phrase.weak for phrase in phrases),
        len(phrases) / max(len(found), 1),
        kinds["name"] / max(len(found), 1),
        furniture.is_caption(line),
    ]
    return [*map(float, told)], [*map(float, more)]


def _beside(own: Sequence[Row]) -> list[Row]:
    nothing = [-1.0] * _SLOTS
    told = [row[:_SLOTS] for row in own]
    padded = [nothing] * _BESIDE + told + [nothing] * _BESIDE
    out = []
    for i in range(len(own)):
        window = padded[i : i + 2 * _BESIDE + 1]
        near = [*window[:_BESIDE], *window[_BESIDE + 1 :]]
        out.append(list(itertools.chain.from_iterable(near)))
    return out


def _places(lines: Sequence[str], own: Sequence[Row]) -> list[Row]:
    """Where a line stands among the sentences and the furniture of the whole text."""
    n = len(lines)
    sentences = [i for i, row in enumerate(own) if row[_SENTENCE]]
    mass = _sums([row[_WORDS] if row[_SENTENCE] else 0.0 for row in own])
    hits = _sums([row[HIT] + row[_CREDIT] for row in own])
    labels = _sums([row[_ENDS_STORY] for row in own])
    short = _sums([float(not row[_SENTENCE]) for row in own])
    total = mass[-1] or 1.0
    story = _story_words(lines, sentences)
    starts, stops = _runs(own)
    out = []
    for i, line in enumerate(lines):
        at = bisect.bisect_left(sentences, i)
        before = sentences[at - 1] if at else -1
        after_at = at + (at < len(sentences) and sentences[at] == i)
        after = sentences[after_at] if after_at < len(sentences) else n
        a, b = starts[i], stops[i]
        lo, hi = max(0, i - 5), min(n, i + 6)
        since = max(before, 0)
        out.append(
            [
                min(i, _FAR),
                min(n - i, _FAR),
                i / n,
                min(n, 200),
                min(i - before, _FAR),
                min(after - i, _FAR),
                mass[i] / total,
                (mass[-1] - mass[i + 1]) / total,
                math.log1p(mass[-1]),
                min(i - sentences[0], _FAR) if sentences else -_FAR,
                min(sentences[-1] - i, _FAR) if sentences else -_FAR,
                min(b - a, _FAR),
                min(i - a, _FAR),
                hits[b] - hits[a],
                (hits[b] - hits[a]) / max(b - a, 1),
                hits[i] - hits[since],
                labels[i] - labels[since],
                labels[i],
                hits[i],
                hits[-1],
                hits[-1] / n,
                short[-1] / n,
                (short[hi] - short[lo]) / (hi - lo),
                (hits[hi] - hits[lo]) / (hi - lo),
                (mass[hi] - mass[lo]) / total,
                _shared(line, story, own_line=bool(own[i][_SENTENCE])),
            ]
        )
    return out


def _sums(values: Sequence[float]) -> list[float]:
    """Sums of what stands before each place, and of all."""
    return [0.0, *itertools.accumulate(values)]


def _runs(own: Sequence[Row]) -> tuple[list[int], list[int]]:
    """For every line where the run of lines that are no sentences, around it, begins and ends."""
    starts, stops = [0] * len(own), [0] * len(own)
    at = 0
    for sentence, group in itertools.groupby(own, key=lambda row: bool(row[_SENTENCE])):
        size = len(list(group))
        for i in range(at, at + size):
            starts[i], stops[i] = (i, i + 1) if sentence else (at, at + size)
        at += size
    return starts, stops


def _story_words(lines: Sequence[str], sentences: Sequence[int]) -> Counter[str]:
    """In how many of the sentences each longer word stands."""
    found: Counter[str] = Counter()
    for i in sentences:
        found.update(_long_words(lines[i]))
    return found


def _long_words(line: str) -> set[str]:
    return {w.casefold() for w in _WORD.findall(line[:2000]) if len(w) > 4}


def _shared(line: str, story: Counter[str], *, own_line: bool) -> float:
    """How many of a line's longer words stand in the sentences of the text (other than itself)."""
    words = _long_words(line)
    if not words:
        return -1.0
    return sum(story[w] > own_line for w in words) / len(words)
