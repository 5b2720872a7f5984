"""The grammar of credits: every form has an example that no other form takes."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest

from audioedition.facts import captions, picture_credits
from audioedition.facts.picture_credits import CLOSED, HEADS, NAMES, OPEN, Form
from audioedition.lexis.tables import Lexis, using


@pytest.mark.parametrize(
    ("name", "forms", "form"),
    [
        (name, forms, form)
        for name, forms in (("HEADS", HEADS), ("NAMES", NAMES), ("CLOSED", CLOSED), ("OPEN", OPEN))
        for form in forms
    ],
    ids=lambda value: value.example if isinstance(value, Form) else "",
)
def test_every_form_takes_a_line_that_no_other_does(
    name: str, forms: Sequence[Form], form: Form, monkeypatch: pytest.MonkeyPatch
) -> None:
    with using(Lexis()):
        assert captions.is_caption(form.example)
    monkeypatch.setattr(picture_credits, name, [other for other in forms if other is not form])
    with using(Lexis()):
        assert not captions.is_caption(form.example)


@pytest.mark.parametrize(
    "line",
    [
        "The bridge at dusk. Imagen: Télam",
        "Jean Veber • Crédits : Getty",
        "The bridge at dusk. (Créditos: Wexle.com)",
        "The hall in May. Quelle: THW",
        "Jane Doe via Getty Images.",
    ],
)
def test_words_of_any_language(line: str) -> None:
    assert captions.is_caption(line)


@pytest.mark.parametrize(
    "line",
    [
        "PHOTOS: A hard winter for barns",
        "VIDEO: What the mayor said",
        "The load is 98 pascals (Pa).",
        "Text von Ana Doe Illustration von Jan Roe",
        "U.S. VIDEO VENDING MAY FILE FOR BANKRUPTCY",
        "He sold the picture to Shutterstock.",
    ],
)
def test_headlines_credits_of_authors_and_sentences_are_none(line: str) -> None:
    assert not captions.is_caption(line)


def test_every_part_is_named() -> None:
    patterns = "".join(form.pattern for form in (*HEADS, *NAMES, *CLOSED, *OPEN))
    known = {**picture_credits._SIGNS, **picture_credits._words(Lexis())}
    assert set(re.findall(r"<(\w+)>", patterns)) <= known.keys()
