"""Numbers with what they count: money, percentages, measures, fractions, ranges, ordinals, decades, plain figures."""

from __future__ import annotations

import re

from .. import numbers as N
from ..scan import FIGURES, SYMBOL, WORD, Context, Rule
from . import data

NUM = r"(?:\d{1,3}(?:,\d{2,3}){1,12}(?!\d)|\d+)(?:\.\d+)?"
LEADING = r"(?:\d{1,3}(?:,\d{2,3}){1,12}(?!\d)|\d+|(?=\.\d))(?:\.\d+)?"
RANGE = r"\s?(?:-|–|—|‑|−)\s?"
TAIL = re.compile(
    r"(?P<gap>[ \u00a0\u202f-]?)(?P<unit>[%°º]\s?[CFK]?\b|[%‰°º]|[A-Za-zμµ]{1,12}(?:/[A-Za-z0-9]{1,5})?[²³]?)"
)
MINUS = "-−–"

FUNCTION_WORDS = frozenset(
    "a an the of in on at to for from by with and or but as if than that this these those is are was were be been has have had do does "
    "did will would can could may might must shall should not no nor so up down out off over under into onto per each every more less "
    "fewer it its he she they we you i his her their our my your who which when where while because after before since until about "
    "against between during through within without plus minus versus vs extra worth apiece altogether total back ago away later "
    "earlier there here too also only just".split()
)
ARTICLES = frozenset("a an another".split())
DETERMINERS = frozenset("the this that its their his her our my your new whose".split())


def british(ctx: Context) -> bool:
    return ctx.usage.british


def say_number(figures: str, ctx: Context) -> str:
    return N.number(figures, ctx.usage.british)


def magnitude_at(text: str, end: int, gap: bool = True) -> tuple[str, int]:
    """("billion", end) of a magnitude word or letter that follows offset `end`; ("", end) if none does."""
    m = re.compile(r"([ \u00a0\u202f]?|-)([A-Za-z]{1,11})\b").match(text, end)
    if not m:
        return "", end
    word = m.group(2)
    name = data.MAGNITUDES.get(word)
    if not name or (m.group(1) and len(word) == 1 and word not in "bB"):
        return "", end
    if m.group(1) == "-" and len(word) < 4:
        return "", end
    return name, m.end()


def adjectival(ctx: Context, end: int) -> bool:
    """Whether an amount stands before the noun it belongs to ("a $3bn deal"), so that its unit is singular."""
    text = ctx.text
    if text[end : end + 1] == "-" and text[end + 1 : end + 2].isalpha():
        return True
    after = ctx.after(end)
    if (
        text[end : end + 1] not in (" ", "\u00a0")
        or not after
        or after.lower() in FUNCTION_WORDS
        or not after[0].islower()
    ):
        return False
    before = ctx.before().lower()
    if before in ARTICLES:
        return True
    return (
        before in DETERMINERS or ctx.text[: ctx.tokens[ctx.at].start].rstrip().endswith(("'s", "’s"))
    ) and not after.endswith("ed")


def amount(figures: str, scale: str, names: tuple[str, ...], ctx: Context, singular: bool) -> str:
    """`3.2` + `billion` + dollars -> "three point two billion dollars"; `20.50` -> "twenty dollars and fifty cents"."""
    one, many = names[0], names[1]
    gb = ctx.usage.british
    if scale:
        return f"{N.number(figures, gb)} {scale} {one if singular else many}"
    whole, _, cents = figures.partition(".")
    if cents and len(names) > 2:
        trimmed = cents.rstrip("0")
        if not trimmed:
            cents = ""
        elif len(trimmed) <= 2:
            hundredths = int(trimmed.ljust(2, "0"))
            small = f"{N.cardinal(hundredths)} {names[2] if hundredths == 1 or singular else names[3]}"
            units = int(whole.replace(",", "") or 0)
            if units == 0:
                return small
            if singular:
                return f"{N.integer(whole, gb)} {one} {N.cardinal(hundredths)}"
            return f"{N.integer(whole, gb)} {one if units == 1 else many} and {small}"
        else:
            return f"{N.number(figures, gb)} {one if singular else many}"
    whole = whole or "0"
    return f"{N.integer(whole, gb)} {one if singular or N.is_one(whole) else many}"


def money(m: re.Match[str], ctx: Context) -> tuple[str, int] | None:
    """`US$3.2bn`, `$20-30 million`, `-£5`, `£450m-£500m`, `$5-a-day`, `$20/mo`."""
    text = ctx.text
    prefix, symbol = m.group("prefix") or "", m.group("symbol")
    names: tuple[str, ...] = data.CURRENCIES[symbol]
    if symbol == "$" and prefix in data.DOLLAR_LIKE:
        names = data.DOLLAR_LIKE[prefix]
    elif prefix:
        if symbol not in "$£" or prefix not in data.CURRENCY_PREFIXES:
            return None
        extra = data.CURRENCY_PREFIXES[prefix]
        names = (f"{extra} {names[0]}", f"{extra} {names[1]}", *names[2:])
    minus = "minus " if m.group("sign") or (m.group("sign2")) else ""
    return minus_first(minus, sums(m.group("num"), m.end(), names, symbol, ctx))


def minus_first(minus: str, reading: tuple[str, int]) -> tuple[str, int]:
    return minus + reading[0], reading[1]


SECOND = re.compile(r"\s?(?:-|–|—|‑)\s?[-−]?(?P<symbol>[A-Z]{0,3}[$£€¥₹])?\s?(?P<num>" + NUM + r")(?![\d-])")
SLASH = re.compile(r"/(?:sq\.? (?:ft|foot)|([A-Za-z]{1,8}))\b")


def sums(figures: str, end: int, names: tuple[str, ...], symbol: str, ctx: Context) -> tuple[str, int]:
    """An amount of money, or a range of two, that begins with `figures` ending at offset `end`."""
    text = ctx.text
    scale, end = magnitude_at(text, end)
    second = SECOND.match(text, end)
    if second:
        same = second.group("symbol") or ""
        scale2, end2 = magnitude_at(text, second.end())
        if not same or same.endswith(symbol):
            singular = adjectival(ctx, end2)
            upper = amount(second.group("num"), scale2, names, ctx, singular)
            if same and (scale or not scale2 or True) and not singular:
                lower = amount(figures, scale or ("" if not scale2 else scale2), names, ctx, False)
                if scale2 and scale in ("", scale2):
                    lower = (
                        N.number(figures, ctx.usage.british)
                        if not scale
                        else f"{N.number(figures, ctx.usage.british)} {scale}"
                    )
            else:
                lower = N.number(figures, ctx.usage.british)
                if scale and scale != scale2:
                    lower += f" {scale}"
            return f"{lower} to {upper}", end2
    singular = adjectival(ctx, end)
    words = amount(figures, scale, names, ctx, singular)
    per = SLASH.match(text, end)
    if per:
        unit = data.PER.get(per.group(1) or "", "")
        if not per.group(1):
            unit = "square foot"
        if unit:
            return f"{words} per {unit}", per.end()
    if text.startswith("+", end) and not text[end + 1 : end + 2].isdecimal():
        return f"{words} plus", end + 1
    return words, end


def currency_word(m: re.Match[str], ctx: Context) -> tuple[str, int] | None:
    """`USD 5m`, `Rs 500 crore`, `CHF20`."""
    names = data.CURRENCY_WORDS.get(m.group("code"))
    return sums(m.group("num"), m.end(), names, "\0", ctx) if names else None


def money_after(m: re.Match[str], ctx: Context) -> tuple[str, int] | None:
    """`500 USD`, `30€`, `5,000 kr`, `50p`, `99c`, `65¢`."""
    mark = m.group("mark")
    figures = m.group("num")
    if mark in data.CURRENCIES:
        names: tuple[str, ...] | None = data.CURRENCIES[mark]
        if ctx.text[m.end() : m.end() + 1].isdecimal():
            return None
    elif mark == "¢":
        names = ("cent", "cents")
    elif mark in data.CURRENCY_WORDS and len(mark) > 2:
        names = data.CURRENCY_WORDS[mark]
    else:
        return None
    scale = data.MAGNITUDES.get(m.group("scale") or "", "")
    return amount(figures, scale, names, ctx, adjectival(ctx, m.end())), m.end()


def unit_words(unit: str, ctx: Context) -> str:
    """Singular name of a unit symbol in the usage of the text; "" if it is not one."""
    square = cube = False
    bare = unit
    if unit[-1] in "²³" and len(unit) > 1:
        bare, square, cube = unit[:-1], unit[-1] == "²", unit[-1] == "³"
    name = data.SPEEDS.get(bare) or data.UNITS.get(bare, "")
    if not name and bare[-1:] in "23" and bare[:-1] in ("m", "km", "cm", "mm", "ft"):
        name, square, cube = data.UNITS[bare[:-1]], bare[-1] == "2", bare[-1] == "3"
    if not name:
        return ""
    if ctx.usage.british:
        name = name.replace("meter", "metre").replace("liter", "litre")
        name = name.replace("kilotonne", "kilotonne")
    return f"{'square ' if square else 'cubic ' if cube else ''}{name}"


def plural_unit(name: str) -> str:
    """ "mile per hour" -> "miles per hour"."""
    head, per, rest = name.partition(" per ")
    if head in data.IRREGULAR_PLURALS:
        head = data.IRREGULAR_PLURALS[head]
    elif head.startswith(("square ", "cubic ")):
        kind, base = head.split(" ", 1)
        head = f"{kind} {plural_unit(base)}"
    elif not head.endswith("s"):
        head += "s"
    return head + per + rest


AREA = re.compile(
    r"[ -]?(sq|cu)\.? ?(ft|feet|foot|yd|yards?|mi|miles?|m|metres?|meters?|km|in|inches|inch|kilomet(?:er|re)s?)\b\.?"
)
AREA_UNITS = {"feet": "foot", "yards": "yard", "miles": "mile", "inches": "inch", "metres": "metre", "meters": "meter"}
SECOND_FIGURES = re.compile(r"(?P<sep>\s?(?:-|–|—|‑|−)\s?|\s(?:to|x|×)\s|[x×])(?P<num>" + NUM + r")(?![\d:/-])")
MEASURE_WORDS = frozenset("in m s t g l h c p W V T R b d C F K L st pt ac mos pc mb ch al no at mi".split())
"""Symbols that are also words or sizes: only with care."""
WITHOUT_GAP = frozenset("m s t g l h c p W V st pc mb kn".split())
PEOPLE = frozenset(
    "people jobs homes households users customers members voters subscribers followers copies viewers years children workers "
    "doses tonnes barrels passengers visitors residents refugees vehicles cars shares views downloads tourists families patients "
    "students pupils listeners readers hectares acres euros dollars pounds yen population strong inhabitants citizens speakers "
    "cases deaths units properties trees animals birds bees chickens visits hits streams accounts records tickets migrants Americans "
    "Britons of litres liters gallons miles kilometres kilometers pieces more fewer or women men adults consumers devices units".split()
)
RACES = frozenset("sprint race final freestyle hurdles relay butterfly backstroke breaststroke dash medley gold silver bronze record champion title heats semi event run pool "
                  "away high tall wide long deep below above from of-distance platform run-up runner sprinter wall distance mark radius depth air rifle line".split())  # fmt: skip
MONEY_CONTEXT = frozenset("worth cost costs paid raised over".split())


def letter_magnitude(unit: str, figures: str, end: int, ctx: Context) -> str:
    """What a bare `m`, `k`, `b` after figures without a currency means: "million" in "2.5m people", "" in "100m sprint"."""
    if unit in ("k", "K"):
        return "thousand" if not ctx.after(end).lower().startswith(("run", "race")) else ""
    if unit in ("bn", "mn", "tn", "trn", "bln", "mln"):
        return data.MAGNITUDES[unit]
    if unit in ("m", "M", "b", "B"):
        after = ctx.after(end)
        if (
            after in PEOPLE
            or (
                after.endswith("s")
                and after.islower()
                and after not in RACES
                and after not in ("is", "was", "has", "as")
            )
            or after[:1].isupper()
        ):
            if after not in RACES:
                return data.MAGNITUDES[unit]
        if (
            "." in figures
            and figures.count(".") == 1
            and len(figures) <= 4
            and after not in RACES
            and unit in "mM"
            and ctx.before().lower()
            in ("about", "nearly", "almost", "some", "over", "than", "around", "to", "estimated")
        ):
            return "million"
        if unit in "MbB" and ctx.glued() != "-":
            return data.MAGNITUDES[unit]
    return ""


def quantity(m: re.Match[str], ctx: Context) -> tuple[str, int] | None:
    """A number or a range of two with a magnitude, a percent sign or a unit; declines if nothing of the kind follows."""
    text = ctx.text
    gb = ctx.usage.british
    first, end = m.group("num"), m.end()
    glued = ctx.glued()
    if glued.isalpha() or glued == "." and first[:1] != ".":
        return None
    sign = "minus " if m.group("sign") else ""
    if m.group("sign") and (glued.isalnum() or glued in ")%"):
        return None
    second = SECOND_FIGURES.match(text, end)
    middle = ""
    numbers = first
    if second:
        sep = second.group("sep").strip()
        middle = " by " if sep in ("x", "×") else " to "
        numbers, end = second.group("num"), second.end()
    reading = tail(numbers, end, ctx, both=bool(second))
    if reading is None:
        if not second:
            return None
        reading = tail(first, m.end(), ctx, both=False)
        if reading is None:
            return None
        return sign + f"{N.number(first, gb)}{reading[0]}", reading[1]
    start = f"{N.number(first, gb)}{middle}" if second else ""
    return sign + f"{start}{N.number(numbers, gb)}{reading[0]}", reading[1]


COMPOUND = re.compile(r"[ -]?(\d{1,2}(?:\.\d)?)\s?(in|ins|inches|oz|lbs?|min|mins|sec|secs|s|m)\b\.?")


def tail(figures: str, end: int, ctx: Context, both: bool) -> tuple[str, int] | None:
    """ " billion kilograms" and the like behind figures, with the offset where it ends; None if there is none."""
    text = ctx.text
    scale, after = magnitude_at(text, end)
    words = ""
    if scale and len(text[end:after].strip(" -\u00a0\u202f")) > 1:
        words, end = f" {scale}", after
        if text[end : end + 1] == "+":
            return words + " plus", end + 1
    m = TAIL.match(text, end)
    if not m:
        return (words, end) if words else None
    unit, gap = m.group("unit"), m.group("gap")
    singular = (not words and not both and N.is_one(figures)) or (gap == "-" and not words)
    if unit[0] == "%":
        if m.end("unit") - m.start("unit") > 1:
            return f"{words} percent", m.start("unit") + 1
        rest = " point" if False else ""
        return f"{words} percent{rest}", m.end()
    if unit[0] == "‰":
        return f"{words} per mille", m.end()
    if unit[0] in "°º":
        return degrees(unit, singular, m.end()) if gap != "-" else None
    if unit[:1].isalpha():
        area = AREA.match(text, end)
        if area:
            base = data.UNITS.get(area.group(2)) or AREA_UNITS.get(area.group(2), area.group(2))
            name = f"{'square' if area.group(1) == 'sq' else 'cubic'} {base.replace('meter', 'metre') if ctx.usage.british else base}"
            stop = keep_stop(text, area.end())
            return f"{words} {name if singular or gap == '-' else plural_unit(name)}", stop
        name = unit_words(unit, ctx)
        if not words and len(unit) <= 3 and gap == "":
            big = letter_magnitude(unit, figures, m.end(), ctx)
            if big:
                return f" {big}", m.end()
        if name and not allowed(unit, gap, figures, m.end(), ctx):
            name = ""
        if name:
            stop = m.end()
            if text[stop : stop + 1] == "." and (
                unit in ("in", "ft", "oz", "lb", "lbs", "yd", "yds", "mi", "sec", "min", "hr", "hrs", "gal", "pt", "qt")
            ):
                stop = keep_stop(text, stop + 1)
            said = name if singular or adjectival_unit(ctx, stop, gap) else plural_unit(name)
            more = COMPOUND.match(text, stop)
            if (
                more
                and unit in ("ft", "st", "lb", "lbs", "hr", "hrs", "h", "min", "m", "yd")
                and not both
                and (unit, more.group(2)) != ("m", "m")
            ):
                last = data.UNITS.get("in" if more.group(2).startswith("in") else more.group(2), "")
                count = more.group(1)
                inner = last if N.is_one(count) else plural_unit(last)
                if unit == "st" and more.group(2).startswith("lb"):
                    said = "stone"
                return f"{words} {said} {N.number(count)} {inner}", keep_stop(text, more.end()) if text[
                    more.end() - 1
                ] == "." else more.end()
            return f"{words} {said}", stop
    return (words, end) if words else None


def adjectival_unit(ctx: Context, end: int, gap: str) -> bool:
    """ "a 10km run": singular before its noun."""
    after = ctx.after(end)
    if ctx.text[end : end + 1] == "-" and ctx.text[end + 1 : end + 2].isalpha():
        return True
    return (
        bool(after)
        and after.lower() not in FUNCTION_WORDS
        and after[0].islower()
        and ctx.before().lower() in ARTICLES
        and not after.endswith("ly")
    )


def allowed(unit: str, gap: str, figures: str, end: int, ctx: Context) -> bool:
    """Whether a unit symbol that is also a word or a letter is meant as a unit here."""
    if unit not in MEASURE_WORDS and unit not in WITHOUT_GAP:
        return True
    if unit == "in":
        return ctx.text[end : end + 1] == "." or gap in ("-", "") and ctx.after(end) != "the"
    if unit in ("p", "c"):
        return gap == "" and "," not in figures
    if unit == "m" and gap == " ":
        return (
            not ctx.after(end)
            or ctx.after(end) in RACES
            or not ctx.after(end).islower()
            or ctx.after(end) in FUNCTION_WORDS
        )
    if unit == "st":
        return gap == "" and not (ctx.text[end : end + 1].isalpha())
    if unit in ("T", "R", "b", "d", "C", "F", "K", "ac", "al", "no", "at", "ch", "c"):
        return False
    return gap == "" or unit in ("g", "W", "V", "L", "l", "pt", "mi", "s") and gap == " " and unit not in "s"


def degrees(unit: str, singular: bool, end: int) -> tuple[str, int]:
    name = {"C": " Celsius", "F": " Fahrenheit", "K": " Kelvin"}.get(unit[-1:], "")
    return f" degree{'' if singular else 's'}{name}", end


def keep_stop(text: str, end: int) -> int:
    """`end` lies behind an abbreviation's stop: give the stop back if it also ends the sentence."""
    rest = text[end : end + 3]
    if not rest.strip("\"”’')] \n\u00a0") or (len(rest) > 1 and rest[0] == " " and rest[1].isupper()):
        return end - 1
    return end


def mixed_fraction(m: re.Match[str], ctx: Context) -> tuple[str, int] | None:
    """`2/3`, `1½`, `3 1/2`, `1/4-mile`."""
    gb = ctx.usage.british
    glued = ctx.glued()
    if glued and (glued.isalnum() or glued in "/.,:-"):
        return None
    top, bottom = int(m.group("top")), int(m.group("bottom"))
    if bottom < 2 or top == 0 or (top > 99 and bottom != 100) or bottom > 1000:
        return None
    whole = m.group("whole")
    if not whole and bottom > 100 and top > bottom:
        return None
    words = N.fraction(top, bottom, gb)
    end = m.end()
    if (
        not whole
        and m.group("suffix") is None
        and ctx.after(end) in ("against", "on", "favourite", "odds", "outsider", "shot", "favorite", "chance")
    ):
        return f"{N.cardinal(top)} to {N.cardinal(bottom)}", end
    if whole:
        half = "a half" if (top, bottom) == (1, 2) else words
        half = "a quarter" if (top, bottom) == (1, 4) else half
        words = f"{N.integer(whole, gb)} and {half}"
    reading = tail("2" if whole else "1", end, ctx, both=False)
    if reading:
        if whole:
            return words + reading[0], reading[1]
        joiner = " of a" if ctx.text[end : end + 1] != "-" else ""
        return words + joiner + reading[0], reading[1]
    return words, end


VULGAR = {"½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5), "⅘": (4, 5),
          "⅙": (1, 6), "⅚": (5, 6), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8), "⅐": (1, 7), "⅑": (1, 9), "⅒": (1, 10)}  # fmt: skip


def vulgar(m: re.Match[str], ctx: Context) -> tuple[str, int] | None:
    top, bottom = VULGAR[m.group("sign")]
    whole = m.group("whole")
    words = N.fraction(top, bottom)
    if whole:
        part = {(1, 2): "a half", (1, 4): "a quarter"}.get((top, bottom), words)
        words = f"{N.integer(whole, ctx.usage.british)} and {part}"
    reading = tail("2" if whole else "1", m.end(), ctx, both=False)
    if reading:
        joiner = (
            ""
            if whole
            or ctx.text[m.end() : m.end() + 1] == "-"
            or reading[0].startswith((" million", " billion", " percent"))
            else " of a"
        )
        return words + joiner + reading[0], reading[1]
    return words, m.end()


def ordinal_figures(m: re.Match[str], ctx: Context) -> tuple[str, int] | None:
    """`23rd`, `1,000th`, `20th-century`."""
    if ctx.glued().isalpha():
        return None
    return N.ordinal(int(m.group("num").replace(",", "")), ctx.usage.british), m.end()


def decade(m: re.Match[str], ctx: Context) -> tuple[str, int] | None:
    """`1980s`, `'80s`, `80s`, `1960s-80s` (the second half comes round again)."""
    figures = m.group("num")
    n = int(figures)
    if len(figures) == 4:
        words = N.plural(N.year(n, ctx.usage.british))
    elif len(figures) == 2 and (n % 10 == 0 and n or m.group("quote")):
        words = N.plural(N.below_hundred(n)) if n else "two thousands"
    elif m.group("quote"):
        return None
    else:
        words = N.plural(N.integer(figures, ctx.usage.british))
    glued = ctx.glued()
    lead = (
        " to "
        if glued in "-–" and glued and re.search(r"\d0s[-–]$", ctx.text[max(0, m.start() - 6) : m.start()])
        else ""
    )
    possessive = "'" if m.group("after") else ""
    return f"{lead}{words}{possessive}", m.end()


def multiple(m: re.Match[str], ctx: Context) -> tuple[str, int] | None:
    """`2x`, `1.5x`."""
    if ctx.glued().isalnum():
        return None
    words = N.number(m.group("num"), ctx.usage.british)
    return (f"{words} times" if "." in m.group("num") else f"{words} x"), m.end()


COUNTED = frozenset(
    "people men women children jobs homes workers troops soldiers cases deaths miles pages words votes points students pupils pieces seats "
    "police officers feet metres meters kilometres kilometers tonnes tons acres degrees calories cars vehicles cans bricks barrels copies staff".split()
)
ABOUT = frozenset("nearly almost some least exactly roughly fewer approximately about around than".split())
YEAR_WORDS = frozenset(
    "in since by until till from before after during of year circa late early mid spring summer autumn fall winter between around".split()
)


def plain_number(m: re.Match[str], ctx: Context) -> tuple[str, int] | None:
    """Whatever is left: a year if it looks like one, else a cardinal, digits one by one after a leading zero."""
    figures = m.group("num")
    gb = ctx.usage.british
    sign = ""
    if m.group("sign"):
        if ctx.glued().isalnum() or ctx.glued() in (")", "."):
            return None
        sign = {"+": "plus ", "±": "plus or minus "}.get(m.group("sign"), "minus ")
    end = m.end()
    if "." in figures:
        return sign + N.number(figures, gb), end
    if not sign and len(figures) == 4 and figures.isdecimal() and is_year(int(figures), end, ctx):
        return N.year(int(figures), gb), end
    words = sign + N.integer(figures, gb)
    if ctx.text[end : end + 1] == "+" and not ctx.text[end + 1 : end + 2].isalnum():
        return words + " plus", end + 1
    return words, end


def is_year(n: int, end: int, ctx: Context) -> bool:
    if not 1000 < n < 2100:
        return False
    before, after = ctx.before().lower(), ctx.after(end)
    if after in COUNTED or before == "number":
        return n % 100 == 0 and n % 1000 != 0
    if before in (
        "in",
        "since",
        "by",
        "until",
        "of",
        "circa",
        "year",
        "summer",
        "winter",
        "spring",
        "autumn",
        "early",
        "late",
    ):
        return True
    if before in ABOUT and n < 1900:
        return n % 100 == 0
    plural_after = (
        after.endswith("s")
        and after.islower()
        and after not in ("is", "was", "has", "as", "does", "us", "its", "this", "his")
    )
    if n >= 1900:
        return not (before in ABOUT and plural_after)
    if n < 1100:
        return not plural_after and before in YEAR_WORDS
    return not plural_after or n % 100 == 0


RULES = (
    Rule("money", (SYMBOL,), r"(?P<sign>[-−])?(?P<prefix>)(?P<symbol>[$£€¥￥₩₹₽₪₺฿₦₱₫₴₿₡₲₵₸₾₼৳])\s?(?P<sign2>[-−])?(?P<num>" + LEADING + ")", money, "-−$£€¥￥₩₹₽₪₺฿₦₱₫₴₿₡₲₵₸₾₼৳"),
    Rule("money with country", (WORD,), r"(?P<sign>)(?P<prefix>[A-Z]{1,3})(?P<symbol>[$£])\s?(?P<sign2>[-−])?(?P<num>" + LEADING + ")", money),
    Rule("money by code", (WORD,), r"(?P<code>[A-Z][A-Za-zč]{0,2})\.?[\s\u00a0]?(?P<num>" + NUM + r")(?![\d-])", currency_word),
    Rule("money after figures", (FIGURES,), r"(?P<num>" + NUM + r")\s?(?P<scale>bn|tn|m|k|million|billion|trillion)?\s?(?P<mark>[€£¥¢]|[A-Z]{3}\b)", money_after),
    Rule("vulgar fraction", (FIGURES, SYMBOL), r"(?:(?P<whole>\d{1,9})[\s-]?)?(?P<sign>[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞⅐⅑⅒])", vulgar),
    Rule("fraction", (FIGURES,), r"(?:(?P<whole>\d{1,6})(?:\s|-))?(?P<top>\d{1,5})/(?P<bottom>\d{1,5})(?P<suffix>(?:th|rd|nd|TH|RD)s?)?(?![\d/.:]\d|\d|/\w|[A-Za-z]|\.\d)", mixed_fraction),
    Rule("decade", (FIGURES, SYMBOL), r"(?P<quote>['’‘](?=\d\ds))?(?P<num>\d{2,4}) ?(?:['’])?s\b(?P<after>['’](?=[ ,.;:]|$))?", decade, "'’‘"),
    Rule("ordinal", (FIGURES,), r"(?P<num>\d{1,3}(?:,\d{3}){1,6}|\d{1,20})(?:st|nd|rd|th|ST|ND|RD|TH)\b", ordinal_figures),
    Rule("quantity", (FIGURES, SYMBOL), r"(?P<sign>[-−–](?=[\d.]))?(?P<num>" + LEADING + ")", quantity, "-−–."),
    Rule("multiple", (FIGURES,), r"(?P<num>" + NUM + r")[x×]\b(?![\dA-Za-z])", multiple),
    Rule("number", (FIGURES, SYMBOL), r"(?P<sign>[-−–+±](?=\.?\d))?(?P<num>" + LEADING + ")", plain_number, "-−–.+±"),
)  # fmt: skip
