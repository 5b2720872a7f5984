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
    return model + _field(7, _field(12, _field(1, name)))


def with_factor(model: bytes, tensor: str, reader: str, *, factor: str, led: str) -> bytes:
    """The serialised ONNX `model` with a further input `factor` (float, [1, any]), by which `tensor` is multiplied
    before the node reads it that makes `reader` of it; unchanged if there is no such node, or more than one.

    `led` is the product's name, as long as `tensor`, so that the node can be told to read it without any length
    changing. Field numbers as above, and: NodeProto.input 1, .output 2, .op_type 4, GraphProto.node 1, .input 11,
    ValueInfoProto.type 2, TypeProto.tensor_type 1, Tensor.elem_type 1 (1: float), .shape 2, TensorShapeProto.dim 1,
    Dimension.dim_value 1, .dim_param 2.
    """
    old, new = (_field(1, name.encode()) + _field(2, reader.encode()) for name in (tensor, led))
    if model.count(old) != 1 or len(old) != len(new):
        return model
    node = _field(1, tensor.encode()) + _field(1, factor.encode()) + _field(2, led.encode()) + _field(4, b"Mul")
    shape = _field(1, b"\x08\x01") + _field(1, _field(2, b"frames"))
    kind = _field(1, b"\x08\x01" + _field(2, shape))
    value = _field(1, factor.encode()) + _field(2, kind)
    return model.replace(old, new) + _field(7, _field(1, node) + _field(11, value))


def _field(number: int, content: bytes) -> bytes:
    """A length-delimited field of a protobuf message; for contents below 128 bytes."""
    return bytes([number << 3 | 2, len(content)]) + content
