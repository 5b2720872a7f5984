from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from audioedition.engines import fingerprint, load_engine, synthesis
from audioedition.engines.synthesis import synthesise
from audioedition.errors import CacheError, SynthesisError
from audioedition.machine.cache import ClipCache, clip_key
from audioedition.machine.workers import WorkerPool
from audioedition.model import Utterance, Voice
from audioedition.sound.loudness import measure_lufs
from audioedition.sound.shaping import shape

HIGH, LOW = Voice("anna", "tone", "high"), Voice("ben", "tone", "low")
UTTERANCES = [
    Utterance("The road is closed.", HIGH),
    Utterance("Until when?", LOW),
    Utterance("The road is closed.", HIGH),
]


def test_each_utterance_has_its_clip_in_order(tmp_path):
    infos = synthesise(UTTERANCES, ClipCache(tmp_path))
    cache = ClipCache(tmp_path)
    assert [info.key for info in infos] == [clip_key(u, fingerprint(u.voice)) for u in UTTERANCES]
    assert infos[0] == infos[2]
    assert cache.stats().clips == 2
    for info in infos:
        clip = cache.get(info.key)
        assert (len(clip.samples), clip.rate, clip.words) == (info.samples, info.rate, info.words)
        assert measure_lufs(clip.samples, clip.rate) == pytest.approx(info.lufs, abs=0.05)


def test_what_the_cache_holds_is_not_said_again(tmp_path, monkeypatch):
    first = synthesise(UTTERANCES, ClipCache(tmp_path))

    def never(name):
        raise AssertionError("an engine was loaded")

    monkeypatch.setattr(synthesis, "load_engine", never)
    assert synthesise(UTTERANCES, ClipCache(tmp_path)) == first


def test_a_damaged_clip_is_made_again(tmp_path):
    (first,) = synthesise(UTTERANCES[:1], ClipCache(tmp_path))
    (path,) = tmp_path.glob("clips/*/*")
    whole = path.read_bytes()
    path.write_bytes(whole[:-100])
    assert synthesise(UTTERANCES[:1], ClipCache(tmp_path)) == [first]
    assert path.read_bytes() == whole


def test_what_cannot_be_said_is_named_shortened_with_its_voice(tmp_path):
    text = "— " * 100
    with pytest.raises(SynthesisError) as error:
        synthesise([*UTTERANCES, Utterance(text, HIGH)], ClipCache(tmp_path))
    assert str(error.value).startswith("voice anna cannot say '— — —")
    assert len(str(error.value)) < 150
    assert ClipCache(tmp_path).stats().clips == 2


def test_any_exception_of_an_engine_becomes_one_clear_error(tmp_path, monkeypatch):
    class Broken:
        def synthesise(self, utterance):
            return np.zeros(3)[7]

    monkeypatch.setattr(synthesis, "load_engine", lambda name: Broken())
    with pytest.raises(SynthesisError, match=r"voice anna cannot say 'The road is closed\.': IndexError"):
        synthesise(UTTERANCES[:1], ClipCache(tmp_path))


def test_a_cache_that_cannot_be_written_is_an_error_of_its_own(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(CacheError):
        synthesise(UTTERANCES, ClipCache(tmp_path / "file"))


@pytest.mark.parametrize("jobs", [1, 3])
def test_the_number_of_workers_changes_nothing(tmp_path, jobs):
    utterances = [Utterance(f"Sentence {'x' * i}.", HIGH if i % 2 else LOW) for i in range(12)]
    with WorkerPool(jobs) as pool:
        for i, utterance in enumerate(utterances):
            pool.submit(i, synthesise, [utterance], ClipCache(tmp_path))
        found = {outcome.key: outcome.result()[0] for outcome in pool.completed()}
    here = synthesise(utterances, ClipCache(tmp_path / "here"))
    assert [found[i] for i in range(12)] == here
    names = sorted(p.relative_to(tmp_path / "here") for p in (tmp_path / "here").rglob("*.clip"))
    assert all((tmp_path / name).read_bytes() == (tmp_path / "here" / name).read_bytes() for name in names)


@pytest.mark.parametrize("name", ["heart", "joe"])
def test_real_voices_say_the_same_in_every_process(tmp_path, name):
    voice = Voice(name, {"heart": "hibari", "joe": "piper"}[name], name)
    utterance = Utterance("Good morning.", voice)
    with WorkerPool(1) as pool:
        pool.submit("a", synthesise, [Utterance("First something else.", voice), utterance], ClipCache(tmp_path))
        (outcome,) = pool.completed()
    there = ClipCache(tmp_path).get(outcome.result()[1].key)
    here = load_engine(voice.engine).synthesise(dataclasses.replace(utterance))
    assert np.abs(there.samples - shape(here.samples, here.rate)).max() <= 1 / 32768
