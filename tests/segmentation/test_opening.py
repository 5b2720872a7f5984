# ruff: noqa: E501 (a golden has the lines that an article has)
"""Goldens of how articles begin and end."""

from __future__ import annotations

import pytest
from script_table import golden, table

from audioedition.model import Article, Mark, Reason, Role
from audioedition.segmentation import segment

STORY = "The council of Northport voted on Tuesday to close the old harbour bridge to lorries, ending a long dispute."

GOLDENS = {
    "wire story": (
        f"""
        Northport closes bridge to lorries

        NORTHPORT CLOSES BRIDGE TO LORRIES

        After years of dispute, the council acts

        By JANE DOE, Staff Writer
        Published 3 May 2024, 2:19 p.m. ET

        Share this article

        NORTHPORT (VR) — {STORY}

        What comes next

        The harbour company, which had fought the plan in two courts, has a month to appeal against the decision.

        Photo: Jane Doe/Northport Post

        © 2024 The Northport Post. All rights reserved.
        """,
        f"""
        headline | Northport closes bridge to lorries
        - said before | NORTHPORT CLOSES BRIDGE TO LORRIES
        deck | After years of dispute, the council acts
        byline | By JANE DOE, Staff Writer
        timestamp | Published 3 May 2024, 2:19 p.m. ET
        - share buttons | Share this article
        dateline | NORTHPORT (VR) —
        body | {STORY}
        subhead | What comes next
        body | The harbour company, which had fought the plan in two courts, has a month to appeal against the decision.
        - photo credit | Photo: Jane Doe/Northport Post
        - copyright | © 2024 The Northport Post. All rights reserved.
        """,
    ),
    "kicker, timestamp first, caption": (
        f"""
        10 July 2014, 14:19

        BREAKING NEWS

        Bridge closed

        Jane Doe in Paris

        FILE - The bridge at Northport, May 3, 2020. (AP Photo/John Roe)

        {STORY}

        and share via
        """,
        f"""
        timestamp | 10 July 2014, 14:19
        - section label | BREAKING NEWS
        headline | Bridge closed
        byline | Jane Doe in Paris
        - caption | FILE - The bridge at Northport, May 3, 2020. (AP Photo/John Roe)
        body | {STORY}
        - share buttons | and share via
        """,
    ),
    "wrapped lines": (
        """
        BRIDGE CLOSED TO LORRIES
            NORTHPORT, March 3 - The council of Northport voted on
        Tuesday to close the old bridge to lorries, ending
        350 days of dispute.
            The harbour company has a month to appeal.
         Reuter
        """,
        """
        headline | BRIDGE CLOSED TO LORRIES
        dateline | NORTHPORT, March 3 -
        body | The council of Northport voted on Tuesday to close the old bridge to lorries, ending 350 days of dispute.
        body | The harbour company has a month to appeal.
        - credits | Reuter
        """,
    ),
    "list, correction, credits": (
        f"""
        Bridge closed

        {STORY}

        What to bring:

        • Water

        • A torch

        Reporting by Jane Doe in Northport; editing by John Roe

        Correction: An earlier version misspelled Ms. Berg’s name.
        """,
        f"""
        headline | Bridge closed
        body | {STORY}
        body | What to bring:
        - list marker | •
        body | Water
        - list marker | •
        body | A torch
        - credits | Reporting by Jane Doe in Northport; editing by John Roe
        correction | Correction: An earlier version misspelled Ms. Berg’s name.
        """,
    ),
    "interview": (
        """
        An interview with Ana Berg

        By Jane Doe

        Ana Berg, the mayor of Northport, talked to us about the bridge. Berg has led the town since 2015.

        Q: Why now?

        A: Because it is time.

        We waited too long.

        Q: And then?

        A: Then we rest.
        """,
        """
        headline | An interview with Ana Berg
        byline | By Jane Doe
        body | Ana Berg, the mayor of Northport, talked to us about the bridge.
        body | Berg has led the town since 2015.
        - speaker label | Q:
        body | Why now?
        - speaker label | A:
        quote Ana Berg (female) < A | Because it is time.
        quote Ana Berg (female) < A | We waited too long.
        - speaker label | Q:
        body | And then?
        - speaker label | A:
        quote Ana Berg (female) < A | Then we rest.
        """,
    ),
    "a talk with names before the words": (
        """
        The bridge: two views

        Ana Berg and Tom Hale met at our office.

        BERG: The bridge is old.

        HALE: So are you.

        BERG: That is true.

        HALE: There we are.
        """,
        """
        headline | The bridge: two views
        body | Ana Berg and Tom Hale met at our office.
        body | BERG:
        quote Ana Berg (female) < BERG | The bridge is old.
        body | HALE:
        quote Tom Hale (male) < HALE | So are you.
        - speaker label | BERG:
        quote Ana Berg (female) < BERG | That is true.
        - speaker label | HALE:
        quote Tom Hale (male) < HALE | There we are.
        """,
    ),
    "a talk with initials": (
        """
        “A bell is a promise”

        Bell founder Agnes Lund on wrong notes and molten bronze

        By Tomas Roe

        Agnes Lund has cast bells in Northport since 1980, as her father did before her in the same small foundry.

        TR: Is it hot?

        AL: In July it is.

        TR: And in March?

        AL: You see for yourself.
        """,
        """
        headline | “A bell is a promise”
        deck | Bell founder Agnes Lund on wrong notes and molten bronze
        byline | By Tomas Roe
        body | Agnes Lund has cast bells in Northport since 1980, as her father did before her in the same small foundry.
        - speaker label | TR:
        body | Is it hot?
        - speaker label | AL:
        quote Agnes Lund (female) < AL | In July it is.
        - speaker label | TR:
        body | And in March?
        - speaker label | AL:
        quote Agnes Lund (female) < AL | You see for yourself.
        """,
    ),
    "live blog": (
        """
        Storm hits Northport: live

        10:15 a.m.

        The first roofs have gone, the police said, and the ferry has been cancelled until further notice.

        9.50am

        Schools are closed today, the council said, and people have been told to stay away from the harbour.
        """,
        """
        headline | Storm hits Northport: live
        - timestamp | 10:15 a.m.
        body | The first roofs have gone, the police said, and the ferry has been cancelled until further notice.
        - timestamp | 9.50am
        body | Schools are closed today, the council said, and people have been told to stay away from the harbour.
        """,
    ),
    "no headline": (STORY, f"body | {STORY}"),
    "only a headline": ("Bridge closed", "headline | Bridge closed"),
}


@pytest.mark.parametrize("name", GOLDENS)
def test_golden(name: str) -> None:
    text, expected = GOLDENS[name]
    assert table(text) == golden(expected)


def test_metadata_comes_from_the_text_only_where_the_source_had_none() -> None:
    text = f"Bridge closed\n\nBy Jane Doe\n\n3 May 2024\n\n{STORY}"
    told = segment(Article(text)).article
    assert (told.headline, told.bylines, told.published) == ("Bridge closed", ("Jane Doe",), "2024-05-03")
    known = segment(Article(text, headline="Bridge closed", bylines=("X Y",), published="2024-05-04")).article
    assert (known.bylines, known.published) == (("X Y",), "2024-05-04")


def test_marks_of_the_source_are_kept() -> None:
    text = "Kicker\n\nBridge closed\n\nBy Jane Doe\n\nIt rained.[1] “It is over,” said Ana Berg.\n\nSee also\n\nA boat"
    at = text.index
    marks = (
        Mark(0, 6, None, Reason.SECTION),
        Mark(at("Bridge"), at("By"), Role.HEADLINE),
        Mark(at("[1]"), at("[1]") + 3, None, Reason.FOOTNOTES),
        Mark(at("A boat"), len(text), Role.CAPTION),
    )
    result = segment(Article(text, marks=marks), captions=True)
    assert [(s.role, s.text) for s in result.segments] == [
        ("headline", "Bridge closed"),
        ("byline", "By Jane Doe"),
        ("body", "It rained."),
        ("quote", "“It is over,”"),
        ("body", "said Ana Berg."),
        ("caption", "A boat"),
    ]
    assert [(d.reason, d.text) for d in result.dropped] == [
        ("section label", "Kicker"),
        ("footnotes", "[1]"),
        ("related articles", "See also"),
    ]


def test_captions_are_a_setting() -> None:
    text = f"Bridge closed\n\n{STORY}\n\nFILE - The bridge in May."
    assert "- caption | FILE - The bridge in May." in table(text)
    assert "caption | FILE - The bridge in May." in table(text, captions=True).splitlines()


def head(text: str) -> list[str]:
    return [line for line in table(text).splitlines() if not line.startswith(("body", "quote"))]


@pytest.mark.parametrize(
    "lines",
    [
        "headline | Bridge closed to lorries\nbyline | Gaz Fentle",
        "headline | Bridge closed to lorries\nbyline | Brody Lutz, The Prairie Sentinel\ntimestamp | Feb 3, 2021",
        "headline | Bridge closed to lorries\ndeck | The town has no money left, and nor has the port.\nbyline | Digby Marsh",
        "headline | She closed the bridge.\nheadline | Then the ships came.\nbyline | By Jane Doe\ntimestamp | May 6, 2024 at 6:00 a.m. EDT",
        "headline | What will the bridge cost?\nbyline | By Jane Doe",
        "- section label | CONGRESS\nheadline | House closes the bridge at last\ndeck | “I’d rather fish,” one member said.\nbyline | By JANE DOE",
        "- section label | Profiles\nheadline | The Woman Who Closes Bridges\nbyline | By Jane Doe",
        "- section label | News | Transport\nheadline | Bridge closed to lorries\n- section label | Wexle\nbyline | Jane Doe\nbyline | John Roe\ntimestamp | May 3, 2024",
        "headline | Bridge closed to lorries\nbyline | Jane Doe\n- credits | BBC News, Wexley\ntimestamp | 2 hours ago",
        "- section label | News\nheadline | A bridge vanished overnight!\ndeck | The old bridge had been there since 1998.\n- caption | The gap at Northport on Sunday. Jane Doe / Staff Photographer\nbyline | by Jane Doe\ntimestamp | Published Aug. 30, 2022, 5:00 a.m. ET",
        "headline | How the bridge dispute unfolded\nbyline | By Al Jazeera Staff\ntimestamp | Published On 2 May 2022",
        "headline | Bridge closed to lorries\nbyline | Tamsin Oakle\n- credits | Business reporter",
    ],
)
def test_heads(lines: str) -> None:
    text = "\n\n".join(line.partition(" | ")[2] for line in lines.split("\n")).replace(".\n\nThen", ". Then")
    assert head(f"{text}\n\n{STORY}") == lines.split("\n")


def test_a_line_of_two_words_before_the_story_is_a_byline_only_if_its_words_are_not_common() -> None:
    assert head(f"Bridge closed to lorries\n\nHarbour Bridge\n\n{STORY}")[1:] != ["byline | Harbour Bridge"]


def test_points_in_brief_before_a_dateline() -> None:
    text = f"Bridge closed\n\nBy Jane Doe\n\n* Toll to rise in May\n\n* Mayor to go\n\nJuly 3 (Reuters) - {STORY}"
    article = segment(Article(text)).article
    assert article.dateline is not None
    assert (article.dateline.date, article.dateline.agency) == ("July 3", "Reuters")
    assert "body | Toll to rise in May" in table(text).splitlines()


def test_a_press_release_is_dated_by_its_dateline() -> None:
    text = f"Northport Controls Reports Results\n\nBOSTON, Feb. 8, 2024 (NEWSWIRE) -- {STORY}"
    assert segment(Article(text)).article.published == "2024-02-08"


def test_links_below_a_heading_go_with_it() -> None:
    text = f"Bridge closed\n\n{STORY}\n\nREAD MORE ON BRIDGES\n\nMEGA SPAN I won a bridge and still swim\n\n{STORY}\n\nMore on this story\n\nTown to close nine bridges\n\nBridges 'at breaking point', says charity"
    assert [line.split(" | ")[1] for line in table(text).splitlines() if line.startswith("- related articles")] == [
        "READ MORE ON BRIDGES",
        "MEGA SPAN I won a bridge and still swim",
        "More on this story",
        "Town to close nine bridges",
        "Bridges 'at breaking point', says charity",
    ]


def test_nothing_is_headed_by_the_line_above_a_correction() -> None:
    life = "Xanthe Vrill, ferrywoman, born 12 November 1931; died 24 February 2025"
    note = "This article was amended on 3 March 2025. An earlier version said that she had worn out 62 oars."
    assert f"body | {life}" in table(f"Ferrywoman dies\n\n{STORY}\n\n{life}\n\n{note}").splitlines()


@pytest.mark.parametrize(
    "lines",
    [
        ["What is a bridge?", STORY, "Why was it closed?", STORY],
        ["'Difficult decisions'", STORY],
        ["1. Little Haddow, Suffolk", STORY, "2. Port Corran, Galloway", STORY],
        ["I.", STORY],
        ["Highlights of the quarter", "• Revenue of $212 million"],
        ["Warning extended to midnight", STORY],
        ["UP NEXT", "Herons: At home on Sunday."],
    ],
)
def test_subheads(lines: list[str]) -> None:
    found = [
        line.removeprefix("subhead | ")
        for line in table("\n\n".join(["Bridge closed", STORY, *lines])).splitlines()
        if line.startswith("subhead")
    ]
    assert (
        found == [line for line in lines if line != STORY and not line.endswith(".") and not line.startswith("•")]
        or lines[0] == "I." == found[0]
    )


def test_credits_at_the_end_of_a_short_story_do_not_make_a_head_of_it() -> None:
    text = "Bridge closed\n\nThe bridge is closed.\n\nIt will stay closed until May.\n\n(Reporting by Jane Doe; editing by John Roe)"
    assert [line.split(" | ")[0] for line in table(text).splitlines()] == ["headline", "body", "body", "- credits"]
