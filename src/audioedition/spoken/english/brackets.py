"""Square brackets inside words, small raised letters, figures at the head of a line: typography that is no word."""

from __future__ import annotations

import re
from string import ascii_letters

from .. import numbers as num
from ..scan import FIGURES, LETTER, SYMBOL, WORD, Context, Reading, Rule
from . import units, usage


def inside_word(m: re.Match[str], ctx: Context) -> Reading | None:
    """`surpris[ed]`, `[H]e`, `walk[ing]`: an editor's letters are part of the word."""
    return re.sub(r"[\[\]]", "", m.group()), m.end()


def numbered_line(m: re.Match[str], ctx: Context) -> Reading | None:
    """`01 The Harbour Opens`: the number of a line in a list."""
    if ctx.text[: ctx.start].rpartition("\n")[2].strip():
        return None
    return f"{num.cardinal(int(m.group('num')))},", m.end("num")


def own_code(m: re.Match[str], ctx: Context) -> Reading | None:
    """`Hamilton (HAM)`, `LVMH (LVMHF)`: a name's own first letters say nothing new."""
    code, lead = m.group("code") or m.group("angle"), ctx.text[max(0, ctx.start - 40) : ctx.start].split()
    before = lead[-1] if lead else ""
    same = len(before) > len(code) and before[0].isupper() and before.upper().startswith(code)
    same = same or (len(before) > 2 and before.isupper() and code.startswith(before))
    return ("", m.end()) if same and ctx.glued() == " " else None


def instrument(m: re.Match[str], ctx: Context) -> Reading | None:
    """`Crest Foods (CRST.N)`: behind a name."""
    before = ctx.text[max(0, ctx.start - 30) : ctx.start].split()
    return ("", m.end()) if before and before[-1][0].isalnum() and ctx.glued() == " " else None


def listed(m: re.Match[str], ctx: Context) -> Reading | None:
    """`Crest Foods (ASX: CRS, NYSE: CRF)`: where a company's shares are traded, and as what."""
    exchanges = re.findall(r"[A-Za-z]+(?=:)", m.group())
    return instrument(m, ctx) if all(name.lower() in usage.exchanges() for name in exchanges) else None


def own_unit(m: re.Match[str], ctx: Context) -> Reading | None:
    """`79 kilometers (km)`: how the unit that was just named is written."""
    name = units.symbols().get(m.group("unit")) or units.speeds().get(m.group("unit")) or ""
    spelt = name.replace("meter", "metre").replace("liter", "litre")
    many = tuple(form for word in (name, spelt) if word for form in (f" {word} ", f" {units.plural_unit(word)} "))
    lead = ctx.text[max(0, ctx.start - 40) : ctx.start].lower()
    return ("", m.end()) if many and lead.endswith(many) else None


def said_before(m: re.Match[str], ctx: Context) -> Reading | None:
    """`two (2) weeks`, `thirty (30) days`: the same number again."""
    lead = ctx.text[max(0, ctx.start - 40) : ctx.start].lower()
    words = num.cardinal(int(m.group("num")), False)
    return ("", m.end()) if lead.endswith((f"{words} ", f"{words.replace('-', ' ')} ")) else None


def starred_out(m: re.Match[str], ctx: Context) -> Reading | None:
    """`f**k`, `f***ing`, `s**t`: what a paper does not print is not said: "F", "effing", "S"."""
    letter, rest = m.group("letters")[0].upper(), m.group("rest")
    if m.group("letters").isupper() and rest in ("", "s") and letter != "F":
        return None  # a mark: `A*`, `A*s`
    ending = next((end for end in ("ing", "ed", "er") if rest.endswith(end)), "")
    if letter == "F" and ending:
        return f"eff{ending}", m.end()
    return f"{letter}-{ending}" if ending else letter, m.end()


def side(m: re.Match[str], ctx: Context) -> Reading | None:
    """`Poe (l) and Roe (r)`: left and right in a caption."""
    sides = {"l": "left", "r": "right", "L": "left", "R": "right", "c": "centre", "C": "centre"}
    both = all(f"({letter}" in ctx.text or f"({letter.upper()}" in ctx.text for letter in "lr")
    if ctx.about("elections"):
        return None  # "Fox (R), Day (L)": parties
    name = sides[m.group("side")]
    return (name if ctx.british or name != "centre" else "center", m.end()) if both and ctx.glued() == "(" else None


OWN_UNIT = Rule(
    "own unit",
    (SYMBOL,),
    r"\((?P<unit>[A-Za-zµ°][A-Za-z/]{0,6}[²³]?)\)",
    own_unit,
    "(",
    source="science pages and bulletins of quakes: 79 kilometers (km)",
)
SAID_BEFORE = Rule(
    "the same number again",
    (SYMBOL,),
    r"\((?P<num>\d{1,3})\)",
    said_before,
    "(",
    source="legal notices: two (2) consecutive weeks",
)
STARRED_OUT = Rule(
    "starred out",
    (WORD,),
    r"(?P<letters>[A-Za-z]{1,2}(?=\*+[a-z]|(?<=\b[A-Za-z])\*\*))\*{1,6}(?P<rest>[a-z]{0,6})(?![\w*])",
    starred_out,
    begins=ascii_letters,
    then="*",
    source="papers that print oaths with asterisks",
)
SIDE = Rule(
    "side of a picture",
    (WORD,),
    r"(?P<side>[lrcLRC])(?=\)| to r\))",
    side,
    begins="lrcLRC",
    then=" )",
    source="captions: Poe (l) and Roe (r)",
)
OWN_CODE = Rule(
    "own code",
    (SYMBOL,),
    r"\((?P<code>[A-Z]{2,6})\)|<(?P<angle>[A-Z]{2,6})>",
    own_code,
    "(<",
    source="results and tickers print a code behind its own name: Hamilton (HAM)",
)
INSTRUMENT = Rule(
    "instrument code",
    (SYMBOL,),
    r"[(<](?:[A-Z]{2,6}: ?)?(?:[A-Z]{1,5}[a-z]?|\d{4,6})\.[A-Z]{1,2}[)>](?:,? opens new tab)?",
    instrument,
    "(<",
    source="Reuters prints the code of a share behind its company: Crest Foods (CRST.N); nobody says it",
)
LISTED = Rule(
    "exchange and symbol",
    (SYMBOL,),
    r"\([A-Za-z]{3,7}: ?[A-Z0-9.]{1,12}(?:[,;/]? (?:and )?[A-Za-z]{3,7}: ?[A-Z0-9.]{1,12}){0,4}\)",
    listed,
    "(",
    source="releases and blogs print exchange and symbol behind a company: Apple (NASDAQ: AAPL); nobody says it",
)
INSIDE_WORD = Rule(
    "editor's letters",
    (WORD, SYMBOL),
    rf"(?:{LETTER}{{1,30}}\[{LETTER}{{1,12}}\]|\[{LETTER}{{1,12}}\](?={LETTER})){LETTER}{{0,30}}",
    inside_word,
    "[",
    then="[",
    source="Chicago Manual of Style 13.60: brackets inside a quoted word",
)
NUMBERED_LINE = Rule(
    "number of a line",
    (FIGURES,),
    r"(?P<num>0[1-9])(?= [A-Z][a-z]*)",
    numbered_line,
    follows=" ",
    lengths="2",
    source="lists and galleries number their lines 01, 02",
)
