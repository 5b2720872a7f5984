"""What each stage makes of the same material: a change has to be declared, by a higher number in `model/stages.py`.

python tests/build/test_stages.py      keeps what is made now, and raises the numbers of the stages that changed
"""

from __future__ import annotations

import dataclasses
import json
import re
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest import mock

import numpy as np
import pytest

from audioedition import engines
from audioedition.covers import artwork
from audioedition.episode import transcripts
from audioedition.episode.pieces import Parted
from audioedition.machine.cache import ClipCache
from audioedition.machine.digests import data_digest, digest
from audioedition.model import Chapter, Clip, Cue, Line, Script, Utterance, Voice, stages
from audioedition.project import load_project
from audioedition.reading import read_article
from audioedition.script.making import make_script
from audioedition.settings.sounddesign import SoundDesign
from audioedition.sound import encoding, joining, mastering, mixing, shaping
from audioedition.sound.loudness import RATE
from audioedition.sound.timeline import Timeline, arrange
from audioedition.tagging import Tags, id3
from audioedition.tagging.fields import cleaned

KEPT = Path(__file__).parent / "stages.json"
TEXT = """The ferry runs again

By Ida Holm

2 March 2025

PORT ELLERY — The ferry to Gull Island ran on Monday for the first time in 7 days, at a cost of $3.2m.

“I have never been so glad to be seasick,” said Dr. Tom Barrow, 41, who had missed his own wedding.

The next storm is expected on 3/4/2025. “Let it come,” he added.
"""
PAGE = (
    "<html lang=en><head><title>Swan</title></head><body><article><h1>A swan for the town</h1>"
    "<p>By Per Lind</p><p>The council bought a swan on Monday, by a vote of 7 to 4.</p>"
    "<p>“One was lonely,” said the mayor, Ruth Abel.</p></article><footer>Share this</footer></body></html>"
)
OTHERS = (
    """Fähre fährt wieder

Von Lena Hartwig

Ebenwalde (hm). Am Montag, 3. März 2025, hat die Fähre nach Elmbach um 8.30 Uhr wieder abgelegt; 3,2 Mio. Euro hat \
das gekostet.

„Ich war noch nie so froh, seekrank zu sein“, sagte die Bürgermeisterin von Ebenwalde, Dr. Petra Wolzen (41).

Im Spiel danach gewann der TSV Elmbach mit 28:25 (13:11). (hm)
""",
    """De veerboot vaart weer

Door Ida Brand

EBBENVEEN - De veerboot naar Elmbeek vertrok maandag 3 maart om 8.30 uur, voor € 12,- per rit.

,,Ik was nog nooit zo blij dat ik zeeziek was'', zegt wethouder Marit Veerman. Zij miste haar eigen bruiloft.
""",
    """O barco volta a navegar

Por Célia Mendes

Valdouro, 3 mar 2025 - O barco para a Ilha do Sul partiu na segunda-feira às 8h30, com 21 passageiras.

“Nunca estive tão contente por enjoar”, disse a presidente da junta, Joana Abreu, de 41 anos. A câmara pagou 3,2 mil \
euros, mas ainda não sabe quando é que o barco volta a parar por causa do mau tempo.
""",
)
VOICE = Voice("high", "tone", "high")


def scripts() -> list[Script]:
    """Read by the voices of a plain installation: that of `kokoro`, if it is here, would be cast."""
    away = {**engines._EXTRA, "kokoro": ("kokoro", "no_such_module")}
    with TemporaryDirectory() as folder, mock.patch.object(engines, "_EXTRA", away):
        project = load_project(Path(folder))
        given = ((TEXT, "text/plain"), (PAGE, "text/html"), *((text, "text/plain") for text in OTHERS))
        return [make_script(read_article(text, media_type=kind), project) for text, kind in given]


def lines() -> list[Line]:
    words = ("Harbour wall to be raised", "The wall will be raised.", "It was time.")
    roles = ("headline", "body", "quote")
    return [
        Line(role, text, 0, len(text), text, "high", Utterance(text, VOICE), pause_ms=700)
        for role, text in zip(roles, words, strict=True)
    ]


def timeline() -> Timeline:
    return arrange(lines(), [1.5, 2.0, 1.0], SoundDesign(sound="plain"))


def tone(seconds: float) -> np.ndarray[tuple[int], np.dtype[np.float32]]:
    at = np.arange(round(seconds * RATE)) / RATE
    return (0.2 * np.sin(2 * np.pi * 330 * at) * (1 + 0.5 * np.sin(2 * np.pi * 3 * at))).astype(np.float32)


def loudness(samples: np.ndarray[tuple[int], np.dtype[np.float32]]) -> list[float]:
    """Half dB of every tenth of a second: what a change would move, and another processor's rounding does not."""
    tenths = samples[: len(samples) // 4410 * 4410].reshape(-1, 4410)
    return [round(2 * max(float(10 * np.log10(np.mean(t**2) + 1e-12)), -90.0)) / 2 for t in tenths]


def mixed() -> np.ndarray[tuple[int], np.dtype[np.float32]]:
    seconds = (1.5, 2.0, 1.0)
    return np.concatenate(list(mixing.mix(timeline(), lambda i: Clip(tone(seconds[i]), RATE), lambda _: tone(1.0))))


def mastered() -> np.ndarray[tuple[int], np.dtype[np.float32]]:
    return np.concatenate(list(mastering.master(lambda: iter([tone(6.0)]), mastering.target_of("podcast"))))


def encoded(folder: Path) -> Path:
    path = folder / "a.mp3"
    encoding.encode([tone(2.0)], path)
    return path


def made_by_encoding() -> object:
    with TemporaryDirectory() as folder:
        path = encoded(Path(folder))
        found = encoding.measure(path)
        whole = [path.read_bytes()[:156].hex(), path.stat().st_size, round(found.seconds, 3), round(found.lufs)]
        return [*whole, made_in_pieces(Path(folder))]


def made_in_pieces(folder: Path) -> object:
    parts, clips, path = timeline(), [Clip(tone(s), RATE) for s in (1.5, 2.0, 1.0)], folder / "pieces.mp3"
    target = mastering.target_of("podcast")
    assert Parted(parts, "abc", clips.__getitem__, target, "standard", ClipCache(folder / "cache")).join(path)
    return [len(parts.seams), path.stat().st_size, round(encoding.measure(path).seconds, 3)]


def made_by_joining() -> object:
    with TemporaryDirectory() as folder:
        path = encoded(Path(folder))
        joined = joining.join([path, path], Path(folder) / "b.mp3")
        return dataclasses.astuple(joined)


def cues() -> list[Cue]:
    return [
        Cue(500, 2000, "Harbour wall to be raised", "The Post", "headline"),
        Cue(2700, 4700, "It was time.", "Ana", "quote"),
    ]


TAGS = Tags(
    "Wall",
    ("Ana",),
    "The Post",
    3,
    date="2026-11-22T08:30:00+00:00",
    language="en",
    transcript="It was time.",
    url="https://post.example/wall",
    chapters=(Chapter(0, 2000, "Wall"), Chapter(2000, 4000, "Time")),
)


def made_by_covers() -> object:
    import io

    import PIL.Image

    with PIL.Image.open(io.BytesIO(artwork.cover("The Post", "Ida Holm"))) as image:
        small = image.convert("L").resize((6, 6))
        return [image.size, image.mode, image.format, [round(p / 32) for p in small.tobytes()]]


MADE: dict[str, Callable[[], object]] = {
    "reading": lambda: [
        (s.article.text, s.article.headline, s.article.bylines, s.article.published) for s in scripts()
    ],
    "segmentation": lambda: [
        [(str(x.role), x.start, x.end, x.speaker.name if x.speaker else "") for x in s.segments]
        + [(d.start, d.end, str(d.reason)) for d in s.dropped]
        for s in scripts()
    ],
    "spoken": lambda: [[(x.spoken, x.utterance.phonemes) for x in s.segments] for s in scripts()],
    "casting": lambda: [[x.voice for x in s.segments] for s in scripts()],
    "pauses": lambda: [[x.pause_ms for x in s.segments] for s in scripts()],
    "tunes": lambda: [[[x.utterance.tune, x.utterance.asides] for x in s.segments] for s in scripts()],
    "shaping": lambda: loudness(shaping.shape(tone(3.0), RATE)),
    "arranging": lambda: dataclasses.astuple(timeline()),
    "mixing": lambda: loudness(mixed()),
    "mastering": lambda: loudness(mastered()),
    "encoding": made_by_encoding,
    "joining": made_by_joining,
    "tagging": lambda: data_digest(id3.build(cleaned(TAGS))),
    "covers": made_by_covers,
    "transcripts": lambda: [transcripts.webvtt(cues(), 5000), transcripts.srt(cues(), 5000)],
    "chapters": lambda: transcripts.chapters_json(TAGS.chapters),
}
"""Stage -> what it makes."""


def made(stage: str) -> str:
    return digest(json.loads(json.dumps(MADE[stage]())))


def test_every_stage_has_its_number_and_its_material() -> None:
    assert MADE.keys() == stages.STAGES.keys() == json.loads(KEPT.read_text()).keys()


@pytest.mark.parametrize("stage", MADE)
def test_a_change_is_declared(stage: str) -> None:
    number, kept = json.loads(KEPT.read_text())[stage]
    now = stages.STAGES[stage][0]
    assert made(stage) == kept, f"{stage} makes something else: raise its number with python {Path(__file__).name}"
    assert now == number, (
        f"the number of {stage} was raised by hand: keep what it makes with python {Path(__file__).name}"
    )


def test_a_comment_costs_nothing_and_a_number_reaches_what_it_says() -> None:
    assert stages.versions("file") == [f"joining {stages.STAGES['joining'][0]}"]
    assert set(stages.versions()) >= {*stages.versions("part"), *stages.versions("script")}


def keep() -> None:
    """Keep what is made now, and raise the numbers of the stages that make something else than what was kept."""
    kept = json.loads(KEPT.read_text()) if KEPT.is_file() else {}
    source = Path(stages.__file__)
    text, now = source.read_text(encoding="utf-8"), {}
    for stage, (number, _) in stages.STAGES.items():
        found = made(stage)
        if stage in kept and kept[stage][1] != found and kept[stage][0] == number:
            number += 1
            text = re.sub(rf'("{stage}": \()\d+', rf"\g<1>{number}", text)
            print(f"{stage}: {number}")
        now[stage] = [number, found]
    source.write_text(text, encoding="utf-8")
    KEPT.write_text(json.dumps(now, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(keep())
