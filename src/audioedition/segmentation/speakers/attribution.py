"""Quotations in their paragraphs -> the words that say who speaks, by named rules.

For each quotation the evidence is tried in the order in which a reader meets it least doubtfully: an attribution right
behind a comma, an introduction that leads right into it, a verb of speech elsewhere in its sentence. A quotation
without an attribution of its own is carried on (carrying.py).
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ...lexis.grammar import grammar
from ...lexis.nouns import nouns
from ...lexis.verbs import verbs
from ...rules import Decision, Rule, RuleSet
from ..tokens import Token, is_name, is_owner, sentence_bounds
from .carrying import BLOCK, CARRIED
from .directness import SHORT, UNVOICED, Fragment, count_words, is_utterance
from .mentions import Mention, mention_of, owner
from .phrases import Phrase, phrase_after, phrase_before, skip_adverbs_back
from .quotations import Span
from .quoted import Paragraph, Quoted
from .subjects import first_phrase, is_order, looking_back, subject

Attributed = dict[int, Decision[Mention] | None]
"""Start of a quotation that is somebody's speech -> the mention of the speaker, None if nobody is named."""

_RIGHT_BEFORE, _BEFORE_COMMA, _BEFORE_COLON, _IN_SENTENCE = 2, 14, 40, 45
"""Tokens between a verb of speech and its quotation: nothing but a word or two; in a sentence that leads in with a
comma, with a colon; anywhere in the sentence."""


def attribute(
    text: str,
    tokens_of: Callable[[int], Sequence[Token]],
    found: Sequence[Sequence[Span]],
    is_person: Callable[[str], bool],
    partial_words: int,
) -> Attributed:
    """The speakers' mentions. `tokens_of` gives the tokens of a paragraph by its index, `found` its quotations.

    What is left out (scare quotes, titles, nicknames, fragments under `partial_words`) stays with the narrator.
    """
    out: Attributed = {}
    reading = _Reading(text, is_person, partial_words, out)
    for i, spans in enumerate(found):
        if spans:
            if i and not found[i - 1]:
                reading.tokens = tokens_of(i - 1)
            following = tokens_of(i + 1) if i + 1 < len(found) else ()
            reading.paragraph(tokens_of(i), spans, following)
        else:
            reading.left_open = reading.quoted = False
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

    def __init__(self, text: str, is_person: Callable[[str], bool], partial_words: int, out: Attributed):
        self.text = text
        self.is_person = is_person
        self.partial_words = partial_words
        self.out = out
        self.tokens: Sequence[Token] = ()
        self.speaker: Mention | None = None
        self.left_open = self.quoted = False

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
            left_open=self.left_open,
            quoted_before=self.quoted,
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
            if decided.voiced:
                self.out[span.start] = decided.by
                self.quoted = self.quoted or decided.by is not None
                self.speaker = last if decided.by else self.speaker
            if decided.by and not decided.whole and (decided.voiced or decided.short):
                fragments.setdefault(quoted.low, []).append((span.start, decided.voiced, decided.by))
        self.left_open = not spans[-1].closed
        for parts in fragments.values():
            if any(voiced for _, voiced, _ in parts):
                # Half of a sentence's fragments in a voice and half not is heard as a slip.
                self.out.update((start, by) for start, _, by in parts)

    def _decide(self, quoted: Quoted) -> _Decided:
        """Whether the quotation gets a voice, and whose words say so."""
        tokens, span, q = quoted.tokens, quoted.span, quoted.at
        words = count_words(self.text, span)
        if not words or _is_aside(quoted):
            return _Decided(False, True, None)
        if not span.mark:
            below = BLOCK.first(quoted)
            return _Decided(below is not None, True, below)
        whole = is_utterance(self.text, tokens, span, q, quoted.low) or self._is_resumed(quoted)
        quoted = dataclasses.replace(quoted, whole=whole)
        own = own_attribution(quoted)
        carrier = self.text[slice(*own.outcome)].split()[-1].casefold() if own else ""
        fragment = Fragment(
            self.text, tokens, span, q, quoted.low, carrier, whole, own is not None, words, self.partial_words
        )
        if silent := UNVOICED.first(fragment):
            return _Decided(False, whole, own, silent.rule.endswith(SHORT))
        return _Decided(True, whole, own or (CARRIED.first(quoted) if whole else None))

    def _is_resumed(self, quoted: Quoted) -> bool:
        """Whether the attribution interrupted this sentence: `“We won’t,” she said, “and that’s it.”`"""
        tokens, q, earlier = quoted.tokens, quoted.at, quoted.previous
        if earlier is None or q - earlier > 25 or tokens[earlier].start not in self.out:
            return False
        if quoted.paragraph.kind(q - 1) != "," or earlier < quoted.low - 1:
            return False
        between = tokens[earlier + 1 : q]
        return any(t.cue for t in between) and not any(t.kind == "stop" for t in between[1:])


def _is_aside(quoted: Quoted) -> bool:
    """Whether the quotation stands in brackets that say nothing of a speaker: `(“Minister backs roads”, June 3)`."""
    if quoted.paragraph.kind(quoted.at - 1) != "(":
        return False
    for token in quoted.tokens[quoted.at + 1 : quoted.at + 30]:
        if token.kind == ")":
            return True
        if token.cue:
            return False
    return False


def own_attribution(quoted: Quoted) -> Decision[Mention] | None:
    """The mention in the quotation's own sentence."""
    behind = _Behind(quoted, *_bounds(quoted.behind()))
    found = (
        (BEHIND.first(behind) if quoted.comma else None)
        or RIGHT_BEFORE.first(quoted)
        or (None if quoted.comma else BEHIND.first(behind))
        or BEFORE.first(quoted)
        or IN_SENTENCE.first(quoted)
        or (NEXT_SENTENCE.first(quoted) if quoted.whole else None)
    )
    if found is None:
        return None
    return Decision(mention_of(quoted.tokens, owner(quoted.tokens, found.outcome)), found.rule)


def _named_in_next(quoted: Quoted) -> Phrase | None:
    """`“There is a bolt missing.” Berg said.`: nothing but a name and a verb of speech."""
    tokens, i = quoted.tokens, quoted.at + 2
    if quoted.paragraph.kind(quoted.at + 1) != "stop" or i >= len(tokens):
        return None
    stop = quoted.paragraph.stops[i]
    name_first = phrase_after(tokens, i, stop)
    if name_first and quoted.paragraph.is_person(name_first):
        verb = quoted.paragraph.skip_adverbs(name_first[1] + 1, stop)
        short = verb < stop and tokens[verb].cue and stop - verb < 4
        return name_first if short and not _quotes(tokens, verb, stop) else None
    if tokens[i].cue and stop - i < 8 and (found := phrase_after(tokens, i + 1, stop)):
        return found if is_name(tokens[found[1]]) or tokens[found[0]].low in grammar().personal else None
    return None


def _quotes(tokens: Sequence[Token], low: int, high: int) -> bool:
    return any(token.kind == "quote" for token in tokens[low : high + 2])


def _that_is_how(quoted: Quoted) -> Phrase | None:
    """`“A tin with a view.” That is what Ana Berg, the cook, called it.`, in the next sentence or paragraph."""
    if quoted.paragraph.kind(quoted.at + 1) != "stop":
        return None
    return looking_back(quoted.tokens, quoted.at + 2, quoted.paragraph.is_person)


NEXT_SENTENCE = RuleSet(
    "next sentence",
    [
        Rule("name and verb", _named_in_next, "“There is a bolt missing.” Berg said."),
        Rule("that is how", _that_is_how, "“A tin with a view.” That is what Berg, the cook, called it."),
    ],
)


@dataclass(frozen=True, slots=True)
class _Behind:
    """A quotation, and the tokens `at` to `high` behind it in which its attribution may stand."""

    quoted: Quoted
    at: int
    high: int

    @property
    def verb(self) -> int:
        """Index of the first word, `as` and the auxiliaries of other languages apart: `…”, a déclaré Berg`."""
        low, tokens = self.quoted.paragraph.low(self.at), self.quoted.tokens
        led = self.at + 1 < self.high and tokens[self.at + 1].text in verbs().strong
        return self.at + 1 if low == "as" or (low in ("a", "ha", "hat") and led) else self.at

    def phrase(self) -> Phrase | None:
        """The noun phrase that the words behind the quotation begin with."""
        i = self.verb
        tokens, known = self.quoted.tokens, grammar()
        if i >= self.high or (tokens[i].cue and not tokens[i].text.endswith("ing")):
            return None
        if tokens[i].low in known.conjunctions or tokens[i].low in known.auxiliaries:
            return None
        return phrase_after(tokens, i, self.high)


def _bounds(words: range) -> tuple[int, int]:
    return words.start, words.stop


def _source_behind(behind: _Behind) -> Phrase | None:
    paragraph = behind.quoted.paragraph
    if paragraph.low(behind.at) != "according" or behind.at >= behind.high:
        return None
    return paragraph.source(behind.at, behind.high)


def _verb_then_name(behind: _Behind) -> Phrase | None:
    i, tokens = behind.verb, behind.quoted.tokens
    if i >= behind.high or not tokens[i].cue or tokens[i].text.endswith("ing"):
        return None
    found = phrase_after(tokens, _past_particle(tokens, i), behind.high)
    if found is None or tokens[found[0]].low == "that":
        return None
    named = is_name(tokens[found[1]]) or tokens[found[0]].low in grammar().pronouns
    return behind.quoted.paragraph.named(found, behind.high) if named or tokens[i].text in verbs().core else None


def _past_particle(tokens: Sequence[Token], verb: int) -> int:
    """Index behind the verb, `went on` being one."""
    return verb + 1 + (tokens[verb].text in verbs().particles)


def _name_job_name(behind: _Behind) -> Phrase | None:
    """`…,” Northport Fish, Wildlife & Parks officer Ana Berg told reporters`"""
    phrase, paragraph, tokens = behind.phrase(), behind.quoted.paragraph, behind.quoted.tokens
    if phrase is None or paragraph.kind(phrase[1] + 1) != "," or paragraph.verb_follows(phrase[1] + 1, behind.high):
        return None
    told = next((j for j in range(phrase[1] + 2, min(behind.high, behind.verb + 18)) if _is_told(tokens, j)), None)
    found = phrase_before(tokens, told - 1, phrase[1] + 2) if told is not None else None
    if found and tokens[found[0]].low in grammar().determiners:
        return phrase  # `Ana Berg, an analyst with Northport Bros. said`
    return found if found and paragraph.is_person(found) else None


def _is_told(tokens: Sequence[Token], i: int) -> bool:
    """Whether a name stands right before a verb of speech at index `i`."""
    said = tokens[i].text in verbs().core or tokens[i].text == "told"
    return said and tokens[i].cue and is_name(tokens[i - 1])


def _two_then_verb(behind: _Behind) -> Phrase | None:
    phrase, paragraph = behind.phrase(), behind.quoted.paragraph
    if phrase is None or paragraph.low(phrase[1] + 1) not in ("and", "&"):
        return None
    second = phrase_after(behind.quoted.tokens, phrase[1] + 2, behind.high)
    return (phrase[0], second[1]) if second and paragraph.verb_follows(second[1] + 1, behind.high) else None


def _name_then_verb(behind: _Behind) -> Phrase | None:
    phrase, paragraph = behind.phrase(), behind.quoted.paragraph
    if phrase is None or not paragraph.verb_follows(phrase[1] + 1, behind.high, gesture=behind.quoted.comma):
        return None
    return paragraph.named(phrase, behind.high)


BEHIND = RuleSet(
    "behind the quotation",
    [
        Rule("according to", _source_behind, "“…,” according to Smith"),
        Rule("verb, then name", _verb_then_name, "“…,” said Smith: the commonest of all"),
        Rule("office, job and name, then verb", _name_job_name, "“…,” Fish, Wildlife & Parks officer Ana Berg told"),
        Rule("two names, then verb", _two_then_verb, "“…,” Hale and Roe wrote"),
        Rule("name, then verb", _name_then_verb, "“…,” Smith, the mayor, told reporters"),
    ],
)


def _leading_verb(quoted: Quoted, reach: int) -> Phrase | None:
    """The subject of the nearest verb of speech at most `reach` tokens before the quotation."""
    paragraph, tokens, q, low = quoted.paragraph, quoted.tokens, quoted.at, quoted.low
    colon, k, strong = paragraph.kind(q - 1) == ":", quoted.ahead(), verbs().strong
    for i in range(k, max(low, k - reach) - 1, -1):
        if (tokens[i].kind == "quote" and not colon) or paragraph.source(i, q):
            return None
        if not tokens[i].cue or not (tokens[i].text in strong or i >= k - 3 or colon):
            continue
        if not paragraph.is_told_of(i, low) and (found := paragraph.doer(i, low, q)):
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
    return phrase_before(tokens, k - 1, quoted.low) if is_owner(tokens[k - 1]) else None


def _begins_according(quoted: Quoted) -> Phrase | None:
    comma = quoted.paragraph.kind(quoted.at - 1) == ","
    if not comma or quoted.paragraph.low(quoted.low) != "according":
        return None
    return phrase_after(quoted.tokens, quoted.low + 2, quoted.at)


def _reach(quoted: Quoted) -> int:
    return _BEFORE_COLON if quoted.paragraph.kind(quoted.at - 1) == ":" else _BEFORE_COMMA


def _before_colon(quoted: Quoted) -> Phrase | None:
    if quoted.paragraph.kind(quoted.at - 1) != ":" or quoted.ahead() < quoted.low:
        return None
    found = first_phrase(quoted.tokens, quoted.low, quoted.at)
    order = found is not None and is_order(quoted.tokens, found, quoted.low, quoted.paragraph.is_person)
    return None if order else found


RIGHT_BEFORE = RuleSet(
    "right before the quotation",
    [
        Rule("verb", lambda quoted: _leading_verb(quoted, _RIGHT_BEFORE), "Smith said: “…"),
        Rule("according to", lambda quoted: _leading_source(quoted, _RIGHT_BEFORE), "according to Smith, “…"),
        Rule("in the words of", _in_words_of, "in Smith’s words, “…"),
        Rule("begins with according to", _begins_according, "According to Smith, a spokesman for the union, “…"),
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


def _verb_before(quoted: Quoted) -> Phrase | None:
    paragraph, tokens, q, low = quoted.paragraph, quoted.tokens, quoted.at, quoted.low
    strong = verbs().strong
    for i in range(q - 1, max(low, q - _IN_SENTENCE) - 1, -1):
        if paragraph.source(i, q):
            return None
        near = i >= q - (16 if tokens[i].text.startswith("accus") else 8)
        speaks = tokens[i].cue and (near or tokens[i].text in strong) and not paragraph.is_told_of(i, low)
        if speaks and (found := paragraph.doer(i, low, q)):
            return found
    return None


def _source_before(quoted: Quoted) -> Phrase | None:
    q = quoted.at
    for i in range(q - 1, max(quoted.low, q - _IN_SENTENCE) - 1, -1):
        if found := quoted.paragraph.source(i, q):
            return found
    return None


def _rest(quoted: Quoted) -> range:
    """The tokens of the quotation's sentence that follow it."""
    i, tokens = quoted.at + 1, quoted.tokens
    high = quoted.paragraph.stops[i] if i < len(tokens) else len(tokens)
    return range(i, min(high, quoted.at + _IN_SENTENCE))


def _source_later(quoted: Quoted) -> Phrase | None:
    rest, tokens = _rest(quoted), quoted.tokens
    high = quoted.paragraph.stops[rest.start] if rest else 0
    for i in rest:
        if tokens[i].low == "according" and (found := quoted.paragraph.source(i, high)):
            return found
    return None


def _verb_later(quoted: Quoted) -> Phrase | None:
    """`“a disgrace” is what the mayor called it`: for fragments only."""
    if quoted.whole:
        return None
    tokens, q, strong = quoted.tokens, quoted.at, verbs().strong
    for i in _rest(quoted):
        if not tokens[i].cue or tokens[i].text not in strong:
            continue
        k = skip_adverbs_back(tokens, i - 1, q + 1)
        beside = k > q and tokens[k].kind in ("name", "word")
        if beside and (found := subject(tokens, i, q + 1, quoted.paragraph.is_person)):
            return found
    return None


IN_SENTENCE = RuleSet(
    "elsewhere in the sentence",
    [
        Rule("verb before", _verb_before, "Smith said that the “…” of the council was"),
        Rule("according to before", _source_before, "which according to Smith was no “…” but"),
        Rule("according to behind", _source_later, "“…” of the kind, according to Smith"),
        Rule("verb behind", _verb_later, "The “…” of the council, Smith said, was"),
    ],
)
