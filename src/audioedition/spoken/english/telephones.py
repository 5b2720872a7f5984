"""Telephone numbers of eight countries, and other figures that are said one by one."""

from __future__ import annotations

import re
from string import digits

from ...lexis import english
from .. import numbers as num
from ..scan import FIGURES, SYMBOL, WORD, Context, Reading, Rule, compiled
from . import units, usage
from .codes import letters, vowels

LEADS = (
    r"(?i)\b(?:call(?:s|ed|ing)?|ring(?:s|ing)?|phon(?:es?|ed|ing)|tel|telephone[ds]?|text(?:s|ed|ing)?|sms|whatsapp"
    r"|a/c|acc(?:oun)?t|bsb|contact(?:s|ed|ing)?|reached|dial(?:led|ling)?|fax|mob(?:ile)?|ph|rsvp"
    r"|cell|hotline|helpline|line|number|no|freephone|enquiries|inquiries|info|bookings|booking|book|details|tickets)"
    r"\b[^.;!?\n]{0,40}$"
)
"""What stands somewhere before a telephone number."""


def grouped(m: re.Match[str], ctx: Context) -> Reading | None:
    """`1800 555 073`, `116 117`, `98765 43210`, `0803 123 4567`, `+63 2 8888 1234`: group by group, a comma between."""
    written, groups = m.group(), re.findall(r"\d+|[A-Z]+", m.group())
    if no_number(written, groups, ctx):
        return None
    if ctx.usage.english == "AU" and groups[0] == "13" and [len(group) for group in groups] == [2, 2, 2]:
        return ", ".join(num.cardinal(int(g)) if g[0] != "0" else one_by_one(g, ctx) for g in groups), m.end()
    if not certain(written, groups, ctx):
        lead = ctx.text[max(0, ctx.start - 60) : ctx.start]
        if short_span(written, groups) or not compiled(LEADS).search(lead):
            return None
    return ("plus " if written[0] == "+" else "") + ", ".join(one_by_one(g, ctx) for g in groups), m.end()


def short_span(written: str, groups: list[str]) -> bool:
    """`120-150`: two groups with a hyphen and no space."""
    return "-" in written and " " not in written and len(groups) == 2 and sum(map(len, groups)) < 7


def no_number(written: str, groups: list[str], ctx: Context) -> bool:
    """Whether groups of figures are too few or too many, part of something else, or a date."""
    if ctx.glued() and (ctx.glued().isalnum() or ctx.glued() in "$£€₹.,/-"):
        return True
    if not ctx.british and "-" in written and [len(group) for group in groups] == [2, 2, 2]:
        return True  # points, rebounds, assists: "21-10-11"
    return not 6 <= sum(map(len, groups)) <= 15 or re.fullmatch(r"[12]\d{3}-\d\d-\d\d", written) is not None


def certain(written: str, groups: list[str], ctx: Context) -> bool:
    """Whether figures are a telephone number by their shape: `+63 2 …`, `020 …`, India's mobiles, `1300 …`."""
    shape = [len(group) for group in groups]
    mobile = shape == [5, 5] and groups[0][0] in "6789" and ctx.british
    if groups[-1].isalpha() and (len(groups[-1]) < 4 or groups[-1] in units.zones()):
        return False
    free = groups[0] in ("0800", "0808", "0508", "1300", "1800", "1850", "1890", "0818", "1860")
    national = free and (8 < sum(shape) < 12 or groups[-1].isalpha())
    fictional = groups[0] == "555" or groups[-1][0] == "0"
    local = shape == [3, 4] and "-" in written and not ctx.british and fictional
    return any((written[0] == "+", groups[0][0] == "0" and sum(shape) > 8, mobile, national, local))


def one_by_one(group: str, ctx: Context) -> str:
    """`800` and `1800` by hundreds, the rest figure by figure; British "oh"."""
    if not group.isdecimal():
        return group if any(c in "AEIOU" for c in group) and group not in english.letter_acronyms() else " ".join(group)
    oh = "oh" if ctx.british else "zero"
    if len(group) == 4 and group[0] == "0" and group.endswith("00") and group[1] != "0":
        return f"{oh} {num.ONES[int(group[1])]} hundred"
    free = "eighteen hundred" if ctx.usage.english == "IE" else "one eight hundred"
    hundreds = {"800": "eight hundred", "1300": "one three hundred", "1800": free}
    return hundreds.get(group) or num.digits(group).replace("zero", "oh" if ctx.british else "zero")


def starred(m: re.Match[str], ctx: Context) -> Reading | None:
    """`dial *4141`, `*123#`: codes of mobile networks."""
    if ctx.glued() not in ("", " ", "(") or not (m.group("hash") or ctx.nearby(usage.dialled(), 8)):
        return None
    words = [
        "star",
        *(
            num.digits(p).replace("zero", "oh" if ctx.british else "zero") if p != "*" else "star"
            for p in re.findall(r"\d+|\*", m.group("code"))
        ),
    ]
    return " ".join(words) + (" hash" if m.group("hash") else ""), m.end()


def extension(m: re.Match[str], ctx: Context) -> Reading | None:
    """`555-0142 x12`."""
    if not compiled(r"\d{4},? $").search(ctx.text[max(0, ctx.start - 6) : ctx.start]):
        return None
    return f"extension {num.code(m.group('num')) if len(m.group('num')) < 5 else num.digits(m.group('num'))}", m.end()


def keyed(m: re.Match[str], ctx: Context) -> Reading | None:
    """`ISBN 978-0-306-40615-7`, `ISSN 1555-0142`, `sort code 12-34-56`: figures one by one."""
    groups = re.findall(r"\d+|[Xx]", m.group("num"))
    digits = ", ".join("X" if g in "Xx" else num.digits(g) for g in groups)
    label = m.group("label")
    said = " ".join(label) if label.isupper() and label not in ("PIN", "VIN") else label
    return f"{said}{m.group('sep').rstrip()} {digits}", m.end()


GROUPED = Rule(
    "telephone by groups",
    (FIGURES, SYMBOL),
    r"(?:0800|0808|0508|1300|1800)(?: \d{1,4}){0,2}(?: [A-Z]{3,10}){1,2}(?![\w-])"
    r"|\+?(?:\(0\d{1,5}\)|\d{1,6})(?:[ -](?:\(0\)[ ]?)?\d{2,8}){1,5}(?![\d-]|[,.]\d|[ ]?%)",
    grouped,
    "+(",
    follows=" -",
    lengths="123456",
    source="numbering plans of Australia, India, Ireland, Nigeria, the Philippines, South Africa; the EU's 116",
)
STARRED = Rule(
    "starred code",
    (SYMBOL,),
    r"\*(?P<code>\d{2,6}(?:\*\d{1,12}){0,4})(?P<hash>#)?(?!\w)",
    starred,
    "*",
    source="mobile networks: *4141, *123#",
)
EXTENSION = Rule(
    "extension",
    (WORD,),
    r"x ?(?P<num>\d{2,5})(?!\w)",
    extension,
    begins="x",
    then=" " + digits,
    source="American numbers: 555-0142 x12",
)
KEYED = Rule(
    "identifier",
    (WORD,),
    r"(?P<label>ISBN|ISSN|IBAN|ABN|EIN|PIN|NINO|VIN|[Ss]ort code|[Aa]ccount number|[Aa]ccount no)"
    r"(?P<sep>:? (?:number |no\.? )?|-1[03]:? )(?P<num>\d[\d -]{2,20}[\dXx])(?!\w)",
    keyed,
    begins="IAENPVSas",
    then=" -:",
    source="ISO 2108 and ISO 3297 numbers, accounts: nobody hears them as amounts",
)


def telephone(m: re.Match[str], ctx: Context) -> Reading | None:
    """`(020) 7946 0018`, `+1 212-555-0147`, `1-800-GO-HOME`: figures one by one, a comma between groups."""
    groups = re.findall(r"\d+|[A-Z]+", m.group())
    if len(groups) < 2 or (ctx.glued() and ctx.glued() in "$£€,.-/"):
        return None
    words = [spoken_group(g, ctx) for g in groups]
    return ("plus " if m.group()[0] == "+" else "") + ", ".join(words), m.end()


def spoken_group(group: str, ctx: Context) -> str:
    """`800` -> "eight hundred", `020` -> "zero two zero", British "oh two oh"; words as they are."""
    if group.isdecimal():
        return "eight hundred" if group == "800" else num.digits(group).replace("zero", "oh" if ctx.british else "zero")
    return group if vowels(group) else letters(group)


def ip_address(m: re.Match[str], ctx: Context) -> Reading | None:
    return " dot ".join(num.digits(g) for g in m.group().split(".")), m.end()


TELEPHONE = Rule(
    "telephone",
    (FIGURES, SYMBOL),
    r"(?:\+?\d{1,3}[ .-]?)?(?:\(\d{3}\)[ -]{0,2}|\d{3}[-.])\d{3}[-. ]\d{4}(?:-\d{1,4})?(?![\d-])"
    r"|1-8\d\d-[A-Z0-9][A-Z0-9-]{4,12}(?![\w-])|1-[89]00(?![\w-])|\d{3}-\d{2}-\d{4}(?![\d-])|\d-\d{2,5}-\d{3,6}-\d(?![\w-])|\d{1,5}(?:-\d{1,7}){4,5}(?![\w-])",
    telephone,
    "+(",
    follows="-. (",
    lengths="123456",
    source="North American Numbering Plan",
)


IP_ADDRESS = Rule(
    "IP address",
    (FIGURES,),
    r"\d{1,3}(?:\.\d{1,3}){3}(?!\d|\.\d)",
    ip_address,
    follows=".",
    lengths="123",
    source="RFC 791 dotted quads",
)
