"""The model files of neural voices: those that a voice's file names, and what has to be added to one before use."""

from __future__ import annotations

import functools
import hashlib
from pathlib import Path

from ..errors import SynthesisError
from ..model import Voice


def own_model(voice: Voice) -> Path | None:
    """The file that the voice's option `model` names, None when the engine's own is meant.

    Raises SynthesisError when it is not there or is not the one whose SHA-256 the option `sha256` states.
    """
    options = dict(voice.options)
    if "model" not in options:
        return None
    path = Path(str(options["model"]))
    if not path.is_file():
        raise SynthesisError(f"the model {path} is not there", remedy=f"correct `model` in {voice.name}.toml")
    if options.get("sha256", "") not in ("", file_digest(path)):
        raise SynthesisError(
            f"the model {path} is damaged or another: its SHA-256 is not the one stated",
            remedy=f"get it again, or correct `sha256` in {voice.name}.toml",
        )
    return path


def model_digest(voice: Voice) -> str:
    """SHA-256 of the model file that the voice's options name; empty when they name none."""
    model = dict(voice.options).get("model")
    return file_digest(Path(str(model))) if model else ""


@functools.cache
def file_digest(path: Path) -> str:
    """SHA-256 of the file, read once a process; `missing` when it can't be."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return "missing"


def with_output(model: bytes, tensor: str) -> bytes:
    """The serialised ONNX `model` with the inner `tensor` as its last output; unchanged if it has no such.

    What follows a serialised protobuf message is merged into it, repeated fields by appending
    (protobuf.dev/programming-guides/encoding, "Last One Wins"), so a few bytes at the end are enough. Field numbers
    from onnx.proto3: ValueInfoProto.name 1, GraphProto.output 12, ModelProto.graph 7.
    """
    name = tensor.encode()
    if name not in model:
        return model
    message = name
    for field in (1, 12, 7):
        message = bytes([field << 3 | 2, len(message)]) + message
    return model + message
