from __future__ import annotations

import numpy as np
import pytest

from audioedition.engines.alignment import spread
from audioedition.engines.sound import pauses

RATE = 16_000


def sound(*lengths: float) -> np.ndarray:
    """Tone and silence in turn, of so many seconds."""
    at = [np.full(round(s * RATE), 0.3 if i % 2 == 0 else 0.0, np.float32) for i, s in enumerate(lengths)]
    return np.concatenate(at) * np.sin(np.arange(sum(map(len, at)))).astype(np.float32)


def starts(text: str, *lengths: float) -> dict[str, float]:
    return {text[a:b]: round(begin, 2) for a, b, begin, _ in spread(text, 0, len(text), sound(*lengths), RATE)}


def test_a_mark_is_the_silence_and_words_share_what_lies_between_by_their_letters():
    assert starts("aaa bbb, ccc", 0.8, 0.5, 0.4) == pytest.approx({"aaa": 0, "bbb,": 0.36, "ccc": 1.3}, abs=0.03)


def test_without_a_silence_every_word_has_its_share():
    assert starts("aaa bbb, ccc", 1.3) == pytest.approx({"aaa": 0, "bbb,": 0.4, "ccc": 0.9}, abs=0.03)


def test_a_silence_far_from_any_mark_and_a_mark_without_one_are_left_alone():
    assert starts("aaa, bbb ccc ddd eee fff", 2.0, 0.15, 0.5)["bbb"] == pytest.approx(0.5, abs=0.1)
    heard = starts("aaa, bbb ccc ddd, eee", 0.4, 0.2, 1.9)
    assert heard["bbb"] == pytest.approx(0.6, abs=0.03)


def test_short_closures_are_no_pauses():
    assert pauses(sound(0.5, 0.06, 0.5, 0.2, 0.5), RATE) == [pytest.approx((1.06, 1.26), abs=0.01)]
    assert pauses(np.zeros(0, np.float32), RATE) == []
