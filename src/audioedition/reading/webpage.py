"""HTML -> Article: what the page says about itself, then the running text on it, then what stands around that.

`metadata.py` reads head and JSON-LD, `outline.py` lists the page's text, `main_text.py` finds the article in it,
`place.py`, `settling.py` and `sifting.py` decide what of every block becomes, `whole_page.py` what the whole of them
shows.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from ..errors import ReadingError
from ..facts.decoding import decode
from ..model import Article, Reason
from ..settings import ReadSettings
from . import google_docs, slides
from .authorship import authors
from .chances import chances
from .composing import Part, compose, opening
from .credits import Credits
from .dating import Dates, guessed, published
from .feeds import read_entries
from .headlines import headline, key, shown_headline
from .main_text import found_by_trafilatura, weighed
from .markup import opened, parse_opened
from .metadata import Known, page_metadata
from .named import hidden_by_css
from .no_story import Seen, refusal
from .outline import outline
from .place import BESIDE, Place, headings_above, is_running, place
from .settling import settle
from .several import digest
from .sifting import Sifting, decided, ordered
from .sources import Source

_CHARSET = re.compile(
    rb"<meta\b[^<>]{0,500}?charset\s*=\s*[\"']?\s*([\w:.-]+)|<\?xml[^<>]{0,100}encoding\s*=\s*[\"']([\w:.-]+)", re.I
)
"""Where a page says what it is encoded in; a script of it may be in something else."""
_FREE = 350
"""Words of the longest story that a site gives for nothing of one that it sells."""
_BELOW = 8
"""So many blocks below it the offer to subscribe is looked for."""
_DOUBT = 0.3
"""From this share of a text's paragraphs on it is said that they are not read."""
_PARAGRAPH = 250
"""Characters of the shortest description of a page that may be the story's lead; search engines show 160."""


def read(data: bytes, source: Source, settings: ReadSettings) -> list[Article | ReadingError]:
    """The article of a saved page, of a digest each story. Raises ReadingError for a page without text."""
    if google_docs.is_one(data):
        return google_docs.read(data, source, settings)
    page = laid_out(data, source.name, source.url)
    if stories := digest(page.at, page.known.titles, source.url or page.known.url):
        return read_entries(stories, source, settings)
    return [_article(page, source, settings)]


@dataclass(slots=True)
class Page:
    """A page, and where on it its article stands."""

    known: Known
    at: Place
    elsewhere: str
    """Text of the article that no element shows; see `main_text.weighed`."""

    @property
    def deck(self) -> str | None:
        return self.at.page.blocks[self.at.deck].text if self.at.deck >= 0 else None

    def sifting(self, settings: ReadSettings, likely: Mapping[int, float]) -> Sifting:
        """What decides which of its blocks are read; `likely` as `chances` gives it."""
        known = self.known
        return Sifting(self.at, settings, key(known.headline or ""), key(self.deck or ""), known.bylines, likely)


def laid_out(data: bytes, name: str, address: str | None = None) -> Page:
    """The page in `data`, that came from `address`, with its article found; `name` is for messages.

    Raises ReadingError for a page without text."""
    text = opened(decode(data, declared=declared_encoding(data), article=name))
    root = parse_opened(text)
    page = outline(root, hidden=hidden_by_css(root)) if root is not None else None
    if root is None or page is None or not page.blocks:
        raise _no_text(name)
    known = page_metadata(root, address)
    known.guess = lambda words: guessed(text, words)
    main = weighed(page.blocks, found_by_trafilatura(text, sum(1 for _ in root.iter())), known.body)
    at = place(page, main.chosen)
    slides.join(at)
    decide(known, at, address)
    return Page(known, at, main.elsewhere)


def declared_encoding(data: bytes) -> str | None:
    """What a page says that it is encoded in, if it does."""
    said = _CHARSET.search(data[:8192])
    return (said[1] or said[2]).decode("ascii", "replace") if said else None


def _no_text(name: str) -> ReadingError:
    return ReadingError("holds no article text", article=name, remedy="give the page of one article")


def read_page(data: bytes, source: Source, settings: ReadSettings) -> Article:
    """The article of a page that is one of an article; see `read`."""
    return _article(laid_out(data, source.name, source.url), source, settings)


def _article(page: Page, source: Source, settings: ReadSettings) -> Article:
    known, deck = page.known, page.deck
    sifting = page.sifting(settings, chances(page.at, known.headline or ""))
    parts = decided(sifting)
    if not page.elsewhere and (
        refused := refusal(Seen(page.at, known.titles, known.headline or "", parts), source.name)
    ):
        raise refused
    notes = _doubts(page.at, parts) + (_cut_short(parts) if known.paid else ())
    parts = _out_of_scripts(page.elsewhere, ordered(parts, sifting))
    if all(part.reason for part in parts):
        raise _no_text(source.name)
    shown = opening(
        headline=known.headline, deck=deck, bylines=known.bylines, published=known.published, rules=known.rules
    )
    return compose(
        [*shown, *parts, *_told_in_head(page)],
        name=source.name,
        headline=known.headline,
        deck=deck,
        bylines=known.bylines,
        published=known.published,
        modified=known.modified,
        language=known.language,
        section=source.section or known.section,
        url=source.url or known.url,
        picture=known.picture,
        notes=notes,
    )


def decide(known: Known, at: Place, address: str | None) -> None:
    """Headline, authors and date of the article, and where its headline stands."""
    known.titles.above = headings_above(at)
    if title := headline(known.titles):
        known.rules["headline"] = title.rule
        known.headline = shown_headline(title.outcome, (block.text for block in at.page.blocks[:300]))
    settle(at, known.headline, known.summaries)
    if names := authors(Credits(known.authors, known.sites, at, known.titles.title)):
        known.bylines, known.rules["bylines"] = names
    dates = Dates(*known.dates, known.modified, (address, known.url), at, known.month_first, known.guess)
    if date := published(dates):
        known.published, known.rules["published"] = date


def _doubts(at: Place, parts: list[Part]) -> tuple[str, ...]:
    """A line where much of what reads like text between headline and end, by no name anything else, is not read."""
    like = {b.text for b in at.page.blocks if is_running(b) and len(b.text) > 80 and not at.names[b.node] & BESIDE}
    unread = [part for part in parts if part.reason in (Reason.OUTSIDE, Reason.HIDDEN) and part.text in like]
    if len(unread) < 3 or len(unread) < _DOUBT * len(like):
        return ()
    said = " ".join(unread[0].text.split()[:8])
    return (f"{len(unread)} of {len(like)} paragraphs of the page are not read: “{said} …”; script --why tells why",)


def _told_in_head(page: Page) -> list[Part]:
    """The paragraph that the page's head tells of its story, where no element shows it: pages that a script fills may
    have their lead nowhere else."""
    told = max((line for line in page.known.summaries if "<" not in line), key=len, default="")
    if len(told) < _PARAGRAPH or key(told)[:80] in key(" ".join(block.text for block in page.at.page.blocks)):
        return []
    return [Part(told, None, Reason.OUTSIDE, rule="told in the head of the page alone")]


def _cut_short(parts: list[Part]) -> tuple[str, ...]:
    """A line where a story that has to be paid for ends early, and an offer to subscribe stands below it."""
    read = [i for i, part in enumerate(parts) if not part.reason]
    words = sum(len(parts[i].text.split()) for i in read)
    below = parts[read[-1] + 1 : read[-1] + 1 + _BELOW] if read else []
    if words > _FREE or not any(part.reason is Reason.SIGN_UP for part in below):
        return ()
    return (f"the page says that its story is not free, and {words} words of it are there: log in, and save it again",)


def _out_of_scripts(elsewhere: str, parts: list[Part]) -> list[Part]:
    """`parts`, or the text that stands in no element of the page: it is there as data of a script."""
    if not elsewhere:
        return parts
    text = [Part(line) for line in elsewhere.splitlines() if line.strip()]
    return text + [Part(part.text, None, part.reason or Reason.OUTSIDE) for part in parts]
