"""Ranges, ratios and sums."""

from __future__ import annotations

import re
from string import ascii_uppercase

from ...lexis import english
from ...lexis.tables import Lexis, derived
from .. import numbers as num
from ..scan import FIGURES, SYMBOL, WORD, Context, Reading, Rule, compiled
from . import units, usage
from .shapes import DASH, NUM


def number_range(m: re.Match[str], ctx: Context) -> Reading | None:
    """`10-12`, `3–5`, `1,000-1,500`."""
    if ctx.glued() and (ctx.glued().isalnum() or ctx.glued() in "-/"):
        return None
    first, second = m.group("a"), m.group("b")
    if first.isdecimal() and second.isdecimal() and of_code(first, second, ctx):
        last = num.code(second) if len(second) < 5 else num.digits(second)
        return f"{num.code(first)} {num.plural(last) if m.group('many') else last}", m.end()
    if spaced_score(m, ctx):
        return " ".join(num.cardinal(int(n)) if int(n) else "nil" for n in (first, second)), m.end()
    last, many = num.number(second, ctx.british), m.group("many")
    last = f"{last} times" if many in ("x", "×") else num.plural(last) if many else last
    return f"{num.number(first, ctx.british)} to {last}", m.end()


def spaced_score(m: re.Match[str], ctx: Context) -> bool:
    """`a 6 - 0 lead`: a score with spaces around its dash, in British usage and among games."""
    first, second = m.group("a"), m.group("b")
    if " " not in m.group() or not ctx.british or not (first + second).isdecimal() or int(first) > 99:
        return False
    return ctx.about("rugby", "football", "gaelic") and (int(first) > int(second) or first == second)


def of_code(first: str, second: str, ctx: Context) -> bool:
    """Whether two numbers are a name: `Boeing 737-800`, `ATR 72-600`, `No. 2024-17`."""
    before = ctx.before()
    dated = ctx.glued() == "(" and len(first) == 4 and "1989" < first < "2100" and int(second) < 1000
    if dated and int(second) != (int(first) + 1) % 100:
        return True  # "the ordinance (2025-14)"
    plane = before.isupper() and len(before) > 1 and not ctx.loud
    plane = plane and second[-2:] == "00" and (len(first), len(second)) == (2, 3)
    return plane or before.lower() in usage.coded() or before.lower() == "no" or first in usage.airliners()


def ratio(m: re.Match[str], ctx: Context) -> Reading | None:
    """`2:1`, `16:9`; a British degree, `a 2:1 in law`."""
    if ctx.glued().isalnum():
        return None
    classed = ctx.british and m.group() in ("2:1", "2:2", "2/1", "2/2") and ctx.before().lower() == "a"
    if classed and (ctx.after(m.end()) in ("degree", "from", "honours", "in") or ctx.nearby(usage.studies())):
        return f"two {'one' if m.group('b') == '1' else 'two'}", m.end()
    if played := time_on_court(m, ctx):
        return played, m.end()
    if m.group() == "50:50":
        return "fifty-fifty", m.end()
    more = "".join(f" to {num.cardinal(int(part))}" for part in re.findall(r"\d+", m.group("more") or ""))
    return f"{num.cardinal(int(m.group('a')))} to {num.number(m.group('b'), ctx.british)}{more}", m.end()


def time_on_court(m: re.Match[str], ctx: Context) -> str:
    """`22 points in 34:12`: minutes and seconds; "" for a ratio."""
    told = ctx.about("records", "football", "rugby") and ctx.before() in ("in", "of", "over")
    if not told or int(m.group("a")) < 25 or len(m.group("b")) != 2 or int(m.group("b")) > 59:
        return ""
    return f"{num.cardinal(int(m.group('a')))} minutes {num.cardinal(int(m.group('b')))} seconds"


def calculation(m: re.Match[str], ctx: Context) -> Reading | None:
    """`2+3`, `2*8`, `1- 2 = 5`."""
    parts = re.findall(r"[\d.,]*\d|[-−+*×÷=/]", m.group())
    return " ".join(english.operators().get(p) or num.number(p, ctx.british) for p in parts), m.end()


def zip_code(m: re.Match[str], ctx: Context) -> Reading | None:
    """`Ashby 33165-2149`: an American post code without its state."""
    if ctx.british or ctx.glued().isalnum() or ctx.glued() in tuple("$-/."):
        return None
    return f"{num.digits(m.group('area'))}, {num.digits(m.group('block'))}", m.end()


ZIP_CODE = Rule(
    "ZIP code",
    (FIGURES,),
    r"(?P<area>\d{5})-(?P<block>\d{4})(?![\w/-]|[.,]\d)",
    zip_code,
    follows="-",
    lengths="5",
    source="United States Postal Service: ZIP+4",
)
RANGE = Rule(
    "range",
    (FIGURES,),
    rf"(?P<a>\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?)(?:{DASH}\s?|\s{DASH}\s)"
    r"(?P<b>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?P<many>s\b|[x×](?!\w))?(?![\d/]|:(?! )|-\d|-[A-Z]|\w)",
    number_range,
    follows=" ,-.–—−",
    source="en dash between figures (Chicago 6.78)",
)
RATIO = Rule(
    "ratio",
    (FIGURES,),
    r"(?P<a>\d{1,3})(?::|/(?=[12] (?:in|degree|honours|from)\b))(?P<b>\d{1,3}(?:,\d{3}){1,3}|\d{1,6})"
    r"(?P<more>(?:(?<=:\d):\d){1,3})?(?!\d|:\d)",
    ratio,
    follows=":/",
    lengths="123",
    source="16:9; British degrees, 2:1",
)


def rate_to_one(m: re.Match[str], ctx: Context) -> Reading | None:
    """`58.20:$1`: how much of a currency one of another costs."""
    return f"{num.number(m.group('num'), ctx.british)} to the {units.currencies()[m.group('symbol')][0]}", m.end()


RATE_TO_ONE = Rule(
    "rate to one",
    (FIGURES,),
    r"(?P<num>\d{1,3}(?:,\d{3}){1,3}(?:\.\d{1,4})?|\d{1,5}(?:\.\d{1,4})?) ?[:/] ?(?P<symbol>[$£€])1(?!\d|[.,]\d)",
    rate_to_one,
    follows=".,:/ ",
    lengths="12345",
    source="Philippine and African markets: 58.20:$1",
)
SUM = Rule(
    "calculation",
    (FIGURES,),
    r"(?:\d{1,9}(?:\.\d{1,9})?\s?[-−+*×÷/]\s?){1,6}\d{1,9}(?:\.\d{1,9})? ?= ?\d{1,9}(?:\.\d{1,9})?(?!\w)"
    r"|\d{1,9} ?[+*÷] ?\d{1,9}(?![\w.°%])(?! ?[a-zμ°])",
    calculation,
    follows=" .-−+*×÷/=",
    source="sums in features and quizzes",
)


def cross_rate(m: re.Match[str], ctx: Context) -> Reading | None:
    """`£/$ 1.2712`: what a pound costs in dollars."""
    if m.group("a") == "R" and ctx.usage.english != "ZA":
        return None
    first, second = ("rand" if sign == "R" else units.currencies()[sign][0] for sign in m.group("a", "b"))
    rate = ctx.after(m.end()) in ("rate", "exchange")
    return (f"{first} {second}" if rate else f"{first} to the {second},"), m.end()


def pair_of_currencies(m: re.Match[str], ctx: Context) -> Reading | None:
    """`USD/JPY 151.2`: dollar yen; `89.22/USD`: to the dollar."""
    codes = units.currency_codes()
    if m.group("rand"):
        return f"rand {units.currencies()[m.group('sign')][0]}", m.end()  # "the R/$ weakened"
    first, second = m.group("a") or "", m.group("b") or m.group("c")
    if second not in codes or (first and first not in codes):
        return None
    last = codes[second][0].removeprefix("U S ")
    return f"{codes[first][0].removeprefix('U S ')} {last}" if first else f" to the {last}", m.end()


PAIR_OF_CURRENCIES = Rule(
    "pair of currencies",
    (WORD, SYMBOL),
    r"(?P<a>[A-Z]{3})/(?P<b>[A-Z]{3})(?!\w)|(?P<rand>R)/(?P<sign>[$£€])(?! ?\d)|(?P<per>(?<=\d)/)(?P<c>[A-Z]{3})(?!\w)",
    pair_of_currencies,
    "/",
    begins=ascii_uppercase,
    then="/",
    source="tables of markets: USD/JPY 151.2",
)
CROSS_RATE = Rule(
    "cross rate",
    (SYMBOL, WORD),
    r"(?P<a>[£$€]|R(?=/))/(?P<b>[£$€¥])(?=:? ?\d| [–-] \d|\s(?:rate|exchange)\b)",
    cross_rate,
    "£$€",
    begins="R",
    then="/",
    source="tables of markets: £/$ 1.2712",
)


@derived
def priced(lexis: Lexis) -> str:
    """A number, with the sign or the code of a currency before it or not."""
    signs = "".join(sorted(sign for sign in lexis.made(units.currencies.make) if len(sign) == 1))
    return rf"(?P<sign>[A-Z]{{0,3}}[{re.escape(signs)}]|[A-Z][A-Za-z]{{0,3}}\.? ?)?(?P<num>{NUM})"


UNIT = r"(?P<unit> ?(?:[%‰¢]|[°º](?: ?[CFcf](?!\w))?|[A-Za-zµ]{1,12}(?:/[a-z]{1,4}| [a-z]{1,6})?)[²³]?\.?|[\"″”′'’])?"


@derived
def amount_before(lexis: Lexis) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.,$£€/-]){lexis.made(priced.make)}{UNIT} ?\Z")


@derived
def amount_behind(lexis: Lexis) -> re.Pattern[str]:
    return re.compile(rf"{DASH} ?{lexis.made(priced.make)}")


def same_again(m: re.Match[str], ctx: Context) -> Reading | None:
    """The dash of `5 years-10 years`, `Rs 5 crore – Rs 10 crore`, `5km - 10km`: so much to so much of the same,
    whatever it is counted in. With spaces around it the second has to be more."""
    first = amount_before().search(ctx.text, max(0, ctx.start - 32), ctx.start)
    second = amount_behind().match(ctx.text, ctx.start)
    end = alike(first, second, ctx.text) if first and second else 0
    if not first or not second or not end:
        return None
    spaced = ctx.text[ctx.start - 1] == " "
    if spaced and (worth(first) >= worth(second) or ctx.after(end) in usage.compared()):
        return None
    word = "and" if ctx.text[: first.start()].endswith(("between ", "Between ")) else "to"
    return f"{'' if spaced else ' '}{word} ", m.end()


def alike(first: re.Match[str], second: re.Match[str], text: str) -> int:
    """Where the second of two amounts ends that are written with the same sign and the same unit, one of them at least;
    else 0."""
    sign, again = ((found.group("sign") or "").rstrip(". ") for found in (first, second))
    unit = (first.group("unit") or "").rstrip(".")
    if sign != again or not (sign or unit) or (sign.isalpha() and sign not in units.currency_codes()):
        return 0
    last = compiled(rf"{re.escape(unit.removesuffix('s'))}s?(?![\w/]|[.,-]\d)").match(text, second.end())
    return last.end() if last else 0


def worth(amount: re.Match[str]) -> float:
    return float(amount.group("num").replace(",", ""))


SAME_AGAIN = Rule(
    "same amount again",
    (SYMBOL,),
    rf"{DASH} ?",
    same_again,
    "-–—‑−",
    source="Chicago 9.62: $5–$10, 5 km–10 km; spaced as Indian and British papers print it",
)
