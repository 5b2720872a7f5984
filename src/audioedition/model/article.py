"""What is read: an article, and what segmentation finds in it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


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


class Passage(StrEnum):
    """What a run of lines is that is no prose: its lines are read with pauses, and words, of their own."""

    LIST = "list"
    """Rows: results, a table, ingredients, dates."""
    SCHEDULE = "schedule"
    """Rows that begin with a time of day."""
    VERSE = "verse"
    SIGNATURE = "signature"
    """Who has written what stands above."""


class Tune(StrEnum):
    """What an utterance is in its article, where that is heard in its melody: engines that can lead the pitch do."""

    PLAIN = ""
    HEADING = "heading"
    ITEM = "item"
    """Of a list, and not the last."""


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
    passage: Passage | None = None
    """What its paragraph belongs to where that is no prose."""


@dataclass(frozen=True, slots=True)
class Dropped:
    """A part of the article that is not spoken, and why."""

    start: int
    end: int
    text: str
    reason: Reason
    rule: str = ""
    """The rule or evidence that decided it."""
    doubts: tuple[Doubt, ...] = ()
    """Why it may be something to be spoken."""


@dataclass(frozen=True, slots=True)
class Segmentation:
    """What segmentation leaves: the article with its metadata completed, and every visible character in one part."""

    article: Article
    segments: tuple[Segment, ...]
    dropped: tuple[Dropped, ...]
