from __future__ import annotations

import pytest

from audioedition.facts import dates
from audioedition.facts.date_order import as_said, month_first


@pytest.mark.parametrize(
    ("line", "iso"),
    [
        ("10 July 2014, 14:19", "2014-07-10T14:19"),
        ("May 3, 2024", "2024-05-03"),
        ("3rd of May 2024", "2024-05-03"),
        ("Published: Friday, 3 May 2024 at 2:19 p.m. ET", "2024-05-03T14:19-04:00"),
        ("Jan. 5, 2024 9:05 AM EST", "2024-01-05T09:05-05:00"),
        ("February 03, 2026 09:00 AM Eastern Standard Time", "2026-02-03T09:00-05:00"),
        ("Sunday 23 August 2026 17:58, UK", "2026-08-23T17:58"),
        ("12:00 a.m. ET, January 5, 2024", "2024-01-05T00:00-05:00"),
        ("2024-05-03T12:00:00Z", "2024-05-03T12:00:00+00:00"),
        ("2024-05-03 12:00 +0200", "2024-05-03T12:00+02:00"),
        ("3.5.2024", "2024-05-03"),
        ("03.05.24", "2024-05-03"),
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
        ("March 3", None),
        ("Wed, Feb 28 20247:00 AM EST", "2024-02-28T07:00-05:00"),
        ("Posted: Fri 6:45 PM, Mar 1, 2024 |", "2024-03-01T18:45"),
        ("Mon 4 Mar 2024 06.30 GMTFirst published on Sun 3 Mar 2024 22.15 GMT", "2024-03-04T06:30+00:00"),
        ("3 Nov 2023 17.07 CETLast modified on 4 Nov 2023 09.00 CET", "2023-11-03T17:07+01:00"),
        ("Updated Mar 12, 2020 @ 10:42 am", "2020-03-12T10:42"),
        ("Stand: 03.11.2023 18:00 Uhr", "2023-11-03T18:00"),
        ("Fr, 03.11.2023, 07.11 Uhr", "2023-11-03T07:11"),
        ("Veröffentlicht am 3. November 2023", "2023-11-03"),
        ("Wexle - Mittwoch, 02.02.2022, 11:17 Uhr", "2022-02-02T11:17"),
        ("Lesedauer: 4 Minuten", None),
        ("• 2 Min. Lesezeit", None),
        ("vor 3 Stunden", None),
        ("Publié le 3 mai 2024 à 13h59", "2024-05-03T13:59"),
        ("Article mis à jour le 7 janvier 2020.", "2020-01-07"),
        ("Temps de lecture : 4 min", None),
        ("il y a 2 heures", None),
        ("4 de mayo de 2022 - 00:38", "2022-05-04T00:38"),
        ("Miércoles, 4 de Mayo de 2022 a las 07:46hrs.", "2022-05-04T07:46"),
        ("hace 3 horas", None),
        ("4 de maio de 2022, 05:34 h", "2022-05-04T05:34"),
        ("Pubblicato il 3 maggio 2024", "2024-05-03"),
        ("Gepubliceerd op 3 mei 2024 om 9.15 uur", "2024-05-03T09:15"),
        ("5 min read", None),
        ("Updated 14.52 GMT", None),
        ("1h ago", None),
        ("31 February 2024", None),
        ("2 hours ago", None),
    ],
)
def test_stamps(line: str, iso: str | None) -> None:
    said = dates.stamp(line)
    assert dates.is_timestamp(line)
    assert (said.published or said.modified) == iso


@pytest.mark.parametrize(
    "line",
    [
        "50 years ago: May 1976",
        "Vor 50 Jahren: Mai 1976",
        "May she rest",
        "In 2014 he left.",
        "On 3 May 2024 the bridge closed.",
        "12 people",
        "Sunday",
        "1931 - 2025",
        "3 March 1931 - 4 May 2025",
        "45 minutes",
        "Two hours a day",
        "“3 May 2024”",
    ],
)
def test_sentences_are_none(line: str) -> None:
    assert not dates.is_timestamp(line)


@pytest.mark.parametrize(
    ("language", "text", "english", "date_order", "iso"),
    [
        ("en", "", "auto", "auto", "2025-03-04"),
        ("en-US", "", "auto", "auto", "2025-03-04"),
        ("en-GB", "", "auto", "auto", "2025-04-03"),
        ("en-IE", "", "auto", "auto", "2025-04-03"),
        ("fr", "", "auto", "auto", "2025-04-03"),
        ("fr", "", "US", "auto", "2025-04-03"),
        ("en", "The councillors cancelled the harbour programme.", "auto", "auto", "2025-04-03"),
        ("en", "The councillors cancelled the harbour programme.", "US", "auto", "2025-03-04"),
        ("en", "", "GB", "auto", "2025-04-03"),
        ("en-GB", "", "GB", "month-first", "2025-03-04"),
    ],
)
def test_the_order_of_day_and_month(language: str, text: str, english: str, date_order: str, iso: str) -> None:
    with as_said(english, date_order):
        assert dates.iso_date("3/4/2025", month_first=lambda: month_first(language, text)) == iso


@pytest.mark.parametrize(
    ("value", "iso"),
    [
        ("20250304", "2025-03-04"),
        ("20250304T120000Z", "2025-03-04T12:00:00+00:00"),
        ("1741089600", "2025-03-04T12:00:00+00:00"),
        ("Tue, 04 Mar 2025 06:15:00 -0500", "2025-03-04T06:15:00-05:00"),
        ("Tue Mar  4 06:15:00 2025", "2025-03-04T06:15:00"),
        ("2025年3月4日", "2025-03-04"),
        ("Posted by Ann Orr on 4 March 2025 at 6.15pm", "2025-03-04T18:15"),
        ("Updated 5 March 2025, first published 4 March 2025", "2025-03-04"),
        ("Updated 5 March 2025", "2025-03-05"),
        ("March 2025", None),
        ("20251399", None),
    ],
)
def test_values_of_metadata(value: str, iso: str | None) -> None:
    assert dates.iso_date(value) == iso


@pytest.mark.parametrize("line", ["Published:", "Stand", "Publicado:", "Date"])
def test_the_head_of_a_stamp(line: str) -> None:
    assert dates.is_label(line)


def test_a_stamp_behind_a_name() -> None:
    assert dates.stamp_behind("By Ann Orr | 3 May 2024") == "3 May 2024"
    assert dates.stamp_behind("By Ann Orr Published 3 May 2024") == "Published 3 May 2024"
    assert dates.stamp_behind("By Ann Orr, Courier") is None
