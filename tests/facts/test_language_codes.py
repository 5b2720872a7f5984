"""Language codes of every standard and none."""

from __future__ import annotations

import pytest

from audioedition import read_article
from audioedition.facts.language_codes import language_code, three_letters, two_letters
from audioedition.lexis.tables import in_use


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("en_GB", "en-GB"),
        (" DE ", "de"),
        ("eng", "en"),
        ("ger", "de"),
        ("English", "en"),
        ("English (UK)", "en-GB"),
        ("deutsch", "de"),
        ("en-UK", "en-GB"),
        ("pt-br", "pt-BR"),
        ("zh-Hans-CN", "zh-Hans-CN"),
        ("nb_NO.UTF-8", "nb-NO"),
        ("fr-FR@euro", "fr-FR"),
        ("es-419", "es-419"),
        ("en,de", "en"),
        ("iw", "he"),
        ("jp", "ja"),
        ("中文", "zh"),
        ("fil", "fil"),
        *((nonsense, None) for nonsense in ("", "und", "mul", "sh", "utf-8", "rss", "xx", "html", "-", "e" * 500)),
    ],
)
def test_what_sources_write(written: str, code: str | None) -> None:
    assert language_code(written) == code


def test_every_row_is_read_by_each_of_its_cells() -> None:
    for code, row in in_use().table("languages").items():
        for cell in (code, *row["three"].split(), *row["taken"].split()):
            assert language_code(cell) == (cell if cell in in_use().table("languages") else code)
        assert two_letters(code) == code
        assert three_letters(code) == (row["three"].partition(" ")[0] or code)


def test_nonsense_is_no_loss() -> None:
    page = "<html lang={}><h1>Ferry hall</h1><p>The old ferry hall in Fossum will become a school for the county.</p>"
    for given in ("eng", "English", "sh", "utf-8", "xx"):
        assert read_article(page.format(given), media_type="text/html").language == "en"


def test_the_text_is_believed_where_it_leaves_no_doubt() -> None:
    """Publishing systems put `en` on whatever they print."""
    german = "Der Rat hat am Montag beschlossen, dass die alte Halle in Fossum nicht mehr für den Markt da ist. " * 8
    english = "The council said on Monday that the old hall in Fossum is not to be used for the market. " * 8
    assert read_article(f"<html lang=en><p>{german}", media_type="text/html").language == "de"
    assert read_article(f"<html lang=en-GB><p>{english}", media_type="text/html").language == "en-GB"
    assert read_article(f"<html lang=nb><p>{english[:80]}", media_type="text/html").language == "nb"
