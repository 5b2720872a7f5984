"""Stories of labelled texts set into the pages of others: more texts for `training/extent.py`.

What stands around a story has nothing to do with it: any story can stand in any page. So the trees meet rows of casts
and tables, short headings and addresses between menus and other headlines, of which the labelled texts have few, and
every page's words around many stories. `shells.txt` has pages of our own without a story: parts between lines `---`
(above the headline, between it and the text, between two paragraphs, any number of those, below), pages between lines
`---===`; `(lang) de` at the head of a page that is not English.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from audioedition.facts import bylines, dates
from audioedition.segmentation.prose import is_sentence

STORIES = ("ours", "clean copy", "read")
PAGES = ("ours", "read", "readwhole")
"""Kinds of texts that stories, and pages, are taken from."""
WEIGHT = 0.25
PER_SHELL = 4
"""Stories that are set into a page that has none of its own."""
LEAST = 3
"""Sentences of a story, and lines below it of a page, at least."""
ABOVE, BELOW = 30, (2, 12)
"""Lines that come along of a long page above a story, and where the mouse is let go early."""
SEED = 5

Text = dict[str, Any]
Lines = list[tuple[str, str]]
"""Lines with their labels."""


@dataclass(frozen=True)
class Cut:
    """A text in its parts."""

    name: str
    site: str
    lang: str
    above: Lines
    opening: Lines
    """From the headline to the first sentence."""
    body: Lines
    inner: list[Lines]
    """Runs of the page's lines in the body."""
    below: Lines


def more(texts: list[Text], shells: list[Cut]) -> list[Text]:
    """Every story in the page of another text of its language, and the pages of `shells` around some. The same texts
    give the same, line for line."""
    rng = random.Random(SEED)
    cuts = {id(text): cut for text in texts if text["kind"] in {*STORIES, *PAGES} and (cut := cut_up(text))}
    stories = [cuts[id(text)] for text in texts if text["kind"] in STORIES and id(text) in cuts]
    pages = [cuts[id(text)] for text in texts if text["kind"] in PAGES and id(text) in cuts]
    pages = [page for page in pages if len(page.below) > LEAST]
    found = []
    for story in stories:
        others = [page for page in pages if page.lang == story.lang and page.site != story.site]
        if others:
            found.append(set_into(rng.choice(others), story, rng))
    for shell in shells:
        same = [bare(story) for story in stories if story.lang == shell.lang]
        found += [set_into(shell, story, rng) for story in rng.sample(same, min(PER_SHELL, len(same)))]
    return found


def cut_up(text: Text) -> Cut | None:
    """The parts of a text; None for one with too little of a story."""
    lines: Lines = list(zip(text["lines"], text["labels"], strict=True))
    story = [i for i, (_, label) in enumerate(lines) if label == "P"]
    prose = [i for i in story if is_sentence(lines[i][0])]
    if len(prose) < LEAST:
        return None
    begins, first, ends = story[0], prose[0], story[-1] + 1
    body = lines[first:ends]
    parts = (lines[:begins], lines[begins:first], body, list(_runs(body)), lines[ends:])
    return Cut(text["name"], text["site"], text.get("lang", "en"), *parts)


def _runs(body: Lines) -> Iterator[Lines]:
    run: Lines = []
    for line in (*body, ("", "")):
        if line[1] == "F":
            run.append(line)
        elif run:
            yield run
            run = []


def bare(story: Cut) -> Cut:
    """A story without what of its page stands in it."""
    return replace(story, opening=_own(story.opening), body=_own(story.body), inner=[])


def _own(lines: Lines) -> Lines:
    return [line for line in lines if line[1] != "F"]


def set_into(page: Cut, story: Cut, rng: random.Random) -> Text:
    """One story with another's page above and below it, and between its paragraphs where it has nothing of its own."""
    opening, body = list(story.opening), list(story.body)
    if not any(label == "F" for _, label in opening):
        opening += [line for line in page.opening if line[1] == "F"]
    if not story.inner:
        gaps = [i for i in range(1, len(body)) if is_sentence(body[i - 1][0]) and is_sentence(body[i][0])]
        places = sorted(rng.sample(gaps, min(len(gaps), len(page.inner))), reverse=True)
        for place, run in zip(places, reversed(page.inner), strict=False):
            body[place:place] = run
    above, below = page.above, page.below
    if len(above) > ABOVE and rng.random() < 0.5:
        above = above[-rng.randint(1, ABOVE) :]
    if rng.random() < 0.4:
        below = below[: rng.randint(*BELOW)]
    lines = above + opening + body + below
    return {
        "name": f"{story.name} in {page.name}",
        "site": story.site,
        "page": page.site or story.site,
        "kind": "transplanted",
        "lang": story.lang,
        "weight": WEIGHT,
        "lines": [line for line, _ in lines],
        "labels": "".join(label for _, label in lines),
    }


def read_shells(path: Path) -> list[Cut]:
    """The pages of such a file. ValueError for one with fewer than three parts."""
    return [_shell(number, page) for number, page in enumerate(path.read_text("utf-8").split("---===\n"))]


def _shell(number: int, page: str) -> Cut:
    lang = "en"
    if page.startswith("(lang) "):
        head, page = page.split("\n", 1)
        lang = head.removeprefix("(lang) ")
    parts = [[_labelled(line) for line in part.splitlines() if line.strip()] for part in page.split("---\n")]
    if len(parts) < LEAST:
        raise ValueError(f"page {number} has {len(parts)} parts, at least {LEAST} are needed")
    above, opening, *inner, below = parts
    return Cut(f"shell {number}", "", lang, above, opening, [], inner, below)


def _labelled(line: str) -> tuple[str, str]:
    """Who and when is not learnt: the opening decides about that."""
    return line, "-" if bylines.read(line) or dates.is_timestamp(line) else "F"
