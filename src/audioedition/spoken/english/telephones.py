"""Telephone numbers of eight countries, and other figures that are said one by one."""

from __future__ import annotations

import re

from .. import numbers as num
from ..scan import FIGURES, SYMBOL, WORD, Context, Reading, Rule, compiled

LEADS = (
    r"(?i)\b(?:call|calls|calling|ring|ringing|phone|phoning|tel|telephone|text|texting|sms|whatsapp|contact|dial|fax|mob(?:ile)?"
    r"|cell|hotline|helpline|line|number|no|freephone|enquiries|inquiries|info|bookings|booking|book|details|tickets)"
    r"\b[^.;!?\n]{0,40}$"
)
"""What stands somewhere before a telephone number."""


def grouped(m: re.Match[str], ctx: Context) -> Reading | None:
    """`1800 555 073`, `116 117`, `98765 43210`, `0803 123 4567`, `+63 2 8888 1234`: group by group, a comma between."""
    written, groups = m.group(), re.findall(r"\d+", m.group())
    total = sum(map(len, groups))
    if not 6 <= total <= 15 or (ctx.glued() and (ctx.glued().isalnum() or ctx.glued() in "$£€₹.,/-")):
        return None
    if re.fullmatch(r"[12]\d{3}-\d\d-\d\d", written):
        return None  # a date
    if not certain(written, groups, ctx):
        lead = ctx.text[max(0, ctx.start - 60) : ctx.start]
        hyphened = "-" in written and " " not in written and len(groups) == 2 and total < 7
        if hyphened or not compiled(LEADS).search(lead):
            return None
    return ("plus " if written[0] == "+" else "") + ", ".join(one_by_one(g, ctx) for g in groups), m.end()


def certain(written: str, groups: list[str], ctx: Context) -> bool:
    """Whether figures are a telephone number by their shape: `+63 2 …`, `020 …`, India's mobiles, `1300 …`."""
    shape = [len(group) for group in groups]
    mobile = shape == [5, 5] and groups[0][0] in "6789" and ctx.british
    national = groups[0] in ("1300", "1800", "1850", "1890") and shape[1:] == [3, 3]
    return written[0] == "+" or (groups[0][0] == "0" and sum(shape) > 8) or mobile or national


def one_by_one(group: str, ctx: Context) -> str:
    """`800` and `1800` by hundreds, the rest figure by figure; British "oh"."""
    hundreds = {"800": "eight hundred", "1800": "one eight hundred"}
    return hundreds.get(group) or num.digits(group).replace("zero", "oh" if ctx.british else "zero")


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
    r"\+?(?:\(0\d{1,5}\)|\d{1,6})(?:[ -](?:\(0\)[ ]?)?\d{2,7}){1,5}(?![\d-]|[,.]\d|[ ]?%)",
    grouped,
    "+(",
    follows=" -",
    source="numbering plans of Australia, India, Ireland, Nigeria, the Philippines, South Africa; the EU's 116",
)
KEYED = Rule(
    "identifier",
    (WORD,),
    r"(?P<label>ISBN|ISSN|IBAN|ABN|EIN|PIN|NINO|VIN|[Ss]ort code|[Aa]ccount number|[Aa]ccount no)"
    r"(?P<sep>:? (?:number |no\.? )?|-1[03]:? )(?P<num>\d[\d -]{2,20}[\dXx])(?!\w)",
    keyed,
    source="ISO 2108 and ISO 3297 numbers, accounts: nobody hears them as amounts",
)
