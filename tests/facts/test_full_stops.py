"""Where a full stop behind a word ends a sentence; every rule is needed by a row."""

from __future__ import annotations

import pytest

from audioedition.facts.full_stops import ENDS
from audioedition.facts.sentences import split
from audioedition.lexis.tables import Lexis, using
from audioedition.model.rules import without

ROWS = [
    ("1. Bring water", 1),
    ("He paid 12. Then he left.", 2),
    ("The alarm rang at 6:15 a.m. Crews were there.", 2),
    ("It opens at 9 a.m. Monday and 9 p.m. Eastern.", 1),
    ("She lives on Pine St. Two men saw her.", 2),
    ("They met on St. Mary Street with Dr. Berg.", 1),
    ("Cllr. Berg told Msgr. Hale and Lt. Col. Roe.", 1),
    ("It was Act. Sgt. Ada Roe with Det. Ch. Insp. Bo Lund.", 1),
    ("They told the Rep. I saw it.", 2),
    ("It rained, she told me. You’ll see it in Augusta, Me. as well.", 2),
    ("See fig. 3 and No. 10 there.", 1),
    ("It paid Rs. 500 crore and Tk. 20 lakh.", 1),
    ("They were paid in Rs. The bank said so.", 2),
    ("Profit at Acme Inc. Sales fell.", 2),
    ("Profit at Acme Inc. Northport fell.", 1),
    ("It closes on Sat. Training starts on Sun. The club said so.", 3),
    ("George W. Bush and J.K. Rowling came.", 1),
    ("It has vitamin C. The doctor said so.", 2),
    ("The file went to the F.B.I. Agents came.", 2),
    ("The U.S. Senate and the U.S. Banks of Reuters met.", 1),
    ("He left the U.S. When he came back, it rained.", 2),
    ("Was it the U.S.? Nobody knew! It was on Pine St.! Police came.", 4),
    ("It was a magnitude of 6.5. Officials said so. It ran v2.0.1. Police came.", 4),
    ("It lacks vitamin C. Doctors said so. They chose Plan B. Nobody knew.", 4),
    ("Plan B. Smith was by J. Smith again.", 1),
    ("They drove at 60 m.p.h. Police came.", 2),
    ("They went to the U.S. Nobody knew. He has a Ph.D. Everyone knows.", 4),
]


def fails(row: tuple[str, int]) -> bool:
    return len(split(row[0])) != row[1]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0][:40])
def test_row(row: tuple[str, int]) -> None:
    assert not fails(row)


@pytest.mark.parametrize("name", [rule.name for rule in ENDS.rules])
def test_a_row_fails_without_the_rule(name: str) -> None:
    with without(f"full stops/{name}"):
        assert any(map(fails, ROWS))


@pytest.mark.parametrize(
    ("language", "text", "sentences"),
    [
        ("it", "Lo dice il comma 4 dell’art. 4 del decreto.", 1),
        ("de", "Es sind inzwischen 180. Punkt 14 folgt.", 2),
        ("de", "Sie feierten ihr 60. Jubiläum, das 75. Fest und nur einen Sieg.", 1),
        ("it", "Aperto lun.-ven. 9-12 e dom. 10-12. Poi chiuso.", 2),
        ("nl", "Van 8 nov. tot 19 dec. 2024 ter inzage.", 1),
        ("fr", "Classement : 1. Montrieux 18 pts ; 2. Valcourt 15.", 1),
        ("it", "L'art. 5 dell'Avv. Riva. Poi piove.", 2),
        ("de", "Treffpunkt ist in der Hauptstr. 12 am Tor.", 1),
        ("de", "Er wohnt in der Hauptstr. Die Stadt weiß es.", 2),
        ("de", "Altenbrück, gez. Wenzel, Bürgermeisterin", 1),
    ],
)
def test_other_languages(language: str, text: str, sentences: int) -> None:
    with using(Lexis(language)):
        assert len(split(text)) == sentences
