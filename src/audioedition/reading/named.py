"""An element's class, id, role and style -> what it is named after. Names mislead: they are hints, never a verdict.

A word of the table `page_names` counts where it is a whole class or id, or ends one (`article__standfirst`,
`photo-caption`): the noun of such a compound stands last. What a name begins with says what a thing belongs to.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from ..lexis.tables import Lexis, derived

_HIDDEN_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?:px|em|pt|%)?\s*(?:;|$|!)"
    r"|text-indent\s*:\s*-\d{3,}|(?:left|top)\s*:\s*-\d{4,}",
    re.I,
)
_COMMENT = re.compile(r"/\*(?:[^*]|\*(?!/))*(?:\*/)?")
_SELECTOR = re.compile(r"\s*[.#][\w-]+\s*")
_ROLES = {
    "navigation": "navigation", "banner": "navigation", "search": "navigation", "menu": "navigation",
    "menubar": "navigation", "tablist": "navigation", "toolbar": "share buttons", "doc-endnotes": "footnotes",
    "complementary": "page furniture", "contentinfo": "page furniture", "dialog": "page furniture",
    "alertdialog": "page furniture",
}  # fmt: skip
_TAGS = {"nav": "navigation", "footer": "page furniture", "aside": "page furniture", "menu": "navigation"}
_TELLING = ("data-component", "data-testid", "data-qa", "data-gu-name", "data-module", "data-type", "data-area")
"""Attributes that name a part of the page where its classes are hashes."""
_CAMEL = re.compile(r"(?<=[a-z\d])(?=[A-Z])")
_HASH = re.compile(r"(?:__|--|-)(?=\w{0,12}\d)(?:[A-Za-z0-9]{5,12})$")
"""What CSS modules put behind a name: `caption__3hx2Z`."""
_STATE = re.compile(r"(?:has|no|not|is|with|without|hide|show|js)-|.*[\[\]:/()%&#!@]|.*(?:not-set|enabled|disabled)$")
"""Names of a state (`has-captions`) or of a look (`md:text-[1px]`) say nothing of what a thing is."""
_GENERIC = ("root", "wrapper", "wrap", "container", "inner", "outer")
_ALONE = ("hidden", "about the author", "timestamp", "advertisement", "share buttons", "comments", "related articles")
"""These are believed only of a whole name or its last two words: `overflow-hidden`, `free-time`."""


@derived
def _meanings(lexis: Lexis) -> dict[str, str]:
    return {word: row["means"] for word, row in lexis.table("page_names").items()}


@lru_cache(maxsize=20_000)
def _of_name(name: str) -> str:
    meanings = _meanings()
    if _STATE.match(name):
        return ""
    plain = _CAMEL.sub("-", _HASH.sub("", name)).lower().replace("__", "-").replace("_", "-").strip("-")
    if plain in meanings:
        return meanings[plain]
    words = plain.split("-")
    while len(words) > 1 and words[-1] in _GENERIC:
        words.pop()
    for tail in ("-".join(words[-2:]), words[-1]):
        found = meanings.get(tail, "")
        if found and (len(words) <= 5) and (found not in _ALONE or "-" in tail):
            return found
    return ""


def names(tag: str, attributes: Any) -> frozenset[str]:
    """What the element is named after: words of the column `means` of the table `page_names`."""
    found = frozenset({_TAGS[tag]}) if tag in _TAGS else frozenset[str]()
    if attributes:
        told = f"{attributes.get('class', '')} {attributes.get('id', '')}"[:400]
        for k in _TELLING:
            if v := attributes.get(k):
                told += f" {v[:60]}"
        found |= _of_names(told)
        if role := _ROLES.get(attributes.get("role", "").lower()):
            found |= {role}
    return found


@lru_cache(maxsize=20_000)
def _of_names(told: str) -> frozenset[str]:
    """What all of the names mean that are parted by spaces: a page has most of them many times."""
    return frozenset(filter(None, map(_of_name, told.split())))


def is_hidden(attributes: Any, by_style: frozenset[str]) -> bool:
    """Whether nobody sees the element; `by_style` are class names and ids that the page's style sheet hides."""
    if "hidden" in attributes or ("style" in attributes and _HIDDEN_STYLE.search(attributes["style"][:500])):
        return True
    told = f"{attributes.get('class', '')} {attributes.get('id', '')}"
    return _is_named_hidden(told) or (bool(by_style) and not by_style.isdisjoint(told.split()))


@lru_cache(maxsize=20_000)
def _is_named_hidden(told: str) -> bool:
    return any(_of_name(name) == "hidden" for name in told.split()[:20])


def hidden_by_css(root: Any) -> frozenset[str]:
    """Class names and ids that the page's own style elements hide in plain rules outside media queries."""
    found: set[str] = set()
    for node in root.iter("style"):
        if (node.get("media") or "all").lower() in ("all", "screen"):
            found |= _hiding(_COMMENT.sub("", (node.text or "")[:500_000]))
    return frozenset(found)


def _hiding(css: str) -> set[str]:
    found: set[str] = set()
    depth = 0
    pieces = re.split(r"([{}])", css)
    for selectors, brace, rule in zip(pieces[::2], pieces[1::2], pieces[2::2], strict=False):
        if brace == "}":
            depth = max(0, depth - 1)
            continue
        if depth == 0 and not selectors.lstrip().startswith("@") and _HIDDEN_STYLE.search(rule[:500]):
            found.update(s.strip()[1:] for s in selectors.split(",") if _SELECTOR.fullmatch(s))
        depth += 1
    return found
