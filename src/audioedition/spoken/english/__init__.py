"""The rules of English, in the order they are tried at each token: the earlier wins. See docs/spoken-form.md."""

from __future__ import annotations

import functools

from ...lexis import english
from ...lexis.tables import Lexis, derived
from ...lexis.wordlists import words
from ..scan import Plain, Rule, RuleSet
from . import (
    abbreviations,
    acronyms,
    athletics,
    brackets,
    capital_names,
    citations,
    codes,
    dates,
    days,
    fractions,
    games,
    hours,
    jargon,
    knitting,
    labels,
    measures,
    moments,
    money,
    notation,
    pairs,
    parties,
    periods,
    plain_numbers,
    racecards,
    ranges,
    ranks,
    references,
    results,
    romans,
    scorecards,
    scores,
    short_dates,
    shortened,
    streets,
    surveys,
    symbols,
    telephones,
    thousands,
    times,
    titled_names,
    units,
    web,
)
from .between import and_between, behind_date

ORDER: tuple[Rule, ...] = (
    # what runs on without a space: addresses first, or their parts would be read
    web.EMAIL,
    web.URL,
    web.DOMAIN,
    citations.FILE_NAME,
    citations.DOT_COM,
    web.HANDLE,
    web.HASHTAG,
    brackets.INSIDE_WORD,
    brackets.OWN_CODE,
    brackets.INSTRUMENT,
    brackets.LISTED,
    brackets.OWN_UNIT,
    brackets.SAID_BEFORE,
    brackets.STARRED_OUT,
    brackets.SIDE,
    ranks.SECOND_LIEUTENANT,
    pairs.PERHAPS_MANY,
    telephones.KEYED,
    telephones.EXTENSION,
    telephones.STARRED,
    scorecards.LINE_SCORE,
    references.DOCKET,
    references.REPORTER,
    references.OF_YEAR,
    references.NUMBERED_PAIR,
    references.GRID_REFERENCE,
    references.LINE_NUMBER,
    references.EPISODE,
    references.SECTION,
    references.REFERENCE,
    codes.DRAW,
    telephones.TELEPHONE,
    thousands.SPACED_THOUSANDS,
    telephones.GROUPED,
    references.PARCEL,
    telephones.IP_ADDRESS,
    results.FACED_BALLS,
    codes.ACCOUNT,
    streets.STATE_ZIP,
    codes.POSTCODE,
    symbols.PLUS_MINUS,
    ranges.SAME_AGAIN,
    # figures with a fixed shape, from the most particular
    notation.POWER,
    athletics.EVENT,
    athletics.WITH_STOPS,
    scorecards.FALL,
    scorecards.BOWLING,
    scorecards.QUARTERS,
    scorecards.THREE_OF_A_DAY,
    scorecards.SHOOTING,
    scorecards.THIRDS,
    scorecards.WEIGHED,
    games.KIND_OF_GOAL,
    scorecards.MINUTE,
    scores.EVEN,
    scorecards.BASKETS,
    scorecards.GAP_OF_TIME,
    scorecards.POSSESSION,
    scorecards.NATION,
    scorecards.COLOUR,
    scorecards.EXTRA,
    scorecards.STUMPED,
    scorecards.NUMBERED_TEAM,
    knitting.STITCH,
    knitting.STAR,
    notation.STARS,
    notation.CARD,
    notation.COORDINATE,
    notation.POSITION,
    notation.FORCE,
    racecards.WINNING_TIME,
    racecards.LENGTHS,
    racecards.FORM_FIGURES,
    racecards.WEIGHT,
    racecards.BAND,
    racecards.YARDS,
    notation.FURLONGS,
    results.RUNS,
    results.DECLARED,
    results.DISMISSED,
    results.RUNS_FOR_WICKETS,
    results.BALLS,
    results.BEHINDS,
    games.KICKED,
    games.HALF_TIME,
    results.BEAT,
    results.AGE_GROUP,
    games.OVERTIME,
    games.POINTS_OF_HOCKEY,
    games.POINTS_OF_RUGBY,
    games.GOING,
    games.PART_OF_SCORE,
    games.STANDING,
    results.GAELIC,
    results.PRICE,
    shortened.SHORTENED,
    jargon.JARGON,
    games.TIME_OR_CROWD,
    games.NIL,
    results.RACE_DISTANCE,
    brackets.NUMBERED_LINE,
    citations.VERSE,
    citations.SHORT_BOOK,
    citations.NUMBERED_BOOK,
    citations.OUT_OF,
    codes.AIRLINER,
    labels.ROOM,
    labels.FLOOR,
    times.WITH_MARKS,
    moments.AGO,
    moments.NOON,
    times.GAME_CLOCK,
    times.SECONDS,
    moments.ON_TELEVISION,
    moments.FROM_NOON,
    times.TO_THE_SECOND,
    times.DURATION,
    times.HALF_IN_LETTER,
    behind_date(and_between(times.HALF_DAY)),
    behind_date(and_between(times.HALF_DAY_ONE)),
    times.RUN_TOGETHER,
    short_dates.DOTTED_DATE,
    times.MILITARY,
    hours.DOTTED,
    hours.FOUR_FIGURES,
    hours.TILL_LATE,
    hours.OPENING,
    hours.WITH_H,
    behind_date(times.TWENTY_FOUR),
    pairs.EQUAL_PLACE,
    pairs.APART_ORDINAL,
    pairs.ACCOUNTING_MONTHS,
    pairs.TO_PAR,
    pairs.FLUID_OUNCES,
    dates.ISO_DATE,
    dates.NUMERIC_DATE,
    dates.SPACED_DATE,
    and_between(dates.DAY_MONTH),
    dates.KNOWN_DAY,
    short_dates.SHORT_DATE,
    periods.YEAR_MONTH,
    and_between(periods.YEARS),
    periods.QUARTER,
    periods.FISCAL,
    periods.ERA,
    days.WEEKDAY,
    and_between(dates.MONTH_DAY),
    and_between(dates.MONTHS_SPAN),
    days.DAYS_SPAN,
    days.DAYS_IN_LETTERS,
    dates.MONTH,
    notation.CASHTAG,
    notation.COMPARED,
    ranges.RATE_TO_ONE,
    ranges.CROSS_RATE,
    ranges.PAIR_OF_CURRENCIES,
    pairs.THOUSANDS_OF,
    and_between(money.MONEY),
    and_between(money.MONEY_OF_COUNTRY),
    money.CENTS_OF_COUNTRY,
    and_between(money.MONEY_BY_CODE),
    money.MONEY_IN_WORDS,
    money.MONEY_BEHIND,
    fractions.UP_TO_FRACTION,
    streets.HOUSE_NUMBER,
    ranges.SUM,
    scores.GOALS_AND_POINTS,
    scores.TENNIS,
    scores.ODDS,
    fractions.FRACTION,
    measures.HEIGHT,
    measures.CALIBRE,
    and_between(measures.DECADE),
    measures.SHORT_YEAR,
    measures.ORDINAL,
    codes.AGE,
    and_between(scores.SCORE),
    measures.NUMBER_OF,
    measures.PACKS,
    measures.SEVERAL,
    thousands.COMMA_DECIMAL,
    measures.PER_UNIT,
    measures.EACH_OF_UNIT,
    measures.POINTS,
    and_between(measures.QUANTITY),
    and_between(measures.MULTIPLE),
    ranges.ZIP_CODE,
    and_between(ranges.RANGE),
    ranges.RATIO,
    codes.FIGURES_LETTER,
    codes.FIGURES_HYPHEN,
    shortened.GLUED,
    codes.FIGURES_LETTERS,
    plain_numbers.NUMBER,
    # words
    pairs.UNIT_BEHIND_WORDS,
    pairs.OFFSET,
    pairs.TIED,
    pairs.BETWEEN_POINTS,
    surveys.TOWN_OR_RANGE,
    surveys.SHARE,
    citations.BILL,
    titled_names.NUMBER_SIGN,
    labels.SECTOR,
    abbreviations.BEFORE_FIGURES_RULE,
    abbreviations.SLASHED_RULE,
    abbreviations.LATIN_RULE,
    parties.PARTY,
    parties.SHORT_PARTY,
    ranks.STROKE,
    ranks.LEADING,
    ranks.CLOSING,
    titled_names.TITLE,
    streets.BOUND,
    streets.STREET,
    streets.COMPASS,
    titled_names.STATE,
    titled_names.DOTTED,
    titled_names.INITIAL,
    abbreviations.ABBREVIATION,
    abbreviations.BARE_ABBREVIATION,
    notation.STAR,
    notation.GRADE,
    notation.HIGH_LOW,
    notation.MAGNITUDE,
    notation.SHARP,
    streets.JUNCTION,
    labels.RADIO,
    codes.LETTERS_FIGURES,
    romans.ROMAN_LIST,
    romans.SMALL_ROMAN,
    romans.SEVERAL,
    romans.ROMAN_NUMERAL,
    acronyms.MIXED,
    acronyms.SMALL_WORD,
    capital_names.FULL_NAME,
    capital_names.PARTICLE,
    capital_names.CONTRACTION,
    acronyms.CAPITAL_TAIL,
    acronyms.ACRONYM,
    symbols.SYMBOL_RULE,
)


@derived
def triggers(lexis: Lexis) -> frozenset[str]:
    """Words in lower case that some rule may start at."""
    asked = (english.months, english.mixed, english.abbreviations, english.streets, english.before_figures)
    others = (english.bare_abbreviations, english.latin, english.slashed)
    short = {word.lower() for word in lexis.made(shortened.shortened.make)} | lexis.made(shortened.beginnings.make)
    short |= lexis.made(pairs.counted_units.make)
    return frozenset().union(short, *(lexis.made(column.make) for column in asked + others)) | _LETTERS


_LETTERS = words(
    "y q m w n b c s et eg ie bt lt def d aet sort n'bound s'bound e'bound w'bound"
    " account ksh kshs rs nb lb gr k sl form ro agg pens pen og p pp tu th sa su"
    " i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi"
)
"""Where `y/y`, `et al` and the like begin."""


@derived
def capital_triggers(lexis: Lexis) -> frozenset[str]:
    """Words with a capital, in lower case, that some rule may start at: `Tues`, `Cllr`, `Lab`, `Rs`, `Sft`, `Jn`."""
    money = (units.currency_codes, units.currency_countries)
    short = (english.short_parties, english.short_books, scorecards.nations)
    asked = (*money, *short, english.days, games.grounds)
    begun = (word.lower() for column in asked for word in lexis.made(column.make))
    return (
        lexis.made(triggers.make)
        | lexis.made(titled_names.title_words.make)
        | lexis.made(ranks.starters.make)
        | frozenset(begun)
    )


_KEPT = 8192
"""Words of which it is kept whether they are plain: a text says most of its words more than once."""


@derived
def plains(lexis: Lexis) -> dict[frozenset[str], Plain]:
    """What `plain` has made, for each set of tables anew."""
    return {}


def plain(subjects: frozenset[str]) -> Plain:
    """Whether no rule starts at a word when space or comma follows it: most words of any text. What an article is about
    adds its jargon."""
    known = plains()
    if subjects not in known:
        terms = jargon.beginnings(subjects)
        asked, asked_of_capitals = triggers() | terms, capital_triggers() | terms

        @functools.lru_cache(maxsize=_KEPT)
        def is_plain(word: str) -> bool:
            if word.islower():
                return stem(word) not in asked
            return word[1:].islower() and stem(word.lower()) not in asked_of_capitals

        known[subjects] = is_plain
    return known[subjects]


def stem(word: str) -> str:
    """A word without what an apostrophe adds: `corp` of `corp's`."""
    return word if word.isalpha() else word.replace("’", "'").partition("'")[0]


RULES = RuleSet(ORDER, plain, thousands.evened)
