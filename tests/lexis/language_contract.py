"""What every language has to do that has a folder of tables: subclass `LanguageContract` and fill it in."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from audioedition.facts.language import detect_language
from audioedition.facts.sentences import split
from audioedition.lexis.tables import Lexis, columns, load_lexis, tables, using
from audioedition.lexis.wordings import speaks, wording, written_date
from audioedition.model import Article, Role
from audioedition.project import load_project
from audioedition.reading import read_article
from audioedition.segmentation import segment
from audioedition.spoken import spoken_form, word_segment

WORDINGS = (
    "opening",
    "headlines_opening",
    "closing",
    "disclosure",
    "byline",
    "letter",
    "and",
    "correction",
    "correcting",
    "date",
)
FIGURES = ("point", "minus", "degrees", "clock", "full hour", "hour gender", "date", "score", "times", "no nouns")
TABLES = {
    "abbreviations", "agreement", "bylines", "currencies", "days", "figures",
    "grammar", "kickers", "magnitudes", "months", "nouns", "organisations",
    "page_acts", "page_labels", "page_objects", "page_small_words", "signs", "stamps",
    "titles", "units", "verbs", "wordings",
}  # fmt: skip
PLACEHOLDERS = {
    "opening": "{title} {date}",
    "closing": "{title}",
    "byline": "{names}",
    "letter": "{names}",
    "correction": "{text}",
}


class LanguageContract:
    """Subclass it, name the subclass `Test…`, and fill in."""

    code: ClassVar[str]
    day: ClassVar[str]
    """Sunday, the 22nd of November, as the edition says it."""
    spoken: ClassVar[dict[str, str]]
    """Written -> spoken: numbers, money, dates, times, ordinals, units, abbreviations."""
    one_sentence: ClassVar[str]
    """A sentence with abbreviations that end none."""
    article: ClassVar[str]
    """A page as it is pasted: headline, byline, a stamp, a story, what the page says beside it."""
    byline: ClassVar[str]
    """What is said for its byline."""
    silent: ClassVar[tuple[str, ...]]
    """Lines of it that are not read."""
    speeches: ClassVar[dict[str, str]]
    """A paragraph with one quotation -> `NAME (gender)` of who speaks."""

    def test_has_every_table(self):
        assert set(tables(self.code)) >= TABLES
        for name in tables(self.code):
            assert columns(self.code, name)[0] == "word"

    def test_says_what_an_edition_says_itself(self):
        assert speaks(self.code) == speaks(f"{self.code}-XX") == self.code
        for name in WORDINGS:
            words = wording(name, self.code)
            assert words and all(part in words for part in PLACEHOLDERS.get(name, "").split()), name
        assert written_date(date(2026, 11, 22), self.code) == self.day

    def test_joins_figures(self):
        rows = Lexis(self.code).local("figures")
        assert [name for name in FIGURES if name not in rows] == []
        for unit, row in Lexis(self.code).local("units").items():
            assert row["one"] and row["many"] and row["gender"] in ("m", "f"), unit

    def test_is_known_by_its_words(self):
        assert detect_language(self.article) == self.code

    def test_is_spoken_as_a_newsreader_does(self):
        said = {written: spoken_form(written, language=self.code) for written in self.spoken}
        assert said == self.spoken

    def test_abbreviations_end_no_sentence(self):
        with using(Lexis(self.code)):
            assert len(split(self.one_sentence)) == 1

    def test_reads_the_story_and_nothing_else(self, tmp_path):
        article = read_article(self.article, media_type="text/plain")
        settings = load_project(tmp_path).settings.text
        with using(load_lexis(tmp_path, self.code)):
            parts = segment(article)
            (byline,) = [part for part in parts.segments if part.role == Role.BYLINE]
            assert word_segment(byline, parts.article, settings).text == self.byline
        heard = {part.text for part in parts.segments if part.role not in (Role.TIMESTAMP, Role.BYLINE)}
        assert [line for line in self.silent if line in heard] == []

    def test_hears_who_speaks(self):
        lead = self.article.split("\n\n")[-1].rsplit("\n", 1)[0]
        told = {}
        with using(Lexis(self.code)):
            for paragraph in self.speeches:
                parts = segment(Article(f"{lead}\n\n{lead}\n\n{paragraph}\n\n{lead}", language=self.code))
                quoted = [part for part in parts.segments if part.role == Role.QUOTE and part.text in paragraph]
                told[paragraph] = ", ".join(
                    f"{q.speaker.name} ({q.speaker.gender})" if q.speaker else "?" for q in quoted
                )
        assert told == self.speeches
