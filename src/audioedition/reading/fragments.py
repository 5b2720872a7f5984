"""The parts of an article out of HTML that is all article: an entry of a feed, a chapter, a message, rendered Markdown.

`PARTS` are the rules for what is no part of it after all; the first that answers decides.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from ..facts import furniture
from ..model import Reason, Role
from ..model.rules import Decision, Rule, RuleSet, is_off
from ..settings import ReadSettings
from . import block_rules
from .composing import Part
from .headlines import key
from .inline import structure
from .markup import parse_html
from .outline import Block, Outline, looks_like_subhead, outline
from .senders import of_sender
from .shortcodes import without_shortcodes

_ESCAPED_TAG = re.compile(r"&lt;/?(?:p|div|br|a|img|em|strong|ul|blockquote|h[2-4])\b[^<>]{0,300}?&gt;", re.I)
_BLOCK_TAG = re.compile(r"<(?:p|div|br|h\d|li|table|blockquote)\b", re.I)
_NOTES = re.compile(r"\b(?:foot|end|rear)notes?\b")
_BESIDE = frozenset(
    ("comments", "share buttons", "advertisement", "sign-up", "cookie notice", "related articles", "navigation")
)
_NOTICES = (Reason.SIGN_UP, Reason.COPYRIGHT, Reason.FURNITURE)
_MOST_PULLS = 40
BELOW_NOTICE = "fragment/below a notice"
"""The rule that has seen all parts of what a sender sent."""
_TAIL = 8
"""So many blocks at the end are looked through for the notices of who sent it."""


@dataclass(slots=True)
class _Fragment:
    page: Outline
    settings: ReadSettings
    headline: str
    """Its letters, as `key` gives them."""
    sent: bool
    """Whether a feed or a mail brought it: then lines such as `Continue reading` are no part of it."""
    running: str = ""
    """The letters of the text beside which pull quotes stand; empty where there are none, or too many for one."""
    reasons: list[Reason | None] = field(default_factory=list)
    """For every node why it is passed over, if so."""


class _Seen(NamedTuple):
    all: _Fragment
    i: int

    @property
    def block(self) -> Block:
        return self.all.page.blocks[self.i]

    @property
    def settings(self) -> ReadSettings:
        return self.all.settings


def _hidden(seen: _Seen) -> Reason | None:
    return Reason.HIDDEN if seen.block.hidden else None


def _place(seen: _Seen) -> Reason | None:
    return seen.all.reasons[seen.block.node]


def _headline(seen: _Seen) -> Reason | None:
    """The headline once more, above the text."""
    above = seen.i < 6 and (seen.block.kind == "heading" or seen.all.sent)
    return Reason.SAID_BEFORE if above and seen.all.headline and key(seen.block.text) == seen.all.headline else None


def _phrase(seen: _Seen) -> Reason | Decision[Reason] | None:
    if not seen.all.sent or seen.block.kind == "quote":
        return None
    return of_sender(seen.block.text) or furniture.decide(seen.block.text)


def _pull_quote(seen: _Seen) -> Reason | None:
    """A quotation set large beside the text, if the text has it too."""
    return Reason.PULL_QUOTE if seen.block.kind == "pull" and key(seen.block.text) in seen.all.running else None


def _button(seen: _Seen) -> Reason | None:
    """In a message a line that is a link as a whole, of a few words without an end, is a button."""
    block = seen.block
    link = seen.all.sent and block.kind == "p" and block.linked >= 0.9 * len(block.text)
    return Reason.FURNITURE if link and len(block.text.split()) <= 5 and block.text[-1].isalnum() else None


def _role(seen: _Seen) -> Role | None:
    if seen.block.kind == "heading" or (seen.i and looks_like_subhead(seen.block)):
        return Role.SUBHEAD
    return Role.CAPTION if seen.block.kind == "caption" else None


PARTS: RuleSet[_Seen, block_rules.Outcome] = RuleSet(
    "fragment",
    (
        Rule("hidden", _hidden, "CSS 2.1, 11.2 visibility: preview texts of newsletters"),
        Rule("place", _place, "elements named after notes, sharing, sign-ups; nav"),
        Rule("struck out", block_rules.struck, "HTML: del and s hold what is no longer right"),
        Rule("control", block_rules.control, "HTML: buttons and the labels of forms are worked, not read"),
        Rule("code", block_rules.code, "setting read.code"),
        Rule("table", block_rules.table, "setting read.tables"),
        Rule("ornament", block_rules.ornament, "rows of stars and bullets divide a text for the eye"),
        Rule("headline again", _headline, "newsletters and blog feeds print it above the text"),
        Rule("pull quote", _pull_quote, "HTML, 4.3.5 aside: pull quotes repeat the text"),
        Rule("phrase of a page", _phrase, "facts/furniture.py, and the table of what senders say of themselves"),
        Rule("button", _button, "READ IN APP, Upgrade to paid, Start writing"),
        Rule("subhead or caption", _role, "HTML: h1 to h6, figcaption, and short lines all in bold"),
    ),
)


def html_parts(
    html_text: str, settings: ReadSettings, *, headline: str | None = None, sent: bool = False
) -> list[Part]:
    """The parts of a fragment of HTML that is all article; `sent` says that a feed or a mail brought it."""
    root = tree(html_text)
    return tree_parts(root, settings, headline=headline, sent=sent) if root is not None else []


def tree(html_text: str) -> Any:
    """The root element of a fragment of HTML, however it was written; None if there is nothing in it."""
    if "&lt;" in html_text and not re.search(r"<[a-z]", html_text, re.I) and _ESCAPED_TAG.search(html_text):
        html_text = html.unescape(html_text)  # escaped once too often
    html_text = without_shortcodes(html_text)
    if not _BLOCK_TAG.search(html_text):
        html_text = re.sub(r"\n\s*\n", "<p>", html_text)  # text with inline mark-up only
    return parse_html(html_text)


def tree_parts(root: Any, settings: ReadSettings, *, headline: str | None = None, sent: bool = False) -> list[Part]:
    """The parts of an element tree (HTML or XHTML) that is all article; see `html_parts`."""
    return outlined(root, settings, headline=headline, sent=sent)[1]


def outlined(
    root: Any, settings: ReadSettings, *, headline: str | None = None, sent: bool = False
) -> tuple[Outline, list[Part]]:
    """The blocks of such a tree, and the part that each of them is."""
    fragment = _Fragment(outline(root), settings, key(headline or ""), sent)
    fragment.reasons = _reasons(fragment)
    if 0 < sum(block.kind == "pull" for block in fragment.page.blocks) <= _MOST_PULLS:
        fragment.running = " ".join(key(block.text) for block in fragment.page.blocks if block.kind != "pull")
    blocks = [_Seen(fragment, i) for i in range(len(fragment.page.blocks))]
    parts = [block_rules.part(seen, PARTS.first(seen)) for seen in blocks]
    return fragment.page, _without_tail(parts) if sent and not is_off(BELOW_NOTICE) else parts


def _reasons(fragment: _Fragment) -> list[Reason | None]:
    page = fragment.page
    reasons: list[Reason | None] = [None] * len(page.nodes)
    for i, node in enumerate(page.nodes[1:], 1):
        own: Reason | None = None
        if "footnotes" in node.names or _is_notes(node.element):
            own = None if fragment.settings.footnotes else Reason.FOOTNOTES
        elif named := node.names & _BESIDE:
            own = Reason(min(named))
        reasons[i] = reasons[node.parent] or own
    read = sum(len(b.text) for b in page.blocks if not reasons[b.node])
    if read < 0.5 * sum(len(b.text) for b in page.blocks):
        reasons = [r if r is Reason.FOOTNOTES else None for r in reasons]  # their names mislead
    return reasons


def _is_notes(element: Any) -> bool:
    return bool(_NOTES.search(f"{structure(element.attrib)} {(element.get('class') or '').replace('-', ' ')}"))


def _without_tail(parts: list[Part]) -> list[Part]:
    """Below the first notice of the sender's among the last blocks there is nothing of the article's any more, if no
    sentence follows."""
    last = max((i for i, part in enumerate(parts) if not part.reason and is_running(part.text)), default=-1)
    start = max(last + 1, len(parts) - _TAIL)
    notice = next((i for i in range(start, len(parts)) if parts[i].reason in _NOTICES), None)
    if notice is None:
        return parts
    below = (p if p.reason else Part(p.text, None, Reason.FURNITURE, rule=BELOW_NOTICE) for p in parts[notice:])
    return [*parts[:notice], *below]


def is_running(text: str) -> bool:
    """Whether a paragraph is of sentences: eight words or more, with an end."""
    return len(text.split()) >= 8 and text.rstrip("\"'”’»)")[-1:] in (".", "!", "?", "…")
