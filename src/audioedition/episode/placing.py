"""Finished files -> their places in the output folder, under a name that never had other bytes."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from ..machine.digests import file_digest
from ..machine.files import place
from ..model import Episode

PAGES = "stories"
"""Folder of the stories' pages."""


@dataclass(frozen=True)
class Before:
    """What was published last of the same story: the stem of its files, and path -> digest."""

    stem: str
    digests: Mapping[str, str]


@dataclass(frozen=True)
class Finished:
    """Files that are in their places."""

    episode: Episode
    digests: Mapping[str, str] = field(default_factory=dict)
    """Path -> digest of everything that belongs to it."""
    note: str = ""
    """What is strange about it, for people."""


def files_of(episode: Episode) -> tuple[str, ...]:
    """Every file that belongs to an episode and has its name, the sound last."""
    beside = (*episode.transcripts, episode.chapter_file, episode.picture, episode.words)
    return (*(name for name in beside if name), episode.audio)


def settle(
    folder: Path, episode: Episode, output: Path, before: Before | None, note: str = "", sound: str = ""
) -> Finished:
    """Move the files of `episode` from `folder` into `output`, the sound last; `sound` is its digest, where known.

    When they have the very bytes of what was published before, they get its name: nothing has to be fetched again.
    Raises OSError.
    """
    known = {episode.audio: sound} if sound else {}
    digests = {name: known.get(name) or file_digest(folder / name) for name in files_of(episode)}
    stem = PurePosixPath(episode.audio).stem
    named = episode
    if before and before_under(before, stem) == digests:
        named = renamed(episode, before.stem)
    for name, target in zip(files_of(episode), files_of(named), strict=True):
        place(folder / name, output / target)
    size = (output / named.audio).stat().st_size
    found = dict(zip(files_of(named), (digests[name] for name in files_of(episode)), strict=True))
    return Finished(dataclasses.replace(named, size=size), found, note)


def deliver(made: Finished, folder: Path, output: Path) -> None:
    """Move files that were finished in `folder` to their places in `output`, the sound after all beside it.

    Raises OSError.
    """
    for name in made.digests:
        place(folder / name, output / name)


def with_page(made: Finished, page: Path, output: Path) -> Finished:
    """The same with its page in place. A page has one name for ever: it is fetched anew whenever it is looked at."""
    name, digest = f"{PAGES}/{page.name}", file_digest(page)
    place(page, output / name)
    return dataclasses.replace(made, digests={**made.digests, name: digest})


def before_under(before: Before, stem: str) -> dict[str, str]:
    """Path -> digest of what was published before, had its files been called `stem`."""
    return {_under(name, stem): d for name, d in before.digests.items() if PurePosixPath(name).parent.name != PAGES}


def renamed(episode: Episode, stem: str) -> Episode:
    """The episode with all its files under another stem."""
    return dataclasses.replace(
        episode,
        audio=_under(episode.audio, stem),
        transcripts=tuple(_under(name, stem) for name in episode.transcripts),
        chapter_file=_under(episode.chapter_file, stem) if episode.chapter_file else None,
        picture=_under(episode.picture, stem) if episode.picture else None,
        words=_under(episode.words, stem) if episode.words else None,
    )


def _under(path: str, stem: str) -> str:
    old = PurePosixPath(path)
    return (old.parent / f"{stem}{old.suffix}").as_posix()
