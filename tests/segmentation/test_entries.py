"""The entries of a live blog that was pasted with its page are the story."""

from __future__ import annotations

import pytest

from audioedition import make_script, read_article
from audioedition.segmentation import entries

BLOG = """\
Coast
Share
Key events
2h ago
10:42 AM
Hall opens its doors
By Rosa Keel
About seventy people have come to the hall at Wexle, some of them with dogs.
Loading
3h ago
8:20 AM
Which roads are closed?
Here's the list as of 8:15am:
Quay Road at the church
Mill Lane
4h ago
7:31 AM
Order to leave
Everyone below the quay has been told to leave before eleven, the council says.
Back to top
Hats of the week""".splitlines()
SPARED = {"10:42 AM", "Hall opens its doors", "By Rosa Keel", "8:20 AM", "Which roads are closed?"} | {
    "About seventy people have come to the hall at Wexle, some of them with dogs.",
    "Here's the list as of 8:15am:",
    "Quay Road at the church",
    "Mill Lane",
    "4h ago",
    "7:31 AM",
    "Order to leave",
    "Everyone below the quay has been told to leave before eleven, the council says.",
}


def spared(lines: list[str]) -> set[str]:
    beside = [True] * len(lines)
    entries.spare(beside, lines)
    return {line for line, out in zip(lines, beside, strict=True) if not out}


def test_an_entry_goes_up_to_what_rules_call_the_pages() -> None:
    blog = [line for line in BLOG if line != "8:20 AM"]
    again = ["9:04 AM", "The ferry has stopped, and nobody is to wait for it on the quay."]
    assert spared(BLOG[:9] + again + BLOG[9:]) == SPARED | {*again, "3h ago"}
    assert not spared(blog), "two times are no live blog on a page"


@pytest.mark.parametrize(
    "lines",
    [
        [line.replace("10:42", "6:30").replace("7:31", "9:00") for line in BLOG],
        [line for line in BLOG if not line.startswith(("About", "Everyone"))],
    ],
    ids=["what is on goes forwards", "times above no sentences"],
)
def test_other_times_head_no_entries(lines: list[str]) -> None:
    assert not spared(["8:00 AM", "Coffee is served in the hall by the church of Saint Ann.", *lines])


def test_below_the_last_entry_the_page_begins_again() -> None:
    lines = [*BLOG[:9], "9:04 AM", "The ferry has stopped, and nobody is to wait for it on the quay.", *BLOG[9:-2]]
    assert not spared([*lines, "Hats of the week", "Cats of the year"]) & {"Hats of the week", "Cats of the year"}


def test_a_pasted_blog_is_read_whole() -> None:
    lines = [*BLOG[:9], "9:04 AM", "The ferry has stopped, and nobody is to wait for it on the quay.", *BLOG[9:]]
    page = ["News", "Sport", "Sign in", "Flood live: hall opens as river at Wexle rises", "By Rosa Keel", *lines[1:]]
    script = make_script(read_article("\n\n".join(page), media_type="text/plain"))
    heard = {line.text for line in script.segments if line.spoken}
    assert {"Mill Lane", "Quay Road at the church", "Which roads are closed?"} <= heard
    assert not heard & {"8:20 AM", "3h ago", "Hats of the week"}
