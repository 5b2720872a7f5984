"""What German, French and Spanish need beyond num2words. Data only; another language is another table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from .wordlists import pairs


@dataclass(frozen=True)
class Language:
    """What a language needs beyond num2words. Decimal comma, thousands by stop, space or apostrophe."""

    months: tuple[str, ...]
    point: str
    """Between whole and decimals."""
    percent: str
    currencies: dict[str, tuple[str, str, str]]
    """Sign -> (one, many, word before cents: "Euro fünfzig" has none)."""
    degrees: str
    to: str
    clock: str
    """Wording of a time: {hour} and {minute} in words."""
    day: str
    """Wording of a date: {day}, {month}."""
    first: str
    """The day of the first, where it is an ordinal."""
    ordinal_days: bool
    year: str
    """Between date and year."""
    minus: str
    magnitudes: dict[str, str]
    of: str = ""
    """Between a magnitude and its currency: "trois millions d'euros"."""
    units: Mapping[str, str] = field(default_factory=dict)


GERMAN = Language(
    months=(
        "Januar",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    ),
    point="Komma",
    percent="Prozent",
    currencies={"€": ("Euro", "Euro", ""), "$": ("Dollar", "Dollar", ""), "£": ("Pfund", "Pfund", "")},
    degrees="Grad",
    to="bis",
    clock="{hour} Uhr {minute}",
    day="{day} {month}",
    first="",
    ordinal_days=True,
    year=" ",
    minus="minus",
    magnitudes={"Mio": "Millionen", "Mrd": "Milliarden"},
    units=pairs(
        "km: Kilometer; m: Meter; kg: Kilogramm; km/h: Kilometer pro Stunde; cm: Zentimeter; ha: Hektar; t: Tonnen; "
        "l: Liter"
    ),
)
FRENCH = Language(
    months=(
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ),
    point="virgule",
    percent="pour cent",
    currencies={"€": ("euro", "euros", ""), "$": ("dollar", "dollars", ""), "£": ("livre", "livres", "")},
    degrees="degrés",
    to="à",
    clock="{hour} heures {minute}",
    day="{day} {month}",
    first="premier",
    ordinal_days=False,
    year=" ",
    minus="moins",
    magnitudes={"M": "millions", "Md": "milliards", "Mds": "milliards", "k": "mille"},
    of="d'",
    units=pairs(
        "km: kilomètres; m: mètres; kg: kilos; km/h: kilomètres heure; cm: centimètres; ha: hectares; t: tonnes; "
        "l: litres"
    ),
)
SPANISH = Language(
    months=(
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ),
    point="coma",
    percent="por ciento",
    currencies={"€": ("euro", "euros", "con"), "$": ("dólar", "dólares", "con"), "£": ("libra", "libras", "con")},
    degrees="grados",
    to="a",
    clock="las {hour} {minute}",
    day="{day} de {month}",
    first="uno",
    ordinal_days=False,
    year=" de ",
    minus="menos",
    magnitudes={"M": "millones", "mill": "millones"},
    of="de ",
    units=pairs(
        "km: kilómetros; m: metros; kg: kilos; km/h: kilómetros por hora; cm: centímetros; ha: hectáreas; "
        "t: toneladas; l: litros"
    ),
)
LANGUAGES = {"de": GERMAN, "fr": FRENCH, "es": SPANISH}
