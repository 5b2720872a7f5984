"""What an engine tells of its sounds, or the sound alone -> the times of its words.

`aligned` is for front ends that keep no account of words, `spread` for engines that tell nothing.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence

from .sound import Samples, WordTimes, pauses, share, sounding, words_of

_BETWEEN = frozenset(" ,.;:!?—…")
_MARK = re.compile(r"[,;:.!?…—–]\W*$")
_UNHEARD_S = 0.1
"""What it costs that a mark has no pause: as much as if the pause lay so far from where it is looked for."""


def aligned(words: list[tuple[int, int]], phonemes: Sequence[str], edges: Iterable[float]) -> WordTimes:
    """When each of `words` (start, end) is said; `edges`: the seconds where each phoneme begins, and the last ends."""
    heard: list[list[float]] = []
    at = list(map(float, edges))
    fresh = True
    for phoneme, begin, end in zip(phonemes, at, at[1:], strict=False):
        if phoneme in _BETWEEN:
            fresh = True
        elif fresh:
            heard.append([begin, end])
            fresh = False
        else:
            heard[-1][1] = end
    return _match(words, heard) if words and heard else share(words, at[0], at[-1])


def _match(words: list[tuple[int, int]], heard: list[list[float]]) -> WordTimes:
    """Words of the text to words of the phonemes, where eSpeak says some as one (`of the`) and some as two.

    Dynamic programming over the two rows, by how well lengths in letters and in seconds agree.
    """
    letters = [b - a for a, b in words]
    pace = sum(end - start for start, end in heard) / sum(letters)
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]] = {(0, 0): (0.0, (0, 0))}
    for i in range(len(words) + 1):
        for j in range(len(heard) + 1):
            if (i, j) not in best:
                continue
            for m, n, extra in ((1, 1, 0.0), (2, 1, 0.05), (3, 1, 0.2), (1, 2, 0.05), (1, 3, 0.2)):
                if i + m <= len(words) and j + n <= len(heard):
                    seconds = heard[j + n - 1][1] - heard[j][0]
                    cost = best[i, j][0] + extra + abs(sum(letters[i : i + m]) * pace - seconds)
                    if cost < best.get((i + m, j + n), (float("inf"), None))[0]:
                        best[i + m, j + n] = (cost, (i, j))
    at = (len(words), len(heard))
    if at not in best:
        return share(words, heard[0][0], heard[-1][1])
    out: WordTimes = []
    while at != (0, 0):
        before = best[at][1]
        out = share(words[before[0] : at[0]], heard[before[1]][0], heard[at[1] - 1][1]) + out
        at = before
    return out


def spread(text: str, start: int, end: int, samples: Samples, rate: int) -> WordTimes:
    """When each word between two offsets of `text` is said in `samples`, of which nothing is known but their silences.

    Those are the marks of the text; between two of them each word gets its share of the letters.
    """
    words = words_of(text, start, end)
    first, last = (at / rate for at in sounding(samples, rate))
    marks = [i for i, ((a, _), (b, _)) in enumerate(itertools.pairwise(words), 1) if _MARK.search(text[a:b])]
    out: WordTimes = []
    word, at = 0, first
    for mark, (begins, ends) in _marked(words, marks, pauses(samples, rate), last - first, first):
        out += share(words[word:mark], at, begins)
        word, at = mark, ends
    return out + share(words[word:], at, last)


def _marked(
    words: list[tuple[int, int]], marks: list[int], silences: list[tuple[float, float]], seconds: float, first: float
) -> list[tuple[int, tuple[float, float]]]:
    """Each mark, as the number of the word behind it, and the silence that it is, where it is one.

    Dynamic programming over the two rows, by how far a silence lies from where the letters expect the mark.
    """
    quiet = [end - begin for begin, end in silences]
    letters = list(itertools.accumulate((b - a + 1 for a, b in words), initial=0))
    pace = (seconds - sum(quiet)) / max(letters[-1], 1)
    spoken = [begin - first - sum(quiet[:j]) for j, (begin, _) in enumerate(silences)]
    best: dict[tuple[int, int], tuple[float, list[tuple[int, int]]]] = {(0, 0): (0.0, [])}
    for i, j in itertools.product(range(len(marks) + 1), range(len(silences) + 1)):
        ways = [best[i, j]] if (i, j) in best else []
        if i:
            ways.append((best[i - 1, j][0] + _UNHEARD_S, best[i - 1, j][1]))
        if j:
            ways.append((best[i, j - 1][0] + quiet[j - 1], best[i, j - 1][1]))
        if i and j:
            cost, pairs = best[i - 1, j - 1]
            ways.append((cost + abs(letters[marks[i - 1]] * pace - spoken[j - 1]), [*pairs, (i - 1, j - 1)]))
        best[i, j] = min(ways)
    return [(marks[i], silences[j]) for i, j in best[len(marks), len(silences)][1]]
