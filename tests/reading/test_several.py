"""Several whole stories on one page: a digest, one story with others below it, and pages that only look like that."""

from __future__ import annotations

import pytest

from audioedition import make_script, read_article, reading
from audioedition.model import Article

FERRY = (
    "The ferry had been tied up at the east pier of Kilbray since November, when its gearbox failed in a gale, and the "
    "people of the island had got used to going without.",
    "The first boat sailed on Saturday with forty passengers, eleven sheep and a piano for the school, and a band played "
    "on the quay until the rain came.",
)
BELL = (
    "The bell of St Osyth hangs again after three years in a shed behind the vicarage, where the hens had come to think "
    "of it as theirs and had to be asked to leave.",
    "It was cast in 1611 and weighs as much as two cows, said Ruth Amsel, who rings it on Sundays and has missed it more "
    "than she would have thought.",
)


def story(title: str, lines: tuple[str, ...], *, level: int = 2, extra: str = "") -> str:
    text = "".join(f"<p>{line}</p>" for line in lines)
    return (
        f'<article class="post"><h{level}><a href="/{title[:4].lower()}">{title}</a></h{level}>{extra}{text}</article>'
    )


MARKS = '<p><span class="author">By Ann Orr</span> <time datetime="2026-11-03">3 November</time></p>'
DIGEST = story("Ferry back at Kilbray", FERRY, extra=MARKS) + story("The bell of St Osyth hangs again", BELL)
FRONT = f"<html><head><title>The Sound Courier</title></head><body><main>{DIGEST}</main></body></html>"


def told(html: str) -> list[tuple[str | None, str]]:
    found = reading.read_articles(html, media_type="text/html")
    articles = [a for a in found if isinstance(a, Article)]
    return [(a.headline, " ".join(s.text for s in make_script(a).segments)) for a in articles]


def test_a_digest_is_a_story_each() -> None:
    (first, ferry), (second, bell) = told(FRONT)
    assert (first, second) == ("Ferry back at Kilbray", "The bell of St Osyth hangs again")
    assert all(line in ferry and line not in bell for line in FERRY)
    assert all(line in bell for line in BELL)


def test_who_and_when_of_its_stories() -> None:
    found = reading.read_articles(FRONT, media_type="text/html")
    assert [(a.bylines, a.published) for a in found if isinstance(a, Article)] == [
        (("Ann Orr",), "2026-11-03"),
        ((), None),
    ]


@pytest.mark.parametrize(
    ("head", "above"),
    [
        ("<title>Ferry back at Kilbray | The Sound Courier</title>", ""),
        ('<title>The Sound Courier</title><meta property="og:type" content="article">', ""),
        ("<title>Gale on the isles, hour by hour</title>", "<h1>Gale on the isles, hour by hour</h1>"),
    ],
    ids=["its title", "called an article", "a live blog"],
)
def test_a_page_of_one_story_is_one(head: str, above: str) -> None:
    assert len(told(f"<html><head>{head}</head><body><main>{above}{DIGEST}</main></body></html>")) == 1


def test_what_goes_on_below_a_story_is_another() -> None:
    page = f"<html><head><title>Ferry back at Kilbray</title></head><body><main>{DIGEST}</main></body></html>"
    article = read_article(page, media_type="text/html")
    script = make_script(article)
    said = " ".join(s.text for s in script.segments)
    assert all(line in said for line in FERRY)
    assert {p.reason for p in script.dropped if p.text in BELL} == {"related articles"}


def test_teasers_below_a_story_are_no_stories() -> None:
    teasers = "".join(f'<article class="post"><h2>{BELL[i][:30]}</h2><p>{BELL[i]}</p></article>' for i in (0, 1))
    assert (
        len(told(f"<html><head><title>The Sound Courier</title></head><body>{story('Ferry back', FERRY)}{teasers}"))
        == 1
    )


def test_nothing_beside_the_stories_is_lost() -> None:
    page = FRONT.replace("</main>", "<p>The island news is made by nine people and a dog.</p></main>")
    found = [a for a in reading.read_articles(page, media_type="text/html") if isinstance(a, Article)]
    dropped = [part.text for a in found for part in make_script(a).dropped]
    assert "The island news is made by nine people and a dog." in dropped
