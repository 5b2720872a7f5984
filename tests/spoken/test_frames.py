"""What a notation is called does not depend on where it stands: each is said in every frame of written English as it is
said in the midst of a plain sentence."""

from __future__ import annotations

import re

import pytest

from audioedition.spoken import speak

AMOUNTS = (
    *("$5", "$3.2bn", "$1.5m", "$400K", "£12.50", "€1,250", "₹500", "Rs500", "R150", "₦5,000", "N2.5bn", "₱300"),
    *("A$300", "US$1.2m", "Sh500", "KSh2,000", "GH₵50", "5%", "3.2%", "25bps", "5km", "10kg", "6ft", "30mph"),
    *("100km/h", "20C", "20°C", "68°F", "500ml", "250g", "50MW", "16GB", "85dB", "10m³", "1,200", "10,000", "1.5"),
)
"""Written without a space."""
SPACED = (
    "Rs. 500",
    "Rs 2 crore",
    "CHF 200",
    "5 km",
    "40 sq ft",
    "3 oz",
    "6ft 2in",
    "12st 4lb",
    "1.5 million",
    "12 percent",
)
TIMES = ("5pm", "5:30pm", "5.30pm", "17:30", "5 p.m.", "5-6pm", "9am-5pm")
DATES = ("May 5", "5 May", "Jan. 5", "Sept. 12, 2023", "June 3-5", "the 1990s", "2024", "FY24", "9/11")
CODES = (
    "B-52",
    "M25",
    "Covid-19",
    "G20",
    "H5N1",
    "No. 10",
    "PM2.5",
    "24/7",
    "B&B",
    "S&P 500",
    "Henry VIII",
    "U.S.",
    "MPs",
)
EVERY = (*AMOUNTS, *SPACED, *TIMES, *DATES, *CODES)

SENTENCES = {
    "{} is what it took.": EVERY,
    "They settled for {}.": EVERY,
    "They settled for {}. Nobody knew.": EVERY,
    "Was it {}?": EVERY,
    "It was {}, they said.": EVERY,
    "It was {}; nobody minded.": EVERY,
    "For {}: nothing.": EVERY,
    "The figure ({}) was given.": EVERY,
    "The figure [{}] was given.": EVERY,
    "The figure – {} – was given.": EVERY,
    "The figure—{}—was given.": EVERY,
    "They said “{}” was right.": EVERY,
    "They said ‘{}’ was right.": tuple(n for n in EVERY if not n.endswith("s")),
    'They said "{}" was right.': EVERY,
    "It was {}… or so they said.": EVERY,
    "They saw {} or {} again.": EVERY,
    "They saw {} / {} again.": EVERY,
    "They saw {}/{} again.": tuple(
        n for n in (*AMOUNTS, *TIMES) if n not in ("N2.5bn", "10m³", "1,200", "10,000", "1.5")
    ),
    "It was up 3% to {} again.": EVERY,
    "It took ~{} again.": AMOUNTS,
    "It took >{} again.": AMOUNTS,
    "It took <{} again.": AMOUNTS,
    "It took {}+ again.": AMOUNTS,
    "It was a post-{} again.": ("5%", "3.2%", "$5", "9/11", "1.5", "2024", "7.25"),
}
SAID = {"up 3%": "up three percent", "~": "about ", ">": "more than ", "<": "less than ", "+": " plus", "/": ","}


def said(text: str, english: str) -> list[str]:
    """The words alone."""
    return re.findall(r"[\w']+", speak(text, english=english).text.lower())


def plain(notation: str, english: str) -> str:
    words = said(f"They saw {notation} again.", english)
    assert words[:2] == ["they", "saw"] and words[-1] == "again"
    return " ".join(words[2:-1])


@pytest.mark.parametrize("english", ["US", "GB", "IN", "ZA"])
@pytest.mark.parametrize("frame", SENTENCES)
def test_a_frame_does_not_change_what_stands_in_it(frame: str, english: str) -> None:
    wrong = []
    for notation in SENTENCES[frame]:
        expected = frame
        for sign, word in SAID.items():
            expected = expected.replace(sign, word)
        words = re.findall(r"[\w']+", expected.replace("{}", plain(notation, english)).lower())
        if said(frame.replace("{}", notation), english) != words:
            wrong.append((notation, " ".join(said(frame.replace("{}", notation), english))))
    assert not wrong
