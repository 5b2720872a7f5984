# ruff: noqa: E501 (a golden has the lines that an article has)
"""Kinds of article that are read in ways of their own."""

from __future__ import annotations

import pytest
from script_table import golden, table

from audioedition.facts import furniture
from audioedition.lexis.tables import Lexis, using
from audioedition.model import Article, Reason, Role
from audioedition.reading.plain import split_articles
from audioedition.segmentation import segment

KINDS = {
    "letters page": (
        """
        Letters

        The ferry must stay

        SIR – The ferry is called "a boat for nobody at all" by the council. Those of us who take it each day are surprised to be nobody.

        Rosa Keel, Wexle

        Benches on the quay

        Sir, Nobody who is old can walk from the church to the quay without a seat, and there is none.

        Ivo Marsh
        """,
        """
        headline | Letters
        subhead | The ferry must stay
        body | SIR – The ferry is called "a boat for nobody at all" by the council.
        body | Those of us who take it each day are surprised to be nobody.
        byline | Rosa Keel, Wexle
        subhead | Benches on the quay
        body | Sir, Nobody who is old can walk from the church to the quay without a seat, and there is none.
        byline | Ivo Marsh
        """,
    ),
    "live blog with authors": (
        """
        Flood live: the river at Wexle

        The river has reached the lower street, and the bridge is shut to everything but boats tonight.

        14:46 Rosa Keel

        The pumps have come from the city, and the first of them is at work behind the church.

        14.31 Ivo Marsh

        The school is shut, and so is the road to the quarry, says the council.
        """,
        """
        headline | Flood live: the river at Wexle
        body | The river has reached the lower street, and the bridge is shut to everything but boats tonight.
        - timestamp | 14:46
        - byline | Rosa Keel
        body | The pumps have come from the city, and the first of them is at work behind the church.
        - timestamp | 14.31
        - byline | Ivo Marsh
        body | The school is shut, and so is the road to the quarry, says the council.
        """,
    ),
    "live blog, times alone": (
        """
        Flood live: the river at Wexle

        The river has reached the lower street, and the bridge is shut to everything but boats tonight.

        17.30 GMT

        Pumps at work

        The pumps have come from the city, and the first of them is at work behind the church.

        16.00 GMT

        The school is shut, and so is the road to the quarry, says the council.
        """,
        """
        headline | Flood live: the river at Wexle
        body | The river has reached the lower street, and the bridge is shut to everything but boats tonight.
        - timestamp | 17.30 GMT
        subhead | Pumps at work
        body | The pumps have come from the city, and the first of them is at work behind the church.
        - timestamp | 16.00 GMT
        body | The school is shut, and so is the road to the quarry, says the council.
        """,
    ),
    "no live blog, the times go forwards": (
        """
        What is on at Wexle this Saturday

        The friends of the quay have three things to show to anybody who comes to the old market this weekend.

        10.30am

        A walk round the harbour with the keeper of the light, who will bring his lamp and his dog.

        2pm

        A concert in the mill, where the choir of the school sings what it has learned since the spring.
        """,
        """
        headline | What is on at Wexle this Saturday
        body | The friends of the quay have three things to show to anybody who comes to the old market this weekend.
        subhead | 10.30am
        body | A walk round the harbour with the keeper of the light, who will bring his lamp and his dog.
        subhead | 2pm
        body | A concert in the mill, where the choir of the school sings what it has learned since the spring.
        """,
    ),
    "no live blog": (
        """
        Flood at Wexle

        The river has reached the lower street, and the bridge is shut to everything but boats tonight.

        14:46 Rosa Keel

        The pumps have come from the city, and the first of them is at work behind the church.
        """,
        """
        headline | Flood at Wexle
        body | The river has reached the lower street, and the bridge is shut to everything but boats tonight.
        subhead | 14:46 Rosa Keel
        body | The pumps have come from the city, and the first of them is at work behind the church.
        """,
    ),
    "a press release": (
        """
        PRESS RELEASE

        Ferry to be mended by June

        The council of Wexle is to mend the old ferry, its leader said today, for two million pounds.

        ENDS

        Notes to editors

        1. Wexle Council runs nine ferries.
        """,
        """
        - page header | PRESS RELEASE
        headline | Ferry to be mended by June
        body | The council of Wexle is to mend the old ferry, its leader said today, for two million pounds.
        - credits | ENDS
        - contact details | Notes to editors
        - contact details | 1. Wexle Council runs nine ferries.
        """,
    ),
    "a poem": (
        """
        The Keeper

        The lamp is lit above the bay

        and nobody has come

        The keeper counts the ships away

        and then he goes back home.
        """,
        """
        headline | The Keeper
        body | The lamp is lit above the bay
        body | and nobody has come
        body | The keeper counts the ships away
        body | and then he goes back home.
        """,
    ),
    "what's on": (
        """
        What's on this weekend

        SATURDAY

        Plant fair in the hall, 10am to 1pm.

        SUNDAY

        A walk around the woods, at 2pm.
        """,
        """
        headline | What's on this weekend
        subhead | SATURDAY
        body | Plant fair in the hall, 10am to 1pm.
        subhead | SUNDAY
        body | A walk around the woods, at 2pm.
        """,
    ),
    "an obituary that was amended": (
        """
        Ivo Marsh

        1931 - 2025

        Ivo Marsh, who kept the ferry at Wexle for thirty years, died on Tuesday at home.

        This obituary was amended on 3 May 2025. He was 93, not 94.
        """,
        """
        headline | Ivo Marsh
        deck | 1931 - 2025
        body | Ivo Marsh, who kept the ferry at Wexle for thirty years, died on Tuesday at home.
        correction | This obituary was amended on 3 May 2025.
        correction | He was 93, not 94.
        """,
    ),
}


@pytest.mark.parametrize("kind", KINDS)
def test_kinds(kind: str) -> None:
    text, expected = KINDS[kind]
    assert table(text) == golden(expected)


def test_a_press_release_goes_on_below_its_end() -> None:
    story = "The council of Wexle is to mend the old ferry, its leader said today. " * 6
    release = f"Ferry to be mended\n\n{story}\n\nENDS\n\nNotes to editors\n\n{story}"
    assert len(split_articles(release)) == 1
    assert len(split_articles(f"Ferry to be mended\n\n{story}\n\nENDS\n\nBridge closed\n\n{story}")) == 2


def test_a_signature_below_a_letter_is_none_above_it() -> None:
    first = "The council has lost its mind over parking, and so have I in the last weeks of it all, as everybody knows."
    other = "I waited an hour for the bus on Monday and it was full of people who had waited for an hour elsewhere."
    text = f"Letters\n\nParking mad\n\n{first}\n\nBeatrice Tarn, Bendigo\n\nBuses\n\n{other}\n\nColin Whitby, Perth"
    assert "byline | Beatrice Tarn, Bendigo" in table(text).splitlines()


@pytest.mark.parametrize(
    ("language", "time"), [("de", "14:30 Uhr"), ("fr", "14h02"), ("it", "Ore 15.10"), ("nl", "13.42 uur")]
)
def test_times_head_entries_in_every_language(language: str, time: str) -> None:
    told = "Der Rat hat am Montag beschlossen, die alte Brücke zu sperren, und alle waren dafür."
    text = f"Brücke gesperrt\n\n{told}\n\n{time}\n\nBusse fahren wieder\n\n{told}"
    with using(Lexis(language)):
        roles = {part.text: part.role for part in segment(Article(text)).segments}
    assert roles[time] is roles["Busse fahren wieder"] is Role.SUBHEAD


def test_somebodys_words_are_no_way_to_another_post() -> None:
    assert furniture.reason("«El queso no tiene prisa»") is None
    assert furniture.reason("« Le port en mai") is Reason.NAVIGATION
