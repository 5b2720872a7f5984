"""What is the headline among a page's titles and headings, and where in a title the site's own name begins."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from ..facts.decoding import flat
from .outline import short_text

_SEPARATOR = re.compile(r"\s+(?:[|\-–—·•»«:/]|::|\|\||--)\s+|\s*[|｜_－]\s*|(?<=\w)：|(?<=\w):\s+")

_ARCHIVE = re.compile(r"[»|]\s*blog archive\s*[»|]\s*(?=\S)", re.I)  # what WordPress once made titles of


def key(text: str) -> str:
    """`text` reduced to what two writings of a headline or a name have in common."""
    return " ".join(re.findall(r"\w+", text.casefold().replace("’", "'").replace("'", "")))


def headings_of(root: Any) -> list[tuple[int, str]]:
    """(level, text) of the headings of the page; what is marked as its headline counts as of the first level."""
    found: list[tuple[int, str]] = []
    for node in root.iter("h1", "h2", "h3"):
        if len(found) >= 60:
            break
        if text := short_text(node):
            found.append((int(node.tag[1]), text))
    for node in root.xpath("//*[@itemprop='headline']")[:5]:
        text = short_text(node)
        if text and len(text) < 300:
            found.insert(0, (1, text))
    return found


def page_headline(
    root: Any, given: Sequence[str], linked: Any, headings: list[tuple[int, str]], sites: tuple[str, ...]
) -> str | None:
    """The newsroom's own headline, or None if neither head nor headings settle it.

    `given` are the titles in meta elements, `linked` is JSON-LD's. OpenGraph's counts, unless JSON-LD and a heading on
    the page agree on another one or a heading says it at greater length; without either the first-level heading that
    shares most words with the title, else the title.
    """
    seen = {key(text): text for _, text in reversed(headings)}
    names = {key(site) for site in sites}
    linked = without_site(flat(linked), seen, sites) if isinstance(linked, str) else ""
    shared = [without_site(flat(t), seen, sites) for t in given]
    title = next((short_text(n) for n in root.iter("title")), "")
    if linked and key(linked) in seen and (not shared or key(shared[0]) not in seen):
        return seen[key(linked)]
    for text in [*shared[:1], linked, *shared[1:]]:
        if not text or key(text) in names:
            continue
        if text.endswith(("…", "...")):
            stem = key(text)
            text = next((h for h in [*seen.values(), title] if key(h).startswith(stem)), text)
        elif key(text) not in seen:
            text = _printed(text, title, headings)
        return without_site(text, seen, sites)
    bare = without_site(title, seen, sites)
    if key(bare) in seen and key(bare) not in names:
        return bare
    words = set(key(title).split())
    first = [(len(words & set(key(h).split())), h) for level, h in headings if level == 1 and key(h) not in names]
    shares, best = max(first, default=(0, ""), key=lambda pair: pair[0])
    if shares >= 0.5 * len(set(key(best).split())) and shares > 2:
        return best
    return bare if bare and key(bare) not in names and not first else None


def _printed(text: str, title: str, headings: list[tuple[int, str]]) -> str:
    """The page's one first-level heading instead of `text`, a headline for networks that stands nowhere on it, if the
    heading says that at greater length or the page's title begins with it; else `text`."""
    first = {key(h): h for level, h in headings if level == 1}
    if len(first) != 1 or len(text.split()) < 3:
        return text
    ((shown, heading),) = first.items()
    if key(text).startswith(f"{shown} by ") and len(shown.split()) >= 2:
        return heading  # `Ferry back by Ann Orr`
    ours, theirs = set(shown.split()), set(key(text).split())
    alike = len(ours & theirs) > 0.75 * len(ours | theirs)
    if shown.startswith(f"{key(text)} ") or (
        not alike and len(ours) >= 3 and f"{key(title)} ".startswith(f"{shown} ") and ours & theirs
    ):
        return heading
    return text


def without_site(title: str, headings: Iterable[str], sites: Iterable[str]) -> str:
    """`title` without the site's name: a part of it that is a heading of the page, else less its known site part."""
    if not title:
        return ""
    if key(title) in headings:
        return title
    if match := _ARCHIVE.search(title):
        return title[match.end() :].strip()
    cuts = [(m.start(), m.end()) for m in _SEPARATOR.finditer(title)][:12]
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
