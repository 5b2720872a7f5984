"""Notices that ask leave to follow the reader: every reading has a line that only it knows."""

from __future__ import annotations

import pytest

from audioedition.facts import consent


@pytest.mark.parametrize("reading", consent.READINGS, ids=lambda reading: reading.parts)
def test_every_reading_knows_a_line_that_no_other_does(
    reading: consent.Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert consent.is_notice(reading.example)
    monkeypatch.setattr(consent, "READINGS", [other for other in consent.READINGS if other is not reading])
    assert not consent.is_notice(reading.example)


@pytest.mark.parametrize(
    "line",
    [
        "Auf unserer Website nutzen wir Cookies, um Ihnen den besten Service zu bieten.",
        "Cookies help us deliver our services. By using our services, you agree to our use of cookies.",
        "Utilizziamo i cookie.",
        "Este site utiliza cookies.",
    ],
)
def test_a_notice(line: str) -> None:
    assert consent.is_notice(line)


@pytest.mark.parametrize(
    "line",
    [
        "The law asks for consent before cookies are set.",
        "Nous avons mangé les cookies de nos partenaires.",
        "We used to bake cookies for the fair.",
        "“We and our partners use cookies to know what your children read,” reads the notice.",
        "Our partners in the town have built a device that hears the ferry.",
        "The privacy of patients matters, and the clinic asks for permission.",
    ],
)
def test_what_a_story_says_is_none(line: str) -> None:
    assert not consent.is_notice(line)
