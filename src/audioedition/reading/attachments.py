"""What is attached to a message -> Articles: a press release as a document is one, and the message a note about it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from email.message import Message
from pathlib import PurePosixPath
from typing import NamedTuple

from ..errors import AudioEditionError, NoStoryError, ReadingError
from ..facts.decoding import flat
from ..model import Article, Mark, Reason
from ..settings import ReadSettings
from .endings import ASSETS, REMEDIES, TYPES
from .passed_on import ABOVE, is_reply
from .plain import slug, unique
from .sources import Source

_MOST = 20
"""Attachments of one message that are read."""
_TOLD = 0.8
"""The share of its paragraphs that an attachment has in common with the message, from which on it is the same."""


def is_automatic(message: Message, subject: str) -> bool:
    """Whether a machine answers for somebody who is away, or says that a message could not be delivered (RFC 3834)."""
    said = str(message.get("Auto-Submitted", "")).lower().startswith("auto-replied")
    said = said or message.get_content_type() == "multipart/report" or message.get("X-Failed-Recipients") is not None
    return said or "mailer-daemon" in str(message.get("From", "")).lower() or is_reply(subject)


def with_attached(
    message: Message,
    name: str,
    source: Source,
    settings: ReadSettings,
    names: set[str],
    own: Callable[[], list[Article | ReadingError]],
    letter: Callable[[Message, str], list[Article | ReadingError]],
) -> list[Article | ReadingError]:
    """The articles of a message, which `own` gives, and of its attachments; those of a message `letter` gives, by its
    name. A message that is a note of `ABOVE` words on what is attached to it is left out with it; an attachment that
    says what the message says is not read again."""
    documents = list(_attached(message))
    found = _of_itself(own, documents, name)
    told = [article for article in found if isinstance(article, Article)]
    read: list[Article | ReadingError] = []
    for document in documents[:_MOST]:
        called = unique(f"{source.name}#{slug(document.called) or 'attached'}", names)
        read += _read(document, called, source, settings, letter)
    notes = [str(error.problem) for error in read if isinstance(error, ReadingError)]
    added = [replace(article, published=_date(message) or article.published) for article in _new(read, told)]
    if added and _is_note(told, added[0]):
        found, added[0] = [], _with_note(added[0], told[0])
    return _noted([*found, *added], notes, name)


def _of_itself(
    own: Callable[[], list[Article | ReadingError]], documents: list[_Document], name: str
) -> list[Article | ReadingError]:
    """The articles of a message without what is attached; none where only that may hold any."""
    try:
        return own()
    except ReadingError as e:
        if any(document.end in TYPES for document in documents):
            return []
        notes = [_note(document.called, REMEDIES[document.end]) for document in documents]
        raise ReadingError(e.problem, article=name, remedy="; ".join(notes) or e.remedy) from e


def _new(read: list[Article | ReadingError], told: list[Article]) -> list[Article]:
    """The articles among `read` that say something else than those that are `told` already."""
    return [article for article in read if isinstance(article, Article) and not _is_told(article, told)]


def _note(called: str, why: str) -> str:
    return f"attached to it, not read: {called} ({why})"


def _is_note(message: list[Article], attached: Article) -> bool:
    """Whether a message is a note on what is attached to it."""
    words = _words(message[0]) if len(message) == 1 else ABOVE + 1
    return words <= ABOVE and 3 * words < _words(attached)


def _noted(found: list[Article | ReadingError], notes: list[str], name: str) -> list[Article | ReadingError]:
    """The articles of a message, the first of them with notes. Raises ReadingError if there is none."""
    if not found:
        raise ReadingError("holds no text", article=name, remedy="; ".join(notes))
    first = found[0]
    return [replace(first, notes=(*first.notes, *notes)) if isinstance(first, Article) else first, *found[1:]]


class _Document(NamedTuple):
    """What is attached to a message: a file, or another message."""

    called: str
    end: str
    """Of its name."""
    data: bytes
    letter: Message | None = None


def _attached(message: Message) -> Iterator[_Document]:
    """Every document and every message that is attached; pictures, sounds and the like are none."""
    pending = [message]
    while pending:
        part = pending.pop()
        inner = _within(part)
        if part is not message and part.get_content_type() == "message/rfc822":
            yield from (_Document(flat(str(p.get("Subject", "")))[:200], ".eml", b"", p) for p in inner[:1])
        elif part.is_multipart():
            pending.extend(reversed(inner))
        else:
            yield from _file(part)


def _within(part: Message) -> list[Message]:
    inner = part.get_payload() if part.is_multipart() else []
    return [p for p in inner if isinstance(p, Message)] if isinstance(inner, list) else []


def _file(part: Message) -> Iterator[_Document]:
    """A part as a document, if its name says that it is one."""
    called = flat(part.get_filename() or "")[:200]
    end = PurePosixPath(called).suffix.lower()
    if (end in TYPES or end in REMEDIES) and end not in ASSETS:
        data = part.get_payload(decode=True)
        if isinstance(data, bytes) and data.strip():
            yield _Document(called, end, data)


def _date(message: Message) -> str | None:
    from .mail import date_of

    return date_of(message)


def _read(
    document: _Document,
    name: str,
    source: Source,
    settings: ReadSettings,
    letter: Callable[[Message, str], list[Article | ReadingError]],
) -> list[Article | ReadingError]:
    """The articles of a document; what cannot be read is an error that says so."""
    from . import read_source

    called, end, data, inner = document
    if end not in TYPES:
        return [ReadingError(_note(called, REMEDIES[end]), article=name)]
    try:
        if inner is not None:
            return letter(inner, name)
        return read_source(Source(name, media_type=TYPES[end], section=source.section), data, settings)
    except NoStoryError:
        return []
    except AudioEditionError as e:
        return [ReadingError(_note(called, e.problem), article=name, remedy=e.remedy)]


def _words(article: Article) -> int:
    """How many words of an article are read, for all that its source knows."""
    left_out = sum(len(article.text[m.start : m.end].split()) for m in article.marks if m.reason)
    return len(article.text.split()) - left_out


def _is_told(article: Article, others: list[Article]) -> bool:
    """Whether most of an article's paragraphs stand in the others."""
    paragraphs = [key for line in article.text.split("\n\n") if (key := _key(line))]
    there = "\n".join(_key(other.text) for other in others)
    return sum(len(p) for p in paragraphs if p in there) > _TOLD * sum(map(len, paragraphs))


def _key(text: str) -> str:
    return re.sub(r"\W+", " ", text).casefold().strip()


def _with_note(article: Article, note: Article) -> Article:
    """An article that was attached, and below it as left out the message that it came with."""
    start = len(article.text) + 2
    text = f"{article.text}\n\n{note.text}"
    mark = Mark(start, len(text), None, Reason.FURNITURE, rule="mail/note on what is attached")
    return replace(article, text=text, marks=(*article.marks, mark), notes=(*article.notes, *note.notes))
