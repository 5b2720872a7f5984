"""For tests of the whole program: a project whose voices are tones, the command line as a process of its own, and
the question whether everything that is published is whole."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Mapping, Sequence
from pathlib import Path

import av
import mutagen

SRC = Path(__file__).parent.parent / "src"
LINK = "https://paper.example/audio/"

CAST = """\
narrator = "high"
neutral = ["low"]
[pools.en]
female = ["middle"]
male = ["low"]
unknown = ["low"]
"""


def tone_project(folder: Path, articles: Mapping[str, str], settings: str = "") -> Path:
    """A project in `folder` with these files in seeds/; nothing in it needs a speech engine."""
    for name in ("seeds", "voices", "audio"):
        (folder / name).mkdir(parents=True)
    title = f'[edition]\ntitle = "The Test Paper"\nlink = "{LINK}"\n'
    (folder / "edition.toml").write_text(title + settings, encoding="utf-8")
    (folder / "audio" / "sound.toml").write_text('sound = "plain"\n')
    for voice, gender in (("high", "female"), ("middle", "female"), ("low", "male")):
        toml = f'engine = "tone"\nid = "{voice}"\nlanguage = "en"\ngender = "{gender}"\n'
        (folder / "voices" / f"{voice}.toml").write_text(toml)
    (folder / "voices" / "cast.toml").write_text(CAST)
    for name, text in articles.items():
        (folder / "seeds" / name).write_text(text, encoding="utf-8")
    return folder


def environment(project: Path) -> dict[str, str]:
    """The clip cache inside the project, and our own sources first."""
    return {**os.environ, "PYTHONPATH": str(SRC), "AUDIOEDITION_CACHE": str(project / "cache")}


def command(project: Path, *arguments: str | Path) -> list[str]:
    """`audioedition -C PROJECT ARGUMENTS`, by this interpreter."""
    return [sys.executable, "-m", "audioedition", "-C", str(project), *map(str, arguments)]


def run(
    project: Path,
    *arguments: str | Path,
    before: Sequence[str] = (),
    stdin: bytes = b"",
    told: Mapping[str, str] | None = None,
) -> subprocess.CompletedProcess[str]:
    """Run it to its end, after the words of `before` and with `told` in its environment; output is decoded as UTF-8,
    what is none shows as escapes."""
    done = subprocess.run(
        [*before, *command(project, *arguments)],
        input=stdin,
        capture_output=True,
        env={**environment(project), **(told or {})},
        timeout=300,
    )
    out, err = (stream.decode("utf-8", "backslashreplace") for stream in (done.stdout, done.stderr))
    return subprocess.CompletedProcess(done.args, done.returncode, out, err)


def assert_whole(output: Path) -> int:
    """Everything that is published is there and whole; returns the number of episodes in the feed.

    Feeds parse; each sound a feed names is there, has the length in bytes that the feed says, decodes to its end for
    about as long as it says, and has tags; transcripts and chapters are there; no half-written file lies about.
    """
    published = [p for p in output.iterdir() if p.name != ".audioedition"]  # where orphaned workers may still tidy up
    published += [p for folder in published if folder.is_dir() for p in folder.rglob("*")]
    assert not [p.name for p in published if p.name.startswith(".")]
    for path in output.glob("*.json"):
        json.loads(path.read_text(encoding="utf-8"))
    count = 0
    for path in sorted(output.glob("*.xml")):
        for item in ET.parse(path).getroot().iter("item"):
            sound = _file(output, _of(item, "enclosure").get("url"))
            assert sound.stat().st_size == int(_of(item, "enclosure").get("length") or 0), sound.name
            assert abs(decoded_seconds(sound) - int(_of(item, "duration").text or 0)) <= 1, sound.name
            assert mutagen.File(sound).tags, sound.name
            for child in item:
                if child.tag.endswith(("}transcript", "}chapters")):
                    assert _file(output, child.get("url")).stat().st_size
            count += path.name == "feed.xml"
    return count


def _of(item: ET.Element, name: str) -> ET.Element:
    return next(child for child in item if re.sub("{.*}", "", child.tag) == name)


def _file(output: Path, address: str | None) -> Path:
    assert address and address.startswith(LINK), address
    return output / address.removeprefix(LINK)


def decoded_seconds(path: Path) -> float:
    """Decode all of the file; its length as decoded."""
    with av.open(str(path)) as file:
        stream = file.streams.audio[0]
        return sum(frame.samples for frame in file.decode(stream)) / stream.rate


MOMENTS = re.compile(
    rb"(<lastBuildDate>|<atom:updated>|\"(?:date_modified|updateDate)\": \"|var NAME = \"\S+ \d+ |"
    rb"Updated (?=\d{4}-))[^<\".]*"
)
"""When a feed was built, and when a story was found to have changed: for programs, and in words."""


def contents(output: Path) -> dict[str, bytes]:
    """Path -> bytes of all that is published, except the moments at which it was."""
    found = {}
    folders = [p for p in output.iterdir() if p.is_dir() and p.name != ".audioedition"]
    for path in sorted([*output.glob("*"), *(p for folder in folders for p in folder.rglob("*"))]):
        name = path.relative_to(output).as_posix()
        if path.is_file():
            found[name] = MOMENTS.sub(rb"\1", path.read_bytes())
    return found
