"""The text that a page's JSON-LD gives of its article, weighed against what the page shows."""

from __future__ import annotations

import html
import json

import pytest
from test_page import page

from audioedition.model import Article

TEXT = (
    "The ferry had been tied up at the east pier of Kilbray since November, when its gearbox failed in a gale.",
    "Ben Tye, the harbour master, said that nobody on the island had slept well this winter, and that he least of all.",
    "The first boat sailed on Saturday with forty passengers, eleven sheep and a piano for the school of the island.",
    "A band played on the quay until the rain came, and then it played in the waiting room, where nobody could dance.",
    "The council has put aside money for a second gearbox, which is to stand in a shed that has yet to be built.",
)
PLAIN = "\n".join(TEXT)
MARKED_UP = "".join(f"<p>{text}</p>" for text in TEXT)
PICTURE = "<p>A ferry at a pier in the rain, seen from the hill behind the school.</p>"


def read(body: str, told: str) -> Article:
    data = {"@type": "NewsArticle", "headline": "Ferry back", "articleBody": told}
    return page(
        f"<main><h1>Ferry back</h1>{body}</main>", f'<script type="application/ld+json">{json.dumps(data)}</script>'
    )


def spoken(article: Article) -> list[str]:
    marked = {mark.start for mark in article.marks if mark.reason or mark.role}
    found, at = [], 0
    for text in article.text.split("\n\n"):
        found += [text] * (at not in marked)
        at += len(text) + 2
    return found


@pytest.mark.parametrize("told", [PLAIN, MARKED_UP, html.escape(MARKED_UP)])
def test_a_text_that_no_element_shows_is_read(told: str) -> None:
    assert spoken(read(PICTURE, told)) == list(TEXT)


def test_a_text_that_the_page_shows_where_nobody_looked_is_read() -> None:
    named_otherwise = "".join(f'<div class="comments"><div>{text}</div></div>' for text in TEXT)
    assert spoken(read(f"{PICTURE * 2}<div class='comments'>{named_otherwise}</div>", PLAIN)) == list(TEXT)


def test_a_text_that_the_page_shows_is_read_once_and_in_its_order() -> None:
    assert spoken(read(MARKED_UP, PLAIN)) == list(TEXT)


def test_a_summary_is_not_taken_for_the_text() -> None:
    assert spoken(read(MARKED_UP, "A ferry is back. " * 3)) == list(TEXT)
