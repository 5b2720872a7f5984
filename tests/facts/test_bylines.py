"""Bylines as papers of seven languages print them, and as pages give them."""

from __future__ import annotations

import pytest

from audioedition.facts import bylines
from audioedition.facts.bylines import author_names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Jane Doe", ("Jane Doe",)),
        ("BY JANE DOE", ("Jane Doe",)),
        ("ByJane DoeFootball writer", ("Jane Doe",)),
        ("ByJane DoeCourt reporter and Ann Roe", ("Jane Doe", "Ann Roe")),
        ("By Jane McDoe", ("Jane McDoe",)),
        ("By Jane Doe and John Roe", ("Jane Doe", "John Roe")),
        ("By Jane Doe, John Roe and María José Pérez-Ruiz", ("Jane Doe", "John Roe", "María José Pérez-Ruiz")),
        ("By Jane Doe, Reuters", ("Jane Doe",)),
        ("By Jane Doe | Associated Press", ("Jane Doe",)),
        ("by Jane Doe, Northport Post", ("Jane Doe",)),
        ("Jane Doe in Paris", ("Jane Doe",)),
        ("Jane Doe in Paris and John Roe in London", ("Jane Doe", "John Roe")),
        ("Jane Doe, Lagos, and John Roe, Elmwick", ("Jane Doe", "John Roe")),
        ("Jane Doe | Lagos", ("Jane Doe",)),
        ("Jane Doe, Staff Writer", ("Jane Doe",)),
        ("Jane Doe jane.doe@example.org", ("Jane Doe",)),
        ("Jane Doe", ("Jane Doe",)),
        ("By Jane Doe | 3 May 2024", ("Jane Doe",)),
        ("By J. K. O’Neill", ("J. K. O’Neill",)),
        ("Associated Press", ("Associated Press",)),
        ("By Dr. Jane Doe, Health Correspondent, and Sam Roe", ("Dr. Jane Doe", "Sam Roe")),
        ("Obituary by Jane Doe", ("Jane Doe",)),
        ("By Staff and agencies", ("Staff and agencies",)),
        ("By Beth Oller @betholler Chief Reporter", ("Beth Oller",)),
        ("By TREY DOE NP Basketball Writer", ("Trey Doe",)),
        ("Louisa Pen Environment editor", ("Louisa Pen",)),
        ("Jane Doe-Roe Resources reporter", ("Jane Doe-Roe",)),
        ("Words by Ben Ark. Photographs by Suki Lam", ("Ben Ark",)),
        ("Jane Doe (now) and John Roe (earlier)", ("Jane Doe", "John Roe")),
        ("By Jane Doe, Local Democracy Reporter", ("Jane Doe",)),
        ("Special Correspondent", ("Special Correspondent",)),
        ("PA Reporter", ("PA Reporter",)),
        ("ByIvette Solan", ("Ivette Solan",)),
        ("Nils Ode, Market Insider", ("Nils Ode",)),
        ("Nils Ode, Ines Roth", ("Nils Ode", "Ines Roth")),
        ("Words: Ines Roth", ("Ines Roth",)),
        ("Lena Moss, for the Courier", ("Lena Moss",)),
        ("by J.O. Marsh", ("J.O. Marsh",)),
        ("By Fergus Oake-Lindqvist •", ("Fergus Oake-Lindqvist",)),
        ("• words written by Noor Amsel • Art by Ivo", ("Noor Amsel",)),
        ("County News staff", ()),
        ("Fort Wexle, Web Desk | Updated: 9 July 2025, 06:40 PM", ()),
        ("Von Lena von der Heide", ("Lena von der Heide",)),
        ("Von Ole Brand, Jan Lukas Stroh und Benno Strunk, NDR", ("Ole Brand", "Jan Lukas Stroh", "Benno Strunk")),
        ("Von Mark Ballin, Berlin", ("Mark Ballin",)),
        ("Ein Kommentar von Eva Braunfeld", ("Eva Braunfeld",)),
        ("Autor: red", ()),
        ("Redaktion", ()),
        ("Von dpa", ("dpa",)),
        ("Par Jean Delmas (Bruxelles)", ("Jean Delmas",)),
        ("Par Marie Delmas, à Valcourt", ("Marie Delmas",)),
        ("Par Marie Delmas le 7 mai", ("Marie Delmas",)),
        ("Propos recueillis par Marie Delmas", ("Marie Delmas",)),
        ("La rédaction", ()),
        ("Por Luciana Bertona", ("Luciana Bertona",)),
        ("Texto: Ana Gómez", ("Ana Gómez",)),
        ("Agencia EFE", ("Agencia EFE",)),
        ("a cura di Anna Rossi", ("Anna Rossi",)),
        ("dal nostro inviato Mario Rossi", ("Mario Rossi",)),
        ("di Redazione", ()),
        ("Door Sanne de Wit", ("Sanne de Wit",)),
        ("By Jane Doe-Roe For Mailonline", ("Jane Doe-Roe",)),
    ],
)
def test_bylines(line: str, names: tuple[str, ...]) -> None:
    found = bylines.read(line)
    assert found is not None
    assert found.names == names


@pytest.mark.parametrize(
    "line",
    ["By the time he left, it rained.", "Northport in May", "Bridge closed", "What Comes Next", "Ana Berg and Tom Hale met at our office.", "Ana Berg in her kitchen", "By and large", "He is in Paris", "Breaking News", "Two people died in the fire.", "By Thursday the water had gone.", "Nächster Artikel", "TE PUEDE INTERESAR", "Copiar URL", "Articles Liés", "Print Email Share", "Por que o rio subiu", "Pia Kost, County Pictures", "Embargoed Until Monday", "Liebe_r Leser_in", "By our pictures we would like to show you in which corner of the world we live. Come and see Kilbray, the Isle Ferry and North Quay."],
)  # fmt: skip
def test_no_bylines(line: str) -> None:
    assert bylines.read(line) is None


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("By ANN ORR Staff Writer", ("Ann Orr",)),
        ("Ann Orr Senior Ferry Correspondent", ("Ann Orr",)),
        ("Ann Orr, SOUND TODAY 3:53 p.m. EST", ("Ann Orr",)),
        ("Ann Orr Special to the Courier", ("Ann Orr",)),
        ("Ann Orr Sound Courier", ("Ann Orr",)),
        ("By Courier Staff Writer", ()),
        ("Orr, Ann", ("Ann Orr",)),
        ("Ann Orr / Ben Tye", ("Ann Orr", "Ben Tye")),
        ("Ann OrrPublished May 1, 2020", ("Ann Orr",)),
        ("Ann Orr, SND Sport", ("Ann Orr",)),
        ("ANN ORR The Isle Times", ("Ann Orr",)),
        ("Ann Orr 3 hours ago", ("Ann Orr",)),
        ("Columnist Ann Orr", ("Ann Orr",)),
        ("View all posts by Ann Orr", ("Ann Orr",)),
        ("Words by Ann Orr; Photos by Cy Far", ("Ann Orr",)),
        ("webadmin", ()),
        ("courier.example", ("courier.example",)),
        ("courier.com", ()),
        ("Thu", ()),
        ("Kilbrayer Landesanstalt für Fähren und Stege", ()),
        ("Institute for Ferry Studies", ()),
        ("Lena Park for Isle News", ("Lena Park",)),
        ("Ann O. and Kit B.", ("Ann O.", "Kit B.")),
        ("R. R.", ("R. R.",)),
        ("By Ann Orr.", ("Ann Orr",)),
        ("By Ann Orr, Port Harcourt", ("Ann Orr",)),
    ],
)
def test_names_out_of_bylines(byline: str, names: tuple[str, ...]) -> None:
    assert author_names([byline], ["Sound Courier"]) == names
