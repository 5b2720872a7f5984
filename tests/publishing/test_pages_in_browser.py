"""A tour of the edition's pages in a real browser: by keyboard, by touch, from a server and from a folder."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from told_edition import served, words_files

pytestmark = pytest.mark.slow
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
DESK = {"viewport": {"width": 1100, "height": 800}}
STATE = """() => ({
    at: audioedition.currentTime, paused: audioedition.paused, rate: audioedition.playbackRate,
    src: audioedition.getAttribute('src'),
    word: CSS.highlights.has('word') ? [...CSS.highlights.get('word')].join() : '',
})"""


@pytest.fixture(scope="module")
def site(told_edition: Path) -> Iterator[str]:
    with served(told_edition.parent) as address:  # below a path of the server, as on most hosts
        yield f"{address}paper/output/"


@pytest.fixture
def visit(browser: Any) -> Iterator[Callable[..., Any]]:
    """`visit(address, **profile)` is a page as one reader sees it; none may have met an error."""
    errors: list[str] = []
    contexts = []

    def page_of(address: str, **profile: Any) -> Any:
        contexts.append(browser.new_context(**profile))
        page = contexts[-1].new_page()
        page.on("pageerror", lambda e: errors.append(str(e)))
        page.on("console", lambda m: errors.append(m.text) if m.type == "error" else None)
        page.set_default_timeout(10_000)
        page.goto(address)
        return page

    yield page_of
    for context in contexts:
        context.close()
    assert errors == []


def state(page: Any) -> dict[str, Any]:
    found = page.evaluate(STATE)
    assert isinstance(found, dict)
    return found


def story(told_edition: Path, part: str) -> tuple[str, dict[str, Any]]:
    return next((stem, words) for stem, words in words_files(told_edition).items() if part in stem)


def playing(page: Any) -> None:
    page.wait_for_function("!audioedition.paused && audioedition.currentTime > 0.05")


def test_tour_by_touch(visit: Callable[..., Any], site: str) -> None:
    page = visit(site, **PHONE)
    assert page.locator("article[data-seconds]").count() == 4
    page.get_by_role("button", name="Listen to the edition").tap()
    playing(page)
    first = state(page)["src"]
    page.get_by_role("button", name="Next story").tap()
    page.wait_for_function("src => audioedition.getAttribute('src') !== src", arg=first)
    playing(page)
    page.locator("#bar #now a").tap()  # to the story's own page: the text of what is heard
    page.wait_for_selector("#story h1")
    page.get_by_role("button", name="Play").tap()
    playing(page)
    page.locator("#story .q").first.tap()
    page.wait_for_function("CSS.highlights.has('word')")
    page.wait_for_function("audioedition.currentTime > 4")
    page.select_option("#speed", "1.5")
    assert state(page)["rate"] == 1.5
    page.get_by_role("button", name="Pause").tap()
    place = state(page)["at"]
    page.goto(site)
    page.get_by_role("button", name="Go on listening").tap()
    playing(page)
    assert abs(state(page)["at"] - place) < 2
    assert state(page)["rate"] == 1.5


def test_tour_by_keyboard(visit: Callable[..., Any], site: str, told_edition: Path) -> None:
    stem, _ = story(told_edition, "ferry")
    page = visit(f"{site}stories/{stem}.html", **DESK)
    page.keyboard.press(" ")
    playing(page)
    page.keyboard.press("ArrowRight")
    page.wait_for_function("audioedition.currentTime > 10")
    page.keyboard.press("ArrowLeft")
    page.wait_for_function("audioedition.currentTime < 3")
    page.keyboard.press("n")
    page.wait_for_function("document.querySelector('h1').textContent.includes('swan')")
    playing(page)
    assert page.url.endswith(".html")
    page.keyboard.press(" ")
    assert state(page)["paused"]
    for _ in range(12):  # every control is reached by Tab, and shows that it is
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "sleep":
            break
    assert page.evaluate("document.activeElement.id") == "sleep"
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def test_the_end_of_a_story_leads_on(visit: Callable[..., Any], site: str, told_edition: Path) -> None:
    stem, words = story(told_edition, "ferry")
    page = visit(f"{site}stories/{stem}.html#t={words['milliseconds'] / 1000 - 1}", **DESK)
    page.keyboard.press(" ")
    page.wait_for_function("document.querySelector('h1').textContent.includes('swan')")
    playing(page)
    page.select_option("#sleep", "-1")
    page.evaluate("audioedition.currentTime = audioedition.duration - 0.3")
    page.wait_for_function("audioedition.ended")
    assert "swan" in page.locator("h1").inner_text()


def test_words_are_lit_when_they_are_heard(visit: Callable[..., Any], site: str, told_edition: Path) -> None:
    stem, file = story(told_edition, "swan")
    page = visit(f"{site}stories/{stem}.html", **DESK)
    watch = """() => new Promise(done => {
        const seen = []; let last = '', before = 0, earlier = 0;
        audioedition.play();
        (function look() {
            const word = CSS.highlights.has('word') ? [...CSS.highlights.get('word')].join() : '';
            const at = audioedition.currentTime * 1000;
            if (word !== last) { seen.push([at, at - earlier, word]); last = word; }
            [earlier, before] = [before, at];
            if (at > 5000) done(seen); else requestAnimationFrame(look);
        })();
    })"""
    late = []
    for at, frames, word in page.evaluate(watch):  # two frames: the page may look after us in the first
        starts = [start for start, _, first, last in file["words"] if file["source"][first:last] == word]
        if word and frames < 60:  # a machine too busy to paint says nothing about the page
            late.append(min((at - start for start in starts), key=abs))
    if len(late) < 5:
        pytest.skip("this machine is too busy to paint")
    assert max(late) <= 60, late
    assert min(late) >= -5, late


def test_a_click_on_a_word_plays_from_there(visit: Callable[..., Any], site: str, told_edition: Path) -> None:
    stem, file = story(told_edition, "ferry")
    page = visit(f"{site}stories/{stem}.html", **DESK)
    first = file["source"].index("seasick")
    box = page.evaluate(
        """() => { for (const span of document.querySelectorAll('#story [data-i]')) {
            const at = span.textContent.indexOf('seasick');
            if (at < 0) continue;
            span.scrollIntoView({block: 'center'});
            const r = document.createRange(); r.setStart(span.firstChild, at); r.setEnd(span.firstChild, at + 7);
            const b = r.getBoundingClientRect(); return [b.x + b.width / 2, b.y + b.height / 2];
        } }"""
    )
    page.mouse.click(*box)
    playing(page)
    start = next(a for a, _, f, _ in file["words"] if f == first)
    assert abs(state(page)["at"] * 1000 - start) < 700
    assert state(page)["word"].startswith("seasick")


def test_from_a_folder_on_disk(visit: Callable[..., Any], told_edition: Path) -> None:
    page = visit((told_edition / "output" / "index.html").as_uri(), **PHONE)
    page.locator("article .title a").first.tap()
    page.wait_for_selector("#story h1")
    page.get_by_role("button", name="Play").tap()
    playing(page)
    page.get_by_role("button", name="Next story").tap()
    page.wait_for_function("document.querySelector('h1').textContent.includes('swan')")
    page.wait_for_function("CSS.highlights !== undefined && !!audioedition.getAttribute('src')")


def test_without_scripts_there_are_text_and_sound(visit: Callable[..., Any], site: str, told_edition: Path) -> None:
    stem, _ = story(told_edition, "ferry")
    page = visit(f"{site}stories/{stem}.html", java_script_enabled=False, **PHONE)
    assert "never been so glad to be seasick" in page.locator("main").inner_text()
    assert page.locator("audio").get_attribute("src").endswith(".mp3")
    page.goto(site)
    assert page.locator("audio").count() == 4


def test_off_line_the_texts_are_still_there(visit: Callable[..., Any], site: str, told_edition: Path) -> None:
    stem, _ = story(told_edition, "swan")
    page = visit(site, **PHONE)
    page.evaluate("navigator.serviceWorker.ready")
    page.wait_for_function("caches.keys().then(k => k.length > 0)")
    page.context.set_offline(True)
    page.goto(f"{site}stories/{stem}.html")
    assert "lonely" in page.locator("main").inner_text()


def test_a_page_is_painted_before_any_sound_is_asked_for(
    visit: Callable[..., Any], site: str, told_edition: Path
) -> None:
    stem, _ = story(told_edition, "ferry")
    page = visit("about:blank", **PHONE)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for address in (site, f"{site}stories/{stem}.html"):
        page.goto(address, wait_until="networkidle")
        assert page.locator("h1").is_visible()
    assert asked
    assert all(address.startswith(site) and not address.endswith(".mp3") for address in asked)


def test_the_player_for_another_page(visit: Callable[..., Any], site: str, told_edition: Path) -> None:
    stem, _ = story(told_edition, "swan")
    page = visit(f"{site}stories/{stem}.html?embed", viewport={"width": 600, "height": 200})
    page.get_by_role("button", name="Play").click()
    playing(page)
    assert page.locator("#story h1").is_visible()
    assert not page.locator("#story .body").first.is_visible()
    assert page.evaluate("document.documentElement.scrollHeight") <= 200


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(visit: Callable[..., Any], site: str, told_edition: Path, scheme: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    stem, _ = story(told_edition, "ferry")
    page = visit(site, color_scheme=scheme, **PHONE)
    page.get_by_role("button", name="Listen to the edition").tap()
    for address in (None, f"{site}stories/{stem}.html", f"{site}stories/{stem}.html?embed"):
        if address:
            page.goto(address)
        found = axe.run(page).response["violations"]
        assert [(v["id"], [n["html"][:120] for n in v["nodes"]]) for v in found] == [], json.dumps(found)[:2000]
