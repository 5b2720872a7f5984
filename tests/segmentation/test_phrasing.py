"""How a page speaks, told from how a story does, by words alone."""

from __future__ import annotations

import pytest

from audioedition.facts import furniture
from audioedition.segmentation import extent, phrasing

PAGE = [
    "Enjoying this story? Get our weekly newsletter straight to your inbox.",
    "Tell us what you think in the comments below!",
    "Click here to subscribe to our channel and never miss an update.",
    "Jetzt kostenlos registrieren und unseren Newsletter abonnieren!",
    "Abonnez-vous à notre newsletter pour ne rien manquer de l'actualité.",
]
STORY = [
    "The council voted on Monday to close the footbridge until the spring.",
    "Divers found that two of its three piers had been undermined, the mayor said.",
    "Die Brücke bleibt bis zum Frühjahr gesperrt, teilte die Stadt am Montag mit.",
    "Le pont restera fermé jusqu'au printemps, a annoncé lundi la mairie.",
]


@pytest.mark.parametrize("line", PAGE)
def test_what_speaks_to_the_reader_is_the_pages(line: str) -> None:
    assert phrasing.score(line) > 0


@pytest.mark.parametrize("line", STORY)
def test_what_speaks_of_others_is_the_storys(line: str) -> None:
    assert phrasing.score(line) < 0


def test_what_somebody_says_is_not_how_a_line_is_phrased() -> None:
    said = "The sign read “Click here to subscribe to our newsletter” on Monday."
    assert phrasing.score(said) == phrasing.score("The sign read “Nothing” on Monday.")


HEAD = (
    "Menu", "Subscribe", "Log in", "Northport Ferry Times", "Footbridge over the Alder to stay shut until spring",
    "By Ana Berg", "Share this article",
)  # fmt: skip
BODY = (
    "The footbridge over the Alder will stay closed until the spring, the county said on Monday.",
    "Divers found that two of its three piers had been undermined by the floods of the autumn.",
    "A ferry will cross the river every twenty minutes from next week, the mayor told the council.",
)
FOOT = ("Related articles", "Most read", "Ferry late again", "Privacy policy", "© 2026 Northport Ferry Times")
ASKED = "Sign in to keep reading and to save stories for later on any device you own."


def test_a_line_that_no_rule_knows_is_the_pages_for_how_it_is_phrased(monkeypatch: pytest.MonkeyPatch) -> None:
    assert furniture.reason(ASKED) is None
    assert chance() > 0.8
    monkeypatch.setattr(phrasing, "score", lambda line: 0.0)
    assert chance() < 0.2


def chance() -> float:
    lines = (*HEAD, *BODY, ASKED, *FOOT)
    return extent.beside(lines)[lines.index(ASKED)].chance
