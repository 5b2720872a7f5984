"""Whoever speaks is found behind a rank in any of its printed forms, and the sentence is not cut behind it."""

from __future__ import annotations

import pytest

from audioedition import make_script, read_article

RANKS = (
    "2nd Lt.|1st Sgt.|First Sgt.|2d Lt.|2Lt|2/Lt|Sgt. 1st Class|Petty Officer 2nd Class|Chief Warrant Officer 2|MSgt."
    "|Tfc.|Lt.-Col.|Brig.-Gen.|Lt.-Gov.|Sgt.-Maj.|Det.-Const.|Det. Sen. Const.|Act. Sgt.|Asst. Comm.|Very Rev|Air Cdre."
    "|PSSg.|PLt. Col.|PBGen.|S/Supt.|Usec.|Kag.|Ar.|Mal.|Comr.|Er.|Det Ch Insp|Spec."
)


@pytest.mark.parametrize("rank", RANKS.split("|"))
def test_a_rank_goes_with_its_name(rank: str) -> None:
    text = f"The town met on Monday.\n\n“We saw it all,” {rank} Ada Roe said. “It was late, and {rank} Bo Lund left.”\n"
    said = [s for s in make_script(read_article(text, media_type="text/plain")).segments if "“" in s.text]
    assert [s.speaker.name if s.speaker else "" for s in said] == ["Ada Roe", "Ada Roe"]
    assert "." not in said[1].spoken[:-1]


@pytest.mark.parametrize("name", ["Will Lund", "May Lund"])
def test_behind_a_title_no_word_only_begins_a_sentence(name: str) -> None:
    text = f"The town met on Monday.\n\n“We saw it all,” said Governor {name}. “It was late.”\n"
    said = [s for s in make_script(read_article(text, media_type="text/plain")).segments if "“" in s.text]
    assert [s.speaker.name if s.speaker else "" for s in said] == [name, name]
