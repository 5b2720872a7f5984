"""Every line of cases.tsv: what newspapers print, and what a newsreader says for it, in American and British usage."""

from __future__ import annotations

from pathlib import Path

import pytest

from audioedition.spoken import spoken_form

TABLE = Path(__file__).with_name("cases.tsv")


def cases() -> list[tuple[str, str, str]]:
    rows = [line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    return [(usage, written, spoken) for usage, written, spoken in rows]


@pytest.mark.parametrize(("usage", "written", "spoken"), cases(), ids=lambda s: s[:40])
def test_case(usage: str, written: str, spoken: str) -> None:
    said = spoken_form(written, english="US" if usage == "-" else usage)
    assert said.replace("’", "'") == spoken.replace("’", "'")
