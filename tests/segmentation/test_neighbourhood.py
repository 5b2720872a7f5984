"""What goes with a pasted page for what stands around it alone is little, or told."""

from __future__ import annotations

import pytest

from audioedition.model import Doubt, Dropped, Reason
from audioedition.segmentation import neighbourhood
from audioedition.segmentation.extent import Beside

STORY = "The ferry to the islands was stopped on Monday, and nobody at the quay knew why."
PROSE = [f"The {what} was closed in May for a week, and it has not been opened again since." for what in ("hall", "inn")]
MORE = "Nobody whom we have asked can say when the last of the boats will come back."
PAGE, MINE = Beside(0.97), Beside(0.01)


def stays(inside: list[str], found: Beside = PAGE, end: str = STORY) -> list[str]:
    """Of lines that were left out between two of the story's, those that stay after all."""
    lines = [STORY, *inside, end]
    beside = [False, *(True for _ in inside), False]
    neighbourhood.spare(beside, lines, [MINE, *(found for _ in inside), MINE])
    return [line for line, out in zip(inside, beside[1:], strict=False) if not out]


@pytest.mark.parametrize(
    ("inside", "read"),
    [
        (PROSE, []),
        ([*PROSE, MORE], [*PROSE, MORE]),
        ([*PROSE, "Sign up", MORE], [*PROSE, MORE]),
        ([*PROSE, "Sign up for our daily newsletter, and we will send you the best of it."], []),
        ([*PROSE, "Ann Orr at the quay of Wexle on Monday, where the boats lay. Photo: Ivo Marsh"], []),
    ],
    ids=["two", "three", "with a button", "a rule knows one", "one is a picture's"],
)
def test_of_more_than_a_little_prose_between_the_storys_sentences_nothing_goes(
    inside: list[str], read: list[str]
) -> None:
    assert stays(inside) == read


def test_what_belongs_to_pictures_and_what_stands_below_the_story_goes() -> None:
    assert not stays([*PROSE, MORE], Beside(0.97, 0.9))
    assert not stays([*PROSE, MORE], end="Most read")


def dropped(*lines: str) -> list[Dropped]:
    found = (Dropped(0, 0, line, Reason.FURNITURE, doubts=neighbourhood.doubts(line, PAGE)) for line in lines)
    return [*found, Dropped(0, 0, "Hale", Reason.CAPTION, doubts=(Doubt("Hale", "", "something else"),))]


def test_whoever_makes_the_edition_is_told_of_more_than_a_little() -> None:
    assert not list(neighbourhood.notes(dropped(*PROSE, "Sign up", "Hats of the week")))
    (note,) = neighbourhood.notes(dropped(MORE, *PROSE, "Sign up"))
    assert note.startswith("3 lines that read like a story are left out with the page (“Nobody whom we have asked ")
    assert note.endswith(" …”): script --why shows them")
