"""On a page of letters the listener hears who wrote before the letter, not below it."""

from __future__ import annotations

from audioedition import read_article
from audioedition.model import Script
from audioedition.script.making import make_script

LETTERS = """Letters to the Editor

Bring back the waiting room

Sir, It is proposed to shut the waiting rooms, and nobody who waits was asked about any of it.

Maj Gen Roly Orr-Marsh (retd)

Pewsey, Wilts

Where are the buses?

Sir, I asked where the bus was, and was told that it was behind me, where it had been all the day.

Name withheld
"""


def script_of(text: str) -> Script:
    return make_script(read_article(text, media_type="text/plain"))


def test_the_writer_is_said_first() -> None:
    script = script_of(LETTERS)
    assert [f"{line.role}: {line.shown}" for line in script.segments] == [
        "headline: Letters to the Editor",
        "subhead: Bring back the waiting room",
        "body: [From Maj Gen Roly Orr-Marsh (retd), Pewsey, Wilts:]",
        "body: Sir, It is proposed to shut the waiting rooms, and nobody who waits was asked about any of it.",
        "subhead: Where are the buses?",
        "body: Sir, I asked where the bus was, and was told that it was behind me, where it had been all the day.",
        "byline: Name withheld",
    ]
    assert [part.text for part in script.dropped] == ["Maj Gen Roly Orr-Marsh (retd)", "Pewsey, Wilts"]
    assert (script.article.deck, script.article.bylines) == (None, ("Maj Gen Roly Orr-Marsh (retd)",))


def test_the_first_of_several_letters_is_no_standfirst() -> None:
    text = """Letters to the editor

Mend the pier
SIR – I refer to your report on the pier (November 21). It has been shut since I was at school.
Ann Orr
Wexle

Mend the clock
SIR – Why mend the pier when nobody knows the time?
Dr Ivo Marsh (retd)
Ashby
"""
    assert [(line.role, line.shown.split()[0]) for line in script_of(text).segments] == [
        ("headline", "Letters"),
        ("subhead", "Mend"),
        ("body", "[From"),
        ("body", "SIR"),
        ("body", "It"),
        ("subhead", "Mend"),
        ("body", "[From"),
        ("body", "SIR"),
    ]


def test_other_signatures_stay_below() -> None:
    text = "News from Wexle\n\nMy dear people, the river took our bell, and I hung it in a tree.\n\nFr Tom Keel, SVD"
    assert [line.role for line in script_of(text).segments] == ["headline", "body", "byline"]


def test_the_heading_of_the_next_letter_is_no_writer() -> None:
    headed = LETTERS.replace("Where are the buses?", "COUNCILLOR REPLIES")
    script = script_of(headed)
    assert "subhead: COUNCILLOR REPLIES" in [f"{line.role}: {line.text}" for line in script.segments]
    assert script.article.bylines == ("Maj Gen Roly Orr-Marsh (retd)",)


def test_a_headline_that_begins_with_letters_says_that_letters_follow() -> None:
    text = """LETTERS: Buses, owls and a debt

We fixed it ourselves

Your front page quotes somebody who said the hole would be mended. We have mended it on Saturday.

E M Hathorn, Howick

In defence of the owl

I am old and live alone, and every night at ten something outside my window shouts that I am still here.

Ivo and Rosa Keel, Ashby

Rates

I have now had four bills for one house, each with another sum, and none of them has my name on it.

Disgusted, Wexle (name and address supplied)
"""
    script = script_of(text)
    assert [line.added for line in script.segments if line.added] == [
        "[From E M Hathorn, Howick:]",
        "[From Ivo and Rosa Keel, Ashby:]",
    ]
    assert [line.role for line in script.segments if line.shown.startswith(("Disgusted", "In defence", "Rates"))] == [
        "subhead",
        "subhead",
        "byline",
    ]
