"""Mail (RFC 5322, MIME) and mailboxes (mbox) -> Articles. The HTML part is preferred, attachments are ignored."""

from __future__ import annotations

import re
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parsedate_to_datetime

from ..errors import AudioEditionError, ReadingError
from ..facts.bylines import author_names
from ..facts.decoding import clean, decode, flat
from ..facts.language_codes import language_code
from ..model import Article
from ..settings import ReadSettings
from .composing import Part, compose, opening
from .plain import paragraphs, slug, unique
from .sources import Source

_FROM_LINE = re.compile(rb"(?:\A|(?<=\n\n)|(?<=\n\r\n))From \S+ [^\n]*\d{4}[ \t\r]*$", re.M)
_SUBJECT_LEAD = re.compile(r"^(?:(?:re|fwd?|aw|wg|tr)\s*:\s*|\[[^\[\]]{1,40}\]\s*)+", re.I)
_FOOTER = re.compile(
    r"\b(?:unsubscribe|manage (?:your )?(?:preferences|subscription)|view (?:this (?:email )?)?in (?:your )?browser|"
    r"you(?:['’]re| are) receiving this|you received this (?:e-?mail|message|newsletter)|all rights reserved|"
    r"this (?:e-?mail|message) was sent (?:to|by)|(?:update|change) your (?:e-?mail )?(?:preferences|address)|"
    r"abmelden|abbestellen|désabonner|désinscrire|darse de baja|cancellati|cancelar a inscrição|afmelden)\b",
    re.I,
)

_POSTAL = re.compile(r"\d{1,5}.{0,80},|,.{0,80}\b(?:\d{4,5}|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2})\b|©")


def read(data: bytes, source: Source, settings: ReadSettings) -> list[Article | ReadingError]:
    """The article of one message."""
    return [_message(data, source.name, source, settings)]


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
            found.append(_message(raw, name, source, settings))
        except AudioEditionError as e:
            found.append(ReadingError(e.problem, article=name, remedy=e.remedy))
    return found


def _message(data: bytes, name: str, source: Source, settings: ReadSettings) -> Article:
    try:
        message = message_from_bytes(data, policy=policy.default)
        if not isinstance(message, EmailMessage):
            raise ReadingError("is no mail", article=name)
        subject, sender, date = (_header(message, h) for h in ("Subject", "From", "Date"))
        part = message.get_body(preferencelist=("html", "plain"))
        content = part.get_payload(decode=True) if part is not None else None
        kind = part.get_content_type() if part is not None else ""
        charset = part.get_content_charset() if part is not None else None
        language = _header(message, "Content-Language")
    except AudioEditionError:
        raise
    except Exception as e:  # the standard library's parser raises of every kind on broken mail
        raise ReadingError(f"is broken mail: {type(e).__name__}", article=name, remedy="save the message again") from e
    if not isinstance(content, bytes) or not content.strip():
        raise ReadingError("holds no text", article=name, remedy="give a message with a text or HTML part")
    text = decode(content, declared=charset, article=name)
    if kind == "text/html":
        from .fragments import html_parts

        parts = html_parts(text, settings, headline=subject, sent=True)
        parts = [_read_out(p) for p in parts]
    else:
        text = re.split(r"^-- $", clean(text), maxsplit=1, flags=re.M)[0]  # the signature, RFC 3676
        parts = [_read_out(Part(p)) for p in paragraphs(text).split("\n\n")]
    parts = _without_address(parts)
    headline = _SUBJECT_LEAD.sub("", subject) or None
    bylines = author_names([re.sub(r"<[^<>]*>|\"", "", sender)])
    return compose(
        [*opening(headline=headline, bylines=bylines), *parts],
        name=name, headline=headline, bylines=bylines, published=_date(date), section=source.section,
        language=language_code(language), guid=_header(message, "Message-ID") or None,
    )  # fmt: skip


def _read_out(part: Part) -> Part:
    footer = len(part.text) < 300 and _FOOTER.search(part.text)
    return Part(part.text, None, part.reason or "page furniture") if footer else part


def _without_address(parts: list[Part]) -> list[Part]:
    """Without the sender's address, which stands among the last notices of a newsletter."""
    end = len(parts)
    while end and (parts[end - 1].reason or (len(parts[end - 1].text) < 120 and _POSTAL.search(parts[end - 1].text))):
        end -= 1
    notices = any(part.reason for part in parts[end:])
    return (
        [*parts[:end], *(Part(p.text, None, p.reason or "page furniture") for p in parts[end:])] if notices else parts
    )


def _header(message: EmailMessage, name: str) -> str:
    return flat(str(message.get(name, "")))[:1000]


def _date(text: str) -> str | None:
    try:
        return parsedate_to_datetime(text).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
