# ruff: noqa: E501 (a row has the lines that an article has)
"""What somebody is said to be tells who is meant later: `the mayor`, `the Wexley trader`, `she`."""

from __future__ import annotations

import pytest
from script_table import table

LEAD = "Bridge closed\n\nThe old bridge at Northport will stay closed for the winter, the town decided on Monday.\n\n"
SPEAKERS = [
    # Somebody described is given a name.
    (
        "Another trader, who gave her name simply as Madam Roe, was there.\n\n“Who will listen?” she asked.",
        "Madam Roe (female) < she",
    ),
    ("A fisherman known only as Boy Reyes shook his head. “It is for ships,” he said.", "Boy Reyes (male) < he"),
    (
        "The chair of the rowers’ union, Patience Ekpo, faulted it. “Which rower?” she asked.",
        "Patience Ekpo (female) < she",
    ),
    ("One member called Tom Hale “a prince of the parish pump”.", "one member (unknown) < One member"),
    # Who holds an office.
    (
        "Ana Berg, mayor of Northport, met Tom Hale, a baker. The mayor smiled. “It is gone,” she said.",
        "Ana Berg (female) < she",
    ),
    (
        "Ana Berg, mayor of Northport, met Tom Hale, mayor of Wexley. “It is gone,” the Wexley mayor said.",
        "Tom Hale (male) < the Wexley mayor",
    ),
    (
        "Tom Hale spoke to Cllr Ana Berg. It rained. It snowed. It rained again.\n\n“It is gone,” the councillor said.",
        "Ana Berg (female) < the councillor",
    ),
    (
        "Tom Hale drives a bus. One trader was angry with him. “It is gone,” the trader said.",
        "one trader (unknown) < the trader",
    ),
    (
        "Justice Ana Berg spoke. It rained. Tom Hale left.\n\n“It is gone,” the judge said.",
        "Ana Berg (female) < the judge",
    ),
    ("Sgt Tom Hale and Ana Berg came. It rained.\n\n“It is gone,” the officer said.", "Tom Hale (male) < the officer"),
    (
        "Senior Resident Magistrate Ana Berg spoke. Tom Hale left. It rained.\n\n“It is gone,” the magistrate said.",
        "Ana Berg (female) < the magistrate",
    ),
    (
        "Ana Berg won. Nobody could look.\n\n“It is gone,” the Texan said.",
        "Ana Berg (female) < the Texan",
    ),
    # Who is meant by where they are from or whom they work for, but not by whom they work for.
    (
        "Ana Berg wrote about it. “It is gone,” the Wexley Post writer said.",
        "Ana Berg (female) < the Wexley Post writer",
    ),
    ("Ana Berg met Tom Hale. “It is gone,” the Hale adviser said.", "the Hale adviser (unknown) < the Hale adviser"),
    # Who does what a role says, where nobody is said to be one.
    (
        "Ana Berg, a driver, gave evidence. It rained.\n\n“It is gone,” the witness said.",
        "Ana Berg (female) < the witness",
    ),
    (
        "Tom Hale was umpiring his last match. It rained.\n\n“It is gone,” the umpire said.",
        "Tom Hale (male) < the umpire",
    ),
    (
        "Ana Berg spoke for the defence. Tom Hale left. It rained.\n\n“It is gone,” the lawyer said.",
        "Ana Berg (female) < the lawyer",
    ),
    (
        "Ana Berg won by 40 votes. It rained.\n\n“It is gone,” the mayor-elect said.",
        "Ana Berg (female) < the mayor-elect",
    ),
    (
        "Tom Hale spoke to the janitor. It rained.\n\n“It is gone,” the janitor said.",
        "the janitor (unknown) < the janitor",
    ),
    (
        "The first witness was Ana Berg. Tom Hale left.\n\n“It is gone,” the witness said.",
        "Ana Berg (female) < the witness",
    ),
    ("Deputy Conor Roe spoke. It rained.\n\n“It is gone,” the Labour TD said.", "Conor Roe (male) < the Labour TD"),
    # Offices by their letters.
    (
        "The Director-General of the Harbour Agency, Dr Ana Berg, spoke. Tom Hale left.\n\n“It is gone,” the DG said.",
        "Ana Berg (female) < the DG",
    ),
    (
        "Ana Berg, chief executive of Roe Mills, spoke. Tom Hale left.\n\n“It is gone,” the CEO said.",
        "Ana Berg (female) < the CEO",
    ),
    # A title outvotes what stands around a name; whoever is asked is `she`.
    (
        "A farmer spoke of Sola Menon, a teacher whose husband fell. It rained. Ms Menon stayed. “It is gone,” she said.",
        "Sola Menon (female) < she",
    ),
    (
        "“I saw it,” Ms Ana Berg said in evidence. Judge Tom Hale asked the witness if she was sure. “It is gone,” she said.",
        "Ana Berg (female) < she",
    ),
    # Somebody with no name, told apart from those with one.
    (
        "Tom Hale scored.\n\nThe Wexley goals came late and nobody cheered.\n\nThe Wexley goalkeeper stood on the field a long time. “It is gone,” he said.",
        "the Wexley goalkeeper (male) < he",
    ),
    # Names that no table knows, and those of which it says the wrong thing.
    (
        "“It is late,” said Mel Tindale.\n\nWexley publican Snow Tarragon said the room was full. “It is gone,” he said.",
        "Snow Tarragon (male) < he",
    ),
    ("Alfie in Year 2 had a theory. “It is gone,” he said.", "Alfie (male) < he"),
    ("My ouma baked on Thursdays. “It is gone,” she would say.", "my ouma (female) < she"),
    (
        "Her husband, Robin, had died. She had not lit the stove since. “He did the dials,” she said.",
        "she (female) < she",
    ),
    # Who goes on speaking, without a quotation before; who whispers; whom a field stands behind.
    (
        "“It is late,” said Ernie Teal.\n\nChief Wes Randall said the town does not like it. “But it is gone,” he added.",
        "Wes Randall (male) < he",
    ),
    ("“It is gone,” whispered the man beside me.", "the man beside me (male) < the man beside me"),
    (
        "In his remarks, the Commissioner for Education, Yusuf Tofa, promised fans, saying: “It is gone.”",
        "Yusuf Tofa (male) < Yusuf Tofa",
    ),
    (
        "Analyst Tom Hale of Harney & Co wrote in a note: “It is gone.”",
        "Tom Hale (male) < Analyst Tom Hale of Harney & Co",
    ),
    ("The usher, a teenager in waders, pointed at the hoses. “It is gone,” she said.", "the usher (female) < she"),
    # Bare words introduce somebody where nobody nearer can be meant; letters sign an article, not a quotation.
    (
        "“It is late,” said Tom Hale.\n\nThe janitor was not asked about the bridge. “It is gone,” he said.",
        "the janitor (male) < he",
    ),
    (
        "Tom Hale has swept the school for years. The janitor was not asked. “It is gone,” he said.",
        "Tom Hale (male) < he",
    ),
    ("“It is late,” Ana Berg said. “It is gone, I tell you.” — KQD", "Ana Berg (female) < Ana Berg"),
    # A body, and somebody of unknown gender.
    (
        "A spokesperson for the water board said tankers had been sent and that it “regretted the wait”.\n\n“It is gone,” they added.",
        "a spokesperson for the water board (unknown) < they",
    ),
    (
        "Tom Hale sang. Ana Berg, a widow, had a loan.\n\nAccording to her, “It is gone with the shop.”",
        "Ana Berg (female) < her",
    ),
    # Nobody is called so.
    (
        "Tom Hale spoke on Monday. “It is gone,” he said.\n\nTranscript as follows:\n\n“We will stay for the winter.”",
        "Tom Hale (male) < Transcript",
    ),
]


@pytest.mark.parametrize(("text", "found"), SPEAKERS)
def test_who_speaks(text: str, found: str) -> None:
    lines = [line for line in table(LEAD + text).splitlines() if line.startswith("quote ")]
    assert lines[-1].removeprefix("quote ").startswith(found)
