"""Shortcodes of WordPress (https://codex.wordpress.org/Shortcode_API) and its page builders, taken out of a text.

A word in brackets is one if it has attributes (`[gallery ids="1,2"]`), is closed (`[dropcap]T[/dropcap]he`) or is one
of WordPress's own. What stands between a pair is text, but for notes and embedded things.
"""

from __future__ import annotations

import re

_CODE = re.compile(r"\[(/?)([a-z][\w-]{1,40})((?:\s[^\[\]]{0,1000})?)/?\]", re.I)
_ATTRIBUTE = re.compile(r"\s[\w-]+\s*=|\s\d+\s*$")
_OWN = frozenset(("gallery", "embed", "audio", "video", "playlist", "contact-form-7", "ad", "ads", "toc", "more"))
_SILENT = frozenset(
    (
        "footnote", "note", "ref", "embed", "audio", "video", "gallery", "playlist", "youtube", "tweet", "button",
        "contact-form-7", "mfn", "efn_note", "su_button", "iframe", "map",
    )
)  # fmt: skip

_BECOMES = {
    "caption": ("<figure><figcaption>", "</figcaption></figure>"),
    "pullquote": ('<aside class="pullquote">', "</aside>"),
}
"""What some and their ends become."""


def without_shortcodes(text: str) -> str:
    """`text` without shortcodes; a picture with its caption becomes a figure."""
    if "[" not in text:
        return text
    found = list(_CODE.finditer(text))
    closed = {m[2].lower() for m in found if m[1]}
    out: list[str] = []
    at, silent = 0, ""  # up to where the text is done, and the pair whose content is left out
    for m in found:
        name, closes = m[2].lower(), bool(m[1])
        if not (name in closed or name in _OWN or _ATTRIBUTE.search(m[3])):
            continue
        if not silent:
            out += [text[at : m.start()], _BECOMES[name][closes] if name in _BECOMES else ""]
            silent = name if name in _SILENT & closed and not closes else ""
        elif closes and name == silent:
            silent = ""
        at = m.end()
    return "".join([*out, "" if silent else text[at:]])
