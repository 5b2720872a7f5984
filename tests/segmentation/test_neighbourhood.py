"""What goes with a pasted page for what stands around it alone is little, or told."""

from __future__ import annotations

import pytest

from audioedition.model import Doubt, Dropped, Passage, Reason
from audioedition.segmentation import neighbourhood
from audioedition.segmentation.extent import Beside

STORY = "The ferry to the islands was stopped on Monday, and nobody at the quay knew why."
PROSE = [
    f"The {what} was closed in May for a week, and it has not been opened again since." for what in ("hall", "inn")
]
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


def foot(*lines: str, chance: float = 0.7, rows: int = 0) -> list[str]:
    """Of lines right below the story, and above a page's menus, those that stay."""
    every = [STORY, *lines, "About us", "Cookies", "Work for us"]
    beside = [False] * (len(lines) + 1) + [True] * 3
    found = [MINE, *(Beside(chance) for _ in lines), *[Beside(0.99)] * 3]
    of = [None, *(Passage.LIST if i < rows else None for i in range(len(lines))), None, None, None]
    neighbourhood.leave_foot(beside, every, found, of)
    return [line for line, out in zip(every[1:-3], beside[1:-3], strict=True) if not out]


@pytest.mark.parametrize(
    ("line", "goes"),
    [
        ("BUSES", True),
        ("Ann Orr", False),
        ("5. Ann Orr in 21 minutes", False),
        ("See you tomorrow.", False),
        ("Correction: the ferry leaves at ten", False),
        ("a line of more than a dozen words and no stop that is nobody's at all", False),
    ],
)
def test_right_below_the_story_a_line_that_heads_nothing_of_it_goes(line: str, goes: bool) -> None:
    assert foot(line) == ([] if goes else [line])
    assert foot(line, chance=0.6) == [line]


def test_what_stands_above_the_story_s_own_last_lines_stays() -> None:
    assert foot("BUSES", "Ann Orr", "QUAY") == ["BUSES", "Ann Orr"]
    assert foot("Wexle 3, Melton 1", "Orland at Wexle, ppd.", rows=1) == ["Wexle 3, Melton 1", "Orland at Wexle, ppd."]
