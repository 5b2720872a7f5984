"""Who can speak, and who cannot: what a sentence names beside its speaker, marks that are typed wrongly, what is nobody's speech."""

# ruff: noqa: E501 (a row has the lines that an article has)

from __future__ import annotations

import itertools

import pytest

from audioedition.model import Article, Gender
from audioedition.segmentation import segment

ROWS: list[tuple[str, list[str]]] = [
    (
        "Cases are surging, and 50 states and territories have already begun to give second doses, and we must now “redouble our efforts to ensure that all receive them,” as soon as possible, Dr Ana Berg said.",
        ["Ana Berg"],
    ),
    (
        "Mayor Ana Berg spoke on Monday. “We must act,” she said, adding if river levels continue to rise unchecked “the results will be very bad for us all.”",
        ["Ana Berg", "Ana Berg"],
    ),
    (
        "Secretary of State Ana Berg said that until Ruritania reassures the world it is not building a bomb, “it would be premature to go ahead with any project at this time.”",
        ["Ana Berg"],
    ),
    (
        "The Sheriffs' Association also opposes the plan, arguing in its letter that the data now available assures officers “they are arresting and detaining the proper person.”",
        ["The Sheriffs' Association"],
    ),
    (
        "Ana Berg runs the shop. “If I see a deck on sale,” Berg, also an avid collector of games, cards, and books says, “and it costs that much, that upsets me.”",
        ["Ana Berg", "Ana Berg"],
    ),
    (
        "In 1924 his trial for treason began, with the prosecution describing the accused as “the soul of the whole undertaking.”",
        ["the prosecution"],
    ),
    (
        "If Tom Hale actually read it, Ben Roe would have been surprised, telling Ana Berg, “I seriously doubt that he has ever read a book.”",
        ["Ben Roe"],
    ),
    (
        "The government’s first words came with a warning about talk from Tom Hale’s Blue party, which tried to rally support by saying that voters in the north were “coming out in very large droves.”",
        ["Tom Hale’s Blue party"],
    ),
    (
        "Prof Ana Berg, director of the Centre for Health at Wexley University, who is leading research into the spread, says: “Opening it is like tipping a ship out in the middle of town.”",
        ["Ana Berg"],
    ),
    (
        "Thousands of staff are being treated badly, says a report highlighting the “alarming rise of mass casual labour” in schools.",
        ["a report"],
    ),
    (
        "Ana Berg lives with her son, Tom Berg, in Wexley. Berg met reporters on Monday and called it, after her son was arrested, “the act of a very ill man.” In a film posted later, Berg said: “I do not know what he was thinking.”",
        ["Ana Berg", "Ana Berg"],
    ),
    (
        "“We will go on,” said Democratic National Committee Chairman Tim Hale. “So that is one of the themes: it is critical.”",
        ["Tim Hale", "Tim Hale"],
    ),
    (
        "Federal Reserve Bank of Wexley President Thomas M. Hale, the longest-serving policymaker and one of ten who decide, said that the policy is “risking a repeat of past errors and what they bring.”",
        ["Thomas M. Hale"],
    ),
    (
        "“We are fully mobilized to bring it here,” said Laurence des Landes, the museum’s president and director, in an interview.",
        ["Laurence des Landes"],
    ),
    (
        "Joaquin Phoenix and Ana Berg were named best actors. Phoenix’s performance has swept the awards. “I am standing on the shoulders of my favorite actor,” Phoenix said on Sunday.",
        ["Joaquin Phoenix"],
    ),
    (
        "“We are not just numbers,” says a doctor from Wexley, whose name has been withheld to protect his identity. During a break from his shift at Melton Hospital, he explains that he now lives there, but his parents still live in Wexley. In recent weeks he has been unable to travel. Since May, he says, he has treated two men who had been shot. Three others were soon pronounced dead. “There is a tragedy inside every one of us,” he says.",
        ["a doctor from Wexley", "a doctor from Wexley"],
    ),
    (
        "She writes about Redonda. Ana Berg says she hopes that people will admire it. It’s easy, she says, for people to marvel at how beautiful it is. “But they don’t know the work that goes into it.”",
        ["Ana Berg"],
    ),
    (
        "Ana Berg weighed in on Monday. “”This is a very unfair trial and I hope the public is watching,” she said.",
        ["Ana Berg"],
    ),
    (
        'Ana Berg is a colleague. ""Tim\'s years of service have been marked by fine work, and he has shown talent," Berg said.',
        ["Ana Berg"],
    ),
    (
        "When asked what was next, founder Tom Hale said, ”There doesn’t have to be more. A lot of people are focused on taking over the world.”",
        ["Tom Hale"],
    ),
    (
        "“Marsh,” the social satire about the wealth gap in Wexley, was the first film to win the top prize, said Ana Berg.",
        [],
    ),
    (
        "“Alone,” which hit number one for three weeks, proved that there has never been such a singer. Ana Berg said so.",
        [],
    ),
    (
        "A photo was posted of a green shirt showing him in a jacket, and the words: “Ana Berg: the real leader of the people.”",
        [],
    ),
    (
        "Hale was later named commissioner, earning the local nickname “the man with the bloody hand,” for his reputation.",
        [],
    ),
    (
        "This is a far cry from the firm’s current motto, “Making the world open and connected.” But hindsight is easy.",
        [],
    ),
    (
        "New signs in stores appeared this month, spelling out the offer: “New lower prices. Same high standards,” reads one, against a picture of carrots.",
        [],
    ),
    (
        "Tom Hale wrote in. The article “Are county elections actually headed to a recount?” on page 1 helps me understand why people doubt.",
        [],
    ),
    (
        "A report puts the cost high. A learner pool was drained a month later.\n\nSpeaking from the gallery, Friends chairman Doreen Whitwam said the group had banked a lot.\n\n“We've had pensioners handing over notes,” she said.",
        ["Doreen Whitwam"],
    ),
    (
        "The money went to a company of which he was director.\n\nMagistrate Zolani Mqikela said Jan Swanepoel had chosen people who could least afford the loss.\n\n“You met them in their lounges and drank their coffee,” he said.",
        ["Zolani Mqikela"],
    ),
    (
        "Our correspondent, who visited the market, observed that many shops were powered by generators popularly known as ‘I better pass my neighbour.’",
        [],
    ),
    (
        "A bench heard it. Justices S R Deodhar and A B Rao sat.\n\n“If there is a scheme, place it before us,” Justice Deodhar said.",
        ["S R Deodhar"],
    ),
    (
        "Cr Di Hanrahan, who moved that the proposal go out, said she understood.\n\n“I've had nurses offered jobs here,” Cr Hanrahan said.",
        ["Di Hanrahan"],
    ),
    (
        "Although it was far from the last word about Ana Berg’s mail, Attorney General Rosa Lind took the last step on Wednesday, saying that nobody would prosecute Berg.\n\n“Late this afternoon, I met the people who looked into it,” she said in a statement.",
        ["Rosa Lind"],
    ),
    (
        "“It came well and we are proud,” Professor Hamish Drummond said.\n\nPaper: Selvan P, Drummond H (2026) ‘Pollen in stored wax records diet’, doi: 10.0000.",
        ["Hamish Drummond"],
    ),
    (
        "There was “a lot of dust and smoke and then people were just running and screaming,” the City Radio quoted one witness as saying.",
        ["one witness"],
    ),
    ("“One man was taken into custody,” Mr Jan said. A spokesman for the governor, Akbar Jan, spoke.", ["Akbar Jan"]),
    (
        "The driver, identified as Cody Stallard, told officers he had reached down and “looked up and there it was in front of me.”",
        ["Cody Stallard"],
    ),
    (
        "A woman whose son was killed believes that she could have stopped it.\n\nMary* says that she heard men planning it, but she did not report it. Her son was killed later.\n\n“I took up the phone to call them three times,” she lamented.",
        ["Mary"],
    ),
    (
        "It was reported by Ruritanian police that on Wednesday Ana Berg was at home when she saw “a man shooting a gun in the air”.",
        ["Ruritanian police"],
    ),
    (
        "Shortly after it on Wednesday, residents of the road told the paper that they were fearful, as they believed the man was “the head of a new and growing gang”.",
        ["residents of the road"],
    ),
    ("“My daughter is not going to summer school,” mother of two, Jane Brown, said.", ["Jane Brown"]),
    ("“We rode our luck at times,” said Galway manager, Padraic Joyce.", ["Padraic Joyce"]),
    ("“We rode our luck,” said Arthur Miller, BankWexley’s Vice President for Boats.", ["Arthur Miller"]),
    ("“We rode our luck at times,” Mayo selector, Tom Walsh, told reporters.", ["Tom Walsh"]),
    (
        "“I just heard a shot,” recounted Angella Smith. It rained.\n\n“When I went out there I saw somebody on the ground,” sobbed the woman, clutching a picture.",
        ["Angella Smith", "Angella Smith"],
    ),
    (
        "Senior coroner for Wexley and the Isles of Melling Andrew Cox has sent a report. “It was acknowledged that matters had improved,” Mr Cox said.",
        ["Andrew Cox"],
    ),
    (
        "One of the paramedics wrote how upset they were as he came in. He wrote that he was told that “there was nothing more that could be done for him”.",
        [],
    ),
    (
        "“This is a very dangerous typhoon,” forecaster Rosa Lind of the Ruritanian Atmospheric, Geophysical and Astronomical Services Administration told the agency.",
        ["Rosa Lind"],
    ),
    (
        "The dead woman’s husband, John Oni, said a stranger called him.\n\nThe 45-year-old police inspector said, “He called to tell me that my wife had been shot.”",
        ["John Oni"],
    ),
    (
        "Challenged as to who they were, one minder identified his unit and stated firmly that “my responsibility is the protection of the witness”.",
        ["one minder"],
    ),
    (
        "There was a bunch of men, said the witness. After a while, Sergeant Cathal Godfrey, who had led the search, ‘produced a photo of the farm’.",
        [],
    ),
    (
        "Neil Hale went out in his tractor to save his neighbour on Sunday.\n\nThe two men were pulled out by others with a boat.\n\n“All I can say is that when you see people in trouble, you go. I have not regretted it.”",
        ["Neil Hale"],
    ),
    (
        "Tom Roe left early. Ana Berg came back on Monday to find the house under water.\n\nHer daughters went back to school on Tuesday and Berg and her husband went back to work.\n\n“Although I should not have. My body was there, my mind was not.”",
        ["Ana Berg"],
    ),
    (
        "Ana Berg came back on Monday. Her daughters shook their heads.\n\n“We want to go home, and we want our beds.”",
        ["her daughters"],
    ),
    (
        "Talking to the media after a meeting with Prime Minister Tom Hale, newly appointed attorney general Max Wren and senior lawyer Carl Roe, Mr Dole said there was no crisis. “There are only behavioural issues of some individuals,” he said.",
        ["Mr Dole"],
    ),
    (
        "A judge, Tom Hale, spoke. A single case cost the government Rs55,000 per day, he said, adding that the delay was a menace. “We have to remove hiccups,” he added.",
        ["Tom Hale"],
    ),
    (
        "A blogger who accused Minister for Digital Development and Information Ana Berg of lying has been fined. In a statement, Berg said: “I have seen for myself.”",
        ["Ana Berg"],
    ),
    (
        "Northport manager Tom Hale told reporters: “I saw two very good teams.”\n\nOn Carl Roe: “The yellow card was the only reason. He was good.”\n\nOn chasing the points record: “It’s not important for me.”",
        ["Tom Hale", "Tom Hale", "Tom Hale"],
    ),
    (
        "On the quay, Ana Berg was angry: “Nobody told us that the bridge would be closed for so long.”",
        ["Ana Berg"],
    ),
    (
        "All the managers have spoken, and this is what each of them had to say on the matches of the day.\n\nTom Hale (Northport)\n\n“I can’t remember a better comeback than that. We had chance after chance.”\n\nAna Berg (Wexley)\n\n“I don’t feel unlucky.”\n\n“We gifted them the first goal.”",
        ["Tom Hale", "Ana Berg"],
    ),
    (
        "Police investigating the crash said: “It was over before it began, and nobody was hurt.”\n\nAs one farmer watching the game put it, “this was a joke.”",
        ["Police", "one farmer"],
    ),
    (
        "“We do not know,” a woman accusing Tom Hale said. “It was him,” officials including Ana Berg said.",
        ["a woman", "officials"],
    ),
    ("MK Ana Berg spoke on Monday. “It will rain,” Berg said.", ["Ana Berg"]),
]


def speakers(text: str) -> list[str]:
    """Who speaks, each run of somebody's words once."""
    article = Article(
        "Bridge\n\nThe old bridge will stay closed for the winter, and nobody knows for how long.\n\n" + text
    )
    parts = segment(article).segments
    names = [part.speaker.name if part.speaker and part.role == "quote" else "" for part in parts]
    unknown = [part for part in parts if part.role == "quote" and part.speaker is None]
    assert not unknown
    return [name for name, _ in itertools.groupby(names) if name]


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=[text[:40] for text, _ in ROWS])
def test_who_speaks(text: str, expected: list[str]) -> None:
    assert speakers(text) == expected


def test_a_party_in_brackets_is_no_actor() -> None:
    text = "Yulia Berg (Yisrael Union) spoke.\n\n“We woke up,” Berg said."
    article = Article("Bridge\n\nThe old bridge will stay closed, and nobody knows for how long.\n\n" + text)
    genders = {part.speaker.gender for part in segment(article).segments if part.speaker}
    assert genders == {Gender.FEMALE}


def test_a_list_behind_a_name_is_no_description_of_its_bearer() -> None:
    text = "Tom Berg, his wife and stepson were rescued.\n\n“We woke up,” Berg said."
    article = Article("Bridge\n\nThe old bridge will stay closed, and nobody knows for how long.\n\n" + text)
    genders = {part.speaker.gender for part in segment(article).segments if part.speaker}
    assert genders == {Gender.MALE}
