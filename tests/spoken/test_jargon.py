"""Every word of lexis/en/jargon.tsv is read where an article is about its subject, and nowhere else."""

from __future__ import annotations

import pytest

from audioedition.facts.english import Usage
from audioedition.spoken import speak
from audioedition.spoken.english.jargon import Term, by_subject
from audioedition.spoken.english.shortened import shortened

TERMS = [(subject, word, term) for subject, words in by_subject().items() for word, term in words.items()]
BETWEEN = ("Elm, {}, Roe", "Roe: {} 3; Elm", "3 {}, Roe")
"""As lines of a notice or a table have it: between commas, before a figure, behind one."""


def said(text: str, *subjects: str) -> str:
    return speak(text, usage=Usage("GB", True, frozenset(subjects))).text


@pytest.mark.parametrize("subject", sorted(by_subject()))
def test_is_read_in_a_line_about_its_subject(subject: str) -> None:
    def is_read(word: str, term: Term) -> bool:
        return any(term.spoken.lower() in said(line.format(word), subject).lower() for line in BETWEEN)

    assert [word for of, word, term in TERMS if of == subject and not is_read(word, term)] == []


@pytest.mark.parametrize("subject", sorted(by_subject()))
def test_no_ordinary_word_of_a_sentence_is_taken_for_it(subject: str) -> None:
    line = "She said that the {} was there."
    apart = [word for of, word, term in TERMS if of == subject and term.apart and word not in shortened()]
    assert [word for word in apart if said(line.format(word), subject) != said(line.format(word))] == []


def test_is_read_nowhere_else() -> None:
    lines = [line.format(word) for _, word, _ in TERMS for line in BETWEEN[:1]]
    assert [line for line in lines if said(line, "angling") != said(line)] == []
