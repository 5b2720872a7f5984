"""The closed classes of English words that noun phrases and clauses begin or end with; table `grammar`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

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
_ALSO_WORDS = frozenset(("may", "mar", "apr", "jun", "jul"))
"""Months that are as often another word or a name."""


@derived
def grammar(lexis: Lexis) -> Grammar:
    """The classes of the tables in use."""
    rows = list(lexis.table("grammar").values())
    days = frozenset(word.lower() for name in ("days", "months") for word in lexis.table(name))
    return Grammar._make([*(_class(rows, column) for column in _COLUMNS), days - _ALSO_WORDS | _FROM_TODAY])


def _class(rows: Sequence[Row], column: str) -> frozenset[str]:
    return frozenset(row["word"] for row in rows if row[column])
