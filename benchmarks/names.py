"""Which names the narrator says wrong, and whether given sounds help: each is said, transcribed and compared.

    python benchmarks/names.py NAMES.tsv OUT.tsv [SECONDS]     # columns name, country, ipa; needs the extra `listen`

Names whose reading differs from `ipa` are said alone and in sentences, as the voice reads them and with `ipa`; what
the recogniser (Whisper base) writes is read in its turn: how far do its phonemes agree with those of `ipa` (1: all)? So
`Melanchon` counts as Mélenchon, and `If` is near to Aoife where `AI's` is not. A name of the table that is written
counts as said right, whatever the voice would make of its letters. OUT has a row a name, with the means
before and after, alone and in sentences. Where their sum rises by 2 * HELPS and each by BOTH, the sounds
belong into voices/lexicon.toml (`yes`). Many clips share one window of the recogniser's 30 s, in shuffled order, so
that one name's readings don't lead it to another's, and its encoder, most of the work, runs once for all of them.
What has been heard is kept in OUT.tsv.takes, so that it may be stopped, at the latest after SECONDS, and started again.
In sentences only those are said that are better by HELPS alone: for the others nothing would be done.
"""

from __future__ import annotations

import csv
import difflib
import json
import random
import re
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

import numpy as np
import soxr

from audioedition.checking.listening import _recogniser, find_model
from audioedition.engines import load_engine, load_voices
from audioedition.engines.hibari import _load
from audioedition.engines.misaki import Word, misaki
from audioedition.model import Utterance, Voice
from measuring import ROOT

SAME, HELPS, BOTH = 0.95, 0.1, 0.05
ALONE = ("{}.", "{}!")
SENTENCES = ("They asked {} about it on Monday.", "We have heard that {} is on the list.")
COLUMNS = (
    *("name", "country", "ipa", "alone before", "alone after", "in sentences before", "in sentences after"),
    *("helps", "heard before", "heard after"),
)
RATE, WINDOW_S, GAP_S = 16_000, 29.5, 0.9
REST = r"^\W*they asked| about it on monday\W*$|^\W*we(?: have|'ve) heard that| is on the list\W*$"
"""What is left out of what was heard: the sentence."""
NO_SOUND = r"[^a-zA-Zæðŋɐɑɒɔəɚɛɜɡɪɹɾʃʊʌʒʤʧθᵊᵻ]|(?<=ɹ)ɹ"
SAME_SOUND = str.maketrans("Tᵊᵻɚ", "təɪə")
"""Two ways of writing one sound: it is the same name with either."""
TOGETHER = 160
"""Takes that are shuffled."""


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
    """Hear what has not been heard, and write the table of the names that have been."""
    source, out = map(Path, sys.argv[1:3])
    ends_at = time.monotonic() + float(sys.argv[3] if len(sys.argv) > 3 else "inf")
    names = [row for row in rows(source) if agreement(row["name"], row["ipa"]) < SAME]
    known = {row["name"].casefold(): row["ipa"] for row in rows(source)}
    heard = Heard(out.with_name(f"{out.name}.takes"), known)
    heard.all([(row, form) for row in names for form in ALONE], ends_at)
    better = [row for row in names if (rise := heard.rise(row["name"], ALONE)) is not None and rise >= HELPS]
    heard.all([(row, form) for row in better for form in SENTENCES], ends_at)
    with out.open("w", encoding="utf-8") as file:
        print(*COLUMNS, sep="\t", file=file)
        for row in names:
            if heard.rise(row["name"], ALONE) is not None:
                print(*heard.cells(row), sep="\t", file=file)


class Heard:
    """Takes and what was heard of them, in the file at `path`."""

    def __init__(self, path: Path, known: dict[str, str]):
        self.path, self.known = path, known
        self.takes: dict[tuple[str, str, bool], Take] = {}
        if path.is_file():
            for line in path.read_text(encoding="utf-8").splitlines():
                self._keep(Take(**json.loads(line)))

    def _keep(self, take: Take) -> None:
        self.takes[take.name, take.form, take.given] = take

    def all(self, wanted: Sequence[tuple[dict[str, str], str]], ends_at: float) -> None:
        """Hear these names in these forms, with and without given sounds, until that moment of the monotonic clock."""
        new = [Take(row["name"], row["ipa"], form, given) for row, form in wanted for given in (False, True)]
        new = [take for take in new if (take.name, take.form, take.given) not in self.takes]
        # Takes of a name lie near one another, so that what has been heard when it is stopped are whole names.
        for start in range(0, len(new), TOGETHER):
            some = new[start : start + TOGETHER]
            random.Random(1).shuffle(some)
            for window in windows(some):
                if time.monotonic() > ends_at:
                    return
                transcribe(window)
                with self.path.open("a", encoding="utf-8") as file:
                    for take, _ in window:
                        self._keep(take)
                        print(json.dumps(asdict(take), ensure_ascii=False), file=file)

    def mean(self, name: str, forms: Sequence[str], given: bool) -> float | None:
        """Mean agreement of the name's takes in `forms`; None where one has not been heard."""
        found = [self.takes.get((name, form, given)) for form in forms]
        if not all(found):
            return None
        return float(np.mean([agreement(take.heard, take.ipa, self.known) for take in found if take]))

    def rise(self, name: str, forms: Sequence[str]) -> float | None:
        """By how much given sounds help the name in `forms`; None where that is not known."""
        before, after = (self.mean(name, forms, given) for given in (False, True))
        return None if before is None or after is None else after - before

    def cells(self, row: dict[str, str]) -> list[str]:
        """The name's row of the table."""
        name = row["name"]
        means = [self.mean(name, forms, given) for forms in (ALONE, SENTENCES) for given in (False, True)]
        rises = [rise for forms in (ALONE, SENTENCES) if (rise := self.rise(name, forms)) is not None]
        helps = "yes" if len(rises) == 2 and sum(rises) >= 2 * HELPS and min(rises) >= BOTH else "no"
        said = [
            " / ".join(t.heard.strip() for (who, _, how), t in self.takes.items() if (who, how) == (name, given))
            for given in (False, True)
        ]
        return [name, row["country"], row["ipa"], *("" if m is None else f"{m:.2f}" for m in means), helps, *said]


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


def agreement(heard: str, ipa: str, known: Mapping[str, str] = MappingProxyType({})) -> float:
    """Share of sounds that what was heard, read aloud, has in common with `ipa`; stress and the sentence left out.

    `known`: how words sound that the voice need not read by itself.
    """
    name = re.sub(REST, "", heard, flags=re.IGNORECASE) or "-"
    given = tuple((*m.span(), known[w]) for m in re.finditer(r"[\w'’-]+", name) if (w := m.group().casefold()) in known)
    words = _load("heart", None).english.words(Utterance(name, Voice("heart", "hibari", "heart"), phonemes=given))
    read, wanted = (re.sub(NO_SOUND, "", text).translate(SAME_SOUND) for text in (sounds(words), misaki(ipa)))
    return difflib.SequenceMatcher(None, read, wanted, autojunk=False).ratio()


def sounds(words: list[Word]) -> str:
    """The phonemes of all words."""
    return "".join(phonemes for _, _, phonemes in words)


if __name__ == "__main__":
    main()
