"""Streets and points of the compass: `Main St.`, `1211 E Arques Ave`, `winds NW`."""

from __future__ import annotations

import re
from string import ascii_uppercase, digits

from ...lexis import english
from ...lexis.tables import Lexis, derived
from .. import numbers as num
from ..scan import FIGURES, WORD, Context, Reading, Rule, compiled
from . import usage
from .shapes import STATE, STREET_NAME, before_name, keep_stop


def saint_of_street(end: int, ctx: Context) -> bool:
    """`on North St. Andrew Street`: a street that is called after a saint."""
    if ctx.after(end) in usage.saints():
        return True
    m = compiled(r" [A-Z][\w’']+ ([A-Za-z]+)").match(ctx.text, end)
    kind = m.group(1).lower() if m else ""
    return ctx.before() in usage.named_for_places() and (kind in english.street_words() or kind in english.streets())


def street_before(ctx: Context) -> bool:
    """Whether the words before look like a street's name: `on Main St`, `1428 Elm St`, `42nd St`."""
    before, second = ctx.before(), ctx.before(2)
    if before in usage.named_streets():
        return True
    if before in english.titles():
        return False  # "Rev. Dr. J.T. Hale"
    if before[-2:] in ("st", "nd", "rd", "th") and second[:1].isdecimal():
        return True
    if not before[:1].isupper() or before in usage.openers():
        return False
    return second.lower() in usage.before_street() or any(ctx.before(k)[:1].isdecimal() for k in (2, 3, 4))


COLLEGES = (
    rf"(?:{STATE}\.|Arizona|Arkansas"
    r"|Boise|Colorado|Diego|Florida|Fresno|Georgia|Illinois|Iowa|Jos[eé]|Kansas|Kent|Michigan|Mississippi|Missouri"
    r"|Montana|Ohio|Oklahoma|Oregon|Penn|Utah|Washington|Wichita|Dakota|Mexico|N\.C\.) $"
)
"""Before `St.`: a university, unless a street is spoken of."""


def a_college(ctx: Context) -> bool:
    """Whether `St.` is a state's university: `Ohio St.`"""
    named = compiled(COLLEGES).search(ctx.text[max(0, ctx.start - 12) : ctx.start])
    return named is not None and not street_before(ctx)


def names_street(word: str, before: str, ctx: Context) -> bool:
    """Whether the word before may name a street; `Marne-la-Vallee` is none."""
    inside = word[0].islower() and ctx.glued() == "-"
    return before[:1].isupper() and before not in usage.openers() and not inside


def street(m: re.Match[str], ctx: Context) -> Reading | None:
    """`Main St.`, `1211 E Arques Ave`, `Harbor Blvd.`"""
    word, dot, end = m.group("word"), m.group("dot"), m.end()
    name, before = english.streets().get(word.lower()), ctx.before()
    if word == "Ave" and compiled(r" [A-Z](?![\w.])").match(ctx.text, end):
        return "Avenue", end  # "Ave. B"
    if word == "St" and dot and a_college(ctx):
        return "State", keep_stop(ctx.text, end)
    nth = before[-2:] in ("st", "nd", "rd", "th")
    if not name or not (nth or names_street(word, before, ctx)):
        return None
    if word == "Cir" and nth:
        return "Circuit", end
    if word == "St" and ctx.after(end) in usage.saints():
        return None
    if not a_street(word, bool(dot), end, ctx):
        return None
    return name, keep_stop(ctx.text, end) if dot else end


def a_street(word: str, dot: bool, end: int, ctx: Context) -> bool:
    """Whether `St` or the like behind a capitalised word is a street: surely, or with a stop and no name behind it."""
    named = before_name(ctx.text, end)
    if word[-1] == "s" and ctx.before(2) in ("and", "&"):
        return True
    if not dot and word in BARE and ctx.glued() == " " and not named:
        return True
    if word.lower() in usage.sure_streets() or street_before(ctx):
        return True
    if compiled(r" [NSEW]{1,2}\b").match(ctx.text, end):
        return True
    listed = ctx.text[end : end + 1] in (",", ";")
    return dot and not named and (listed or word.lower() in ("st", "ave", "rd", "ln", "ter"))


BARE = ("St", "Rd", "Ave", "Ln", "Sq", "La", "Tce", "Pde", "Cct", "Cres", "Cl")
"""Streets whose stop British, Irish and Australian papers leave out."""
STREET_AHEAD = r" (?:(?:[A-Z][a-z]+|\d{1,3}(?:st|nd|rd|th)) ){1,3}([A-Z]?[a-z]{1,9})\b"


BEHIND_STREET = rf"[\w’']+ {STREET_NAME}\.?,? $"


FAR = r"(?:\b|\d)(?:mi|miles?|km|kilomet(?:re|er)s|m)\.? $"
BLOWING = r"(?i)\b(?:winds?|gales?|breeze|swell)(?: from the| to the)?:? $"
"""Before one letter or more: the direction of a wind."""
OF_SPEED = r"\d ?(?:mph|kph|km/?h|m/s|kts?|knots)(?: from the)? $"
HEADING = (
    r"(?i)\b(?:moving|heading|headed|veering|backing|turning|tracking|drifting|far|light|fresh"
    r"|(?:in|from|to|across|over|for|of) the|strong|moderate|gentle|stiff|variable)(?: from the| to the)?:? $"
)
"""Before two letters or three."""
BLOWS = (
    r"(?:['’]ly)? (?:\d{1,2} (?:winds?|to gale)|winds?|breezes?|gales?|swells?|airs|gusts|squalls|force \d"
    r"|(?:at )?\d+(?:[-–]\d+| to \d+)? ?(?:mph|kph|km/h|kts?|knots))\b"
)


def windy(m: re.Match[str], ctx: Context) -> bool:
    """Whether a direction is meant: `winds NW 5-10 mph`, `NNE gales`, `moving WNW`, `12 mi. NE of Reno`."""
    lead = ctx.text[max(0, ctx.start - 24) : ctx.start]
    if ctx.after(m.end("word")) == "of" and compiled(FAR).search(lead):
        return True
    at_sea = ctx.about("weather", "tides", "boats")
    pointed = len(m.group("word")) > 1 or at_sea or ctx.before() in ("closed", "just", "miles", "due")
    if pointed and compiled(r" of [A-Z]").match(ctx.text, m.end("word")):
        return True
    if compiled(r"\.? (?:corner|side|end|edge|bank|quadrant|outskirts)\b").match(ctx.text, m.end("word")):
        return True
    if compiled(HEADING).search(lead) and compiled(r" \d").match(ctx.text, m.end("word")):
        return True
    if any(compiled(pattern).search(lead) for pattern in (BLOWING, OF_SPEED)) or compiled(BLOWS).match(
        ctx.text, m.end("word")
    ):
        return True
    return len(m.group("word")) > 1 and compiled(HEADING).search(lead) is not None


def part_of_name(m: re.Match[str], name: str, ctx: Context) -> Reading | None:
    """`N Yorks`, `S. Africa`, `SE Asia`, `W Cape`: a part of a country or county."""
    ahead = compiled(r"\.? ([A-Z][a-z]{2,14})\b").match(ctx.text, m.end("word"))
    kind = english.parted().get(ahead.group(1)) if ahead else None
    if not ahead or not kind:
        return None
    if full := english.parted_in_full().get(ahead.group(1)):
        return f"{name} {full}", ahead.end()
    return f"{name}ern" if kind == "ern" and len(m.group("word")) == 1 else name, ahead.start(1) - 1


def compass(m: re.Match[str], ctx: Context) -> Reading | None:
    """`N`, `E.` behind a house number, or before the name of a street: `on N. Market Street`."""
    name = english.points().get(m.group("word").replace(".", ""))
    if not name:
        return None
    if "." in m.group("word"):  # "4th Street N.W."
        said = behind_its_road(name, ctx)
        return (said, keep_stop(ctx.text, m.end())) if said else None
    if not ctx.text.startswith(".", m.end("word")) and windy(m, ctx):
        return name.lower() if ctx.at else name, m.end("word")
    if part := part_of_name(m, name, ctx):
        return part
    numbered = ctx.before().isdecimal() and len(ctx.before()) > 2 and compiled(r" \w").match(ctx.text, m.end())
    initial = compiled(r"\. [A-Z]").match(ctx.text, m.end("word"))
    if not initial and (said := behind_its_road(name, ctx)):
        return said, keep_stop(ctx.text, m.end())
    return (name, m.end()) if numbered or before_street(m, ctx) else None


def behind_its_road(name: str, ctx: Context) -> str:
    """The point behind `12 Elm St` or, in small letters, `Hwy 62`; else ""."""
    lead = ctx.text[max(0, ctx.start - 24) : ctx.start]
    if compiled(BEHIND_STREET).search(lead):
        return name
    on_road = ctx.before().isdecimal() and ctx.before(2).lower() in usage.roads() and ctx.glued() == " "
    return name.lower() if on_road else ""  # "Hwy 62 E."


def before_street(m: re.Match[str], ctx: Context) -> bool:
    """Whether the name of a street follows: `N. Market Street`, `W. 25th,`."""
    street_name = compiled(STREET_AHEAD).match(ctx.text, m.end())
    kind = street_name.group(1).lower() if street_name else ""
    if kind in english.streets() or kind in english.street_words():
        return True
    return m.group().endswith(".") and compiled(r" \d{1,3}(?:st|nd|rd|th)\b").match(ctx.text, m.end()) is not None


@derived
def street_words(lexis: Lexis) -> frozenset[str]:
    return frozenset(lexis.made(english.streets.make))


def bound(m: re.Match[str], ctx: Context) -> Reading | None:
    """`I-95 NB near`, `M50 s'bound`: which way the traffic goes."""
    if "/" in m.group() and ctx.after(m.end()) in ("on", "at", "near", "along"):
        return f"{english.points()[m.group('point').upper()].lower()}bound", m.end()
    on_road = ctx.before()[-1:].isdecimal() and ctx.glued() == " "
    if "bound" not in m.group() and not (on_road or ctx.after(m.end()) in ("lanes", "traffic", "ramp")):
        return None
    name = english.points().get(m.group("point").upper(), "")
    return (f"{name.lower()}bound", m.end()) if name else None


BOUND = Rule(
    "bound",
    (WORD,),
    r"(?P<point>[NSEWnsew])(?:B(?!\w)|['’]bound\b|/bound\b|/B(?!\w))",
    bound,
    begins="NSEWnsew",
    source="traffic news: I-95 NB, M50 s'bound",
)
STREET = Rule(
    "street",
    (WORD,),
    r"(?P<word>[A-Za-z]{2,4})(?P<dot>\.)?(?!\w)",
    street,
    words=street_words,
    source="USPS: St., Ave.",
)


COMPASS = Rule(
    "compass point",
    (WORD,),
    r"(?P<word>[NS]\.[EW]|[NSEW]{1,3})(?:\.?(?= )|\.(?=[,;)]|$)|(?!\w))",
    compass,
    begins="NSEW",
    source="AP: 222 E. 42nd St.",
)


ON_ROAD = r"\b[AMN]\d{1,4}\b|(?i:\b(?:motorway|junction|carriageway|slip road|bypass|queues|tailbacks))"


def junction(m: re.Match[str], ctx: Context) -> Reading | None:
    """`J19`, `J4-J6`, `J21A`: of a British or Irish motorway."""
    road = compiled(ON_ROAD).search(ctx.text, max(0, ctx.start - 160), m.end() + 60)
    if not ctx.british or not road or ctx.glued().isalnum():
        return None
    first = f"{num.cardinal(int(m.group('num')))} {(m.group('letter') or '').upper()}".rstrip()
    last = f" to {num.cardinal(int(m.group('last')))} {(m.group('letter2') or '').upper()}" if m.group("last") else ""
    return f"junction{'s' if last else ''} {first}{last}".rstrip(), m.end()


JUNCTION = Rule(
    "junction",
    (WORD,),
    r"[Jj](?P<num>\d{1,2})(?P<letter>[A-Ca-c])?(?:[-–][Jj]?(?P<last>\d{1,2})(?P<letter2>[A-Ca-c])?)?(?!\w)",
    junction,
    begins="Jj",
    then=digits,
    source="British and Irish traffic news: J19 of the M6",
)


def house_number(m: re.Match[str], ctx: Context) -> Reading | None:
    """`1428` of `1428 Elm St.`, `708 N 1st St`, `12 Harbour Road`: a street follows within four words."""
    if compiled(r" [NSEW]{1,2}\.? \d{1,3}(?:st|nd|rd|th|ST|ND|RD|TH)\b").match(ctx.text, m.start("words")):
        return num.code(m.group("num"), ctx.british), m.start("words")
    for word in m.group("words").split()[1:]:
        kind = word.strip(".").lower()
        if kind in english.streets() or kind in english.street_words():
            letter = f" {m.group('letter')}" if m.group("letter") else ""
            flat = f"{num.code(m.group('flat'))}, " if m.group("flat") else ""
            return f"{flat}{num.code(m.group('num'), ctx.british)}{letter}", m.start("words")
    return None


def state_zip(m: re.Match[str], ctx: Context) -> Reading | None:
    """`CA 95051`."""
    name = english.states().get(m.group("state"))
    return (f"{name}{m.group('comma') or ''} {num.digits(m.group('zip'))}", m.end()) if name else None


STREET_PART = r"[NSEW]{1,2}|[A-Z][a-z'’]{1,20}|[A-Z]{3,20}|\d{1,3}(?:st|nd|rd|th|ST|ND|RD|TH)|st|ave|hwy|rd"
NUMBERED_AHEAD = rf"(?=(?P<words>(?: (?:[NSEW]{{1,2}}\.|(?:{STREET_PART})\b)){{2,5}}))"
HOUSE_NUMBER = Rule(
    "house number",
    (FIGURES,),
    rf"(?:(?P<flat>\d{{1,4}})/)?(?P<num>\d{{1,5}})(?:-?(?P<letter>[A-D]))?{NUMBERED_AHEAD}",
    house_number,
    follows=" -/ABCD",
    lengths="12345",
    source="USPS: house numbers are said by twos",
)
STATE_ZIP = Rule(
    "state and zip",
    (WORD,),
    r"(?P<state>[A-Z]{2})(?P<comma>,)? (?P<zip>\d{5})\b(?:-\d{4})?",
    state_zip,
    begins=ascii_uppercase,
    then=" ,",
    source="USPS Publication 28",
)
