"""Every rule of the English spoken form is needed: without it a row of cases.tsv fails. And every rule says where it
comes from."""

from __future__ import annotations

from functools import cache

import pytest
from test_spoken_cases import cases

from audioedition.facts.english import usage_of
from audioedition.rules import without
from audioedition.spoken import spoken_form
from audioedition.spoken.english import ORDER, RULES
from audioedition.spoken.scan import scan


def usage(row: tuple[str, str, str]) -> str:
    return "US" if row[0] == "-" else row[0]


@cache
def rows_of() -> dict[str, list[tuple[str, str, str]]]:
    """Rule -> the rows in which it worded something."""
    found: dict[str, list[tuple[str, str, str]]] = {}
    for row in cases():
        for rule in {piece.rule for piece in scan(row[1], RULES, usage_of(row[1], usage(row)))}:
            found.setdefault(rule, []).append(row)
    return found


@pytest.mark.parametrize("name", [rule.name for rule in ORDER])
def test_a_row_fails_without_the_rule(name: str) -> None:
    rule = f"spoken/{name}"
    rows = rows_of().get(rule, [])
    with without(rule):
        assert any(spoken_form(row[1], english=usage(row)) != row[2] for row in rows)


def test_every_rule_says_where_it_comes_from() -> None:
    assert not [rule.name for rule in ORDER if not rule.source or len(rule.source) > 100]
