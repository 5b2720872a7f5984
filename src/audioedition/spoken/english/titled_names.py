"""Titles, abbreviations, states and parties, streets, initials, legal citations."""

from __future__ import annotations

import re

from ...lexis import english
from ...lexis.tables import Lexis, derived
from ..scan import SYMBOL, WORD, Context, Reading, Rule, compiled
from . import usage
from .guesses import UNKNOWN_ABBREVIATION
from .shapes import before_name, ends_text, keep_stop, starts_sentence
from .streets import saint_of_street, street_before


def lance(m: re.Match[str], ctx: Context) -> Reading | None:
    """The stroke of `L/Cpl`, `A/Insp`, `P/Maj.`"""
    return {"L": "Lance ", "A": "Acting ", "P": "Police "}[m.group("lead")], m.end()


def title(m: re.Match[str], ctx: Context) -> Reading | None:
    """`Gov. Smith`, `Dr Smith`, `St. Louis`, `Mt. Hood`: before a name."""
    end = m.end()
    word, name = titled(m.group("word"), bool(m.group("dot")))
    if ctx.usage.english == "IN" and (own := indian(word, end, ctx)):
        return own, end
    if word == "Sen" and (senior := compiled(SENIOR).match(ctx.text, end)):
        return "Senior ", senior.end()
    if not name or elsewhere(word, end, ctx):
        return None
    return full_title(word, name, m, ctx)


def indian(word: str, end: int, ctx: Context) -> str:
    """`Sr. Advocate`, `Pt. Sharma`; else ""."""
    if word == "Sr" and ctx.after(end) in (
        "Advocate",
        "Counsel",
        "Citizen",
        "Manager",
        "Supdt",
        "Officer",
        "Journalist",
    ):
        return "Senior"
    return "Pandit" if word == "Pt" and compiled(r" [A-Z][a-z]").match(ctx.text, end) else ""


SHARED = (
    r" (?:and|&) [A-Z][a-z]{1,3}\.? [A-Z]|\) [A-Z]|-(?:Col|Gen|Cdr|Cmdr|Gov)\b"
    r"| \((?i:retd?|ret['’]d)\.?\)"
)
"""Behind a title: another one, or that somebody has retired."""
SENIOR = r"[- ](?=(?:Const(?:able)?|Sgt|Sergeant|Insp|Inspector)\b)"
"""Behind `Sen`: an Australian rank, no senator."""


def full_title(word: str, name: str, m: re.Match[str], ctx: Context) -> Reading | None:
    """`name`, where a name stands behind the title `word`."""
    dot, end = m.group("dot"), m.end()
    if compiled(r"-[A-ZÀ-Þ]" if word in ("St", "Ste") else r"(?<=\.) [1-4](?:st|nd|rd|th) Class").match(ctx.text, end):
        return name, end
    if not dot and not stands_bare(word, ctx):
        return None
    shared = compiled(SHARED).match(ctx.text, end) if word not in english.street_like() else None
    if not before_name(ctx.text, end) and not shared:
        # A text of nothing else: `Maj.`
        return (name, end) if dot and end == len(ctx.text) and ctx.at == 0 and word != "St" else None
    if not_titled(word, bool(dot), end, ctx):
        return None
    return name.replace("Honorable", "Honourable") if ctx.british else name, end


def stands_bare(word: str, ctx: Context) -> bool:
    """Whether a title is written without a stop: `Sen` where a name can't be meant."""
    return word in english.bare_titles() or (word == "Sen" and ctx.usage.english in ("IE", "AU", "PH", "NG"))


def titled(word: str, dot: bool) -> tuple[str, str]:
    """The row of a title as it is written, `GOV.` and `Govs` included, and its words; "" for none."""
    if dot and word.isupper():
        word = word.capitalize()
    if word not in english.titles() and word[-1] == "s":
        return word[:-1], english.title_plurals().get(word[:-1], "")
    return word, english.titles().get(word, "")


@derived
def title_words(lexis: Lexis) -> frozenset[str]:
    """All that `titled` may know, in lower case."""
    plurals = {f"{word}s".lower() for word in lexis.made(english.title_plurals.make)}
    return frozenset(map(str.lower, lexis.made(english.titles.make))) | plurals


def elsewhere(word: str, end: int, ctx: Context) -> bool:
    """`Ch` and `Con` are titles only in `Ch Insp` and `Det Con`."""
    if word == "Sec" and compiled(r" [A-Z](?![\w.])").match(ctx.text, end):
        return True
    return (word == "Ch" and ctx.after(end) not in ("Insp", "Supt")) or (word == "Con" and ctx.before() != "Det")


def not_titled(word: str, dot: bool, end: int, ctx: Context) -> bool:
    """Whether a title's letters are something else before a capital: `Gen Z`, `Pine St`, `John Roe Sr`."""
    if word == "Gen" and not dot and compiled(r"\s[A-Z](?:ers?)?\b(?!\.)|\sAlpha").match(ctx.text, end):
        return True
    if word in english.street_like() and street_before(ctx) and not saint_of_street(end, ctx):
        return True
    return word == "Sr" and ctx.before()[:1].isupper()


def number_sign(m: re.Match[str], ctx: Context) -> Reading | None:
    """`No. 10`, `No 10`, `Nos. 3 and 4`, `№ 5`."""
    word = "numbers" if m.group("plural") or m.group("p") else "number"
    return word.capitalize() if ctx.at == 0 else word, m.end()


def before_figures(m: re.Match[str], ctx: Context) -> Reading | None:
    """`p. 12`, `s. 20`, `c. 1500`, `(b. 1942)`."""
    word = (m.group("word") or m.group("road")).rstrip(". ")
    said = english.before_figures()[word.lower()]
    if m.group("road") and word not in ("Hwy", "Rte", "Rt"):
        return said.capitalize() if word[0].isupper() else said, m.end()
    return said, m.end()


def slashed(m: re.Match[str], ctx: Context) -> Reading | None:
    if m.group() == "M/s" and before_name(ctx.text, m.end()):
        return "Messrs", m.end()
    words = slashed_words(m, ctx)
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
    return english.slashed().get(written, "")


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
    if lower == "est" and word.isupper() and not ctx.loud:
        return None
    if own := of_its_own(word, end, ctx):
        return own
    counted = compiled(r"\s?[\d(]").match(ctx.text, end)
    if lower in ("app", "art", "ch", "div", "fig", "figs", "sec", "vol", "vols"):
        counted = counted or compiled(
            r"\s(?:[IVXLC]{2,7}\b|[IVX](?=,? (?:[Ss]ec|§|[a-z]|of\b))|[A-Z](?=[,;:.)]))"
        ).match(ctx.text, end)
    if (lower in english.only_before_figures() and not counted) or not fits(word, end, ctx):
        return None
    return name.capitalize() if word[0].isupper() else name, end if counted else keep_stop(ctx.text, end)


def of_its_own(word: str, end: int, ctx: Context) -> Reading | None:
    """Abbreviations that are said in more than one way."""
    lower, named, text = word.lower(), before_name(ctx.text, end), ctx.text
    said = ""
    if lower == "gov" and ctx.british and not named:
        said = "government"
    elif lower == "adj" and ctx.before().lower() in ("land", "plot", "site", "garage", "building", "house"):
        said = "adjacent" if ctx.after(end) == "to" else "adjacent to"
    elif lower == "adj" and ctx.after(end) in ("at", "until"):
        said = "adjourned"
    elif lower == "est" and not compiled(r"\s?(?:in )?[12]\d{3}(?![\d,])").match(text, end):
        said = "estimated"
    elif lower == "incl" and (ends_text(text, end) or text[end : end + 1] in (",", ";", ")")):
        said = "included"
    elif lower == "rd" and ctx.before().isdecimal():
        return "round", keep_stop(text, end)
    if said:
        return said.capitalize() if word[0].isupper() else said, keep_stop(text, end)
    return before_its_noun(lower, named, end, ctx)


def before_its_noun(lower: str, named: bool, end: int, ctx: Context) -> Reading | None:
    """`ch. 4` among words of television, `(ret.`, `feat. Bo`, `Co. Clare`."""
    broadcast = ctx.nearby(usage.screens(), 8) or ctx.text[end - 3 : end] == "CH."
    if lower == "ch" and compiled(r"\s?\d").match(ctx.text, end) and broadcast:
        return "channel", end
    if lower == "ret" and ctx.glued() == "(":
        return "retired", end
    if lower in ("ft", "feat") and named and not ctx.before()[-1:].isdecimal():
        return "featuring", end
    return of_county(end, ctx) if lower == "co" else None


def of_county(end: int, ctx: Context) -> Reading | None:
    """`Co. Clare`, `Marlow Co. deputies`, `Clare Co. Co.`: a county's, not a company's."""
    after, named = ctx.after(end), ctx.before()[:1].isupper()
    if compiled(r" R(?:oa)?d\.? \d").match(ctx.text, end):
        return "County", end
    if council := compiled(r" Co\b\.?").match(ctx.text, end):
        second = "Council" if ctx.british else "Company"
        return f"County {second}", keep_stop(ctx.text, council.end())
    county = after in english.counties() or (named and after.lower() in usage.of_county())
    return ("County", end) if county else None


def fits(word: str, end: int, ctx: Context) -> bool:
    """Whether an abbreviation stands where its kind does: `Inc.` behind a name, a capitalised one not at the end."""
    if word.lower() not in english.behind_names():
        ended = word[0].isupper() and ends_text(ctx.text, end)
        return not ended or word.lower() in ("etc", "dept", "govt")
    listed = ctx.text[: ctx.start].rstrip().endswith((",", "&"))
    return word[0].isupper() and (ctx.before()[:1].isupper() or ctx.before() == "and" or listed)


UNITS_OF_ARMY = ("Bn", "Regt", "Bde", "Sqn", "Coy", "Bty")


def bare_abbreviation(m: re.Match[str], ctx: Context) -> Reading | None:
    """Without a stop: `vs`, `v` between names, `Jr`, `Ltd`, `plc` behind one."""
    word = m.group()
    if word in ("Co", "Cos"):
        return bare_county(word, m.end(), ctx)
    said = english.bare_abbreviations()[word.rstrip(".").lower()]
    if word in UNITS_OF_ARMY:
        return (said, m.end()) if numbered(ctx) else None
    if word in ("Univ", "Sr") and (own := university_or_sister(word, m.end(), ctx)):
        return own, m.end()
    if word in ("etc", "vs"):
        return said, m.end()
    if word in ("v", "v."):
        between = ctx.before()[:1].isupper() or ctx.before()[:1].isdecimal()
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
    if word == "Co" and ctx.british and ctx.text.startswith(" Co ", end):
        return "County Council", end + 3
    return ("Counties" if word == "Cos" else "County", end) if ctx.after(end) in english.counties() else None


def numbered(ctx: Context) -> bool:
    """Whether a number or a letter stands right before: `1st Bn`, `4 Sqn`, `B Coy`."""
    before = ctx.before()
    return ctx.glued() == " " and (before[-2:] in ("st", "nd", "rd", "th") or before.isdecimal() or len(before) == 1)


def latin(m: re.Match[str], ctx: Context) -> Reading | None:
    words = english.latin()[m.group().replace(".", "").replace(" ", "").lower()]
    return words.capitalize() if m.group()[0] in "EI" else words, m.end()


def dotted(m: re.Match[str], ctx: Context) -> Reading | None:
    """`U.S.`, `U.S.'s`, `D.C.`, `J.K. Rowling`, `Ph.D.`, `N.Y.`"""
    written, suffix = m.group("letters"), m.group("suffix")
    plain = written.replace(".", "").upper()
    words = (
        english.dotted_states().get(written)
        if written not in ("B.C.", "N.B.", "N.S.", "P.R.") or ctx.text[: ctx.start].endswith(", ")
        else None
    )
    words = words or " ".join(plain)
    if suffix:
        return words + (suffix if suffix[0] in "'’" else "'s"), m.end()
    end = m.end("letters")
    return words, keep_stop(ctx.text, end) if written[-1] == "." else end


def initial(m: re.Match[str], ctx: Context) -> Reading | None:
    """`George W. Bush`, `C. S. Lewis`: the stop goes. Not the last letter of a sentence ("vitamin C. The")."""
    letter = m.group("letter")
    lettered = ctx.before().lower() in english.lettered() and not compiled(r" ?[A-Z]\.").match(ctx.text, m.end())
    if lettered or (letter == "I" and not ctx.before()) or starts_sentence(ctx.text, m.end()):
        return None
    return letter, m.end()


PREPOSITIONS = frozenset(["in", "of", "from", "and", "to", "or", "across", "near", "through"])
"""Before a state whose stop ends no sentence: a small letter follows."""
STATE_OFFICE = (
    r" St\.| (?:Lt\. )?(?:Gov|Sen|Rep|Atty)\."
    r"|(?: State)? (?:Attorney|Supreme|House|Senate|Democrat|Republican|Secretary|Governor)"
)


def state(m: re.Match[str], ctx: Context) -> Reading | None:
    """`Fla.`, `Calif.` behind a place and a comma; `Ann Lane (Ill.)`."""
    name = english.state_abbreviations().get(m.group("word"))
    if name and in_brackets(m, ctx):
        return name, m.end()
    listed = ctx.before() in ("in", "of", "from", "and", "to", "or", "across") and compiled(r" [a-z]").match(
        ctx.text, m.end()
    )
    sure = listed or (m.group("word") in english.sure_regions() and not ends_text(ctx.text, m.end()))
    if not name or not (sure or behind_place(ctx) or compiled(STATE_OFFICE).match(ctx.text, m.end())):
        return None
    return name, keep_stop(ctx.text, m.end())


def in_brackets(m: re.Match[str], ctx: Context) -> bool:
    """Whether it stands alone in brackets behind a capitalised word: a member's state, a town's."""
    lead = [token.text for token in ctx.tokens[max(0, ctx.at - 3) : ctx.at]]
    return lead[1:] == [" ", "("] and lead[0][0].isupper() and ctx.text.startswith(")", m.end())


def behind_place(ctx: Context) -> bool:
    """Whether a capitalised word and a comma stand right before: `Stroudsburg, PA`."""
    lead = ctx.tokens[max(0, ctx.at - 3) : ctx.at]
    return (
        len(lead) == 3
        and lead[1].text == ","
        and lead[0].text[:1].isupper()
        and lead[0].text.lower() not in usage.said_first()
        and not (lead[0].text.isupper() and len(lead[0].text) < 4)
    )


NUMBER_SIGN = Rule(
    "number sign",
    (WORD, SYMBOL),
    r"(?:[Nn]o(?P<plural>s)?\. ?|No(?P<p>s)? |no (?:(?<=[Tt]he no )|(?<=[Cc]ase no )|(?<=[Rr]ef no )|(?<=[Aa]pp no ))|№ ?)"
    r"(?=\d|[A-Z]-?\d|[A-Z]{1,6}[-/][A-Z\d]{1,6}[-/\d])",
    number_sign,
    "№",
    source="AP: No. 10",
)
PARTS = (
    "Yr|[Pp]h|[Ee]xt|[Ll]oc|[Pp]lat|Brgy|Arts?|Paras?|Sch|Cl|Pt|Reg|Bk"
    "|Hwy|Rte|Rt|Sec|Fig|Vol|Std|Div|Ch|Cert|Cat|Tel|Ps|Jct|[Kk]m"
)
"""With a stop, a colon or nothing before a number."""
LETTERED = (
    r"pp(?= ?\d)|p(?=\d)|s(?=\d{1,3}\b)|c(?=[£$€]\d|1\d{3}\b)|m\. ?(?=1[89]\d\d\b)|paras? ?(?=\d)"
    r"|[bd]\. (?=(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? \d)"
    r"|(?:pp?|pgs?|ss?|ca?|b|d|paras?)\. ?(?=[£$€]?\d)|(?:fl|r)\. ?(?=1\d\d\d)"
)
"""`p. 12`, `p27`, `s18`, `c1640`, `m. 1958`."""
BEFORE_FIGURES_RULE = Rule(
    "letter before figures",
    (WORD,),
    rf"(?:(?P<word>{LETTERED})|(?P<road>{PARTS})[.:]? ?(?=[\d+(]|[IVX]{{1,4}}\b))",
    before_figures,
    source="p. 12, s. 20, c. 1500",
)
SLASHED_RULE = Rule(
    "letters and slash",
    (WORD,),
    r"[yqm]-o-[yqm](?![\w-])|f/(?=\d)|(?:km|[A-Za-z])/[a-z]?(?![\w/])|N/A(?!\w)|[Ww]/out\b",
    slashed,
    source="w/e, c/o, n/a (lexis/en/abbreviations.tsv)",
)
LATIN_RULE = Rule(
    "Latin",
    (WORD,),
    r"(?:[Ee]\.g\.|[Ii]\.e\.|a\.k\.a\.|eg\.|viz\.|et al\.|(?:aka|eg|ie|et al)\b)",
    latin,
    source="e.g., i.e., a.k.a.",
)
LANCE = Rule(
    "lance corporal",
    (WORD,),
    r"(?P<lead>[LAP])/(?=(?:Cpl|Bdr|Sgt|Insp|Supt|Maj|Lt|Col|Gen|Capt|Det|Sen|Const)\b)",
    lance,
    source="British Army: L/Cpl; Australian and Philippine police: A/Insp, P/Maj.",
)
TITLE = Rule(
    "title",
    (WORD,),
    r"(?P<word>[A-Z][a-z]{1,6}|[A-Z]{2,5}(?=\.))(?P<dot>\.)?(?!\w|['’])",
    title,
    words=title_words,
    source="lexis/en/titles.tsv; AP: courtesy and military titles",
)
STATE = Rule(
    "state",
    (WORD,),
    r"(?P<word>[A-Z][a-z]{1,5})\.",
    state,
    source="AP state abbreviations",
)
DOTTED = Rule(
    "dotted letters",
    (WORD,),
    r"(?P<letters>(?:[A-Z]\.){2,8}[A-Z]?(?![A-Za-rt-z]|s\w)|[A-Z]\.[A-Z](?![A-Za-z.])|W\.Va\.|Ph\.D\.?|[a-z]\.(?:[a-z]\.){2,4})(?P<suffix>['’]?s\b)?",
    dotted,
    source="AP: U.S., J.K. Rowling",
)
INITIAL = Rule(
    "initial",
    (WORD,),
    r"(?P<letter>[A-Z])\.(?=[\s\u00a0]?[A-Z]| [a-z])",
    initial,
    source="AP: George W. Bush",
)
ABBREVIATION = Rule(
    "abbreviation",
    (WORD,),
    r"(?P<word>[A-Za-z]{2,6})\.(?![\w@])",
    abbreviation,
    source="lexis/en/abbreviations.tsv",
)
WITHOUT_STOP = "Jr|Sr|Inc|Ltd|Corp|Bros|[Pp]lc|PLC|LLC|Esq|Utd|etc|Cos?|Stn|Univ|Bn|Regt|Bde|Sqn|Coy|Bty"
BARE_ABBREVIATION = Rule(
    "abbreviation without a stop",
    (WORD,),
    rf"v\.(?= )|(?:vs|v|{WITHOUT_STOP})\b(?!\.)",
    bare_abbreviation,
    source="Guardian: plc, Ltd, v",
)
