"""Every rule for the blocks of a web page has a row whose line becomes something else without it."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from test_page import page

from audioedition.model import Reason, Role, rules
from audioedition.reading.composing import Part
from audioedition.reading.markup import parse_html
from audioedition.reading.outline import outline
from audioedition.reading.place import place
from audioedition.reading.sifting import PARTS
from audioedition.reading.whole_page import WHOLE, settled

HEADLINE = "Ferry back after five months"
HEAD = f'<title>{HEADLINE} | The Sound Courier</title><meta name="author" content="Ann Orr">'
FIRST = (
    "The ferry had been tied up at the east pier of Kilbray since November, when its gearbox failed in a gale, and the "
    "people of the island had got used to going without."
)
SECOND = (
    "Ben Tye, the harbour master, said that nobody on the island had slept well this winter. “We missed the noise of "
    "the engine more than the cargo,” he said, and he went to look for his cap."
)
THIRD = (
    "The first boat sailed on Saturday with forty passengers, eleven sheep and a piano for the school, and a band played "
    "on the quay until the rain came."
)


class Row(NamedTuple):
    """A page, a line of it, and what becomes of that line."""

    line: str
    outcome: str
    """The reason or role."""
    inside: str = ""
    """What stands in the text, above its last paragraph; the others above, below and beside the text."""
    above: str = ""
    below: str = ""
    beside: str = ""
    headline: str = HEADLINE
    """What stands in the element of the headline."""


ROWS = {
    "hidden": Row("The boat was painted green.", "hidden", '<p style="display:none">The boat was painted green.</p>'),
    "control": Row("Larger letters", "page furniture", "<button>Larger letters</button>"),
    "struck out": Row("on Friday", "struck out", "<p>It sails <del>on Friday</del> on Saturday, at eight.</p>"),
    "ornament": Row(  # anywhere but in a caption facts/furniture.py knows it too
        "–", "ornament", "<figure><img src='a.jpg'><figcaption>–</figcaption></figure>"
    ),
    "kicker": Row(
        "Harbour news",
        "section label",
        headline=f"<span>Harbour news</span><span hidden>: </span><span>{HEADLINE}</span>",
    ),
    "said above": Row(FIRST, "said before", f"<p>{FIRST}</p>"),
    "pull quote": Row(
        "We missed the noise of the engine more than the cargo",
        "pull quote",
        "<blockquote>We missed the noise of the engine more than the cargo</blockquote>",
    ),
    "below the end": Row(
        "Orr, A., Ferries of the north, Kilbray 2019.",
        "footnotes",
        below="<h2>References</h2><p>Orr, A., Ferries of the north, Kilbray 2019.</p>",
    ),
    "caption": Row(
        "The ferry on its first day.",
        "caption",
        "<figure><img src='a.jpg'><figcaption>The ferry on its first day.</figcaption></figure>",
    ),
    "outside the article": Row(
        "High water comes at noon today, and again at midnight.",
        "outside the article",
        beside="<div><p>High water comes at noon today, and again at midnight.</p></div>",
    ),
    "code": Row("sail = wind * 2", "code", "<pre>sail = wind * 2</pre>"),
    "table": Row(
        "Pier, 6.", "table", "<table><tr><td>Quay</td><td>5</td></tr><tr><td>Pier</td><td>6</td></tr></table>"
    ),
    "box in the text": Row(
        "The island writes every Sunday, free of charge.",
        "sign-up",
        "<div><h3>Subscribe now</h3><p>The island writes every Sunday, free of charge.</p></div>",
    ),
    "phrase of a page": Row("Share this article", "share buttons", "<p>Share this article</p>"),
    "byline above the text": Row("By Ann Orr", "byline", above="<p>By Ann Orr</p>"),
    "timestamp": Row("12 March 2025, 08:30", "timestamp", above="<p>12 March 2025, 08:30</p>"),
    "about the author": Row(
        "Ann Orr writes about ferries and the people who wait for them.",
        "about the author",
        below="<p>Ann Orr writes about ferries and the people who wait for them.</p>",
    ),
    "links": Row(
        "How the gearbox of the ferry was mended",
        "related articles",
        '<p><a href="/gearbox">How the gearbox of the ferry was mended</a></p>',
    ),
    "leads nowhere": Row(
        "Find the island on Facebook:", "page furniture", below="<div><p>Find the island on Facebook:</p></div>"
    ),
    "scraps around the text": Row("Island life", "page furniture", above="<p>Island life</p>"),
    "unlike the text": Row(
        "Current topics from the harbour",
        "page furniture",
        below="<div><p>Current topics from the harbour</p>"
        + "<div><a href='/b'>Boats of the north and those who build them</a></div>" * 2
        + "</div>",
    ),
    "subhead": Row("At the pier", "subhead", "<h2>At the pier</h2>"),
}


def paragraphs(row: Row) -> list[tuple[str, str, str]]:
    """(text, reason or role, rule) of the paragraphs of the row's page; text that is simply read has neither."""
    article = page(
        f"<main><article><h1>{row.headline}</h1>{row.above}<p>{FIRST}</p><p>{SECOND}</p>{row.inside}<p>{THIRD}</p>{row.below}"
        f"</article></main>{row.beside}",
        HEAD,
    )
    marks = {mark.start: (str(mark.reason or mark.role), mark.rule.partition("; ")[0]) for mark in article.marks}
    found, at = [], 0
    for text in article.text.split("\n\n"):
        found.append((text, *marks.get(at, ("", ""))))
        at += len(text) + 2
    return found


def test_every_rule_has_a_row() -> None:
    assert ROWS.keys() == {rule.name for rule in PARTS.rules}


@pytest.mark.parametrize("rule", ROWS)
def test_every_rule_is_needed(rule: str) -> None:
    row = ROWS[rule]
    before = paragraphs(row)
    assert (row.line, row.outcome, f"page/{rule}") in before
    assert {(text, "", "") for text in (FIRST, SECOND, THIRD)} <= set(before), "the text itself is read"
    with rules.without(f"page/{rule}"):
        after = paragraphs(row)
    became = [outcome for text, outcome, _ in after if text == row.line]
    assert became, "nothing is lost"
    assert row.outcome not in became, "write a row that needs it, or let it go"


@pytest.mark.parametrize(
    ("row", "read"),
    [
        (Row("Island life", "", above="<p>Island life</p>"), False),
        (Row("Dear neighbours,", "", above="<p>Dear neighbours,</p>"), True),
        (Row("The harbour bell: mended", "", below="<p>The harbour bell: mended</p>"), True),
        (
            Row(
                "The piano goes with it, too, by the way (:",
                "",
                below="<p>The piano goes with it, too, by the way (:</p>",
            ),
            True,
        ),
        (Row("In short, it is this:", "", below="<p>In short, it is this:</p><pre>sail = wind * 2</pre>"), True),
    ],
)
def test_scraps_around_the_text(row: Row, read: bool) -> None:
    assert ((row.line, "", "") in paragraphs(row)) is read


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (
            Row(
                "Czytaj też: Prom znów pływa do Kilbray",
                "related articles",
                '<p>Czytaj też: <a href="/prom">Prom znów pływa do Kilbray</a></p>',
            ),
            "a few words and a title that is a link, in whatever language",
        ),
        (
            Row("By Ann Orr", "byline", above="<h3>By Ann Orr</h3>"),
            "announced with the headline, though it is a heading",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else value.outcome,
)
def test_lines_that_are_none_of_the_text(row: Row, why: str) -> None:
    assert (row.line, row.outcome) in [(text, outcome) for text, outcome, _ in paragraphs(row)], why


OTHERS = "".join(f"<li><a href='/{n}'>Boats of the north, part {n}</a></li>" for n in range(1, 10))
REPLY = "I was on that boat and I can tell you that the tea was cold, as it always is."
LINKS = "".join(
    f"<p><a href='/{n}'>How the harbour of Kilbray was rebuilt in the year of gales, part {n}</a></p>" for n in range(9)
)
FAR = f"<ul>{OTHERS}</ul><section class='reply'><p>{REPLY}</p></section>"


def test_what_stands_far_below_the_text_is_outside_of_it() -> None:
    assert (REPLY, "outside the article", "whole page/far below the text") in paragraphs(Row(REPLY, "", below=FAR))
    with rules.without("whole page/far below the text"):
        assert (REPLY, "", "") in paragraphs(Row(REPLY, "", below=FAR))


FOURTH = (
    "The gearbox had to come from a yard on the mainland, where it had stood in a shed under two coats of paint, and it "
    "was the third that the engineers tried. The first had been too long for the hold, and the second, which the "
    "island’s blacksmith had mended with a part of a plough, lasted for an hour and ten minutes. Nobody has said yet who "
    "will pay for it, or when the council means to meet about the question; the mayor was in the band."
)
APPEAL = "Support local journalism that has kept the isles informed for ninety years."
BUTTONS = "".join(
    f'<p><a href="/{i}">{line}</a></p>'
    for i, line in enumerate(
        ("Share on Facebook", "Sign up for our newsletter", "More from this section", "Most read", "Privacy policy")
    )
)
WHOLES = {
    "subhead without a text": (f"<p>{FIRST}</p><h2>At the pier</h2>", ["", "heading without text"]),
    "mostly left out": (f"<p>{REPLY}</p>{LINKS}", [""] * 10),
    "page below the text": (
        f"<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p><p>{FOURTH}</p><h2>Dear reader</h2><p>{APPEAL}</p>{BUTTONS}",
        [*[""] * 4, "outside the article", "outside the article", *["related articles"] * 5],
    ),
}


def test_every_rule_for_the_whole_page_has_a_row() -> None:
    assert {*WHOLES, "far below the text"} == {rule.name for rule in WHOLE.rules}


@pytest.mark.parametrize("rule", WHOLES)
def test_every_rule_for_the_whole_page_is_needed(rule: str) -> None:
    html, expected = WHOLES[rule]
    listed = outline(parse_html(f"<main>{html}</main>"))
    at = place(listed, [True] * len(listed.blocks))
    decided = [
        Part(block.text, Role.SUBHEAD if block.level else None, Reason.RELATED if block.linked else "")
        for block in listed.blocks
    ]
    assert [part.reason for part in settled(at, decided, {})] == expected
    with rules.without(f"whole page/{rule}"):
        assert settled(at, decided, {}) == decided


@pytest.mark.parametrize(
    "below",
    [f"<section class='reply'><p>{REPLY}</p></section>", f"<ul>{OTHERS}</ul><p>{REPLY}</p>"],
    ids=["right below", "far below, in one element with the text"],
)
def test_what_stands_by_the_text_is_of_it(below: str) -> None:
    assert (REPLY, "", "") in paragraphs(Row(REPLY, "", below=below))
