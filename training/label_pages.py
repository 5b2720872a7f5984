"""Labels pages by machine: folders of web pages -> texts as somebody pastes them, a letter for every line.

    pip install -e .
    python training/label_pages.py FOLDER [...] [--without LIST] > labelled.jsonl

What `training/extent.py` reads. A line is the story (`P`) where this program's reader of pages and trafilatura at its
most careful both keep it, the page (`F`) where neither this program nor trafilatura at its most generous does, a
caption (`C`) where the page marks it as one, and unknown (`-`) where they disagree. Above the first long line of the
story extractors leave out standfirsts: there only short lines that repeat nothing of the page's metadata are labelled.
Each page gives its text from the headline to some way below the story, the same with little below, every third also
the page whole, and the story alone, as it stands in clean copy. `--without`: names of files to leave out, a line each.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import trafilatura
from lxml import html

import audioedition
from audioedition.facts import bylines, dates
from audioedition.model import Article, Role

BLOCKS = frozenset(
    [
        "p",
        "li",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "td",
        "th",
        "figcaption",
        "blockquote",
        "dt",
        "dd",
        "div",
        "section",
        "article",
        "header",
        "footer",
        "aside",
        "nav",
        "ul",
        "ol",
        "table",
        "tr",
        "body",
        "main",
        "form",
        "label",
        "button",
        "pre",
        "address",
        "figure",
        "time",
    ]
)
UNSEEN = frozenset(
    [
        "script",
        "style",
        "noscript",
        "svg",
        "template",
        "head",
        "iframe",
        "select",
        "textarea",
        "input",
        "video",
        "audio",
        "object",
    ]
)
CAPTION = re.compile(r"(?:^|[-_ ])(?:caption|figcaption|bildunterschrift|legende|pie-?foto|image-credit)", re.I)
LONG = 120
"""Characters from which on a block is taken for a paragraph of running text."""
BELOW = 25
"""Blocks below the last long one that come along when the mouse is let go."""
WEIGHT = {"pasted": 0.2, "short": 0.1, "whole": 0.2, "clean": 0.5}
"""Beside 1 for pages that somebody has read."""


@dataclass(frozen=True)
class Block:
    text: str
    caption: bool


def blocks(page: bytes) -> list[Block]:
    """What a browser shows, block by block."""
    out: list[Block] = []
    words: list[str] = []
    captions = 0

    def flush() -> None:
        text = " ".join("".join(words).split())
        words.clear()
        if text:
            out.append(Block(text, captions > 0))

    todo: list[tuple[object, bool]] = [(html.fromstring(page), False)]
    while todo:
        node, leaving = todo.pop()
        if isinstance(node, str):
            words.append(node)
            continue
        if not isinstance(node, html.HtmlElement) or node.tag in UNSEEN or node.get("hidden") is not None:
            continue
        is_block = node.tag in BLOCKS or node.tag == "br"
        is_caption = node.tag == "figcaption" or CAPTION.search(node.get("class") or "") is not None
        if is_block or is_caption:
            flush()
        if leaving:
            captions -= is_caption
            continue
        captions += is_caption
        todo.append((node, True))
        for child in reversed(node):
            todo += [(child.tail or "", False), (child, False)]
        todo.append((node.text or "", False))
    flush()
    return out


def selected(found: list[Block], headline: str) -> tuple[int, int]:
    """From the headline, or little above the first paragraph, to some way below the last."""
    long = [i for i, block in enumerate(found) if len(block.text) > LONG]
    if not long:
        return 0, 0
    last = long[0]
    for i in long:
        if i - last <= 12:
            last = i
    heads = [i for i in range(long[0]) if headline and letters(found[i].text) == headline]
    return heads[-1] if heads else max(0, long[0] - 6), min(len(found), last + 1 + BELOW)


def letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text)).casefold()


def of_page(name: str, page: bytes, article: Article, number: int) -> Iterator[dict[str, object]]:
    """The rows that one page gives."""
    found = blocks(page)
    begin, end = selected(found, letters(article.headline or ""))
    kept = _kept(article)
    labels = _labels(page, found, article, kept)
    story = [i for i in range(begin, end) if labels[i] == "P"]
    first = next((i for i in story if len(found[i].text) > 100), None)
    if first is None or sum(len(found[i].text) > 80 for i in story) < 3:
        return
    last = max(i for i in story if len(found[i].text) > 60)
    for i in range(begin, last):
        if labels[i] == "F" and (len(found[i].text) > (60 if i < first else 100) or _is_known(found[i].text)):
            labels[i] = "-"
    for i in (*range(begin), *range(last + 1, len(found))):
        labels[i] = "-" if labels[i] == "P" else labels[i]
    lines, text = [block.text for block in found], "".join(labels)
    little = min(end, last + 1 + number % 6)
    yield _row(name, "pasted", lines[begin:end], text[begin:end])
    yield _row(name, "short", lines[begin:little], text[begin:little])
    if number % 3 == 0:
        a, b = max(0, begin - 60), min(len(found), end + 40)
        yield _row(name, "whole", lines[a:b], text[a:b])
    yield _row(name, "clean", kept, "P" * len(kept))


def _labels(page: bytes, found: list[Block], article: Article, kept: list[str]) -> list[str]:
    whole = frozenset(map(letters, kept))
    story = letters("|".join(kept))
    sure = letters(trafilatura.extract(page, include_comments=False, favor_precision=True) or "")
    likely = letters(trafilatura.extract(page, include_comments=False, favor_recall=True) or "")
    told = letters(" ".join(filter(None, (article.headline, article.deck))))
    return [_label(block, whole, story, sure, likely, told) for block in found]


def _is_known(line: str) -> bool:
    """Bylines and dates: extractors leave them out, and yet the opening is told by them."""
    return len(line) < 200 and (bylines.read(line) is not None or dates.is_timestamp(line))


def _label(block: Block, whole: frozenset[str], story: str, sure: str, likely: str, told: str) -> str:
    key = letters(block.text)
    if len(key) < 3:
        return "-"
    if block.caption:
        return "C"
    if (key in told and len(key) > 12) or (key in sure and (key in whole or (len(key) > 25 and key in story))):
        return "P"
    return "-" if key in story or key in likely else "F"


def _kept(article: Article) -> list[str]:
    """The paragraphs of the story, without what stands around it."""
    paragraphs: list[str] = []
    at = 0
    for mark in article.marks:
        if mark.role not in (Role.BODY, Role.QUOTE, Role.SUBHEAD):
            paragraphs += article.text[at : mark.start].split("\n\n")
            at = mark.end
    return [p.strip() for p in (*paragraphs, *article.text[at:].split("\n\n")) if p.strip()]


def _row(name: str, kind: str, lines: list[str], labels: str) -> dict[str, object]:
    site = re.sub(r"[.-][^.-]*\.html?$", "", name)
    return {"name": name, "site": site, "kind": kind, "weight": WEIGHT[kind], "lines": lines, "labels": labels}


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("folders", nargs="+", type=Path)
    ask.add_argument("--without", type=Path)
    given = ask.parse_args()
    without = set(given.without.read_text().split()) if given.without else set()
    pages = sorted(p for folder in given.folders for p in folder.glob("*.htm*") if p.name not in without)
    for number, path in enumerate(pages):
        try:
            article = audioedition.read_article(path)
        except audioedition.AudioEditionError as refused:
            print(f"{path.name}: {refused}", file=sys.stderr)
            continue
        for row in of_page(path.name, path.read_bytes(), article, number):
            print(json.dumps(row, ensure_ascii=False))


if __name__ == "__main__":
    main()
