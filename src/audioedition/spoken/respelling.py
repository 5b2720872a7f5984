"""IPA -> the nearest English spelling, for engines that take no phonemes: `ʃɪˈneɪd` -> "shinaid"."""

from __future__ import annotations

from collections.abc import Sequence

SPELLINGS = (
    ("tʃ", "ch"), ("dʒ", "j"), ("eɪ", "ay"), ("aɪ", "y"), ("ɔɪ", "oy"), ("oʊ", "oh"), ("əʊ", "oh"), ("aʊ", "ow"),
    ("ɪə", "eer"), ("eə", "air"), ("ʊə", "oor"), ("iː", "ee"), ("uː", "oo"), ("ɑː", "ah"), ("ɔː", "aw"), ("ɜː", "er"),
    ("ɜɹ", "er"), ("ɝ", "er"), ("ɚ", "er"), ("əɹ", "er"), ("ʃ", "sh"), ("ʒ", "zh"), ("θ", "th"), ("ð", "th"),
    ("ŋɡ", "ng"), ("ŋ", "ng"), ("ɹ", "r"), ("ɾ", "t"), ("ɡ", "g"), ("x", "kh"), ("ɲ", "ny"), ("ʎ", "ly"), ("j", "y"),
    ("i", "ee"), ("u", "oo"), ("e", "ay"), ("o", "oh"), ("y", "oo"), ("æ", "a"), ("ɛ", "e"), ("ɪ", "i"), ("ɑ", "ah"),
    ("ɒ", "o"), ("ɔ", "aw"), ("ʊ", "oo"), ("ʌ", "u"), ("ə", "uh"), ("ɐ", "uh"), ("ø", "er"), ("œ", "er"), ("a", "ah"),
    ("ɜ", "er"), ("ɵ", "oh"), ("ɤ", "u"), ("ɨ", "i"), ("ᵻ", "i"), ("ʉ", "oo"), ("ɯ", "oo"), ("ʏ", "u"), ("ʧ", "ch"),
    ("ʤ", "j"), ("ʦ", "ts"), ("ʈ", "t"), ("ɖ", "d"), ("ɟ", "g"), ("ɣ", "g"), ("ʁ", "r"), ("ɽ", "r"), ("ɻ", "r"),
    ("ɸ", "f"), ("β", "v"), ("ʋ", "v"), ("ʂ", "sh"), ("ɕ", "sh"), ("ʐ", "zh"), ("ʑ", "zh"), ("ç", "h"), ("χ", "kh"),
    ("ħ", "h"), ("ɦ", "h"), ("ʍ", "w"), ("ɥ", "w"), ("ɫ", "l"), ("ɭ", "l"), ("ɳ", "n"),
)  # fmt: skip
"""Sound -> letters, the longer first; consonants that are spelled as written need no line."""


def nearest_spelling(ipa: str) -> str:
    """The letters an English reader would say nearly like `ipa`; stress, length and tie marks go."""
    out = []
    i = 0
    while i < len(ipa):
        for sound, letters in SPELLINGS:
            if ipa.startswith(sound, i):
                out.append(letters)
                i += len(sound)
                break
        else:
            if (ipa[i].isascii() and ipa[i].isalpha()) or ipa[i] == " ":
                out.append(ipa[i])
            i += 1
    return "".join(out)


def respelled(text: str, phonemes: Sequence[tuple[int, int, str]]) -> str:
    """`text` with the words whose phonemes are known written as they sound. Offsets as in `Spoken.phonemes`."""
    for start, end, ipa in sorted(phonemes, reverse=True):
        text = text[:start] + (nearest_spelling(ipa) or text[start:end]) + text[end:]
    return text
