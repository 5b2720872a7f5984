"""Whether quoted words are an utterance, a fragment of the reporter's sentence, or nobody's speech at all."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from ...lexis.grammar import english_words
from ...lexis.nouns import nouns
from ...lexis.tables import kinds
from ...model.rules import Rule, RuleSet
from ..tokens import Token
from .phrases import joins_noun
from .quotations import Span

_BEFORE_UTTERANCE = frozenset((",", ":", "stop", "—", "–", "-", ";", "(", "]", ")"))
_words = kinds("discourse", "kinds")
_written = _words("written")
_WORDS = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_TERMINAL = re.compile(r"[.!?…。！？]['’]?\s?[\"”»“’'.」』]{1,2}\Z")
_BORNE = 14
"""Tokens in front of a quotation among which something bears the words that it is."""
_NEAR = 6
"""Tokens before a quotation among which the verb stands that leads to it."""
_SHORT, _LONG = 27, 42
"""Characters, marks included, above which a quotation that begins and ends like a sentence is one: about four words
and about seven."""
_FEW = 4
"""Words of a short one with its stop outside: `«Per il resto complimenti».`"""


@dataclass(frozen=True, slots=True)
class _Shape:
    """How a quotation begins and ends, and what stands around it."""

    begins: bool
    """With a capital or a figure."""
    ends: bool
    """Like a sentence, or with a comma or dash before an attribution."""
    alone: bool
    """Nothing before it in its sentence, or a mark that an utterance follows."""
    heads: bool
    """First of its sentence."""
    after: str
    """Kind of the next token."""
    length: int
    words: int
    led: bool
    """Behind a colon, with a verb of speech before it or long: `Il clima è di paura: «Temiamo per i nostri cari».`"""
    called: bool
    """Right behind a verb of speech, and asks or exclaims."""


def is_utterance(text: str, tokens: Sequence[Token], span: Span, q: int, low: int) -> bool:
    """Whether the quotation is an utterance of its own rather than a fragment in the reporter's sentence.

    `q`: index of its token, `low`: of the first token of its sentence.
    """
    return UTTERANCE.first(_shape(text, tokens, span, q, low)) is not None


def _is_led(before: Sequence[Token], span: Span) -> bool:
    """Whether a colon leads in somebody's words: behind a verb of speech, in other languages also if they are many."""
    return any(token.cue for token in before) or (bool(english_words()) and span.end - span.start > _LONG)


def _shape(text: str, tokens: Sequence[Token], span: Span, q: int, low: int) -> _Shape:
    inner = text[span.start + len(span.mark) : min(span.end, span.start + 80)].lstrip()
    first = next((c for c in inner if c.isalnum()), "")
    closed_so = _TERMINAL.search(text[max(span.start, span.end - 5) : span.end]) is not None
    return _Shape(
        begins=first != "" and not first.islower(),
        ends=not span.closed or closed_so or span.last(text) in ",-—",
        alone=q in (low, 0) or tokens[q - 1].kind in _BEFORE_UTTERANCE,
        heads=q == low,
        after=tokens[q + 1].kind if q + 1 < len(tokens) else "stop",
        length=span.end - span.start,
        words=count_words(text, span),
        led=q > 1 and tokens[q - 1].kind == ":" and _is_led(tokens[max(low, q - _NEAR) : q], span),
        called=q > 0 and tokens[q - 1].cue and span.last(text) in "!?",
    )


def _whole_sentence(shape: _Shape) -> bool | None:
    outside = shape.after in _TERMINAL_KINDS and (bool(english_words()) or (shape.begins and shape.length > 2 * _LONG))
    told = shape.ends or shape.length > _SHORT or (shape.begins and shape.after == "." and shape.words >= _FEW)
    return (shape.heads and (shape.after == "stop" or outside) and told) or None


def _sentence_with_attribution(shape: _Shape) -> bool | None:
    stops_outside = shape.led and bool(english_words()) and shape.after in _TERMINAL_KINDS
    return (shape.begins and shape.alone and (shape.ends or shape.after == "," or stops_outside)) or None


def _goes_on_behind_mark(shape: _Shape) -> bool | None:
    return (shape.alone and not shape.heads and shape.ends and shape.length > _SHORT) or None


def _called_out(shape: _Shape) -> bool | None:
    return (shape.begins and shape.called) or None


def _sentence_in_sentence(shape: _Shape) -> bool | None:
    return (shape.begins and shape.ends and shape.length > _LONG) or None


UTTERANCE = RuleSet(
    "utterance",
    [
        Rule("a sentence of its own", _whole_sentence, "nothing of the reporter's stands in its sentence"),
        Rule("begins and ends like one", _sentence_with_attribution, "“The bridge is closed,” said Berg"),
        Rule("behind a comma or colon", _goes_on_behind_mark, "Berg said: “and so we closed the bridge.”"),
        Rule("called out", _called_out, "The crowd shouted “Shame!” as they left"),
        Rule(
            "a sentence inside a sentence",
            _sentence_in_sentence,
            "the note “We closed it in May, after the storm.” hung there",
        ),
    ],
)


def count_words(text: str, span: Span) -> int:
    """How many words a quotation has."""
    return len(_WORDS.findall(text, span.start, span.end))


def is_title(text: str, tokens: Sequence[Token], span: Span, q: int) -> bool:
    """Whether the quoted words are the title of a work, a name or a term."""
    if span.end - span.start > 160:
        return False
    inner = text[span.start + len(span.mark) : span.end].strip("\"'“”‘’«»„,.;: ")
    found = _WORDS.findall(inner)
    if not found or len(found) > 14:
        return False
    long = _naming(tokens[max(0, q - 2) : q])
    near = q > 0 and tokens[q - 1].kind != ","
    whole = long == "always" or (long == "work" and near)
    return _in_title_case(inner, found) or (long != "" and (len(found) < 6 or whole))


def _in_title_case(inner: str, words: Sequence[str]) -> bool:
    long = [w for w in words if len(w) > 3]
    if len(long) < 2 or inner.isupper() or not (words[0][0].isupper() or words[0][0].isdigit()):
        return False
    capital = sum(w[0].isupper() or w[0].isdigit() for w in long)
    return capital >= 0.8 * len(long) and re.search(r"[.!?]\s", inner) is None


def _naming(before: Sequence[Token]) -> str:
    """How long a name the noun before the mark leads to (nothing: to none): `the film “…”`, `her documentary, “…,”`."""
    if not before:
        return ""
    comma = len(before) > 1 and before[-1].kind == ","
    if comma and before[-2].low in nouns().words_of:
        return ""  # `in her words, “…”`
    if before[-1].low == "as" and len(before) > 1 and before[-2].low in nouns().naming:
        return "always"  # `known as`
    return nouns().naming.get(before[-2 if comma else -1].low, "")


def is_exclaimed(text: str, tokens: Sequence[Token], span: Span, q: int) -> bool:
    """Whether words in title case are still speech: `“Is Dalton Here?” she asked`, `„Taubendreck ist das Schlimmste“,
    sagt Berg`.
    """
    end = text[max(span.start, span.end - 3) : span.end].strip("\"'“”’»")
    outside = bool(english_words()) and q + 1 < len(tokens) and tokens[q + 1].kind == ","
    return q == 0 or ((outside or end[-1:] in ("?", "!", ",", "…")) and not _naming(tokens[max(0, q - 2) : q]))


@dataclass(frozen=True, slots=True)
class Fragment:
    """A quotation whose attribution is known, or known to be missing."""

    text: str
    tokens: Sequence[Token]
    span: Span
    at: int
    """Index of its token."""
    low: int
    """Index of the first token of its sentence."""
    carrier: str
    """The noun, in lower case, to which its sentence attributes it."""
    whole: bool
    """Whether it is an utterance of its own."""
    attributed: bool
    """Whether its sentence says whose words it is."""
    words: int
    fewest: int
    """Words that a fragment in the reporter's sentence must have to get a voice."""

    @property
    def ends(self) -> bool:
        """Whether its sentence ends with it and has no other: the voice changes once. Only measured in English."""
        behind = self.tokens[self.at + 1 : self.at + 2]
        last = not behind or behind[0].kind in _TERMINAL_KINDS
        return last and not english_words() and all(t.kind != "quote" for t in self.tokens[self.low : self.at])

    @property
    def title(self) -> bool:
        return is_title(self.text, self.tokens, self.span, self.at)


def _title_of_a_work(quoted: Fragment) -> bool | None:
    sentence = quoted.whole and quoted.at == quoted.low and quoted.words >= _SENTENCE
    if sentence and quoted.text[quoted.span.end - 2] == ".":
        return None  # `“What we had on Tuesday was Raju.”`
    exclaimed = quoted.attributed and is_exclaimed(quoted.text, quoted.tokens, quoted.span, quoted.at)
    return (quoted.title and not (quoted.whole and exclaimed)) or None


def _short_fragment(quoted: Fragment) -> bool | None:
    return (not quoted.whole and quoted.words < quoted.fewest - quoted.ends) or None


def _nobodys_fragment(quoted: Fragment) -> bool | None:
    return (not quoted.whole and not quoted.attributed) or None


def _written_on_something(quoted: Fragment) -> bool | None:
    before = quoted.tokens[max(0, quoted.at - 4) : quoted.at]
    beside = any(verb.low == "saying" and noun.low in nouns().bearing for noun, verb in itertools.pairwise(before))
    carried = quoted.carrier in nouns().bearing and not (before and before[-1].kind == ":")
    return beside or carried or _bears_the_words(quoted) or _reads_one(quoted) or None


def _bears_the_words(quoted: Fragment) -> bool:
    """`a shirt with his picture and the words: “…`, `each issue bore the words “…`"""
    near = [token.low for token in quoted.tokens[max(quoted.low, quoted.at - _BORNE) : quoted.at]]
    words = "words" in near[-2:] and near[near.index("words") - 1] == "the"
    return words and any(word in _written() for word in near)


def _reads_one(quoted: Fragment) -> bool:
    """`“New low prices,” reads one, against …`: one of the signs, not `one comment`."""
    reads, one, after = (*quoted.tokens[quoted.at + 1 : quoted.at + 4], None, None, None)[:3]
    if reads is None or reads.low not in ("reads", "read"):
        return False
    alone = one is not None and one.low == "one" and (after is None or after.kind != "word")
    return alone or quoted.carrier in nouns().bearing


def _in_a_reference(quoted: Fragment) -> bool | None:
    """`Paper: Hale T, Roe A (2026) ‘Pollen in stored wax records diet’, doi: …`; `In “Bread stolen” (Metro, June 3)`,
    `A headline on 12 November, “Council lost 3,000 names”, was wrong`.
    """
    tokens, at = quoted.tokens, quoted.at
    year = tokens[max(0, at - 3) : at]
    if len(year) == 3 and year[0].kind == "(" and year[2].kind == ")" and year[1].text.isdigit():
        return True
    return _in_a_correction(tokens, quoted.low, at) or None


def _in_a_correction(tokens: Sequence[Token], low: int, at: int) -> bool:
    """Whether a correction names by its title what it corrects."""
    if english_words() or not low < at < len(tokens) - 1:
        return False
    if tokens[at - 1].low == "in":
        return tokens[at + 1].kind == "("
    head = tokens[low:at]
    titled = head[-1].kind == "," and len(head) < _HEADLINE and not any(token.cue for token in head)
    return titled and any(nouns().naming.get(token.low) == "work" for token in head[:3])


def _under_a_label(quoted: Fragment) -> bool | None:
    before = quoted.tokens[quoted.low : quoted.at]
    label = (
        len(before) > 2 and before[-1].kind == ":" and all(t.text.isupper() or not t.text[0].isalpha() for t in before)
    )
    answered = len(before) == 2 and before[0].low == "re" and before[1].kind == ":"
    return (label and len(before) > 3) or answered or None


def _named_and_told_of(quoted: Fragment) -> bool | None:
    """`“Marsh,” which opened the festival, was …`: a comma behind which nobody says it, but something is said of it."""
    after = quoted.tokens[quoted.at + 1 : quoted.at + 2]
    told = bool(after) and after[0].low in ("which", "the", "a", "an", "whose", "his", "her", "their", "its")
    comma = quoted.span.last(quoted.text) == "," and quoted.at == quoted.low
    return (comma and told and not quoted.attributed and quoted.words <= _NAME) or None


def _listed(quoted: Fragment) -> bool | None:
    """`songs such as “Marsh,” “These Dreams” and “Never”`"""
    beside = (_beside(quoted.tokens, quoted.at, -1), _beside(quoted.tokens, quoted.at, 1))
    if not any(beside) or quoted.at == quoted.low or quoted.words > _NAME:
        return None
    words = _WORDS.findall(quoted.text, quoted.span.start, quoted.span.end)
    end = quoted.text[max(quoted.span.start, quoted.span.end - 3) : quoted.span.end]
    capital = all(word[0].isupper() or len(word) < 4 for word in words) and words[0][0].isupper()
    return (capital and "!" not in end) or None


def _beside(tokens: Sequence[Token], at: int, step: int) -> bool:
    """Whether nothing but a comma, `and` or `or` stands between two quotations."""
    i = at + step
    while 0 <= i < len(tokens) and (tokens[i].kind == "," or tokens[i].low in ("and", "or")):
        i += step
    return 0 <= i < len(tokens) and tokens[i].kind == "quote"


def _as_it_should_be(quoted: Fragment) -> bool | None:
    before = [token.low for token in quoted.tokens[max(0, quoted.at - 5) : quoted.at]]
    return (bool(before) and before[-1] in ("read", "said", "been") and "should" in before) or None


def _in_a_headline(quoted: Fragment) -> bool | None:
    """A line of its own with a colon beside the mark and no end of a sentence."""
    last, after = len(quoted.tokens) - 1, quoted.tokens[quoted.at + 1 : quoted.at + 2]
    if quoted.at == 0 and last > 1 and after and after[0].kind == ":":
        return quoted.tokens[last].kind != "stop" or quoted.tokens[last - 1].text not in (".", "!", "?") or None
    led = 0 < quoted.at < 6 and quoted.tokens[quoted.at - 1].kind == ":" and quoted.low == 0
    ends = quoted.at >= last - 1 and not _TERMINAL.search(quoted.text, max(0, quoted.span.end - 5), quoted.span.end)
    small = quoted.text[quoted.span.start + len(quoted.span.mark)].islower()
    return (led and ends and small and quoted.text[quoted.span.end : quoted.span.end + 1] in ("", "\n")) or None


def _describes_a_noun(quoted: Fragment) -> bool | None:
    """`a “he said, she said” dispute`: what stands between an article and its noun is no speech."""
    tokens, at = quoted.tokens, quoted.at
    led = quoted.low < at and tokens[at - 1].low in ("a", "an") and at + 1 < len(tokens)
    return (led and not quoted.whole and joins_noun(tokens[at + 1]) and not tokens[at + 1].cue) or None


def _likened(quoted: Fragment) -> bool | None:
    return (not quoted.whole and quoted.at > 0 and quoted.tokens[quoted.at - 1].low == "like") or None


_TERMINAL_KINDS = frozenset(("stop", ".", "!", "?"))
_NAME = 4
"""Words of the longest name of something that is told by its place only."""
_HEADLINE = 8
"""Tokens of `A headline on 12 November,`."""
_SENTENCE = 5
"""Words, a full stop behind them, that are a sentence rather than a title."""
SHORT = "short fragment"
UNVOICED = RuleSet(
    "stays with the narrator",
    [
        Rule("title of a work", _title_of_a_work, "the film “The Long Road Home to Northport”"),
        Rule(SHORT, _short_fragment, "a change of voice for a word or two is heard as a slip"),
        Rule("nobody’s fragment", _nobodys_fragment, "scare quotes: the so-called “war on the lorries”"),
        Rule("written on something", _written_on_something, "shirts that said “Boats not bridges for our islands”"),
        Rule("under a label", _under_a_label, "VERSE OF THE MONTH: “Consider the lilies”"),
        Rule("named and told of", _named_and_told_of, "“Marsh,” which opened the festival, was the first"),
        Rule("listed", _listed, "songs such as “Marsh,” “These Dreams” and “Never”"),
        Rule("in a reference", _in_a_reference, "Hale T (2026) ‘Pollen in stored wax records diet’"),
        Rule("as it should be", _as_it_should_be, "corrections: the clue should have read “Not a fish”"),
        Rule("in a headline", _in_a_headline, "‘It was like a film’: Seal found in laundry"),
        Rule("describes a noun", _describes_a_noun, "a “he said, she said” dispute between councillors"),
        Rule("likened", _likened, "a word like “…” is an example, not speech"),
    ],
)
