"""The verbs with which newspapers attribute speech, in all their forms; table `verbs`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
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

    @property
    def cues(self) -> frozenset[str]:
        return self.strong | self.weak


@derived
def verbs(lexis: Lexis) -> Verbs:
    """The verbs of the tables in use."""
    rows = list(lexis.table("verbs").values())
    alone = [row for row in rows if not row["particle"]]
    strong = _all_forms(row for row in alone if row["kind"] == "speech")
    weak = _all_forms(row for row in alone if row["kind"] == "beside") - strong
    particles: dict[str, frozenset[str]] = {}
    for row in rows:
        for form in forms(row) if row["particle"] else ():
            particles[form] = particles.get(form, frozenset()) | frozenset(row["particle"].split())
    return Verbs(
        strong=strong,
        weak=weak,
        gestures=_all_forms(row for row in alone if row["kind"] == "gesture") - strong - weak,
        core=frozenset(
            form
            for row in alone
            if row["inverts"]
            for form in forms(row)
            if not form.endswith("ing") and (form != row["word"] or row["language"] or form in _repeated(row))
        ),
        deeds=_all_forms(row for row in alone if row["deed"]),
        plain=frozenset(
            row["word"] for row in alone if not row["language"] and row["kind"] != "gesture" and not _repeated(row)
        ),
        nouns=frozenset(row["word"] + "s" for row in alone if row["noun"]),
        foreign=frozenset(row["word"] for row in alone if row["language"]),
        particles=particles,
    )


def _all_forms(rows: Iterable[Row]) -> frozenset[str]:
    return frozenset(form for row in rows for form in forms(row))


def _repeated(row: Row) -> frozenset[str]:
    """The plain form, if it is also the past: `read`, `put`."""
    return frozenset({row["word"]} & set(row["forms"].split()))


def forms(row: Row) -> frozenset[str]:
    """All forms of a verb: those that its row gives, else by the rules of spelling."""
    verb = row["word"].split()[0]
    if row["language"]:
        return frozenset({verb})
    if row["forms"]:
        return frozenset({verb, *row["forms"].split()})
    if verb.endswith("e"):
        return frozenset({verb, verb + "s", verb + "d", verb[:-1] + "ing"})
    if re.search(r"[^aeo]y\Z", verb):
        return frozenset({verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"})
    plural = "es" if verb.endswith(("s", "sh", "ch", "x")) else "s"
    doubled = verb + verb[-1] if re.fullmatch(r"[^aeiou]*[aeiou][^aeiouwxy]", verb) else verb
    return frozenset({verb, verb + plural, doubled + "ed", doubled + "ing"})
