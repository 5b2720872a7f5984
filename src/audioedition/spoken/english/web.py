"""E-mail addresses, web addresses, handles and hashtags, as they are read out on air: no "https", no "www"."""

from __future__ import annotations

import re
from string import ascii_letters, digits

from ...lexis import english
from .. import numbers as num
from ..scan import FIGURES, LETTER, SYMBOL, WORD, Context, Reading, Rule
from . import usage
from .codes import letters, vowels

PART = re.compile(r"[A-Za-z]+|\d+|[^\W\d_]+|.", re.S)
CLOSING = ".,;:!?'\"’”)-"


def spoken_address(address: str) -> str:
    """`a1.b@site.co.uk` -> "a one dot b at site dot co dot U K"."""
    address = re.sub(r"^(?:https?|ftp|file):/{2,3}|^mailto:", "", address, flags=re.I)
    address = re.sub(r"^www\.", "", address, flags=re.I)
    address = re.split(r"[?#]", address, maxsplit=1)[0].rstrip("/") or address
    pieces = PART.findall(address)
    host_end = next((i for i, p in enumerate(pieces) if p == "/"), len(pieces))
    words = []
    for i, piece in enumerate(pieces):
        if piece.isdecimal():
            words.append(num.digits(piece))
        elif piece.isalpha():
            top = i + 1 == host_end and i and pieces[i - 1] == "." and len(piece) == 2
            words.append(letters(piece) if top or (1 < len(piece) < 5 and not vowels(piece)) else piece)
        else:
            words.append(english.address_signs().get(piece, ""))
    return " ".join(w for w in words if w)


def email(m: re.Match[str], ctx: Context) -> Reading | None:
    address = m.group().rstrip(CLOSING)
    return spoken_address(address), m.start() + len(address)


def url(m: re.Match[str], ctx: Context) -> Reading | None:
    address = m.group().rstrip(CLOSING)
    return spoken_address(address) or "a link", m.start() + len(address)


def domain(m: re.Match[str], ctx: Context) -> Reading | None:
    """`bbc.co.uk/news`, `example.com`: only a known top-level domain makes one of dotted words."""
    labels = m.group("host").split(".")
    top = labels[-1]
    if top.lower() not in english.top_level() or not (top.islower() or top.isupper()) or ctx.glued() in ("@", "."):
        return None
    if not any(map(str.isalpha, labels[0])) or all(len(label) < 2 for label in labels[:-1]):
        return None
    if top in english.top_level_words() and len(labels) == 2 and not m.group("path"):
        return None
    address = m.group().rstrip(CLOSING)
    return spoken_address(address), m.start() + len(address)


def handle(m: re.Match[str], ctx: Context) -> Reading | None:
    """`@harbor_news` -> "at harbor news"."""
    return None if ctx.glued().isalnum() else (f"at {split_words(m.group('name'))}", m.end())


def hashtag(m: re.Match[str], ctx: Context) -> Reading | None:
    """`#SaveOurPier2025` -> "hashtag Save Our Pier twenty twenty-five", `#1` -> "number one"."""
    name = m.group("name")
    if ctx.glued().isalnum():
        return None
    if name.isdecimal():
        return f"number {num.integer(name, ctx.british)}", m.end()
    coded = re.fullmatch(r"[A-Z]{0,3}\d{4,}|\d{1,4}[A-Z]", name)  # "45 Oak Ave. #2B"
    if coded or ctx.before() in usage.numbered_files():
        return "number ", m.start("name")
    return f"hashtag {split_words(name)}", m.end()


CAMEL = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[^\W\d_A-Z]+|\d+|[^\W_]")


def split_words(name: str) -> str:
    """The words of `SaveOurPier2025` or `news_desk`."""
    words = []
    for piece in CAMEL.findall(name):
        if piece.isdecimal():
            words.append(num.code(piece) if len(piece) < 5 else num.digits(piece))
        else:
            spelled = piece.isupper() and 1 < len(piece) < 4 and piece not in english.word_acronyms()
            words.append(letters(piece) if spelled else piece)
    return " ".join(words)


EMAIL = Rule(
    "e-mail",
    (WORD, FIGURES),
    r"[\w][\w.+&%-]{0,80}@[A-Za-z0-9][A-Za-z0-9-]{0,62}(?:\.[A-Za-z0-9-]{1,62}){1,8}(?:/[\w/.-]{0,80})?",
    email,
    follows=f"{ascii_letters}_.+&%-@",
    then="%&+-.@_" + digits,
    source="RFC 5322 addresses, said as on air: at and dot",
)
URL = Rule(
    "web address",
    (WORD,),
    r"(?:(?:https?|ftp|file)://|www\.|mailto:)[^\s<>\"“”]{1,2000}",
    url,
    begins="fhmw",
    then=".:",
    source="RFC 3986; BBC usage: no https, no www",
)
DOMAIN = Rule(
    "domain",
    (WORD, FIGURES),
    r"(?P<host>[A-Za-z0-9][A-Za-z0-9-]{0,62}(?:\.[A-Za-z0-9-]{1,62}){1,6})(?![\w@])(?P<path>(?::\d{1,5})?/[^\s<>\"“”]{0,300})?",
    domain,
    follows=f"{ascii_letters}.-",
    then="-." + digits,
    source="IANA top-level domains (lexis/en/domains.tsv)",
)
HANDLE = Rule(
    "handle",
    (SYMBOL,),
    rf"@(?P<name>(?:{LETTER}|[\d_]){{2,30}})",
    handle,
    "@",
    source="handles of social networks",
)
HASHTAG = Rule(
    "hashtag",
    (SYMBOL,),
    rf"#(?P<name>(?:{LETTER}|[\d_]){{1,60}})",
    hashtag,
    "#",
    source="hashtags, and # for number (AP: number sign)",
)
