"""Running text -> a set of words, for the few closed lists that one module alone asks; a file with a line a language;
words -> a pattern for any."""

from __future__ import annotations

import functools
import re
from collections.abc import Collection, Iterable
from pathlib import Path


def words(text: str) -> frozenset[str]:
    """`one two three`."""
    return frozenset(text.split())


@functools.cache
def by_language(file: str) -> dict[str, frozenset[str]]:
    """A file here with a line a language (`nl: de het een`): code -> words."""
    text = Path(__file__).with_name(file).read_text(encoding="utf-8")
    lines = (line.partition(":") for line in text.splitlines() if not line.startswith("#"))
    return {code: frozenset(words.split()) for code, _, words in lines}


def alternatives(known: Iterable[str]) -> str:
    """`km/h|km`: a pattern for any of the words, the longer first; empty for none."""
    return "|".join(map(re.escape, sorted(set(known), key=lambda word: (-len(word), word))))


def shortest(known: Collection[str]) -> tuple[str, ...]:
    """Of words that hold others of them these alone: a text without any of them holds none of `known`."""
    return tuple(sorted(word for word in set(known) if not any(other in word for other in set(known) - {word})))


def any_of(known: Collection[str]) -> str:
    """A pattern for any of the words as a whole; one with a hyphen behind it: for the beginning of longer ones, too."""
    whole = alternatives(word for word in known if not word.endswith("-"))
    begun = alternatives(word[:-1] for word in known if word.endswith("-"))
    return "|".join([rf"\b(?:{whole})\b"] * bool(whole) + [rf"\b(?:{begun})"] * bool(begun))
