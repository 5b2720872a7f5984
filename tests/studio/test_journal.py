"""Everything can be undone, and nothing is done over somebody else's work."""

from __future__ import annotations

from pathlib import Path

import pytest

from audioedition.errors import StudioError
from audioedition.studio.journal import Journal


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    (tmp_path / "paper").mkdir()
    (tmp_path / "paper" / "a.txt").write_bytes(b"one")
    return Journal(tmp_path / "paper")


def test_undo_and_redo(journal: Journal) -> None:
    a, b = journal.root / "a.txt", journal.root / "new" / "b.txt"
    journal.change("two files", {a: b"two", b: b"new"})
    journal.change("one goes", {a: None})
    assert (a.exists(), b.read_bytes()) == (False, b"new")
    assert journal.undo() == "one goes"
    assert journal.undo() == "two files"
    assert (a.read_bytes(), b.exists()) == (b"one", False)
    with pytest.raises(StudioError, match="nothing to undo"):
        journal.undo()
    assert journal.redo() == "two files"
    assert a.read_bytes() == b"two"


def test_a_new_change_ends_what_could_be_done_again(journal: Journal) -> None:
    a = journal.root / "a.txt"
    journal.change("x", {a: b"two"})
    journal.undo()
    journal.change("nothing", {a: b"one"})
    assert journal.undone
    journal.change("y", {a: b"three"})
    with pytest.raises(StudioError, match="do again"):
        journal.redo()


def test_what_somebody_else_wrote_stays(journal: Journal) -> None:
    a = journal.root / "a.txt"
    journal.change("x", {a: b"two"})
    a.write_bytes(b"by hand")
    with pytest.raises(StudioError, match=r"a\.txt has been changed outside the studio"):
        journal.undo()
    assert a.read_bytes() == b"by hand"


def test_outside_the_project_nothing_is_read_or_written(journal: Journal) -> None:
    outside = journal.root.parent / "x.txt"
    (journal.root / "link.txt").symlink_to(outside)
    for path in (outside, journal.root / ".." / "x.txt", journal.root / "link.txt"):
        with pytest.raises(StudioError, match="outside the project"):
            journal.change("x", {path: b"two"})
    assert not outside.exists()
