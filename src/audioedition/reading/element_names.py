"""An element's class, id, role and style -> what it looks like: a part of an article, or what surrounds one."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

_HIDDEN_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|(?<![\w-])opacity\s*:\s*0(?:\.0+)?\s*(?:;|$|!)|font-size\s*:\s*0(?:px|em|pt|%)?\s*(?:;|$|!)|"
    r"text-indent\s*:\s*-\d{3,}|(?:left|top)\s*:\s*-\d{4,}|"
    r"(?<![\w-])(?:max-)?(?:height|width)\s*:\s*0(?:px)?\s*;[^{}]{0,200}overflow\s*:\s*hidden",
    re.I,
)
_COMMENT = re.compile(r"/\*(?:[^*]|\*(?!/))*(?:\*/)?")
_ROLES = {
    "navigation": "navigation", "banner": "navigation", "search": "navigation", "menu": "navigation",
    "menubar": "navigation",
    "complementary": "page furniture", "contentinfo": "page furniture", "dialog": "page furniture",
    "alert": "page furniture",
    "alertdialog": "page furniture", "toolbar": "share buttons", "tablist": "navigation", "doc-endnotes": "footnotes",
}  # fmt: skip
_TAGS = {
    "nav": "navigation",
    "footer": "page furniture",
    "aside": "page furniture",
    "menu": "navigation",
    "header": "page header",
}
_TELLING = ("data-component", "data-testid", "data-test-id", "data-qa", "data-gu-name", "data-module", "data-type")
"""Attributes that name a part of the page where its classes are hashes."""
_UTILITY = re.compile(r"[\[\]:/()%&#!@]|^-")
_CAMEL = re.compile(r"(?<=[a-z\d])(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Look:
    """What an element's attributes say about it."""

    reason: str = ""
    """Why it is probably no part of the article; empty if nothing says so."""
    body: bool = False
    """Named like the body of an article."""
    deck: bool = False
    caption: bool = False
    pull_quote: bool = False
    code: bool = False


_NOTHING = Look()


@cache
def page_words() -> dict[str, dict[str, str]]:
    """The tables of page_words.toml."""
    return tomllib.loads(Path(__file__).with_name("page_words.toml").read_text(encoding="utf-8"))


@cache
def _patterns() -> tuple[list[tuple[str, re.Pattern[str]]], dict[str, re.Pattern[str]]]:
    reasons, kinds = (
        [(name, re.compile(rf"(?<![a-z])(?:{'|'.join(words.split())})(?![a-z])")) for name, words in table.items()]
        for table in (page_words()["reasons"], page_words()["kinds"])
    )
    return reasons, dict(kinds)


@lru_cache(maxsize=20_000)
def by_names(names: str) -> Look:
    """What the words in class and id say."""
    shown = ":block" in names or ":flex" in names or ":grid" in names or ":inline" in names  # `hidden md:block`
    # Tokens of utility style sheets (`md:hover:text-[1px]`) say how a thing looks, not what it is.
    names = " ".join(n for n in _CAMEL.sub("-", names).lower().split() if not _UTILITY.search(n))
    reasons, kinds = _patterns()
    reason = next((r for r, pattern in reasons if pattern.search(names)), "")
    found = {kind: bool(pattern.search(names)) for kind, pattern in kinds.items()}
    return Look("" if reason == "hidden" and shown else reason, **found)


def look(tag: str, attributes: Any, hidden: frozenset[str]) -> Look:
    """What an element looks like; `hidden` are class names and ids that the page's style sheet hides."""
    found = _NOTHING
    reason = ""
    if attributes:
        names = f"{attributes.get('class', '')} {attributes.get('id', '')}".strip()
        told = " ".join(v[:60] for k in _TELLING if (v := attributes.get(k)))
        if names or told:
            found = by_names(f"{names[:300]} {told}".strip())
            if hidden and not hidden.isdisjoint(names.split()):
                reason = "hidden"
        style = attributes.get("style")
        if "hidden" in attributes or (style and _HIDDEN_STYLE.search(style[:500])):
            reason = "hidden"
        reason = reason or _ROLES.get(attributes.get("role", "").lower(), "")
    if not reason and not found.reason:
        reason = _TAGS.get(tag, "")
    return replace(found, reason=reason) if reason else found


def hidden_by_css(root: Any) -> frozenset[str]:
    """Class names and ids that the page's own style elements hide in plain rules outside media queries."""
    found: set[str] = set()
    for node in root.iter("style"):
        if (node.get("media") or "all").lower() not in ("all", "screen"):
            continue
        depth = 0
        pieces = re.split(r"([{}])", _COMMENT.sub("", (node.text or "")[:500_000]))
        for selectors, brace, rule in zip(pieces[::2], pieces[1::2], pieces[2::2], strict=False):
            if brace == "}":
                depth = max(0, depth - 1)
                continue
            if depth == 0 and not selectors.lstrip().startswith("@") and _HIDDEN_STYLE.search(rule[:500]):
                found.update(s.strip()[1:] for s in selectors.split(",") if re.fullmatch(r"\s*[.#][\w-]+\s*", s))
            depth += 1
    return frozenset(found)
