"""Spoken text -> what every adapter has to know about it: which letters are to be spelled, which alphabet it is in.

The spoken form writes a spelled acronym as capitals with spaces (`F B I`, `M P s`). An engine's front end may take such
an A for the article and such an I for the pronoun.
"""

from __future__ import annotations

import dataclasses
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from ..errors import SynthesisError
from ..model import Utterance

_RUN = re.compile(r"(?<![\w'’-])[A-Z](?: [A-Z])*(?: ?['’]?s)?(?![\w'’-])")

IPA = {
    "A": "ˈeɪ", "B": "bˈiː", "C": "sˈiː", "D": "dˈiː", "E": "ˈiː", "F": "ˈɛf", "G": "dʒˈiː", "H": "ˈeɪtʃ", "I": "ˈaɪ",
    "J": "dʒˈeɪ", "K": "kˈeɪ", "L": "ˈɛl", "M": "ˈɛm", "N": "ˈɛn", "O": "ˈoʊ", "P": "pˈiː", "Q": "kjˈuː", "R": "ˈɑːɹ",
    "S": "ˈɛs", "T": "tˈiː", "U": "jˈuː", "V": "vˈiː", "W": "dˈʌbəljuː", "X": "ˈɛks", "Y": "wˈaɪ", "Z": "zˈiː",
}  # fmt: skip
"""American names of the letters, the stress mark before the vowel."""

_OTHER_SCRIPTS = {
    "ARABIC": "ar fa ur ug sd ku", "ARMENIAN": "hy", "BENGALI": "bn as bpy",
    "CYRILLIC": "ru uk bg be mk sr kk ky tt ba cv",
    "DEVANAGARI": "hi mr ne kok", "ETHIOPIC": "am ti", "GEORGIAN": "ka", "GREEK": "el grc", "GUJARATI": "gu",
    "GURMUKHI": "pa", "HANGUL": "ko", "HEBREW": "he", "HIRAGANA": "ja", "KATAKANA": "ja", "CJK": "zh cmn yue ja",
    "KANNADA": "kn", "MALAYALAM": "ml", "MYANMAR": "my", "ORIYA": "or", "SINHALA": "si", "TAMIL": "ta", "TELUGU": "te",
    "THAI": "th",
}  # fmt: skip
"""Script, as Unicode's character names begin -> the languages written in it, the likeliest first."""


@dataclass(frozen=True, slots=True)
class Spelled:
    """Capitals to be said one by one."""

    start: int
    end: int
    letters: tuple[tuple[int, str], ...]
    """(offset, letter)."""
    plural: bool
    """Whether an s follows the last one."""


def spelled(text: str) -> Iterator[Spelled]:
    """The runs of capitals that are letters' names; a lone I is not, a lone A only where no article can stand."""
    for run in _RUN.finditer(text):
        letters = tuple((run.start() + i, c) for i, c in enumerate(run.group()) if "A" <= c <= "Z")
        if len(letters) > 1 or _is_name(text, run):
            yield Spelled(run.start(), run.end(), letters, run.group()[-1] == "s")


def _is_name(text: str, single: re.Match[str]) -> bool:
    letter = single.group()
    if letter == "I":
        return False
    if letter != "A":
        return True
    before, after = text[: single.start()].rstrip(), text[single.end() :].lstrip()
    return before[-1:] not in ("", ".", "!", "?", ":", "“", '"') and (not after[:1].isalnum() or after[:1].islower())


def script(text: str) -> str:
    """The script of most letters of `text`, as Unicode's names begin (`LATIN`, `ARABIC`, `CJK`); empty: no letters."""
    counts: dict[str, int] = {}
    for c in text:
        if c.isalpha():
            name = "LATIN" if c < "\u0250" else unicodedata.name(c, "").partition(" ")[0]
            name = "CJK" if name in ("HIRAGANA", "KATAKANA") else name
            counts[name] = counts.get(name, 0) + 1
    return max(counts, key=lambda name: counts[name], default="")


def languages_of(script: str) -> list[str]:
    """Languages written in a script other than Latin, the likeliest first."""
    return _OTHER_SCRIPTS.get(script, "").split()


def unspeakable(utterance: Utterance, why: str, remedy: str | None = None) -> SynthesisError:
    """The error that names the text, shortened, and the voice."""
    text = " ".join(utterance.spoken.split())
    if len(text) > 60:
        text = text[:57] + "…"
    return SynthesisError(f"voice {utterance.voice.name} cannot say {text!r}: {why}", remedy=remedy)


_MARKUP = str.maketrans("[]<>{}|\\^`_*#~", " " * 14)


def readable(utterance: Utterance) -> Utterance:
    """The utterance with a space for each character that is no text, so that offsets stay: control characters and lone
    surrogates end a C string or crash a converter, brackets start an engine's own mark-up.

    Raises SynthesisError for text without letters, or in an alphabet that the voice's language isn't written in:
    engines skip what they can't read, or read its name ("Chinese letter"), and neither may pass for speech.
    """
    text = "".join(c if c.isprintable() else " " for c in utterance.spoken).translate(_MARKUP)
    utterance = dataclasses.replace(utterance, spoken=text)
    found = script(utterance.spoken)
    if not found:
        raise unspeakable(utterance, "there is no word in it")
    language = utterance.voice.language.partition("-")[0]
    own = next((name for name, languages in _OTHER_SCRIPTS.items() if language in languages.split()), "LATIN")
    if found != own and language not in languages_of(found) and found != "LATIN":
        raise unspeakable(
            utterance,
            f"it is written in {found} letters",
            f"add a voice for {' or '.join(languages_of(found)[:2]) or 'its language'} to voices/, and to the cast",
        )
    return utterance


def stress_before_vowel(ipa: str, vowels: str) -> str:
    """`ˈkʌntri` -> `kˈʌntri`: the engines here have the stress mark before the vowel, not before the syllable."""
    out: list[str] = []
    mark = ""
    for c in ipa:
        if c in "ˈˌ":
            mark = c
            continue
        if mark and c in vowels:
            out.append(mark)
            mark = ""
        out.append(c)
    return "".join(out)


_BREAK = re.compile(r"(?<=[,;:—.!?…])\s+|(?<=[、。，！？；：،؛؟।])")


def parts(text: str, limit: int) -> list[tuple[int, int]]:
    """(start, end) of pieces of at most `limit` characters, parted at punctuation, else at a space, else anywhere."""
    found = []
    start = 0
    while len(text) - start > limit:
        window = text[start : start + limit]
        breaks = [m.end() for m in _BREAK.finditer(window) if m.end() > limit // 3]
        cut = breaks[-1] if breaks else window.rfind(" ") + 1 or limit
        found.append((start, start + cut))
        start += cut
    return [*found, (start, len(text))]
