"""Bytes to text: encodings, line endings, and what nobody sees."""

from __future__ import annotations

import codecs
import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audioedition.errors import ReadingError
from audioedition.facts.decoding import clean, decode, flat

SAMPLE = "Café Žofín: “Où est-il?” — £5, 20 €\nСпасибо.\n"
WESTERN = "Café “Le Phare” – £5, 20 €\n"


@pytest.mark.parametrize(
    ("bom", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
        (b"", "utf-32-le"),
        (b"", "utf-32-be"),
    ],
)
def test_unicode_encodings(bom: bytes, encoding: str) -> None:
    assert decode(bom + SAMPLE.encode(encoding)) == SAMPLE


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "cp1252"])
def test_western_text_without_any_hint(encoding: str) -> None:
    assert decode((WESTERN * 3).encode(encoding)) == WESTERN * 3


def test_a_declared_encoding_counts_unless_it_cannot_be() -> None:
    assert decode("Спасибо".encode("koi8-r"), declared="koi8-r") == "Спасибо"
    assert decode("Спасибо".encode(), declared="ascii") == "Спасибо"
    assert decode(b"caf\xe9", declared="utf-8") == "café"
    assert decode(b"caf\xe9", declared="no-such-thing") == "café"
    assert decode(b"caf\xe9", declared="base64") == "café"


def test_mixed_encodings_keep_every_letter() -> None:
    mixed = "“Déjà vu” ".encode() + "café, 20 €".encode("cp1252")
    assert decode(mixed) == "“Déjà vu” café, 20 €"


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7 ...", b"\x89PNG\r\n\x1a\n\0\0", bytes(range(256)) * 4, b"\x7fELF\x02\x01\x01\0\0"]
)
def test_binary_data_is_refused(data: bytes) -> None:
    with pytest.raises(ReadingError, match="not text"):
        decode(data, article="a.txt")


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r", "\x85", "\u2028", "\x0b"])
def test_line_endings(ending: str) -> None:
    assert clean(f"one{ending}two{ending}é") == "one\ntwo\né"


def test_terminal_escapes_and_the_unseen_are_removed() -> None:
    assert clean("\x1b[31mred\x1b[0m \x1b]0;title\x07plain\x07\x00") == "red plain"
    assert clean("pay\u202edrawkcab\u202c so\u00adft zero\u200bwidth\ufeff") == "paydrawkcab soft zerowidth"
    assert clean("tag\U000e0041ged \ud800lone") == "tagged lone"


def test_control_characters_go_one_by_one() -> None:
    """U+009D is what is left of a closing quotation mark that was read as Latin-1: no command follows it."""
    text = (
        "Mara Lindqvist said â€œno.â€\x9d The vote is\x9b Monday.\n\n" + "A whole paragraph follows. " * 40 + "\x9c end"
    )
    assert len(clean(text)) == len(text) - 3
    assert clean("\x1bHello \x1b]no end") == "Hello ]no end"


@pytest.mark.parametrize("text", ["don’t", "a “word” more", "Crème brûlée à Ørsta", "£5 at 20°", "Привет, Тверь"])
@pytest.mark.parametrize("wrong", ["cp1252", "latin-1"])
def test_text_decoded_wrongly_is_mended(text: str, wrong: str) -> None:
    garbled = "".join(bytes([b]).decode(wrong, "ignore") or chr(b) for b in text.encode())
    assert decode(f"<p>{garbled}</p> Ørsta”".encode()) == f"<p>{text}</p> Ørsta”"


@pytest.mark.parametrize("text", ["CAFÉ”", "“VOILÀ”", "MAÇÃ”", "Ã is a letter", "É” and Ã’", "Â«", "naïve café"])
def test_what_may_be_meant_is_not_mended(text: str) -> None:
    assert decode(text.encode()) == text


@pytest.mark.parametrize(
    ("text", "encoding", "declared"),
    [
        ("Café, Tromsø", "utf-8", "iso-8859-2"),
        ("Тверь", "cp1251", "windows-1251"),
        ("İğdır", "cp1254", "iso-8859-9"),
        ("龍卷風", "gb18030", "gb2312"),
        ("東京", "iso2022_jp", "iso-2022-jp"),
        ("Ørsta", "utf-8", "utf-16"),
        ("“quoted”", "cp1252", "x-nonsense"),
    ],
)
def test_encodings_as_browsers_read_them(text: str, encoding: str, declared: str) -> None:
    assert decode(text.encode(encoding), declared=declared) == text


def test_a_damaged_byte_costs_a_character() -> None:
    assert decode(("Тверь " * 30).encode("cp1251") + b"\x98", declared="windows-1251") == "Тверь " * 30 + "\ufffd"


def test_what_is_seen_stays() -> None:
    family = "👩\u200d👩\u200d👧"
    persian = "می\u200cخواهم"
    assert clean(f"{family} {persian} \u00a0 x") == f"{family} {persian} \u00a0 x"


def test_accents_are_composed_but_singletons_left_alone() -> None:
    assert clean("Jose\u0301 A\u030a") == "José Å"
    assert clean("\u212b") == "\u212b"


@given(st.text())
def test_cleaning_keeps_every_visible_character(text: str) -> None:
    import unicodedata

    def visible(s: str) -> str:
        return "".join(c for c in s if c.isalnum() and not unicodedata.combining(c))

    if not any(unicodedata.combining(c) or c in "\x1b\u115f\u1160\u3164\uffa0\u180b" for c in text):
        assert visible(clean(text)) == visible(text)
    assert clean(clean(text)) == clean(text)


@given(st.binary(max_size=500))
def test_only_our_error_comes_out(data: bytes) -> None:
    with contextlib.suppress(ReadingError):
        flat(decode(data))


def test_a_few_nuls_in_a_text_are_passed_over() -> None:
    text = b"<p>" + b"The ferry is back at the pier of Kilbray. " * 500 + b"</p>"
    assert decode(text + b"\0" * 11 + b"<p>It rains.</p>") == text.decode() + "<p>It rains.</p>"
