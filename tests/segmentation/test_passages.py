# ruff: noqa: E501 (a golden has the lines that an article has)
"""Lists and verse: what tells them, and what is different in them."""

from __future__ import annotations

import pytest
from script_table import table

import audioedition
from audioedition.model import Article, Passage, rules
from audioedition.segmentation.passages import ROWS, passages
from audioedition.segmentation.pulled import pull_quotes

ROWS_OF = {
    "runner": ["1 (4) 0-3 LATE BOY (J Orr) C Hale 9-7", "4. MINT SAUCE (2) - worked well at Wexle"],
    "priced runner": ["1 3-21 Late Boy (7) K Orr 11-4", "2 112 Quiet Tuesday (9) P Hale Evens"],
    "temperature": ["Wexle 7 C, showers", "Tarbeg: -2C, fair"],
    "time": ["6.00 News; Weather", "10am Family service", "7.30pm: The quiz"],
    "day": ["Tue 24 Nov - flu vaccinations", "Sat 11/21: Turkey giveaway", "Sunday: Cloud, rain late. High 18, low 10.", "Dec 3: Carols"],
    "telephone": ["401-555-0119"],
    "count": ["14 x ewes, ear tag illegible", "1. Captain Grumble (6)"],
    "heads": ["Team P W D L Pts"],
    "amount": ["200g plain flour", "2 1/2 cups flour", "½ tsp salt"],
    "names": ["Wexle: Marsh; Gill, Bell (Gray 46), Aid, Fenn; Price."],
    "match": ["Wexle 2 Tarbeg 1", "Wexle 2-1 Tarbeg", "Wexle v Tarbeg (2.30)", "Tarbeg 402 drew with Wexle 219 and 300-8 (Orr 101*)"],
    "votes": ["Ann Orr (Lab) 12,345", "Ivo Marsh (NP) (i) 1,203"],
    "figures": ["Kyneton 30", "Wexle 12 9 1 2 30", "Year 1 96.8%", "Offertory €1,284"],
    "label": ["Ref: Lisa Orr", "Q3 revenue: $1.14 bln (est. $1.19 bln)"],
}  # fmt: skip


@pytest.mark.parametrize(("rule", "line"), [(rule, line) for rule, lines in ROWS_OF.items() for line in lines])
def test_rows(rule: str, line: str) -> None:
    found = ROWS.first(line)
    assert found is not None and found.rule == f"row/{rule}"


@pytest.mark.parametrize("rule", [rule.name for rule in ROWS.rules])
def test_every_rule_of_rows_is_needed(rule: str) -> None:
    with rules.without(f"row/{rule}"):
        assert any((found := ROWS.first(line)) is None or found.rule != f"row/{rule}" for line in ROWS_OF[rule])


@pytest.mark.parametrize(
    "line",
    [
        "The mayor said that 12 people had been hurt.",
        "He was born in 1931",
        "Tides at the Mount (moon: full, 25th)",
        "What happens next",
        "Smith: I have never seen the bridge like this in all my years here.",
        "NOTICE 84 OF 2026: WATER INTERRUPTION",
        "Race 1 (12.55pm) Maiden Plate",
        "Monday was the worst day of all, she said.",
        "May I come in?",
        "",
    ],
)
def test_what_is_no_row(line: str) -> None:
    assert ROWS.first(line) is None


def test_one_row_is_no_list_and_a_heading_in_a_list_is_no_row() -> None:
    prose = "The bridge over the Alder will stay closed until the spring, the county said."
    assert passages([prose, "Kyneton 30", prose]) == [None] * 3
    rows = ["6.00 News", "6.30 Weather", "ITV1", "5.30 The quiz", "7.00 Late Boy"]
    assert passages(rows) == [Passage.SCHEDULE, Passage.SCHEDULE, None, Passage.SCHEDULE, Passage.SCHEDULE]
    votes = ["Bond: School roof, $4 million", "Yes 1,611", "No 822", "Bond: Sale of the firehouse", "Yes 1,094", "No 1,331"]  # fmt: skip
    assert [row is None for row in passages(votes)] == [True, False, False, True, False, False]


VERSE = ["The lamp is lit above the bay,", "and nobody has come.", "The keeper counts the ships away", "and then he goes back home."]  # fmt: skip


def test_verse() -> None:
    assert passages(VERSE) == [Passage.VERSE] * 4
    assert passages(VERSE[:3]) == [None] * 3
    names = ["Rosa Keel, Wexle", "Ivo Marsh, Tarbeg", "Ann Orr, Wexle", "Ole Brand, Wexle."]
    assert passages(names) == [None] * 4


def script(text: str) -> list[audioedition.model.Line]:
    return list(audioedition.make_script(Article("\n\n".join(text.strip().split("\n")))).segments)


STORY = "The bridge over the Alder will stay closed until the spring, the county said on Monday.\n"


def test_verses_have_short_pauses_and_rows_a_sentences() -> None:
    lines = script("The Keeper\n" + "\n".join(VERSE))
    assert len({line.pause_ms for line in lines[1:4]}) == 1
    assert lines[1].pause_ms < script(f"Bridge closed\n{STORY}{STORY}{STORY}")[-2].pause_ms
    table_lines = script(f"Results\n{STORY}LADDER\nKyneton 30\nRomsey 24\nWexle 12")
    assert [line.role for line in table_lines[-4:]] == ["subhead", "body", "body", "body"]
    assert table_lines[-3].pause_ms == table_lines[-2].pause_ms < lines[0].pause_ms


def test_times_of_a_programme_are_times() -> None:
    lines = script(f"Tonight’s TV\n{STORY}6.00 News\n6.35 The Great Allotment\n10.05 Match of the Day")
    assert [line.spoken for line in lines[-3:]] == ["six o'clock News", "six thirty-five The Great Allotment", "ten oh five Match of the Day"]  # fmt: skip


def test_nothing_of_a_list_is_the_page_s() -> None:
    place = (
        "Marisol\n211 Quay Street, Wexle\n401-555-0119\nHours: Tue–Sat from 5\nPrices: $7 to $14\nDon’t miss: the soup"
    )
    assert "- " not in table("\n\n".join(f"At Marisol, soup\n{STORY}{STORY}{place}".split("\n")))


def test_pull_quotes_are_words_of_the_story() -> None:
    said = "“I thought it was the wind. I shut my eyes, to be honest,” said Ann Orr of the bridge, and she laughed."
    assert pull_quotes([said, "“I shut my eyes, to be honest”", STORY]) == {1}
    assert pull_quotes(["“I shut my eyes, to be honest.” — Ann Orr", STORY, said]) == {0}
    assert pull_quotes(["‘I shut my eyes, to be honest’", said]) == set(), "a subhead stands above its words"
    assert pull_quotes([said, "I shut my eyes, to be honest", "I shut my eyes"]) == {1}
    assert pull_quotes([said, said, "the bridge"]) == set()
    assert "- pull quote | “I shut my eyes, to be honest”" in table(
        f"Bridge\n\n{said}\n\n“I shut my eyes, to be honest”\n\n{STORY}"
    )
