"""Who wrote a story where it is said below it, or far down in the opening of a page."""

from __future__ import annotations

import pytest

from audioedition.lexis.tables import Lexis, using
from audioedition.model import Article, Role
from audioedition.segmentation import segment

STORY = (
    "Brücke gesperrt\n\n"
    "Der Rat von Ebenwalde hat am Montag beschlossen, die alte Brücke zu sperren.\n\n"
    "Lastwagen fahren von heute an über den Damm, und das dauert eine Stunde länger.\n\n"
    "Die Stadt will im Sommer weiterbauen, doch das Geld dafür hat sie noch nicht."
)


def bylines(text: str, language: str = "de") -> tuple[tuple[str, ...], list[str]]:
    """The names, and the lines that are heard as bylines."""
    with using(Lexis(language)):
        result = segment(Article(text, language=language))
    return result.article.bylines, [part.text for part in result.segments if part.role is Role.BYLINE]


@pytest.mark.parametrize(
    ("below", "names"),
    [
        ("Gesche Brodersen", ("Gesche Brodersen",)),
        ("Von Gesche Brodersen", ("Gesche Brodersen",)),
        ("(dpa)", ("dpa",)),
        ("Gesche Brodersen\n\n(1) Die Zahlen hat die Stadt erhoben.", ("Gesche Brodersen",)),
        ("(dpa)\n\nDas Wetter bleibt in Ebenwalde bis zum Sonntag so, wie es ist.", ("dpa",)),
    ],
)
def test_signatures(below: str, names: tuple[str, ...]) -> None:
    found, heard = bylines(f"{STORY}\n\n{below}")
    assert found == names
    assert heard == [below.split("\n")[0]]


def test_a_desk_is_not_said() -> None:
    assert bylines(f"{STORY}\n\nRedaktion") == ((), [])


@pytest.mark.parametrize(
    "below",
    [
        "Weitere Arbeitsgebiete",
        "Gesche Brodersen\n\nSie hat am Dienstag die Schlüssel der Brücke bekommen.",  # a subhead
        "Gesche Brandt",  # of whom the story speaks
    ],
)
def test_what_signs_nothing(below: str) -> None:
    told = STORY.replace("Die Stadt will", "Gesche Brandt vom Bauamt will")
    assert bylines(f"{told}\n\n{below}")[0] == ()


def test_the_opening_says_it_already() -> None:
    signed = STORY.replace("\n\n", "\n\nVon Ole Brand\n\n", 1) + "\n\nGesche Brodersen"
    assert bylines(signed)[0] == ("Ole Brand",)
