"""Words and what stands around them -> their place in a text: the W3C's TextQuoteSelector, made to outlast corrections.

https://www.w3.org/TR/annotation-model/#text-quote-selector
"""

from __future__ import annotations

from collections.abc import Iterator

_SAME = str.maketrans({**dict.fromkeys("“”„«»‟", '"'), **dict.fromkeys("‘’‚‛`´", "'"), **dict.fromkeys("–—−", "-")})
_UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
CONTEXT = 32
"""Characters of prefix and suffix that are written with a new edit."""


NEAREST = 12
"""Characters next to the words by which a place is known when what stands farther off has changed."""


class QuotedText:
    """A text in which places are looked for."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._plain, self._at = _plain(text)

    def find(self, text: str, prefix: str = "", suffix: str = "") -> tuple[int, int] | str:
        """The span of `text`, or why there is none, for people.

        The place has to have prefix and suffix around it; when no place has both, one of them; when none has, the
        `NEAREST` characters of one: what stands around may have been corrected. When several places fit equally well,
        none is taken.
        """
        words, before, after = (_plain(part)[0].strip() for part in (text, prefix, suffix))
        found = list(self._all(words))
        if not found:
            return "its words do not stand in the article any more"

        def fitting(before: str, after: str, sides: int) -> list[tuple[int, int]]:
            """The places that have so many of the two around them; one that is empty is no evidence alone."""
            return [
                (a, b)
                for a, b in found
                if sides
                <= (self._follows(a, before) and (sides == 2 or before != ""))
                + (self._precedes(b, after) and (sides == 2 or after != ""))
            ]

        near = before[-NEAREST:] if len(before) > NEAREST else "", after[:NEAREST] if len(after) > NEAREST else ""
        for places in (fitting(before, after, 2), fitting(before, after, 1), fitting(near[0], near[1], 1)):
            if len(places) == 1:
                a, b = places[0]
                return self._at[a], self._at[b - 1] + 1
            if places:
                return f"its words fit {len(places)} places: give it a longer prefix or suffix"
        return "what stands before and after its words is not there any more"

    def around(self, start: int, end: int) -> tuple[str, str]:
        """Prefix and suffix for a new edit about `text[start:end]`, long enough to tell it from all other places.

        Raises ValueError for a place that begins or ends inside a word: places are found by whole words.
        """
        if _inside(self.text, start) or _inside(self.text, end):
            raise ValueError(f"{self.text[start:end]!r} at {start} begins or ends inside a word")
        size = CONTEXT
        while True:
            prefix, suffix = self.text[max(0, start - size) : start], self.text[end : end + size]
            whole = len(prefix) == start and end + size >= len(self.text)
            if whole or isinstance(self.find(self.text[start:end], prefix, suffix), tuple):
                return prefix, suffix
            size *= 2

    def _all(self, words: str) -> Iterator[tuple[int, int]]:
        """Where the words stand as whole words."""
        at = self._plain.find(words) if words else -1
        while at >= 0:
            end = at + len(words)
            if not (_inside(self._plain, at) or _inside(self._plain, end)):
                yield at, end
            at = self._plain.find(words, at + 1)

    def _follows(self, at: int, before: str) -> bool:
        return self._plain.endswith(before, 0, at - (at > 0 and self._plain[at - 1] == " "))

    def _precedes(self, at: int, after: str) -> bool:
        return self._plain.startswith(after, at + (self._plain[at : at + 1] == " "))


def _inside(text: str, at: int) -> bool:
    """Whether offset `at` lies inside a word."""
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


def _plain(text: str) -> tuple[str, list[int]]:
    """`text` with its white space, quotation marks and dashes made alike, and the offset of each of its characters."""
    out: list[str] = []
    at: list[int] = []
    space = False
    for i, c in enumerate(text):
        if c.isspace():
            if not space:
                out.append(" ")
                at.append(i)
            space = True
        elif c not in _UNSEEN:
            out.append(c)
            at.append(i)
            space = False
    return "".join(out).translate(_SAME), at
