"""Tables by the setting `tables`: left out and told, read row by row, or, by `auto`, those that the ear can follow."""

from __future__ import annotations

import making
import pytest

from audioedition import reading
from audioedition.errors import SettingsError
from audioedition.model import Article, Reason
from audioedition.reading.composing import without_accounts
from audioedition.reading.sources import Source
from audioedition.reading.tables import told
from audioedition.settings import ReadSettings, _check

SMALL = "# The buses\n\nThey run at other times.\n\n| Stop | First | Last |\n|---|---|---|\n| Pier | 6 | 22 |\n| Mill | 7 | |\n"
LARGE = SMALL + "".join(f"| Stop {n} | {n} | 23 |\n" for n in range(30))


def read(text: str, setting: bool | str) -> tuple[list[str], tuple[str, ...]]:
    article = reading.read_article(text, media_type="text/markdown", settings=ReadSettings(tables=setting))
    left_out = [article.text[m.start : m.end] for m in article.marks if m.reason is Reason.TABLE]
    return [p for p in article.text.split("\n\n")[2:] if p not in left_out], article.notes


@pytest.mark.parametrize(
    ("setting", "rows"),
    [
        (True, ["Stop, First, Last.", "Pier, 6, 22.", "Mill, 7."]),
        ("auto", ["Pier: First 6, Last 22.", "Mill: First 7."]),
        (False, []),
    ],
)
def test_a_small_table(setting: bool | str, rows: list[str]) -> None:
    assert read(SMALL, setting)[0] == rows


@pytest.mark.parametrize("setting", ["auto", False])
def test_what_is_left_out_is_told(setting: bool | str) -> None:
    assert read(LARGE, setting) == ([], ("33 rows of a table are not read (`tables` in [read])",))


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([["Day", "Open"], ["Mon", "9.30-5"]], ["", "Mon: Open 9.30-5."]),
        ([["", "Goals"], ["Gulls", "3"], ["Terns", ""]], ["", "Gulls: Goals 3.", "Terns"]),
        ([["Day"], ["Mon"]], ["", ""]),
        ([["Day", "Open"], ["Mon"]], ["", ""]),
        ([["Day", "Open"], ["Mon", "x" * 61]], ["", ""]),
        ([], []),
    ],
)
def test_a_row_is_said_with_its_headings(rows: list[list[str]], said: list[str]) -> None:
    assert told(rows) == said


@pytest.mark.parametrize(("name", "row"), [("a.docx", "Pier, Noon."), ("a.xml", "Pier: First 6.")])
def test_documents_have_rows_too(name: str, row: str) -> None:
    nitf = b"<nitf><body><body.content><p>They run.</p><table><tr><td>Stop</td><td>First</td></tr><tr><td>Pier</td><td>6</td></tr></table></body.content></body></nitf>"
    data, setting = (making.docx(), True) if name == "a.docx" else (nitf, "auto")
    source = Source(name, media_type=reading.TYPES[name[1:]])
    (article,) = reading.read_source(source, data, ReadSettings(tables=setting))
    assert isinstance(article, Article)
    assert row in article.text


def test_the_setting_is_one_of_three() -> None:
    with pytest.raises(SettingsError, match="tables must be one of false, true, auto, not 'yes'"):
        _check("tables", "yes", "edition.toml [read]")


def test_accounts_are_nobody() -> None:
    assert without_accounts(["annak", "eng-dept", "Ann Orr", "k.d. lang", "Madonna"]) == (
        "Ann Orr",
        "k.d. lang",
        "Madonna",
    )
