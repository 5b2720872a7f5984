from __future__ import annotations

import pytest

from audioedition.facts import captions, corrections, furniture
from audioedition.lexis.tables import Lexis, using
from audioedition.model import Reason, rules

FURNITURE = {
    "share buttons": ["Like 12", "Link copied to clipboard", "Thanks for reading The Wexle Dispatch! This post is public so feel free to share it.", "Pin this for later!", "by Ann Orr 34 views", "Have you got a story? We pay well! Email news@example.org", "YOUTUBE: What the mayor said of the bridge", "Kindly share this story:", "READ LATER", "and share via", "Share this article", "Facebook Twitter WhatsApp Email", "1 253 lectures", "Me gusta 418 | Me enoja 3", "2.410 mal gelesen", "Salva nei preferiti", "facebooktwitterflipboardwhatsapp", "Link Copied", "Share on Facebook", "Tweet", "Gift this article", "Share this articleShare", "Share or comment on this article: The bridge", "Transcript", "4-Minute Listen", "Facebook", "Heard on Morning Tide"],
    "comments": ["You must be logged in to post a comment.", "Save my name, email, and website in this browser for the next time I comment.", "Es besteht kein Anspruch auf Veröffentlichung.", "Vous devez être connecté pour commenter.", "Help us improve our website. Don’t include personal or financial information.", "Don’t include personal or financial information like your card number.", "Be the first to comment on \"Bridge closed\"", "The comments to this entry are closed.", "%d bloggers like this:", "You are commenting using your Wexlo account. Log Out / Change )", "Your email address will not be published. Required fields are marked *", "This site uses Akismet to reduce spam. Learn how your comment data is processed.", "Poll: Should the bridge stay closed?", "Hat Ihnen dieser Artikel gefallen?", "¿Qué te pareció esta nota?", "Would you like to comment on this article?", "12 comments", "Leave a comment", "Have your say", "Comment Guidelines", "1Comments", "Join the conversation", "Report this comment"],
    "sign-up": ["Your subscription could not be saved. Please try again.", "Success! You're on the list.", "Have you signed up to The Post’s newsletter?", "Bitte geben Sie eine gültige E-Mail ein.", "Introduzca un correo electrónico válido", "The Wexle Dispatch is a reader-supported publication. To receive new posts and support my work, consider becoming a free or paid subscriber.", "Stay updated with the latest - Click here to follow us on Instagram", "Be the first to know", "Follow him on Twitter: @annorr", "SUBSCRIBER ONLY", "Nachrichten aus Wexheim direkt ins Postfach: Jetzt Newsletter abonnieren", "Push-Mitteilungen aktivieren", "Get this brief in your mailbox every morning", "Resta aggiornato con le notizie della valle", "O Diário está no WhatsApp. Entre no canal.", "Stories from the coast, in your inbox", "Nieuws uit de regio in je mailbox?",
        "Donate now: £10 could keep our lines open for an hour",
        "Enjoying this? Become a member for reading without advertisements",
        "Support independent journalism. Subscribe to Premium for £5 a month.",
        "Sign up for our daily newsletter",
        "Subscribe to our weekly sheep newsletter",
        "Subscribe now",
        "Get the best of the Post straight to your inbox.",
        "Follow us on Twitter @northport",
        "Follow Jane Doe on Twitter @janedoe.",
        "Connect with Jane Doe on Twitter",
        "Already a subscriber? Log in",
        "Please support our independent journalism",
        "Sign up for the Northport Newsletter Each morning, get the latest on harbours, ships and tides.",
        "Was this newsletter forwarded to you? Sign up here.",
        "You received this email because you signed up for Morning Tide. Unsubscribe",
        "Subscribe to continue reading",
        "Receive free Bridge industry updates",
        "We’ll send you a daily digest email rounding up the latest bridge news every morning.",
        "Try 3 months for £1",
        "Support trusted local journalism by becoming a subscriber today.",
        "Follow Jane Doe on Twitter: @janedoe. Reach her directly at jane.doe@example.org.",
        "Get involved with the news in your community",
        "Recibe lo mejor de Valdemora en tu correo",
        "Get in touch with our news team by emailing us at news@example.org.",
        "Readers like you are keeping these stories free for everyone...",
        "Every article free, every day. Help keep it that way.",
        "Follow the Northport Post on WhatsApp to hear first what happens on the river",
        "Was this page helpful?",
        "Is this page useful?",
        "If you enjoyed this story, give it a few claps and follow me for more.",
        "Hi reader, you have 2 free articles left",
    ],
    "related articles": ["[ Ferry timetable to change from May ]", "Recommended from Northport", "Read more about the coast and its people:", "Visit the Northport Post's home page for more news and analysis.", "[ALSO READ] Gunmen: traders beg for police post", "Equality impact assessment (PDF, 345 KB) (opens new window)", "Ferry contract report [PDF 1.2MB]", "Mehr zum Brückenfest lesen Sie HIER!", "Coast6 days agoWhat the ferryman saw at the bridge", "Politics 7 days ago", "Read the full report here.", "Jump to recipe", "Read more: The long fight over the bridge", "READ MORE", "Related: Bridge closed", "More from Northport", "https://example.org/a", "Continue reading the main story", "Meer voetbal", "Noticia relacionada", "Könnte Sie auch interessieren", "Destaque: A ponte fechou", "See also: The harbour", "POST SPORT: https://example.org/sport", "example.org/news/bridge/100873", "Materials provided by Northport University. Note: Content may be edited for style and length.", "Story Source:", ">> The long fight over the bridge", "→ Why the bridge was closed"],
    "advertisement": ["Looking to sell your boat? Sell it with Wexlo.", "Stay tuned with Wexle News HD App", "You're all set to enjoy unlimited content.", "This post may contain affilitate links.", "Advertisement 3", "This advertisement has not loaded yet, but the story goes on.", "This post may contain affiliate links. See my disclosure.", "Sponsored: Pensioners are snapping this up", "Advertisement", "ADVERTISEMENT", "- Advertisement -", "When you purchase through links on our site, we may earn an affiliate commission. Here’s how it works.", "Sponsored content", "after newsletter promotion", "Article continues after this advertisement", "Advertisement · Scroll to continue"],
    "cookie notice": ["We use npn-player to manage extra content that can set cookies on your device.", "Wir verwenden Cookies, um Inhalte zu verbessern.", "Este site utiliza cookies para melhorar a sua experiência.", "Este sitio usa cookies.", "Wir und unsere 210 Partner verarbeiten Ihre Daten.", "We value your privacy", "Uw privacy is belangrijk voor ons", "You can withdraw your consent at any time.", "Accept and continue", "Votre vie privée compte. Nous et nos 12 partenaires utilisons des cookies pour lire des informations de votre appareil.", "Noi e terze parti usiamo cookie come descritto nella cookie policy. Scegli \"Accetta\".", "Wir verwenden Cookies, Ihre Zustimmung ist freiwillig.", "Wij en onze partners plaatsen cookies op uw apparaat.", "Nosotros y nuestros socios usamos cookies para tratar datos.", "Nós e os nossos parceiros usamos cookies e tratamos dados pessoais.", "Jetzt mit Werbung und Tracking weiterlesen oder zahlen", "We and our 211 partners store information on a device, such as cookies, to process personal data about you.", "You may manage your choices by clicking below, including your right to object where legitimate interest is used.", "We use cookies to improve your experience.", "We care about the protection of your data. Read our Privacy Policy.", "We need your consent to load this player", "Accept all cookies", "Privacy Policy"],
    "copyright": ["Copyright Northport POST.", "This story first appeared in our weekly newspaper.", "Originally published as Bridge closes for good", "Published in The Bell, December 3rd, 2024", "© 2024 Northport Post", "The Northport Post, all rights reserved", "Copyright 2024 The Northport Post. All rights reserved.", "This article originally appeared in The Northport Post.", "A version of this article appears in print on May 5, 2024, Page 1 with the headline: Bridge Out."],
    "credits": ["SOURCE Northport Ferries Ltd.", "Compiled from wire reports", "Story by Ann Orr/wexlenews.example", "Wexle-Presse is an international news agency.", "(ANP)", "(Lro/Adnkronos)", "(c.s.)", "Con información de EFE.", "*Estagiária sob supervisão de Ana Prado", "This story was made possible by a grant.", "Reporting by Jane Doe in Northport; editing by John Roe", "(Reporting by Jane Doe)", "Jane Doe contributed to this report.", "ENDS", "Reuters", "Doe reported from Northport, Maine. Northport Post writer Joy Roe in Wexley contributed to this report.", "— With files from Jane Doe in Northport, N.S.", "— With assistance from Jane Doe", "Contributing: Jane Doe", "(This story has not been edited by staff and is auto-generated from a syndicated feed.)", "PTI SKD ANB VN", "Do you have a story for the Post? Call the desk.", "The views expressed are those of the author and not of the Post.", "jane.doe@example.org", "Contact Jane Doe at jane@example.org or 555-0142."],
    "photo credit": ["(Wexle Post: Ann Orr)", "(Supplied: Orr family)", "Photo: Jane Doe/Northport Post", "Jane Doe/Getty Images", "Jane Doe/Alamy", "iStock/jdoe", "Photograph by John Roe", "Image credit: AFP", "(AP Photo/John Roe)"],
    "contact details": ["For feedback, complaints or inquiries, contact us.", "Media contact:", "Investor Contact", "+1 207 555 0142", "If you have a complaint about this story, please contact the editor.", "You can write to Jane Doe at jane@example.org."],
    "page furniture": ["We apologize, but this video has failed to load.", "We acknowledge Torres Strait Islander peoples as the First Australians and Traditional Custodians of these lands.", "AEST = Australian Eastern Standard Time which is 10 hours ahead of GMT (Greenwich Mean Time)", "This video file cannot be played.(Error Code: 102630)", "Content Goes Here", "[email protected]", "[simage=4020,400,y,center]", "Dieser Artikel wurde mit Hilfe von KI erstellt.", "Use Up/Down Arrow keys to change the volume.", "The story in short: Woman chased thieves. (This summary is AI-generated)", "0:00 / 4:12", "Image caption The bridge", "A- A+", "— Island Mail (@mail) March 1, 2025", "A post shared by Island Mail (@mail)", "The post Bridge out appeared first on Northport Post.", "Bridge out was originally published in Northport Notes on Medium, where people are continuing the conversation by highlighting and responding to this story.", "8.6K"],
    "timestamp": ["Posted in Local News / By Ann Orr / May 27 2024 9:53 am", "Regional News of Tuesday, 9 January 2007", "Story updated."],
    "caption": ["wx-spt-0308-prep-gbk-001", "_O9O7395A", "IMG_2041"],
    "navigation": ["Current Time 0:00", "Remaining Time -1:24", "Cook Mode", "2x", "Prevent your screen from going dark", "We use your sign-up to provide content in ways you’ve consented to. You can unsubscribe at any time.", "Monthly Archives: October 2015", "You are here: HomeNewsCoast2007 01 09Article 116976", "Click here to report a spelling error. Please include the headline.", "To see the plans of the harbour, click here.", "For all the tide news, go to Northport Tides.", "Subscribers can listen to this article", "Show your support for journalism.", "Duration 2:04", "Download as PDF (412 KB)", "You are in: Home > News > Northport > 2026", "Vous êtes ici : Accueil / Actualités / Le pont est fermé", "Startseite › Lokales", "Estás aquí: Inicio / Noticias", "Início / Notícias / A ponte fechou", "News / City / Northport / Woman chases thieves, gets chain back", "Companies > Textiles", "Opinion › Letters to the Editor", "HomeCoastNorthport", "Home News Northport", "« The harbour in May", "Your browser does not support video", "5 min read", "Artikel gaat verder onder de foto", "La noticia continúa después del anuncio", "Der Artikel geht nach der Anzeige weiter", "Neueste zuerst"],
}  # fmt: skip


@pytest.mark.parametrize(("reason", "line"), [(r, line) for r, lines in FURNITURE.items() for line in lines])
def test_furniture(reason: str, line: str) -> None:
    assert furniture.reason(line) == reason


@pytest.mark.parametrize(
    "sentence",
    [
        "Share prices fell on Tuesday.",
        "Something went wrong.",
        "Er ging iets mis bij de start.",
        "We like 12 of them, and they like us.",
        "La fiesta continúa tras la lluvia",
        "Der Text geht morgen weiter in die Kommission",
        "Umfrage im Dorf: Kaum jemand will den Newsletter abonnieren.",
        "SOURCE OF THE RIVER IS FOUND",
        "Sources near the mayor said so on Tuesday.",
        "The council put a PDF of 345 KB (14 pages) on its site.",
        "Help us improve our lives, the children wrote to the mayor.",
        "El alcalde está en Telegram desde 2019 y responde a todos.",
        "La empresa dice que utiliza cookies para todo.",
        "Dieser Artikel kostet im Laden zwölf Euro.",
        "Shares of Northport Steel rose.",
        "He will share the prize with his brother.",
        "More people came than expected.",
        "More than 20 died.",
        "Read the letter, she told him.",
        "Follow the money, he said.",
        "Subscribers to the scheme will be paid in May.",
        "The newsletter was founded in 1920 by his father.",
        "Sign language is taught in every school of the town.",
        "Photographs by the thousand were found in the attic of the house.",
        "Reporting by the Post led to the inquiry, which will report its findings in May.",
        "Advertisement revenue fell by a third.",
        "Wir verwenden Cookies nur mit Zustimmung der Leser, sagte der Verleger am Montag.",
        "Nous avons mangé les cookies de nos partenaires.",
        "Mit Werbung will der Verein neue Leser gewinnen.",
        "Cookies were sold at the fair.",
        "HomeMade",
        "Home Secretary Resigns",
        "Home Office Denies Report",
        "5 > 4",
        "Bridge > ferry, says the mayor.",
        "Copyright law is complicated, the judge said.",
        "Support for the bridge grew.",
        "We use cookies as bait, the hunter said. The bears like them more than honey and come down to the village for them.",
        "Donate blood, doctors say.",
        "Related charges were dropped.",
        "Image matters in politics.",
        "Menu prices rose by 5 percent.",
        "Next week the council votes.",
        "Top of the agenda is the bridge.",
        "Ends of ropes hung from the mast.",
        "Contact with the ship was lost on Monday.",
        "Video shows the bridge falling.",
        "Comments by the mayor angered many.",
        "Source of the fire was a candle.",
        "Watch what happens next, said the mayor.",
        "Listen, she said.",
        "Follow the money.",
        "With agency officials declining to comment, nobody knew.",
        "The mayor is on Facebook every day.",
        "He can be reached by boat only.",
        "Thousands subscribe to the newsletter of the mayor.",
        "Photo from the scene shows smoke.",
        "Video from Northport shows smoke.",
        "Copyright Office officials said in 2024 that books are safe.",
        "Have any story to tell and the town will listen.",
        "Join the mayor at the harbour.",
        "Heavy rain contributed to the flood.",
        "Doe reported from Baghdad.",
        "Get in touch with your feelings, the doctor told her.",
        "Sign up sheets hung in the hall.",
        "Try three months of silence, she said.",
        "This column of smoke does not reflect the scale of the fire, he said.",
        "Contact sport is banned in the town.",
        "Join the debate club, they told him, and he did.",
        "Heavy rain and a full moon contributed.",
        "The report by Ana Berg was first published in May, and the mayor resigned a week later over its findings on the bridge.",
        "For more stories the children had to wait.",
        "Was this article true? The court will decide in May whether the harbour was ever closed.",
        "Background: the bridge was built in 1920. It was closed in May.",
        "The library keeps its newspapers free to read for everyone.",
        "You help keep the village hall open, she told our members.",
        "Our reporting of the flood was wrong.",
        "Follow the river to the bridge.",
        "Who closed the bridge? Nobody knows! The mayor does not.",
        "Like many parents, she found the group on Facebook.",
        "Follow your heart, she wrote on Facebook.",
        "Join a union, he urged workers on TikTok.",
        "The vote is on Monday. –Wexle News Service",
        "The report is on YouTube. (Wexle News Agency)",
        "Report: Orr to leave Wexle Post in May.",
        "Poll: Six in ten voters say they do not trust the council to mend the roads.",
        "Zoom in: Abdi takes the early bus to his job at the mill.",
        "Click on the link and your account is gone, police warn.",
        "Click Here Ltd of Wexle was fined £5,000 on Monday.",
        "If you have a complaint about the bus, call the council.",
        "Have a question for the mayor? Come to the hall on Monday.",
        "We need your consent, the doctor said.",
        "This story was made possible by a grant, said Orr.",
        "You have three free stories left in you, she told the class.",
        "Become a member of the party and vote, she said.",
        "If you buy a home, we may receive a commission, the agents said.",
        "Orr died 12 days ago.",
        "Wexle Post is an independent newspaper.",
        "Stay tuned to hear the end.",
        "You are here because the bridge is closed.",
        "You can report crime on our website or by calling 101.",
        "Marta Lopez / Pablo Soto",
        "Marillen / Aprikosen für den Winter",
        "A320",
        "NBC2018",
    ],
)
def test_a_body_sentence_is_never_furniture(sentence: str) -> None:
    assert furniture.reason(sentence) is None


@pytest.mark.parametrize(
    "line",
    [
        "Correction: An earlier version misspelled Ms. Berg’s name.",
        "Editor’s note: Jane Doe is away.",
        "This article was amended on 3 May 2024.",
        "An earlier version of this story gave the wrong date.",
        "CLARIFICATION — The vote was on Tuesday.",
    ],
)
def test_corrections(line: str) -> None:
    assert corrections.is_correction(line)


@pytest.mark.parametrize("line", ["FILE - The bridge, May 3, 2020. (AP Photo/John Roe)", "Pictured: the mayor", "Pia K. Blaine Submitted photo", "A pupil at a test (Doe/iStock)", "The lighthouse at low tide. Shutterstock/janedoe", "harbour-1160x768.jpg", "Basket of Strawberries (1761). Courtesy Northport Museum", "Team in training ahead of a match. (FILE)", "The captain, centre, and his team Photo by Sam Doyle", "The bridge at dusk. Photo: Getty Images", "Sheepish: Jack Marsh (pictured with Ana) said he only checked the chairs", "The gap at Northport on Sunday. Jane Doe / Staff Photographer", "File photo of Jane Doe. (NNT Photo)", "The Hale logo is seen in Wexle October 29, 2026. REUTERS/Jane Doe", "Ann Orr (left) and Jo Hale at the bridge", "JANE DOE/Stuff The bridge was closed for two days.", "The bridge at dusk. PHOTO | FILE", "The bridge on Monday. WX PHOTO: JANE DOE", "The bridge on Monday. THE WEXLE PRESS/Jane Doe", "The bridge on Monday. THE WEXLE PRESS / JANE DOE", "Public domain photo", "File picture: Northport News Agency (NNA)", "A firefighter at the bridge. Source: 1 NORTH", "Mayor Jo Hale (D) / Photo by Jane A. Doe, WXA via Flickr", "The city will spend 15 million on roads. – The Wexle Herald pic by Jane Doe, September 20, 2026.", "ARCHIV - 27.07.2025, Hessen, Elmbach: Ein Blaulicht leuchtet. Foto: Jane Doe/dpa - Honorarfrei", "Das Festhaus in Elmbach / Orpheus - © Jane Doe", "Lena Hartwig Foto: Privat", "Agenten zoeken sporen bij de brug. Beeld Jane Doe / de Elmbode", "Bron foto Elmstraat: bureau.example", "The bridge at dusk. (Viewer photo: Jane D.)", "Jane Doe and her dog at the fair. | Photo Credit: J. Doe", "Jo Hale at her shop. She makes nine cakes a day. NORTH POST PHOTO: JANE DOE", "The ward on Monday. File picture: Jane Doe"])  # fmt: skip
def test_captions(line: str) -> None:
    assert captions.is_caption(line)


def test_a_story_that_an_agency_signs_is_no_caption() -> None:
    with using(Lexis("it")):
        assert not captions.is_caption(
            "I carabinieri hanno fermato un giovane a bordo di un fuoristrada. (Lro/Adnkronos)"
        )
        assert captions.is_caption("Il ponte di Aldeno chiuso da maggio. (ANSA)")


@pytest.mark.parametrize("line", ["Orr’s Flowers (R)", "PH — Orr 22 pass from Roe (Holt kick)", "Hen/Rooster Pair – Ann Orr", "He bore left (the map said right).", "The source: a farmer in Wexle", "File-by-file copies are slow.", "The plan was dead. The bigger picture: Nobody had asked", "She took the photo: it was of her father."])  # fmt: skip
def test_what_is_no_caption(line: str) -> None:
    assert not captions.is_caption(line)


def test_many_capitals_cost_no_time() -> None:
    """Two ways to read `And` in a credit had made the time double with every one of them."""
    assert furniture.reason("The And " * 20 + "ß contributed to this.") is None


@pytest.mark.parametrize("rule", [f"furniture/{rule.name}" for rule in furniture.RULES.rules])
def test_every_rule_has_a_row_that_fails_without_it(rule: str) -> None:
    rows = [line for lines in FURNITURE.values() for line in lines]
    with rules.without(rule):
        assert [line for line in rows if furniture.reason(line) is None], f"no row needs {rule}"


@pytest.mark.parametrize("language", ["en", "de", "es", "fr"])
def test_furniture_is_known_whatever_the_language_of_the_article(language: str) -> None:
    with using(Lexis(language)):
        lines = ("Share", "Teilen", "Compartir", "Partager")
        assert [furniture.reason(line) for line in lines] == [Reason.SHARE] * len(lines)
