"""Quotations in their paragraphs -> the words that say who speaks.

For each quotation the evidence is tried in the order in which a reader meets it least doubtfully: an attribution right
behind a comma, an introduction that leads right into it, a verb of speech elsewhere in its sentence, the sentence
before, the quotation before.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ...lexis.verbs import CORE, DEEDS, STRONG
from ...lexis.wordclasses import AUXILIARIES, CONJUNCTIONS, DETERMINERS, PAPERS, PERSONAL, PREPOSITIONS, PRONOUNS
from ..tokens import Token, is_adverb, is_cue, is_name, sentence_bounds, sentence_start
from .directness import count_words, is_exclaimed, is_title, is_utterance
from .mentions import POSSESSIVE, Mention, mention_of, owner, speaking
from .personal_names import is_human
from .phrases import Phrase, first_phrase, named_behind, phrase_after, phrase_before, skip_adverbs_back, subject
from .quotations import Span

_WORDS_OF = frozenset(("words", "view", "telling", "phrase", "opinion", "account", "eyes"))
"""`In Smith’s words, “…`"""


def attribute(
    text: str,
    tokens_of: Callable[[int], Sequence[Token]],
    found: Sequence[Sequence[Span]],
    is_person: Callable[[str], bool],
    partial_words: int,
) -> dict[int, Mention | None]:
    """For each quotation that is somebody's speech: its start -> the mention of the speaker, None if nobody is named.

    `tokens_of` gives the tokens of a paragraph by its index, `found` the quotations of each paragraph. What is left
    out (scare quotes, titles, nicknames, short fragments) stays with the narrator.
    """
    out: dict[int, Mention | None] = {}
    state = _State(text, is_person)
    for i, spans in enumerate(found):
        if spans:
            if i and not found[i - 1]:
                state.tokens = tokens_of(i - 1)
            following = tokens_of(i + 1) if i + 1 < len(found) else ()
            state.paragraph(tokens_of(i), spans, following, partial_words, out)
        else:
            state.open = state.quoted = False
    return out


class _State:
    """What the paragraphs read so far say about the next quotation."""

    def __init__(self, text: str, is_person: Callable[[str], bool]):
        self.text = text
        self.is_person = is_person
        self.tokens: Sequence[Token] = ()
        self.starts: list[int] = []
        self.stops: list[int] = []
        self.speaker: Mention | None = None
        """Of the last quotation."""
        self.open = False
        """Whether the last quotation was left unclosed at the end of its paragraph."""
        self.quoted = False
        """Whether the last paragraph held a quotation."""

    def paragraph(
        self,
        tokens: Sequence[Token],
        spans: Sequence[Span],
        following: Sequence[Token],
        partial_words: int,
        out: dict[int, Mention | None],
    ) -> None:
        """Decide the quotations of one paragraph, in order."""
        before, self.tokens = self.tokens, tokens
        self.starts, self.stops = sentence_bounds(tokens)
        at = {t.start: i for i, t in enumerate(tokens) if t.kind == "quote"}
        last: Mention | None = None
        previous: int | None = None
        for n, span in enumerate(spans):
            q = at[span.start]
            earlier, previous = previous, q
            words = count_words(self.text, span)
            if not words or (self._kind(q - 1) == "(" and self._is_aside(q)):
                continue
            low = self.starts[q]
            full = is_utterance(self.text, tokens, span, q, low) or self._is_resumed(q, earlier, low, out)
            mention = self._own(span, q, low, full)
            title = is_title(self.text, tokens, span, q)
            if full:
                if title and not (mention and is_exclaimed(self.text, tokens, span, q)):
                    continue
                if mention is None and self.open and q == 0 and n == 0:
                    mention = self.speaker
                elif mention is None:
                    mention = self._signed(q, following) or self._carried(q, earlier, before, last, low)
            elif words < partial_words or mention is None or title or self._low(q - 1) == "like":
                continue
            out[span.start] = mention
            last = mention or last
            self.speaker = mention or self.speaker
        self.open = not spans[-1].closed
        self.quoted = last is not None

    def _is_aside(self, q: int) -> bool:
        """Whether the brackets around a quotation say nothing of a speaker: `(“Minister backs roads”, June 3)`."""
        for i in range(q + 1, min(len(self.tokens), q + 30)):
            if self.tokens[i].kind == ")":
                return True
            if is_cue(self.tokens, i):
                return False
        return False

    def _own(self, span: Span, q: int, low: int, full: bool) -> Mention | None:
        """The mention in the quotation's own sentence."""
        comma = self.text[max(span.start, span.end - 2)] in ",-—–" or self._kind(q + 1) == ","
        found = (
            (self._behind(q, span) if comma else None)
            or self._lead_in(q, low, near=True)
            or (None if comma else self._behind(q, span))
            or self._lead_in(q, low, near=False)
            or self._elsewhere(q, low, full)
        )
        return self._span(owner(self.tokens, found)) if found else None

    def _kind(self, i: int) -> str:
        return self.tokens[i].kind if 0 <= i < len(self.tokens) else "stop"

    def _span(self, phrase: Phrase) -> Mention:
        return mention_of(self.tokens, phrase)

    def _is_resumed(self, q: int, earlier: int | None, low: int, out: dict[int, Mention | None]) -> bool:
        """Whether the attribution interrupted this sentence: `“We won’t,” she said, “and that’s it.”`"""
        tokens = self.tokens
        if earlier is None or q - earlier > 25 or self._kind(q - 1) != "," or tokens[earlier].start not in out:
            return False
        between = range(earlier + 1, q)
        return (
            earlier >= low - 1
            and any(is_cue(tokens, i) for i in between)
            and not any(tokens[i].kind == "stop" for i in range(earlier + 2, q))
        )

    def _lead_in(self, q: int, low: int, *, near: bool) -> Phrase | None:
        """`Smith said: “…`, `according to Smith, “…`; `near`: nothing but the verb and a few words before the mark."""
        tokens = self.tokens
        k = q - 1
        colon = self._kind(k) == ":"
        comma = self._kind(k) == ","
        if k >= low and tokens[k].kind in (",", ":", "(", "—", "–", "-"):
            k -= 1
        if k >= low and tokens[k].low == "that":
            k -= 1
        if k < low:
            return None
        reach = 2 if near else 40 if colon else 14
        for i in range(k, max(low, k - reach) - 1, -1):
            if tokens[i].kind == "quote" and not colon:
                return None
            if found := self._source(i, q):
                return found
            if is_cue(tokens, i) and (tokens[i].text in STRONG or i >= k - 3 or colon):
                if self._is_told_of(i, low):
                    continue
                if found := self._subject(i, low, q):
                    return found
        if comma and near and tokens[k].low in _WORDS_OF and k > low and tokens[k - 1].text.endswith(POSSESSIVE):
            return phrase_before(tokens, k - 1, low)
        if comma and tokens[low].low == "according":
            return phrase_after(tokens, low + 2, q)
        if colon and not near:
            return first_phrase(tokens, low, q)
        return None

    def _source(self, i: int, high: int) -> Phrase | None:
        """Who is named behind `according to` or `in the words of` at index `i`."""
        two = (self._low(i), self._low(i + 1))
        return phrase_after(self.tokens, i + 2, high) if two in (("according", "to"), ("words", "of")) else None

    def _is_told_of(self, verb: int, low: int) -> bool:
        """Whether the verb at index `verb` only tells what somebody else speaks of: `in a statement released by`,
        `Smith said both sides had agreed to “…`.
        """
        tokens, word = self.tokens, self.tokens[verb].text
        if word.endswith("ed") and self._low(verb - 1) in PAPERS and verb - 1 > low:
            return self._low(verb - 2) in DETERMINERS and self._low(verb - 3) in PREPOSITIONS
        if word not in DEEDS:
            return False
        for i in range(verb - 1, max(low, verb - 30) - 1, -1):
            if tokens[i].kind in ("quote", ";"):
                return False
            if tokens[i].text in CORE and is_cue(tokens, i):
                return True
        return False

    def _low(self, i: int) -> str:
        return self.tokens[i].low if 0 <= i < len(self.tokens) else ""

    def _subject(self, verb: int, low: int, high: int) -> Phrase | None:
        """Who does what the verb at index `verb` says, in the sentence from `low`."""
        tokens = self.tokens
        if self._low(verb - 1) in ("was", "were", "been", "is", "being", "are") and not tokens[verb].text.endswith(
            "ing"
        ):
            if self._low(verb + 1) == "by":
                return phrase_after(tokens, verb + 2, high)
            if tokens[verb].text != "quoted":
                return None  # `she was accused of “…”`, `is described as “…”`: by others
        found = subject(tokens, verb, low, self._is_person)
        if found is None and verb + 1 < high:
            found = phrase_after(tokens, verb + 1, high)
        if found:
            return self._apposition(found, high)
        if found is None and low > 0:
            # `Adding, “…`: the sentence has no subject of its own.
            found = first_phrase(tokens, self.starts[low - 1], low)
        return found

    def _apposition(self, phrase: Phrase, high: int) -> Phrase:
        """The name behind a role, if one follows: `said the mayor, Ana Berg`, `Hale’s lawyer, Cai Roe`."""
        return named_behind(self.tokens, phrase, high, self._is_person) or phrase

    def _is_person(self, phrase: Phrase) -> bool:
        return self._person_test(self.tokens)(phrase)

    def _person_test(self, tokens: Sequence[Token]) -> Callable[[Phrase], bool]:
        """Whether a phrase of these tokens means a person."""

        def is_person(phrase: Phrase) -> bool:
            words = self.text[slice(*mention_of(tokens, phrase))]
            return words.casefold() in PERSONAL or self.is_person(words)

        return is_person

    def _behind(self, q: int, span: Span) -> Phrase | None:
        """`…,” said Smith`, `…,” Smith, the mayor, told reporters`, `…” according to Smith`."""
        tokens = self.tokens
        i = q + 1
        end = self.text[max(span.start, span.end - 3) : span.end]
        soft = any(mark in end for mark in ",?!-—…")
        if self._kind(i) == "stop":
            if not soft or i >= len(tokens):
                return None
            i += 1
        while i < len(tokens) and (
            tokens[i].kind in (",", "—", "–", "-", ")") or (is_adverb(tokens[i]) and tokens[i].kind == "word")
        ):
            i += 1
        if i >= len(tokens):
            return None
        high = min(self.stops[i], i + 80)
        high = next((j for j in range(i, high) if tokens[j].kind == "quote"), high)
        if i >= high:
            return None
        if tokens[i].low == "according" and self._low(i + 1) == "to":
            return phrase_after(tokens, i + 2, high)
        if (
            tokens[i].low in ("as", "a", "ha", "hat")
            and i + 1 < high
            and (tokens[i].low == "as" or tokens[i + 1].text in STRONG)
        ):
            i += 1
        token = tokens[i]
        if is_cue(tokens, i) and not token.text.endswith("ing"):
            found = phrase_after(tokens, i + 1, high)
            if found is None or tokens[found[0]].low == "that":
                return None
            named = is_name(tokens[found[1]]) or tokens[found[0]].low in PRONOUNS
            return self._apposition(found, high) if named or token.text in CORE else None
        if token.low in CONJUNCTIONS or token.low in AUXILIARIES:
            return None
        phrase = phrase_after(tokens, i, high)
        if phrase is None:
            return None
        if self._kind(phrase[1] + 1) == "," and not self._verb_follows(phrase[1] + 1, high):
            # `…,” Northport Fish, Wildlife & Parks officer Ana Berg told reporters`
            told = next((j for j in range(phrase[1] + 2, min(high, i + 18)) if self._is_told(j)), None)
            found = phrase_before(tokens, told - 1, phrase[1] + 2) if told is not None else None
            if found and tokens[found[0]].low in DETERMINERS:
                return phrase  # `Ana Berg, an analyst with Northport Bros. said`
            if found and self._is_person(found):
                return found
        if self._low(phrase[1] + 1) in ("and", "&"):
            # `Smith and Jones said`
            second = phrase_after(tokens, phrase[1] + 2, high)
            return (phrase[0], second[1]) if second and self._verb_follows(second[1] + 1, high) else None
        return self._apposition(phrase, high) if self._verb_follows(phrase[1] + 1, high) else None

    def _is_told(self, i: int) -> bool:
        """Whether a name stands right before a verb of speech at index `i`."""
        tokens = self.tokens
        return tokens[i].text in CORE | {"told"} and is_cue(tokens, i) and is_name(tokens[i - 1])

    def _verb_follows(self, i: int, high: int) -> bool:
        """Whether a verb of speech follows at index `i`, adverbs and an apposition apart."""
        tokens = self.tokens
        i = self._skip_adverbs(i, high)
        if i >= high:
            return False
        if is_cue(tokens, i):
            return True
        if tokens[i].kind not in (",", "(", "—", "–", "-"):
            # `he hastened to add`
            return (
                tokens[i].kind == "word" and self._low(i + 1) == "to" and i + 2 < high and tokens[i + 2].text in STRONG
            )
        closing = ")" if tokens[i].kind == "(" else tokens[i].kind
        for j in range(i + 1, min(high, i + 50)):
            if tokens[j].kind == closing:
                k = self._skip_adverbs(j + 1, high)
                if k < high and is_cue(tokens, k):
                    return True
        return False

    def _skip_adverbs(self, i: int, high: int) -> int:
        while i < high and (is_adverb(self.tokens[i]) or self.tokens[i].low in AUXILIARIES):
            i += 1
        return i

    def _elsewhere(self, q: int, low: int, full: bool) -> Phrase | None:
        """A verb of speech elsewhere in the sentence: before the fragment, else behind it."""
        tokens = self.tokens
        for i in range(q - 1, max(low, q - 45) - 1, -1):
            if (
                is_cue(tokens, i)
                and (tokens[i].text in STRONG or i >= q - (16 if tokens[i].text.startswith("accus") else 8))
                and not self._is_told_of(i, low)
                and (found := self._subject(i, low, q))
            ):
                return found
            if found := self._source(i, q):
                return found
        high = self.stops[q + 1] if q + 1 < len(tokens) else len(tokens)
        for i in range(q + 1, min(high, q + 45)):
            if tokens[i].low == "according" and self._low(i + 1) == "to":
                return phrase_after(tokens, i + 2, high)
            if not full and tokens[i].text in STRONG and is_cue(tokens, i):
                k = skip_adverbs_back(tokens, i - 1, q + 1)
                if (
                    k > q
                    and tokens[k].kind in ("name", "word")
                    and (found := subject(tokens, i, q + 1, self._is_person))
                ):
                    return found
        return None

    def _signed(self, q: int, following: Sequence[Token]) -> Mention | None:
        """The name in a line `— Jane Smith` below a quotation that is its whole paragraph."""
        if q == 0 and 2 <= len(following) <= 24 and following[0].kind in ("-", "–", "—"):
            phrase = phrase_after(following, 1, len(following))
            if phrase and is_name(following[phrase[1]]):
                return mention_of(following, phrase)
        return None

    def _carried(
        self, q: int, previous: int | None, before: Sequence[Token], last: Mention | None, low: int
    ) -> Mention | None:
        """The speaker of a quotation that has no attribution of its own."""
        tokens = self.tokens
        if q > 0:
            if q > low and (own := self._person_in(tokens, low, q)):
                return own
            start = self.starts[max(0, low - 1)] if low else 0
            if previous is not None and previous >= start:
                return last
            # A sentence of the reporter's stands between this quotation and the one before, or the paragraph's head.
            return self._person_in(tokens, start, low) or last or self.speaker
        if before:
            end = len(before)
            while end and before[end - 1].kind == "stop":
                end -= 1
            start = sentence_start(before, end - 1) if end else 0
            if end and before[end - 1].kind == ":":
                found = speaking(before, start, end, self._person_test(before)) or first_phrase(before, start, end)
                if found:
                    return mention_of(before, found)
            if not self.quoted and end:
                return self._person_in(before, start, end) or self.speaker
        return self.speaker

    def _person_in(self, tokens: Sequence[Token], low: int, high: int) -> Mention | None:
        """Who a sentence of the reporter's is about, if that is somebody who can speak."""
        is_person = self._person_test(tokens)
        phrase = speaking(tokens, low, high, is_person) or first_phrase(tokens, low, high)
        if phrase is None:
            return None
        phrase = named_behind(tokens, phrase, high, is_person) or phrase
        mention = mention_of(tokens, phrase)
        words = self.text[slice(*mention)]
        human = (
            words.casefold() in PERSONAL - {"it", "i", "we"}
            or self.is_person(words)
            or is_human(words.split()[-1].rstrip(".,"))
        )
        named = is_name(tokens[phrase[1]]) and not words.isupper() and not self.speaker
        return mention if human or named else None
