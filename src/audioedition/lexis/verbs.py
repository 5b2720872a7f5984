"""The verbs with which newspapers attribute speech, in all their forms; table `verbs`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from .tables import Lexis, Row, derived


class Verbs(NamedTuple):
    """Forms of verbs of speech by what they can do in a sentence."""

    strong: frozenset[str]
    """By themselves announce speech: `said`."""
    weak: frozenset[str]
    """Do so only with a quotation right beside them: `called it “…”`."""
    gestures: frozenset[str]
    """Do so only behind a quotation that ends with a comma: `“…,” she smiled`."""
    core: frozenset[str]
    """Stand before their subject also where that is no name: `said a witness`."""
    deeds: frozenset[str]
    """In a sentence with `said` tell what is spoken of: `she said the firm had been hit by “…`."""
    plain: frozenset[str]
    """Also nouns (`a claim`, `the report`), and found after `to` and auxiliaries."""
    nouns: frozenset[str]
    """Forms that are as often the plural of a noun: `claims`, `figures`."""
    foreign: frozenset[str]
    particles: Mapping[str, frozenset[str]]
    """Forms that mean speech with a particle behind them only: `went` -> `on`."""
    cues: frozenset[str]
    """Forms that can attribute speech: strong and weak ones."""


@derived
def verbs(lexis: Lexis) -> Verbs:
    """The verbs of the tables in use."""
    rows = list((lexis.own("verbs") or lexis.table("verbs")).values())
    alone = _where(rows, "particle", "")
    strong = _all_forms(_where(alone, "kind", "speech"))
    weak = _all_forms(_where(alone, "kind", "beside")) - strong
    plain = {row["word"] for row in _where(alone, "language", "") if not _repeated(row)}
    foreign = _all_forms([row for row in alone if row["language"]])
    return Verbs(
        strong=strong,
        weak=weak,
        gestures=_all_forms(_where(alone, "kind", "gesture")) - strong - weak,
        core=frozenset().union(*map(_finite, _where(alone, "inverts", "yes"))),
        deeds=_all_forms(_where(alone, "deed", "yes")),
        plain=frozenset(plain) & (strong | weak),
        nouns=frozenset(row["word"] + "s" for row in _where(alone, "noun", "yes")),
        foreign=foreign,
        particles=_particles([row for row in rows if row["particle"]]),
        cues=strong | weak,
    )


def _where(rows: Iterable[Row], column: str, cell: str) -> list[Row]:
    return [row for row in rows if row[column] == cell]


def _particles(rows: Iterable[Row]) -> dict[str, frozenset[str]]:
    particles: dict[str, frozenset[str]] = {}
    for row in rows:
        for form in forms(row):
            particles[form] = particles.get(form, frozenset()) | frozenset(row["particle"].split())
    return particles


def _finite(row: Row) -> Iterator[str]:
    """`says`, `said`; not `say`, which stands behind its subject, nor `saying`."""
    for form in forms(row):
        plain = form == row["word"] and not row["language"] and form not in _repeated(row)
        if not plain and not form.endswith("ing"):
            yield form


def _all_forms(rows: Iterable[Row]) -> frozenset[str]:
    return frozenset(form for row in rows for form in forms(row))


def _repeated(row: Row) -> frozenset[str]:
    """The plain form, if it is also the past: `read`, `put`."""
    return frozenset({row["word"]} & set(row["forms"].split()))


def forms(row: Row) -> frozenset[str]:
    """All forms of a verb: those that its row gives, else by the rules of spelling."""
    verb = row["word"].split()[0]
    if row["language"] or row["forms"]:
        return frozenset({verb, *row["forms"].split()})
    if verb.endswith("e"):
        return frozenset({verb, verb + "s", verb + "d", verb[:-1] + "ing"})
    if re.search(r"[^aeo]y\Z", verb):
        return frozenset({verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"})
    plural = "es" if verb.endswith(("s", "sh", "ch", "x")) else "s"
    doubled = verb + verb[-1] if re.fullmatch(r"[^aeiou]*[aeiou][^aeiouwxy]", verb) else verb
    return frozenset({verb, verb + plural, doubled + "ed", doubled + "ing"})
