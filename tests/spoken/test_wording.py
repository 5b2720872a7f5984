"""What the newsreader says for bylines, datelines and timestamps."""

from __future__ import annotations

import pytest

from audioedition.facts.english import Usage
from audioedition.model import Article, Dateline, Role, Segment
from audioedition.settings import TextSettings
from audioedition.spoken import word_segment


def said(role: Role, text: str, *, article: Article | None = None, english: str = "US", **settings: str) -> str:
    segment = Segment(role, 0, len(text), text, 0)
    return word_segment(segment, article or Article(text), TextSettings(**settings), None, Usage(english)).text  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("By Mia Chen", "By Mia Chen."),
        ("By MIA CHEN, Staff Writer", "By Mia Chen."),
        ("By Mia Chen and Omar Diaz", "By Mia Chen and Omar Diaz."),
        ("By Mia Chen, Omar Diaz and Bo Lane", "By Mia Chen, Omar Diaz and Bo Lane."),
        ("Mia Chen in Harbor City", "By Mia Chen."),
        ("By Mia Chen mia.chen@harborpost.example", "By Mia Chen."),
        ("Mia Chen | Political editor", "By Mia Chen."),
        ("By DONALD McKAY, Harbor Post Correspondent", "By Donald McKay."),
        ("Words by Mia Chen; pictures by Omar Diaz", "By Mia Chen."),
        ("By J.K. O'BRIEN", "By J K O'Brien."),
        ("By The Harbor News Agency", "By The Harbor News Agency."),
        ("By Mia Chen, Ph.D.", "By Mia Chen."),
        ("Published by", ""),
    ],
)
def test_bylines(written: str, spoken: str) -> None:
    assert said(Role.BYLINE, written) == spoken


def test_names_that_the_source_knew_come_first() -> None:
    article = Article("", bylines=("Mia Chen-Diaz",))
    assert said(Role.BYLINE, "By MIA CHEN-DIAZ Health Reporter in Harbor", article=article) == "By Mia Chen-Diaz."


@pytest.mark.parametrize(
    ("line", "spoken"),
    [
        (Dateline("HARBOR CITY (VR) —", "HARBOR CITY", None, "VR"), "Harbor City."),
        (Dateline("ST. PAUL, Minn. (VR) -", "ST. PAUL, Minn.", None, "VR"), "Saint Paul, Minnesota."),
        (Dateline("LONDON/PARIS, Feb 26", "LONDON/PARIS", "Feb 26"), "London and Paris."),
        (Dateline("RIO DE JANEIRO:", "RIO DE JANEIRO"), "Rio de Janeiro."),
        (Dateline("WASHINGTON, D.C. —", "WASHINGTON, D.C."), "Washington, D C."),
        (Dateline("(VR) —", None, None, "VR"), ""),
    ],
)
def test_datelines(line: Dateline, spoken: str) -> None:
    assert said(Role.DATELINE, line.text, article=Article("", dateline=line)) == spoken


def test_wording_is_a_setting() -> None:
    line = Dateline("HARBOR CITY, Feb 26 (VR) —", "HARBOR CITY", "Feb 26", "VR")
    article = Article("", dateline=line)
    assert said(Role.DATELINE, line.text, article=article, dateline="") == ""
    assert (
        said(Role.DATELINE, line.text, article=article, dateline="From {place}, for {agency}, {date}.")
        == "From Harbor City, for V R, February twenty-sixth."
    )
    bare = Dateline("HARBOR CITY —", "HARBOR CITY")
    wording = "From {place}, for {agency}, on {date}."
    assert said(Role.DATELINE, bare.text, article=Article("", dateline=bare), dateline=wording) == "From Harbor City."
    assert said(Role.BYLINE, "By Mia Chen", byline="{names} reports.") == "Mia Chen reports."


def test_timestamps_are_silent_unless_asked_for() -> None:
    assert said(Role.TIMESTAMP, "Jan. 5, 2024") == ""
    spoken = said(Role.TIMESTAMP, "Published Jan. 5, 2024 9:30 a.m. ET", timestamp="{date}.")
    assert spoken == "Published January fifth, twenty twenty-four, nine thirty A M Eastern."


def test_everything_else_is_read() -> None:
    assert said(Role.HEADLINE, "MAYOR QUITS OVER $2M FERRY DEAL") == "Mayor Quits over two million dollar Ferry Deal"
    assert said(Role.QUOTE, "“[We] won 3-0,” ", english="GB") == "We won three nil"


def test_the_map_of_worded_roles_is_the_whole_segment() -> None:
    text = "By MIA CHEN, Staff Writer"
    spoken = word_segment(Segment(Role.BYLINE, 0, len(text), text, 0), Article(text), TextSettings(), None, Usage("US"))
    assert {(w.source_start, w.source_end) for w in spoken.words} == {(0, len(text))}
