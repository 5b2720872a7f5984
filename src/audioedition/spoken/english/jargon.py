"""Jargon of notices, advertisements, results and tables, by what the article is about: lexis/en/jargon.tsv.

A table of thousands of words that most articles never need: it is read when an article is about one of its subjects.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ...lexis import english
from ...lexis.tables import Lexis, derived
from ..scan import WORD, Context, Reading, Rule, compiled
from .shapes import ends_text, starts_sentence


class Term(NamedTuple):
    """What a word stands for, and whether it is read only where no sentence runs."""

    spoken: str
    apart: bool


@derived
def by_subject(lexis: Lexis) -> Mapping[str, Mapping[str, Term]]:
    """Subject -> word as written -> what it stands for."""
    found: dict[str, dict[str, Term]] = {}
    for word, row in lexis.table("jargon").items():
        for subjects, spoken in _readings(row["readings"]):
            term = Term(spoken.removeprefix("?"), spoken.startswith("?"))
            for subject in subjects.split():
                found.setdefault(subject, {})[word] = term
    return found


def _readings(cell: str) -> Iterator[tuple[str, str]]:
    """`property: suite; cricket racing: ?stone` -> ("property", "suite"), ("cricket racing", "?stone")."""
    for reading in cell.split("; "):
        subjects, _, spoken = reading.partition(": ")
        yield subjects, spoken


@derived
def _beginnings(lexis: Lexis) -> Mapping[str, frozenset[str]]:
    """Subject -> the words it shortens, in lower case and up to the first sign in them."""
    made = lexis.made(by_subject.make)
    return {subject: frozenset(HEAD.match(word)[0].lower() for word in words) for subject, words in made.items()}  # type: ignore[index]


HEAD = re.compile("[A-Za-z]+")


def beginnings(subjects: frozenset[str]) -> frozenset[str]:
    """The words in lower case that this rule may start at where the article is about `subjects`."""
    if not subjects:
        return frozenset()
    return frozenset().union(*(words for subject, words in _beginnings().items() if subject in subjects))


def jargon(m: re.Match[str], ctx: Context) -> Reading | None:
    """`det`, `c/tax`, `semi-det`, `refs. req.`, `g'son`: the longest of them that is known."""
    if ctx.loud or not ctx.usage.subjects or ctx.glued() in GLUED:
        return None
    end = m.end("word")
    while True:
        word = m.string[m.start() : end].replace("’", "'")
        if found := known(word, ctx):
            return _with_stop(found, end, ctx)
        cut = max(map(word.rfind, "/.&"))
        if cut < 1:
            return None
        end = m.start() + cut


GLUED = frozenset("&/@'’.:")


def known(word: str, ctx: Context) -> str:
    """What a word stands for where it stands; "" if nothing."""
    titled = word in english.titles() and compiled(r"\. [A-Z][a-z]").match(ctx.text, ctx.start + len(word))
    if titled and "." not in word and not ctx.text[: ctx.start].rstrip(" ")[-1:].isdecimal():
        return ""  # "Rep. Jane Doe" among votes
    opens = (
        word[0].isupper()
        and word not in english.titles()
        and ctx.text[: ctx.start].rstrip(" (")[-1:] in ("", ".", ":", ";", "\n")
    )
    words_of = ((subject, by_subject().get(subject, {})) for subject in ctx.usage.subjects)
    terms = [(subject, term) for subject, words in words_of if (term := _term(word, words, opens))]
    if len(terms) > 1:
        terms.sort(key=lambda found: (-_weight(found[0], ctx), found[0]))
    return terms[0][1].spoken if terms and not (terms[0][1].apart and in_sentence(word, ctx)) else ""


def _weight(subject: str, ctx: Context) -> int:
    """How many words of the text are jargon of a subject."""
    words = by_subject()[subject]
    return sum(token.text in words for token in ctx.tokens)


def _term(word: str, words: Mapping[str, Term], opens: bool) -> Term | None:
    """As written, with the capital of a beginning, or in the plural."""
    if term := words.get(word):
        return term
    if len(word) > 2 and opens and word[1:].islower() and (term := words.get(word[0].lower() + word[1:])):
        return Term(term.spoken[0].upper() + term.spoken[1:], term.apart)
    many = len(word) > 4 and word.endswith("s") and word.lower() not in english.days()
    if many and (term := words.get(word[:-1])) and term.spoken[-1] not in "sdg":
        return Term(f"{term.spoken}s", term.apart)
    return None


SMALL = frozenset(
    (
        "the",
        "a",
        "an",
        "was",
        "were",
        "is",
        "are",
        "has",
        "had",
        "have",
        "been",
        "be",
        "that",
        "which",
        "who",
        "he",
        "she",
        "it",
        "they",
        "his",
        "her",
        "their",
        "said",
        "says",
        "will",
        "would",
        "could",
        "should",
        "not",
        "but",
        "when",
    )
)
"""Words that sentences have, and lines of an advertisement or a table have not."""
ASKING = frozenset(["to", "no", "any", "every", "each", "some", "more", "most", "i", "we", "you"])
"""Right before an ordinary word: `to arraign him`, `to no avail`."""
NEAR = 12
"""Tokens to either side, spaces among them, that are looked through for one of them."""


def in_sentence(word: str, ctx: Context) -> bool:
    """Whether a sentence runs around the word; a single letter needs figures beside it as well."""
    if ctx.glued() == "-" or ctx.before().lower() in ASKING:
        return True
    near = ctx.tokens if _runs_on(word, ctx) else ctx.tokens[max(0, ctx.at - NEAR) : ctx.at + NEAR]
    if any(token.text.lower() in SMALL and ctx.text[token.end : token.end + 1] in (" ", "") for token in near):
        return True
    if len(word) > 1:
        return False
    text, end = ctx.text, ctx.start + len(word)
    return not (
        text[max(0, ctx.start - 2) : ctx.start].strip()[-1:].isdecimal() or compiled(r"\.? ?\d").match(text, end)
    )


def _runs_on(word: str, ctx: Context) -> bool:
    """Whether small words that are no jargon stand on both sides without a mark between: `an open access journal`."""
    beside = ctx.before(), ctx.after(ctx.start + len(word))
    known = [by_subject().get(subject, {}) for subject in ctx.usage.subjects]
    if not any(vowel in word for vowel in "aeiouy"):
        return False  # `mln` is no word
    return all(w.islower() and len(w) > 2 and not any(w in words for words in known) for w in beside)


def _all_capitals(letters: str) -> bool:
    return letters.isalpha() and letters.isupper()


def _with_stop(spoken: str, end: int, ctx: Context) -> Reading:
    """The stop of a word written short goes with it, unless it ends the sentence too."""
    if spoken == "including" and compiled(r"\.?(?:[),;]|$)").match(ctx.text, end):
        spoken = "included"  # "bills inc."
    if ctx.text[end : end + 1] != "." or (_all_capitals(ctx.text[end - 2 : end]) and not spoken.isupper()):
        return spoken, end  # what is written in capitals has no stop of its own
    ends = ends_text(ctx.text, end + 1) or starts_sentence(ctx.text, end + 1)
    return spoken, end if ends else end + 1


JARGON = Rule(
    "jargon",
    (WORD,),
    r"(?P<word>[A-Za-z]{1,12}(?:['’/&.-][A-Za-z]{1,12}){0,3})(?![\w'’@]|-\w)",
    jargon,
    source="advertisements, notices, results: lexis/en/jargon.tsv",
)
