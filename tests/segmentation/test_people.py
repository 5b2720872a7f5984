# ruff: noqa: E501 (a golden has the lines that an article has)
"""Who is meant: rare first names, roles, pronouns, people without a name."""

from __future__ import annotations

import pytest
from script_table import table

from audioedition.lexis import first_names
from audioedition.model import Article
from audioedition.segmentation import segment

HEAD = "Bridge closed\n\nThe old bridge at Northport will stay closed for the winter, the town decided on Monday.\n\n"


def speakers(text: str) -> list[str]:
    return [
        line.split(" | ")[0].removeprefix("quote ") for line in table(HEAD + text).splitlines() if line[:5] == "quote"
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # A name that is in no table is a person's where a role, an age, or a bracket says so.
        ("Grower Xanthe Vrill watched. “It is gone,” she said.", "Xanthe Vrill (female) < she"),
        ("Two colleagues came. “He counted us,” said one of them, Ann Vrill.", "Ann Vrill (female) <"),
        ("Councillor A Joseph, of the town, said the bridge “does not even reach the other bank”.", "A Joseph (unknown) < Councillor A Joseph"),
        ("A single-judge bench of Justice M R Vrill sat. “Is it gone?” he asked the town.", "M R Vrill (male) < he"),
        ("Her son, Vrenn, recalled: “It was cold that night.”", "Vrenn (male) < Vrenn"),
        ("“It is gone,” said Qessa Vell, Roger’s wife.", "Qessa Vell (female) < Qessa Vell"),
        ("“It is gone,” said the Northport manager, Wex Tolling.", "Wex Tolling (unknown) < Wex Tolling"),
        ("Qiro Vell, 61, a father of two, wept. “It is gone,” he said.", "Qiro Vell (male) < he"),
        ("Hale’s lawyer, Vexa Thorn KC, said her client was “as honest as the day is long”.", "Vexa Thorn (female) < Vexa Thorn KC"),
        ("Norway’s envoy, Xarl Tind, told the radio the bridge was “a gift and nothing else”.", "Xarl Tind (unknown) < Xarl Tind"),
        # The form of a name.
        ("Arno “Nuff” Tessel wept. “It is gone,” he said.", "Arno Tessel (male) < he"),
        ("“It is gone,” said Jan Dovis, an analyst. “It is,” he added.", "Jan Dovis (male) < Jan Dovis"),
        ("Annelies de Groot spoke. “It is gone,” De Groot said.", "Annelies de Groot (female) < De Groot"),
        ("Tan Boon Kiat spoke. “It is gone,” Mr Tan said.", "Tan Boon Kiat (male) < Mr Tan"),
        ("Shelley Marrow, 34, from Wexley, won. “It is gone,” Shelley said.", "Shelley Marrow (female) < Shelley"),
        ("“It is gone,” said the physicist Ana Berg of Northport University.", "Ana Berg (female) < the physicist Ana Berg of Northport University"),
        ("Minister for Energy Piet Vos said the plan was “boring and entirely above board”.", "Piet Vos (male) < Minister for Energy Piet Vos"),
        ("Chief Rose Paul of the Tusket First Nation said her people “have been patient for years.”", "Rose Paul (female) < Chief Rose Paul of the Tusket First Nation"),
        ("Actress Ana Berg spoke. “It is gone,” Berg said.", "Ana Berg (female) < Berg"),
        # First words in capitals: only those that may be names are.
        ("JULES VANTIS HAS brought a list. “It is short,” he said.", "Jules Vantis (male) < he"),
        # `he`, `she`, `they`
        ("One shipper said the rains were over. “It is gone,” he said.", "one shipper (male) < he"),
        ("Jules Vantis, who is nonbinary, spoke to a teacher, Sam. “It is gone,” they said.", "Jules Vantis (unknown) < they"),
        ("A man was found in the fountain. He told officers he was “counting the coins for the town.”", "a man (male) < He"),
        ("An analyst who asked not to be named doubted the Vole rumour. “It is gone,” he said.", "an analyst (male) < he"),
        ("The club’s head, Haitham al-Mutairi, told a meeting the talk was “a fairy tale for traders.”", "Haitham al-Mutairi (male) < Haitham al-Mutairi"),
        ("Emyr Lloyd Owen sold her. Emyr, who farms with his father Gwilym, said it was “the best day of a long life”.", "Emyr Lloyd Owen (male) < Emyr"),
        ("Abbot Dunstan Meyer spoke. “It is gone,” Meyer said.", "Dunstan Meyer (male) < Meyer"),
        ("Chef-owner Magsa Tindale spoke. “It is gone,” she told me.", "Magsa Tindale (female) < she"),
        ("Democrat Joan Raff opened by accusing her opponent, Republican Pia Castell, of wanting to “sell the hills by the yard.”", "Joan Raff (female) < Democrat Joan Raff"),
        ("Jack, a plumber, had gone home. “It is gone,” he said.", "Jack (male) < he"),
        ("“It is gone,” Northport Fish, Wildlife & Parks officer Cody Marsh told us.", "Cody Marsh (male) < officer Cody Marsh"),
        ("“It is gone,” Al Ackers of Gruntle and Co said.", "Al Ackers (male) < Al Ackers of Gruntle and Co"),
        ("Herman Vane, the baker, was asked about it. “It is gone,” he said.", "Herman Vane (male) < he"),
        ("“It is gone,” Dan Tull, an analyst with Shears Lehn Bros. said.", "Dan Tull (male) < Dan Tull"),
        ("Ana Berg left. Her companion, who grew up in Wexley, put the spoon down. “It is gone,” he said.", "her companion (male) < he"),
        ("I asked Sr Oriole, when I was six, who had seen it. “It is gone,” she said.", "Sr Oriole (female) < she"),
        ("Behind us in line was a man called Earl. “It is gone,” he said.", "Earl (male) < he"),
        ("There was a woman at the desk. Tom Hale was late. “It is gone,” she said.", "a woman at the desk (female) < she"),
        ("Ana Berg came. One of the victims, whom we’re calling Harriet, read a letter. “It is gone,” she said.", "Harriet (female) < she"),
        ("Ana Berg was there with one of her brothers. “It is gone,” he said.", "one of her brothers (male) < he"),
        ("The hall, a former Mallow on the quay, is cold. Ana Berg tasted it. “It is gone,” she said.", "Ana Berg (female) < she"),
        ("Ana Berg said he’d asked her. Tom Hale said he’d asked them to see it “as a matter of some concern”.", "Tom Hale (male) < he"),
        ("Ana Berg left. The Northport Coast Guard said in a statement it was “held up by the same nets”.", "The Northport Coast Guard (unknown) < The Northport Coast Guard"),
        ("Tom Hale ruled. Its treasurer, known to all as Mama Ode, danced. “It is gone,” she said.", "Mama Ode (female) < she"),
        ("Wren (Ana Berg) loves Hollis (Tom Hale), who works the drum. “It is gone,” he offers.", "Hollis (male) < he"),
        ("The lightkeeper’s son Ana Tull was there. “It is gone,” Tull said.", "Ana Tull (male) < Tull"),
        ("A calf cannot step over it. Where a calf will not go, the study notes, “no other animal goes”.", "the study (unknown) < the study"),
        ("But lawyer Ana Berg had a receipt. Her client had been served. “It is gone,” she said.", "Ana Berg (female) < she"),
        ("Ana Berg runs the shop. Her neighbour, who keeps hens, had been there. “It is gone,” she said.", "her neighbour (female) < she"),
        ("Ana Berg spoke. “What we had on Tuesday was Raju.”", "Ana Berg (female) < Ana Berg"),
        # Who speaks where the nearest verb misleads.
        ("But the mayor’s own memorandum, dated May 3, describes the town as “the last of the tin bridges”.", "the mayor (unknown) < the mayor"),
        ("A 2024 survey, obtained by the Post, had warned that it was “no longer safe to cross at night”.", "a 2024 survey (unknown) < A 2024 survey"),
        ("I kept it because my husband, who is from Wexley, tasted the first one and asked politely, “Is it gone?”", "my husband (male) < my husband"),
        ("Reacting, the clerk of the town, Tom Hale, in a letter called ‘Roof’, told us it rained. “It is gone,” the letter read.", "Tom Hale (male) < the letter"),
        ("Her mum, Paula Hay, said in a statement released by the police: “It is gone for us.”", "Paula Hay (female) < Paula Hay"),
        ("Trade Minister Piet Vos said both sides had agreed “to put down the hammer and talk.”", "Piet Vos (male) < Trade Minister Piet Vos"),
        ("Chief executive Ana Berg said the firm had been hit by a “storm of weak demand and rain”.", "Ana Berg (female) < executive Ana Berg"),
        ("The craft is, in the words of the historian Ana Berg, “the only art made by a chemist.”", "Ana Berg (female) < the historian Ana Berg"),
        ("Ana Berg was so good that Sir Thomas Ash once stopped the band to ask it to “listen to what we are ruining”.", "Thomas Ash (male) < Sir Thomas Ash"),
        ("Tom Hale rejected claims that he had “thrown a tantrum over a bridge”.", "Tom Hale (male) < Tom Hale"),
        ("Hale’s response was: “Is the bridge closed?”", "Hale (unknown) < Hale"),
        ("“It is gone,” co-founder and CEO Tom Hale said.", "Tom Hale (male) < co-founder and CEO Tom Hale"),
        ("The council’s report finds “a culture of many meetings and no boats”.", "the council’s report (unknown) < The council’s report"),
        ("Ana Berg has heard it. Her answer is that it was fixed, in her words, “while all were looking elsewhere”.", "Ana Berg (female) < her"),
        ("Rosa Keel was given a list and told by a mine captain that she was “a young woman yet”.", "a mine captain (unknown) < a mine captain"),
        ("I write, as Tom Hale does. On Tuesday the technician came. He saw the hole. “It is gone,” he said.", "the technician (male) < he"),
        ("NRTA, the ferries’ association, has counted them. “It is gone,” it said.", "NRTA (unknown) < it"),
        ("MY SON says I worry. “It is gone,” he says.", "MY SON (male) < he"),
    ],
)  # fmt: skip
def test_speaker(text: str, found: str) -> None:
    assert speakers(text)[0].startswith(found)


def test_he_is_who_a_sentence_has_begun_with() -> None:
    text = (
        "“It was late,” said Tom Hale.\n\nRoy Ember, who has worked with Sam Pitt, said the pumps were old.\n\n“It will flood,” he said.\n\n"
        "Recently, Lew Orton, a plumber, was asked about it by Sam Pitt. “It floods,” he said.\n\n"
        "My colleague met people in Wexley. Retired teacher Max Oakes told her he would stay. “I have a dog,” he said."
    )
    assert speakers(text) == [
        "Tom Hale (male) < Tom Hale",
        "Roy Ember (male) < he",
        "Lew Orton (male) < he",
        "Max Oakes (male) < he",
    ]


def test_he_added_is_who_just_spoke() -> None:
    text = "“It was late,” said Perrin Vole of Lehn Brothers. “Very late,” he added. Tom Hale was there."
    assert speakers(text) == ["Perrin Vole (male) < Perrin Vole of Lehn Brothers", "Perrin Vole (male) < he"]


def test_somebody_described_goes_on_speaking_until_another_is_named() -> None:
    text = (
        "Tom Hale owns the yard.\n\n“It was late,” an analyst said. “Very late,” he said.\n\n"
        "“It was late,” an analyst said. Roy Ember nodded. “Very late,” he said."
    )
    assert [who.split(" (")[0] for who in speakers(text)] == ["an analyst", "an analyst", "an analyst", "Roy Ember"]


def test_a_company_is_nobody_for_a_pronoun() -> None:
    text = "Ana Berg runs the yard. Compass Marine owns it. Compass said on Monday that it would sell. “It is time,” she said."
    assert speakers(text) == ["Ana Berg (female) < she"]


def test_the_businessman_is_somebody_with_a_name() -> None:
    text = "Tom Hale owns the yard. The businessman said it would be sold. “It is time,” he said."
    assert speakers(text) == ["Tom Hale (male) < he"]


def test_the_title_of_an_article_in_brackets_is_no_quotation() -> None:
    assert (
        speakers("Your report (“Minister backs all-lane roads”, June 3) says nothing of the noise, says Ana Berg.")
        == []
    )


def test_a_surname_alone_does_not_take_its_gender_from_first_names() -> None:
    assert speakers("“It is gone,” Reagan said.") == ["Reagan (unknown) < Reagan"]


def test_above_a_quotation_a_paragraph_may_end_in_a_colon() -> None:
    text = "The yard has published its note. Its director, Max Oakes, says:\n\n“It will flood, and flood, and flood.”\n\nNo."
    assert speakers(text) == ["Max Oakes (male) < Max Oakes"]


def test_teams_before_colons_are_no_interview() -> None:
    text = "Herons: Lost again.\n\nRapids: Won again.\n\nHerons: At home on Sunday.\n\nRapids: Away on Monday."
    assert speakers(text) == []


def test_labels_in_full_and_in_initials_are_one_speaker_and_who_asks_is_the_narrator() -> None:
    text = (
        "ANA BERG: Did he mind?\n\nTOM HALE: He did. He put it in the sea.\n\nAB: Really?\n\nTH: We lived there.\n\n"
        "AB: What do you think about?\n\nTH: Fish.\n\nI am a good cook.\n\nThe bridge opens in May."
    )
    assert [who.split(" <")[0] for who in speakers(text)] == ["Tom Hale (male)"] * 5


def test_who_is_accused_has_not_said_it() -> None:
    assert speakers("The mayor was accused of “hiding behind the sofa” when the bridge fell.") == []


def test_first_names_from_elsewhere() -> None:
    assert {first_names.gender(n) for n in ("Aoife", "Jürgen", "Wanjiru", "Torstein", "Siobhán")} == {"female", "male"}
    assert first_names.gender("Jules") is None
    assert {str(first_names.world_gender(n)) for n in ("Małgorzata", "Przemysław")} == {"female", "male"}


def test_one_voice_for_one_person_however_named() -> None:
    text = HEAD + "“No,” said Sir Gordon Leith. “No,” Leith said. “No,” Sir Gordon said. “No,” Gordon Leith QC said."
    said = [s.speaker.name for s in segment(Article(text)).segments if s.speaker]
    assert len(set(said)) == 1


def test_a_number_alone_in_a_headline_is_nobody() -> None:
    text = "Juicio por el caso puente II entra en su recta final\n\nEl alcalde, Pere Solà, dijo el lunes: “El puente sigue cerrado para todos”."
    assert [s.speaker.name for s in segment(Article(text)).segments if s.speaker] == ["Pere Solà"]
