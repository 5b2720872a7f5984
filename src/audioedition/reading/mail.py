"""Mail (RFC 5322, MIME) and mailboxes (mbox) -> Articles. The HTML part is preferred; attachments: `attachments`."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterator, Sequence
from email import message_from_bytes
from email.errors import MessageError
from email.header import decode_header
from email.message import Message
from email.policy import Compat32
from email.utils import parsedate_to_datetime

from ..errors import AudioEditionError, NoStoryError, ReadingError
from ..facts.bylines import author_names
from ..facts.decoding import clean, decode, flat
from ..facts.language_codes import language_code
from ..model import Article, Reason
from ..settings import ReadSettings
from . import passed_on
from .attachments import is_automatic, with_attached
from .composing import Part, compose, opening, text_parts
from .courtesies import without_courtesies
from .fragments import outlined, tree
from .newsletters import letter_of
from .outline import Outline
from .plain import slug, unique
from .releases import without_release
from .senders import of_sender
from .sources import Source

_FROM_LINE = re.compile(rb"(?:\A|(?<=\n\n)|(?<=\n\r\n))From \S+ [^\n]*\d{4}[ \t\r]*$", re.M)
_FOOTER = re.compile(
    r"\b(?:unsubscribe|manage (?:your )?(?:preferences|subscription)|view (?:this (?:email )?)?in (?:your )?browser|"
    r"you(?:['’]re| are) receiving this|you received this (?:e-?mail|message|newsletter)|all rights reserved|"
    r"this (?:e-?mail|message) was sent (?:to|by)|(?:update|change) your (?:e-?mail )?(?:preferences|address)|"
    r"abmelden|abbestellen|désabonner|désinscrire|darse de baja|cancellati|cancelar a inscrição|afmelden)\b",
    re.I,
)

_SIGNATURE = re.compile(r"^-- ?$|^_{20,}\n(?=[^\n]{1,100}mailing list$)", re.M)
"""The line above a signature (RFC 3676; some clients strip its space), and above what Mailman says of the list."""
_SIGNS = re.compile(r"^(?:[-=_*~#] ?){8,80}$", re.M)
_LONGEST_FOOT = 1200
"""Characters of what a list says at the end of a message."""
_POSTAL = re.compile(r"\d{1,5}.{0,80},|,.{0,80}\b(?:\d{4,5}|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2})\b|©")


def read(data: bytes, source: Source, settings: ReadSettings) -> list[Article | ReadingError]:
    """The article of one message, or of each message in a digest."""
    return _read(data, source.name, source, settings, set())


def read_message(message: Message, source: Source, settings: ReadSettings) -> list[Article | ReadingError]:
    """The articles of a message that another format holds."""
    return _message(message, source.name, source, settings, set())


def read_mailbox(data: bytes, source: Source, settings: ReadSettings) -> list[Article | ReadingError]:
    """An article for each message of a mailbox, named after its subject."""
    starts = [m.start() for m in _FROM_LINE.finditer(data)] or [0]
    found: list[Article | ReadingError] = []
    names: set[str] = set()
    for start, end in zip(starts, [*starts[1:], len(data)], strict=True):
        if len(found) >= settings.max_entries:
            found.append(
                ReadingError(
                    f"holds more than {settings.max_entries} messages; the others were not read", article=source.name
                )
            )
            break
        raw = data[start:end].partition(b"\n")[2] if data[start : start + 5] == b"From " else data[start:end]
        subject = re.search(rb"^Subject:[ \t]*(.*)$", raw[:20_000], re.M | re.I)
        stem = slug(decode(subject[1]) if subject and b"\0" not in subject[1] else f"message-{len(found) + 1}")
        name = unique(f"{source.name}#{stem}", names)
        try:
            found += _read(raw, name, source, settings, names)
        except AudioEditionError as e:
            found.append(ReadingError(e.problem, article=name, remedy=e.remedy))
    return found


def _read(
    data: bytes, name: str, source: Source, settings: ReadSettings, names: set[str]
) -> list[Article | ReadingError]:
    """The article of a message; of a digest (RFC 2046, 5.1.5) one for each message in it."""
    message = parsed(data, name)
    inner = (
        [part for part in message.walk() if part.get_content_type() == "multipart/digest"] if b"igest" in data else []
    )
    letters = [m for part in inner for m in _payload(part) if m.get_content_type() == "message/rfc822"]
    if not letters:
        return _message(message, name, source, settings, names)
    found: list[Article | ReadingError] = []
    for letter in itertools.chain.from_iterable(map(_payload, letters[: settings.max_entries])):
        stem = slug(passed_on.bare(_header(letter, "Subject"))) or "message"
        called = unique(f"{source.name}#{stem}", names)
        try:
            found += _message(letter, called, source, settings, names)
        except AudioEditionError as e:
            found.append(ReadingError(e.problem, article=called, remedy=e.remedy))
    return found


def _payload(part: Message) -> list[Message]:
    """The messages right inside of a part."""
    inner = (
        part.get_payload() if part.is_multipart() else []
    )  # text would be decoded as its head says, whatever it says
    return [p for p in inner if isinstance(p, Message)] if isinstance(inner, list) else []


MOST_PARTS = 2000
"""A message of more parts is refused; one with fifty pictures has fifty-two."""
_LONGEST_HEADER = 4000
"""Of a header no more is looked at: addresses, parameters and encoded words cost the parser more than their length."""


_OPENING = re.compile(rb"^--\S[^\n]*\n[A-Za-z-]+:", re.M)
"""A line that divides parts, and the first header behind it."""


class _Bounded(Compat32):
    """The oldest policy of the standard library: it parses a header only when asked, and raises for none."""

    def header_source_parse(self, sourcelines: Sequence[str]) -> tuple[str, str]:
        name, value = super().header_source_parse(list(sourcelines))
        return name, value[:_LONGEST_HEADER]


def parsed(data: bytes, article: str) -> Message:
    """The tree of a message (RFC 5322, MIME). Raises ReadingError for one with too many parts or too deep a tree."""
    if data.count(b"\n--") > MOST_PARTS and sum(1 for _ in _OPENING.finditer(data)) > MOST_PARTS:
        raise ReadingError(f"has more than {MOST_PARTS} parts", article=article, remedy="save its text by itself")
    try:
        return message_from_bytes(data, policy=_Bounded())
    except RecursionError as e:
        raise ReadingError("is nested too deep", article=article, remedy="save its text by itself") from e


_DEEPEST = 5
"""Messages that are attached to messages: those that lie deeper are refused."""


def _message(
    message: Message, name: str, source: Source, settings: ReadSettings, names: set[str], deep: int = 0
) -> list[Article | ReadingError]:
    """The articles of a message: its own and those of its attachments."""
    if is_automatic(message, _header(message, "Subject")):
        return [NoStoryError("is an automatic reply", article=name, remedy="remove it")]
    own = functools.partial(_own, message, name, source, settings, names)
    if not message.is_multipart():
        return own()

    def letter(inner: Message, called: str) -> list[Article | ReadingError]:
        """The articles of a message that is attached."""
        if deep == _DEEPEST:
            return [ReadingError("is nested too deep", article=called, remedy="save its text by itself")]
        return _message(inner, called, source, settings, names, deep + 1)

    return with_attached(message, name, source, settings, names, own, letter)


def _own(
    message: Message, name: str, source: Source, settings: ReadSettings, names: set[str]
) -> list[Article | ReadingError]:
    """The article of a message; of a newsletter with several stories one for each, and one for what stands above."""
    subject = _header(message, "Subject")
    page, parts = _content(message, name, subject, settings)
    parts = _without_address(parts)
    headline = without_release(passed_on.bare(subject)) or None
    bylines = author_names([re.sub(r"<[^<>]*>|\"", "", _header(message, "From"))])
    guid = _header(message, "Message-ID") or None
    published, language = date_of(message), language_code(_header(message, "Content-Language"))
    if inner := passed_on.message_in(parts, subject):
        parts, headline = inner.parts, without_release(inner.subject) or headline
        bylines, published = inner.bylines, inner.published or published
    else:
        parts = list(passed_on.without_original(parts, subject))
    told = letter_of(page, parts) if page is not None else None
    if told is None:
        parts = without_courtesies(parts, to_readers=any(message.get(header) for header in _OF_LISTS))

    def article(title: str | None, parts: Sequence[Part], called: str, url: str | None = None) -> Article:
        return compose(
            [*opening(headline=title, bylines=bylines), *parts],
            name=called, headline=title, bylines=bylines, published=published, section=source.section,
            language=language, url=url, guid=None if url else guid,
        )  # fmt: skip

    if told is None or len(told.stories) >= settings.max_entries:
        return [article(headline, parts, name)]
    found: list[Article | ReadingError] = [article(headline, told.above, name)] if told.above else []
    for story in told.stories:
        called = unique(f"{source.name}#{slug(story.title)}", names)
        found.append(article(story.title, story.parts, called, story.url))
    return found


_OF_LISTS = ("List-Unsubscribe", "List-Id", "List-Post")


def _content(message: Message, name: str, subject: str, settings: ReadSettings) -> tuple[Outline | None, list[Part]]:
    """The parts of a message, and if it is in HTML the blocks that they are. Raises ReadingError if it has no text."""
    part, content = _body(message)
    if part is None:
        raise ReadingError("holds no text", article=name, remedy="give a message with a text or HTML part")
    text = decode(content, declared=charset_of(part), article=name)
    if part.get_content_type() == "text/html":
        root = tree(text)
        if root is None:
            return None, []
        answered = passed_on.take_answered(root)
        page, parts = outlined(root, settings, headline=subject, sent=True)
        parts = [_read_out(part) for part in passed_on.without_answered(parts)]
        return (None, [*parts, *answered]) if answered else (page, parts)
    text, *below = _SIGNATURE.split(passed_on.unquoted(clean(text)), maxsplit=1)
    if not below:
        text, *below = _of_list(text)
    signature = (Part(p.text, None, Reason.FURNITURE) for p in text_parts("".join(below)))
    return None, [*map(_read_out, passed_on.without_answered(text_parts(text))), *signature]


def _of_list(text: str) -> list[str]:
    """A text, and what a list adds at its end below a line of signs: `-=-=-=-`, `Groups.io Links: …`."""
    for rule in reversed(list(_SIGNS.finditer(text))):
        below = text[rule.end() :].strip()
        if len(below) > _LONGEST_FOOT:
            break
        if _FOOTER.search(below):
            return [text[: rule.start()], below]
    return [text]


def _body(message: Message) -> tuple[Message | None, bytes]:
    """The part that a reader sees and its bytes: the first in HTML, else in plain text, not attached and not empty."""
    shown = [part for part in _parts(message) if part.get_content_disposition() != "attachment"]
    for kind in ("text/html", "text/plain"):
        for part in shown:
            content = part.get_payload(decode=True) if part.get_content_type() == kind else None
            if isinstance(content, bytes) and content.strip():
                return part, content
    return None, b""


def _parts(message: Message) -> Iterator[Message]:
    """Every part that holds no others, in order, but for those of messages that are attached."""
    pending = [message]
    while pending:
        part = pending.pop()
        if not part.is_multipart():
            yield part
        elif part.get_content_maintype() == "multipart":
            pending.extend(reversed(_payload(part)))


_CHARSET = re.compile(r"charset\*?\s*=\s*[\"']?(?:[\w-]*'[\w-]*')?([\w.:-]{1,40})", re.I)


def charset_of(part: Message) -> str | None:
    """The encoding that a part declares."""
    found = _CHARSET.search(str(part.get("Content-Type", "")))
    return found[1] if found else None


def _read_out(part: Part) -> Part:
    """A part; what the sender says of itself and of the list is left out."""
    if part.reason:
        return part
    footer = len(part.text) < 300 and _FOOTER.search(part.text)
    reason = of_sender(part.text) or (Reason.FURNITURE if footer else None)
    return Part(part.text, None, reason, rule="fragment/phrase of a page") if reason else part


def _without_address(parts: list[Part]) -> list[Part]:
    """Without the sender's address, which stands among the last notices of a newsletter."""
    end = len(parts)
    while end and (parts[end - 1].reason or (len(parts[end - 1].text) < 120 and _POSTAL.search(parts[end - 1].text))):
        end -= 1
    notices = any(part.reason for part in parts[end:])
    return (
        [*parts[:end], *(Part(p.text, None, p.reason or Reason.FURNITURE) for p in parts[end:])] if notices else parts
    )


_ENCODED = re.compile(r"=\?[\w.:*-]{1,60}\?[bqBQ]\?[^?\n]{0,1000}\?=(?:\s+(?==\?))?")


def _header(message: Message, name: str) -> str:
    """A header's words: encoded ones (RFC 2047) decoded, raw bytes as the text they are."""
    raw = str(message.get(name, ""))
    if not raw.isascii():
        raw = decode(raw.encode("utf-8", "surrogateescape"))
    return flat(_ENCODED.sub(_word, raw))[:1000]


def _word(match: re.Match[str]) -> str:
    try:
        (data, charset), *_ = decode_header(match[0].strip())
        return data if isinstance(data, str) else decode(data, declared=charset)
    except (ValueError, MessageError, AudioEditionError):  # what is wrongly encoded stands as it is
        return match[0]


def date_of(message: Message) -> str | None:
    """When a message was sent, in ISO form."""
    try:
        return parsedate_to_datetime(_header(message, "Date")).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
