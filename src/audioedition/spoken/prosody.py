"""Pieces with written punctuation -> pieces with marks that every engine takes for a pause and nothing else.

Quotation marks and square brackets go; round brackets, dashes and ellipses become commas, dashes or full stops; white
space becomes single spaces; what is neither letter, figure nor punctuation (emoji) goes.
"""

from __future__ import annotations

from collections.abc import Container, Sequence

from ..lexis import english
from .scan import Piece

SILENT = frozenset("\"“”„‟«»‹›‘’‚‛'`´[]{}<>")
DASHES = frozenset("–—―‒−")
PAUSES = frozenset(".,;:!?—")
KEPT = frozenset("-¡¿。，！？；：、،؟؛।")
RUNS = {".": ".…", "…": ".…", ",": ","} | dict.fromkeys("-–—―‒−", "-–—―‒−")
"""Signs that make one mark with those of their kind right behind them."""


def engine_safe(pieces: Sequence[Piece], *, signs: bool = False) -> list[Piece]:
    """The same words, with marks of prosody only; and with `signs` also those that a language's voice has words for."""
    silent = SILENT | english.silent_signs().keys() | {"(", ")"} if signs else SILENT
    out: list[Piece] = []
    i = 0
    while i < len(pieces):
        piece = pieces[i]
        spoken = piece.spoken
        if not spoken:
            pass  # left out
        elif piece.said or spoken.isalpha() or any(map(str.isalnum, spoken)):
            out.append(piece if spoken.isascii() else piece._replace(spoken=plain_letters(spoken)))
        elif spoken.isspace():
            if out and not out[-1].spoken[-1:].isspace():
                out.append(piece if spoken == " " else piece._replace(spoken=" "))
        else:
            first, i = i, run_of_marks(pieces, i)
            mark(out, pieces, first, i, silent, signs)
        i += 1
    while out and (out[-1].spoken.isspace() or out[-1].spoken in (",", " —")):
        out.pop()
    return out


def run_of_marks(pieces: Sequence[Piece], i: int) -> int:
    """The last of the signs that make one mark with sign `i`: `...`, `--`."""
    kind = RUNS.get(pieces[i].spoken[0])
    while kind and i + 1 < len(pieces) and pieces[i + 1].spoken[:1] in ("", *kind):
        i += 1
    return i


def mark(out: list[Piece], pieces: Sequence[Piece], first: int, last: int, silent: Container[str], signs: bool) -> None:
    """A sign, or a run of them from piece `first` to `last`, as a pause, as itself or as nothing."""
    piece = pieces[first]
    sign = sign_of(piece, last > first)
    following = pieces[last + 1].spoken[:1] if last + 1 < len(pieces) else ""
    if _is_no_pause(pieces, first, last, following, signs):
        return
    if sign == "…":
        _ellipsis(out, piece, upcoming(pieces, last), following)
    elif parts(sign, out, pieces, last):
        pause(out, ",", piece, following)
    elif sign in DASHES or sign == "-":
        dash(out, piece, following)
    elif sign in PAUSES:
        stop(out, piece)
    elif kept(sign, silent, signs):
        out.append(piece)
    elif is_elided(sign, out, following, signs) or is_owner(sign, out, pieces, last):
        out.append(piece._replace(spoken="'"))


def _is_no_pause(pieces: Sequence[Piece], first: int, last: int, following: str, signs: bool) -> bool:
    """Whether commas stand for a low quotation mark, `,,Dat kan`, or a bracket is part of a word."""
    sign = pieces[first].spoken
    return (sign == "," and last > first and following.isalnum()) or (
        signs and sign in "()" and _is_inside_word(pieces, first)
    )


def _ellipsis(out: list[Piece], piece: Piece, ahead: str, following: str) -> None:
    """A pause as long as what it stands before: the rest of a sentence, or the next."""
    if ahead not in PAUSES:
        pause(out, "," if ahead.islower() else ".", piece, following)


def _is_inside_word(pieces: Sequence[Piece], i: int) -> bool:
    """Whether a bracket is part of a word: `Lehrer(innen)`, `noord(west)elijk`, `uitvoerder(s)`."""
    opening = i if pieces[i].spoken == "(" else i - 2
    if not 0 < opening < len(pieces) - 1 or pieces[opening].spoken != "(":
        return False
    before, inside = pieces[opening - 1], pieces[opening + 1]
    return before.spoken[-1:].isalpha() and inside.spoken.islower() and not (before.said or inside.said)


def sign_of(piece: Piece, several: bool) -> str:
    """The sign of a piece; an ellipsis for dots in a row."""
    return "…" if piece.spoken[0] == "." and (several or len(piece.spoken) > 1) else piece.spoken


def is_elided(sign: str, out: Sequence[Piece], following: str, signs: bool) -> bool:
    """Whether a sign is an apostrophe that ties a word to figures, in languages that write `l'8%`, or an accent for
    one inside a name: `O`Brien`."""
    return signs and sign in "'’`´" and following.isalnum() and bool(out) and out[-1].spoken[-1:].isalpha()


def parts(sign: str, out: Sequence[Piece], pieces: Sequence[Piece], last: int) -> bool:
    """Whether a bracket is a pause."""
    if sign == "[":
        return is_beside_figures(out, pieces, last)
    return sign == "(" or (sign == ")" and upcoming(pieces, last).isalnum())


def is_beside_figures(out: Sequence[Piece], pieces: Sequence[Piece], last: int) -> bool:
    """Whether an opening bracket parts figures from figures: `1680 [57.7%]`, not `the [U.S.] military`."""
    before = next((piece for piece in reversed(out) if not piece.spoken.isspace()), None)
    return before is not None and before.said and last + 1 < len(pieces) and pieces[last + 1].said


def is_owner(sign: str, out: Sequence[Piece], pieces: Sequence[Piece], last: int) -> bool:
    """Whether a sign is the apostrophe of `Channel 4's`, `May 5's`: the `s` alone behind it, a word right before it."""
    tied = sign in "'’" and last + 1 < len(pieces) and pieces[last + 1].spoken == "s"
    return tied and bool(out) and out[-1].spoken[-1:].isalnum()


def kept(sign: str, silent: Container[str], signs: bool) -> bool:
    """Whether a sign reaches the voice: letters and marks, and with `signs` also symbols."""
    return sign in KEPT or (sign not in silent and category(sign[0])[0] in ("LMNSP" if signs else "LMN"))


def stop(out: list[Piece], piece: Piece) -> None:
    """A mark that is a pause itself, right behind the last word; a weaker one not behind another."""
    while out and out[-1].spoken.isspace():
        out.pop()
    if piece.spoken not in ",;:" or (out and out[-1].spoken[-1:] not in PAUSES):
        out.append(piece)


def dash(out: list[Piece], piece: Piece, following: str) -> None:
    """A hyphen stays inside a word; one that hangs (`16- and 17-year-olds`) goes; a dash is a pause."""
    before = out[-1].spoken[-1:] if out else ""
    if before.isalnum() and following.isalnum() and piece.spoken in "-–":
        out.append(piece._replace(spoken="-"))
    elif piece.spoken == "-" and (
        (before.isalnum() and (following.isspace() or not following)) or (before.isspace() and following.islower())
    ):
        return  # `Ein- und Ausgang`, `Feuerwehrmann bzw. -frau`
    elif following:
        pause(out, "—", piece, following)


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
