"""Are the spoken forms said as meant? Written fragments -> spoken form -> voice -> Whisper -> what was misheard.

The fragments are those of tests/spoken/cases.tsv. Each is said in a carrier sentence, a dozen sentences make one sound
file, and what Whisper heard between the carriers is compared after both sides went through the spoken form, as Whisper
writes figures. Needs `pip install audioedition[listen]`; some minutes for a voice.

    python benchmarks/fragments.py [--voice heart] [--voice joe] [--every 2] [--all]
"""

from __future__ import annotations

import argparse
import difflib
import re
import sys
import tempfile
import wave
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from audioedition.checking.listening import transcribe
from audioedition.engines import load_engine, load_voices
from audioedition.model import Utterance, Voice
from audioedition.spoken import speak, spoken_form

CASES = Path(__file__).parent.parent / "tests" / "spoken" / "cases.tsv"
CARRIER = "The next one is: {}, says the paper."
LEAD, TAIL = "the next one is", "says the paper"
GAP_S = 1.0
BATCH = 12


@dataclass(frozen=True)
class Heard:
    """One fragment, as written, as spoken, as heard."""

    written: str
    spoken: str
    heard: str

    @property
    def right(self) -> bool:
        return sounds(self.spoken) == sounds(self.heard)


ALIKE = {
    "oh": "zero",
    "o": "zero",
    "nothing": "zero",
    "nil": "zero",
    "won": "one",
    "pence": "p",
    "and": "",
    "the": "",
    "a": "",
    "at": "",
}


def sounds(text: str) -> str:
    """Letters only, so that neither word breaks nor spelling count: `F B I` = "FBI", "oh" = "zero", metre = meter."""
    words = re.findall(r"[a-z]+", spoken_form(text, english="US").lower().replace("’", "").replace("'", ""))
    return "".join(ALIKE.get(w, w) for w in words).replace("our", "or").replace("etre", "eter").replace("itre", "iter")


def fragments(every: int) -> list[tuple[str, str]]:
    """(usage, written) of the cases that need any wording."""
    rows = [line.split("\t") for line in CASES.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    return [(usage, written) for usage, written, said in rows if written != said][::every]


def say(voice: Voice, cases: list[tuple[str, str]], path: Path) -> list[tuple[str, str]]:
    """Write the fragments in their carriers to `path`; (written, spoken) of each."""
    engine = load_engine(voice.engine)
    out = []
    rate = 0
    sound: list[np.ndarray] = []
    for usage, written in cases:
        spoken = speak(written, english="US" if usage == "-" else usage).text.rstrip(".")
        clip = engine.synthesise(Utterance(CARRIER.format(spoken), voice, voice.language))
        rate = clip.rate
        sound += [clip.samples, np.zeros(int(rate * GAP_S), np.float32)]
        out.append((written, spoken))
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, rate, 0, "NONE", ""))
        file.writeframes((np.clip(np.concatenate(sound), -1, 1) * 32767).astype("<i2").tobytes())
    return out


def listen(path: Path, said: list[tuple[str, str]]) -> list[Heard]:
    """Part what was heard at the carriers; where one was not understood, line up the fragments that were."""
    text = " ".join("".join(word.text for word in transcribe(path)).split())
    parts = re.findall(rf"(?i){LEAD}[:,.;]?\s*(.*?)[,.;:]?\s*{TAIL}", text)
    heard = ["(not understood)"] * len(said)
    matcher = difflib.SequenceMatcher(None, [sounds(s) for _, s in said], [sounds(p) for p in parts], autojunk=False)
    for _, a, a_end, b, b_end in matcher.get_opcodes():
        for k, part in zip(range(a, a_end), parts[b:b_end], strict=False):
            heard[k] = part
    return [Heard(written, spoken, part) for (written, spoken), part in zip(said, heard, strict=True)]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--voice", action="append", help="default: heart and joe")
    parser.add_argument("--every", type=int, default=2, help="take every n-th fragment")
    parser.add_argument("--all", action="store_true", help="show what was heard right, too")
    options = parser.parse_args()
    voices = load_voices(Path())
    for name in options.voice or ["heart", "joe"]:
        cases, results = fragments(options.every), []
        with tempfile.TemporaryDirectory() as folder:
            for i in range(0, len(cases), BATCH):
                path = Path(folder) / f"{i}.wav"
                results += listen(path, say(voices[name], cases[i : i + BATCH], path))
                print(f"{name}: {len(results)} of {len(cases)}", file=sys.stderr)
        wrong = [r for r in results if not r.right]
        print(f"\n{name}: {len(results) - len(wrong)} of {len(results)} heard as spoken\n")
        print("| written | spoken | heard |\n|---|---|---|")
        for r in results if options.all else wrong:
            print(f"| {r.written} | {r.spoken} | {r.heard} |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
