"""Nouns that tell who speaks, and of which gender, or that what stands between marks is no speech; table `nouns`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from ..model import Gender
from .grammar import nouns_are_capitals
from .tables import Lexis, derived
from .wordlists import alternatives

_BEHIND_HEAD = ("of", "for", "from", "at", "in", "behind", "with", "on", "who", "to")


@derived
def _behind_head(lexis: Lexis) -> re.Pattern[str]:
    """What follows the noun that a description is about, in English and in the language: `el jefe de batallón`."""
    rows = lexis.own("grammar").items()
    own = [word for word, row in rows if row["as"].split()[:1] and row["as"].split()[0] in _BEHIND_HEAD]
    return re.compile(rf"(?<=\S) (?:{alternatives([*_BEHIND_HEAD, *own])})(?:(?<=\W)|(?!\w))")


_LONGEST = 60
"""Letters of the longest word that can be a noun."""
_SHORTEST_PLURAL = 6
"""Letters of the shortest noun whose plural is told by its ending."""
_KEPT = 20_000
"""Answers that are kept."""


class Nouns(NamedTuple):
    """Lower-case nouns by the questions that are asked of them."""

    human: frozenset[str]
    """Those who can speak; also as the end of a longer word, which is why endings (`ist`) are among them."""
    not_human: frozenset[str]
    genders: dict[str, Gender]
    ends: tuple[str, ...]
    """Words with a gender that longer words end with: `spokeswoman`."""
    stand_for: frozenset[str]
    """Stand for somebody named before: `the New York businessman`. Not who is usually somebody else (`the spokesman`),
    nor what may be a company (`the retailer`)."""
    papers: frozenset[str]
    """What words stand in: `in a statement released by`."""
    sayings: frozenset[str]
    """`Smith’s response was: “…`: it is Smith who speaks."""
    naming: Mapping[str, str]
    """What titles, names and terms follow: `the film “…”`; how long they may be is told by the cell: any length behind
    `the motto` (always), and behind `the film` with no comma between (work); a few words behind `the phrase` (yes)."""
    occasions: frozenset[str]
    """What is no speaker, although nouns with `of` and `for` follow it: `in an interview for the ministry`."""
    words_of: frozenset[str]
    """`In Smith’s words, “…`"""
    times: frozenset[str]
    """`Two months later, Smith …`: no subject."""
    bearing: frozenset[str]
    """What slogans are written on: `a shirt that said “…”`."""
    whole: frozenset[str]
    """Those who can speak, as whole words only: `vet`, but not `velvet`."""
    speaking: frozenset[str]
    """What is no human being and yet says something: `the council`, `a headline`."""
    texts: frozenset[str]
    """Of these what is written, and no body."""
    plurals: tuple[tuple[str, tuple[str, ...], bool], ...]
    """How other languages' nouns end where they mean several, how where they mean one, and whether that is sure: table
    `plural_endings`."""
    asked: dict[str, bool]
    """Answers of `is_human`, kept: it is asked of every word."""

    def is_human(self, noun: str) -> bool:
        """Whether a common noun means somebody who can speak: `spokesman`, `researchers`."""
        known = self.asked.get(noun)
        if known is None:
            if len(self.asked) > _KEPT:
                self.asked.clear()
            known = self.asked[noun] = self._is_human(noun)
        return known

    def _is_human(self, noun: str) -> bool:
        if len(noun) > _LONGEST or not noun.islower():
            return False
        noun = noun.partition("-of-")[0]  # `mother-of-two`
        forms = (noun, noun.removesuffix("s"), *self._singulars(noun))
        if any(word in self.not_human for word in forms):
            return False
        return any(word in self.whole or word[k:] in self.human for word in forms for k in range(len(word)))

    def _singulars(self, noun: str, *, surely: bool = False) -> list[str]:
        """What a noun for several may be for one: `cittadini` -> cittadino, cittadine."""
        if len(noun) < _SHORTEST_PLURAL:
            return []
        fits = [(end, ones) for end, ones, sure in self.plurals if noun.endswith(end) and (sure or not surely)]
        return [noun.removesuffix(end) + one.strip("-") for end, ones in fits for one in ones]

    def can_speak(self, noun: str) -> bool:
        """Whether a common noun means somebody or something whose words can be quoted: `critics`, `councils`."""
        singular = noun[:-3] + "y" if noun.endswith("ies") else noun.removesuffix("s")
        return (
            noun in self.speaking or singular in self.speaking or self.is_human(noun) or self.gender(noun) is not None
        )

    def describe_people(self, words: str) -> bool:
        """Whether a description is of human beings: `a spokeswoman for the board`, `residents`; not `the board`."""
        head = self.head(words)
        return self.is_human(head) or self.gender(head) is not None

    def describe_one(self, words: str) -> bool:
        """The same of one human being only."""
        head = self.head(words)
        return (self.is_human(head) and not head.endswith("s")) or self.gender(head) is not None

    def are_several(self, words: str) -> bool:
        """Whether a description is of several human beings: `the two men`, `her daughters`; not `his boss`."""
        head = self.head(words)
        if words.split()[-1] == head and head.endswith("men"):
            return self.gender(head[:-2] + "an") is not None
        if any(map(self.is_human, self._singulars(head, surely=True))) and head not in self.human | self.whole:
            return True
        plural = head.endswith("s") and not head.endswith("ss") and words.split()[-1].islower()
        return plural and (self.is_human(head) or self.gender(head.removesuffix("s")) is not None)

    @staticmethod
    def head(words: str) -> str:
        """The noun that a description is about, in lower case: `spokeswoman` of `a spokeswoman for the board`."""
        return Nouns.core(words).split()[-1].casefold()

    @staticmethod
    def core(words: str) -> str:
        """A description up to its noun: `a spokeswoman` of `a spokeswoman for the board`."""
        return _behind_head().split(words, maxsplit=1)[0]

    def gender(self, words: str) -> Gender | None:
        """The gender that a description tells, by its first word that tells any; `die junge Mutter` is no boy."""
        if nouns_are_capitals() and (capitals := [word for word in words.split() if word[0].isupper()]):
            words = " ".join(capitals)
        for word in words.casefold().replace("-", " ").split():
            word = word.strip(",.;:’'\"”“()")
            found = self.genders.get(word) or next((self.genders[end] for end in self.ends if word.endswith(end)), None)
            if found not in (None, Gender.UNKNOWN):
                return found
        return None


_CLOSED = ("pronoun", "personal", "determiner", "auxiliary", "adverb", "preposition", "conjunction")


def _closed(lexis: Lexis) -> frozenset[str]:
    """Words that end as nouns do and are none: `her`, `for`, `under`."""
    rows = lexis.table("grammar").values()
    own = lexis.own("grammar")
    return frozenset(own) or frozenset(row["word"] for row in rows if any(row[column] for column in _CLOSED))


@derived
def nouns(lexis: Lexis) -> Nouns:
    """The nouns of the tables in use."""
    rows = list((lexis.own("nouns") or lexis.table("nouns")).values())

    def having(column: str) -> frozenset[str]:
        return frozenset(row["word"].lstrip("-") for row in rows if row.get(column) == "yes")

    ends = sorted(having("ends"), key=len, reverse=True)
    return Nouns(
        human=having("human"),
        not_human=frozenset(row["word"] for row in rows if row["human"] == "no") | _closed(lexis),
        genders={
            row["word"].lstrip("-"): Gender(row["gender"].replace("none", "unknown")) for row in rows if row["gender"]
        },
        ends=tuple(ends),
        stand_for=having("stands_for"),
        papers=having("paper"),
        sayings=having("saying"),
        naming={row["word"]: row["names"] for row in rows if row.get("names")},
        occasions=having("occasion"),
        words_of=having("words_of"),
        times=having("time"),
        bearing=having("bears"),
        whole=frozenset(row["word"] for row in rows if row.get("human") == "whole"),
        speaking=frozenset(row["word"] for row in rows if row.get("speaks")) | having("paper") | having("saying"),
        texts=frozenset(row["word"] for row in rows if row.get("speaks") == "text") | having("paper"),
        plurals=tuple(
            (end, tuple(row["singular"].split()), bool(row["sure"])) for end, row in lexis.own("plural_endings").items()
        ),
        asked={},
    )
