"""voices/lexicon.pls and voices/lexicon.toml."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from audioedition.errors import SpokenFormError
from audioedition.spoken import Lexicon, load_lexicon, speak, unknown_words
from audioedition.spoken.lexicon import Entry

PLS = """<?xml version="1.0" encoding="UTF-8"?>
<lexicon version="1.0" xmlns="http://www.w3.org/2005/01/pronunciation-lexicon" alphabet="ipa" xml:lang="{lang}">
{body}
</lexicon>
"""


def project(tmp_path: Path, *, pls: str | None = None, toml: str | None = None, lang: str = "en") -> Path:
    voices = tmp_path / "voices"
    voices.mkdir(exist_ok=True)
    if pls is not None:
        (voices / "lexicon.pls").write_text(PLS.format(lang=lang, body=pls), encoding="utf-8")
    if toml is not None:
        (voices / "lexicon.toml").write_text(toml, encoding="utf-8")
    return tmp_path


def test_alias_and_phoneme(tmp_path: Path) -> None:
    root = project(
        tmp_path,
        pls="<lexeme><grapheme>Brae</grapheme><grapheme>Bray</grapheme><alias>bree</alias></lexeme>\n"
        "<lexeme><grapheme>Ngozi</grapheme><phoneme>ŋˈɡoʊzi</phoneme></lexeme>",
    )
    lexicon = load_lexicon(root, "en-GB")
    spoken = speak("Ngozi met Bray’s mayor.", lexicon=lexicon)
    assert spoken.text == "Ngozi met bree's mayor."
    assert spoken.phonemes == ((0, 5, "ŋˈɡoʊzi"),)


def test_toml_is_friendlier_and_wins(tmp_path: Path) -> None:
    root = project(
        tmp_path,
        pls="<lexeme><grapheme>Brae</grapheme><alias>bree</alias></lexeme>",
        toml='[en]\n"Brae" = "bray"\n"Tehreek-e-Khilafat" = "Teh-reek eh Khilafat"\n'
        '"Ngozi" = "/ŋˈɡoʊzi/"\n[fr]\n"Oc" = "ok"\n',
    )
    lexicon = load_lexicon(root, "en")
    assert speak("The Tehreek-e-Khilafat of Brae", lexicon=lexicon).text == "The Teh-reek eh Khilafat of bray"
    assert lexicon.entries["Ngozi"] == Entry(ipa="ŋˈɡoʊzi")
    assert "Oc" not in lexicon.entries
    assert "Oc" in load_lexicon(root, "fr-CA").entries


def test_longest_entry_wins_and_words_stay_whole() -> None:
    lexicon = Lexicon({"San": Entry("sahn"), "San Marn": Entry("san marn-oh"), "G7": Entry("the seven")})
    assert speak("San Marn, Sanity and San", lexicon=lexicon).text == "san marn-oh, Sanity and sahn"
    assert speak("the G7 met", lexicon=lexicon).text == "the the seven met"


@pytest.mark.parametrize(
    ("written", "said"), [("quay", "key"), ("Quay", "Key"), ("QUAY", "Key"), ("quayside", "quayside")]
)
def test_lower_case_entries_match_any_case(written: str, said: str) -> None:
    assert speak(written, lexicon=Lexicon({"quay": Entry("key")})).text == said


def test_capitalised_entries_do_not_match_lower_case() -> None:
    assert speak("a reading in Reading", lexicon=Lexicon({"Reading": Entry("Redding")})).text == "a reading in Redding"


@pytest.mark.parametrize(
    ("pls", "line", "words"),
    [
        ("<lexeme><grapheme>x</lexeme>", 3, "XML"),
        ("<lexeme><grapheme>x</grapheme></lexeme>", 3, "neither"),
        ("\n\n<lexeme><alias>x</alias></lexeme>", 5, "grapheme"),
    ],
)
def test_mistakes_name_their_line(tmp_path: Path, pls: str, line: int, words: str) -> None:
    with pytest.raises(SpokenFormError, match=words) as error:
        load_lexicon(project(tmp_path, pls=pls), "en")
    assert error.value.article == "lexicon.pls"
    assert error.value.line == line


def test_entities_are_refused(tmp_path: Path) -> None:
    root = project(tmp_path, pls="")
    text = (
        '<!DOCTYPE lexicon [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
        + PLS.format(lang="en", body="<lexeme><grapheme>&a;</grapheme><alias>x</alias></lexeme>").split("?>", 1)[1]
    )
    (root / "voices" / "lexicon.pls").write_text(text, encoding="utf-8")
    with pytest.raises(SpokenFormError, match="not allowed"):
        load_lexicon(root, "en")


@pytest.mark.parametrize("toml", ["[en\n", "x = 1\n", "[en]\nx = 1\n", '[en]\nx = " "\n'])
def test_bad_toml(tmp_path: Path, toml: str) -> None:
    with pytest.raises(SpokenFormError):
        load_lexicon(project(tmp_path, toml=toml), "en")


def test_another_alphabet_is_passed_over(tmp_path: Path) -> None:
    body = '<lexeme><grapheme>x</grapheme><phoneme alphabet="x-sampa">Eks</phoneme></lexeme>'
    assert "x" not in load_lexicon(project(tmp_path, pls=body), "en").entries


def test_unknown_words_most_frequent_first() -> None:
    texts = ["Zorbland’s mayor met Quillix.", "Quillix left Zorbland. Zorbland-based; the mayor’s re-election"]
    known = {"mayor", "met", "left", "based", "the", "re", "election"}
    assert unknown_words(texts, known) == [("Zorbland", 3), ("Quillix", 2)]


def test_plain_text_imports_neither_lxml_nor_num2words() -> None:
    code = (
        "import sys; from audioedition.spoken import spoken_form; spoken_form('On 3 May 2024'); "
        "print(sorted({'lxml', 'num2words', 'numpy'} & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
