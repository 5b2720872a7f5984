"""A quotation in its sentence and paragraph: what the rules of attribution look at."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ...lexis.grammar import english_words, grammar, in_english
from ...lexis.nouns import nouns
from ...lexis.tables import kinds
from ...lexis.verbs import verbs
from ..tokens import Token, is_adverb, is_name
from .able import agrees, can_speak
from .appositions import named_behind
from .mentions import Mention, is_governed, is_passive, mention_of
from .personal_names import HE
from .phrases import Phrase, is_nickname, names_a_body, phrase_after, phrase_before
from .quotations import Span
from .sentence_heads import first_phrase
from .subjects import subject
from .turned_round import joined, subject_behind

_REACH = 80
"""Tokens behind a quotation in which its attribution ends."""
_BETWEEN = frozenset((",", "—", "–", "-", ")"))
_CLAUSE = 12
"""Tokens from the word that leads a subordinate clause to its verb."""
_HALF = 5
"""Words of a sentence that a quotation goes on with."""
_APPOSED = frozenset((",", "(", "—", "–", "-"))
_topics = kinds("discourse", "kinds")("topic")
_SOURCES = {"according": "to", "words": "of"}


_COMMAS = 2
"""Commas around an attribution between two quotations."""
_WHOSE = frozenset(("he", "she", "whoever"))
"""Of whom a phrase of several words is: `a suo avviso`."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The tokens of a paragraph."""

    text: str
    """Of the whole article."""
    tokens: Sequence[Token]
    starts: Sequence[int]
    """For each token the index of the first of its sentence."""
    stops: Sequence[int]
    names_person: Callable[[str], bool]
    """Whether words name a person, as far as the article tells."""

    def kind(self, i: int) -> str:
        return self.tokens[i].kind if 0 <= i < len(self.tokens) else "stop"

    def low(self, i: int) -> str:
        return self.tokens[i].low if 0 <= i < len(self.tokens) else ""

    def is_person(self, phrase: Phrase) -> bool:
        """Whether a phrase means a person."""
        words = self.text[slice(*mention_of(self.tokens, phrase))]
        return in_english(words).casefold() in grammar().personal or self.names_person(words)

    def skip_adverbs(self, i: int, high: int) -> int:
        while i < high and (is_adverb(self.tokens[i]) or self.tokens[i].low in grammar().auxiliaries):
            i += 1
        return i

    def verb_follows(self, i: int, high: int, *, gesture: bool = False) -> bool:
        """Whether a verb of speech follows at index `i`, adverbs and an apposition apart.

        `gesture`: one that says what somebody does while speaking will do: `“…,” she smiled`.
        """
        tokens = self.tokens
        i = self.skip_adverbs(i, high)
        if i >= high:
            return False
        if tokens[i].cue or (gesture and tokens[i].text in verbs().gestures):
            return not self.is_passive(i)  # `“We want her home!” Berg was declared missing on Friday.`
        if tokens[i].kind not in _APPOSED and tokens[i].low != "who":
            # `he hastened to add`
            return tokens[i].kind == "word" and self.low(i + 1) == "to" and self._is_strong(i + 2, high)
        return self._verb_follows_apposition(i, high)

    def _verb_follows_apposition(self, i: int, high: int) -> bool:
        """The same behind what the mark or the `who` at index `i` opens."""
        tokens = self.tokens
        closing = {"(": ")", "word": ","}.get(tokens[i].kind, tokens[i].kind)
        for j in range(i + 1, min(high, i + 50)):
            if tokens[j].kind != closing:
                if closing == "," and tokens[j].cue and self._is_open(i, j):
                    return True
                continue
            k = self.skip_adverbs(j + 1, high)
            if k < high and tokens[k].cue:
                return True
            if closing == ")" and k < high and tokens[k].kind == ",":
                return self.verb_follows(k, high)  # `Rep. Ana Berg (D-Ohio), a member of the panel, said`
        return False

    def _is_open(self, comma: int, verb: int) -> bool:
        """Whether an apposition runs right into the verb: `Ana Berg, 24, a second year student told reporters`."""
        tokens, first = self.tokens, comma + 1 + 2 * (self.tokens[comma + 1].text.isdigit())
        said = tokens[verb].text in verbs().strong or tokens[verb].text == "told"
        led = self.low(first) in ("a", "an", "the") and nouns().is_human(self.low(verb - 1))
        described = led or (tokens[first].kind == "word" and nouns().is_human(self.low(first)))
        plain = all(token.kind in ("word", "name") and not token.cue for token in tokens[first:verb])
        return said and first < verb - 1 and described and plain

    def _is_strong(self, i: int, high: int) -> bool:
        return i < high and self.tokens[i].text in verbs().strong

    def source(self, i: int, high: int) -> Phrase | None:
        """Who is named behind `according to` or `in the words of` at index `i`."""
        second = _SOURCES.get(self.low(i))
        if second is None or self.low(i + 1) != second:
            return None
        if self._is_pronoun_alone(i + 2):
            return i + 2, i + 2
        if self.low(i + 2) == "who" and self.kind(i - 1) == "," and english_words():
            return phrase_before(self.tokens, i - 2, self.starts[i])  # `Ana Berg, secondo cui il molo “…”`
        told = i + 2 < high and self.tokens[i + 2].cue  # `según explicó Gil`
        found = phrase_after(self.tokens, i + 2 + told, high)
        while told and found and found[0] < found[1] and not is_name(self.tokens[found[1]]):
            found = found[0], found[1] - 1  # `zo laat Bos weten`
        return self.named(found, high) if found else None

    def _is_pronoun_alone(self, i: int) -> bool:
        """`according to her, “…”`; `Ihrer Meinung nach ist es “…”`, `En su opinión el plan “…”`"""
        alone = self.low(i) in HE and self.kind(i + 1) not in ("word", "name")
        return alone or (self.low(i) in _WHOSE and bool(english_words()))

    def is_told_of(self, verb: int, low: int, quote: int) -> bool:
        """Whether the verb at index `verb` only tells what somebody else speaks of, in front of the quotation at index
        `quote`: `in a statement released by`, `Smith said both sides had agreed to “…`.
        """
        tokens, word, known = self.tokens, self.tokens[verb].text, grammar()
        if word.endswith("ed") and self.low(verb - 1) in nouns().papers and verb - 1 > low:
            first = next((i for i in range(verb - 2, max(low, verb - 6), -1) if self.low(i) in known.determiners), 0)
            return first > low and self.low(first - 1) in known.prepositions  # `in a short video posted by`
        if self._ends_clause(verb, low, quote):
            return True
        if word not in verbs().deeds:
            return False
        for i in range(verb - 1, max(low, verb - 30) - 1, -1):
            if tokens[i].kind in ("quote", ";"):
                return False
            if tokens[i].cue and (tokens[i].text in verbs().core or tokens[i].text == "told"):
                return True
        return False

    def _ends_clause(self, verb: int, low: int, quote: int) -> bool:
        """Whether a verb in a subordinate clause ends before a quotation that is not its object: `Smith said that until
        Hale assures voters it is safe, “it would be too early”`.
        """
        tokens = self.tokens
        comma = next((i for i in range(verb + 2, quote) if tokens[i].kind == ","), None)
        if comma is None or self.kind(quote - 1) == ":":
            return False
        if comma < quote - 2:
            return self._is_another_clause(comma + 1, quote) and tokens[verb].text not in verbs().core
        for i in range(verb - 1, max(low, verb - _CLAUSE), -1):
            if tokens[i].kind not in ("word", "name"):
                return False
            if tokens[i].low in grammar().subordinators:
                earlier = any(token.cue and token.text in verbs().core for token in tokens[low : i - 1])
                return earlier and self.low(i - 1) == "that"
        return False

    def _is_another_clause(self, i: int, quote: int) -> bool:
        """Whether a pronoun and its auxiliary lead from index `i` into a quotation: `, we must now “go on with it”`."""
        personal = self.low(i) in grammar().personal and self.low(i + 1) in grammar().auxiliaries
        return personal and self.skip_adverbs(i + 1, quote) == quote

    def doer(self, verb: int, low: int, high: int) -> Phrase | None:
        """Who does what the verb at index `verb` says, in the sentence from `low`."""
        if by := self._by_another(verb, low, high):
            return by
        if self.is_passive(verb):
            if self.low(verb + 1) == "by":
                return phrase_after(self.tokens, verb + 2, high)
            if self.tokens[verb].text != "quoted":
                return None  # `she was accused of “…”`, `is described as “…”`: by others
        found = self._subject(verb, low)
        if found and is_governed(self.tokens, found, low):
            found = None
        if found is None and verb + 1 < high and self.low(verb + 1) != "that":
            found = phrase_after(self.tokens, verb + 1, high)
        if found is None:
            # `Adding, “…`: the sentence has no subject of its own.
            found = first_phrase(self.tokens, self.starts[low - 1], low) if low > 0 else None
            return self.named(found, low) if found else None
        return self.named(found, high) if self._is_able(found) else None

    def _subject(self, verb: int, low: int) -> Phrase | None:
        """The subject of a verb; where that cannot be, what its sentence begins with: `A book for graders explains`."""
        found = subject(self.tokens, verb, low, self.is_person)
        if found is None or agrees(self.tokens, found, verb):
            return found
        return first_phrase(self.tokens, low, verb)

    def _is_able(self, phrase: Phrase) -> bool:
        """Whether a phrase is somebody who speaks: not `passengers` in `asks that passengers not shout`, nor `es` in
        `gab es „…“`."""
        if phrase[0] == phrase[1] and self.tokens[phrase[0]].low == "it" and english_words():
            return False
        those = phrase[1] > phrase[0] and self.low(phrase[0]) == "that" and self.low(phrase[1]).endswith("s")
        return not those and can_speak(self.tokens, phrase)

    def _by_another(self, verb: int, low: int, high: int) -> Phrase | None:
        """Who does it where that is not whom the sentence begins with."""
        turned_round = subject_behind(self.tokens, verb, low, high)
        turned_round = self.named(turned_round, high) if turned_round else None
        return self._done_by(verb, high) or self._set_in(verb, high) or turned_round

    def _done_by(self, verb: int, high: int) -> Phrase | None:
        """Who does it to whom the sentence is about: `given £212 and told by a mine captain that …`"""
        if self.low(verb + 1) != "by":
            return None
        found = phrase_after(self.tokens, verb + 2, high)
        if found and self.low(found[1] + 1) == "as" and not english_words():
            return found  # `doors described by the council’s solicitor as “little better than cardboard”`
        if self.low(verb - 1) not in ("and", "or", "then", "also", ","):
            return None
        human = found is not None and nouns().is_human(self.tokens[found[1]].low)
        return found if found and (human or self.is_person(found)) else None

    def _set_in(self, verb: int, high: int) -> Phrase | None:
        """Who speaks in a clause that is set into another's: `He left a boat and, said his daughter, Ida, “…”`"""
        known, lead = grammar(), self.low(verb - 2)
        opened = self.kind(verb - 1) == "," and lead in known.conjunctions | known.auxiliaries | {"that"}
        if not opened or self.tokens[verb].text not in verbs().core:
            return None
        found = phrase_after(self.tokens, verb + 1, high)
        if found is None or not (self.is_person(found) or nouns().is_human(self.tokens[found[1]].low)):
            return None
        return self.named(found, high) if found[1] + 1 >= high or self.kind(found[1] + 1) == "," else None

    def is_passive(self, verb: int) -> bool:
        return is_passive(self.tokens, verb)

    def named(self, phrase: Phrase, high: int) -> Phrase:
        """The name behind a role, if one follows: `said the mayor, Ana Berg`, `Hale’s lawyer, Cai Roe`."""
        return (
            named_behind(self.tokens, phrase, high, self.is_person)
            or joined(self.tokens, phrase, high, self.is_person)
            or phrase
        )


class Turn(NamedTuple):
    """What one speaker says in a paragraph of dialogue."""

    mention: Mention
    asks: bool
    """Whether it ends with a question."""


def asks(text: str, span: Span) -> bool:
    """Whether a quotation ends with a question."""
    return "?" in text[max(span.start, span.end - 3) : span.end]


@dataclass(frozen=True, slots=True)
class Quoted:
    """One quotation."""

    paragraph: Paragraph
    span: Span
    at: int
    """Index of its token."""
    low: int
    """Index of the first token of its sentence."""
    whole: bool
    """Whether it is an utterance of its own."""
    previous: int | None = None
    """Index of the quotation before it in the paragraph."""
    before: Sequence[Token] = ()
    """The tokens of the paragraph before."""
    following: Sequence[Token] = ()
    """The tokens of the paragraph behind."""
    last: Mention | None = None
    """The speaker of the last voiced quotation in this paragraph."""
    speaker: Mention | None = None
    """The speaker of the last voiced quotation."""
    quoted_before: bool = False
    """Whether the paragraph before held a quotation."""
    unclosed: Mention | None = None
    """Whose quotation was left open above."""
    turns: Sequence[Turn] = ()
    """Those of the one or two quoted paragraphs right above, the nearest last."""

    @property
    def tokens(self) -> Sequence[Token]:
        return self.paragraph.tokens

    @property
    def inner_end(self) -> str:
        """The last characters, the closing mark included."""
        return self.paragraph.text[max(self.span.start, self.span.end - 3) : self.span.end]

    @property
    def comma(self) -> bool:
        """Whether a comma or dash at its end announces an attribution."""
        text = self.paragraph.text
        return self.span.last(text) in ",-—–" or self.paragraph.kind(self.at + 1) == ","

    def behind(self) -> range:
        """The tokens behind the quotation in which its attribution may stand: empty where there can be none."""
        tokens, i = self.tokens, self.at + 1
        if self.paragraph.kind(i) == "stop":
            if i >= len(tokens) or not any(mark in self.inner_end for mark in ",?!-—…"):
                return range(0)
            i += 1
        while i < len(tokens) and (tokens[i].kind in _BETWEEN or (is_adverb(tokens[i]) and tokens[i].kind == "word")):
            i += 1
        if i >= len(tokens):
            return range(0)
        high = min(self.paragraph.stops[i], i + _REACH)
        inside = (is_nickname, names_a_body, _is_named_work)
        others = (
            j for j in range(i, high) if tokens[j].kind == "quote" and not any(is_it(tokens, j) for is_it in inside)
        )
        return range(i, next(others, high))

    def ahead(self) -> int:
        """Index of the last token before the quotation, a mark and `that` apart."""
        k = self.at - 1
        if k >= self.low and self.tokens[k].kind in (",", ":", "(", "—", "–", "-"):
            k -= 1
        return k - 1 if k >= self.low and self.tokens[k].low == "that" else k

    def eyes(self) -> Phrase | None:
        """Somebody named behind `for` at the head of the sentence, right before the quotation: `For Smith, “…”`."""
        tokens, low = self.tokens, self.low
        if tokens[low].low != "for" or low + 1 >= self.at:
            return None
        found = phrase_after(tokens, low + 1, self.at)
        if found is None or not is_name(tokens[found[1]]) or not self.paragraph.is_person(found):
            return None
        beside = [token.kind for token in tokens[found[1] + 1 : self.at]]
        return found if beside in ([], [","]) or self._is_apposed_view(found[1] + 1) else None

    def _is_apposed_view(self, comma: int) -> bool:
        """Whether what somebody is stands between commas behind `for`, and a half sentence may follow, in other
        languages: `Per l’avvocato Ana Berg, che assiste il sindaco, le analisi «sono state …»`.
        """
        tokens = self.tokens
        end = next((j for j in range(comma + 1, self.at) if tokens[j].kind == ","), 0)
        if not english_words() or tokens[comma].kind != "," or not end:
            return False
        rest = tokens[end + 1 : self.at]
        return all(token.kind == "word" and not token.cue for token in rest) and len(rest) <= _HALF

    def is_told_before(self) -> bool:
        """Whether only a verb and who it is stand between this quotation and one before it, in other languages: `«…»,
        asegura el farmacéutico, «…»`.
        """
        if self.previous is None or not english_words():
            return False
        between = self.tokens[self.previous + 1 : self.at]
        kinds_of = [token.kind for token in between]
        plain = all(kind in ("word", "name", ",") for kind in kinds_of) and kinds_of.count(",") == _COMMAS
        return plain and kinds_of[0] == kinds_of[-1] == "," and between[1].cue

    def is_about(self) -> bool:
        """Whether only what the words are about stands before them: `On Smith: “…”`."""
        tokens, low, colon = self.tokens, self.low, self.at - 1
        if colon <= low or tokens[colon].kind != ":" or tokens[low].low not in _topics():
            return False
        return not any(token.cue or token.kind == "," for token in tokens[low:colon])

    def is_named(self, phrase: Phrase) -> bool:
        return is_name(self.tokens[phrase[1]])


def is_aside(quoted: Quoted) -> bool:
    """Whether the quotation stands in brackets that say nothing of a speaker: `(“Minister backs roads”, June 3)`."""
    if quoted.paragraph.kind(quoted.at - 1) != "(":
        return False
    for token in quoted.tokens[quoted.at + 1 : quoted.at + 30]:
        if token.kind == ")":
            return True
        if token.cue:
            return False
    return False


def _is_named_work(tokens: Sequence[Token], i: int) -> bool:
    """Whether what stands between marks at index `i` is the title behind its noun: `, who was last seen in the film
    “The River”, said`."""
    return 0 < i < len(tokens) - 1 and tokens[i].kind == "quote" and tokens[i - 1].low in nouns().naming
