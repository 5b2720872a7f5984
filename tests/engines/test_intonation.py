from __future__ import annotations

import numpy as np
import pytest

from audioedition.engines import load_engine
from audioedition.engines.intonation import ASIDE_ST, RISE_ST, led, rise, rises
from audioedition.model import Tune, Utterance, Voice


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


FALL = np.concatenate([np.zeros(5), np.linspace(220, 150, 80), np.zeros(15)]).astype(np.float32)


def led_plainly(f0, **given):
    return led(f0, **{"rise_st": None, "start": 0.0, "tune": Tune.PLAIN, "lower": ()} | given)


def test_the_curve_ends_above_its_middle_and_is_the_same_before_the_last_stress():
    up = FALL * rise(FALL, 0.6, RISE_ST)
    assert np.array_equal(up[:60], FALL[:60])
    assert 12 * np.log2(up[84] / np.median(FALL[FALL > 0])) == pytest.approx(RISE_ST, abs=0.2)
    assert (np.diff(up[70:80]) > 0).all()


def test_the_last_half_voiced_frames_do_not_count():
    fading = FALL.copy()
    fading[83:85] = 80, 70
    up = fading * rise(fading, 0.6, RISE_ST)
    assert 12 * np.log2(up[82] / np.median(fading[fading > 0])) == pytest.approx(RISE_ST, abs=0.5)


@pytest.mark.parametrize("curve", [np.zeros(50), np.linspace(120, 300, 50), np.full(1, 100.0)])
def test_what_cannot_or_need_not_rise_stays(curve):
    assert (rise(curve, 0.5, RISE_ST) == 1).all()
    assert led_plainly(curve, rise_st=RISE_ST, start=0.5) is None


def test_a_sentence_is_left_as_it_is():
    assert led_plainly(FALL) is None


def test_a_heading_begins_higher_and_spans_more():
    curve = FALL * led_plainly(FALL, tune=Tune.HEADING)
    assert curve[5] > FALL[5] * 1.05
    assert curve[5] / curve[84] > FALL[5] / FALL[84]


def test_an_aside_is_lower_and_flatter_than_what_it_interrupts():
    curve = FALL * led_plainly(FALL, lower=[(0.3, 0.6)])
    assert np.array_equal(curve[:20], FALL[:20])
    assert np.array_equal(curve[70:], FALL[70:])
    assert 12 * np.log2(curve[45] / FALL[45]) == pytest.approx(ASIDE_ST, abs=0.5)
    assert curve[35] / curve[55] < FALL[35] / FALL[55]


def ending(text, voice, tune=Tune.PLAIN):
    """Semitones from the middle of the pitch to its end."""
    import pyworld

    clip = load_engine("hibari").synthesise(Utterance(text, voice, tune=tune))
    curve, _ = pyworld.dio(clip.samples.astype(np.float64), clip.rate)
    voiced = curve[curve > 50]
    return 12 * np.log2(float(np.median(voiced[-15:]) / np.median(voiced)))


HEART = Voice("heart", engine="hibari", id="heart", rate=0.9)
GRANT = Voice("grant", engine="hibari", id="heart", rate=0.9, options=(("pitch", 0.7), ("throat", 0.78)))


@pytest.mark.parametrize("voice", [HEART, GRANT], ids=lambda voice: voice.name)
def test_a_question_and_an_item_end_higher_than_the_same_words_as_a_statement(voice):
    statement = ending("You saw him on Monday.", voice)
    assert ending("You saw him on Monday?", voice) > statement + 2.5
    assert ending("You saw him on Monday.", voice, Tune.ITEM) > statement + 1


def test_a_heading_is_heard_as_one():
    import pyworld

    top, seconds = [], []
    for tune in (Tune.PLAIN, Tune.HEADING):
        clip = load_engine("hibari").synthesise(Utterance("County closes two schools in the valley", HEART, tune=tune))
        curve, _ = pyworld.dio(clip.samples.astype(np.float64), clip.rate)
        top.append(float(np.percentile(curve[curve > 50], 95)))
        seconds.append(clip.seconds)
        assert len(clip.words) == 7
    assert top[1] > top[0] * 1.06
    assert seconds[1] > seconds[0] * 1.02


@pytest.mark.parametrize("voice", [HEART, GRANT], ids=lambda voice: voice.name)
def test_an_aside_is_heard_lower_and_the_rest_as_it_was(voice):
    import pyworld

    text = "The county, which has never paid for it, says little."
    at = (text.index("which"), text.index(", says"))
    heard = []
    for asides in ((), (at,)):
        clip = load_engine("hibari").synthesise(Utterance(text, voice, asides=asides))
        curve, _ = pyworld.dio(clip.samples.astype(np.float64), clip.rate, frame_period=5)
        starts = {text[a:b]: start for a, b, start, _ in clip.words}
        cut = [round(starts[word] * 200) for word in ("which", "says")]
        heard.append([float(np.median(part[part > 50])) for part in np.split(curve, cut)])
    before, after = heard
    assert 12 * np.log2(after[1] / before[1]) == pytest.approx(ASIDE_ST, abs=0.5)
    assert after[0] == pytest.approx(before[0], rel=0.06)
    assert after[2] == pytest.approx(before[2], rel=0.06)
