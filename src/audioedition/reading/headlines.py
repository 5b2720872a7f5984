"""What is the headline among a page's titles and headings, and where in a title the site's own name begins."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from ..facts.decoding import flat
from .inline import short_text

_SEPARATOR = re.compile(r"\s+(?:[|\-–—·•»«:/]|::|\|\||--)\s+|\s*[|｜_－]\s*|(?<=\w)：|(?<=\w):\s+")

_ADDED = re.compile(r"\s*\((?:Published|Updated|Veröffentlicht|Publié|Publicado) (?:in )?\d{4}\)$", re.I)
"""What a paper adds to an old story's title for networks."""
_KICKER_ENDS = tuple(":-–—|»·")
_BRACKET = re.compile(r"\s*\(([^()]{2,60})\)$")
_ARCHIVE = re.compile(r"[»|]\s*blog archive\s*[»|]\s*(?=\S)", re.I)  # what WordPress once made titles of


def key(text: str) -> str:
    """`text` reduced to what two writings of a headline or a name have in common."""
    return " ".join(re.findall(r"\w+", text.casefold().replace("’", "'").replace("'", "")))


class Heading(NamedTuple):
    """A heading of a page."""

    level: int
    text: str
    parts: tuple[str, ...]
    """Its text element by element: a kicker and a headline proper may share a heading."""


def headings_of(root: Any) -> list[Heading]:
    """The headings of the page; what is marked as its headline counts as of the first level."""
    found: list[Heading] = []
    for node in root.iter("h1", "h2", "h3"):
        if len(found) >= 60:
            break
        if text := short_text(node):
            found.append(Heading(int(node.tag[1]), text, _parts(node)))
    for node in root.xpath("//*[@itemprop='headline']")[:5]:
        text = short_text(node)
        if text and len(text) < 300:
            found.insert(0, Heading(1, text, _parts(node)))
    return found


def _parts(node: Any) -> tuple[str, ...]:
    texts = [node.text, *(t for child in node for t in (short_text(child), child.tail))]
    return tuple(" ".join(text.split()) for text in texts[:20] if text and any(c.isalnum() for c in text))


def page_headline(
    root: Any, given: Sequence[str], linked: Any, headings: list[Heading], sites: tuple[str, ...]
) -> str | None:
    """The newsroom's own headline, or None if neither head nor headings settle it.

    `given` are the titles in meta elements, `linked` is JSON-LD's. OpenGraph's counts, unless JSON-LD and a heading on
    the page agree on another one or a heading says it at greater length; without either the first-level heading that
    shares most words with the title, else the title.
    """
    seen = {key(h.text): h.text for h in reversed(headings)}
    names = {key(site) for site in sites}
    if printed := _printed(
        [*given[:1], *([linked] if isinstance(linked, str) else []), title_of(root)], headings, names
    ):
        return printed
    linked = without_site(flat(linked), seen, sites) if isinstance(linked, str) else ""
    shared = [without_site(flat(t), seen, sites) for t in given]
    title = title_of(root)
    if linked and key(linked) in seen and (not shared or key(shared[0]) not in seen):
        return seen[key(linked)]
    for text in [*shared[:1], linked, *shared[1:]]:
        if not text or key(text) in names:
            continue
        if text.endswith(("…", "...")):
            stem = key(text)
            text = next((h for h in [*seen.values(), title] if key(h).startswith(stem)), text)
        return without_site(text, seen, sites)
    bare = without_site(title, seen, sites)
    if key(bare) in seen and key(bare) not in names:
        return bare
    words = set(key(title).split())
    first = [(len(words & set(key(h.text).split())), h.text) for h in headings if h.level == 1]
    first = [(shared, text) for shared, text in first if key(text) not in names]
    shares, best = max(first, default=(0, ""), key=lambda pair: pair[0])
    if shares >= 0.5 * len(set(key(best).split())) and shares > 2:
        return best
    return bare if bare and key(bare) not in names and not first else None


def title_of(root: Any) -> str:
    """What the page's head gives as its title."""
    return next((short_text(n) for n in root.iter("title")), "")


def _printed(titles: Sequence[str], headings: Sequence[Heading], names: set[str]) -> str | None:
    """The one first-level heading of the page, if it says what the first of `titles` says in other words.

    Networks and search engines are given headlines of their own; readers see the printed one. A kicker in an element of
    its own is no part of it, nor is a date.
    """
    first = {key(h.text): h for h in headings if h.level == 1 and key(h.text) not in names}
    titles = [title for title in map(flat, titles) if title]
    if len(first) != 1 or not titles:
        return None
    ((shown, heading),) = first.items()
    said = key(titles[0])
    if any(f"{shown} {said}" == key(title) for title in titles) or (
        shown != said and _inflected(shown) == _inflected(said)
    ):
        return None  # the site's name, before the headline in another title; or the same words
    for part in heading.parts if len(heading.parts) > 1 else ():
        before = titles[0].removesuffix(part).rstrip()
        if key(part) == said or (part == heading.parts[-1] and before != titles[0] and before.endswith(_KICKER_ENDS)):
            return part
    if said.startswith(f"{shown} by ") and len(shown.split()) >= 2:
        return heading.text  # `Ferry back by Ann Orr`
    if len(heading.parts) > 1 or said.startswith(f"{shown} ") or said.endswith(f" {shown}"):
        return None
    ours = set(shown.split()) - {word for name in names for word in name.split()}
    theirs = {word for title in titles for word in key(title).split()}
    alike = len(ours & theirs) >= max(2, 0.4 * min(len(ours), len(theirs)))
    return heading.text if alike and len(ours) >= 2 else None


def _inflected(plain: str) -> list[str]:
    """Words less what an apostrophe may have joined to them: `Kilbray’s` and `Kilbray` say the same."""
    return [word.removesuffix("s") for word in plain.split()]


def without_site(title: str, headings: Iterable[str], sites: Iterable[str]) -> str:
    """`title` without the site's name: a part of it that is a heading of the page, else less its known site part."""
    if not title:
        return ""
    if key(title) in headings:
        return title
    title = _ADDED.sub("", title)
    if match := _ARCHIVE.search(title):
        return title[match.end() :].strip()
    cuts = [(m.start(), m.end()) for m in _SEPARATOR.finditer(title)][:12]
    if (bracket := _BRACKET.search(title)) and key(bracket[1]) in {key(s) for s in sites}:
        return title[: bracket.start()].strip()
    parts = [title[:start] for start, _ in cuts] + [title[end:] for _, end in cuts if len(title[end:].split()) > 2]
    if shown := [part for part in parts if key(part) in headings and len(part) > 3]:
        return max(shown, key=len).strip()
    names = {key(s) for s in sites} | {key(s).replace(" ", "") for s in sites}

    def is_site(part: str) -> bool:
        return key(part) in names or key(part).replace(" ", "") in names

    for start, end in cuts:
        if is_site(title[end:]):
            return without_site(title[:start].strip(), headings, sites)
    if cuts and is_site(title[: cuts[0][0]]):
        return title[cuts[0][1] :].strip()
    if cuts:
        start, end = cuts[-1]
        mark, tail = title[start:end].strip(), title[end:]
        if mark in ("|", "·", "•", "»", "::", "||") and len(tail.split()) <= 5 <= len(title[:start].split()) + 3:
            return title[:start].strip()
        if (
            mark in ("-", "--", "–", "—")
            and len(tail.split()) <= 4
            and len(title[:start].split()) >= 4
            and tail[:1].isupper()
        ):
            return title[:start].strip()
    return title


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
