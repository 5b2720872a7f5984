"""Titles, abbreviations, states and parties, streets, initials, legal citations."""

from __future__ import annotations

import re
from string import ascii_uppercase

from ...lexis import english
from ...lexis.tables import Lexis, derived
from ..scan import SYMBOL, WORD, Context, Reading, Rule, compiled
from . import usage
from .shapes import STREET_NAME, before_name, ends_text, keep_stop, starts_sentence
from .streets import saint_of_street, street_before


def title(m: re.Match[str], ctx: Context) -> Reading | None:
    """`Gov. Smith`, `Dr Smith`, `St. Louis`, `Mt. Hood`: before a name."""
    end = m.end()
    word, name = titled(m.group("word").replace("’", "'"), bool(m.group("dot")))
    if ctx.usage.english == "IN" and (own := indian(word, end, ctx)):
        return own, end
    if word == "Sr" and ctx.after(end) in usage.for_seniors():
        return "Senior", end
    if word == "Sen" and (senior := compiled(SENIOR).match(ctx.text, end)):
        return "Senior ", senior.end()
    if name and rank_alone(word, m, ctx):
        return name, end
    if not name or elsewhere(word, end, ctx):
        return None
    return full_title(word, name, m, ctx)


def indian(word: str, end: int, ctx: Context) -> str:
    """`Sr. Advocate`, `Pt. Sharma`; else ""."""
    if word == "Sr" and ctx.after(end) in usage.indian_ranks():
        return "Senior"
    return INDIAN.get(word, "") if compiled(r" [A-Z][a-z]").match(ctx.text, end) else ""


INDIAN = {"Pt": "Pandit", "Er": "Engineer", "Md": "Mohammed", "Nk": "Naik"}
"""With or without a stop before a name."""


SHARED = (
    r" (?:and|&) [A-Z][a-z]{1,3}\.? [A-Z]|\) [A-Z]|-(?:Col|Gen|Cdr|Cmdr|Gov|Supt|Insp|Con(?:st?)?|Sgt|Lt|Maj)\b"
    r"| \((?i:retd?|ret['’]d)\.?\)"
)
"""Behind a title: another one, or that somebody has retired."""
SENIOR = r"[- ](?=(?:Con(?:st(?:able)?)?|Sgt|Sergeant|Insp|Inspector)\b)"
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


def rank_alone(word: str, m: re.Match[str], ctx: Context) -> bool:
    """`was a Capt with`, `the Supt said`."""
    owned = word in usage.ranks() and ctx.before().lower() in (
        "a",
        "the",
        "as",
        "his",
        "her",
        "their",
        "former",
        "becoming",
        "then",
    )
    return owned and compiled(r" [a-z]|[,;.)]").match(ctx.text, m.end()) is not None


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
    return frozenset(map(str.lower, (*lexis.made(english.titles.make), *INDIAN))) | plurals


def elsewhere(word: str, end: int, ctx: Context) -> bool:
    """`Ch` and `Con` are titles only in `Ch Insp` and `Det Con`."""
    if word == "Sec" and compiled(r" [A-Z](?![\w.])").match(ctx.text, end):
        return True
    if word in english.state_abbreviations() and behind_place(ctx) and compiled(r" \(").match(ctx.text, end):
        return True  # "Marlow, Del. (AP)"
    if word == "Gr" and compiled(r" [IVX]{1,4}(?!\w)").match(ctx.text, end):
        return True
    return (word == "Ch" and ctx.after(end) not in ("Insp", "Supt")) or (word == "Con" and ctx.before() != "Det")


def not_titled(word: str, dot: bool, end: int, ctx: Context) -> bool:
    """Whether a title's letters are something else before a capital: `Gen Z`, `Pine St`, `John Roe Sr`."""
    if (
        word == "Gen"
        and not dot
        and compiled(r"\s(?:[XYZ](?:ers?|s)?|[A-Z]ers?|AI)\b|\s[A-Z]\b(?!\.)|\sAlpha").match(ctx.text, end)
    ):
        return True
    if word == "St" and compiled(r" [A-Z][a-z]+['’]s\b").match(ctx.text, end):
        return False
    if word in english.street_like() and street_before(ctx) and not saint_of_street(end, ctx):
        return True
    return word == "Sr" and ctx.before()[:1].isupper()


def number_sign(m: re.Match[str], ctx: Context) -> Reading | None:
    """`No. 10`, `No 10`, `Nos. 3 and 4`, `№ 5`."""
    word = "numbers" if m.group("plural") or m.group("p") else "number"
    return word.capitalize() if ctx.at == 0 else word, m.end()


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
    if compiled(r"[NS]\.[EW]\.").fullmatch(written) and compiled(STREET_BEHIND).match(ctx.text, m.end("letters")):
        return english.points()[plain], m.end("letters")
    if suffix:
        return words + (suffix if suffix[0] in "'’" else "'s"), m.end()
    end = m.end("letters")
    return words, keep_stop(ctx.text, end) if written[-1] == "." else end


STREET_BEHIND = rf" (?:\d{{1,3}}(?:st|nd|rd|th)|[A-Z][a-z]+) (?:{STREET_NAME}|Way)\b"
"""The street of `N.W. 3rd St.`"""


def initial(m: re.Match[str], ctx: Context) -> Reading | None:
    """`George W. Bush`, `C. S. Lewis`: the stop goes. Not the last letter of a sentence ("vitamin C. The")."""
    letter = m.group("letter")
    lettered = ctx.before().lower() in english.lettered() and not compiled(r" ?[A-Z]\.").match(ctx.text, m.end())
    if lettered or (letter == "I" and not ctx.before()) or starts_sentence(ctx.text, m.end()):
        return None
    return letter, m.end()


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
    if ctx.text[max(0, ctx.start - 6) : ctx.start].endswith(" Co., "):
        return True
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
    r"(?:[Nn]o(?P<plural>s)?[.:] ?|No(?P<p>s)? |№ ?"
    r"|no (?:(?<=[Tt]he no )|(?<=[Cc]ase no )|(?<=[Rr]ef no )|(?<=[Aa]pp no )))"
    r"(?=\d|[A-Z]-?\d|[A-Z]{1,6}[-/][A-Z\d]{1,6}[-/\d]|[A-Z]{2,4}\d{3})",
    number_sign,
    "№",
    begins="nN",
    then=" .:",
    source="AP: No. 10",
)
TITLE = Rule(
    "title",
    (WORD,),
    r"(?P<word>Rev['’]d|[A-Z][A-Za-z]{1,7}(?!['’]))(?P<dot>\.)?(?!\w)",
    title,
    words=title_words,
    source="lexis/en/titles.tsv; AP: courtesy and military titles",
)
STATE = Rule(
    "state",
    (WORD,),
    r"(?P<word>[A-Z][a-z]{1,5})\.",
    state,
    begins=ascii_uppercase,
    then=".",
    source="AP state abbreviations",
)
DOTTED = Rule(
    "dotted letters",
    (WORD,),
    r"(?P<letters>(?:[A-Z]\.){2,8}[A-Z]?(?![A-Za-rt-z]|s\w)|[A-Z]\.[A-Z](?![A-Za-z.])|W\.Va\.|Ph\.D\.?|Cr\.P\.C\.?|[a-z]\.(?:[a-z]\.){1,4}(?![a-z]))(?P<suffix>['’]?s\b)?",
    dotted,
    then=".",
    source="AP: U.S., J.K. Rowling",
)
INITIAL = Rule(
    "initial",
    (WORD,),
    r"(?P<letter>[A-Z])\.(?=[\s\u00a0]?[A-Z]| [a-z])",
    initial,
    begins=ascii_uppercase,
    then=".",
    source="AP: George W. Bush",
)
