"""An element tree -> its visible text as a flat list of `Block`s, each knowing where it stands and what it looks like.

One pass without recursion, so that neither depth nor size of a page can hurt; the tree is not changed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from .decoding import clean

BLOCKS = frozenset(
    "html body div p section article main header footer aside nav ul ol li dl dt dd table caption thead tbody tfoot tr td th "
    "blockquote pre figure figcaption h1 h2 h3 h4 h5 h6 form fieldset legend details summary address hr center menu dir hgroup "
    "title subtitle epigraph cite-block amp-carousel".split()
)
SKIPPED = frozenset(
    "head script style noscript template svg math iframe object embed applet button select option textarea input canvas audio "
    "video map datalist progress meter rp rt dialog link meta base colgroup col param source track amp-ad amp-sticky-ad "
    "amp-iframe amp-analytics ins-ad".split()
)
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))

# Class and id words of what surrounds an article. Each pattern is a reason; the first that fits counts.
_CLASSES = tuple(
    (reason, re.compile(rf"(?<![a-z])(?:{words})(?![a-z])"))
    for reason, words in (
        ("comments", r"comments?(?:[-_]?(?:list|area|section|body|text|wrap\w*|form|count|thread|content|container))?|commentlist|disqus\w*|responses|respond|livefyre|replies|discussions?|fb-?comments|trackbacks?|pingbacks?"),
        ("hidden", r"sr-only|visually-?hidden|visuallyhidden|screen-reader(?:-text|-only)?|assistive-text|hidden|hide|u-hidden|is-hidden|d-none|invisible|offscreen|off-screen|noprint-hidden|print-only|show-print|only-print"),
        ("share buttons", r"share(?:s|d|bar|bars|tools|buttons?|links?|this|icons?|box|wrap\w*|daddy|r)?|sharing|addthis\w*|addtoany\w*|sharethis\w*|socials?|social-?(?:media|links?|icons?|share|bar|tools|buttons?|list)?|sociable|follow(?:-?us|-?me)?|tweet-?(?:button|this)|fb-like|whatsapp|pinterest|email-this|article-?tools|tools?-?bar|toolbar|utility-?bar|print-?(?:link|button)|sumome"),
        ("related articles", r"relateds?|related-?\w*|recommend(?:ed|ations?|er|s)?|recirc(?:ulation)?|read-?(?:more|next|also|this)|more-?(?:stories|from|news|on|articles|posts|reading|like|in|to|coverage)|most-?(?:read|popular|viewed|shared|recent|commented)|popular|trending|top-?stories|latest(?:-?(?:news|stories|posts|articles))?|also-?(?:on|like|in|read)|you-?may(?:-?\w+)*|see-?also|up-?next|next-?(?:article|post|story|up)|previous-?(?:post|article)|prev-?next|suggest(?:ed|ions?)|similar|teasers?|headlines|story-?(?:list|feed|package)|stories|editors-?picks|what-?to-?read|zergnet|outbrain\w*|taboola\w*|revcontent|nrelate|yarpp\w*|jp-relatedposts|crp_related|article-?list|river|in-?this-?(?:package|story|issue)|collection-?list|interstitial-?link|inline-?(?:link|promo|related|story)|carousel|slider|pagination|pager|page-?links|nav-?links|post-?nav\w*"),
        ("advertisement", r"ad|ads|advert(?:s|isement|isements|ising|orial)?|ad-?(?:\w+)?(?:slot|unit|container|wrapper|box|break|banner|label|block|frame|holder|text|module|space|area|zone)|adsense|adsbygoogle|ad[-_]\w+|dfp\w*|gpt-?ad\w*|sponsor(?:ed|s|ship)?|promoted|native-?ad|commercial|affiliate\w*|partner(?:s|-?content)?|google-?auto-?placed|mpu|leaderboard|skyscraper|billboard|banners?(?:-?ad)?"),
        ("sign-up", r"news-?letters?(?:-?\w+)?|subscri(?:be|ption|ptions|ber)(?:-?\w+)?|sign-?ups?(?:-?\w+)?|mailing-?list|email-?(?:signup|form|capture|subscribe)|mc_embed_signup|opt-?in(?:-?\w+)?|pay-?wall(?:-?\w+)?|register|registration|log-?in|donat(?:e|ion|ions)(?:-?\w+)?|membership|cta|call-?to-?action|lead-?gen\w*|promos?(?:-?\w+)?|promotions?"),
        ("cookie notice", r"cookies?(?:-?\w+)?|gdpr|ccpa|consent|privacy-?(?:notice|banner)|onetrust\w*|evidon\w*|truste\w*|cc-window|legal-?(?:notice|bar)"),
        ("navigation", r"nav|navs|navbar|navigation|sub-?nav|main-?nav|top-?nav|menus?|menu-?\w+|bread-?crumbs?|skip-?(?:link|to-content|nav\w*)|site-?map|jump-?(?:link|nav)|toc|table-?of-?contents|masthead|site-?header|page-?header-?bar|global-?header|topbar|top-?bar|search(?:-?(?:form|box|bar|results))?|ticker|hamburger|drawer|flyout|drop-?down|tabs|lang(?:uage)?-?(?:switcher|selector|nav)"),
        ("page furniture", r"footer|foot|site-?footer|page-?footer|colophon|side-?bars?|side-?bar-?\w+|rail|right-?rail|left-?rail|right-?col(?:umn)?|side-?col(?:umn)?|aside|widgets?|widget-?area|modals?|pop-?ups?|pop-?over|overlay|lightbox|tool-?tips?|hover-?card|alerts?(?:-?(?:bar|box|banner))?|notifications?|toast|polls?|quiz|surveys?|ratings?|vote|votes|copyright|disclaimer|credits?|contact-?(?:us|form)?|feedback|tag-?list|tags|tag-?links|tag-?cloud|topics|topic-?list|keywords|categor(?:y|ies)(?:-?(?:list|links))?|post-?(?:tags|categories|categ)|label-?list|filed-?(?:under|in)|cat-?links|post-?ratings|entry-?(?:utility|footer|tags)|article-?(?:footer|tags)|story-?(?:footer|tags)|post-?footer|hnews|transcript-?link|app-?promo|download-?app|stats|view-?count|scroll-?to-?top|back-?to-?top|infobox-?nav|editsection|mw-editsection|noprint|hatnote|printfooter|catlinks|mbox|metadata|navbox|reflist|references|footnotes?"),
        ("picture gallery", r"(?:photo-?|image-?|picture-?|full-?|inline-?)?(?:galler(?:y|ies)|slide-?shows?)(?:-?(?:wrap\w*|container|content|list|items?|captions?))?"),
        ("about the author", r"about-?(?:the-?)?(?:author|writer)s?|author-?(?:bio|box|info|profile|card|description|details|about|block|widget|area|section|footer|end|blurb|text|content)(?:[-_]\w+)*|bio|biography|contributors?-?(?:bio|info)|writer-?bio|profile-?(?:card|box)|post-?author-?(?:bio|box|info)|guest-?author|author__text\w*"),
        ("byline", r"by-?lines?(?:[-_]\w+)*|authors?(?:[-_](?:name|names|link|meta|date|wrapper|list|top|date-?line))?|(?:post|article|entry|story|blog|news|content)-?authors?|written-?by|posted-?by|posted-?on|contributors?|writer|p-author|post-?meta|entry-?meta|article-?meta|story-?meta|meta-?(?:info|data|line|bar|author|inline)|article-?info|post-?(?:info|data|details|byline|header-?meta)|entry-?(?:info|details|byline)|attribution|credit-?line|dateline-?byline"),
        ("timestamp", r"dates?|date-?(?:line|time|published|posted|created)|time-?stamps?|pub-?date|published(?:-?(?:date|at|on|time))?|publish-?(?:date|time)|post-?(?:date|time)|entry-?date|article-?(?:date|time)|story-?(?:date|time)|updated(?:-?\w+)?|last-?(?:updated|modified)|posted|dt-published|read(?:ing)?-?time|time-?to-?read|timeago"),
    )
)  # fmt: skip
_BODY_CLASS = re.compile(
    r"(?<![a-z])(?:article-?(?:body|text|content|copy|main)|story-?(?:body|text|content|copy)|post-?(?:body|content|text|entry)|entry-?content|"
    r"body-?(?:copy|text|content)|main-?(?:content|text|body)|content-?(?:body|text|main)|article|story|entry|hentry|prose|rich-?text|post|blog-?post|news-?(?:body|text|content)|text-?body)(?![a-z])"
)
_DECK_CLASS = re.compile(
    r"(?<![a-z])(?:deks?|decks?|stand-?first|sub-?titles?|sub-?head(?:line|er|ing)?|summary|excerpt|strap-?line|tag-?line|intro(?:duction)?|lede|abstract|article-?(?:dek|deck|summary|description|intro|subtitle|sub)|description|kicker-?below)(?![a-z])"
)
_CAPTION_CLASS = re.compile(
    r"(?<![a-z])(?:(?:wp-|image-?|photo-?|media-?|img-?|figure-?|picture-?|video-?|gallery-?|lead-?|hero-?)?captions?(?:-?(?:text|wrap\w*|credit|content))?|wp-caption(?:-text|-dd)?|cutline|photo-?(?:credit|text|info)|image-?(?:credit|text|source|description)|media-?(?:credit|text)|copyright-?holder|credit)(?![a-z])"
)
_PULL_CLASS = re.compile(
    r"(?<![a-z])(?:pull-?quotes?|pull-?out|callout-?quote|quote-?(?:box|pull)|key-?(?:quote|points?)|highlight-?quote)(?![a-z])"
)
_CODE_CLASS = re.compile(
    r"(?<![a-z])(?:highlight|codehilite|code-?block|crayon\w*|prettyprint|gist|syntaxhighlighter|wp-block-code)(?![a-z])"
)
_HIDDEN_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|(?<![\w-])opacity\s*:\s*0(?:\.0+)?\s*(?:;|$|!)|font-size\s*:\s*0(?:px|em|pt|%)?\s*(?:;|$|!)|"
    r"text-indent\s*:\s*-\d{3,}|(?:left|top)\s*:\s*-\d{4,}|(?<![\w-])(?:max-)?(?:height|width)\s*:\s*0(?:px)?\s*;[^{}]{0,200}overflow\s*:\s*hidden",
    re.I,
)
_ROLES = {
    "navigation": "navigation", "banner": "navigation", "search": "navigation", "menu": "navigation", "menubar": "navigation",
    "complementary": "page furniture", "contentinfo": "page furniture", "dialog": "page furniture", "alert": "page furniture",
    "alertdialog": "page furniture", "toolbar": "share buttons", "tablist": "navigation", "doc-endnotes": "footnotes",
}  # fmt: skip
_TAGS = {
    "nav": "navigation",
    "footer": "page furniture",
    "aside": "page furniture",
    "menu": "navigation",
    "header": "page header",
}
_UTILITY = re.compile(r"[\[\]:/()%&#!@]|^-")
_CAMEL = re.compile(r"(?<=[a-z\d])(?=[A-Z])")


@dataclass(slots=True)
class Node:
    """A block element on the way to a block."""

    parent: int
    tag: str
    element: Any
    reason: str
    """Why it looks like something that is not the article; empty if it does not."""
    body: bool
    """Whether its class names the body of an article."""
    deck: bool


@dataclass(slots=True)
class Block:
    """A run of text that a reader sees as one paragraph, heading, item or cell."""

    text: str
    node: int
    linked: int
    """Characters of `text` inside links."""
    kind: str
    """`p`, `heading`, `item`, `quote`, `caption`, `cell`, `code`, `pull`."""
    level: int = 0
    """Of a heading, 1-6."""
    language: str | None = None
    strong: bool = False
    """Whether all of it is bold."""


@dataclass(slots=True)
class Outline:
    """What a reader sees of an element tree. `nodes[0]` is its root; parents come before children."""

    nodes: list[Node] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    hints: list[tuple[str, Any, int, int]] = field(default_factory=list)
    """(`byline` or `timestamp`, element, index of its node, number of blocks before it)."""


@lru_cache(maxsize=20_000)
def _looks(names: str) -> tuple[str, bool, bool, bool, bool, bool]:
    """(reason, body, deck, caption, pull quote, code) by the words in class and id."""
    # Tokens of utility style sheets (`md:hover:text-[1px]`) say how a thing looks, not what it is.
    names = " ".join(n for n in _CAMEL.sub("-", names).lower().split() if not _UTILITY.search(n))
    reason = next((r for r, pattern in _CLASSES if pattern.search(names)), "")
    return (
        reason,
        bool(_BODY_CLASS.search(names)),
        bool(_DECK_CLASS.search(names)),
        bool(_CAPTION_CLASS.search(names)),
        bool(_PULL_CLASS.search(names)),
        bool(_CODE_CLASS.search(names)),
    )


class _Walk:
    def __init__(self, hidden: frozenset[str]) -> None:
        self.out = Outline()
        self.hidden = hidden
        self.pieces: list[str] = []
        self.linked = 0
        self.strong = 0
        self.total = 0

    def text(self, text: str | None, in_link: bool, in_strong: bool) -> None:
        if text:
            self.pieces.append(text)
            size = len(text) if not text.isspace() else 0
            self.total += size
            if in_link:
                self.linked += size
            if in_strong:
                self.strong += size

    def flush(self, node: int, kind: str, level: int, language: str | None, keep_lines: bool) -> None:
        if not self.pieces:
            return
        raw = "".join(self.pieces)
        total, linked, strong = self.total, self.linked, self.strong
        self.pieces, self.linked, self.strong, self.total = [], 0, 0, 0
        for piece in [raw] if keep_lines else _lines(raw):
            text = " ".join(clean(piece).split())
            if text:
                share = linked / total if total else 0
                self.out.blocks.append(
                    Block(text, node, round(share * len(text)), kind, level, language, strong=strong >= 0.95 * total)
                )


def _lines(raw: str) -> list[str]:
    """Paragraphs of a run: cut at double line breaks, and at single ones where all lines are short (lists, verse)."""
    out = []
    for piece in raw.split("\x0c"):
        lines = piece.split("\x0b")
        out += lines if len(lines) > 2 and all(len(line) <= 100 for line in lines) else [piece.replace("\x0b", "\n")]
    return out


def outline(root: Any, *, hidden: frozenset[str] = frozenset()) -> Outline:
    """The visible text below `root` (an lxml element). `hidden` are class names and ids that a style sheet hides."""
    walk = _Walk(hidden)
    nodes = walk.out.nodes
    nodes.append(Node(-1, str(root.tag), root, "", False, False))
    # (element, children left, node, kind, level, language, in a link, in bold, breaks paragraphs at its end)
    stack: list[Any] = [(root, iter(root), 0, "p", 0, None, False, False, True)]
    walk.text(root.text, False, False)
    breaks = 0
    while stack:
        element, children, node, kind, level, language, link, bold, block = stack[-1]
        child = next(children, None)
        if child is None:
            stack.pop()
            if block:
                walk.flush(node, kind, level, language, kind == "code")
            elif element.tag == "q":
                walk.text("”", link, bold)
            if stack:
                above = stack[-1]
                walk.text(element.tail, above[6], above[7])
            continue
        tag = child.tag
        if not isinstance(tag, str):
            walk.text(child.tail, link, bold)
            continue
        if "}" in tag:
            tag = tag.rpartition("}")[2]
        elif ":" in tag:
            tag = tag.rpartition(":")[2]
        if tag == "br":
            tail = child.tail
            breaks = breaks + 1 if breaks else 1
            walk.pieces.append("\x0b")
            if breaks >= 2:
                walk.pieces.append("\x0c")
                breaks = 0
            if tail and not tail.isspace():
                breaks = 0
            walk.text(tail, link, bold)
            continue
        breaks = 0
        if tag in SKIPPED:
            walk.text(child.tail, link, bold)
            continue
        attributes = child.attrib
        names = style = role = ""
        new_language = language
        is_block = tag in BLOCKS
        reason = body = deck = caption = pull = code = None
        if attributes:
            names = f"{attributes.get('class', '')} {attributes.get('id', '')}".strip()
            style = attributes.get("style", "")
            role = attributes.get("role", "")
            lang = attributes.get("lang") or attributes.get("{http://www.w3.org/XML/1998/namespace}lang")
            if lang:
                new_language = lang
            if names:
                reason, body, deck, caption, pull, code = _looks(names[:300])
                if walk.hidden and not walk.hidden.isdisjoint(names.split()):
                    reason = "hidden"
            if "hidden" in attributes or (style and _HIDDEN_STYLE.search(style[:500])):
                reason = "hidden"
            elif role and role.lower() in _ROLES:
                reason = _ROLES[role.lower()]
            rel, itemprop = attributes.get("rel", ""), attributes.get("itemprop", "")
            if reason == "byline" or "author" in rel or "author" in itemprop or "creator" in itemprop:
                walk.out.hints.append(("byline", child, node, len(walk.out.blocks)))
            if (
                tag == "time"
                or reason == "timestamp"
                or "datepublished" in itemprop.lower()
                or "datecreated" in itemprop.lower()
            ):
                walk.out.hints.append(("timestamp", child, node, len(walk.out.blocks)))
        elif tag == "time":
            walk.out.hints.append(("timestamp", child, node, len(walk.out.blocks)))
        if not reason and tag in _TAGS:
            reason = _TAGS[tag]
        if not is_block and reason in ("hidden", "share buttons", "advertisement"):
            walk.text(child.tail, link, bold)
            continue
        if tag in ("sup", "sub") and _is_note(child):
            walk.text(child.tail, link, bold)
            continue
        new_kind, new_level = kind, level
        if is_block:
            walk.flush(node, kind, level, language, kind == "code")
            nodes.append(Node(node, tag, child, reason or "", bool(body), bool(deck)))
            node = len(nodes) - 1
            if tag in HEADINGS:
                new_kind, new_level = "heading", int(tag[1])
            elif tag in ("figcaption", "caption") or caption:
                new_kind = "caption"
            elif pull:
                new_kind = "pull"
            elif tag == "pre" or code:
                new_kind = "code"
            elif tag == "blockquote":
                new_kind = "quote"
            elif tag in ("li", "dt", "dd") and kind not in ("caption", "code", "quote"):
                new_kind = "item"
            elif tag in ("td", "th") and kind not in ("caption", "code", "quote"):
                new_kind = "cell"
            elif tag == "p" and kind == "cell":
                new_kind = "p"
            elif role == "heading":
                new_kind, new_level = "heading", 2
        elif tag == "q":
            walk.text("“", link, bold)
        stack.append(
            (child, iter(child), node, new_kind, new_level, new_language, link or tag == "a",
             bold or tag in ("b", "strong"), is_block)
        )  # fmt: skip
        walk.text(child.text, link or tag == "a", bold or tag in ("b", "strong"))
    return walk.out


def _is_note(element: Any) -> bool:
    """A footnote mark: raised, short, and a link inside the page."""
    text = "".join(element.itertext()).strip()
    if len(text) > 6:
        return False
    return any((a.get("href") or "").partition("#")[1] for a in element.iter("a")) and bool(
        re.fullmatch(r"\W*\w{0,4}\W*", text)
    )


def hidden_by_css(root: Any) -> frozenset[str]:
    """Class names and ids that the page's own style elements hide outside media queries, where the rule is that simple."""
    found: set[str] = set()
    for node in root.iter("style"):
        css = re.sub(r"/\*.*?\*/", "", (node.text or "")[:500_000], flags=re.S)
        if (node.get("media") or "all").lower() not in ("all", "screen"):
            continue
        depth = 0
        for match in re.finditer(r"([^{}]*)([{}])", css):
            if match[2] == "}":
                depth = max(0, depth - 1)
                continue
            if depth == 0 and not match[1].lstrip().startswith("@"):
                end = css.find("}", match.end())
                if _HIDDEN_STYLE.search(css[match.end() : end][:500]):
                    found.update(s.strip()[1:] for s in match[1].split(",") if re.fullmatch(r"\s*[.#][\w-]+\s*", s))
            depth += 1
    return frozenset(found)
