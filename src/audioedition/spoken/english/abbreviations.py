"""Words written short: `Inc.`, `approx.`, `p. 12`, `w/e`, `e.g.`, `Ltd`, `Co Mayo`."""

from __future__ import annotations

import re

from ...lexis import english
from ..scan import WORD, Context, Reading, Rule, compiled
from . import usage
from .codes import letters
from .guesses import UNKNOWN_ABBREVIATION
from .shapes import MONTH, STATE, before_name, ends_text, keep_stop
from .titled_names import behind_place


def before_figures(m: re.Match[str], ctx: Context) -> Reading | None:
    """`p. 12`, `s. 20`, `c. 1500`, `(b. 1942)`."""
    word = (m.group("word") or m.group("road")).rstrip(". ")
    said = english.before_figures()[word.lower()]
    if of_something_else(word, ctx):
        return None
    said = in_context(word, m.end(), ctx) or said
    if m.group("road") and word not in ("Hwy", "Rte", "Rt"):
        return said.capitalize() if word[0].isupper() else said, m.end()
    return said, m.end()


def of_something_else(word: str, ctx: Context) -> bool:
    """Whether the figures behind a word in short number something else: `Faculty of Arts 2025`, `Mill Rd 2`."""
    if word == "Rd":
        return not ctx.british or not (ctx.before().isupper() or not ctx.before())
    if word == "Cert":
        return ctx.before() in ("Leaving", "Junior")
    return word == "Arts" and ctx.before().lower() in usage.before_arts()


def in_context(word: str, end: int, ctx: Context) -> str:
    """What a word in short before figures is where that depends on what stands around it; "" where it does not."""
    if word == "Ph" and compiled(r"\d{1,2}(?![\d-]| \d)|[IVX]").match(ctx.text, end):
        return "phase"  # "Blk. 11, Ph. 2"
    if word == "Div" and compiled(r"[\d.]+ ?(?:p|c|cts?|pct|dlrs?)\b").match(ctx.text, end):
        return "dividend"  # Reuters: "Div 3p vs nil"
    if word == "Cl" and ctx.before() in ("HGV", "LGV", "PCV", "PSV"):
        return "class"
    return "chapter" if word == "Ch" and ctx.nearby(usage.legal_parts(), 24) else ""  # "amends Ch. 12, Sec. 4"


def slashed(m: re.Match[str], ctx: Context) -> Reading | None:
    if m.group() == "M/s" and before_name(ctx.text, m.end()):
        return "Messrs", m.end()
    words = slashed_words(m, ctx)
    words = words.removesuffix(" of") if ctx.after(m.end()) == "of" else words  # "r/o of the hall"
    return (words, m.end()) if words else None


def slashed_words(m: re.Match[str], ctx: Context) -> str:
    """What the letters around a stroke stand for, where that depends on what is spoken of; "" for nothing known."""
    written = m.group().lower()
    if written == "f/":
        return "F "
    if written == "w/o" and ctx.about("tennis"):
        return "walkover against" if before_name(ctx.text, m.end()) else "walkover"
    if written in INDIAN_KIN and m.group()[0].isupper() and before_name(ctx.text, m.end()):
        return INDIAN_KIN[written]
    if written == "w/e" and ctx.after(m.end()) in ("only", "and", "breaks"):
        return "weekends" if ctx.after(m.end()) == "only" else "weekend"
    return (
        by_what_is_behind(written, m.end(), ctx)
        or english.slashed().get(written)
        or (letters(written.replace("/", "")) if LETTER_EACH(written) else "")
    )


def by_what_is_behind(written: str, end: int, ctx: Context) -> str:
    """`(1963, b/w)`: no preposition, as nothing follows; `18-30 y/o`: no noun follows; else ""."""
    if written == "b/w" and compiled(r"[),.;:]|$|\n").match(ctx.text, end):
        return "black and white"
    return "years old" if written == "y/o" and not ctx.after(end).islower() and ctx.before() != "1" else ""


LETTER_EACH = re.compile(r"[a-z]/[a-z]").fullmatch
"""`m/l`, `r/t`: what no table knows is two letters, never "slash"."""
INDIAN_KIN = {"s/o": "son of", "d/o": "daughter of", "w/o": "wife of", "r/o": "resident of"}


def abbreviation(m: re.Match[str], ctx: Context) -> Reading | None:
    """A word with a stop that stands for a longer one: `Inc.`, `approx.`, `vs.`, `Jr.`"""
    word, end = m.group("word"), m.end()
    lower = word.lower()
    name = english.abbreviations().get(lower)
    if not name:
        if len(word) < 6 and compiled(r" [a-z]").match(ctx.text, end):
            ctx.doubt(m.group(), word, UNKNOWN_ABBREVIATION, 0.6)
        return None
    if is_another_word(word, ctx):
        return None
    if lower == "no" and ctx.after(end) == "of":
        return "number", end  # "the no. of congregants"
    if own := of_its_own(word, end, ctx):
        return own
    counted = compiled(r"\s?(?:[\d(]|Nos?\.? \d)").match(ctx.text, end)
    if lower in usage.cited():
        counted = counted or compiled(
            r"\s(?:[IVXLC]{2,7}\b|[IVX](?=,? (?:[Ss]ec|§|[a-z]|of\b))|[A-Z](?=[,;:.)]))"
        ).match(ctx.text, end)
    if (lower in english.only_before_figures() and not counted) or not fits(word, end, ctx):
        return None
    return name.capitalize() if word[0].isupper() else name, end if counted else keep_stop(ctx.text, end)


def is_another_word(word: str, ctx: Context) -> bool:
    """`EST`, a time zone; `40 sen.`, Malaysian cents."""
    return (word == "EST" and not ctx.loud) or (word == "sen" and ctx.before().isdecimal())


def of_its_own(word: str, end: int, ctx: Context) -> Reading | None:
    """Abbreviations that are said in more than one way."""
    lower, named, text = word.lower(), before_name(ctx.text, end), ctx.text
    if word == "inc" and ctx.before() == "" and ctx.at and compiled(r" [a-z\d]").match(text, end):
        return "including", end
    said = ""
    if lower == "gov" and ctx.british and not named:
        said = "government"
    elif lower == "adj":
        said = adjacent_or_adjourned(end, ctx)
    elif lower in ("est", "incl"):
        said = by_what_follows(lower, end, text)
    elif lower == "rd" and ctx.before().isdecimal():
        return "round", keep_stop(text, end)
    if said:
        return said.capitalize() if word[0].isupper() else said, keep_stop(text, end)
    return before_its_noun(lower, named, end, ctx)


def by_what_follows(lower: str, end: int, text: str) -> str:
    """`est. cost`, `GST incl.,`; else ""."""
    if lower == "est":
        return "" if compiled(r"\s?(?:in )?[12]\d{3}(?!\d|,\d)").match(text, end) else "estimated"
    return "included" if ends_text(text, end) or text[end : end + 1] in (",", ";", ")") else ""


def adjacent_or_adjourned(end: int, ctx: Context) -> str:
    """`land adj. 14 Mill Lane`, `Meeting adj. at 8`; else ""."""
    if ctx.before().lower() in usage.adjoining():
        return "adjacent" if ctx.after(end) == "to" else "adjacent to"
    return "adjourned" if ctx.after(end) in ("at", "until") else ""


def before_its_noun(lower: str, named: bool, end: int, ctx: Context) -> Reading | None:
    """`ch. 4` among words of television, `(ret.`, `feat. Bo`, `Co. Clare`."""
    broadcast = ctx.nearby(usage.screens(), 8) or ctx.text[end - 3 : end] == "CH."
    if lower == "ch" and compiled(r"\s?\d").match(ctx.text, end) and broadcast:
        return "channel", end
    if lower == "ret" and ctx.glued() == "(":
        return "retired", end
    noun = lower == "feat" and any(ctx.before(k).lower() in OF_A_NOUN | usage.determiners() for k in (1, 2, 3))
    if lower in ("ft", "feat") and named and not noun and not ctx.before()[-1:].isdecimal():
        return "featuring", end
    return of_county(end, ctx) if lower == "co" else None


OF_A_NOUN = frozenset(["a", "an", "no", "any", "some", "such", "every", "another"])
"""Before `feat.` where that is the word: `no easy feat. Roe said`."""
IN_STATE = rf", (?:(?P<code>[A-Z]{{2}})(?=[,;.)\s]|$)|(?:{STATE}|N\.[CJMY])\.)"
"""Behind `Travis Co.`: the state of a county."""
ACTS = r",? (?:said|says|has|had|is|was|will|would|plans|makes|sells|[a-z]{3,10}ed)\b"


def of_county(end: int, ctx: Context) -> Reading | None:
    """`Co. Clare`, `Marlow Co. deputies`, `Clare Co. Co.`: a county's, not a company's."""
    after, named = ctx.after(end), ctx.before()[:1].isupper()
    state = compiled(IN_STATE).match(ctx.text, end) if named else None
    if state and compiled(ACTS).match(ctx.text, state.end()):
        return None  # "Acme Co., NY, said": a company does
    if compiled(r" R(?:oa)?d\.? \d").match(ctx.text, end) or (
        state and (not state.group("code") or state.group("code") in english.states())
    ):
        return "County", end
    if council := compiled(r" Co\b\.?").match(ctx.text, end):
        second = "Council" if ctx.british else "Company"
        return f"County {second}", keep_stop(ctx.text, council.end())
    county = after in english.counties() or (named and after.lower() in usage.of_county())
    return ("County", end) if county else None


def fits(word: str, end: int, ctx: Context) -> bool:
    """Whether an abbreviation stands where its kind does: `Inc.` behind a name, a capitalised one not at the end."""
    if word.lower() in english.within_sentences() and not ctx.before().isdecimal():
        return compiled(r"\s?[a-z\d(,;:]").match(ctx.text, end) is not None
    if word.lower() not in english.behind_names():
        ended = word[0].isupper() and ends_text(ctx.text, end)
        return not ended or word.lower() in ("etc", "dept", "govt")
    listed = ctx.text[: ctx.start].rstrip().endswith((",", "&"))
    return word[0].isupper() and (ctx.before()[:1].isupper() or ctx.before() == "and" or listed)


def bare_abbreviation(m: re.Match[str], ctx: Context) -> Reading | None:
    """Without a stop: `vs`, `v` between names, `Jr`, `Ltd`, `plc` behind one."""
    word = m.group()
    if word in ("Co", "Cos"):
        return bare_county(word, m.end(), ctx)
    said = english.bare_abbreviations()[word.rstrip(".").lower()]
    if word in usage.units_of_army():
        return (said, m.end()) if numbered(ctx) else None
    if word in ("Univ", "Sr") and (own := university_or_sister(word, m.end(), ctx)):
        return own, m.end()
    if word in ("etc", "vs"):
        return said, m.end()
    if word in ("v", "v."):
        between = ctx.before()[:1].isupper() or ctx.before()[:1].isdecimal()
        if (
            compiled(r"[\d%] \Z").search(ctx.text, max(0, ctx.start - 2), ctx.start)
            and ctx.text[m.end() + 1 : m.end() + 2].isdecimal()
        ):
            return said, m.end()  # "2.7% v 4.3%"
        return (said, m.end()) if between and before_name(ctx.text, m.end()) else None
    return (said, m.end()) if ctx.before()[:1].isupper() else None


def university_or_sister(word: str, end: int, ctx: Context) -> str:
    """`the Univ of Leeds`; `Sr Mary` in Britain and Ireland, where no name stands before it."""
    if word == "Univ":
        return "University" if ctx.after(end) in ("of", "College") else ""
    sister = ctx.british and before_name(ctx.text, end) and not ctx.before()[:1].isupper()
    return "Sister" if sister else ""


def bare_county(word: str, end: int, ctx: Context) -> Reading | None:
    """`Co Mayo`, `Cos Clare and Down`, `Meath Co Co`."""
    if word == "Co" and ctx.after(end) == "Council":
        return "County", end
    if word == "Co" and ctx.british and compiled(r" Co(?![\w.])").match(ctx.text, end):
        return "County Council", end + 3
    return ("Counties" if word == "Cos" else "County", end) if ctx.after(end) in english.counties() else None


def numbered(ctx: Context) -> bool:
    """Whether a number or a letter stands right before: `1st Bn`, `4 Sqn`, `B Coy`."""
    before = ctx.before()
    return ctx.glued() == " " and (before[-2:] in ("st", "nd", "rd", "th") or before.isdecimal() or len(before) == 1)


def latin(m: re.Match[str], ctx: Context) -> Reading | None:
    if m.group() == "N.B.":
        return None if behind_place(ctx) else ("N B", m.end())
    words = english.latin()[m.group().replace(".", "").replace(" ", "").lower()]
    return words.capitalize() if m.group()[0] in "EI" else words, m.end()


PARTS = (
    "Yr|Mk|[Pp]h|[Ee]xt|[Ll]oc|[Pp]lat|Brgy|Arts?|Paras?|Sch|Cl|Pt|Reg|Bk"
    "|Hwy|Rte|Rt|Rd|Sec|[Ss]ect|Fig|Vol|Std|Div|Ch|Cert|Cat|Tel|Ps|Jct|[Kk]m"
)
"""With a stop, a colon or nothing before a number."""


LETTERED = (
    r"ss (?<=\d, ss )(?=\d)|ss (?=\d{1,3}[A-Z]?(?:\(\w+\))?(?:,| and) \d)|"
    r"s (?<=\d, s )(?=\d)|s (?=\d{1,3}[A-Z]?(?:\(\w+\)){0,3} (?:of the |[A-Z][a-z]+ ){0,5}Act\b)|s (?<=under s )(?=\d)"
    r"|pp(?= ?\d)|p(?=\d)|s(?=\d{1,3}\b)|c(?=[£$€]\d|1\d{3}\b|\d[\d.,]*%)"
    r"|c(?=\d{1,3}(?:,\d{3})+\b|\d{2,3} [A-Za-z])|m\. ?(?=1[89]\d\d\b)|paras? ?(?=\d)"
    rf"|[bd]\. (?={MONTH}[a-z]{{0,6}}\.? \d)"
    r"|S\. ?(?=\d{1,3}[A-Z]?(?![\w.]))"
    r"|(?:pp?|[Pp]gs?|ss?|ca?|b|d|paras?)\. ?(?=[£$€]?\d)|(?:fl|r)\. ?(?=1\d\d\d)"
)
"""`p. 12`, `p27`, `s18`, `c1640`, `m. 1958`."""


BEFORE_FIGURES_RULE = Rule(
    "letter before figures",
    (WORD,),
    rf"(?:(?P<word>{LETTERED})|(?P<road>{PARTS})[.:]? ?(?=\d|\+\d|\([\da-z]|[IVX]{{1,4}}\b))",
    before_figures,
    begins="ABCDEFHJKLMPRSTVYbcdefklmprs",
    source="p. 12, s. 20, c. 1500",
)


SLASHED_RULE = Rule(
    "letters and slash",
    (WORD,),
    r"[yqm]-o-[yqm](?![\w-])|f/(?=\d)|(?:km|[A-Za-z])/[a-z]?(?![\w/])|(?:N/A|C/O|Y/Y|Q/Q|M/M)(?!\w)|[Ww]/(?:out|in)\b",
    slashed,
    then="-/",
    source="w/e, c/o, n/a (lexis/en/abbreviations.tsv)",
)


LATIN_RULE = Rule(
    "Latin",
    (WORD,),
    r"(?:N\.B\.(?= )|[Ee]\.g\.|[Ii]\.e\.|a\.k\.a\.|eg\.|viz\.|et al\.|(?:aka|eg|ie|et al)\b)",
    latin,
    begins="EINaeiv",
    source="e.g., i.e., a.k.a.",
)


ABBREVIATION = Rule(
    "abbreviation",
    (WORD,),
    r"(?P<word>[A-Za-z]{2,6})\.(?![\w@])",
    abbreviation,
    then=".",
    source="lexis/en/abbreviations.tsv",
)


WITHOUT_STOP = "Jr|Sr|Inc|Ltd|Corp|Bros|[Pp]lc|PLC|LLC|Esq|Utd|etc|Cos?|Stn|Univ|Bn|Regt|Bde|Sqn|Coy|Bty"


BARE_ABBREVIATION = Rule(
    "abbreviation without a stop",
    (WORD,),
    rf"v\.(?= )|(?:vs|v|{WITHOUT_STOP})\b(?!\.)",
    bare_abbreviation,
    begins="BCEIJLPRSUepv",
    source="Guardian: plc, Ltd, v",
)
