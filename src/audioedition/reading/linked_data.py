"""JSON-LD of a page -> its objects, and which of them is the page's article (https://schema.org/NewsArticle)."""

from __future__ import annotations

import collections
import html
import itertools
import json
import re
from collections.abc import Collection, Iterator
from typing import Any

_ARTICLE = re.compile(
    r"(?:Article|BlogPosting|Report|Review|NewsArticle|LiveBlogPosting|CreativeWork|WebPage|HowTo|Recipe)$"
)
_PARTS = ("@graph", "mainEntity", "mainEntityOfPage", "itemReviewed", "hasPart")
"""What an object of a page may hold that is its article."""
_MOST_BYTES = 2_000_000
"""Of one script no more is read."""
_MOST_ITEMS = 2000
"""So many objects of a page are looked at."""


def linked_data(root: Any) -> Iterator[dict[str, Any]]:
    """Every JSON-LD object of the page, those inside @graph and arrays included."""
    scripts = (
        lenient_json(node.text)
        for node in root.iter("script")
        if "ld+json" in (node.get("type") or "").lower() and node.text
    )
    yield from itertools.islice(itertools.chain.from_iterable(objects(said, _PARTS) for said in scripts), _MOST_ITEMS)


def objects(document: Any, parts: Collection[str]) -> Iterator[dict[str, Any]]:
    """The objects of a JSON-LD document, its lists and what its objects hold under the names `parts` included."""
    pending: collections.deque[Any] = collections.deque([document])
    while pending:
        item = pending.popleft()
        if isinstance(item, list):
            pending.extendleft(reversed(item))
        elif isinstance(item, dict):
            yield item
            pending.extend(item[key] for key in parts if isinstance(item.get(key), dict | list))


def article_of(items: list[dict[str, Any]]) -> dict[str, Any]:
    """The JSON-LD object that is the page's article: of an article type, with most of what we need."""
    best: dict[str, Any] = {}
    best_score = 0.0
    for item in items:
        kinds = types(item)
        if not any(map(_ARTICLE.search, kinds)):
            continue
        score = sum(bool(item.get(k)) for k in ("headline", "author", "datePublished", "articleBody"))
        score += 2 * any(t.endswith(("Article", "Posting", "Report", "Review")) for t in kinds) + bool(
            item.get("headline")
        )
        if "itemReviewed" in item or "Comment" in kinds:
            score -= 2
        if score > best_score:
            best, best_score = item, score
    return best


def types(item: dict[str, Any]) -> list[str]:
    return [t.rpartition("/")[2] for t in flatten(item.get("@type")) if isinstance(t, str)]


def flatten(value: Any) -> list[Any]:
    if isinstance(value, list):
        return [v for item in value[:50] for v in (item if isinstance(item, list) else [item])]
    return [] if value is None else [value]


def listed(value: Any) -> list[Any]:
    return flatten(value["@list"] if isinstance(value, dict) and "@list" in value else value)


def first_text(value: Any) -> str:
    """The first string in a value of JSON-LD, which may be a list or an object with `@value`."""
    for item in flatten(value):
        item = item.get("@value") if isinstance(item, dict) else item
        if isinstance(item, str) and item.strip():
            return unescaped(item)
    return ""


def unescaped(text: str) -> str:
    """`text` without the entities of HTML that are left in it: many a head is escaped once too often."""
    return html.unescape(text) if "&" in text else text


def lenient_json(text: str) -> Any:
    """JSON as web pages have it: comments and CDATA around it, raw line breaks in strings, commas too many."""
    text = text.strip()[:_MOST_BYTES]
    for opened, closed in (("<!--", "-->"), ("//<![CDATA[", "//]]>"), ("// <![CDATA[", "// ]]>"), ("<![CDATA[", "]]>")):
        text = text.removeprefix(opened).removesuffix(closed).strip()
    text = text.removesuffix(";")
    for attempt in (text, re.sub(r",\s*(?=[}\]])", "", text), re.sub(r"}\s*{", "},{", f"[{text}]")):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    # Broken beyond that: at least the plain strings that matter.
    found = {}
    for key in ("headline", "datePublished", "dateModified"):
        if match := re.search(rf'"{key}"\s*:\s*"((?:[^"\\]|\\.){{1,500}})"', text):
            found[key] = match[1].replace('\\"', '"').replace("\\/", "/")
    if match := re.search(
        r'"author"\s*:\s*[\[{\s]{1,20}(?:"@type"\s*:\s*"\w+"\s*,\s*)?"name"\s*:\s*"([^"\\]{1,100})"', text
    ):
        found["author"] = match[1]
    return {"@type": "Article", **found} if found else None


def names_in(article: dict[str, Any], items: list[dict[str, Any]]) -> list[str]:
    """The people that an article among `items` names as who wrote it, as they are spelt there."""
    people = {i["@id"]: i for i in items if "Person" in types(i) and isinstance(i.get("@id"), str)}
    given = listed(article.get("author")) or listed(article.get("creator"))[:1]
    return [name for author in given for name in _names_of(author, people)]


def _names_of(author: Any, people: dict[str, dict[str, Any]]) -> list[str]:
    """The names of an author in JSON-LD: a string, a person, or a reference to one elsewhere on the page."""
    if isinstance(author, str):
        return [unescaped(author)]
    if not isinstance(author, dict):
        return []
    if isinstance(author.get("@id"), str) and not author.get("name"):
        author = people.get(author["@id"], author)
    if "Organization" in " ".join(types(author)):
        return []
    if not author.get("name"):
        return (
            [f"{first_text(author.get('givenName'))} {first_text(author['familyName'])}"]
            if author.get("familyName")
            else []
        )
    said = flatten(author["name"])
    return [unescaped(n) for n in said if isinstance(n, str)] or [first_text(said)]
