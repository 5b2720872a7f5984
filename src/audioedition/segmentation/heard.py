"""What a page's neighbourhood does not take from the story: a paragraph in which somebody is heard, a quotation that
heads one. Other stories' teasers and what readers write have neither.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from ..lexis.grammar import grammar
from ..lexis.verbs import verbs
from .extent import EVEN, Beside
from .neighbourhood import is_prose
from .prose import WORD, is_sentence
from .speakers import quotations

_LEAST, _SPEECH = 18, 5
"""Words of such a paragraph, and of a quotation that somebody says in it. Of 47 lines that read like prose and stood in
the pages of 94 labelled stories none was one; nor was a line between marks among what stood between sentences."""
_REACH = 12
"""Lines below the last sentence that is likely the story's: a box for a newsletter and the like is shorter."""
_BESIDE, _LEAD = 3, 2
"""Words between a quotation and the verb of speech behind it, and before it where no colon stands."""
_NAME = 4
"""Letters of the shortest name that tells that two lines speak of one person."""


def spare(beside: list[bool], lines: Sequence[str], found: Sequence[Beside]) -> None:
    """Within the story and right below it no paragraph in which somebody speaks goes, nor a quotation as a subhead."""
    story = [i for i, it in enumerate(found) if it.chance < EVEN and is_sentence(lines[i])]
    if not story or not any(beside):
        return
    names = {name for i in story for name in _names(lines[i])}
    for i in range(story[0], min(len(lines), story[-1] + _REACH)):
        beside[i] = beside[i] and not (is_prose(lines[i], found[i]) and is_told(lines[i], names))
    for i in range(story[0], min(len(lines) - 1, story[-1])):
        beside[i] = beside[i] and (beside[i + 1] or not _is_quotation(lines[i]))


def is_told(line: str, names: Set[str]) -> bool:
    """Whether somebody is heard in a paragraph: quoted with a verb of speech, or one of the `names` tells something."""
    if len(line.split()) < _LEAST:
        return False
    spans = quotations.find(line, 0, len(line))
    return any(_is_said(line, span) for span in spans) or _tells(line, names)


def _is_said(line: str, span: quotations.Span) -> bool:
    """Whether a verb of speech stands beside a quotation that is more than a word or two."""
    if not span.closed or len(line[span.start : span.end].split()) < _SPEECH:
        return False
    before, behind = line[: span.start].rstrip(), WORD.findall(line[span.end : span.end + 80])[:_BESIDE]
    near = WORD.findall(before[-200:])[-(8 if before.endswith(":") else _LEAD) :]
    return not verbs().strong.isdisjoint(word.lower() for word in (*near, *behind))


def _tells(line: str, names: Set[str]) -> bool:
    """Whether a name that the story has stands beside a verb of speech."""
    words = WORD.findall(line)
    said = (i for i, word in enumerate(words) if word in verbs().strong and word in verbs().core)
    return any(not names.isdisjoint(words[max(0, i - 1) : i + _BESIDE]) for i in said)


def _names(line: str) -> Set[str]:
    """Capitalised words inside a sentence, but for days and months."""
    return {word for word in _NAMED.findall(line) if len(word) >= _NAME and word.lower() not in grammar().days}


_NAMED = re.compile(r"(?<=[^\W_] )[^\W\d_a-z][^\W\d_]+")


def _is_quotation(line: str) -> bool:
    """Whether nothing but somebody's words, more than two, stands in a short line."""
    spans = quotations.find(line, 0, len(line))
    whole = len(spans) == 1 and spans[0].closed and (spans[0].start, spans[0].end) == (0, len(line))
    return whole and len(line.split()) > 2
