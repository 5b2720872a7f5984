# ruff: noqa: E501 (a row has the lines that an article has)
"""Who speaks, in the turns that news of many countries shares: tributes, appeals, courts, councils, matches."""

from __future__ import annotations

import pytest
from script_table import table

HEAD = "Bridge closed\n\nThe old bridge at Northport will stay closed for the winter, the town decided on Monday.\n\n"


def told(text: str) -> list[str]:
    """Who says what: `Ana Berg: “It is gone,”`."""
    lines = (line.partition(" | ") for line in table(HEAD + text).splitlines())
    return [f"{who.split(' (')[0].removeprefix('quote ')}: {said}" for who, _, said in lines if who.startswith("quote")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # Two who say it.
        ("Ana Berg and Tom Hale said: “We are glad.”", ["Ana Berg and Tom Hale: “We are glad.”"]),
        ("In a statement, her sisters Ida and Mia said: “We are glad.”", ["her sisters Ida and Mia: “We are glad.”"]),
        # An apposition or an aside without its second comma.
        ("“It is gone,” Ana Berg, 24, a second year law student told reporters.", ["Ana Berg: “It is gone,”"]),
        ("Friend of the family, Milla Roe, speaking alongside Ms Vell’s daughter Ana said “it is gone for good”.", ["Milla Roe: “it is gone for good”."]),
        # What a subject hangs on.
        ("The sister of a boy missing for more than two decades said she was “tired of all of it”.", ["the sister of a boy missing: “tired of all of it”."]),
        ("The family of missing Ana Berg said “it does not just fall down”.", ["the family of missing Ana Berg: “it does not just fall down”."]),
        ("He said there were no confirmed cases, Ana Berg told us.\n\nTom Hale came. He said it had no confirmed faults, but that it had “a handful of loose old bolts”.", ["Tom Hale: “a handful of loose old bolts”."]),
        ("In a BlueTube video posted in his memory, friends paid tribute to the “kindest man in all of Northport”.", []),
        ("According to managing partner, Tom Hale, it was late. “We were told nothing.”", ["Tom Hale: “We were told nothing.”"]),
        # What follows the speaker.
        ("“It is gone,” said Berg of a long-awaited repair which nobody saw.\n\nAna Berg said it was late.", ["Ana Berg: “It is gone,”"]),
        ("“It is gone,” said 12 year old Mila in Wexley. “It fell.”", ["Mila: “It is gone,”", "Mila: “It fell.”"]),
        ("“We want it!” Ana Berg said. “It is ours!” Hale was declared missing on Friday.", ["Ana Berg: “We want it!”", "Ana Berg: “It is ours!”"]),
        # Marks of two kinds for one pair.
        ('"We won’t go,” said Ana Berg. “It is ours."', ['Ana Berg: "We won’t go,”', 'Ana Berg: “It is ours."']),
        ('“We will not go!" Ana Berg said. “It is ours!”', ['Ana Berg: “We will not go!"', "Ana Berg: “It is ours!”"]),
        # Offices.
        ("Union Minister Tom Hale came. “It is late,” the Union Labour Minister said.", ["Tom Hale: “It is late,”"]),
        ("Northern Chief Minister Tom Hale came on Sunday. Speaking to us, the Chief Minister said it was late. “It is gone.”", ["Tom Hale: “It is gone.”"]),
        ("It was seen by Tom Hale, executive director of works at the Harbour Board (NHB).\n\n“It is gone,” the director had said.", ["Tom Hale: “It is gone,”"]),
        ("Mr Tom Hale, NPC Publicity Secretary, made the demand.\n\nThe NPC spokesman said: “It is late.”", ["Tom Hale: “It is late.”"]),
        ("Its acting Publicity Secretary, Yeken Vell, signed it.\n\nThe Publicity Secretary said: “It is late.”", ["Yeken Vell: “It is late.”"]),
        ("Worried NUT officials called it “a very sad day for all”.\n\nIn a statement, the NUT said: “We will march.”", ["Worried NUT officials: “a very sad day for all”.", "the NUT: “We will march.”"]),
        # One source under two words; somebody with a name is none.
        ("Ana Berg is pleased.\n\n“It is gone,” a source close to the couple told the paper.\n\nThe insider said: “She is glad.”", ["a source: “It is gone,”", "a source: “She is glad.”"]),
        # Papers for the court are nobody’s own words.
        ("A Wexley woman, Ana Berg, has filed a lawsuit.\n\n“It fell on her,” the lawsuit alleges.", ["the lawsuit: “It fell on her,”"]),
        # What belongs to somebody is nobody.
        ("Ana Berg’s late effort proved to be the difference.\n\n“It was late.”", ["?: “It was late.”"]),
        ("Tom Hale spoke.\n\nAna Berg’s full statement:\n\n“It was late.”", ["Ana Berg: “It was late.”"]),
        # One pair of marks around several paragraphs, with none at the head of the others.
        ('Ana Berg said: "It was late.\n\nWe closed it.\n\nIt is ours."\n\nIt was late.', ['Ana Berg: "It was late.', "Ana Berg: We closed it.", 'Ana Berg: It is ours."']),
        ('Ana Berg said: "It was late.\n\nTom Hale came.\n\nHe called it "a day for us all", and left.', ['Ana Berg: "It was late.', 'Tom Hale: "a day for us all",']),
        # A name that is misspelt is nobody new; another name is.
        ("It was seen by Jim Steineke, a trader.\n\n“It is late,” Steinke said.", ["Jim Steineke: “It is late,”"]),
        ("It was seen by Jim Hansen, a trader, and Ana Hanson.\n\n“It is late,” Hanson said.", ["Ana Hanson: “It is late,”"]),
        # Surnames that are titles, too.
        ("John Major came. “It is late,” he said.\n\n“It is old,” Mr Major said.", ["John Major: “It is late,”", "John Major: “It is old,”"]),
        ("Moree coach Warwick Pope was generous. “It is late,” he said.\n\n“It is old,” said Pope.", ["Warwick Pope: “It is late,”", "Warwick Pope: “It is old,”"]),
        ("The head, Ann King, came. “It is late,” King said.\n\n“It is old,” she said.", ["Ann King: “It is late,”", "Ann King: “It is old,”"]),
        ("Attorney General Tom Hale came. “It is late,” the Attorney General said.", ["Tom Hale: “It is late,”"]),
        # A clause that is set into another's.
        ("He left a boat and, said his eldest, Lindiwe, “too many trumpets for us all”. “It is late,” she said.", ["Lindiwe: “too many trumpets for us all”.", "Lindiwe: “It is late,”"]),
        ("The command’s spokesman, SP Folake Vell, came.\n\n“It is late,” SP Vell said.", ["Folake Vell: “It is late,”"]),
        # A body's name between marks.
        ("“It is late,” said the chair of the group “Open Doors”, Ana Berg.", ["Ana Berg: “It is late,”"]),
        ("“It is late,” said the chair of the group “Open Doors”. “It is old,” said Tom Hale.", ["the chair of the group: “It is late,”", "Tom Hale: “It is old,”"]),
        # Places and adjectives are no persons.
        ("Sri Lanka captain Tom Hale was glad.\n\nIt was Sri Lanka’s first win.\n\nAsked about it, he said: “It was late.”", ["Tom Hale: “It was late.”"]),
        ("Marchant de Vell was glad. “It was late,” de Vell said.", ["Marchant de Vell: “It was late,”"]),
        ("Leader of the Opposition Meenakshi Vell, however, said it was late. “It is gone,” she said.", ["Meenakshi Vell: “It is gone,”"]),
        ("It would save money, according to Treasurer Arvin Vell. Closing Hale Elementary was late, he said. “It is gone,” he said.", ["Arvin Vell: “It is gone,”"]),
        # Pronouns.
        ("Ana Berg had to go.\n\nHer partner had a stroke in May and she quit her job.\n\n“I was with him,” she said.", ["Ana Berg: “I was with him,”"]),
        ("Tom Hale was born in Wexley. His father died when he was six.\n\n“It was late,” he said.", ["Tom Hale: “It was late,”"]),
        ("Officer Ana Berg told the court it was hers. “It was on,” Berg said.\n\nLed by State prosecutor Henny Vell, she said that it was “as old as the bridge”.", ["Ana Berg: “It was on,”", "Ana Berg: “as old as the bridge”."]),
        ("Officer Ana Berg saw it.\n\nDefence advocate Sizo Vell put it to her that she could not know.\n\n“No, I saw it,” she replied.", ["Ana Berg: “No, I saw it,”"]),
        ("In a statement, the developer, Highcliff Renewables, said it had called.\n\n“We are glad of it,” it said.", ["Highcliff Renewables: “We are glad of it,”"]),
        # Couples, titles of Malaysia, offices with a hyphen, where somebody plays from.
        ("It was a day for Wexley couple Ray and Betty Vell. Mr Vell came home in May.\n\n“It was late,” he said. “So it was,” said Mrs Vell.", ["Ray Vell: “It was late,”", "Betty Vell: “So it was,”"]),
        ("Prime Minister Najib Vell came.\n\n“It is gone,” Datuk Seri Najib said.", ["Najib Vell: “It is gone,”"]),
        ("Deputy Inspector-General of Police Tan Sri Noor Vell said it was late.\n\n“It is gone,” he said.", ["Noor Vell: “It is gone,”"]),
        ("Grant Vell won on Sunday. Northport-based Vell was first.\n\n“It was late,” Vell said.", ["Grant Vell: “It was late,”"]),
        ("“It is gone,” Jody Vell, owner of the boat joked.", ["Jody Vell: “It is gone,”"]),
        ("The chief, Otumfuo Baidoo Vell, came.\n\nThe decision would provide a brighter future for the young.\n\n“It is late,” he said.", ["Otumfuo Baidoo Vell: “It is late,”"]),
        # Words that stand on something.
        ("It went dark, Ana Berg said, and showed the phrases “practice in progress”.", []),
    ],
)  # fmt: skip
def test_who_says_it(text: str, found: list[str]) -> None:
    assert told(text) == found


@pytest.mark.parametrize(
    "headline", ["Berg | ‘No regrets’", "Ana Berg: “No regrets”", "“No regrets,” – Ana Berg", "‘No regrets’: Berg"]
)
def test_the_headline_says_whose_words_nobody_else_says(headline: str) -> None:
    story = "Ana Berg was proud. The bridge, and Tom Hale’s late effort, proved to be the difference.\n\nOn the bridge\n\n“It’s huge that we have it.\n\n“It is ours.”"
    found = [line.split(" (")[0] for line in table(f"{headline}\n\n{story}").splitlines() if line.startswith("quote")]
    assert found == ["quote Ana Berg", "quote Ana Berg"]


def test_a_headline_that_quotes_nobody_of_the_story_gives_nobody_a_voice() -> None:
    story = "The bridge was late, and its late effort proved to be the difference.\n\n“It’s huge that we have it.”"
    assert "quote ?" in table(f"Breaking: ‘No regrets’\n\n{story}")
