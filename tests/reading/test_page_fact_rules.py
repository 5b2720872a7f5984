"""Every rule for what a web page says about itself has a page that is read differently without it."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from lxml.html import fromstring
from test_page import page

from audioedition.model import rules
from audioedition.reading.authorship import AUTHORS
from audioedition.reading.dating import PUBLISHED, guessed
from audioedition.reading.headlines import HEADLINE, TITLE
from audioedition.reading.inline import short_lines
from audioedition.reading.markup import parse_html
from audioedition.reading.metadata import Known, page_metadata
from audioedition.reading.named import hidden_by_css
from audioedition.reading.outline import outline
from audioedition.reading.place import Place, place
from audioedition.reading.settling import BELONGS
from audioedition.reading.webpage import decide

LINES = tuple(
    f"The ferry is back at the pier of Kilbray, and {who} who waited there all winter was glad to see it again."
    for who in ("the baker", "the postman", "the harbour master")
)
STORY = "".join(f"<p>{line}</p>" for line in LINES)
SITE = '<meta property="og:site_name" content="Sound Courier">'


class Page(NamedTuple):
    """A page, and what it says: a headline, authors, a date, or whether the paragraph marked `x` is of the text."""

    expected: str | tuple[str, ...] | bool
    body: str = STORY
    head: str = ""
    address: str = "https://courier.example/ferry"
    guess: bool = False
    """Whether it is searched for what others would find: a mark that only they know."""


def titled(title: str, body: str = STORY, head: str = "") -> dict[str, str]:
    return {"head": f"<title>{title}</title>{head}", "body": body}


def shared(title: str) -> str:
    return f'<meta property="og:title" content="{title}">'


def meta(name: str, content: str) -> str:
    return f'<meta name="{name}" content="{content}">'


def linked(name: str, value: str) -> str:
    return f'<script type="application/ld+json">{{"@type": "NewsArticle", "{name}": "{value}"}}</script>'


def below(line: str) -> str:
    """A body with a line between headline and text."""
    return f"<h1>Ferry back</h1>{line}{STORY}"


HEADLINES = {
    "part named headline": Page(
        "The ferry is back at Kilbray",
        f'<h1><span class="kicker">Harbour</span> <span class="headline">The ferry is back at Kilbray</span></h1>{STORY}',
        "<title>Kilbray ferry is back at the pier</title>",
    ),
    "part of the heading": Page(
        "Ferry is back at Kilbray",
        f"<h1><em>Harbour</em> Ferry is back at Kilbray</h1>{STORY}",
        "<title>Ferry is back at Kilbray</title>",
    ),
    "printed in other words": Page(
        "Ferry is back at the pier",
        f"<h1>Ferry is back at the pier</h1><h2>Winter is over</h2>{STORY}",
        shared("Kilbray ferry back at pier at last"),
    ),
    "right above the text": Page(
        "Nobody missed the harbour boat",
        f"<h1>Nobody missed the harbour boat</h1>{STORY}",
        shared("Kilbray harbour opens again"),
    ),
    "JSON-LD and heading agree": Page(
        "Ferry back at Kilbray pier",
        f"<h2>Ferry back at Kilbray pier</h2>{STORY}",
        shared("Why boats matter") + linked("headline", "Ferry back at Kilbray pier"),
    ),
    "declared": Page("Ferry back at Kilbray", **titled("Boats of the isles", head=shared("Ferry back at Kilbray"))),
    "title printed": Page(
        "Ferry back at Kilbray",
        **titled("Ferry back at Kilbray", f"<h2>Ferry back at Kilbray</h2><h1>Our week</h1>{STORY}"),
    ),
    "heading like the title": Page(
        "Ferry back at Kilbray pier",
        **titled("Ferry back at Kilbray pier after gale", f"<h1>Ferry back at Kilbray pier</h1><h1>Boats</h1>{STORY}"),
    ),
    "title alone": Page("Ferry back at Kilbray", **titled("Ferry back at Kilbray")),
    "highest heading above": Page("Ferry back", f"<h2>Ferry back</h2><h3>At the pier</h3>{STORY}"),
    "site's name above": Page("Sound Courier", f"<h1>Sound Courier</h1>{STORY}", SITE),
}
TITLES = {
    "blog archive": Page(
        "Ferry back at the pier of Kilbray", **titled("Boats » Blog Archive » Ferry back at the pier of Kilbray")
    ),
    "site in brackets": Page("Ferry back at Kilbray", **titled("Ferry back at Kilbray (Sound Courier)", head=SITE)),
    "printed part": Page("Ferry back", **titled("Ferry back: Kilbray boats", f"<h2>Ferry back</h2>{STORY}")),
    "ends in the site": Page("Ferry back", **titled("Ferry back: Sound Courier", head=SITE)),
    "begins with the site": Page("Ferry back", **titled("Sound Courier: Ferry back", head=SITE)),
    "behind a bar": Page("Ferry back at Kilbray pier", **titled("Ferry back at Kilbray pier | Boats and piers")),
    "behind a dash": Page("Ferry back at Kilbray pier", **titled("Ferry back at Kilbray pier - Boats and Piers")),
}
CREDITS = {
    "stated above": Page(("Ann Orr",), below("<p>By Ann Orr</p>"), meta("author", "Kit Arlen")),
    "declared": Page(("Kit Arlen",), below('<p><a rel="author">Ben Tye</a></p>'), meta("author", "Kit Arlen")),
    "marked": Page(("Ben Tye", "Ann Orr"), below('<p><a rel="author">Ben Tye</a> <a rel="author">Ann Orr</a></p>')),
    "titled or dated": Page(("Ann Orr",), below("<p>3 May 2024 | Ann Orr</p>")),
    "names in bold": Page(("Ann Orr", "Ben Tye"), below("<p><b>Ann Orr and Ben Tye</b></p>")),
    "account above": Page(
        ("annorr7",),
        below("<h2>The winter is over</h2><h2>Boats go out again</h2><h2>What it means</h2><p>by annorr7</p>"),
    ),
    "beside the date": Page(("Ann Orr",), below("<p>Ann Orr</p><p>3 May 2024</p>")),
    "account declared": Page(("Cooper",), below(""), meta("author", "Cooper")),
    "stated below": Page(("Ann Orr",), below(STORY * 4) + "<p>Text: Ann Orr</p>"),
    "marked below": Page(("Quillmartin Orr",), below("") + '<p class="author">Quillmartin Orr</p>'),
    "signed": Page(("Ann Orr",), below("") + "<p>Ann Orr</p>"),
    "copyright below": Page(("Ann Orr",), below("") + "<p>© 2024 Ann Orr</p><p>Boats</p>" + "<p>Contact us</p>" * 12),
    "marked anywhere": Page(
        ("Quill O.",), below("") + "<p>Boats, piers</p>" * 20 + '<p><a rel="author">Quill O.</a></p>'
    ),
    "box about the author": Page(
        ("Ann Orr",), below("") + "<div><h3>Ann Orr</h3><p>Ann Orr is a sailor from Kilbray.</p></div>"
    ),
    "site of a person": Page(("Ann Orr",), below(""), '<meta property="og:site_name" content="Ann Orr">'),
}
DATES = {
    "printed": Page("2024-05-03", below("<p>3 May 2024</p>"), meta("article:published_time", "2024-05-01")),
    "declared": Page("2024-05-03", below(""), linked("datePublished", "2024-05-03")),
    "declared loosely": Page("2024-05-03", below(""), meta("dcterms.date", "2024-05-03")),
    "marked beside": Page(
        "2024-05-03", below('<time datetime="2024-05-03">Friday</time>'), meta("dcterms.date", "2024-05-01")
    ),
    "marked": Page("2024-05-03", '<p><time datetime="2024-05-03">Friday</time></p>' + below("")),
    "in a line": Page("2024-05-03", below("<p>Kilbray harbour, 3 May 2024, in fine rain</p>")),
    "address": Page("2024-05-03", below(""), address="https://courier.example/2024/05/03/ferry"),
    "modified": Page("2024-05-03", below(""), meta("article:modified_time", "2024-05-03")),
    "guessed": Page("2024-05-03", below(STORY * 9) + "<footer><p>Last edited 3 May 2024</p></footer>", guess=True),
}
SHORT = "The crew of the boat comes from Kilbray, too."
PARAGRAPHS = {
    "not read": Page(False, below("").replace("</p>", f'</p><p id="x" hidden>{SHORT}</p>', 1)),
    "beside": Page(False, below("").replace("</p>", f'</p><p id="x"><a href="/crew">{SHORT}</a></p>', 1)),
    "says so itself": Page(False, below("").replace("</p>", '</p><p id="x">Share this article</p>', 1)),
    "callout": Page(
        True, below("").replace("</p>", f'</p><div><div class="callout-text" id="x">{SHORT}</div></div>', 1)
    ),
    "among read paragraphs": Page(True, below("").replace("</p>", '</p><p id="x">So it goes</p>', 1)),
    "of a list that is read": Page(
        True, below("") + f'<ul><li>{LINES[0]}</li><li>{LINES[1]}</li><li id="x">A rope</li></ul>'
    ),
    "prose within": Page(
        True, below("").replace("</p>", f'</p><div><div><p id="x">{" ".join([SHORT] * 6)}</p></div></div>', 1)
    ),
    "key point": Page(True, below('<ul><li id="x">Ferry is back after a long winter</li></ul>')),
    "lead": Page(True, below(f'<div><div><p id="x">{SHORT} Nobody there had hoped for it.</p></div></div>')),
    "goes on": Page(True, below("") + f'<p id="x">{SHORT}</p>'),
}
SETS = {HEADLINE: HEADLINES, TITLE: TITLES, AUTHORS: CREDITS, PUBLISHED: DATES, BELONGS: PARAGRAPHS}
ROWS = {f"{found.name}/{name}": page for found, pages in SETS.items() for name, page in pages.items()}


def known(page: Page) -> tuple[Known, Place]:
    """What `page` says about itself and where its text is, our three lines having been found as that."""
    html = f"<html><head>{page.head}</head><body>{page.body}</body></html>"
    root = parse_html(html)
    said = page_metadata(root, page.address)
    listed = outline(root, hidden=hidden_by_css(root))
    at = place(listed, [block.text in LINES for block in listed.blocks])
    if page.guess:
        said.guess = lambda words: guessed(html, words)
    decide(said, at, page.address)
    return said, at


def fact(rule: str, said: Known, at: Place) -> object:
    """The fact that `rule` is about."""
    asked = rule.partition("/")[0]
    if asked == "belongs":
        found = (i for i, b in enumerate(at.page.blocks) if at.page.nodes[b.node].element.get("id") == "x")
        return at.chosen[next(found)]
    return {"authors": said.bylines, "published": said.published}.get(asked, said.headline)


def test_every_rule_has_a_page() -> None:
    assert ROWS.keys() == {f"{found.name}/{rule.name}" for found in SETS for rule in found.rules}


@pytest.mark.parametrize("rule", ROWS)
def test_every_rule_is_needed(rule: str) -> None:
    said, at = known(ROWS[rule])
    assert fact(rule, said, at) == ROWS[rule].expected
    key = {"headline": "headline", "authors": "bylines", "published": "published"}.get(rule.partition("/")[0])
    assert key is None or said.rules[key] == rule, "another rule decides it"
    with rules.without(rule):
        assert fact(rule, *known(ROWS[rule])) != ROWS[rule].expected, "write a page that needs it, or let it go"


def test_names_and_labels_in_elements_without_a_space_between_are_words_of_their_own() -> None:
    byline = '<div class="author"><span>By</span><span>Ann Orr</span><span>CEO</span></div>'
    assert short_lines(fromstring(byline)) == ["By Ann Orr CEO"]


@pytest.mark.parametrize(
    ("page", "names"),
    [
        (Page("", below("<p>By Ann Orr Jr.</p>")), ("Ann Orr Jr.",)),
        (Page("", below("<p>Ann Orr</p><p>am</p><p>Freitag, 3. Mai 2024</p>")), ("Ann Orr",)),
        (Page("", below("") + "<p>Ann 3 May 2024</p>"), ("Ann",)),
        (Page("", below("") + "<p>Berlin 3 May 2024</p>"), ()),
        (Page("", below("") + "<p>Tags: boats, piers</p><p>Text: Ann Orr</p>"), ("Ann Orr",)),
        (Page("", below(""), meta("author", "ann.orr")), ("Ann Orr",)),
        (Page("", below(""), meta("author", "Sound") + SITE), ()),
        (Page("", below(STORY) + "<p>Boats</p>" * 4 + '<p class="author">von Olga</p>'), ("Olga",)),
        (
            Page(
                "",
                '<p class="author">Ben Tye</p><p>Boats</p>'
                + below('<p>Boats</p><p>Piers</p><p class="author">Ann Orr</p>'),
            ),
            ("Ann Orr",),
        ),
        (Page("", '<ul class="nav"><li><div class="author">von Ann Orr</div></li></ul>' + below("")), ("Ann Orr",)),
        (Page("", '<ul class="nav"><li><a href="/user/tye">Ben Tye</a></li></ul>' + below("")), ()),
        (Page("", below('<p><a rel="author">c1ph4</a></p>')), ("c1ph4",)),
        (Page("", below('<span class="img-author">Courtesy</span>')), ()),
        (Page("", below('<p>By Ann "Gale" Orr</p>')), ("Ann Orr",)),
        (
            Page(
                "",
                below(""),
                meta("author", "Sound Courier, Hamburg, Germany") + SITE.replace('r"', 'r, Hamburg, Germany"'),
            ),
            (),
        ),
        (Page("", '<ul><li><b class="comment-author">Ben Tye</b> on Boats</li></ul>' + below("")), ()),
        (Page("", below("") + '<ul><li><a href="/kit">Interview: Kit Arlen</a></li></ul>'), ()),
        (Page("", below(""), "<title>Ann Orr's Boat Log | Ferry back</title>"), ("Ann Orr",)),
        (Page("", below(""), "<title>Ann Ellis' Blog | Ferry back</title>"), ("Ann Ellis",)),
        (Page("", below("<p>Posted in Boats by annorr7 on 3 May 2024</p>")), ("annorr7",)),
        (Page("", below("<p>Posted in Boats by Ann Orr on 3 May 2024</p>")), ("Ann Orr",)),
        (Page("", below("<p>Veröffentlicht von AnnO</p>")), ("AnnO",)),
        (Page("", below('<p>Von <a rel="author">Ann</a> In Fähren</p>')), ("Ann",)),
        (Page("", below("<p>Text von Ann Orr Illustration von Kit Arlen</p>")), ("Ann Orr",)),
        (Page("", below('<p class="author">annorr</p>'), address="https://annorr.wordpress.com/1"), ("annorr",)),
        (Page("", below('<p class="author">annorr</p>'), address="https://annorr.com/1"), ()),
        (Page("", below(STORY * 3) + '<div class="author-box"><h3>Über Olga</h3></div>'), ()),
        (
            Page("", below("") + '<p class="x">Boats</p>' * 15 + '<p><a rel="author">Ann Orr</a></p><p>Boats</p>' * 3),
            (),
        ),
    ],
)
def test_the_people_who_wrote_it(page: Page, names: tuple[str, ...]) -> None:
    assert known(page)[0].bylines == names


@pytest.mark.parametrize(
    ("page", "date"),
    [
        (
            Page("", below('<abbr class="published" title="06-08-2009T14:12:32+0200">6 August 2009</abbr>')),
            "2009-08-06",
        ),
        (Page("", below('<p class="date">3 травня 2024, 13:43</p>'), guess=True), "2024-05-03"),
    ],
)
def test_the_day_it_appeared(page: Page, date: str) -> None:
    assert (known(page)[0].published or "")[:10] == date


@pytest.mark.parametrize("bar", ["|", "»", "‹"])
def test_a_site_is_cut_off_a_title_at_a_bar(bar: str) -> None:
    page = Page("", STORY, f"<title>The ferry is back at Kilbray pier {bar} Boats and piers</title>")
    assert known(page)[0].headline == "The ferry is back at Kilbray pier"


def test_a_date_of_few_figures_counts_where_a_date_has_to_stand() -> None:
    marked = '<div class="date">Kultur, 2.11.22</div>'
    assert known(Page("", f"<html lang='de'>{marked}{below('')}"))[0].published == "2022-11-02"
    assert known(Page("", below("<p>Kultur, 2.11.22</p>")))[0].published is None


def test_a_headline_is_no_stamp() -> None:
    page = Page(
        "", f'<h1>Interview: Ann Orr, 3 May 2024</h1><p>Kilbray, <time datetime="2024-05-09">now</time></p>{STORY}'
    )
    assert known(page)[0].published == "2024-05-09"


def test_a_lead_stands_between_the_headline_and_the_text_though_a_picture_credit_stands_there_too() -> None:
    lead = (
        f'<div class="box"><p>Photo: Kit Arlen</p></div><div><p id="x">{SHORT} Nobody there had hoped for it.</p></div>'
    )
    _, at = known(Page("", below(lead)))
    assert at.chosen[next(i for i, b in enumerate(at.page.blocks) if b.text.startswith(SHORT))]


def test_a_list_is_of_the_text_in_a_box_that_looks_like_that_of_the_text() -> None:
    first, rest = (
        f'<div class="t">{story}</div>'
        for story in (STORY * 3, f"<p>{LINES[0]}</p><ul><li>Bring oil</li></ul><p>{LINES[1]}</p>")
    )
    _, at = known(Page("", f"<h1>Ferry back</h1><main>{first}</main><section>{rest}</section>"))
    assert [at.chosen[i] for i, b in enumerate(at.page.blocks) if b.kind == "item"] == [True]


def test_the_marks_of_an_article_say_which_rules_decided_them() -> None:
    article = page("<h1>Ferry back</h1><p>By Ann Orr</p><p>3 May 2024</p>" + STORY, "<title>Ferry back</title>")
    rules_of = {str(mark.role): mark.rule for mark in article.marks if mark.role and mark.rule}
    assert rules_of == {
        "headline": "headline/printed in other words", "byline": "authors/stated above", "timestamp": "published/printed"
    }  # fmt: skip


def test_a_topic_beside_the_date_is_nobody() -> None:
    line = '<p class="entry-meta byline">3 May 2024 <a href="/c" rel="category tag">Harbour Works</a></p>'
    assert known(Page((), below(line)))[0].bylines == ()
    assert known(Page((), below(line.replace(' rel="category tag"', ""))))[0].bylines == ("Harbour Works",)


@pytest.mark.parametrize("desk", ["Redaktion", "News Desk"])
def test_a_desk_that_the_head_names_is_nobody(desk: str) -> None:
    assert known(Page((), below(""), meta("author", desk)))[0].bylines == ()
    both = meta("author", desk) + meta("parsely-author", "Ann Orr")
    assert known(Page((), below(""), both))[0].bylines == ("Ann Orr",)


@pytest.mark.parametrize(
    "above", ["<h3>Boats and piers</h3>", "<p>Ann Orr</p>", "<p>Boats and piers</p>", f"<p>{SHORT} {SHORT}</p>"]
)
def test_prose_below_what_was_not_found_is_of_another(above: str) -> None:
    prose = f"Ann Orr has sailed for years. {' '.join([SHORT] * 6)}"
    box = f'<div><div>{above}<p id="x">{prose}</p></div></div>'
    assert fact("belongs", *known(Page(False, below("").replace("</p>", f"</p>{box}", 1)))) is False


def test_prose_below_a_date_is_of_the_text() -> None:
    box = f'<div><div><p>3 May 2024, 14:47</p><p id="x">{" ".join([SHORT] * 6)}</p></div></div>'
    assert fact("belongs", *known(Page(True, below("").replace("</p>", f"</p>{box}", 1)))) is True
