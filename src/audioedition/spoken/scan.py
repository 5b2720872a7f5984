"""Written text + an ordered list of rules -> pieces of spoken text, each with the span it comes from.

The text is cut into tokens once (words, runs of figures, white space, single symbols). At each token the rules that can
start there are tried in order; the first that answers decides how a stretch of source is said, and the scan goes on
behind it. No rule sees what another made, so the map back to the source comes for free; every pattern is anchored at a
token and its repetitions are bounded, so the whole is linear.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

TOKEN = re.compile(r"[^\W\d_][^\W\d_\u0300-\u036f]*(?:[\u0300-\u036f'’]+[^\W\d_]+)*[\u0300-\u036f]*|\d+|\s+|.", re.S)
WORD, FIGURES, SYMBOL, SPACE = "word", "figures", "symbol", "space"


@dataclass(frozen=True, slots=True)
class Usage:
    """The conventions a text is read by."""

    british: bool = False
    day_first: bool = False


@dataclass(frozen=True, slots=True)
class Token:
    kind: str
    text: str
    start: int
    end: int


def tokenise(text: str) -> list[Token]:
    """Every character of `text` in exactly one token."""
    tokens = []
    for m in TOKEN.finditer(text):
        piece = m.group()
        c = piece[0]
        kind = WORD if c.isalpha() else FIGURES if c.isdecimal() else SPACE if c.isspace() else SYMBOL
        tokens.append(Token(kind, piece, m.start(), m.end()))
    return tokens


@dataclass
class Context:
    """What a rule may look at besides its own match."""

    text: str
    tokens: Sequence[Token]
    usage: Usage
    shouting: Sequence[bool]
    """Per token: whether it stands in a run of words all in capitals (a headline), where capitals mean nothing."""
    at: int = 0
    """Index of the token the match starts at."""

    def before(self, steps: int = 1) -> str:
        """The `steps`-th word or run of figures before the match, "" at the start or across a sentence end."""
        i = self.at - 1
        floor = max(0, i - 8)
        while i >= floor:
            token = self.tokens[i]
            if token.kind in (WORD, FIGURES):
                steps -= 1
                if steps == 0:
                    return token.text
            elif token.kind == SYMBOL and token.text not in "-–'’$£€.":
                return ""
            i -= 1
        return ""

    def glued(self) -> str:
        """The character right before the match."""
        start = self.tokens[self.at].start
        return self.text[start - 1] if start else ""

    @property
    def loud(self) -> bool:
        return self.shouting[self.at]

    def after(self, end: int) -> str:
        """The word that follows offset `end` after at most a space; "" if something else does."""
        m = NEXT_WORD.match(self.text, end)
        return m.group(1) if m else ""


NEXT_WORD = re.compile(r"\s?([^\W\d_]{1,40})")
Say = Callable[["re.Match[str]", Context], "tuple[str, int] | None"]


@dataclass(frozen=True)
class Rule:
    """One way of reading: where it may start, what it looks like, and the function that words it.

    `say` answers (spoken words, end offset in the source), or None to leave the match to later rules.
    """

    name: str
    kinds: tuple[str, ...]
    pattern: str
    say: Say = field(repr=False)
    gate: str = ""
    """Characters of which the first must be one (symbols only); empty = any."""

    @cached_property
    def regex(self) -> re.Pattern[str]:
        return re.compile(self.pattern)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of spoken text and its source; `said` is False where the source is copied."""

    spoken: str
    start: int
    end: int
    said: bool


def scan(text: str, rules: Sequence[Rule], usage: Usage, plain: Callable[[str], bool]) -> list[Piece]:
    """Read `text` from left to right. `plain(word)` says that no rule can start at this word."""
    tokens = tokenise(text)
    ctx = Context(text, tokens, usage, shouting(tokens))
    by_kind = {kind: [rule for rule in rules if kind in rule.kinds] for kind in (WORD, FIGURES, SYMBOL)}
    pieces: list[Piece] = []
    i, n = 0, len(tokens)
    while i < n:
        token = tokens[i]
        if token.kind == SPACE or (token.kind == WORD and plain(token.text) and not joined(text, token)):
            pieces.append(Piece(token.text, token.start, token.end, False))
            i += 1
            continue
        ctx.at = i
        answer = None
        for rule in by_kind[token.kind]:
            if rule.gate and token.kind == SYMBOL and token.text not in rule.gate:
                continue
            m = rule.regex.match(text, token.start)
            if m and (answer := rule.say(m, ctx)) is not None:
                break
        if answer is None:
            pieces.append(Piece(token.text, token.start, token.end, False))
            i += 1
            continue
        spoken, end = answer
        end = max(end, token.start + 1)
        pieces.append(Piece(spoken, token.start, end, True))
        while i < n and tokens[i].end <= end:
            i += 1
        if i < n and tokens[i].start < end:
            pieces.append(Piece(text[end : tokens[i].end], end, tokens[i].end, False))
            i += 1
    return pieces


def joined(text: str, token: Token) -> bool:
    """Whether something follows the word without space that could change how it is read (a stop, a figure, @, /)."""
    follows = text[token.end : token.end + 1]
    return bool(follows) and (
        follows in ".@/:&+_#" or follows.isdecimal() or (follows in "-–" and digit_at(text, token.end + 1))
    )


def digit_at(text: str, i: int) -> bool:
    return text[i : i + 1].isdecimal()


def shouting(tokens: Sequence[Token]) -> list[bool]:
    """Marks runs of three or more words in capitals (two, when one has more than five letters and they are all there is)."""
    loud = [False] * len(tokens)
    run: list[int] = []
    words = [i for i, t in enumerate(tokens) if t.kind == WORD]
    everything = bool(words) and sum(t.text.isupper() for t in tokens if t.kind == WORD) == len(words)

    def close() -> None:
        long = [i for i in run if len(tokens[i].text) > 3]
        if (len(run) >= 4 and len(long) >= 2) or (
            everything and len(run) >= 2 and any(len(tokens[i].text) > 5 for i in run)
        ):
            for k in range(run[0], run[-1] + 1):
                loud[k] = True
        run.clear()

    for i in words:
        text = tokens[i].text
        if text.isupper() or (len(text) > 3 and text[:-2].isupper() and text.endswith(("'s", "’s"))):
            run.append(i)
        elif run:
            close()
    if run:
        close()
    return loud
