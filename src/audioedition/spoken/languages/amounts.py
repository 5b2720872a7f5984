"""Figures with what belongs to them: magnitudes, money, per cent, units, ranges, scores, fractions, compounds."""

from __future__ import annotations

import re

from ...lexis.tables import Row
from ..scan import LETTER, Context, Reading, compiled
from .counting import cardinal, counted, digits, number, parted, year
from .language import NUM, Language

SPAN = rf"(?P<to> ?[-–] ?)(?P<num>{NUM})(?![\d/-])"
JOINED = r"-?(?P<rest>[^\W\d_A-ZÄÖÜ]{2,30})(?!\w)"


def figures(m: re.Match[str], ctx: Context, lang: Language) -> Reading | None:
    """`3,5 Mio. €`, `12,50 €`, `5,2 %`, `-5 °C`, `3-5 km`, `2024`."""
    written, end = m.group("num"), m.end()
    if ctx.glued().isalpha():
        return None
    if compound := _compound(written, end, ctx, lang):
        return compound
    before = ctx.glued()
    signed = m.group("sign") and (not before or before.isspace() or before in '(„“"«')
    lead = f"{lang.word('minus')} " if signed and m.group("sign") in "-−–" else ""
    if m.group("sign") == "+":
        lead = f"{lang.signs.get('+', '+')} "
    span = compiled(SPAN).match(ctx.text, end) if not lead else None
    if span and not _is_span(written, span.group("num")):
        span = None
    last, after = (span.group("num"), span.end()) if span else (written, end)
    tail = compiled(lang.tail).match(ctx.text, after)
    scale = (tail.group("scale") or "") if tail else ""
    unit = (tail.group("unit") or tail.group("unit2") or "") if tail else ""
    first = f"{_counted(written, bool(unit or scale), lang)} {lang.word('to')} " if span else ""
    if tail and _is_other_word(tail, ctx, lang):
        tail, scale, unit = None, "", ""
    if not tail:
        gender = lang.gender_of(ctx.after(after))
        said = _counted(last, False, lang, gender or ("m" if _noun_follows(ctx.text, after) else ""))
        return lead + first + said, after
    return lead + first + _with_tail(last, scale, unit.replace("° ", "°"), lang), tail.end()


def _counted(written: str, measured: bool, lang: Language, gender: str = "") -> str:
    return number(written, lang, gender) if measured else counted(written, lang, gender)


def _noun_follows(text: str, end: int) -> bool:
    return compiled(rf" {LETTER}{{2}}").match(text, end) is not None


def _is_other_word(tail: re.Match[str], ctx: Context, lang: Language) -> bool:
    """Whether a magnitude or unit of one letter is a word of its own: `de 3 a 5`, `3 h`, or figures follow it."""
    unit = tail.group("unit") or tail.group("scale") or ""
    spaced = tail.group()[0] == " "
    follows = ctx.text[tail.end() : tail.end() + 1]
    return (
        len(unit) == 1 and unit.isalpha() and ((unit in lang.words("words of one letter") and spaced) or follows == "'")
    )


def _is_span(first: str, last: str) -> bool:
    """Whether a dash between two numbers means from one to the other."""
    a, b = re.sub(r"\D", "", first), re.sub(r"\D", "", last)
    if len(a) > 9 or len(b) > 9 or (len(a) > 1 and a[0] == "0"):
        return False
    return int(a) < int(b) or "," in last or len(b) < len(a) == 4


def _compound(written: str, end: int, ctx: Context, lang: Language) -> Reading | None:
    """`18-jährig` -> "achtzehnjährig", `90er`, `100%ige`: where the language writes numbers and words together."""
    if not lang.word("compounds"):
        return None
    percent = compiled(r" ?%(?P<rest>ig[a-z]{0,2})(?!\w)").match(ctx.text, end)
    if percent:
        return f"{number(written, lang)}{lang.signs['%'].lower()}{percent['rest']}", percent.end()
    if ctx.text[end : end + 1] == "-":
        m = compiled(JOINED).match(ctx.text, end)
    else:
        m = compiled(rf"(?P<rest>{lang.word('compounds')})(?!\w)").match(ctx.text, end)
    if not m or "," in written:
        return None
    words = counted(written, lang).replace(" ", "")
    return f"{words}{m['rest']}", m.end()


def _with_tail(written: str, scale: str, unit: str, lang: Language) -> str:
    """`3,5` `Mio` `€` -> "drei Komma fünf Millionen Euro"."""
    row = lang.currency_of(unit) if unit else None
    if row is not None:
        return money(written, scale, row, lang)
    if scale:
        said = _scaled(written, scale, lang)
        return f"{said} {unit_words(unit, lang)}" if unit else said
    return _measured(written, unit, lang)


def _measured(written: str, unit: str, lang: Language) -> str:
    """`5` `km`, `21` `%`, `1` `h`."""
    row = lang.units.get(unit)
    if row is None:
        return f"{number(written, lang, 'm')} {unit_words(unit, lang)}"
    name = row["one"] if parted(written, lang) == ("1", "") else row["many"]
    return f"{number(written, lang, row['gender'] or 'm')} {name}"


def unit_words(unit: str, lang: Language) -> str:
    """ "Grad Celsius", "Prozent", "Kilometer"; "" for no unit."""
    if unit.startswith("°"):
        name = {"C": " Celsius", "F": " Fahrenheit"}.get(unit[-1], "")
        return f"{lang.word('degrees')}{name}"
    row = lang.units.get(unit)
    return row["many"] if row else lang.signs[unit] if unit else ""


def _scaled(written: str, scale: str, lang: Language) -> str:
    """`1,5` `Mio` -> "eins Komma fünf Millionen"."""
    row = lang.magnitude_of(scale)
    assert row is not None
    whole, part = parted(written, lang)
    singular = whole == "1" and (not part or bool(lang.word("singular below two")))
    if whole == "1" and not part and row["one_said"]:
        return row["one_said"]
    return f"{number(written, lang, row['gender'])} {row['one'] if singular else row['many']}"


def money(written: str, scale: str, row: Row, lang: Language) -> str:
    """`3,5 Mio. €`, `12,50 €`, `0,99 €`."""
    many, gender = row["many"], row["gender"]
    if scale:
        magnitude = lang.magnitude_of(scale)
        of = _of(many, lang) if magnitude and magnitude["of"] else ""
        return f"{_scaled(written, scale, lang)} {of}{many}"
    whole, part = parted(written, lang)
    named = row["one"] if whole == "1" else many
    if len(part) != 2 or not row["cents"]:
        return (
            f"{number(written, lang, gender)} {named}"
            if part.strip("0")
            else f"{number(whole or '0', lang, gender)} {named}"
        )
    if whole == "0" and part.strip("0"):
        return f"{cardinal(int(part), lang, 'm')} {row['cent'] if part == '01' else row['cents']}"
    euros = f"{number(whole, lang, gender)} {named}"
    return " ".join(filter(None, (euros, lang.word("cents"), cardinal(int(part), lang)))) if part.strip("0") else euros


def _of(noun: str, lang: Language) -> str:
    """`de `, `d'` before a vowel where the language shortens it."""
    short = lang.word("of before vowel")
    return short if short and noun[0].lower() in "aeiouhéè" else f"{lang.word('of')} " if lang.word("of") else ""


def money_before(m: re.Match[str], ctx: Context, lang: Language) -> Reading | None:
    """`$20`, `€ 5`, `US$ 3 mil millones`, `R$ 1,2 mi`: the name moves behind."""
    if ctx.glued().isalnum():
        return None
    row = lang.currency_of(m.group("sign"))
    span = compiled(SPAN).match(ctx.text, m.end())
    first, last, end = "", m.group("num"), m.end()
    if span and _is_span(last, span.group("num")):
        first, last, end = f"{number(last, lang)} {lang.word('to')} ", span.group("num"), span.end()
    tail = compiled(lang.tail).match(ctx.text, end)
    scale = (tail.group("scale") or "") if tail else ""
    if row is None:
        return None
    end = (
        tail.end("scale") + (ctx.text[tail.end("scale") :][:1] == "." and scale in lang.magnitudes)
        if tail and scale
        else end
    )
    return first + money(last, scale, row, lang), end


def score(m: re.Match[str], ctx: Context, lang: Language) -> Reading | None:
    """`2:1`, `3-1`: a result, where it cannot be a range or the words around it are of a game."""
    a, b = int(m.group("a")), int(m.group("b"))
    if ctx.glued().isalnum() or ctx.glued() in tuple(".,-/:"):
        return None
    game = ctx.nearby(frozenset(lang.words("game")))
    if m.group("mark") not in ":x" and not game and not (a >= b and b < 10 and a < 30):
        return None
    if m.group("mark") == "x" and not game and max(a, b) > 20:
        return None
    return lang.word("score").format(a=cardinal(a, lang), b=cardinal(b, lang)), m.end()


def times(m: re.Match[str], ctx: Context, lang: Language) -> Reading | None:
    """`4 x 100 m`, `3x`: so many times."""
    return f"{cardinal(int(m.group('num')), lang, 'f')} {lang.word('times')}", m.end()


def fraction(m: re.Match[str], ctx: Context, lang: Language) -> Reading | None:
    """`1/2`, `3/4` by the table; `2023/24` and others as two numbers."""
    if ctx.glued().isalnum() or ctx.glued() in tuple(".,-/"):
        return None
    if known := lang.word(m.group()):
        return known, m.end()
    a, b = m.group("a"), m.group("b")
    if len(a) == 4:
        return f"{year(int(a), lang)} {number(b, lang)}", m.end()
    return f"{number(a, lang)} {lang.word('slash')} {number(b, lang)}", m.end()


def years(m: re.Match[str], ctx: Context, lang: Language) -> Reading | None:
    """`1999-2005`, `1914-18`: from year to year."""
    if ctx.glued().isalnum():
        return None
    last = m.group("b")
    said = year(int(last), lang) if len(last) == 4 else cardinal(int(last), lang)
    return f"{year(int(m.group('a')), lang)} {lang.word('to')} {said}", m.end()


def telephone(m: re.Match[str], ctx: Context, lang: Language) -> Reading | None:
    """`030 / 226 343`, `01 23 45 67 89`: figure by figure."""
    groups = re.findall(r"\d+", m.group())
    if sum(map(len, groups)) < 8 or ctx.glued().isalnum():
        return None
    plus = f"{lang.signs['+']} " if m.group()[0] == "+" else ""
    return plus + ", ".join(digits(group, lang) for group in groups), m.end()
