"""Who wrote a story where it is said below it, or far down in the opening of a page."""

from __future__ import annotations

import pytest

from audioedition.lexis.tables import Lexis, using
from audioedition.model import Article, Role, rules
from audioedition.segmentation import segment
from audioedition.segmentation.signing import SIGNING, read

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


@pytest.mark.parametrize(("below", "desk"), [("Redaktion", "Redaktion"), ("Autor: red", "red")])
def test_a_desk_is_named_but_not_said(below: str, desk: str) -> None:
    assert bylines(f"{STORY}\n\n{below}") == ((desk,), [])


DECK = "Der Rat hat am Montag lange gestritten, und am Ende war nur einer dafür. Die Stadt hofft auf das Land."
LONG = f"Brücke gesperrt\n\n{DECK}\n\nDas Geld dafür fehlt seit Jahren, sagen alle, die darüber reden."


@pytest.mark.parametrize(
    ("language", "lines", "names"),
    [
        ("de", "Von Ole Brand, Ebenwalde", ("Ole Brand",)),
        ("de", "Von Ole Brand, Ebenwalde\n\nOle Brand", ("Ole Brand",)),  # printed twice
        ("de", "Ole Brand\n\n3. Mai 2026, 17:20 Uhr", ("Ole Brand",)),
        ("de", "Von Angst und Hoffnung", ()),  # a subhead
        ("de", "Ole Brand", ()),  # nothing tells that he wrote it
    ],
)
def test_authors_below_a_long_standfirst(language: str, lines: str, names: tuple[str, ...]) -> None:
    rest = STORY.partition("\n\n")[2]
    found, heard = bylines(f"{LONG}\n\n{lines}\n\n{rest}", language)
    assert found == names
    assert len(heard) == len(names)


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


OWN = (
    "News from Wexle\n\n"
    "My dear people, the river took our steps and left us the bell, and I have hung it in the tree for now.\n\n"
    "The bishop came on Thursday in boots that he had borrowed, and he has promised us wood for the steps.\n\n"
)
"""A message, in the words of whoever wrote it."""
TOLD = (
    "Ferry to be mended by June\n\n"
    "The council of Wexle is to mend the old ferry, its leader said today, for two million pounds.\n\n"
    "It has not sailed since the storm of last winter, when the quay was lost, and the pier with it.\n\n"
)
MORE = "\n\nDates for the fridge\n\nThe hall is shut on Monday, and open on Tuesday from ten until noon."
RECIPE = "Bean soup\n\nPrep time: 5 mins\n\nCook time: 20 mins\n\nTotal time: 25 mins\n\nServes: 4\n\n"
SOAK = "Soak the beans for a night, and cook them in water until they are soft."
SIGNED = {
    "below the last words": (f"{OWN}With every blessing,\n\nTom{MORE}", ("Tom",)),
    "behind a dash": (f"{TOLD}— Keel", ("Keel",)),
    "above an office": (f"{TOLD}Mrs Ana Keel\n\nPrincipal{MORE}", ("Mrs Ana Keel",)),
    "below one's own words": (f"{OWN}Fr. Anselmo Keel, SVD{MORE}", ("Fr. Anselmo Keel, SVD",)),
    "author below a list": (f"{RECIPE}By Rosa Keel\n\n{SOAK}", ("Rosa Keel",)),
    "name at the end": (f"{TOLD}Rosa Keel", ("Rosa Keel",)),
    "author below": (f"{STORY}\n\n(dpa)", ("dpa",)),
    "author below the standfirst": (f"{LONG}\n\nVon Ole Brand\n\n{STORY.partition(chr(10) * 2)[2]}", ("Ole Brand",)),
}


@pytest.mark.parametrize("rule", [rule.name for rule in SIGNING.rules])
def test_each_rule_of_signatures_is_needed(rule: str) -> None:
    text, names = SIGNED[rule]
    language = "de" if rule in ("author below", "author below the standfirst") else "en"
    assert bylines(text, language)[0] == names
    with rules.without(f"signing/{rule}"):
        assert bylines(text, language)[0] == ()


@pytest.mark.parametrize(
    "text",
    [
        f"{OWN}Rosa Keel\n\nShe came to Wexle in spring, and has kept the bell since the flood of that year.",
        f"{OWN}Rosa Keel\n\nI came to Wexle in spring, and I have kept the bell since the flood of that year.",
        f"{OWN}Rosa Keel\n\nIvo Marsh\n\nThe hall is shut on Monday, and open on Tuesday from ten until noon.",
        f"{TOLD}Rosa Keel{MORE}",
        TOLD.replace("its leader", "Rosa Keel") + "Rosa Keel",
        f"{TOLD}Harbour-Tips",
    ],
)
def test_names_that_sign_nothing(text: str) -> None:
    assert bylines(text, "en") == ((), [])


def test_a_name_that_stands_above_is_not_said_again() -> None:
    signed = OWN.replace("\n\n", "\n\nBy Rosa Keel\n\n", 1) + "Rosa Keel"
    assert bylines(signed, "en") == (("Rosa Keel",), ["By Rosa Keel"])


@pytest.mark.parametrize(
    ("line", "printed", "titled", "behind"),
    [
        ("Ann Orr", "Ann Orr", False, ""),
        ("ANN ORR, Wexle", "Ann Orr", False, "Wexle"),
        ("– Ann Orr, by email", "Ann Orr", False, "by email"),
        ("Maj Gen Roly Orr-Marsh (retd)", "Maj Gen Roly Orr-Marsh (retd)", True, ""),
        ("Fr. Anselmo Keel, SVD", "Fr. Anselmo Keel, SVD", True, ""),
        ("Ann Orr MBE, Wexle, Kent", "Ann Orr MBE", True, "Wexle, Kent"),
        ("Pastor Keel", "Pastor Keel", True, ""),
        ("Ivo van der Marsh", "Ivo van der Marsh", False, ""),
        ("Ivo and Rosa Keel, Wexle", "Ivo and Rosa Keel", False, "Wexle"),
    ],
)
def test_what_a_line_that_signs_says(line: str, printed: str, titled: bool, behind: str) -> None:
    said = read(line)
    assert said is not None
    assert (said.printed, said.titled, said.behind) == (printed, titled, behind)


@pytest.mark.parametrize(
    "line",
    ["Keel", "What now?", "Bread and Butter Pudding", "Dates for the fridge", "Ann Orr, ann@wexle.example", "ANN ORR:"],
)
def test_lines_that_sign_nothing(line: str) -> None:
    assert read(line) is None
