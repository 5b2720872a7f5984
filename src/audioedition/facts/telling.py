"""Whether a line says at its end who says so: what no page has anybody do, and every story."""

from __future__ import annotations

from ..lexis import verbs
from ..lexis.grammar import english_words
from ..lexis.tables import Lexis, derived
from ..lexis.wordlists import words

_TELLS_MOST = 7
"""Words from a comma to the verb that says who speaks: `…, the chief of the Wexle police said.`"""
_READERS = words("you we I")
"""`By submitting your email, you agree to our terms.`"""
_WHO = words("he she they it the a an his her its their one police officials")


@derived
def _speech(lexis: Lexis) -> frozenset[str]:
    return frozenset(form for form in lexis.made(verbs.verbs.make).strong if not form.endswith("ing"))


def is_told(line: str) -> bool:
    """Whether somebody says so at its end, which no page has anybody do: `…, she said.`, `…, said Orr on Monday.`"""
    if not line.endswith(".") or "," not in line:
        return False
    who = line[line.rindex(",") + 1 : -1].strip('”" ').split()[:_TELLS_MOST]
    at = next((i for i, word in enumerate(who) if word in _speech()), None)
    if at is None or not _READERS.isdisjoint((who[0], *english_words().get(who[0].lower(), ()))):
        return False
    return at == 0 or who[0][0].isupper() or who[0] in _WHO or at == 1
