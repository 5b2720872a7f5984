from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audioedition.errors import MixingError
from audioedition.model import Clip
from audioedition.settings.sounddesign import SoundDesign, SoundSettings
from audioedition.sound.loudness import measure_lufs
from audioedition.sound.mixing import mix
from audioedition.sound.timeline import SPEECH_LUFS, Event, Timeline
from sound_signals import RATE, arranged, clip, line, sine, speech

PLAIN = SoundDesign(sound="plain")


def mixed(timeline: Timeline, clips: list[Clip], assets: dict[str, np.ndarray] | None = None) -> np.ndarray:
    return np.concatenate(list(mix(timeline, clips.__getitem__, (assets or {}).__getitem__)))


def story(clips: list[Clip], voices: list[str] | None = None) -> tuple[Timeline, np.ndarray]:
    lines = [line("Words.", voice=v) for v in voices or ["bert"] * len(clips)]
    timeline = arranged(lines, [c.seconds for c in clips], PLAIN)
    return timeline, mixed(timeline, clips)


def test_as_long_as_the_timeline_and_nothing_but_room_tone_between_the_clips() -> None:
    timeline, sound = story([clip(1.3), clip(0.7, 22_050), clip(2.01, 44_100)])
    assert len(sound) == timeline.samples
    heard = np.zeros(len(sound), bool)
    for event in timeline.events:
        heard[event.start : event.start + event.length] = True
        assert np.abs(sound[event.start : event.start + event.length]).max() > 0.05
    quiet = sound[~heard]
    assert 10 * np.log10(np.mean(quiet**2)) == pytest.approx(SPEECH_LUFS - 50.5, abs=0.5)
    assert np.abs(quiet).max() < 10 ** ((SPEECH_LUFS - 49 + 14) / 20)


def test_room_tone_is_a_setting_and_goes_on_without_a_step() -> None:
    none = SoundDesign(sounds=SoundSettings(room_tone_db=-100))
    clips = [clip(1.0)]
    digital = mixed(arranged([line("A.")], [1.0], none), clips)
    assert not digital[-RATE // 2 :].any()
    long = np.concatenate(list(mix(Timeline((), 25 * RATE, tone_db=0.0), clips.__getitem__)))
    steps = np.abs(np.diff(long))
    assert steps[10 * RATE - 2 : 10 * RATE + 2].max() <= steps.max()
    np.testing.assert_array_equal(long[: 10 * RATE], long[10 * RATE : 20 * RATE])


def test_blocks_are_a_second_long() -> None:
    timeline, _ = story([clip(1.0)])
    sizes = [len(b) for b in mix(timeline, [clip(1.0)].__getitem__)]
    assert set(sizes[:-1]) == {RATE}
    assert 0 < sizes[-1] <= RATE


def test_no_cut_is_a_step() -> None:
    """Clips that begin and end in full swing: the step into and out of silence stays below -60 dBFS."""
    loud = Clip(np.full(24_000, 0.5, np.float32), 24_000)
    timeline, sound = story([loud, loud])
    for event in timeline.events:
        for at in (event.start, event.start + event.length):
            assert np.abs(np.diff(sound[at - 3 : at + 3])).max() < 1e-3


def test_voices_of_different_level_come_out_alike() -> None:
    clips = [clip(3, gain_db=g, seed=s) for s, g in enumerate([0, -2, 5, 0])]
    voices = ["anna", "bert", "bert", "anna"]
    timeline, sound = story(clips, voices)
    levels = [measure_lufs(sound[e.start : e.start + e.length], RATE) for e in timeline.events]
    assert all(abs(level - SPEECH_LUFS) < 1.3 for level in levels), levels


def test_a_clip_is_corrected_by_8_db_at_most() -> None:
    for off in (-30, 12):
        samples = speech(2)
        samples *= np.float32(10 ** ((SPEECH_LUFS + off - measure_lufs(samples, 24_000)) / 20))
        timeline, sound = story([Clip(samples, 24_000)])
        (event,) = timeline.events
        after = measure_lufs(sound[event.start : event.start + event.length], RATE)
        assert abs(after - (SPEECH_LUFS + off)) < 8.5


def test_silence_mixed_in_changes_nothing() -> None:
    clips = [clip(1.0), clip(1.5)]
    timeline, sound = story(clips)
    with_silence = Timeline(
        tuple(sorted([*timeline.events, Event("hush", 0, timeline.samples)], key=lambda e: e.start)),
        timeline.samples,
        tone_db=timeline.tone_db,
    )
    np.testing.assert_array_equal(mixed(with_silence, clips, {"hush": np.zeros(RATE, np.float32)}), sound)


def test_the_mix_is_the_sum() -> None:
    one, two = sine(2, -20), sine(3, -26, 500)
    events = (Event("one", 1000, len(one), 6.0), Event("two", 50_000, len(two)))
    sound = mixed(Timeline(events, 4 * RATE + 50_000), [], {"one": one, "two": two})
    expected = np.zeros(len(sound))
    expected[1000 : 1000 + len(one)] += one * 10 ** (6 / 20)
    expected[50_000 : 50_000 + len(two)] += two
    np.testing.assert_allclose(sound, expected, atol=1e-6)


def test_a_bed_ducks_under_the_voice_and_comes_back() -> None:
    tone = sine(20, -20)
    event = Event("bed", 0, 20 * RATE, 0.0, 0, 0, ((5 * RATE, 10 * RATE),), -12.0)
    sound = mixed(Timeline((event,), 20 * RATE), [], {"bed": tone})

    def db(at: float) -> float:
        part = sound[round(at * RATE) : round((at + 0.5) * RATE)]
        return float(20 * np.log10(np.abs(part).max()))

    assert db(1) == pytest.approx(-20, abs=0.1)
    assert db(7) == pytest.approx(-32, abs=0.1)
    assert db(15) == pytest.approx(-20, abs=0.1)


def test_a_short_bed_is_repeated_without_a_step() -> None:
    bed = sine(1.01, -12, 333.3)
    event = Event("bed", 0, 5 * RATE, fade_in=100, fade_out=100)
    sound = mixed(Timeline((event,), 5 * RATE), [], {"bed": bed})
    slope = 2 * np.pi * 333.3 / RATE * 10 ** (-12 / 20)
    assert np.abs(np.diff(sound)).max() < slope * 1.5
    assert np.abs(sound[4 * RATE : -200]).max() > 0.2


def test_each_clip_is_asked_for_once_and_in_order() -> None:
    asked: list[int] = []
    clips = [clip(1.5) for _ in range(4)]
    timeline, _ = story(clips)

    def clip_of(i: int) -> Clip:
        asked.append(i)
        return clips[i]

    blocks = mix(timeline, clip_of)
    next(blocks)
    assert asked == [0]
    list(blocks)
    assert asked == [0, 1, 2, 3]


def test_two_runs_give_the_same_samples() -> None:
    clips = [clip(1.1), clip(0.9, 22_050)]
    np.testing.assert_array_equal(story(clips)[1], story(clips)[1])


@given(st.integers(0, 300), st.sampled_from([8000, 22_050, 24_000, 44_100, 48_000]))
@settings(max_examples=25, deadline=None)
def test_clips_of_a_few_samples(length: int, rate: int) -> None:
    tiny = Clip(np.full(length, 0.3, np.float32), rate)
    timeline = arranged([line("A.", voice="bert")], [tiny.seconds], PLAIN)
    sound = mixed(timeline, [tiny])
    assert len(sound) == timeline.samples
    assert np.isfinite(sound).all()


def test_what_is_missing_or_broken_is_an_error() -> None:
    with pytest.raises(MixingError, match="'ident' is missing"):
        list(mix(Timeline((Event("ident", 0, 10),), 10), [].__getitem__))
    bad = Clip(np.array([0.1, np.nan, 0.2] * 1000, np.float32), 44_100)
    with pytest.raises(MixingError, match="no numbers"):
        story([bad])
