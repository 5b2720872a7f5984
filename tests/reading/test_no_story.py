"""Pages that hold no story, each told by a rule of its own, and stories that look like them."""

from __future__ import annotations

import pytest

from audioedition import read_article
from audioedition.errors import NoStoryError, ReadingError
from audioedition.model import rules
from audioedition.reading.no_story import NO_STORY

FERRY = (
    "The ferry had been tied up at the east pier of Kilbray since November, when its gearbox failed in a gale, and the "
    "people of the island had got used to going without, as people do."
)
ASKED = (
    "We and our 211 partners store information on a device, such as cookies, to process personal data about you.",
    "You may manage your choices by clicking below, including your right to object where legitimate interest is used.",
)
TEASERS = (
    ("Storm shuts schools across the north", "Pupils were sent home at noon."),
    ("Pier repairs begin at Port Ellery", "Work will last until the autumn."),
    ("School wins a prize for gardening", "Judges praised the leeks."),
    ("Goat found on the roof of the hall", "Nobody knows how to get it down."),
    ("Lifeboat crew honoured for a rescue", "Six volunteers spent eleven hours at sea."),
    ("Library opens on Sundays again", "A petition had 900 names."),
)
CARDS = "".join(
    f'<div class="card"><h2><a href="/{i}">{h}</a></h2><p>{t}</p></div>' for i, (h, t) in enumerate(TEASERS)
)
FRONT = (
    '<meta property="og:type" content="website"><meta property="og:site_name" content="The Sound Courier">'
    "<title>The Sound Courier - News of the sound</title>"
)
NONE = {
    "error of a server": (
        "<title>The Sound Courier</title>",
        "<h1>Sorry, we can't find that page</h1><p>It may have been moved, or it may never have been here at all.</p>",
    ),
    "check for robots": (
        "<title>Just a moment...</title>",
        "<h1>sound.example</h1><p>sound.example needs to review the security of your connection before it goes on.</p>",
    ),
    "consent": (
        "<title>The Sound Courier</title>",
        f"<h1>We value your privacy</h1><p>{ASKED[0]}</p><p>{ASKED[1]}</p><p>Your choice is kept for a month or two.</p>",
    ),
    "account": (
        "<title>Log in | The Sound Courier</title>",
        "<h1>Log in to your account</h1><form><input type='Password'></form><p>Have you forgotten what your word is?</p>",
    ),
    "list of stories": (FRONT, f"<main>{CARDS}</main>"),
}


def read(head: str, body: str) -> str:
    page = f"<html><head>{head}</head><body>{body}</body></html>"
    return read_article(page, media_type="text/html").text


@pytest.mark.parametrize("rule", NONE)
def test_a_page_without_a_story_is_refused(rule: str) -> None:
    with pytest.raises(ReadingError) as refused:
        read(*NONE[rule])
    assert isinstance(refused.value, NoStoryError) == (rule == "list of stories")
    with rules.without(f"{NO_STORY.name}/{rule}"):
        assert read(*NONE[rule])


def test_every_rule_has_a_page() -> None:
    assert {rule.name for rule in NO_STORY.rules} == set(NONE)


@pytest.mark.parametrize(
    "head",
    ["<title>You searched for ferry - The Sound Courier</title>", "<title>Suchergebnisse für „Fähre“ – Sundkurier</title>"],
)  # fmt: skip
def test_results_of_a_search_are_a_list(head: str) -> None:
    with pytest.raises(NoStoryError, match="list of 6 stories"):
        read(head, f"<main><h1>6 found</h1>{CARDS}</main>")


STORIES = {
    "a story about an error": ("<title>404</title>", "<h1>Page not found</h1>" + f"<p>{FERRY}</p>" * 1 + "".join(f"<p>{FERRY} Part {n}.</p>" for n in range(4))),
    "a story with a box of other stories": (FRONT, f"<h1>Ferry back</h1><article>{''.join(f'<p>{FERRY} Part {n}.</p>' for n in range(5))}</article>{CARDS}"),
    "a letter of linked stories": ("<title>Sunday letter</title>", f"<h1>Sunday letter</h1>{CARDS}"),
    "a story about logging in": ("<title>Log in | The Sound Courier</title>", f"<h1>Log in</h1><p>{FERRY}</p>"),
    "a story about cookies": ("<title>We value your privacy</title>", f"<h1>We value your privacy</h1><p>{FERRY}</p><p>{FERRY} Twice.</p>"),
}  # fmt: skip


@pytest.mark.parametrize("name", STORIES)
def test_what_only_looks_like_none_is_read(name: str) -> None:
    assert ("Pupils" if "letter" in name else "gearbox") in read(*STORIES[name])
