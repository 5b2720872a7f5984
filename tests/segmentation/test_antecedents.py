"""Whom `he`, `she` and `the senator` mean: every sentence here was once given to somebody else."""

# ruff: noqa: E501 (a golden has the lines that an article has)

from __future__ import annotations

import pytest
from script_table import table

LEAD = "The old bridge will stay closed for the winter, and nobody knows for how long."

CASES = {
    "not the last speaker but whom the last sentence is about": (
        "“We need the bridge,” said Senator Paul Hart.\n\nMarcus Quill, the former mayor, spoke of the schools. "
        "“It will be a hard fight,” he said.",
        "Marcus Quill",
        "he",
    ),
    "not whom that sentence only mentions": (
        "“We need the bridge,” said Senator Paul Hart.\n\nMarcus Quill thanked his friend Tom Hale. “It was time,” he said.",
        "Marcus Quill",
        "he",
    ),
    "nor whom it puts into a clause with where or that": (
        "Filling in at the dinner where Bill Roe had spoken on Sunday, Cornel Vane attacked the banks. “Nobody paid me,” he said.",
        "Cornel Vane",
        "he",
    ),
    "nor whose plan it names": (
        "Hart’s plan may work, said Jeffrey Hemm, an economist.\n\nSenator Paul Hart was not there. “It is cheap,” Hemm said.\n\n"
        "Quill’s own plan was dropped, said Marcus Quill, a candidate. “It was dear,” he said.",
        "Marcus Quill",
        "he",
    ),
    "a pronoun in between goes on meaning the same": (
        "“We need the bridge,” said Senator Paul Hart.\n\nPresident Marcus Quill left on Friday. He was met by angry crowds. "
        "Admitting that the deal was far away, he said, “It will come.”",
        "Marcus Quill",
        "he",
    ),
    "who goes on speaking is who spoke": (
        "“We need the bridge,” said Senator Paul Hart.\n\nMarcus Quill has opposed it for years. “It is safe,” he added.",
        "Paul Hart",
        "he",
    ),
    "an organisation is nobody": (
        "Governor Ana Berg spoke on television. The Northern State Board has its own view of the matter. "
        "“You will hear that,” she said.",
        "Ana Berg",
        "she",
    ),
    "a description": (
        "Paul Hart, who is third in the polls, spoke with Senator Joni Vale.\n\n“I feel good,” said the Dover businessman.",
        "Paul Hart",
        "the Dover businessman",
    ),
    "a description that leads on to a pronoun": (
        "“Paul will win,” said Rick Roe.\n\nPaul Hart, who is third in the polls, met Senator Joni Vale. The Dover candidate told "
        "reporters he felt good and that “we will see what comes of it.”",
        "Paul Hart",
        "The Dover candidate",
    ),
    "an age": (
        "Mia Stone won again on Friday.\n\n“I was lucky,” the 19-year-old said.",
        "Mia Stone",
        "the 19-year-old",
    ),
    "whom somebody without a name asked": (
        "Ana Berg gave evidence in June. A minister asked her, rather grandly, how one was supposed to tell. “Look at it,” she said.",
        "Ana Berg",
        "she",
    ),
    "a mood": (
        "Paul Hart met his critics.\n\nA defiant Hart said, “I will not go.”",
        "Paul Hart",
        "A defiant Hart",
    ),
    "a surname that had come to mean one of two": (
        "Carla Fiore joined the board. Fiore sold the ships. Fiore then left, with her husband, Frank Fiore, for Rome.\n\n"
        "“I am glad,” Fiore said.",
        "Carla Fiore",
        "Fiore",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_antecedent(case: str) -> None:
    text, name, mention = CASES[case]
    last = [line for line in table(f"Bridge\n\n{LEAD}\n\n{text}").splitlines() if line.startswith("quote")][-1]
    assert last.startswith(f"quote {name} (")
    assert f"< {mention} |" in last


@pytest.mark.parametrize("who", ["the spokesman", "the mayor", "the retailer", "the official"])
def test_a_description_that_may_be_somebody_else(who: str) -> None:
    text = f"Bridge\n\nPaul Hart, a baker, was not amused.\n\n“It is late,” {who} said."
    assert f"quote {who} (" in table(text)
