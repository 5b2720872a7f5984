"""A new order costs as few changed stories as it can."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audioedition.studio.ordering import places

NONE = None


@pytest.mark.parametrize(
    ("old", "stood", "new"),
    [
        ([], [], []),
        ([NONE, NONE, NONE], [0, 1, 2], [NONE, NONE, NONE]),
        ([NONE, NONE, NONE], [2, 0, 1], [10, NONE, NONE]),  # the last comes first
        ([NONE, NONE, NONE], [1, 2, 0], [10, 20, 30]),  # the first comes last: all before it need a number
        ([10, 30, 20], [0, 2, 1], [10, 15, 20]),
        ([20, 10, NONE], [1, 0, 2], [0, 10, NONE]),
        ([NONE, 10, 20], [2, 0, 1], [0, 10, 20]),
        ([5, 5], [0, 1], [-5, 5]),
        ([-3, 4], [0, 1], [-3, 4]),
        ([4, -3], [1, 0], [-13, -3]),
    ],
)
def test_new_numbers(old: list[float | None], stood: list[int], new: list[float | None]) -> None:
    assert places(old, stood) == new


@given(st.lists(st.none() | st.integers(-3, 9), max_size=12), st.randoms())
def test_the_numbers_give_the_order_that_was_wanted(given_: list[float | None], random: object) -> None:
    rows = sorted(enumerate(given_), key=lambda row: (row[1] is None, row[1] or 0, row[0]))
    stood = {row: at for at, row in enumerate(rows)}
    wanted = list(rows)
    random.shuffle(wanted)  # type: ignore[attr-defined]
    new = places([row[1] for row in wanted], [stood[row] for row in wanted])
    listed = sorted(
        zip(wanted, new, strict=True), key=lambda pair: (pair[1] is None, pair[1] or 0, pair[0][0])
    )  # as the list does: names decide among equals
    assert [row for row, _ in listed] == wanted
    numbers = [number for number in given_ if number is not None]
    if wanted == rows and len(set(numbers)) == len(numbers):
        assert new == [row[1] for row in wanted]
