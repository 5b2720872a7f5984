"""Every rule of the English spoken form is needed: without it a row of cases.tsv fails. And every rule says where it
comes from."""

from __future__ import annotations

from functools import cache

import pytest
from test_spoken_cases import cases

from audioedition.facts.english import usage_of
from audioedition.model.rules import SETS, without
from audioedition.spoken import spoken_form
from audioedition.spoken.english import ORDER, RULES
from audioedition.spoken.scan import scan


def usage(row: tuple[str, str, str]) -> str:
    return "US" if row[0] == "-" else row[0]


def fails(row: tuple[str, str, str]) -> bool:
    """Whether a row is read in another way than it should be."""
    return spoken_form(row[1], english=usage(row)).replace("’", "'") != row[2].replace("’", "'")


@cache
def rows_of() -> dict[str, list[tuple[str, str, str]]]:
    """Rule -> the rows in which it worded something."""
    found: dict[str, list[tuple[str, str, str]]] = {}
    for row in cases():
        for rule in {piece.rule for piece in scan(row[1], RULES, usage_of(row[1], usage(row)), None, [])}:
            found.setdefault(rule, []).append(row)
    return found


@pytest.mark.parametrize("name", [rule.name for rule in ORDER])
def test_a_row_fails_without_the_rule(name: str) -> None:
    rule = f"spoken/{name}"
    rows = rows_of().get(rule, [])
    with without(rule):
        assert any(map(fails, rows))


INNER = ("roman numerals", "slashes", "fractions", "scores", "years", "doubtful units")


@pytest.mark.parametrize("name", [f"{inner}/{rule.name}" for inner in INNER for rule in SETS[inner].rules])
def test_a_row_fails_without_the_inner_rule(name: str) -> None:
    with without(name):
        assert any(map(fails, cases()))


def test_every_rule_says_where_it_comes_from() -> None:
    assert not [rule.name for rule in ORDER if not rule.source or len(rule.source) > 100]
