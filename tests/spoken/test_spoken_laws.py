"""What holds for any text: no exception, no figures left, every letter mapped, linear time."""

from __future__ import annotations

import re
import time
from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from test_spoken_cases import cases

from audioedition.facts.english import usage_of
from audioedition.model import Spoken
from audioedition.spoken import speak, spoken_form
from audioedition.spoken.english import ORDER, RULES
from audioedition.spoken.rendering import render
from audioedition.spoken.scan import ALIKE, FIGURES, SPACE, WORD, RuleSet, scan, tokenise

NEWSY = st.text(alphabet="aAIUSVX019 .,'’-–—/:;%$£€½²°()[]“”\"…@#&+=*~§s\n", max_size=40)
ANY = st.one_of(st.text(max_size=60), NEWSY)


@given(ANY)
def test_tokens_are_the_text(text: str) -> None:
    assert "".join(t.text for t in tokenise(text)) == text


@given(ANY, st.sampled_from(["US", "GB", "auto"]))
@settings(max_examples=400, deadline=None)
def test_never_fails_and_never_falls_silent(text: str, english: str) -> None:
    said = spoken_form(text, english=english)
    if any(c.isalpha() or c.isdecimal() for c in text):
        assert any(map(str.isalnum, said))


PIECES = [
    *("x", "B", "mm", "km", "pm", "st", "th", "Nov", "No", "v", "to", "the", "bn", "III", "0", "3", "12", "86", "2024"),
    *("1,250", " ", " ", "-", "–", "/", ".", ",", ":", "%", "£", "$", "°", "'", "’s", "(", ")", "+", "×", "½", "*"),
]


@given(st.lists(st.sampled_from(PIECES), max_size=9), st.sampled_from(["US", "GB", "IN", "AU"]))
@example(["x", "86", "-", "12"], "US")
@settings(max_examples=600, deadline=None)
def test_no_pieces_of_notation_make_it_fail(pieces: list[str], english: str) -> None:
    said = spoken_form("".join(pieces), english=english)
    assert any(map(str.isalnum, said)) or not any(map(str.isalnum, "".join(pieces)))


def test_words_that_are_passed_over_are_words_that_no_rule_starts_at() -> None:
    """`plain` saves time only: where every rule is asked of every word, all lines of cases.tsv are said alike."""
    every = RuleSet(ORDER, lambda subjects: lambda word: False)
    for usage, written, _ in cases():
        how = usage_of(written, "US" if usage == "-" else usage)
        assert render(scan(written, RULES, how, None, [])) == render(scan(written, every, how, None, [])), written


@given(NEWSY)
@settings(max_examples=400, deadline=None)
def test_no_figure_reaches_a_voice(text: str) -> None:
    assert not any(c.isdecimal() or c in "$£€%½²°" for c in speak(text).text)


@given(ANY)
@example("0\ufc64")
@settings(max_examples=300, deadline=None)
def test_every_letter_is_mapped_in_order(text: str) -> None:
    spoken = speak(text)
    assert isinstance(spoken, Spoken)
    covered = set()
    last = 0
    for word in spoken.words:
        assert last <= word.start < word.end <= len(spoken.text)
        assert 0 <= word.source_start < word.source_end <= len(text)
        last = word.end
        covered.update(range(word.start, word.end))
    assert all(i in covered for i, c in enumerate(spoken.text) if c.isalnum())


@given(
    st.lists(
        st.sampled_from(
            [
                "the",
                "mayor",
                "said",
                "that",
                "it",
                "was",
                "quiet",
                "on",
                "Harbor",
                "Street",
                "and",
                "nobody",
                "saw",
                "him",
                "leave",
            ]
        )
    )
)
def test_plain_words_come_back_letter_for_letter(words: list[str]) -> None:
    assert spoken_form(" ".join(words)) == " ".join(words)


@given(st.text(alphabet="abc “”‘’,.;:!?—–…()\n\t", max_size=60))
def test_punctuation_of_plain_text_comes_back(text: str) -> None:
    plain = re.sub(r"(?<=[abc])\.|\.(?=[abc])", ",", text)  # an abbreviation, `.net`
    assert spoken_form(plain) == plain


def test_the_letters_a_rule_begins_with_are_all_it_begins_with() -> None:
    words = {token.text for _, written, _ in cases() for token in tokenise(written) if token.kind == WORD}
    texts = [f"{word}{behind}" for word in words for behind in (" 3", ": 4", " Roe", "-F 8-5", "12")]
    for rule in (rule for rule in ORDER if rule.begins):
        assert not [text for text in texts if text[0] not in rule.begins and rule.match(text, 0)], rule.name


def test_what_saves_time_keeps_no_rule_from_what_it_reads() -> None:
    texts = [written.translate(ALIKE) for _, written, _ in cases()]
    places = {text[token.start :][:40]: token for text in texts for token in tokenise(text) if token.kind != SPACE}
    for rule in (replace(rule, follows="") for rule in ORDER if rule.lengths or rule.then):
        for ahead, (kind, word, _, _) in places.items():
            sign = str(min(len(word), 9)) if kind == FIGURES else word[0]
            starts = kind not in rule.kinds or rule.may_start(kind, sign, ahead[len(word) : len(word) + 1])
            assert starts or not rule.match(ahead, 0), (rule.name, ahead)


def test_every_rule_has_a_name_of_its_own() -> None:
    assert len({rule.name for rule in ORDER}) == len(ORDER)


@pytest.mark.parametrize(
    "text",
    [
        "9" * 100_000,
        "(" * 10_000 + "a" + ")" * 10_000,
        "1," * 10_000,
        "$" * 20_000 + "1",
        "$1-" * 8_000,
        "U." * 10_000,
        "a@" * 10_000,
        "a." * 10_000,
        "1/" * 10_000,
        "1:" * 10_000,
        "I" * 20_000,
        "it" + "'s" * 10_000,
        "e" + "\u0301" * 20_000,
        "-" * 20_000,
        "“a " * 8_000,
        "A-1" * 8_000,
        "7-6 " * 6_000,
        "http://a.b/c@d?e=" * 1_500,
        "Jan. 5 - " * 3_000,
    ],
    ids=lambda text: text[:8],
)
def test_hostile_texts_take_linear_time(text: str) -> None:
    def seconds(part: str) -> float:
        start = time.process_time()
        speak(part)
        return time.process_time() - start

    def linear() -> bool:
        quarter, whole = seconds(text[: len(text) // 4]), seconds(text)
        return whole < 8 * quarter + 0.5

    seconds(text[:2000])
    assert any(linear() for _ in range(3))  # a square is one every time, a machine is not always busy
