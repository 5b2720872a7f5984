"""Article -> Segmentation: role, quotation and speaker of every piece; what is dropped, and why."""

from .segmenting import segment

__all__ = ["segment"]
