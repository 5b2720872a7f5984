"""What several rules share: the look of numbers, sentence ends behind abbreviations, what stands before a noun."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ...lexis.tables import Lexis
from ..scan import Context, compiled
from . import units, usage

GROUPED = r"\d{1,3}(?:,\d{3}){1,12}(?![\d])|\d{1,2}(?:,\d{2}){1,6},\d{3}(?!\d)"
"""Thousands by commas, Indian lakhs included."""
NUM = rf"(?:{GROUPED}|\d+)(?:\.\d+)?"
NUM_OR_FRACTION = rf"(?:{GROUPED}|\d+|(?=\.\d))(?:\.\d+)?"
"""Also `.5`."""
DASH = r"[-–—‑−]"


def alternatives(words: Iterable[str]) -> str:
    """A part of a pattern: one of `words`, the longer ones first."""
    return rf"(?:{'|'.join(sorted(set(words), key=lambda word: (-len(word), word)))})"


_STOCK = Lexis()
DAY = alternatives(word[:3] for word in _STOCK.table("days"))
"""How days begin: `Mon`."""
DAY_WORD = alternatives(_STOCK.table("days"))
"""`Monday`, `Mon`, `Weds`."""
SHORT_DAY = alternatives(word for word, row in _STOCK.table("days").items() if word != row["spoken"])
FULL_DAY = alternatives(row["spoken"] for row in _STOCK.table("days").values())
MONTH = alternatives(word[:3] for word in _STOCK.table("months"))
"""How months begin: `Jan`."""
MAGNITUDE = alternatives(row["spoken"] for row in _STOCK.table("magnitudes").values())
"""`million`, `crore`."""
STATE = alternatives(word for word, row in _STOCK.table("regions").items() if row["kind"] == "short")
"""`Calif`, `Miss`: states written short, without their stop."""
STREET_NAME = alternatives(
    name.capitalize() for word, row in _STOCK.table("streets").items() for name in (word, row["spoken"]) if name
)
"""`St`, `Street`."""

STARTS = re.compile(r"[\"”’')\]]{0,3}\s+[\"“‘'(\[]{0,2}([A-Z][a-z]*)(?![A-Z])")
NAME = re.compile(r"[\s\u00a0]+[\"“‘'(]?[^\W\d_a-zß-öø-ÿ]")


def tidal(ctx: Context) -> bool:
    """Whether the tides are spoken of: `High water 04.12 (4.6m), 16.37 (4.4m)`."""
    lead = ctx.text[max(0, ctx.start - 80) : ctx.start]
    return (
        ctx.about("tides")
        or compiled(r"(?i:\b(?:high|low) (?:water|tide)s?\b)|\b[HL]W\b|\b(?:High|Low):? \d{1,2}[.:]\d\d").search(lead)
        is not None
    )


def ends_text(text: str, end: int) -> bool:
    """Whether only closing quotes and space follow, up to a line's end."""
    rest = text[end : end + 4]
    line = rest.split("\n", 1)
    return not line[0].strip("\"”’')] \u00a0") and (len(line) > 1 or len(rest) < 4)


def starts_sentence(text: str, end: int) -> bool:
    """Whether the word behind an abbreviation's stop opens a sentence, as far as a list of openers can tell."""
    m = STARTS.match(text, end)
    return m is not None and m.group(1) in usage.openers()


def keep_stop(text: str, end: int) -> int:
    """`end` lies behind an abbreviation's stop; one before it if the stop ends the sentence too."""
    if text[end - 1] != ".":
        return end
    from ...facts import sentences  # text without abbreviations never needs it

    return end - 1 if ends_text(text, end) or sentences.ends_at(text, end - 1) else end


def before_name(text: str, end: int) -> bool:
    """Whether a capitalised word follows."""
    return bool(NAME.match(text, end))


def magnitude_at(text: str, end: int) -> tuple[str, int]:
    """("billion", its end) of a magnitude right behind offset `end`: `bn`, ` billion`, `-million`; else ("", end)."""
    m = compiled(r"([ \u00a0\u202f]?|-)([A-Za-z]{1,11})\b").match(text, end)
    name = units.magnitudes().get(m.group(2)) if m else None
    if m and name and m.group(2) in ("mil", "bil") and text[m.end() : m.end() + 1] == ".":
        return name, m.end() + 1
    if not m or not name or (m.group(1) and no_magnitude(m.group(1), m.group(2))):
        return "", end
    more = compiled(rf"[ -](cr|{MAGNITUDE})\b").match(text, m.end())  # "lakh crore", "lakh-cr"
    return (f"{name} {units.magnitudes()[more.group(1)]}", more.end()) if more else (name, m.end())


def no_magnitude(gap: str, written: str) -> bool:
    """Whether letters apart from their figures are none: a unit, a state (`1,44,516 TN students`)."""
    if written in "kKmMT" or written in ("TN", "MN"):
        return True
    return gap == "-" and len(written) < 4 and written not in ("cr", "bn", "mn")


GOES_ON = r"-(?:plus|to-|[A-Z][A-Za-z]{0,3}\.? ?[^\w\s]?\d)"
"""Behind a hyphen: no noun, but more of the amount."""
IN_BRACKETS = r"\b(?:an?|its|his|her|their|the) (?:[a-z]+ )?[\d.,]+-?[a-z'\"″′]{1,4} \($"
"""`a 6ft (`: before the same measure in another unit."""


SAME_AGAIN = (
    r"/\d[\d.]{0,4}\s?(?:in|cm|mm|ft|m|oz|lb|g|kg|ml|pt)(?= [a-z])"
    r"| \((?:[\d.,/]+ ?[A-Za-z'\"″′]{1,6}(?: met(?:er|re)s?)? ?){1,2}\)(?= [a-z])"
)
"""The same measure in another unit: `a 20cm/8in tin`, `a 6ft (1.8m) fence`."""


def before_noun_in_brackets(noun: str, ctx: Context) -> bool:
    """Whether an amount that ends brackets belongs to the noun behind: `a 6ft (1.8m) fence`, `1 (15 oz.) can`."""
    lead = ctx.text[max(0, ctx.start - 30) : ctx.start]
    if compiled(IN_BRACKETS).search(lead):
        return noun not in usage.function_words()
    return noun in usage.sized() and compiled(r"\b\d{1,2} \($").search(lead) is not None


def adjectival(ctx: Context, end: int) -> bool:
    """Whether the amount that ends at `end` stands before its noun ("a $3bn deal"), so that its unit is singular."""
    text = ctx.text
    if text[end : end + 1] == ")" and (noun := ctx.after(end + 1)).islower():
        return before_noun_in_brackets(noun, ctx)
    if same := compiled(SAME_AGAIN).match(text, end):
        end = same.end()
    if text[end : end + 1] == "-" and text[end + 1 : end + 2].isalpha():
        return not compiled(GOES_ON).match(text, end)
    after = ctx.after(end)
    if not after or not text[end : end + 1].isspace() or after.lower() in usage.function_words():
        return False
    second = compiled(r"\s[^\W\d_]+\s([^\W\d_]+)").match(text, end)
    noun = after if after.isupper() and not ctx.loud else after.lower()
    if usage.priced() & {noun, second.group(1).lower() if second else ""}:
        return True
    return belongs(after, ctx)


def belongs(after: str, ctx: Context) -> bool:
    """Whether the amount belongs to the noun behind it, by the words before it."""
    return determined(after, ctx) or headline_noun(after, ctx) or listed(after, ctx)


def determined(after: str, ctx: Context) -> bool:
    """Whether an article or the like belongs to the noun behind the amount: `a`, `its standard`, `two`, `the`."""
    before = ctx.before().lower()
    if before in ("a", "an", "another", "one", "record"):
        return True
    if before in ("every", "each"):
        till = after in ("till", "until", "from", "peak", "between", "after", "before", "during", "off", "all")
        return not (till or after.endswith(("s", "ed", "ly", "ing")) or after in usage.paid())
    if described(before, after, ctx):
        return not after.lower().endswith(("ed", "ly", "ing"))  # "its standard 800g loaf"
    if before in usage.sold() | usage.several():
        return after.endswith("s") and after.islower() and after not in usage.not_plurals()
    owned = before in usage.determiners() or before.endswith(("'s", "’s"))
    return owned and not after.endswith(("ed", "ly"))


def described(before: str, after: str, ctx: Context) -> bool:
    """Whether an adjective stands before the amount, and an article or the like before that: `the big 7f handicap`."""
    small = before in usage.function_words() and before not in usage.compared()  # "an extra $5 payment"
    told = before.isalpha() and not small and before not in ("few", "total", "mere")
    article = ctx.before(2).lower() if told else ""
    if article == "the":
        return not after.endswith("s")
    return article in ("a", "an", "its", "his", "her", "their", "our", "my")


def listed(after: str, ctx: Context) -> bool:
    """`a two-year, $337 million mission`: the second of two things that are said of a noun."""
    if ctx.before() or not after.islower() or after.endswith(("ed", "ly", "ing")):
        return False
    lead = ctx.text[max(0, ctx.start - 32) : ctx.start]
    return compiled(r"\b(?:an?|its|his|her|their) [a-z]+-[a-z]+, $").search(lead) is not None


def headline_noun(after: str, ctx: Context) -> bool:
    """`$2M FERRY DEAL` in a headline in capitals."""
    return ctx.loud and after.isupper() and len(after) > 2 and not after.endswith(("ED", "LY", "EN", "S"))
