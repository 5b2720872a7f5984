"""Phonemes and their times -> the times of the words that they are, for front ends that keep no account of words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from .sound import WordTimes, share

_BETWEEN = frozenset(" ,.;:!?—…")


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
