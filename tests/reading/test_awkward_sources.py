"""Feeds, notes and newsletters as they are found, not as their standards have them."""

from __future__ import annotations

from email.message import EmailMessage

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
