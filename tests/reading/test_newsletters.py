"""Letters that tell several stories, and letters that only look like that."""

from __future__ import annotations

import pytest

from audioedition import make_script, reading
from audioedition.model import Article

FERRY = "<p>The ferry had been tied up at the east pier of Kilbray since November, when its gearbox failed.</p>"
BELL = "<p>The bell hangs again after three years in a shed behind the vicarage, where hens lived with it.</p>"
GOAT = "<p>It has eaten the minutes of the council, and nobody on the island has missed them so far.</p>"
HELLO = "<p>It rained all night, and there is more to come before the weekend.</p>"
LINKED = '<h2><a href="https://sound.example/{0}">The {0} is back</a></h2>'
MORE = '<p><a href="https://sound.example/{0}">Read more</a></p>'


def told(body: str) -> list[Article]:
    mail = (
        f"Subject: Courier mornings\nMessage-ID: <m1@sound.example>\nContent-Type: text/html; charset=utf-8\n\n{body}"
    )
    return [a for a in reading.read_articles(mail, media_type="message/rfc822") if isinstance(a, Article)]


def heard(article: Article) -> str:
    return " ".join(s.text for s in make_script(article).segments)


SEVERAL = {
    "headings that are links": LINKED.format("ferry") + FERRY + LINKED.format("bell") + BELL,
    "headings inside of links": '<a href="https://s.example/1"><h2>The ferry is back</h2></a>' + FERRY
    + '<a href="https://s.example/2"><h2>The bell is back</h2></a>' + BELL,
    "lines below them": "<h3>The ferry is back</h3>" + FERRY + MORE.format("f") + "<h3>The bell is back</h3>" + BELL
    + MORE.format("b"),
    "titles in bold": '<p><b><a href="https://s.example/1">The ferry is back</a></b></p>' + FERRY
    + '<p><b><a href="https://s.example/2">The bell is back</a></b></p>' + BELL,
}  # fmt: skip


@pytest.mark.parametrize("body", SEVERAL.values(), ids=SEVERAL)
def test_a_story_each(body: str) -> None:
    ferry, bell = told(body)
    assert (ferry.headline, bell.headline) == ("The ferry is back", "The bell is back")
    assert "gearbox failed" in heard(ferry) and "vicarage" not in heard(ferry)
    assert "vicarage" in heard(bell) and bell.url
    assert ferry.name != bell.name


ONE = {
    "subheads without links": "<h2>The ferry</h2>" + FERRY + "<h2>The bell</h2>" + BELL,
    "one story and the sender's home": LINKED.format("ferry") + FERRY
    + '<h2><a href="https://sound.example/">The Courier</a></h2>' + BELL,
    "one address twice": LINKED.format("ferry") + FERRY + LINKED.format("ferry") + BELL,
    "an essay with two stories below it": HELLO + FERRY + GOAT + FERRY + GOAT + LINKED.format("ferry") + FERRY
    + LINKED.format("bell") + BELL,
    "a list of titles": LINKED.format("ferry") + LINKED.format("bell") + LINKED.format("goat") + HELLO,
}  # fmt: skip


@pytest.mark.parametrize("body", ONE.values(), ids=ONE)
def test_one_story(body: str) -> None:
    (letter,) = told(body)
    assert letter.headline == "Courier mornings"


def test_nothing_of_a_letter_is_lost() -> None:
    """What stands above its stories is an article too, labels and subheads stay with their story."""
    body = (
        "<p>View this email in your browser</p>" + HELLO + "<h3>Boats</h3>" + LINKED.format("ferry") + FERRY
        + "<h3>What is next</h3>" + GOAT + LINKED.format("bell") + BELL + "<p>Unsubscribe</p>"
    )  # fmt: skip
    above, ferry, bell = told(body)
    assert (above.headline, above.guid) == ("Courier mornings", "<m1@sound.example>")
    assert "rained all night" in heard(above)
    assert "What is next" in heard(ferry) and "minutes of the council" in heard(ferry)
    dropped = [part.text for article in (above, ferry, bell) for part in make_script(article).dropped]
    assert dropped == ["View this email in your browser", "Boats", "Unsubscribe"]


def test_a_greeting_alone_is_no_article() -> None:
    ferry, bell = told("<p>Good morning!</p>" + LINKED.format("ferry") + FERRY + LINKED.format("bell") + BELL)
    assert "Good morning!" in heard(ferry)
    assert bell.headline == "The bell is back"
