"""Abbreviations, titles, acronyms, initials, roman numerals, states and parties, symbols."""

from __future__ import annotations

import re

from .. import numbers as N
from ..scan import FIGURES, SYMBOL, WORD, Context, Rule
from . import data
from .codes import has_vowel, letters
from .dates import ends_sentence, starts_sentence


def title(m: re.Match[str], ctx: Context) -> tuple[str, int] | None:
    """`Gov. Smith`, `Dr Smith`, `Lt. Gen. Smith`, `St. Louis` (but `Main St.`), `Mt. Hood`."""
    word, dot = m.group("word"), m.group("dot")
    name = data.TITLES.get(word)
    if name is None or (not dot and word not in data.BARE_TITLES):
        return None
    after = NAME_AFTER.match(ctx.text, m.end())
    if not after:
        return None
    if (
        word == "St"
        and (ctx.before()[:1].isupper() or ctx.before()[-2:] in ("st", "nd", "rd", "th"))
        and street_before(ctx)
    ):
        return None
    if word in ("Dr", "Ct", "Pt") and street_before(ctx) and not dot:
        return None
    if word in ("No", "Sr", "Del", "Sec", "Miss") and not dot:
        return None
    if word == "Hon" and ctx.usage.british:
        name = "Honourable"
    if word == "Sr" and ctx.before()[:1].isupper():
        return None
    if ctx.loud:
        name = name.upper() if False else name
    return name, m.end()


NAME_AFTER = re.compile(r"[\s\u00a0]+[\"“‘'(]?[^\W\d_a-zß-öø-ÿ]")


def street_before(ctx: Context) -> bool:
    """Whether the words before look like a street's name: `Main St`, `1428 Elm St`, `42nd St`."""
    before = ctx.before()
    if before[-2:] in ("st", "nd", "rd", "th") and ctx.before(2).isdecimal():
        return True
    if not before[:1].isupper() or before in (
        "In",
        "The",
        "At",
        "To",
        "From",
        "Of",
        "And",
        "Near",
        "For",
        "By",
        "Outside",
        "Since",
        "When",
        "But",
    ):
        return False
    return (
        ctx.before(2).lower()
        in ("on", "at", "of", "along", "near", "down", "off", "and", "south", "north", "west", "east", "in")
        or ctx.before(2).isdecimal()
    )


def street(m: re.Match[str], ctx: Context) -> tuple[str, int] | None:
    """`Main St.`, `1211 E Arques Ave`, `Santa Monica Blvd.`"""
    name = data.STREETS.get(m.group("word").lower())
    if not name:
        return None
    dotted = m.group("dot")
    word = m.group("word")
    before = ctx.before()
    if not (before[:1].isupper() or before[-2:] in ("st", "nd", "rd", "th")):
        return None
    if (
        not dotted
        and word.lower() in ("dr", "st", "pl", "sq", "ct", "ln", "av", "cir", "ter", "rd", "ave")
        and not has_number_before(ctx)
    ):
        return None
    if (
        dotted
        and word.lower() in ("st", "dr", "ct", "pl", "ter", "cir", "av")
        and not (
            street_before(ctx) or has_number_before(ctx) or not ctx.before(2) or not NAME_AFTER.match(ctx.text, m.end())
        )
    ):
        return None
    end = m.end()
    if dotted and (ends_sentence(ctx.text, end) or starts_sentence(ctx.text, end)):
        end -= 1
    return name, end


def has_number_before(ctx: Context) -> bool:
    return any(ctx.before(k).isdecimal() or ctx.before(k)[:1].isdecimal() for k in range(2, 6))


def point(m: re.Match[str], ctx: Context) -> tuple[str, int] | None:
    """`N`, `E.` between a house number and a street."""
    name = data.POINTS.get(m.group("word"))
    if not name or not ctx.before().isdecimal():
        return None
    return name, m.end()


def number_sign(m: re.Match[str], ctx: Context) -> tuple[str, int] | None:
    """`No. 10`, `Nos. 3 and 4`, `№ 5`."""
    word = "numbers" if m.group("plural") else "number"
    return (word.capitalize() if m.group()[0] == "N" and not ctx.before() else word), m.end()


def abbreviation(m: re.Match[str], ctx: Context) -> tuple[str, int] | None:
    """A word with a stop that stands for a longer one: `Inc.`, `approx.`, `vs.`, `Jr.`"""
    word = m.group("word")
    lower = word.lower()
    name = data.ABBREVIATIONS.get(lower)
    if not name:
        return None
    end = m.end()
    final = ends_sentence(ctx.text, end)
    if lower in AMBIGUOUS and (final or not re.match(r"[\s\u00a0]?[\d(]", ctx.text[end : end + 2])):
        return None
    if lower in TITLE_LIKE and word[0].islower():
        return None
    if (
        lower in ("sr", "jr", "esq", "inc", "ltd", "corp", "co", "bros", "cos")
        and word[0].islower()
        and lower not in ("inc", "ltd")
    ):
        return None
    if lower == "co" and not (ctx.before()[:1].isupper() or ctx.before() == "and"):
        return None
    if word[0].isupper():
        name = name[0].upper() + name[1:]
    if final or starts_sentence(ctx.text, end):
        end -= 1
    return name, end


AMBIGUOUS = frozenset(
    "no nos fig figs ch ed max min ext tel vol vols op par reg temp ret adj mt st dr ct pl sq ln al mo wk rm ste para pp ca ft oz lb lbs ave ed eds div rep sen gen rev col maj del inc".split()
) - {"inc"}
"""Also words or names: only before a figure."""
TITLE_LIKE = frozenset("gov sen rep gen prof rev maj hon lt col sgt atty supt capt".split())


def bare_abbreviation(m: re.Match[str], ctx: Context) -> tuple[str, int] | None:
    """Without a stop: `vs`, `Jr`, `Inc`, `Ltd`, `Corp` behind a name."""
    word = m.group()
    if word in ("vs", "v"):
        if word == "v" and not (ctx.before()[:1].isupper() and ctx.after(m.end())[:1].isupper()):
            return None
        return "versus" if word == "vs" or not ctx.usage.british else "versus", m.end()
    if not ctx.before()[:1].isupper():
        return None
    return {
        "Jr": "Junior",
        "Sr": "Senior",
        "Inc": "Incorporated",
        "Ltd": "Limited",
        "Corp": "Corporation",
        "Co": "Company",
        "Bros": "Brothers",
        "Plc": "P L C",
        "plc": "P L C",
        "Esq": "Esquire",
    }[word], m.end()


def latin(m: re.Match[str], ctx: Context) -> tuple[str, int] | None:
    words = {"eg": "for example", "ie": "that is", "aka": "also known as", "viz": "namely"}[
        m.group().replace(".", "").lower()
    ]
    return words, m.end()


def versus(m: re.Match[str], ctx: Context) -> tuple[str, int] | None:
    """`Roe v. Wade`."""
    if not ctx.before()[:1].isupper() or not NAME_AFTER.match(ctx.text, m.end()):
        return None
    return "versus", m.end()


def dotted(m: re.Match[str], ctx: Context) -> tuple[str, int] | None:
    """`U.S.`, `U.S.'s`, `D.C.`, `J.K. Rowling`, `Ph.D.`, `N.Y.`"""
    written = m.group("letters")
    end = m.end("letters")
    suffix = m.group("suffix") or ""
    state = data.DOTTED_STATES.get(written)
    plain = written.replace(".", "")
    words = state or " ".join(plain.upper() if len(plain) > 1 else plain)
    if written in ("Ph.D", "Ph.D.", "PhD"):
        words = "P H D"
    if suffix:
        return words + apostrophe_s(suffix, words), m.end()
    if written.endswith(".") and (
        ends_sentence(ctx.text, end) or (not initials(written, ctx, end) and starts_sentence(ctx.text, end))
    ):
        end -= 1
    return words, end


def initials(written: str, ctx: Context, end: int) -> bool:
    return (
        written not in ("U.S.", "U.K.", "D.C.", "U.N.", "E.U.")
        and len(written) <= 6
        and bool(NAME_AFTER.match(ctx.text, end))
        and not starts_sentence(ctx.text, end)
    )


def apostrophe_s(suffix: str, words: str) -> str:
    """`'s` behind letters, as written; a plural `s` gets one: "M P's" is said, and read by engines, like "M P s"."""
    return suffix if suffix[0] in "'’" else "s" if len(words) > 1 and words[-2] != " " else "'s"


def single_initial(m: re.Match[str], ctx: Context) -> tuple[str, int] | None:
    """`George W. Bush`, `C. S. Lewis`: the stop goes."""
    if m.group("letter") == "I" and not ctx.before():
        return None
    return m.group("letter"), m.end("letter") + 1


def acronym(m: re.Match[str], ctx: Context) -> tuple[str, int] | None:
    """`FBI` by letters, `NATO` as a word, `MPs`, `CEOs`, `FBI's`; capitals of a headline as ordinary words."""
    core, suffix = m.group("core"), m.group("suffix") or ""
    if core in data.WORD_ACRONYMS and not (ctx.loud and core in data.SHOUTED):
        return (core + suffix, m.end()) if suffix and suffix[0] not in "'’" else None
    if ctx.loud:
        if core in data.LETTER_ACRONYMS and core not in data.SHOUTED:
            return letters(core) + apostrophe_s(suffix, "X X") * bool(suffix), m.end()
        return natural_case(core) + suffix, m.end()
    if core in data.STATES and state_context(ctx):
        return data.STATES[core], m.end()
    if not spelled(core):
        return None
    words = letters(core)
    return words + (apostrophe_s(suffix, words) if suffix else ""), m.end()


def natural_case(word: str) -> str:
    return word.lower()


def state_context(ctx: Context) -> bool:
    """`Stroudsburg, PA`, `Santa Clara, CA 95051`."""
    i = ctx.at - 1
    tokens = ctx.tokens
    while i >= 0 and tokens[i].text.isspace():
        i -= 1
    return i > 0 and tokens[i].text == "," and tokens[i - 1].text[:1].isupper() and not tokens[i - 1].text.isupper()


def spelled(core: str) -> bool:
    """Whether capitals are said by letters: known ones, up to three letters, or no way to say them as a word."""
    if core in data.LETTER_ACRONYMS:
        return True
    if core in data.CAPITAL_WORDS:
        return False
    if len(core) <= 3:
        return True
    if not has_vowel(core.replace("Y", "")):
        return len(core) <= 6
    return len(core) == 4 and not pronounceable(core)


ONSETS = frozenset(
    "bl br ch cl cr dr fl fr gl gr kl kn kr ph pl pr qu sc sh sk sl sm sn sp st sw th tr tw wh wr".split()
)
CODAS = frozenset(
    "ck ct ff ft ld lf lk ll lm lp lt mp nd ng nk nt ps pt rd rk rl rm rn rp rt sh sk sp ss st th ts xt ch ms ns rs ds".split()
)


def pronounceable(word: str) -> bool:
    """Whether an English reader would try to say the capitals as a word: single consonants or usual clusters around vowels."""
    m = re.fullmatch(
        r"([bcdfghjklmnpqrstvwxz]*)([aeiouy]+)(?:([bcdfghjklmnpqrstvwxz]+)([aeiouy]+))?([bcdfghjklmnpqrstvwxz]*)",
        word.lower(),
    )
    if not m:
        return False
    onset, vowel, _, _, coda = m.groups()
    return (
        (len(onset) <= 1 or onset in ONSETS)
        and (len(coda) <= 1 or coda in CODAS)
        and len(vowel) <= 2
        and bool(onset or coda)
    )


def letter_plural(m: re.Match[str], ctx: Context) -> tuple[str, int] | None:
    return letters(m.group("core")) + "'s", m.end()


def mixed_acronym(m: re.Match[str], ctx: Context) -> tuple[str, int] | None:
    """`PhD`, `TVs`, `mRNA`: words of letters with one in lower case."""
    known = data.MIXED.get(m.group("core"))
    if not known:
        return None
    suffix = m.group("suffix") or ""
    return known + (apostrophe_s(suffix, known) if suffix else ""), m.end()


ROMAN = re.compile(r"M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})")
VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


def roman_value(numeral: str) -> int:
    """The value of a well-formed roman numeral, else 0."""
    if not numeral or len(numeral) > 15 or not ROMAN.fullmatch(numeral):
        return 0
    total = 0
    for a, b in zip(numeral, numeral[1:] + "I", strict=True):
        total += -VALUES[a] if VALUES[a] < VALUES[b] else VALUES[a]
    return total


def roman(m: re.Match[str], ctx: Context) -> tuple[str, int] | None:
    """`World War II`, `Super Bowl LVIII`, `Chapter IV` are cardinals; `Charles III`, `Pope John Paul II` ordinals."""
    numeral = m.group("numeral")
    n = roman_value(numeral)
    if not n:
        return None
    before = ctx.before()
    key = before.lower()
    gb = ctx.usage.british
    suffix = m.group("suffix") or ""
    if ctx.glued() and (ctx.glued().isalnum() or ctx.glued() in "-."):
        return None
    hyphen = ctx.text[m.end() : m.end() + 1]
    if hyphen == "." and len(numeral) == 1:
        return None
    if key in data.ROMAN_CARDINAL or (key == "bowl" and ctx.before(2).lower() == "super"):
        if (
            numeral == "I"
            and key
            not in (
                "war",
                "part",
                "act",
                "chapter",
                "volume",
                "phase",
                "book",
                "type",
                "title",
                "tier",
                "division",
                "class",
                "level",
                "grade",
                "article",
                "stage",
                "category",
                "schedule",
            )
            or (key == "war" and ctx.before(2).lower() != "world")
        ):
            return None
        return N.cardinal(n, gb) + suffix, m.end()
    if before[:1].isupper() and before.isalpha() and (before in data.REGNAL or before == before.capitalize()):
        if before in data.REGNAL:
            if numeral in ("I",) and ctx.after(m.end())[:1].islower() and ctx.after(m.end()) in data.VERBS_AFTER_I:
                return None
            if len(numeral) > 1 or numeral == "I" or (numeral in "VX" and before in data.MANY_OF_THEM):
                return f"the {N.ordinal(n, gb)}{suffix}", m.end()
            return None
        if numeral in ("II", "III", "IV", "VI", "VII", "VIII", "IX") and len(before) > 1:
            if before in ("Title", "Apollo", "Rocky", "Windows", "Saturn"):
                return N.cardinal(n, gb) + suffix, m.end()
            return f"the {N.ordinal(n, gb)}{suffix}", m.end()
        if (
            numeral == "I"
            and not ctx.after(m.end())
            and not re.match(r"\s?['’,]", ctx.text[m.end() : m.end() + 2])
            and ctx.before(2) == ""
            and before
            not in ("And", "But", "So", "If", "When", "Am", "Do", "Did", "Can", "May", "As", "Then", "Yes", "No", "Not")
        ):
            return f"the {N.ordinal(n, gb)}", m.end()
        return None
    if len(ctx.tokens) == 1 and len(numeral) > 1:
        return N.cardinal(n, gb), m.end()
    if len(numeral) > 1 and numeral in ("II", "III", "VI", "VII", "VIII", "IX", "XII", "XIII", "XIV", "XVI"):
        return N.cardinal(n, gb) + suffix, m.end()
    return None


def party(m: re.Match[str], ctx: Context) -> tuple[str, int] | None:
    """`D-Ohio`, `R-Texas`, `D-N.Y.`, `R-Fla.`, `I-Vt.`: "Democrat of Ohio"."""
    place = m.group("place")
    name = data.STATE_ABBREVIATIONS.get(place.rstrip(".")) or data.DOTTED_STATES.get(place) or data.STATES.get(place)
    if not name and place.rstrip(".") not in data.STATE_NAMES:
        return None
    end = m.end()
    if not name:
        end -= place.endswith(".")
        name = place.rstrip(".")
    if place.endswith(".") and end == m.end() and ends_sentence(ctx.text, end):
        end -= 1
    return f"{data.PARTIES[m.group('party')]} {name}", end


def state(m: re.Match[str], ctx: Context) -> tuple[str, int] | None:
    """`Fla.`, `Calif.` behind a place and a comma."""
    name = data.STATE_ABBREVIATIONS.get(m.group("word"))
    if not name or not state_context(ctx):
        return None
    end = m.end()
    if ends_sentence(ctx.text, end) or starts_sentence(ctx.text, end):
        end -= 1
    return name, end


def state_zip(m: re.Match[str], ctx: Context) -> tuple[str, int] | None:
    """`CA 95051`."""
    name = data.STATES.get(m.group("state"))
    return (f"{name}{',' if m.group('comma') else ''} {N.digits(m.group('zip'))}", m.end()) if name else None


def citation(m: re.Match[str], ctx: Context) -> tuple[str, int] | None:
    """`H.R. 3746`, `S. 12`."""
    words = "H R" if m.group("house").startswith("H") else "Senate Bill"
    return f"{words} {N.code(m.group('num'))}", m.end()


SYMBOL_WORDS = {
    "&": "and", "%": "percent", "=": "equals", "§": "section", "¶": "paragraph", "°": "degrees", "º": "degrees", "@": "at", "±": "plus or minus", "×": "times",
    "÷": "divided by", "≈": "about", "≥": "at least", "≤": "at most", "≠": "is not", "→": "to", "‰": "per mille", "№": "number", "℃": "degrees Celsius",
    "℉": "degrees Fahrenheit", "©": "copyright", "∞": "infinity", "√": "root", "µ": "micro", "€": "euros", "£": "pounds", "$": "dollars", "¥": "yen", "₹": "rupees", "₩": "won", "¢": "cents",
}  # fmt: skip
SILENT = frozenset("*^™®℠|\\•·●■▪►★☆†‡¬_~#<>{}`´¨←↑↓")


def symbol(m: re.Match[str], ctx: Context) -> tuple[str, int] | None:
    """Symbols as words, ornaments as nothing."""
    c = m.group()
    text, at = ctx.text, m.start()
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if c == "~":
        return ("about " if after.isdecimal() else ""), m.end()
    if c == "+":
        if before.isalnum() and not after.isalnum():
            return " plus", m.end()
        if before == "+":
            return " plus", m.end()
        return (
            (" plus ", m.end())
            if (before + after).strip()
            and (before.isspace() or before.isalnum())
            and (after.isspace() or after.isalnum())
            else ("", m.end())
        )
    if c == "#":
        return ("number ", m.end()) if after.isdecimal() else ("", m.end())
    if c == "/":
        if text[at - 1 : at + 4] in ("d/or", " / ") or text[max(0, at - 3) : at + 3] == "and/or":
            return " ", m.end()
        if (
            (before.isalpha() and after.isalpha())
            or (before.isspace() and after.isspace())
            or (before + after).strip().isalnum()
            and before
            and after
        ):
            return " slash ", m.end()
        return " ", m.end()
    if c in SILENT:
        if c == "*" and before.isalpha() and after.isalpha() or c in "_|\\":
            return " ", m.end()
        return "", m.end()
    word = SYMBOL_WORDS.get(c)
    if word is None:
        return None
    if c == "&" and before.isupper() and after.isupper() and at > 1 and not text[at - 2].isalpha():
        return " and ", m.end()
    return f" {word} ", m.end()


RULES_FIRST = (
    Rule("state and zip", (WORD,), r"(?P<state>[A-Z]{2})(?P<comma>,)? (?P<zip>\d{5})\b(?:-\d{4})?", state_zip),
    Rule("bill", (WORD,), r"(?P<house>H\.?R\.|S\.) ?(?P<num>\d{1,4})\b", citation),
    Rule("number sign", (WORD, SYMBOL), r"(?:[Nn]o(?P<plural>s)?\. ?|№ ?)(?=\d)", number_sign, "№"),
    Rule("latin", (WORD,), r"(?:e\.g\.|i\.e\.|a\.k\.a\.|eg\.|viz\.|(?:aka|eg|ie)\b)", latin),
    Rule("party and state", (WORD,), r"(?P<party>[DRI])[-–](?P<place>[A-Z][a-z]+(?: [A-Z][a-z]+)?\.?|[A-Z]\.[A-Z][a-z]?\.?[a-z]?\.?|[A-Z]{2}\b)", party),
    Rule("title", (WORD,), r"(?P<word>[A-Z][a-z]{1,6})(?P<dot>\.)?(?=[\s\u00a0])", title),
    Rule("street", (WORD,), r"(?P<word>[A-Za-z]{2,4})(?P<dot>\.)?(?!\w)", street),
    Rule("compass point", (WORD,), r"(?P<word>[NSEW]{1,2})\.?(?= )", point),
    Rule("state", (WORD,), r"(?P<word>[A-Z][a-z]{1,5})\.", state),
    Rule("versus", (WORD,), r"v\.(?= )", versus),
    Rule("dotted letters", (WORD,), r"(?P<letters>(?:[A-Z]\.){2,8}[A-Z]?(?![A-Za-z])|[A-Z]\.[A-Z](?![A-Za-z.])|W\.Va\.|Ph\.D\.?|[a-z]\.(?:[a-z]\.){2,4})(?P<suffix>['’]?s\b)?", dotted),
    Rule("initial", (WORD,), r"(?P<letter>[A-Z])\.(?=[\s\u00a0]?[A-Z])", single_initial),
    Rule("abbreviation", (WORD,), r"(?P<word>[A-Za-z]{2,6})\.(?![\w@])", abbreviation),
    Rule("abbreviation without a stop", (WORD,), r"(?:vs|v|Jr|Sr|Inc|Ltd|Corp|Bros|[Pp]lc|Esq)\b(?!\.)", bare_abbreviation),
)  # fmt: skip
RULES_LAST = (
    Rule("roman numeral", (WORD,), r"(?P<numeral>[IVXLCDM]{1,15})(?P<suffix>['’]s)?(?![\w])", roman),
    Rule("mixed acronym", (WORD,), r"(?P<core>[A-Za-z]{2,5}?)(?P<suffix>['’]?s)?(?![\w'’])", mixed_acronym),
    Rule("acronym", (WORD,), r"(?P<core>[A-Z]{2,40})(?P<suffix>['’]?s)?(?![^\W_])", acronym),
    Rule("symbol", (SYMBOL,), r".", symbol),
)  # fmt: skip
