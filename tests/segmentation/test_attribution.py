"""Goldens of whole small articles: which words are quoted, and who says them."""

# ruff: noqa: E501 (a golden has the lines that an article has)

from __future__ import annotations

import pytest
from script_table import golden, table

GOLDENS = {
    "introduced": (
        """
        The mayor, Ana Berg, said: “The bridge is closed.”

        According to Tom Hale, a spokesman for the union, “nobody asked the drivers at all.”

        Hale, who has led the union since 2015, told reporters that “the drivers will pay for this.”

        In a letter to the council, her deputy, Lars Roe, wrote, “I will not sign this.”
        """,
        """
        body | The mayor, Ana Berg, said:
        quote Ana Berg (female) < Ana Berg | “The bridge is closed.”
        body | According to Tom Hale, a spokesman for the union,
        quote Tom Hale (male) < Tom Hale | “nobody asked the drivers at all.”
        body | Hale, who has led the union since 2015, told reporters that
        quote Tom Hale (male) < Hale | “the drivers will pay for this.”
        body | In a letter to the council, her deputy, Lars Roe, wrote,
        quote Lars Roe (male) < Lars Roe | “I will not sign this.”
        """,
    ),
    "attributed behind": (
        """
        “The bridge is closed,” said Ana Berg, the mayor of Northport.

        “Nobody asked us,” a spokesman for the drivers said.

        “We will appeal,” Tom Hale, 52, a lawyer for the harbour company, told the Post on Monday.

        “It was loud,” according to a witness.

        “Is it over?” asked Hale. “It is not!” Berg shouted back.

        “We are tired,” Hale and Roe wrote.
        """,
        """
        quote Ana Berg (female) < Ana Berg | “The bridge is closed,”
        body | said Ana Berg, the mayor of Northport.
        quote a spokesman for the drivers (male) < a spokesman for the drivers | “Nobody asked us,”
        body | a spokesman for the drivers said.
        quote Tom Hale (male) < Tom Hale | “We will appeal,”
        body | Tom Hale, 52, a lawyer for the harbour company, told the Post on Monday.
        quote a witness (unknown) < a witness | “It was loud,”
        body | according to a witness.
        quote Tom Hale (male) < Hale | “Is it over?”
        body | asked Hale.
        quote Ana Berg (female) < Berg | “It is not!”
        body | Berg shouted back.
        quote Hale and Roe (unknown) < Hale and Roe | “We are tired,”
        body | Hale and Roe wrote.
        """,
    ),
    "interrupted": (
        """
        Mayor Ana Berg spoke to the crowd from her window for about an hour on Monday and did not take any questions.

        “The bridge,” she said, “is closed. And it stays closed.”

        ‘We won’t go,’ said Tom Hale, ‘and that’s final.’
        """,
        """
        body | Mayor Ana Berg spoke to the crowd from her window for about an hour on Monday and did not take any questions.
        quote Ana Berg (female) < she | “The bridge,”
        body | she said,
        quote Ana Berg (female) < she | “is closed.
        quote Ana Berg (female) < she | And it stays closed.”
        quote Tom Hale (male) < Tom Hale | ‘We won’t go,’
        body | said Tom Hale,
        quote Tom Hale (male) < Tom Hale | ‘and that’s final.’
        """,
    ),
    "continued without a cue": (
        """
        “The bridge is closed,” said Ana Berg. “It stays closed.”

        “You will thank me.”

        Tom Hale, the union’s leader, disagreed. “Nobody will thank her.”
        """,
        """
        quote Ana Berg (female) < Ana Berg | “The bridge is closed,”
        body | said Ana Berg.
        quote Ana Berg (female) < Ana Berg | “It stays closed.”
        quote Ana Berg (female) < Ana Berg | “You will thank me.”
        body | Tom Hale, the union’s leader, disagreed.
        quote Tom Hale (male) < Tom Hale | “Nobody will thank her.”
        """,
    ),
    "over paragraphs with a repeated opening mark": (
        """
        Ana Berg said: “The bridge is old.

        “It is not safe.

        “And it is closed.”

        The council will meet again in May.
        """,
        """
        body | Ana Berg said:
        quote Ana Berg (female) < Ana Berg | “The bridge is old.
        quote Ana Berg (female) < Ana Berg | “It is not safe.
        quote Ana Berg (female) < Ana Berg | “And it is closed.”
        body | The council will meet again in May.
        """,
    ),
    "nobody’s speech": (
        """
        The so-called “war on the lorries that nobody wanted” is over. He read “The Long Road Home to Northport” twice. Mike “The Hammer” Smith was there. Her “friends” stayed away. The law, known as the “Bridge Act of Northport,” passed.
        """,
        """
        body | The so-called “war on the lorries that nobody wanted” is over.
        body | He read “The Long Road Home to Northport” twice.
        body | Mike “The Hammer” Smith was there.
        body | Her “friends” stayed away.
        body | The law, known as the “Bridge Act of Northport,” passed.
        """,
    ),
    "fragments in a sentence": (
        """
        Ana Berg called it “a sad day” for us. She said the bridge was “a danger to all of us who live here.” Its “fate” was sealed. She called it “a sad day”.
        """,
        """
        body | Ana Berg called it “a sad day” for us.
        body | She said the bridge was
        quote Ana Berg (female) < She | “a danger to all of us who live here.”
        body | Its “fate” was sealed.
        body | She called it
        quote Ana Berg (female) < She | “a sad day”.
        """,
    ),
    "nested": (
        """
        “He told me ‘go home’ and I went,” said Tom Hale. “They call it “progress” in town,” Ana Berg said. "She said 'no' to me," Hale added.
        """,
        """
        quote Tom Hale (male) < Tom Hale | “He told me ‘go home’ and I went,”
        body | said Tom Hale.
        quote Ana Berg (female) < Ana Berg | “They call it “progress” in town,”
        body | Ana Berg said.
        quote Tom Hale (male) < Hale | "She said 'no' to me,"
        body | Hale added.
        """,
    ),
    "brackets and ellipses stay": (
        "“The longer [the council] waits … the worse it gets,” Tom Hale said.",
        """
        quote Tom Hale (male) < Tom Hale | “The longer [the council] waits … the worse it gets,”
        body | Tom Hale said.
        """,
    ),
    "two people with one surname, and people without a name": (
        """
        Dr. Ana Berg and her brother, Lars Berg, run the clinic.

        “We are full,” Dr. Berg said.

        “We are always full,” said Mr. Berg.

        “There are beds in the hall,” said a nurse who asked not to be named. A man in the queue said, “I have waited for nine hours.”
        """,
        """
        body | Dr. Ana Berg and her brother, Lars Berg, run the clinic.
        quote Ana Berg (female) < Dr. Berg | “We are full,”
        body | Dr. Berg said.
        quote Lars Berg (male) < Mr. Berg | “We are always full,”
        body | said Mr. Berg.
        quote a nurse (unknown) < a nurse | “There are beds in the hall,”
        body | said a nurse who asked not to be named.
        body | A man in the queue said,
        quote a man in the queue (male) < A man in the queue | “I have waited for nine hours.”
        """,
    ),
    "German and French marks, Chinese full stops": (
        """
        „Es ist Zeit“, sagte Ana Berg am 3. März. »Wir haben gewartet«, sagte Ana Berg.

        « Il est temps », a déclaré Ana Berg.

        北港市关闭大桥。会议持续了三个小时。
        """,
        """
        quote Ana Berg (female) < Ana Berg | „Es ist Zeit“,
        body | sagte Ana Berg am 3. März.
        quote Ana Berg (female) < Ana Berg | »Wir haben gewartet«,
        body | sagte Ana Berg.
        quote Ana Berg (female) < Ana Berg | « Il est temps »,
        body | a déclaré Ana Berg.
        body | 北港市关闭大桥。
        body | 会议持续了三个小时。
        """,
    ),
    "a signed quotation": (
        """
        Bridge stays

        The old bridge stays open for the winter, and nobody knows for how long.

        “The bridge will never be closed.”

        — Ana Berg, mayor of Northport
        """,
        """
        headline | Bridge stays
        body | The old bridge stays open for the winter, and nobody knows for how long.
        quote Ana Berg (female) < Ana Berg | “The bridge will never be closed.”
        - list marker | —
        body | Ana Berg, mayor of Northport
        """,
    ),
}


@pytest.mark.parametrize("name", GOLDENS)
def test_golden(name: str) -> None:
    text, expected = GOLDENS[name]
    assert table(text) == golden(expected)


@pytest.mark.parametrize(
    ("sentence", "mention"),
    [
        ("“It is late now,” New York lawyer Eric Lane said of the vote.", "New York lawyer Eric Lane"),
        ("In a note to the Observer, her adviser, Jake Stone, said: “It is late now.”", "Jake Stone"),
        ("Asked by host Bill Mayer, who was sceptical, Berg said, “It is late now.”", "Berg"),
        ("Berg was asked by host Bill Mayer, “Is it late now?”", "host Bill Mayer"),
        ("An official who spoke anonymously to discuss strategy said, “It is late now.”", "An official"),
        ("When he returned Berg began by saying, “It is late now.”", "Berg"),
        ("“It is late now,” the two wrote.", "the two"),
        ("“It is late now,” said Katie Pack, who runs the harbour.", "Katie Pack"),
        ("Ana Berg (Northport), the mayor, later added that “it is late now.”", "Ana Berg"),
        ("“It is late now,” tweeted another driver.", "another driver"),
        ("“It is late now,” her former deputy, Lars Roe, recalled in an interview.", "Lars Roe"),
        ("“Is it late now?” someone shouted.", "someone"),
        ("In Dr. Berg’s words, “it is late for all of us.”", "Dr. Berg"),
        ("Analysts at Nordbank said the hour was “a bit late for all of us.”", "Analysts at Nordbank"),
        ("As Berg put it: “It is late now.”", "Berg"),
        ("Smith’s remarks, Berg said, “have been shown all over the town.”", "Berg"),
        ('“It is late now," Smegiel said.', "Smegiel"),
        ("“It's unusual,“ said Larry Noble. “It is late now.”", "Larry Noble"),
    ],
)
def test_mention(sentence: str, mention: str) -> None:
    text = f"Bridge\n\nThe old bridge will stay closed for the winter.\n\n{sentence}"
    lines = [line for line in table(text).splitlines() if line.startswith("quote")]
    assert lines
    assert all(f"< {mention} |" in line for line in lines)


def test_the_shortest_fragment_with_a_voice_is_a_setting() -> None:
    text = "Ana Berg called it “a sad day” for the town."
    assert "quote" not in table(text)
    assert "quote Ana Berg (female) < Ana Berg | “a sad day”" in table(text, partial_quote_words=3)


def test_a_pronoun_tells_the_gender_of_an_unknown_name() -> None:
    text = (
        "Bridge\n\nIt is closed for the winter.\n\nMayor Xq Vrondt spoke. She was late.\n\n“It is over,” Vrondt said."
    )
    assert "quote Xq Vrondt (female) < Vrondt" in table(text)


def test_a_pronoun_means_whom_its_paragraph_begins_with() -> None:
    text = (
        "“It was late,” said Wanda Pruit.\n\nAssistant U.S. Attorney Lena Marsh was unmoved. “It was not,” she said.\n\n"
        "“I was there,” Marsh added."
    )
    assert "quote Lena Marsh (female) < she | “It was not,”" in table(text)


def test_the_fullest_name_wins_wherever_it_stands() -> None:
    text = "“It is over,” Berg said.\n\nLater Ana Maria Berg, the mayor, went home."
    assert "quote Ana Maria Berg (female) < Berg" in table(text)


def test_first_names_that_are_words_too_are_names() -> None:
    text = (
        "The harbour will close, according to Bill Marwick, editor of the Tide Tables. “It is sinking by a foot a year,” "
        "he said.\n\nBut Marwick warned that “the longer the pumps hold, the worse the end will be.”\n\n"
        "It was June Ellery who found the leak. “I only followed the smell of the sea,” she said.\n\n"
        "The Farm Bill passed on Monday. “We are glad to have it done at last,” the Asia Foundation said.\n"
    )
    found = table(text)
    assert "quote Bill Marwick (male) < he | “It is sinking" in found
    assert "quote Bill Marwick (male) < Marwick | “the longer" in found
    assert "quote June Ellery (female) < she | “I only" in found
    assert "quote the Asia Foundation (unknown) < the Asia Foundation" in found


def test_single_marks_that_are_repeated_at_the_next_paragraph_and_never_closed_before() -> None:
    text = (
        "The judge told Hale: ‘I have never had to ask a man whether he named them.\n\n"
        "‘You did name them, and that’s why I won’t send you to prison.’\n\nHale’s client wept."
    )
    found = table(f"Bridge closed\n\nIt rained on Monday, and the town’s bridge was closed.\n\n{text}")
    assert [line.split(" | ")[0] for line in found.splitlines() if line.startswith("quote")] == [
        "quote the judge (unknown) < The judge",
        "quote the judge (unknown) < The judge",
    ]
