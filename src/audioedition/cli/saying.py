"""One line of text -> a sound file: how `audioedition say` lets a name or a voice be heard."""

from __future__ import annotations

import dataclasses
import difflib
import wave
from dataclasses import dataclass
from pathlib import Path

from ..engines import fingerprint
from ..engines.synthesis import synthesise
from ..errors import EncodingError, SynthesisError, UsageError
from ..machine.cache import clip_key, open_cache
from ..project import Project
from ..script.making import announce
from ..sound import encoding, mastering, mixing
from ..sound.loudness import RATE
from ..sound.timeline import arrange


@dataclass(frozen=True, slots=True)
class Said:
    """What was written."""

    voice: str
    spoken: str
    seconds: float


def say(project: Project, text: str, voice: str | None, path: Path) -> Said:
    """Speak one line into a .wav or .mp3 file, by a voice's name or by the narrator.

    Raises UsageError for a voice or file type that is not known, SynthesisError when there is nothing to say.
    """
    if path.suffix.lower() not in (".wav", ".mp3"):
        raise UsageError(f"{path.name} must end in .wav or .mp3")
    if voice and voice not in project.voices:
        near = difflib.get_close_matches(voice, project.voices, 1)
        hint = f"did you mean {near[0]}?" if near else "audioedition voices lists them"
        raise UsageError(f"there is no voice {voice!r}", remedy=hint)
    lines = announce([text], project)
    if voice:
        chosen = project.voices[voice]
        lines = tuple(
            dataclasses.replace(line, voice=voice, utterance=dataclasses.replace(line.utterance, voice=chosen))
            for line in lines
        )
    if not lines[0].spoken.strip():
        raise SynthesisError("there is nothing to say in this text", remedy="give it letters or digits")
    cache = open_cache(project.settings)
    utterance = lines[0].utterance
    info = synthesise([utterance], cache)[0]
    clip = cache.get(clip_key(utterance, fingerprint(utterance.voice)))
    if clip is None:
        raise SynthesisError("the clip was damaged on its way through the cache", remedy="try again")
    timeline = arrange(lines, [info.seconds], project.sound)
    target = mastering.target_of(project.settings.files.loudness)
    blocks = mastering.master(lambda: mixing.mix(timeline, lambda _: clip), target)
    if path.suffix.lower() == ".mp3":
        encoding.encode(blocks, path, bitrate=project.settings.files.bitrate)
    else:
        try:
            with wave.open(str(path), "wb") as file:
                file.setnchannels(1)
                file.setsampwidth(2)
                file.setframerate(RATE)
                for block in blocks:
                    file.writeframes((block.clip(-1, 1) * 32767).round().astype("<i2").tobytes())
        except OSError as e:
            raise EncodingError(f"{path} cannot be written: {e.strerror}", remedy="name another file") from e
    return Said(utterance.voice.name, lines[0].spoken, timeline.seconds)
