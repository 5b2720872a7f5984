"""The plain data that flows between the stages. Imports nothing of ours; every type is frozen.

read -> segment -> speak -> cast -> [synthesise] -> arrange -> mix -> master -> encode -> tag -> publish
Article  Segment   Spoken    Line      Clip         Timeline    PCM    PCM      file     file    Edition
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class Role(StrEnum):
    """What a piece of an article is. The names are the public contract of `script --json`."""

    HEADLINE = "headline"
    DECK = "deck"
    BYLINE = "byline"
    TIMESTAMP = "timestamp"
    DATELINE = "dateline"
    SUBHEAD = "subhead"
    BODY = "body"
    QUOTE = "quote"
    CAPTION = "caption"
    CORRECTION = "correction"


class Reason(StrEnum):
    """Why a part of a source is not spoken. The words are what `script` prints and `script --json` gives."""

    # another page element than the story
    SHARE = "share buttons"
    SIGN_UP = "sign-up"
    RELATED = "related articles"
    COMMENTS = "comments"
    ADVERTISEMENT = "advertisement"
    COOKIES = "cookie notice"
    COPYRIGHT = "copyright"
    CONTACT = "contact details"
    NAVIGATION = "navigation"
    PAGE_HEADER = "page header"
    VIDEO = "video"
    GALLERY = "picture gallery"
    AUTHOR_NOTE = "about the author"
    FURNITURE = "page furniture"
    """What belongs to the page, and nothing says more."""
    OUTSIDE = "outside the article"
    HIDDEN = "hidden"
    EDITOR = "left out by the editor"
    REPEATED = "in several articles"
    """On the project's own list of lines that stand in many of its articles."""
    # said elsewhere, or shown rather than said
    SECTION = "section label"
    BYLINE = "byline"
    TIMESTAMP = "timestamp"
    CREDITS = "credits"
    PHOTO_CREDIT = "photo credit"
    CAPTION = "caption"
    SAID_BEFORE = "said before"
    PULL_QUOTE = "pull quote"
    FOOTNOTES = "footnotes"
    SPEAKER_LABEL = "speaker label"
    DIRECTION = "stage direction"
    """`[laughs]`"""
    EMPTY_HEADING = "heading without text"
    # what no voice can say
    TABLE = "table"
    STRUCK = "struck out"
    CODE = "code"
    ORNAMENT = "ornament"
    LIST_MARKER = "list marker"


class Gender(StrEnum):
    FEMALE = "female"
    MALE = "male"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Dateline:
    """`WASHINGTON (VR) —`: where, when and for whom a story was filed, as far as the text says."""

    text: str
    """Verbatim, as it stands in the article."""
    place: str | None = None
    """The place as written, without agency and date: `WASHINGTON`, `ST. PAUL, Minn.`, `LONDON/PARIS`."""
    date: str | None = None
    """The date as written (`Feb 26`), or None."""
    agency: str | None = None
    """`VR`, `AP`, `Reuters`, or None."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What a source format already knows about a span of `Article.text`, so that nobody has to guess it."""

    start: int
    end: int
    role: Role | None
    """The role, or None when the span is page furniture that must not be spoken."""
    reason: Reason | None = None
    """Why the span is dropped; only when role is None."""
    language: str | None = None
    """BCP 47 code where the source marks the span as being in another language."""
    rule: str = ""
    """The rule of the reader that decided it, where it was not the source itself."""


@dataclass(frozen=True, slots=True)
class Article:
    """One article as plain text plus what its source knew. Offsets everywhere count characters of `text`.

    The segmenter replaces the None fields it can fill and leaves what the source knew alone.
    """

    text: str
    """All visible text, paragraphs separated by blank lines. `script --json` calls it `source`."""
    name: str = ""
    """Stable identity in its collection: the POSIX path below the source folder, `#entry` appended for a feed entry."""
    headline: str | None = None
    deck: str | None = None
    bylines: tuple[str, ...] = ()
    dateline: Dateline | None = None
    published: str | None = None
    """ISO 8601 date or date and time."""
    modified: str | None = None
    language: str | None = None
    """BCP 47 code; None until known."""
    section: str | None = None
    url: str | None = None
    """Address of the original, where known."""
    picture: str | None = None
    """Address of the article's picture, or its path as the source gives it, where known."""
    guid: str | None = None
    """The identifier the source itself gives (feed entries, ninjs), or None."""
    order: float | None = None
    """Its place in the paper's running order, where the source gives one (`order` in front matter)."""
    marks: tuple[Mark, ...] = ()
    """In source order, not overlapping; may cover none, some or all of the text."""
    notes: tuple[str, ...] = ()
    """What its reader is in doubt about, a line each: `build` and `plan` say it."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says a quotation."""

    name: str
    """The fullest form of the name that the article gives, or the role (`a spokesman for the ministry`)."""
    mention: str
    """The source span that attributes this very quotation: a name, `she`, `a source in Lahore`."""
    mention_start: int
    mention_end: int
    gender: Gender = Gender.UNKNOWN
    anonymous: bool = False
    """True for speakers without a name (a role, a document, a crowd)."""
    evidence: str = ""
    """What decided that it is this person: the rule's name, as `audioedition script --why` shows it."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that had to be guessed: a reading, or what a part is."""

    text: str
    """As written."""
    spoken: str
    why: str
    chance: float = 0.5
    """How likely it is wrong, roughly, from 0 to 1: the most doubtful is shown first."""


@dataclass(frozen=True, slots=True)
class Decided:
    """What an editor wants of a segment, over what the stages behind segmentation would decide."""

    say: str | None = None
    """Words to say in place of all the segment's; empty when they are said with another's."""
    words: tuple[tuple[str, str], ...] = ()
    """(written, said): words to say in place of a part of the segment, as a lexicon would."""
    voice: str | None = None
    """A voice's name."""
    pause_ms: int | None = None
    """Silence after the segment, in milliseconds."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of the article with one role and one speaker: at most a sentence, so that it can be one utterance."""

    role: Role
    start: int
    end: int
    text: str
    """Verbatim: `article.text[start:end]`."""
    paragraph: int
    """Index of the paragraph (line, list item) it belongs to; pauses follow from it."""
    speaker: Speaker | None = None
    language: str | None = None
    """Only where it differs from the article's."""
    rule: str = ""
    """The rule or evidence that decided the role."""
    doubts: tuple[Doubt, ...] = ()
    """What of the role had to be guessed."""
    decided: Decided | None = None
    """What an editor wants of it; None for nothing."""


@dataclass(frozen=True, slots=True)
class Dropped:
    """A part of the article that is not spoken, and why."""

    start: int
    end: int
    text: str
    reason: Reason
    rule: str = ""
    """The rule or evidence that decided it."""


@dataclass(frozen=True, slots=True)
class Segmentation:
    """What segmentation leaves: the article with its metadata completed, and every visible character in one part."""

    article: Article
    segments: tuple[Segment, ...]
    dropped: tuple[Dropped, ...]


@dataclass(frozen=True, slots=True)
class Word:
    """One spoken word (or run of words) and the written characters it comes from."""

    start: int
    end: int
    """Offsets in `Spoken.text`."""
    source_start: int
    source_end: int
    """Offsets in the text that was given to the spoken-form stage."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """Written text as the words to say, ready for an engine: no digits, no symbols."""

    text: str
    words: tuple[Word, ...] = ()
    """In order; together they cover every letter of `text`."""
    phonemes: tuple[tuple[int, int, str], ...] = ()
    """(start, end, IPA) of the words of `text` whose pronunciation the lexicon gives."""
    doubts: tuple[Doubt, ...] = ()
    """Readings that the rules had to guess."""


@dataclass(frozen=True, slots=True)
class Voice:
    """A voice is data: one TOML file in voices/. The file's name is the voice's name."""

    name: str
    engine: str
    """Name of the engine, as in the entry-point group `audioedition.engines`."""
    id: str
    """What the engine calls it."""
    language: str = "en-US"
    gender: Gender = Gender.UNKNOWN
    rate: float = 1.0
    """Speed factor that brings this voice to about 170 words a minute."""
    gain_db: float = 0.0
    """Gain in dB that brings this voice's speech to -20 LUFS before mixing."""
    licence: str = ""
    description: str = ""
    options: tuple[tuple[str, str | float], ...] = ()
    """Engine-specific values (throat, pitch, noise_scale, model, ...), sorted by name."""


@dataclass(frozen=True, slots=True)
class Utterance:
    """What an engine is asked to say. Holds no position and no source text: it is the material of a clip's key."""

    spoken: str
    voice: Voice
    language: str = "en"
    rate: float = 1.0
    """Further speed factor on top of the voice's own (1.05 = 5 % faster)."""
    phonemes: tuple[tuple[int, int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the script: a segment, the words to say, the voice that says them and the pause after."""

    role: str
    """A `Role`, or `announcement` for words that are the edition's own (opening, disclosure, closing)."""
    text: str
    start: int
    end: int
    spoken: str
    voice: str
    utterance: Utterance
    words: tuple[Word, ...] = ()
    """Map from `spoken` to `text` (offsets in `text`, not in the article)."""
    paragraph: int = 0
    speaker: Speaker | None = None
    pause_ms: int = 0
    """Silence after the line, in milliseconds; decided in script/pauses.py."""
    rule: str = ""
    """The rule or evidence that decided the role."""
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class Script:
    """An article ready to be read out. Same content as `script --json`."""

    article: Article
    segments: tuple[Line, ...]
    dropped: tuple[Dropped, ...]
    edits: int = 0
    """How many decisions of an editor it obeys."""
    misfits: tuple[str, ...] = ()
    """Decisions that no longer fit the article, each with the reason, for people."""

    @property
    def source(self) -> str:
        """The article's plain text; every offset counts its characters."""
        return self.article.text


@dataclass(frozen=True, slots=True)
class Clip:
    """The sound of one utterance, mono, the engine's own leading and trailing silence trimmed."""

    samples: NDArray[np.float32] = field(repr=False)
    """Shape (n,), full scale = 1.0."""
    rate: int
    """Hertz."""
    words: tuple[tuple[int, int, float, float], ...] = ()
    """(start, end, from_s, to_s): offsets in the utterance's spoken text and the seconds within the clip."""

    @property
    def seconds(self) -> float:
        return len(self.samples) / self.rate


@dataclass(frozen=True, slots=True)
class Chapter:
    """A named stretch of an audio file."""

    start_ms: int
    end_ms: int
    title: str
    children: tuple[Chapter, ...] = ()


@dataclass(frozen=True, slots=True)
class Cue:
    """When one line is heard: the material of transcripts."""

    start_ms: int
    end_ms: int
    text: str
    speaker: str
    """Display name: the narrator's title, or the person quoted."""
    role: str
    words: tuple[tuple[int, int, int, int], ...] = ()
    """(start_ms, end_ms, first, last) of every spoken word; offsets in `text`, shared by words written as one."""
    line: int = -1
    """Index of the line in its part, where it is one."""


@dataclass(frozen=True, slots=True)
class Episode:
    """One finished story as the outside world sees it: the material of feeds, playlists and the edition file.

    File fields are POSIX paths relative to the output folder.
    """

    guid: str
    """Never changes, whatever happens to title, file name or sound."""
    slug: str
    """Stem of all its files: a-z, 0-9 and hyphens."""
    title: str
    published: str
    """ISO 8601 date and time with zone."""
    audio: str
    """`episodes/SLUG.mp3`."""
    media_type: str
    """`audio/mpeg`, `audio/mp4` or `audio/ogg`."""
    size: int
    """Bytes."""
    duration_ms: int
    """Decoded length."""
    language: str = "en"
    authors: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    """Names of the people quoted in a voice, in order of appearance."""
    summary: str = ""
    """Deck, else the first sentences: plain text."""
    section: str | None = None
    url: str | None = None
    source: str = ""
    """`Article.name`."""
    updated: str | None = None
    """ISO 8601 date and time with zone of the last correction; None when the story is as first published."""
    correction: str | None = None
    """Text of a correction note, if there is one."""
    number: int | None = None
    """Track or episode number within the edition, from 1."""
    picture: str | None = None
    """`artwork/SLUG.jpg`, where the story has a picture of its own."""
    picture_stamp: str = ""
    """What that was made from: see `pictures.stamp`."""
    transcripts: tuple[str, ...] = ()
    """`transcripts/SLUG.vtt`, `.srt`."""
    words: str | None = None
    """`words/SLUG.json`: every word's time and place, see publishing/words.py."""
    page: str | None = None
    """`stories/SLUG.html`."""
    place: str | None = None
    """Where the story was filed, as its dateline says it."""
    soundbite: tuple[int, int, str] | None = None
    """(start_ms, duration_ms, whose words): a stretch worth hearing by itself."""
    picture_alt: str = ""
    """What the picture shows, as its caption says it."""
    chapter_file: str | None = None
    """`chapters/SLUG.json`."""
    chapters: tuple[Chapter, ...] = ()
