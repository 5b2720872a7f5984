"""What a long build says while it works."""

from __future__ import annotations

import pytest

from audioedition.build.progress import Event, Plain, clock_text


def test_a_source_of_several_articles_adds_to_the_total(capsys: pytest.CaptureFixture[str]) -> None:
    report = Plain()
    for event in (Event("found", count=2), Event("done", "a.txt", "new"), Event("found", count=1)):
        report(event)
    report(Event("failed", "b", "b: is empty"))
    assert capsys.readouterr().err.splitlines() == ["[1/2] a.txt: new", "[2/3] failed: b: is empty"]


def test_another_build_is_counted_anew(capsys: pytest.CaptureFixture[str]) -> None:
    report = Plain()
    for _ in range(2):
        for event in (Event("begun"), Event("found", count=2), Event("done", "a.txt", "new", weight=1.0)):
            report(event)
    assert capsys.readouterr().err.splitlines() == ["[1/2] a.txt: new"] * 2 and report.share == 1.0


def test_the_time_left_follows_from_the_share_that_is_done() -> None:
    now = iter([0.0, 30.0])
    report = Plain(lambda: next(now))
    report.count(Event("done", weight=0.25))
    assert report.left() == ", about 1 min 30 s left"


@pytest.mark.parametrize(("seconds", "text"), [(48, "48 s"), (200, "3 min 20 s"), (7500, "2 h 5 min")])
def test_clock_text(seconds: float, text: str) -> None:
    assert clock_text(seconds) == text


def test_control_characters_do_not_reach_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    Plain()(Event("failed", "x", "bad\x1b[31m name"))
    assert "\x1b" not in capsys.readouterr().err
