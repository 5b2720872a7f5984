"""Messages that Outlook saves (`.msg`, MS-OXMSG) -> Articles: each becomes a message of mail, and is read as one.

A message's properties are streams named after their number and type: `__substg1.0_0037001F` is the subject in UTF-16.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email import encoders
from email.message import Message
from email.mime.base import MIMEBase
from email.mime.message import MIMEMessage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from email.utils import format_datetime

from ..errors import NoStoryError, ReadingError
from ..facts.decoding import decode, flat
from ..model import Article
from ..settings import ReadSettings
from . import mail
from .compound import Compound, in_code_page
from .sources import Source

_CLASS, _SUBJECT, _HEAD, _TEXT, _RTF, _HTML, _ID = "001A", "0037", "007D", "1000", "1009", "1013", "1035"
_SENDER, _ON_BEHALF_OF = ("0C1A", "5D01", "0C1F"), ("0042", "5D02", "0065")
"""The name, and the address in two forms, of who sent it."""
_DATA, _NAMES, _TYPE = "3701", ("3707", "3704", "3001"), "370E"
"""Of what is attached: its bytes, its name in three forms, its media type."""
_SENT, _RECEIVED, _PAGE = 0x00390040, 0x0E060040, 0x3FFD0003
"""Numbers and types of properties that are no streams."""
_NO_STORIES = re.compile(r"(?:ipm\.(?:appointment|schedule|contact|distlist|task|activity)|report\.)", re.I)
"""Classes of a calendar's, an address book's and a to-do list's entries, and of what machines answer."""
_DEEPEST = 3
"""Messages in messages that are read."""
_MOST = 200
"""Attachments of one message."""


def read_msg(data: bytes, source: Source, settings: ReadSettings) -> list[Article | ReadingError]:
    """The articles of a message and of what is attached to it. Raises NoStoryError for what is no message."""
    file = Compound(data, source.name, settings.max_bytes)
    letter = _Letter(file, ())
    kind = letter.text(_CLASS)
    if _NO_STORIES.match(kind):
        raise NoStoryError(f"is no message of a person ({flat(kind)[:40]})", article=source.name, remedy="remove it")
    return mail.read_message(letter.message(), source, settings)


class _Letter:
    """A message in a compound file: the file itself, or what is attached in a storage of it."""

    def __init__(self, file: Compound, folder: tuple[str, ...]) -> None:
        self.file, self.folder = file, folder
        self._fixed = _fixed(file.read(*folder, "__properties_version1.0"), 24 if folder else 32)
        self._names = {path[-1].upper(): path for path in file.within(*folder)}

    def _stream(self, name: str) -> bytes:
        path = self._names.get(f"__SUBSTG1.0_{name}")
        return self.file.read(*path) if path else b""

    def text(self, *numbers: str) -> str:
        """The first of these properties that says something."""
        for number in numbers:
            if wide := self._stream(f"{number}001F"):
                return wide.decode("utf-16-le", "replace").partition("\0")[0]
            if narrow := self._stream(f"{number}001E"):
                return in_code_page(narrow, self._fixed.get(_PAGE))
        return ""

    def message(self, deep: int = 0) -> Message:
        """As mail: its head, its text, what is attached to it."""
        message = MIMEMultipart()
        self._take_head(message)
        for part in self._bodies():
            message.attach(part)
        for folder in self.file.folders(*self.folder)[: _MOST + 1]:
            if folder.lower().startswith("__attach"):
                for part in _Letter(self.file, (*self.folder, folder)).attached(deep):
                    message.attach(part)
        return message

    def _take_head(self, message: Message) -> None:
        head = mail.parsed(self.text(_HEAD).encode("utf-8", "replace"), self.file.article)
        for name, value in head.items():
            if not name.lower().startswith(("content-type", "content-transfer", "mime-version")):
                message[name] = value
        if subject := flat(self.text(_SUBJECT)):
            del message["Subject"]
            message["Subject"] = subject
        if "From" not in message:
            names = [self.text(_ON_BEHALF_OF[0]) or self.text(_SENDER[0])]
            message["From"] = flat(" ".join(filter(None, names)))
        if "Message-ID" not in message and (own := flat(self.text(_ID))):
            message["Message-ID"] = own
        sent = self._fixed.get(_SENT) or self._fixed.get(_RECEIVED)
        if "Date" not in message and sent:
            message["Date"] = _date(sent)

    def _bodies(self) -> Iterator[Message]:
        html, text = self._stream(f"{_HTML}0102") or self.text(_HTML).encode(), self.text(_TEXT)
        if html.strip(b"\0 \r\n\t"):
            yield MIMEText(decode(html, article=self.file.article), "html", "utf-8")
        elif text.strip():
            yield MIMEText(text, "plain", "utf-8")
        elif rtf := unpacked(self._stream(f"{_RTF}0102")):
            from .office import text_of_rtf

            yield MIMEText(text_of_rtf(rtf, self.file.article), "plain", "utf-8")

    def attached(self, deep: int) -> Iterator[Message]:
        """What an attachment is: a document, or a message with all that is in it."""
        inner = (*self.folder, f"__substg1.0_{_DATA}000D")
        if deep < _DEEPEST and any(True for _ in self.file.within(*inner)):
            yield MIMEMessage(_Letter(self.file, inner).message(deep + 1))
        elif data := self._stream(f"{_DATA}0102"):
            major, _, minor = (flat(self.text(_TYPE)) or "application/octet-stream").partition("/")
            part = MIMEBase(major or "application", minor or "octet-stream")
            part.set_payload(data)
            encoders.encode_base64(part)
            part.add_header("Content-Disposition", "attachment", filename=("utf-8", "", flat(self.text(*_NAMES))))
            yield part


def _fixed(data: bytes, head: int) -> dict[int, int]:
    """The properties of fixed size, by number and type: 16 bytes each behind a head."""
    found: dict[int, int] = {}
    for at in range(head, len(data) - 15, 16):
        found[int.from_bytes(data[at : at + 4], "little")] = int.from_bytes(data[at + 8 : at + 16], "little")
    return found


def _date(ticks: int) -> str:
    """A moment in hundreds of nanoseconds since 1601, as mail writes it."""
    try:
        return format_datetime(datetime(1601, 1, 1, tzinfo=UTC) + timedelta(microseconds=ticks // 10))
    except (OverflowError, ValueError):
        return ""


_DICTIONARY = (
    rb"{\rtf1\ansi\mac\deff0\deftab720{\fonttbl;}{\f0\fnil \froman \fswiss \fmodern \fscript \fdecor "
    b"MS Sans SerifSymbolArialTimes New RomanCourier"
    rb"{\colortbl\red0\green0\blue0" + b"\r\n" + rb"\par \pard\plain\f0\fs20\b\i\u\tab\tx"
)
"""What the first references point into (MS-OXRTFCP, 2.1.2.1)."""


def unpacked(data: bytes) -> bytes:
    """RTF as Outlook packs it (MS-OXRTFCP); nothing for what is none."""
    if data[8:12] == b"MELA":
        return data[16:]
    if data[8:12] != b"LZFu":
        return b""
    ring = bytearray(_DICTIONARY.ljust(4096, b"\0"))
    to, at, out = len(_DICTIONARY), 16, bytearray()
    while at < len(data):
        flags = data[at]
        at += 1
        for bit in range(8):
            if at >= len(data):
                break
            if flags >> bit & 1:
                code = int.from_bytes(data[at : at + 2], "big")
                at += 2
                if code >> 4 == to:
                    return bytes(out)
                piece = [(code >> 4) + i for i in range((code & 15) + 2)]
            else:
                piece = [-1]
                at += 1
            for place in piece:
                sign = data[at - 1] if place < 0 else ring[place & 4095]
                ring[to] = sign
                to = (to + 1) & 4095
                out.append(sign)
    return bytes(out)
