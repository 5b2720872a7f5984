"""A pattern -> what no text can match it without: so that one of hundreds is made and tried only where it may match.

Reads the part of Python's syntax that patterns of this program use; what it does not know it takes for anything.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

Literals = tuple[str, ...]
"""In small letters, what has to stand in a text: one of it at least. `("",)` stands in all."""
_ANY: Literals = ("",)
_REPEAT = re.compile(r"(?:[*?]|\{(\d*)(?:,\d*)?\}|(\+))[?+]?")
_GROUP = re.compile(r"\((?:\?(?:P<\w+>|[:=]|[a-z]*(?:-[a-z]+)?:|(?P<no>!|<[=!])))?")
_RUN = re.compile(r"[^\\()\[\].|*+?{^$]+(?![*+?{])")
_CLASS = re.compile(r"\[\^?\]?(?:\\.|[^\]\\])*\]", re.S)
_NOWHERE = "bBAZ"
"""Escapes that match between characters: what stands on both sides is one literal."""


def needed(pattern: str) -> Literals:
    """What has to stand in a text, in small letters, that `pattern` matches without regard to case: one of these.

    >>> needed(r"[^.]{2,9}\\b(?:stories|articles?) by \\w+")
    ('stories', 'article')
    """
    return _Reader(pattern).alternatives()


class _Reader:
    def __init__(self, pattern: str):
        self.pattern, self.at = pattern, 0

    def alternatives(self) -> Literals:
        """What one of the branches up to the end of the group needs."""
        branches = [self._branch()]
        while self.pattern[self.at : self.at + 1] == "|":
            self.at += 1
            branches.append(self._branch())
        self.at += 1  # the bracket
        return _ANY if _ANY in branches else tuple(dict.fromkeys(word for branch in branches for word in branch))

    def _branch(self) -> Literals:
        found: list[Literals] = []
        run = ""
        while self.at < len(self.pattern) and self.pattern[self.at] not in "|)":
            if plain := _RUN.match(self.pattern, self.at):
                run += plain[0].lower()
                self.at = plain.end()
                continue
            atom = self._atom()
            times = _REPEAT.match(self.pattern, self.at)
            if times:
                self.at = times.end()
            is_there = times is None or times[2] is not None or int(times[1] or 0) > 0
            if isinstance(atom, str) and times is None:
                run += atom
                continue
            if is_there:
                run, atom = (run + atom, _ANY) if isinstance(atom, str) else (run, atom)
                found.append(atom)
            found.append((run,))
            run = ""
        return _best([*found, (run,)])

    def _atom(self) -> str | Literals:
        """The next character that stands for itself, '' for a place between characters, or what a group needs."""
        c = self.pattern[self.at]
        if c == "(":
            return self._group()
        if c == "[":
            inside = _CLASS.match(self.pattern, self.at)
            self.at = inside.end() if inside else len(self.pattern)
            return _ANY
        if c == "\\":
            escaped = self.pattern[self.at + 1]
            self.at += 2
            return "" if escaped in _NOWHERE else _ANY if escaped.isalnum() else escaped
        self.at += 1
        return _ANY if c == "." else "" if c in "^$" else c.lower()

    def _group(self) -> Literals:
        opened = _GROUP.match(self.pattern, self.at)
        assert opened is not None  # it is asked at a bracket
        self.at = opened.end()
        inside = self.alternatives()
        return _ANY if opened["no"] else inside


def _best(found: Sequence[Literals]) -> Literals:
    """Those of which the shortest is longest; of as long ones the fewest."""
    return max(found, key=lambda literals: (min(map(len, literals)), -len(literals)))
