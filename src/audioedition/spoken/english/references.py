"""References of notices, courts and tenders, part by part: `25/01234/FUL`, `2:23-cv-00145`, `512 F.3d 104`."""

from __future__ import annotations

import re
from string import ascii_uppercase, digits

from .. import numbers as num
from ..scan import FIGURES, WORD, Context, Reading, Rule, compiled
from .codes import letters

DATE = r"(?:19|20)\d\d/\d{1,2}/\d{1,2}|(?:0?[1-9]|[12]\d|3[01])/(?:0?[1-9]|[12]\d|3[01])/(?:\d\d|(?:19|20)\d\d)"
LED = (
    r"(?i)\b(?:ref(?:erence)?s?|app(?:lication)?s?|planning|permission|nos?|number|tender|case|suit|file|order)[.:]* "
    r"(?:no\.? ?)?$"
)
"""What stands before a reference of two numbers: `Planning Ref. 24/60123`."""


def part(written: str, ctx: Context) -> str:
    """One part of a reference: letters and figures one by one, years and short numbers as numbers."""
    if written.isalpha():
        return letters(written) if written.isupper() else written
    if not written.isdecimal():
        return " ".join(part(p, ctx) for p in re.findall(r"[A-Za-z]+|\d+", written))
    if len(written) == 4 and "1900" < written < "2100":
        return num.year(int(written), ctx.british)
    if len(written) < 3 and written[0] != "0":
        return num.cardinal(int(written))
    return num.digits(written)


def named_parts(names: list[str]) -> bool:
    """Whether letters and numbers stand beside each other, or letters before a year: `LBC/2025/12`, `DA2025/17`."""
    if any(re.fullmatch(r"[A-Z]+\d{4}", name) for name in names):
        return True
    lettered = any(name.isalpha() and name.isupper() for name in names)
    return lettered and any(re.fullmatch(r"[A-Z]*\d{2,}", name) for name in names)


def refers(written: str, names: list[str], ctx: Context) -> bool:
    """Whether parts with strokes between them are a reference: by letters, length, or the words before."""
    led = compiled(LED).search(ctx.text[max(0, ctx.start - 30) : ctx.start]) is not None
    figures = [name for name in names if name.isdecimal()]
    long = any(len(name) > 4 or (name[0] == "0" and len(name) > 2) for name in figures)
    if named_parts(names):
        return written.count("/") > 1 or long or led
    numbered = len(names) > 2 and len(figures) == len(names) and any(len(name) > 3 for name in names)
    return numbered or (led and long)


def reference(m: re.Match[str], ctx: Context) -> Reading | None:
    """`25/01234/FUL`, `LBC/2025/0112`, `PWD/EE/12/2025-26`: each part by itself, the strokes said."""
    parts = re.split(r"([/-])", m.group())
    if (ctx.glued() and (ctx.glued().isalnum() or ctx.glued() in "/-.$£€")) or re.fullmatch(DATE, m.group()):
        return None
    if not refers(m.group(), parts[::2], ctx):
        return None
    said = [{"/": " slash ", "-": " "}[p] if p in ("/", "-") else part(p, ctx) for p in parts]
    return "".join(said), m.end()


def docket(m: re.Match[str], ctx: Context) -> Reading | None:
    """`2:23-cv-00145`, `24-CV-1187`: the numbers of American courts."""
    year, kind, number = m.group("year", "kind", "number")
    if ctx.glued() and (ctx.glued().isalnum() or ctx.glued() in "-/.$"):
        return None
    office = f"{num.cardinal(int(m.group('office')))}, " if m.group("office") else ""
    said = num.digits(number) if number[0] == "0" or len(number) > 4 else num.code(number)
    tail = f" {' '.join(letters(p) for p in m.group('judges').split('-')[1:])}" if m.group("judges") else ""
    year_said = num.cardinal(int(year)) if len(year) == 2 and year[0] != "0" else num.code(year)
    return f"{office}{year_said} {letters(kind)} {said}{tail}", m.end()


NTH = {"2d": "second", "3d": "third", "4th": "fourth", "5th": "fifth"}


def reporter(m: re.Match[str], ctx: Context) -> Reading | None:
    """`512 F.3d 104`: volume, reporter, page."""
    name = " ".join(re.findall(r"[A-Z](?![a-z])|[A-Z][a-z]+", m.group("name"))).replace("Supp", "Supplement")
    return f"{num.code(m.group('volume'))} {name} {NTH[m.group('nth')]} {num.code(m.group('page'))}", m.end()


def of_year(m: re.Match[str], ctx: Context) -> Reading | None:
    """`By-law 2026-114`, `file 2026-118842`: a year and a number of it."""
    number = m.group("number")
    if ctx.glued() not in ("", " ", "(", "#") or not (len(number) > 3 or compiled(FILED).search(before_it(ctx))):
        return None
    said = num.digits(number) if len(number) > 2 or number[0] == "0" else num.cardinal(int(number))
    return f"{num.year(int(m.group('year')), ctx.british)} {said}", m.end()


FILED = (
    r"(?i)\b(?:by-?laws?|files?|case|incident|report|permit|application|rfp|tender|bid|docket|ref|no)[.:#]* "
    r"(?:no\.? )?#?$"
)
"""What stands before a number of a year."""


def before_it(ctx: Context) -> str:
    return ctx.text[max(0, ctx.start - 30) : ctx.start]


def section(m: re.Match[str], ctx: Context) -> Reading | None:
    """`Sec. 12-34(b)(2)`: the number of a section, and its parts."""
    if not compiled(r"(?:\b[Ss]ec(?:tion|\.)|(?<!§)§|\bChapter) ?$").search(before_it(ctx)):
        return None
    numbers = " ".join(num.code(p) for p in m.group("number").split("-"))
    parts = [num.cardinal(int(p)) if p.isdecimal() else p for p in re.findall(r"\w+", m.group("parts") or "")]
    return " ".join([numbers, *parts]), m.end()


def parcel(m: re.Match[str], ctx: Context) -> Reading | None:
    """`123-456-078`: a number of registers; one part begins with a nought."""
    groups = m.group().split("-")
    if ctx.glued() and (ctx.glued().isalnum() or ctx.glued() in "-/.$£€"):
        return None
    if re.fullmatch(r"[12]\d{3}-\d\d-\d\d", m.group()) or not any(g[0] == "0" and len(g) > 2 for g in groups):
        return None
    return ", ".join(num.digits(g) for g in groups), m.end()


def numbered(m: re.Match[str], ctx: Context) -> Reading | None:
    """`No. 118-26`, `By-law 118-26`, `O. Reg. 114/26`: two numbers of one reference, no range."""
    first, mark, second = m.group("first", "mark", "second")
    lead = before_it(ctx)
    filed = mark == "/" and compiled(NOTICED).search(lead) is not None
    asked = filed or compiled(ACT if mark == "/" else NUMBERED).search(lead)
    if not asked or (mark == "/" and int(second) > 99 and not filed):
        return None
    if mark == "-" and len(first) == len(second) and int(first) < int(second):
        return None  # "lots No. 12-14"
    if mark == "/":
        return f"{part(first, ctx)} slash {part(second, ctx)}", m.end()
    return " ".join(num.code(figures, ctx.british) for figures in (first, second)), m.end()


NOTICED = (
    r"(?i)\b(?:notice|tender|case|suit|order|petition|appeal|circular|letter|file|memo|ref|min(?:ute)?|item)s?\.? "
    r"(?:nos?\.? ?)?$"
)
"""What stands before a number with a stroke that is a number and its year: `Tender Notice No. 55/10`."""
ACT = r"\b(?:Reg|Regulation|[Bb]y-?law|Bylaw)s?\.? (?:[Nn]o\.? )?$"
NUMBERED = r"\b(?:No|By-?law|by-?law|Bill|Ord|Ordinance|Resolution|Permit|Tender|Bid|RFP|Lic)[.:]? $"
"""What stands before a number in two parts."""


def grid_reference(m: re.Match[str], ctx: Context) -> Reading | None:
    """`Grid ref SD 842 915`: two letters of the Ordnance Survey, figures one by one."""
    if not compiled(r"\b(?:[Gg]rid [Rr]ef(?:erence)?|GR|NGR|OS [Rr]ef|[Mm]ap [Rr]ef)\.?:? ?$").search(before_it(ctx)):
        return None
    figures = ", ".join(num.digits(part) for part in m.group("figures").split())
    return f"{letters(m.group('square'))} {figures}", m.end()


def line_number(m: re.Match[str], ctx: Context) -> Reading | None:
    """`401 EB slow`, `(DStv 144)`, `Channel 201`: three figures of a road or a channel."""
    road = compiled(r" (?:[NSEW]B|[nsew]['’]bound)\b").match(ctx.text, m.end())
    if not road and not compiled(CHANNEL).search(before_it(ctx)):
        return None
    return num.code(m.group(), ctx.british), m.end()


CHANNEL = r"\b(?:Channel|Ch\.|DStv|GOtv|Sky|Freeview|Freesat|Foxtel|StarTimes|Saorview) (?:Ch\. )?$"


def episode(m: re.Match[str], ctx: Context) -> Reading | None:
    """`S2, E14`, `S26 E4/10`: a series, called a season in America, and its episode."""
    of = f" of {num.cardinal(int(m.group('of')))}" if m.group("of") else ""
    kind = "series" if ctx.british else "season"
    season, number = (num.cardinal(int(m.group(name))) for name in ("season", "number"))
    return f"{kind} {season}, episode {number}{of}", m.end()


NUMBERED_PAIR = Rule(
    "number in two parts",
    (FIGURES,),
    r"(?P<first>\d{2,5})(?P<mark>[-/])(?P<second>\d{2,4})(?![\w/-]|[.,]\d)",
    numbered,
    follows="-/",
    lengths="2345",
    source="by-laws, regulations and permits: By-law 118-26, O. Reg. 114/26",
)
GRID_REFERENCE = Rule(
    "grid reference",
    (WORD,),
    r"(?P<square>[A-Z]{1,2}) ?(?P<figures>\d{6,10}|\d{3,5} \d{3,5})(?!\w)",
    grid_reference,
    begins=ascii_uppercase,
    then=" " + digits,
    source="Ordnance Survey: Grid ref SD 842 915",
)
LINE_NUMBER = Rule(
    "road or channel",
    (FIGURES,),
    r"\d{3}(?![\d/%-]|[.,:]\d)",
    line_number,
    follows=" ,.;:)",
    lengths="3",
    source="traffic and television: 401 EB, DStv 144",
)
EPISODE = Rule(
    "episode",
    (WORD,),
    r"S(?P<season>\d{1,2})(?:, ?| )?E(?:p )?(?P<number>\d{1,3})(?:/(?P<of>\d{1,3}))?(?!\w)",
    episode,
    begins="S",
    then=digits,
    source="television pages: S2, E14",
)
OF_YEAR = Rule(
    "number of a year",
    (FIGURES,),
    r"(?P<year>20\d\d)-(?P<number>\d{1,3}|0\d{3}|\d{5,7})(?![\d/-]|-\w|[.,]\d)",
    of_year,
    follows="-",
    lengths="4",
    source="by-laws and police files of North America: 2026-114",
)
SECTION = Rule(
    "section of a code",
    (FIGURES,),
    r"(?P<number>\d{1,4}(?:-\d{1,4}){1,3})(?P<parts>(?:\([A-Za-z0-9]{1,3}\)){0,4})(?![\w-])",
    section,
    follows="-",
    lengths="1234",
    source="codes of American states and cities: Sec. 12-34(b)(2)",
)
REFERENCE = Rule(
    "reference",
    (WORD, FIGURES),
    r"(?:[A-Z]{1,6}\d{0,4}|\d{1,6})/(?:[A-Z]{1,5}\d{0,5}|\d{1,7})(?:[/-](?:[A-Z]{1,5}\d{0,5}|\d{1,7})){0,5}(?![\w/]|-\w)",
    reference,
    follows="/",
    lengths="123456",
    begins=ascii_uppercase,
    then="/" + digits,
    source="councils, courts and tenders number their files so: 25/01234/FUL",
)
DOCKET = Rule(
    "docket",
    (FIGURES,),
    r"(?:(?P<office>\d):)?(?P<year>\d\d(?:\d\d)?)-(?P<kind>c[vr]|m[jdc]|bk|ap|[A-Z]{1,4})-(?P<number>\d{3,6})(?P<judges>(?:-[A-Z]{2,4}){0,3})(?![\w-])",
    docket,
    follows=":-",
    lengths="124",
    source="federal and state courts: 2:23-cv-00145, 24-CV-1187",
)
REPORTER = Rule(
    "reporter",
    (FIGURES,),
    r"(?P<volume>\d{1,3}) (?P<name>F\.|F\. ?Supp\.|So\.|P\.|A\.|N\.E\.|S\.W\.|S\.E\.|N\.W\.)"
    r" ?(?P<nth>2d|3d|4th|5th) (?P<page>\d{1,4})(?!\d)",
    reporter,
    follows=" ",
    lengths="123",
    source="Bluebook: 512 F.3d 104",
)
PARCEL = Rule(
    "parcel",
    (FIGURES,),
    r"\d{2,4}(?:-\d{2,4}){2,3}(?![\d-]|-\w)",
    parcel,
    follows="-",
    lengths="234",
    source="numbers of registers: 123-456-078",
)
