from __future__ import annotations

import pytest

from audioedition.segmentation import timestamps


@pytest.mark.parametrize(
    ("line", "iso"),
    [
        ("10 July 2014, 14:19", "2014-07-10T14:19"),
        ("May 3, 2024", "2024-05-03"),
        ("3rd of May 2024", "2024-05-03"),
        ("Published: Friday, 3 May 2024 at 2:19 p.m. ET", "2024-05-03T14:19-04:00"),
        ("Jan. 5, 2024 9:05 AM EST", "2024-01-05T09:05-05:00"),
        ("12:00 a.m. ET, January 5, 2024", "2024-01-05T00:00-05:00"),
        ("2024-05-03T12:00:00Z", "2024-05-03T12:00:00+00:00"),
        ("2024-05-03 12:00 +0200", "2024-05-03T12:00+02:00"),
        ("3.5.2024", "2024-05-03"),
        ("5/3/2024", "2024-05-03"),
        ("23/5/2024", "2024-05-23"),
        ("14:05 GMT, 3 May 2024", "2024-05-03T14:05+00:00"),
        ("Published 3 May 2024 | Updated 4 May 2024", "2024-05-03"),
        ("Mar 3, 2025 | Updated 5:20 p.m.", "2025-03-03"),
        ("Updated Sept. 4, 2023, 6.30pm", "2023-09-04T18:30"),
        ("31 February 2024", None),
        ("2 hours ago", None),
    ],
)
def test_stamps(line: str, iso: str | None) -> None:
    assert timestamps.is_timestamp(line)
    assert timestamps.parse(line) == iso


@pytest.mark.parametrize(
    "line",
    ["May she rest", "In 2014 he left.", "On 3 May 2024 the bridge closed.", "12 people", "March 3", "Sunday"],
)
def test_sentences_are_none(line: str) -> None:
    assert timestamps.parse(line) is None
    assert timestamps.is_timestamp(line) == (line == "March 3")
