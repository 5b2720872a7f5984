"""Whom a text means: who is only mentioned, who is called by what, and paragraphs that go on."""

# ruff: noqa: E501 (a row has the lines that an article has)

from __future__ import annotations

import itertools

import pytest

from audioedition.model import Article
from audioedition.segmentation import segment

ROWS: list[tuple[str, list[str]]] = [
    # who says so at the end of a sentence, and whom a role behind `was` names
    (
        "After digging 60 feet deep, Ben Roe still did not get “even a glass of water” from the earth, says his widow Indubai. “He tried to bring it here.”",
        ["Indubai"],
    ),
    (
        "The special guest on the night was union president, Feargal Hale, who paid tribute to the teachers.\n\n“They can look back with pride at a lifetime of service.”",
        ["Feargal Hale"],
    ),
    (
        "“When it landed, I knew,” said the farmer from Wexle, Northport, who improved to 18-0.",
        ["the farmer from Wexle"],
    ),
    (
        "Engineer Ben Roe said it had scored 17th. “It will wait,” he said.\n\nCathaoirleach Séamus Hale said the answer was not good enough.\n\n“Ben prints no money,” he said.",
        ["Ben Roe", "Séamus Hale"],
    ),
    # an agency's letters behind what somebody says are no credit
    (
        "Kamla Devi had told nobody.\n\n“They would have laughed at me an eighth time,” she said. PTN COR",
        ["Kamla Devi"],
    ),
    # what a correction names by its title is nobody's
    (
        "In “Bread ‘stolen’ in midnight raid” (Metro, 14 November) we said that Tom Hale had been held. A headline on 12 November, “Council lost 3,000 names”, was wrong. “It is put right,” Ana Berg said.",
        ["Ana Berg"],
    ),
    (
        "Police Director General Ronald Rosa said it was so. “It is hard work,” the police chief said.",
        ["Ronald Rosa"],
    ),
    # both halves of what is said are one person's; who is asked by name is no description
    (
        "Dr Tom Hale gave evidence. “It is a car park,” said Hale.\n\nAttorney Ben Roe put it to him that nobody could say. “No,” he conceded, “they carry no passports.”",
        ["Tom Hale"],
    ),
    (
        "Carlo Montero took offense. “We are angry,” Montero told the radio.\n\nMontero had asked Rodrigo Roe and others what they could do.\n\nThe fisherman, who voted for Roe, said he felt deceived.\n\n“He broke it,” he said.",
        ["Carlo Montero"],
    ),
    # what pronouns tell of a gender
    (
        "Katrien Berg is 91. She began saving tins when she was eight. Dr Pieter Louw, a historian who found her by getting lost, calls it a record. “Nobody kept it,” says Louw.\n\nHe has offered to have them scanned. She told him they were “not going on holiday at all”.",
        ["Pieter Louw", "Katrien Berg"],
    ),
    (
        "Baba Ibrahim Dauda had not seen his house for years. When the nurse, Esther Gyang, lifted the pad from his eye, he looked at her.\n\n“You are smaller than your voice,” he said.",
        ["Baba Ibrahim Dauda"],
    ),
    (
        "I have a neighbour on the boat to Dhemagaon, 63 kilometres away. Her name is Junmoni. She has visited once. “It had moved,” she tells me.",
        ["Junmoni"],
    ),
    # whose a fragment is
    (
        "They found bare wiring, and doors described by the council’s solicitor as “little better than cardboard”.",
        ["the council’s solicitor"],
    ),
    ("Tom Hale told officers he had taken “some pills and a dare,” according to the report.", ["Tom Hale"]),
    (
        "Ana Berg told the court that officers were called to a house, where they found gates “lying flat on the driveway” and a tractor.",
        ["Ana Berg"],
    ),
    ("Officer Dube spoke with the man, who said he was “waiting for the eclipse” at last.", ["the man"]),
    # offices at the head, a name that is a noun, and who has no name
    (
        "Traders wept. Chairman of the Market Traders Association, Alhaji Umaru Hale, while confirming it, said: “I was at home.”",
        ["Umaru Hale"],
    ),
    (
        "Penny Button will sell every cow.\n\n“That is 60 years gone,” Button tells the paper from her deck.",
        ["Penny Button"],
    ),
    (
        "Some victims told our correspondent that it started at one. One of them said, “We called them.”\n\nHe said, “I lost two machines.”",
        ["one of them"],
    ),
    (
        "It was dark.\n\n“No entry for anybody after ten,” the sign said. Ana Berg went in. “It is cold,” she said.",
        ["Ana Berg"],
    ),
    # who says something though what he is stands between his name and the verb
    (
        "Paramedic Ben Roe said it was busy. “I was outside,” he said.\n\nBut Tom Hale, an officer of the union, said there were no nurses.\n\n“They watch the clock,” he added.",
        ["Ben Roe", "Tom Hale"],
    ),
    (
        "Engineer Ben Roe said it had scored 17th. “It will wait,” he said.\n\nTom Hale (FG) said the answer was not good enough.\n\n“Ben prints no money,” he added.",
        ["Ben Roe", "Tom Hale"],
    ),
    (
        "Ben Roe said, “We pay our levies.”\n\nReacting, the Commissioner for Works, Mr Tom Hale, said the builder had been queried.\n\n“We will hold nobody to ransom,” he added.",
        ["Ben Roe", "Tom Hale"],
    ),
    # what an office is for is no part of the name, nor is a body's
    (
        "Ana Roe walks her grandson, Jim, to school. “We get wet,” said Ms Roe.\n\nSenior Parliamentary Secretary for Transport Eugene Pang announced the change.\n\n“We heard you,” he told reporters.",
        ["Ana Roe", "Eugene Pang"],
    ),
    (
        "T.G. Hale of the Centre for Urban Waters, who has studied the lake since 2011, said that it was futile.\n\n“It is like mopping the floor,” he said.",
        ["T.G. Hale"],
    ),
    ("Growers met.\n\nTom Hale began to dig. Fares have gone up.\n\n“I rowed it all,” he said.", ["Tom Hale"]),
    # a gender that what somebody is called tells, or a word that only women have behind their name, or what is said
    (
        "Sister Ana Berg used to say that she learned chess to keep a boy called Francie Dolan in his seat. Francie would not sit.\n\n“I tried the ruler,” she recalled.",
        ["Ana Berg"],
    ),
    (
        "Justice Ana Berg allowed it. “Files do not move,” the judge said.\n\nReached at her village, Gurdev Kaur said she would believe it later. “My grandson says we won,” she said.",
        ["Ana Berg", "Gurdev Kaur"],
    ),
    (
        "Until last year Reshmi Thampi taught chemistry. Her role as Eliyamma, the supervisor in a film, came by accident.\n\n“I shouted at him,” she laughs.\n\n“I watch people fight,” Reshmi says.",
        ["Reshmi Thampi"],
    ),
    # who is only there, and whose name follows what he is
    (
        "Ana Berg has flour on her spectacles and a phone in each hand. On one is a customer who needs 300 loaves. On the other is a map.\n\n“Look at that,” she says.",
        ["Ana Berg"],
    ),
    (
        "In a letter to the court, his employer, builder Tom Hale, said that he had been furious.\n\n“He turns up at six every day,” the letter read.",
        ["Tom Hale"],
    ),
    (
        "The paddock behind June Berg’s house has turned purple.\n\n“You get no warning,” says June, already on her knees.",
        ["June Berg"],
    ),
    ("Senator Tom Berg denied it.\n\nHis words: “I do not know anything about it.”", ["Tom Berg"]),
    (
        "Council spokesman, Aliyu Kado Bello has blamed Senator Tom Hale and Ben Roe.\n\nOn Tuesday, Kado disclosed that the duo of Hale and Roe had begun it.\n\n“They sponsored it,” he said.",
        ["Aliyu Kado Bello"],
    ),
    (
        "Two men were held.\n\n“They knew the lane,” said DCP (Zone 2) Ana Berg.",
        ["Ana Berg"],
    ),
    (
        "Inspector General of Police (IGP) Tom Hale said that 16 of them had been held.\n\n“It was planned,” the IGP said.",
        ["Tom Hale"],
    ),
    (
        "Ana Berg was nervous.\n\n“It was a wreck of a night,” Berg, who was last seen in the film “The River”, posted online.",
        ["Ana Berg"],
    ),
    (
        "“You are not welcome at our next meeting.”\n\nThis was the message delivered to Post reporter Alan Roe at a meeting by the chairman Tom Hale.\n\n“It is tripe,” he warned.",
        ["Tom Hale"],
    ),
    (
        "The ruler of Wexley, Igwe Tom Ukuta, said the town was besieged.\n\nThe monarch, mourning the death of the president of the union, Raphael Hale, on Thursday, called for help.\n\n“I want it ended,” he said.",
        ["Tom Ukuta"],
    ),
    (
        "A man told a jury he did not know. “Let them be fed with it,” Mr Tom Berg said.\n\nAsked by his counsel, Mr Ben Hale, about his state of mind, he replied: “I was in trouble.”",
        ["Tom Berg"],
    ),
    (
        "Wexley City Mayor Tom Berg met Northport Mayor Ben Roe.\n\n“It is clean,” Roe said.\n\n“Yours too,” the Wexley mayor replied.",
        ["Ben Roe", "Tom Berg"],
    ),
    (
        "Ana Berg feared the worst. Her mother, Ida Hale, 68, and her brother were missing.\n\n“It was a hard week.\n\n“We were afraid.\n\n“I thank him,” said Berg.",
        ["Ana Berg"],
    ),
    (
        "Tom Hale denied it. “My brother, it is not true.\n\nI have been invited to clear myself,” he said. Nobody came.",
        ["Tom Hale"],
    ),
    (
        "A man on trial for attacking a member of the crew said that “a tiger would not do that to a calf”.",
        ["a man on trial"],
    ),
    (
        "The police commander Tom Hale showed them.\n\n“There are some which we have not revealed,” said the officer.",
        ["Tom Hale"],
    ),
    (
        "His chairman, Ben Roe, said they would not relent.\n\nAccording to Tom Hale, the secretary of the parents, the schools are in trouble.\n\n“Nobody told us,” he said.",
        ["Tom Hale"],
    ),
    ("The letter to customers said: “The postmaster will no longer come.”", ["the letter"]),
]


def speakers(text: str) -> list[str]:
    """Who speaks, each run of somebody's words once."""
    lead = "Bridge\n\nThe old bridge will stay closed for the winter, and nobody knows for how long.\n\n"
    parts = segment(Article(lead + text)).segments
    names = [part.speaker.name if part.speaker and part.role == "quote" else "" for part in parts]
    return [name for name, _ in itertools.groupby(filter(None, names))]


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=[text[:40] for text, _ in ROWS])
def test_who_is_meant(text: str, expected: list[str]) -> None:
    assert speakers(text) == expected


def test_a_view_at_the_head_of_a_clause_is_told() -> None:
    """`Per l'avvocato Gino Scalla …`: he is no mere object, and what goes on is his."""
    text = (
        "Il processo riprende a maggio\n\n"
        "«Non siamo di fronte a una leggerezza», ha detto il magistrato Ilda De Rosa, che ha parlato per oltre tre ore davanti al collegio.\n\n"
        "Le difese respingono ogni addebito. Per l'avvocato Gino Scalla, che assiste l'ex presidente Carlo Iodi, le analisi «sono state eseguite su tre campioni» e non dimostrano nulla. "
        "«Il mio cliente firmava quello che gli uffici gli portavano», ha aggiunto."
    )
    parts = segment(Article(text, language="it")).segments
    said = [part.speaker.name for part in parts if part.role == "quote" and part.speaker]
    assert said == ["Ilda De Rosa", "Gino Scalla", "Gino Scalla"]
