"""A real browser for the tests of pages: one Chromium a process, for a second one cannot be driven beside it."""

from __future__ import annotations

import atexit
import functools
import shutil
from typing import Any

import pytest

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
_FLAGS = [
    *(
        "--no-sandbox",
        "--headless",
        "--disable-gpu",
        "--no-first-run",
        "--disable-background-networking",
        "--mute-audio",
    ),
    *("--disable-component-update", "--disable-sync", "--autoplay-policy=no-user-gesture-required"),
]


@functools.cache
def running_browser() -> Any:
    """The browser, started when it is first wanted; the test is left out where there is none."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if CHROMIUM is None:
        pytest.skip("chromium is not installed")
    started = playwright.sync_playwright().start()
    browser = started.chromium.launch(executable_path=CHROMIUM, args=_FLAGS)
    atexit.register(lambda: (browser.close(), started.stop()))
    return browser
