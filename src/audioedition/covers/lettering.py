"""Text -> lines in a font that has its letters: what covers are set in.

Source Serif 4 (Latin, Greek, Cyrillic) is a dependency; the packages of the extra `covers` add Arabic, Hebrew and
East Asian. All are files inside Python packages, found on disk and never imported. A text that no font here can show is
left out: better a cover without a title than one of empty boxes.
"""

from __future__ import annotations

import importlib.util
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from PIL import ImageFont, features

FONTS = (
    ("fontpkg_source_serif_4", "files/SourceSerif4[[]*.ttf"),
    ("justmytype_intl_rtl", "fonts/ofl/*/NotoSans*.ttf"),
    ("justmytype_intl_cjk", "fonts/ofl/*/NotoSans*.ttf"),
)
"""(package, pattern of its font files), in order of preference."""
LONGEST = 400
"""Characters that are looked at: no cover can show more."""


@dataclass(frozen=True)
class Lettering:
    """A text and the font that can show it."""

    text: str
    path: Path | None
    """None: Pillow's own font, which has ASCII only."""
    right_to_left: bool

    def font(self, points: int, *, bold: bool) -> ImageFont.FreeTypeFont:
        """The font at a size in pixels."""
        return _font(self.path, points, bold)

    def wrapped(self, font: ImageFont.FreeTypeFont, width: int, most: int) -> list[str]:
        """The text in lines no wider than `width`, the last of `most` lines ending in an ellipsis if there is more."""
        lines: list[str] = []
        for piece in _pieces(self.text, font, width):
            if lines and font.getlength((lines[-1] + piece).rstrip()) <= width:
                lines[-1] += piece
            else:
                lines.append(piece)
        lines = [line.strip() for line in lines]
        if len(lines) > most:
            last = lines[most - 1]
            while last and font.getlength(last + "…") > width:
                last = last[:-1].rstrip()
            lines = [*lines[: most - 1], last.rstrip(" ,;:.-–—") + "…"]
        return lines

    def broken(self, font: ImageFont.FreeTypeFont, width: int) -> bool:
        """Whether a word of spaced script is too long for a line."""
        return not _unspaced(self.text) and any(font.getlength(word) > width for word in self.text.split())


def lettering(text: str) -> Lettering | None:
    """The text with a font for it; characters the font lacks are left out. None if that would be too many of them."""
    text = clean(text)
    letters = [c for c in text if unicodedata.category(c)[0] in "LN"]
    if not letters:
        return None
    best, best_share = _best_font(letters)
    if best is None or best_share < 0.85:
        return None
    shown = " ".join("".join(c for c in text if c == " " or _has(best, c)).split())
    right_to_left = next(
        (unicodedata.bidirectional(c) != "L" for c in letters if unicodedata.category(c)[0] == "L"), False
    )
    if right_to_left and not features.check("raqm"):
        return None
    return Lettering(shown, best, right_to_left)


def _best_font(letters: Sequence[str]) -> tuple[Path | None, float]:
    """The font that has the greatest share of the letters, and that share."""
    best, best_share = None, 0.0
    for path in _files():
        share = sum(_has(path, c) for c in letters) / len(letters)
        if share > best_share:
            best, best_share = path, share
        if share == 1.0:
            break
    return best, best_share


def clean(text: str) -> str:
    """`text` as it is set in type: composed, on one line, nothing invisible."""
    text = text[: 2 * LONGEST].encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    text = unicodedata.normalize("NFC", text)
    text = "".join(" " if unicodedata.category(c) in ("Cc", "Cs", "Co", "Zl", "Zp") else c for c in text)
    return " ".join(text.split())[:LONGEST]


def _pieces(text: str, font: ImageFont.FreeTypeFont, width: int) -> list[str]:
    """The smallest parts a line may be broken between: words, characters of scripts without spaces, over-long words."""
    pieces: list[str] = []
    for word in text.split():
        word += " "
        if _unspaced(word) or font.getlength(word.rstrip()) > width:
            pieces += ["".join(group) for group in _clusters(word)]
        else:
            pieces.append(word)
    return pieces


def _clusters(word: str) -> list[str]:
    """Characters with what belongs to them: combining marks, and closing punctuation, which never starts a line."""
    out: list[str] = []
    for c in word:
        if out and (unicodedata.category(c) in ("Mn", "Me", "Pe", "Pf", "Po", "Zs")):
            out[-1] += c
        else:
            out.append(c)
    return out


def _unspaced(text: str) -> bool:
    return any(unicodedata.east_asian_width(c) == "W" for c in text)


@cache
def _files() -> tuple[Path | None, ...]:
    found: list[Path] = []
    for package, pattern in FONTS:
        spec = importlib.util.find_spec(package)
        for folder in (spec.submodule_search_locations or ()) if spec else ():
            found += sorted(Path(folder).glob(pattern))
    return (*found, None)


@lru_cache(64)
def _font(path: Path | None, points: int, bold: bool) -> ImageFont.FreeTypeFont:
    if path is None:
        font = ImageFont.load_default(points)
        assert isinstance(font, ImageFont.FreeTypeFont)
        return font
    font = ImageFont.truetype(str(path), points)
    axes = {b"weight": 700 if bold else 500, b"optical size": min(points, 60)}
    values: list[float] = []
    for axis in font.get_variation_axes():
        wanted = axes.get(axis["name"].lower(), axis["default"] or 0)
        values.append(min(max(wanted, axis["minimum"] or 0), axis["maximum"] or wanted))
    font.set_variation_by_axes(values)
    return font


@cache
def _missing(path: Path | None) -> bytes:
    return _glyph(path, "\uffff")


@lru_cache(4096)
def _has(path: Path | None, character: str) -> bool:
    return _glyph(path, character) != _missing(path)


def _glyph(path: Path | None, character: str) -> bytes:
    mask = _plain(path).getmask(character)
    return bytes(mask) + repr(mask.size).encode()


@cache
def _plain(path: Path | None) -> ImageFont.FreeTypeFont:
    if path is None:
        return _font(None, 24, False)
    return ImageFont.truetype(str(path), 24, layout_engine=ImageFont.Layout.BASIC)
