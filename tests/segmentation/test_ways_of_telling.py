"""Every way of naming a speaker in every place where papers put the attribution: a table of one against the other."""

from __future__ import annotations

import pytest
from script_table import table

LEAD = (
    "Bridge opens\n\nThe new bridge at Wexley opened on Monday, eleven years after the town was promised it.\n\n"
    "The works cost twice what had been planned, and the contractor, Peter Lund, had gone home by then.\n\n"
)
WHOLE, PART = "We have waited eleven years for this bridge", "a long and expensive mistake for everybody"
NAMED = (
    "Ana Berg",
    "2nd Lt. Ana Berg",
    "Northport harbour authority chief engineer Ana Berg",
    "the harbourmaster, Ana Berg,",
    "the minister for roads and bridges, Ana Berg,",
    "the Director-General of the Harbour Agency, Dr Ana Berg,",
    "the Permanent Secretary, Ministry of Works, Mrs Ana Berg,",
    "another resident, Ana Berg,",
    "Ana Berg, 34, of Wexley,",
    "Ana Berg from Wexley",
    "Ana Berg, who runs the ferry,",
    "her daughter, Ana Berg,",
)
DESCRIBED = (
    "a woman who lives opposite",
    "a man in a yellow coat",
    "an official familiar with the plans",
    "a trader who asked not to be named",
    "the owner of a shop beside the bridge",
)
PLACES = (
    f"“{WHOLE},” @ said.",
    f"“{WHOLE},” @ told reporters on Monday.",
    f"“{WHOLE},” according to @.",
    f"@ said: “{WHOLE}.”",
    f"@ shook a head: “{WHOLE}.”",
    f"According to @ the bridge is “{PART}”.",
    f"The bridge, @ said, was “{PART}”.",
    f"@ was relieved. “{WHOLE}.”",
)


def heard(text: str) -> str:
    """Who speaks the first quotation."""
    told = next(line for line in table(LEAD + text).splitlines() if line.startswith("quote "))
    return told.removeprefix("quote ").partition(" (")[0]


def placed(who: str, place: str) -> str:
    text = place.replace("@.", who.rstrip(",") + ".").replace("@", who)
    return text[0].upper() + text[1:]


@pytest.mark.parametrize("who", NAMED)
def test_a_name_is_found_wherever_it_stands(who: str) -> None:
    assert {place: heard(placed(who, place)) for place in PLACES} == dict.fromkeys(PLACES, "Ana Berg")


@pytest.mark.parametrize("place", PLACES[:3])
def test_a_nickname_stands_inside_a_name(place: str) -> None:
    assert heard(placed("Ana “Skip” Berg", place)) == "Ana Berg"


@pytest.mark.parametrize("who", DESCRIBED)
def test_somebody_described_is_found_wherever_they_stand(who: str) -> None:
    words = " ".join(who.split()[:2])
    assert all(heard(placed(who, place)).startswith(words) for place in PLACES)


@pytest.mark.parametrize(
    "sentence",
    [
        "It was opened by Ana Berg, the county engineer.",
        "One of them was Ana Berg, a trader.",
        "For Ana Berg, a trader from Wexley, it means an hour more in bed.",
        "The first to cross was Ana Berg, a trader from Wexley.",
        "Beside the bridge stands the shop of Ana Berg.",
    ],
)
@pytest.mark.parametrize("then", [" ", "\n\n"])
def test_whoever_a_sentence_introduces_goes_on_to_speak(sentence: str, then: str) -> None:
    assert heard(f"{sentence}{then}“{WHOLE}.”") == "Ana Berg"


def test_a_thing_that_somebody_speaks_of_is_not_part_of_the_name() -> None:
    assert heard(f"“{WHOLE},” says Sgt. Ana Berg of the delay.") == "Ana Berg"


@pytest.mark.parametrize("who", ["Ana Berg, 34,", "Ana Berg, a trader and former mayor of Wexley,"])
def test_as_somebody_puts_it(who: str) -> None:
    assert heard(f"As {who} put it: “{WHOLE}.”") == "Ana Berg"


def test_a_heading_in_capitals_in_front_is_nobody() -> None:
    assert heard(f"STORM SURVIVORS, THROUGH THE LENS “{WHOLE}.” [The Wexley Post.]").startswith("?")


def test_what_somebody_asks_of_others_is_not_said_by_them() -> None:
    assert heard("Ana Berg asks that passengers not shout at them, “because it is all that there is”.") == "Ana Berg"
