"""Series on a page: counted pictures, lists that are alike, menus of a player; and headlines that are a site's name."""

from __future__ import annotations

import pytest
from test_page import page, spoken
from test_page_parts import HEADLINE, story

from audioedition import reading
from audioedition.settings import ReadSettings

PICTURES = "".join(
    f"<li><h2><span>{n}/4</span> Boat {n} on the slip</h2><p>The boat of number {n} was built by hand on the island in a year.</p></li>"
    for n in range(1, 5)
)


def test_a_series_of_counted_pictures_between_paragraphs_is_dropped() -> None:
    said = spoken(
        story(
            f"<div><ul>{PICTURES}</ul></div>",
            below="<p>The last boat of the day leaves at nine, as it did before the war.</p><p>Nobody had a ticket for it, and all of them went.</p>",
        )
    )
    assert "built by hand" not in said
    assert "leaves at nine" in said


def test_a_series_of_counted_pictures_that_is_the_story_is_read() -> None:
    assert "number 3 was built by hand" in spoken(
        page(
            f"<article><h1>{HEADLINE}</h1><p>Four boats were on show at the pier on Sunday.</p><ul>{PICTURES}</ul></article>"
        )
    )


def markdown(text: str):
    return reading.read_article(text, media_type="text/markdown", settings=ReadSettings())


PIE = "Apple pie with custard or with cream for those who ask for it"
CHAPEL, MILL = "The chapel at Little Farrow where the road turns", "The mill by the bridge that was shut in the snow"


@pytest.mark.parametrize(
    ("first", "second", "times"),
    [
        (("Soup with bread", PIE), ("Fish with peas", PIE), 2),
        ((PIE, CHAPEL, MILL), (MILL, CHAPEL, PIE), 2),
        ((PIE, CHAPEL), (PIE, CHAPEL), 1),
    ],
    ids=["what two lists share", "the way back", "a list shown twice"],
)  # fmt: skip
def test_lines_of_lists(first: tuple[str, ...], second: tuple[str, ...], times: int) -> None:
    lists = ["<ul>" + "".join(f"<li>{line}</li>" for line in lines) + "</ul>" for lines in (first, second)]
    assert spoken(story(f"<h2>Going out</h2>{lists[0]}<h2>Coming back</h2>{lists[1]}")).count(PIE) == times


def test_the_menus_of_a_player_are_not_read() -> None:
    menu = '<ul role="menu"><li role="menuitemcheckbox">descriptions off<span>, selected</span></li></ul>'
    assert "descriptions" not in spoken(story(menu))


def test_the_address_behind_a_tweet_is_not_read() -> None:
    article = story("<blockquote><p>The boat is back! t.co/Ab9xYz12Qw</p>— Isle Pier (@islepier)</blockquote>")
    assert "The boat is back!" in spoken(article)
    assert "t.co" not in spoken(article)
    assert "t.co" in article.text, "nothing is lost"


def test_the_name_of_a_site_in_a_heading_is_no_headline() -> None:
    head = "<title>Silent Harbour: A boat comes back to the isle</title><meta property='og:title' content='A boat comes back to the isle'>"
    article = page(
        "<h1>Silent Harbour</h1>" + "<p>The boat came back to the isle on Monday, and there was a band.</p>" * 3, head
    )
    assert article.headline == "A boat comes back to the isle"


def test_several_people_in_a_bold_line_below_the_headline() -> None:
    assert story("", above="<p><strong>Dan Law/Mona Fell</strong></p>").bylines == ("Dan Law", "Mona Fell")
    assert story("", above="<p><strong>Boats and Trains</strong></p>").bylines == ()


def test_properties_of_a_note_below_its_headline() -> None:
    article = markdown("# Hall opens\n\nAuthor: Ines Roth\nDate: November 2, 2026\nTags: county\n\nThe hall opened.\n")
    assert (article.headline, article.bylines, article.published) == ("Hall opens", ("Ines Roth",), "2026-11-02")
    assert "county" not in article.text


def test_a_list_of_facts_below_a_headline_is_read() -> None:
    assert (
        "Price: four pounds"
        in markdown("# Hall opens\n\nPlace: the pier\nPrice: four pounds\n\nThe hall opened.\n").text
    )
