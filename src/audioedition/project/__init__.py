"""A folder -> `Project`: everything a script and a sound depend on, besides the articles themselves."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .. import __version__
from ..engines import load_voices, versions
from ..errors import SettingsError, TaggingError
from ..lexis.wordings import AUTO, wording
from ..machine.cache import default_folder
from ..machine.digests import digest, file_digest
from ..machine.objects import is_address
from ..model.stages import versions as stages
from ..settings import Settings, load_settings, stock
from ..settings.sounddesign import SoundDesign, load_sound
from .cast import Cast, load_cast

if TYPE_CHECKING:
    from ..model import Voice
    from ..sound.loudness import Samples
    from ..spoken import Lexicon


@dataclass(frozen=True)
class Project:
    """The settings, voices, cast and sound design of one project folder, loaded and checked."""

    settings: Settings
    voices: Mapping[str, Voice]
    cast: Cast
    sound: SoundDesign
    language_open: bool = False
    """Whether the edition's language is not settled yet, English for now: its stories decide."""

    @property
    def output(self) -> Path:
        """The folder of finished files; of those in object storage, their copy on this machine."""
        where = self.settings.edition.output
        if is_address(where):
            return default_folder() / "outputs" / digest(where)
        return self.settings.root / where

    def speaking(self, language: str) -> Project:
        """This project as an edition in `language` (BCP 47), where that was left open."""
        edition = self.settings.edition
        if language == edition.language:
            return dataclasses.replace(self, language_open=False)
        edition = dataclasses.replace(edition, language=language)
        return project_from(dataclasses.replace(self.settings, edition=edition))

    def lexicon(self, language: str) -> Lexicon:
        """The pronunciations for `language` (BCP 47), the project's own over the stock ones."""
        return _lexicon(self.settings.root, language)

    @functools.cached_property
    def assets(self) -> Mapping[str, Samples]:
        """The project's sounds (ident, sting, bed, closing) at 44.1 kHz, brought to the loudness of the voices."""
        from ..sound import assets

        return assets.load_assets(self.settings.root, self.sound)

    @functools.cached_property
    def asset_digests(self) -> Mapping[str, str]:
        """Digest of each sound's file. Raises MixingError when one is missing."""
        from ..sound import assets

        return assets.digests(self.settings.root, self.sound)

    @property
    def cover(self) -> bytes:
        """The edition's cover for feeds: the picture that edition.toml names, else one that is made."""
        return self._drawn[0]

    @property
    def cover_problem(self) -> str:
        """What is wrong with the picture that edition.toml names; empty when nothing is, or none is named."""
        return self._drawn[1] if self.settings.edition.cover else ""

    @functools.cached_property
    def _drawn(self) -> tuple[bytes, str]:
        """The cover, and what kept the user's picture from being it."""
        from ..covers import artwork, pictures

        edition, problem = self.settings.edition, ""
        if edition.cover:
            try:
                return pictures.drawn(self.settings.root / edition.cover, edition.title, edition.author), ""
            except TaggingError as e:
                problem = str(e)
        return artwork.cover(edition.title, edition.author), problem

    @functools.cached_property
    def tag_cover(self) -> bytes:
        """The cover as it goes into a file's tags; drawn once, then kept in the cache."""
        from ..covers import artwork
        from ..machine.cache import open_cache

        cache, key = open_cache(self.settings), digest(["tag cover", self.cover_digest])
        if found := cache.get_file(key):
            return found.read_bytes()
        picture = artwork.for_tag(self.cover)
        cache.put_bytes(key, picture)
        return picture

    @functools.cached_property
    def cover_digest(self) -> str:
        """Digest of all that the cover is made from."""
        edition = self.settings.edition
        picture = self.settings.root / edition.cover
        drawn = file_digest(picture) if edition.cover and picture.is_file() else ""
        return digest([edition.title, edition.author, drawn, __version__])

    @functools.cached_property
    def tagging_digest(self) -> str:
        """Digest of what tags say about the edition itself; its description or category is in feeds only."""
        edition = self.settings.edition
        said = [edition.title, edition.author, edition.language, edition.link]
        return digest([said, self.cover_digest, self.sound.words.disclosure])

    @property
    def _said(self) -> dict[str, object]:
        """The edition's settings without where its folders are: a project that moves stays the same."""
        said = dataclasses.asdict(self.settings.edition)
        del said["output"], said["seeds"], said["publish"]
        return said

    @functools.cached_property
    def digest(self) -> str:
        """Hash of all that can change what is said, how it sounds or how it is tagged; not of how the work is done."""
        from ..publishing import markup

        read = self.settings.read
        parts: list[object] = [
            __version__,
            stages(),
            markup.version(),
            self._said,
            [read.code, read.tables, read.footnotes],
        ]
        parts += [dataclasses.asdict(table) for table in (self.settings.text, self.settings.files)]
        parts += versions(self.voices.values())
        for folder in ("voices", "audio"):
            for base in (self.settings.root, stock()):
                parts += [(path.name, file_digest(path)) for path in _files(base / folder)]
        if self.settings.edition.cast:
            parts.append(file_digest(self.settings.root / self.settings.edition.cast))
        return digest(parts)


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.glob("*") if path.is_file()) if folder.is_dir() else []


def load_project(root: Path, overrides: Mapping[str, Mapping[str, object]] | None = None) -> Project:
    """The project in `root`; `overrides` are the command line's words, as in `load_settings`.

    Raises SettingsError for a folder that is not there and for anything wrong in its files.
    """
    if not root.is_dir():
        raise SettingsError(f"{root} is not a folder", remedy="make one with: audioedition init DIR")
    return project_from(load_settings(root, overrides))


@functools.lru_cache(maxsize=4)
def project_from(settings: Settings) -> Project:
    """The project that `settings` describe; what its folder doesn't hold is taken from the stock voices and sounds."""
    root = settings.root
    language_open = settings.edition.language == AUTO
    if language_open:
        settings = dataclasses.replace(settings, edition=dataclasses.replace(settings.edition, language="en"))
    voices = load_voices(root)
    return Project(
        settings=settings,
        voices=voices,
        cast=load_cast(root, tuple(voices.values()), settings.edition.cast, settings.edition.language),
        sound=_in_language(load_sound(root, loudness=settings.files.loudness), settings.edition.language),
        language_open=language_open,
    )


def _in_language(design: SoundDesign, language: str) -> SoundDesign:
    """The design with words for what it leaves to the edition's language."""
    words = design.words
    left = (f.name for f in dataclasses.fields(words) if getattr(words, f.name) == AUTO)
    chosen: dict[str, Any] = {name: wording(name, language) for name in left}
    return dataclasses.replace(design, words=dataclasses.replace(words, **chosen))


def forget_projects() -> None:
    """Read every project anew when it is next asked for: for a program that outlives a change of its files."""
    from ..lexis.tables import load_lexis

    for remembered in (project_from, _lexicon, load_lexis):
        remembered.cache_clear()


@functools.lru_cache(maxsize=16)
def _lexicon(root: Path, language: str) -> Lexicon:
    from ..spoken import load_lexicon

    return load_lexicon(root, language)
