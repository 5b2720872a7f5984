"""Text -> its words as they sound: what is counted, and compared with what was heard."""

from __future__ import annotations

import re
import unicodedata

from ..lexis.tables import is_english


def sounding_words(text: str, language: str) -> list[str]:
    """Words as they sound, as far as letters go: figures and signs spelled out, no case, no accents, no punctuation."""
    if is_english(language):
        from ..spoken import spoken_form

        text = spoken_form(text)
    text = unicodedata.normalize("NFKD", text.casefold().replace("’", "'"))
    text = "".join(c for c in text if not unicodedata.combining(c))
    return re.findall(r"[^\W_]+", text.replace("'", ""))
