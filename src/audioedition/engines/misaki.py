"""English text -> the phonemes of each word in misaki's alphabet, which hibari and Kokoro both speak, and their times.

The alphabet: https://github.com/hexgrad/misaki/blob/main/EN_PHONES.md

The front end is hibari's. It guesses at numbers and abbreviations; our text has none left, so that part (`normalize`)
is passed by, and letters that are to be spelled and words whose phonemes are known are given as phonemes.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Container, Sequence
from typing import Any

import numpy as np

from ..model import Utterance
from .ipa import plain
from .letters import Spelled, spelled, stress_before_vowel
from .sound import Samples, WordTimes, sounding
from .transforms import compiled_only

Word = tuple[int, int, str]
"""(start, end) in the text, and the phonemes with the space after them."""

LETTERS = frozenset("AIOQSTWYbdfhijklmnpstuvwzæðŋɐɑɒɔəɚɛɜɡɪɹɾʃʊʌʒʤʧθᵊᵻ")
_VOWELS = frozenset("AIOQWYaiuæɐɑɒɔəɚɛɜɪʊʌᵻ")
_STOPS = frozenset(".!?…,;:—")
_ENDLESS_LETTERS = 20
_ENDLESS = re.compile(r"[^\W\d_]{25,}")
_SAME_LENGTH = str.maketrans("’‘“”„«»\u00a0\u202f\t\n\r", "''" + " " * 10)


@functools.cache
def dictionary(british: bool) -> Any:
    """hibari's front end for American or British English: half of what takes a voice a while to load."""
    with compiled_only():
        from hibari.g2p import G2P
    return G2P(british=british)


class English:
    """hibari's dictionaries and taggers, with `vocab`, the phonemes that a network knows."""

    def __init__(self, g2p: Any, vocab: Container[str]):
        self._g2p = g2p
        self._vocab = vocab

    def words(self, utterance: Utterance) -> list[Word]:
        """(start, end, phonemes) of each token of the text, the space after it included in the phonemes."""
        text = utterance.spoken.translate(_SAME_LENGTH)
        tokens = self._g2p._tokens(text)
        ends = _locate(text, [token.text for token in tokens])
        for start, end, phonemes in self._given(utterance, text):
            inside = [t for t, (a, b) in zip(tokens, ends, strict=True) if start <= a and b <= end]
            for i, token in enumerate(inside):
                token.phonemes, token.rating = phonemes if i == 0 else "", 5
                token.whitespace = token.whitespace if token is inside[-1] else ""
        tokens = self._g2p.phonemize_tokens(tokens)
        ends = _locate(text, [token.text for token in tokens])
        out = [(start, end, self._sayable(token)) for token, (start, end) in zip(tokens, ends, strict=True)]
        if out and out[-1][2].rstrip()[-1:] not in _STOPS:
            out.append((len(text), len(text), "."))  # a headline, too, is read to its end
        return out

    def _given(self, utterance: Utterance, text: str) -> list[Word]:
        """(start, end, phonemes) of what is not left to the dictionary: spelled letters, endless words, the lexicon."""
        given = [letter for run in spelled(text) for letter in self._spell(run)]
        given += [(m.start(), m.end(), self._unknown(m.group())) for m in _ENDLESS.finditer(text)]
        return given + [(a, b, misaki(ipa, self._g2p.british)) for a, b, ipa in utterance.phonemes]

    def _sayable(self, token: Any) -> str:
        """The token's phonemes, as far as the net knows them, and the space after it."""
        phonemes = "".join(c for c in token.phonemes or "" if c in self._vocab)
        return phonemes + (" " if token.whitespace else "")

    def _unknown(self, word: str) -> str:
        """A word too long for the net that reads unknown words, which would drop the rest: read in pieces."""
        pieces = [word[i : i + _ENDLESS_LETTERS] for i in range(0, len(word), _ENDLESS_LETTERS)]
        return "".join(self._g2p.oov(piece) or "" for piece in pieces)

    def _spell(self, run: Spelled) -> list[Word]:
        names = [self._g2p.lexicon.get_NNP(letter)[0] for _, letter in run.letters]
        ends = [at + 1 for at, _ in run.letters[:-1]] + [run.end]
        if run.plural:
            names[-1] = self._g2p.lexicon._s(names[-1])
        names[:-1] = [name.replace("ˈ", "ˌ") for name in names[:-1]]
        return [(at, end, name) for (at, _), end, name in zip(run.letters, ends, names, strict=True)]


def _locate(text: str, tokens: Sequence[str]) -> list[tuple[int, int]]:
    """(start, end) in `text` of tokens in order, each of which may lack characters (hibari's tokeniser drops some)."""
    found = []
    at = 0
    for token in tokens:
        start = text.find(token, at)
        if start >= 0:
            at = start + len(token)
        else:
            start = at
            for c in token:
                at = max(at, text.find(c, at) + 1)
        found.append((start, at))
    return found


def runs(words: list[Word], most: int) -> list[list[Word]]:
    """The words in runs of at most `most` phonemes, parted after punctuation where there is some."""
    parts: list[list[Word]] = []
    rest = words
    while sum(len(ps) for _, _, ps in rest) > most:
        total = cut = comma = 0
        for i, (_, _, phonemes) in enumerate(rest):
            total += len(phonemes)
            if total > most:
                break
            if phonemes.endswith(" "):
                cut = i + 1
                if phonemes.rstrip()[-1:] in _STOPS and total > most // 3:
                    comma = i + 1
        cut = comma or cut or max(i, 1)
        parts.append(rest[:cut])
        rest = rest[cut:]
    return [part for part in [*parts, rest] if any(LETTERS & set(ps) for _, _, ps in part)]


def word_times(part: list[Word], ends: Samples | None, sound: Samples, rate: int) -> WordTimes:
    """Word times: from the ends of the phonemes (the first is a pad's), else by the number of phonemes."""
    if ends is None:
        start, end = (at / rate for at in sounding(sound, rate))
        ends = np.linspace(start, end, 1 + sum(len(phonemes) for _, _, phonemes in part), dtype=np.float32)
    else:
        ends = ends * (len(sound) / rate)
    out = []
    at = 0
    for a, b, phonemes in part:
        voiced = [i for i, c in enumerate(phonemes, at) if c in LETTERS or c in "ˈˌ"]
        if voiced and b > a:
            out.append((a, b, float(ends[voiced[0]]), float(ends[voiced[-1] + 1])))
        at += len(phonemes)
    return out


_IPA = {
    "tʃ": "ʧ", "dʒ": "ʤ", "eɪ": "A", "aɪ": "I", "oʊ": "O", "əʊ": "Q", "aʊ": "W", "ɔɪ": "Y",
    "eə": "ɛɹ", "ɝ": "ɜɹ", "ɚ": "əɹ", "ɜːɹ": "ɜɹ", "ɜːr": "ɜɹ", "r": "ɹ", "g": "ɡ", "e": "ɛ", "a": "ɑ", "o": "O",
    "ɫ": "l", "ɾ": "T", "ʔ": "t", "x": "k", "χ": "k", "ʁ": "ɹ", "ɣ": "ɡ", "β": "v", "ɸ": "f", "ç": "h", "y": "i",
    "ʏ": "ʊ", "ø": "ɜɹ", "œ": "ɜɹ", "ɲ": "nj", "ʎ": "lj", "ɯ": "u", "ɨ": "ɪ", "ʉ": "u", "ɵ": "ʊ", "ɤ": "ʌ",
    "ʂ": "ʃ", "ʐ": "ʒ", "ɕ": "ʃ", "ʑ": "ʒ", "ʈ": "t", "ɖ": "d", "ɽ": "ɹ", "ɻ": "ɹ", "ɳ": "n", "ɭ": "l", "ʋ": "v",
    "ʍ": "w", "ɥ": "j", "ʦ": "ts", "ħ": "h", "ɦ": "h", "q": "k", "c": "k", "ɟ": "ɡ", "\u0303": "n",
}  # fmt: skip
"""IPA -> misaki's English alphabet, longest first; what English lacks becomes its nearest sound."""


def misaki(ipa: str, british: bool = False) -> str:
    """IPA (`ˈkʌntri`) in misaki's alphabet, which sets stress marks before the vowel (`kˈʌntɹi`)."""
    text = plain(ipa)
    out = ""
    at = 0
    while at < len(text):
        old, new = next((pair for pair in _IPA.items() if text.startswith(pair[0], at)), (text[at], text[at]))
        at += len(old)
        if not british:
            new = {"ɒ": "ɑ", "Q": "O", "ː": "", "ɜ": "ɜɹ"}.get(new, new)
        out += "".join(c for c in new if c in LETTERS or c in " ːˈˌ")
    return re.sub("ɹ+", "ɹ", stress_before_vowel(out, "".join(_VOWELS)))
