"""Letters and marks behind figures that may be a unit, a magnitude, part of a name or the end of a quotation."""

from __future__ import annotations

from ..scan import Context, compiled
from . import units, usage
from .shapes import tidal

LABEL = (
    r"(?i:\b(?:highway|route|hwy|rte|apartment|block|building|exit|flat|gate|junction|platform|room|row|runway|seat|stand|suite|terminal|unit"
    r"|zone|(?:apt|no|rm|ste)\.) )$"
)
"""Before figures and a letter that are a name: `Runway 27L`, `Apt. 5C`."""


def meant(unit: str, gap: str, figures: str, end: int, ctx: Context) -> bool:
    """Whether a unit symbol that is also a word, a letter or a magnitude is a unit here."""
    after = ctx.after(end)
    if gap == "" and compiled(LABEL).search(ctx.text[max(0, ctx.start - 12) : ctx.start]):
        return False
    if unit == "in":
        stopped = ctx.text[end : end + 1] == "."
        return stopped or (gap == "" and after != "the") or (gap == "-" and ctx.text[end : end + 1].isspace())
    if unit in ("C", "F"):
        before = ctx.before()
        named = before[:1].isupper() and ctx.before(2) != "" and (len(before) > 1 or before not in "CF")
        return (
            gap == ""
            and not named
            and after not in usage.filed()
            and not float(figures.replace(",", "")) > 1900
            and not ctx.text[end : end + 1].isalnum()
        )
    if unit == "m" and gap == " ":
        return after in usage.sport_or_size() or not after.islower() or after in usage.function_words()
    if gap == "-" and unit in ("m", "L", "l", "g", "t", "h", "s"):
        return after.islower() and ctx.text[end : end + 1] == " "
    if unit == "kt":
        return gap == ""
    if unit in ("V", "W", "L", "F", "C") and gap == " " and compiled(r" \d").match(ctx.text, end):
        return False  # a table of games: "W 7 D 3 L 2"
    if unit in ("g", "l", "L", "V", "W", "mi", "pt"):
        return gap != "-" or (unit == "mi" and after.islower())
    if unit in ("mb", "Mt", "t") and gap == " ":
        return ctx.nearby(usage.pressures()) if unit == "mb" else after in ("of", "")
    if unit == "p" and figures in usage.screen_lines():
        return int(figures) < 1000 and not ctx.nearby(usage.screens())
    return gap == "" and not (unit == "c" and "," in figures)


MANY = (
    r"-(?:acre|barrel|bottle|cop(?:y|ies)|dose|follower|home|member|mile|people|piece|seat|strong|ton|tonne|user|vote)s?"
    r"\b"
)
"""Behind `5m`: millions."""


def letter_magnitude(unit: str, figures: str, end: int, ctx: Context) -> str:
    """What a bare `m`, `k`, `b` behind figures without a currency means: `2.5m people`, but `100m sprint`."""
    other = compiled(rf" (?:and|to|or) [\d.]+{unit}\b ?([^\W\d_]*)").match(ctx.text, end) if len(unit) == 1 else None
    after = other.group(1) if other else ctx.after(end + 1 if ctx.text[end : end + 2] == "+ " else end)
    if unit in ("bn", "mn", "tn", "trn", "bln", "mln"):
        return units.magnitudes()[unit]
    if unit in ("k", "K"):
        raced = figures in ("5", "10") and ctx.before().lower() in ("a", "the") and not after.islower()
        screen = figures in ("4", "8") and ctx.nearby(usage.screens(), 10)
        return "" if raced or screen or after in usage.runs() | usage.screens() else "thousand"
    if unit in "mMbB" and compiled(MANY).match(ctx.text, end):
        return units.magnitudes()[unit]
    if unit not in ("m", "M", "b", "B") or after in usage.sport_or_size():
        return ""
    plural = after.endswith("s") and after.islower() and after not in usage.not_plurals()
    if after in usage.crowds() or plural or (unit == "m" and after[:1].isupper() and len(after) > 1):
        return units.magnitudes()[unit]
    if unit == "m" and (tidal(ctx) or ctx.nearby(usage.tidal(), 24)):
        return ""
    decimal = "." in figures and (unit in "MB" or not ctx.nearby(usage.heights()))
    return units.magnitudes()[unit] if decimal else ""


def closes_quotation(text: str, at: int) -> bool:
    """Whether the mark at offset `at` ends a quotation that was opened in the words before."""
    mark, lead = text[at : at + 1], text[max(0, at - 400) : at]
    if mark in ("”", "’"):
        opening = "“" if mark == "”" else "‘"
        return lead.rfind(opening) > lead.rfind(mark)
    return mark in ('"', "'") and lead.count(mark) % 2 == 1
