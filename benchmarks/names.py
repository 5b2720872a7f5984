"""Which names the narrator says wrong, and whether given sounds help: each is said, transcribed and compared.

    python benchmarks/names.py NAMES.tsv OUT.tsv      # columns name, country, ipa; needs the extra `listen`

Names whose reading differs from `ipa` are said alone and in sentences, as the voice reads them and with `ipa`; what
the recogniser (Whisper base) writes is read in its turn: how far do its phonemes agree with those of `ipa` (1: all)? So
`Melanchon` counts as Mélenchon, and `If` is near to Aoife where `AI's` is not. OUT has a row a name, with the means
before and after, alone and in sentences. Where their sum rises by 2 * HELPS and neither falls by HURTS, the sounds
belong into voices/lexicon.toml (`yes`). Many clips share one window of the recogniser's 30 s, in shuffled order, so
that one name's readings don't lead it to another's, and its encoder, most of the work, runs once for all of them.
"""

from __future__ import annotations

import csv
import difflib
import random
import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import soxr

from audioedition.checking.listening import _recogniser, find_model
from audioedition.engines import load_engine, load_voices
from audioedition.engines.hibari import _load
from audioedition.engines.misaki import Word, misaki
from audioedition.model import Utterance, Voice
from measuring import ROOT

SAME, HELPS, HURTS = 0.95, 0.1, 0.03
ALONE = ("{}.", "{}!")
SENTENCES = ("They asked {} about it on Monday.", "We have heard that {} is on the list.")
COLUMNS = (
    *("name", "country", "ipa", "alone before", "alone after", "in sentences before", "in sentences after"),
    *("helps", "heard before", "heard after"),
)
RATE, WINDOW_S, GAP_S = 16_000, 29.5, 0.9


@dataclass
class Take:
    """One name said once."""

    name: str
    ipa: str
    form: str
    given: bool
    heard: str = ""

    def sound(self) -> np.ndarray:
        """At RATE, GAP_S of silence after it."""
        voice = load_voices(ROOT)["heart"]
        text = self.form.format(self.name)
        at = text.index(self.name)
        phonemes = ((at, at + len(self.name), self.ipa),) if self.given else ()
        clip = load_engine(voice.engine).synthesise(Utterance(text, voice, "en-US", phonemes=phonemes))
        return np.pad(soxr.resample(clip.samples, clip.rate, RATE), (0, int(GAP_S * RATE)))


def main() -> None:
    """Write the table."""
    source, out = map(Path, sys.argv[1:3])
    names = [row for row in rows(source) if agreement(row["name"], row["ipa"]) < SAME]
    takes: list[Take] = []
    for forms in (ALONE, SENTENCES):
        some = [Take(n["name"], n["ipa"], form, given) for n in names for form in forms for given in (False, True)]
        random.Random(1).shuffle(some)
        for window in windows(some):
            transcribe(window)
        takes += some
    by_name = defaultdict(list)
    for take in takes:
        by_name[take.name].append(take)
    with out.open("w", encoding="utf-8") as file:
        print(*COLUMNS, sep="\t", file=file)
        for row in names:
            said = by_name[row["name"]]
            means = [mean(said, forms, given) for forms in (ALONE, SENTENCES) for given in (False, True)]
            rises = means[1] - means[0], means[3] - means[2]
            helps = "yes" if sum(rises) >= 2 * HELPS and min(rises) > -HURTS else "no"
            heard = (" / ".join(t.heard for t in said if t.given is given) for given in (False, True))
            cells = (row["name"], row["country"], row["ipa"], *(f"{m:.2f}" for m in means), helps, *heard)
            print(*cells, sep="\t", file=file)


def rows(path: Path) -> list[dict[str, str]]:
    """The rows of a table with tabs."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def windows(takes: Sequence[Take]) -> Iterator[list[tuple[Take, np.ndarray]]]:
    """The takes with their sounds, as many as fit one window of the recogniser."""
    some: list[tuple[Take, np.ndarray]] = []
    for take in takes:
        sound = take.sound()
        if some and sum(len(s) for _, s in some) + len(sound) > WINDOW_S * RATE:
            yield some
            some = []
        some.append((take, sound))
    yield some


def transcribe(window: Sequence[tuple[Take, np.ndarray]]) -> None:
    """Write into each take what is heard in its time."""
    recogniser: Any = _recogniser(find_model() or sys.exit("no recogniser: pip install audioedition[listen]"))
    lead = np.zeros(int(GAP_S / 2 * RATE), np.float32)
    sound = np.concatenate([lead, *(s for _, s in window)]).astype(np.float32)
    found, _ = recogniser.transcribe(
        sound, language="en", beam_size=5, condition_on_previous_text=False, word_timestamps=True
    )
    ends = np.cumsum([len(s) / RATE for _, s in window])
    for segment in found:
        for word in segment.words or ():
            at = int(np.searchsorted(ends, (word.start + word.end) / 2))
            window[min(at, len(window) - 1)][0].heard += word.word


def mean(takes: Sequence[Take], forms: Sequence[str], given: bool) -> float:
    """Mean agreement of the takes in `forms`."""
    return float(np.mean([agreement(t.heard, t.ipa) for t in takes if t.form in forms and t.given is given]))


def agreement(heard: str, ipa: str) -> float:
    """Share of sounds that what was heard, read aloud, has in common with `ipa`; stress and the sentence left out."""
    rest = r"^\W*they asked| about it on monday\W*$|^\W*we(?: have|'ve) heard that| is on the list\W*$"
    name = re.sub(rest, "", heard, flags=re.IGNORECASE)
    words = _load("heart", None).english.words(Utterance(name or "-", Voice("heart", "hibari", "heart")))
    read, wanted = (re.sub(r"[^a-zA-Zæðŋɐɑɒɔəɚɛɜɡɪɹɾʃʊʌʒʤʧθᵊᵻ]", "", text) for text in (sounds(words), misaki(ipa)))
    return difflib.SequenceMatcher(None, read, wanted, autojunk=False).ratio()


def sounds(words: list[Word]) -> str:
    """The phonemes of all words."""
    return "".join(phonemes for _, _, phonemes in words)


if __name__ == "__main__":
    main()
