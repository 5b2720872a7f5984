"""Pages whose story is a row of slides, and pages with captions that are none."""

from __future__ import annotations

import pytest

from audioedition import make_script, read_article
from audioedition.model import Role

SAID = (
    "The lamp was lit with whale oil until 1871, and the keeper had to climb the stairs every three hours of the night.",
    "It stands on a rock that is under water twice a day, so that the keepers got their letters when the tide let them.",
    "Nobody has lived here since the storm of 1953, which took the kitchen, the hens and a part of the eastern wall.",
    "Painters come for the red stripes, which are younger than they look: a mayor had them put on for a film.",
    "Two sisters kept the light for forty years, and are said to have spoken to one another on Sundays only.",
    "The last one to be built has no keeper, no stairs and no door, and is looked after from a ship.",
)
LEAD = "<p>Six lights stand along the coast of Kilbray, and every one of them has a story.</p>"
WEATHER = (
    "The council of Kilbray wants to know by the spring which of its harbours will be dredged, and who is to pay for it.",
    "A first estimate of four million was torn up in March, when the diggers met a wreck that nobody had missed so far.",
    "Its owner turned out to be the council itself, which had bought it for a museum and then forgotten both of them.",
    "The skippers say that they can wait, as long as the tide does, and that the mud has never harmed anybody yet.",
    "A meeting about it in the hall ended early, because the ferry that had brought the council was about to run aground.",
    "There will be another one in May, on the mainland, and those who would like to speak have to bring their own chair.",
)
STORY, SHORT = ("".join(f"<p>{line}</p>" for line in lines) for lines in (WEATHER, WEATHER[:4]))


def slides(count: int = 6, *, name: str = "slide", caption: str = "{}") -> str:
    return "".join(
        f'<figure class="{name}"><h2>{i + 1}. Light of Rock {i + 1}</h2><img src="{i}.jpg"><figcaption><p>'
        f"{caption.format(SAID[i])}</p></figcaption></figure>"
        for i in range(count)
    )


def roles(body: str) -> dict[str, Role]:
    page = (
        "<html><head><title>Six lights of Kilbray</title></head><body><nav><a href='/'>Home</a></nav>"
        f"<article><h1>Six lights of Kilbray</h1>{body}</article></body></html>"
    )
    return {s.text: s.role for s in make_script(read_article(page, media_type="text/html")).segments}


def test_slides_are_the_story() -> None:
    said = roles(LEAD + slides())
    assert {said.get(line) for line in SAID} == {Role.BODY}
    assert [text for text, role in said.items() if role is Role.SUBHEAD] == [
        f"{i}. Light of Rock {i}" for i in range(1, 7)
    ]


def pictures(count: int = 6, *, number: str = "", name: str = "picture") -> str:
    return "".join(
        f'<figure class="{name}"><img src="{i}.jpg"><figcaption>{number.format(i + 1)}{SAID[i]}</figcaption></figure>'
        for i in range(count)
    )


@pytest.mark.parametrize("number", ["", "{}/6 ", "{} of 6: "])
def test_pictures_without_headings_are_the_story_where_there_is_hardly_any_other(number: str) -> None:
    said = roles(LEAD + pictures(number=number))
    assert {said.get(line) for line in SAID} == {Role.BODY}


@pytest.mark.parametrize("body", [STORY + pictures(), LEAD + pictures(4)], ids=["a story says as much", "four"])
def test_captions_beside_a_story_stay_captions(body: str) -> None:
    assert SAID[0] not in roles(body)


OTHERS = {
    "four of them": LEAD + slides(4),
    "a story that says more": STORY + slides(5, caption="{:.70}"),
    "cards of other stories": SHORT + slides(caption='<a href="/x">{}</a>'),
    "a box of related stories": SHORT + f'<div class="related">{slides()}</div>',
}


@pytest.mark.parametrize("body", OTHERS.values(), ids=OTHERS)
def test_captions_are_none(body: str) -> None:
    said = roles(body)
    begins = {line[:40] for line in SAID}
    assert [text for text, role in said.items() if role is Role.BODY and text[:40] in begins] == []
