"""IPA -> the X-SAMPA that Pico takes: in each of its languages only that language's own sounds, so that any other
becomes the nearest of them."""

from __future__ import annotations

import functools

from .ipa import plain

_NEAREST = {
    "tʃ": "tS", "dʒ": "dZ", "ts": "ts t+s", "pf": "pf p+f", "eɪ": "eI", "aɪ": "aI", "oʊ": "oU @U o", "əʊ": "@U oU o",
    "aʊ": "aU", "ɔɪ": "OI o+i", "ɪə": "I@ i+@ i+e", "eə": "e@ E+@ E e", "ʊə": "U@ u+@ u+e",
    "ɜɹ": "3:+r\\ 9+R e+r", "əɹ": "@+r\\ @+R e+r", "ɚ": "@+r\\ @+R e+r", "ɝ": "3:+r\\ 9+R e+r",
    "a\u0303": "A~ a~ A:+N a+n", "ɑ\u0303": "A~ a~ A:+N a+n", "ɛ\u0303": "E~ e~ {+N E+n e+n",
    "ɔ\u0303": "O~ o~ Q+N O+n o+n", "œ\u0303": "9~ E~ 9+n V+n e+n",
    "aː": "a: A: a", "ɑː": "A: a: a", "eː": "e: eI e", "ɛː": "E: E e@ e", "iː": "i: i", "oː": "o: O: o", "ɔː": "O: O o",
    "uː": "u: u", "yː": "y: y u: u", "øː": "2: 2 3: e", "ɜː": "3: 9 E e",
    "a": "a {", "ɑ": "A: a", "ɒ": "Q O o", "æ": "{ E e a", "ɐ": "6 @ V a", "ə": "@ e", "ɛ": "E e", "e": "e eI",
    "ɜ": "3: 9 E e", "ɪ": "I i", "ᵻ": "I i", "ɨ": "I i", "i": "i i:", "ɔ": "O O: o", "o": "o O: oU", "ʊ": "U u",
    "ɵ": "U u", "u": "u u:", "ʉ": "u: u", "ɯ": "u: u", "ʌ": "V a", "ɤ": "V o", "ø": "2 3: e", "œ": "9 3: e",
    "y": "y u: u", "ʏ": "Y y u: u",
    "r": "r R r\\", "ɹ": "r R r\\", "ʁ": "R r r\\", "ɻ": "r R r\\", "ɽ": "r R r\\", "ɾ": "4 r R t", "ʀ": "R r r\\",
    "w": "w v u", "ʍ": "w v u", "v": "v b", "ʋ": "v b", "z": "z s", "ʃ": "S s", "ʂ": "S s", "ɕ": "S s",
    "ʒ": "Z S dZ s", "ʐ": "Z S dZ s", "ʑ": "Z S dZ s", "θ": "T s", "ð": "D d", "h": "h x -", "ɦ": "h x -", "ħ": "h x -",
    "x": "x k", "χ": "x R k", "ç": "C x S", "ɲ": "J n+j n+i", "ʎ": "L l+j l+i", "j": "j i", "ɥ": "H j i", "ɡ": "g",
    "g": "g", "ɣ": "g", "β": "b", "ɸ": "f", "ŋ": "N n", "ʔ": "? -", "c": "k", "q": "k", "ɟ": "g", "ɫ": "l", "ɭ": "l",
    "ʈ": "t", "ɖ": "d", "ɳ": "n", "b": "b", "d": "d", "f": "f", "k": "k", "l": "l", "m": "m", "n": "n", "p": "p",
    "s": "s", "t": "t", "ʧ": "tS", "ʤ": "dZ", "ʦ": "ts t+s", "\u0303": "n", "ː": "-", ":": "-",
    "ˈ": '"', "'": '"', "ˌ": "%", ".": "-", " ": "-",
}  # fmt: skip
"""IPA -> X-SAMPA, the nearest first, `+` between sounds in a row, `-` for nothing."""

_LACKING = {
    "de": "3: 4 A: A~ D H J L Q T V r w {",
    "fr": "3: 4 6 ? A: C D I L Q T U V Y h r x {",
    "es": "2 2: 3: 6 9 9~ ? @ @U A: A~ C E E: E~ H I I@ O O: OI O~ Q R S U U@ V Y Z h v w y y: z {",
    "it": "2 2: 3: 6 9 9~ ? @ @U A: A~ C D H I I@ O OI O~ Q R T U U@ V Y Z h j w x y y: {",
    "en": "2 2: 4 6 9 9~ ? A~ C H J L O O~ R Y a a: a~ e e: e~ i o o~ r u x y y:",
}
"""What each language's voice does not take, found by asking py-nanotts 0.1.1 for every one; it passes over those."""


def xsampa(ipa: str, language: str) -> str:
    """`ˈkwɒɹəbi` -> `"kwQr\\@bi:` in the sounds of `language` (`de`, `fr`, `es`, `it`, `en`); unknown signs go."""
    table = _sounds(language)
    text = plain(ipa)
    out = []
    at = 0
    while at < len(text):
        sign = next((sign for sign in (text[at : at + 2], text[at]) if sign in table), text[at])
        out.append(table.get(sign, ""))
        at += len(sign)
    return "".join(out)


@functools.cache
def _sounds(language: str) -> dict[str, str]:
    """Each of `_NEAREST` as that language says it."""
    lacking = {*_LACKING[language].split()}
    return {
        sign: next("".join(sounds) for sounds in map(_row, nearest.split()) if not lacking & {*sounds})
        for sign, nearest in _NEAREST.items()
    }


def _row(sounds: str) -> list[str]:
    return [] if sounds == "-" else sounds.split("+")
