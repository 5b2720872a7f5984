"""Transcripts whose speakers have lines of their own."""

from __future__ import annotations

import pytest
from script_table import golden, table

from audioedition.lexis.tables import Lexis, using

TALK = """
    Petra Wenzel
    Good evening, ladies and gentlemen.

    Jens Ohl
    Thank you. I have a question.

    Petra Wenzel
    Please.

    Jens Ohl
    Why does the bridge cost more again?

    Petra Wenzel
    That has to do with steel. I can say no more.
"""


def test_names_on_lines_of_their_own_are_who_speaks() -> None:
    assert table(TALK) == golden("""
        body | Petra Wenzel
        quote Petra Wenzel (female) < Petra Wenzel | Good evening, ladies and gentlemen.
        body | Jens Ohl
        quote Jens Ohl (male) < Jens Ohl | Thank you.
        quote Jens Ohl (male) < Jens Ohl | I have a question.
        - speaker label | Petra Wenzel
        quote Petra Wenzel (female) < Petra Wenzel | Please.
        - speaker label | Jens Ohl
        quote Jens Ohl (male) < Jens Ohl | Why does the bridge cost more again?
        - speaker label | Petra Wenzel
        quote Petra Wenzel (female) < Petra Wenzel | That has to do with steel.
        quote Petra Wenzel (female) < Petra Wenzel | I can say no more.
    """)


def test_a_parliament_names_parties_and_says_who_claps() -> None:
    with using(Lexis("de")):
        said = table("""
            Bundestag, 45. Sitzung

            Vizepräsidentin Petra Wenzel:

            Das Wort hat der Kollege Ohl.

            Jens Ohl (SPD):

            Frau Präsidentin! Wir reden heute über Brücken.

            (Beifall bei der SPD)

            Vizepräsidentin Petra Wenzel:

            Vielen Dank.
        """).splitlines()
    assert "- stage direction | (Beifall bei der SPD)" in said
    assert "quote Ohl (male) < Jens Ohl | Wir reden heute über Brücken." in said
    assert said[-1] == "quote Petra Wenzel (female) < Vizepräsidentin Petra Wenzel | Vielen Dank."


@pytest.mark.parametrize("heading", ["Saturday", "The north side", "Norden"])
def test_headings_that_come_again_are_headings(heading: str) -> None:
    text = (
        f"Fair\n\nThe fair opens today.\n\n{heading}\n\nIt rains.\n\nMusic\n\nA band plays.\n\n{heading}\n\nIt is dry."
    )
    assert f"subhead | {heading}" in table(text).splitlines()
