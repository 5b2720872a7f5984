"""Each trap of pyttsx3 2.99 has its test here; the names say what it does."""

from __future__ import annotations

import dataclasses
import functools
import os
import signal
import sys

import pytest

from audioedition.engines import load_engine, pyttsx3_process, system
from audioedition.engines.distrusted import implausible
from audioedition.engines.pyttsx3_process import say
from audioedition.engines.system import SystemEngine
from audioedition.engines.system_voices import system_voices
from audioedition.errors import AudioEditionError, SynthesisError
from audioedition.machine.workers import WorkerPool
from audioedition.model import Gender, Utterance, Voice
from audioedition.testing import EngineContract

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="eSpeak's voices")

VOICE = Voice("system-en-gb", engine="system", id="en", language="en-GB", gender=Gender.MALE)


class TestSystem(EngineContract):
    voice = VOICE
    foreign = ()

    def test_a_text_in_another_script_is_read_by_a_voice_that_can(self, engine):
        for text in ("市议会星期二投票决定关闭港口道路。", "صوت المجلس يوم الثلاثاء", "Совет проголосовал во вторник."):
            own = engine.synthesise(Utterance(text, VOICE))
            assert own.seconds > 1.2
            assert not (own.samples[:1000] == engine.synthesise(self.utterance("Chinese letter")).samples[:1000]).all()


def test_japanese_is_refused_where_espeak_would_say_chinese_letter():
    japanese = dataclasses.replace(VOICE, id="ja", language="ja")
    assert load_engine("system").synthesise(Utterance("みなとの みち", japanese)).seconds > 0.5
    with pytest.raises(SynthesisError, match="kana only"):
        load_engine("system").synthesise(Utterance("港の道路", japanese))


@pytest.fixture
def child():
    """What the engine sees of pyttsx3: one function, called in a process of its own."""
    with WorkerPool(1, attempts=1) as pool:

        def call(function, *args, timeout_s=20.0):
            pool.submit("call", function, *args, timeout_s=timeout_s)
            (outcome,) = pool.completed()
            return outcome.result()

        yield call


def seconds(result) -> float:
    pcm, rate = result
    return len(pcm) / 2 / rate


def test_run_and_wait_returns_before_the_file_exists(child):
    long = "The harbour road is closed to all traffic until the spring, the council said. " * 5
    assert len(long) > 350
    assert seconds(child(say, long, "en", 170)) > 15


def test_a_text_is_not_written_during_the_next_call(child):
    long, short = "The harbour road is closed to all traffic. " * 8, "Good morning."
    first = seconds(child(say, long, "en", 170))
    assert seconds(child(say, short, "en", 170)) < 2 < 10 < first
    assert seconds(child(say, long, "en", 170)) == first


def test_an_article_of_any_length_is_said_whole():
    engine = SystemEngine()
    text = "The harbour road is closed to all traffic until the spring, the council said on Tuesday. " * 220
    assert len(text) > 18_400  # where pyttsx3 itself ends in a segmentation fault
    clip = engine.synthesise(Utterance(text, VOICE))
    assert len(clip.words) == len(text.split())
    assert len(text.split()) / clip.seconds * 60 == pytest.approx(170, rel=0.2)
    engine.close()


def test_an_unwritable_file_is_an_error(child, tmp_path):
    with pytest.raises(AudioEditionError, match=r"did not finish|wrote no file|longer than"):
        child(functools.partial(_without_scratch, str(tmp_path / "not there")), timeout_s=20)


def _without_scratch(folder: str):
    from types import SimpleNamespace

    pyttsx3_process._scratch = lambda: SimpleNamespace(name=folder)
    pyttsx3_process.CHILD_TIMEOUT_S = 1
    return say("Hello.", "en", 170)


def test_nothing_it_prints_gets_out(child, capfd):
    child(say, "Hello.", "en", 170)
    assert capfd.readouterr() == ("", "")


def test_calls_from_several_threads_get_their_own_sound():
    """pyttsx3 is one shared engine per process, and not safe for threads: so every engine has its own process."""
    from concurrent.futures import ThreadPoolExecutor

    texts = ["One.", "The harbour road is closed to all traffic until the spring."]

    def run(text: str) -> float:
        engine = SystemEngine()
        try:
            return engine.synthesise(Utterance(text, VOICE)).seconds
        finally:
            engine.close()

    alone = [run(text) for text in texts]
    with ThreadPoolExecutor(2) as threads:
        assert list(threads.map(run, texts)) == alone


def test_the_speed_is_the_one_asked_for_every_time(child):
    """pyttsx3 sometimes speaks at its own 200 words a minute: one in ten, before we waited for eSpeak's thread."""
    text = "The council voted on Tuesday to close the harbour road."
    assert len({seconds(child(say, text, "en", 150)) for _ in range(40)}) == 1


def test_the_speed_is_the_same_in_every_process(child):
    text = "The council voted on Tuesday to close the harbour road."
    lengths = {seconds(child(say, text, "en", 200)) for _ in range(3)}
    with WorkerPool(1) as other:
        other.submit("x", say, text, "en", 200)
        (outcome,) = other.completed()
    assert {*lengths, seconds(outcome.value)} == lengths
    assert len(lengths) == 1


def test_a_nul_character_does_not_cut_the_text():
    clip = load_engine("system").synthesise(Utterance("Before\x00and after the break.", VOICE))
    assert len(clip.words) == 5
    assert clip.seconds > 1.2


def test_a_killed_child_is_replaced():
    engine = SystemEngine()
    utterance = Utterance("The council voted.", VOICE)
    whole = engine.synthesise(utterance).seconds
    (pid,) = engine._child.pids
    os.kill(pid, signal.SIGKILL)
    assert engine.synthesise(utterance).seconds == whole
    assert engine._child.pids != [pid]
    engine.close()


def test_a_hanging_child_costs_two_tries_and_one_clear_error(monkeypatch):
    monkeypatch.setattr(system, "say", _hang)
    monkeypatch.setattr(system, "CHILD_TIMEOUT_S", 0.3)
    engine = SystemEngine()
    with pytest.raises(SynthesisError, match=r"system-en-gb cannot say 'Hello\.': .*longer than 0.3 s"):
        engine.synthesise(Utterance("Hello.", VOICE))
    assert engine._child.pids == []


def _hang(*_: object) -> None:
    signal.pause()


def test_a_file_that_is_too_short_for_its_text_is_not_believed(monkeypatch):
    monkeypatch.setattr(system, "say", _say_half)
    with pytest.raises(SynthesisError, match=r"only 0.02 s of sound came out for 8 letters"):
        SystemEngine().synthesise(Utterance("Good morn", VOICE))


def _say_half(*_: object) -> tuple[bytes, int]:
    return b"\x10\x00" * 441, 22050


def test_what_length_is_plausible():
    assert not implausible("The council voted on Tuesday.", 1.8)
    assert not implausible("北京欢迎你", 2.2)
    assert not implausible("No.", 0.3)
    assert "only" in implausible("The council voted on Tuesday to close the road.", 0.3)
    assert "60 s" in implausible("No.", 60)


def test_a_voice_for_every_language_found_without_loading_a_library():
    voices = {voice.name: voice for voice in system_voices()}
    assert voices["system-en-gb"].id == "en"
    assert voices["system-zh"].language == "zh"
    assert voices["system-no"].language == "no"
    assert voices["system-de"].gender is Gender.MALE
    assert voices["system-de-woman"].gender is Gender.FEMALE
    assert not [name for name in voices if "piqd" in name or "latn" in name]
    assert len({voice.language for voice in voices.values()}) > 100


def test_every_listed_voice_is_one_that_espeak_knows(child):
    listed = {name.partition("/")[2] or name for name, *_ in child(pyttsx3_process.list_voices)}
    plain = {voice.id.lower() for voice in system_voices() if "+" not in voice.id}
    assert not plain - listed


def test_a_woman_sounds_different():
    engine = load_engine("system")
    woman = dataclasses.replace(VOICE, id="en+f2")
    man_clip, woman_clip = (engine.synthesise(Utterance("Good morning.", v)) for v in (VOICE, woman))
    assert not (man_clip.samples[:8000] == woman_clip.samples[:8000]).all()
