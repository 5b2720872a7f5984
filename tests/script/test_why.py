"""What decided is shown beside what was decided."""

from __future__ import annotations

import pytest

from audioedition.model import Article, Reason
from audioedition.model.rules import SOURCES, explained
from audioedition.reading import read_article
from audioedition.script.making import make_script, script_json, script_text

STORY = """\
Bridge closed

By Jane Doe

“The bridge is closed until the winter is over,” Ana Berg said on Monday.

The mayor of Northport was not at the meeting, and nobody else of the council was.

Share this article
"""


def test_every_part_says_what_decided() -> None:
    told = script_json(make_script(Article(STORY, language="en")), why=True)
    assert all(part["rule"] for part in (*told["segments"], *told["dropped"]))
    assert all("doubts" in part for part in told["segments"])
    assert all("evidence" in part["speaker"] for part in told["segments"] if part["speaker"])


def test_unasked_the_script_is_as_the_contract_has_it() -> None:
    told = script_json(make_script(Article(STORY, language="en")))
    assert {key for part in told["segments"] for key in part} == {
        *("role", "text", "spoken", "start", "end", "speaker", "voice", "pause_ms")
    }
    assert {key for part in told["dropped"] for key in part} == {"text", "start", "end", "reason"}


def test_for_a_reader_the_rule_stands_below_its_part() -> None:
    script = make_script(Article(STORY, language="en"))
    lines = script_text(script, why=True).splitlines()
    at = lines.index(f"[dropped: {Reason.SHARE}] Share this article")
    assert lines[at + 1].startswith("    furniture/")
    assert set(script_text(script).splitlines()) < set(lines)


def test_rules_that_asked_others_name_them_and_where_they_come_from() -> None:
    page = "<h1>Bridge closed</h1><p>Ana Berg said on Monday that it is closed to lorries until 3 May.</p>" * 3
    script = make_script(read_article(f"{page}<p>Share this article</p>", media_type="text/html"))
    (left,) = (part for part in script.dropped if part.text == "Share this article")
    first, second = left.rule.split("; ")
    assert first.startswith("page/") and second.startswith("furniture/")
    lines = script_text(script, why=True).splitlines()
    assert f"    {first} ({SOURCES[first]}); {second} ({SOURCES[second]})" in lines


def test_every_reading_has_its_rule() -> None:
    script = make_script(Article("Bridge closed\n\nThe bill of £2.5m came on 3 May, the council said.", language="en"))
    readings = [(it.written, it.said, it.rule) for line in script.segments for it in line.readings]
    assert ("£2.5m", "two point five million pounds", "spoken/money") in readings
    assert (
        f"    £2.5m -> two point five million pounds: {explained('spoken/money')}"
        in script_text(script, why=True).splitlines()
    )
    told = script_json(script, why=True)["segments"][-1]["readings"]
    assert [it["text"] for it in told] == [it[0] for it in readings]


@pytest.mark.parametrize("reason", Reason)
def test_reasons_are_words_for_a_reader(reason: Reason) -> None:
    assert reason == reason.lower() and "_" not in reason


COLUMN = """\
PASTURES NEW
Cash machine found in lake

Divers who were clearing the lake at Wexle have brought up a cash machine that was stolen in June, police said.
"""


@pytest.mark.parametrize(
    ("story", "doubts"),
    [
        (STORY, []),
        (
            COLUMN,
            [
                "PASTURES NEW -> (not spoken): may be the headline",
                "Cash machine found in lake: may be the standfirst",
            ],
        ),
    ],
    ids=["plain", "column"],
)
def test_what_a_line_of_the_opening_may_be_instead_is_a_doubt(story: str, doubts: list[str]) -> None:
    said = script_text(make_script(Article(story, language="en")), why=True).splitlines()
    assert [line.removeprefix("[guessed] ") for line in said if line.startswith("[guessed]")] == doubts


def test_what_is_left_out_has_its_doubts_in_json_too() -> None:
    told = script_json(make_script(Article(COLUMN, language="en")), why=True)
    assert [part["text"] for part in told["dropped"] if part["doubts"]] == ["PASTURES NEW"]
