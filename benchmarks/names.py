"""Which names the narrator says wrong, and whether given sounds help: each is said, transcribed and compared.

    python benchmarks/names.py NAMES.tsv OUT.tsv      # columns name, country, ipa; needs the extra `listen`

Names whose reading differs from `ipa` are said alone and in a sentence, as the voice reads them and with `ipa`; what
the recogniser (Whisper base) writes is read in its turn: how far do its phonemes agree with those of `ipa` (1: all)? So
`Melanchon` counts as Mélenchon, and `If` is near to Aoife where `AI's` is not. OUT has a row a name, with the mean of
both forms before and after; where that rises by HELPS, the sounds belong into voices/lexicon.toml. A run that was
stopped goes on.
"""

from __future__ import annotations

import csv
import difflib
import re
import sys
import tempfile
import wave
from pathlib import Path

import numpy as np

from audioedition.checking.listening import transcribe
from audioedition.engines import load_engine, load_voices
from audioedition.engines.hibari import _load
from audioedition.engines.misaki import Word, misaki
from audioedition.model import Utterance, Voice
from measuring import ROOT

SAME, HELPS = 0.95, 0.15
FORMS = ("{}.", "They asked {} about it on Monday.")


def main() -> None:
    """Write the table, a row as soon as it is known."""
    source, out = map(Path, sys.argv[1:3])
    done = {row["name"] for row in rows(out)} if out.exists() else set()
    with out.open("a", encoding="utf-8") as file:
        if not done:
            print("name\tcountry\tipa\tbefore\tafter\theard before\theard after", file=file, flush=True)
        for row in rows(source):
            if row["name"] in done or agreement(row["name"], row["ipa"]) >= SAME:
                continue
            before, heard = said(row["name"], row["ipa"], given=False)
            after, then = said(row["name"], row["ipa"], given=True)
            cells = (row["name"], row["country"], row["ipa"], f"{before:.2f}", f"{after:.2f}", heard, then)
            print(*cells, sep="\t", file=file, flush=True)


def rows(path: Path) -> list[dict[str, str]]:
    """The rows of a table with tabs."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def said(name: str, ipa: str, given: bool, voice: str = "heart") -> tuple[float, str]:
    """How far what is heard in FORMS agrees with `ipa`, from 0 to 1, and what was written."""
    engine = load_engine(load_voices(ROOT)[voice].engine)
    agree, wrote = [], []
    for form in FORMS:
        text = form.format(name)
        at = text.index(name)
        phonemes = ((at, at + len(name), ipa),) if given else ()
        clip = engine.synthesise(Utterance(text, load_voices(ROOT)[voice], "en-US", phonemes=phonemes))
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "name.wav"
            with wave.open(str(path), "wb") as file:
                file.setnchannels(1)
                file.setsampwidth(2)
                file.setframerate(clip.rate)
                pause = np.zeros(clip.rate // 2)
                pcm = np.clip(np.concatenate([pause, clip.samples, pause]) * 32767, -32768, 32767)
                file.writeframes(pcm.astype("<i2").tobytes())
            heard = "".join(word.text for word in transcribe(path)).strip()
        wrote.append(heard)
        agree.append(agreement(heard, ipa))
    return sum(agree) / len(agree), " / ".join(wrote)


def agreement(heard: str, ipa: str) -> float:
    """Share of sounds that what was heard, read aloud, has in common with `ipa`; stress and the sentence left out."""
    name = re.sub(r"^they asked| about it on monday\W*$", "", heard, flags=re.IGNORECASE)
    words = _load("heart", None).english.words(Utterance(name or "-", Voice("heart", "hibari", "heart")))
    read, wanted = (re.sub(r"[^a-zA-Zæðŋɐɑɒɔəɚɛɜɡɪɹɾʃʊʌʒʤʧθᵊᵻ]", "", text) for text in (sounds(words), misaki(ipa)))
    return difflib.SequenceMatcher(None, read, wanted, autojunk=False).ratio()


def sounds(words: list[Word]) -> str:
    """The phonemes of all words."""
    return "".join(phonemes for _, _, phonemes in words)


if __name__ == "__main__":
    main()
