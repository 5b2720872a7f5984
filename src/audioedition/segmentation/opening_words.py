"""Lines that words alone tell: sections over headlines, and the marks of a press release."""

from __future__ import annotations

import re
from typing import NamedTuple

from ..lexis.tables import Lexis, derived

SALUTATION = re.compile(
    r"(?:SIR|MADAM|Sir|Madam|Dear (?:Sir|Madam|Editor|Sirs)|To the [Ee]ditor|THE EDITOR|Editor|A chara)"
    r"(?: or Madam|, Sir)?\s?[,:.–—-]"
)
"""What a letter to the editor begins with: `SIR – I refer to …`."""


_GREETING = re.compile(
    r"(?:Dear|Beloved) [^.!?:]{3,60}[,:!]?|(?:Hello|Hi|Greetings|Good (?:morning|evening))\b[^.?]{0,40}[,!]"
)


def is_greeting(text: str) -> bool:
    """Whether a line greets those whom a letter is for: `Dear parents and carers,`"""
    return _GREETING.fullmatch(text) is not None


class _Phrases(NamedTuple):
    """Words that lines consist of, in small letters, and forms with a `*`."""

    whole: frozenset[str]
    open: re.Pattern[str]

    def are(self, line: str) -> bool:
        return line.lower() in self.whole or self.open.fullmatch(line) is not None


def _phrases(lexis: Lexis, table: str, rest: str) -> _Phrases:
    words = {row["word"] for row in lexis.everywhere(table)}
    starred = sorted((word for word in words if "*" in word), key=len, reverse=True)
    forms = (re.escape(word).replace(r"\ ", " ").replace(r"\*", rest) for word in starred)
    return _Phrases(frozenset(word.lower() for word in words), re.compile("|".join(forms) or r"(?!)", re.I))


@derived
def _kickers(lexis: Lexis) -> _Phrases:
    return _phrases(lexis, "kickers", r"[\w'’-]+(?: [\w'’-]+)?")


@derived
def _releases(lexis: Lexis) -> _Phrases:
    return _phrases(lexis, "releases", r".{0,120}")


@derived
def _gathered(lexis: Lexis) -> _Phrases:
    return _phrases(lexis, "gathered", r"[\w'’]+(?: [\w'’]+)?")


@derived
def _letters_pages(lexis: Lexis) -> frozenset[str]:
    return frozenset(row["word"] for row in lexis.everywhere("gathered") if row.get("letters"))


def is_page_of_letters(text: str) -> bool:
    """Whether a line is what a page of letters to the editor is called: `Leserbriefe`, `Cartas al director`."""
    return text.strip().rstrip(":").lower() in _letters_pages()


def is_gathered(text: str) -> bool:
    """Whether a line may name a page of several short items: `NEWS IN BRIEF`, `Death notices`."""
    return len(text) <= 40 and _gathered().are(text.replace("’", "'").rstrip(":"))


def is_kicker(text: str) -> bool:
    """Whether a line is a section or a kind of story, or the way to it: `Opinion`, `Home / News / Local`."""
    parts = re.split(r"\s*(?:[|/>›»•·]|\s[–—-]\s)\s*", text.replace("’", "'")) if len(text) <= 60 else []
    if len(parts) > 2 and re.search(r"[/>›»]", text) and all(0 < len(part.split()) < 4 for part in parts):
        return True  # the way through a site: `Home / News / Local`
    return bool(parts) and all(map(_kickers().are, parts))


def is_release(text: str) -> bool:
    """Whether a line is a mark of a press release: `FOR IMMEDIATE RELEASE`, an embargo, a reference."""
    return len(text) <= 140 and _releases().are(text.strip(" *–—-:.!").replace(":", ""))
