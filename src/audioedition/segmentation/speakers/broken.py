"""A quotation that its attribution breaks without new marks -> its parts: `«Non c'è – dice Berti – un solo banco»`.

As Italian, French, Spanish, Portuguese and Dutch papers print it: `« Rien, assure-t-il, n'est venu. »`. Only a verb of
speech with its subject breaks a quotation; what is put in between dashes otherwise stays in it.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from ...lexis.grammar import english_words
from ...lexis.verbs import verbs
from .dialogue import is_somebody
from .quotations import Span

_DASH = r"[ \u00a0]?[–—-][ \u00a0]?"
_BETWEEN_DASHES = re.compile(
    rf"(?<=[\w,!?…]){_DASH}(?<=[ \u00a0–—-])(?<![^\W\d_]-)(?P<aside>[a-zà-ÿ][^–—«»“”\"\n]{{3,180}}?)"
    r"[ \u00a0]?[–—-](?=[\s,;:.])[,;:.]?\s?"
)
"""` – racconta il titolare, Davide Monari – `, ` -explica Belda-, `"""
_HANGING = r"-(?:t-)?(?:il|elle|ils|elles|on)\b[^,.«»]{0,50}"
_SUBJECT = r" (?P<who>[^\W\d_]{1,20}['’]?)[^,.«»]{0,60}(?:, [A-ZÀ-Ý][^,.«»]{2,40}(?=,))?"
_BETWEEN_COMMAS = re.compile(
    rf"(?<=[,!?…])\s(?P<aside>(?:[^\W\d_]{{1,3}}['’])?(?P<verb>[^\W\d_A-Z]{{3,16}})(?:{_HANGING}|{_SUBJECT}))[,.]\s"
)
"""`, explique le maire, Luc Varrey, `, `, poursuit-elle. `"""
_VERB_WITHIN = 3
"""Words of an aside among which its verb is: `fa sapere`, `a dit`."""


def parted(text: str, span: Span) -> list[Span]:
    """The parts of a quotation on both sides of its attribution; the quotation itself where nothing breaks it."""
    if not english_words() or not span.closed or not span.mark:
        return [span]
    found = _aside(text, span.start + len(span.mark), span.end - 1)
    if found is None:
        return [span]
    first, rest = found
    parts = parted(text, Span(rest, span.end, True, span.mark, broken=True))
    return [Span(span.start, first, True, span.mark, broken=True), *parts]


def _aside(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the first attribution between `start` and `end` begins, and where the speech goes on behind it."""
    for m in _BETWEEN_DASHES.finditer(text, start, end):
        if _says(re.findall(r"[^\W\d_]+", m["aside"])[:_VERB_WITHIN]):
            return m.start(), m.end()
    if any(word[0] == "-" for word in english_words()):
        for m in _BETWEEN_COMMAS.finditer(text, start, end):
            if m["verb"] in verbs().cues and (m["who"] is None or is_somebody(m["who"])):
                return m.start(), m.end()
    return None


def _says(words: Sequence[str]) -> bool:
    """Whether one of these words is a verb of speech, or one with the particle that makes it such: `fa sapere`."""
    known, plays = verbs(), english_words()
    if any(part in ("i", "we", "you") for word in words for part in plays.get(word, ())):
        return False  # `sagen wir es so`: the speaker's own aside
    with_particle = any(after in known.particles.get(word, ()) for word, after in itertools.pairwise(words))
    return with_particle or any(word in known.cues or word in known.gestures for word in words)
