"""What ends a story in papers of the continent and is not said: who typed it, who the author is."""

from __future__ import annotations

import pytest
from script_table import table

from audioedition.lexis.tables import Lexis, using

STORY = {
    "de": "Der Rat von Ebenwalde hat am Montag beschlossen, die alte Brücke zu sperren, und einen Streit beendet.",
    "es": "El concejo de Valdesoto votó el lunes el cierre del viejo puente a los camiones, y puso fin a una disputa.",
    "pt": "A câmara de Valdouro votou na segunda-feira o fecho da velha ponte aos camiões, e pôs fim a uma disputa.",
    "en": "The council of Northport voted on Monday to close the old bridge to lorries, and so ended a long dispute.",
}
HEAD = {
    "de": "Brücke gesperrt\n\nVon Lena Hartwig",
    "es": "Puente cerrado\n\nPor Lena Hartwig",
    "pt": "Ponte fechada\n\nPor Lena Hartwig",
    "en": "Bridge closed\n\nBy Lena Hartwig",
}


def last(language: str, *lines: str) -> list[str]:
    paragraphs = [STORY[language].replace(" ", f" {word} ", 1) for word in ("A", "B", "C", "D")]
    text = "\n\n".join((HEAD[language], *paragraphs, *lines))
    with using(Lexis(language)):
        return table(text).splitlines()[-len(lines) :]


@pytest.mark.parametrize(
    ("language", "line", "reason"),
    [
        ("de", "(lh)", "credits"),
        ("de", "lha/bor", "credits"),
        ("de", "Bote aus dem Almtal/dpa", "credits"),
        ("de", "2026117245 SK", "credits"),
        ("de", "x", "credits"),
        ("de", "Mehr zum Brückenfest lesen Sie HIER!", "related articles"),
        ("es", "ymg", "credits"),
        ("pt", "JYR // LIL", "credits"),
        ("de", "Lena Hartwig ist Redakteurin beim Almboten.", "about the author"),
        ("es", "Lena Hartwig escribe sobre política local desde 2015.", "about the author"),
        ("en", "Lena Hartwig is a business reporter and a pessimist.", "about the author"),
        ("en", "Lena Hartwig covers courts and anything with a tail.", "about the author"),
    ],
)
def test_a_story_ends_before_who_typed_it(language: str, line: str, reason: str) -> None:
    assert last(language, line) == [f"- {reason} | {line}"]


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("de", "Petra Wolzen ist Dezernentin in Ebenwalde."),
        ("de", "Und nun?"),
        ("en", "FIN"),
        ("en", "Ann"),
        ("en", "Petra Wolzen is a councillor in Northport."),
    ],
)
def test_other_last_lines_are_said(language: str, line: str) -> None:
    assert not last(language, line)[0].startswith("-")


def test_beginnings_of_other_stories_that_a_page_cut_short_are_not_said() -> None:
    short = (
        "El alcalde de Villar presenta en el pleno las cuentas de la obra y…",
        "Tres recetas de la abuela para el otoño, con setas y…",
    )
    assert [line.partition(" |")[0] for line in last("es", *short)] == ["- related articles"] * 2
    assert not last("es", short[0])[0].startswith("- related")


def test_the_author_of_another_story_goes_with_it() -> None:
    lines = last("de", "Lesen Sie auch", "Rohrbecker Freibad öffnet erst im Juli", "Von Jana Hölscher", STORY["de"])
    assert lines[:-1] == [
        "- related articles | Lesen Sie auch",
        "- related articles | Rohrbecker Freibad öffnet erst im Juli",
        "- related articles | Von Jana Hölscher",
    ]


OTHERS = ("Taxing boats", "Updated 11 May, 2026", "Taxing boats", "The council wants a tax on boats.")
MORE = ("Mill to close", "10 May, 2026", "Mill to close", "The mill has had its last day, its owner says.")


def test_a_list_of_other_stories_with_their_titles_twice_is_left_out() -> None:
    lines = last("en", "Opinion", *OTHERS, *MORE)
    assert all(line.startswith("- ") for line in lines)
    assert lines[0] == "- related articles | Opinion"


def test_one_entry_is_no_list() -> None:
    assert not last("en", *OTHERS)[-1].startswith("-")


def test_the_headline_printed_once_more_inside_the_story_is_said_once() -> None:
    headline = "Council of Northport closes the old bridge"
    text = f"{headline}\n\nBy Lena Hartwig\n\n{STORY['en']}\n\n{headline}\n\nThe mayor said so on Tuesday at noon."
    assert f"- said before | {headline}" in table(text).splitlines()


def test_a_reporter_behind_a_dash_signs_above_the_line_of_the_paper() -> None:
    text = "\n\n".join(("Bridge closed", STORY["en"], "-Ann Orr", "Follow the Wexle Post on Facebook."))
    assert "byline | -Ann Orr" in table(text).splitlines()


def test_comments_below_a_post_are_left_out() -> None:
    lines = last(
        "en", "John Q. Orr Esq. said...", "I heard it all.", "Mark Hale said...", "Council sets the direction."
    )
    assert [line.split(" | ")[0] for line in lines] == ["- comments"] * 4


def test_one_who_said_something_heads_no_comments() -> None:
    assert not last("en", "John Orr said...", "I heard it all, and I shall not forget it.")[-1].startswith("-")
