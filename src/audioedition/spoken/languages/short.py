"""Abbreviations, ordinals, roman numerals, signs and addresses."""

from __future__ import annotations

import re

from ...lexis import first_names
from ...lexis.wordlists import alternatives
from ..scan import LETTER, Context, Reading, compiled
from .calendar import declined
from .counting import cardinal, digits, number, ordinal, roman
from .language import Language

NUMERAL = r"(?P<num>(?:L|XL)?[XVI]{1,6})"
CLOSING = '"”»’)“ \n'


def abbreviation(m: re.Match[str], ctx: Context, lang: Language) -> Reading | None:
    """`z. B.`, `M. Roy`, `Sra. Ruiz`: where no letter stands right before; some only before a name or figures."""
    elided, written = m.group("elided") or "", m.group("short")
    if ctx.glued().isalnum():
        return None
    row = lang.abbreviations[written]
    if not _stands_right(row.get("where", ""), m, ctx):
        return None
    said, _, feminine = row["spoken"].partition("|")
    if feminine and ctx.after(m.end())[-1:] == "a":
        said = feminine  # `D. Zilda`
    if unit := _of_an_ordinal(m, said, ctx, lang):
        said = unit
    ends = written[-1] == "." and not ctx.text[m.end() : m.end() + 2].strip(CLOSING)
    return elided + said, m.end() - ends


def _of_an_ordinal(m: re.Match[str], said: str, ctx: Context, lang: Language) -> str:
    """`in der 23. Min.`: one of them, where a stop makes ordinals."""
    if not (lang.word("stop after ordinals") and ctx.before().isdecimal() and ctx.text[: m.start()].endswith(". ")):
        return ""
    return next((row["one"] for row in lang.units.values() if row["many"] == said), "")


INITIAL = 2
"""Length of a letter with its stop."""


def _is_initial(m: re.Match[str], ctx: Context) -> bool:
    """Whether a letter is a name's: `Julio H. Grondona` behind a first name, `P.S.` before another letter."""
    letter = compiled(r"-?[^\W\d_]\.").match(ctx.text, m.end()) is not None
    return letter or (m.group("short") != "S." and first_names.gender(ctx.before()) is not None)


def _stands_right(where: str, m: re.Match[str], ctx: Context) -> bool:
    """Whether a short form is where its row wants it: before a name, figures or a place, behind figures."""
    after = ctx.text[m.end() : m.end() + 2].lstrip(" -")
    if where == "name":
        written = m.group("short")
        if len(written) == INITIAL and _is_initial(m, ctx):
            return False
        titled = compiled(r" (?:[^\W\d_]{1,6}\.,? ){1,3}[^\W\d_a-z]").match(ctx.text, m.end())
        return (
            after[:1].isupper()
            or titled is not None
            or (written[0].isupper() and len(written) > 3 and after[:1].isalpha())
        )
    if where == "figures":
        return after[:1].isdigit()
    if where == "place":
        return re.match(r"[^\W\d_a-zà-ÿ][a-zà-ÿ]", after) is not None
    if where == "behind a place":
        return re.search(r"[^\W\d_a-z][^\W\d_]+, ?\Z", ctx.text[max(0, m.start() - 24) : m.start()]) is not None
    if where == "behind numerals":
        return re.search(r"[IVX](?:e|er|è?me)\Z", ctx.text[max(0, m.start() - 8) : m.start()].rstrip()) is not None
    return where != "behind figures" or ctx.before()[-1:].isdigit()


def shortened_end(m: re.Match[str], ctx: Context, lang: Language) -> Reading | None:
    """`Goethestr.` -> "Goethestraße": an ending of the table, `-str.`"""
    return f"{m.group('word')}{lang.shortened_ends[m.group('end')]}", m.end()


ELIDED = r"['’](?P<word>[a-z])(?P<joined>[ -](?=[^\W\d_]))(?P<next>[^\W\d_]{1,30})"
"""`'t Centrum`, `'s avonds`, `'s-Hertogenbosch`."""


def elided(m: re.Match[str], ctx: Context, lang: Language) -> Reading | None:
    """What is left of a word behind an apostrophe: in full, or said as one with the next word."""
    words = lang.pairs("elided words")
    if ctx.glued().isalnum() or m["word"] not in words:
        return None
    said = words[m["word"]]
    return (said, m.start("joined")) if said else (m["word"] + m["next"], m.end())


TYPED_ACCENT = r"(?P<before>[^\W\d_]{1,10}['’])?(?P<word>[^\W\d_]{0,20})(?P<vowel>[aeiouAEIOU])['’](?![\w'’])"
"""`citta'`, `c'e'`"""


def typed_accent(m: re.Match[str], ctx: Context, lang: Language) -> Reading | None:
    """`citta'` -> "città": an accent as typewriters and agencies have it; no quotation is open."""
    start = max(0, ctx.start - 80)
    if (
        ctx.glued().isalnum()
        or ctx.glued() in tuple("'‘’")
        or compiled(r"(?<![\w'’])['‘](?=\w)").search(ctx.text, start, ctx.start)
    ):
        return None
    plain = m["word"] + m["vowel"]
    if plain.lower() in lang.words("elided ends"):
        return None
    acute = re.search(rf"(?:{lang.word('acute accents')})$", plain.lower())
    return (m["before"] or "") + m["word"] + (
        "é" if acute else dict(zip("aeiouAEIOU", "àèìòùÀÈÌÒÙ", strict=True))[m["vowel"]]
    ), m.end()


def stopped_ordinal(m: re.Match[str], ctx: Context, lang: Language) -> Reading | None:
    """`der 3. Platz`, `im XX. Jahrhundert`: before a noun, where a stop makes ordinals."""
    written = m.group("num")
    n = int(written) if written.isdecimal() else roman(written)
    if not n or ctx.glued().isalnum() or ctx.glued() in (",", ".", "-"):
        return None
    before = ctx.before()
    if before.lower() not in (*lang.words("weak before"), *lang.words("definite before")):
        after = ctx.after(m.end())
        if after[:1].isupper() and after.lower() in lang.openers:
            return None  # a sentence ends here
        if not written.isdecimal() and before[:1].isupper():
            return numeral(m, ctx, lang)
    other = compiled(r"/(\d{1,3})\.(?= )").match(ctx.text, m.end())
    said = declined(n, ctx, lang, ctx.after(other.end() if other else m.end()))
    if other is None:
        return said, m.end()
    ending = said.removeprefix(ordinal(n, lang))
    return f"{said} {lang.words('and')[0]} {ordinal(int(other[1]), lang)}{ending}", other.end()  # `5./6. Klasse`


def raised_ordinal(m: re.Match[str], ctx: Context, lang: Language) -> Reading | None:
    """`3e étage`, `1re fois`, `XXe siècle`; `2ª vez`, `1.er piso`; `3º posto`; `19e eeuw`."""
    written, suffix = m.group("num"), m.group("suffix").lower().lstrip("-")
    n = int(written) if written.isdecimal() else roman(written)
    if not 1 <= n < 1000 or ctx.glued().isalnum() or not (written.isdecimal() or _makes_ordinals(n, suffix, lang)):
        return None
    if suffix in ("º", "°") and _is_warm(m, n, ctx, lang):
        return f"{number(written, lang)} {lang.word('degrees')}", m.end()  # of an oven
    known = lang.word(f"{n} {suffix}") or lang.word(f"any {suffix}")
    if known:
        return known, m.end()
    feminine = re.fullmatch(lang.word("feminine suffixes") or "(?!)", suffix)
    said = ordinal(n, lang, "f" if feminine else "m")
    return said + ("s" if suffix[-1] == "s" and lang.word("plural ordinals") else ""), m.end()


_MOST_DAYS = 31
"""Up to here figures with a ring are ordinals, unless the words around are of the weather."""


def _is_warm(m: re.Match[str], n: int, ctx: Context, lang: Language) -> bool:
    """Whether figures with a small ring are degrees: `portarlo a 180° e cuocere`; not in `artigo 33.º, da Lei`."""
    if n <= _MOST_DAYS and not ctx.nearby(frozenset(lang.words("weather"))):
        return False
    if ctx.text[m.end("num")] == "." or ctx.before().lower() in lang.words("numbered words"):
        return False
    return not ctx.after(m.end()) or ctx.before().lower() in lang.words("before degrees")


def _makes_ordinals(n: int, suffix: str, lang: Language) -> bool:
    """Whether a suffix makes a roman numeral an ordinal: `XXe`, `Ier`; in `Vers`, `Ivo`, `Ida` it does not."""
    if suffix in ("º", "ª", "°"):
        return True
    return suffix in lang.words("numeral suffixes") and (n == 1) == (suffix in ("er", "re", "ers", "res"))


def numeral(m: re.Match[str], ctx: Context, lang: Language) -> Reading | None:
    """`Felipe VI`, `Leo XIV.`, `siglo XXI`, `XXI secolo`, `II Guerra`: by what stands around it."""
    written, end = m.group("num"), m.end("num")
    n, beside = roman(written), (ctx.glued(), ctx.text[end : end + 1])
    if not n or beside[0].isalnum() or any(c and c in "-'’&/" for c in beside) or beside[0] == ".":
        return None
    long, before = len(written) > 1, re.split("['’]", ctx.before())[-1]
    if said := _counting(n, before, ctx.after(end), long, lang):
        return said, end
    if _is_named(before, long, lang) and not (long and _is_team(before, end, ctx, lang)):
        closes = not ctx.text[m.end() :].strip(CLOSING) or not lang.word("stop after ordinals")
        return _regnal(n, before, lang), end if closes else m.end()
    said = _of_a_team_or_alone(n, before, end, ctx, lang) if long else ""
    return (said, end) if said else None


def _is_team(before: str, end: int, ctx: Context, lang: Language) -> bool:
    """`TSV Hillerse II 3:0`, `Hillerse II führte`: the second team of a club, and no king."""
    played = compiled(r" \d{1,3}:\d| [-–] ").match(ctx.text, end) or ctx.nearby(frozenset(lang.words("game")))
    return bool(played) and bool(lang.word("game")) and before not in lang.words("kings")


def _counting(n: int, before: str, named: str, long: bool, lang: Language) -> str:
    """Beside a century, a war, a congress; `via XX Settembre`."""
    after = named.lower()
    if before.lower() in lang.words("centuries") or (long and after in lang.months):
        return cardinal(n, lang)
    sure = long or (before.islower() and named[:1].isupper())  # `a I Liga`, but no article: `I Municipi`
    if after in lang.words("centuries") or (sure and after in lang.words("numbered nouns")):
        said = ordinal(n, lang, lang.gender_of(after) or "m")
        return lang.pairs("ordinals before a noun").get(said, said)
    return ""


def _of_a_team_or_alone(n: int, before: str, end: int, ctx: Context, lang: Language) -> str:
    named = before[:1].isupper() and _is_team(before, end, ctx, lang)
    return cardinal(n, lang) if named else _by_itself(n, before, ctx.after(end), ctx, lang)


def _by_itself(n: int, before: str, after: str, ctx: Context, lang: Language) -> str:
    """`el XIX` where centuries are spoken of, `capítulo IV`, `le XV de France`."""
    article = before.lower() in lang.words("articles")
    if article and ctx.nearby(frozenset(lang.words("centuries")), 30) and lang.word("centuries by ordinals"):
        return ordinal(n, lang, "m")
    numbered = article or before.lower() in lang.words("numbered words")
    return cardinal(n, lang) if numbered or (before.islower() and not after) else ""


def _is_named(before: str, long: bool, lang: Language) -> bool:
    """Whether the word before a numeral is a king's or pope's name."""
    named = before[:1].isupper() and len(before) > 2 and not before.isupper()
    return (
        named
        and before.lower() not in lang.words("numbered words")
        and (long or before in (*lang.words("kings"), *lang.words("queens")))
    )


def _regnal(n: int, name: str, lang: Language) -> str:
    """`XIV` behind a king's, queen's or pope's name: the fourteenth, or fourteen, as the language counts them."""
    most = int(lang.word("regnal ordinals up to") or 0)
    queen = name in lang.words("queens")
    said = (lang.word("first") or ordinal(n, lang)) if n == 1 and most == 1 else ordinal(n, lang, "f" if queen else "m")
    form = (queen and lang.word("regnal f")) or lang.word("regnal")
    return form.format(n=said if n <= most else cardinal(n, lang))


def province_pattern(lang: Language) -> str:
    """`(MG)`, `-SP`, `/RJ`: letters of a province or state behind a town or a party."""
    return rf"(?:(?<=\()|(?P<joined>[-/–]))(?P<code>{alternatives(lang.provinces)})(?(joined)(?![\w-])|(?=\)))"


def province(m: re.Match[str], ctx: Context, lang: Language) -> Reading | None:
    """The name of a province or state: `Sabará (MG)`, `Campinas-SP`; behind a party or an office, `PT-SP`, of it."""
    behind = r"\b([^\W\d_][\w’'-]*)" + (r"\Z" if m["joined"] else r" \(\Z")
    before = compiled(behind).search(ctx.text[max(0, ctx.start - 30) : ctx.start])
    if before is None or not before[1][0].isupper() or before[1] in lang.provinces:
        return None
    row = lang.provinces[m["code"]]
    same = ctx.text[: ctx.start].rstrip(" (").endswith(row["spoken"])
    if not m["joined"]:
        return None if same else (row["spoken"], m.end())
    if row["of"] and (before[1].isupper() or before[1] in lang.words("parties")):
        return f" {row['of']}", m.end()
    return "" if same else f", {row['spoken']}", m.end()


def turned_apostrophe(m: re.Match[str], ctx: Context, lang: Language) -> Reading | None:
    """`l‘entità`: a quotation mark that some program made of an apostrophe."""
    return ("’", m.end()) if ctx.glued().isalpha() else None


def bore(m: re.Match[str], ctx: Context, lang: Language) -> Reading | None:
    """`revólver .38`"""
    return (number(m["num"], lang), m.end()) if ctx.glued() == " " else None


def sign(m: re.Match[str], ctx: Context, lang: Language) -> Reading | None:
    """The word of a sign that stands by itself; `§§` are several."""
    return f" {lang.word(m.group()) or lang.signs[m.group()[0]]}", m.end()


def row_of_signs(m: re.Match[str], ctx: Context, lang: Language) -> Reading | None:
    """`+++ 18.30 Uhr +++`: ornaments."""
    return "", m.end()


def river_pattern(lang: Language) -> str:
    """A town's river behind a stroke."""
    return rf"/(?P<river>{alternatives(lang.pairs('rivers'))})(?:(?<=\.)|(?!\w))"


def river(m: re.Match[str], ctx: Context, lang: Language) -> Reading | None:
    """`Frankfurt/Main` -> "Frankfurt am Main"."""
    return (f" {lang.pairs('rivers')[m['river']]}", m.end()) if ctx.glued().isalpha() else None


ADDRESS = (
    r"(?:https?://)?(?:www\.)?[\w.+-]{1,64}@[\w-]{1,40}(?:\.[\w-]{2,40}){1,4}"
    r"|(?:https?://|www\.)[\w-]{1,60}(?:\.[\w-]{2,40}){1,5}(?:/[\w./-]{0,80}[\w/])?"
    r"|[a-z0-9-]{2,40}\.(?:com|org|net|info|eu|de|at|ch|fr|be|es|mx|ar|pt|br|it|nl|cat)(?![\w-]|\.\w)(?:/[\w./-]{0,80}[\w/])?"
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
    short = [word for word in lang.abbreviations if word[0] != "-"]
    return rf"(?P<elided>[^\W\d_]{{1,5}}['’])?(?P<short>{alternatives(short)})(?:(?<=\W)|(?!\w))"


def ends(lang: Language) -> str:
    """The pattern of words that end short."""
    return rf"(?P<word>[^\W\d_]{{2,20}}?)(?P<end>{alternatives(lang.shortened_ends) or '(?!)'})"


def noun(lang: Language) -> str:
    """A word that is no month follows."""
    listed = rf",? (?:{lang.any_of('and')}|{lang.any_of('until')}) \d{{1,3}}\.|, \d{{1,3}}\. ?{lang.any_of('and')}"
    listed += r"|(?<=\.)/\d{1,3}\. [^\W\d_]"
    return rf"(?= (?!(?:{'|'.join(lang.months)})\b){LETTER}|{listed}|, \d{{1,3}}\.,? )"
