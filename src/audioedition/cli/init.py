"""A new project folder: edition.toml, a first article, and the stock cast, lexicon and sound design to edit."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from ..errors import UsageError
from ..settings import stock

EDITION = """\
# Your audio edition. Every key has a default; docs/settings.md lists them all.
[edition]
title = {title}
author = ""
# The edition speaks the language of most of its stories, unless it is set here:
# language = "en"
# The web address that output/ will be served from: the feed's addresses are built on it.
link = "https://audioedition.example/"
"""

FIRST_ARTICLE = """\
Welcome to your audio edition

By the audioedition team

This is the first story of a new project. Put your own articles beside it, one file each, and delete this one.

“Plain text, web pages, Markdown and feeds are all welcome,” said Nora Whitlock, who reads everything before breakfast.

Then run the build command again. Only what is new or changed will be made.
"""

COPIED = ("voices/cast.toml", "voices/lexicon.pls", "audio/sound.toml")


def init(folder: Path) -> list[Path]:
    """Make a project in `folder`; returns the files written, and never overwrites one.

    Raises UsageError when `folder` is a file, already a project, or cannot be written.
    """
    if (folder / "edition.toml").exists():
        raise UsageError(f"{folder} is a project already", remedy="its settings are in edition.toml")
    texts = {
        "edition.toml": EDITION.format(
            title=json.dumps(folder.resolve().name.replace("-", " ").title(), ensure_ascii=False)
        ),
        "seeds/welcome.txt": FIRST_ARTICLE,
        ".gitignore": "output/\n.audioedition/\n",
    }
    written = []
    try:
        for name, text in texts.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if not path.exists():
                path.write_text(text, encoding="utf-8")
                written.append(path)
        for name in COPIED:
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if not path.exists() and (stock() / name).is_file():
                shutil.copyfile(stock() / name, path)
                written.append(path)
    except OSError as e:
        raise UsageError(f"cannot make a project in {folder}: {e.strerror or e}", remedy="name another folder") from e
    return written
