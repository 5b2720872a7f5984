"""Makes the stock sounds beside this file: `python audio/make_sounds.py`. Composed for this project; CC0 1.0.

One motif in D major on a soft mallet (1 5 6 3', rising) over a warm pad. The ident plays it whole, the sting its last
step, the closing turns it round to end on the keynote, the bed goes once round D, B minor, G, A and repeats without a
seam. The same script gives the same bytes.
"""

from __future__ import annotations

from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray

Sound = NDArray[np.float64]

RATE = 22_050
"""Nothing here sounds above 6 kHz."""
HERE = Path(__file__).parent
NOTES = {"C": -9, "C#": -8, "D": -7, "E": -5, "F#": -3, "G": -2, "A": 0, "B": 2}


def hertz(note: str) -> float:
    """`A4` = 440 Hz, equal temperament."""
    return float(440 * 2 ** ((NOTES[note[:-1]] + 12 * (int(note[-1]) - 4)) / 12))


def mallet(note: str, seconds: float = 2.2) -> Sound:
    """A struck bar: keynote and its two lowest overtones (1 : 4 : 9.2), the higher the sooner gone."""
    t = np.arange(round(seconds * RATE)) / RATE
    f = hertz(note)
    partials = ((1.0, 1.0, 1.7), (4.0, 0.10, 6.0), (9.2, 0.02, 16.0))
    tone = sum(a * np.sin(2 * np.pi * f * ratio * t) * np.exp(-t * decay) for ratio, a, decay in partials)
    return tone * np.minimum(t / 0.006, 1) * np.clip((seconds - t) / 0.4, 0, 1)


def pad(notes: str, seconds: float, rise: float, fall: float) -> Sound:
    """A chord of strings: each note twice, three cents apart, with soft overtones; raised-cosine ends."""
    t = np.arange(round(seconds * RATE)) / RATE
    chord = np.zeros(len(t))
    for k, note in enumerate(notes.split()):
        for cents in (-1.5, 1.5):
            f = hertz(note) * 2 ** (cents / 1200)
            chord += sum(np.sin(2 * np.pi * f * n * t + k + n) / n**2.2 for n in (1, 2, 3, 4))
    ends = np.minimum(np.clip(t / rise, 0, 1), np.clip((seconds - t) / fall, 0, 1))
    return chord * (0.5 - 0.5 * np.cos(np.pi * ends)) / len(notes.split()) / 2


def place(sound: Sound, at: float, into: Sound, gain: float = 1.0) -> None:
    """Adds `sound` at `at` seconds; what runs over the end comes in again at the beginning."""
    index = (round(at * RATE) + np.arange(len(sound))) % len(into)
    np.add.at(into, index, sound * gain)


def silence(seconds: float) -> Sound:
    return np.zeros(round(seconds * RATE))


def ident() -> Sound:
    out = silence(3.6)
    place(pad("D3 A3 E4 F#4", 3.5, 0.5, 1.8), 0.0, out, 0.55)
    for note, at, gain in (("D4", 0.05, 0.8), ("A4", 0.35, 0.7), ("B4", 0.65, 0.7), ("F#5", 1.1, 0.75)):
        place(mallet(note), at, out, gain)
    return out


def sting() -> Sound:
    out = silence(1.8)
    place(pad("D4 A4", 1.7, 0.15, 1.2), 0.0, out, 0.3)
    place(mallet("B4", 1.5), 0.02, out, 0.7)
    place(mallet("F#5", 1.4), 0.3, out, 0.7)
    return out


def closing() -> Sound:
    out = silence(4.4)
    place(pad("G3 B3 D4 F#4", 1.9, 0.5, 0.9), 0.0, out, 0.55)
    place(pad("D3 A3 D4 F#4", 3.2, 0.9, 1.9), 1.0, out, 0.55)
    for note, at, gain in (("F#5", 0.1, 0.65), ("B4", 0.4, 0.65), ("A4", 0.7, 0.7), ("D4", 1.2, 0.9)):
        place(mallet(note), at, out, gain)
    return out


def bed() -> Sound:
    """Four bars of two seconds; everything that rings over the end rings on at the beginning."""
    out = silence(10.0)
    chords = ("D3 A3 E4 F#4", "B2 F#3 A3 D4", "G2 D3 B3 F#4", "A2 E3 B3 D4")
    arpeggios = ("D4 A4 F#4 A4", "D4 B4 F#4 B4", "D4 G4 F#4 B4", "E4 A4 D4 B4")
    for bar, (chord, notes) in enumerate(zip(chords, arpeggios, strict=True)):
        place(pad(chord, 3.1, 0.6, 0.6), bar * 2.5, out, 0.6)
        for beat, note in enumerate(notes.split()):
            place(mallet(note, 1.6), bar * 2.5 + beat * 0.625, out, 0.22)
    return out


def write(name: str, sound: Sound) -> None:
    """A FLAC file of 16 bits, its peak at -12 dBFS."""
    pcm = np.rint(sound / np.abs(sound).max() * 10 ** (-12 / 20) * 32767).astype(np.int16)
    with av.open(str(HERE / name), "w", options={"fflags": "+bitexact"}) as container:
        stream = container.add_stream("flac", rate=RATE, layout="mono", options={"compression_level": "12"})
        stream.codec_context.flags |= av.codec.context.Flags.bitexact
        frame = av.AudioFrame.from_ndarray(pcm[None, :], format="s16", layout="mono")
        frame.rate, frame.pts = RATE, 0
        resampler = av.AudioResampler("s16", "mono", RATE, 4096)
        for part in [*resampler.resample(frame), *resampler.resample(None)]:
            container.mux(stream.encode(part))
        container.mux(stream.encode(None))


def main() -> None:
    for make in (ident, sting, closing, bed):
        write(f"{make.__name__}.flac", make())


if __name__ == "__main__":
    main()
