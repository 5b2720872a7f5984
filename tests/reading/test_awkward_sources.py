"""Feeds, notes and newsletters as they are found, not as their standards have them."""

from __future__ import annotations

import io
import zipfile
from email.message import EmailMessage
from pathlib import Path

import pytest
from test_page import roles, spoken

from audioedition import reading
from audioedition.model import Article


def feed(item: str, channel: str = "") -> list[tuple[str, str]]:
    """(role or reason, text) of the one item of a feed."""
    text = f'<rss xmlns:content="urn:c/content/" xmlns:dc="urn:dc" xmlns:wp="urn:wp"><channel>{channel}<item>{item}</item></channel></rss>'
    (article,) = reading.read_articles(text, media_type="application/rss+xml")
    assert isinstance(article, Article)
    return roles(article)


def note(text: str) -> list[tuple[str, str]]:
    return roles(reading.read_article(text, media_type="text/markdown"))


def test_what_a_feed_adds_to_its_entries_is_dropped() -> None:
    text = (
        "<p>The ferry is back.</p><div><a href='/f'>share</a></div><p><a href='/f'>Continue reading...</a></p>"
        "<p>The post <a href='/f'>Ferry back</a> appeared first on <a href='/'>Sound Courier</a>.</p>"
    )
    parts = feed(f"<title>Ferry back</title><content:encoded><![CDATA[{text}]]></content:encoded>")
    assert [t for role, t in parts if not role] == ["The ferry is back."]


def test_html_escaped_once_too_often() -> None:
    parts = feed("<title>A</title><description>&amp;lt;p&amp;gt;The ferry is back.&amp;lt;/p&amp;gt;</description>")
    assert ("", "The ferry is back.") in parts


def test_an_export_names_authors_by_their_accounts() -> None:
    author = "<wp:author><wp:author_login>annie</wp:author_login><wp:author_display_name>Ann Orr</wp:author_display_name></wp:author>"
    parts = feed("<title>A</title><dc:creator>annie</dc:creator><description>It is back.</description>", author)
    assert ("byline", "Ann Orr") in parts


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("# A\n\n## A long winter {#winter}\n\nIt was cold.", [("subhead", "A long winter"), ("", "It was cold.")]),
        ("# A\n\nIt is back.\n{: .lead}", [("", "It is back.")]),
        ("# A\n\nSee [the log]({% post_url 2025-01-01-log %}) of it.", [("", "See the log of it.")]),
        ("# A\n\nIt was ==a long== winter. ^winter-1", [("", "It was a long winter.")]),
        ("# A\n\nIt is back. %% check this %%", [("", "It is back.")]),
        ("# A\n\nIt is back. #isles #ferry/old", [("", "It is back.")]),
        ("# A\n\n- [ ] call the harbour\n- [x] ask Ben", [("", "call the harbour"), ("", "ask Ben")]),
        ("# A\n\nIt is 100 % back, a == b, and {so} on in #isles today.", [("", "It is 100 % back, a == b, and {so} on in #isles today.")]),
    ],
)  # fmt: skip
def test_what_note_takers_and_site_generators_add(text: str, read: list[tuple[str, str]]) -> None:
    assert note(text)[1:] == read


def test_the_foot_of_a_newsletter_is_dropped() -> None:
    mail = EmailMessage()
    mail["Subject"], mail["From"] = "Ferry back", "Ann Orr <ann@courier.example>"
    mail.set_content(
        "<h1>At last</h1><p>The ferry is back after five months.</p><p>You are receiving this email because you signed up.</p>"
        "<p><a href='u'>Unsubscribe</a></p><p>The Sound Courier, 1 Pier Road, Isle</p>",
        subtype="html",
    )
    (article,) = reading.read_articles(mail.as_string(), media_type="message/rfc822")
    assert isinstance(article, Article)
    assert spoken(article) == "At last The ferry is back after five months."


def zipped(path: Path, members: dict[str, str]) -> Path:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    path.write_bytes(data.getvalue())
    return path


def test_a_chapters_own_byline_and_notes(tmp_path: Path) -> None:
    chapter = (
        '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><body><h1>Ferry back</h1>'
        '<p>By Ben Tye</p><p>The ferry is back.<a epub:type="noteref" href="#n"><sup>1</sup></a> It came by night, with its lamps '
        'lit and its horn silent.</p><aside epub:type="footnote" id="n"><p>At last.</p></aside></body></html>'
    )
    path = zipped(
        tmp_path / "isle.epub",
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": '<container><rootfiles><rootfile full-path="c.opf"/></rootfiles></container>',
            "c.opf": '<package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:creator>Ann Orr</dc:creator></metadata><manifest>'
            '<item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>',
            "a.xhtml": chapter,
        },
    )
    (article,) = reading.read_articles(path)
    assert isinstance(article, Article)
    assert article.bylines == ("Ben Tye",)
    assert spoken(article) == "The ferry is back. It came by night, with its lamps lit and its horn silent."


def test_a_byline_in_the_text_counts_more_than_the_account_that_saved_the_file(tmp_path: Path) -> None:
    lines = "".join(f"<w:p><w:r><w:t>{t}</w:t></w:r></w:p>" for t in ("Ferry back", "By Ann Orr", "The ferry is back."))
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    core = '<c xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>Office Clerk</dc:creator></c>'
    document = f'<w:document xmlns:w="{word}"><w:body>{lines}</w:body></w:document>'
    path = zipped(tmp_path / "a.docx", {"word/document.xml": document, "docProps/core.xml": core})
    assert reading.read_article(path).bylines == ("Ann Orr",)


def test_a_dateline_is_not_said_twice() -> None:
    item = (
        '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"><contentMeta><headline>Ferry back</headline><dateline>LEITH, March 1</dateline>'
        '</contentMeta><contentSet><inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body><p>LEITH, March 1 (SC) - It is back.</p></body></html>'
        "</inlineXML></contentSet></newsItem>"
    )
    (article,) = reading.read_articles(item, media_type="application/xml")
    assert isinstance(article, Article)
    assert article.text.count("LEITH") == 1


def test_an_agency_behind_a_name_is_nobody() -> None:
    text = '{"uri": "u", "headline": "Ferry back", "byline": "By Ann Orr and Ben Tye, Courier", "body_html": "<p>It is back.</p>"}'
    assert reading.read_article(text, media_type="application/json").bylines == ("Ann Orr", "Ben Tye")
