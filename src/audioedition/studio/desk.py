"""What can be done at the desk. Every action changes files of the project, and nothing else, and can be undone."""

from __future__ import annotations

import contextlib
import dataclasses
import re
import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from ..edits import NO_EDITS, read_edits
from ..edits.writing import Wishes, decided, wished
from ..errors import AudioEditionError, StudioError
from ..machine.cache import open_cache
from ..model import Line, Utterance
from ..publishing.slugs import ascii_words
from ..reading import TYPES
from ..settings import find_file
from ..spoken import speak
from . import word_files
from .building import Command
from .clips import Clips
from .journal import Journal
from .ordering import places
from .showing import script_shown
from .stories import Stories

ADDRESSES = "addresses.urls"
"""File in the folder of articles that holds the addresses added at the desk."""


class Desk:
    """One project on one desk. `tell` is called from any thread when there is something new to see."""

    def __init__(self, root: Path, tell: Callable[[], None]) -> None:
        self.root, self.tell = root.resolve(), tell
        self.stories = Stories(self.root, tell)
        self.journal = Journal(self.root)
        self.clips = Clips(open_cache(self.stories.project.settings))
        self.command = Command(self.root, self._command_told)
        self._acting = threading.RLock()
        self._counting = False
        self.seen = threading.Event()
        """Set when somebody has seen the list of stories: what takes longer can begin."""

    @property
    def busy(self) -> bool:
        """Whether somebody waits for a sound or an answer: what is looked at in the background can wait."""
        return self._counting or self.clips.speaking

    # Seeing

    def edition(self) -> dict[str, Any]:
        """The list of stories, and what can be done with the whole edition."""
        project = self.stories.project
        rows = []
        for row in self.stories.rows():
            failed = self.command.failed.get(row.name) if row.state in ("new", "changed") else None
            rows.append({**vars(row), **({"state": "failed", "why": failed} if failed else {})})
        self.seen.set()
        done, undone = self.journal.done, self.journal.undone
        return {
            "title": project.settings.edition.title,
            "problem": self.stories.problem,
            "stories": rows,
            "command": self.command.state,
            "undo": done[-1].label if done else "",
            "redo": undone[-1].label if undone else "",
            "published": self._published(),
        }

    def script(self, name: str) -> dict[str, Any]:
        """One story as the page shows it. Raises AudioEditionError for one that cannot be read."""
        with self.stories.guard:
            story = self.stories.story(name)
            path = self.stories.edits_file(name)
            edits = read_edits(path) if path.exists() else NO_EDITS
            return script_shown(story, edits, self.clips, self.stories.project)

    def _published(self) -> dict[str, Any]:
        """What the output folder holds for listening, and where it is sent."""
        output = self.stories.project.output
        files = sorted(output.glob("edition*.mp3")) + sorted(output.glob("edition*.m4?")) if output.is_dir() else []
        inside = output.resolve().is_relative_to(self.root)
        return {
            "to": self.stories.project.settings.edition.publish,
            "editions": [path.name for path in files] if inside else [],
            "page": inside and (output / "index.html").is_file(),
            "cover": inside and (output / "artwork" / "cover.jpg").is_file(),
        }

    # Deciding about a line

    def decide(self, name: str, start: int, end: int, text: str, wishes: Wishes) -> str:
        """An editor's decision about one place of a story. Raises StudioError when the article has changed since."""
        with self._acting:
            source = self.stories.story(name).script.source
            if source[start:end] != text:
                raise StudioError("the article has changed meanwhile", remedy="look at the line again")
            path = self.stories.edits_file(name)
            content = (self.journal.read(path) or b"").decode("utf-8-sig", "replace")
            new = decided(content, source, start, end, wishes, path.name)
            return self._edited(name, path, new, f"{_named(wishes)}: {_short(text)}")

    def wish(self, name: str, wishes: Wishes) -> str:
        """An editor's decision about a whole story: title, date, section, order."""
        with self._acting:
            path = self.stories.edits_file(name)
            content = (self.journal.read(path) or b"").decode("utf-8-sig", "replace")
            return self._edited(name, path, wished(content, wishes, path.name), f"{_named(wishes)} of {name}")

    def _edited(self, name: str, path: Path, content: str, label: str) -> str:
        self.journal.change(label, {path: content.encode() if content.strip() else None})
        self.stories.update(name)
        self.tell()
        return label

    def pronounce(self, word: str, say: str, language: str) -> str:
        """How a word is said in all stories; says how many lines in how many stories change."""
        with self._acting:
            path = self.root / "voices" / "lexicon.toml"
            content = (self.journal.read(path) or b"").decode("utf-8-sig", "replace")
            new = word_files.with_word(content, word, say, language)
            self._counting = True
            try:
                before = self._utterances(word)
                self.journal.change(f"“{word}” everywhere", {path: new.encode()})
                self.stories.refresh()
                after = self._utterances(word)
            finally:
                self._counting = False
            changed = [
                sum(a != b for a, b in zip(before[name], lines, strict=False))
                for name, lines in after.items()
                if name in before
            ]
            lines, stories = sum(changed), sum(map(bool, changed))
            self.tell()
            return f"“{word}” is corrected: {_count(lines, 'line')} in {_count(stories, 'story')} will be spoken anew"

    def cast(self, name: str, voice: str) -> str:
        """Which voice speaks for a person in all stories; without one, whichever the cast gives."""
        with self._acting:
            project = self.stories.project
            if voice and voice not in project.voices:
                raise StudioError(f"there is no voice {voice!r} here")
            path = self.root / (project.settings.edition.cast or "voices/cast.toml")
            content = self.journal.read(path)
            if content is None and (stock := find_file(self.root, "voices", "cast.toml")):
                content = stock.read_bytes()
            new = word_files.with_person((content or b"").decode("utf-8-sig", "replace"), name, voice)
            self.journal.change(f"the voice of {name}", {path: new.encode()})
            self.stories.refresh()
            self.tell()
            return f"{name} is read by {voice}, in every story" if voice else f"{name} is read by whoever is cast"

    def _utterances(self, word: str) -> dict[str, list[Utterance]]:
        """Every story that has the word, line by line as it is spoken now."""
        found: dict[str, list[Utterance]] = {}
        folded = word.casefold()
        for row in self.stories.rows():
            with contextlib.suppress(AudioEditionError):
                if self.stories.may_hold(row.name, word):
                    script = self.stories.story(row.name).script
                    if folded in script.source.casefold():
                        found[row.name] = [line.utterance for line in script.segments]
        return found

    def hear(self, name: str, start: int, words: Sequence[tuple[str, str]], say: str, voice: str) -> str:
        """The key of the sound that a line would have with other words or another voice."""
        line = self._line(name, start)
        project = self.stories.project
        utterance = line.utterance
        if voice and voice in project.voices:
            utterance = dataclasses.replace(utterance, voice=project.voices[voice])
        if say or words:
            lexicon = project.lexicon(utterance.language).with_words(words)
            text = project.settings.text
            spoken = speak(
                say or line.shown,
                english=text.english,
                date_order=text.date_order,
                language=utterance.language,
                lexicon=lexicon,
            )
            utterance = dataclasses.replace(utterance, spoken=spoken.text, phonemes=spoken.phonemes, asides=())
        if not utterance.spoken.strip():
            raise StudioError("there is nothing to say")
        return self.clips.key(utterance)

    def _line(self, name: str, start: int) -> Line:
        for line in self.stories.story(name).script.segments:
            if line.start == start:
                return line
        raise StudioError("the line is not there any more", remedy="look at the story again")

    # The edition

    def add_text(self, text: str) -> str:
        """A pasted article becomes a file; returns its story's name."""
        words = text.strip()
        if not any(map(str.isalpha, words)):
            raise StudioError("there are no words in it", remedy="paste the article's text")
        return self.add_file(f"{ascii_words(words.splitlines()[0])[:60].strip('-') or 'article'}.txt", words.encode())

    def add_file(self, name: str, data: bytes) -> str:
        """A file that was dropped on the desk goes into the folder of articles; returns its story's name."""
        settings = self.stories.project.settings
        suffix = Path(name).suffix.lower()
        if suffix not in TYPES:
            raise StudioError(f"files ending in {suffix or 'nothing'} are not read", remedy=" ".join(sorted(TYPES)))
        if len(data) > settings.read.max_bytes:
            raise StudioError(f"it is larger than {settings.read.max_bytes // 1_000_000} MB")
        stem = ascii_words(Path(name.replace("\\", "/")).stem)[:80].strip("-") or "article"
        with self._acting:
            folder = self.root / settings.edition.seeds
            path, number = folder / f"{stem}{suffix}", 1
            while any(folder.glob(f"{path.stem}.*")):
                number += 1
                path = folder / f"{stem}-{number}{suffix}"
            self.journal.change(f"adding {path.name}", {path: data})
            self.stories.update(path.name)
            self.tell()
            return path.name

    def add_address(self, address: str) -> str:
        """An article at an address joins the edition; it is fetched, now and at every build."""
        address = address.strip()
        if not re.fullmatch(r"https?://[^\s/]+\S*", address):
            raise StudioError("that is no address", remedy="it begins with http:// or https://")
        with self._acting:
            path = self.root / self.stories.project.settings.edition.seeds / ADDRESSES
            content = (self.journal.read(path) or b"").decode("utf-8", "replace")
            if address in content.split():
                raise StudioError(f"{address} is in the edition already")
            self.journal.change(f"adding {address}", {path: f"{content.rstrip()}\n{address}\n".lstrip().encode()})
            self.stories.refresh()
            self.tell()
            return address

    def fetch_again(self, name: str) -> str:
        """Ask an address again for its article."""
        url = self.stories.entry(name).source.url
        if url is None:
            raise StudioError(f"{name} is a file", remedy="change the file")
        self.stories.forget(url)
        self.tell()
        return f"{url} is being fetched again"

    def remove(self, name: str) -> str:
        """A story leaves the edition; undo brings it back."""
        with self._acting:
            source = self.stories.entry(name).source
            if source.url:
                path = self.root / self.stories.project.settings.edition.seeds / ADDRESSES
                lines = (self.journal.read(path) or b"").decode("utf-8", "replace").splitlines()
                if source.url not in lines:
                    raise StudioError(f"{name} stands in another list of addresses", remedy="take it out there")
                left = [line for line in lines if line != source.url]
                self.journal.change(f"removing {name}", {path: "\n".join([*left, ""]).encode() if left else None})
            elif source.path:
                if name != source.name:
                    raise StudioError(f"{source.name} holds other stories too", remedy="leave out its lines instead")
                self.journal.change(f"removing {name}", {Path(source.path): None})
            self.stories.refresh()
            self.tell()
            return f"{name} has left the edition"

    def order(self, names: Sequence[str]) -> str:
        """The stories in a new order; as few files change as it takes."""
        with self._acting:
            rows = {row.name: row for row in self.stories.rows()}
            stood = {name: at for at, name in enumerate(rows)}
            names = [
                *(name for name in dict.fromkeys(names) if name in rows),
                *(name for name in rows if name not in names),
            ]
            new = places([rows[name].order for name in names], [stood[name] for name in names])
            wanted: dict[Path, bytes | None] = {}
            for name, place in zip(names, new, strict=True):
                if place != rows[name].order:
                    path = self.stories.edits_file(name)
                    content = (self.journal.read(path) or b"").decode("utf-8-sig", "replace")
                    text = wished(content, {"order": place}, path.name)
                    wanted[path] = text.encode() if text.strip() else None
            self.journal.change("the order of the stories", wanted)
            for name in names:
                self.stories.update(name)
            self.tell()
            return "the stories have a new order"

    def undo(self, *, again: bool = False) -> str:
        """Take back the last action, or do it again."""
        with self._acting:
            label = self.journal.redo() if again else self.journal.undo()
            self.stories.refresh()
            self.tell()
            return f"{'Done again' if again else 'Undone'}: {label}"

    # The finished edition

    def build(self) -> str:
        self.command.start("build", "--json")
        return "The build has started"

    def publish(self) -> str:
        """Send what is finished where edition.toml says."""
        edition = self.stories.project.settings.edition
        if not edition.publish:
            raise StudioError(
                "edition.toml names no folder to publish to", remedy='write publish = "…" below [edition]'
            )
        if self.command.state["running"]:
            raise StudioError("the edition is being built", remedy="publish it when it is finished")
        from ..delivery import send

        sent = send(self.stories.project, edition.publish).sent
        return f"published: {_count(len(sent), 'file')} copied to {edition.publish}"

    def _command_told(self) -> None:
        if not self.command.state["running"]:
            self.stories.all_unlooked()
        self.tell()


def _named(wishes: Mapping[str, object]) -> str:
    """What a decision is about, for people."""
    names = {"say": "words", "drop": "leaving out", "keep": "bringing back"}
    return " and ".join(names.get(key, key) for key in wishes) or "nothing"


def _short(text: str, limit: int = 40) -> str:
    words = " ".join(text.split())
    return words if len(words) <= limit else words[: limit - 1].rstrip() + "…"


def _count(number: int, what: str) -> str:
    plural = f"{what[:-1]}ies" if what.endswith("y") else f"{what}s"
    return f"{number} {what if number == 1 else plural}"
