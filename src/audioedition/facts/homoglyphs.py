"""Letters of another script that look the same -> those of the word's own: `Pаris` with a Cyrillic а.

Such words come from keyboards that were switched in the middle, from scans, and from those who want to get past a
filter; a voice spells them, or stops. Only what is certain is changed: a word with letters that one script alone has,
and otherwise with such that both have alike (Unicode TR 39, confusables).
"""

from __future__ import annotations

import re

_PAIRS = dict(
    zip(
        "аеорсухіѕјһԁԛԝАВЕКМНОРСТУХІЅЈ" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο",
        "aeopcyxisjhdqwABEKMHOPCTYXISJ" + "ABEZHIKMNOPTYXo",
        strict=True,
    )
)
"""Cyrillic and Greek letters, and the Latin ones that they look like."""
FOREIGN = "\u0370-\u03ff\u0400-\u052f"
_OTHER = re.compile(f"[{FOREIGN}]")
_MIXED = re.compile(rf"[A-Za-z][{FOREIGN}]|[{FOREIGN}][A-Za-z]")
_WORD = re.compile(rf"(?<![^\W\d_])(?=[^\W\d_]*[A-Za-z])(?=[A-Za-z]*[{FOREIGN}])[A-Za-z{FOREIGN}]+(?![^\W\d_])")
_TO_LATIN = str.maketrans(_PAIRS)
_TO_CYRILLIC = str.maketrans({latin: other for other, latin in reversed(_PAIRS.items()) if other >= "\u0400"})


def in_one_script(text: str) -> str:
    """`text` with the words put right that are in one script but for letters that look like others."""
    return _WORD.sub(_mended, text) if _OTHER.search(text) and _MIXED.search(text) else text


def _mended(match: re.Match[str]) -> str:
    word = match[0]
    own_latin = any(c.isascii() and ord(c) not in _TO_CYRILLIC for c in word)
    own_other = any(not c.isascii() and c not in _PAIRS for c in word)
    if own_latin == own_other:
        return word  # both, or nothing that tells which
    if own_latin:
        return word.translate(_TO_LATIN)
    return word.translate(_TO_CYRILLIC) if all(c.isascii() or c >= "\u0400" for c in word) else word
