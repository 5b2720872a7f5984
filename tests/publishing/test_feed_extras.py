"""What the newer parts of the podcast namespace say; private feeds; the flash briefing."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from lxml import etree
from small_edition import EDITION, STORIES, cover, lay_out

from audioedition.episode.telling import soundbite
from audioedition.publishing import publish
from audioedition.publishing.words import Said, Told
from told_edition import words_files

BUILT = datetime(2026, 11, 22, 12, tzinfo=UTC)
P = "{https://podcastindex.org/namespace/1.0}"
ITUNES = "{http://www.itunes.com/dtds/podcast-1.0.dtd}"


def feed(output: Path, **settings: object) -> etree._Element:
    lay_out(output, *STORIES)
    publish(output, STORIES, replace(EDITION, **settings), built=BUILT, cover=cover())  # type: ignore[arg-type]
    return etree.parse(output / "feed.xml").getroot()[0]


def test_where_and_what_to_hear_first(tmp_path: Path) -> None:
    first = feed(tmp_path).find("item")
    assert first.findtext(f"{P}location") == "Port Ellery"
    bite = first.find(f"{P}soundbite")
    assert (bite.get("startTime"), bite.get("duration"), bite.text) == ("1.2", "15.5", "Ines Calloway")


@pytest.mark.parametrize(
    ("rhythm", "rule"), [("", None), ("daily", "FREQ=DAILY"), ("weekdays", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR")]
)
def test_how_often_it_appears(rhythm: str, rule: str | None, tmp_path: Path) -> None:
    tag = feed(tmp_path, rhythm=rhythm).find(f"{P}updateFrequency")
    assert (tag.get("rrule") if tag is not None else None) == rule


def test_a_private_feed_asks_to_be_left_out(tmp_path: Path) -> None:
    head = feed(tmp_path, private=True)
    assert (head.findtext(f"{ITUNES}block"), head.findtext(f"{P}block")) == ("Yes", "yes")
    assert '<meta name="robots" content="noindex">' in (tmp_path / "index.html").read_text(encoding="utf-8")
    assert feed(tmp_path).find(f"{ITUNES}block") is None


def test_pictures_have_their_words(told_edition: Path) -> None:
    items = etree.parse(told_edition / "output" / "feed.xml").iter("item")
    shown = {item.findtext("title"): item.find(f"{P}image") for item in items}
    picture = shown["Ferry line sues NATO over pier"]
    assert picture.get("href").endswith(".jpg")
    assert sum(image is not None for image in shown.values()) == 1


def test_a_list_of_headlines_is_a_list(told_edition: Path) -> None:
    (item,) = etree.parse(told_edition / "output" / "editions.xml").iter("item")
    assert item.findtext("description").startswith("<ol><li>Ferry line sues NATO over pier</li><li>Council buys")


def test_a_flash_briefing_has_the_five_newest(tmp_path: Path) -> None:
    feed(tmp_path)
    briefing = json.loads((tmp_path / "flash-briefing.json").read_text(encoding="utf-8"))
    assert [item["titleText"] for item in briefing] == [story.title for story in STORIES]
    assert briefing[0]["updateDate"] == "2026-11-22T08:30:00.0Z"
    assert briefing[0]["streamUrl"].startswith("https://")


def lines(*spans: tuple[str, int]) -> Told:
    out, at = [], 0
    for n, (speaker, seconds) in enumerate(spans):
        out.append(Said("quote" if speaker else "body", "Words.", n * 7, n, speaker, (at, at + seconds * 1000)))
        at += seconds * 1000
    return Told("Words. " * len(spans), "en", at, tuple(out))


@pytest.mark.parametrize(
    ("spans", "bite"),
    [
        ([("", 30), ("Ann", 20), ("", 5)], (30_000, 20_000, "Ann")),
        ([("Ann", 4), ("", 20)], None),  # less than half of it would be hers
        ([("Ann", 8), ("", 3), ("Ann", 6), ("", 9)], (0, 17_000, "Ann")),
        ([("Ann", 16), ("", 5), ("Bob", 25)], (21_000, 25_000, "Bob")),
        ([("", 100)], None),
        ([("Ann", 90)], None),
    ],
)
def test_a_soundbite_is_mostly_one_person_s(spans: list[tuple[str, int]], bite: tuple[int, int, str] | None) -> None:
    assert soundbite(lines(*spans)) == bite


def test_every_published_story_has_its_words(told_edition: Path) -> None:
    named = etree.parse(told_edition / "output" / "feed.xml").xpath("//item/link/text()")
    assert {Path(link).stem for link in named} == set(words_files(told_edition))
