"""Abbreviations, ordinals, roman numerals, signs and addresses."""

from __future__ import annotations

import re

from ..scan import LETTER, Context, Reading
from .calendar import declined
from .counting import cardinal, digits, number, ordinal, roman
from .language import Language

NUMERAL = r"(?P<num>(?:L|XL)?[XVI]{1,6})"
CLOSING = '"”»’)“ \n'


def abbreviation(m: re.Match[str], ctx: Context, lang: Language) -> Reading | None:
    """`z. B.`, `M. Roy`, `Sra. Ruiz`: where no letter stands right before; some only before a name or figures."""
    written = m.group()
    if ctx.glued().isalnum():
        return None
    row = lang.abbreviations[written]
    where = row.get("where", "")
    after = ctx.text[m.end() : m.end() + 2].lstrip(" ")
    if (where == "name" and not after[:1].isupper()) or (where == "figures" and not after[:1].isdigit()):
        return None
    if where == "behind figures" and not ctx.before()[-1:].isdigit():
        return None
    ends = written[-1] == "." and not ctx.text[m.end() : m.end() + 2].strip(CLOSING)
    return row["spoken"], m.end() - ends


def stopped_ordinal(m: re.Match[str], ctx: Context, lang: Language) -> Reading | None:
    """`der 3. Platz`, `im XX. Jahrhundert`: before a noun, where a stop makes ordinals."""
    written = m.group("num")
    n = int(written) if written.isdecimal() else roman(written)
    if not n or ctx.glued().isalnum() or ctx.glued() in (",", ".", "-"):
        return None
    before = ctx.before()
    if before.lower() not in (*lang.words("weak before"), *lang.words("definite before")):
        if ctx.after(m.end()).lower() in lang.openers:
            return None  # a sentence ends here
        if not written.isdecimal() and before[:1].isupper():
            return numeral(m, ctx, lang)
    return declined(n, ctx, lang), m.end()


def raised_ordinal(m: re.Match[str], ctx: Context, lang: Language) -> Reading | None:
    """`3e étage`, `1re fois`, `XXe siècle`; `2ª vez`, `1.er piso`; `3º posto`; `19e eeuw`."""
    written, suffix = m.group("num"), m.group("suffix").lower()
    n = int(written) if written.isdecimal() else roman(written)
    if not 1 <= n < 1000 or ctx.glued().isalnum():
        return None
    known = lang.word(f"{n} {suffix}") or lang.word(f"any {suffix}")
    if known:
        return known, m.end()
    feminine = re.fullmatch(lang.word("feminine suffixes") or "(?!)", suffix)
    said = ordinal(n, lang, "f" if feminine else "m")
    return said + ("s" if suffix[-1] == "s" and lang.word("plural ordinals") else ""), m.end()


def numeral(m: re.Match[str], ctx: Context, lang: Language) -> Reading | None:
    """`Felipe VI`, `Leo XIV.`, `siglo XXI`, `XXI secolo`, `II Guerra`: by what stands around it."""
    written = m.group("num")
    n, before, after = roman(written), ctx.before(), ctx.after(m.end("num"))
    if (
        not n
        or ctx.glued().isalnum()
        or ctx.glued() in tuple(".-'’&/")
        or ctx.text[m.end("num") :][:1] in tuple("-'’&")
    ):
        return None
    if before.lower() in lang.words("centuries"):
        return cardinal(n, lang), m.end("num")
    if after.lower() in lang.words("centuries") or (len(written) > 1 and after.lower() in lang.words("numbered nouns")):
        return ordinal(n, lang, lang.gender_of(after) or "m"), m.end("num")
    named = before[:1].isupper() and len(before) > 2 and not before.isupper()
    if (
        named
        and before.lower() not in lang.words("numbered words")
        and (len(written) > 1 or before in lang.words("kings"))
    ):
        said = _regnal(n, lang)
        ends = not ctx.text[m.end() :].strip(CLOSING)
        return said, m.end("num") if ends or not lang.word("stop after ordinals") else m.end()
    if len(written) > 1 and (before.lower() in lang.words("numbered words") or (before.islower() and not after)):
        return cardinal(n, lang), m.end("num")
    return None


def _regnal(n: int, lang: Language) -> str:
    """`XIV` behind a king's or pope's name: the fourteenth, or fourteen, as the language counts them."""
    most = int(lang.word("regnal ordinals up to") or 0)
    said = (lang.word("first") or ordinal(n, lang)) if n == 1 and most == 1 else ordinal(n, lang)
    return lang.word("regnal").format(n=said if n <= most else cardinal(n, lang))


def sign(m: re.Match[str], ctx: Context, lang: Language) -> Reading | None:
    """The word of a sign that stands by itself."""
    return f" {lang.signs[m.group()]}", m.end()


ADDRESS = (
    r"(?:https?://)?(?:www\.)?[\w.+-]{1,64}@[\w-]{1,40}(?:\.[\w-]{2,40}){1,4}"
    r"|(?:https?://|www\.)[\w-]{1,60}(?:\.[\w-]{2,40}){1,5}(?:/[\w./-]{0,80}[\w/])?"
    r"|[a-z0-9-]{2,40}\.(?:com|org|net|info|eu|de|at|ch|fr|be|es|mx|ar|pt|br|it|nl|cat)(?![\w.-])"
)


def address(m: re.Match[str], ctx: Context, lang: Language) -> Reading | None:
    """`www.beispiel.de/karte`, `post@beispiel.de`, part by part."""
    if ctx.glued().isalnum() or ctx.glued() in tuple("@/."):
        return None
    plain = re.sub(r"^https?://", "", m.group())
    out = []
    for part in re.findall(r"[^\W\d_]+|\d+|[^\w\s]|_", plain):
        if part == "www":
            out.append("w w w" if not lang.word("www") else lang.word("www"))
        elif part.isdecimal():
            out.append(number(part, lang) if len(part) < 5 else digits(part, lang))
        elif part.isalpha():
            out.append(part)
        else:
            out.append(lang.word(f"address {part}") or lang.signs.get(part, part))
    return " ".join(out), m.end()


def shortened(lang: Language) -> str:
    return rf"(?:{'|'.join(map(re.escape, sorted(lang.abbreviations, key=len, reverse=True)))})(?:(?<=\W)|(?!\w))"


def noun(lang: Language) -> str:
    """A word that is no month follows."""
    return rf"(?= (?!(?:{'|'.join(lang.months)})\b){LETTER})"
