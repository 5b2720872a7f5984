"""Strokes and brackets between words, `alumnos/as`, `Lehrer(in)`, `il/elle`, `PS/EELV`; `24h/24`; signs of a life."""

from __future__ import annotations

import re
from functools import cache

from ...lexis.wordlists import alternatives
from ..scan import Context, Reading, compiled
from .counting import cardinal
from .language import Language

BETWEEN = r"(?P<mark>/-?|\()(?P<right>[^\W\d_]{1,30})(?![\w/]|\.\w)"
CODES = r"/(?=[A-Z]{1,3} ?\d)"
"""`L554/L553`"""
_LEFT = r"(?<![\w/@.])\w[\w-]{0,40}\Z"
_LONGEST = 48


def between_words(m: re.Match[str], ctx: Context, lang: Language) -> Reading | None:
    """Both forms of a word, "alumnos y alumnas"; one or the other, "il ou elle"; else a pause."""
    found = compiled(_LEFT).search(ctx.text[max(0, ctx.start - _LONGEST) : ctx.start])
    if found is None:
        return None
    left, right, bracket = found.group(), m["right"], m["mark"] == "("
    if bracket and ctx.text[m.end() : m.end() + 1] != ")":
        return None
    if left[0].isdecimal():  # `corso Italia 3/A`
        return (f" {lang.word('address /')} {right}", m.end()) if len(right) == 1 and not bracket else None
    if form := _other_form(left, right, lang):
        return form, m.end() + bracket
    known = bracket or left in lang.units or right in lang.units or m["mark"] == "/-"
    return None if known else (_joined(left, right, lang), m.end())


def between_codes(m: re.Match[str], ctx: Context, lang: Language) -> Reading | None:
    """A pause between two names with figures."""
    return (", ", m.end()) if ctx.glued().isdecimal() else None


def both_genders(m: re.Match[str], ctx: Context, lang: Language) -> Reading | None:
    """`l@s vecin@s`, `trabajador@s`: a sign for *o* and *a* at once, said as the word is otherwise."""
    if not lang.word("gendered stem") or ctx.glued().isalnum():
        return None
    hard = m["end"] and len(m["stem"]) > 1 and m["stem"][-1] in "rld"
    return f"{m['stem']}{'e' if hard else 'o'}{m['end']}", m.end()


def _joined(left: str, right: str, lang: Language) -> str:
    """The second of two words with what is said between them."""
    if {left.lower(), right.lower()} <= {*lang.words("and"), *lang.words("or")}:
        return f" {right}"  # `und/oder`
    if left[-1] == "-" or (left.isupper() and right[:2].isupper()):
        return f" {right}"  # `EU-/Schengen-Raum`, `CDU/CSU`
    either = {left.lower(), right} <= {*lang.words("either")}  # `er/sie`, `le/la`
    return f" {lang.words('or')[0]} {right}" if either else f", {right}"


@cache
def _gendered(lang: Language) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]] | None:
    """What endings of the other gender look like, what of a word they take the place of, and which are plural."""
    if not lang.word("gendered endings"):
        return None
    rows = (lang.word(f"gendered {what}") for what in ("endings", "stem", "plural"))
    endings, stem, plural = (re.compile(f"(?:{row or '(?!)'})$") for row in rows)
    return endings, stem, plural


def _other_form(word: str, ending: str, lang: Language) -> str:
    """`alumnos` and `as` -> " y alumnas"; "" where the ending is none."""
    known = _gendered(lang)
    if known is None or not known[0].match(ending):
        return ""
    _, stem, plural = known
    joining = lang.words("and" if plural.search(ending) else "or")
    return f" {joining[0]} {stem.sub('', word)}{ending}" if joining else ""


def round_the_clock_pattern(lang: Language) -> str:
    """`24h/24`, `7j/7`"""
    return rf"(?P<a>\d{{1,2}}) ?(?P<unit>{alternatives(lang.pairs('out of')) or '(?!)'})/(?P<b>\d{{1,2}})(?!\w)"


def round_the_clock(m: re.Match[str], ctx: Context, lang: Language) -> Reading | None:
    """So many hours or days of so many."""
    units = lang.pairs("out of")[m["unit"]]
    if ctx.glued().isalnum() or int(m["a"]) > int(m["b"]):
        return None
    return (
        f"{cardinal(int(m['a']), lang, 'f')} {units} {lang.word('slash')} {cardinal(int(m['b']), lang, 'f')}",
        m.end(),
    )


LIFE = r"[*†✝☆] ?(?=\d{1,2}[. ]|\d{4}(?!\d))"
_LIFE = r"[*☆] ?\d[^*†✝\n]{3,40}[†✝]|[†✝] ?\d"


def life(m: re.Match[str], ctx: Context, lang: Language) -> Reading | None:
    """`* 12.3.1941 † 2.11.2024`: when somebody was born, and died."""
    if not compiled(_LIFE).search(ctx.text) or not lang.word("born"):
        return None
    comma = ", " if ctx.text[: m.start()].strip() else ""
    return f"{comma}{lang.word('died' if m.group()[0] in '†✝' else 'born')} ", m.end()
