"""Which of the lines above a pasted story is its headline."""

from __future__ import annotations

import pytest

from audioedition.segmentation.told import told_headline

STORY = [
    "The footbridge over the Alder at Northport will stay closed until the spring, the county said on Monday.",
    "Divers found that two of its three piers had been undermined by the floods of the autumn.",
    "A textile company on the eastern bank said that it had lost a third of its customers.",
]


@pytest.mark.parametrize(
    ("above", "headline"),
    [
        # what is likely no page's, though a line below it, or the way to the page, has more words of the story
        ([("Sport", 0.99), ("Home › Companies › Textiles", 0.97), ("Mill's orders sink with the river", 0.05)], 2),
        ([("Northport, Alder", 0.94), ("Weather", 0.99), ("Ferry to carry pupils for free", 0.02)], 2),
        # of two that are likely, the one that the story tells
        ([("Ferry to carry pupils", 0.05), ("County says floods of autumn undermined footbridge", 0.02)], 1),
        ([("Ferry to carry pupils for free", 0.04)], 0),
        # two words are more often the page's, and so are names and times
        ([("Northport Post", 0.3), ("Ferry to carry pupils", 0.1)], 1),
        ([("By Ana Berg", 0.2), ("Nov. 24, 2025, 6:10 p.m.", 0.2), ("Ferry to carry pupils", 0.1)], 2),
        # less likely, but told by the story
        ([("Visitors' guide to the harbour", 0.7), ("Floods undermined footbridge", 0.7)], 1),
        ([("Ferry to carry pupils for free", 0.82), ("Weather", 0.99)], None),
        ([("Floods undermined footbridge", 0.84), ("Weather", 0.99), ("Seen from the harbour", 0.1)], 0),
        # with which the text begins: a newsletter pasted alone
        ([("Floods undermined footbridge", 0.94), ("Top stories", 0.97)], 0),
        ([("Weather", 0.99), ("Floods undermined footbridge", 0.94), ("Ferry to carry pupils for free", 0.1)], 1),
        # another story's headline above who and when of this one, and what a site says of itself
        (
            [
                ("Boil advisory lifted for south side of town", 0.3),
                ("Weather", 0.99),
                ("Sport", 0.99),
                ("Notices", 0.99),
                ("County says floods undermined piers of footbridge", 0.1),
                ("By Ana Berg", 0.1),
            ],
            4,
        ),
        (
            [
                ("The voice of the north since 1911", 0.3),
                ("Sport", 0.9),
                ("Obituaries", 0.9),
                ("Search this site", 0.97),
                ("Footbridge over the Alder stays closed until the spring", 0.1),
                ("By Ana Berg", 0.1),
            ],
            4,
        ),
        # the name of the site or of a section, right above what is far likelier the story's
        ([("Weather", 0.99), ("The Northport Lantern Online", 0.3), ("Bridge piers undermined by floods", 0.02)], 2),
        ([("Northport floods 2025", 0.6), ("Live", 0.9), ("Northport floods: piers undermined", 0.02)], 2),
        ([("The Northport Lantern Page", 0.3), ("Ferry to carry pupils for free", 0.02)], 0),  # is not told
        ([("Why the piers at Northport gave way", 0.3), ("Bridge piers undermined by floods", 0.02)], 0),
        ([("Northport floods 2025", 0.3), ("Bridge piers undermined by floods", 0.1)], 0),  # not so much likelier
        # a paper's name, where the story has a headline of its own
        (
            [
                ("The Northport & Alder Gazette", 0.3),
                ("Share", 0.9),
                ("", 0.9),
                ("", 0.9),
                ("Ferry to carry pupils", 0.2),
            ],
            4,
        ),
        ([("The Northport & Alder Gazette", 0.3)], 0),
        ([("Ferry to carry pupils to Herald", 0.3), ("", 0.9), ("", 0.9), ("", 0.9), ("Seen from the quay", 0.2)], 0),
        # no paragraph
        ([(" ".join(["The floods of the autumn were no surprise"] * 6), 0.1), ("Ferry to carry pupils", 0.2)], 1),
        # nothing likely: the line that the story tells most of
        ([("Log in to your account", 0.99), ("Floods undermined footbridge piers", 0.95)], 1),
        ([("Log in to your account", 0.99), ("About us", 0.99)], None),
    ],
)
def test_the_headline_is_the_likeliest_line_by_what_is_said_of_it(
    above: list[tuple[str, float]], headline: int | None
) -> None:
    lines = [line for line, _ in above] + STORY
    chances = [chance for _, chance in above] + [0.0] * len(STORY)
    assert told_headline(lines, len(above), chances) == headline
