"""A paragraph of a Word document -> what is printed of it, its lines and its number in a list."""

from __future__ import annotations

from collections import Counter
from typing import Any

from .archives import Archive
from .composing import BREAK, joined
from .markup import child, children, local, parse_xml

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_MOVED = f"{WORD}moveFrom"
_UNSEEN = ("strike", "dstrike", "vanish")
"""Properties of a run that is struck out or hidden."""
_SIGNS = {"br": BREAK, "cr": BREAK, "tab": " ", "noBreakHyphen": "-"}
"""Elements of a run that stand for a character."""
_OFF = ("0", "false", "off", "none")


def run_text(paragraph: Any) -> str:
    """The text of a paragraph that is seen, its lines apart. What a text box holds twice (`mc:Choice` and its
    `mc:Fallback`) counts once; what was moved away or is struck out or hidden does not count."""
    pieces = []
    passed = {inner for node in paragraph.iter(_FALLBACK, _MOVED) for inner in node.iter()}
    passed |= {inner for run in paragraph.iter(f"{WORD}r") if _is_unseen(run) for inner in run.iter()}
    for node in paragraph.iter():
        if node in passed:
            continue
        if local(node) == "t":
            pieces.append(node.text or "")
        elif local(node.getparent()) == "r":
            pieces.append(_SIGNS.get(local(node), ""))
    return joined(pieces)


def _is_unseen(run: Any) -> bool:
    properties = child(run, "rPr")
    return any(node.get(f"{WORD}val", "1") not in _OFF for node in children(properties, *_UNSEEN))


def is_drop_cap(paragraph: Any) -> bool:
    """Whether it is a frame that holds the first letter of the next paragraph, set large."""
    return any(n.get(f"{WORD}dropCap") in ("drop", "margin") for n in paragraph.iter(f"{WORD}framePr"))


def opens_apart(paragraph: Any) -> bool:
    """Whether a space stands before its first word: behind a drop cap that is a word, `A` or `I`."""
    first = next((n.text for n in paragraph.iter(f"{WORD}t") if n.text), "")
    return first[:1].isspace()


class Numbering:
    """The numbered lists of a document, counted as its paragraphs come."""

    def __init__(self, archive: Archive, article: str):
        self._counted: Counter[tuple[str, int]] = Counter()
        self._starts: dict[tuple[str, int], int] = {}
        """List and level -> its first number, of those that are counted in figures."""
        if "word/numbering.xml" not in archive.names:
            return
        root = parse_xml(archive.read("word/numbering.xml"), article)
        kinds = {node.get(f"{WORD}abstractNumId"): node for node in children(root, "abstractNum")}
        for number in children(root, "num"):
            kind = child(number, "abstractNumId")
            for level in children(kinds.get(_value(kind)), "lvl"):
                if _value(child(level, "numFmt")) == "decimal":
                    key = number.get(f"{WORD}numId", ""), _figure(level.get(f"{WORD}ilvl"), 0)
                    self._starts[key] = _figure(_value(child(level, "start")), 1)

    def before(self, paragraph: Any) -> str:
        """`3. ` for the third of a numbered list; nothing for other paragraphs."""
        properties = child(child(paragraph, "pPr"), "numPr")
        if properties is None:
            return ""
        name, level = _value(child(properties, "numId")), _figure(_value(child(properties, "ilvl")), 0)
        for deeper in [key for key in self._counted if key[0] == name and key[1] > level]:
            del self._counted[deeper]
        self._counted[name, level] += 1
        start = self._starts.get((name, level))
        return f"{start + self._counted[name, level] - 1}. " if start is not None else ""


def _value(node: Any | None) -> str:
    return node.get(f"{WORD}val", "") if node is not None else ""


def _figure(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 5 else otherwise
