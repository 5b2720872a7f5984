"""Running text -> a set of words, for the few closed lists that one module alone asks."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """`one two three`."""
    return frozenset(text.split())
