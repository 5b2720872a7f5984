"""An ONNX model -> the same model with one more output, without the onnx package."""

from __future__ import annotations


def with_output(model: bytes, tensor: str) -> bytes:
    """The serialised `model` with the inner `tensor` among its outputs, after the others; unchanged if it has no such.

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
