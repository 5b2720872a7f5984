"""The languages that have tables, held to what a language has to do."""

# ruff: noqa: E501, RUF012 (a row has the lines that an article has)

from __future__ import annotations

import re
from pathlib import Path

from language_contract import LanguageContract

import audioedition
from audioedition.lexis.tables import languages

CODES = "|".join(languages())
ASKED = re.compile(
    rf"""\blanguage\)?\s*(?:[!=]=\s*["']|(?:not\s)?in\s*[(\[{{]["'])"""
    rf"""|(?<!\.low\s)(?<!\snot\s)(?:[!=]=\s*|\bin\s*[(\[{{])["'](?:{CODES})["']|["'](?:{CODES})["']\s*[!=]=|startswith\(["'](?:{CODES})["']"""
)
"""Of `word.low` an English word is asked: `it`."""
OF_ENGLISH = {
    "spoken/__init__.py": "its numbers and signs have a grammar of their own, spoken/english",
    "facts/date_order.py": "no other language writes the month first",
    "segmentation/opening_pictures.py": "elsewhere datelines look like its captions",
    "checking/words.py": "the words of its figures are compared with what was heard",
    "engines/piper.py": "its letters' names are given in sounds",
    "build/edition_language.py": "a country would choose another cast",
}
"""Where the language that all tables begin with is told from the others, and why."""


def test_every_language_is_held_to_the_contract() -> None:
    held = {contract.code for contract in LanguageContract.__subclasses__()}
    assert held == set(languages()) - {"en"}


def code_by_place() -> dict[str, str]:
    """The code of everything but the lexis itself and what only English has."""
    root = Path(audioedition.__file__).parent
    places = {path.relative_to(root).as_posix(): path.read_text("utf-8") for path in root.rglob("*.py")}
    return {place: code for place, code in places.items() if not place.startswith(("lexis/", "spoken/english/"))}


def test_no_stage_asks_which_language_it_is() -> None:
    assert [place for place, code in code_by_place().items() if ASKED.search(code)] == []


def test_english_is_told_from_the_others_in_few_places() -> None:
    assert {place for place, code in code_by_place().items() if "is_english(" in code} == OF_ENGLISH.keys()


class TestGerman(LanguageContract):
    code = "de"
    day = "Sonntag, 22. November"
    spoken = {
        "am 18.3. um 18.30 Uhr": "am achtzehnten März um achtzehn Uhr dreißig",
        "7,5 Mio. Euro und 12,50 €": "sieben Komma fünf Millionen Euro und zwölf Euro fünfzig",
        "aus der 10. Klasse": "aus der zehnten Klasse",
        "12 % bei 35 °C": "zwölf Prozent bei fünfunddreißig Grad Celsius",
        "z. B. Dr. Berg, 18-jährig": "zum Beispiel Doktor Berg, achtzehnjährig",
        "Papst Leo XIV. reist": "Papst Leo der vierzehnte reist",
        "3:1 gewonnen, 1:14,5": "drei zu eins gewonnen, eine Minute vierzehn Sekunden fünf",
        "Mo. bis Fr. 10–18 Uhr": "Montag bis Freitag zehn bis achtzehn Uhr",
        "Goethestr. 5, 90er-Jahre": "Goethestraße fünf, neunziger-Jahre",
        "in der 12., 31. und 88. Minute": "in der zwölften, einunddreißigsten und achtundachtzigsten Minute",
        "½ l, 1/2 l und 3/4 der Leute": "ein halber Liter, ein halber Liter und drei Viertel der Leute",
    }
    one_sentence = "Am 3. Mai zahlte Dr. Berg ca. 7,5 Mio. Euro z. B. für die Brücke."
    article = (
        "Die Brücke bleibt den Winter über zu\n\nVon Lena Hartwig\n\nStand: 03.11.2026, 18:00 Uhr\n\n"
        "Die alte Brücke in Altenbrück bleibt den Winter über gesperrt, und niemand weiß, wie lange das dauern wird. "
        "Die Stadt hat am Montag einen Zaun aufgestellt, und die Busse fahren nun auf der anderen Seite des Flusses.\n"
        "Jetzt Newsletter abonnieren"
    )
    byline = "Von Lena Hartwig."
    silent = ("Stand: 03.11.2026, 18:00 Uhr", "Jetzt Newsletter abonnieren")
    speeches = {
        "„Die Brücke ist alt“, sagte Bürgermeisterin Petra Wenzel am Abend.": "Petra Wenzel (female)",
        "„Die Brücke ist alt“, so Stadtbaurat Jörg Lammert.": "Jörg Lammert (male)",
        "Thomas Weber erklärte am Abend vor dem Rathaus: „Wir haben lange gewartet.“": "Thomas Weber (male)",
        "Petra Wenzel ging. „Wir haben lange gewartet“, betonte sie.": "Petra Wenzel (female)",
        "Er nannte das einen „schlechten Witz“ und ging.": "",
    }


class TestFrench(LanguageContract):
    code = "fr"
    day = "dimanche 22 novembre"
    spoken = {
        "le 1er mai à 18h30": "le premier mai à dix-huit heures trente",
        "1 234,50 € au 3e étage, n° 5": "mille deux cent trente-quatre euros cinquante au troisième étage, numéro cinq",
        "12 % et 35 °C": "douze pour cent et trente-cinq degrés Celsius",
        "21 personnes, 1 h du matin": "vingt et une personnes, une heure du matin",
        "l’art. 49 et l’A10": "l’article quarante-neuf et l’A dix",
        "2,5 M€, 1,2 million d’euros": "deux virgule cinq millions d'euros, un virgule deux million d'euros",
        "Louis XIV, au XVIIe siècle": "Louis quatorze, au dix-septième siècle",
        "04 73 55 01 80": "zéro quatre, soixante-treize, cinquante-cinq, zéro un, quatre-vingts",
        "1/2 l de lait, 110 km/h": "un demi-litre de lait, cent dix kilomètres heure",
    }
    one_sentence = "Le 3 mai, M. Roy et Mme Petit ont payé env. 12 euros au Dr Blanc, p. ex. pour le pont."
    article = (
        "Le pont restera fermé tout l’hiver\n\nPar Claire Moreau\n\nPublié le 3 novembre 2026 à 18h00\n\n"
        "Le vieux pont de Montrieux restera fermé tout l’hiver, et personne ne sait combien de temps cela va durer. "
        "La ville a posé une barrière lundi, et les bus passent maintenant de l’autre côté de la rivière.\n"
        "Inscrivez-vous à notre newsletter"
    )
    byline = "Par Claire Moreau."
    silent = ("Publié le 3 novembre 2026 à 18h00", "Inscrivez-vous à notre newsletter")
    speeches = {
        "« Le pont est très vieux », a déclaré la maire, Claire Delmas.": "Claire Delmas (female)",
        "« Le pont est très vieux », a relevé Paul Girard.": "Paul Girard (male)",
        "Claire Delmas est partie. « Nous avons attendu », explique-t-elle.": "Claire Delmas (female)",
        "Claire Delmas est partie. « Nous avons attendu », a-t-elle ajouté.": "Claire Delmas (female)",
        "Claire Delmas est rentrée. – Je ne reviendrai plus jamais ici, sourit-elle, debout.": "Claire Delmas (female)",
        "Selon Paul Girard, le pont est fermé pour longtemps.": "",
    }


class TestSpanish(LanguageContract):
    code = "es"
    day = "domingo, 22 de noviembre"
    spoken = {
        "el 3 de mayo de 2024 a las 18:30": "el tres de mayo de dos mil veinticuatro a las dieciocho treinta",
        "200 personas, 31 casas y 21 años": "doscientas personas, treinta y una casas y veintiún años",
        "12 %, 35 °C, 1.234,50 €": "doce por ciento, treinta y cinco grados Celsius, mil doscientos treinta y cuatro euros con cincuenta céntimos",
        "el siglo XXI, Felipe VI y León XIV": "el siglo veintiuno, Felipe sexto y León catorce",
        "la 2.ª vuelta, el 1.er piso": "la segunda vuelta, el primer piso",
        "el Sr. López, EE. UU., n.º 5": "el señor López, Estados Unidos, número cinco",
        "US$ 3.500 y 3.000 millones de euros": "tres mil quinientos dólares y tres mil millones de euros",
        "ganó 3-1 en el km 231": "ganó tres a uno en el kilómetro doscientos treinta y uno",
        "950 €/mes, 120 m³/s": "novecientos cincuenta euros por mes, ciento veinte metros cúbicos por segundo",
    }
    one_sentence = "El 3 de mayo el Sr. López y la Dra. Ruiz pagaron aprox. 12 euros, p. ej. por el puente."
    article = (
        "El puente seguirá cerrado todo el invierno\n\nPor Ana Ruiz\n\nPublicado el 3 de noviembre de 2026 a las 18:00\n\n"
        "El viejo puente de Valdeflores seguirá cerrado todo el invierno, y nadie sabe cuánto va a durar esto. "
        "La ciudad puso una valla el lunes, y los autobuses pasan ahora por el otro lado del río con los viajeros.\n"
        "Suscríbete a nuestro boletín"
    )
    byline = "Por Ana Ruiz."
    silent = ("Publicado el 3 de noviembre de 2026 a las 18:00", "Suscríbete a nuestro boletín")
    speeches = {
        "«El puente es muy viejo», dijo la alcaldesa, Elena Prieto.": "Elena Prieto (female)",
        "«El puente es muy viejo», proclamó el concejal Luis Mora.": "Luis Mora (male)",
        "«El puente es muy viejo», dijo entre risas su dueño, Luis Mora.": "Luis Mora (male)",
        "Elena Prieto se fue. «Hemos esperado mucho», explicó ella.": "Elena Prieto (female)",
        "—No puedo cruzar por aquí nunca más —dijo Elena Prieto, con la voz tomada.": "Elena Prieto (female)",
    }


class TestPortuguese(LanguageContract):
    code = "pt"
    day = "domingo, 22 de novembro"
    spoken = {
        "R$ 1,2 mi e R$ 3,50": "um vírgula dois milhão de reais e três reais e cinquenta centavos",
        "às 18h30 do dia 3 de maio": "às dezoito e trinta do dia três de maio",
        "200 pessoas, 2 mulheres": "duzentas pessoas, duas mulheres",
        "12% e 35 °C": "doze por cento e trinta e cinco graus Celsius",
        "o século XXI e D. Pedro II": "o século vinte e um e dom Pedro segundo",
        "1º de maio, 3.º lugar, 2ª vez": "primeiro de maio, terceiro lugar, segunda vez",
        "o Sr. Matos, n.º 5, até 31/12": "o senhor Matos, número cinco, até trinta e um de dezembro",
        "Brasil 3 x 0 Peru": "Brasil três a zero Peru",
        "1,68 m": "um metro e sessenta e oito",
    }
    one_sentence = "No dia 3 de maio o Sr. Matos e a Dra. Lima pagaram aprox. 12 euros, p. ex. pela ponte."
    article = (
        "A ponte fica fechada durante todo o inverno\n\nPor Ana Lima\n\nPublicado em 3 de novembro de 2026 às 18h00\n\n"
        "A velha ponte de Vila Serena fica fechada durante todo o inverno, e ninguém sabe quanto tempo isso vai durar. "
        "A cidade colocou uma cerca na segunda-feira, e os autocarros passam agora pelo outro lado do rio.\n"
        "Assine a nossa newsletter"
    )
    byline = "Por Ana Lima."
    silent = ("Publicado em 3 de novembro de 2026 às 18h00", "Assine a nossa newsletter")
    speeches = {
        "“A ponte é muito velha”, disse a prefeita Helena Prado.": "Helena Prado (female)",
        "“A ponte é muito velha”, afirmou o engenheiro Paulo Neves.": "Paulo Neves (male)",
        "Helena Prado saiu. “Esperámos muito tempo”, explicou ela.": "Helena Prado (female)",
        "— Vim ver antes de ir trabalhar — disse Paulo Neves, encostado ao carro.": "Paulo Neves (male)",
    }


class TestItalian(LanguageContract):
    code = "it"
    day = "domenica 22 novembre"
    spoken = {
        "il 1° maggio 2024 alle 18.30": "il primo maggio duemilaventiquattro alle diciotto e trenta",
        "1.234,50 euro, 12%, 35 °C": "milleduecentotrentaquattro euro e cinquanta, dodici per cento, trentacinque gradi Celsius",
        "il XXI secolo, Papa Leone XIV": "il ventunesimo secolo, Papa Leone quattordicesimo",
        "il dott. Rossi, l’avv. Bruni, n. 5": "il dottor Rossi, l’avvocato Bruni, numero cinque",
        "2,5 mln di euro, 118 €/g": "due virgola cinque milioni di euro, centodiciotto euro al grammo",
        "1 persona, 21 anni, il 41enne": "una persona, ventuno anni, il quarantunenne",
        "il n. 10 ha segnato al 50’": "il numero dieci ha segnato al cinquantesimo minuto",
        "via XX Settembre 21": "via venti Settembre ventuno",
        "il 18/3, 3º posto": "il diciotto marzo, terzo posto",
    }
    one_sentence = "Il 3 maggio il dott. Rossi e la sig.ra Conti hanno pagato ca. 12 euro, p. es. per il ponte."
    article = (
        "Il ponte resta chiuso per tutto l’inverno\n\ndi Anna Conti\n\nPubblicato il 3 novembre 2026 alle 18:00\n\n"
        "Il vecchio ponte di Montefiore resta chiuso per tutto l’inverno, e nessuno sa quanto durerà questa storia. "
        "Il comune ha messo una barriera lunedì, e gli autobus passano adesso dall’altra parte del fiume.\n"
        "Iscriviti alla nostra newsletter"
    )
    byline = "Di Anna Conti."
    silent = ("Pubblicato il 3 novembre 2026 alle 18:00", "Iscriviti alla nostra newsletter")
    speeches = {
        "«Il ponte è molto vecchio», ha detto la sindaca, Elena Marchi.": "Elena Marchi (female)",
        "«Il ponte è molto vecchio», spiega Paolo Neri.": "Paolo Neri (male)",
        "Elena Marchi è uscita. «Abbiamo aspettato molto», ha aggiunto lei.": "Elena Marchi (female)",
        "– Pensavo che volesse vendere enciclopedie – confessa Elena Marchi, dal banco.": "Elena Marchi (female)",
    }


class TestDutch(LanguageContract):
    code = "nl"
    day = "zondag 22 november"
    spoken = {
        "op 3 mei 2024 om 18.30 uur": "op drie mei tweeduizend vierentwintig om achttien uur dertig",
        "€ 3,50 en € 2,5 miljoen": "drie euro vijftig en twee komma vijf miljoen euro",
        "12% bij 35 °C": "twaalf procent bij vijfendertig graden Celsius",
        "de 19e eeuw, koning Willem III": "de negentiende eeuw, koning Willem de derde",
        "bijv. nr. 5, t/m 7 mei": "bijvoorbeeld nummer vijf, tot en met zeven mei",
        "de 18-jarige won de 1.500 m": "de achttienjarige won de vijftienhonderd meter",
        "in 1999, 5½ uur": "in negentienhonderdnegenennegentig, vijfeneenhalf uur",
        "Kerkstr. 21, 120 km/u": "Kerkstraat eenentwintig, honderdtwintig kilometer per uur",
    }
    one_sentence = "Op 3 mei betaalden dr. Smit en mevr. Berg ca. 12 euro, bijv. voor de brug."
    article = (
        "De brug blijft de hele winter dicht\n\nDoor Anna de Vries\n\nGepubliceerd op 3 november 2026 om 18:00\n\n"
        "De oude brug in Oudorp blijft de hele winter dicht, en niemand weet hoe lang dit nog gaat duren voor ons. "
        "De gemeente heeft maandag een hek geplaatst, en de bussen rijden nu aan de andere kant van het water.\n"
        "Schrijf je in voor onze nieuwsbrief"
    )
    byline = "Door Anna de Vries."
    silent = ("Gepubliceerd op 3 november 2026 om 18:00", "Schrijf je in voor onze nieuwsbrief")
    speeches = {
        "„De brug is heel oud”, zei burgemeester Anna de Vries.": "Anna de Vries (female)",
        "‘De brug is heel oud’, zegt Pieter Smit.": "Pieter Smit (male)",
        "Anna de Vries vertrok. „We hebben lang gewacht”, legde ze uit.": "Anna de Vries (female)",
        ",,De brug is heel oud’’, aldus Pieter Smit.": "Pieter Smit (male)",
    }


class TestCatalan(LanguageContract):
    code = "ca"
    day = "diumenge, 22 de novembre"
    spoken = {
        "el 3 de maig a les 18:30": "el tres de maig a les divuit i trenta",
        "200 persones, 21 anys, 2 dones": "dues-centes persones, vint-i-un anys, dues dones",
        "12 % i 35 °C": "dotze per cent i trenta-cinc graus Celsius",
        "el segle XXI, la 2a volta, el 3r pis": "el segle vint-i-u, la segona volta, el tercer pis",
        "el Sr. Puig, núm. 5": "el senyor Puig, número cinc",
        "2,5 M€ i 12,50 €": "dos coma cinc milions d'euros i dotze euros amb cinquanta cèntims",
    }
    one_sentence = "El 3 de maig el Sr. Puig i la Dra. Mas van pagar aprox. 12 euros, p. ex. pel pont."
    article = (
        "El pont continuarà tancat tot l’hivern\n\nText: Anna Puig\n\nPublicat el 3 de novembre de 2026 a les 18:00\n\n"
        "El vell pont de Vallfosca continuarà tancat tot l’hivern, i ningú no sap quant de temps durarà això encara. "
        "La ciutat va posar una tanca dilluns, i els autobusos passen ara per l’altra banda del riu amb els viatgers.\n"
        "Subscriu-te al nostre butlletí"
    )
    byline = "Per Anna Puig."
    silent = ("Publicat el 3 de novembre de 2026 a les 18:00", "Subscriu-te al nostre butlletí")
    speeches = {
        "«El pont és molt vell», ha dit l’alcaldessa, Anna Puig.": "Anna Puig (female)",
        "«El pont és molt vell», explica el regidor Jordi Mas.": "Jordi Mas (male)",
        "Anna Puig ha marxat. «Hem esperat molt de temps», ha afegit ella.": "Anna Puig (female)",
    }
