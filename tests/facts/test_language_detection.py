"""The language of a text, and quotations in another one."""

from __future__ import annotations

import time

import pytest

from audioedition import reading
from audioedition.facts.language import detect_language, foreign_spans
from audioedition.facts.listed_language import listed_language

SAMPLES = {
    "cy": "Dywedodd bwrdd yr harbwr ddydd Llun na fydd y fferi yn hwylio cyn diwedd yr wythnos, a bod yn ddrwg ganddyn nhw.",
    "gd": "Thuirt bòrd a’ chala Diluain nach seòl an t-aiseag ro dheireadh na seachdain agus gu bheil iad duilich mu dheidhinn.",
    "ca": "La junta del port va dir dilluns que el transbordador no sortirà abans del final de la setmana i que ho lamenten molt.",
    "eu": "Portuko batzordeak astelehenean esan zuen ferrya ez dela astea amaitu baino lehen aterako eta asko sentitzen dutela.",
    "en": "The harbour board said on Monday that the ferry will not sail before the end of the week, and that it was sorry.",
    "de": "Der Hafenrat teilte am Montag mit, dass die Fähre nicht vor dem Ende der Woche fährt und dass es ihm leid tut.",
    "fr": "Le conseil du port a annoncé lundi que le ferry ne partirait pas avant la fin de la semaine, et qu'il en était désolé.",
    "es": "La junta del puerto dijo el lunes que el ferry no saldrá antes del final de la semana y que lo lamenta mucho.",
    "it": "Il consiglio del porto ha detto lunedì che il traghetto non partirà prima della fine della settimana e che gli dispiace.",
    "pt": "A direção do porto disse na segunda-feira que a balsa não vai sair antes do fim da semana e que lamenta muito isso.",
    "nl": "Het havenbestuur zei maandag dat de veerboot niet voor het einde van de week zal varen en dat het daarvan spijt heeft.",
    "sv": "Hamnstyrelsen sade på måndagen att färjan inte ska gå före slutet av veckan och att de är ledsna för det som hänt.",
    "da": "Havnens bestyrelse sagde mandag, at færgen ikke vil sejle før slutningen af ugen, og at de er kede af det hele nu.",
    "fi": "Satamalautakunta sanoi maanantaina, että lautta ei lähde ennen viikon loppua ja että se on pahoillaan, mutta niin on.",
    "pl": "Zarząd portu powiedział w poniedziałek, że prom nie wypłynie przed końcem tygodnia i że jest mu przykro z tego powodu.",
    "cs": "Rada přístavu v pondělí řekla, že trajekt nevypluje před koncem týdne a že je jí to líto, ale není to v její moci.",
    "tr": "Liman kurulu pazartesi günü feribotun hafta sonundan önce kalkmayacağını ve bunun için üzgün olduğunu söyledi, ama bu çok uzun bir süre.",
    "ru": "Совет порта сообщил в понедельник, что паром не выйдет до конца недели, и что ему жаль.",
    "uk": "Рада порту повідомила в понеділок, що пором не вийде до кінця тижня і що їй шкода.",
    "bg": "Съветът на пристанището съобщи в понеделник, че фериботът няма да тръгне преди края на седмицата и че съжалява.",
    "el": "Το συμβούλιο του λιμανιού είπε τη Δευτέρα ότι το πλοίο δεν θα φύγει.",
    "ar": "قال مجلس الميناء يوم الاثنين إن العبارة لن تبحر قبل نهاية الأسبوع.",
    "fa": "هیئت بندر روز دوشنبه گفت که کشتی تا پایان هفته حرکت نخواهد کرد و پوزش خواست.",
    "he": "מועצת הנמל אמרה ביום שני שהמעבורת לא תפליג לפני סוף השבוע.",
    "hi": "बंदरगाह बोर्ड ने सोमवार को कहा कि नौका सप्ताह के अंत से पहले नहीं चलेगी।",
    "zh": "港口委员会星期一表示，渡轮在本周末之前不会开航。",
    "ja": "港湾委員会は月曜日、フェリーは週末まで出航しないと述べた。",
    "ko": "항만 위원회는 월요일에 여객선이 주말 전에는 출항하지 않을 것이라고 말했다.",
    "th": "คณะกรรมการท่าเรือกล่าวเมื่อวันจันทร์ว่าเรือข้ามฟากจะไม่ออกก่อนสิ้นสัปดาห์",
}


@pytest.mark.parametrize(("code", "text"), SAMPLES.items())
def test_one_sentence_is_enough(code: str, text: str) -> None:
    assert detect_language(text) == code


@pytest.mark.parametrize("text", ["", "😀 🎉", "12 345", "Zwmkq brfgl xprt.", "Ruritania 3, Syldavia 2"])
def test_what_is_unclear_stays_unknown(text: str) -> None:
    assert detect_language(text) is None


def test_detection_is_quick() -> None:
    text = SAMPLES["en"] * 200 + SAMPLES["de"]
    detect_language(text)
    began = time.process_time()
    for _ in range(20):
        detect_language(text)
    assert (time.process_time() - began) / 20 < 0.005


def test_a_quotation_in_another_language() -> None:
    text = "The mayor was brief. “Die Fähre fährt nicht, und das ist auch gut so”, he said, and left. “That is all there is to it,” said his driver."
    ((start, end, code),) = foreign_spans(text, "en")
    assert code == "de"
    assert text[start:end] == "“Die Fähre fährt nicht, und das ist auch gut so”"


@pytest.mark.parametrize(
    "text",
    [
        "She called it “a je ne sais quoi of the old harbour that was here”.",
        "The film “Das Leben der Anderen” was shown.",
        '"Rio de Janeiro, Sao Paulo de Luanda e Porto," read the sign.',
    ],
)
def test_foreign_names_and_phrases_are_left_alone(text: str) -> None:
    assert foreign_spans(text, "en") == []


def test_the_article_gets_its_language_and_marks() -> None:
    article = reading.read_article(
        f"Ferry stays\n\n{SAMPLES['en']}\n\n“{SAMPLES['de']}”, he said.", media_type="text/plain"
    )
    assert article.language == "en"
    ((mark),) = article.marks
    assert mark.language == "de"
    assert article.text[mark.start : mark.end] == f"“{SAMPLES['de']}”"


def test_gaelic_is_told_from_irish() -> None:
    scottish = (
        "Tha sgoil ùr air fosgladh anns an eilean an t-seachdain seo agus tha còrr is dà cheud leanabh ann mar-thà."
    )
    irish = "Tá scoil nua oscailte ar an oileán an tseachtain seo agus tá os cionn dhá chéad páiste ann cheana féin."
    assert (detect_language(scottish), detect_language(irish)) == ("gd", "ga")


def test_paragraphs_in_another_language_of_a_bilingual_paper() -> None:
    text = f"{SAMPLES['de']}\n\n{SAMPLES['fr']}\n\n{SAMPLES['de']}\n\nIl a dit non."
    article = reading.read_article(text, media_type="text/plain")
    assert [(article.text[mark.start : mark.end], mark.language) for mark in article.marks] == [(SAMPLES["fr"], "fr")]


def test_languages_that_are_much_alike_are_not_told_apart_by_a_paragraph() -> None:
    text = f"{SAMPLES['es']}\n\n{SAMPLES['pt']}\n\n{SAMPLES['es']}"
    assert reading.read_article(text, media_type="text/plain").marks == ()


LISTS = {
    "de": "Gottesdienste\n\nSo., 10.11., 9.30 Uhr: Gottesdienst\nDi. 19 Uhr: Kirchenchor",
    "fr": "Samedi 9 novembre\n20h30, salle des fêtes : concert, 12 €\nDimanche : vide-grenier, entrée libre",
    "es": "Ingredientes\n250 g de harina\n3 huevos",
    "pt": "Resultados\n\nAD Norte – SC Sul 2-1\nClassificação\n1.º AD Norte 28 pontos",
    "it": "Venerdì 8 novembre\nore 20.30, Teatro Verdi: concerto, 12 €\nSabato: mercatino, ingresso libero",
    "nl": "Uitslagen\n\nVV Noord – SV Zuid 2-1\nStand\n1. VV Noord 28 punten",
    "en": "Friday 8 November\n8.30pm, Village Hall: concert, £12\nSaturday: market, free entry",
}


@pytest.mark.parametrize("code", LISTS)
def test_lists_have_words_of_their_own(code: str) -> None:
    assert reading.read_article(LISTS[code], media_type="text/plain").language == code


def test_of_languages_that_are_alike_the_likelier_one_counts() -> None:
    text = (
        "Torna-se público que, por deliberação da Câmara de Vila Nova de 26 de abril, se encontram abertos os lugares."
    )
    assert detect_language(text) is None
    assert reading.read_article(text, media_type="text/plain").language == "pt"


def test_names_of_clubs_are_in_no_language() -> None:
    text = "Borussia Elm 2-1 Norden München\nReal Luna 3-0 Vega"
    assert reading.read_article(text, media_type="text/plain").language is None


def test_an_english_list_of_figures_is_english() -> None:
    """English words spoke for no language, as only other languages have tables of their own: `vs`, `net` were Dutch."""
    text = (
        "ORE FIELDS OF S. WEXLE PROFIT FALLS IN QUARTER\n    WEXLE, April 7 - 1ST QTR TO MARCH 31\n"
        "    Working profit 487.50 mln rand vs 559.59 mln\n    Tax 274.28 mln vs 302.15 mln\n"
        "    Net 264.32 mln vs 310.10 mln\n    Avg price per kg 27,371 rand vs 29,964"
    )
    assert listed_language(text, {}) == "en"
