"""Lines of scorecards and racecards: falls of wickets, bowlers' figures, quarters, innings, the minutes of goals."""

from __future__ import annotations

import re
from itertools import pairwise
from string import digits

from ...lexis.tables import Lexis, column, derived
from .. import numbers as num
from ..scan import FIGURES, WORD, Context, Reading, Rule, compiled
from . import usage
from .shapes import DASH

colours = column("horses", "colour")
sexes = column("horses", "sex")
extra_runs = column("games", "extra")
nations = column("nations", "spoken")
"""Of which athletes and players are: `(Ned)`, `(SWE)`."""


def lead(ctx: Context, length: int) -> str:
    """The line before the match, at most `length` characters of it."""
    return ctx.text[max(0, ctx.start - length) : ctx.start]


def fall(m: re.Match[str], ctx: Context) -> Reading | None:
    """`Fall of wickets: 1-23, 2-67`: for."""
    over = compiled(r" \([A-Z][^()]{1,30}, ?\d{1,3}(?:\.\d)? ?ov").match(ctx.text, m.end())
    if not over and not compiled(r"(?i)\b(?:fall of wickets|fow|fall(?=:)):? [^.;a-z]{0,120}$").search(lead(ctx, 130)):
        return None
    return f"{num.cardinal(int(m.group('lost')))} for {num.cardinal(int(m.group('runs')), ctx.british)}", m.end()


def bowling(m: re.Match[str], ctx: Context) -> Reading | None:
    """`Jadeja 8.3-1-29-2`: overs, maidens, runs and wickets."""
    overs, *rest = re.split(DASH, m.group())
    figures_of = ctx.about("cricket") and ctx.before() == "of"
    if ctx.glued() != " " or not (ctx.before()[:1].isupper() or figures_of) or not ctx.british:
        return None
    if "." not in overs and not (ctx.about("cricket") or "owling" in lead(ctx, 120)):
        return None
    return ", ".join([num.number(overs), *(num.cardinal(int(n)) if int(n) else "nought" for n in rest)]), m.end()


def quarters(m: re.Match[str], ctx: Context) -> Reading | None:
    """`3.2 7.5 11.9 15.12 (102)`: goals and behinds at each break, and the points."""
    pairs = [(int(a), int(b)) for a, b in re.findall(r"(\d+)\.(\d+)", m.group())]
    total = re.search(r"\((\d+)\)", m.group())
    if not ctx.british or (not total and (len(pairs) < 3 or ctx.usage.english != "AU")):
        return None
    if total and 6 * pairs[-1][0] + pairs[-1][1] != int(total.group(1)):
        return None
    rising = all(a[0] <= b[0] and a[1] <= b[1] for a, b in pairwise(pairs))
    if not rising or ctx.glued() != " " or not ctx.before()[:1].isupper():
        return None
    said = [f"{num.cardinal(a)} {num.cardinal(b)}" for a, b in pairs]
    return ", ".join(said + ([num.cardinal(int(total.group(1)), ctx.british)] if total else [])), m.end()


def line_score(m: re.Match[str], ctx: Context) -> Reading | None:
    """`000 102 010—4 9 1`: innings one by one, then runs, hits and errors."""
    innings = ", ".join(num.digits(group) for group in re.findall(r"\d{2,3}", m.group("innings")))
    total = ", ".join(num.cardinal(int(n)) for n in m.group("total").split())
    return f"{innings}, {total}", m.end()


def three_of_a_day(m: re.Match[str], ctx: Context) -> Reading | None:
    """`45/31/.02`: high, low and rain of a town."""
    if ctx.british or ctx.glued() not in (" ", "-", ""):
        return None
    return ", ".join(num.number(part) for part in m.group().split("/")), m.end()


def shooting(m: re.Match[str], ctx: Context) -> Reading | None:
    """`10-17 FG`, `3-6 3PT`, `9-14 from the field`: how many of how many went in."""
    made, tried = int(m.group("made")), int(m.group("tried"))
    if made > tried or ctx.glued().isalnum() or ctx.british:
        return None
    if m.group("percent") is not None:
        share = compiled(r"\d%,? \($").search(lead(ctx, 8))
        return (f"{num.cardinal(made)} of {num.cardinal(tried)}", m.end()) if share else None
    if not m.group("kind"):
        return f"{num.cardinal(made)} of {num.cardinal(tried)}", m.end()
    kind = {"FG": "field goals", "FT": "free throws", "3PT": "three-pointers", "3FG": "three-pointers"}
    return f"{num.cardinal(made)} of {num.cardinal(tried)} {kind[m.group('kind').rstrip('s')]}", m.end()


def thirds(m: re.Match[str], ctx: Context) -> Reading | None:
    """`5.1 innings`, `10.2 innings`: thirds of an inning, as the pages of leagues print them."""
    if ctx.british or ctx.glued().isalnum() or ctx.glued() in tuple("$.,/-"):
        return None
    part = {"1": "one third", "2": "two thirds"}[m.group("thirds")]
    whole = int(m.group("whole"))
    return (f"{num.cardinal(whole)} and {part}" if whole else f"{part} of an"), m.end()


def minute(m: re.Match[str], ctx: Context) -> Reading | None:
    """`(Mak 33', 90+4')`: when a goal was scored; `on 52'`; `Mak (33')`, `Mak (5' OG)`."""
    added = f" plus {num.cardinal(int(m.group('added')))}" if m.group("added") else ""
    words = f"{num.cardinal(int(m.group('minute')))}{added}"
    if ctx.nearby(usage.field_marks(), 16) or closes(m, ctx):
        return None  # feet, or the end of a quotation
    if ctx.before().lower() in ("on", "in", "after", "at"):
        return f"{words} minutes", m.end()
    if ctx.at == 0:
        return of_live_blog(words, m.end(), ctx)
    if not added and (nth := nth_minute(m, ctx)):
        return nth
    return (words, m.end()) if scored(ctx) and not ctx.glued().isalnum() else None


def nth_minute(m: re.Match[str], ctx: Context) -> Reading | None:
    """`in the 33'`, `Mak (33')`, `Mak (5' OG)`."""
    said = f"{num.ordinal(int(m.group('minute')))} minute"
    counted = compiled(r"[.,;)]|$| and \d").match(ctx.text, m.end())
    if counted and compiled(r"\bthe (?:\d{1,2}['’′],? and )?$").search(lead(ctx, 16)):
        return said, m.end()
    alone = compiled(r"(?:,? ?(?P<kind>OG|og|pen|P|p))?\)").match(ctx.text, m.end())
    if not alone or ctx.glued() != "(" or ctx.before(1) != "":
        return None
    kind = {"": "", "o": ", own goal", "p": ", penalty"}[(alone["kind"] or "").lower()[:1]]
    return f"{said}{kind}", alone.end() - 1


def of_live_blog(words: str, end: int, ctx: Context) -> Reading | None:
    """`67' GOAL!`: the minute that a line begins with."""
    stamp = compiled(r":? (?=[A-Z])").match(ctx.text, end) if ctx.british else None
    return (f"{words} minutes: ", stamp.end()) if stamp else None


def closes(m: re.Match[str], ctx: Context) -> bool:
    """Whether the mark behind figures ends a quotation."""
    return m.group()[-1] == "’" and lead(ctx, 60).rfind("‘") > lead(ctx, 60).rfind("’")


def scored(ctx: Context) -> bool:
    """Whether a scorer or another goal stands before a minute: `(Mak 33', Loe 62'`; in football also `A Roe 62'`."""
    if compiled(r"\((?:[^()]{1,60}(?:,|;) )?(?:[A-Z][\w’'.-]* ){0,3}(?:pen |og )?$|\d['’′], $").search(lead(ctx, 80)):
        return True
    return ctx.about("football", "rugby") and compiled(r"[\w’'] $|\d['’′],? $").search(lead(ctx, 6)) is not None


def baskets(m: re.Match[str], ctx: Context) -> Reading | None:
    """`made 3s`: three-pointers among words of basketball, and no seconds."""
    game = ctx.nearby(usage.basketball(), 60)
    made = ctx.before().lower() in usage.shots()
    return (num.plural(num.cardinal(int(m.group("worth")))), m.end()) if game and made else None


def gap_of_time(m: re.Match[str], ctx: Context) -> Reading | None:
    """`2'31"`: minutes and seconds, where they are no feet and inches."""
    minutes, seconds = int(m.group("minutes")), int(m.group("seconds"))
    if seconds < 12 and not ctx.about("athletics", "racing"):
        return None
    words = f"{num.cardinal(minutes)} minute{'' if minutes == 1 else 's'} {num.cardinal(seconds)} seconds"
    return (words, m.end()) if not ctx.glued().isalnum() else None


def possession(m: re.Match[str], ctx: Context) -> Reading | None:
    """`31:24-28:36`: two times of the clock of a game."""
    figures = re.findall(r"\d+", m.group())
    if int(figures[0]) < 25 and int(figures[2]) < 25:
        return None
    first, second = (
        f"{num.cardinal(int(a))} {num.below_hundred(int(b)) if int(b) > 9 else f'oh {num.cardinal(int(b))}'}"
        for a, b in (figures[:2], figures[2:])
    )
    return f"{first} to {second}", m.end()


def nation(m: re.Match[str], ctx: Context) -> Reading | None:
    """`T Poe (Bel)`, `P Lund (SWE)`: whose athlete, among words of sport or several of them."""
    name = nations().get(m.group("nation"))
    near = ctx.text[max(0, ctx.start - 80) : m.end() + 80]
    sport = ctx.about("tennis", "athletics", "golf", "cricket", "football", "rugby", "racing")
    codes = compiled(r"[a-z] \(([A-Z][A-Za-z]{1,2})\)").findall(near)
    placed = compiled(r"\d[-.:]\d|\d,").search(near) is not None
    listed = sport or (placed and len(codes) > 1 and all(code in nations() for code in codes))
    behind_name = compiled(r"[\w’'.] \($").search(lead(ctx, 4)) and ctx.before() == ""
    own = is_short_for(m.group("nation"), lead(ctx, 60))
    return (name, m.end()) if name and listed and behind_name and not own else None


def is_short_for(letters: str, words: str) -> bool:
    """Whether letters in brackets are those that the words before them begin with: `Indian Super League (ISL)`."""
    begin = "".join(word[0] for word in re.findall(r"[^\W\d_]+", words) if word.lower() not in SMALL_WORDS)
    return begin.upper().endswith(letters.upper())


SMALL_WORDS = frozenset(("of", "the", "and", "for", "in", "de"))


def colour(m: re.Match[str], ctx: Context) -> Reading | None:
    """The `b g` of `8yo b g by Hale`."""
    if not compiled(r"(?:yo|\d) $").search(lead(ctx, 6)):
        return None
    return f"{colours()[m.group('colour')]} {sexes()[m.group('sex')]}", m.end()


def extras(m: re.Match[str], ctx: Context) -> Reading | None:
    """`Extras (b 4, lb 6, w 3, nb 1)`, `lb4`."""
    if not compiled(r"(?i)\bextras?:? ?\(?[^.;)]{0,30}$").search(lead(ctx, 44)):
        return None
    return f"{extra_runs()[m.group('kind')]} {num.cardinal(int(m.group('count')))}", m.end()


def stumped(m: re.Match[str], ctx: Context) -> Reading | None:
    """The `st` of `A Poe st Hunt b Roe 0`."""
    ahead = compiled(r"st (?:\u2020|†)?[A-Z][\w’']+ b [A-Z]").match(ctx.text, ctx.start)
    return ("stumped", m.end()) if ahead else None


def numbered_team(m: re.Match[str], ctx: Context) -> Reading | None:
    """`Men's 1s`, `Ladies' 2s`: a club's teams."""
    owner = compiled(r"(?i)(?:men|women|ladies|girls|boys)['’]?s?['’]? $").search(lead(ctx, 10))
    return (num.plural(num.cardinal(int(m.group("team")))), m.end()) if owner else None


def weighed(m: re.Match[str], ctx: Context) -> Reading | None:
    """`Hale 40-5-0`, `Roe 2 - 6 - 0`: pounds, ounces and drams of a catch."""
    pounds, ounces, drams = (int(m.group(name)) for name in ("pounds", "ounces", "drams"))
    if not ctx.about("angling") or max(ounces, drams) > 15 or ctx.glued() in tuple("-–/.$£"):
        return None
    weights = [(pounds, "pound"), (ounces, "ounce"), (drams, "dram")]
    said = [f"{num.cardinal(n, True)} {unit}{'' if n == 1 else 's'}" for n, unit in weights if n]
    return (" ".join(said) or "no weight"), m.end()


@derived
def nation_words(lexis: Lexis) -> frozenset[str]:
    return frozenset(word.lower() for word in lexis.made(nations.make))


FALL = Rule(
    "fall of wickets",
    (FIGURES,),
    rf"(?P<lost>\d{{1,2}}){DASH}(?P<runs>\d{{1,3}})(?![\w-])",
    fall,
    follows="-–",
    lengths="12",
    source="scorecards: Fall: 1-23, 2-67",
)
BOWLING = Rule(
    "bowling figures",
    (FIGURES,),
    rf"\d{{1,2}}(?:\.\d)?(?:{DASH}\d{{1,3}}){{3}}(?![\w-]|\.\d)",
    bowling,
    follows=".-–",
    lengths="12",
    source="scorecards: overs, maidens, runs, wickets",
)
QUARTERS = Rule(
    "score at the quarters",
    (FIGURES,),
    r"\d{1,2}\.\d{1,2}(?:,? {1,3}\d{1,2}\.\d{1,2}){1,3}(?: {1,3}\(\d{1,3}\)|(?=\.?$| d\b| def\b))",
    quarters,
    follows=".",
    lengths="12",
    source="AFL: 3.2 7.5 11.9 15.12 (102)",
)
LINE_SCORE = Rule(
    "line score",
    (FIGURES,),
    r"(?P<innings>\d{3} \d{3} \d{1,3}[xX]?(?: \d{1,3})?) ?[—–-]{1,2} ?"
    r"(?P<total>\d{1,2} {1,2}\d{1,2} {1,2}\d{1,2})(?!\d)",
    line_score,
    follows=" ",
    lengths="3",
    source="AP baseball: 000 102 010—4 9 1",
)
THREE_OF_A_DAY = Rule(
    "town in a forecast",
    (FIGURES,),
    r"-?\d{1,3}/-?\d{1,3}/(?:0|T|\.\d\d|\d\.\d\d)(?![\w/])",
    three_of_a_day,
    follows="/",
    lengths="123",
    source="AP weather tables: 45/31/.02",
)
SHOOTING = Rule(
    "shooting",
    (FIGURES,),
    r"(?P<made>\d{1,2})-(?P<tried>\d{1,2})(?: (?P<kind>FGs?|FTs?|3PTs?|3FGs?)(?!\w)|(?P<percent>(?=\)))"
    r"|(?= (?:shooting )?from (?:the (?:field|floor|(?:free-throw |foul )?line|stripe)|three|3-point|deep|beyond)\b))",
    shooting,
    follows="-",
    lengths="12",
    source="box scores of basketball: 10-17 FG",
)
THIRDS = Rule(
    "thirds of an inning",
    (FIGURES,),
    r"(?P<whole>\d{1,3})\.(?P<thirds>[12])(?= (?:scoreless |shutout |relief |perfect )?(?:innings?|IP)\b)",
    thirds,
    follows=".",
    lengths="123",
    source="baseball: 5.1 innings are five and one third",
)
WEIGHED = Rule(
    "weight of a catch",
    (FIGURES,),
    r"(?P<pounds>\d{1,3}) ?[-–] ?(?P<ounces>\d{1,2}) ?[-–] ?(?P<drams>\d{1,2})(?![\w/-])",
    weighed,
    follows=" -–",
    lengths="123",
    source="anglers' match weights: 40-5-0",
)


MINUTE = Rule(
    "minute of a goal",
    (FIGURES,),
    r"(?P<minute>\d{1,3})(?:['’′]?\+(?P<added>\d{1,2}))?(?:['’′]|(?<=['’′]\+\d)|(?<=['’′]\+\d\d))(?=[,;:) ]|\.?$|\. )",
    minute,
    follows="+'’′",
    lengths="123",
    source="results of football: Mak 33', 90+4'",
)
BASKETS = Rule(
    "baskets",
    (FIGURES,),
    r"(?P<worth>[23])s\b",
    baskets,
    follows="s",
    lengths="1",
    source="basketball: made 3s, 4 of 9 on 3s",
)
GAP_OF_TIME = Rule(
    "minutes and seconds",
    (FIGURES,),
    r"(?P<minutes>\d{1,2})['’′](?P<seconds>[0-5]\d)(?:[\"”″]|['’′]{2})",
    gap_of_time,
    follows="'’′",
    lengths="12",
    source="cycling: 2'31\"",
)
POSSESSION = Rule(
    "time of possession",
    (FIGURES,),
    r"\d{1,2}:[0-5]\d[-–]\d{1,2}:[0-5]\d(?![\d:])",
    possession,
    follows=":",
    lengths="12",
    source="American football: time of possession 31:24-28:36",
)
NATION = Rule(
    "nation",
    (WORD,),
    r"(?P<nation>[A-Z][A-Za-z]{1,2})(?=\))",
    nation,
    words=nation_words,
    source="results: an athlete's country in brackets (lexis/en/nations.tsv)",
)
COLOUR = Rule(
    "colour of a horse",
    (WORD,),
    r"(?P<colour>b|br|ch|gr|ro|bl) (?P<sex>[gfcmh])(?= )",
    colour,
    begins="bcgr",
    then=" ",
    source="racecards: 8yo b g",
)
EXTRA = Rule(
    "extras",
    (WORD,),
    r"(?P<kind>b|lb|w|nb|pen) ?(?P<count>\d{1,2})(?!\w)",
    extras,
    begins="blwnp",
    then=" " + digits,
    source="scorecards: Extras (b 4, lb 6)",
)
STUMPED = Rule(
    "stumped",
    (WORD,),
    r"st(?= [A-Z])",
    stumped,
    begins="s",
    then=" ",
    source="Wisden: st Hunt b Roe",
)
NUMBERED_TEAM = Rule(
    "numbered team",
    (FIGURES,),
    r"(?P<team>[1-9])(?:st)?s(?!\w)",
    numbered_team,
    follows="s",
    lengths="1",
    source="club results: Men's 1s, Ladies' 2s",
)
