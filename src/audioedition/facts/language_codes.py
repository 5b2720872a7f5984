"""What sources write where a language belongs -> a BCP 47 code: `en_GB`, `eng`, `English (UK)`, `deutsch`, `utf-8`.

The one reader of language codes; the languages stand in the table `languages` (ISO 639, names from Unicode's CLDR).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ..lexis.tables import Lexis, Row, derived, main_language

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
    return "-".join(part for part in (code, *_script_and_region(first, more)) if part)


def _script_and_region(language: str, more: Sequence[str]) -> tuple[str, str]:
    """`zh`, `hant`, `tw` -> `Hant`, `TW`; '' for what is not given.

    Behind a name (`english`) stand other names: only the letters of some countries count there.
    """
    if len(language) > 3:
        script, region = "", next((part.upper() for part in more if part in ("uk", "us", "gb")), "")
    else:
        script = more[0].title() if more and _SCRIPT.fullmatch(more[0]) else ""
        behind = more[1:] if script else more
        region = behind[0].upper() if behind and _REGION.fullmatch(behind[0]) else ""
    return script, "GB" if region == "UK" else region


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
