"""Feeds, newsroom formats, Markdown, mail and archives: what each source knows becomes the Article."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest

from audioedition import reading
from audioedition.errors import ReadingError
from audioedition.model import Article, Dateline, Role
from audioedition.settings import ReadSettings

HERE = Path(__file__).parent / "examples"
ROOT = Path(__file__).parents[2]


def articles(name: str) -> list[Article]:
    found = reading.read_articles(HERE / name)
    assert not [e for e in found if isinstance(e, ReadingError)]
    return [a for a in found if isinstance(a, Article)]


def marked(article: Article, role: Role | None) -> list[str]:
    return [article.text[m.start : m.end] for m in article.marks if m.role == role]


def markdown(text: str, **settings: bool) -> Article:
    return reading.read_article(text, media_type="text/markdown", settings=ReadSettings(**settings))


def test_rss() -> None:
    first, second = articles("feed.xml")
    assert first.name == "feed.xml#tw-1041"
    assert first.headline == "Oystermen win a later season"
    assert first.bylines == ("Odell Marrow",)
    assert first.published == "2025-03-04T06:15:00-05:00"
    assert (first.language, first.section, first.guid) == ("en-US", "Fisheries", "tw-1041")
    assert first.picture == "https://tidewater.example/img/oysters.jpg"
    assert marked(first, Role.SUBHEAD) == ["Colder water"]
    assert "short summary" not in first.text
    assert second.bylines == ("June Abbott",)
    assert second.headline == "Lighthouse keeper’s cottage sold"
    assert second.text.endswith(
        "The keeper’s cottage on Pell Point has been sold for $610,000 to a couple from inland."
    )


def test_atom() -> None:
    first, second = articles("feed.atom")
    assert first.bylines == ("Katrin Vogt",)
    assert first.language == "de"
    assert "„Wir warten auf ein Tor aus Stahl" in first.text
    assert second.headline == "Neue Fähre kommt"
    assert second.text.endswith("sie fährt mit Strom.")


def test_json_feed() -> None:
    first, second = articles("feed.json")
    assert (first.headline, first.guid, first.section) == ("The last kiln", "kl-9", "Crafts")
    assert second.text.split("\n\n")[-2:] == [
        "The clay comes from the bend below the weir.",
        "It is dug by hand in October.",
    ]


def test_a_bad_entry_costs_itself_only() -> None:
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "items": [{"id": "1"}, 5, {"id": "2", "title": "Good", "content_text": "Text."}],
    }
    found = reading.read_articles(json.dumps(feed), media_type="application/json")
    assert [type(f) for f in found] == [ReadingError, ReadingError, Article]
    assert str(found[0]) == "text#1: holds no text"


def test_a_huge_feed_is_cut_with_a_clear_line() -> None:
    item = "<item><title>T</title><description>Text.</description></item>"
    found = reading.read_articles(
        f"<rss><channel>{item * 60}</channel></rss>",
        media_type="application/rss+xml",
        settings=ReadSettings(max_entries=50),
    )
    assert len(found) == 51
    assert "more than 50 entries" in str(found[-1])
    assert len({a.name for a in found if isinstance(a, Article)}) == 50


def test_wordpress_export() -> None:
    (post,) = articles("wordpress.wxr")
    assert post.headline == "Allotments to share one well"
    assert post.published == "2025-02-20T08:00:00+00:00"
    assert marked(post, Role.CAPTION) == ["The well, dug in 1911"]
    assert post.text.split("\n\n")[-1] == "Nobody is to use a hose, the committee said."


def test_wordpress_rest() -> None:
    post = {
        "id": 7, "date_gmt": "2025-02-20T08:00:00", "link": "https://w.example/well/", "guid": {"rendered": "https://w.example/?p=7"},
        "title": {"rendered": "One well &#8211; for all"}, "content": {"rendered": "<p>The allotments will draw water from one well.</p>"},
        "_embedded": {"author": [{"name": "Nell Farrow"}]},
    }  # fmt: skip
    for document in (post, [post]):
        (article,) = reading.read_articles(json.dumps(document), media_type="application/json")
        assert isinstance(article, Article)
        assert (article.headline, article.bylines, article.name) == (
            "One well – for all",
            ("Nell Farrow",),
            "text#p-7",
        )


def test_ninjs_1_and_2() -> None:
    (article,) = articles("ninjs.json")
    assert (article.headline, article.bylines, article.section) == (
        "Quarry strike ends after nine weeks",
        ("Halvard Brekke",),
        "Labour",
    )
    assert article.published == "2025-03-04T11:42:00+00:00"
    two = {
        "uri": "urn:x:1", "language": "en", "by": "By Halvard Brekke", "headlines": [{"value": "Strike ends"}],
        "bodies": [{"contenttype": "text/plain", "value": "It ended.\n\nOn Tuesday."}], "firstCreated": "2025-03-04T11:42:00Z",
    }  # fmt: skip
    article = reading.read_article(json.dumps(two), media_type="application/json")
    assert (article.headline, article.bylines) == ("Strike ends", ("Halvard Brekke",))
    assert article.text.endswith("It ended.\n\nOn Tuesday.")


def test_nitf() -> None:
    (article,) = articles("nitf.xml")
    assert article.headline == "Snow closes Garnet Pass for third day"
    assert article.deck == "Truckers wait at both ends of the road"
    assert article.dateline == Dateline("GARNET, Colo., March 2 (MNS) -", "GARNET, Colo.", "March 2", "MNS")
    assert article.published == "2025-03-02T18:15:00-07:00"
    assert marked(article, Role.BYLINE) == ["By Clay Ondry, Staff Writer"]
    assert marked(article, Role.CAPTION) == ["Plows at mile 31."]
    assert marked(article, Role.SUBHEAD) == ["Slides"]
    assert article.guid == "mns-20250302-55"


def test_text_behind_a_block_of_nitf_stays_behind_it() -> None:
    body = "<block><p>One.</p><block>Two.<p>Three.</p></block>Four.</block>Five.<p>Six.</p>"
    text = f"<nitf><body><body.content>{body}</body.content></body></nitf>"
    article = reading.read_article(text, media_type="application/xml")
    assert article.text.split("\n\n") == ["One.", "Two.", "Three.", "Four.", "Five.", "Six."]


def test_xml_with_the_entities_of_html_and_other_slips() -> None:
    for head in (
        '<?xml version="1.0" encoding="iso-8859-1"?>',
        '<!DOCTYPE nitf [<!ENTITY nbsp "&#160;"><!ENTITY x "y">]>',
        "",
    ):
        text = (
            f"{head}<nitf><body><body.content><p>Caf&eacute;&nbsp;&amp; bar&x; <b>open</p></body.content></body></nitf>"
        )
        article = reading.read_article(text, media_type="application/xml")
        assert article.text == "Café & bar open"


def test_newsml_g2() -> None:
    (article,) = articles("newsml-g2.xml")
    assert article.headline == "Orchard saved by its bats"
    assert article.bylines == ("Wilf Garside",)
    assert article.dateline == Dateline("PERSHAM, March 5", "PERSHAM", "March 5")
    assert article.guid == "urn:newsml:mns.example:20250305:orchard"
    assert "barbastelle bats" in article.text


def test_mail() -> None:
    (article,) = articles("newsletter.eml")
    assert article.headline == "Der Kran fährt wieder"
    assert article.bylines == ("Bettina Rohr",)
    assert article.published == "2025-03-03T06:30:00+01:00"
    assert article.language == "de"
    assert marked(article, None) == ["Vorschau, die niemand sieht", "Abmelden"]


def test_mailbox(tmp_path: Path) -> None:
    one = (HERE / "newsletter.eml").read_bytes()
    path = tmp_path / "letters.mbox"
    quoting = one.replace(b"mit Dampf.", b"mit Dampf.\nFrom Hamburg to Kiel in 2025\n")
    path.write_bytes(b"From a@b Mon Mar  3 06:30:00 2025\n" + quoting + b"\nFrom a@b Mon Mar 10 06:30:00 2025\n" + one)
    found = reading.read_articles(path)
    assert len(found) == 2, "and `From` inside of a message begins none"
    assert len({a.name for a in found if isinstance(a, Article)}) == 2


def test_the_seed_in_markdown() -> None:
    article = reading.read_article(ROOT / "seeds" / "bridge.md")
    assert article.headline == "Footbridge over the Arle closed until autumn"
    assert (article.bylines, article.published, article.language) == (("Ines Castellan",), "2025-03-09", "en-GB")
    text = article.text
    assert "washed away nearly two metres of gravel" in text, "emphasis is no character"
    assert "the county's map shows both routes" in text, "links read as their text"
    assert "department said." in text, "the footnote's mark is gone"
    assert "a free minibus leaves Mill Lane at 8.05am on school days;" in text
    dropped = marked(article, None)
    assert "New pier, £410,000." in dropped, "a row of a table is a line"
    assert "1. The department published the survey on Saturday." in dropped


def test_markdown_settings() -> None:
    text = "# T\n\nOne[^1].\n\n```\ncode()\n```\n\n| a | b |\n|---|---|\n| c1 | d1 |\n\n[^1]: A note.\n"
    assert set(marked(markdown(text), None)) == {"code()", "a, b.", "c1, d1.", "1. A note."}
    assert marked(markdown(text, code=True, tables=True, footnotes=True), None) == []


@pytest.mark.parametrize(
    "front",
    [
        '---\ntitle: "Tide: high"\nauthors:\n  - Ann Orr\n  - name: Ben Tye\ndate: 2025-03-09T08:00:00Z\ncategories: [Sea]\n---\n',
        '+++\ntitle = "Tide: high"\nauthors = ["Ann Orr", "Ben Tye"]\ndate = 2025-03-09T08:00:00Z\ncategories = ["Sea"]\n+++\n',
    ],
    ids=["YAML", "TOML"],
)
def test_front_matter(front: str) -> None:
    article = markdown(front + "\nText of it.\n")
    assert (article.headline, article.bylines, article.section) == ("Tide: high", ("Ann Orr", "Ben Tye"), "Sea")
    assert article.published == "2025-03-09T08:00:00+00:00"
    assert article.text.endswith("\n\nText of it.")


def test_front_matter_that_is_none_or_broken() -> None:
    assert markdown("---\n\nText after a rule.\n\n---\n\nMore.").text == "Text after a rule.\n\nMore."
    assert markdown("--- not a fence\n\nText.").text.endswith("Text.")
    with pytest.raises(ReadingError, match="front matter") as raised:
        markdown("---\ntitle: [unclosed\n---\nText.")
    assert raised.value.line
    with pytest.raises(ReadingError, match="draft"):
        markdown("---\ndraft: true\n---\nText.")
    assert reading.read_articles("---\npublished: false\n---\nText.", media_type="text/markdown") == []
    with pytest.raises(ReadingError, match="front matter"):
        markdown("---\nx: !!python/object/apply:os.system ['true']\n---\nText.")


def test_what_note_takers_and_site_generators_add() -> None:
    assert markdown("> [!note] Mind the tide\n> It turns.").text == "Mind the tide\n\nIt turns."
    text = "See [[Tides|the tide]] and [[Ports]]. ![[map.png]]{{< figure src=x >}}{% include x %} Done. ~~Not this~~ \\[[a]\\]."
    assert markdown(text).text == "See the tide and Ports. Done. [[a]].\n\nNot this"
    assert marked(markdown(text), None) == ["Not this"], "struck out"


def archive(**members: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in members.items():
            file.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return buffer.getvalue()


CHAPTER = (
    '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body><h1>{}</h1><p>{}</p></body></html>'
)


def epub(*, opf: str | None = None) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("mimetype", "application/epub+zip")
        file.writestr(
            "META-INF/container.xml",
            '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>',
        )
        file.writestr(
            "OEBPS/book.opf",
            opf
            or '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>The Quay Review</dc:title>'
            "<dc:creator>Ann Orr</dc:creator><dc:language>en-GB</dc:language><dc:date>2025-03-01</dc:date></metadata><manifest>"
            '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/><item id="a" href="text/a%20b.xhtml" media-type="application/xhtml+xml"/>'
            '<item id="b" href="text/b.xhtml" media-type="application/xhtml+xml"/><item id="gone" href="gone.xhtml" media-type="application/xhtml+xml"/></manifest>'
            '<spine><itemref idref="nav"/><itemref idref="a"/><itemref idref="b"/><itemref idref="gone"/></spine></package>',
        )
        file.writestr("OEBPS/nav.xhtml", CHAPTER.format("Contents", "word " * 30))
        file.writestr("OEBPS/text/a b.xhtml", CHAPTER.format("On gulls", "They are loud, and they know it. " * 9))
        file.writestr("OEBPS/text/b.xhtml", CHAPTER.format("On terns", "They are quick, and they know it too. " * 9))
    return buffer.getvalue()


def test_epub(tmp_path: Path) -> None:
    path = tmp_path / "review.epub"
    path.write_bytes(epub())
    found = reading.read_articles(path)
    assert [a.name for a in found if isinstance(a, Article)] == ["review.epub#on-gulls", "review.epub#on-terns"]
    assert "lacks OEBPS/gone.xhtml" in str(found[2])
    first = found[0]
    assert isinstance(first, Article)
    assert (first.headline, first.bylines, first.language, first.section) == (
        "On gulls",
        ("Ann Orr",),
        "en-GB",
        "The Quay Review",
    )


def test_docx(tmp_path: Path) -> None:
    w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

    def p(text: str, style: str = "") -> str:
        mark = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
        return f"<w:p>{mark}<w:r><w:t>{text}</w:t></w:r></w:p>"

    body = (
        p("Gulls of the quay", "Titel") + p("A column", "Subtitle") + p("They are loud.") + p("Their names", "Heading2")
        + "<w:p><w:r><w:t>Nobody </w:t></w:r><w:del><w:r><w:delText>ever </w:delText></w:r></w:del><w:ins><w:r><w:t>knows them.</w:t></w:r></w:ins></w:p>"
        + f"<w:tbl><w:tr><w:tc>{p('Cell')}</w:tc></w:tr></w:tbl>"
    )  # fmt: skip
    path = tmp_path / "column.docx"
    path.write_bytes(
        archive(
            word__document_dot_xml=f"<w:document {w}><w:body>{body}</w:body></w:document>",
            word__styles_dot_xml=f'<w:styles {w}><w:style w:styleId="Titel"><w:name w:val="Title"/></w:style></w:styles>',
            docProps__core_dot_xml='<cp:coreProperties xmlns:cp="x" xmlns:dc="y"><dc:creator>Ann Orr</dc:creator><dcterms:created xmlns:dcterms="z">2025-03-01T10:00:00Z</dcterms:created></cp:coreProperties>',
        )
    )
    article = reading.read_article(path)
    assert (article.headline, article.deck, article.bylines) == ("Gulls of the quay", "A column", ("Ann Orr",))
    assert article.text.split("\n\n") == [
        "Gulls of the quay",
        "A column",
        "They are loud.",
        "Their names",
        "Nobody knows them.",
        "Cell.",
    ]
    assert marked(article, Role.SUBHEAD) == ["Their names"]
    assert marked(article, None) == ["Cell."]


def test_a_file_with_several_articles_is_not_one() -> None:
    with pytest.raises(ReadingError, match="read_articles"):
        reading.read_article(HERE / "feed.xml")


@pytest.mark.parametrize(
    "name", sorted(p.name for p in HERE.iterdir() if p.suffix not in (".urls", ".txt") and p.name != "notion.md")
)
def test_every_example_is_told_from_its_content(name: str, tmp_path: Path) -> None:
    path = tmp_path / "unnamed"
    path.write_bytes((HERE / name).read_bytes())
    expected = [a.text for a in articles(name)]
    assert [a.text for a in reading.read_articles(path) if isinstance(a, Article)] == expected


def test_marks_are_in_order_and_apart() -> None:
    for path in sorted(HERE.iterdir()):
        if path.suffix == ".urls":
            continue
        for article in articles(path.name):
            end = 0
            for mark in article.marks:
                assert end <= mark.start < mark.end <= len(article.text)
                end = mark.end


@pytest.mark.parametrize(
    ("note", "written"),
    [
        ("The ferry runs on Sundays too.", "Correction: The ferry runs on Sundays too."),
        ("Correction: The ferry runs on Sundays too.", "Correction: The ferry runs on Sundays too."),
        ("Clarification: not all ferries do.", "Clarification: not all ferries do."),
        ("Editor’s note: not all ferries do.", "Editor’s note: not all ferries do."),
        (
            "In einer früheren Fassung war der Tag falsch, und das ist uns nicht aufgefallen.",
            "In einer früheren Fassung war der Tag falsch, und das ist uns nicht aufgefallen.",
        ),
    ],
)
def test_a_correction_in_the_front_matter_says_what_it_is(note: str, written: str) -> None:
    article = markdown(f"---\ntitle: Ferry runs\ncorrection: '{note}'\n---\nThe ferry runs daily.\n")
    assert marked(article, Role.CORRECTION) == [written]
