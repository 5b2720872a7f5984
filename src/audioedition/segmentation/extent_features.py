"""The paragraphs of a text -> what the model of the story's extent weighs: one row of numbers a paragraph.

Two kinds of evidence. Shape and neighbourhood: how long a line is, whether it is a sentence, how capitals and marks
stand in it, how many short lines run together, how far the first and the last full sentences are, whether its words
are those of the story. And what a line does: the acts, labels, networks and credits that `facts.furniture` finds,
whether it is a byline or a time, to whom it speaks, and whether its words are a page's (`phrasing`).
"""

from __future__ import annotations

import itertools
import math
import re
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..facts import bylines, captions, dates, furniture, page_phrases
from ..lexis.grammar import grammar
from ..model import Reason
from . import phrasing, prose
from .passages import passages
from .speakers import talk

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.float32]

_INNER = re.compile(r"[.!?][\"'”’»)]*\s+(?=[\"'“„«(]*[A-ZÀ-Þ])")
_DATED = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b")
_TIMED = re.compile(r"\b\d{1,2}[:.h]\d\d\b")
_GLUED = re.compile(r"[a-zà-ÿ)][A-ZÀ-Þ]")
_SEPARATORS = re.compile(r"[|•»›·>/\\→]")
_QUOTES = re.compile('["“”„«»]')
_BESIDE = 3
"""How many neighbours on each side are looked at one by one."""
_FAR = 40
"""Distances are counted up to here."""
_READ = 320
"""Characters of a line whose words are looked up: the longest furniture."""
_FACT = 160
"""Characters of the longest line that is read as a byline or a time."""
HIT = 5
"""Where in a row it stands whether a rule calls the line the page's."""
LISTED = -19
"""... and whether it is a row of a list."""
_SENTENCE, _ENDS_STORY, _CREDIT, _TIME, _WORDS = 1, 7, 8, 11, 13
"""Where others stand."""
_SLOTS = 13
"""Numbers about a line that its neighbours are told too."""
_HOW = ("", "bare", "titled", "stated", "agency", "desk")
"""Ways in which a line can be a byline."""
_REASONS = (Reason.RELATED, Reason.COMMENTS, Reason.SHARE, Reason.SIGN_UP, Reason.NAVIGATION, Reason.COPYRIGHT)


def rows(lines: Sequence[str], phrased: Sequence[float] | None = None) -> Numbers:
    """One row a line. `phrased`: how each is phrased, where that is not by the weights of the program."""
    import numpy as np

    own = np.array([_own(line) for line in lines], dtype=np.float32)
    scores = [phrasing.score(line) for line in lines] if phrased is None else phrased
    parts = (
        own,
        _beside(own),
        _places(own),
        _addressed(lines, own),
        _phrased(scores),
        _runs(own, lines),
        _behind(own),
        _repeats(lines),
        _shared(lines, own),
    )
    return np.concatenate(parts, axis=1, dtype=np.float32)


def _own(line: str) -> list[float]:
    """What a line says by itself. The first `_SLOTS` numbers are told to its neighbours."""
    told, more = zip(_shape(line), _deeds(line), strict=True)
    return [*map(float, itertools.chain(*told)), *map(float, itertools.chain(*more))]


def _shape(line: str) -> tuple[list[float], list[float]]:
    """What its neighbours are told, and what they are not."""
    words = prose.WORD.findall(line[:2000])
    head = line[:_READ]
    lower = prose.share_of_small(words)
    ends = prose.ends(line)
    told = [
        math.log1p(len(line)),
        prose.is_running(words, lower, ends=ends),
        lower,
        ends,
        _DATED.search(head) is not None,
    ]
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
    ]
    return told, more


def _deeds(line: str) -> tuple[list[float], list[float]]:
    """The same for what a line does."""
    reason = furniture.reason(line)
    found = page_phrases.pieces(line[:_READ])
    phrases = [piece.phrase for piece in found if piece.phrase]
    kinds = Counter(piece.kind for piece in found)
    more = [
        kinds["link"],
        sum(phrase.act is not None for phrase in phrases),
        sum(phrase.thing for phrase in phrases),
        sum(phrase.network for phrase in phrases),
        sum(phrase.label is not None and not phrase.weak for phrase in phrases),
        len(phrases) / max(len(found), 1),
        kinds["name"] / max(len(found), 1),
        captions.is_caption(line),
        *(reason is kind for kind in _REASONS),
    ]
    begins = (found[0].phrase if found else None) or page_phrases.Phrase()
    return [*_told(reason, begins), sum(phrase.own for phrase in phrases), *_who_and_when(line)], more


def _told(reason: Reason | None, begins: page_phrases.Phrase) -> list[float]:
    """Whether rules call a line the page's or a credit, and what it begins with."""
    credit = reason in (Reason.CREDITS, Reason.PHOTO_CREDIT)
    label = begins.label is not None
    return [
        reason is not None and not credit,
        label,
        label and begins.ends,
        credit,
        begins.act is not None or begins.opener,
    ]


def _who_and_when(line: str) -> list[float]:
    """Whether a line is a time, and which kind of byline."""
    if len(line) > _FACT:
        return [0, 0]
    byline = bylines.read(line)
    return [dates.is_timestamp(line), _HOW.index(byline.how) if byline else 0]


def _beside(own: Numbers) -> Numbers:
    """What the lines above and below are told to have."""
    import numpy as np

    n = len(own)
    padded = np.pad(own[:, :_SLOTS], ((_BESIDE, _BESIDE), (0, 0)), constant_values=-1)
    return np.concatenate([padded[at : at + n] for at in range(2 * _BESIDE + 1) if at != _BESIDE], axis=1)


def _sums(values: NDArray[np.generic]) -> NDArray[np.float64]:
    """Sums of what stands before each place, and of all."""
    import numpy as np

    return np.concatenate([[0.0], np.cumsum(values, dtype=np.float64)])


def _places(own: Numbers) -> Numbers:
    """Where a line stands among the sentences of the whole text."""
    import numpy as np

    n = len(own)
    i = np.arange(n)
    sentence = own[:, _SENTENCE] > 0
    mass = _sums(own[:, _WORDS] * sentence)
    total = mass[-1] or 1.0
    before, after = _last(sentence), n - 1 - _last(sentence[::-1])[::-1]
    first, last = (int(np.argmax(sentence)), n - 1 - int(np.argmax(sentence[::-1]))) if sentence.any() else (n, -1)
    lo, hi = np.maximum(0, i - 5), np.minimum(n, i + 6)
    hits, short = _sums(own[:, HIT] + own[:, _CREDIT]), _sums(~sentence)
    columns = (
        np.minimum(i, _FAR),
        np.minimum(n - i, _FAR),
        i / n,
        np.full(n, min(n, 200)),
        np.minimum(i - before, _FAR),
        np.minimum(after - i, _FAR),
        mass[:-1] / total,
        (mass[-1] - mass[1:]) / total,
        np.full(n, math.log1p(mass[-1])),
        np.clip(i - first, -_FAR, _FAR),
        np.clip(last - i, -_FAR, _FAR),
        np.full(n, short[-1] / n),
        (short[hi] - short[lo]) / (hi - lo),
        (hits[hi] - hits[lo]) / (hi - lo),
        (mass[hi] - mass[lo]) / total,
    )
    return np.stack(columns, axis=1)


def _last(at: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Index of the last true place before each; -1 where there is none."""
    import numpy as np

    seen = np.maximum.accumulate(np.where(at, np.arange(len(at)), -1))
    return np.concatenate([[-1], seen[:-1]])


def _runs(own: Numbers, lines: Sequence[str]) -> Numbers:
    """About the run of lines around each that are no sentences: its size, the place in it, the furniture and the rows
    of lists in it; and whether the line is one of a list."""
    import numpy as np

    n = len(own)
    sentence = own[:, _SENTENCE] > 0
    changes = np.flatnonzero(sentence[1:] | sentence[:-1]) + 1  # every sentence is a run of its own
    starts = np.concatenate([[0], changes])
    stops = np.concatenate([changes, [n]])
    which = np.searchsorted(starts, np.arange(n), side="right") - 1
    a, b = starts[which], stops[which]
    hits = _sums(own[:, HIT] + own[:, _CREDIT])
    inside = hits[b] - hits[a]
    listed = np.array([passage is not None for passage in passages(lines)], dtype=np.float32)
    rows = _sums(listed)
    in_lists = (rows[b] - rows[a]) / (b - a)
    places = np.minimum(np.arange(n) - a, _FAR)
    return np.stack((np.minimum(b - a, _FAR), places, inside, inside / (b - a), listed, in_lists), axis=1)


def _behind(own: Numbers) -> Numbers:
    """What of the page has been met above a line, since the last sentence and in all, and how far it is."""
    import numpy as np

    n = len(own)
    since = np.maximum(_last(own[:, _SENTENCE] > 0), 0)
    hits, labels, times = _sums(own[:, HIT] + own[:, _CREDIT]), _sums(own[:, _ENDS_STORY]), _sums(own[:, _TIME])
    columns = (
        hits[:-1] - hits[since],
        labels[:-1] - labels[since],
        labels[:-1],
        hits[:-1],
        np.full(n, hits[-1]),
        np.full(n, hits[-1] / n),
        np.minimum(np.arange(n) - _last(own[:, _ENDS_STORY] > 0), _FAR),
        np.minimum(np.arange(n) - _last(own[:, HIT] > 0), _FAR),
        times[:-1],
        np.full(n, times[-1]),
    )
    return np.stack(columns, axis=1)


def _repeats(lines: Sequence[str]) -> Numbers:
    """How often a line stands in the text, how often above itself, and whether it is the beginning of another."""
    import numpy as np

    keys = [" ".join(line.split()).casefold()[:200] for line in lines]
    counts, met = Counter(keys), Counter[str]()
    begun = Counter(key[:25] for key in keys if len(key) >= 25)
    out = []
    for key in keys:
        out.append([min(counts[key], 5), min(met[key], 3), begun[key[:25]] - counts[key] > 0])
        met[key] += 1
    return np.array(out, dtype=np.float32)


def _shared(lines: Sequence[str], own: Numbers) -> Numbers:
    """How many of a line's longer words, and of its names, stand in the sentences of the text (other than itself)."""
    import numpy as np

    found = [prose.WORD.findall(line[:2000]) for line in lines]
    words = [_folded(line, 5) for line in found]
    names = [_folded([word for word in line[1:] if word[0].isupper()], 3) for line in found]
    once = [bool(value) for value in own[:, _SENTENCE]]
    story = Counter(itertools.chain.from_iterable(_folded(line, 3) for line in itertools.compress(found, once)))
    first = words[0] if lines else set()
    out = [
        (_share(w, story, o), _share(n, story, o), len(w & first) / max(len(w), 1), len(n))
        for w, n, o in zip(words, names, once, strict=True)
    ]
    return np.array(out, dtype=np.float32)


def _folded(words: Sequence[str], least: int) -> set[str]:
    """The words of at least so many letters, without regard to capitals."""
    return {word.casefold() for word in words if len(word) >= least}


def _share(words: set[str], story: Counter[str], once: bool) -> float:
    return sum(story[w] > once for w in words) / len(words) if words else -1.0


def _phrased(scores: Sequence[float]) -> Numbers:
    """How a line is phrased, and those above and below."""
    import numpy as np

    here = np.array([0.0, *scores, 0.0], dtype=np.float32)
    return np.stack((here[1:-1], here[:-2], here[2:]), axis=1)


_BRACKET_LAST = re.compile(r"(?P<stop>[.!?”\"])? ?\((?P<said>[^()]{2,60})\)\.?\Z")
"""What ends a line in brackets, behind a stop or not."""


def _told_as(outside: Sequence[str]) -> Numbers:
    """How a line is told: words that carry a verb, days, and whether it ends in brackets behind a stop."""
    import numpy as np

    words = grammar()
    rows = []
    for line in outside:
        said = [word.casefold() for word in prose.WORD.findall(line)]
        last = _BRACKET_LAST.search(line.rstrip())
        rows.append(
            (
                sum(word in words.auxiliaries for word in said),
                sum(word in words.days for word in said),
                sum(word.endswith("ed") for word in said),
                sum(word.endswith("ing") for word in said),
                sum(word in words.determiners for word in said) / max(len(said), 1),
                sum(word in words.personal for word in said),
                (1 + bool(last["stop"])) if last and last["said"][0].isupper() else 0,
            )
        )
    return np.array(rows, dtype=np.float32)


def _addressed(lines: Sequence[str], own: Numbers) -> Numbers:
    """To whom a line speaks, outside quotation marks: to the reader, for its makers, loudly; beside the share of the
    story's sentences that do; and how many of its names are those of the page's own lines."""
    import numpy as np

    outside = [phrasing.QUOTED.sub(" ", line[:_READ]) for line in lines]
    you, we = talk.second_person(), talk.first_person()
    said = np.array(
        [
            (min(len(you.findall(line)), 4), min(len(we.findall(line)), 4), line.rstrip().endswith("!"))
            for line in outside
        ],
        dtype=np.float32,
    ).reshape(-1, 3)
    sentence = own[:, _SENTENCE] > 0
    told = np.minimum(said, 1)
    share = (told * sentence[:, None]).sum(axis=0) / max(sentence.sum(), 1)
    names = [{word for word in prose.WORD.findall(line) if word[0].isupper() and len(word) > 2} for line in lines]
    page = Counter(itertools.chain.from_iterable(n for n, hit in zip(names, own[:, HIT], strict=True) if hit))
    mine = [
        sum(page[word] > bool(hit) for word in some) / max(len(some), 1)
        for some, hit in zip(names, own[:, HIT], strict=True)
    ]
    shares = np.broadcast_to(share, (len(lines), 3))
    return np.concatenate([said, shares[:, :2], np.array(mine, dtype=np.float32)[:, None], _told_as(outside)], axis=1)
