"""What of a web page is spoken and what is dropped: standfirsts, key points, pull quotes, offers, notices."""

from __future__ import annotations

import pytest
from test_page import LONG, page, roles, spoken

from audioedition import reading
from audioedition.facts.dates import is_timestamp

HEADLINE = "Ferry back after five months"
TITLE = f"<title>{HEADLINE} | The Sound Courier</title>"
DECK = "Islanders meet the first boat with a brass band and a cake"


def story(inside: str, *, above: str = "", below: str = "", head: str = TITLE):
    """A page whose article has three long paragraphs with `inside` before the last one."""
    return page(
        f"<header><h1>{HEADLINE}</h1>{above}</header><main><div><p>{LONG}One.</p><p>{LONG}Two.</p>{inside}"
        f"<p>{LONG}Three.</p>{below}</div></main>",
        head,
    )


@pytest.mark.parametrize(
    ("above", "head"),
    [
        (f"<h2>{DECK}</h2>", TITLE),
        (f'<p class="ArticleDek_root__x1">{DECK}</p>', TITLE),
        (f'<div data-gu-name="standfirst"><p>{DECK}</p></div>', TITLE),
        (f'<p>By Ann Orr</p><p class="q7">{DECK}</p>', f'{TITLE}<meta name="description" content="{DECK}">'),
        (f'<div class="mt-4 text-lg">{DECK}.</div>', TITLE),
        (f'<h2 class="sc-1"><p>{DECK}</p></h2>', TITLE),
        (f"<figcaption>{DECK}</figcaption>", f'{TITLE}<meta name="description" content="{DECK}">'),
    ],
    ids=["heading", "hashed class", "data attribute", "description", "sentence", "line in the header", "described"],
)  # fmt: skip
def test_the_standfirst_is_read(above: str, head: str) -> None:
    assert ("deck", DECK) in [(role, text.rstrip(".")) for role, text in roles(story("", above=above, head=head))]


@pytest.mark.parametrize(
    "above", ["<p>Submitted by Ann Orr on Wed, 05/11/2016 - 9:30am</p>", "<p>By Ann Orr and Ben Tye, who met the first boat at the east pier.</p>", "<p>Updated 1 March 2025, 08:00 GMT, and again at 09:30</p>"]
)  # fmt: skip
def test_bylines_and_dates_are_no_standfirst(above: str) -> None:
    assert not any(role == "deck" for role, _ in roles(story("", above=above)))


def test_key_points_below_the_headline_are_read() -> None:
    points = "<ul><li>Gearbox repaired after five months on the slip</li><li>First boat leaves at eight on Saturday morning</li></ul>"
    text = spoken(story("", above=points + "<ul><li>Share on Facebook now</li><li>Share this story by email</li></ul>"))
    assert "five months on the slip" in text
    assert "Share" not in text


@pytest.mark.parametrize(
    "box",
    [
        "<div><h3>Subscribe now</h3><p>One like it every Sunday, free.</p></div>",
        "<div><p>Island Mail</p><p>Get the best of the islands straight to your inbox.</p><p>It is free of charge</p></div>",
        "<div><p>Sign up for the Island Mail newsletter.</p></div>",
        "<p>By submitting your email, you agree to our terms.</p>",
        "<p>Please follow Ann Orr on Twitter.</p>",
        "<div><p>We may earn a commission.</p><p>A toy ferry for the bath</p></div>",
        "<p>Abonnez-vous pour lire la suite.</p>",
        '<blockquote><p>It sails!</p>— Promotion (@promotion) <a href="t">March 1, 2025</a></blockquote>',
        "<p>A post shared by Island Mail (@island.mail)</p>",
        "<div>after newsletter promotion</div>",
        "<div>Advertisement · Scroll to continue</div>",
    ],
)
def test_offers_in_the_text_are_dropped_with_their_box(box: str) -> None:
    text = spoken(story(box))
    assert text.count("The ferry had been tied up") == 3
    assert all(line not in text for line in ("Sunday", "Island Mail", "free of charge", "terms", "Twitter", "continue", "promotion", "Abonnez", "Newsletter", "Write to us", "toy ferry"))  # fmt: skip


@pytest.mark.parametrize(
    "line",
    [
        "“Sign up for the newsletter and we will tell you when it sails,” the harbour master said.",
        "If you liked this story of a ferry, the harbour master said, you will like the sequel.",
        "For the latest of the games she had to download the maps of three countries.",
        "By Friday it was gone.",
        "By then Ann had left.",
        "Like much else on Facebook, it was not true.",
        "Girl guides sold cookies on the pier, and their partners in the town would accept no money.",
        "Browsers will block third-party cookies from spring, whatever the settings, the makers have agreed.",
        "<b>9:30 a.m.</b>",
        "They met at 9:30 a.m.",
        "The post was first seen in 2014.",
    ],
)  # fmt: skip
def test_what_only_sounds_like_furniture_is_read(line: str) -> None:
    assert line.replace("<b>", "").replace("</b>", "") in spoken(story(f"<p>{line}</p>"))


@pytest.mark.parametrize("tag", ['<p class="paywall">{}</p>', '<div class="subscriber-only"><p>{}</p></div>'])
def test_paragraphs_named_one_by_one_are_read(tag: str) -> None:
    box = "<div class='newsletter-promo'><p>The best of the islands every Friday, for those who like cake.</p></div>"
    parts = "".join(f"<div>{tag.format(f'{LONG}Part {n}.')}</div>" for n in range(8))
    text = spoken(page(f"<article><h1>{HEADLINE}</h1><p>{LONG}Free.</p>{parts}{box}<p>{LONG}End.</p></article>", TITLE))
    assert all(f"Part {n}." in text for n in range(8))
    assert "cake" not in text


def test_text_in_the_widgets_of_a_page_builder_is_read() -> None:
    parts = "".join(
        f'<div class="elementor-element elementor-widget elementor-widget-text-editor"><p>{LONG}Part {n}.</p></div>'
        for n in range(6)
    )
    assert "Part 5." in spoken(page(f"<h1>{HEADLINE}</h1><div>{parts}</div>", TITLE))


def test_the_text_goes_on_behind_its_box() -> None:
    parts = "".join(f"<p>{LONG}Part {n}.</p>" for n in range(40))
    more = f"<section><h4>In short</h4><p>{LONG * 3}It was a good day.</p></section>"
    about = f"<section><p>Ann Orr has sailed to all the islands. {LONG}</p></section>"
    head = f'{TITLE}<meta name="author" content="Ann Orr">'
    article = page(f"<div><h1>{HEADLINE}</h1><section><div>{parts}</div></section>{more}{about}</div>", head)
    assert spoken(article).endswith("It was a good day.")


def test_counters_and_credits_in_brackets_are_dropped() -> None:
    text = spoken(story("<p>861</p><p>(Credit: Ann Orr/Courier)</p><p>Photographs by Cy Far</p>", below="<p>Kudos</p>"))
    assert all(line not in text for line in ("861", "Credit", "Cy Far", "Kudos"))


def test_the_headline_once_more_above_a_part_is_dropped() -> None:
    assert HEADLINE not in spoken(story(f"<h2>{HEADLINE}</h2>"))


@pytest.mark.parametrize("tag", ["<q>{}</q>", "<aside-box><div><div>{}</div></div></aside-box>", "<blockquote>{}</blockquote>"])  # fmt: skip
def test_a_pull_quote_is_not_said_twice(tag: str) -> None:
    quote = "the islanders had got used to going without"
    assert spoken(story(f"<div>{tag.format(quote)}</div>")).count("used to going without") == 3


def test_a_refrain_is_no_pull_quote() -> None:
    line = "And still the boat lies at the pier"
    text = spoken(page(f"<p>{LONG}</p>" + f"<p>{line},<br>Ahoy<br>{line}.</p><p>{LONG}End.</p>"))
    assert text.count(line) == 2


@pytest.mark.parametrize(
    "notice",
    [
        "<p>A version of this article appears in print on page 3.</p>",
        "<p>You can write to Ann Orr at ann@courier.example.</p>",
        "<p>— With assistance by Cy Far</p>",
        "<p>Forwarded this newsletter? Have it sent to you</p>",
        "<p>You’re currently a free subscriber to Isle Notes. For all of them, pay.</p>",
        "<p>To get the latest news of the isles, download our app.</p>",
        "<p>If you liked this story, please consider subscribing to the Courier.</p>",
        "<p>We may earn a commission if you buy a ticket.</p>",
        "<p>If you have a complaint about this story, please contact the editor.</p>",
        "<h2>References</h2><ol><li>Orr, A. et al. Of gearboxes and gales, a study of the ferry in its eleventh winter (2025).</li></ol>",
        "<p>https://doi.org/10.1000/ferry.2025</p>",
        "<p>© 2025 Sound Courier</p><p>Is your town ready for the summer? Our readers have suggestions that will surprise you.</p>",
    ],
)
def test_notices_below_the_text_are_dropped(notice: str) -> None:
    assert spoken(story("", below=notice)).endswith("Three.")


def test_a_notice_of_consent_is_not_the_article_of_a_short_page() -> None:
    consent = (
        "<div><p>We and our 211 partners store information on a device, such as cookies, to process personal data about you.</p>"
        "<p>You may manage your choices by clicking below, including your right to object where legitimate interest is used.</p></div>"
    )
    text = spoken(page(f"{consent}<main><h1>{HEADLINE}</h1><p>{LONG}</p></main>", TITLE))
    assert text.strip() == LONG.strip()


def test_a_copyright_in_a_caption_ends_nothing() -> None:
    article = story("<figure><figcaption>© 2025 Sound Courier The pier</figcaption></figure>")
    assert spoken(article).endswith("Three.")


def test_times_between_the_entries_of_a_live_page_are_dropped() -> None:
    text = spoken(story("<div>08.05 GMT</div><h2>First boat</h2>"))
    assert "08.05" not in text
    assert "First boat" in text


def test_a_teaser_under_its_label_is_dropped() -> None:
    assert "Whale" not in spoken(
        story('<div><h3>Read more</h3><h3><a href="/w">Whale seen off the pier</a></h3></div>')
    )


@pytest.mark.parametrize(
    "text", ["1 March 2025", "Updated 9:22 PM EST, Mon November 6, 2023", "21.10 BST", "3 hours ago", "Posted on 3/4/25 at 8:05 pm"]
)  # fmt: skip
def test_timestamps(text: str) -> None:
    assert is_timestamp(text, clock_alone=True)


@pytest.mark.parametrize("text", ["The boat left at 8:05", "1 March 2025: the boat leaves", "5:2", "Room 101", "2025"])
def test_no_timestamps(text: str) -> None:
    assert not is_timestamp(text, clock_alone=True)


@pytest.mark.parametrize(
    ("markup", "names"),
    [
        ('<div class="byline"><div>Ann Orr</div><div>The Isle</div><div>Thu, 6 Mar 2025 17:55 UTC</div></div>', ("Ann Orr",)),
        ('<div class="authors"><div>By</div><a>Ann Orr</a><span> and </span><a>Ben Tye</a></div>', ("Ann Orr", "Ben Tye")),
        ('<a rel="author">Ann Orr</a> <a rel="author">Ben Tye</a>', ("Ann Orr", "Ben Tye")),
        ("<div>Ann Orr</div><div>March 3, 2025 · 6 min read</div>", ("Ann Orr",)),
        ("<p>Submitted by Ann Orr on Wed, 05/11/2016 - 9:30am</p>", ("Ann Orr",)),
        ("<div>// By Ann Orr • Nov 11, 2020</div>", ("Ann Orr",)),
        ("<div>Par Ann Orr Publié le 15 mars 2023 à 08h00, mis à jour à 10h12</div>", ("Ann Orr",)),
        ('<div class="byline">Print</div>', ()),
    ],
)  # fmt: skip
def test_bylines_in_the_mark_up(markup: str, names: tuple[str, ...]) -> None:
    assert story("", above=markup).bylines == names


def test_a_name_below_the_headline_with_a_life_elsewhere() -> None:
    life = "<div><p>Ann Orr writes about ferries. She has sailed on all of them.</p></div>"
    assert page(f"<main><h1>{HEADLINE}</h1><p>Ann Orr</p><div><p>{LONG * 2}</p></div></main>{life}", TITLE).bylines == (
        "Ann Orr",
    )
    assert (
        page(f"<main><h1>{HEADLINE}</h1><p>North Isles</p><div><p>{LONG * 2}</p></div></main>{life}", TITLE).bylines
        == ()
    )


@pytest.mark.parametrize(
    ("given", "markup", "names"),
    [
        ("annie", "<p>By Ann Orr</p>", ("Ann Orr",)),
        ("annie", "", ("annie",)),
        ("Ann Orr", "<p>By Ann Orr and Ben Tye</p>", ("Ann Orr", "Ben Tye")),
        ("Ann Orr", "<p>By Cy Far and Ben Tye</p>", ("Cy Far", "Ben Tye")),
        ("Ann Orr, Ben Tye", "<p>By Ann Orr</p>", ("Ann Orr", "Ben Tye")),
    ],
)
def test_bylines_that_say_more_than_the_head(given: str, markup: str, names: tuple[str, ...]) -> None:
    assert story("", above=markup, head=f'{TITLE}<meta name="author" content="{given}">').bylines == names


def test_the_author_of_something_far_away_is_not_the_storys() -> None:
    below = '<div class="post-info"><h2>Cy Far seen off the pier</h2></div>'
    assert page(f"<h1>{HEADLINE}</h1><div><p>{LONG * 3}</p></div>{below}", TITLE).bylines == ()
    rail = "".join(f"<div>Item {i}</div>" for i in range(60)) + '<div class="author">Cy Far</div>'
    assert page(f"<h1>{HEADLINE}</h1><div><p>{LONG * 3}</p></div>{rail}", TITLE).bylines == ()


def test_a_date_in_a_list_of_facts_is_not_the_storys() -> None:
    facts = "<ul><li>The pier was opened on August 14, 1935</li><li>The boat came on May 3, 2001 from Leith</li></ul>"
    assert story("", above=facts).published is None


def test_a_date_in_a_caption_or_a_sentence_is_not_the_storys() -> None:
    inside = "<figure><figcaption>The pier on July 17, 2014</figcaption></figure><p>It was the storm of July 17, 2014 that broke it.</p>"
    assert story(inside).published is None


@pytest.mark.parametrize("line", ["8/17/13 11:04am", "08.17.13", "// By Ann Orr • Aug 17, 2013"])
def test_dates_in_short(line: str) -> None:
    assert story("", above=f"<div>{line}</div>").published.startswith("2013-08-17")


@pytest.mark.parametrize(
    ("title", "markup", "expected"),
    [
        ("Ferry back at last -- Courier.net", "<h1>Ferry back at last</h1>", "Ferry back at last"),
        (
            "Sound Blog » Blog Archive » Ferry back at last",
            "<h1>Sound Blog</h1><h2>Ferry back at last</h2>",
            "Ferry back at last",
        ),
        ("Ferry back at last - Ann Orr", "<h2>Ferry back at last</h2><h3>Ann Orr</h3>", "Ferry back at last"),
        ("The Sound Courier: Local: Ferry back at last", "<b>Ferry back at last</b><br>", "Ferry back at last"),
    ],
)
def test_headlines_in_titles(title: str, markup: str, expected: str) -> None:
    assert page(f"{markup}<p>{LONG * 2}</p>", f"<title>{title}</title>").headline == expected


def test_a_longer_headline_on_the_page_is_the_printed_one() -> None:
    head = f'<title>Boat</title><meta property="og:title" content="{HEADLINE}">'
    assert page(f"<h1>{HEADLINE}. Now for the cake.</h1><p>{LONG * 2}</p>", head).headline == f"{HEADLINE}. Now for the cake."  # fmt: skip


@pytest.mark.parametrize(
    ("title", "shared", "heading", "expected"),
    [
        ("Cake and brass on the pier - Sound", "Orr: ferry and cake at last", "Cake and brass on the pier", "Cake and brass on the pier"),
        ("Cake and brass | Sound", "Orr: the ferry is back", "Winter without a boat", "Orr: the ferry is back"),
        ("The seven days of the ferry", "Seven days of the ferry", "The seven days of the ferry", "The seven days of the ferry"),
    ],
    ids=["title agrees with heading", "nothing agrees", "the same but for an article"],
)  # fmt: skip
def test_a_headline_for_networks_and_a_printed_one(title: str, shared: str, heading: str, expected: str) -> None:
    head = f'<title>{title}</title><meta property="og:title" content="{shared}">'
    assert page(f"<h1>{heading}</h1><p>{LONG * 2}</p>", head).headline == expected


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ('<meta property="og:title" content="Ann&amp;#8217;s boat is back">', ("Ann’s boat is back", (), None)),
        (
            '{"@type": "NewsArticle", "headline": "Ann&#8217;s boat &amp; cake", "author": {"name": "Ann O&#39;Orr"}}',
            ("Ann’s boat & cake", ("Ann O'Orr",), None),
        ),
        ('{"@type": "NewsArticle", "headline": ["Boat back"], "author": {"@list": [{"name": "Ann Orr"}]}}', ("Boat back", ("Ann Orr",), None)),
        (
            '{"@type": "NewsArticle", "headline": "Boat back", "author": {"givenName": "Ann", "familyName": "Orr"}, "datePublished": "2022-5-1T2:3:4Z"}',
            ("Boat back", ("Ann Orr",), "2022-05-01"),
        ),
        (
            """<meta name="parsely-page" content='{"title": "Boat back", "authors": ["Ann Orr", "Ben Tye"], "pub_date": "2022-05-11T02:00:00Z"}'>""",
            ("Boat back", ("Ann Orr", "Ben Tye"), "2022-05-11T02:00:00+00:00"),
        ),
    ],
    ids=["escaped twice", "escaped JSON", "list", "parts of a name", "Parse.ly"],
)  # fmt: skip
def test_heads_of_all_shapes(head: str, expected: tuple[str, tuple[str, ...], str | None]) -> None:
    if head.startswith("{"):
        head = f'<script type="application/ld+json">{head}</script>'
    article = page(f"<div><p>{LONG * 2}</p></div>", f"<title>x</title>{head}")
    assert (article.headline, article.bylines, article.published) == expected


def test_the_author_is_no_part_of_the_headline() -> None:
    head = '<title>Ferry back by Ann Orr</title><meta property="og:title" content="Ferry back by Ann Orr">'
    assert page(f"<h1>Ferry back</h1><p>{LONG * 2}</p>", head).headline == "Ferry back"


@pytest.mark.parametrize("line", ["11-May-2022", "Wed 11-05-2022, 9:30", "2022-5-11"])
def test_dates_with_hyphens(line: str) -> None:
    text = f'<html lang="en-GB"><h1>{HEADLINE}</h1><div class="date">{line}</div><p>{LONG * 2}</p></html>'
    assert reading.read_article(text, media_type="text/html").published.startswith("2022-05-11")


def test_what_a_wiki_puts_beside_its_text_is_not_read() -> None:
    notice = (
        '<table class="box ambox"><tr><td>This article needs more sources. Please help to find some.</td></tr></table>'
    )
    inside = (
        '<h2>History<span class="mw-editsection">[<a href="e">edit</a>]</span></h2><div class="hatnote">For the boat, see the boat.</div>'
        '<p>It was settled early,<sup class="noprint">[<i><a href="c">citation needed</a></i>]</sup> and never left.</p>'
    )
    article = story(f"{notice}{inside}")
    assert ("subhead", "History") in roles(article)
    assert "It was settled early, and never left." in spoken(article)
    assert all(line not in spoken(article) for line in ("edit", "sources", "For the boat", "citation"))


def test_the_day_that_a_blog_prints_above_a_headline_is_no_subhead() -> None:
    day = "<h2 class='date-header'>Saturday, 1 March 2025</h2>"
    article = page(f"<main>{day}<h3>{HEADLINE}</h3><div><p>{LONG}One.</p><p>{LONG}Two.</p></div></main>", TITLE)
    assert "March" not in spoken(article)
    diary = story("<h2>Saturday, 1 March 2025</h2>")
    assert ("subhead", "Saturday, 1 March 2025") in roles(diary)


@pytest.mark.parametrize("on", [False, True])
def test_a_note_below_a_page_is_read_if_notes_are(on: bool) -> None:
    note = '<div class="footnote"><a href="#n1">1</a><div class="footnote-content"><p>From a report of 2023.</p></div></div>'
    article = page(f"<h1>{HEADLINE}</h1><main><p>{LONG}One.</p><p>{LONG}Two.</p>{note}</main>", TITLE, footnotes=on)
    assert ("From a report of 2023." in spoken(article)) is on


@pytest.mark.parametrize(
    ("below", "is_deck"),
    [
        ('<div class="byline">By Ann Orr</div><p>4 min read · 1 March 2025</p>', True),
        ("<p>1 March 2025</p>", True),
        ("", False),
        ("<p>1 March 2025</p><h2>In the beginning</h2>", False),
    ],
    ids=["byline", "date", "text", "date and another heading"],
)
def test_a_short_heading_above_the_byline_is_the_standfirst(below: str, is_deck: bool) -> None:
    line = "What we lose when it stops"
    text = f"<div><h1>{HEADLINE}</h1><h2>{line}</h2>{below}<p>{LONG}One.</p><p>{LONG}Two.</p><p>{LONG}Three.</p></div>"
    assert (("deck", line) in roles(page(text, TITLE))) is is_deck


def test_a_headline_in_one_line_with_its_kicker_is_said_once() -> None:
    shown = f"<h2><span>Harbour news</span> <span>{HEADLINE}</span></h2>"
    head = f'<title>{HEADLINE} - The Sound Courier</title><meta property="og:title" content="Kilbray: {HEADLINE}">'
    article = page(f"<article>{shown}<div><p>{LONG}One.</p><p>{LONG}Two.</p><p>{LONG}Three.</p></div></article>", head)
    assert "Harbour" not in spoken(article)


def test_who_signs_a_story_below_it_is_not_read_once_more() -> None:
    head = f'{TITLE}<meta name="author" content="Ann Orr">'
    signed = page(
        f"<main><h1>{HEADLINE}</h1><div><p>{LONG}One.</p><p>{LONG}Two.</p><p>Ann Orr (Kilbray, special envoy)</p></div></main>",
        head,
    )
    assert "special envoy" not in spoken(signed)


def test_a_list_of_teasers_that_is_named_so_is_not_read() -> None:
    box = '<section data-area="article-teaser-list"><h3>More</h3><div><p>A report from the island.</p></div></section>'
    assert "report" not in spoken(story(box))


def test_a_lead_that_only_the_head_of_a_page_tells_is_not_lost_in_silence() -> None:
    lead = "Nobody in Kilbray had hoped for it. " * 8
    article = story("", head=f'{TITLE}<meta name="description" content="{lead}">')
    assert ("outside the article", lead.strip()) in roles(article)
