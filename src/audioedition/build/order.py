"""What a build would leave -> the order in which the stories of today's edition would be heard."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from ..publishing import zone
from .rows import Row
from .wholes import todays

if TYPE_CHECKING:
    from ..episode.prepared import Prepared
    from ..project import Project
    from .planning import Known, Step


class RunningOrder:
    """The rows as a build would leave them, as far as the running order goes."""

    def __init__(self, project: Project, known: Known, now: datetime) -> None:
        self._by = project.settings.edition.by
        today = now.astimezone(zone(project.settings.edition)).date().isoformat()
        self._today = max([today, *(row.edition for row in known.rows.values())])
        """The day of stories that are new; a clock that was put back makes no earlier one."""
        self.rows = dict(known.rows)
        """As they would be."""
        self._titles = {name: row.episode.title for name, row in self.rows.items() if row.episode}
        self._entries: dict[str, int] = {}
        self._aside: dict[str, str] = {}
        """The name of a story that had to give its file to another -> what it is called here."""

    def add(self, story: Prepared, row: Row | None) -> None:
        """A story that was looked at; `row` is what the ledger knows of it, perhaps under another name."""
        name = story.name
        if row is None:
            if name in self.rows:  # another story had the file
                self._aside[name] = f"{name} (before)"
                self.rows[f"{name} (before)"] = dataclasses.replace(self.rows[name], name=f"{name} (before)")
            row = Row(name, "", "", "", None, "", edition=self._today)
        else:
            self.rows.pop(self._aside.pop(row.name, row.name), None)
        source = name.partition("#")[0]
        entry = self._entries[source] = self._entries.get(source, -1) + 1
        there = row.episode_json or "{}"
        article = story.script.article
        self.rows[name] = dataclasses.replace(
            row, name=name, place=article.order, entry=entry, episode_json=there, edition=row.edition or self._today
        )
        self._titles[name] = story.script.title

    def drop(self, names: Iterable[str]) -> None:
        """These would be removed."""
        for name in names:
            self.rows.pop(name, None)

    def placed(self, steps: Iterable[Step]) -> list[Step]:
        """The steps, each with its place in today's edition and its title."""
        order = todays(self.rows.values(), self._by)
        places = {row.name: place for place, row in enumerate(order, 1)}
        return [
            dataclasses.replace(step, place=places.get(step.article), title=self._titles.get(step.article, ""))
            for step in steps
        ]
