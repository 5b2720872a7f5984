"""The rules of English, in the order they are tried at each token: the earlier wins. See docs/spoken-form.md."""

from __future__ import annotations

from ..scan import Rule, RuleSet
from . import abbreviations, acronyms, codes, dates, measures, money, names, scores, symbols, times, web

ORDER: tuple[Rule, ...] = (
    # what runs on without a space: addresses first, or their parts would be read
    web.EMAIL,
    web.URL,
    web.DOMAIN,
    web.HANDLE,
    web.HASHTAG,
    codes.TELEPHONE,
    codes.TELEPHONE_GB,
    codes.TELEPHONE_LOCAL,
    codes.IP_ADDRESS,
    codes.ACCOUNT,
    codes.STATE_ZIP,
    codes.POSTCODE,
    symbols.PLUS_MINUS,
    # figures with a fixed shape, from the most particular
    times.DURATION,
    times.HALF_DAY,
    times.HALF_DAY_ONE,
    times.MILITARY,
    times.TWENTY_FOUR,
    times.HALF_ALONE,
    dates.ISO_DATE,
    dates.NUMERIC_DATE,
    dates.DAY_MONTH,
    dates.KNOWN_DAY,
    dates.SHORT_DATE,
    dates.YEARS,
    dates.QUARTER,
    dates.FISCAL,
    dates.ERA,
    dates.WEEKDAY,
    dates.MONTH_DAY,
    dates.MONTHS_SPAN,
    dates.MONTH,
    money.MONEY,
    money.MONEY_OF_COUNTRY,
    money.MONEY_BY_CODE,
    money.MONEY_BEHIND,
    codes.HOUSE_NUMBER,
    scores.SUM,
    scores.TENNIS,
    scores.ODDS,
    measures.FRACTION,
    measures.HEIGHT,
    measures.CALIBRE,
    measures.DECADE,
    measures.SHORT_YEAR,
    measures.ORDINAL,
    scores.SCORE,
    measures.QUANTITY,
    measures.MULTIPLE,
    scores.RANGE,
    scores.RATIO,
    codes.FIGURES_HYPHEN,
    codes.FIGURES_LETTERS,
    measures.NUMBER,
    # words
    names.BILL,
    names.NUMBER_SIGN,
    names.BEFORE_FIGURES_RULE,
    names.SLASHED_RULE,
    names.LATIN_RULE,
    names.PARTY,
    names.TITLE,
    names.STREET,
    names.COMPASS,
    names.STATE,
    names.DOTTED,
    names.INITIAL,
    names.ABBREVIATION,
    names.BARE_ABBREVIATION,
    codes.LETTERS_FIGURES,
    acronyms.ROMAN_NUMERAL,
    acronyms.MIXED,
    acronyms.ACRONYM,
    symbols.SYMBOL_RULE,
)

TRIGGERS = (
    frozenset(abbreviations.MONTHS)
    | frozenset(abbreviations.MIXED)
    | frozenset(
        [
            "y",
            "q",
            "m",
            "w",
            "c",
            "n",
            "b",
            "s",
            "ss",
            "ca",
            "d",
            "para",
            "paras",
            "vs",
            "v",
            "eg",
            "ie",
            "aka",
            "et",
            "st",
            "ave",
            "rd",
            "hwy",
            "dr",
            "ln",
            "blvd",
            "no",
            "nos",
            "p",
            "pp",
            "plc",
        ]
    )
)


def plain(word: str) -> bool:
    """Whether no rule starts at this word when space or a comma follows it: most words of any text."""
    if word.islower():
        return word not in TRIGGERS
    return len(word) > 6 and word[1:].islower() and word.lower() not in TRIGGERS


RULES = RuleSet(ORDER, plain)
