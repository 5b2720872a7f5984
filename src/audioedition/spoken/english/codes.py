"""Figures that count nothing: scores, votes, odds, phone numbers, addresses, product and road names, the electronic."""

from __future__ import annotations

import re

from .. import numbers as N
from ..scan import FIGURES, SYMBOL, WORD, Context, Rule
from . import data
from .quantities import FUNCTION_WORDS

GROUP_SEP = re.compile(r"[^\dA-Za-z]+")


def telephone(m: re.Match[str], ctx: Context) -> tuple[str, int] | None:
    """`(020) 7946 0018`, `+1 212-555-0147`, `555.555.5555`: figures one by one, a comma between groups."""
    text = m.group()
    groups = [g for g in GROUP_SEP.split(text) if g]
    words = ", ".join(
        "eight hundred" if g == "800" else N.digits(g) if g.isdecimal() else spell_or_word(g) for g in groups
    )
    if text.startswith("+"):
        words = f"plus {words}"
    return words, m.end()


def spell_or_word(group: str) -> str:
    return letters(group) if len(group) <= 2 else group


def letters(word: str) -> str:
    """`FBI` -> "F B I"."""
    return " ".join(word.upper())


def british_phone(m: re.Match[str], ctx: Context) -> tuple[str, int] | None:
    figures = sum(c.isdecimal() for c in m.group())
    return telephone(m, ctx) if 9 <= figures <= 15 else None


def ip_address(m: re.Match[str], ctx: Context) -> tuple[str, int] | None:
    return " dot ".join(N.digits(g) for g in m.group().split(".")), m.end()


SCORE_WORDS = frozenset(
    "beat beats beating won win wins lost loses lose losing defeated defeat edged downed routed crushed drew draw leading led trailed trail trailing ahead "
    "victory vote voted votes defeats score scored scoreline record went go going over a at by to of in was lead margin set sets ruling decision".split()
)


def score(m: re.Match[str], ctx: Context) -> tuple[str, int] | None:
    """`110-102`, `51-49`, `7-6 (7-5)`, `2-1-1`: no "to" between the sides of a result; "nil" in British football."""
    if ctx.glued() and (ctx.glued().isalnum() or ctx.glued() in "$£€.,:/-"):
        return None
    figures = re.split(r"[-–—]", m.group("score"))
    values = [int(f) for f in figures]
    before, after = ctx.before().lower(), ctx.after(m.end())
    text = ctx.text
    if len(values) == 2 and not is_score(values, figures, before, after, text, m, ctx):
        return None
    if any(len(f) > 1 and f[0] == "0" for f in figures):
        return None
    gb = ctx.usage.british
    nil = "nil" if gb else "zero" if not gb else "nil"
    said = [nil if v == 0 else N.cardinal(v, gb) for v in values]
    return " ".join(said) if len(said) < 3 else ", ".join(said).replace(", ", " and ") if False else " ".join(
        said
    ), m.end()


QUANTITY_AFTER = frozenset(
    "year years day days week weeks month months hours hour minutes minute people percent per points miles mile feet foot inches inch meters metres "
    "pounds times seats men women players games pm am pages kg km lb lbs cm mm ft in yards yard seconds million billion thousand degrees °".split()
)
RESULT_BEFORE = frozenset(
    "beat beats beating win wins won winning lost lose loses losing defeated defeat edged downed routed crushed drew draw drawn leading led trailed trail trailing ahead "
    "victory vote voted voting votes scored scoreline score record ruled ruling behind thrashed victory triumph loss set final tied tie level was decision up down finished ended "
    "improved fell advanced margin split passed approved rejected clinched series aggregate go went 1".split()
)
RESULT_AFTER = frozenset(
    "win victory defeat loss draw vote lead record decision ruling majority margin score scoreline on over against at in to after with favourite favorite aggregate "
    "triumph drubbing thrashing rout home away split tie shootout and party-line deficit advantage half-time before as before".split()
)


def is_score(
    values: list[int], figures: list[str], before: str, after: str, text: str, m: re.Match[str], ctx: Context
) -> bool:
    if after in QUANTITY_AFTER or text[m.end() : m.end() + 1] in ("%", "°") or max(values) > 999:
        return False
    lower = text[max(0, m.start() - 60) : m.start()].lower()
    if before in (
        "aged",
        "ages",
        "pages",
        "page",
        "between",
        "from",
        "about",
        "verses",
        "chapters",
        "lines",
        "channels",
        "rooms",
        "gates",
    ):
        return False
    if before in RESULT_BEFORE or (
        after in RESULT_AFTER
        and (
            values[0] >= values[1] or after in ("win", "vote", "defeat", "loss", "draw", "record", "ruling", "decision")
        )
    ):
        return True
    if values[0] > values[1]:
        return True
    if values[0] == values[1]:
        return True
    if any(
        f" {w} " in f"{lower} "
        for w in (
            "beat",
            "won",
            "lost",
            "score",
            "vote",
            "voted",
            "victory",
            "defeat",
            "set",
            "sets",
            "trail",
            "trailed",
            "fell",
            "record",
            "quarter",
        )
    ):
        return True
    return False


def odds(m: re.Match[str], ctx: Context) -> tuple[str, int] | None:
    """`7-1 odds`, `100-1 outsider`, `5/2 favourite` are ratios: "seven to one"."""
    after = ctx.after(m.end()).lower()
    before = ctx.before().lower()
    if after in (
        "odds",
        "shot",
        "outsider",
        "outsiders",
        "favourite",
        "favorite",
        "favourites",
        "chance",
        "against",
        "underdog",
        "ratio",
        "longshot",
        "price",
    ) or before in (
        "odds",
        "evens",
        "ratio",
    ):
        return f"{N.integer(m.group('a'), ctx.usage.british)} to {N.integer(m.group('b'), ctx.usage.british)}", m.end()
    return None


def number_range(m: re.Match[str], ctx: Context) -> tuple[str, int] | None:
    """`10-12`, `3–5`, `1,000-1,500`: "to"."""
    if ctx.glued() and (ctx.glued().isalnum() or ctx.glued() in "-/"):
        return None
    gb = ctx.usage.british
    return f"{N.number(m.group('a'), gb)} to {N.number(m.group('b'), gb)}", m.end()


def ratio(m: re.Match[str], ctx: Context) -> tuple[str, int] | None:
    """`2:1`, `16:9`."""
    if ctx.glued().isalnum():
        return None
    return f"{N.cardinal(int(m.group('a')))} to {N.cardinal(int(m.group('b')))}", m.end()


def sum_of(m: re.Match[str], ctx: Context) -> tuple[str, int] | None:
    """`2+3`, `2*8`, `1-4=5`, `1- 2 = 5`."""
    names = {
        "+": "plus",
        "*": "times",
        "×": "times",
        "÷": "divided by",
        "=": "equals",
        "-": "minus",
        "−": "minus",
        "/": "over",
    }
    return " ".join(
        N.number(p) if p[0].isdecimal() else names[p] for p in re.findall(r"[\d.,]*\d|[-−+*×÷=/]", m.group())
    ), m.end()


def four_oh_one(m: re.Match[str], ctx: Context) -> tuple[str, int] | None:
    """`401(k)`, `501(c)(3)`, `403(b)`."""
    inner = re.findall(r"\w", m.group("rest"))
    return (
        f"{N.code(m.group('num'))} {' '.join(N.ONES[int(c)] if c.isdecimal() else c.upper() if False else c for c in inner)}",
        m.end(),
    )


def figures_then_letters(m: re.Match[str], ctx: Context) -> tuple[str, int] | None:
    """`5G`, `4K`, `3D`, `747s`, `100-car`, `7-eleven`: the number, then the rest as it is."""
    figures, rest = m.group("num"), m.group("rest")
    gb = ctx.usage.british
    if rest.isupper() and len(rest) <= 3:
        tail = f" {letters(rest)}"
    else:
        tail = f" {rest}"
    words = N.integer(figures, gb) if len(figures) < 4 else N.code(figures, gb)
    return words + tail, m.end()


def figures_hyphen_word(m: re.Match[str], ctx: Context) -> tuple[str, int] | None:
    """`15-year-old`, `100-car`, `133-A`, `2,000-seat`: a compound word keeps its hyphen."""
    if ctx.glued().isalpha() or ctx.glued() in ("-", "/"):
        return None
    figures = m.group("num")
    gb = ctx.usage.british
    words = N.number(figures, gb)
    if len(figures) == 4 and figures.isdecimal() and 1900 <= int(figures) < 2100:
        words = N.year(int(figures), gb)
    return f"{words}-", m.end()


def letters_then_figures(m: re.Match[str], ctx: Context) -> tuple[str, int] | None:
    """`G7`, `COVID-19`, `A380`, `F-35`, `M25`, `I-95`, `BA.5`, `737-800` behind a name."""
    word, sep, figures, rest = m.group("word"), m.group("sep"), m.group("num"), m.group("rest") or ""
    gb = ctx.usage.british
    if sep == "." and not (word.isupper() and len(word) <= 3):
        return None
    if (
        sep in ("-", "–")
        and word.islower()
        and len(word) > 1
        and word not in ("covid",)
        and ctx.text[m.end() : m.end() + 1] in ("%",)
    ):
        return None
    road = word in ("I", "M", "A", "B", "US", "SR", "CR", "Route") and sep in ("-", "") and not rest
    parts = re.split(r"[.-]", figures)
    said = []
    for part in parts:
        if word.upper() == "G" or len(part) <= 2:
            said.append(N.digits(part) if part[0] == "0" and len(part) > 1 else N.cardinal(int(part)))
        else:
            said.append(N.code(part, gb) if len(part) < 5 else N.digits(part))
    joined = " point ".join(said) if sep == "." or "." in figures else " ".join(said)
    if sep == ".":
        joined = f"point {joined}"
    if word.isupper() and (len(word) <= 3 or not has_vowel(word)) and word not in data.WORD_ACRONYMS:
        head = letters(word)
    else:
        head = word
    hyphen = "-" if sep in ("-", "–") and not word.isupper() else " "
    if rest:
        rest = f"-{rest[1:]}" if rest[0] == "-" else " " + (letters(rest) if rest.isupper() else rest)
    if road and len(figures) == 3 and figures[1:] == "00":
        joined = N.cardinal(int(figures))
    return f"{head}{hyphen}{joined}{rest}", m.end()


def has_vowel(word: str) -> bool:
    return any(c in "AEIOUYaeiouy" for c in word)


TLDS = frozenset(
    "com org net edu gov mil int info biz io co uk us eu de fr es it nl be ch at se no dk fi pl cz ie pt gr ru cn jp kr in au nz ca mx br ar cl za ng ke tv me fm ly ai app dev news "
    "blog shop online site tech xyz abc sm scot wales london cat museum charity".split()
)
SAID_TLDS = frozenset(
    "com org net gov edu info biz mil int news blog shop online site tech app dev scot wales london cat museum charity".split()
)
PUNCTUATION = {
    ".": "dot",
    "-": "dash",
    "_": "underscore",
    "/": "slash",
    "@": "at",
    "+": "plus",
    "&": "ampersand",
    "~": "tilde",
    ":": "colon",
    "?": "question mark",
    "=": "equals",
    "#": "hash",
    "%": "percent",
}
PART = re.compile(r"[A-Za-z]+|\d+|[^\W\d_]+|.", re.S)


def spoken_address(address: str) -> str:
    """`a1.b@site.co.uk` -> "a one dot b at site dot co dot U K". Protocols, `www.` and the trailing slash are left out:
    nobody says them on air."""
    address = re.sub(r"^(?:https?|ftp|file)://+", "", address)
    address = re.sub(r"^www\.", "", address, flags=re.I).rstrip("/")
    address = re.split(r"[?#]", address, maxsplit=1)[0].rstrip("/") or address
    words = []
    pieces = PART.findall(address)
    host_end = next((i for i, p in enumerate(pieces) if p == "/"), len(pieces))
    for i, piece in enumerate(pieces):
        if piece.isdecimal():
            words.append(
                N.digits(piece)
                if len(piece) > 2 or piece[0] == "0"
                else N.cardinal(int(piece))
                if i >= host_end or len(piece) < 2
                else N.digits(piece)
            )
        elif piece.isalpha():
            last = i + 1 == host_end or (i + 1 < len(pieces) and pieces[i + 1] in ".:")
            if i and pieces[i - 1] == "." and last and len(piece) <= 2 and piece != "co":
                words.append(letters(piece))
            elif len(piece) > 1 and not has_vowel(piece) and len(piece) <= 4:
                words.append(letters(piece))
            else:
                words.append(piece)
        else:
            words.append(PUNCTUATION.get(piece, ""))
    return " ".join(w for w in words if w)


def email(m: re.Match[str], ctx: Context) -> tuple[str, int] | None:
    address = m.group().rstrip(".-")
    return spoken_address(address), m.start() + len(address)


def url(m: re.Match[str], ctx: Context) -> tuple[str, int] | None:
    address = m.group().rstrip(".,;:!?'\"’”)")
    return spoken_address(address) or "link", m.start() + len(address)


def domain(m: re.Match[str], ctx: Context) -> tuple[str, int] | None:
    """`bbc.co.uk/news`, `example.com`: only a known top-level domain makes one of dotted words."""
    host = m.group("host")
    labels = host.split(".")
    if labels[-1].lower() not in TLDS or (labels[-1] != labels[-1].lower() and labels[-1] != labels[-1].upper()):
        return None
    if (
        labels[-1].lower() in ("in", "it", "is", "no", "at", "me", "be", "us", "us", "so", "to")
        and len(labels) == 2
        and not m.group("path")
    ):
        return None
    if not any(c.isalpha() for c in labels[0]) or ctx.glued() in ("@", "."):
        return None
    if all(len(label) == 1 for label in labels):
        return None
    address = m.group().rstrip(".,;:!?'\"’”)")
    return spoken_address(address), m.start() + len(address)


def handle(m: re.Match[str], ctx: Context) -> tuple[str, int] | None:
    """`@newsroom` -> "at newsroom"."""
    if ctx.glued().isalnum():
        return None
    name = m.group("name")
    return f"at {split_words(name)}", m.end()


def hashtag(m: re.Match[str], ctx: Context) -> tuple[str, int] | None:
    """`#ClimateAction2025` -> "hashtag Climate Action twenty twenty-five", `#1` -> "number one"."""
    name = m.group("name")
    if ctx.glued().isalnum():
        return None
    if name.isdecimal():
        return f"number {N.integer(name, ctx.usage.british)}", m.end()
    return f"hashtag {split_words(name)}", m.end()


CAMEL = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[^\W\d_A-Z]+|\d+|[^\W_]")


def split_words(name: str) -> str:
    """`ClimateAction2025`, `news_desk` -> separate words; figures by twos."""
    words = []
    for piece in CAMEL.findall(name):
        if piece.isdecimal():
            words.append(N.code(piece) if len(piece) <= 4 else N.digits(piece))
        elif piece.isupper() and 1 < len(piece) <= 3:
            words.append(letters(piece))
        else:
            words.append(piece)
    return " ".join(words)


STREET = re.compile(
    r"(?P<words>(?: (?:[NSEW]{1,2}\.?|[A-Z][a-z'’]+|\d{1,3}(?:st|nd|rd|th))){1,4}) (?P<kind>[A-Z][a-z]{1,4}|st|ave|rd|hwy|dr|ln|blvd)\b\.?"
)


def house_number(m: re.Match[str], ctx: Context) -> tuple[str, int] | None:
    """`1428 Elm St.`, `708 N 1st St`: a house number by twos."""
    kind = m.group("kind").lower()
    if kind not in data.STREETS and kind not in ("street", "avenue", "road", "lane", "drive"):
        return None
    return N.code(m.group("num"), ctx.usage.british), m.end("num")


def postcode(m: re.Match[str], ctx: Context) -> tuple[str, int] | None:
    """A US ZIP code behind a state."""
    return f"{data.STATES[m.group('state')]} {N.digits(m.group('zip'))}" if m.group(
        "state"
    ) in data.STATES else None, m.end()  # type: ignore[return-value]


RULES_ELECTRONIC = (
    Rule("e-mail", (WORD, FIGURES), r"[\w][\w.+&%-]{0,80}@[A-Za-z0-9][A-Za-z0-9-]{0,62}(?:\.[A-Za-z0-9-]{1,62}){1,8}(?:/[\w/.-]{0,80})?", email),
    Rule("URL", (WORD,), r"(?:(?:https?|ftp|file)://|www\.)[^\s<>\"“”]{1,2000}", url),
    Rule("domain", (WORD, FIGURES), r"(?P<host>[A-Za-z0-9][A-Za-z0-9-]{0,62}(?:\.[A-Za-z0-9-]{1,62}){1,6})(?![\w@])(?P<path>(?::\d{1,5})?/[^\s<>\"“”]{0,300})?", domain),
    Rule("handle", (SYMBOL,), r"@(?P<name>\w{2,30})", handle, "@"),
    Rule("hashtag", (SYMBOL,), r"#(?P<name>\w{1,60})", hashtag, "#"),
)  # fmt: skip
RULES_PHONE = (
    Rule("telephone", (FIGURES, SYMBOL), r"(?:\+?\d{1,3}[ .-]?)?(?:\(\d{3}\)[ -]{0,2}|\d{3}[-.])\d{3}[-. ]\d{4}(?:-\d{1,4})?(?![\d-])", telephone, "+("),
    Rule("telephone in letters", (FIGURES,), r"1-8\d\d-[A-Z0-9][A-Z0-9-]{4,12}(?![\w-])", telephone),
    Rule("social security number", (FIGURES,), r"\d{3}-\d{2}-\d{4}(?![\d-])", telephone),
    Rule("British telephone", (FIGURES, SYMBOL), r"(?:\+\d{1,3} ?(?:\(0\))? ?|\(0\d{2,5}\) ?|0\d{2,4} )\d{2,6}(?:[ -]\d{2,6}){0,4}(?![\d-])", british_phone, "+("),
    Rule("IP address", (FIGURES,), r"\d{1,3}(?:\.\d{1,3}){3}(?![\d.])", ip_address),
)  # fmt: skip
RULES = (
    Rule("401(k)", (FIGURES,), r"(?P<num>\d{3})(?P<rest>(?:\([a-z0-9]\)){1,3})", four_oh_one),
    Rule("house number", (FIGURES,), r"(?P<num>\d{1,5})(?= )(?=(?:(?: (?:[NSEW]{1,2}\.?|[A-Z][a-z'’]{1,20}|\d{1,3}(?:st|nd|rd|th))){1,4}?) (?P<kind>[A-Z]?[a-z]{1,6})\b)", house_number),
    Rule("sum", (FIGURES,), r"(?:\d{1,9}(?:\.\d{1,9})?\s?[-−+*×÷/]\s?){1,6}\d{1,9}(?:\.\d{1,9})? ?= ?\d{1,9}(?:\.\d{1,9})?(?!\w)|\d{1,9} ?[+*÷] ?\d{1,9}(?!\w)", sum_of),
    Rule("odds", (FIGURES,), r"(?P<a>\d{1,4})[-/–](?P<b>\d{1,3})(?![\d-])", odds),
    Rule("score", (FIGURES,), r"(?P<score>\d{1,3}(?:[-–—]\d{1,3}){1,3})(?![\d/:]|[-–]\d|[.,]\d|\w)", score),
    Rule("range", (FIGURES,), r"(?P<a>\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)\s?(?:-|–|—|‑|−)\s?(?P<b>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?![\d/:]|\w)", number_range),
    Rule("ratio", (FIGURES,), r"(?P<a>\d{1,3}):(?P<b>\d{1,3})(?![\d:])", ratio),
    Rule("figures and hyphen", (FIGURES,), r"(?P<num>\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)-(?=[^\W\d_])", figures_hyphen_word),
    Rule("figures and letters", (FIGURES,), r"(?P<num>\d{1,6})(?P<rest>[A-Za-z]{1,12})(?![\w])", figures_then_letters),
)  # fmt: skip
RULES_NAMES = (
    Rule("letters and figures", (WORD,), r"(?P<word>[^\W\d_]{1,20})(?P<sep>[-–.]?)(?P<num>\d{1,6}(?:[.-]\d{1,4})?)(?P<rest>-?[A-Za-z]{1,3}(?!\w))?(?![\d,%]\d)", letters_then_figures),
)  # fmt: skip
assert FUNCTION_WORDS
