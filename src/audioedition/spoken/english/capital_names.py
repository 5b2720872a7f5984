"""Names and short forms in capitals among ordinary words: `TOM ELLIOTT`, `O’BRIEN`, `McDONALD`, `IT’S`."""

from __future__ import annotations

import re
from string import ascii_uppercase

from ...lexis import english
from ...lexis.grammar import grammar
from ..scan import WORD, Context, Reading, Rule
from .romans import roman_value

_CAPITAL = r"[^\W\d_a-z]"
_PARTICLE = r"[ODL]['’]|Mc|Mac|Fitz"
_REST = rf"(?P<last>{_CAPITAL}{{3,20}})(?P<suffix>['’][Ss])?(?![\w'’])"


def is_first_name(word: str) -> bool:
    """Whether a word in capitals is a first name and nothing that is known to be an acronym."""
    from ...lexis import first_names  # 3 ms that most texts never need

    if len(word) < 3 or word in english.letter_acronyms() | english.word_acronyms() or word in english.said_as():
        return False
    return word.isalpha() and first_names.gender(word.capitalize()) is not None


def may_be_surname(word: str) -> bool:
    """Whether a word in capitals may stand behind a first name as its surname."""
    from .acronyms import unsayable  # which asks this module for first names

    known = word in english.letter_acronyms() | english.word_acronyms() | english.shouted() or unsayable(word)
    return len(word) > 2 and not known and word not in english.said_as() and not roman_value(word)


def in_full(m: re.Match[str], ctx: Context) -> Reading | None:
    """`TOM ELLIOTT`: a first name and a surname in capitals, as they would be written otherwise."""
    first = m.group("first")
    if ctx.loud or not is_first_name(first) or not may_be_surname(m.group("last")) or goes_on(m, ctx):
        return None
    return f"{first.capitalize()} {surname(m)}", m.end()


def goes_on(m: re.Match[str], ctx: Context) -> bool:
    """Whether more capitals stand beside the two words: `WEST PALM BEACH`, `NEW YORK ENDS`; small words may follow."""
    before, after = ctx.before(), ctx.after(m.end())
    return before.isupper() or (after.isupper() and len(after) > 2 and after.lower() not in grammar().no_names)


def behind_particle(m: re.Match[str], ctx: Context) -> Reading | None:
    """`O’BRIEN`, `McDONALD`: the particle keeps its form; `O’CLOCK` is no name."""
    return ("o'clock" if m.group("last") == "CLOCK" else surname(m)), m.end()


def surname(m: re.Match[str]) -> str:
    return m.group("particle") + m.group("last").capitalize() + (m.group("suffix") or "").lower()


def contraction(m: re.Match[str], ctx: Context) -> Reading | None:
    """`IT’S`, `DON’T`: a small word and what has grown together with it; `FBI’S` and `WHO’S` are none."""
    word, clitic = m.group("word"), m.group("clitic").replace("’", "'").lower()
    known = grammar()
    small = word.lower() in known.pronouns | known.no_names | known.subordinators and clitic in known.auxiliaries
    body = word in english.letter_acronyms() and word.lower() not in known.personal
    if ctx.loud or body or not (small or clitic == "n't"):
        return None
    return m.group().capitalize(), m.end()


FULL_NAME = Rule(
    "name in capitals",
    (WORD,),
    rf"(?P<first>{_CAPITAL}{{3,12}}) (?P<particle>(?:{_PARTICLE})?){_REST}",
    in_full,
    then=" ",
    source="columns and captions print the names in capitals: `TOM ELLIOTT writes`",
)
PARTICLE = Rule(
    "name in capitals behind its particle",
    (WORD,),
    rf"(?P<particle>{_PARTICLE}){_REST}",
    behind_particle,
    begins="ODLMF",
    source="`O’BRIEN`, `McDONALD`: as headlines and lists of names print them",
)
CONTRACTION = Rule(
    "contraction in capitals",
    (WORD,),
    r"(?P<word>[A-Z]{1,8}?)(?P<clitic>N['’]T|['’](?:S|D|LL|VE|RE|M))(?![\w'’])",
    contraction,
    begins=ascii_uppercase,
    source="`IT’S nice`: columns run in on words in capitals; lexis/en/grammar.tsv",
)
