"""One root class, one subclass a stage. Foreign exceptions are translated at the edge of the module that meets them."""

from __future__ import annotations


class AudioEditionError(Exception):
    """Something the user can act on.

    `str()` gives one line: what happened, to which article, and the remedy.
    """

    def __init__(self, problem: str, *, article: str | None = None, line: int | None = None, remedy: str | None = None):
        super().__init__(problem)
        self.problem = problem
        self.article = article
        self.line = line
        self.remedy = remedy

    def __str__(self) -> str:
        where = ""
        if self.article:
            where = f"{self.article}:{self.line}: " if self.line else f"{self.article}: "
        return printable(where) + self.message

    @property
    def message(self) -> str:
        """What happened and the remedy, without the article: for lists that name it already."""
        remedy = f" ({self.remedy})" if self.remedy else ""
        return printable(f"{self.problem}{remedy}")

    def __reduce__(self) -> tuple[object, ...]:
        return (_rebuild, (type(self), self.problem, self.article, self.line, self.remedy))


def _rebuild(
    cls: type[AudioEditionError], problem: str, article: str | None, line: int | None, remedy: str | None
) -> AudioEditionError:
    return cls(problem, article=article, line=line, remedy=remedy)


def printable(text: str) -> str:
    """One line that is safe on a terminal: control characters and lone surrogates are shown escaped."""
    return "".join(
        c if c.isprintable() else c.encode("unicode_escape", "backslashreplace").decode("ascii") for c in text
    )


class UsageError(AudioEditionError):
    """Wrong use: exit status 2."""


class SettingsError(UsageError):
    """edition.toml, cast.toml, sound.toml or a voice file is wrong."""


class ReadingError(AudioEditionError):
    """A source cannot be read as an article."""


class NothingToReadError(ReadingError):
    """A source is in order, and has nothing for us at the moment."""


class NoStoryError(ReadingError):
    """A source is in order, and holds no story: addresses, or an account of one that stands elsewhere."""


class LaterError(ReadingError):
    """A server that wants to be asked again later."""

    after_s: float = 0.0
    """When, in seconds from now."""


class SegmentationError(AudioEditionError):
    """An article has nothing that can be read out."""


class EditsError(AudioEditionError):
    """A file of edits is wrong."""


class StudioError(AudioEditionError):
    """Something that cannot be done at the desk."""


class SpokenFormError(AudioEditionError):
    """A lexicon is wrong."""


class CastingError(AudioEditionError):
    """No voice is there for a role or language."""


class SynthesisError(AudioEditionError):
    """An engine could not say something."""


class MixingError(AudioEditionError):
    """A sound file cannot be used, or a clip is missing."""


class MasteringError(AudioEditionError):
    """The finished sound falls short of its target."""


class EncodingError(AudioEditionError):
    """An audio file could not be written."""


class TaggingError(AudioEditionError):
    """Tags or a cover could not be written."""


class PublishingError(AudioEditionError):
    """Feed, playlist or transcripts could not be written."""


class ExportError(AudioEditionError):
    """A book or a stick could not be made of what has been built."""


class ListeningError(AudioEditionError):
    """Nothing is there that could transcribe a finished file, or it failed."""


class CacheError(AudioEditionError):
    """The cache folder cannot be used."""


class LostClipError(CacheError):
    """A clip that was there has gone from the cache, or was damaged and has been removed: it can be made again."""


class WorkerError(AudioEditionError):
    """A worker process ended or hung, twice, or met something it has no word for."""


class ClusterError(AudioEditionError):
    """A cluster cannot be used, or has gone in the middle of a build."""


class BuildLockedError(PublishingError):
    """Another build is writing to the same output folder."""


class ConflictError(PublishingError):
    """Somebody else has written the same object meanwhile."""
