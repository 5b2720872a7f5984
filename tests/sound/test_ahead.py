"""Blocks that are made ahead are the same blocks, and their maker leaves no thread behind."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import numpy as np
import pytest

from audioedition.sound.ahead import BLOCKS, ahead
from audioedition.sound.loudness import Samples


def blocks(count: int, made: list[int]) -> Iterator[Samples]:
    for number in range(count):
        made.append(number)
        yield np.full(3, number, np.float32)


def test_the_same_blocks_in_the_same_order() -> None:
    assert [int(block[0]) for block in ahead(blocks(50, []))] == list(range(50))
    assert list(ahead([])) == []


def test_no_more_are_made_ahead_than_there_is_room_for() -> None:
    made: list[int] = []
    before = threading.active_count()
    used = ahead(blocks(100, made))
    next(used)
    used.close()
    assert len(made) <= BLOCKS + 3
    assert threading.active_count() == before


def test_what_their_maker_raises_is_raised() -> None:
    def broken() -> Iterator[Samples]:
        yield np.zeros(1, np.float32)
        raise LookupError("a clip has gone")

    used = ahead(broken())
    next(used)
    with pytest.raises(LookupError, match="a clip has gone"):
        next(used)
