"""A whole morning at the desk, in a real browser."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from studio_process import page, studio, until

from edition_files import run, tone_project

FERRY = """Ferry runs again after storm

By Ida Holm

2 March 2025

PORT ELLERY — The ferry to Gull Island ran on Monday for the first time in a week.

“I have never been so glad to be seasick,” said Tom Barrow, 41, who had missed his own wedding.

Ngozi Vance runs the harbour. “It is late,” she added.

The next storm is expected on Thursday.
"""
PASTED = """Council buys one more swan

By Per Lind

The town council agreed on Monday to buy a swan from Ngozi Vance.

“One was lonely,” said the mayor, Ruth Abel.

Share this article on Facebook
"""
PAGE = """<!DOCTYPE html><html lang="en"><head><title>Tram stops</title></head><body><article>
<h1>Tram stops at the mill</h1>
<p>The tram has a new stop at the old mill. It opened on Tuesday, a year late, with a brass band and a cake.</p>
<p>Nobody had expected so many people, the company said, and the cake was gone within the hour.</p>
</article></body></html>"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    settings = "[build]\njobs = 1\n[files]\nedition_file = true\n"
    made = tone_project(tmp_path / "paper", {"ferry.txt": FERRY}, settings)
    (made / "edition.toml").write_text(
        (made / "edition.toml").read_text().replace("[edition]\n", '[edition]\npublish = "www"\n')
    )
    return made


def story(desk: Any, title: str) -> Any:
    return desk.locator("#stories .story", has_text=title)


def line(desk: Any, words: str) -> Any:
    return desk.locator("#lines .line", has_text=words)


def said(desk: Any, words: str) -> None:
    desk.locator("#said", has_text=re.compile(words)).wait_for()


@pytest.mark.slow
def test_a_morning_at_the_desk(project: Path) -> None:
    with studio(project) as running, page(running.address) as desk:
        story(desk, "Ferry runs again").wait_for()

        desk.click("#add")  # an article is pasted, with a line that nobody wants read
        desk.fill("#paste-form textarea", PASTED)
        desk.click("#paste-form button")
        line(desk, "buy a swan").wait_for()
        assert "share" in line(desk, "Share this article").inner_text()
        assert (project / "seeds" / "council-buys-one-more-swan.txt").read_text() == PASTED.strip()

        desk.click("#add")  # a page is dropped
        desk.set_input_files(
            "#file-form input", files=[{"name": "Tram.html", "mimeType": "text/html", "buffer": PAGE.encode()}]
        )
        desk.click("#file-form button")
        line(desk, "a new stop").wait_for()

        story(desk, "Ferry runs again").click()  # a line is heard
        line(desk, "It is late").click()
        line(desk, "It is late").locator("xpath=self::*[@data-heard]").wait_for()

        desk.fill("#word-form [name=word]", "late")  # a word is corrected everywhere
        desk.fill("#word-form [name=say]", "layt")
        desk.click("#word-form [value=everywhere]")
        said(desk, "2 lines in 2 stories")
        assert '"late" = "layt"' in (project / "voices" / "lexicon.toml").read_text().replace("late =", '"late" =')

        line(desk, "It is late").click()  # a quotation gets its right speaker
        desk.select_option("#line-form [name=speaker]", "Tom Barrow")
        desk.locator("#lines .line.quote", has_text="It is late").locator(".who", has_text="Tom Barrow").wait_for()

        story(desk, "Council").click()  # a dropped line is brought back, and left out again
        line(desk, "Share this article").click()
        desk.click("#drop")
        desk.locator("#lines .line.body", has_text="Share this article").wait_for()
        desk.click("#undo")
        desk.locator("#lines .line.dropped", has_text="Share this article").wait_for()
        desk.click("#redo")
        desk.locator("#lines .line.body", has_text="Share this article").wait_for()

        story(desk, "Ferry").focus()  # the ferry comes first, by keyboard
        before = desk.locator("#stories .title").all_inner_texts()
        desk.keyboard.press("Alt+ArrowUp")
        said(desk, f"is story {before.index('Ferry runs again after storm')} of 3")
        after = desk.locator("#stories .title").all_inner_texts()
        assert after != before
        assert sorted(after) == sorted(before)

        desk.click("#build")  # built, heard, published
        desk.locator("#progress-said", has_text="Built: 3 made.").wait_for(timeout=60_000)
        desk.locator("#stories .state.built >> nth=2").wait_for()
        desk.click("#listen")
        desk.locator("#editions li >> nth=2").wait_for()
        heard = desk.locator("#editions li span:first-child").all_inner_texts()
        assert [title for title in heard if title in after] == after
        desk.click("#editions li button >> nth=2")
        until(desk, "() => document.querySelector('#editions audio').currentTime > 5")
        desk.keyboard.press("Escape")
        desk.click("#publish")
        said(desk, "[Pp]ublished")
        assert (project / "www" / "feed.xml").is_file()

        path = project / "seeds" / "ferry.txt"  # the article is corrected: its edits are in their place
        path.write_text(FERRY.replace("in a week", "in a fortnight"), encoding="utf-8")
        story(desk, "Ferry").locator(".state.changed").wait_for()
        story(desk, "Ferry").click()
        line(desk, "in a fortnight").wait_for()
        assert "Tom Barrow" in line(desk, "It is late").inner_text()
        assert desk.locator("#misfits li").count() == 0
    planned = run(project, "plan")
    assert "edited; 1 of" in planned.stdout
