"""Pieces with written punctuation -> pieces with marks that every engine takes for a pause and nothing else.

Quotation marks and square brackets go; round brackets, dashes and ellipses become commas, dashes or full stops; white
space becomes single spaces; what is neither letter, figure nor punctuation (emoji) goes.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..lexis import english
from .scan import Piece

SILENT = frozenset("\"“”„‟«»‹›‘’‚‛'`´[]{}<>")
DASHES = frozenset("–—―‒−")
PAUSES = frozenset(".,;:!?—")
KEPT = frozenset("-¡¿。，！？；：、،؟؛।")
RUNS = {".": ".…", "…": ".…"} | dict.fromkeys("-–—―‒−", "-–—―‒−")
"""Signs that make one mark with those of their kind right behind them."""


def engine_safe(pieces: Sequence[Piece], *, signs: bool = False) -> list[Piece]:
    """The same words, with marks of prosody only; and with `signs` also those that a language's voice has words for."""
    silent = SILENT | english.silent_signs().keys() | {"(", ")"} if signs else SILENT
    out: list[Piece] = []
    i, n = 0, len(pieces)
    while i < n:
        piece = pieces[i]
        sign = piece.spoken
        if sign in RUNS:
            while i + 1 < n and pieces[i + 1].spoken in RUNS[sign]:
                i += 1
        following = pieces[i + 1].spoken[:1] if i + 1 < n else ""
        before = out[-1].spoken[-1:] if out else ""
        if piece.said or not sign or any(map(str.isalnum, sign)):
            out.append(piece._replace(spoken=plain_letters(sign)))
        elif sign.isspace():
            if before and not before.isspace():
                out.append(piece._replace(spoken=" "))
        elif sign == "…" or (sign == "." and piece.end < pieces[i].end):
            ahead = upcoming(pieces, i)
            if ahead not in PAUSES:
                pause(out, "," if ahead.islower() else ".", piece, following)
        elif sign == "(" or (sign == ")" and upcoming(pieces, i).isalnum()):
            pause(out, ",", piece, following)
        elif sign == "–" and before.isalnum() and following.isalnum():
            out.append(piece._replace(spoken="-"))
        elif sign == "-" and before.isalnum() and (following.isspace() or not following):
            pass  # "16- and 17-year-olds"
        elif sign in DASHES or (sign == "-" and not (before.isalnum() and following.isalnum())):
            if following:
                pause(out, "—", piece, following)
        elif sign in PAUSES:
            while out and out[-1].spoken.isspace():
                out.pop()
            if sign not in ",;:" or (out and out[-1].spoken[-1:] not in PAUSES):
                out.append(piece)
        elif sign in KEPT or (sign not in silent and category(sign[0])[0] in ("LMNSP" if signs else "LMN")):
            out.append(piece)
        i += 1
    while out and (out[-1].spoken.isspace() or out[-1].spoken in (",", " —")):
        out.pop()
    return out


def pause(out: list[Piece], sign: str, piece: Piece, following: str) -> None:
    """Put a pause right behind the last word, unless one is there already or nothing was said yet."""
    while out and out[-1].spoken.isspace():
        out.pop()
    if out and out[-1].spoken[-1:] not in PAUSES:
        out.append(piece._replace(spoken=" —" if sign == "—" else sign, said=False))
    if out and following and not following.isspace():
        out.append(piece._replace(spoken=" ", said=False))


def upcoming(pieces: Sequence[Piece], i: int) -> str:
    """The first character behind piece `i` that is neither space nor quotation mark; "" at the end."""
    for k in range(i + 1, len(pieces)):
        spoken = pieces[k].spoken.strip()
        if spoken and spoken not in SILENT:
            return spoken[0]
    return ""


def plain_letters(word: str) -> str:
    """Ligatures, full-width and mathematical letters as ordinary ones; the typewriter's apostrophe."""
    if word.isascii():
        return word
    from unicodedata import normalize

    return normalize("NFKC", word).replace("’", "'")


def category(c: str) -> str:
    # Imported here: an extension module, which plain ASCII text never needs.
    import unicodedata

    return unicodedata.category(c)
