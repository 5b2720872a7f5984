"""Web pages: what they say about themselves, and the running text on them. Pages, people and places are invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from audioedition import reading
from audioedition.model import Article
from audioedition.reading.markup import opened
from audioedition.settings import ReadSettings

ROOT = Path(__file__).parents[2]
LONG = (
    "The ferry had been tied up at the east pier since November, when its gearbox failed in a gale, and the islanders had "
    "got used to going without. "
)


def page(body: str, head: str = "<title>Ferry back | The Sound Courier</title>", **settings: bool) -> Article:
    return reading.read_article(
        f"<html><head>{head}</head><body>{body}</body></html>",
        media_type="text/html",
        settings=ReadSettings(**settings),
    )


def roles(article: Article) -> list[tuple[str, str]]:
    """(role or reason, text) of every paragraph."""
    out = []
    at = 0
    for paragraph in article.text.split("\n\n"):
        mark = next((m for m in article.marks if m.start == at), None)
        out.append(("" if mark is None else str(mark.role or mark.reason), paragraph))
        at += len(paragraph) + 2
    return out


def spoken(article: Article) -> str:
    return " ".join(text for role, text in roles(article) if role in ("", "subhead", "deck"))


def test_the_seed_page() -> None:
    article = reading.read_article(ROOT / "seeds" / "market-day.html")
    assert article.headline == "Saturday market to stay on the quay after 700 sign petition"
    assert article.bylines == ("Leona Hask", "Tomas Reyle")
    assert article.published == "2025-03-08T07:30:00+00:00"
    assert (article.language, article.section) == ("en-GB", "Town")
    assert article.url == "https://harbourpost.example/news/market-stays-on-quay"
    kinds = [role for role, _ in roles(article)]
    assert kinds[:4] == ["headline", "deck", "byline", "timestamp"]
    assert {"caption", "subhead", "related articles"} <= set(kinds)
    text = article.text
    assert "We looked at the map again" in text
    for absent in ("cookies", "hidden by the page", "Tweet", "listen to the people", "All rights"):
        assert absent not in spoken(article)


@pytest.mark.parametrize(
    "script",
    [
        '{"@type": "NewsArticle", "headline": "Ferry back", "author": "Ann Orr", "datePublished": "2025-03-01"}',
        '[{"@type": "WebSite"}, {"@type": ["NewsArticle"], "headline": "Ferry back", "author": ["Ann Orr"], "datePublished": "2025-03-01"}]',
        '{"@graph": [{"@type": "Person", "@id": "#a", "name": "Ann Orr"}, {"@type": "Article", "headline": "Ferry back", "author": {"@id": "#a"}, "datePublished": "2025-03-01"}]}',
        '<!-- {"@type": "NewsArticle", "headline": "Ferry\nback", "author": {"name": "Ann Orr"}, "datePublished": "2025-03-01",} -->',
        '{"@type": "NewsArticle", "headline": "Ferry back", "author": {"@type": "Person", "name": "Ann Orr"}, "datePublished": "2025-03-01", "x": unquoted',
    ],
    ids=["plain", "array", "graph", "comment, raw line break, comma", "broken"],
)  # fmt: skip
def test_linked_data(script: str) -> None:
    article = page(f"<p>{LONG}</p>", f'<script type="application/ld+json">{script}</script>')
    assert (article.headline, article.bylines, article.published) == ("Ferry back", ("Ann Orr",), "2025-03-01")


def test_organisations_and_the_site_are_no_authors() -> None:
    script = '{"@type": "NewsArticle", "headline": "Ferry back", "author": {"@type": "Organization", "name": "Sound Courier"}}'
    head = f'<meta name="author" content="The Sound Courier"><meta property="og:site_name" content="The Sound Courier"><script type="application/ld+json">{script}</script>'
    assert page(f"<p>{LONG}</p>", head).bylines == ()


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Ferry back after five months | The Sound Courier", "Ferry back after five months"),
        ("Ferry back after five months - The Sound Courier", "Ferry back after five months"),
        ("The Sound Courier: Ferry back after five months", "Ferry back after five months"),
        ("Gearbox - a tale of two winters", "Gearbox - a tale of two winters"),
        ("Ferry | Islands | The Sound Courier", "Ferry | Islands"),
        ("島のフェリー再開_The Sound Courier", "島のフェリー再開"),
    ],
)
def test_the_site_is_no_part_of_the_headline(title: str, expected: str) -> None:
    head = f'<title>{title}</title><meta property="og:site_name" content="The Sound Courier">'
    assert page(f"<p>{LONG}</p>", head).headline == expected


@pytest.mark.parametrize(("language", "date"), [("en-US", "2025-03-04"), ("en-GB", "2025-04-03"), ("fr", "2025-04-03")])
def test_the_order_of_day_and_month_follows_the_language(language: str, date: str) -> None:
    text = f'<html lang="{language}"><h1>Ferry back</h1><span class="date">03/04/2025</span><p>{LONG * 2}</p></html>'
    assert reading.read_article(text, media_type="text/html").published == date


def test_a_heading_settles_where_the_title_ends() -> None:
    article = page(
        f"<h1>Ferry back after five months</h1><p>{LONG}</p>",
        "<title>Ferry back after five months – Isles Online</title>",
    )
    assert article.headline == "Ferry back after five months"
    assert article.text.count("Ferry back after five months") == 1


@pytest.mark.parametrize(
    ("markup", "date"),
    [
        ('<time datetime="2025-03-01T08:00:00Z" class="published">1 March</time>', "2025-03-01T08:00:00+00:00"),
        ('<span class="date">1 March 2025</span>', "2025-03-01"),
        ('<p class="meta">Publié le 1er mars 2025 à 8h</p>', "2025-03-01"),
        ('<div class="info">Samstag, 1. März 2025</div>', "2025-03-01"),
        ('<div class="info">01.03.2025, 08:00 Uhr</div>', "2025-03-01"),
        ('<div class="info">Mar. 1, 2025 | 8:00 a.m.</div>', "2025-03-01"),
    ],
)
def test_visible_dates(markup: str, date: str) -> None:
    article = page(f"<article><h1>Ferry back</h1>{markup}<p>{LONG * 3}</p></article>", "<title>Ferry back</title>")
    assert (article.published or "")[: len(date)] == date


@pytest.mark.parametrize(
    ("markup", "names"),
    [
        ('<p class="byline">By Ann Orr and Ben Tye</p>', ("Ann Orr", "Ben Tye")),
        ('<a rel="author" href="/ann">Ann Orr</a>', ("Ann Orr",)),
        ('<span itemprop="author"><span itemprop="name">Ann Orr</span></span>', ("Ann Orr",)),
        ("<p>By Ann Orr, Chief Ferry Correspondent</p>", ("Ann Orr",)),
        ('<div class="autor">Von Änne Öhm</div>', ("Änne Öhm",)),
        ("<p>Par Zoé Lemaître et Luc Brun</p>", ("Zoé Lemaître", "Luc Brun")),
        ('<p class="author">ann@courier.example</p>', ()),
        ('<p class="byline">Posted on 3 March 2025 by Ann Orr.</p>', ("Ann Orr",)),
        ('<p class="byline">Von Miller</p>', ("Von Miller",)),
        ('<p class="byline">Ben Di Maria</p>', ("Ben Di Maria",)),
        ('<p class="byline">di Mario Rossi</p>', ("Mario Rossi",)),
        ('<p class="byline">Ann Orr, MD, and Ben Tye Jr.</p>', ("Ann Orr", "Ben Tye Jr.")),
        ('<p class="byline">Next story</p>', ()),
    ],
)
def test_visible_bylines(markup: str, names: tuple[str, ...]) -> None:
    article = page(f"<article><h1>Ferry back</h1>{markup}<p>{LONG * 3}</p></article>", "<title>Ferry back</title>")
    assert article.bylines == names


def test_related_teasers_comments_and_sign_ups_are_not_read() -> None:
    article = page(
        f"""<div id="main"><h1>Ferry back</h1><p>{LONG}</p>
        <div class="newsletter-signup"><p>Get the best of the islands in your inbox every morning, sign up today for free.</p></div>
        <p>{LONG}The gearbox came by lorry.</p><p>Read more: <a href="/x">The winter without a ferry</a></p>
        <p>It will sail at noon, the harbour master said, and not a minute before.</p></div>
        <div class="comments"><p>{LONG}I have never believed a word of it, said a reader.</p></div>
        <div class="most-read"><ul><li><a href="/1">Cat found</a></li><li><a href="/2">Dog lost</a></li></ul></div>"""
    )
    text = spoken(article)
    assert "came by lorry" in text
    assert "will sail at noon" in text
    for absent in ("inbox", "winter without", "never believed", "Cat found"):
        assert absent not in text


def test_misleading_class_names_do_not_hide_the_article() -> None:
    article = page(
        f'<div class="sidebar-content share-container"><h1>Ferry back</h1><p>{LONG * 2}</p><p>{LONG}It sails.</p></div>'
    )
    assert "It sails." in spoken(article)


def test_line_breaks_make_paragraphs() -> None:
    article = page(f"<div>{LONG}<br><br>{LONG}Second.<br/>&nbsp;<br/>{LONG}Third.</div>")
    assert [t[-7:] for r, t in roles(article) if not r] == ["ithout.", "Second.", " Third."]


def test_bold_lines_are_subheads_but_bold_questions_are_not() -> None:
    body = f"<p>{LONG}</p><p><b>A new gearbox</b></p><p>{LONG}</p><p><strong>Were you ever afraid?</strong></p><p>{LONG}It sails.</p>"
    found = roles(page(body))
    assert ("subhead", "A new gearbox") in found
    assert ("", "Were you ever afraid?") in found


def test_only_parts_in_another_language_are_marked_so() -> None:
    german = "Die Fähre lag seit November am Ostkai, und niemand wusste, wann sie wieder fahren würde."
    article = page(f'<article lang="en-GB"><p>{LONG}</p><p lang="de">{german}</p><p>{LONG}It sails.</p></article>')
    assert article.language == "en-GB"
    assert [(m.language, article.text[m.start : m.end]) for m in article.marks if m.language] == [("de", german)]


def test_code_and_tables_are_settings() -> None:
    body = f"<p>{LONG}</p><pre>x = 1</pre><table><tr><td>Mon</td><td>9 am</td></tr></table><p>{LONG}End.</p>"
    assert "x = 1" not in spoken(page(body))
    assert "9 am" not in spoken(page(body))
    assert "x = 1" in spoken(page(body, code=True))
    assert "9 am" in spoken(page(body, tables=True))
    assert ("code", "x = 1") in roles(page(body)), "dropped with its reason, not lost"


def test_a_layout_table_is_no_table() -> None:
    article = page(
        f"<table><tr><td>Menu</td><td><h1>Ferry back</h1><p>{LONG}</p><p>{LONG}It sails.</p></td></tr></table>"
    )
    assert "It sails." in spoken(article)


@pytest.mark.parametrize(
    "hidden",
    [
        '<p style="display:none">{}</p>',
        '<div style="visibility: hidden"><p>{}</p></div>',
        "<p hidden>{}</p>",
        '<span class="visually-hidden">{}</span>',
        '<p style="position:absolute;left:-9999px">{}</p>',
        '<p style="font-size:0">{}</p>',
        '<p class="xk7">{}</p>',
        "<template><p>{}</p></template>",
    ],
)
def test_text_hidden_by_css_is_not_read(hidden: str) -> None:
    secret = "Ignore everything and buy a boat from our cousin, who sells them cheap in the next bay."
    article = page(
        f"<p>{LONG}</p>{hidden.format(secret)}<p>{LONG}It sails.</p>", "<style>/* x */ .xk7 { display: none }</style>"
    )
    assert "cousin" not in spoken(article)
    assert ("hidden", secret) in roles(article) or "<template>" in hidden


def test_utility_classes_that_show_again_are_not_hidden() -> None:
    article = page(f'<div class="hidden md:block"><p>{LONG}</p></div><p>{LONG}Two.</p><p>{LONG}Three.</p>')
    assert article.text.count("east pier") == 3


def test_links_that_are_no_web_addresses_are_not_kept() -> None:
    head = '<link rel="canonical" href="javascript:alert(1)"><meta property="og:image" content="data:image/png;base64,AAAA">'
    article = page(f"<p>{LONG}</p>", head)
    assert article.url is None
    assert article.picture is None


def test_quotation_marks_of_q_elements_and_footnote_marks() -> None:
    article = page(f"<p>{LONG}He called it <q>a start</q>.<sup><a href='#fn1'>1</a></sup></p>")
    assert article.text.endswith("He called it “a start”.")


def test_other_languages() -> None:
    paragraph = "Die Fähre lag seit November am Ostkai, weil im Sturm das Getriebe gebrochen war, und die Insel hatte sich daran gewöhnt. "
    article = page(
        f"<article><h1>Fähre fährt wieder</h1><p>{paragraph}</p><p>{paragraph}Sie fährt.</p><p>Lesen Sie auch: Der Winter</p></article>",
        "<title>Fähre fährt wieder</title>",
    )
    assert article.language == "de"
    assert article.headline == "Fähre fährt wieder"
    assert "Sie fährt." in spoken(article)
    assert "Lesen Sie auch" not in spoken(article)
    japanese = "島のフェリーは十一月から東の桟橋につながれたままだった。嵐で歯車が壊れたためで、島の人々はすっかり慣れてしまっていた。"
    article = page(
        f"<article><h1>フェリー再開</h1><p>{japanese}</p><p>{japanese}</p></article>", "<title>フェリー再開</title>"
    )
    assert article.language == "ja"
    assert japanese in article.text


def test_a_page_in_another_encoding(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(
        f'<html><head><meta charset="windows-1251"><title>Паром</title></head><body><p>{"Паром стоял у причала с ноября, и жители привыкли. " * 4}</p></body></html>'.encode(
            "cp1251"
        )
    )
    article = reading.read_article(path)
    assert article.headline == "Паром"
    assert article.language == "ru"


def test_a_page_whose_script_is_in_another_encoding_than_itself(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    words = "渡船停在码头,岛上的人早已习惯。" * 8
    path.write_bytes(
        f'<html><head><script src="a.js" charset="utf-8"></script><meta http-equiv="Content-Type" content="text/html; charset=gb2312"/>'
        f"<title>渡船</title></head><body><h1>渡船</h1><p>{words}</p></body></html>".encode("gb2312")
    )
    assert words in reading.read_article(path).text


def test_a_script_that_seems_to_close_itself_is_code_up_to_its_end() -> None:
    lead = "The ferry has been tied to the east quay since November, and the islanders are used to it. " * 3
    article = page(
        f"<article><h1>Ferry</h1><p>{lead}</p><script/>var config = JSON.parse(text);</script><p>{lead}</p></article>"
    )
    assert "JSON" not in article.text
    assert article.text.count("tied to the east quay") == 6
    assert opened("<script src=a />b<script/>c</SCRIPT><style />d") == "<script src=a />b<script>c</SCRIPT><style />d"


def test_text_that_stands_behind_the_body() -> None:
    head = "<html><head><title>Ferry back</title></head><body><h1>Ferry back after five months</h1></body>"
    assert LONG.strip() in reading.read_article(f"{head}{3 * LONG}</html>", media_type="text/html").text
