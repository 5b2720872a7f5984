"""Results as sports pages print them: racing prices and distances, age groups, cricket, Gaelic scores."""

from __future__ import annotations

import re
from string import digits

from ...lexis import english
from .. import numbers as num
from ..scan import FIGURES, SYMBOL, WORD, Context, Reading, Rule, compiled
from . import usage
from .shapes import DASH, keep_stop


def beat(m: re.Match[str], ctx: Context) -> Reading | None:
    """`A Berg bt C Holm 6-4`, `M. Roe d. K. Li`."""
    lead = ctx.text[max(0, ctx.start - 2) : ctx.start]
    behind_score = lead in (") ", "") or (lead[:1].isdecimal() and lead[1:] == " ")
    other_side = r"\s(?:(?:qualifier |wild card |lucky loser )?[A-Z(\[]|No\b)"
    if not (ctx.before()[:1].isupper() or behind_score) or not compiled(other_side).match(ctx.text, m.end()):
        return None
    if m.group() in ("d.", "def.", "def", "d") and not compiled(SCORED[m.group()[:3] == "def"]).match(
        ctx.text, m.end()
    ):
        return None
    return ("lost to" if m.group() == "lt" or m.group().endswith("by") else "beat"), m.end()


SCORED = (r"[^.;\n]{2,60}\d", r"(?:[^.;\n]|\.[, A-Z]){2,60}\d")
"""What stands behind `d.` and behind `def.`: the other side and a score; abbreviations may be among it behind `def.`"""


def age_group(m: re.Match[str], ctx: Context) -> Reading | None:
    """`U16s`, `the U-21 side`: under sixteens, under twenty-one."""
    age = int(m.group("age"))
    if not 5 <= age <= 23:
        return None
    word = "Under" if not ctx.text[: ctx.start].strip() else "under"
    said = num.cardinal(age)
    return f"{word} {num.plural(said) if m.group('many') else said}", m.end()


def price(m: re.Match[str], ctx: Context) -> Reading | None:
    """`5-2 fav`, `Tin Whistle (11-8)`: what a bookmaker asks."""
    first, second, favourite = int(m.group("a")), int(m.group("b")), m.group("fav")
    if not favourite and not (ctx.british and asked(first, second, m.end(), ctx)):
        return None
    words = f"{num.cardinal(first)} to {num.cardinal(second)}"
    if not favourite:
        return words, m.end()
    spelt = "favourite" if ctx.british else "favorite"
    joint = "joint " if m.group("joint") else "co-" if m.group("co") else ""
    return f"{words} {joint}{spelt}{'s' if favourite.endswith('s') else ''}", keep_stop(ctx.text, m.end())


def asked(first: int, second: int, end: int, ctx: Context) -> bool:
    """Whether two figures are a price: usual ones among words of racing, or in brackets behind a name."""
    usual = (second in (1, 2, 4, 8, 11, 13) and first != second) or (first, second) == (100, 30)
    if ctx.about("racing") and usual and ctx.glued() in (" ", "("):
        return True
    named = compiled(r"[A-Z][\w’']+ \($").search(ctx.text[max(0, ctx.start - 30) : ctx.start])
    if not named or not ctx.text.startswith(")", end):
        return False
    games = ctx.about("football", "rugby", "tennis", "gaelic", "golf")
    return ctx.about("racing") or (usual and second > 1 and max(first, second) > 5 and not games)


def race_distance(m: re.Match[str], ctx: Context) -> Reading | None:
    """`over 1m`, `won by 1¼l`, `2m 110yds`: miles and lengths among words of racing."""
    if not (ctx.about("racing") or raced(m, ctx)) or ctx.glued().isalnum():
        return None
    number, part, unit = m.group("num"), m.group("part"), m.group("unit").lower()
    if m.group("decimal"):
        return (f"{num.number(m.group('decimal'))} lengths", m.end()) if unit == "l" else None
    fraction = {"¼": "a quarter", "½": "a half", "¾": "three quarters"}.get(part or "", "")
    name = "mile" if unit == "m" else "length"
    if not number:
        return f"{fraction.replace('a half', 'half')} {'of ' if part != '½' else ''}a {name}", m.end()
    words = f"{num.cardinal(int(number))}{f' and {fraction}'.removesuffix('s') if part else ''}"
    return f"{words} {name}{'' if number == '1' and not part else 's'}", m.end()


def raced(m: re.Match[str], ctx: Context) -> bool:
    """`3.15 (1m 2f)`, `won by 1¼l`."""
    lead = ctx.text[max(0, ctx.start - 8) : ctx.start]
    beaten = ctx.before().lower() == "by" or compiled(r"\bbt\b").search(ctx.text, max(0, ctx.start - 60), ctx.start)
    won = m.group("unit") in "lL" and m.group("part") and beaten
    return bool(won) or compiled(r"\d{1,2}[.:]\d\d \($").search(lead) is not None


def runs(m: re.Match[str], ctx: Context) -> Reading | None:
    """`22*`, `101no`, `Ashby 56no`: not out."""
    if compiled(r"\d{1,3} ?no\. (?:\d|[a-z])").match(ctx.text, m.start()):
        return None  # "2no. 3-bed dwellings"
    if ctx.about("planning") and m.group().endswith("no"):
        return f"{num.cardinal(int(m.group('runs')), True)} number", m.end()  # "2no dwellings"
    words = usage.cricket() | usage.batting() | usage.at_bat()
    if ctx.british and m.group().endswith("*") and compiled(r" ?\(\d+b\b|[,)]").match(ctx.text, m.end()):
        return f"{num.cardinal(int(m.group('runs')), ctx.british)} not out", m.end()
    cricket = ctx.about("cricket") or (ctx.british and (m.group().endswith("no") or ctx.nearby(words)))
    if ctx.glued().isalnum() or not cricket:
        return None
    return f"{num.cardinal(int(m.group('runs')), ctx.british)} not out", m.end()


def gaelic(m: re.Match[str], ctx: Context) -> Reading | None:
    """`Kilmore 2-11 Ballyea 0-9`, `(0-4, two frees)`: goals and points, said beside each other."""
    goals, points = int(m.group("goals")), int(m.group("points"))
    if (ctx.glued() and (ctx.glued().isalnum() or ctx.glued() in "-/.,")) or not of_gaelic_games(goals, points, m, ctx):
        return None
    frees = (" free" if points == 1 else " frees") if m.group("frees") else ""
    return " ".join("nought" if n == 0 else num.cardinal(n) for n in (goals, points)) + frees, m.end()


def of_gaelic_games(goals: int, points: int, m: re.Match[str], ctx: Context) -> bool:
    """Whether two figures are goals and points: added up behind them, or in a text or line about Gaelic games."""
    total = compiled(r" \((\d{1,2})\)").match(ctx.text, m.end())
    if total is not None and int(total.group(1)) == 3 * goals + points and goals + points > 0:
        return True
    if points == 0 and goals > 2:
        return False  # rugby's "lead 6-0"
    return ctx.about("gaelic") or (ctx.usage.english == "IE" and goals < 7 and gaelic_games(points, m.end(), ctx))


def gaelic_games(points: int, end: int, ctx: Context) -> bool:
    """Whether an Irish line is about Gaelic games: by a name and many points, or frees and points elsewhere in it."""
    if ctx.after(end).lower() in english.months():
        return False  # "from 6-10 March"
    behind = ctx.text[max(0, ctx.start - 24) : ctx.start]
    if points > 6 and (ctx.before()[:1].isupper() or compiled(r"[A-Z][\w’']+ \($").search(behind)):
        return True
    near = ctx.text[max(0, ctx.start - 90) : ctx.start + 90]
    return compiled(r"\(?\b\d{1,2}fs?\b|\b0-(?:0?[4-9]|[12]\d)\b|\b[1-6]-[12]\d\b|\b45s?\b").search(near) is not None


def runs_for_wickets(m: re.Match[str], ctx: Context) -> Reading | None:
    """`India 287/6 in 50 overs`; `3/124` as Australians print it."""
    first, second = int(m.group("a")), int(m.group("b"))
    if (ctx.glued() and (ctx.glued().isalnum() or ctx.glued() in "/.,-")) or not ctx.british:
        return None
    if second == 0 < first and ctx.about("cricket"):
        return f"{num.cardinal(first, True)} for nought", m.end()
    australian = first < 10 and second > 60 and ctx.before().lower() in ("to", "at", "on", "were", "was", "reached")
    if not (australian or bowler(first, second, m.end(), ctx) or innings(first, second, m.end(), ctx)):
        return None
    closed = compiled(r" dec(?:l)?\b(?:\.(?= [a-z(&]))?").match(ctx.text, m.end())
    words = f"{num.cardinal(first, True)} for {num.cardinal(second, True)}"
    return (f"{words} declared", closed.end()) if closed else (words, m.end())


OVERS = r" (?:in \d|\(\d{1,2}(?:\.\d)?(?: ov\w*)?\)|at (?:stumps|lunch|tea)|dec)"


def innings(first: int, second: int, end: int, ctx: Context) -> bool:
    """`287/6 (20 ovs)`: runs for wickets, or the other way round, by what stands behind or around."""
    if not (second <= 10 < first or (first <= 10 and second > 30)):
        return False
    if second <= 10 and first > 99 and ctx.before().lower() in ("at", "to", "on", "reached", "made", "posted", "for"):
        return ctx.usage.english in ("IN", "ZA") or ctx.about("cricket")
    if second <= 10 and first > 49 and compiled(SCORED_RUNS).search(ctx.text, max(0, ctx.start - 120), end + 120):
        return True
    return compiled(OVERS).match(ctx.text, end) is not None or ctx.about("cricket") or ctx.nearby(usage.cricket())


SCORED_RUNS = (
    r"\b(?:by|of|need(?:ing)?|scored) \d{1,3} runs\b|\b\d{2,3}\*|\b\d{1,2}/\d{2,3}\)"
    r"| (?:bt|beat|lead|trail) .{1,40}\bruns\b"
)
"""In a line about cricket: `lead by 171 runs`, `Nair 62*`, `Khan 3/28)`."""


PLAIN_PARTS = frozenset([2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 100])
"""Usual denominators."""


def around(ctx: Context) -> str:
    """The text around the match."""
    return ctx.text[max(0, ctx.start - 120) : ctx.start + 120]


def bowler(first: int, second: int, end: int, ctx: Context) -> bool:
    """`Poe 5/46`, `Roe 4/12 and`: behind a name, where cricket is spoken of or no fraction is usual."""
    if in_brackets(end, ctx) and first < 11 and ctx.about("cricket"):
        return True
    if first > 10 or second > 200 or ctx.after(end) == "of" or not bowled(ctx):
        return False
    cricket = ctx.about("cricket") or ctx.nearby(usage.cricket()) or "all out" in around(ctx)
    return cricket or (second not in PLAIN_PARTS and second > 12 and ctx.usage.english in ("AU", "IN", "ZA"))


def bowled(ctx: Context) -> bool:
    """Whether a name stands before, or `took` where cricket is spoken of."""
    before = ctx.before()
    named = before[:1].isupper() and ctx.glued() == " "
    if named and before.lower() not in usage.openers() | usage.numbered_before():
        return True
    return before.lower() in usage.bowled() and ctx.nearby(usage.cricket(), 60)


def in_brackets(end: int, ctx: Context) -> bool:
    """`Pacer Roe (1/15)`, `Dale (3/30 and 40 off 37)`."""
    named = compiled(r"[A-Z][\w’'.-]+ \($").search(ctx.text[max(0, ctx.start - 30) : ctx.start])
    return named is not None and compiled(r"[),]| and \d").match(ctx.text, end) is not None


def declared(m: re.Match[str], ctx: Context) -> Reading | None:
    """`345-6d`, `312/7 dec`: an innings that was closed."""
    runs, lost = int(m.group("runs")), int(m.group("lost"))
    if not ctx.british or ctx.glued().isalnum() or lost > 9:
        return None
    return f"{num.cardinal(runs, True)} for {num.cardinal(lost)} declared", m.end()


def dismissed(m: re.Match[str], ctx: Context) -> Reading | None:
    """The letters of `Roe c Poe b Lund 45`, `lbw b Hale`, `c & b Roe`."""
    if m.group("both"):
        return ("caught and bowled", m.end()) if ctx.before()[:1].isupper() else None
    lead = ctx.text[max(0, ctx.start - 40) : ctx.start]
    if m.group() == "c":
        return ("caught", m.end()) if compiled(r" [A-Z][\w’' ]{1,24} b [A-Z]").match(ctx.text, m.end()) else None
    by = compiled(r"(?: c [A-Z][\w’' ]{1,24}|\b(?:lbw|st [A-Z][\w’']+)) $").search(lead)
    return ("bowled", m.end()) if by or compiled(r" [A-Z][\w’']+ \d{1,3}\b").match(ctx.text, m.end()) else None


def balls(m: re.Match[str], ctx: Context) -> Reading | None:
    """`(61b, 7x4, 3x6)`, `(21m 21b 3x4)`, `28 runs 18 balls 3 4s`: minutes, balls, fours and sixes."""
    lead = ctx.text[max(0, ctx.start - 30) : ctx.start]
    faced = compiled(rf"(?:\d\*? ?\(|\bballs?,? \(?)(?:{FACED}[,;]? ?)*$").search(lead)
    apart = ctx.glued() in (" ", "(", "[")
    if m.group("total"):
        told = faced or (ctx.about("cricket") and ctx.glued() in ("[", " "))
        kind = "fours" if m.group("kind2") == "4" else "sixes"
        return (f"{kind} {num.cardinal(int(m.group('total')))}", m.end()) if told and apart else None
    boundary = ctx.about("cricket") and m.group("kind") and apart
    return (batted(m), m.end()) if (faced or boundary) and not ctx.glued().isalnum() else None


def batted(m: re.Match[str]) -> str:
    """ "sixty-one balls", "twenty-one minutes", "seven fours", "one six"."""
    for name in ("balls", "minutes"):
        if m.group(name):
            return f"{num.cardinal(int(m.group(name)))} {name.removesuffix('s') if m.group(name) == '1' else name}"
    kind = "four" if m.group("kind") == "4" else "six"
    count = int(m.group("count"))
    return f"{num.cardinal(count)} {kind}{'' if count == 1 else 'es' if kind == 'six' else 's'}"


FACED = r"(?:\d{1,3}[bm]?|\d{1,2} ?[x×] ?[46]|\d{1,2} [46]s)\)?"
"""What stands behind a batter's runs: balls, minutes, fours and sixes."""


def faced(m: re.Match[str], ctx: Context) -> Reading | None:
    """`Roe 41(32)`, `Poe 0(6)`: runs off so many balls."""
    named = compiled(r"[A-Z][\w’'.]{2,20} $").search(ctx.text[max(0, ctx.start - 22) : ctx.start])
    if not ctx.about("cricket") or not named or ctx.before() in ("Total", "Extras"):
        return None
    runs, balls_faced = (num.cardinal(int(figures), True) for figures in m.group("runs", "balls"))
    out = " not out" if m.group("out") else ""
    return f"{'nought' if runs == 'zero' else runs}{out} off {balls_faced}", m.end()


def behinds(m: re.Match[str], ctx: Context) -> Reading | None:
    """`Collingwood 14.8 (92)`: goals and behinds, with the points that they make."""
    goals, behind, total = (int(figures) for figures in m.group("goals", "behinds", "total"))
    loose = m.group()[-1] != ")" and "." not in m.group()[m.end("behinds") - m.start() :]
    if 6 * goals + behind != total or ctx.glued() not in (" ", "") or (loose and ctx.usage.english != "AU"):
        return None
    return f"{num.cardinal(goals)} {num.cardinal(behind)}, {num.cardinal(total, ctx.british)}", m.end()


RUNS_FOR_WICKETS = Rule(
    "runs for wickets",
    (FIGURES,),
    r"(?P<a>\d{1,3})/(?P<b>\d{1,3})d?(?![\w/]|[.,]\d)",
    runs_for_wickets,
    follows="/",
    lengths="123",
    source="cricket scores of India and South Africa, 287/6, and Australia, 3/124",
)
DECLARED = Rule(
    "declared",
    (FIGURES,),
    rf"(?P<runs>\d{{2,3}})(?:{DASH}|/)(?P<lost>\d) ?d(?:ec)?(?!\w)",
    declared,
    follows="-–—‑−/",
    lengths="23",
    source="scorecards: 345-6d",
)
DISMISSED = Rule(
    "dismissed",
    (WORD,),
    r"(?:c(?P<both> (?:&|and) b)|[cb])(?= [A-Z])",
    dismissed,
    begins="cb",
    then=" ",
    source="Wisden: c Poe b Lund",
)
BALLS = Rule(
    "balls and boundaries",
    (FIGURES,),
    r"(?:(?P<balls>\d{1,3})b|(?P<minutes>\d{1,3})m(?= ?\d{1,3}b)"
    r"|(?P<count>\d{1,2})(?: ?[xX×] ?| (?=[46]s\b))(?P<kind>[46])s?|(?P<kind2>[46])s[-:] ?(?P<total>\d{1,2}))(?!\w)",
    balls,
    follows="bmxX× s",
    lengths="123",
    source="scorecards of Indian papers: (61b, 7x4, 3x6)",
)
FACED_BALLS = Rule(
    "runs off balls",
    (FIGURES,),
    r"(?P<runs>\d{1,3})(?P<out>\*)?\((?P<balls>\d{1,3})\)",
    faced,
    follows="(*",
    lengths="123",
    source="scorecards on line: Roe 41(32)",
)
BEHINDS = Rule(
    "goals and behinds",
    (FIGURES,),
    r"(?P<goals>\d{1,2})\.(?P<behinds>\d{1,2})(?: \(|\.| )(?P<total>\d{1,3})(?:\)|(?!\d|\.\d))",
    behinds,
    follows=".",
    lengths="12",
    source="AFL: 14.8 (92)",
)
BEAT = Rule(
    "beaten",
    (WORD,),
    r"(?:bt|lt|def\.? by|def\.|d\.|d(?<=[)\d] d)|def(?<=[)\d] def)"
    rf"|(?:d|def)(?= [A-Z(\[][^.;\n]{{1,40}}\d{DASH}\d))(?= )",
    beat,
    begins="bld",
    then=" .",
    source="results of bowls, tennis, boxing: bt, d.",
)
AGE_GROUP = Rule(
    "age group",
    (WORD,),
    r"[Uu][-/]?(?P<age>\d{1,2})(?P<many>['’]?s)?(?![\w-]|[.,]\d)",
    age_group,
    begins="Uu",
    then="-/" + digits,
    source="youth teams and prices: U16s",
)
FAVOURITE = r"(?P<joint>jt[- ]?|joint )?(?P<co>co-?)?(?P<fav>favs?|(?<=\d)[Ff]|f(?=\)))\b\.?"
PRICE = Rule(
    "racing price",
    (FIGURES,),
    rf"(?P<a>\d{{1,3}})[-/–](?P<b>\d{{1,2}})(?![\d/])(?: ?{FAVOURITE})?",
    price,
    follows="-/–",
    lengths="123",
    source="starting prices, Racing Post style: `11-8`, `5-2 fav`",
)
RACE_DISTANCE = Rule(
    "miles and lengths",
    (FIGURES, SYMBOL),
    r"(?:(?P<decimal>\d{1,2}\.\d{1,2})|(?P<num>\d{1,2})?(?P<part>[¼½¾])?)(?P<unit>[mlL])(?![\w])",
    race_distance,
    "¼½¾",
    follows="mlL.¼½¾",
    lengths="12",
    source="racecards: m is a mile, l a length",
)
RUNS = Rule(
    "not out",
    (FIGURES,),
    r"(?P<runs>\d{1,3})(?:\*(?![\w*])| ?(?:no|n\.o\.)(?![\w]))",
    runs,
    follows="* n",
    lengths="123",
    source="cricket: Wisden's asterisk, `no` in papers",
)
GAELIC = Rule(
    "Gaelic score",
    (FIGURES,),
    rf"(?P<goals>\d){DASH}(?P<points>\d{{1,2}})(?P<frees>f\b)?(?![\w/%-]|[.,]\d| (?:off|from) [\w.]{{1,9}} overs?\b)",
    gaelic,
    follows="-–—‑−",
    lengths="1",
    source="Gaelic games: goals-points (GAA)",
)
