"""feed.xml, feed.json, playlist and OPML: what they say, and that nothing in a text can break them."""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from small_edition import EDITION, STORIES, cover, episode, lay_out, mp3

from audioedition.errors import PublishingError, SettingsError
from audioedition.machine.files import prune
from audioedition.model import Episode
from audioedition.publishing import check, home, publish
from audioedition.publishing.channel import PODCAST_GUID, channel
from audioedition.publishing.items import moment

Publish = Callable[..., Path]
NAMESPACES = {
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "podcast": "https://podcastindex.org/namespace/1.0",
    "atom": "http://www.w3.org/2005/Atom",
}
BUILT = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


def texts(path: Path, where: str) -> list[str]:
    found = etree.parse(path).xpath(where, namespaces=NAMESPACES)
    return [str(getattr(x, "text", x) or "") for x in found]


def test_an_item_as_podcast_players_read_it(published: Publish) -> None:
    feed = (published() / "feed.xml").read_text(encoding="utf-8")
    item = re.search(r"<item>\n(.*?)</item>", feed, re.S)
    assert item
    guid = STORIES[0].guid
    assert re.sub(r"^ {6}", "", item[1], flags=re.M).rstrip() == (
        "<title>Harbour wall to be raised by two metres</title>\n"
        "<link>https://post.example/2026/harbour-wall</link>\n"
        f'<guid isPermaLink="false">{guid}</guid>\n'
        "<pubDate>Sun, 22 Nov 2026 08:30:00 +0000</pubDate>\n"
        "<description>Harbour wall to be raised by two metres. That is what the council was told on Monday."
        "</description>\n"
        "<category>Harbour</category>\n"
        '<enclosure url="https://post.example/audio/episodes/harbour-wall.mp3" '
        f'length="{len(mp3(2))}" type="audio/mpeg"/>\n'
        "<itunes:author>Mara Quill, Tobias Ferrant</itunes:author>\n"
        "<itunes:duration>2</itunes:duration>\n"
        "<itunes:explicit>false</itunes:explicit>\n"
        "<itunes:episodeType>full</itunes:episodeType>\n"
        '<podcast:transcript url="https://post.example/audio/transcripts/harbour-wall.vtt" type="text/vtt" '
        'language="en" rel="captions"/>\n'
        '<podcast:transcript url="https://post.example/audio/transcripts/harbour-wall.srt" '
        'type="application/x-subrip" language="en" rel="captions"/>\n'
        '<podcast:chapters url="https://post.example/audio/chapters/harbour-wall.json" '
        'type="application/json+chapters"/>\n'
        "<podcast:location>Port Ellery</podcast:location>\n"
        '<podcast:soundbite startTime="1.2" duration="15.5">Ines Calloway</podcast:soundbite>\n'
        '<podcast:person group="writing" role="author">Mara Quill</podcast:person>\n'
        '<podcast:person group="writing" role="author">Tobias Ferrant</podcast:person>\n'
        '<podcast:person group="cast" role="guest">Ines Calloway</podcast:person>\n'
        '<podcast:txt purpose="ai-content">true</podcast:txt>'
    )


def test_podcast_guid_follows_the_namespace_s_rule() -> None:
    assert str(uuid.uuid5(PODCAST_GUID, "podnews.net/rss")) == "9b024349-ccf0-5f69-a609-6b82873eab3c"  # its example
    one = channel(EDITION, "artwork/cover.jpg")
    assert one.guid == str(uuid.uuid5(PODCAST_GUID, "post.example/audio/feed.xml"))
    assert channel(replace(EDITION, link="http://post.example/audio"), "").guid == one.guid


def test_a_feed_that_moved_keeps_its_podcast_guid(published: Publish) -> None:
    moved = replace(EDITION, podcast_guid="9B024349-ccf0-5f69-a609-6b82873eab3c", by="section")
    folder = published(edition=moved)
    assert texts(folder / "feed.xml", "//podcast:guid") == ["9b024349-ccf0-5f69-a609-6b82873eab3c"]
    assert texts(folder / "feed-culture.xml", "//podcast:guid") != texts(folder / "feed.xml", "//podcast:guid")


def test_newest_first_and_equal_times_in_reading_order(published: Publish) -> None:
    same = "2026-11-22T06:00:00+00:00"
    stories = tuple(episode(s.slug, s.title, same) for s in STORIES)
    assert texts(published(stories) / "feed.xml", "//item/title") == [s.title for s in STORIES]
    folder = published(tuple(reversed(STORIES)))
    assert texts(folder / "feed.xml", "//item/title") == [s.title for s in STORIES]
    assert (folder / "playlist.m3u8").read_text().splitlines()[2].startswith("#EXTINF:2,Choir of forty")


def test_only_what_is_there_is_named_with_the_size_it_has(output: Path, published: Publish) -> None:
    (output / "transcripts/ferry.srt").unlink()
    (output / "chapters/ferry.json").unlink()
    (output / "episodes/choir.mp3").unlink()
    (output / "episodes/ferry.mp3").write_bytes(mp3(3))
    result = publish(output, STORIES, EDITION, built=BUILT, cover=cover())
    assert result.left_out == (STORIES[2],)
    assert texts(output / "feed.xml", "//item/enclosure/@length") == [str(len(mp3(2))), str(len(mp3(3)))]
    for path in texts(output / "feed.xml", "//@url | //itunes:image/@href"):
        assert (output / path.removeprefix("https://post.example/audio/")).is_file()
    assert result.files <= {p.relative_to(output).as_posix() for p in output.rglob("*")}


def test_nothing_changes_when_nothing_changed(output: Path, published: Publish) -> None:
    published()
    before = {p: (p.stat().st_mtime_ns, p.read_bytes()) for p in output.rglob("*") if p.is_file()}
    later = datetime(2026, 12, 1, tzinfo=UTC)
    assert publish(output, STORIES, EDITION, built=later, cover=cover()).written == ()
    assert before == {p: (p.stat().st_mtime_ns, p.read_bytes()) for p in output.rglob("*") if p.is_file()}
    written = publish(output, STORIES[:2], EDITION, built=later).written
    assert written == ("sw.js", "flash-briefing.json", "playlist.m3u8", "index.html", "feed.json", "feed.xml")
    assert texts(output / "feed.xml", "//lastBuildDate") == ["Tue, 01 Dec 2026 00:00:00 +0000"]


def test_a_correction_keeps_guid_and_date_and_says_when_and_what(published: Publish) -> None:
    corrected = replace(
        STORIES[1],
        title="Ferry to Lark Island runs again, but not on Sundays",
        updated="2026-11-23T10:00:00+00:00",
        correction="Correction: An earlier version left out that the ferry rests on Sundays.",
    )
    folder = published((STORIES[0], corrected))
    (item,) = etree.parse(folder / "feed.xml").xpath("//item[guid=$g]", g=corrected.guid)
    assert item.findtext("pubDate") == "Sat, 21 Nov 2026 17:00:00 +0100"
    assert item.findtext("{http://www.w3.org/2005/Atom}updated") == "2026-11-23T10:00:00+00:00"
    assert item.findtext("description").endswith(
        " Correction: An earlier version left out that the ferry rests on Sundays."
    )
    entry = json.loads((folder / "feed.json").read_text(encoding="utf-8"))["items"][1]
    assert entry["date_published"] == "2026-11-21T17:00:00+01:00"
    assert entry["date_modified"] == "2026-11-23T10:00:00+00:00"


def test_json_feed(published: Publish) -> None:
    feed = json.loads((published() / "feed.json").read_text(encoding="utf-8"))
    items = feed.pop("items")
    assert feed == {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "The Harbour Post, read aloud",
        "home_page_url": "https://post.example/audio/",
        "feed_url": "https://post.example/audio/feed.json",
        "description": "News of Port Ellery and the islands.",
        "icon": "https://post.example/audio/artwork/cover.jpg",
        "language": "en",
        "authors": [{"name": "The Harbour Post"}],
    }
    assert items[2] == {
        "id": STORIES[2].guid,
        "url": "https://post.example/audio/#choir",
        "title": "Choir of forty sings for the lifeboat",
        "content_text": "Choir of forty sings for the lifeboat. That is what the council was told on Monday.",
        "date_published": "2026-11-20T00:00:00+00:00",
        "tags": ["Culture"],
        "language": "en-GB",
        "attachments": [
            {
                "url": "https://post.example/audio/episodes/choir.mp3",
                "mime_type": "audio/mpeg",
                "size_in_bytes": len(mp3(2)),
                "duration_in_seconds": 2,
            }
        ],
    }


def test_playlist(published: Publish) -> None:
    assert (published() / "playlist.m3u8").read_text(encoding="utf-8") == (
        "#EXTM3U\n"
        "#PLAYLIST:The Harbour Post, read aloud\n"
        "#EXTINF:2,Mara Quill, Tobias Ferrant - Harbour wall to be raised by two metres\n"
        "episodes/harbour-wall.mp3\n"
        "#EXTINF:2,Ferry to Lark Island runs again\n"
        "episodes/ferry.mp3\n"
        "#EXTINF:2,Choir of forty sings for the lifeboat\n"
        "episodes/choir.mp3\n"
    )


def test_a_large_feed_has_pages_that_link_to_each_other(output: Path) -> None:
    many = tuple(episode(f"story-{n}", f"Story {n}", f"2026-11-{n + 1:02d}") for n in range(7))
    lay_out(output, *many)
    publish(output, many, EDITION, built=BUILT, cover=cover(), page_size=3)
    seen = []
    address = "https://post.example/audio/feed.xml"
    while address:
        page = output / address.rsplit("/", 1)[1]
        links = dict(zip(texts(page, "//atom:link/@rel"), texts(page, "//atom:link/@href"), strict=True))
        assert links["self"] == address
        assert links["last"].endswith("/feed-3.xml")
        seen += texts(page, "//item/title")
        address = links.get("next", "")
    assert seen == [f"Story {n}" for n in reversed(range(7))]
    assert json.loads((output / "feed-2.json").read_text())["next_url"].endswith("/feed-3.json")
    result = publish(output, many[:2], EDITION, built=BUILT, page_size=3)
    gone = prune(output, result.files, {e.slug for e in (*many, *STORIES)})
    assert {"feed-2.xml", "feed-3.xml", "feed-2.json", "episodes/story-6.mp3", "episodes/ferry.mp3"} <= set(gone)
    assert {p.name for p in output.iterdir()} == {
        *("feed.xml", "feed.json", "playlist.m3u8", "index.html", "sw.js", "flash-briefing.json"),
        *("episodes", "chapters", "transcripts", "artwork", "stories"),
    }


def test_prune_leaves_what_is_not_ours(output: Path, published: Publish) -> None:
    published()
    slug = STORIES[0].slug
    ours = (
        "episodes/.part-7-1.mp3",
        ".part-123-0.xml",
        "edition-2026-11-20.mp3",
        "feed-9.xml",
        f"episodes/{slug}-r7.mp3",
    )
    theirs = (
        "episodes/interview.mp3",
        "robots.txt",
        "CNAME",
        "about.html",
        ".htaccess",
        ".audioedition/ledger.sqlite",
        "feedback.html",
    )
    for name in (*ours, *theirs):
        (output / name).parent.mkdir(exist_ok=True)
        (output / name).write_bytes(b"x")
    result = publish(output, STORIES, EDITION, built=BUILT)
    assert sorted(prune(output, result.files, {slug})) == sorted(ours)
    assert all((output / name).is_file() for name in theirs)


def test_sections_have_feeds_of_their_own_and_a_subscription_list(published: Publish) -> None:
    folder = published(edition=replace(EDITION, by="section"))
    assert texts(folder / "feed-transport.xml", "//item/title") == ["Ferry to Lark Island runs again"]
    assert texts(folder / "feed-transport.xml", "//channel/title") == ["The Harbour Post, read aloud: Transport"]
    assert texts(folder / "feed-transport.xml", "//channel/link") == ["https://post.example/audio/index-transport.html"]
    assert texts(folder / "feeds.opml", "//outline/@xmlUrl") == [
        f"https://post.example/audio/feed{s}.xml" for s in ("", "-culture", "-harbour", "-transport")
    ]
    guids = {texts(p, "//podcast:guid")[0] for p in folder.glob("feed*.xml")}
    assert len(guids) == 4


def test_days_have_feeds_of_their_own(published: Publish) -> None:
    folder = published(edition=replace(EDITION, by="date"))
    assert sorted(p.name for p in folder.glob("feed*.xml")) == [
        *(f"feed-2026-11-{day}.xml" for day in (20, 21, 22)),
        "feed.xml",
    ]


def test_sections_whose_names_look_like_pages_or_like_each_other(output: Path) -> None:
    named = ("Sport", "sport!", "Sport 2", "2", "", "⚽", "体育", "x" * 300)
    stories = tuple(
        episode(f"s{n}", f"Story {n}", section=section, transcripts=(), chapter_file=None)
        for n, section in enumerate(named)
    )
    lay_out(output, *stories)
    publish(output, stories, replace(EDITION, by="section"), built=BUILT, cover=cover(), page_size=1)
    feeds = {p.name for p in output.glob("feed*.xml")}
    assert {"feed-sport.xml", "feed-sport-2.xml", "feed-sport-2-section.xml", "feed-2-section.xml"} <= feeds
    assert {"feed-general.xml", "feed-ti-yu.xml", "feed-tiyu.xml"} & feeds
    assert texts(output / "feed-sport-2.xml", "//item/title") == ["Story 1"]


def test_whole_editions_have_a_feed_of_their_own(output: Path, published: Publish) -> None:
    whole = replace(
        episode("edition-2026-11-22", "The Harbour Post, 22 November 2026"),
        audio="edition-2026-11-22.mp3",
        transcripts=("transcripts/edition-2026-11-22.vtt",),
        chapter_file="chapters/edition-2026-11-22.json",
    )
    lay_out(output, whole)
    result = publish(output, STORIES, EDITION, built=BUILT, cover=cover(), edition_file=whole)
    assert texts(output / "editions.xml", "//enclosure/@url") == ["https://post.example/audio/edition-2026-11-22.mp3"]
    assert len(texts(output / "feed.xml", "//item")) == 3
    assert b'src="edition-2026-11-22.mp3"' in (output / "index.html").read_bytes()
    assert prune(output, result.files, {e.slug for e in STORIES}) == []
    assert {"editions.xml", "editions.json", "feeds.opml"} <= set(result.written)


def test_m4a_has_the_type_that_apple_asks_for(published: Publish) -> None:
    folder = published((replace(STORIES[0], media_type="audio/mp4"),))
    assert texts(folder / "feed.xml", "//enclosure/@type") == ["audio/x-m4a"]
    assert json.loads((folder / "feed.json").read_text())["items"][0]["attachments"][0]["mime_type"] == "audio/mp4"


def test_an_empty_edition_is_a_feed_without_items(output: Path) -> None:
    publish(output, (), EDITION, built=BUILT, cover=cover())
    assert texts(output / "feed.xml", "//item") == []
    assert json.loads((output / "feed.json").read_text())["items"] == []


HOSTILE = """
<script>alert(1)</script> & friends
]]> and <![CDATA[ too
"><img src=x onerror=alert(1)>
&lt;b&gt; &amp;amp; &#0; &unknown;
null \x00 bell \x07 escape \x1b[31m delete \x7f c1 \x85\x9b
lone \ud800 surrogates \udc80 \udfff and \uffff \ufffe \ufdd0 \U0001ffff
turned \u202e round \u2066 left open
tab\tand\rreturn\u2028line\u2029paragraph
{% template %} ${shell} %s %n \\u0000
🎉 emoji 👩‍👩‍👧 \u0301combining \U000e0041tag
"""


@pytest.mark.parametrize("words", HOSTILE.strip().split("\n"))
def test_words_that_would_break_a_format_are_harmless(output: Path, words: str) -> None:
    story = replace(
        STORIES[0], title=words, summary=words, authors=(words,), speakers=(words,), section=words, guid=words,
        correction=words, url=f"javascript:{words}",
    )  # fmt: skip
    edition = replace(
        EDITION, title=words, author=words, description=words, copyright=words, category="News", by="section"
    )
    publish(output, (story,), edition, built=BUILT, cover=cover())
    for feed in output.glob("feed*.xml"):
        tree = etree.parse(feed, etree.XMLParser(recover=False, resolve_entities=False))
        assert not any(re.search(r"</?[a-z!?]", t or "", re.I) for t in tree.xpath("//title/text()"))
        (link,) = tree.xpath("//item/link/text()")
        assert link.startswith("https://post.example/")
    for feed in output.glob("feed*.json"):
        assert json.loads(feed.read_text(encoding="utf-8"))["items"]
    page = (output / "index.html").read_text(encoding="utf-8")
    assert not re.search(r"<(script(?! defer src=.stories/player\.js.>)|img src=x|b>)|javascript:", page)
    assert len((output / "playlist.m3u8").read_text(encoding="utf-8").splitlines()) == 4


anything = st.text(st.characters(exclude_categories=()), max_size=60)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(title=anything, summary=anything, person=anything, section=anything, guid=anything, url=anything)
def test_any_words_give_well_formed_feeds(
    output: Path, title: str, summary: str, person: str, section: str, guid: str, url: str
) -> None:
    story = replace(
        STORIES[0], title=title, summary=summary, authors=(person,), speakers=(person, title), section=section,
        guid=guid, url=url, language=person, correction=summary,
    )  # fmt: skip
    edition = replace(EDITION, title=title, author=person, description=summary)
    publish(output, (story,), edition, built=BUILT, cover=cover())
    tree = etree.parse(output / "feed.xml")
    entry = json.loads((output / "feed.json").read_text(encoding="utf-8"))["items"][0]
    assert tree.findtext(".//item/title") == entry["title"] != ""
    assert re.fullmatch(r"https?://[!-~]+", tree.findtext(".//item/link") or "")
    assert re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", tree.findtext(".//language") or "")
    etree.fromstring((output / "index.html").read_bytes(), etree.HTMLParser(recover=False))


def test_long_texts_are_cut_at_a_word(published: Publish) -> None:
    story = replace(
        STORIES[0], title="Wörter " * 10_000, summary="Möwen über Hafen " * 10_000, authors=("Quill " * 999,)
    )
    (item,) = etree.parse(published((story,)) / "feed.xml").iter("item")
    title, description = item.findtext("title") or "", item.findtext("description") or ""
    assert title == "Wörter " * 35 + "Wörter…"
    assert 3900 < len(description.encode()) <= 4000
    assert re.fullmatch(r"(Möwen über Hafen )+(Möwen|Möwen über|Möwen über Hafen)…", description)
    assert len(item.findtext("podcast:person", namespaces=NAMESPACES) or "") <= 128
    noted = replace(story, correction="Correction: " + "Möwen " * 5000)
    (item,) = etree.parse(published((noted,)) / "feed.xml").iter("item")
    assert len((item.findtext("description") or "").encode()) <= 4000
    assert " Correction: Möwen" in (item.findtext("description") or "")


@pytest.mark.parametrize(
    ("link", "address"),
    [
        ("https://post.example", "https://post.example/"),
        (" https://Post.example/audio ", "https://post.example/audio/"),
        ("http://localhost:8000/", "http://localhost:8000/"),
        ("https://müller.example/Hör mal/", "https://xn--mller-kva.example/H%C3%B6r%20mal/"),
        ("https://post.example/a%20b/", "https://post.example/a%20b/"),
    ],
)
def test_addresses(link: str, address: str) -> None:
    assert home(replace(EDITION, link=link)) == address


@pytest.mark.parametrize(
    "link",
    ["", "post.example", "ftp://post.example/", "https://", "https:///x", "https://a b/", "https://x/?a=1",
     "https://x:y/", "file:///etc", "https://x/#top", "https://ex\ud800/", "javascript:alert(1)"],
)  # fmt: skip
def test_a_link_that_is_no_web_address_is_said(link: str) -> None:
    with pytest.raises(SettingsError, match="not a web address"):
        home(replace(EDITION, link=link))


@pytest.mark.parametrize(
    ("given", "written"),
    [
        ("News/Daily News", ["News", "Daily News"]),
        ("news / tech  news", ["News", "Tech News"]),
        ("Society & Culture", ["Society & Culture"]),
    ],
)
def test_categories(published: Publish, given: str, written: list[str]) -> None:
    folder = published(edition=replace(EDITION, category=given))
    assert texts(folder / "feed.xml", "//itunes:category/@text") == written


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("category", "News/Dayly News", r"'News/Dayly News' is not an Apple Podcasts category .*\"News/Daily News\"\?"),
        ("category", "", "is not an Apple Podcasts category"),
        ("email", "desk at post", "email 'desk at post' is not an e-mail address"),
        ("language", "British English", "language 'British English' is not a language code"),
        ("timezone", "Europe", "timezone 'Europe' is not a time zone"),
        ("timezone", "Mars/Olympus", "timezone 'Mars/Olympus' is not a time zone"),
        ("timezone", "../etc", r"timezone '../etc' is not a time zone"),
        ("podcast_guid", "mine", "podcast_guid 'mine' is not a UUID"),
        ("link", "post.example", "link 'post.example' is not a web address"),
    ],
)
def test_settings_that_no_feed_can_be_made_with_are_said_beforehand(key: str, value: str, said: str) -> None:
    with pytest.raises(SettingsError, match=said):
        check(replace(EDITION, **{key: value}))


def test_dates() -> None:
    assert moment("2026-11-22").isoformat() == "2026-11-22T00:00:00+00:00"
    assert moment("2026-11-22T08:30:01.5Z").isoformat() == "2026-11-22T08:30:01+00:00"
    with pytest.raises(PublishingError, match=r"a.txt: 'Tuesday' is not a date"):
        moment("Tuesday", "a.txt")


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    blocked = tmp_path / "output"
    blocked.mkdir()
    (blocked / "artwork").write_bytes(b"a file where a folder should be")
    with pytest.raises(PublishingError, match="artwork"):
        publish(blocked, (), EDITION, built=BUILT, cover=cover())


def test_a_cover_that_is_no_picture_is_said(output: Path) -> None:
    with pytest.raises(PublishingError, match="JPEG nor PNG"):
        publish(output, STORIES, EDITION, built=BUILT, cover=b"GIF89a")


def test_episodes_are_not_touched(output: Path) -> None:
    story: Episode = STORIES[0]
    publish(output, (story,), EDITION, built=BUILT, cover=cover())
    assert (output / story.audio).read_bytes() == mp3(2)
