"""Which of the lines above a pasted story is its headline: the one that the story tells."""

from __future__ import annotations

from collections.abc import Sequence

from ..facts import captions, dates
from ..facts.byline_words import matches
from .opening_facts import byline_of
from .prose import WORD, ends, is_sentence

LONGEST = 40
"""Words of the longest headline."""
_OWN, _OWN_IF_TOLD, _OWN_IF_FIRST, _WORDS = 0.5, 0.85, 0.96, range(3, LONGEST + 1)
"""Greatest chances of being the page's, and words, of a line that is the headline as it is the first such: of any, of
one that the story tells, and of one with which the whole text begins besides."""
_DOUBTED, _NAME, _LIKELIER, _NEAR = 0.2, 5, 12, 2
"""From this chance of being the page's on a line of so many words at most gives way to one so many lines below it at
most, with odds so many times less: the name of a site or a section, `The Wexle Lantern Online`. Of 232 labelled pages
13 had a wrong headline, and 7 with it."""
_TOLD, _TOLD_SHARE = 2, 0.3
"""Longer words of a headline that stand in its story, at least, and their share."""


def told_headline(lines: Sequence[str], begins: int, chances: Sequence[float]) -> int | None:
    """Index of the headline of a story that begins at `begins`: the first line above it that is likely no page's
    (`chances` of that), or less likely but told by the story, unless one right below is far likelier; else the line
    that it tells most of."""
    story = {word for line in lines[begins:] if is_sentence(line) for word in _longer(line)}
    own = _but_mastheads([i for i in range(begins) if _is_own(i, lines, begins, chances[i], story)], lines)
    if not own:
        return _told(lines, begins, story)
    first, *others = own
    if chances[first] < _DOUBTED or len(lines[first].split()) > _NAME:
        return first
    told = len(_longer(lines[first]) & story)
    likelier = (
        i
        for i in others
        if i <= first + _NEAR and _odds(chances[first]) > _LIKELIER * _odds(chances[i])
        if len(_longer(lines[i]) & story) >= told
    )
    return next(likelier, first)


def _but_mastheads(own: list[int], lines: Sequence[str]) -> list[int]:
    return [i for i in own if not _is_masthead(lines[i])] or own


def _is_masthead(line: str) -> bool:
    """`The Northport & District Gazette`: a paper's name, which is no headline where the story has its own."""
    words = line.split()
    named = len(words) <= _NAMED and all(word[0].isupper() or len(word) <= _JOINS for word in words)
    return named and matches("paper", words[-1])


_NAMED, _JOINS = 7, 3
"""Most words of a paper's name, and letters of a small word that joins them."""


def _odds(chance: float) -> float:
    return max(chance, 1e-4) / max(1 - chance, 1e-4)


def _is_own(i: int, lines: Sequence[str], begins: int, chance: float, story: set[str]) -> bool:
    """Whether a line above the story is likely its own: neither a word or two of the page's nor who and when."""
    words = _longer(lines[i])
    is_told = len(words & story) >= _TOLD and _may_be_headline(words, story)
    told_most = _OWN_IF_TOLD if i else _OWN_IF_FIRST
    return (
        chance < (told_most if is_told else _OWN)
        and len(lines[i].split()) in _WORDS
        and not _is_said_below(lines, i, begins)
        and _is_no_other(lines[i])
    )


def _told(lines: Sequence[str], begins: int, story: set[str]) -> int | None:
    """Index of the line that the story tells: of the lines of which several longer words, and no small part of them,
    stand in its sentences, the first that has about as many of them as any. None of a standfirst's."""
    found = [len(words & story) if _may_be_headline(words := _longer(line), story) else 0 for line in lines[:begins]]
    told = _without_sentences(found, lines)
    most = max(told, default=0)
    likely = [i for i, n in enumerate(told) if n >= max(_TOLD, 0.6 * most) or _is_all_told(n, lines[i])]
    fits = (i for i in likely if not _is_said_below(lines, i, begins) and _is_no_other(lines[i]))
    return next(fits, None)


def _without_sentences(found: list[int], lines: Sequence[str]) -> list[int]:
    """The counts of lines that do not end as sentences do, as a standfirst does, if there are any."""
    told = [0 if ends(line) else n for n, line in zip(found, lines, strict=False)]
    return told if any(told) else found


def _is_all_told(told: int, line: str) -> bool:
    """Of a short headline, such as an obituary's, most words are told."""
    return told >= _TOLD and len(line.split()) > 2 and told >= 0.66 * len(_longer(line))


def _may_be_headline(words: set[str], story: set[str]) -> bool:
    return len(words & story) >= _TOLD_SHARE * len(words)


def _is_no_other(line: str) -> bool:
    return byline_of(line) is None and not dates.is_timestamp(line) and not captions.is_caption(line)


def _is_said_below(lines: Sequence[str], i: int, begins: int) -> bool:
    """Whether a line is, or ends with, one that stands below it: what is being read, the way to the page."""
    return any(len(other) > 20 and other in lines[i] for other in lines[i + 1 : begins])


def _longer(line: str) -> set[str]:
    """The beginnings of its longer words: `lowers` tells of `lowered`."""
    return {word.casefold()[:5] for word in WORD.findall(line[:2000]) if len(word) > 3}
