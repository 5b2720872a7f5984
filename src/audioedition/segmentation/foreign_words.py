"""Tokens of another language -> the same, told in the terms of the English rules.

The rules of attribution know the closed classes by their English words (`and`, `of`, `who`, `he`). A token of another
language keeps its text, and its `low` is the English word whose part it plays there (table `grammar`): `und` is "and",
`vom` "of" and "the". What grammar writes together comes apart: `l’avocate`, `explique-t-elle`. English stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from ..lexis import first_names
from ..lexis.grammar import behind_only, english_words, nouns_are_capitals, own_particles
from ..lexis.nouns import nouns
from ..lexis.tables import Lexis, columns, derived

if TYPE_CHECKING:
    from .tokens import Token

Words = Mapping[str, tuple[str, ...]]


@derived
def _openers(lexis: Lexis) -> frozenset[str]:
    """Ordinary words of the language."""
    return lexis.words("openers") if columns(lexis.language, "openers") else frozenset()


@derived
def _endings(lexis: Lexis) -> tuple[str, ...]:
    """`-t-il`, `-elle`: pronouns that hang on a verb, the longest first."""
    return tuple(sorted((word for word in lexis.made(english_words.make) if word[0] == "-"), key=len, reverse=True))


def in_english_terms(tokens: list[Token]) -> list[Token]:
    """The tokens of a paragraph with English words for those of closed classes; the same list in English."""
    known = english_words()
    if not known:
        return tokens
    out: list[Token] = []
    for token in _phrased(list(_parted(tokens, known)), known):
        out.extend(_translated(token, out, known))
    return [_unnamed(out, i) for i in range(len(out))]


@derived
def _phrases(lexis: Lexis) -> Mapping[str, list[tuple[str, ...]]]:
    """First word -> phrases of several that play one part: `nach Angaben von`."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(lexis.made(english_words.make), key=len, reverse=True):
        words = tuple(phrase.split())
        if len(words) > 1:
            found.setdefault(words[0], []).append(words)
    return found


def _phrased(tokens: Sequence[Token], known: Words) -> Iterator[Token]:
    """With each such phrase as one token."""
    i = 0
    while i < len(tokens):
        low = tokens[i].low.replace("’", "'")
        phrase = next((words for words in _phrases().get(low, ()) if _stands_at(tokens, i, words)), None)
        if phrase is None:
            yield tokens[i]
            i += 1
        else:
            last = tokens[i + len(phrase) - 1]
            text = " ".join(phrase)
            yield tokens[i]._replace(end=last.end, text=text, low=text, kind="word")
            i += len(phrase)


def _stands_at(tokens: Sequence[Token], i: int, words: Sequence[str]) -> bool:
    there = tokens[i : i + len(words)]
    return tuple(token.low.replace("’", "'") for token in there) == tuple(words)


def _parted(tokens: Sequence[Token], known: Words) -> Iterator[Token]:
    """With elided articles and inverted pronouns apart."""
    for token in tokens:
        if token.kind not in ("word", "name"):
            yield token
            continue
        plain = token.low.replace("’", "'")
        at = plain.find("'") + 1
        if at and plain not in known and plain[:at] in known and at < len(plain):
            yield _piece(token, 0, at)
            token = _piece(token, at, len(plain))
        ending = next((e for e in _endings() if token.low.endswith(e) and len(token.low) > len(e)), "")
        if ending:
            cut = len(token.text) - len(ending)
            yield _piece(token, 0, cut)
            yield _piece(token, cut, len(token.text))
        else:
            yield token


def _piece(token: Token, first: int, last: int) -> Token:
    text = token.text[first:last]
    kind = "name" if text[0].isupper() and not text.endswith(("'", "’")) else "word"
    return token._replace(start=token.start + first, end=token.start + last, text=text, low=text.lower(), kind=kind)


def _translated(token: Token, before: Sequence[Token], known: Words) -> Iterator[Token]:
    low = token.low.replace("’", "'")
    said = known.get(low)
    previous = before[-1] if before else None
    if (
        said is None
        or token.kind not in ("word", "name")
        or (token.kind == "name" and previous and not _starts(previous))
    ) or (low in own_particles() and _goes_on_with_a_name(before) and not _is_article_only(said, before)):
        yield token
    elif low in behind_only() and not (previous and previous.kind in (",", "quote")):
        yield token._replace(low="also", kind="word")
    else:
        yield from _said(token, said, known)


def _said(token: Token, said: Sequence[str], known: Words) -> Iterator[Token]:
    """A token for each English word; the last one of a phrase where it is written: `de acordo com o`."""
    last = token.text.rpartition(" ")[2]
    own = len(last) if len(last) < len(token.text) and known.get(last) == said[-1:] else 0
    for i, word in enumerate(said):
        start = token.end - own * (i == len(said) - 1) if i and word not in _WHOSE else token.start
        yield token._replace(low=word, kind="word", start=start)


_WHOSE = frozenset(("he", "she"))
"""Of whom a whole phrase is: `ihrer Meinung nach`."""


def _starts(token: Token) -> bool:
    return token.kind in ("stop", "quote", ":", "—", "–", "-")


def _is_article_only(said: Sequence[str], before: Sequence[Token]) -> bool:
    """Whether an article is none of a name's, where nouns are capitals, too: `Krämer den Abbruch`, not `Ana von der
    Heide`.
    """
    return tuple(said) == ("the",) and nouns_are_capitals() and before[-1].low not in own_particles()


def _goes_on_with_a_name(before: Sequence[Token]) -> bool:
    """Whether a first name stands right before, particles apart: `Ana de la`, not `Weber von der`; or a particle that
    is written as a name: `la señora De la Torre`.
    """
    for i, token in enumerate(reversed(before), 1):
        if token.kind == "name":
            led = token.low in own_particles() and i < len(before) and not _starts(before[-i - 1])
            return led or first_names.is_one(token.text)
        if token.low not in own_particles():
            return False
    return False


def _unnamed(tokens: Sequence[Token], i: int) -> Token:
    """A capitalised word that is no name as a word: one that opens a sentence, a noun, an office before a name."""
    token = tokens[i]
    if token.kind != "name" or _is_surname(tokens, i):
        return token
    if _is_office(tokens, i) or _is_counted(tokens, i):
        return token._replace(kind="word")
    opens = i == 0 or _starts(tokens[i - 1])
    if opens and token.low in _openers():
        return token if _is_given_name(token) and _leads_name(tokens, i + 1) else token._replace(kind="word")
    if nouns().is_human(token.low) or nouns().gender(token.low):
        counts = i + 1 < len(tokens) and tokens[i + 1].text[0].isdigit()  # `Iban 95 minutos`
        return token if _is_given_name(token) and not counts else token._replace(kind="word")
    return token


def _leads_name(tokens: Sequence[Token], i: int) -> bool:
    """Whether a name goes on, or does something that names do, at index `i`: `Van Dijk`, `Prima disse`; not `Van a`."""
    return i < len(tokens) and (tokens[i].kind in ("name", ",") or tokens[i].cue)


def _is_given_name(token: Token) -> bool:
    """Whether a capital that may be a noun is a first name; a rare one if only its end is a noun: `Marzio`, *zio*."""
    rare = not nouns_are_capitals() and token.low not in nouns().whole | nouns().human
    return (first_names.world_gender if rare else first_names.gender)(token.text) is not None


def _is_surname(tokens: Sequence[Token], i: int) -> bool:
    """Whether a first name stands right before: `Marit Veerman` is no man, `Ana Koch` no cook."""
    k = i - 1
    while k > 0 and tokens[k].text in own_particles():
        k -= 1  # `Albert de Boer`
    before = tokens[k] if k >= 0 else None
    if before is None or before.kind != "name":
        return False
    particle = before.low in own_particles() and k > 0 and not _starts(tokens[k - 1])  # `volgens De Boer`
    return particle or first_names.gender(before.text) is not None


def _is_counted(tokens: Sequence[Token], i: int) -> bool:
    """`5.000 Euro`: what a figure counts is a noun, where all are capital."""
    counted = i > 0 and nouns_are_capitals() and tokens[i - 1].text[0].isdigit()
    return counted and first_names.gender(tokens[i].text) is None


def _is_office(tokens: Sequence[Token], i: int) -> bool:
    """`Stadtbaurat Jörg Lammers`: no first name, before one and a family name."""
    if i + 2 >= len(tokens) or tokens[i + 1].kind != "name" or tokens[i + 2].kind not in ("name", "word"):
        return False
    named = tokens[i + 2].kind == "name" or tokens[i + 2].low in own_particles()
    known = first_names.world_gender if nouns_are_capitals() else first_names.gender
    return named and known(tokens[i + 1].text) is not None and first_names.world_gender(tokens[i].text) is None


_BETWEEN = frozenset((",", "—", "–"))
_SUBJECTS = frozenset(("the", "a", "he", "she", "they", "his", "their"))


def unknown_verb(tokens: Sequence[Token], i: int) -> bool:
    """Whether the word at index `i` right behind a quotation can only be what somebody does with it: `«…», proclamó la
    alcaldesa`. Languages that turn verb and subject round there show it; always False in English.
    """
    token = tokens[i]
    if not english_words() or token.kind != "word" or len(token.text) < 3 or token.text.lower() in english_words():
        return False
    return _behind_a_quotation(tokens, i) and not nouns().is_human(token.low) and _leads_a_subject(tokens, i + 1)


def _behind_a_quotation(tokens: Sequence[Token], i: int) -> bool:
    """Whether a quotation and a comma stand before index `i`, auxiliaries and reflexives apart."""
    k = i - 1
    while k > 0 and (tokens[k].low in ("also", "has") or tokens[k].kind in _BETWEEN):
        k -= 1
    return 0 <= k < i and tokens[k].kind == "quote" and (k < i - 1 or tokens[k].text[-2:-1] == ",")


def _leads_a_subject(tokens: Sequence[Token], i: int) -> bool:
    i += i < len(tokens) and tokens[i].low == "also"  # `wandte sich eine Anwohnerin`
    after = tokens[i] if i < len(tokens) else None
    if after is None:
        return False
    titled = after.low.rstrip(".") in _titles()  # `hield ds. Ana Berg de gemeente voor`
    return after.text[0].isupper() or after.low in _SUBJECTS or nouns().is_human(after.low) or titled


@derived
def _titles(lexis: Lexis) -> frozenset[str]:
    return frozenset(title.casefold() for title, row in lexis.own("titles").items() if row["person"])
