"""What a lexicon may write -> IPA as every adapter here expects it: no sound that stands in the chart is lost."""

from __future__ import annotations

import unicodedata

LETTERS = (
    "pbtdʈɖcɟkɡqɢʔ" "mɱnɳɲŋɴ" "ʙrʀⱱɾɽ" "ɸβfvθðszʃʒʂʐçʝxɣχʁħʕhɦ" "ɬɮʋɹɻjɰlɭʎʟ" "ʘǀǃǂǁɓɗʄɠʛ" "ʍwɥʜʢʡɕʑɺɧ"
    "iyɨʉɯuɪʏʊeøɘɵɤoəɛœɜɞʌɔæɐaɶɑɒ" "ɚɝɫᵻ" "ʧʤʦʣʨʥ" "g"
)  # fmt: skip
"""Consonants and vowels of the chart of 2020, and what dictionaries write besides."""

RARE = {
    "ʣ": "dz", "ʥ": "dʒ", "ʨ": "tʃ", "ɢ": "ɡ", "ɱ": "m", "ɴ": "ŋ", "ʙ": "b", "ⱱ": "v", "ʝ": "j", "ʕ": "ʔ", "ʡ": "ʔ",
    "ɬ": "l", "ɮ": "l", "ɺ": "ɾ", "ʟ": "l", "ɰ": "ɣ", "ʘ": "p", "ǀ": "t", "ǃ": "k", "ǂ": "t", "ǁ": "k", "ɓ": "b",
    "ɗ": "d", "ʄ": "ɟ", "ɠ": "ɡ", "ʛ": "ɡ", "ʜ": "h", "ʢ": "h", "ɧ": "ʃ", "ɘ": "ə", "ɞ": "ɜ", "ɶ": "œ", "ʀ": "ʁ",
}  # fmt: skip
"""Sounds that no language of the voices here has -> their neighbours in the chart; clicks as Europeans say them."""


def plain(ipa: str) -> str:
    """`ipa` decomposed, without tie bars, and with neighbours for what stands in RARE."""
    text = unicodedata.normalize("NFD", ipa).replace("c\u0327", "ç").replace("\u0361", "").replace("\u035c", "")
    return "".join(RARE.get(c, c) for c in text)
