"""The parts of a mail that passes another on, or answers one -> those of the message that is meant.

Mail programs put what they pass on below the lines of its head (`From: …`, `Gesendet: …`, `Objet : …`), and what is
answered behind `>` or into a quotation below a line that says who wrote it when. The words: table `mail_headers`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from ..facts.bylines import author_names
from ..facts.dates import iso_date
from ..lexis.tables import Lexis, derived
from ..model import Reason
from .composing import Part

_HEADER = re.compile(r"(?:> ?)*[*\s]{0,3}(?P<label>[^\W\d_][\w -]{0,14}?)\s?:[*\s]{0,3}(?P<value>[^\n]*)")
ABOVE = 120
"""Words that somebody who passes a message on may put above it; in longer ones it is quoted."""
_DEEPEST = 5
"""Times that a message has been passed on, at most."""
_MOST_QUOTED = 100
"""Quotations of a mail in HTML that are looked into."""
_ADDRESS = re.compile(r"<[^<>]*>|\[mailto:[^\]]*\]|\"")
_QUOTED = re.compile(r"^(?:>[> ]*)", re.M)
_WROTE = re.compile(r"(?=.{0,200}(?:\d|@)).{6,250}[:：]\s*", re.S)
"""`On Mon, 2 Mar 2026 at 08:40, Ann Holt <ann@town.example> wrote:`, in any language."""


class Message(NamedTuple):
    """A message that was passed on."""

    parts: list[Part]
    """All of the mail: what stands around the message is left out."""
    bylines: tuple[str, ...]
    subject: str
    published: str | None


class _Head(NamedTuple):
    first: int
    """The first of its parts, or the line above them that says what follows."""
    behind: int
    said: dict[str, str]
    """`from`, `date`, `to`, `subject` -> what stands behind."""


@derived
def _labels(lexis: Lexis) -> dict[str, str]:
    return {row["word"]: row["means"] for row in lexis.everywhere("mail_headers")}


@derived
def _leads(lexis: Lexis) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What mail programs put before a subject: all of it, and what says that a message is passed on."""
    labels = lexis.made(_labels.make)
    leads = [word for word, means in labels.items() if means in ("answer", "passed on")]
    passed = [word for word, means in labels.items() if means == "passed on"]
    pattern = r"\s*(?:(?:{})\s?:\s*|\[[^\[\]]{{1,40}}\]\s*)+"
    return (
        re.compile(pattern.format("|".join(leads)), re.I),
        re.compile(rf".{{0,40}}?\b(?:{'|'.join(passed)})\s?:", re.I),
    )


def bare(subject: str) -> str:
    """A subject without what mail programs put before it: `Re: [list] FW: `."""
    lead = _leads()[0].match(subject)
    return subject[lead.end() :] if lead else subject


@derived
def _automatic(lexis: Lexis) -> re.Pattern[str]:
    leads = (re.escape(word) for word, means in lexis.made(_labels.make).items() if means == "automatic")
    return re.compile(rf"\s*(?:{'|'.join(leads)})\s?:", re.I)


def is_reply(subject: str) -> bool:
    """Whether a subject is that of an automatic reply: `Out of office: …`."""
    return _automatic().match(subject) is not None


def unquoted(text: str) -> str:
    """Text in which a whole message was passed on behind `>`, without these signs."""
    heads = {told[0] for line in text.splitlines() if line.startswith(">") and (told := _header(line))}
    return _QUOTED.sub("", text) if {"from", "subject"} <= heads else text


def message_in(parts: Sequence[Part], subject: str) -> Message | None:
    """The message that a mail of that subject passes on; None where it is one of its own."""
    found: Message | None = None
    start = 0
    for _ in range(_DEEPEST):
        head = _head(parts, start)
        if head is None or not _is_passed_on(parts, start, head, subject):
            break
        above = [part if part.reason else _left_out(part, "passed on") for part in parts[: head.behind]]
        parts, start, subject = [*above, *parts[head.behind :]], head.behind, head.said.get("subject", "")
        names = author_names([_ADDRESS.sub("", head.said["from"])])
        found = Message(list(parts), names, bare(subject), iso_date(head.said.get("date", "")))
    if found is None:
        return None
    return found._replace(parts=without_answered(found.parts))


def _is_passed_on(parts: Sequence[Part], start: int, head: _Head, subject: str) -> bool:
    above = sum(len(part.text.split()) for part in parts[start : head.first])
    below = sum(len(part.text.split()) for part in parts[head.behind :] if not part.reason)
    said = _leads()[1].match(subject) is not None
    return below > 0 and above <= ABOVE and (said or 3 * above < below)


def _head(parts: Sequence[Part], start: int) -> _Head | None:
    """The first lines of a head at or behind part `start`."""
    i = start
    while i < len(parts):
        end, said = i, dict[str, str]()
        while end < len(parts) and (told := _header(parts[end].text)) and (told[0] not in said or told[0] == "to"):
            said[told[0]] = told[1]
            end += 1
        if "from" in said and len(said) > 2 and ("subject" in said or "@" in said["from"]):
            return _Head(i - 1 if i > start and _tells(parts[i - 1].text) else i, end, said)
        i = max(end, i + 1)
    return None


def _header(line: str) -> tuple[str, str] | None:
    """What a line of a head is (`from`, `date`, `to`, `subject`), and what it says; None for other lines."""
    match = _HEADER.match(line)
    means = _labels().get(match["label"].lower()) if match else None
    if not match or not means or means in ("answer", "passed on", "automatic"):
        return None
    return means, match["value"].strip()


def _tells(line: str) -> bool:
    """`---------- Forwarded message ---------`, `Begin forwarded message:`, `________`."""
    return re.match(r"[-_=*]{3}", line) is not None or (line.endswith(":") and len(line.split()) < 7)


def without_answered(parts: Sequence[Part]) -> list[Part]:
    """Without what is answered: the lines behind `>` below one that says who wrote them, and that line."""
    told, out = False, list[Part]()
    for i, part in enumerate(parts):
        behind = parts[i + 1].text if i + 1 < len(parts) else ""
        wrote = behind.startswith(">") and _WROTE.fullmatch(part.text) is not None
        told = told or wrote
        quoted = wrote or (told and part.text.startswith(">"))
        out.append(_left_out(part, "answered") if quoted and not part.reason else part)
    return out


def _left_out(part: Part, rule: str) -> Part:
    return replace(part, role=None, reason=Reason.FURNITURE, rule=rule)


def without_original(parts: Sequence[Part], subject: str) -> Sequence[Part]:
    """An answer without the whole message that some programs put below it, head and all."""
    head = _head(parts, 0) if bare(subject) != subject and not _leads()[1].match(subject) else None
    if head is None:
        return parts
    below = (part if part.reason else _left_out(part, "answered") for part in parts[head.first :])
    return [*parts[: head.first], *below]


def take_answered(root: Any) -> list[Part]:
    """Take what a mail in HTML answers out of it, and leave `>` where it stood. What is passed on whole stands in such
    a quotation too, with its head: it stays."""
    taken: list[Part] = []
    for quotation in root.xpath("//blockquote[@type='cite' or contains(@class, 'quote')]")[:_MOST_QUOTED]:
        lines = [line for text in quotation.itertext() if (line := " ".join(text.split()))]
        if not any(map(_header, lines)):
            taken += [Part(line, None, Reason.FURNITURE, rule="answered") for line in lines]
            quotation.clear(keep_tail=True)
            quotation.text = ">"
    return taken
