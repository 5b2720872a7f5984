# ruff: noqa: E501 (lines as pages have them)
"""Where the story begins, is interrupted and ends, in text as people paste it."""

from __future__ import annotations

import random

import pytest

from audioedition.model import Article, Passage, Reason, Role
from audioedition.segmentation import extent, opening, parting, roles, segment
from audioedition.segmentation.opening_facts import Line
from audioedition.segmentation.opening_pictures import is_caption_by_place

STORY = [
    "The footbridge over the Alder at Northport will stay closed until the spring, the county said on Monday.",
    "Divers found that two of its three piers had been undermined by the floods of the autumn.",
    "Ana Berg, who runs the bakery on the eastern bank, said that she had lost a third of her customers.",
    "A ferry will cross the river every twenty minutes from next week, and schoolchildren will travel free.",
    "The county expects the repair to cost four million, half of which the state has promised to pay.",
    "Work cannot begin before the salmon have gone upstream, the river board said in its report.",
]
PAGE = [
    "Most read",
    "Harbour lights to be dimmed for turtles",
    "Council votes on tram line next week",
    "School choir wins regional prize",
    "Sign up to our newsletter",
    "About us",
    "Contact us",
    "Privacy policy",
    "Terms of use",
    "Advertise with us",
    "© 2024 Northport Post",
]
GERMAN = [
    "Die Fußgängerbrücke über die Alder in Nordhafen bleibt bis zum Frühjahr gesperrt, teilte der Kreis am Montag mit.",
    "Taucher hatten festgestellt, dass zwei der drei Pfeiler von den Hochwassern des Herbstes unterspült worden sind.",
    "Anna Berg, die am östlichen Ufer eine Bäckerei betreibt, hat nach eigenen Worten ein Drittel der Kunden verloren.",
    "Von der kommenden Woche an fährt alle zwanzig Minuten eine Fähre, und Schulkinder dürfen sie umsonst benutzen.",
    "Der Kreis rechnet mit vier Millionen für die Reparatur, von denen das Land die Hälfte zahlen will.",
]
GERMAN_PAGE = [
    "Das könnte Sie auch interessieren",
    "Hafenlichter werden für Schildkröten gedimmt",
    "Rat stimmt über Straßenbahn ab",
    "Schulchor gewinnt Landespreis",
    "Meistgelesen",
    "Newsletter abonnieren",
    "Zur Startseite",
    "Mehr aus Nordhafen",
    "Lachse zurück im Oberlauf",
    "Bäckerei sucht Lehrlinge",
    "Fährmann geht in Rente",
    "Impressum",
    "Datenschutz",
    "Kontakt",
    "Anzeigen",
    "Alle Rechte vorbehalten",
]


def parts(lines: list[str]) -> tuple[str, list[str]]:
    """What is read, as one string, and what is not."""
    result = segment(Article("\n\n".join(lines)))
    return " ".join(s.text for s in result.segments), [d.text for d in result.dropped]


@pytest.mark.parametrize(("story", "page", "doubtful"), [(STORY, PAGE, 0), (GERMAN, GERMAN_PAGE, 4)], ids=["en", "de"])
def test_menus_and_other_stories_below_the_end_are_silent(story: list[str], page: list[str], doubtful: int) -> None:
    """The first lines below the end may be the story's own: what is not nearly sure is read."""
    read, dropped = parts(["Bridge stays closed", *story, *page])
    assert all(line in read for line in story)
    assert set(page[doubtful:]) <= set(dropped)


def test_what_decided_is_said() -> None:
    result = segment(Article("\n\n".join(["Bridge stays closed", *STORY, *PAGE])))
    rules = {d.text: d.rule for d in result.dropped}
    assert any(rule.startswith("extent (") for rule in rules.values())
    assert next(d.reason for d in result.dropped if d.text == "Privacy policy") is Reason.COOKIES


def test_clean_copy_is_read_whole_whatever_its_lines_look_like() -> None:
    rng = random.Random(1)
    clubs = ["Northport", "Wexley", "Marlow", "Fossum", "Tarbeg", "Kilbray"]
    for _ in range(20):
        results = [f"{a} {rng.randrange(5)} {b} {rng.randrange(5)}" for a, b in zip(clubs, clubs[::-1], strict=True)]
        read, dropped = parts(["Saturday's results", *STORY[:2], *results])
        assert dropped == [] and all(line in read for line in results)


def test_a_single_line_of_the_page_puts_no_other_in_question() -> None:
    found = extent.beside([*STORY, "Share this article", "Northport 2 Wexley 1", "Marlow 0 Fossum 0"])
    assert not any(beside.chance for beside in found)


def test_a_source_that_knows_its_headline_has_said_what_the_story_is() -> None:
    lines = [*STORY, *PAGE]
    result = segment(Article("\n\n".join(lines), headline="Bridge stays closed"))
    assert not any(d.rule.startswith("extent") for d in result.dropped)


def test_a_text_of_nothing_but_a_page_is_still_read() -> None:
    assert segment(Article("\n\n".join(PAGE))).segments


def test_the_same_text_has_the_same_extent() -> None:
    lines = ["Bridge stays closed", *STORY, *PAGE]
    assert extent.beside(lines) == extent.beside(lines)


def test_a_caption_among_the_page_is_read_where_captions_are() -> None:
    """What the model calls a caption is left out as one."""
    chances = [extent.Beside(0.0)] * len(STORY) + [extent.Beside(0.6, caption=0.7), extent.Beside(0.99)]
    lines = [*STORY, "The bridge in spring", "Trams and ferries"]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(extent, "beside", lambda _: chances)
        silent = segment(Article("\n\n".join(lines)))
        heard = segment(Article("\n\n".join(lines)), captions=True)
    assert [(d.text, d.reason) for d in silent.dropped] == [
        ("The bridge in spring", Reason.CAPTION),
        ("Trams and ferries", Reason.FURNITURE),
    ]
    assert [s.text for s in heard.segments if s.role is Role.CAPTION] == ["The bridge in spring"]


@pytest.mark.parametrize(
    ("line", "caption", "silent"),
    [
        ("The keeper of the bridge looks out over the river.", 0.05, True),
        ("The keeper of the bridge looks out over the river.", 0.03, False),
        ("The keeper of the bridge looks out. Nobody looks back from the river.", 0.05, False),
        (
            "The keeper of the bridge looks out over the river, and his sister, who keeps it at night, looks in.",
            0.05,
            False,
        ),
        ("The keeper of the bridge looks out. Nobody looks back from the river.", 0.3, True),
    ],
)
def test_one_short_sentence_above_a_credit_is_sooner_a_caption(line: str, caption: float, silent: bool) -> None:
    lines = [*STORY, line, "Photo: Rosa Keel", *STORY, *PAGE]
    story = [extent.NO_PAGE] * len(STORY)
    found = [*story, extent.Beside(0.1, caption), extent.NO_PAGE, *story, *[extent.Beside(0.99)] * len(PAGE)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(extent, "beside", lambda _: found)
        dropped = segment(Article("\n\n".join(lines))).dropped
    assert (line in [part.text for part in dropped if part.reason is Reason.CAPTION]) is silent


def test_what_stands_below_a_time_is_no_link_to_another_story() -> None:
    lines = [*STORY, "More stories", "Advertisement", "16:52", "Pumps at work behind the old church", *STORY, *PAGE]
    story, page = [extent.NO_PAGE] * len(STORY), extent.Beside(0.99)
    found = [*story, page, page, page, extent.Beside(0.5), *story, *[page] * len(PAGE)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(extent, "beside", lambda _: found)
        assert "Pumps at work behind the old church" in [s.text for s in segment(Article("\n\n".join(lines))).segments]


def test_a_byline_of_the_opening_stays_whatever_the_page_around_it() -> None:
    lines = ["Bridge stays closed", "Share this article", "Facebook", "By", "Ottoline Marsh", "Print", *STORY, *PAGE]
    assert segment(Article("\n\n".join(lines))).article.bylines == ("Ottoline Marsh",)


def test_items_without_a_sentences_end_above_the_first_sentence_are_read() -> None:
    """A morning letter: a paragraph that ends with its source in brackets is no headline, and what stands above it is
    no page."""
    items = [
        "Monday’s Morning Letter: Who Wrote To The Harbour Board",
        "TOP STORIES.",
        "HARBOUR CHIEF RESIGNS After weeks of letters over the dredging of the eastern channel, the head of the board "
        "has handed in his keys, one day before the yearly meeting at which he was to speak about the channel, the "
        "cost of the two new cranes and the berths for the fishing boats that came from the north [Ann Orr, Post]",
        "TWO HURT, ONE HELD AFTER A FIRE ON THE QUAY Three boats burned on Sunday night in the old basin by the mill, "
        "and a man of thirty was being asked how it began, the fire brigade said [Lee Moss, Post]",
        "THE RIVER IS LOWER THAN IT HAS BEEN FOR A DECADE Boats lie on the mud at Wexle, the ferry goes only at high "
        "water and the mills upstream stand still for a third week [Ann Orr, Post]",
        "For more, sign up for the Morning Letter newsletter.",
        "~ Two swans were seen at the lock on Sunday.",
        "~ The choir sings in the old mill on Friday, and everybody who comes may have soup.",
    ]
    chances = (0.83, 0.97, 0.43, 0.1, 0.04, 0.97, 0.09, 0.1)
    left_out, _ = parting.around(items, [extent.Beside(chance) for chance in chances])
    assert left_out == {1, 5}


@pytest.mark.parametrize(
    ("chances", "gone"),
    [
        ((0.99, 0.99, 0.97, 0.6, 0.6), {6, 7, 8, 9, 10}),  # below three sure lines
        ((0.99, 0.99, 0.4, 0.6, 0.6), {6, 7}),  # two are too few
        ((0.99, 0.99, 0.97, 0.6, 0.1), {6, 7, 8}),  # something of the story's stands below
        ((0.99, 0.99, 0.97, 0.45, 0.45), {6, 7, 8}),  # as likely the story's
    ],
)
def test_what_is_likelier_the_pages_goes_below_sure_lines_of_it(chances: tuple[float, ...], gone: set[int]) -> None:
    tail = ["Most read", "Newsletter", "About us", "Trams and ferries", "Who sings where"]
    found = [extent.Beside(chance) for chance in (*[0.02] * len(STORY), *chances)]
    left_out, _ = parting.around([*STORY, *tail], found)
    assert left_out == gone


def test_a_sentence_stays_below_sure_lines_of_the_page() -> None:
    sentence = "The choir sings again on Friday in the old mill at Wexle."
    found = [extent.Beside(chance) for chance in (*[0.02] * len(STORY), 0.99, 0.99, 0.99, 0.7)]
    left_out, _ = parting.around([*STORY, "Most read", "Newsletter", "About us", sentence], found)
    assert left_out == {6, 7, 8}


def test_the_name_of_a_newsletter_above_its_publisher_and_the_day_is_nobodys() -> None:
    lines = [
        "Having trouble reading this? View it in your browser.",
        "FIRST LIGHT",
        "The Wexle Standard",
        "Thursday, 26 November 2026",
        "The potholes that voted, and a very good bus driver",
        STORY[0],
        STORY[1],
    ]
    assert opening.who_and_when(lines, range(1, 7)) == {3}
    assert opening.who_and_when([*lines[:1], "Rosa Keel", *lines[2:]], range(1, 7)) == {1, 3}


@pytest.mark.parametrize(
    ("line", "goes"),
    [
        ("Judgment will be given on 3 May.", False),
        ("The court sits again on Friday.", False),
        ("Hale and Sons, Northport", True),
        ("More Northport court news", True),
    ],
)
def test_a_short_sentence_has_to_be_as_surely_the_pages_as_a_full_one(line: str, goes: bool) -> None:
    assert extent.are_beside([*STORY, line], [*[0.1] * len(STORY), 0.91])[-1] is goes


@pytest.mark.parametrize(
    ("line", "at", "goes"),
    [
        ("Hale and Sons, Northport", 0, False),
        ("Hale and Sons, Northport", 1, False),
        ("Hale and Sons, Northport", len(STORY), True),
        ("Harbour lights are to be dimmed for turtles this year", 0, True),
        ("Harbour lights are to be dimmed for turtles this year", 1, True),
        ("Judgment will be given on 3 May.", 0, False),
        ("Judgment will be given on 3 May.", 1, False),
        ("Judgment will be given on 3 May.", len(STORY), False),
    ],
)
def test_most_care_is_taken_of_sentences_and_of_short_lines_above_and_inside_the_story(
    line: str, at: int, goes: bool
) -> None:
    lines, chances = list(STORY), [0.1] * len(STORY)
    lines.insert(at, line)
    chances.insert(at, 0.91)
    assert extent.are_beside(lines, chances)[at] is goes


def test_the_next_of_a_series_is_the_storys() -> None:
    """What the model takes for the page's, but goes on where the story has got to."""
    page = "Trams and ferries"
    lines = ["1. Ghost train", STORY[0], "2. The goose supper", STORY[1], "3. Stars over the quay", page, STORY[2]]
    chances = [0.0, 0.0, 0.0, 0.0, 0.99, 0.99, 0.0]
    left, _ = parting.around(lines, [extent.Beside(chance) for chance in chances])
    assert left == {lines.index(page)}
    days = ["Today", STORY[0], "Tonight", STORY[1], "Saturday", STORY[2], "Sunday", page]
    chances = [0.99, 0.0, 0.0, 0.0, 0.0, 0.0, 0.99, 0.99]
    left, _ = parting.around(days, [extent.Beside(chance) for chance in chances])
    assert left == {6, 7}


@pytest.mark.parametrize(("chance", "goes"), [(0.9, True), (0.5, False)])
def test_a_question_below_a_heading_of_others_may_be_one_of_the_storys(chance: float, goes: bool) -> None:
    lines = [STORY[0] * 2, "Who built it first?", STORY[1] * 2, "Where have the stalls gone in the end?", STORY[2] * 2]
    text = "\n\n".join(lines)
    units = [roles.Unit(text.index(line), text.index(line) + len(line)) for line in lines]
    units[3].below, units[3].beside = Reason.RELATED, extent.Beside(chance)
    roles.classify(text, units, 0)
    assert (units[3].reason is Reason.RELATED) is goes


@pytest.mark.parametrize(
    ("name", "caption", "stays"),
    [("IVO MARSH / WEXLE POST", 0.8, False), ("IVO MARSH / WEXLE POST", 0.2, True), ("By Ivo Marsh", 0.8, True)],
)
def test_a_name_below_those_who_wrote_it_may_be_a_pictures(name: str, caption: float, stays: bool) -> None:
    lines = ["Ferry stops", "By Ann Orr", "May 3, 2026", "Share", "People at the quay on Monday.", name, *STORY]
    page = [0.01, 0.4, 0.9, 0.99, 0.4, 0.97, *(0.01 for _ in STORY)]
    found = [extent.Beside(chance, caption if line == name else 0.0) for line, chance in zip(lines, page, strict=True)]
    out, _ = parting.around(lines, found)
    assert (lines.index(name) not in out) is stays
    assert lines.index("By Ann Orr") not in out


@pytest.mark.parametrize(
    ("line", "goes"),
    [
        ("Northport's oldest ferry is back on the river after two years in dock and the mayor is the first to board her", True),
        ("Corrections: The ferry was built in 1929. An earlier version of this story had her built in the yard of Wexle in 1939", False),
        ("The ferry was built in the yard of Wexle in 1929, and nobody who has been on board since then has forgotten it.", False),
    ],
    ids=["a headline and what stands below it", "a sentence ends inside", "a paragraph"],
)  # fmt: skip
def test_what_is_long_and_has_no_stop_is_no_paragraph(line: str, goes: bool) -> None:
    assert len(line.split()) > 20
    assert extent.are_beside([STORY[0], line, STORY[1]], [0.01, 0.9, 0.01])[1] is goes


@pytest.mark.parametrize(
    ("line", "stays"), [("ANA BERG 1944 – 2026", True), ("TOM HALE 1944 – 2026", False), ("ANA BERG in 1944", False)]
)
def test_whose_life_an_obituary_tells_stays(line: str, stays: bool) -> None:
    lines = ["Baker who crossed the river", "By Ann Orr", "May 3, 2026", line, *STORY]
    found = [extent.Beside(0.01), extent.Beside(0.4), extent.Beside(0.9), extent.Beside(0.8, 0.6)]
    out, _ = parting.around(lines, [*found, *(extent.Beside(0.01) for _ in STORY)])
    assert (lines.index(line) not in out) is stays


@pytest.mark.parametrize(("chance", "goes"), [(0.96, True), (0.5, False)])
def test_a_row_below_a_heading_of_others_may_be_one_of_many(chance: float, goes: bool) -> None:
    lines = [STORY[0] * 2, "Ann Orr: 3,917", "Meet those who run: Wexle mayor", "Ivo Marsh: 1,204", "Rosa Keel: 912"]
    text = "\n\n".join(lines)
    units = [roles.Unit(text.index(line), text.index(line) + len(line)) for line in lines]
    for unit in units[1:]:
        unit.passage = Passage.LIST
    units[2].below, units[2].beside = Reason.RELATED, extent.Beside(chance)
    roles.classify(text, units, 0)
    assert (units[2].reason is Reason.RELATED) is goes


@pytest.mark.parametrize(
    ("below", "is_caption"),
    [
        ("No trains before noon between Wexle and Melton", False),
        ("By Ann Orr", True),
        (STORY[0], True),
        ("Share", True),
    ],
)
def test_a_picture_has_one_line_and_key_points_are_several(below: str, is_caption: bool) -> None:
    def line(text: str, before: Line | None, after: str) -> Line:
        no = lambda _: False  # noqa: E731
        return Line(text, before, no, no, is_dated=lambda: False, known="", after=after, pasted=True)

    share = line("Share this article", None, "The bridge is shut to all traffic since seven")
    assert is_caption_by_place(line("The bridge is shut to all traffic since seven", share, below)) is is_caption
