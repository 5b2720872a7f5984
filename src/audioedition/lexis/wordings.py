"""What an edition says itself, in any language that has tables: `By {names}.`, `Correction: …`, the date of today.

The wordings stand in the table `wordings`; a language without one is spoken to in English.
"""

from __future__ import annotations

from datetime import date

from .tables import Lexis, columns, languages, main_language

AUTO = "auto"
"""As a setting: say it as the language does."""


def speaks(language: str | None) -> str:
    """The language that has wordings for a BCP 47 code: `de-AT` -> `de`; `en` where there are none."""
    code = main_language(language or "en")
    return code if code in languages() and columns(code, "wordings") else "en"


def wording(name: str, language: str | None) -> str:
    """The wording called `name` in a language, with braces for what is filled in; `opening@BR` is a country's own."""
    rows = Lexis(speaks(language)).local("wordings")
    region = (language or "").replace("_", "-").partition("-")[2].upper()
    return rows.get(f"{name}@{region}", rows[name])["spoken"]


def listed(names: list[str], language: str | None) -> str:
    """`A`, `A and B`, `A, B and C`."""
    joined = f" {wording('and', language)} "
    return joined.join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)


def written_date(day: date, language: str | None, *, day_first: bool = False) -> str:
    """`Sunday, November 22`, `Sonntag, 22. November`; in English with `day_first` `Sunday, 22 November`."""
    code = speaks(language)
    either = day_first and "date_day_first" in Lexis(code).local("wordings")
    form = wording("date_day_first" if either else "date", code)
    return form.format(
        weekday=_names(code, "days")[day.weekday()], day=day.day, month=_names(code, "months")[day.month - 1]
    )


def _names(language: str, table: str) -> list[str]:
    """Monday to Sunday, January to December."""
    rows = Lexis(language).local(table).values()
    return list({row["number"]: row["spoken"] for row in rows if row["number"]}.values())
