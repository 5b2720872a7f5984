"""Quotations in their paragraphs -> the words that say who speaks.

For each quotation the evidence is tried in the order in which a reader meets it least doubtfully: an introduction that
leads right into it, an attribution right behind it, a verb of speech elsewhere in its sentence, the sentence before,
the quotation before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from .phrases import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    PERSONAL,
    PRONOUNS,
    Token,
    first_phrase,
    is_adverb,
    is_cue,
    is_name,
    phrase_after,
    skip_adverbs_back,
    subject,
    tokenise,
)
from .quotations import Span
from .verbs import STRONG

Mention = tuple[int, int]
_WORDS = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_TERMINAL = re.compile(r"[.!?…]['’]?[\"”»“’'.]{1,2}\Z")
_NAMING = frozenset(
    "so-called called titled entitled named dubbed nicknamed labeled labelled known term phrase word words slogan hashtag book film movie song album show series program programme magazine play novel essay documentary podcast column headlined chant acronym title motto".split()
)


def attribute(
    text: str, paragraphs: Sequence[tuple[int, int]], found: Sequence[Sequence[Span]], partial_words: int
) -> dict[int, Mention | None]:
    """For each quotation that is somebody's speech: its start -> the mention of the speaker, None if nobody is named.

    What is left out (scare quotes, titles, nicknames, short fragments) stays with the narrator.
    """
    out: dict[int, Mention | None] = {}
    state = _State(text)
    for (start, end), spans in zip(paragraphs, found, strict=True):
        state.paragraph(start, end, spans, partial_words, out)
    return out


class _State:
    """What the paragraphs read so far say about the next quotation."""

    def __init__(self, text: str):
        self.text = text
        self.tokens: list[Token] = []
        self.speaker: Mention | None = None
        """Of the last quotation."""
        self.open = False
        """Whether the last quotation was left unclosed at the end of its paragraph."""
        self.quoted = False
        """Whether the last paragraph held a quotation."""

    def paragraph(
        self, start: int, end: int, spans: Sequence[Span], partial_words: int, out: dict[int, Mention | None]
    ) -> None:
        text = self.text
        before = self.tokens
        self.tokens = tokens = tokenise(text, start, end, [(s.start, s.end) for s in spans])
        at = {t.start: i for i, t in enumerate(tokens) if t.kind == "quote"}
        last: Mention | None = None
        for n, span in enumerate(spans):
            q = at[span.start]
            words = len(_WORDS.findall(text, span.start, span.end))
            low = _sentence_start(tokens, q)
            mention: Mention | None = None
            full = self._is_full(span, q, low)
            carried = self.open and q == 0 and n == 0
            if not words:
                continue
            mention = (
                self._span(self._lead_in(q, low))
                or self._span(self._behind(q, span))
                or self._span(self._elsewhere(q, low, full))
            )
            if full:
                if carried:
                    mention = mention or self.speaker
                elif mention is None:
                    mention = self._carried(q, n, before, last, low)
                if self._is_title(span, q) and not (mention and q == 0):
                    continue
            elif words < partial_words or mention is None or self._is_title(span, q):
                continue
            out[span.start] = mention
            last = mention or last
            self.speaker = mention or self.speaker
        self.open = bool(spans) and not spans[-1].closed
        self.quoted = bool(spans) and last is not None

    def _span(self, phrase: tuple[int, int] | None) -> Mention | None:
        if phrase is None:
            return None
        first, last = self.tokens[phrase[0]], self.tokens[phrase[1]]
        end = last.end
        for possessive in ("'s", "’s"):
            if last.text.endswith(possessive):
                end -= 2
        return first.start, end

    def _is_full(self, span: Span, q: int, low: int) -> bool:
        """Whether the quotation is an utterance of its own rather than a fragment in the reporter's sentence."""
        tokens, text = self.tokens, self.text
        inner = text[span.start + len(span.mark) : span.end].lstrip()
        first = next((c for c in inner if c.isalnum()), "")
        begins = first.isupper() or first.isdigit() or (first != "" and not first.islower() and not first.isupper())
        before = tokens[q - 1] if q else None
        after = tokens[q + 1] if q + 1 < len(tokens) else None
        stands_alone = q == low or before is None or before.kind in (",", ":", "stop", "—", "–", "-", ";", "(")
        ends = (
            not span.closed
            or _TERMINAL.search(text[max(span.start, span.end - 5) : span.end]) is not None
            or text[span.end - 2] in ",-—"
        )
        if q == low and (after is None or after.kind == "stop"):
            return True
        if begins and stands_alone and (ends or (after is not None and after.kind in (",", "stop"))):
            return True
        return stands_alone and q != low and ends and len(inner) > 25 or (begins and ends and len(inner) > 40)

    def _lead_in(self, q: int, low: int) -> tuple[int, int] | None:
        """`Smith said: “…`, `according to Smith, “…`, `Smith, who told reporters, “…`."""
        tokens = self.tokens
        k = q - 1
        colon = k >= low and tokens[k].kind == ":"
        comma = k >= low and tokens[k].kind == ","
        if k >= low and tokens[k].kind in (",", ":", "(", "—", "–", "-"):
            k -= 1
        if k >= low and tokens[k].low == "that":
            k -= 1
        if k < low:
            return None
        for i in range(k, max(low, k - (40 if colon else 14)) - 1, -1):
            if tokens[i].kind == "quote" and not colon:
                break
            if tokens[i].low == "according" and i + 1 < q and tokens[i + 1].low == "to":
                return phrase_after(tokens, i + 2, q)
            if is_cue(tokens, i) and (tokens[i].text in STRONG or i >= k - 3 or colon):
                return self._subject(i, low, q)
        if colon:
            return first_phrase(tokens, low, q)
        if comma and tokens[low].low == "according":
            return phrase_after(tokens, low + 2, q)
        return None

    def _subject(self, verb: int, low: int, high: int) -> tuple[int, int] | None:
        tokens = self.tokens
        found = subject(tokens, verb, low)
        if found is None and verb + 1 < high:
            found = phrase_after(tokens, verb + 1, high)
        return found

    def _behind(self, q: int, span: Span) -> tuple[int, int] | None:
        """`…,” said Smith`, `…,” Smith, the mayor, told reporters`, `…,” according to Smith`."""
        tokens = self.tokens
        i = q + 1
        soft = self.text[max(span.start, span.end - 2)] in ",?!-—…" or (
            span.end - 3 > span.start and self.text[span.end - 3] in "?!"
        )
        if i < len(tokens) and tokens[i].kind == "stop":
            if not soft:
                return None
            i += 1
        while i < len(tokens) and (
            tokens[i].kind in (",", "—", "–", "-", ")") or (is_adverb(tokens[i]) and tokens[i].kind == "word")
        ):
            i += 1
        high = next((j for j in range(i, len(tokens)) if tokens[j].kind in ("stop", "quote")), len(tokens))
        if i >= high:
            return None
        token = tokens[i]
        if token.low == "according" and i + 1 < high and tokens[i + 1].low == "to":
            return phrase_after(tokens, i + 2, high)
        if token.low == "as" and i + 1 < high:
            i += 1
            token = tokens[i]
        if is_cue_inverted(tokens, i):
            found = phrase_after(tokens, i + 1, high)
            if (
                found
                and (
                    is_name(tokens[found[1]])
                    or tokens[found[0]].low in PRONOUNS | DETERMINERS
                    or tokens[found[1]].kind == "word"
                )
                and tokens[found[0]].low not in ("that",)
            ):
                return found
            return None
        if token.low in CONJUNCTIONS or token.low in AUXILIARIES:
            return None
        phrase = phrase_after(tokens, i, high)
        if phrase is None:
            return None
        return phrase if self._verb_follows(phrase[1] + 1, high) else None

    def _verb_follows(self, i: int, high: int) -> bool:
        """Whether a verb of speech follows at index `i`, adverbs and an apposition apart."""
        tokens = self.tokens
        for _ in range(4):
            while i < high and (is_adverb(tokens[i]) or tokens[i].low in AUXILIARIES):
                i += 1
            if i >= high:
                return False
            if is_cue(tokens, i):
                return True
            if tokens[i].kind not in (",", "(", "—", "–"):
                return False
            closing = {"(": ")"}.get(tokens[i].kind, tokens[i].kind)
            later = [j for j in range(i + 1, min(high, i + 50)) if tokens[j].kind == closing]
            for j in later:
                k = j + 1
                while k < high and (is_adverb(tokens[k]) or tokens[k].low in AUXILIARIES):
                    k += 1
                if k < high and is_cue(tokens, k):
                    return True
            return False
        return False

    def _elsewhere(self, q: int, low: int, full: bool) -> tuple[int, int] | None:
        """A verb of speech elsewhere in the sentence: before the fragment, else behind it."""
        tokens = self.tokens
        for i in range(q - 1, max(low, q - 45) - 1, -1):
            if is_cue(tokens, i) and (tokens[i].text in STRONG or i >= q - 8):
                return self._subject(i, low, q)
            if tokens[i].low == "according" and tokens[i + 1].low == "to":
                return phrase_after(tokens, i + 2, q)
        high = next((j for j in range(q + 1, len(tokens)) if tokens[j].kind == "stop"), len(tokens))
        for i in range(q + 1, min(high, q + 45)):
            if tokens[i].low == "according" and i + 1 < high and tokens[i + 1].low == "to":
                return phrase_after(tokens, i + 2, high)
            if is_cue(tokens, i) and tokens[i].text in STRONG and not full:
                k = skip_adverbs_back(tokens, i - 1, q + 1)
                if k > q and (is_name(tokens[k]) or tokens[k].low in PERSONAL or tokens[k].kind == "word"):
                    found = subject(tokens, i, q + 1)
                    if found:
                        return found
        return None

    def _carried(self, q: int, n: int, before: Sequence[Token], last: Mention | None, low: int) -> Mention | None:
        """The speaker of a quotation that has no attribution of its own."""
        tokens = self.tokens
        previous = next((i for i in range(q - 1, -1, -1) if tokens[i].kind == "quote"), None)
        if q > 0:
            # A sentence of the reporter's stands between this quotation and the one before (or the paragraph's head).
            start = low_before = _sentence_start(tokens, max(0, low - 1)) if low else 0
            if previous is not None and previous >= start:
                return last
            introduced = self._sentence_subject(tokens, low_before, low)
            return introduced or last or self.speaker
        if before:
            end = len(before)
            while end and before[end - 1].kind == "stop":
                end -= 1
            if end and before[end - 1].kind == ":":
                found = self._sentence_subject(before, _sentence_start(before, end - 1), end)
                if found:
                    return found
            if not self.quoted:
                found = self._sentence_subject(before, _sentence_start(before, end - 1), end)
                return found or self.speaker
        return self.speaker

    def _sentence_subject(self, tokens: Sequence[Token], low: int, high: int) -> Mention | None:
        phrase = None
        for i in range(high - 1, low, -1):
            if is_cue(tokens, i) and tokens[i].text in STRONG:
                phrase = subject(tokens, i, low)
                break
        phrase = phrase or first_phrase(tokens, low, high)
        if phrase is None:
            return None
        return tokens[phrase[0]].start, tokens[phrase[1]].end

    def _is_title(self, span: Span, q: int) -> bool:
        """Whether the quoted words are the title of a work, a name or a term."""
        inner = self.text[span.start + len(span.mark) : span.end].strip("\"'“”‘’«»„,.;: ")
        words = _WORDS.findall(inner)
        if not words or len(words) > 14:
            return False
        long = [w for w in words if len(w) > 3]
        capital = sum(w[0].isupper() or w[0].isdigit() for w in long)
        before = self.tokens[q - 1] if q else None
        named = before is not None and before.low in _NAMING
        title_case = (
            len(long) >= 2
            and capital >= 0.8 * len(long)
            and words[0][0].isupper()
            and not re.search(r"[.!?]\s", inner)
            and not inner.isupper()
        )
        return title_case or (named and len(words) < 6)


def is_cue_inverted(tokens: Sequence[Token], i: int) -> bool:
    """Whether token `i` is a verb of speech whose subject follows: `said Smith`."""
    return is_cue(tokens, i) and not tokens[i].text.endswith("ing")


def _sentence_start(tokens: Sequence[Token], i: int) -> int:
    """Index of the first token of the sentence that holds token `i`."""
    while i > 0 and tokens[i - 1].kind != "stop":
        i -= 1
    return i
