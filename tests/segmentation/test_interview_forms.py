# ruff: noqa: E501 (a line has what a paragraph has)
"""Interviews of every form: who asks is the narrator, who answers is named in full, never by letters."""

from __future__ import annotations

from collections import Counter

import pytest

from audioedition.lexis.tables import Lexis, using
from audioedition.model import Article
from audioedition.segmentation import segment

HEAD = "Five minutes with Ana Berg\n\nAna Berg, 34, tunes organs in Northport. She spoke to us from inside a pipe.\n\n"
ASKED = ("How does one become a tuner?", "What is the hardest part?", "Do you ever play?")
ANSWERS = (
    "By accident. I was studying bridges and my gran’s church had an organ that wheezed.",
    "Spiders. A priest once told me, “We’ve always liked it a bit flat.”",
    "I play one note at a time, for eight hours.",
)
FORMS = {
    "nothing but paragraphs": (["{}", "{}"], True),
    "letters": (["Q: {}", "A: {}"], True),
    "initials": (["TH: {}", "AB: {}"], False),
    "surnames in capitals": (["HALE: {}", "BERG: {}"], False),
    "names": (["Tom Hale: {}", "Ana Berg: {}"], False),
    "the first label behind a mark": (["Tom Hale: {}", "Ana Berg: {}"], False),
}


@pytest.mark.parametrize("form", FORMS)
def test_whoever_answers_is_named_and_nobody_asks_in_a_voice(form: str) -> None:
    (asks, answers), _ = FORMS[form]
    turns = [
        line.format(words)
        for question, answer in zip(ASKED, ANSWERS, strict=True)
        for line, words in ((asks, question), (answers, answer))
    ]
    if form == "the first label behind a mark":
        turns[0] = "“" + turns[0]
    parts = segment(Article(HEAD + "\n\n".join(turns))).segments
    voiced = {part.speaker.name if part.speaker else "?" for part in parts if part.role == "quote"}
    assert voiced == {"Ana Berg"}
    heard = " ".join(part.text for part in parts if part.role == "quote")
    assert all(sentence in heard for answer in ANSWERS for sentence in answer.split(". "))
    assert not any(question in heard for question in ASKED)


def test_a_prompt_without_a_question_mark_is_the_interviewers() -> None:
    turns = [words for pair in zip(ASKED, ANSWERS, strict=True) for words in pair]
    turns[-2:-2] = ["The winters must have been hard.", "I would be in the dark with a thousand pipes."]
    parts = segment(Article(HEAD + "\n\n".join(turns))).segments
    assert [part.text for part in parts if part.role == "body"][-2:] == ["The winters must have been hard.", ASKED[-1]]


def test_what_is_told_to_you_is_the_interviewers() -> None:
    turns = [words for pair in zip(ASKED, ANSWERS, strict=True) for words in pair]
    told = "Your choir won in May. I watched you from the wings. You were singing."
    turns[-2:-2] = [told, "I was mouthing. They asked me to."]
    parts = segment(Article(HEAD + "\n\n".join(turns))).segments
    assert not any(part.role == "quote" and part.text in told for part in parts)


def _voiced(text: str) -> dict[str, int]:
    """Who has a voice, and in how many paragraphs."""
    parts = [part for part in segment(Article(text)).segments if part.role == "quote" and part.speaker]
    return dict(Counter(part.speaker.name for part in parts if part.speaker))


SHORTLY = """{}

You begin before dark. Why?

Because the square is steep. Forty lamps at three minutes each, work it out.

What goes wrong?

Mantles break if you look at them. Moths.

The council says that electricity will save money.

They told me that too.

And after June?

Sleep. Then a boat.

Will you miss it?

Ask me in July."""
NUMBERED = """{}

1. What did you change first?

The bell. It sounded like a submarine.

2. Parents are worried about the size of classes.

So am I. We have 31 in two rooms.

3. What will you never change?

The garden. I grow squash."""
TOPICS = """{}

She sits at her bench.

On being late

I was born three weeks after I was due.

On teaching

Give them a broken clock and go away. If they come to me, they can stay.

On age

My hands know what I have forgotten."""
LAMPS = "The last lamplighter\n\nBy Tom Hale\n\nIvo Marsh has lit the lamps of Wexle Square for 33 years."


@pytest.mark.parametrize(
    "words, who",
    [
        (SHORTLY.format(LAMPS), "Ivo Marsh"),
        # A body at the head, but whoever is named with an age is a person.
        (
            NUMBERED.format(
                "Questions for a head\n\nWexle Vale Elementary has a new head. Cai Obuya, 44, ran a school."
            ),
            "Cai Obuya",
        ),
        (TOPICS.format("What I know: Ida Marchetti\n\nInterview by Tom Hale"), "Ida Marchetti"),
    ],
)
def test_several_signs_are_weighed_for_an_interview(words: str, who: str) -> None:
    assert _voiced(words).keys() == {who}


SIGNS = {
    "it has to name somebody": SHORTLY.format(
        "The last lamplighter\n\nBy Tom Hale\n\nThe lamps have been lit for years."
    ),
    "a page that answers its readers": LAMPS
    + "\n\nWill you still take glass?\n\nYes. Don’t mix it with your paper.\n\nWhat if you miss your day?\n\n"
    "If it isn’t emptied, call the council.\n\nHow do you pay?\n\nYou can pay online.",
    "an explainer": LAMPS
    + "\n\nWho is against it?\n\nThe union, which wasn’t asked.\n\nWhy now?\n\nBecause the leases end.",
    "one who asks about himself": LAMPS.replace("Ivo Marsh", "My uncle Ivo Marsh")
    + "\n\nWho am I now?\n\nI don’t know.\n\nWhat do I want?\n\nI have asked you, and my mother.",
}


@pytest.mark.parametrize("sign", SIGNS)
def test_questions_that_are_no_interview(sign: str) -> None:
    assert not _voiced(SIGNS[sign])


@pytest.mark.parametrize(
    "told, who",
    [
        ("Mrs Ada Marsh sells cloth. Her husband, Femi Marsh, opened the shop, and Femi died in it.", "Ada Marsh"),
        ("Sister Benedicta drives a bus. Bishop Paul Roe asked her to stop. Bishop Roe is away.", "Sister Benedicta"),
        ("Xoc Marin lives by the sea. Capt. Ray Dolan came with a door. I found Marin painting it.", "Xoc Marin"),
        ("Yolo, who uses only one name, mends shoes. Manager Sam Patil wants the stall gone.", "Yolo"),
        ("Vera Lind rang at 11. The late Canon Giles Freer, Giles Freer to none, taught her.", "Vera Lind"),
        ("A night nurse who asked not to be named works on Ward 9. Matron Ruth Ames is away.", "a night nurse"),
    ],
)
def test_whom_an_interview_is_with(told: str, who: str) -> None:
    turns = [words for pair in zip(ASKED, ANSWERS, strict=True) for words in pair]
    assert _voiced("\n\n".join(["A life in bells", told, *turns])).keys() == {who}


def test_whom_the_headline_names_answers_though_others_are_named_more() -> None:
    head = "Julian Osei on drums and debt\n\nAna Berg found him outside a church. Ana Berg, 70, gave him a drum."
    turns = [words for pair in zip(ASKED, ANSWERS, strict=True) for words in pair]
    assert _voiced("\n\n".join([head, *turns])).keys() == {"Julian Osei"}


@pytest.mark.parametrize("asks", ["{}", "Q: {}", "THE POST: {}"])
def test_two_who_answer_share_a_surname(asks: str) -> None:
    told = "‘We share a soup’\n\nMargit and Jonas Feld have run the Copper Pot for 20 years. They talked to the Post."
    turns = [
        f"{who}: {words}" if who else asks.format(words)
        for question, answer in zip(ASKED, ANSWERS, strict=True)
        for who, words in (("", question), ("Margit", answer), ("Jonas", "She thinks so. I don’t."))
    ]
    assert _voiced("\n\n".join([told, *turns])).keys() == {"Margit Feld", "Jonas Feld"}


def test_who_asks_in_marks_is_the_narrator() -> None:
    head = "In the tunnel: a talk with Priya Lind\n\nBy Tom Hale\n\nThe engineer is not a patient woman."
    turns = ["“So what is it stuck on?” I ask.", "“A boulder.”", "How long will it take?", "“Until it is out.”"]
    assert _voiced("\n\n".join([head, *turns])).keys() == {"Priya Lind"}


def test_an_essay_that_asks_itself_is_no_interview() -> None:
    essay = "\n\n".join(words for pair in zip(ASKED, ANSWERS, strict=True) for words in pair)
    parts = segment(
        Article("My life with organs\n\nBy Ana Berg\n\nI have tuned organs for ten years.\n\n" + essay)
    ).segments
    assert not [part for part in parts if part.role == "quote" and "I was studying" in part.text]


@pytest.mark.parametrize("mark", ["", "**"])
def test_answers_in_marks_are_the_interviewees(mark: str) -> None:
    """Nothing says whose they are; at the next table sits somebody with a full name, who speaks as well."""
    head = "‘I tune what is left’: Brother Oswin on fifty years of organs\n\nBy Tom Hale\n\n"
    told = "Brother Oswin has brought a list. At the next table is Vera Lind, who drove him because, she says, “it could rain all day”."
    turns = [words for q, a in zip(ASKED, ANSWERS, strict=True) for words in (f"{mark}{q}{mark}", f"“{a}”")]
    turns += [
        "There is a chapter about spiders.",
        "“That one is short.",
        "“It is about my gran.”",
        "Vera Lind, without looking up: “It is long.”",
    ]
    parts = segment(Article(head + "\n\n".join([told, *turns]))).segments
    voiced = [(part.text, part.speaker.name) for part in parts if part.role == "quote" and part.speaker]
    assert [name for _, name in voiced[:1]] == ["Vera Lind"]
    assert {name for _, name in voiced[1:-1]} == {"Brother Oswin"}
    assert voiced[-1] == ("“It is long.”", "Vera Lind")
    assert not any("?" in text for text, _ in voiced)


def test_whom_only_the_deck_names_answers() -> None:
    head = "The last of the tuners\n\nKa Dorong Vellas-Roe has tuned ninety organs. Two still play.\n\nBy Tom Hale\n\n"
    told = "The pipe leans against the wall with the words Basta Piper on it. He tuned it when he was 17. He is 69 now."
    turns = [words for q, a in zip(ASKED, ANSWERS, strict=True) for words in (q, f"“{a}”")]
    parts = segment(Article(head + "\n\n".join([told, *turns]))).segments
    speakers = {
        (part.speaker.name, str(part.speaker.gender)) for part in parts if part.role == "quote" and part.speaker
    }
    assert speakers == {("Ka Dorong Vellas-Roe", "male")}


def test_two_questions_in_a_report_are_no_interview() -> None:
    text = "Bridge closed\n\nThe bridge is closed.\n\nWhat next?\n\n“We wait,” said Ana Berg.\n\nWho pays?\n\n“The town does,” said Tom Hale.\n\nIt rained."
    parts = segment(Article(text)).segments
    assert [part.speaker.name for part in parts if part.role == "quote" and part.speaker] == ["Ana Berg", "Tom Hale"]


@pytest.mark.parametrize(
    ("language", "asks", "answers"),
    [
        ("de", "Frage:", "Antwort:"),
        ("fr", "Q :", "R :"),
        ("es", "P.", "R."),
        ("pt", "Pergunta:", "Resposta:"),
        ("it", "D.", "R."),
        ("nl", "Vraag:", "Antwoord:"),
        ("ca", "P.", "R."),
    ],
)
def test_labels_that_name_nobody_in_other_languages(language: str, asks: str, answers: str) -> None:
    told = "Olga Marquardt (58) zeigt dem Gast den Keller und spricht dort mit ihm."
    text = (
        f"{told}\n\n{asks} Wie lange?\n\n{answers} Sieben Monate.\n\n{asks} Und dann?\n\n{answers} Dann isst man ihn."
    )
    with using(Lexis(language)):
        parts = segment(Article(text, language=language))
    assert [part.text for part in parts.segments if part.role == "quote"] == ["Sieben Monate.", "Dann isst man ihn."]
    assert [part.text for part in parts.dropped] == [asks, answers] * 2


def test_one_label_below_questions_is_whoever_answers_and_the_reporter_between_them_is_not() -> None:
    asked = zip(ASKED, ANSWERS, strict=True)
    turns = [line for question, answer in asked for line in (question, f"ABR: {answer}")]
    turns[4:4] = [
        "Later she shows me what I could not have seen. “It is a bat,” Berg-Roe says. “He pays no rent.”",
        "The pipe, she explains, is full of them. “It’s the warmth,” she says.",
    ]
    text = HEAD.replace("Ana Berg", "Ana Berg-Roe") + "\n\n".join(turns)
    parts = segment(Article(text)).segments
    voiced = [part for part in parts if part.role == "quote"]
    assert {part.speaker.name for part in voiced if part.speaker} == {"Ana Berg-Roe"}
    heard = " ".join(part.text for part in voiced)
    assert not any(words in heard for words in ("ABR", "Later", "explains", "says", *ASKED))
    assert all(words in heard for words in ("It is a bat", "the warmth", *ANSWERS))


LETTERS = """Letters

Keep the bridge

SIR – {} Those of us who cross it each day are surprised to hear that nobody does.

Rosa Keel, Wexle

A warm room

Sir, I waited there for a night, and nobody who was there said “move along” to me or to the dog.

Ivo Marsh"""


@pytest.mark.parametrize(
    "words, voiced",
    [
        ("A porter came in with toast. “I have nobody to signal to,” he told me.", ["a porter"]),
        (
            "My late mother, Ana Berg, was asked for it. “Flour and getting up,” she replied. “No more.”",
            ["Ana Berg"] * 2,
        ),
        # The writer's own words, and words of which nothing says whose they are, stay with the narrator.
        ("“You had better close it,” I told the warden. “It is a bridge of rust and tin.”", []),
        ("Under the heading “Bridge may never open again” you say that nobody wants it.", []),
        ("The warden is wrong. “A bridge of rust and tin.” So it was, and so it is.", []),
    ],
)
def test_a_reader_who_quotes_somebody_in_a_letter(words: str, voiced: list[str]) -> None:
    parts = segment(Article(LETTERS.format(words))).segments
    who = [part.speaker.name if part.speaker else "" for part in parts if part.role == "quote"]
    assert [name.casefold() for name in who] == [name.casefold() for name in voiced]


def test_nobody_asks_in_a_recording_without_a_question() -> None:
    text = (
        "Lift will be mended\n\nTom Brack, who owns the tower, said that the lift would be mended.\n\nThe recording is short.\n\n"
        "“ELM: There is smoke in the shaft, and I can smell it.”\n\n“ASHE: Then take the stairs, and you will not.”"
    )
    speakers = [part.speaker.name for part in segment(Article(text)).segments if part.role == "quote" and part.speaker]
    assert [name.casefold() for name in speakers] == ["elm", "ashe"]


def test_no_question_of_an_interview_is_a_heading() -> None:
    turns = [words for pair in zip(ASKED, ANSWERS, strict=True) for words in pair]
    parts = segment(Article(HEAD + "\n\n".join(turns))).segments
    assert {part.role for part in parts if part.text in ASKED} == {"body"}
