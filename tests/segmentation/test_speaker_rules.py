"""Every rule that says who speaks has a row that fails without it."""

# ruff: noqa: E501 (a row has the lines that an article has)

from __future__ import annotations

import pytest

from audioedition.lexis.tables import Lexis, using
from audioedition.model import Article
from audioedition.model.rules import SETS, without
from audioedition.segmentation import segment

LEAD = "Bridge\n\nThe old bridge will stay closed for the winter, and nobody knows for how long.\n\n"
ROWS: dict[str, tuple[str, list[str]]] = {
    # who does what a verb of speech says
    "subject/as saying": (
        "The paper quoted Ana Berg as saying, “It is closed for the winter.”",
        ["Ana Berg: “It is closed for the winter.”"],
    ),
    "subject/behind the verb, between commas": (
        "The trouble, says Ana Berg, a trader, is that it is “a thing of tin and rust”.",
        ["Ana Berg: “a thing of tin and rust”."],
    ),
    "subject/of the verb that an infinitive hangs on": (
        "Ana Berg sang so well that Sir Thomas Ash once stopped the band to ask it to “listen to what we are ruining”.",
        ["Thomas Ash: “listen to what we are ruining”."],
    ),
    "subject/said, adding": (
        "The old bridge would be shut by March, Ana Berg said, adding: “It is a thing of tin and rust.”",
        ["Ana Berg: “It is a thing of tin and rust.”"],
    ),
    "subject/began by saying": (
        "Ana Berg had won when Tom Hale began by saying, “The bridge is closed.”",
        ["Tom Hale: “The bridge is closed.”"],
    ),
    "subject/before who": (
        "It was Ana Berg who said “it is a bridge of tin”.",
        ["Ana Berg: “it is a bridge of tin”."],
    ),
    "subject/name before a relative clause": (
        "Lena Ode, who teaches at the school of Northport, Dearborn told the paper it was “rare for any one bridge in a year”.",
        ["Lena Ode: “rare for any one bridge in a year”."],
    ),
    "subject/by somebody who does it": (
        "His words were drowned out by the Northport bench singing “it is closed for the winter”.",
        ["the Northport bench: “it is closed for the winter”."],
    ),
    "subject/doing and saying": (
        "Ana Berg, 29, was discovered lying on the floor with her little daughter lying on her chest saying “mummy will not wake up”.",
        ["her little daughter: “mummy will not wake up”."],
    ),
    "subject/right before the verb": (
        "Tom Hale left, and Ana Berg said: “The bridge is closed.”",
        ["Ana Berg: “The bridge is closed.”"],
    ),
    "subject/before an apposition": (
        "Tom Hale left and Ana Berg, a trader on the quay, said: “It is closed.”",
        ["Ana Berg: “It is closed.”"],
    ),
    "subject/first of the sentence": (
        "Ana Berg stood up and said it was “a thing of tin and rust”.",
        ["Ana Berg: “a thing of tin and rust”."],
    ),
    # attributions behind the quotation
    "behind the quotation/according to": (
        "Tom Hale said it was “closed for the whole of the winter,” according to Ana Berg.",
        ["Ana Berg: “closed for the whole of the winter,”"],
    ),
    "behind the quotation/quoted as saying": ("“It is closed,” City Radio quoted Ana Berg as saying.", ["Ana Berg: “It is closed,”"]),
    "behind the quotation/verb, then name": ("“The bridge is closed,” said Ana Berg.", ["Ana Berg: “The bridge is closed,”"]),
    "behind the quotation/office, job and name, then verb": (
        "“It is closed,” Northport Fish, Wildlife & Parks officer Ana Berg told us.",
        ["Ana Berg: “It is closed,”"],
    ),
    "behind the quotation/two names, then verb": ("“It is closed,” Hale and Roe wrote.", ["Hale and Roe: “It is closed,”"]),
    "behind the quotation/what follows its noun, then verb": (
        "“It is closed,” a woman who lives opposite said.",
        ["a woman: “It is closed,”"],
    ),
    "behind the quotation/is how": ("“It is a thing of tin,” is how one deckhand put it.", ["one deckhand: “It is a thing of tin,”"]),
    "behind the quotation/words, then name": (
        "it: «È chiuso», ha detto Luca Feri. «Il molo resta com’è», si fa avanti Rosa Conti, che ha il bar.",
        ["Luca Feri: «È chiuso»,", "Rosa Conti: «Il molo resta com’è»,"],
    ),
    "behind the quotation/name, then verb": ("“It is closed,” Ana Berg told reporters.", ["Ana Berg: “It is closed,”"]),
    "left out/subject of a verb": (
        "es: “No lo vamos a abrir”, dijo Luis Roca.\n\nLa alcaldesa, Ana Ferrer, esperó un rato. Luego llovió.\n\n“El puente está bien cerrado”, añadió.",
        ["Luis Roca: “No lo vamos a abrir”,", "Ana Ferrer: “El puente está bien cerrado”,"],
    ),
    # attributions before it
    "right before the quotation/verb": (
        "Ana Berg asked “is it closed for good?” Tom Hale said no.",
        ["Ana Berg: “is it closed for good?”"],
    ),
    "right before the quotation/according to": (
        "It was according to Berg “a thing of tin and rust?” Tom Hale said no.",
        ["Berg: “a thing of tin and rust?”"],
    ),
    "right before the quotation/in the words of": ("In Ana Berg’s words, “it is closed for the winter.”", ["Ana Berg: “it is closed for the winter.”"]),
    "right before the quotation/for": ("For Ana Berg, “it was a long fight for all of us”.", ["Ana Berg: “it was a long fight for all of us”."]),
    "before the quotation/verb": (
        "Ana Berg told reporters in the rain on Monday, “Is it closed?” Tom Hale said no.",
        ["Ana Berg: “Is it closed?”"],
    ),
    "before the quotation/according to": (
        "According to Ana Berg, who leads the town, “Is it closed?” Tom Hale said no.",
        ["Ana Berg: “Is it closed?”"],
    ),
    "before the quotation/colon": (
        "The letter was brief: “It is closed.”",
        ["the letter: “It is closed.”"],
    ),
    "elsewhere in the sentence/according to at the head": (
        "According to Ana Berg, the reporting on the attack on Tom Hale, a former driver, in Wexley, during which his son was hurt, appeared to raise the question “who it was that shut the bridge”.",
        ["Ana Berg: “who it was that shut the bridge”."],
    ),
    "elsewhere in the sentence/verb before": (
        "The council of Northport said that the bridge on the old road to the harbour, where the mayor used to work, was “a thing of tin and rust”.",
        ["the council of Northport: “a thing of tin and rust”."],
    ),
    "elsewhere in the sentence/according to before": (
        "It was according to Ana Berg in the harbour of the old town on the long road to the north no more than “a thing of tin and rust”.",
        ["Ana Berg: “a thing of tin and rust”."],
    ),
    "elsewhere in the sentence/according to behind": ("The bridge is “a thing of tin and rust” to the town, according to Ana Berg.", ["Ana Berg: “a thing of tin and rust”"]),
    "elsewhere in the sentence/verb behind": ("The “thing of tin and rust” of the town, Ana Berg said, was closed.", ["Ana Berg: “thing of tin and rust”"]),
    "elsewhere in the sentence/whom the sentence is about": (
        "Ana Berg wants the council “to admit that it was wrong” at last.",
        ["Ana Berg: “to admit that it was wrong”"],
    ),
    "next sentence/name and verb": ("Tom Hale sang.\n\n“There is a bolt missing.” Ana Berg said.", ["Ana Berg: “There is a bolt missing.”"]),
    "next sentence/that is how": ("Tom Hale sang.\n\n“A tin with a view.” That is what Ana Berg, the cook, called it.", ["Ana Berg: “A tin with a view.”"]),
    "sentence below/told so": ("it: «Il molo resta chiuso fino a quando non smette di piovere». Lo ha detto ieri la sindaca, Rosa Conti.", ["Rosa Conti: «Il molo resta chiuso fino a quando non smette di piovere»."]),
    # quotations without an attribution of their own
    "carried on/signature behind": ("Tom Hale sang.\n\n“They never came to see us.” — Ana Berg", ["Ana Berg: “They never came to see us.”"]),
    "carried on/signature below": ("Tom Hale sang.\n\n“They never came to see us.”\n\n— Ana Berg, a trader", ["Ana Berg: “They never came to see us.”"]),
    "carried on/somebody in its sentence": ("Tom Hale sang. “No,” he said. Ana Berg shook her head — “It is closed.”", ["Tom Hale: “No,”", "Ana Berg: “It is closed.”"]),
    "carried on/somebody in the sentence before": ("“It is old,” said Ana Berg. Tom Hale disagreed. “It is not.”", ["Ana Berg: “It is old,”", "Tom Hale: “It is not.”"]),
    "carried on/somebody earlier in the paragraph": (
        "“No,” said Tom Hale.\n\nAna Berg has spent two summers here. It rained. “It is closed.”",
        ["Tom Hale: “No,”", "Ana Berg: “It is closed.”"],
    ),
    "carried on/last in the paragraph": (
        "“No,” said Tom Hale.\n\nAna Berg called it “sad” for the town. It rained. “It is closed.”",
        ["Tom Hale: “No,”", "Ana Berg: “It is closed.”"],
    ),
    "carried on/goes on": (
        "“It is old,” said Ana Berg. “It rained.\n\nThey sang, and who was there to hear?\n\n“It is closed.”",
        ["Ana Berg: “It is old,”", "Ana Berg: “It rained.", "Ana Berg: “It is closed.”"],
    ),
    "carried on/announced with a colon": (
        "“No,” said Tom Hale. Ana Berg wrote:\n\n“It is closed.”",
        ["Tom Hale: “No,”", "Ana Berg: “It is closed.”"],
    ),
    "carried on/told below": (
        "“We hold it together with wire.”\n\nTom Hale painted this grim picture on Monday.",
        ["Tom Hale: “We hold it together with wire.”"],
    ),
    "carried on/somebody in the paragraph before": ("Ana Berg was not amused.\n\n“It is closed.”", ["Ana Berg: “It is closed.”"]),
    "carried on/turn about": (
        "“Is it closed?” asked Ana Berg.\n\n“It is,” said Tom Hale.\n\n“For good?”\n\n“Until May.”",
        ["Ana Berg: “Is it closed?”", "Tom Hale: “It is,”", "Ana Berg: “For good?”", "Tom Hale: “Until May.”"],
    ),
    "carried on/whoever spoke last": ("“It is old,” said Ana Berg.\n\n“It is closed.”", ["Ana Berg: “It is old,”", "Ana Berg: “It is closed.”"]),
    "block quotation/told below": (
        "We looked at the map again and asked what the town is for.\n\nThat was how Ana Berg put it.",
        ["Ana Berg: We looked at the map again and asked what the town is for."],
    ),
    # utterances
    "utterance/a sentence of its own": (
        "Ana Berg left.\n\n“and nobody else was there at all”",
        ["Ana Berg: “and nobody else was there at all”"],
    ),
    "utterance/begins and ends like one": (
        "“No,” said Ana Berg.",
        ["Ana Berg: “No,”"],
    ),
    "utterance/behind a comma or colon": (
        "“It is old,” said Ana Berg. The hall fell silent — “and so we closed the old bridge.”",
        ["Ana Berg: “It is old,”", "Ana Berg: “and so we closed the old bridge.”"],
    ),
    "utterance/called out": ("A trader shouted “Shame!” as they left.", ["a trader: “Shame!”"]),
    "utterance/a sentence inside a sentence": (
        "Ana Berg left. On the door her note “We closed it in May, after the last of the storms.” hung for days.",
        ["Ana Berg: “We closed it in May, after the last of the storms.”"],
    ),
    # what stays with the narrator
    "stays with the narrator/title of a work": ("Ana Berg said she read “The Long Road Home to Northport” twice.", []),
    "stays with the narrator/short fragment": ("Ana Berg called it “sad” for the town.", []),
    "stays with the narrator/nobody’s fragment": ("The so-called “war on the lorries that nobody wanted” is over.", []),
    "stays with the narrator/written on something": ("Ana Berg wore a shirt saying “Boats not bridges for our islands” and sang.", []),
    "stays with the narrator/under a label": ("VERSE OF THE MONTH: “Consider the lilies of the field, how they grow.”", []),
    "stays with the narrator/named and told of": ("“Marsh,” which opened the old bridge, was the first film.", []),
    "stays with the narrator/listed": ("Ana Berg said that she sang “What Is Left?”, “These Dreams,” and “Never” in one night.", []),
    "stays with the narrator/in a reference": ("“It is old,” said Ana Berg.\n\nPaper: Roe A (2026) ‘Rust in old bridges tells of the weather’, Bridges 4.", ["Ana Berg: “It is old,”"]),
    "stays with the narrator/as it should be": ("The clue for Ana Berg should have read “Not a fish but a bird”.", []),
    "stays with the narrator/in a headline": ("‘It was like a film by the sea’: Ana Berg found a seal", []),
    "stays with the narrator/describes a noun": (
        "Ana Berg spoke of a “he said and she said” dispute between councillors.",
        [],
    ),
    "stays with the narrator/likened": ("Ana Berg said that words like “sad day for the town” were banned.", []),
    # pronouns
    "pronoun/left out": (
        "es: “No lo vamos a abrir”, dijo Luis Roca.\n\nLa alcaldesa, Ana Ferrer, esperó un rato. Luego llovió.\n\n“El puente está bien cerrado”, añadió.",
        ["Luis Roca: “No lo vamos a abrir”,", "Ana Ferrer: “El puente está bien cerrado”,"],
    ),
    "pronoun/the writer": ("Ana Berg left. “It is closed,” I said.", ["the writer: “It is closed,”"]),
    "pronoun/who": (
        "“It is old,” said Ana Berg. Who added, “It is closed.”",
        ["Ana Berg: “It is old,”", "Ana Berg: “It is closed.”"],
    ),
    "pronoun/one person of no gender": ("Jules Vantis, who is nonbinary, met Ana Berg. “It is closed,” they said.", ["Jules Vantis: “It is closed,”"]),
    "pronoun/the body before": ("The bench was not amused. “Is it closed?” it asked.", ["the bench: “Is it closed?”"]),
    "pronoun/the people before": ("Roads officers did not object. In a letter they said it was “a thing of tin and rust”.", ["Roads officers: “a thing of tin and rust”."]),
    "pronoun/two people": ("Tom Hale and Ana Berg met. “It is closed,” they said.", ["Tom Hale and Ana Berg: “It is closed,”"]),
    "pronoun/a body goes on": ("“It is old,” the council said.\n\nIt rained. “It is closed,” it added.", ["the council: “It is old,”", "the council: “It is closed,”"]),
    "pronoun/by the discourse": ("Ana Berg left. “It is closed,” she said.", ["Ana Berg: “It is closed,”"]),
    # descriptions
    "noun/misspelt": ("Jim Steineke came. “It is closed,” Steinke said.", ["Jim Steineke: “It is closed,”"]),
    "noun/the latter": (
        "“No,” said Tom Hale. Ana Berg met Rut Orr. “It is closed,” the latter said.",
        ["Tom Hale: “No,”", "Rut Orr: “It is closed,”"],
    ),
    "noun/two names": ("Tom Hale and Ana Berg met. “It is closed,” Hale and Berg said.", ["Tom Hale and Ana Berg: “It is closed,”"]),
    "noun/by name": ("Ana Berg left. “It is closed,” Berg said.", ["Ana Berg: “It is closed,”"]),
    "noun/given a name": (
        "A trader, who gave her name simply as Madam Roe, called it “a thing of tin and rust”.",
        ["Madam Roe: “a thing of tin and rust”."],
    ),
    "noun/whoever spoke": (
        "A source in Wexley was angry. “It is old,” the source said. “It is closed,” the person added.",
        ["a source in Wexley: “It is old,”", "a source in Wexley: “It is closed,”"],
    ),
    "noun/by office": ("Ana Berg, mayor of Northport, left. “It is closed,” the mayor said.", ["Ana Berg: “It is closed,”"]),
    "noun/by what they wrote": (
        "The harbour master, Ana Berg, explained in a statement that it had rained. “It is closed,” the statement read.",
        ["Ana Berg: “It is closed,”"],
    ),
    "noun/by age": (
        "de: Karl Ohl (63) kam, Peter Kuntz (48) nicht. „Ich würde es heute nicht mehr tun“, erklärte der 63-Jährige.",
        ["Karl Ohl: „Ich würde es heute nicht mehr tun“,"],
    ),
    "noun/a first name alone": ("es: Uno de ellos es Miguel, que lo vio todo. «Había tres metros de agua», lamenta el hombre.", ["Miguel: «Había tres metros de agua»,"]),
    "noun/by its article": ("fr: Anne Roche est sortie du club. « Le pont est bien fermé », a dit la grimpeuse.", ["Anne Roche: « Le pont est bien fermé »,"]),
}  # fmt: skip
FIELDS = {name.split("/")[0] for name in ROWS}


def told(text: str) -> list[str]:
    """`fr: …`: a text in another language than English."""
    language = text[:2] if text[2:4] == ": " else "en"
    with using(Lexis(language)):
        parts = segment(Article(LEAD + text.removeprefix(f"{language}: "), language=language)).segments
    return [f"{part.speaker.name if part.speaker else '?'}: {part.text}" for part in parts if part.role == "quote"]


def test_every_rule_has_a_row() -> None:
    rules = {f"{name}/{rule.name}" for name, rules in SETS.items() if name in FIELDS for rule in rules.rules}
    assert rules == set(ROWS)


@pytest.mark.parametrize("rule", ROWS)
def test_a_row_fails_without_its_rule(rule: str) -> None:
    text, expected = ROWS[rule]
    assert told(text) == expected
    with without(rule):
        assert told(text) != expected
