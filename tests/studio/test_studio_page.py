"""The page: for people who use the keyboard, a screen reader, large type or a tablet; and what is not lost on it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from studio_process import Studio, page, studio

from edition_files import tone_project

STORY = """Ferry runs again after storm

By Ida Holm

PORT ELLERY — The ferry to Gull Island ran on Monday for the first time in a week.

“I have never been so glad to be seasick,” said Tom Barrow, 41, who had missed his own wedding.

The company said every ticket would be honoured. The next storm is expected on Thursday.

Share this article on Facebook
"""


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Studio]:
    stories = {f"{n}.txt": STORY.replace("Ferry", f"Ferry {n}") for n in ("one", "two")}
    project: Path = tone_project(tmp_path_factory.mktemp("page") / "paper", stories)
    with studio(project) as found:
        found.until(lambda edition: all(row["state"] != "unread" for row in edition["stories"]))
        yield found


def opened(desk: Any, name: str = "one") -> None:
    desk.locator("#stories .story", has_text=name).click()
    desk.locator("#lines .line >> nth=3").wait_for()


STANDARDS = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]


def test_axe_finds_nothing(running: Studio) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")
    with page(running.address, bypass_csp=True) as desk:
        opened(desk)
        for scheme, shown in (("light", ".quote"), ("dark", ".dropped"), ("light", "dialog"), ("dark", "dialog")):
            desk.emulate_media(color_scheme=scheme)
            if shown != "dialog":
                desk.locator(f"#lines .line{shown}").click()
            elif scheme == "light":
                desk.click("#add")
            found = axe.Axe().run(desk, options={"runOnly": STANDARDS})
            assert len(found.response["passes"]) > 10
            assert found.violations_count == 0, found.generate_report()


def test_everything_is_done_without_a_mouse(running: Studio) -> None:
    with page(running.address) as desk:
        desk.locator("#stories .story >> nth=0").focus()
        desk.keyboard.press("ArrowDown")
        assert "two" in desk.locator("#stories .story:focus").inner_text()
        desk.keyboard.press("Enter")
        desk.locator("#lines .line >> nth=3").wait_for()
        desk.locator("#lines .line[tabindex='0']").focus()
        desk.keyboard.press("ArrowDown")
        desk.keyboard.press("ArrowDown")
        assert "PORT ELLERY" in desk.locator("#lines .line:focus").inner_text()
        desk.keyboard.press("Enter")
        desk.locator("#lines .line[data-heard]").wait_for()
        desk.keyboard.press("Tab")
        assert desk.evaluate("() => document.activeElement.closest('.line-panel') !== null")
        desk.locator("#drop").focus()
        desk.keyboard.press("Enter")
        desk.locator("#lines .line.dropped", has_text="PORT ELLERY").wait_for()
        desk.keyboard.press("Control+z")
        desk.locator("#lines .line.dateline", has_text="PORT ELLERY").wait_for()


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (820, 1180), (720, 450), (390, 800)])
def test_it_fits_a_tablet_large_type_and_a_telephone(running: Studio, width: int, height: int) -> None:
    """A window of 1440 pixels shows 720 of its own when it is enlarged to 200 %."""
    with page(running.address, viewport={"width": width, "height": height}) as desk:
        opened(desk)
        desk.locator("#lines .line.quote").click()
        assert desk.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
        hidden = desk.evaluate(
            """() => [...document.querySelectorAll('button, input, select, textarea')].filter((one) => {
                const box = one.getBoundingClientRect();
                return one.checkVisibility() && (box.left < -1 || box.right > innerWidth + 1);
            }).map((one) => one.outerHTML)"""
        )
        assert hidden == []


def test_what_is_being_typed_stays_when_something_else_changes(running: Studio) -> None:
    with page(running.address) as desk:
        opened(desk)
        desk.locator("#lines .line", has_text="next storm").click()
        desk.fill("#line-form [name=say]", "More wind is")
        running.do("wish", name="one.txt", wishes={"section": "Region"})
        desk.locator("#stories .facts", has_text="Region").wait_for()
        assert desk.input_value("#line-form [name=say]") == "More wind is"
        running.do("undo")


def test_what_one_window_does_is_seen_in_the_other(running: Studio) -> None:
    with page(running.address) as one, page(running.address) as other:
        for desk in (one, other):
            opened(desk)
            desk.locator("#lines .line", has_text="every ticket").click()
        one.click("#drop")
        other.locator("#lines .line.dropped", has_text="every ticket").wait_for()
        other.click("#drop")
        one.locator("#lines .line.body", has_text="every ticket").wait_for()


def test_a_story_is_moved_by_mouse(running: Studio) -> None:
    with page(running.address) as desk:
        desk.locator("#stories .title >> nth=1").wait_for()
        first, second = desk.locator("#stories .title").all_inner_texts()
        desk.locator("#stories li >> nth=1").drag_to(desk.locator("#stories li >> nth=0"))
        desk.locator("#stories li >> nth=0").locator(".title", has_text=second).wait_for()
        assert desk.locator("#stories .title").all_inner_texts() == [second, first]
        running.do("undo")


def test_text_of_articles_is_text(running: Studio) -> None:
    added = running.do(
        "add", text="<img src=x onerror=alert(1)> storms\n\nA <blink>bold</blink> gull came to town on Monday."
    )["added"]
    with page(running.address) as desk:
        desk.locator("#stories .story", has_text="storms").click()
        desk.locator("#lines .line", has_text="<blink>bold</blink>").wait_for()
        assert desk.locator("#lines img, #lines blink").count() == 0
    running.do("remove", name=added)
