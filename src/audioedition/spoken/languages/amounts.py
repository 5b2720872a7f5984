"""Figures with what belongs to them: magnitudes, money, per cent, units, ranges, scores, fractions, compounds."""

from __future__ import annotations

import re

from ...lexis.tables import Row
from ...lexis.wordlists import alternatives
from ..scan import Context, Reading, compiled
from .counting import cardinal, counted, digits, in_dative, number, ordinal, parted
from .language import NUM, Language

SPAN = rf"(?P<to> ?[-–] ?)(?P<num>{NUM})(?![\d/-])"
JOINED = r"-?(?P<rest>[^\W\d_A-ZÄÖÜ]{2,30})(?!\w)"
MINUTES = r"['’′](?![\w'’])"
SECONDS = r"(?:''|’’|[”″\"]|s(?=\d{1,3}(?!\w)))(?P<part>\d{1,3})?(?!\w)"
MINUTES_AND_SECONDS = r"(?:['’′]| ?min ?)(?P<seconds>[0-5]?\d)(?:''|’’|[”″\"]| ?s(?![^\W\d]))(?P<part>\d{1,3})?(?!\w)"


def figures(m: re.Match[str], ctx: Context, lang: Language) -> Reading | None:
    """`3,5 Mio. €`, `12,50 €`, `5,2 %`, `-5 °C`, `3-5 km`, `2024`; cents behind a stop, `24 267.60 €`."""
    written, end = m.group("num"), m.end()
    if ctx.glued().isalpha() and not _is_code(ctx):
        return None
    if cents := compiled(r"\.(\d\d)(?= ?€)").match(ctx.text, end):
        written, end = f"{written},{cents[1]}", cents.end()
    end = _behind_dash(end, ctx)
    if lang.word("leading zero") and _has_idle_zero(written, end, ctx):
        written = written[1]
    lead = _sign(m.group("sign") or "", ctx, lang)
    for special in (_by_figures, _compound, _half, _height, _of_time):
        if found := special(written, end, ctx, lang):
            return lead + found[0], found[1]
    span = None if lead else _span(written, end, ctx)
    last, after = span or (written, end)
    tail = _tail(after, ctx, lang)
    first = (
        " ".join(filter(None, (_first(written, last, tail, lang), _to(ctx, lang), " "))).rstrip() + " " if span else ""
    )
    if tail:
        said = with_tail(last, tail, lang, lang.gender_of(ctx.after(tail.end())))
        head = ctx.text[max(0, ctx.start - 24) : ctx.start]
        return lead + first + in_dative(said, lang.units.get(tail.group("unit") or ""), head, lang), tail.end()
    return lead + first + _counted(last, False, lang, _gender_of_what_follows(after, ctx, lang)), after


def _has_idle_zero(written: str, end: int, ctx: Context) -> bool:
    """Whether a nought only fills a place: `domingo (09)`, `02 vagas`; not in a telephone number."""
    alone = re.search(r"\d[ .-]?\Z", ctx.text[max(0, ctx.start - 2) : ctx.start]) is None
    return (
        alone and re.fullmatch("0[1-9]", written) is not None and not re.match(r"[ .-]?\d|-", ctx.text[end : end + 2])
    )


def _behind_dash(end: int, ctx: Context) -> int:
    """The offset behind what stands for no cents where figures end: `25,- Euro`, `10.–`."""
    dash = compiled(r"[.,][-–—]{1,2}(?=[\s).,;:]|\Z)").match(ctx.text, end)
    return dash.end() if dash else end


def _gender_of_what_follows(end: int, ctx: Context, lang: Language) -> str:
    """The gender of the noun that figures count; they end at offset `end`."""
    noun = ctx.after(end)
    return "" if ctx.glued().isalpha() else lang.gender_of(noun) or ("m" if _is_noun(noun, lang) else "")


def _tail(end: int, ctx: Context, lang: Language) -> re.Match[str] | None:
    """The magnitude, sign or unit behind figures that end at offset `end`."""
    tail = compiled(lang.tail).match(ctx.text, end)
    return None if tail and _is_other_word(tail, ctx, lang) else tail


def _by_figures(written: str, end: int, ctx: Context, lang: Language) -> Reading | None:
    """`Notruf 112`"""
    plain = re.sub(r"\D", "", written)
    known = plain in lang.words("figure by figure") and ctx.nearby(frozenset(lang.words("telephone words")))
    return (digits(plain, lang), end) if known else None


def _first(written: str, last: str, tail: re.Match[str] | None, lang: Language) -> str:
    """What a span starts from; how tall somebody is, `1,75–1,80 m`, has its metre twice."""
    if tail and tail.group("unit") == "m" and all(re.fullmatch(r"[1-9],[1-9]\d", figure) for figure in (written, last)):
        return _measured(written, "m", lang)
    row = lang.units.get(tail.group("unit") or "") if tail else None
    return _counted(written, tail is not None, lang, row["gender"] if row else "")


def _is_code(ctx: Context) -> bool:
    """`A10`, `D66`, `PETR4`, `Bel20`: a few letters that begin with a capital, before figures."""
    before = re.split("['’]", ctx.tokens[ctx.at - 1].text)[-1] if ctx.at else ""
    figures = len(ctx.tokens[ctx.at].text)
    return before[:1].isupper() and (
        (before.isupper() and len(before) < 4 and figures < 5) or (len(before) < 6 and figures < 3)
    )


def _sign(sign: str, ctx: Context, lang: Language) -> str:
    before = ctx.glued()
    if sign == "+":
        return f" {lang.signs.get('+', '+')} " if before.strip() else f"{lang.signs.get('+', '+')} "
    return f"{lang.word('minus')} " if sign and (not before or before.isspace() or before in '([„“"«…') else ""


def _span(written: str, end: int, ctx: Context) -> tuple[str, int] | None:
    """What a dash leads to: `3-5`."""
    span = compiled(SPAN).match(ctx.text, end)
    return (span.group("num"), span.end()) if span and _is_span(written, span.group("num")) else None


def _to(ctx: Context, lang: Language) -> str:
    """From one number to another; between hours some languages have another word."""
    asked = ctx.before().lower() in lang.words("before an hour")
    return (lang.word("hours to") if asked else "") or lang.word("to")


def _counted(written: str, measured: bool, lang: Language, gender: str = "") -> str:
    return number(written, lang, gender) if measured else counted(written, lang, gender)


def _is_noun(word: str, lang: Language) -> bool:
    return len(word) > 1 and word.lower() not in lang.words("no nouns")


def _is_other_word(tail: re.Match[str], ctx: Context, lang: Language) -> bool:
    """Whether what looks like a magnitude or unit is a word of its own: `da 3 a 5`, `il 10 ha segnato`."""
    unit = tail.group("unit") or tail.group("scale") or ""
    spaced = tail.group()[0] == " "
    if compiled(r"\.[^\W\d_]\.").match(ctx.text, tail.end()):
        return True  # `4 t.a.b. à 2`
    if spaced and unit in lang.currencies and compiled(r" ?\d").match(ctx.text, tail.end()):
        return True  # `in 1964 € 9.250`: the sign is that of the next figures
    if len(unit) == 1 and unit.isalpha() and ctx.text[tail.end() : tail.end() + 1] == "'":
        return True
    if len(unit) > 1 and not ctx.text[tail.end() : tail.end() + 1].strip(".,;:)"):
        spaced = spaced and ctx.text[tail.end() : tail.end() + 1] == " "
    return _is_also_a_word(unit, spaced, tail, ctx, lang)


def _is_also_a_word(unit: str, spaced: bool, tail: re.Match[str], ctx: Context, lang: Language) -> bool:
    """Whether a unit is a word where it stands, `3 a 5`, or a letter, `el 8M`, `412 s/n`."""
    if tail.group("per") is None and compiled(r"/[^\W\d_](?!\w)").match(ctx.text, tail.end()):
        return True
    also = spaced and unit in lang.words("also words") and ctx.after(tail.end()) not in lang.words("of")
    return also or (tail.group()[0] != " " and _is_day_of_march(unit, tail, ctx, lang))


def _is_day_of_march(unit: str, tail: re.Match[str], ctx: Context, lang: Language) -> bool:
    """`el 8M`: a letter and no millions, of which something would follow."""
    millions = tail.group("unit2") or ctx.after(tail.end()) in lang.words("of")
    return unit == "M" and not millions


def _half(written: str, end: int, ctx: Context, lang: Language) -> Reading | None:
    """`5½`"""
    if ctx.text[end : end + 1] != "½" or "," in written or not lang.word("and a half"):
        return None
    return lang.word("and a half").format(n=number(written, lang)), end + 1


def _of_time(written: str, end: int, ctx: Context, lang: Language) -> Reading | None:
    """`50’` minutes, `11”42` and `44’’81` seconds."""
    if len(written) > 3 or "min" not in lang.units or "s" not in lang.units:
        return None
    if m := compiled(MINUTES_AND_SECONDS).match(ctx.text, end):
        said = _measured(written, "min", lang), lang.word("length and"), _seconds(m["seconds"], m["part"], lang)
        return " ".join(filter(None, said)), m.end()
    if m := compiled(SECONDS).match(ctx.text, end):
        if not m["part"] and m.group()[0] in '"”':
            return None  # a quotation ends
        return _seconds(written, m["part"], lang), m.end()
    if ctx.text[end : end + 1] == "'" and len(compiled(r"(?<!\w)'").findall(ctx.text, max(0, end - 200), end)) % 2:
        return None
    m = compiled(MINUTES).match(ctx.text, end) or _letter_of_minutes(end, ctx, lang)
    if m and _is_of_play(m.end(), ctx, lang):
        form = lang.word("minute of play")
        return form.format(n=ordinal(int(written), lang), count=cardinal(int(written), lang)), m.end()
    return (_measured(written, "min", lang), m.end()) if m else None


def _letter_of_minutes(end: int, ctx: Context, lang: Language) -> re.Match[str] | None:
    """`Goles: 20m. Zelaya`: a letter for the minute, where the words around are of a game."""
    m = compiled(rf"{lang.word('letter of minutes') or '(?!)'}(?=\.? [^\W\d_a-z])").match(ctx.text, end)
    return m if m and ctx.nearby(frozenset(lang.words("game"))) else None


def _is_of_play(end: int, ctx: Context, lang: Language) -> bool:
    """`al 94'`, `12' pt`; `Adeline (77’)`, `(43’ & 90’)`: minutes in brackets, the words around being of a game."""
    added = ctx.before().lower() in lang.words("added time") or ctx.nearby(frozenset(lang.words("added time")), 14)
    if (ctx.after(end) in lang.words("halves") and not added) or ctx.before().lower() in lang.words("before a minute"):
        return True
    opened = compiled(r"\((?:\d{1,3}['’′](?: s\.p\.)?(?:, ?| ?(?:&|et|y|e|i) ))*\Z").search(ctx.text, 0, ctx.start)
    return bool(opened and lang.word("minute of play") and ctx.nearby(frozenset(lang.words("game"))))


def _seconds(written: str, part: str | None, lang: Language) -> str:
    """`9"98`"""
    words = _measured(written.lstrip("0") or "0", "s", lang)
    return " ".join(filter(None, (words, lang.word("metre and"), number(part, lang)))) if part else words


def _is_span(first: str, last: str) -> bool:
    """Whether a dash between two numbers means from one to the other."""
    a, b = re.sub(r"\D", "", first), re.sub(r"\D", "", last)
    if len(a) > 9 or len(b) > 9 or (len(a) > 1 and a[0] == "0"):
        return False
    return int(a) < int(b) or "," in last or len(b) + 2 == len(a) == 4


def _compound(written: str, end: int, ctx: Context, lang: Language) -> Reading | None:
    """`18-jährig` -> "achtzehnjährig", `90er`, `100%ige`: where the language writes numbers and words together."""
    if not lang.word("compounds"):
        return None
    percent = compiled(r" ?%(?P<rest>ig[a-z]{0,2})(?!\w)").match(ctx.text, end)
    if percent:
        return f"{number(written, lang)}{lang.signs['%'].lower()}{percent['rest']}", percent.end()
    if inside := _unit_inside(written, end, ctx, lang):
        return inside
    if written in lang.words("figure by figure") and compiled(r"-[^\W\d_]").match(ctx.text, end):
        return f"{digits(written, lang)}-", end + 1  # `112-nieuws`
    if ctx.text[end : end + 1] == "-":
        m = compiled(JOINED).match(ctx.text, end)
    else:
        m = compiled(rf"(?P<rest>{lang.word('compounds')})(?!\w)").match(ctx.text, end)
    if not m or "," in written:
        return None
    if m["rest"] in lang.words("apart"):
        return f"{counted(written, lang)} {m['rest']}", m.end()  # `123-bis`
    words = counted(written, lang).replace(" ", "")
    rest = m["rest"].lstrip()
    words = words[:-1] if lang.word("compounds elide") and rest[0] in "aeiou" else words
    return f"{words}{rest}", m.end()


def _unit_inside(written: str, end: int, ctx: Context, lang: Language) -> Reading | None:
    """`100-m-Lauf`, `4x100-m-Staffel`"""
    unit = compiled(rf"-(?P<unit>{lang.any_unit})-(?=\w)").match(ctx.text, end) if lang.word("compounds") else None
    return (f"{number(written, lang, 'm')}-{lang.units[unit['unit']]['one']}-", unit.end()) if unit else None


def _height(written: str, end: int, ctx: Context, lang: Language) -> Reading | None:
    """`1m75`"""
    m = compiled(r"m(\d\d)(?![\w.,]\d|\w)").match(ctx.text, end) if len(written) == 1 else None
    return (_measured(f"{written},{m[1]}", "m", lang), m.end()) if m else None


def with_tail(written: str, tail: re.Match[str], lang: Language, gender: str) -> str:
    """`3,5` `Mio` `€` -> "drei Komma fünf Millionen Euro"; `gender`: of the noun behind it."""
    scale = tail.group("scale") or ""
    unit = re.sub(r"[°º] ?", "°", tail.group("unit") or tail.group("unit2") or "")
    row = lang.currency_of(unit) if unit else None
    if row is not None:
        said = money(written, scale, row, lang)
    elif scale:
        said = f"{_scaled(written, scale, lang, gender)} {unit_words(unit, lang)}".rstrip()
    else:
        said = _measured(written, unit, lang)
    return f"{said} {_per(tail.group('per'), lang)}" if tail.group("per") else said


def _per(written: str, lang: Language) -> str:
    """`/h`, `/Std.`, `/mes`, `/100 km`."""
    figures, _, unit = written.rpartition(" ")
    row = lang.units.get(unit)
    named = (row["many"] if figures else row["one"]) if row else unit
    return " ".join(filter(None, (lang.word("per"), figures and number(figures, lang), named)))


def _measured(written: str, unit: str, lang: Language) -> str:
    """`5` `km`, `21` `%`, `1` `h`."""
    row = lang.units.get(unit)
    if row is None:
        gender = lang.word("percent gender") if unit in ("%", "‰") else "m"
        return f"{number(written, lang, gender)} {unit_words(unit, lang, one=written == '1')}"
    if re.fullmatch(r"0\d", written):
        written = written[1]  # `58 min 03 s`
    whole, part = parted(written, lang)
    name = row["one"] if whole == "1" and (not part or lang.singular_below_two) else row["many"]
    if unit == "m" and len(part) == 2 and part[0] != "0" and whole in tuple("123456789"):
        metre = row["one"] if whole == "1" else row["many"]
        joined = lang.word("metre and")
        return " ".join(filter(None, (number(whole, lang, row["gender"]), metre, joined, cardinal(int(part), lang))))
    return f"{number(written, lang, row['gender'] or 'm')} {name}"


def unit_words(unit: str, lang: Language, *, one: bool = False) -> str:
    """ "Grad Celsius", "Prozent", "Kilometer"; "" for no unit."""
    if unit.startswith("°"):
        name = {"C": " Celsius", "F": " Fahrenheit"}.get(unit[-1], "")
        return f"{(one and lang.word('degree')) or lang.word('degrees')}{name}"
    row = lang.units.get(unit)
    return row["many"] if row else lang.signs[unit] if unit else ""


def _scaled(written: str, scale: str, lang: Language, gender: str = "") -> str:
    """`1,5` `Mio` -> "eins Komma fünf Millionen"."""
    row = lang.magnitude_of(scale)
    assert row is not None
    whole, part = parted(written, lang)
    singular = whole == "1" and (not part or lang.singular_below_two)
    if whole == "1" and not part and row["one_said"]:
        return row["one_said"]
    named = scale if scale in (row["one"], row["many"]) else row["one"] if singular else row["many"]
    return f"{number(written, lang, row['gender'] if row['of'] else gender or row['gender'])} {named}"


def money(written: str, scale: str, row: Row, lang: Language) -> str:
    """`3,5 Mio. €`, `12,50 €`, `0,99 €`."""
    if scale:
        magnitude = lang.magnitude_of(scale)
        of = joined_by_of(row["many"], lang) if magnitude and magnitude["of"] else ""
        return f"{_scaled(written, scale, lang)} {of}{row['many']}"
    whole, part = parted(written, lang)
    if len(part) == 2 and row["cents"]:
        return _with_cents(whole, part, row, lang)
    one = whole == "1" and (not part or lang.singular_below_two)
    said = written if part.strip("0") else whole or "0"
    return f"{number(said, lang, row['gender'])} {row['one' if one else 'many']}"


def _with_cents(whole: str, part: str, row: Row, lang: Language) -> str:
    """`12` `50`, `0` `99`."""
    if whole == "0" and part.strip("0"):
        return f"{cardinal(int(part), lang, 'm')} {row['cent'] if part == '01' else row['cents']}"
    euros = f"{number(whole, lang, row['gender'])} {row['one' if whole == '1' else 'many']}"
    if not part.strip("0"):
        return euros
    cents = row["cents"] if lang.word("cents named") else ""
    return " ".join(filter(None, (euros, lang.word("cents"), cardinal(int(part), lang), cents)))


def joined_by_of(noun: str, lang: Language) -> str:
    """`de `, `d'` before a vowel where the language shortens it."""
    short = lang.word("of before vowel")
    return short if short and noun[0].lower() in "aeiouhéè" else f"{lang.word('of')} " if lang.word("of") else ""


def money_before(m: re.Match[str], ctx: Context, lang: Language) -> Reading | None:
    """`$20`, `€ 5`, `US$ 3 mil millones`, `R$ 1,2 mi`: the name moves behind."""
    row = lang.currency_of(m.group("sign"))
    if ctx.glued().isalnum() or row is None:
        return None
    span = _span(m.group("num"), m.end(), ctx)
    last, end = span or (m.group("num"), m.end())
    first = f"{number(m.group('num'), lang)} {lang.word('to')} " if span else ""
    end = _behind_dash(end, ctx)
    tail = compiled(lang.tail).match(ctx.text, end)
    scale = (tail.group("scale") or "") if tail else ""
    if tail and scale:
        end = tail.end("scale")
        end += ctx.text[end : end + 1] == "." and scale in lang.magnitudes and not scale.islower()
    said = first + money(last, scale, row, lang)
    again = rf"(?:{re.escape(lang.word('of') or 'de')} )?(?:{alternatives((row['one'], row['many']))})"
    if extra := compiled(rf"\.[-–—]{{1,2}}(?!\w)| {again}(?!\w)").match(ctx.text, end):
        end = extra.end()  # `CHF 800.-`, `R$ 65,00 reais`, `$16 mil millones de pesos`
    per = compiled(rf"/(?P<per>(?:{lang.any_unit})|[^\W\d_]{{3,12}})(?!\w)").match(ctx.text, end)
    return (f"{said} {_per(per['per'], lang)}", per.end()) if per else (said, end)


def times(m: re.Match[str], ctx: Context, lang: Language) -> Reading | None:
    """`4 x 100 m`, `3x`: so many times; between two names a result, `Brasil 3 x 0 Peru`."""
    by = m.group("by")
    if ctx.glued().isalnum():
        return None
    if by and _between_sides(m, ctx, lang):
        return lang.word("score").format(a=number(m.group("num"), lang), b=number(by, lang)), m.end()
    said = f"{cardinal(int(m.group('num')), lang, lang.word('times gender'))} {lang.word('times')}"
    if not by:
        return said, m.end()
    if inside := _unit_inside(by, m.end(), ctx, lang):
        return f"{said} {inside[0]}", inside[1]
    tail = compiled(lang.tail).match(ctx.text, m.end())
    return (f"{said} {with_tail(by, tail, lang, '')}", tail.end()) if tail else (f"{said} {number(by, lang)}", m.end())


def _between_sides(m: re.Match[str], ctx: Context, lang: Language) -> bool:
    """Whether `3 x 1` is a result: between two names, or where the words around it are of a game."""
    if ctx.before()[:1].isupper() and ctx.after(m.end())[:1].isupper():
        return True
    few = max(int(m.group("num")), int(m.group("by"))) <= 20 and not compiled(lang.tail).match(ctx.text, m.end())
    return few and ctx.nearby(frozenset(lang.words("game")))


def half(m: re.Match[str], ctx: Context, lang: Language) -> Reading | None:
    """`½ l`: half a litre; `¾ l`."""
    row = lang.units[m.group("unit")]
    if ctx.glued().isalnum():
        return None
    if m.group("part") != "½":
        return f"{lang.signs[m.group('part')]} {joined_by_of(row['one'], lang)}{row['one']}", m.end()
    form = lang.word(f"half {row['gender'] or 'm'}")
    return (form.format(unit=row["one"]), m.end()) if form else None


def unit_alone(m: re.Match[str], ctx: Context, lang: Language) -> Reading | None:
    """`pro m³`, `par kWh`, `un kg`, `quelques km`: a unit without figures, where it can be no word."""
    if ctx.glued().isalnum():
        return None
    row, before = lang.units[m.group()], ctx.before().lower()
    several = m.group() in ("kg", "km") and before and before not in lang.words("one of a unit")
    return row["many"] if several else row["one"], m.end()
