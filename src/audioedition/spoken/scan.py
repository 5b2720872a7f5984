"""Written text + an ordered list of rules -> pieces of spoken text, each with the span it comes from.

The text is cut into tokens once (words, runs of figures, white space, single symbols). At each token the rules that can
start there are tried in order; the first that answers decides how a stretch of source is said, and the scan goes on
behind it. No rule sees what another made, so the map back to the source comes for free; every pattern is anchored at a
token and its repetitions are bounded or run over one token only, so the whole is linear.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from ..facts.english import Usage
from ..lexis.tables import Lexis, derived, in_use
from ..model import Doubt
from ..model.rules import SOURCES, is_off
from .shouting import loudness

if TYPE_CHECKING:
    from .lexicon import Lexicon

MARKS = "\u0300-\u036f"
NUMERALS = "²³¹¼½¾\u2070-\u209f\u2150-\u218f\u2460-\u249b\u24ea-\u24ff\u2776-\u2793"
"""Numbers that Python's `\\w` takes for letters."""
LETTER = rf"[^\W\d_{NUMERALS}]"
TOKEN = re.compile(
    rf"{LETTER}[^\W\d_{MARKS}{NUMERALS}]*(?:[{MARKS}'’]+{LETTER}+)*[{MARKS}]*|\d+|\s+|\.\.+|.",
    re.S,
)
WORD, FIGURES, SYMBOL, SPACE = "word", "figures", "symbol", "space"
PARTING = frozenset((" ", ", ", "—"))
"""What a sign is said as that only parts."""
MARKS_BEHIND = ".,;:!?)"
"""Marks that stand right behind a word."""
TIGHT = ".@/:&+_#*(\u2019'["
"""Symbols that may change how the word right before them is read."""


class Token(NamedTuple):
    """A piece of written text that is never cut further."""

    kind: str
    text: str
    start: int
    end: int


_new = tuple.__new__
"""Makes a token of all its fields in half the time of its own constructor: there are two a word."""


def tokenise(text: str) -> list[Token]:
    """Every character of `text` in exactly one token."""
    tokens: list[Token] = []
    start = 0
    for piece in TOKEN.findall(text):
        c = piece[0]
        kind = WORD if c.isalpha() else SPACE if c.isspace() else FIGURES if c.isdecimal() else SYMBOL
        end = start + len(piece)
        tokens.append(_new(Token, (kind, piece, start, end)))
        start = end
    return tokens


@dataclass
class Context:
    """What a rule may look at besides its own match."""

    text: str
    tokens: Sequence[Token]
    usage: Usage
    shouted: Sequence[bool]
    """Per token: whether it stands in a run of words all in capitals (a headline), where capitals mean nothing."""
    at: int = 0
    """Index of the token the match starts at."""
    doubts: list[Doubt] = field(default_factory=list)
    """Readings that had to be guessed."""
    rules: RuleSet | None = None
    """The rules that read the text."""
    parted: int = -1
    """The offset behind the last sign that was said as a pause: what follows is not glued to it."""

    @property
    def british(self) -> bool:
        return self.usage.british

    def about(self, *subjects: str) -> bool:
        """Whether the article, or this line, is about one of `subjects`."""
        return not self.usage.subjects.isdisjoint(subjects)

    def doubt(self, written: str, spoken: str, why: str, chance: float) -> None:
        """Note that a reading was guessed, and how likely it is wrong."""
        self.doubts.append(Doubt(written, spoken, why, chance))

    @property
    def loud(self) -> bool:
        return self.shouted[self.at]

    @property
    def start(self) -> int:
        return self.tokens[self.at].start

    def before(self, steps: int = 1) -> str:
        """The `steps`-th word or run of figures before the match, "" if a comma, bracket or sentence end is between."""
        for i in range(self.at - 1, max(-1, self.at - 12), -1):
            token = self.tokens[i]
            if token.kind in (WORD, FIGURES):
                steps -= 1
                if steps == 0:
                    return token.text
            elif token.kind == SYMBOL and token.text not in "-–'’$£€.&/":
                return ""
        return ""

    def glued(self) -> str:
        """The character right before the match, "" at the start; a space for what only parts it from what is before: a
        run of dots, a slash that is a pause, the hyphen of `pre-`."""
        start = self.start
        glued = self.text[start - 1] if start else ""
        if glued == "." and self.text[start - 2 : start] == "..":
            return " "
        return " " if glued and (start == self.parted or (glued in "-–" and self.behind_prefix())) else glued

    def behind_prefix(self) -> bool:
        """Whether the match stands behind a hyphen and a word in small letters: `post-9/11`, `sub-3%`."""
        return PREFIX.search(self.text, max(0, self.start - 12), self.start) is not None

    def ahead(self, steps: int = 1) -> int:
        """The offset behind what a rule would read at the token `steps` ahead; 0 if none would."""
        at, doubts, self.at = self.at, len(self.doubts), self.at + steps
        try:
            found = self.rules.read(self) if self.rules and self.at < len(self.tokens) else None
        finally:
            self.at = at
            del self.doubts[doubts:]
        return found[0][1] if found else 0

    def after(self, end: int) -> str:
        """The word that follows offset `end` after at most one space; "" if something else does."""
        m = NEXT_WORD.match(self.text, end)
        return m.group(1) if m else ""

    def nearby(self, words: frozenset[str], tokens: int = 16) -> bool:
        """Whether one of `words` (lower case) stands in the last or next few tokens."""
        near = self.tokens[max(0, self.at - tokens) : self.at + tokens]
        return any(t.text.lower() in words for t in near if t.kind == WORD)


PREFIX = re.compile(r"(?<![^\s(“‘\"'])[a-z]{2,10}[-–]\Z")
NEXT_WORD = re.compile(r"\s?([^\W\d_]{1,40})")
Reading = tuple[str, int]
"""Spoken words and the offset in the source behind what they say."""
Say = Callable[["re.Match[str]", Context], "Reading | None"]
Match = Callable[[str, int], "re.Match[str] | None"]
Plain = Callable[[str], bool]
compiled = cache(re.compile)


def said(pattern: str | derived[str]) -> str:
    """A pattern as it is, or as the tables in use make it."""
    return pattern if isinstance(pattern, str) else pattern()


@dataclass(frozen=True)
class Rule:
    """One way of reading: the kinds of token it starts at, what it looks like, and the function that words it.

    `say` answers a Reading, or None to leave the match to later rules.
    """

    name: str
    kinds: tuple[str, ...]
    pattern: str | derived[str]
    say: Say
    symbols: str | derived[str] = ""
    """Where it starts at a symbol: one of these; empty = any."""
    follows: str = ""
    """Where it starts at figures: the characters that may stand right behind them; empty = any. Saves time only."""
    lengths: str = ""
    """Where it starts at figures: how many of them there may be, a figure each; empty = any. Saves time only."""
    begins: str = ""
    """Where it starts at a word: the letters it may begin with; empty = any. Saves time only."""
    then: str = ""
    """Where it starts at a word: the characters that may stand right behind it; empty = any. Saves time only."""
    words: derived[frozenset[str]] | None = None
    """Where it starts at a word: those it may be, in lower case and without `'s`; None = any. Saves time only."""
    source: str = ""
    """One line: the style book, standard or kind of page that it comes from."""

    @property
    def match(self) -> Match:
        """Whether its pattern, as the tables in use make it, stands at an offset of a text."""
        return compiled(said(self.pattern)).match

    def may_start(self, kind: str, sign: str, behind: str) -> bool:
        """Whether it can start at a token of this kind: the symbol `sign`, a word that begins with it, or as many
        figures as it says, with the character `behind` right behind word or figures."""
        hints = {SYMBOL: (said(self.symbols), ""), FIGURES: (self.lengths, self.follows)}
        first, second = hints.get(kind, (self.begins, self.then))
        return (
            kind in self.kinds and (not first or sign in first) and (not second or (behind != "" and behind in second))
        )


ALIKE = str.maketrans("\u00a0\u202f\u2007\u2009\u200a\u2010\u2011ˢᵗⁿᵈʳʰᵉ", "     --stndrhe")
"""Spaces and hyphens that typesetting tells apart and the rules do not: one for one, so that offsets hold."""


class RuleSet:
    """Rules in their order, ready to be looked up by token; each pattern is compiled when it is first needed."""

    def __init__(
        self,
        rules: Sequence[Rule],
        plain: Callable[[frozenset[str]], Plain],
        evened: Callable[[str], str] = lambda text: text.translate(ALIKE),
    ):
        """`plain(subjects)(word)` says that no rule can start at this word when a space or comma follows it, as the
        tables in use have it for what the article is about. `evened(text)`: a text that is not ASCII with what
        typesetting tells apart and the rules do not made alike, offset for offset."""
        self.rules = tuple(rules)
        self.plain = plain
        SOURCES.update((f"spoken/{rule.name}", rule.source) for rule in rules)
        self.evened = evened

    def starting(self, token: Token, text: str) -> list[tuple[Rule, Match | None]]:
        """The rules that may start at `token`, each with its pattern's `match`; without for rules of a few words."""
        known = in_use().made(self._known)
        kind, word, _, end = token
        sign = word[0] if kind != FIGURES else str(min(len(word), 9))
        key = kind, sign, "" if kind == SYMBOL else text[end : end + 1]
        found = known.get(key)
        if found is None:
            behind = " " if key[2].isspace() else key[2]
            rules = [rule for rule in self.rules if rule.may_start(kind, sign, behind)]
            found = known[key] = [(rule, None if rule.words else rule.match) for rule in rules]
        return found

    def _known(self, lexis: Lexis) -> dict[tuple[str, str, str], list[tuple[Rule, Match | None]]]:
        """What `starting` has answered, for each set of tables anew."""
        return {}

    def read(self, ctx: Context) -> tuple[Reading, str] | None:
        """The first answer of a rule at the context's token, and the rule (`spoken/NAME`)."""
        token, text = ctx.tokens[ctx.at], ctx.text
        start = token.start
        word = token.text.replace("’", "'").partition("'")[0].lower() if token.kind == WORD else ""
        for rule, match in self.starting(token, text):
            if match is None:
                if rule.words and word not in rule.words():
                    continue
                match = rule.match
            m = match(text, start)
            if m and not is_off(name := f"spoken/{rule.name}") and (reading := rule.say(m, ctx)):
                return reading, name
        return None


class Piece(NamedTuple):
    """A stretch of spoken text and its source; `said` is False where the source is copied: one word or several, a
    space or a mark."""

    spoken: str
    start: int
    end: int
    said: bool
    ipa: str | None = None
    rule: str = ""
    """The rule that worded it (`spoken/NAME`)."""


def scan(text: str, rules: RuleSet, usage: Usage, lexicon: Lexicon | None, doubts: list[Doubt]) -> list[Piece]:
    """Read `text` from left to right; the lexicon comes before every rule. What was guessed goes into `doubts`."""
    written_text, text = text, text if text.isascii() else rules.evened(text)
    tokens = tokenise(text)
    ctx = Context(text, tokens, usage, loudness(text, tokens), doubts=doubts, rules=rules)
    plain, begins = rules.plain(usage.subjects), lexicon.by_first_word if lexicon else ()
    pieces: list[Piece] = []
    i, n = 0, len(tokens)
    while i < n:
        ctx.at = i
        start, last = tokens[i].start, last_copied(tokens, i, text, plain, begins)
        piece = None if last >= i else of_lexicon(ctx, lexicon) or worded(ctx, rules, plain)
        if piece is None:
            i = max(i, last)
            pieces.append(Piece(written_text[start : tokens[i].end], start, tokens[i].end, False))
            i += 1
            continue
        pieces.append(piece)
        if i and tokens[i - 1].kind == SPACE and ends_before(piece, text):
            pieces[-2] = pieces[-2]._replace(spoken="")
        if piece.said and piece.spoken in PARTING:
            ctx.parted = piece.end
        i = behind(tokens, i, piece.end)
        if i < n and tokens[i].start < piece.end:
            pieces.append(Piece(written_text[piece.end : tokens[i].end], piece.end, tokens[i].end, False))
            i += 1
    return pieces


def ends_before(piece: Piece, text: str) -> bool:
    """Whether a mark stands right behind the last word: what is said begins with one, or what is left out stands
    before one."""
    return piece.spoken[:1] == "," if piece.spoken else text[piece.end : piece.end + 1] in MARKS_BEHIND


def last_copied(tokens: Sequence[Token], i: int, text: str, plain: Plain, begins: Container[str]) -> int:
    """The last of the tokens from `i` on that are copied as one: white space, or plain words with single spaces between
    them; `i - 1` where a rule or an entry of the lexicon may begin."""
    if tokens[i].kind == SPACE:
        return i
    last = i - 1
    for k in range(i, len(tokens), 2):
        kind, word, _, end = tokens[k]
        if kind != WORD or (k > i and (tokens[k - 1].text != " " or not word.isascii())):
            break  # a word that is not ASCII is one of its own, as its letters may change
        passed = plain(word) if text.startswith(" ", end) else is_passed_over(word, end, text, plain)
        if not passed or not word.isalpha() or text[end : end + 1].isalnum() or word.lower() in begins:
            break  # a rule or an entry of the lexicon could begin with it
        last = k
        if not word.isascii():
            break
    return last


def is_passed_over(word: str, end: int, text: str, plain: Plain) -> bool:
    """Whether no rule can start at a word that ends at offset `end`."""
    apart = text[end : end + 1] == " " or not joined(text, end) or (word.islower() and ends_sentence(text, end))
    return apart and plain(word)


def ends_sentence(text: str, end: int) -> bool:
    """Whether at offset `end` a full stop stands with neither a letter nor a small one of the next word behind it."""
    ahead = text[end + 1 : end + 3]
    return text[end : end + 1] == "." and not ahead[:1].isalnum() and not ahead[1:].islower()


def behind(tokens: Sequence[Token], i: int, end: int) -> int:
    """The first token from `i` on that ends behind offset `end`."""
    while i < len(tokens) and tokens[i].end <= end:
        i += 1
    return i


def of_lexicon(ctx: Context, lexicon: Lexicon | None) -> Piece | None:
    """What the lexicon says for the words at the context's token."""
    token = ctx.tokens[ctx.at]
    found = lexicon.match(ctx.text, token.start) if lexicon and token.kind in (WORD, FIGURES) else None
    if not found:
        return None
    entry, end = found
    return Piece(entry.alias or ctx.text[token.start : end], token.start, end, entry.alias is not None, entry.ipa)


def worded(ctx: Context, rules: RuleSet, plain: Plain) -> Piece | None:
    """What the rules say at the context's token."""
    kind, word, start, end = ctx.tokens[ctx.at]
    if kind == WORD and is_passed_over(word, end, ctx.text, plain):
        return None
    found = rules.read(ctx)
    if not found:
        return None
    (spoken, behind), rule = found
    return Piece(spoken, start, max(behind, start + 1), True, None, rule)


def joined(text: str, end: int) -> bool:
    """Whether what follows offset `end` without a space could change how the word before it is read."""
    follows = text[end : end + 1]
    if not follows:
        return False
    if follows == "@":
        short = not text[end + 1 : end + 3].removeprefix("s")[:1].isalnum()  # `vecin@s`
        return short or "." in text[end : end + 64].split(" ", 1)[0]
    if follows in "-–":
        return text[end + 1 : end + 2].isdecimal() or "@" in text[end : end + 64].split(" ", 1)[0]
    return follows in TIGHT or follows.isdecimal()
