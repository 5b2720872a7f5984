"""Nothing on a page is lost in silence: each of its words is read or dropped with a reason. Pages are invented."""

from __future__ import annotations

import pytest
from test_page import LONG, page, roles, spoken

HEADLINE = "Ferry back after five months"
TITLE = f"<title>{HEADLINE}</title>"


def test_what_stands_outside_the_article_is_dropped_with_a_reason() -> None:
    article = page(
        f"<nav><ul><li><a href='/'>Home</a></li></ul></nav><main><h1>{HEADLINE}</h1><p>{LONG}One.</p><p>{LONG}Two.</p></main>"
        "<aside><h3>Tides</h3><p>High water at noon.</p></aside><footer>Sound Courier, Pier Street 1</footer>",
        TITLE,
    )
    found = {text: role for role, text in roles(article)}
    assert found["Home"] == "navigation"
    for line in ("Tides", "High water at noon.", "Sound Courier, Pier Street 1"):
        assert found[line] not in ("", "subhead"), line
    assert article.text.startswith(HEADLINE), "the story comes first"


def test_struck_out_words_are_dropped_and_inserted_ones_read() -> None:
    article = page(
        f"<h1>{HEADLINE}</h1><p>{LONG}It sails on <del>Friday</del> <ins>Saturday</ins>.</p><p>{LONG}</p>", TITLE
    )
    assert "It sails on Saturday." in spoken(article)
    assert ("struck out", "Friday") in roles(article)


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("10<sup>6</sup> fish", "10⁶ fish"),
        ("40 m<sup>2</sup> of net", "40 m² of net"),
        ("They left.<sup>3</sup> All", "They left. All"),
        ("They left.<a href='#n3'>[3]</a> All", "They left. All"),
        ("the boat<sup><a href='#n1'>1</a></sup> left", "the boat left"),
        ("H<sub>2</sub>O rose", "H2O rose"),
        ("the 21<sup>st</sup> boat", "the 21st boat"),
    ],
)
def test_powers_are_read_and_marks_of_notes_are_not(markup: str, text: str) -> None:
    assert text in spoken(page(f"<h1>{HEADLINE}</h1><p>{LONG}</p><p>{LONG}{markup} and more of it.</p>", TITLE))


def test_numbers_of_ordered_lists_are_kept() -> None:
    items = "<ol start=4><li>Turn the boat over in the yard.</li><li>Put it in a shed for the winter.</li></ol>"
    text = spoken(page(f"<h1>{HEADLINE}</h1><p>{LONG}</p>{items}<p>{LONG}Step 4 is the best.</p>", TITLE))
    assert "4. Turn the boat over" in text
    assert "5. Put it in a shed" in text


def test_a_table_is_a_line_a_row() -> None:
    table = "<table><tr><th>Stop</th><th>First</th></tr><tr><td>Pier</td><td>6</td></tr></table>"
    body = f"<h1>{HEADLINE}</h1><p>{LONG}</p>{table}<p>{LONG}</p>"
    assert ("table", "Pier, 6.") in roles(page(body, TITLE))
    assert "Stop, First. Pier, 6." in spoken(page(body, TITLE, tables=True))


def test_short_paragraphs_among_long_ones_are_read() -> None:
    text = spoken(
        page(
            f"<article><h1>{HEADLINE}</h1><p>Nobody expected it.</p><p>{LONG}</p><p>It was wet.</p><p>Next year it is in May.</p></article>",
            TITLE,
        )
    )
    for line in ("Nobody expected it.", "It was wet.", "Next year it is in May."):
        assert line in text


def test_a_page_mostly_left_out_says_so() -> None:
    more = "".join(
        f"<p>{n} boats lay in the bay when the people of the island came down to look at them, one by one.</p>"
        for n in range(9)
    )
    article = page(
        f"<main><h1>{HEADLINE}</h1><p>{LONG * 4}One.</p><p>{LONG * 4}Two.</p></main><div hidden>{more}</div>", TITLE
    )
    unread = [text for role, text in roles(article) if role in ("hidden", "outside the article")]
    assert len(unread) == 9
    (note,) = article.notes
    assert note.startswith("9 of 11 paragraphs of the page are not read: “0 boats lay in the bay")
    assert page(f"<main><h1>{HEADLINE}</h1><p>{LONG}One.</p><p>{LONG}Two.</p></main>", TITLE).notes == ()


@pytest.mark.parametrize(
    ("free", "below", "told"),
    [
        ("False", "<h2>Subscribe now</h2><p>Already a subscriber? Log in</p>", True),
        ("True", "<h2>Subscribe now</h2><p>Already a subscriber? Log in</p>", False),
        ("False", "<p>High water comes at noon.</p>", False),
    ],
)
def test_a_story_that_is_sold_and_cut_short_is_told(free: str, below: str, told: bool) -> None:
    data = f'{{"@type": "NewsArticle", "headline": "Ferry back", "isAccessibleForFree": "{free}"}}'
    head = f'<title>Ferry back</title><script type="application/ld+json">{data}</script>'
    article = page(f"<article><h1>Ferry back</h1><p>{LONG}One.</p><p>{LONG}Two.</p></article><div>{below}</div>", head)
    assert any("is not free" in note for note in article.notes) is told
