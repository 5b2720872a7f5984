"""voices/lexicon.toml with one word more, everything else in it as somebody wrote it."""

from __future__ import annotations

from ..errors import StudioError


def with_word(content: str, word: str, say: str, language: str) -> str:
    """The text of the file in which `word` is said `say`; without `say`, without the word.

    Raises StudioError for a file that cannot be read, and for words that are none.
    """
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    word, say, language = " ".join(word.split()), " ".join(say.split()), language.split("-")[0].lower()
    if not any(map(str.isalnum, word)):
        raise StudioError("which word is meant?", remedy="give it letters")
    try:
        document = tomlkit.parse(content)
    except TOMLKitError as e:
        raise StudioError(f"voices/lexicon.toml cannot be read: {e}", remedy="mend it with an editor") from e
    if language not in document:
        document.append(language, tomlkit.table())
    table = document[language]
    if not isinstance(table, dict):
        raise StudioError(f"voices/lexicon.toml: {language} is no table", remedy="mend it with an editor")
    if say:
        table[word] = say
    elif word in table:
        del table[word]
    return document.as_string()
