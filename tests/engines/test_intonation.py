from __future__ import annotations

import numpy as np
import pytest

from audioedition.engines import load_engine
from audioedition.engines.intonation import RISE_ST, rises, rising
from audioedition.model import Utterance, Voice


@pytest.mark.parametrize(
    ("text", "up"),
    [
        ("Is the road open?", True),
        ("“Will you pay the fine?”", True),
        ("You saw him?", True),  # an echo
        ("The wall fell on Monday. Did anybody see it?", True),
        ("But can the school stay where it is?", True),
        ("Do they know what it costs?", True),  # the question word is not theirs
        ("Who pays?", False),
        ("So what did the council say?", False),
        ("At what price?", False),
        ("It was late: why was the road closed?", False),
        ("Tea or coffee?", False),
        ("The road is open, isn’t it?", False),
        ("You will pay, right?", False),
        ("The road is open.", False),
        ("Open!", False),
        ("?", False),
        ("", False),
    ],
)
def test_questions_that_rise(text, up):
    assert rises(text) is up


def test_the_curve_ends_above_its_middle_and_is_the_same_before_the_last_stress():
    fall = np.concatenate([np.zeros(5), np.linspace(220, 150, 80), np.zeros(15)]).astype(np.float32)
    up = rising(fall, 0.6)
    assert np.array_equal(up[:60], fall[:60])
    assert np.array_equal(up > 0, fall > 0)
    assert 12 * np.log2(up[84] / np.median(fall[fall > 0])) == pytest.approx(RISE_ST, abs=1.0)
    assert (np.diff(up[70:82]) > 0).all()


@pytest.mark.parametrize("curve", [np.zeros(50), np.linspace(120, 300, 50), np.full(1, 100.0)])
def test_what_cannot_or_need_not_rise_stays(curve):
    assert np.array_equal(rising(curve, 0.5), curve.astype(np.float32))


def test_a_mans_question_ends_higher_than_the_same_words_as_a_statement():
    import pyworld

    ends = []
    for text in ("You saw him on Monday.", "You saw him on Monday?"):
        voice = Voice("grant", engine="hibari", id="heart", rate=0.9, options=(("pitch", 0.7), ("throat", 0.78)))
        clip = load_engine("hibari").synthesise(Utterance(text, voice))
        curve, _ = pyworld.dio(clip.samples.astype(np.float64), clip.rate)
        voiced = curve[curve > 50]
        ends.append(float(np.median(voiced[-15:]) / np.median(voiced)))
        assert len(clip.words) == 5
    assert ends[1] > ends[0] * 1.15
