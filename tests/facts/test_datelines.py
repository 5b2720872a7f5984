from __future__ import annotations

import pytest

from audioedition.facts import datelines
from audioedition.model import Article
from audioedition.segmentation import segment

BODY = "The council of Northport voted on Tuesday to close the bridge."


def found(head: str, vouch: str = BODY) -> tuple[str | None, str | None, str | None] | None:
    text = f"{head}{BODY}"
    dateline = datelines.find(text, 0, len(text), vouch=vouch)
    if dateline is None:
        return None
    assert dateline.text == head.strip()
    return dateline.place, dateline.date, dateline.agency


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("WASHINGTON (VR) — ", ("WASHINGTON", None, "VR")),
        ("LOS ANGELES, Feb 26 - ", ("LOS ANGELES", "Feb 26", None)),
        ("LONDON/PARIS, March 3 (Reuters) – ", ("LONDON/PARIS", "March 3", "Reuters")),
        ("ST. PAUL, Minn. (AP) — ", ("ST. PAUL, Minn.", None, "AP")),
        ("NEW YORK – ", ("NEW YORK", None, None)),
        ("Paris — ", ("Paris", None, None)),
        ("Northport, 12 March - ", ("Northport", "12 March", None)),
        ("dodge city, april 7 - ", ("dodge city", "april 7", None)),
        ("NORTHPORT — ", ("NORTHPORT", None, None)),
        ("SPRINGFIELD, Ill. – ", ("SPRINGFIELD, Ill.", None, None)),
        ("UNITED NATIONS, Sept. 3, 2019 (Xinhua) -- ", ("UNITED NATIONS", "Sept. 3, 2019", "Xinhua")),
        ("RIO DE JANEIRO (AP) _ ", ("RIO DE JANEIRO", None, "AP")),
        ("PORT-AU-PRINCE, Haiti – ", ("PORT-AU-PRINCE, Haiti", None, None)),
        ("DUBLIN and BELFAST, 3 March — ", ("DUBLIN and BELFAST", "3 March", None)),
        ("BEIJING, Tuesday — ", ("BEIJING", "Tuesday", None)),
        ("ABOARD AIR FORCE ONE — ", ("ABOARD AIR FORCE ONE", None, None)),
        ("(CNN) — ", (None, None, "CNN")),
        ("BONN, April 5  - ", ("BONN", "April 5", None)),
        ("HAMBURG (dpa) - ", ("HAMBURG", None, "dpa")),
        ("Berlin (dpa/bb) - ", ("Berlin", None, "dpa/bb")),
        ("New Delhi, Mar 7 (PTI) ", ("New Delhi", "Mar 7", "PTI")),
        ("ISLAMABAD: ", ("ISLAMABAD", None, None)),
        ("OKLAHOMA CITY-", ("OKLAHOMA CITY", None, None)),
        ("Mumbai: ", ("Mumbai", None, None)),
        ("Dublin, Ireland: ", ("Dublin, Ireland", None, None)),
        ("KUALA LUMPUR, Sept 5: ", ("KUALA LUMPUR", "Sept 5", None)),
        ("KOTA KINABALU: ", ("KOTA KINABALU", None, None)),
        ("Srinagar, 12 May (KNO): ", ("Srinagar", "12 May", "KNO")),
        ("Panaji (Goa) [India], March 2 (ANI): ", ("Panaji, Goa, India", "March 2", "ANI")),
        ("Mumbai (Maharashtra) [India] October 3 (ANI): ", ("Mumbai, Maharashtra, India", "October 3", "ANI")),
        ("Washington [US], October 3 (ANI): ", ("Washington, US", "October 3", "ANI")),
        ("SYDNEY, AAP - ", ("SYDNEY", None, "AAP")),
        ("BRIDGETOWN, Barbados, CMC – ", ("BRIDGETOWN, Barbados", None, "CMC")),
        ("Pietermaritzburg - ", ("Pietermaritzburg", None, None)),
        ("Port Moresby, Papua New Guinea (CNN) ", ("Port Moresby, Papua New Guinea", None, "CNN")),
        ("June 30 (UPI) -- ", (None, "June 30", "UPI")),
        ("PASADENA, Calif. — March 12, 2024 — ", ("PASADENA, Calif.", "March 12, 2024", None)),
        ("CEDAR FALLS — ", ("CEDAR FALLS", None, None)),
        ("MELTON — ", ("MELTON", None, None)),
        ("DOVER — ", ("DOVER", None, None)),
        ("LEEDS, 12 May 2026 /PRNewswire/ -- ", ("LEEDS", "12 May 2026", "PRNewswire")),
        ("MORTLAKE CROSS — ", ("MORTLAKE CROSS", None, None)),
        ("Hong Kong (CNN Business) ", ("Hong Kong", None, "CNN Business")),
        ("MEDAN, Indonesia/SINGAPORE (Reuters) - ", ("MEDAN, Indonesia/SINGAPORE", None, "Reuters")),
        ("Altenwick/Berlin (dpa/lno) - ", ("Altenwick/Berlin", None, "dpa/lno")),
        ("MONTRIEU, 3 mai (Reuters) - ", ("MONTRIEU", "3 mai", "Reuters")),
        ("Madrid, 3 may (EFE).- ", ("Madrid", "3 may", "EFE")),
        ("(ANSA) - ROMA, 19 FEB - ", ("ROMA", "19 FEB", "ANSA")),
        ("NORTHPORT. ", ("NORTHPORT", None, None)),
        ("dpa NORTHPORT. ", ("NORTHPORT", None, "dpa")),
        ("VERO BEACH, Fla. ― ", ("VERO BEACH, Fla.", None, None)),
        ("ZANTIPAR — ", ("ZANTIPAR", None, None)),  # capitals that can be said, and are no word of the article
        ("ZANTIPAR, 25 November 2026 - ", ("ZANTIPAR", "25 November 2026", None)),
        ("ZANTIPAR, Mont. (Nov. 24, 2026) - ", ("ZANTIPAR, Mont.", "Nov. 24, 2026", None)),
    ],
)
def test_forms(head: str, expected: tuple[str | None, str | None, str | None]) -> None:
    assert found(head) == expected


def test_a_headline_that_begins_with_its_town_is_none() -> None:
    line = "Mumbai: Builder and two engineers get seven years for wall"
    assert datelines.find(line, 0, len(line)) is None


@pytest.mark.parametrize(
    "head",
    [
        "Notes from the Coast (Part XLII): ",
        "Posted July 14, 2026 - ",
        "Orr: ",
        "BRITISH-",
        "NON-",
        "Kent: ",
        "Madison: ",
        "Reading: ",
        "COMMERCE: ",
        "ENTERPRISE — ",
        "MAN UNITED: ",
        "Real Madrid, May 3: ",
        "Final score, Nov. 3: ",
        "UPDATE, Nov 3: ",
        "On Monday, Nov 3: ",
        "Saturday, 3 May (Reuters): ",
        "Published: May 3, 2025: ",
        "Orr, 34 (Wexle): ",
        "ICYMI – ",
        "BREAKING — ",
        "EXCLUSIVE – ",
        "NASA — ",
        "COVID-19 — ",
        "MONDAY — ",
        "UPDATE — ",
        "Monday — ",
        "The mayor — ",
        "JANET — ",
        "ZNTPRXKAL — ",  # capitals that nobody can say
        "OK - ",
        "COTTON — ",
        "REPORT — ",
        "BERG: ",
        "UPDATE: ",
        "The firm, founded in May (Reuters) ",
        "SIX — ",
        "SIR – ",
        "MADAM — ",
        "THE END. ",
        "NASA. ",
        "Hong Kong (population 7 million) ",
        "Smith - ",
        "On the train to Paris — ",
        "Sales rose in May - ",
        "He said: “No” — ",
    ],
)
def test_look_alikes(head: str) -> None:
    assert found(head) is None


def test_a_place_before_a_colon_is_named_elsewhere() -> None:
    text = "ZANTIPAR: The boats of the town stay in the harbour."
    assert datelines.find(text, 0, len(text), vouch=text) is None
    told = datelines.find(text, 0, len(text), vouch=f"{text} So it was in Zantipar.")
    assert told is not None
    assert told.place == "ZANTIPAR"


def test_a_company_behind_the_dash_is_no_agency() -> None:
    text = "ZANTIPAR, 25 November 2026 - Keel Foods (Pty) Ltd has opened a store."
    found_here = datelines.find(text, 0, len(text))
    assert found_here is not None
    assert (found_here.place, found_here.date) == ("ZANTIPAR", "25 November 2026")


def test_lower_case_behind_a_bare_place_is_no_dateline() -> None:
    text = "WASHINGTON — who had never lost — said he would stay."
    assert datelines.find(text, 0, len(text)) is None


def test_the_body_goes_on_behind_it() -> None:
    article = Article(f"Bridge closes\n\nWASHINGTON (VR) — {BODY}")
    result = segment(article)
    assert [(s.role, s.text) for s in result.segments] == [
        ("headline", "Bridge closes"),
        ("dateline", "WASHINGTON (VR) —"),
        ("body", BODY),
    ]
    assert result.article.dateline is not None
    assert result.article.dateline.agency == "VR"
