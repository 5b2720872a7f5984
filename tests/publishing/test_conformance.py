"""What other people's programs read in our feeds: feedparser, podcastparser, feedsmith, podcast-partytime, an XSD."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import warnings
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from small_edition import EDITION, STORIES, mp3

Publish = Callable[..., Path]
PODCAST = "https://podcastindex.org/namespace/1.0"
SCHEMA = Path(__file__).parent.parent / "data" / "podcast-namespace" / "podcast-wrapper.xsd"


@pytest.fixture
def folder(published: Publish) -> Path:
    return published(edition=replace(EDITION, by="section"))


def test_feedparser_reads_every_feed_without_a_complaint(folder: Path) -> None:
    feedparser = pytest.importorskip("feedparser")
    for path in folder.glob("feed*.xml"):
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            read = feedparser.parse(str(path))
        assert (read.bozo, read.version, read.encoding) == (False, "rss20", "utf-8")
    read = feedparser.parse(str(folder / "feed.xml"))
    assert read.feed.podcast_guid == "55740d1f-74b9-5558-8d6e-f1b31cebf3d4"
    assert read.feed.image.href == "https://post.example/audio/artwork/cover.jpg"
    assert [(e.id, e.title, e.itunes_duration) for e in read.entries] == [(s.guid, s.title, "2") for s in STORIES]
    assert [e.enclosures[0].length for e in read.entries] == [str(len(mp3(2)))] * 3


def test_podcastparser_reads_it(folder: Path) -> None:
    podcastparser = pytest.importorskip("podcastparser")
    with (folder / "feed.xml").open("rb") as f:
        read = podcastparser.parse("https://post.example/audio/feed.xml", f)
    assert read["itunes_owner"] == {"name": "The Harbour Post", "email": "desk@post.example"}
    assert read["itunes_categories"] == [["News", "Daily News"]]
    assert [(e["guid"], e["total_time"], e["explicit"]) for e in read["episodes"]] == [
        (s.guid, 2, False) for s in STORIES
    ]
    assert [e["published"] for e in read["episodes"]] == [1795336200, 1795276800, 1795132800]


def test_the_podcast_namespace_s_schema_accepts_the_tags_it_knows(folder: Path) -> None:
    schema = etree.XMLSchema(etree.parse(SCHEMA))
    known = {
        "transcript",
        "locked",
        "chapters",
        "person",
        "location",
        "soundbite",
    }  # guid, medium and txt are younger than the schema
    wrapper = etree.Element(f"{{{PODCAST}}}test-wrapper")
    for element in etree.parse(folder / "feed.xml").iter(f"{{{PODCAST}}}*"):
        if etree.QName(element).localname in known:
            wrapper.append(element)
    assert {etree.QName(e).localname for e in wrapper} == known
    schema.assertValid(wrapper)


@pytest.fixture
def npm(folder: Path) -> dict[str, Any]:
    """What the two npm packages read. Set AUDIOEDITION_NODE_MODULES to where `npm install` put them."""
    modules = os.environ.get("AUDIOEDITION_NODE_MODULES", "")
    if not shutil.which("node") or not (Path(modules) / "feedsmith").is_dir():
        pytest.skip("AUDIOEDITION_NODE_MODULES names no folder with feedsmith and podcast-partytime")
    script = Path(__file__).with_name("read_feed.cjs")
    done = subprocess.run(["node", script, modules, folder], capture_output=True, text=True, check=True)
    assert done.stderr == ""
    read: dict[str, Any] = json.loads(done.stdout)
    return read


def test_feedsmith_reads_all_three_formats(npm: dict[str, Any]) -> None:
    rss = npm["rss"]
    assert (rss["podcast"]["guid"], rss["podcast"]["medium"]) == ("55740d1f-74b9-5558-8d6e-f1b31cebf3d4", "podcast")
    assert rss["podcast"]["locked"] == {"value": True, "owner": "desk@post.example"}
    assert [i["guid"]["value"] for i in rss["items"]] == [s.guid for s in STORIES]
    assert [i["itunes"]["duration"] for i in rss["items"]] == [2, 2, 2]
    first = rss["items"][0]["podcast"]
    assert [t["type"] for t in first["transcripts"]] == ["text/vtt", "application/x-subrip"]
    assert first["chapters"]["type"] == "application/json+chapters"
    assert [p["display"] for p in first["persons"]] == ["Mara Quill", "Tobias Ferrant", "Ines Calloway"]
    assert first["txts"] == [{"display": "true", "purpose": "ai-content"}]
    assert [i["attachments"][0]["size_in_bytes"] for i in npm["json"]["items"]] == [len(mp3(2))] * 3
    assert len(npm["opml"]["body"]["outlines"]) == 4


def test_podcast_partytime_finds_the_podcasting_2_0_features(npm: dict[str, Any]) -> None:
    read = npm["partytime"]
    assert read["pc20support"] == {
        "1": ["locked", "transcript", "chapters", "soundbite"],
        "2": ["person", "location"],
        "3": ["guid"],
        "4": ["medium"],
    }
    assert (read["itunesCategory"], read["explicit"], read["locked"]) == (["News > Daily News"], False, True)
    assert [i["enclosure"]["length"] for i in read["items"]] == [len(mp3(2))] * 3
    assert [(p["name"], p["role"], p["group"]) for p in read["items"][0]["podcastPeople"]] == [
        ("Mara Quill", "Author", "Writing"),
        ("Tobias Ferrant", "Author", "Writing"),
        ("Ines Calloway", "Guest", "Cast"),
    ]
