# ruff: noqa: E501 (a row has the lines that an article has)
"""How papers of many countries print who said what: their marks, offices, clauses and slips."""

from __future__ import annotations

import pytest
from script_table import table

HEAD = "Bridge closed\n\nThe old bridge at Northport will stay closed for the winter, the town decided on Monday.\n\n"


def told(text: str) -> list[str]:
    """Who says what: `Ana Berg: “It is gone,”`."""
    lines = (line.partition(" | ") for line in table(HEAD + text).splitlines())
    return [f"{who.split(' (')[0].removeprefix('quote ')}: {said}" for who, _, said in lines if who.startswith("quote")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # Two single marks for a double one.
        ("''We agree,'' Ana Berg said. ''It's good.''", ["Ana Berg: ''We agree,''", "Ana Berg: ''It's good.''"]),
        ("``We agree,'' Ana Berg said.", ["Ana Berg: ``We agree,''"]),
        ("“We agree,’’ Ana Berg said. “We do not.’’ (WNA)", ["Ana Berg: “We agree,’’", "Ana Berg: “We do not.’’"]),
        ("‘‘We agree with it,’’ Ana Berg said.", ["Ana Berg: ‘‘We agree with it,’’"]),
        ("“He told me ‘I am tired of it’’’, Ana Berg said.", ["Ana Berg: “He told me ‘I am tired of it’’’,"]),
        # Several paragraphs, of which only the last says whose they are.
        ("Residents had told us of a smell.\n\n“They came at night.\n\n“They took it,” an officer said.", ["an officer: “They came at night.", "an officer: “They took it,”"]),
        # A line of them that asks is no heading.
        ("“It is old,” said Ana Berg. “It rained.\n\n“Who will pay for it in the end?\n\n“It is closed for the winter, and nobody knows for how long it will be.”", ["Ana Berg: “It is old,”", "Ana Berg: “It rained.", "Ana Berg: “Who will pay for it in the end?", "Ana Berg: “It is closed for the winter, and nobody knows for how long it will be.”"]),
        # Offices and descriptions.
        ("It rained.\n\n“It is gone,” Coun. Ana Berg said. “So is he,” Cr Tom Hale said.", ["Ana Berg: “It is gone,”", "Tom Hale: “So is he,”"]),
        ("Cllr Ana Berg left.\n\nCllrs Hale and Berg walked out.\n\nCllr Berg said: “It is gone.”", ["Ana Berg: “It is gone.”"]),
        ("The spokesman of the Wexley Roads Board (WRB) Tom Hale said it was late.\n\nThe Board spokesman said it was “a thing of tin and rust”.", ["Tom Hale: “a thing of tin and rust”."]),
        ("Health Minister Ana Berg and Lena Roe met. “It is late,” Ms Roe said.\n\nThe Minister said that it was old. “It is gone,” she said.", ["Lena Roe: “It is late,”", "Ana Berg: “It is gone,”"]),
        ("“It is gone,” Ana Berg told us.\n\n“I cannot sleep,” said the mother-of-two, who lives there.", ["Ana Berg: “It is gone,”", "Ana Berg: “I cannot sleep,”"]),
        ("“It is gone,” said Ana Berg. “It was late.”\n\n“I cannot sleep,” added the Clann Ruadh defender.", ["Ana Berg: “It is gone,”", "Ana Berg: “It was late.”", "Ana Berg: “I cannot sleep,”"]),
        ("Another trader who often crosses it said it was late. “It is gone,” the trader who did not wish to be named, added.", ["another trader: “It is gone,”"]),
        # Who is spoken of in what somebody reports is not who says it.
        ("Bus director Tom Hale said the town was short of drivers. The plan would let one driver do two runs, he said.\n\n“I drove it,” he said.", ["Tom Hale: “I drove it,”"]),
        ("“No,” said Tom Hale.\n\nSecretary Les Roe found only a stump and, he said, “a very deliberate footprint”.", ["Tom Hale: “No,”", "Les Roe: “a very deliberate footprint”."]),
        # Somebody of no known name whom a pronoun has meant once is meant again.
        ("A trader, who gave no name, said she saw it. “It fell,” she said.\n\nRoegschanda Vell from Wexley Forum said the town was angry.\n\n“It is late,” she said. “It is gone,” she said.", ["a trader: “It fell,”", "Roegschanda Vell: “It is late,”", "Roegschanda Vell: “It is gone,”"]),
        ("It was saved on Sunday by Tom Hale, whose rope held it. “I pulled,” he said.", ["Tom Hale: “I pulled,”"]),
        # Verbs and what stands around them.
        ("Ana Berg is reported as saying (June 3) that it “has never been safe at all”.", ["Ana Berg: “has never been safe at all”."]),
        ("Ana Berg described the state of the planks on the north side as “a thing of tin and rust”.", ["Ana Berg: “a thing of tin and rust”."]),
        ("In it the association calls the closure “a blow for the whole town”.", ["the association: “a blow for the whole town”."]),
        ("The contract states that the bridge “shall be opened at all times”.", ["the contract: “shall be opened at all times”."]),
        ("It fell at noon, and one man was reportedly told to go.\n\n“It is late,” said Ana Berg.\n\nThe rest came after one man was reportedly asked to help.\n\n“It is gone.”", ["Ana Berg: “It is late,”", "Ana Berg: “It is gone.”"]),
        ("“It is old,” said Tom Hale.\n\nThe other one is as bad, according to trader Ana Berg. “It is gone.”", ["Tom Hale: “It is old,”", "Ana Berg: “It is gone.”"]),
        ("Ana Berg from Quay Road called it ‘sad’. “It is gone.”", ["Ana Berg: “It is gone.”"]),
        ("The mother of a boy who was hit by a deadly kite has recalled how the town “fought for his small life”.", ["the mother of a boy: “fought for his small life”."]),
    ],
)  # fmt: skip
def test_who_says_it(text: str, found: list[str]) -> None:
    assert told(text) == found
