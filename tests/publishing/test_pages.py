"""What a story's page and its words file hold: every word of the script, and nothing that harms."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import lxml.html
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_edition import EDITION, episode

from audioedition.machine.files import everything
from audioedition.model import Episode
from audioedition.publishing import items, site, story_page
from audioedition.publishing.channel import channel
from audioedition.publishing.words import Said, Told, blocks, read_told, written
from told_edition import words_files

CHANNEL = channel(EDITION, "artwork/cover.jpg")


def told(*texts: tuple[str, str, str], added: str = "") -> Told:
    """A story of lines (role, text, speaker), one a paragraph; each word takes 400 ms."""
    lines, at, ms = [], 0, 500
    for number, (role, text, speaker) in enumerate(texts):
        words = []
        for match in re.finditer(r"\S+", text):
            words.append((ms, ms + 300, match.start(), match.end()))
            ms += 400
        heard = (words[0][0], ms) if words else None
        lines.append(Said(role, text, at, number, speaker, heard, tuple(words)))
        at += len(text) + 2
    if added:
        lines.append(Said("announcement", added, -1, 99, "", (ms, ms + 900), ((ms, ms + 900, 0, len(added)),)))
    return Told("\n\n".join(text for _, text, _ in texts), "en", ms + 1000, tuple(lines))


def page_text(page: bytes) -> str:
    """What one reads on a page, without the labels that name speakers."""
    story = lxml.html.document_fromstring(page).get_element_by_id("story")
    return " ".join(" ".join(t for t in story.itertext("span")).split())


def test_a_words_file_is_read_back_as_it_was_written(tmp_path: Path) -> None:
    story = told(
        ("headline", "Ferry 🏀 back", ""), ("quote", "“At last,”", "Tom Barrow"), added="The voices are synthetic."
    )
    path = tmp_path / "a.json"
    path.write_text(story.as_json(), encoding="utf-8")
    assert read_told(path) == story


def test_every_spoken_word_is_in_the_words_file(told_edition: Path) -> None:
    for file in words_files(told_edition).values():
        assert file["version"] == 1
        times = [start for start, _, _, _ in file["words"]]
        assert times == sorted(times)
        assert max(end for _, end, _, _ in file["words"]) <= file["milliseconds"]
        said = {n for _, _, first, last in file["words"] for n in range(first, last)}
        for line in file["lines"]:
            if line["heard"] and "text" not in line and line["role"] not in ("byline", "dateline"):
                text = file["source"][line["start"] : line["end"]]
                missing = {n for n, c in enumerate(text, line["start"]) if c.isalnum()} - said
                assert not missing, text


def test_words_written_as_one_share_their_place(told_edition: Path) -> None:
    file = next(f for stem, f in words_files(told_edition).items() if "ferry" in stem)
    at = file["source"].index("$3.2bn")
    shared = [word for word in file["words"] if word[2] <= at < word[3]]
    assert len(shared) == 5  # three point two billion dollars
    assert len({(first, last) for _, _, first, last in shared}) == 1


def test_a_page_holds_every_line_of_the_script(told_edition: Path) -> None:
    for page in (told_edition / "output" / "stories").glob("*.html"):
        stem = json.loads(lxml.html.parse(page).getroot().get_element_by_id("data").text)["slug"]
        story = read_told(told_edition / "output" / "words" / f"{stem}.json")
        assert page_text(page.read_bytes()) == " ".join(" ".join(line.text for line in story.lines).split())


def test_what_the_edition_adds_is_marked() -> None:
    page = story_page.html(
        CHANNEL, episode("ferry", "Ferry"), told(("headline", "Ferry", ""), added="Voices are synthetic.")
    )
    (added,) = lxml.html.document_fromstring(page).find_class("added")
    assert added.text_content() == "Added Voices are synthetic."


def test_words_added_inside_a_paragraph_are_marked_there() -> None:
    lines = (
        Said("body", "It rained.", 0, 0),
        Said("body", "Ann Holt, a trader:", -1, 0),
        Said("quote", "“A lot.”", 11, 0, "Ann Holt"),
    )
    story = Told("It rained. “A lot.”", "en", 1, lines)
    page = story_page.html(CHANNEL, episode("rain", "Rain"), story)
    (added,) = lxml.html.document_fromstring(page).find_class("plus")
    assert added.text_content() == "Ann Holt, a trader:"
    assert len(blocks(story)) == 1


def test_a_dateline_stands_in_its_paragraph() -> None:
    lines = (Said("dateline", "ROME —", 0, 0), Said("body", "It rained.", 7, 1), Said("body", "A lot.", 19, 2))
    assert [len(block.lines) for block in blocks(Told("ROME — It rained.\n\nA lot.", "en", 1, lines))] == [2, 1]


def test_written_words_do_not_overlap() -> None:
    assert written(((0, 100, 4, 9), (100, 200, 0, 3), (200, 300, 4, 9), (300, 400, 8, 12))) == (
        (100, 200, 0, 3),
        (0, 400, 4, 12),
    )


@settings(max_examples=50, deadline=None)
@given(
    st.text(st.characters(codec=None, exclude_categories=()), max_size=300),
    st.sampled_from(["headline", "body", "quote"]),
)
def test_no_text_can_break_a_page(text: str, role: str) -> None:
    story = told(("headline", "Ferry", ""), (role, text, text[:30] if role == "quote" else ""))
    page = story_page.html(CHANNEL, replace(episode("ferry", "Ferry"), title=text, summary=text), story)
    tree = lxml.html.document_fromstring(page)
    assert len(tree.xpath("//script")) == 3
    assert len(json.loads(tree.get_element_by_id("data").text)["words"]) == (2 if text.strip() else 1)
    assert page.decode("utf-8").count("<h1") >= 1


TITLES = {
    "300 characters": "Aufsichtsratsvorsitzende " * 12,
    "one word of 300": "W" * 300,
    "Hebrew": "המעבורת חזרה לפעול לאחר הסערה",
    "Chinese": "渡轮在暴风雨后恢复运行" * 25,
}


@pytest.mark.parametrize("title", TITLES.values(), ids=TITLES)
def test_any_title_has_a_page(title: str) -> None:
    page = story_page.html(CHANNEL, episode("ferry", title), told(("headline", title, ""), ("body", "It ran.", "")))
    heading = lxml.html.document_fromstring(page).find(".//h1")
    assert heading is not None
    assert heading.get("dir") == "auto"
    assert heading.text_content() == title


def test_a_language_that_is_none_harms_no_page() -> None:
    page = story_page.html(CHANNEL, episode("ferry", "Ferry", language='"><script>'), told(("body", "It ran.", "")))
    assert lxml.html.document_fromstring(page).get_element_by_id("story").get("lang") == "en"


def test_a_story_without_words_has_a_page() -> None:
    page = story_page.html(CHANNEL, episode("ferry", "…"), Told("", "en", 1000, ()))
    assert b"<audio" in page


def listed(count: int, **more: object) -> list[items.Item]:
    made = [replace(episode(f"story-{n}", f"Story {n}", **more), page=f"stories/story-{n}.html") for n in range(count)]
    there = {name: 1000 for e in made for name in (e.audio, e.page or "")}
    return [item for e in made if (item := items.item(e, there, "en"))]


def test_a_thousand_stories_are_all_listed() -> None:
    pages = site.pages(CHANNEL, listed(1000), [], [])
    assert list(pages) == ["index.html", "index-2.html", "index-3.html", "index-4.html", "index-5.html"]
    found = {slug for page in pages.values() for slug in re.findall(r'<article id="([^"]+)"', page.decode())}
    assert len(found) == 1000
    assert b'href="index-2.html">Older stories' in pages["index.html"]


def test_stories_stand_under_their_sections() -> None:
    members = [replace(item, section="Sport" if n % 2 else "News") for n, item in enumerate(listed(4))]
    text = site.pages(CHANNEL, members, [], [])["index.html"].decode()
    assert re.findall(r'class="section" dir="auto">(\w+)<|<article id="([^"]+)"', text) == [
        ("News", ""), ("", "story-0"), ("", "story-2"), ("Sport", ""), ("", "story-1"), ("", "story-3"),
    ]  # fmt: skip
    assert [item.slug for item in site.listed(members)] == ["story-0", "story-2", "story-1", "story-3"]


def test_page_and_scripts_are_small(told_edition: Path) -> None:
    there = everything(told_edition / "output")
    pages = [size for name, size in there.items() if name.endswith(".html")]
    loaded = [size for name, size in there.items() if name.endswith((".js", ".css", ".webmanifest"))]
    assert max(pages) + sum(loaded) <= 60_000


def test_pages_name_nothing_outside_the_folder(told_edition: Path) -> None:
    output = told_edition / "output"
    for page in [output / "index.html", *(output / "stories").glob("*.html")]:
        tree = lxml.html.parse(page).getroot()
        for _, _, link, _ in tree.iterlinks():
            assert not link.startswith(("http", "//"))
            assert (page.parent / link).exists(), link


def test_capitals_are_shown_as_written_and_listed_decently(told_edition: Path) -> None:
    feed = (told_edition / "output" / "feed.xml").read_text(encoding="utf-8")
    assert "<title>Ferry line sues NATO over pier</title>" in feed
    page = next((told_edition / "output" / "stories").glob("*ferry*")).read_text(encoding="utf-8")
    assert ">FERRY LINE SUES NATO OVER PIER</span></h1>" in page


def test_an_episode_without_a_page_is_linked_to_the_list() -> None:
    bare: Episode = episode("ferry", "Ferry")
    item = items.item(bare, {bare.audio: 5}, "en")
    assert item is not None
    assert CHANNEL.link(item) == "https://post.example/audio/#ferry"
