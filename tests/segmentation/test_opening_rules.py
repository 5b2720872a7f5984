# ruff: noqa: E501 (a line is as long as a paper's)
"""Heads of articles as papers print them; and every rule of the opening has a row here that fails without it."""

from __future__ import annotations

import functools
from pathlib import Path

import pytest
from script_table import table

from audioedition.lexis.tables import Lexis, using
from audioedition.model import Article, Mark, Role, rules
from audioedition.segmentation import segment
from audioedition.segmentation.extent import NO_PAGE, Beside
from audioedition.segmentation.opening_facts import Line
from audioedition.segmentation.opening_kinds import Kind
from audioedition.segmentation.opening_lines import LINES
from audioedition.segmentation.opening_order import heard_as, sequence

STORY = "The council of Northport voted on Tuesday to close the old harbour bridge to lorries, ending a long dispute."
SHORT = "Nine boats were lost in the night of the great storm."

HEADS = [
    "headline | Bridge closed to lorries\nbody | " + SHORT + "\nsubhead | Steep Climb",
    "headline | Bridge closed to lorries\nbyline | By Ottoline Marsh\nbody | Two sailors drowned in the dock.",
    "headline | Bridge closed to lorries\nbyline | By Ottoline Marsh\nbody | Ferries sail again in a week.",
    "headline | Bridge closed to lorries\nbyline | Wilma Tarn\n- said before | Wilma Tarn",
    "headline | Bridge closed to lorries\nbyline | Wilma Tarn, Ferry Insider",
    "headline | Bridge closed to lorries\nbyline | Wilma Tarn, Rosa Keel\ntimestamp | Published 12 May 2025",
    "headline | Bridge closed to lorries\n- byline | By\nbyline | Osk Vander\ntimestamp | 3 May 2024",
    "headline | NEWS IN BRIEF\nsubhead | Bridge closed to lorries\nbody | "
    + SHORT
    + "\nsubhead | Library opens on Sundays",
    "headline | Counting the cows\nbody | Eleven at the gate\nbody | and one\nbody | that will not come,\nbody | but stands in the river.",
    "headline | Notices\nsubhead | Bridge closed to lorries at night\nbody | "
    + SHORT
    + "\nsubhead | Library opens on Sundays",
    "- section label | IN BRIEF\nheadline | Bridge closed to lorries\nbyline | By Rosa Keel\ntimestamp | 3 May 2024",
    "headline | Corrections of the week\ntimestamp | 3 May 2024\nsubhead | NATIONAL\nbody | "
    + SHORT
    + "\nsubhead | SPORTS\nbody | "
    + SHORT[:-7]
    + ".\nsubhead | ARTS",
    "headline | Bridge closed to lorries again\n- caption | Lorries wait at the harbour bridge on Friday\n- said before | Lorries wait at the harbour bridge on Friday\nbyline | By Rosa Keel",
    "headline | Q&A: Diver Joe Brand on the cold\nbyline | Wilma Tarn\n- credits | Staff Writer\ntimestamp | 3 May 2024\nbody | Joe Brand met our reporter Wilma Tarn on the quay, where he had been since six.",
    "headline | Northport Middle School\ntimestamp | 3 May 2024\nsubhead | Mass Intentions\nbody | Sat 28th 7.30pm: Ivo Marsh\nbody | Sun 29th 11am: Rosa Keel",
    "- section label | On the stoep\nheadline | The old harbour bridge is shut to lorries\nbyline | By Rosa Keel",
    "headline | Bridge closed to lorries\nbyline | Wilma Tarn\ntimestamp | 3 May 2024\nbody | The first lorry was turned back by our reporter Wilma Tarn, who has been on the quay since six.",
    "headline | Bridge closed to lorries\ndeck | The council has been at odds over it for a good ten years or so.\nbyline | Temitayo Oshodi\ntimestamp | 3 May 2024",
    "headline | Weather and tides\ntimestamp | Saturday, November 28th, 2026\nsubhead | Today\nbody | " + SHORT,
    "headline | Bridge closed: live\nbyline | Hamza Keel (now) and Poppy Orr (earlier)\ntimestamp | 3 May 2024",
    "headline | Bridge closed to lorries\nbyline | Words: Wilma Tarn\n- photo credit | Pictures: Bo Lund",
    "headline | Bridge closed to lorries\n- caption | Northport captain Joe Brand\n- photo credit | Rosa Keel, County Pictures",
    "headline | Bridge closed to lorries\n- caption | Harbourmaster Joe Brand\n- photo credit | Rosa Keel, for the Courier",
    "headline | Bridge closed to lorries\n- credits | County News staff\ntimestamp | Published 10:42 PM EST Nov 12, 2024",
    "headline | Bridge closed to lorries\n- credits | Fort Wexle, Web Desk | Updated: 9 July 2025, 06:40 PM",
    "headline | Bridge closed to lorries\nbyline | Wilma Tarn\n- credits | Political Editor\n- credits | @wilmatarn\ntimestamp | Monday 28 September 2020 19:27",
    "headline | Bridge closed to lorries\ndeck | Lorries have to go round, writes WILMA TARN",
    "headline | Bridge closed to lorries\n- share buttons | Facebook\n- share buttons | X",
    "- share buttons | Facebook\n- share buttons | Twitter\nheadline | Bridge closed to lorries",
    "headline | Bridge closed to lorries\ntimestamp | Published:\ntimestamp | 4 May 2024",
    "headline | Bridge closed to lorries\ntimestamp | Sat, Feb 28 20247:00 AM EST",
    "- page header | FOR IMMEDIATE RELEASE\n- page header | Ref: NPC/114\nheadline | Bridge closed to lorries",
    "- page header | MEDIA RELEASE\n- page header | EMBARGOED UNTIL 00.01 ON MONDAY 3 MARCH 2025\nheadline | Bridge closed to lorries",
    "- section label | Home / News / Local\nheadline | Bridge closed to lorries",
    "headline | Bridge closed to lorries\nbyline | From Rosa Keel, Wexle",
    "headline | Bridge closed to lorries\ntimestamp | NNT | Mar 7, 2025, 05.12 AM IST",
    "headline | Bridge closed to lorries\n- credits | By our court reporter",
    "- navigation | Wexle\n- navigation | post.example\nheadline | Bridge closed again\nbyline | By Rosa Keel\ntimestamp | 3 May 2024",
    "headline | Bridge closed to lorries\n- section label | bridges,\n- section label | lorries\nbyline | Rosa Keel\ntimestamp | 3 May 2024",
    "headline | Bridge closed to lorries\nbyline | Investigation by Rosa Keel & Ivo Marsh",
    "headline | Wexle: the bridge that was closed to lorries last week will be closed to everything but bicycles and boats from today.\nbyline | By Rosa Keel",
    "headline | Wexle Foods plc\ndeck | (“Wexle” or “the Company”)\ndeck | Results for the six months that ended in January\ntimestamp | 12 March 2025",
    "headline | Ivo Marsh\ndeck | 1931 - 2025",
    "headline | In loving memory\ndeck | Joan Holt\ndeck | 1941 – 2024",
    "headline | “It was the wrong bridge!”\ndeck | How one winter changed Northport\ntimestamp | Published: 12 March 2025",
    "- share buttons | Share this article\n- share buttons | Facebook\n- page furniture | Wexle Rovers\nheadline | Bridge closed to lorries again\nbyline | By Rosa Keel",
    "headline | Bridge closed to lorries again\nbyline | By Rosa Keel\ntimestamp | Wexle Daily News / 05:40 AM March 3, 2025",
    "headline | Bridge closed to lorries again\nbyline | Ann Orr reports from Wexle Harbour\ntimestamp | 12 March 2025, 5.12pm",
    "headline | Bridge closed to lorries again\nbyline | March 3, 2025 By Ann Orr · 23 Comments",
    "headline | Bridge closed to lorries again\nbyline | Anna Orr Wexle County Courier\ntimestamp | Published 5:03 a.m. CT March 3, 2025",
    "- section label | WEXLE COUNTY LEAGUE\nheadline | Brand at the double as ten men hang on",
    "headline | Bridge closed to lorries again\nbyline | Oyin Tarb, Northport",
    "headline | Bridge closed to lorries again\nbyline | Rosamma Tarb / TNN / Updated: Nov 22, 2026, 07:56 IST",
    "headline | Bridge closed to lorries again\nbyline | Solomon Keel, Wexle and Hauwa Marsh, Tarbeg",
    "headline | Bridge closed to lorries again\nbyline | By Rosa Keel\n- credits | Open Court multimedia journalist, Wexle",
    "headline | Bridge closed to lorries again\ndeck | The firm began in a barn in the hills\nbyline | Donnchadh Mac Orra\ntimestamp | 12 March 2025",
    "headline | “I was sacked and bought the lighthouse”\ndeck | Winifred Keel on silence, paint and boats\nbyline | Interview: Rosa Orr",
    "- share buttons | Share this article\n- share buttons | Facebook\nheadline | Bridge closed to lorries again\nbyline | By Rosa Keel\ntimestamp | 12 March 2025, 5.12pm\n- caption | The mayor at the gates of the bridge with her two dogs",
    "headline | Mend the pier\nbody | SIR – I refer to your report on the pier, which has been shut since I was at school.\nbyline | Ann Orr",
    "headline | Weather",
    "headline | Letters",
    "- section label | CAFÉ NOIR\nheadline | Why the bridge had to be closed",
    "- section label | Annals of the Sea\nheadline | Why the bridge had to be closed",
    "- section label | News | Transport\nheadline | Bridge closed to lorries\n- section label | Wexle\nbyline | Mia Orr\ntimestamp | May 3, 2024",
    "headline | Bridge closed to lorries\n- said before | BRIDGE CLOSED TO LORRIES",
    "headline | A bridge vanished overnight!\nbyline | By Jane Doe",
    "headline | Who closed the bridge?",
    "headline | She closed the bridge at last.\nbyline | By Jane Doe",
    "headline | The old bridge is closed to lorries from today.\nbody | " + STORY,
    "headline | Bridge closed to lorries\ndeck | The town has no money left, and nor has the port.\nbyline | Digby Marsh",
    "headline | Bridge closed to lorries\ndeck | After years of dispute, the council acts",
    "headline | Bridge closed to lorries\nbyline | Xavo Lutz",
    "headline | Bridge closed to lorries\nbyline | Associated Press",
    "headline | Bridge closed to lorries\nbyline | Wilma Tarn in Wexle",
    "headline | Bridge closed to lorries\n- caption | FILE - The bridge at Northport, May 3, 2020. (AP Photo/John Roe)",
    "headline | Bridge closed to lorries\ncorrection | Correction: An earlier version misspelled Ms. Berg’s name.",
    "headline | Storm hits Northport: live\nsubhead | 10:15 a.m.",
    "headline | Bridge closed to lorries\nbody | What you have to know:",
    "- share buttons | Share this article\n- share buttons | Facebook\nheadline | Bridge closed to lorries again\nbyline | By Rosa Keel\n- caption | A lorry turns round at the gates of the bridge.\n- photo credit | Theo Orr/The Wexle Sentinel",
    "- share buttons | Share this article\n- share buttons | Facebook\nheadline | Bridge closed to lorries again\nbyline | By Rosa Keel\n- caption | IDLE SPAN. A lorry turns round at the gates of the bridge.",
    "headline | Bridge results\nbody | Northport 12 9 1 2 30\nbody | Wexle 12 8 1 3 28",
    "headline | Brücke gesperrt\nbyline | Von Ole Brand und Lena Stroh\ntimestamp | Stand: 03.11.2023 18:00 Uhr",
    "headline | Le pont est fermé\nbyline | Par Marie Delmas\ntimestamp | Publié le 3 mai 2024 à 13h59",
    "headline | Bridge closed to lorries\n- byline | Written by\nbyline | Wilma\ntimestamp | 3 May 2024",
    "headline | El puente está cerrado\n- byline | Por\nbyline | Luciana Bertona\ntimestamp | 4 de mayo de 2022 - 00:38",
    "headline | Il ponte è chiuso\nbyline | di Anna Rossi\ntimestamp | Pubblicato il 3 maggio 2024",
    "headline | Bridge closed to lorries\nbyline | Staff Reporter\n"
    + "- list marker | •\nbody | Lorries go round by the coast",
    "headline | Bridge closed to lorries\nbody | "
    + "the harbour and the bridge and the ferry and the road and the town " * 3
    + "and the sea",
    "headline | Bridge closed to lorries\ndateline | NORTHPORT (VR) —\nbody | No lorry may use it, the mayor said",
    "headline | Drought\nbyline | By Ottoline Marsh",
    "- share buttons | Share this article\n- share buttons | Facebook\n- page furniture | Wexle 11° - Wind NE - Sea calm\nheadline | Bridge closed to lorries again\nbyline | By Rosa Keel",
    "- share buttons | Share this article\n- share buttons | Facebook\n- page furniture | USD 1.31 | EUR 1.12\nheadline | Bridge closed to lorries again\nbyline | By Rosa Keel",
    "headline | Bridge closed to lorries\nbyline | By WILMA TARN\nbyline | and ROSA KEEL",
]


DE = "Der Rat von Ebenwalde hat am Montag beschlossen, die alte Brücke zu sperren, und damit einen Streit beendet."
FR = "Le conseil de Valmorin a voté lundi la fermeture du vieux pont aux camions, et mis fin à une longue dispute."
ES = "El concejo de Valdesoto votó el lunes el cierre del viejo puente a los camiones, y puso fin a una disputa."
FOREIGN = [
    (
        "es",
        "- section label | Entrevista\nheadline | «El queso no tiene prisa»\ndeck | Olaya Marqués, maestra quesera",
        ES,
    ),
    ("es", "- section label | Costa de Valdesoto\nheadline | El viejo puente queda cerrado a los camiones", ES),
    ("fr", "- section label | Val d'Orbec\nheadline | Le vieux pont est fermé aux camions jusqu'en mai", FR),
    ("fr", "- section label | Tribunal correctionnel d’Albi\nheadline | Le vieux pont est fermé aux camions", FR),
    ("de", "headline | Sieben Minuten Stille\ndeck | Wie ein Dorf auf der Alb seine Glocke zurückbekam", DE),
    ("de", "headline | Brücke gesperrt\ndeck | Lastwagen fahren außen herum.\nbyline | Gesche Brodersen", DE),
    ("fr", "headline | Le pont est fermé\ndeck | Les camions font le tour par la côte.\nbyline | Xavo Kerdrel", FR),
    (
        "es",
        "- share buttons | Compartir\n- share buttons | Facebook\nheadline | El puente viejo sigue cerrado\n"
        "byline | Por Ana Ruiz\ntimestamp | 3 de mayo de 2024\n- caption | Los camiones dan la vuelta por la costa.\n"
        "- caption | Íñigo Sanz / EFE",
        ES,
    ),
    ("es", "headline | El puente viejo sigue cerrado\nbyline | Por Ana Ruiz\n- credits | Madrid", ES),
]
"""Language, head and story."""


_lexis = functools.cache(Lexis)
"""What the rules derive from a language's tables is made once for all heads."""


def _glued(text: str) -> str:
    """Marks that stand in front of a paragraph are none of their own."""
    return text.replace("•\n\n", "• ").replace("NORTHPORT (VR) —\n\n", "NORTHPORT (VR) — ")


TEXTS = [_glued("\n\n".join(line.partition(" | ")[2] for line in head.split("\n")) + f"\n\n{STORY}") for head in HEADS]


@pytest.mark.parametrize(("head", "text"), zip(HEADS, TEXTS, strict=True))
def test_heads(head: str, text: str) -> None:
    found = table(text).splitlines()
    expected = [" ".join(line.split()) for line in head.split("\n")]
    assert [" ".join(line.split()) for line in found[: len(expected)]] == expected


FOREIGN_TEXTS = [
    (language, "\n\n".join([*(line.partition(" | ")[2] for line in head.split("\n")), story]))
    for language, head, story in FOREIGN
]


@pytest.mark.parametrize(
    ("head", "text"), [(head, text) for (_, head, _), text in zip(FOREIGN, FOREIGN_TEXTS, strict=True)]
)
def test_heads_in_other_languages(head: str, text: tuple[str, str]) -> None:
    with using(_lexis(text[0])):
        assert table(text[1]).split("\n")[: head.count("\n") + 1] == head.split("\n")


def _roles(text: str, language: str = "en") -> list[tuple[str, str]]:
    with using(_lexis(language)):
        result = segment(Article(text))
    return [*((s.text, s.role) for s in result.segments), *((d.text, d.reason) for d in result.dropped)]


@functools.cache
def _texts() -> list[tuple[str, str]]:
    """Language and text: the heads, and pages of several items."""
    items = [(Path(__file__).parents[1] / "kinds" / f"{name}.txt").read_text(encoding="utf-8") for name in ("tv",)]
    return [("en", text) for text in (*TEXTS, *items)] + FOREIGN_TEXTS


@functools.cache
def _with_all_rules() -> list[list[tuple[str, str]]]:
    return [_roles(text, language) for language, text in _texts()]


@pytest.mark.parametrize(
    "rule",
    sorted(
        {rule.name for rule in LINES.rules}
        - {"caption above an owner", "owner", "headline told", "headline of the story", "page", "verse"}
    ),
)
def test_every_rule_is_needed(rule: str) -> None:
    before = _with_all_rules()
    with rules.without(f"opening/{rule}"):
        needed = any(_roles(text, language) != known for (language, text), known in zip(_texts(), before, strict=True))
    assert needed, "write a head that needs it, or let it go"


def test_the_first_line_of_a_poem_is_no_standfirst_though_it_looks_like_the_page() -> None:
    def line(text: str, before: Line | None) -> Line:
        page = NO_PAGE if before is None else Beside(0.7, 0.0)
        return Line(
            text, before, bool, bool, is_dated=lambda: False, known="", after="", beside=page, verse=before is not None
        )

    title = line("Counting the cows", None)
    gate = line("Eleven at the gate", title)
    lines = [title, gate, line("and one", gate)]
    assert [found.kind for found in sequence(lines, titled=False)] == [Kind.HEADLINE, Kind.BODY, Kind.BODY]
    with rules.without("opening/verse"):
        assert sequence(lines, titled=False)[2].kind is not Kind.BODY


def test_the_source_says_which_line_is_the_headline() -> None:
    article = Article(
        f"Yesterday in the news\n\niPhone found in the harbour\n\n{STORY}", headline="iPhone Found in the Harbour"
    )
    headlines = [s.text for s in segment(article).segments if s.role == "headline"]
    assert headlines == ["iPhone found in the harbour"]
    with rules.without("opening/headline told"):
        assert [s.text for s in segment(article).segments if s.role == "headline"] != headlines


def test_what_stands_below_a_subhead_of_the_source_is_no_standfirst() -> None:
    text = "Pineapple cakes\n\nIngredients\n\n1 can of pineapple slices in juice, drained\n\nSteps"
    marks = tuple(
        Mark(text.index(head), text.index(head) + len(head), Role.SUBHEAD) for head in ("Ingredients", "Steps")
    )
    roles = {s.text: str(s.role) for s in segment(Article(text, headline="Pineapple cakes", marks=marks)).segments}
    assert roles["1 can of pineapple slices in juice, drained"] == "body"


def test_the_line_that_the_story_tells_is_the_headline() -> None:
    def read() -> list[str]:
        lines: list[Line] = []
        for text in ("Wexle Weekly", "Bridge closed to lorries", "By Rosa Keel", STORY):
            told = {"chosen": text.startswith("Bridge"), "pasted": True, "is_dated": bool, "known": ""}
            lines.append(Line(text, lines[-1] if lines else None, str.islower, str.islower, after="", **told))  # type: ignore[arg-type]
        return [found.kind for found in sequence(lines, titled=False)]

    assert read() == [Kind.MENU, Kind.HEADLINE, Kind.BYLINE, Kind.BODY]
    with rules.without("opening/headline of the story"):
        assert read() != [Kind.MENU, Kind.HEADLINE, Kind.BYLINE, Kind.BODY]


@pytest.mark.parametrize(
    ("line", "beside", "kind"),
    [
        ("Analysis: the four missed calls", Beside(0.97), Kind.FURNITURE),
        ("Use the arrows to review the suggestions, and enter to select one.", Beside(0.9), Kind.FURNITURE),
        ("Analysis: the four missed calls", Beside(0.1), Kind.DECK),
        ("Lorries have to go round by the mill until the winter is over.", Beside(0.3), Kind.DECK),
    ],
)
def test_what_all_lines_of_a_page_say_counts(line: str, beside: Beside, kind: Kind) -> None:
    def read() -> Kind:
        lines: list[Line] = []
        for text in ("Bridge closed to lorries", line, "3 May 2024", STORY):
            told = {"pasted": True, "is_dated": bool, "known": "", "beside": beside if text == line else NO_PAGE}
            lines.append(Line(text, lines[-1] if lines else None, str.islower, str.islower, after="", **told))  # type: ignore[arg-type]
        return sequence(lines, titled=False)[1].kind

    assert read() is kind
    with rules.without("opening/page"):
        assert read() is Kind.DECK


def test_the_names_of_a_head() -> None:
    assert segment(Article(TEXTS[13])).article.bylines == ("Wilma Tarn",)
    assert segment(Article(TEXTS[6])).article.bylines == ("Osk Vander",)
    assert segment(Article(TEXTS[4])).article.bylines == ("Wilma Tarn",)


@pytest.mark.parametrize("head", HEADS[:20])
def test_whatever_a_line_would_be_instead_is_heard_otherwise_and_no_better(head: str) -> None:
    text = "\n\n".join(line.split(" | ", 1)[1] for line in head.splitlines())
    lines = [
        Line(text, None, lambda _: False, lambda _: False, is_dated=lambda: False, known="", after="")
        for text in [*text.split("\n\n"), STORY]
    ]
    for found in sequence(lines, titled=False):
        assert found.margin >= 0
        assert found.instead is None or heard_as(found.instead) != heard_as(found.kind)
