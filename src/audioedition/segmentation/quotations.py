"""A paragraph -> the spans between quotation marks.

Marks of all kinds: “…” "…" ‘…’ '…' «…» ‹…› „…“ »…« 「…」. Only the outermost pair counts: what is nested stays inside.
A quotation that is opened and never closed runs to the end of its paragraph (typographers repeat the opening mark
at the next one).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_MARK = re.compile("[“”„‟\"«»‹›‘’‚'「」『』]|``|''")
_OPENS_AFTER = " \t\n\r\u00a0\u202f\u2009([{—–-/\x00"
_PAIRS = {
    "“": "”",
    "‟": "”",
    "„": "“”",
    "«": "»",
    "»": "«",
    "‹": "›",
    "›": "‹",
    "「": "」",
    "『": "』",
    '"': '"',
    "``": "''",
    "‘": "’",
    "'": "'",
    "‚": "‘’",
}

_MIXED = {"“": '"“', '"': "”"}
"""Marks that close by mistake what these opened."""


@dataclass(frozen=True, slots=True)
class Span:
    """One quotation, its marks included."""

    start: int
    end: int
    closed: bool
    mark: str
    """The opening mark."""


def find(text: str, start: int, end: int, *, single: bool = True) -> list[Span]:
    """The quotations of the paragraph `text[start:end]`, in order, without overlap.

    `single`: whether ‘…’ and '…' count (they do in papers that use no double marks).
    """
    marks = list(_MARK.finditer(text, start, end))
    counts: dict[str, int] = {}
    for m in marks:
        counts[m.group()] = counts.get(m.group(), 0) + 1
    out: list[Span] = []
    hopeless: set[str] = set()  # single marks and guillemets for which no closing one is left
    i = 0
    while i < len(marks):
        m = marks[i]
        mark = m.group()
        counts[mark] -= 1
        if mark in hopeless or not _opens(text, m, start, end, single):
            i += 1
            continue
        j, depth = i + 1, 0
        close: re.Match[str] | None = None
        closers = _PAIRS[mark]
        seen = dict(counts)
        while j < len(marks):
            other = marks[j].group()
            seen[other] -= 1
            if other in closers and _closes(text, marks[j], mark, end):
                if depth == 0:
                    close = marks[j]
                    break
                depth -= 1
            elif (
                other in _MIXED.get(mark, "")
                and not any(seen.get(c) for c in closers)
                and _is_closing(text, marks[j], end)
            ):
                # “ … " and " … ”: the marks of two keyboards
                close = marks[j]
                break
            elif other == mark and mark not in closers and mark not in "‘'":
                # Nested only if there are marks enough to close both.
                if sum(seen.get(c, 0) for c in closers) > seen[mark] + depth + 1:
                    depth += 1
                elif mark in "“":
                    break
            j += 1
        if close is not None:
            out.append(Span(m.start(), close.end(), True, mark))
            for k in range(i + 1, j + 1):
                counts[marks[k].group()] -= 1
            i = j + 1
        elif mark in "‘'‚«»‹›":
            hopeless.add(mark)  # an apostrophe, or a mark used for something else
            i += 1
        else:
            stop = marks[j].start() if j < len(marks) else end
            while stop > m.end() and text[stop - 1].isspace():
                stop -= 1
            out.append(Span(m.start(), stop, False, mark))
            for k in range(i + 1, j):
                counts[marks[k].group()] -= 1
            i = j
    return out


def _is_closing(text: str, m: re.Match[str], end: int) -> bool:
    """Whether a mark stands where only a closing one stands: after a word or its punctuation, before none."""
    after = text[m.end()] if m.end() < end else "\x00"
    before = text[m.start() - 1]
    return not before.isspace() and before not in "([{" and not after.isalnum()


def _opens(text: str, m: re.Match[str], start: int, end: int, single: bool) -> bool:
    mark = m.group()
    before = text[m.start() - 1] if m.start() > start else "\x00"
    after = text[m.end()] if m.end() < end else "\x00"
    if mark == "“":
        return m.start() == start or not _is_closing(text, m, end)
    if mark in ("„", "‟", "「", "『", "``"):
        return True
    if mark in ("”", "’", "」", "』", "''"):
        return False
    if mark in "«»‹›":
        french = mark in "«‹"
        if french:
            return True
        # »German style«: the mark stands before a word and after a space.
        return before in _OPENS_AFTER and not after.isspace() and after != "\x00"
    if mark == '"':
        if after == "“":
            return False  # “ typed twice, once by each keyboard
        return (
            before in _OPENS_AFTER + "‘'“,.:;?!…"
            and not after.isspace()
            and (after not in "\x00.,;" or text[m.end() + 1 : m.end() + 2].strip() != "")
            if before not in ",.:;?!…"
            else (not after.isspace() and after.isalnum())
        )
    # Single marks.
    if not single or before not in _OPENS_AFTER or after.isspace() or after == "\x00" or after.isdigit():
        return False
    return (
        mark in "‘‚" or re.match(r"(?:tis|twas|em|cause|til|n|bout|round)\b", text[m.end() : m.end() + 6], re.I) is None
    )


def _closes(text: str, m: re.Match[str], opening: str, end: int) -> bool:
    before = text[m.start() - 1]
    after = text[m.end()] if m.end() < end else "\x00"
    if m.group() in "’'" and opening in "‘'‚":
        # An apostrophe has a letter after it, or stands after a plural s.
        if after.isalnum() or before.isspace():
            return False
        return not (
            before == "s"
            and after == " "
            and re.search(r"[’']", text[m.end() : min(end, m.end() + 400)]) is not None
            and re.match(r"\s[a-z]", text[m.end() : m.end() + 2]) is not None
            and before not in ".,?!"
        )
    if m.group() == '"':
        return not (before in _OPENS_AFTER and after.isalnum())
    return True
