"""Copy as newsrooms hand it in -> Parts: its labels say what is what (`HEADLINE: …`, `[Standfirst]`, `@byline:`).

The words: table `copy_labels`. One of them is any word of a story; a text is copy where labels stand among its first
lines that say so together: some of them are hardly written elsewhere (`sure`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from ..facts.bylines import author_names
from ..lexis.tables import Lexis, derived
from ..model import Reason, Role
from ..segmentation.prose import is_sentence
from .composing import Part

_OPENING = 14
"""Lines among which the labels of an opening stand."""
_ENOUGH = 3
"""What labels of an opening have to say together: two that are sure, or one and another, or three."""
_STILL_TO_COME = re.compile(r"\bTK(?:TK)*\b")
_ROLES = {"headline": Role.HEADLINE, "deck": Role.DECK, "caption": Role.CAPTION, "subhead": Role.SUBHEAD}
_REASONS = {
    "picture": Reason.PHOTO_CREDIT,
    "slug": Reason.PAGE_HEADER,
    "note": Reason.PAGE_HEADER,
    "pull": Reason.PULL_QUOTE,
}


class _Label(NamedTuple):
    written: str
    value: str
    means: str
    sure: bool
    alone: bool
    """Whether it stands in brackets, or by itself before what it names."""


@derived
def _labels(lexis: Lexis) -> tuple[re.Pattern[str], dict[str, tuple[str, bool]]]:
    rows = {row["word"]: (row["means"], bool(row["sure"])) for row in lexis.everywhere("copy_labels")}
    words = "|".join(re.escape(word).replace(r"\ ", " ") for word in sorted(rows, key=len, reverse=True))
    marks = r"(?:[@#*<\[({|]{1,4}\s?)?"
    return (
        re.compile(
            rf"(?P<label>(?P<open>{marks})(?P<word>{words})(?:\s?\d)?\s?"
            r"(?P<close>[\])}>*|]{0,3}\s?(?:[:：]|\s[–—=-]\s)?[\])}>*]{0,3}))(?:\s+|(?<=[:>\])}*=]))(?P<value>.*)",
            re.I | re.S,
        ),
        rows,
    )


def _label(line: str) -> _Label | None:
    pattern, rows = _labels()
    found = pattern.fullmatch(f"{line} ") if len(line) < 2000 else None
    if found is None:
        return None
    bracketed = bool(found["open"].strip(" *#")) and bool(found["close"].strip(" :"))
    named = any(sign in found["close"] for sign in ":：=") or found["open"].startswith("@")
    value = found["value"].strip().removesuffix("]").strip() if bracketed else found["value"].strip()
    if not (named or (bracketed and not value)):
        return None
    means, sure = rows[found["word"].lower()]
    return _Label(found["label"].strip(), value, means, sure, not value)


def is_copy(lines: Sequence[str]) -> bool:
    """Whether the first lines of a text have labels that only copy for an editorial system has."""
    found = {label.means: label for line in lines[:_OPENING] if (label := _label(line))}
    told = sum(2 if label.sure or label.written[:1] in "[<@" else 1 for label in found.values())
    return told >= _ENOUGH and ("headline" in found or any(label.sure for label in found.values()))


def told(parts: Sequence[Part]) -> tuple[list[Part], dict[str, Any]]:
    """The parts of copy with the roles that its labels give them, and headline, deck and authors as far as they do;
    text that is none as it is."""
    if not is_copy([part.text for part in parts]):
        return list(parts), {}
    out = list(_parts(parts))
    known: dict[str, Any] = {"bylines": author_names([part.text for part in out if part.role is Role.BYLINE])}
    for field, role in (("headline", Role.HEADLINE), ("deck", Role.DECK)):
        known[field] = next((part.text for part in out if part.role is role), None)
    return out, {field: value for field, value in known.items() if value}


def role_of_style(name: str) -> Role | None:
    """What the name of a paragraph's style says it is: `Headline`, `02 Standfirst`, `News crosshead`; None for most."""
    rows = _labels()[1]
    words = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", name.lower())
    whole = rows.get(" ".join(words), ("", False))[0]
    ends = (rows.get(" ".join(words[-n:]), ("", False)) for n in (3, 2, 1))
    means = whole or next((means for means, sure in ends if sure), "")
    return Role.BYLINE if means == "byline" else _ROLES.get(means)


_ABOVE_ONE = ("headline", "deck", "byline", "caption", "subhead")
"""What a label alone in its paragraph says of the next. Of pictures and notes it says nothing: what follows is read."""


def _parts(parts: Sequence[Part]) -> Iterator[Part]:
    labels = [_label(part.text) if not (part.role or part.reason) else None for part in parts]
    inside = _inside(parts, labels)
    pending = ""
    for i, (part, label) in enumerate(zip(parts, labels, strict=True)):
        if label and not (i in inside and _may_be_told(label)):
            yield Part(label.written, None, Reason.PAGE_HEADER, rule="manuscript/label")
            pending = label.means if label.alone and label.means in _ABOVE_ONE else ""
            if label.value:
                yield _named(label.value, label.means)
        else:
            yield _named(part.text, pending) if pending else part
            pending = ""


def _inside(parts: Sequence[Part], labels: Sequence[_Label | None]) -> range:
    """From the first to the last sentence of the story."""
    told = [i for i, part in enumerate(parts) if is_sentence(part.text) and not labels[i]]
    return range(told[0], told[-1]) if told else range(0)


def _may_be_told(label: _Label) -> bool:
    """Whether among the paragraphs of the story a label and its value may be one of its lines: `Status: open`."""
    return not (label.sure or label.alone) and label.means == "slug"


def _named(text: str, means: str) -> Part:
    if means == "byline":
        return Part(text, Role.BYLINE, rule="manuscript/label")
    role, reason = _ROLES.get(means), _REASONS.get(means)
    return Part(text, role, reason or "", rule="manuscript/label" if role or reason else "")


def notes(text: str) -> tuple[str, ...]:
    """What an editor has to know about copy: that something in it is still to come."""
    return ("TK stands in the text: something is still to come",) if _STILL_TO_COME.search(text) else ()
