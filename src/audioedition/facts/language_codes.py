"""What sources write where a language belongs -> a BCP 47 code: `en_GB`, `eng`, `English (UK)`, `deutsch`, `utf-8`.

The one reader of language codes; the languages stand in the table `languages` (ISO 639, names from Unicode's CLDR).
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from ..lexis.tables import Lexis, Row, derived

UNKNOWN = "und"
"""ISO 639-2 for a language that nobody knows."""
_REGION = re.compile(r"[A-Za-z]{2}|\d{3}")
_SCRIPT = re.compile(r"[A-Za-z]{4}")
_SPLIT = re.compile(r"[-_\s.@,;/()]+")
_LENGTH = 60


@derived
def _languages(lexis: Lexis) -> Mapping[str, Row]:
    return lexis.table("languages") or Lexis().table("languages")  # the same in every language


@derived
def _codes(_: Lexis) -> dict[str, str]:
    """Every code and name, in small letters -> the code that we use."""
    found: dict[str, str] = {}
    for code, row in _languages().items():
        for written in [*row["names"].split("|"), *row["three"].split(), *row["taken"].split()]:
            found.setdefault(written, code)
    return found | {code: code for code in _languages()}


def language_code(text: str | None) -> str | None:
    """`en_GB`, ` DE `, `eng`, `English (UK)` -> `en-GB`, `de`, `en`, `en-GB`; None for what is no language."""
    written = (text or "").strip().lower()[:_LENGTH]
    codes = _codes()
    if written in codes:
        return codes[written]
    first, *more = [part for part in _SPLIT.split(re.split("[,;|]", written)[0]) if part] or [""]
    code = codes.get(first)
    if code is None:
        return None
    script = next((part.title() for part in more[:1] if _SCRIPT.fullmatch(part) and first != code + part), "")
    region = next((part.upper() for part in more[bool(script) :][:1] if _REGION.fullmatch(part)), "")
    if len(first) > 3:  # a name: what follows is one too, but for a country's letters
        script = ""
        region = next((part.upper() for part in more if part in ("uk", "us", "gb")), "")
    region = "GB" if region == "UK" else region
    return "-".join(part for part in (code, script, region) if part)


def main_language(code: str | None) -> str:
    """The language of a code without script and region (`en-GB` -> `en`); '' for none."""
    return (code or "").partition("-")[0]


def three_letters(text: str) -> str:
    """The ISO 639-2 code of a language (`en-GB` -> `eng`); `und` when unknown."""
    code = main_language(language_code(text))
    return (_three().get(code) or code) if len(code) > 1 else UNKNOWN


def two_letters(text: str) -> str:
    """The ISO 639-1 code of a language (`eng`, `en-GB` -> `en`); `text` itself where there is none."""
    return main_language(language_code(text)) or text


@derived
def _three(_: Lexis) -> dict[str, str]:
    return {code: row["three"].partition(" ")[0] for code, row in _languages().items()}
