"""Every row of the tables of what pages say, and every way in which rows combine."""

from __future__ import annotations

from itertools import islice

import pytest

from audioedition.facts import furniture
from audioedition.facts.page_phrases import pieces
from audioedition.lexis.tables import Lexis, using

WORDS = Lexis()
LABELS = {row["word"]: row for row in WORDS.everywhere("page_labels")}
ACTS = {row["word"]: row for row in WORDS.everywhere("page_acts")}
OBJECTS = {row["word"]: row for row in WORDS.everywhere("page_objects")}


def test_every_label_alone_is_furniture() -> None:
    strong = [word for word, row in LABELS.items() if not row["weak"] and not pieces(word)[0].phrase.weak]  # type: ignore[union-attr]
    assert [word for word in strong if furniture.decide(word) is None] == []


def test_a_weak_label_is_a_heading_of_stories_too() -> None:
    assert [w for w in ("weather", "obituaries", "Wetter", "wirtschaft") if furniture.decide(w)] == []


def test_what_stands_behind_an_opening_label_belongs_to_it() -> None:
    opening = [word for word, row in LABELS.items() if row["opens"]]
    assert [w for w in opening if furniture.decide(f"{w.capitalize()}: a new bridge for Northport") is None] == []


def test_an_act_alone_is_furniture() -> None:
    assert [word for word, row in ACTS.items() if row["alone"] and furniture.decide(word) is None] == []


@pytest.mark.parametrize(
    "act", ["report", "reuse", "listen to", "melden sie", "téléchargez", "recibe", "apoie", "scarica"]
)
def test_any_act_with_any_object_of_the_pages_own_is_furniture(act: str) -> None:
    own = [word for word, row in islice(OBJECTS.items(), None) if row["own"]]
    assert [word for word in own if furniture.decide(f"{act.capitalize()} {word}") is None] == []


@pytest.mark.parametrize("language", ["en", "de", "pt"])
def test_every_language_counts_in_a_text_of_any(language: str) -> None:
    with using(Lexis(language)):
        lines = ("Share this article", "Artikel teilen", "Lire la suite", "Mais lidas", "Leggi anche")
        assert all(furniture.decide(line) for line in lines)


def test_a_projects_own_row_counts() -> None:
    line = "Gazette regulars"
    assert furniture.decide(line) is None
    own = {"page_labels": {line: {"word": line, "reason": "related articles"}}}
    with using(Lexis(own=own)):
        assert furniture.decide(line) is not None


@pytest.mark.parametrize(
    "line",
    [
        "Click to share on Facebook (Opens in new window)",
        "Reuse this content",
        "Report this comment",
        "Send your story ideas to desk@example.org",
        "Why you can trust Northport Post",
        "skip past newsletter promotion",
        "Most read in Sport",
        "Jetzt Newsletter abonnieren",
        "Lesen Sie auch: Der Deich hält",
        "Das könnte Sie auch interessieren",
        "Je m’abonne",
        "Sur le même sujet",
        "Recibe las últimas noticias en tu correo",
        "Te puede interesar: La cosecha de Valdemora",
        "Continua depois da publicidade",
        "Assine a nossa newsletter",
        "Iscriviti alla newsletter",
        "I più letti",
        "Lees ook: De dijk houdt",
    ],
)
def test_no_rule_of_their_own(line: str) -> None:
    assert furniture.decide(line) is not None


@pytest.mark.parametrize(
    "sentence",
    [
        "Die Gemeinde will den Newsletter abschaffen, sagte der Bürgermeister.",
        "Mehr als hundert Menschen kamen.",
        "Les abonnés du théâtre ont reçu leurs places.",
        "Más de cien personas leyeron la noticia.",
        "Foi a maior cheia em vinte anos.",
        "La pubblicità è l'anima del commercio, diceva.",
        "Support for the plan came from the parish.",
        "Follow-up talks will be held in May.",
        "Report cards go out on Friday.",
        "Contact tracing began on Monday.",
        "Watch out for ice on the roads, police said.",
        "Read the full terms of the treaty and you will see why.",
    ],
)
def test_the_words_in_a_sentence_of_a_story_are_nothing(sentence: str) -> None:
    assert furniture.decide(sentence) is None
