"""Utterance -> key -> Clip: a content-addressed store on disk, and the one definition of a clip's key.

    clips/ab/abcd….clip      the sound of one utterance: header with a digest, 16-bit PCM
    files/ab/abcd…-digest    any other finished file (an encoded part), under its recipe's key

Nothing in it is ever changed, only replaced by the same again: every entry is written beside and moved into place, so
processes may share a cache and be killed at any moment. What is damaged is noticed by its digest and made again.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import shutil
import time
from collections.abc import Collection, Iterator
from contextlib import suppress
from dataclasses import dataclass
from io import BufferedReader
from pathlib import Path
from typing import IO, TYPE_CHECKING

from ..errors import CacheError
from ..model import Clip, Utterance
from .files import TEMPORARY, written
from .objects import is_address

if TYPE_CHECKING:
    from ..settings import Settings

FORMAT = b"audioedition clip 1\n"
_DIGEST = hashlib.sha256
_DIGEST_BYTES = 32
SCRATCH = ".work-"
"""What the names of folders for unfinished work begin with."""
_FRESH_S = 86_400.0
"""An entry's time of last use is kept to the day: a hit costs no write."""


@dataclass(frozen=True, slots=True)
class ClipInfo:
    """What is known about a clip without reading its sound."""

    key: str
    samples: int
    rate: int
    """Hertz."""
    lufs: float
    """Loudness as the engine made it, before the voice's gain; -inf where it can't be measured."""
    words: tuple[tuple[int, int, float, float], ...] = ()
    """As in `Clip.words`."""

    @property
    def seconds(self) -> float:
        return self.samples / self.rate


@dataclass(frozen=True, slots=True)
class CacheStats:
    """How much a cache holds."""

    clips: int
    files: int
    """All entries, the clips included."""
    bytes: int


def clip_key(utterance: Utterance, fingerprint: str) -> str:
    """The name of the clip of `utterance`, spoken by an engine with that fingerprint: 32 hexadecimal digits.

    Everything that shapes the sound counts, and nothing else: no position, no source text, no voice's name or gain.
    """
    voice = utterance.voice
    material = [
        utterance.spoken,
        utterance.language,
        utterance.rate,
        [list(p) for p in utterance.phonemes],
        [voice.engine, voice.id, voice.language, voice.rate, [list(o) for o in voice.options]],
        fingerprint,
        *([str(utterance.tune)] if utterance.tune else []),
        *([[list(a) for a in utterance.asides]] if utterance.asides else []),
    ]
    return _DIGEST(json.dumps(material).encode("ascii")).hexdigest()[:32]


def open_cache(settings: Settings) -> ClipCache:
    """The cache that a project uses: `[build] cache` (relative to the project), else that of `default_folder`; with
    the store beside it where AUDIOEDITION_CACHE names one."""
    own = settings.build.cache
    where = own or os.environ.get("AUDIOEDITION_CACHE", "")
    if is_address(where):
        from .shared_cache import SharedCache

        return SharedCache(default_folder(), where)
    return ClipCache(settings.root / Path(own).expanduser() if own else default_folder())


def default_folder() -> Path:
    """$AUDIOEDITION_CACHE where it names a folder, else the user's cache folder of the system."""
    if (folder := os.environ.get("AUDIOEDITION_CACHE")) and not is_address(folder):
        return Path(folder)
    from platformdirs import user_cache_path

    return user_cache_path("audioedition", appauthor=False)


class ClipCache:
    """The store in `folder`, which is made at the first `put`. Reading never raises; writing raises CacheError."""

    def __init__(self, folder: Path | str):
        self.folder = Path(folder)

    @property
    def address(self) -> str:
        """What it is called, on every machine that sees it."""
        return str(self.folder.absolute())

    def bring(self, keys: Collection[str]) -> None:
        """These clips will be asked for: a cache that lies somewhere else, too, fetches them."""

    def get(self, key: str) -> Clip | None:
        """The clip, or None when there is none or it is damaged (it is then removed)."""
        import numpy as np

        path, read = self._clip_path(key), None
        try:
            with _opened(path) as file:
                read = os.fstat(file.fileno())
                info, pcm = _read(file, key)
        except OSError:
            return None
        except ValueError:
            _remove_damaged(path, read)
            return None
        _touch(path)
        samples = np.frombuffer(pcm, "<i2").astype(np.float32)
        samples /= np.float32(32768)
        return Clip(samples, info.rate, info.words)

    def info(self, key: str) -> ClipInfo | None:
        """Length, rate, loudness and word times from the header alone; None when there is no (whole) clip.

        Touches nothing: what is cut short is replaced when it is made again.
        """
        try:
            with _opened(self._clip_path(key)) as file:
                info, _ = _read_header(file, key)
                whole = os.fstat(file.fileno()).st_size - file.tell() == 2 * info.samples
                return info if whole else None
        except (OSError, ValueError):
            return None

    def put(self, key: str, clip: Clip, lufs: float) -> ClipInfo:
        """Store `clip` (any louder than full scale is scaled down) with its measured loudness.

        Raises CacheError when the folder can't be written or the disk is full; nothing half-written stays.
        """
        import numpy as np

        peak = float(np.abs(clip.samples).max()) if len(clip.samples) else 0.0
        scale = 32768.0 if peak <= 32767 / 32768 else 32767.0 / peak
        pcm = np.rint(clip.samples * np.float32(scale)).astype("<i2").tobytes()
        words = tuple((start, end, round(a, 3), round(b, 3)) for start, end, a, b in clip.words)
        info = ClipInfo(key, len(clip.samples), clip.rate, round(float(lufs), 3), words)
        header = _header(info)
        digest = _DIGEST(header + pcm).digest()
        self._write(self._clip_path(key), FORMAT, digest, len(header).to_bytes(4, "little"), header, pcm)
        return info

    def get_file(self, key: str) -> Path | None:
        """The file stored under `key`, its digest checked, or None. Copy it: what lies in the cache must not change."""
        for path in self._files(key):
            try:
                with _opened(path) as file:
                    read = os.fstat(file.fileno())
                    whole = path.name.endswith("-" + _file_digest(file))
            except OSError:
                continue
            if whole:
                _touch(path)
                return path
            _remove_damaged(path, read)
        return None

    def put_file(self, key: str, path: Path) -> Path:
        """Store a copy of the file at `path` under `key`, and return where it lies now. Raises CacheError as `put`."""
        try:
            with path.open("rb") as file:
                digest = _file_digest(file)
                file.seek(0)
                target = self.folder / "files" / key[:2] / f"{key}-{digest}"
                self._write(target, file)
        except OSError as e:
            raise CacheError(f"{path} cannot be read: {e.strerror}") from e
        for other in self._files(key):
            if other != target:
                _remove(other)
        return target

    def put_bytes(self, key: str, content: bytes) -> Path:
        """Store `content` as the file under `key`. Raises CacheError as `put`."""
        target = self.folder / "files" / key[:2] / f"{key}-{_DIGEST(content).hexdigest()[:32]}"
        self._write(target, content)
        return target

    def stats(self) -> CacheStats:
        """Number of entries and their size."""
        clips = files = size = 0
        for path, entry in self._entries():
            clips += path.suffix == ".clip"
            files += 1
            size += entry.st_size
        return CacheStats(clips, files, size)

    def verify(self) -> list[Path]:
        """Read every entry; those that are damaged are removed and returned."""
        damaged = []
        for path, _ in list(self._entries()):
            if path.suffix == ".clip":
                self.get(path.stem)
            else:
                self.get_file(path.name.partition("-")[0])
            if not path.exists():
                damaged.append(path)
        return damaged

    def prune(self, max_bytes: int | None = None, max_age_days: float | None = None) -> int:
        """Remove what was not used for `max_age_days`, then the least recently used down to `max_bytes`.

        Returns the number of entries removed. Remains of killed writers go too.
        """
        entries = sorted(self._entries(), key=lambda item: item[1].st_mtime)
        size = sum(entry.st_size for _, entry in entries)
        oldest = -1.0 if max_age_days is None else time.time() - max_age_days * 86_400
        removed = 0
        for path, entry in entries:
            if entry.st_mtime >= oldest and (max_bytes is None or size <= max_bytes):
                break
            if _remove(path):
                size -= entry.st_size
                removed += 1
        self.sweep()
        for path in self.folder.glob(f"*/*/{TEMPORARY}*"):
            with suppress(OSError):
                if path.stat().st_mtime < time.time() - 3600:
                    path.unlink()
        return removed

    def sweep(self) -> None:
        """Remove the unfinished work of killed builds; that of the last day may be of one that is still running."""
        for path in self.folder.glob(f"{SCRATCH}*"):
            with suppress(OSError):
                if path.stat().st_mtime < time.time() - _FRESH_S:
                    shutil.rmtree(path, ignore_errors=True)

    def _clip_path(self, key: str) -> Path:
        return self.folder / "clips" / key[:2] / f"{key}.clip"

    def _files(self, key: str) -> list[Path]:
        return sorted((self.folder / "files" / key[:2]).glob(f"{key}-*"))

    def _entries(self) -> Iterator[tuple[Path, os.stat_result]]:
        for kind in ("clips", "files"):
            for path in (self.folder / kind).glob("*/*"):
                if not path.name.startswith(TEMPORARY):
                    with suppress(OSError):
                        yield path, path.stat()

    def _write(self, path: Path, *parts: bytes | IO[bytes]) -> None:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with written(path, lasting=False) as made, made.open("wb") as out:
                for content in parts:
                    if isinstance(content, bytes):
                        out.write(content)
                    else:
                        shutil.copyfileobj(content, out)
        except OSError as e:
            raise CacheError(
                f"the cache {self.folder} cannot be written: {e.strerror}",
                remedy="make room there, or set [build] cache or AUDIOEDITION_CACHE to another folder",
            ) from e


def is_clip(data: bytes, key: str) -> bool:
    """Whether these bytes are the whole clip of that key."""
    try:
        _read(io.BytesIO(data), key)
    except ValueError:
        return False
    return True


def is_file_of(data: bytes, name: str) -> bool:
    """Whether these bytes are the whole file that lies under that name in a cache."""
    return name.endswith("-" + _DIGEST(data).hexdigest()[:32])


def _read(file: IO[bytes], key: str) -> tuple[ClipInfo, bytes]:
    """A clip and its samples. Raises ValueError for anything that is not as it was written."""
    info, digest = _read_header(file, key)
    pcm = file.read()
    if len(pcm) != 2 * info.samples or _DIGEST(_header(info) + pcm).digest() != digest:
        raise ValueError(key)
    return info, pcm


def _header(info: ClipInfo) -> bytes:
    return json.dumps([info.samples, info.rate, info.lufs, [list(word) for word in info.words]]).encode("ascii")


def _read_header(file: IO[bytes], key: str) -> tuple[ClipInfo, bytes]:
    """The header and the digest it states. Raises ValueError for anything else than a clip."""
    start = file.read(len(FORMAT) + _DIGEST_BYTES + 4)
    digest, size = start[len(FORMAT) : -4], int.from_bytes(start[-4:], "little")
    header = file.read(size)
    if not start.startswith(FORMAT) or len(digest) != _DIGEST_BYTES or len(header) != size:
        raise ValueError(key)
    try:
        samples, rate, lufs, words = json.loads(header)
        info = ClipInfo(key, _whole(samples), _whole(rate), float(lufs), tuple(_word(*word) for word in words))
    except (TypeError, OverflowError, RecursionError, UnicodeDecodeError) as e:
        raise ValueError(key) from e
    if info.rate < 1 or info.samples < 0:
        raise ValueError(key)
    return info, digest


def _whole(value: object) -> int:
    """A whole number of a header that anybody may have written."""
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError
    return value


def _word(start: object, end: object, from_s: float, to_s: float) -> tuple[int, int, float, float]:
    return _whole(start), _whole(end), float(from_s), float(to_s)


def _opened(path: Path) -> BufferedReader:
    """The file at `path`; never a pipe or a device, which might never answer. Raises OSError."""
    if not path.is_file():
        raise FileNotFoundError(path)
    return path.open("rb")


def _file_digest(file: BufferedReader) -> str:
    return hashlib.file_digest(file, "sha256").hexdigest()[:32]


def _touch(path: Path) -> None:
    with suppress(OSError):
        if path.stat().st_mtime < time.time() - _FRESH_S:
            os.utime(path)


def _remove(path: Path) -> bool:
    try:
        path.unlink()
    except OSError:
        return False
    return True


def _remove_damaged(path: Path, read: os.stat_result | None) -> None:
    """Remove the file that was read and found damaged, unless somebody has put a whole one in its place meanwhile."""
    with suppress(OSError):
        if read and os.path.samestat(read, path.stat()):
            path.unlink()
