"""The closed classes of English words that noun phrases and clauses begin or end with; table `grammar`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from ..model import Gender
from .tables import Lexis, Row, derived


class Grammar(NamedTuple):
    """Lower-case words by what they are in a sentence; a word may be several things."""

    pronouns: frozenset[str]
    personal: frozenset[str]
    """Pronouns that are subjects and stand for somebody mentioned before."""
    determiners: frozenset[str]
    particles: frozenset[str]
    """Inside names, in small letters: `van der Berg`."""
    auxiliaries: frozenset[str]
    adverbs: frozenset[str]
    not_adverbs: frozenset[str]
    """Words with `ly` at the end that are no adverbs."""
    prepositions: frozenset[str]
    links: frozenset[str]
    """Prepositions that join one noun to another: `a spokesman for the ministry`."""
    subordinators: frozenset[str]
    """What begins a clause or phrase before the subject: `When asked, Berg …`."""
    conjunctions: frozenset[str]
    no_names: frozenset[str]
    """Not names although they are capitalised, at the head of a sentence or of a headline."""
    no_nouns: frozenset[str]
    """Words of no other class that end a noun phrase."""
    openers: frozenset[str]
    """Capitalised in front of a name at the head of a sentence: `Maybe Berg`."""
    appositions: frozenset[str]
    """What an apposition begins with: `Berg, a trader`, `Berg, who`."""
    ordinals: frozenset[str]
    before_verbs: frozenset[str]
    """What a plain form follows that is a verb: `they say`, `to say`; not `the claim`."""
    before_months: frozenset[str]
    """`in June`; not `said June Abernathy`."""
    days: frozenset[str]
    """Days and months, in full and short, and the days counted from today."""


_COLUMNS = (
    "pronoun", "personal", "determiner", "particle", "auxiliary", "adverb", "not_adverb", "preposition", "links",
    "subordinator", "conjunction", "no_name", "no_noun", "opens", "apposition", "ordinal", "before_verb",
    "before_month",
)  # fmt: skip
_FROM_TODAY = frozenset(("today", "yesterday", "tomorrow", "tonight"))


@derived
def english_words(lexis: Lexis) -> Mapping[str, tuple[str, ...]]:
    """A word of a closed class in the language in use -> the English ones whose part it plays: `vom` -> "of", "the".

    The rules of attribution are told in English words; other languages' words take the same places in a sentence. Empty
    in English.
    """
    return {word: tuple(row["as"].split()) for word, row in lexis.own("grammar").items() if row["as"]}


@derived
def behind_only(lexis: Lexis) -> frozenset[str]:
    """Words that play their part right behind a quotation or a comma only: `„…“, so Weber`."""
    return frozenset(word for word, row in lexis.own("grammar").items() if row["behind"])


@derived
def article_genders(lexis: Lexis) -> Mapping[str, Gender]:
    """`la` -> female, where articles tell it; empty in English."""
    return {word: Gender(row["gender"]) for word, row in lexis.own("grammar").items() if row["gender"]}


@derived
def things_have_gender(lexis: Lexis) -> bool:
    """Whether the words for he and she also stand for things and for several, as `il`, `sie` and `hij` do.

    Then they say little about who is a man or a woman. False in English.
    """
    return bool(lexis.made(english_words.make))


@derived
def capitals_are_names(lexis: Lexis) -> bool:
    """Whether a line of nothing but capitalised words is likely a name: headlines have no more capitals than sentences.

    False in English, whose papers write `A Town Without Water`.
    """
    return bool(lexis.made(english_words.make))


@derived
def nouns_are_capitals(lexis: Lexis) -> bool:
    """Whether every noun is written as names are, as the language's own `Million` shows."""
    return any(row["one"][:1].isupper() for row in lexis.own("magnitudes").values())


@derived
def subjects_are_left_out(lexis: Lexis) -> bool:
    """Whether a verb can do without the word for he or she: `“…”, añadió.` False in English."""
    return any(row.get("left_out") for row in lexis.own("grammar").values())


@derived
def own_particles(lexis: Lexis) -> frozenset[str]:
    """Words that are also part of a name: `Ana de la Torre`."""
    return frozenset(word for word, row in lexis.own("grammar").items() if row["particle"])


def in_english(words: str) -> str:
    """A description with English words before its first name: `die Sprecherin der Stadt` -> "the Sprecherin der Stadt".

    As it is in English, and where nothing has to be said otherwise.
    """
    known = english_words()
    if not known:
        return words
    if (phrase := words.lower().replace("’", "'")) in known and len(known[phrase]) > 1 < len(words.split()):
        return " ".join(known[phrase]).removeprefix("according to ")  # `ce dernier`, `ihrer Meinung nach`
    first, *more = words.split() or [""]
    elided, mark, noun = first.replace("’", "'").partition("'")
    if mark and (elided + mark).lower() in known:
        first, more = elided + mark, [noun, *more]
    said = known.get(first.lower().replace("’", "'"))
    if said is None and not more:
        said = next((known[end] for end in known if end[0] == "-" and first.lower().endswith(end)), None)
    return " ".join([*said, *more]) if said else words


@derived
def grammar(lexis: Lexis) -> Grammar:
    """The classes of the tables in use."""
    rows = list(lexis.table("grammar").values())
    days = frozenset(word.lower() for name in ("days", "months") for word in lexis.table(name))
    own = frozenset(word for name in ("days", "months") for word in lexis.own(name) if len(word) > 4)
    classes = [_class(rows, column) for column in _COLUMNS]
    told = lexis.made(english_words.make)
    words = {
        word: said[-1] for word, said in told.items() if len(said) == 1 and word != "a"
    }  # `un` is "a", `a` is "to"
    classes = [known | {word for word, said in words.items() if said in known} for known in classes]
    return Grammar._make([*classes, days - _rather_words(lexis) | _FROM_TODAY | own])


def _rather_words(lexis: Lexis) -> frozenset[str]:
    """Months that are as often another word or a name: `may`, `jun`."""
    return frozenset(word.lower() for word, row in lexis.table("months").items() if "rather" in row["also"].split())


def _class(rows: Sequence[Row], column: str) -> frozenset[str]:
    return frozenset(row["word"] for row in rows if row[column])
