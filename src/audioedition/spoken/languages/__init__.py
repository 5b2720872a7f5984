"""Every language but English: one grammar of figures, money, dates, times, ordinals and abbreviations, told by tables.

A language is a folder of tables (docs/adding-a-language.md); num2words makes the words of plain numbers. Languages
without tables keep figures with a sign (`12%`, `€3,50`, `35 °C`) for their voice, which knows them. No sign is lost.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache, partial

from ...lexis.tables import main_language
from ...lexis.wordlists import alternatives
from ..scan import FIGURES, SYMBOL, WORD, Context, Reading, Rule, RuleSet
from . import amounts, calendar, parts, results, short, strokes
from .counting import converted, words_of
from .language import NUM, Language, language_of

CENTS = r"\d{1,4}\.\d\d(?!\d|[.,]\d)"
"""`$18.45`"""
Worded = Callable[["re.Match[str]", Context, Language], "Reading | None"]
TIMES = r"(?P<num>\d{1,3}) ?(?:[x×]|X(?= \d))(?: ?(?P<by>\d{1,4})(?!\w)|\b(?!\w))"
FRACTION = (
    r"(?P<a>\d\.\d{3}|\d{1,4})(?:-(?P<letter>[A-Z])(?=/(?:19|20)\d\d))?/"
    r"(?P<b>(?:19|20)\d\d|\d{1,3}|(?<=\d{4}/)\d{4})(?![\d/])"
)
SIGNED = r"(?P<sign>[-−–+](?=\d))?"


def generic(m: re.Match[str], ctx: Context, language: str) -> Reading | None:
    """A number in a language without tables here; with a sign on either side it is the voice's."""
    written, end = m.group("num"), m.end()
    if ctx.glued().isalpha() or m.group("sign") or signed(ctx.text, ctx.start, end):
        return None
    decimal = re.fullmatch(r"(\d{1,15}),(\d{1,2}|\d{4,9})", written)
    if decimal and written[-1] == "0":
        return None  # num2words would leave the zero out
    if decimal:
        return converted(float(".".join(decimal.groups())), language, "cardinal"), end
    plain = re.sub(r"\D", "", written)
    if len(plain) > 15 or (len(plain) > 1 and plain[0] == "0"):
        return " ".join(converted(int(c), language, "cardinal") for c in plain), end
    return converted(int(plain), language, "cardinal"), end


def signed(text: str, start: int, end: int) -> bool:
    """Whether figures have a sign beside them, one space between at most: `12%`, `€ 3,50`, `18/20`."""
    beside = (text[max(0, start - 2) : start].strip()[-1:], text[end : end + 2].strip()[:1])
    tight = (text[start - 1 : start] if start else "", text[end : end + 1])
    marks = any(c and (unicodedata.category(c)[0] == "S" or c in "%‰§&@#*") for c in beside)
    return marks or (any(c and c in "/:_-–.,ºª" for c in tight if c) and not ending(text, end))


def ending(text: str, end: int) -> bool:
    """Whether the mark at offset `end` only ends a clause."""
    return text[end : end + 1] in (".", ",", ":") and not text[end + 1 : end + 2].strip()


@cache
def rules_of(language: str) -> RuleSet:
    """The rules of a BCP 47 language other than English; none where num2words does not know it."""
    lang = language_of(language)
    if lang is None:
        code = main_language(language)
        numbers = Rule("number", (FIGURES, SYMBOL), SIGNED + rf"(?P<num>{NUM})", partial(generic, language=code), "-−–")
        return RuleSet((numbers,) if words_of(code, "cardinal") else (), lambda subjects: str.isalpha)
    plain = _plain(lang)
    return RuleSet(_rules(lang), lambda subjects: plain)


def _rules(lang: Language) -> list[Rule]:
    def rule(name: str, kinds: tuple[str, ...], pattern: str, say: Worded, symbols: str = "") -> Rule:
        return Rule(name, kinds, pattern, lambda m, ctx: say(m, ctx, lang), symbols)

    money_signs = "".join(sign[0] for sign in lang.currencies if not sign[0].isalpha())
    codes = alternatives(list(lang.currencies))
    signs = "".join(lang.signs)
    suffixes = lang.word("ordinal suffixes")
    ordinals = (
        [
            rule(
                "ordinal",
                (FIGURES, WORD),
                rf"(?P<num>\d{{1,3}}|[IVXL]{{1,6}})\.{short.noun(lang)}",
                short.stopped_ordinal,
            )
        ]
        if lang.word("stop after ordinals")
        else []
    )
    if suffixes:
        ordinals.append(
            rule(
                "raised ordinal",
                (FIGURES, WORD),
                rf"(?P<num>\d{{1,3}}|X?L[IVX]{{1,6}}|[IVX]{{1,7}})\.?(?P<suffix>{suffixes})(?!\w)",
                short.raised_ordinal,
            )
        )
    return [
        rule("address", (WORD, FIGURES), short.ADDRESS, short.address),
        rule("short day", (WORD,), calendar.short_day_pattern(lang), calendar.short_day),
        *([rule("abbreviation", (WORD,), short.shortened(lang), short.abbreviation)] if lang.abbreviations else []),
        *([rule("shortened end", (WORD,), short.ends(lang), short.shortened_end)] if lang.shortened_ends else []),
        *([rule("typed accent", (WORD,), short.TYPED_ACCENT, short.typed_accent)] if lang.word("elided ends") else []),
        *([rule("elided word", (SYMBOL,), short.ELIDED, short.elided, "'’")] if lang.word("elided words") else []),
        *(
            [rule("province", (SYMBOL, WORD), short.province_pattern(lang), short.province, "-/–")]
            if lang.provinces
            else []
        ),
        rule("turned apostrophe", (SYMBOL,), r"‘(?=[^\W\d_])", short.turned_apostrophe, "‘"),
        rule("bore", (SYMBOL,), r"\.(?P<num>\d\d)(?![\w.,]\d|\w)", short.bore, "."),
        *(
            [rule("half of the day", (FIGURES,), calendar.HALF_OF_DAY, calendar.half_of_day)]
            if lang.word("before noon")
            else []
        ),
        rule("telephone", (FIGURES, SYMBOL), parts.TELEPHONE, parts.telephone, "+("),
        rule("post code", (FIGURES,), parts.post_code_pattern(lang), parts.post_code),
        rule("round the clock", (FIGURES,), strokes.round_the_clock_pattern(lang), strokes.round_the_clock),
        rule("mixed fraction", (FIGURES,), parts.MIXED, parts.mixed),
        rule(
            "money",
            (SYMBOL, WORD),
            rf"(?P<sign>{codes}) ?(?P<num>{CENTS}|{lang.num})",
            amounts.money_before,
            money_signs,
        ),
        rule("short month", (WORD,), calendar.short_month_pattern(lang), calendar.short_month),
        rule("ISO date", (FIGURES,), calendar.ISO, calendar.date),
        rule("date", (FIGURES,), calendar.DATE, calendar.date),
        rule("votes", (FIGURES,), results.VOTES, results.votes),
        rule("sets", (FIGURES,), results.SETS, results.in_sets),
        rule("race", (FIGURES,), calendar.RACE, calendar.race),
        rule("stretch", (FIGURES,), calendar.stretch_pattern(lang), calendar.stretch),
        rule("numeric date", (FIGURES,), calendar.NUMERIC, calendar.date),
        *(
            [
                rule("minutes of play", (FIGURES,), results.MINUTES, results.minutes),
                rule("change of players", (FIGURES,), results.CHANGED, results.changed),
            ]
            if lang.word("minute of play")
            else []
        ),
        *([rule("goals", (FIGURES,), results.GOALS, results.goals)] if lang.word("goals") else []),
        rule("clock", (FIGURES,), calendar.clock_pattern(lang), calendar.clock),
        rule("short date", (FIGURES,), calendar.SHORT, calendar.short_date),
        *ordinals,
        rule("code", (FIGURES,), r"(?P<a>\d{1,4})-(?P<b>\d{1,5})(?![\w/-]|[.,]\d)", parts.code),
        rule("numeral", (WORD,), rf"{short.NUMERAL}(?!\w)\.?", short.numeral),
        rule("years", (FIGURES,), r"(?P<a>1[0-9]\d\d|20\d\d)[-–](?P<b>\d{4}|\d\d)(?![\d.,/-])", parts.years),
        rule("score", (FIGURES,), results.SCORE, results.score),
        rule(
            "times",
            (FIGURES,),
            TIMES,
            amounts.times,
        ),
        rule(
            "fraction",
            (FIGURES,),
            FRACTION,
            parts.fraction,
        ),
        rule("number", (FIGURES, SYMBOL), SIGNED + rf"(?P<num>{lang.num})", amounts.figures, "-−–+"),
        rule("half", (SYMBOL,), rf"(?P<part>[½¼¾]) ?(?P<unit>{lang.any_unit})(?!\w)", amounts.half, "½¼¾"),
        rule("unit", (WORD,), rf"(?:{alternatives(lang.units_alone)})(?!\w)", amounts.unit_alone),
        *([rule("river", (SYMBOL,), short.river_pattern(lang), short.river, "/")] if lang.pairs("rivers") else []),
        rule("both genders", (WORD,), r"(?P<stem>[^\W\d_]{1,24})@(?P<end>s?)(?![\w.])", strokes.both_genders),
        rule("between codes", (SYMBOL,), strokes.CODES, strokes.between_codes, "/"),
        rule("between words", (SYMBOL,), strokes.BETWEEN, strokes.between_words, "/("),
        rule("row of signs", (SYMBOL,), r"([+*=#~_])\1{2,}", short.row_of_signs, "+*=#~_"),
        rule("life", (SYMBOL,), strokes.LIFE, strokes.life, "*†✝☆"),
        rule("sign", (SYMBOL,), rf"§§|[{re.escape(signs)}]", short.sign, signs),
    ]


def _plain(lang: Language) -> Callable[[str], bool]:
    """Whether no rule can start at a word."""
    starts = [
        *lang.abbreviations,
        *lang.short_days,
        *lang.short_months,
        *lang.units_alone,
        *lang.provinces,
        *(code for code in lang.currencies if code[0].isalpha()),
    ]
    first = frozenset(re.split(r"\W", word, maxsplit=1)[0].lower() for word in starts)
    numeral = re.compile(r"(?:[IVX]{1,7}|L[IVX]{1,6})[a-zèª]{0,4}")
    ends = tuple(end.rstrip(".") for end in lang.shortened_ends)

    vowels = tuple("aeiouAEIOU") if lang.word("elided ends") else ()

    def plain(word: str) -> bool:
        known = (
            word.lower() in first or numeral.fullmatch(word) or (ends and word.endswith(ends)) or word.endswith(vowels)
        )
        return word.isalpha() and not known

    return plain
