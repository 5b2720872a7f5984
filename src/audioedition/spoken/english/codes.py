"""Figures that count nothing: telephone numbers, house numbers, names of roads, aircraft, viruses and summits."""

from __future__ import annotations

import re
from itertools import pairwise
from string import ascii_letters, ascii_uppercase, digits
from unicodedata import combining, normalize

from ...lexis import english
from .. import numbers as num
from ..scan import FIGURES, LETTER, WORD, Context, Reading, Rule, compiled
from . import units, usage
from .jargon import known


def letters(word: str) -> str:
    """`FBI` -> "F B I", `RTÉ` -> "R T E": nobody names the accent."""
    plain = word if word.isascii() else "".join(c for c in normalize("NFD", word) if not combining(c))
    return " ".join(plain.upper())


def postcode(m: re.Match[str], ctx: Context) -> Reading | None:
    """`SW1A 2AA`, a British postcode: letters and figures one by one."""
    return ", ".join(each(part) for part in m.group().split()), m.end()


def each(code: str) -> str:
    return " ".join(num.digits(c) if c.isdecimal() else c for c in code)


def account(m: re.Match[str], ctx: Context) -> Reading | None:
    """`401(k)`, `501(c)(3)`, `A1(M)`."""
    inner = [
        num.cardinal(int(c)) if c.isdecimal() else "A" if c == "a" else c
        for c in re.findall(r"\d+|\w", m.group("rest"))
    ]
    if "." in m.group("num"):
        return f"{num.number(m.group('num'), ctx.british)} {' '.join(inner)}", m.end()
    head = letters(m.group("word") or "")
    return f"{head} {num.code(m.group('num'))} {' '.join(inner)}".lstrip(), m.end()


def airliner(m: re.Match[str], ctx: Context) -> Reading | None:
    """`737 MAX`, `777X`, `767-300ER`: Boeing's numbers, said by twos."""
    if m.group("model") not in usage.airliners() or ctx.glued().isalnum() or ctx.glued() in tuple("$£€.,"):
        return None
    words = [num.code(m.group("model"))]
    if m.group("version"):
        words.append(num.code(m.group("version")))
    if m.group("letters"):
        words.append(letters(m.group("letters")))
    return " ".join(words) + (" Max" if m.group("max") else ""), m.end()


def figures_letters(m: re.Match[str], ctx: Context) -> Reading | None:
    """`5G`, `4K`, `25d`, `6E-2341`: the number, then letters if capitals, else the word as it is."""
    figures, rest = m.group("num"), m.group("rest")
    if rest == "ers":
        return agents(num.integer(figures, ctx.british)), m.end()
    flight = compiled(r"-(\d{3,4})(?![\w,.-]*\d)").match(ctx.text, m.end())
    if flight and len(figures + rest) == 2 and rest in AIRLINES:
        number = num.code(flight[1]) if len(flight[1]) == 3 else num.digits(flight[1])
        return f"{num.cardinal(int(figures))} {rest} {number}", flight.end()
    if own := figure_and_letters(figures, rest, m.end(), ctx):
        return own, m.end()
    words = num.integer(figures, ctx.british) if len(figures) < 4 else num.code(figures, ctx.british)
    spelled = rest == "a" or (rest.isupper() and len(rest) < 4)  # "a" by itself would be an article
    return f"{words} {letters(rest) if spelled else rest}", m.end()


AIRLINES = "CEHIJPSUWZ"
"""Behind a figure, with the number of a flight behind a hyphen: `6E-2341`, not `5G-3500`."""


def figure_and_letters(figures: str, rest: str, end: int, ctx: Context) -> str:
    """`0s`, `nine 9s`, `2B:` of a box score, `3NT`, `300L`; "" for anything else."""
    if rest == "s" and (figures in ("0", "1") or of_school(figures, ctx)):
        return "zeros" if figures == "0" else num.plural(num.cardinal(int(figures)))
    if rest == "L" and ctx.usage.english == "NG" and figures.endswith("00"):
        return f"{num.integer(figures)}-level"
    if rest == "NT" and figures in tuple("1234567"):
        return f"{num.cardinal(int(figures))} no-trump{'' if figures == '1' else 's'}"
    return of_box_score(figures, end, ctx) if rest == "B" and not ctx.british else ""


def of_box_score(figures: str, end: int, ctx: Context) -> str:
    """`2B:`, `3B Roe`."""
    hit = ctx.text[end : end + 1] == ":" or (ctx.about("records") and compiled(r" [A-Z]").match(ctx.text, end))
    return {"2": "Doubles", "3": "Triples"}.get(figures, "") if hit else ""


def of_school(figures: str, ctx: Context) -> bool:
    """`nine 9s` of an examination, `the Year 7s`."""
    before = ctx.before().lower()
    return len(figures) < 3 and (before in (*num.ONES[1:], "straight", "all") or before in usage.school_years())


def agents(number: str) -> str:
    """`49ers`: a number and the ending of whoever is called after it."""
    return number + ("rs" if number.endswith("e") else "ers")


AGES = {"y": "year", "m": "month", "w": "week", "d": "day"}


def age(m: re.Match[str], ctx: Context) -> Reading | None:
    """`16-yr-old`, `5-mo.-old`, `3-wk old`."""
    if ctx.glued().isalnum() or ctx.glued() in tuple("$£€./"):
        return None
    if not m.group("unit"):
        return f"{num.cardinal(int(m.group('num')))}-year-old{m.group('many') or ''}", m.end()
    return f"{num.cardinal(int(m.group('num')), ctx.british)}-{AGES[m.group('unit')[0]]}-{m.group('old')}", m.end()


def figures_hyphen(m: re.Match[str], ctx: Context) -> Reading | None:
    """`15` of `15-year-old`, `2,000-seat`, `747-size`: the hyphen stays."""
    figures = m.group("num")
    if ctx.glued().isalpha() or ctx.glued() in ("-", "/"):
        return None
    if ctx.text.startswith(("noon", "midnight"), m.end()):
        return f"{num.number(figures, ctx.british)} to ", m.end()
    year = len(figures) == 4 and figures.isdecimal() and 1900 <= int(figures) < 2100
    return f"{num.year(int(figures), ctx.british) if year else num.number(figures, ctx.british)}-", m.end()


def letters_figures(m: re.Match[str], ctx: Context) -> Reading | None:
    """`G7`, `COVID-19`, `A380`, `F-35s`, `M25`, `I-95`, `BA.5`, `H5N1`, `CO2`."""
    word, sep, rest = m.group("word"), m.group("sep"), m.group("rest") or ""
    if rest.lower() in ("am", "pm"):
        return None
    for kind in (short_before, race, eleven, repeated, before_amount, behind_zone, of_century, span_of_codes):
        if reading := kind(m, ctx):
            return reading
    if (sep == "." and not (word.isupper() and len(word) < 4)) or (
        sep and word in english.capital_words() and len(word) > 2
    ):
        return None
    if rest in ("st", "nd", "rd", "th"):
        figures = m.group("num")
        return (f"{word} {num.ordinal(int(figures))}", m.end()) if figures.isdecimal() else None
    return f"{head_of_code(word, sep)}{figures_of_code(m, ctx)}", m.end()


def short_before(m: re.Match[str], ctx: Context) -> Reading | None:
    """`bo19`: what those who speak of it write short, glued to its number."""
    alone = m.group("word").islower() and m.group("num").isdecimal() and not (m.group("sep") or m.group("rest"))
    own = known(m.group("word"), ctx) if alone else ""
    return (f"{own} {num.number(m.group('num'), ctx.british)}", m.end()) if own else None


def repeated(m: re.Match[str], ctx: Context) -> Reading | None:
    """`FTA x2`: so many times."""
    plain = m.group("word") == "x" and not (m.group("sep") or m.group("rest")) and ctx.glued() in (" ", "(")
    times = plain and m.group("num").replace(".", "", 1).isdecimal()
    few = times and float(m.group("num")) < 21 and compiled(r"[,.;:)]|$").match(ctx.text, m.end())
    return (f"times {num.number(m.group('num'))}", m.end()) if few else None


def race(m: re.Match[str], ctx: Context) -> Reading | None:
    """`Randwick R7`: a race."""
    numbered = m.group("word") == "R" and not (m.group("sep") or m.group("rest")) and len(m.group("num")) < 3
    return (f"race {num.cardinal(int(m.group('num')))}", m.end()) if numbered and ctx.about("racing") else None


def eleven(m: re.Match[str], ctx: Context) -> Reading | None:
    """`3rd X1`: typed for XI."""
    team = m.group("word") == "X" and m.group("num") == "1" and not (m.group("sep") or m.group("rest"))
    return ("eleven", m.end()) if team and ctx.before()[-2:] in ("st", "nd", "rd", "th") else None


def before_amount(m: re.Match[str], ctx: Context) -> Reading | None:
    """The word alone where a hyphen parts it from what has a rule of its own: `sub-3%`, `5 years-10 years`."""
    word = m.group("word")
    if m.group("sep") not in ("-", "–") or not word.islower() or len(word) < 2:
        return None
    counted = compiled(r"\d (?:[a-z]{2,6} )?\Z").search(ctx.text, max(0, ctx.start - 9), ctx.start)
    return (word, m.end("word")) if counted or "." in m.group("num") or ctx.ahead(2) > m.end("num") else None


def behind_zone(m: re.Match[str], ctx: Context) -> Reading | None:
    """`GMT-3`, `UTC-5:30`."""
    word, figures = m.group("word"), m.group("num")
    if m.group("sep") not in ("-", "–") or word not in units.zones() or len(figures) > 2:
        return None
    hours = compiled(r":[0-5]\d(?!\d)").match(ctx.text, m.end())
    minutes = "" if not hours or hours.group() == ":00" else f" {num.cardinal(int(hours.group()[1:]))}"
    return f"{units.zones()[word]} minus {num.cardinal(int(figures))}{minutes}", hours.end() if hours else m.end()


def of_century(m: re.Match[str], ctx: Context) -> Reading | None:
    """`C19th`."""
    if m.group("word") != "C" or m.group("sep") or m.group("rest") not in ("st", "nd", "rd", "th"):
        return None
    return f"{num.ordinal(int(m.group('num')))} century", m.end()


def span_of_codes(m: re.Match[str], ctx: Context) -> Reading | None:
    """`S1-S6`."""
    word = m.group("word")
    again = re.fullmatch(rf"-{word}(\d{{1,3}})", m.group("rest") or "")
    if not again or m.group("sep") or not word.isupper():
        return None
    head = letters(word) if len(word) < 4 else word
    return f"{head} {num.code(m.group('num'))} to {head} {num.code(again.group(1))}", m.end()


def head_of_code(word: str, sep: str) -> str:
    """The letters of a code, and what joins its figures: "G ", "COVID-"."""
    if word in english.mixed():
        return f"{english.mixed()[word]} "
    small = word.islower() and len(word) < 4 and not vowels(word) and "y" not in word  # "mp3"
    capitals = word.isupper() or small
    spelled = capitals and (len(word) < 4 or not vowels(word)) and word not in english.word_acronyms()
    return f"{letters(word)} " if spelled else f"{word}{'-' if sep in ('-', '–') else ' '}"


def figures_of_code(m: re.Match[str], ctx: Context) -> str:
    """The figures of a code, with the letters behind them."""
    figures, rest = m.group("num"), m.group("rest") or ""
    if ctx.british and m.group("word") in ("A", "B") and len(figures) == 4 and figures[1:] != "000" and not rest:
        return num.digits(figures).replace("zero", "oh")  # the B4066
    parts = [spoken_part(p, m.group("word").isupper(), ctx) for p in re.split(r"[.-]", figures)]
    number = (" point " if "." in figures else " ").join(parts)
    if m.group("sep") == ".":
        number = f"point {number}"
    return with_rest(number, rest, m, ctx)


def with_rest(number: str, rest: str, m: re.Match[str], ctx: Context) -> str:
    """The number of a code with what hangs on it: `s`, `'s`, `ers`, letters."""
    if rest == "s":
        return num.plural(number)
    if rest in ("'s", "’s"):
        decade = m.group("word").lower() in ("mid", "late", "early") and m.group("num")[-1] == "0"
        return num.plural(number) if decade else number + rest
    if rest == "ers":
        return agents(number)  # "the Raiders-49ers game"
    if rest in english.points() and m.group("word") in ("US", "I", "SR", "CR", "FM"):
        return f"{number} {english.points()[rest].lower()}"  # "US-460W"
    return f"{number} {letters_rest(rest, ctx)}" if rest else number


def spoken_part(figures: str, capitals: bool, ctx: Context) -> str:
    """The number of a name: `35` a cardinal, `380` by twos, the `2008` of `post-2008` a year."""
    if len(figures) < 3 and figures[0] != "0":
        return num.cardinal(int(figures))
    if len(figures) > 4:
        return num.digits(figures)
    if len(figures) == 4 and not capitals and "1000" < figures < "2100":
        return num.year(int(figures), ctx.british)
    return num.code(figures, ctx.british)


def letters_rest(rest: str, ctx: Context) -> str:
    """What follows the figures of a name: `N1` of `H5N1`, `A` of `P-8A`."""
    rest = rest.lstrip("-")
    figures = re.search(r"\d+$", rest)
    if figures:
        return f"{letters(rest[: figures.start()])} {num.code(figures.group(), ctx.british)}"
    return letters(rest) if rest.isupper() else rest


def vowels(word: str) -> bool:
    return any(c in "AEIOUaeiou" for c in word)


def draw(m: re.Match[str], ctx: Context) -> Reading | None:
    """`08-14-22-31-40-52`: the numbers of a lottery, rising or among words of one."""
    numbers = [int(figures) for figures in re.findall(r"\d+", m.group())]
    rising = "-" in m.group() and all(a < b for a, b in pairwise(numbers))
    if ctx.glued() in tuple("-/.,$") or not (rising or ctx.nearby(usage.drawn(), 24)):
        return None
    return ", ".join(num.cardinal(n) for n in numbers), m.end()


DRAW = Rule(
    "draw",
    (FIGURES,),
    r"\d{1,2}(?:([- ])\d{1,2})(?:\1\d{1,2}){3,5}(?![\w-]|[,.]\d)",
    draw,
    follows="- ",
    lengths="12",
    source="lotteries: 08-14-22-31-40-52",
)
POSTCODE = Rule(
    "postcode",
    (WORD,),
    r"[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b",
    postcode,
    begins=ascii_uppercase,
    then=digits,
    source="Royal Mail postcodes",
)
ACCOUNT = Rule(
    "401(k)",
    (FIGURES, WORD),
    r"(?P<word>[A-Z])?(?P<num>\d{1,4}(?:\.\d{1,4})?)(?P<rest>(?:\([A-Za-z0-9]{1,2}\)){1,4}|(?<=\b401)k\b)",
    account,
    follows="(.k",
    lengths="1234",
    begins=ascii_uppercase,
    then=digits,
    source="US tax code sections and British motorways: 401(k), A1(M)",
)
AIRLINER = Rule(
    "airliner",
    (FIGURES,),
    r"(?P<model>7[0-8]7)(?:(?:-(?P<version>\d{1,4}))?(?P<letters>[A-Z]{1,3})| (?P<max>MAX))(?!\w)",
    airliner,
    follows=" -ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    lengths="3",
    source="Boeing's model numbers, said by twos",
)


def figures_letter(m: re.Match[str], ctx: Context) -> Reading | None:
    """`Barangay 176-A`, `120-B IPC`."""
    if ctx.usage.english != "IN" and ctx.before().lower() not in usage.coded():
        return None
    if ctx.glued() and (ctx.glued().isalnum() or ctx.glued() in "$£€.,-/"):
        return None
    return f"{num.code(m.group('num'), ctx.british)} {m.group('letter')}", m.end()


FIGURES_LETTER = Rule(
    "figures and one letter",
    (FIGURES,),
    r"(?P<num>\d{1,3})-(?P<letter>[A-Z])(?![\w-])",
    figures_letter,
    follows="-",
    lengths="123",
    source="sections of Indian law, barangays: 120-B, 176-A",
)
FIGURES_HYPHEN = Rule(
    "figures and hyphen",
    (FIGURES,),
    r"(?P<num>\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)-(?=[^\W\d_])",
    figures_hyphen,
    follows=",.-",
    source="15-year-old (AP: ages)",
)
AGE = Rule(
    "age",
    (FIGURES,),
    r"(?P<num>\d{1,3})(?:[- ]?(?P<unit>yrs?|mos?|mths?|wks?|y|days?)\.?[- ](?P<old>olds?)\b"
    r"|-?(?:y-?o|YO)(?P<many>s)?(?!\w))",
    age,
    follows="- ymwdY",
    lengths="123",
    source="headlines and Indian papers: 16-yr-old",
)
FIGURES_LETTERS = Rule(
    "figures and letters",
    (FIGURES,),
    r"(?P<num>\d{1,6})(?P<rest>[A-Za-z]{1,12})(?!\w)",
    figures_letters,
    follows=ascii_letters,
    lengths="123456",
    source="5G, 4K and the like",
)
LETTERS_FIGURES = Rule(
    "letters and figures",
    (WORD,),
    rf"(?P<word>{LETTER}{{1,20}})"
    r"(?P<sep>[-–.]?)(?P<num>\d{1,6}(?:[.-]\d{1,5})?)"
    r"(?P<rest>['’]?s(?!\w)|-?[A-Za-z]{1,3}\d{0,3}(?!\w))?(?![,.%/]?\d|%|:\d\d\d)",
    letters_figures,
    then="-.–" + digits,
    source="G7, COVID-19, A380, H5N1",
)
