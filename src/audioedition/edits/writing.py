"""A file of edits with one decision more or less: everything else in it, remarks too, stays as somebody wrote it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ..errors import EditsError
from .edits_file import parse_edits
from .quoting import QuotedText

if TYPE_CHECKING:
    from tomlkit import TOMLDocument

Wishes = Mapping[str, str | int | float | bool | None]
"""Key of an [[edit]] or of [article] -> what is wanted; None takes the key out."""

_PLACE = ("text", "prefix", "suffix")


def decided(content: str, article: str, start: int, end: int, wishes: Wishes, name: str = "its edits") -> str:
    """The text of a file of edits in which `wishes` hold for `article[start:end]`.

    An edit about that very place is changed, and goes when nothing is left of it; else a new one comes last.
    Raises EditsError for a file that is wrong already, for wishes that are not allowed and for a place inside a word.
    """
    document = _document(content, name)
    quoted = QuotedText(article)
    tables = document.get("edit", [])
    place = _visible(article, start, end)
    same = [i for i, table in enumerate(tables) if _place(quoted, table) == place]
    if same:
        table = tables[same[-1]]
        _set(table, wishes)
        if not table.keys() - set(_PLACE):
            del tables[same[-1]]
            if not tables:
                del document["edit"]
    elif any(value is not None for value in wishes.values()):
        import tomlkit

        try:
            prefix, suffix = quoted.around(*place)
        except ValueError as error:
            raise EditsError(f"{name}: {error}") from None
        table = tomlkit.table()
        _set(table, {"text": article[slice(*place)], "prefix": prefix or None, "suffix": suffix or None, **wishes})
        if "edit" not in document:
            document.append("edit", tomlkit.aot())
        document["edit"].append(table)
    return _checked(document, name)


def wished(content: str, wishes: Wishes, name: str = "its edits") -> str:
    """The text of a file of edits in which `wishes` hold for the whole article. Raises EditsError as `decided`."""
    import tomlkit

    document = _document(content, name)
    if "article" not in document:
        rest = document.as_string()
        document = tomlkit.parse(f"[article]\n\n{rest}" if rest.strip() else "[article]\n")
    _set(document["article"], wishes)
    if not document["article"]:
        del document["article"]
    return _checked(document, name)


def _document(content: str, name: str) -> TOMLDocument:
    import tomlkit

    parse_edits(content, name)
    return tomlkit.parse(content)


def _checked(document: TOMLDocument, name: str) -> str:
    text = document.as_string().lstrip("\n")
    parse_edits(text, name)
    return text


def _set(table: Any, wishes: Wishes) -> None:
    for key, value in wishes.items():
        if value is not None:
            table[key] = value
        elif key in table:
            del table[key]


def _place(quoted: QuotedText, table: Mapping[str, Any]) -> tuple[int, int] | None:
    found = quoted.find(*(str(table.get(key, "")) for key in _PLACE))
    return None if isinstance(found, str) else _visible(quoted.text, *found)


def _visible(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end
