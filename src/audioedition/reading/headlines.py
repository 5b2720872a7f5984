"""What is the headline among a page's titles and headings, and where in a title the site's own name begins.

`HEADLINE` are the rules that choose among what head and headings say, `TITLE` those that cut a site's name off a title;
the first that answers decides.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from ..facts.decoding import flat
from ..model.rules import Decision, Rule, RuleSet
from .inline import short_text

_SEPARATOR = re.compile(r"\s+(?:[|\-–—·•»«›‹:/]|::|\|\||--)\s+|\s*[|｜_－]\s*|(?<=\w)：|(?<=\w):\s+")
_ADDED = re.compile(r"\s*\((?:Published|Updated|Veröffentlicht|Publié|Publicado) (?:in )?\d{4}\)$", re.I)
"""What a paper adds to an old story's title for networks."""
_KICKER_ENDS = tuple(":-–—|»·")
_BRACKET = re.compile(r"\s*\(([^()]{2,60})\)$")
_ARCHIVE = re.compile(r"[»|]\s*blog archive\s*[»|]\s*(?=\S)", re.I)  # what WordPress once made titles of
_HEADLINE_PART = re.compile(r"headline|title|titre|titel|titulo|titolo", re.I)
_OTHER_PART = re.compile(r"kicker|over-?line|over-?title|eyebrow|topic|label|prefix|sub-?(?:head|title)", re.I)
"""Classes of what shares a heading with the headline."""
_WORDS = re.compile(r"\w+")
_BARS = ("|", "·", "•", "»", "›", "‹", "::", "||")
_SENTENCE = 5
"""So many words are a headline rather than a kicker."""
_DASHES = ("-", "--", "–", "—")


@functools.lru_cache(maxsize=2048)
def key(text: str) -> str:
    """`text` reduced to what two writings of a headline or a name have in common."""
    return " ".join(_WORDS.findall(text.casefold().replace("’", "'").replace("'", "")))


class Heading(NamedTuple):
    """A heading of a page."""

    level: int
    text: str
    parts: tuple[str, ...]
    """Its text element by element: a kicker and a headline proper may share a heading."""
    proper: str = ""
    """The text of the one element in it that is named a headline, where others stand beside it."""


def headings_of(root: Any) -> list[Heading]:
    """The headings of the page; what is marked as its headline counts as of the first level."""
    found: list[Heading] = []
    for node in root.iter("h1", "h2", "h3"):
        if len(found) >= 60:
            break
        if text := short_text(node):
            found.append(Heading(int(node.tag[1]), text, _parts(node), _proper(node)))
    for node in root.xpath("//*[@itemprop='headline']")[:5]:
        text = short_text(node)
        if text and len(text) < 300:
            found.insert(0, Heading(1, text, _parts(node)))
    return found


def _parts(node: Any) -> tuple[str, ...]:
    texts = [node.text, *(t for child in node for t in (short_text(child), child.tail))]
    return tuple(" ".join(text.split()) for text in texts[:20] if text and any(c.isalnum() for c in text))


def _proper(node: Any) -> str:
    named = [(f"{child.get('class', '')} {child.get('itemprop', '')}", child) for child in node if child.tag == "span"]
    proper = [child for name, child in named if _HEADLINE_PART.search(name) and not _OTHER_PART.search(name)]
    return short_text(proper[0]) if len(proper) == 1 < len(named) else ""


@dataclass
class Titles:
    """All that may say what the headline of a page is."""

    root: Any
    """The page, an lxml element."""
    given: Sequence[str]
    """The titles in meta elements, the most telling first."""
    linked: str
    """JSON-LD's, or empty."""
    sites: tuple[str, ...]
    above: tuple[tuple[int, str], ...] = ()
    """Level and text of the headings above the text, without those of other things, the nearest first."""

    @functools.cached_property
    def headings(self) -> list[Heading]:
        return headings_of(self.root)

    @functools.cached_property
    def seen(self) -> dict[str, str]:
        """The headings by their words."""
        return {key(h.text): h.text for h in reversed(self.headings)}

    @functools.cached_property
    def second(self) -> set[str]:
        """The words of the headings of the second level."""
        return {key(h.text) for h in self.headings if h.level == 2}

    @functools.cached_property
    def names(self) -> set[str]:
        return {key(site) for site in self.sites}

    @functools.cached_property
    def title(self) -> str:
        """What the page's head gives as its title."""
        return next((short_text(n) for n in self.root.iter("title")), "")

    @functools.cached_property
    def shared(self) -> list[str]:
        """The titles for networks, without the site's name."""
        return [self.bare(flat(text)) for text in self.given]

    @functools.cached_property
    def said(self) -> list[str]:
        """Everything but headings, as it stands there."""
        return [flat(text) for text in (*self.given[:1], self.linked, self.title) if flat(text)]

    def bare(self, text: str) -> str:
        """A title without the site's name."""
        return without_site(text, self.seen, self.sites)

    def is_site(self, text: str) -> bool:
        return key(text) in self.names

    @functools.cached_property
    def printed(self) -> tuple[str, Heading] | None:
        """The one first-level heading of the page that is not the site's name, and its words."""
        first = {key(h.text): h for h in self.headings if h.level == 1 and not self.is_site(h.text)}
        return next(iter(first.items())) if len(first) == 1 else None


def headline(titles: Titles) -> Decision[str] | None:
    """The newsroom's own headline and the rule that chose it; None where neither head nor headings say anything.

    Networks and search engines are given headlines of their own; readers see the printed one.
    """
    return HEADLINE.first(titles)


def _named_part(titles: Titles) -> str | None:
    said = {word for text in titles.said for word in key(text).split()}
    proper = [h.proper for h in titles.headings if h.proper and h.level < 3]
    return next((text for text in proper if _share(key(text), said) >= 0.6 and len(text.split()) > 1), None)


def _share(plain: str, said: set[str]) -> float:
    words = set(plain.split())
    return len(words & said) / max(len(words), 1)


def _part_of_heading(titles: Titles) -> str | None:
    """A kicker in an element of its own is no part of the headline."""
    if not titles.printed or not titles.said:
        return None
    _, heading = titles.printed
    if len(heading.parts) < 2 or _is_same(titles):
        return None
    for part in heading.parts:
        before = titles.said[0].removesuffix(part).rstrip()
        kicked = part == heading.parts[-1] and before != titles.said[0] and before.endswith(_KICKER_ENDS)
        if key(part) == key(titles.said[0]) or kicked:
            return part
    return None


def _is_same(titles: Titles) -> bool:
    """Whether the printed heading is the site's name, before the headline in another title, or the title once more."""
    if not titles.printed:
        return False
    shown, said = titles.printed[0], key(titles.said[0])
    with_site = any(f"{shown} {said}" == key(title) for title in titles.said)
    return with_site or (shown != said and _inflected(shown) == _inflected(said))


def _inflected(plain: str) -> list[str]:
    """Words less what an apostrophe may have joined to them: `Kilbray’s` and `Kilbray` say the same."""
    return [word.removesuffix("s") for word in plain.split()]


def _other_words(titles: Titles) -> str | None:
    if not titles.printed or not titles.said or _is_same(titles):
        return None
    shown, heading = titles.printed
    if any(key(titles.bare(text)) in titles.second for text in titles.said):
        return None  # the first level is the site's
    said = key(titles.said[0])
    long = len(shown.split())
    if said.startswith(f"{shown} by ") and long >= 2:
        return heading.text  # `Ferry back by Ann Orr`
    if len(heading.parts) > 1 or said.endswith(f" {shown}"):
        return None
    if said.startswith(f"{shown} "):
        return heading.text if long >= _SENTENCE else None
    return heading.text if _are_alike(titles, shown) else None


def _are_alike(titles: Titles, shown: str) -> bool:
    """Whether titles and heading share two words and four in ten, the site's name left out."""
    ours = set(shown.split()) - {word for name in titles.names for word in name.split()}
    theirs = {word for title in titles.said for word in key(title).split()}
    return len(ours) >= 2 and len(ours & theirs) >= max(2, 0.4 * min(len(ours), len(theirs)))


def _right_above(titles: Titles) -> str | None:
    """The only first-level heading, where it stands right above the text and shares a word with the title."""
    if not titles.printed or titles.above[:1] != ((1, titles.printed[1].text),):
        return None
    shown, heading = titles.printed
    long = {word for word in shown.split() if len(word) > 4} & {w for text in titles.said for w in key(text).split()}
    return (
        heading.text
        if long and len(shown.split()) >= _SENTENCE - 1 and len(heading.parts) == 1 and not _is_same(titles)
        else None
    )


def _linked_and_printed(titles: Titles) -> str | None:
    linked = titles.bare(flat(titles.linked))
    shared = titles.shared and key(titles.shared[0]) in titles.seen
    return titles.seen[key(linked)] if linked and key(linked) in titles.seen and not shared else None


def _declared(titles: Titles) -> str | None:
    for text in (*titles.shared[:1], titles.bare(flat(titles.linked)), *titles.shared[1:]):
        if not text or titles.is_site(text):
            continue
        if text.endswith(("…", "...")):
            stem = key(text)
            text = next((h for h in [*titles.seen.values(), titles.title] if key(h).startswith(stem)), text)
        return titles.bare(text)
    return None


def _title_printed(titles: Titles) -> str | None:
    bare = titles.bare(titles.title)
    return bare if key(bare) in titles.seen and not titles.is_site(bare) else None


def _like_title(titles: Titles) -> str | None:
    words = set(key(titles.title).split())
    first = [(len(words & set(key(text).split())), text) for text in _first_level(titles)]
    shares, best = max(first, default=(0, ""), key=lambda pair: pair[0])
    return best if shares >= 0.5 * len(set(key(best).split())) and shares > 2 else None


def _first_level(titles: Titles) -> list[str]:
    return [h.text for h in titles.headings if h.level == 1 and not titles.is_site(h.text)]


def _title_alone(titles: Titles) -> str | None:
    bare = titles.bare(titles.title)
    return bare if bare and not titles.is_site(bare) and not _first_level(titles) else None


def _highest(titles: Titles) -> str | None:
    above = [(level, i, text) for i, (level, text) in enumerate(titles.above) if not titles.is_site(text)]
    return min(above)[2] if above else None


def _site_above(titles: Titles) -> str | None:
    return titles.above[0][1] if titles.above else None


HEADLINE: RuleSet[Titles, str] = RuleSet(
    "headline",
    (
        Rule("part named headline", _named_part, "newsrooms put kicker and headline into one heading, a span each"),
        Rule(
            "part of the heading", _part_of_heading, "a kicker before the headline, in the heading and not in the title"
        ),
        Rule("printed in other words", _other_words, "networks and search engines get a headline of their own"),
        Rule("right above the text", _right_above, "readers see the heading, whatever search engines are told"),
        Rule("JSON-LD and heading agree", _linked_and_printed, "schema.org: headline"),
        Rule("declared", _declared, "https://ogp.me: og:title, and its like"),
        Rule("title printed", _title_printed, "HTML: the title element, which a heading repeats"),
        Rule("heading like the title", _like_title, "titles are longer or shorter than the heading they are made of"),
        Rule("title alone", _title_alone, "HTML: the title element, on a page without a first-level heading"),
        Rule("highest heading above", _highest, "HTML: headings rank by their level"),
        Rule(
            "site's name above", _site_above, "og:site_name may be the headline, and a site about one thing names it so"
        ),
    ),
)


class _Title(NamedTuple):
    """A title, and what is known of the page it stands on."""

    text: str
    headings: Collection[str]
    """By their words."""
    names: set[str]
    """Words of the site's names, with and without spaces between them."""

    @property
    def cuts(self) -> list[tuple[int, int]]:
        """Where it has separators."""
        return [(m.start(), m.end()) for m in _SEPARATOR.finditer(self.text)][:12]

    def is_site(self, part: str) -> bool:
        return key(part) in self.names or key(part).replace(" ", "") in self.names


def _archive(title: _Title) -> str | None:
    match = _ARCHIVE.search(title.text)
    return title.text[match.end() :] if match else None


def _site_in_brackets(title: _Title) -> str | None:
    bracket = _BRACKET.search(title.text)
    return title.text[: bracket.start()] if bracket and key(bracket[1]) in title.names else None


def _printed_part(title: _Title) -> str | None:
    parts = [title.text, *(title.text[:start] for start, _ in title.cuts)]
    parts += [title.text[end:] for _, end in title.cuts if len(title.text[end:].split()) > 2]
    return max((p for p in parts if key(p) in title.headings and len(p) > 3), key=len, default=None)


def _ends_in_site(title: _Title) -> str | None:
    start = next((start for start, end in title.cuts if title.is_site(title.text[end:])), None)
    return None if start is None else _cut(title._replace(text=title.text[:start].strip()))


def _begins_with_site(title: _Title) -> str | None:
    cuts = title.cuts
    return title.text[cuts[0][1] :] if cuts and title.is_site(title.text[: cuts[0][0]]) else None


def _behind_bar(title: _Title) -> str | None:
    start, end = (title.cuts or [(0, 0)])[-1]
    few = len(title.text[end:].split()) <= 5 <= len(title.text[:start].split()) + 3
    return title.text[:start] if title.text[start:end].strip() in _BARS and few else None


def _behind_dash(title: _Title) -> str | None:
    start, end = (title.cuts or [(0, 0)])[-1]
    tail = title.text[end:]
    few = len(tail.split()) <= 4 <= len(title.text[:start].split())
    return title.text[:start] if title.text[start:end].strip() in _DASHES and few and tail[:1].isupper() else None


TITLE: RuleSet[_Title, str] = RuleSet(
    "title",
    (
        Rule("blog archive", _archive, "WordPress up to 2.5: SITE » Blog Archive » HEADLINE"),
        Rule("site in brackets", _site_in_brackets, "HEADLINE (SITE)"),
        Rule("printed part", _printed_part, "a heading of the page says a part of it, or all"),
        Rule("ends in the site", _ends_in_site, "HEADLINE | SECTION | SITE, the site known by og:site_name or address"),
        Rule("begins with the site", _begins_with_site, "SITE: HEADLINE"),
        Rule("behind a bar", _behind_bar, "HEADLINE | a few words"),
        Rule("behind a dash", _behind_dash, "HEADLINE - A Few Words"),
    ),
)


def _cut(title: _Title) -> str:
    found = TITLE.first(title)
    return found.outcome.strip() if found else title.text


def without_site(title: str, headings: Collection[str], sites: Iterable[str]) -> str:
    """`title` without the site's name: a part of it that is a heading of the page, else less its known site part.

    `headings` are those of the page, as `key` gives them.
    """
    plain = [key(site) for site in sites]
    names = {*plain, *(name.replace(" ", "") for name in plain)}
    if not title or key(title) in headings:
        return title
    return _cut(_Title(_ADDED.sub("", title), headings, names))


def shown_headline(title: str | None, texts: Iterable[str]) -> str | None:
    """The part of `title`, between its separators, that one of `texts` shows; `title` where none or all of it does."""
    if not title or not (cuts := [(m.start(), m.end()) for m in _SEPARATOR.finditer(title)][:8]):
        return title
    starts, ends = [0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(title)]
    parts = {key(title[a:b]): title[a:b].strip() for a in starts for b in ends if len(title[a:b].split()) >= 3}
    shown = {key(text) for text in texts if len(text) <= len(title)}
    if key(title) in shown or all(key(title[a:b]) in shown for a, b in zip(starts, ends, strict=True)):
        return title
    seen = shown & parts.keys()
    return parts[max(seen, key=len)] if seen else title
