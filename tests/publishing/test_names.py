"""Names that every file system, server and player takes, from any title."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audioedition.publishing.slugs import ascii_words, slug

GOLDEN = """
Harbour wall to be raised by two metres       | harbour-wall-to-be-raised-by-two-metres
“Don’t panic,” says mayor — again             | dont-panic-says-mayor-again
Fish & chips up 5%                            | fish-and-chips-up-5
Über Straßen in Łódź, Ærø und Malmö           | uber-strassen-in-lodz-aero-und-malmo
Москва не верит слезам                        | moskva-ne-verit-slezam
北京                                            | beijing
Ἡ πόλις                                       | hi-polis
../../etc/passwd                              | etc-passwd
CON                                           | con-story
lpt1                                          | lpt1-story
<script>alert(1)</script>                     | script-alert-1-script
Ferry R2                                      | ferry-r2-story
???                                           | story
"""


@pytest.mark.parametrize("line", GOLDEN.strip().splitlines())
def test_a_title_becomes_its_readable_stem(line: str) -> None:
    title, expected = (part.strip() for part in line.split("|"))
    assert slug(title, None, ()) == expected


def test_the_day_comes_first() -> None:
    assert slug("Ferry runs", "2026-11-22T23:59:00-08:00", ()) == "2026-11-22-ferry-runs"
    assert slug("Ferry runs", "last Tuesday", ()) == "ferry-runs"


def test_articles_with_one_title_do_not_collide() -> None:
    taken: set[str] = set()
    for _ in range(5):
        taken.add(slug("Weather", "2026-11-22", taken))
    assert sorted(taken) == ["2026-11-22-weather", *(f"2026-11-22-weather-{n}" for n in (2, 3, 4, 5))]


def test_ten_thousand_articles_with_one_title_are_named_in_a_moment() -> None:
    taken: set[str] = set()
    start = time.process_time()
    for _ in range(10_000):
        taken.add(slug("A headline that is long enough to have to be cut somewhere " * 3, "2026-11-22", taken))
    assert time.process_time() - start < 5
    assert len(taken) == 10_000
    assert all(len(name) <= 80 for name in taken)


def test_long_titles_are_cut_at_a_word() -> None:
    name = slug("Committee of inquiry into the " + "collapse of the sea wall at Port Ellery " * 300, "2026-11-22", ())
    assert name == "2026-11-22-committee-of-inquiry-into-the-collapse-of-the-sea-wall-at-port-ellery"


def test_composed_and_decomposed_accents_give_one_name() -> None:
    assert ascii_words("Caf\u00e9 Z\u00fcrich") == ascii_words("Cafe\u0301 Zu\u0308rich") == "cafe-zurich"


anything = st.text(st.characters(exclude_categories=()), max_size=300)


@settings(deadline=None)
@given(title=anything, date=st.none() | anything, twice=st.integers(1, 4))
def test_any_text_gives_a_legal_unused_name(title: str, date: str | None, twice: int) -> None:
    taken: set[str] = set()
    for _ in range(twice):
        name = slug(title, date, taken)
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name)
        assert len(name) <= 80
        assert name not in taken
        taken.add(name)
