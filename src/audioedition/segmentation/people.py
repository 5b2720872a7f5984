"""A mention (`she`, `Roggio`, `a source in Lahore`) -> the person: fullest name, gender."""

from __future__ import annotations

from collections.abc import Sequence

from ..model import Article, Gender, Speaker


class People:
    def __init__(self, text: str, paragraphs: Sequence[tuple[int, int]], article: Article):
        self.text = text

    def speaker(self, mention: tuple[int, int], at: int) -> Speaker:
        words = self.text[mention[0] : mention[1]]
        return Speaker(" ".join(words.split()), words, *mention, Gender.UNKNOWN)
