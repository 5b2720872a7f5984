"""What a reader is in doubt about is said with its article and once more at the end of a build, where it is seen."""

from __future__ import annotations

from pathlib import Path

from edition_files import run, tone_project

LINE = "{} boats lay in the bay when the people of the island came down to look at them, one by one. "
SHOWN = "".join(f"<p>{LINE.format(n) * 5}</p>" for n in range(20, 24))
HIDDEN = "".join(f"<p>{LINE.format(n)}</p>" for n in range(6))
PAGE = f"<html><body><main><h1>Boats in the bay</h1>{SHOWN}</main><div hidden>{HIDDEN}</div></body></html>"
STORY = "The ferry is back\n\nIt came on Monday. The people of Kilbray were glad of it.\n"


def test_a_page_mostly_left_out_is_said_again_at_the_end(tmp_path: Path) -> None:
    project = tone_project(tmp_path / "paper", {"bay.html": PAGE, "ferry.txt": STORY})
    built = run(project, "build")
    said = built.stderr.splitlines()
    doubt = "bay.html: 6 of 10 paragraphs of the page are not read: “0 boats lay in the bay when the …”"
    told = [n for n, line in enumerate(said) if line.startswith(doubt)]
    assert built.returncode == 0
    assert len(told) == 2, built.stderr
    assert told[1] == len(said) - 2, "right before the line that sums up"
