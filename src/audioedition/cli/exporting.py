"""`audioedition export`: what is asked for, and what is said about it."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import UsageError, printable
from ..exports import Export, export

if TYPE_CHECKING:
    from ..project import Project


def run(options: argparse.Namespace, project: Project) -> int:
    """Make the export; its path goes to stdout, the rest to stderr. 1 when stories were left out."""
    from ..build.edition import published
    from ..build.progress import clock_text

    if options.days is not None and options.days < 1:
        raise UsageError(f"--days must be 1 or more, not {options.days}")
    path = Path(options.output) if options.output else None
    wanted = Export(options.kind, path, options.days, options.words, options.size)
    made = export(wanted, published(project), project.output, project.settings.edition)
    for title in made.left_out:
        print(printable(f"left out, there was no room: {title}"), file=sys.stderr)
    print(printable(f"{made.stories} stories, {clock_text(made.milliseconds / 1000)}"), file=sys.stderr)
    print(printable(str(made.path)))
    return 1 if made.left_out else 0
