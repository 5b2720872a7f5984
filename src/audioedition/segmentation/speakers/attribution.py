"""Quotations in their paragraphs -> the words that say who speaks, by named rules.

For each quotation the evidence is tried in the order in which a reader meets it least doubtfully: an attribution right
behind a comma, an introduction that leads right into it, a verb of speech elsewhere in its sentence. A quotation
without an attribution of its own is carried on (carrying.py).
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from ...lexis.grammar import english_words, grammar
from ...lexis.nouns import nouns
from ...lexis.verbs import verbs
from ...model.rules import Decision, Rule, RuleSet
from ..tokens import Token, is_name, is_owner, sentence_bounds
from .behind import BEHIND, Behind
from .carrying import BLOCK, CARRIED, WEAK, told_at_last
from .directness import SHORT, UNVOICED, Fragment, count_words, is_utterance
from .in_sentence import IN_SENTENCE, is_told_to
from .left_out import bodies, of_verb
from .mentions import Mention, is_bare_word, is_thing_of_somebody, mention_of, of_somebody, one_of_them, owner
from .personal_names import HE
from .phrases import Phrase, phrase_before
from .quotations import Span
from .quoted import Paragraph, Quoted, Turn, asks, is_aside
from .sentence_heads import first_phrase, is_bare
from .told_after import NEXT_SENTENCE, TOLD_AFTER

Attributed = dict[int, Decision[Mention] | None]
"""Start of a quotation that is somebody's speech -> the mention of the speaker, None if nobody is named."""

_RIGHT_BEFORE, _BEFORE_COMMA, _BEFORE_COLON = 2, 14, 40
"""Tokens between a verb of speech and its quotation: nothing but a word or two; in a sentence that leads in with a
comma, with a colon."""


def attribute(
    text: str,
    tokens_of: Callable[[int], Sequence[Token]],
    found: Sequence[Sequence[Span]],
    is_person: Callable[[str], bool],
    partial_words: int,
    unvoiced: list[Mention] | None = None,
) -> Attributed:
    """The speakers' mentions. `tokens_of` gives the tokens of a paragraph by its index, `found` its quotations.

    Who speaks without a voice, a word or two, is added to `unvoiced`: they may be meant by the next `they`.

    What is left out (scare quotes, titles, nicknames, fragments under `partial_words`) stays with the narrator.
    """
    out: Attributed = {}
    reading = _Reading(text, is_person, partial_words, out, unvoiced)
    for i, spans in enumerate(found):
        if spans:
            if i and not found[i - 1]:
                reading.tokens = tokens_of(i - 1)
            following = tokens_of(i + 1) if i + 1 < len(found) else ()
            reading.paragraph(tokens_of(i), spans, following)
        else:
            reading.pass_over(tokens_of(i) if reading.unclosed else ())
    return out


class _Decided(NamedTuple):
    """What is known of one quotation."""

    voiced: bool
    whole: bool
    """Whether it is an utterance of its own."""
    by: Decision[Mention] | None
    """The words that attribute it, also where it has no voice."""
    short: bool = False
    """Whether it is too short a fragment for a voice of its own."""


class _Reading:
    """What the paragraphs read so far say about the next quotation."""

    def __init__(
        self,
        text: str,
        is_person: Callable[[str], bool],
        partial_words: int,
        out: Attributed,
        unvoiced: list[Mention] | None,
    ):
        self.text = text
        self.is_person = is_person
        self.partial_words = partial_words
        self.out = out
        self.unvoiced = unvoiced if unvoiced is not None else []
        self.tokens: Sequence[Token] = ()
        self.speaker: Mention | None = None
        self.quoted = False
        self.turns: tuple[Turn, ...] = ()
        """Of the quoted paragraphs right above, the nearest last."""
        self.unclosed: Mention | None = None
        """Whose quotation was left open, to go on in the next paragraph."""
        self.waiting: list[int] = []
        """Where the paragraphs right above start that go on in this one, and of which only this one may say whose."""

    def pass_over(self, tokens: Sequence[Token]) -> None:
        """A paragraph without quotations: one with a forgotten mark leaves open what is open above it."""
        if not self.quoted or any(token.cue and token.text in verbs().core for token in tokens):
            self.unclosed = None
        self.quoted, self.turns = False, ()
        self.waiting.clear()

    def paragraph(self, tokens: Sequence[Token], spans: Sequence[Span], following: Sequence[Token]) -> None:
        """Decide the quotations of one paragraph, in order."""
        before, self.tokens = self.tokens, tokens
        paragraph = Paragraph(self.text, tokens, *sentence_bounds(tokens), self.is_person)
        at = {t.start: i for i, t in enumerate(tokens) if t.kind == "quote"}
        first = Quoted(
            paragraph,
            spans[0],
            at[spans[0].start],
            0,
            False,
            before=before,
            following=following,
            quoted_before=self.quoted,
            turns=self.turns,
            unclosed=self.unclosed,
        )
        last: Mention | None = None
        previous: int | None = None
        self.quoted = False
        fragments: dict[int, list[tuple[int, bool, Decision[Mention]]]] = {}
        """First token of a sentence -> its attributed fragments: where each starts, and whether it has a voice."""
        for span in spans:
            q = at[span.start]
            quoted = dataclasses.replace(
                first, span=span, at=q, low=paragraph.starts[q], previous=previous, last=last, speaker=self.speaker
            )
            previous = q
            decided = self._decide(quoted)
            if decided.by:
                last = decided.by.outcome
                if not decided.voiced:
                    self.unvoiced.append(decided.by.outcome)
            if decided.voiced:
                self.out[span.start] = decided.by
                self.quoted = self.quoted or decided.by is not None
                self.speaker = last if decided.by else self.speaker
            if decided.by and not decided.whole and (decided.voiced or decided.short):
                fragments.setdefault(quoted.low, []).append((span.start, decided.voiced, decided.by))
        self._voice_alike(fragments.values())
        self._end_turn(last, spans[-1])
        self._go_on(spans, tokens)

    def _go_on(self, spans: Sequence[Span], tokens: Sequence[Token]) -> None:
        """Give those who wait above their speaker, and note who goes on below: the last mark is left open."""
        begins = tokens[0].start == spans[0].start
        by = self.out.get(spans[0].start) if begins else None
        told = by if by and not by.rule.startswith(CARRIED.name) else None
        if told and self.waiting:
            whose = told_at_last(self.text, self.is_person, self.out[self.waiting[0]], told)
            self.out.update(dict.fromkeys([*self.waiting, spans[0].start], whose))
        goes_on = not spans[-1].closed and spans[-1].start in self.out
        if not (goes_on and begins) or told or (self.unclosed and not self.waiting):
            self.waiting.clear()
        elif len(spans) == 1:
            self._wait(spans[0], by)
        self.unclosed = self.speaker if goes_on else None

    def _wait(self, span: Span, by: Decision[Mention] | None) -> None:
        """Note a paragraph of which only one further below may say whose it is."""
        if self.waiting or by is None or by.rule.endswith(WEAK):
            self.waiting.append(span.start)

    def _end_turn(self, last: Mention | None, span: Span) -> None:
        """Whether a paragraph, by its last quotation, was one turn of a dialogue."""
        self.turns = (*self.turns[-1:], Turn(last, asks(self.text, span))) if last and span.closed else ()

    def _voice_alike(self, sentences: Iterable[Sequence[tuple[int, bool, Decision[Mention]]]]) -> None:
        """Half of a sentence's fragments in a voice and half not is heard as a slip: all, if any."""
        for fragments in sentences:
            if any(voiced for _, voiced, _ in fragments):
                self.out.update((start, by) for start, _, by in fragments)

    def _decide(self, quoted: Quoted) -> _Decided:
        """Whether the quotation gets a voice, and whose words say so."""
        tokens, span, q = quoted.tokens, quoted.span, quoted.at
        words = count_words(self.text, span)
        if not words or is_aside(quoted):
            return _Decided(False, True, None)
        if not span.mark:
            below = BLOCK.first(quoted)
            return _Decided(below is not None, True, below)
        whole = span.broken or is_utterance(self.text, tokens, span, q, quoted.low) or self._is_resumed(quoted)
        quoted = dataclasses.replace(quoted, whole=whole)
        told = is_told_to(quoted)
        own = None if told else own_attribution(quoted)
        if span.broken:
            return _Decided(True, True, own or CARRIED.first(quoted))
        carrier = self._carrier(own)
        fragment = Fragment(
            self.text, tokens, span, q, quoted.low, carrier, whole, own is not None, words, self.partial_words
        )
        if silent := UNVOICED.first(fragment):
            return _Decided(False, whole, own, silent.rule.endswith(SHORT))
        return _Decided(True, whole, own or (CARRIED.first(quoted) if whole and not told else None))

    def _carrier(self, own: Decision[Mention] | None) -> str:
        """The last of the words that say who speaks, if they are no person's: a button, not Penny Button."""
        by = self.text[slice(*own.outcome)] if own else ""
        return "" if self.is_person(by) else "".join(by.split()[-1:]).casefold()

    def _is_resumed(self, quoted: Quoted) -> bool:
        """Whether the attribution interrupted this sentence: `“We won’t,” she said, “and that’s it.”`"""
        tokens, q, earlier = quoted.tokens, quoted.at, quoted.previous
        if earlier is None or q - earlier > 25 or tokens[earlier].start not in self.out:
            return False
        if quoted.paragraph.kind(q - 1) != "," or earlier < quoted.low - 1:
            return False
        between = tokens[earlier + 1 : q]
        return any(t.cue for t in between) and not any(t.kind == "stop" for t in between[1:])


def _attributing(quoted: Quoted) -> Decision[Phrase] | None:
    """The phrase that names the speaker, by the first set of rules that finds one."""
    behind = Behind.of(quoted)
    led_in = not quoted.comma and quoted.paragraph.kind(quoted.at - 1) in (",", ":")
    return (
        (BEHIND.first(behind) if quoted.comma and not _is_said_at_once(quoted) else None)
        or LEFT_OUT.first(quoted)
        or RIGHT_BEFORE.first(quoted)
        or (BEFORE.first(quoted) if led_in else None)
        or (None if quoted.comma else BEHIND.first(behind))
        or BEFORE.first(quoted)
        or IN_SENTENCE.first(quoted)
        or (NEXT_SENTENCE.first(quoted) if quoted.whole else None)
        or TOLD_AFTER.first(quoted)
    )


def _is_said_at_once(quoted: Quoted) -> bool:
    """Whether a fragment is what the verb right before it says, and another clause follows: `One said “…”, and another
    said`.
    """
    verb, after = quoted.tokens[quoted.at - 1], quoted.tokens[quoted.at + 1 : quoted.at + 3]
    joined = any(token.low in grammar().conjunctions for token in after)
    return quoted.at > quoted.low and verb.cue and verb.text in verbs().core and joined


def own_attribution(quoted: Quoted) -> Decision[Mention] | None:
    """The mention in the quotation's own sentence."""
    if quoted.last and quoted.is_told_before():
        return Decision(quoted.last, TOLD_BEFORE)
    found = _attributing(quoted)
    if found and not found.rule.startswith(LEFT_OUT.name) and is_bare_word(quoted.tokens, found.outcome):
        found = LEFT_OUT.first(quoted)  # `solía responder`
    if found is None or found.rule.startswith(LEFT_OUT.name):
        return _who_is_near(quoted, Decision(mention_of(quoted.tokens, found.outcome), found.rule)) if found else None
    who = owner(quoted.tokens, one_of_them(quoted.tokens, found.outcome))
    if who[0] < quoted.at and is_thing_of_somebody(quoted.tokens, who):
        return Decision((quoted.span.start, quoted.span.start), found.rule)
    return Decision(mention_of(quoted.tokens, who), found.rule)


def _who_is_near(quoted: Quoted, verb: Decision[Mention]) -> Decision[Mention]:
    """Whom what stands around it names as the speaker; else the verb without subject."""
    near = CARRIED.first(quoted)
    return near if near and not near.rule.endswith(WEAK) else verb


def _leading_verb(quoted: Quoted, reach: int) -> Phrase | None:
    """The subject of the nearest verb of speech at most `reach` tokens before the quotation."""
    paragraph, tokens, q, low = quoted.paragraph, quoted.tokens, quoted.at, quoted.low
    colon, k, strong = paragraph.kind(q - 1) == ":", quoted.ahead(), verbs().strong
    for i in range(k, max(low, k - reach) - 1, -1):
        if (tokens[i].kind == "quote" and not colon) or paragraph.source(i, q):
            return None
        by = paragraph.low(i + 1) == "by"  # `described by a neighbour as “…”`
        if not tokens[i].cue or not (tokens[i].text in strong or i >= k - 3 or colon or by):
            continue
        if not paragraph.is_told_of(i, low, q) and (found := paragraph.doer(i, low, q)):
            return found
    return None


def _leading_source(quoted: Quoted, reach: int) -> Phrase | None:
    k = quoted.ahead()
    for i in range(k, max(quoted.low, k - reach) - 1, -1):
        if quoted.tokens[i].kind == "quote" and quoted.paragraph.kind(quoted.at - 1) != ":":
            return None
        if found := quoted.paragraph.source(i, quoted.at):
            return found
    return None


def _in_words_of(quoted: Quoted) -> Phrase | None:
    k, tokens = quoted.ahead(), quoted.tokens
    if quoted.paragraph.kind(quoted.at - 1) != "," or k <= quoted.low or tokens[k].low not in nouns().words_of:
        return None
    if tokens[k - 1].low in HE:
        return k - 1, k - 1  # `in her words, “…”`
    return phrase_before(tokens, k - 1, quoted.low) if is_owner(tokens[k - 1]) else None


def _reach(quoted: Quoted) -> int:
    return _BEFORE_COLON if quoted.paragraph.kind(quoted.at - 1) == ":" else _BEFORE_COMMA


def _before_colon(quoted: Quoted) -> Phrase | None:
    if quoted.paragraph.kind(quoted.at - 1) != ":" or quoted.ahead() < quoted.low or quoted.is_about():
        return None
    found = of_somebody(quoted.tokens, first_phrase(quoted.tokens, quoted.low, quoted.at))
    bare = found is not None and (
        is_bare(quoted.tokens, found, quoted.low, quoted.paragraph.is_person) or _is_thing(quoted, found)
    )
    return None if bare or found is None else quoted.paragraph.named(found, quoted.at)


def _is_thing(quoted: Quoted, phrase: Phrase) -> bool:
    """Whether words in other languages are nobody who can speak: `Il clima è di forte paura: «…»`, `C’est la question
    que pose aussi la maire, Ana Berg: «…»`.
    """
    words = quoted.tokens[phrase[0] : phrase[1] + 1]
    if not english_words() or any(is_name(word) for word in words):
        return False
    if len(words) < 2:
        return words[0].low in ("it", "this", "that")
    known = nouns()
    return not any(known.can_speak(word.low) or word.low in bodies() for word in words)


TOLD_BEFORE = "between two quotations"
LEFT_OUT = RuleSet("left out", [Rule("subject of a verb", of_verb, "“…”, añadió.")])
RIGHT_BEFORE = RuleSet(
    "right before the quotation",
    [
        Rule("verb", lambda quoted: _leading_verb(quoted, _RIGHT_BEFORE), "Smith said: “…"),
        Rule("according to", lambda quoted: _leading_source(quoted, _RIGHT_BEFORE), "according to Smith, “…"),
        Rule("in the words of", _in_words_of, "in Smith’s words, “…"),
        Rule("for", lambda quoted: quoted.eyes(), "For Smith, “it was hard for all of us”"),
    ],
)
BEFORE = RuleSet(
    "before the quotation",
    [
        Rule("verb", lambda quoted: _leading_verb(quoted, _reach(quoted)), "Smith told reporters in Northport: “…"),
        Rule(
            "according to",
            lambda quoted: _leading_source(quoted, _reach(quoted)),
            "according to Smith, who leads it, “…",
        ),
        Rule("colon", _before_colon, "Smith was brief: “…"),
    ],
)
