"""Pieces with written punctuation -> pieces with marks that every engine takes for a pause and nothing else.

Quotation marks and square brackets go; round brackets, dashes and ellipses become commas, dashes or full stops; white
space becomes single spaces; what is neither letter, figure nor punctuation (emoji) goes.
"""

from __future__ import annotations

from collections.abc import Sequence

from .scan import Piece

QUOTES = frozenset("\"“”„‟«»‹›‘’‚‛'`´[]{}<>")
OPENING, CLOSING = "(", ")"
DASHES = frozenset("–—―‒−")
KEPT = frozenset(".,;:!?-—¡¿。，！？；：、،؟؛।")
PAUSES = frozenset(".,;:!?—")


def engine_safe(pieces: Sequence[Piece]) -> list[Piece]:
    """The same words, with marks of prosody only."""
    out: list[Piece] = []
    n = len(pieces)

    def last() -> str:
        return next((p.spoken[-1] for p in reversed(out) if p.spoken.strip()), "")

    def mark(sign: str, piece: Piece, following: str) -> None:
        """Put a pause behind the last word, unless one is there already or nothing was said yet."""
        while out and out[-1].spoken.isspace():
            out.pop()
        if out and out[-1].spoken[-1:] not in PAUSES:
            out.append(Piece(f" {sign}" if sign == "—" else sign, piece.start, piece.end, False))
        if out and following and not following.isspace():
            out.append(Piece(" ", piece.end, piece.end, False))

    i = 0
    while i < n:
        piece = pieces[i]
        spoken = piece.spoken
        following = pieces[i + 1].spoken[:1] if i + 1 < n else ""
        if piece.said or not spoken or any(map(str.isalnum, spoken)):
            out.append(Piece(plain_letters(spoken), piece.start, piece.end, piece.said, piece.ipa) if spoken else piece)
        elif spoken.isspace():
            if out and not out[-1].spoken.isspace():
                out.append(Piece(" ", piece.start, piece.end, False))
        elif spoken == "…" or (spoken == "." and following == "."):
            while i + 1 < n and pieces[i + 1].spoken in (".", "…"):
                i += 1
            rest = next((p.spoken[0] for p in pieces[i + 1 :] if p.spoken.strip() and p.spoken not in QUOTES), "")
            mark(
                "," if rest.islower() else "" if rest in PAUSES and rest else ".",
                piece,
                pieces[i + 1].spoken[:1] if i + 1 < n else "",
            )
        elif spoken == OPENING:
            if last().isalnum():
                mark(",", piece, following)
        elif spoken == CLOSING:
            rest = next((p.spoken[0] for p in pieces[i + 1 :] if p.spoken.strip() and p.spoken not in QUOTES), "")
            if rest.isalnum():
                mark(",", piece, following)
        elif spoken in DASHES or (
            spoken == "-" and (following in ("-", " ", "") or not last().isalnum() or out[-1].spoken.isspace())
        ):
            while i + 1 < n and pieces[i + 1].spoken in ("-", *DASHES):
                i += 1
            following = pieces[i + 1].spoken[:1] if i + 1 < n else ""
            if spoken == "–" and following.isalnum() and out and out[-1].spoken[-1:].isalnum():
                out.append(Piece("-", piece.start, piece.end, False))
            elif following:
                mark("—", piece, following)
        elif spoken in KEPT:
            if spoken not in ",;:" or last().isalnum():
                if spoken in PAUSES:
                    while out and out[-1].spoken.isspace():
                        out.pop()
                out.append(Piece(spoken, piece.start, piece.end, False))
        elif spoken not in QUOTES and category(spoken[0])[0] in "LMN":
            out.append(piece)
        i += 1
    while out and (out[-1].spoken.isspace() or out[-1].spoken in (",", "—", " —")):
        out.pop()
    return out


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
