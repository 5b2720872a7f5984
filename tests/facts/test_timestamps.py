from __future__ import annotations

import pytest

from audioedition.facts import timestamps


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
        ("June 30, 2021 / 1:21 PM", "2021-06-30T13:21"),
        ("8:00 AM PST · January 25, 2023", "2023-01-25T08:00-08:00"),
        ("Published Wednesday, September 22, 2021 4:05PM ADT", "2021-09-22T16:05-03:00"),
        ("CHENNAI, OCTOBER 12, 2020 23:41 IST", "2020-10-12T23:41+05:30"),
        ("Published - March 03, 2025 08:10 pm IST - CHENNAI", "2025-03-03T20:10+05:30"),
        ("December 03, 2021 01:12 am | Updated 07:45 am IST", "2021-12-03T01:12+05:30"),
        ("Source: Xinhua| 2023-06-11 20:15:30|Editor: huaxia", "2023-06-11T20:15:30"),
        ("Published: Mar. 3, 2025 at 4:11 PM CST|Updated: 5 hours ago", "2025-03-03T16:11-06:00"),
        ("3/3/25, 5:03 PM", "2025-03-03T17:03"),
        ("3 May 2024 · 5 min read", "2024-05-03"),
        ("Updated June 7, 2023 — 8.02pm first published at 7.15pm", "2023-06-07T19:15"),
        ("Date: | January 12, 2021", "2021-01-12"),
        ("Updated 14.52 GMT", None),
        ("1h ago", None),
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
