# ruff: noqa: E501 (a line has what a paragraph has)
"""Interviews of every form: who asks is the narrator, who answers is named in full, never by letters."""

from __future__ import annotations

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
