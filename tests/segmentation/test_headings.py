# ruff: noqa: E501 (a golden has the lines that an article has)
"""Headings inside a story: what the weights make of short lines, and what they are never asked."""

from __future__ import annotations

import pytest
from script_table import table

from audioedition.model import Article, Mark, Role
from audioedition.segmentation import segment
from audioedition.segmentation.headings import Body, Place, chance, features, is_shaped, says_where_and_when

TOLD = "The council of Northport voted on Tuesday to close the old harbour bridge to lorries, ending a long dispute."
MORE = "It will be shut from Monday, and the ferry will carry what has to cross, said the clerk of the works."


def _roles(text: str, *lines: str) -> dict[str, str]:
    """The lines of `text` below a headline and a lead -> their roles."""
    rows = [line.split(" | ", 1) for line in table(f"Bridge closed\n\n{TOLD}\n\n{text}").splitlines()]
    said = {words: role for role, words in rows}
    return {line: said.get(line, "") for line in lines}


@pytest.mark.parametrize(
    ("text", "headings"),
    [
        (f"{MORE}\n\nWhat the ferry costs\n\nNothing.\n\nWho may cross\n\nEverybody but lorries.", ("What the ferry costs", "Who may cross")),
        (f"STEP 1\n\nPeel the onions and weep.\n\nSTEP 2\n\nFry them in butter until they are brown.\n\nSTEP 3\n\n{MORE}", ("STEP 1", "STEP 2", "STEP 3")),
        ("MAYOR\n\nAnn Orr (Lab) 12,345\n\nIvo Marsh (Con) 9,876\n\nCOUNCIL\n\nLisa Gray (Lab) 2,345\n\nTheo Hale (Con) 1,876", ("MAYOR", "COUNCIL")),
        (f"{MORE}\n\nNew applications\n\nA shed at Wexle. Refused.\n\nDecisions\n\nA porch at Tarbeg. Granted.", ("New applications", "Decisions")),
    ],
    ids=["short paragraphs", "steps", "offices above votes", "notices"],
)  # fmt: skip
def test_headings(text: str, headings: tuple[str, ...]) -> None:
    assert _roles(text, *headings) == dict.fromkeys(headings, "subhead")


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Shr profit three cts vs loss three cts\n\nNet profit 214,000 vs loss 206,000\n\nRevs 12.1 mln vs 11.4 mln\n\nYear\n\nShr loss 28 cts vs profit seven cts", ("Shr profit three cts vs loss three cts", "Shr loss 28 cts vs profit seven cts")),
        (f"{MORE}\n\nAnd then the clerk said:\n\n{TOLD}", ("And then the clerk said:",)),
        ("The lamp is lit above the bay\n\nand nobody has come\n\nThe keeper counts the ships away\n\nand then he goes back home.", ("The lamp is lit above the bay",)),
        (f"{MORE}\n\nThere are no sailings today on these routes:\n\nOban to Coll\n\nKennacraig to Islay\n\nMallaig to Armadale\n\n{TOLD}", ("Oban to Coll", "Kennacraig to Islay")),
        (f"ROCK\n\n{MORE}\n\nThe Drovers, Town Hall, 9pm Friday\n\nDANCE\n\n{TOLD}\n\nThe Lamp Fair - to May 9, www.wexle.example\n\nFILM\n\n{MORE}", ("The Drovers, Town Hall, 9pm Friday", "The Lamp Fair - to May 9, www.wexle.example")),
    ],
    ids=["figures beside last year's", "what goes on", "a verse", "a list that is announced", "where and when"],
)  # fmt: skip
def test_no_headings(text: str, lines: tuple[str, ...]) -> None:
    assert _roles(text, *lines) == dict.fromkeys(lines, "body")


@pytest.mark.parametrize(
    "line",
    ["", "***", "It rained all day.", "and so on", "• milk", "Q. How did you start?", "Frage: Wie lange?", "It did. Did it?", "URALS cif.......19.16", "a " * 13, "A" * 81],
)  # fmt: skip
def test_what_cannot_be_a_heading(line: str) -> None:
    assert not is_shaped(line)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("The Drovers, Town Hall, 9pm Friday", True),
        ("Bookings: www.wexle.example", True),
        ("Bread, beer and cheese", False),
        ("Saturday, 3 May, 9pm", False),
        ("Wexle, Northport, 2024", False),
    ],
)
def test_where_and_when(line: str, says: bool) -> None:
    assert says_where_and_when(line) is says


def test_a_heading_in_a_list_that_is_announced() -> None:
    text = f"{MORE}\n\nThe clerk gave the votes of these wards:\n\nWEXLE NORTH\n\nAnn Orr (Lab) 12,345\n\nIvo Marsh (Con) 9,876"
    assert _roles(text, "WEXLE NORTH") == {"WEXLE NORTH": "subhead"}


def test_a_line_alone_has_a_chance() -> None:
    body = Body([Place("What happens next", None)])
    assert 0 < chance(body, 0, None, None, 0) < 1
    assert {"first", "last", "alone"} <= features(body, 0, None, None, 0).keys()


def test_short_lines_of_a_source_that_marks_its_headings() -> None:
    """On a page they are items of lists and cells of tables, but for what stands between prose."""
    items = ("Moss", "Tweezers", "Other small things (optional)")
    text = f"{TOLD}\n\nYou need\n\n{items[0]}\n\n{items[1]}\n\n{items[2]}\n\nIt is soon made.\n\nWhat the ferry costs\n\n{MORE}"
    marks = (Mark(text.index("You need"), text.index("You need") + 8, Role.SUBHEAD),)
    said = {part.text: part.role for part in segment(Article(text, headline="A garden in a jar", marks=marks)).segments}
    assert [said[line] for line in items] == [Role.BODY] * 3
    assert said["What the ferry costs"] is Role.SUBHEAD


P = (
    "The harbour board met on Monday and heard that the old bridge at Northport would stay closed for the whole of"
    " the winter, which nobody had told the traders before."
)
STOLEN = "The keys were stolen in May, when a thief came to the office by night and took everything that was in the safe of the board and in the desk of the harbourmaster."


@pytest.mark.parametrize(
    ("heading", "below", "kept"),
    [
        ("Keys stolen from the office safe", STOLEN, True),  # words of what stands below it
        ("Seven bakeries with a wood-fired oven", STOLEN, False),
        ("How long does one boat really take?", STOLEN, True),  # one of several questions
    ],
)
def test_a_subhead_below_links_is_none_of_them(heading: str, below: str, kept: bool) -> None:
    text = f"Bridge closed\n\n{P}\n\nWho built it first?\n\n{P}\n\nWhy is it shut now?\n\n{P}\n\nRelated stories\n\nA weekend at the sea, by the book\n\n{heading}\n\n{below}\n\n{P}"
    assert (f"- related articles | {heading}" not in table(text)) is kept
