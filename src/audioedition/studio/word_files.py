"""voices/lexicon.toml and voices/cast.toml with one entry more or less, all else in them as somebody wrote it."""

from __future__ import annotations

from ..errors import StudioError


def with_word(content: str, word: str, say: str, language: str) -> str:
    """A lexicon in which `word` is said `say`; without `say`, without the word.

    Raises StudioError for a file that cannot be read, and for words that are none.
    """
    return _with(content, "voices/lexicon.toml", language.split("-")[0].lower(), word, say)


def with_person(content: str, name: str, voice: str) -> str:
    """A cast in which `voice` speaks for the person `name`; without `voice`, whoever it is. Raises StudioError."""
    return _with(content, "voices/cast.toml", "people", name, voice)


def _with(content: str, file: str, section: str, key: str, value: str) -> str:
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    key, value = " ".join(key.split()), " ".join(value.split())
    if not any(map(str.isalnum, key)):
        raise StudioError("which word is meant?", remedy="give it letters")
    try:
        document = tomlkit.parse(content)
    except TOMLKitError as e:
        raise StudioError(f"{file} cannot be read: {e}", remedy="mend it with an editor") from e
    if section not in document:
        document.append(section, tomlkit.table())
    table = document[section]
    if not isinstance(table, dict):
        raise StudioError(f"{file}: {section} is no table", remedy="mend it with an editor")
    if value:
        table[key] = value
    elif key in table:
        del table[key]
    return document.as_string()
