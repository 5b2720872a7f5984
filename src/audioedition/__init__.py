"""audioedition: written news in, a spoken audio edition out. See docs/architecture.md for how."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"
__all__ = ["AudioEditionError", "__version__", "make_script", "read_article", "spoken_form"]

if TYPE_CHECKING:
    from .errors import AudioEditionError
    from .reading import read_article
    from .script.making import make_script
    from .spoken import spoken_form

_HOME = {
    "make_script": "script.making",
    "read_article": "reading",
    "spoken_form": "spoken",
    "AudioEditionError": "errors",
}


def __getattr__(name: str) -> Any:
    # Imported on first use, so that `audioedition --help` stays quick.
    if name in _HOME:
        import importlib

        return getattr(importlib.import_module(f".{_HOME[name]}", __name__), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
