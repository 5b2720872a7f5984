"""A paragraph -> tokens: words, names, verbs of speech, marks, whole quotations, ends of sentences."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from typing import NamedTuple

from ..facts import sentences
from ..lexis import first_names
from ..lexis.english import month_first_names
from ..lexis.grammar import article_genders, english_words, grammar, nouns_are_capitals, own_particles
from ..lexis.nouns import nouns
from ..lexis.tables import Lexis, derived, kinds
from ..lexis.verbs import Verbs, verbs
from .foreign_words import in_english_terms, unknown_verb
from .speakers.titles import is_written_title

_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:(?:\.-|[.’'&/-])[^\W_]+)*(?:['’](?![^\W_]))?|@\w+|\$|[^\w\s]")
_WIDE = {"：": ":", "，": ",", "、": ",", "；": ";", "،": ",", "؛": ";", "（": "(", "）": ")"}
ARTICLED = re.compile(r"(?:al|el|an|as|ad|ar|at|az|d|l)[-’'][^\W\d_a-zß-öø-ÿ]")
"""`al-Mutairi`, `d’Estaing`"""
_CLITICS = frozenset(("d", "ll", "ve", "re", "m", "s"))
_NOTES = frozenset("*†‡")
_counted = kinds("discourse", "kinds")("counted")
_LONGEST_CONTRACTED = 8
_KEPT = 4096
"""Words whose kinds are kept: those of some articles."""
POSSESSIVE = ("'s", "’s", "s’", "s'")


class Token(NamedTuple):
    """A piece of a paragraph."""

    start: int
    end: int
    text: str
    low: str
    """`text` in lower case; as it stands in a month that is somebody's first name."""
    kind: str
    """`word`, `name` (capitalised), `stop` (end of sentence), `quote` or the punctuation mark itself."""
    cue: bool = False
    """Whether it is a verb that attributes speech here (`the report`, `United States` are not)."""


_new = tuple.__new__
"""Makes a token of all its fields in half the time of its own constructor: there is one a word."""


@derived
def _watched(lexis: Lexis) -> frozenset[str]:
    """Words of which the ones around them decide what they are: verbs of speech, first names that are months,
    initials."""
    known = lexis.made(verbs.make)
    months = (form for name in lexis.made(_months_named.make) for form in (name, name.title(), name.upper()))
    return known.cues | frozenset(known.particles) | frozenset(months) | _INITIALS


@derived
def _months_named(lexis: Lexis) -> frozenset[str]:
    """Months, in small letters, that are first names, too."""
    return frozenset(map(str.lower, lexis.made(month_first_names.make)))


def tokenise(text: str, start: int, end: int, quotes: Sequence[tuple[int, int]]) -> list[Token]:
    """The tokens of a paragraph; each quotation is one token, each end of a sentence outside of them another."""
    out: list[Token] = []
    at = start
    stops = {b for _, b in sentences.split(text, start, end)}
    for a, b in quotes:
        _words(out, text, at, a, stops)
        out.append(Token(a, b, "“…”", "“…”", "quote"))
        if b in stops:
            out.append(Token(b, b, "¶", "¶", "stop"))
        at = b
    _words(out, text, at, end, stops)
    out = _without_lead_in(in_english_terms(_without_branches(out)))
    _tell_cues(out)
    return _without_clitics(out) if english_words() else out


def _without_branches(tokens: list[Token]) -> list[Token]:
    """`DCP (cyber) Ana Berg`: an officer's branch between rank and name is passed over."""
    for i in range(len(tokens) - 3, 0, -1):
        if tokens[i].kind == "(" and is_written_title(tokens[i - 1].text):
            ends = next((j for j in range(i, min(i + 6, len(tokens) - 1)) if tokens[j].kind == ")"), i)
            if ends > i + 1 and tokens[ends + 1].kind == "name":
                del tokens[i : ends + 1]
    return tokens


_BEFORE_CLITICS = frozenset(("as", "he", "she", "they", "it"))


def _without_clitics(tokens: list[Token]) -> list[Token]:
    """`Comme le dit Roy`, `Roy l’assure`: what looks like an article between a subject and its verb of speech; and
    between a name and its verb in languages whose objects are written like articles: `Gil la paró`, `Plouan l’évalue`.
    """
    for i in range(1, len(tokens) - 2):
        if tokens[i].low == "we" and tokens[i + 1].cue and _leads_subject(tokens[i + 2]):
            tokens[i] = tokens[i]._replace(low="also")  # `«…», nous affirme Ana Berg`
    like_articles = bool(article_genders()) and not nouns_are_capitals()
    for i in range(1, len(tokens) - 1):
        before, after = tokens[i - 1], tokens[i + 1]
        if tokens[i].low != "the" or not (after.cue or (like_articles and before.kind == "name")):
            continue
        if _may_be_deed(after) and (before.kind == "name" or before.low in _BEFORE_CLITICS):
            tokens[i] = tokens[i]._replace(low="also")
    return tokens


def _leads_subject(token: Token) -> bool:
    return token.kind == "name" or token.low in ("the", "a", "their") or nouns().is_human(token.low)


def _may_be_deed(token: Token) -> bool:
    """Whether a word behind such a word may be a verb: not in `Gil le matin`, `a déclaré à l’AFP la maire`."""
    if token.cue or token.kind != "word":
        return token.cue
    known = nouns()
    return not (
        token.low in known.times
        or known.can_speak(token.low)
        or known.is_human(token.low)
        or token.low in grammar().days
    )


def _tell_cues(out: list[Token]) -> None:
    """Mark what the words around it make a verb of speech, or a first name."""
    known, turns_round, watched = verbs(), bool(english_words()), _watched()
    for i, token in enumerate(out):
        if (turns_round or token[2] in watched or token[3] in watched) and (told := _told(out, i, known, turns_round)):
            out[i] = told


def _told(tokens: Sequence[Token], i: int, known: Verbs, turns_round: bool) -> Token | None:
    """The token at index `i` as the words around it make it; None where they change nothing."""
    token = tokens[i]
    if token.text in known.cues:
        told = token.kind == "word" and _attributes(tokens, i, known)
        return token._replace(cue=True) if told else None
    if token.kind == "name" and token.low in known.cues and _is_said_behind(tokens, i):
        return token._replace(text=token.low, kind="word", cue=True)
    if token.low in _months_named():
        return token._replace(low=token.text) if _is_first_name(tokens, i) else None
    if token.text in _INITIALS:
        return token._replace(low=token.text) if _is_initial(tokens, i) else None
    particle = token.text in known.particles and _has_particle(tokens, i, known, turns_round)
    return token._replace(cue=True) if particle or (turns_round and unknown_verb(tokens, i)) else None


def _is_somebody(tokens: Sequence[Token], i: int) -> bool:
    """Whether what may be a verb is a noun behind its article, in other languages: `la juge`."""
    return bool(english_words()) and i > 0 and tokens[i - 1].low in ("the", "a") and nouns().is_human(tokens[i].low)


def _is_said_behind(tokens: Sequence[Token], i: int) -> bool:
    """Whether a verb of speech with a capital says whose words the ones before it are: `“Why?” Asked Hale.`"""
    before = [token.kind for token in tokens[max(0, i - 2) : i] if token.kind != "stop"]
    return before[-1:] == ["quote"] and i + 1 < len(tokens) and is_name(tokens[i + 1])


_INITIALS = frozenset("AI")
"""Initials that are also words."""


def _is_initial(tokens: Sequence[Token], i: int) -> bool:
    """`Councillor A Joseph`: between a title and a name."""
    beside = 0 < i < len(tokens) - 1 and tokens[i + 1].kind == tokens[i - 1].kind == "name"
    return beside and is_written_title(tokens[i - 1].text)


def _without_lead_in(tokens: list[Token]) -> list[Token]:
    """First words in capitals, as papers set them (`BROTHER FINTAN HAS brought`): little ones among them are words."""
    end = next((i for i, token in enumerate(tokens) if token.kind != "name" or not token.text.isupper()), 0)
    if end < 2 or tokens[end].kind != "word":
        return tokens
    little = grammar().no_names | grammar().auxiliaries
    described = tokens[0].low in grammar().determiners
    return [
        token._replace(text=token.low, kind="word")
        if i < end and ((i and token.low in little) or (described and (i == 0 or nouns().is_human(token.low))))
        else token
        for i, token in enumerate(tokens)
    ]


def _has_particle(tokens: Sequence[Token], i: int, known: Verbs, turns_round: bool) -> bool:
    """`he went on: “…`, but not `the Senate goes on recess`; where verbs turn round also `fa sapere il sindaco`."""
    if i + 2 >= len(tokens) or tokens[i + 1].low not in known.particles[tokens[i].text]:
        return False
    return turns_round or tokens[i + 2].kind not in ("word", "name")


def _is_first_name(tokens: Sequence[Token], i: int) -> bool:
    """Whether a month is somebody's first name: `said June Abernathy`, not `in June Abernathy said`; or a surname."""
    if tokens[i].kind != "name" or tokens[i].text.endswith(".") or i + 1 >= len(tokens):
        return False
    if i and is_name(tokens[i - 1]) and _ends_name(tokens, i):
        return True
    if i and tokens[i - 1].text in verbs().core and tokens[i + 1].kind in (",", "stop") and not english_words():
        return i + 2 >= len(tokens) or tokens[i + 2].low not in grammar().days  # `says Jan, on her knees`
    before = tokens[i - 1].low if i else ""
    led = before in grammar().before_months and not english_words()
    return is_name(tokens[_past_particles(tokens, i + 1)]) and not led


def _past_particles(tokens: Sequence[Token], i: int) -> int:
    """Index behind the particles of a name from index `i`: `Jan van der Berg`."""
    high = min(i + 3, len(tokens) - 1)
    return next((j for j in range(i, high) if tokens[j].text not in own_particles()), high)


def _ends_name(tokens: Sequence[Token], i: int) -> bool:
    """Whether a month behind a name ends it: `Mr Jan said`, `Akbar Jan, a trader`."""
    after, known = tokens[i + 1], first_names.gender(tokens[i - 1].text)
    return after.text in verbs().core or (after.kind == "," and known is not None)


def _words(out: list[Token], text: str, start: int, end: int, stops: set[int]) -> None:
    for m in _TOKEN.finditer(text, start, end):
        word = m[0]
        first, behind = m.span()
        if word in _NOTES and out and out[-1].end == first:
            continue  # `Jane*`, of whom a note below tells
        if word[0] in "12345CFSV" and _is_of_rank(word, text, first, behind):
            continue
        if word == "." and out and _is_shortened(out[-1], m, stops):
            last = out[-1]
            out[-1] = Token(last.start, behind, last.text + ".", last.low + ".", last.kind)
            continue
        low, kind, contracted = _form(word)
        if contracted and (parts := _contracted(word)):
            at = m.start() + len(parts[0])
            out.append(Token(m.start(), at, parts[0], parts[0].lower(), _kind(parts[0])))
            out.append(Token(at, m.end(), parts[1], parts[1].lower(), "word"))
            continue
        out.append(_new(Token, (first, behind, word, low, kind, False)))
        if behind in stops:
            out.append(Token(behind, behind, "¶", "¶", "stop"))


_BEHIND_ORDINAL = re.compile(r" (?:Lt|Lieut|Sgt|Class|Sergeant|Lieutenant|Rev)\b")


def _is_of_rank(word: str, text: str, start: int, end: int) -> bool:
    """Whether a word is a figure of a rank, or `Class` behind one: `2nd Lt.`, `Petty Officer 1st Class`. Nobody's name
    has such a word in it, so that it is passed over."""
    if word == "Class":
        return text[max(0, start - 4) : start] in ("1st ", "2nd ", "3rd ")
    if word in ("1st", "2nd", "3rd", "2d", "First", "Second", "Very"):
        return _BEHIND_ORDINAL.match(text, end) is not None
    if word in ("2Lt", "2/Lt"):
        return True
    return len(word) == 1 and word.isdecimal() and text.endswith("Warrant Officer ", 0, start)


@functools.lru_cache(maxsize=_KEPT)
def _form(word: str) -> tuple[str, str, bool]:
    """A word in lower case, its kind, and whether it may be contracted."""
    kind = _kind(word) if word[0].isalnum() or word[0] == "@" else _WIDE.get(word, word)
    return word.lower(), kind, len(word) < _LONGEST_CONTRACTED and ("’" in word or "'" in word)


def _contracted(word: str) -> tuple[str, str] | None:
    """`he’d` -> he, ’d: a pronoun and what is left of its auxiliary."""
    at = max(word.find("’"), word.find("'"))
    pronoun, rest = word[:at], word[at:]
    return (pronoun, rest) if rest[1:] in _CLITICS and pronoun.lower() in grammar().personal else None


def _is_shortened(last: Token, stop: re.Match[str], stops: set[int]) -> bool:
    """Whether a full stop belongs to the word before it: `Mr.`, `Calif.`"""
    joined = last.end == stop.start() and stop.end() not in stops
    return joined and last.kind in ("word", "name") and (len(last.text) <= 6 or ".-" in last.text)


def _kind(word: str) -> str:
    capital = word[0].isupper() or word[0] == "@" or (len(word) > 2 and word[1:2].isupper())
    return "name" if capital or ARTICLED.match(word) else "word"


def is_adverb(token: Token) -> bool:
    low = token.low
    if low.endswith("ly") and len(low) > 4 and token.kind == "word":
        return low not in grammar().not_adverbs
    return low in grammar().adverbs


def is_name(token: Token) -> bool:
    """Whether a token is capitalised for being a name, as far as the word itself tells."""
    if token.kind != "name":
        return False
    known = grammar()
    return token.low.rstrip(".") not in known.days and (
        token.low not in known.no_names or (token.text.isupper() and len(token.text) > 1)
    )


def is_owner(token: Token) -> bool:
    """`Smith’s`, `Willis’`."""
    return token.text.endswith(POSSESSIVE) and len(token.text) > 2


def _attributes(tokens: Sequence[Token], i: int, known: Verbs) -> bool:
    """Whether a form of a verb of speech at index `i` attributes speech where it stands."""
    token, before = tokens[i], tokens[i - 1] if i else None
    if token.text in known.foreign:
        return not _is_somebody(tokens, i)
    if token.text in known.plain:
        return before is not None and _leads_plain(before)
    if before is None:
        return True
    if token.text in known.nouns and (before.text.isdigit() or before.low in _counted() - grammar().pronouns):
        return False  # `50 states and territories`
    noun = token.text in known.nouns and i > 1 and not _leads_quotation(tokens, i)
    if noun and _is_plural_noun(tokens[i - 2], before) and not _has_object(tokens, i):
        return False
    return _leads_inflected(before, token, known, tokens[i - 2] if i > 1 else None)


def _leads_quotation(tokens: Sequence[Token], i: int) -> bool:
    """`the study notes, “…”`"""
    return i + 2 < len(tokens) and tokens[i + 1].kind in (",", ":") and tokens[i + 2].kind == "quote"


def _has_object(tokens: Sequence[Token], i: int) -> bool:
    """Whether the form at index `i` is a verb by what stands before and behind it: `the contract states that`, `the
    association calls the plan`; not `the newest figures that the board has`.
    """
    after = tokens[i + 1].low if i + 1 < len(tokens) else ""
    known = nouns()
    speaks = tokens[i - 1].low in known.papers or tokens[i - 1].low.endswith(_BODIES)
    return speaks and (after == "that" or after in grammar().determiners)


_BODIES = ("tion", "tract", "ment", "ncil", "pany", "oard", "ittee", "union", "group")
"""How words for bodies and documents end: `association`, `government`, `company`."""


def _is_plural_noun(determiner: Token, adjective: Token) -> bool:
    """`the newest figures`, `his public comments`; but `the mayor claims`."""
    if adjective.kind != "word" or adjective.cue or nouns().is_human(adjective.low):
        return False
    return determiner.low in grammar().determiners and adjective.low not in grammar().pronouns


def _leads_plain(before: Token) -> bool:
    """`they say`, `critics say`, `to say`; but `the call`, `his claim`."""
    known = grammar()
    if before.kind not in ("word", "name") or before.low in known.determiners or before.low.endswith(("'s", "’s")):
        return False
    if before.low in known.prepositions and before.low != "to":
        return False
    return before.low in known.before_verbs or before.low.endswith("s") or is_adverb(before)


def _leads_inflected(before: Token, token: Token, known: Verbs, earlier: Token | None) -> bool:
    plural = token.text.endswith("s") and token.text[:-1] in known.plain
    noun = before.text in known.plain and earlier and (earlier.low in grammar().determiners or is_owner(earlier))
    verbal = before.text in known.cues and not noun
    if plural and before.kind == "word" and (verbal or before.low.endswith("ed")):
        return False  # `rejected claims`, `denied reports`, but `the report finds`
    if before.low.endswith(("'s", "’s")) and not token.text.endswith(("ed", "ing", "said")):
        return False  # `Smith’s remarks`
    if before.low in _POSSESSIVES:
        return False
    return before.low not in grammar().prepositions or token.text.endswith("ing")


_POSSESSIVES = frozenset(("the", "a", "an", "his", "her", "their", "its", "no", "any"))


def sentence_bounds(tokens: Sequence[Token]) -> tuple[list[int], list[int]]:
    """For each token the index of the first token of its sentence, and of the stop that ends it."""
    starts: list[int] = []
    start = 0
    for i, token in enumerate(tokens):
        starts.append(start)
        if token.kind == "stop":
            start = i + 1
    stops = [len(tokens)] * len(tokens)
    stop = len(tokens)
    for i in range(len(tokens) - 1, -1, -1):
        if tokens[i].kind == "stop":
            stop = i
        stops[i] = stop
    return starts, stops


def sentence_start(tokens: Sequence[Token], i: int, reach: int | None = None) -> int:
    """Index of the first token of the sentence of token `i`; at most `reach` tokens before it are looked at."""
    least = 0 if reach is None else max(0, i - reach)
    while i > least and tokens[i - 1].kind != "stop":
        i -= 1
    return i
