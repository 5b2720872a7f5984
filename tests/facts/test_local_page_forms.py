"""What pages of six languages ask their readers, tell them and forbid them."""

from __future__ import annotations

import pytest

from audioedition.facts import furniture
from audioedition.lexis.tables import Lexis, using

LINES = {
    "de": [
        "Jetzt abonnieren für nur 4,99 € im Monat",
        "Dieser Inhalt ist exklusiv für Abonnenten.",
        "Mit der Anmeldung akzeptieren Sie unsere Nutzungsbedingungen und die Datenschutzerklärung.",
        "Ich habe die Datenschutzerklärung gelesen und akzeptiere sie.",
        "Nachdruck verboten",
        "Geben Sie Ihre E-Mail-Adresse ein",
        "Ihre E-Mail-Adresse",
        "Schreiben Sie den ersten Kommentar",
        "Unterstützen Sie unabhängigen Journalismus",
        "Unterstützen Sie unsere Arbeit",
        "Folgen Sie unserem Kanal auf WhatsApp",
        "Symbolbild",
        "Für Sie empfohlen",
        "Empfohlen für Sie",
        "Video abspielen",
        "Konto erstellen",
        "Erhalten Sie die wichtigsten Nachrichten des Tages",
    ],
    "fr": [
        "Abonnez-vous pour 1 € par mois",
        "Abonnez-vous à partir de 4,99 €/mois",
        "Ce contenu est réservé aux abonnés.",
        "En vous inscrivant, vous acceptez nos conditions générales et notre politique de confidentialité.",
        "J'ai lu et j'accepte la politique de confidentialité",
        "Reproduction interdite",
        "Toute reproduction, même partielle, est interdite",
        "Entrez votre adresse e-mail",
        "Saisissez votre e-mail",
        "Soyez le premier à commenter",
        "Soutenez le journalisme indépendant",
        "Soutenez-nous",
        "Suivez notre chaîne WhatsApp",
        "Image d'illustration",
        "Photo d'illustration",
        "Recommandé pour vous",
        "Lire la vidéo",
        "Créer un compte",
        "Recevez l'essentiel de l'actualité",
    ],
    "es": [
        "Suscríbete por solo 1 € al mes",
        "Suscríbete desde 4,99 €/mes",
        "Este contenido es exclusivo para suscriptores.",
        "Al registrarte, aceptas los términos y condiciones y la política de privacidad.",
        "He leído y acepto la política de privacidad",
        "Prohibida la reproducción total o parcial",
        "Introduce tu correo electrónico",
        "Ingresa tu email",
        "Sé el primero en comentar",
        "Apoya el periodismo independiente",
        "Apoya nuestro trabajo",
        "Sigue nuestro canal de WhatsApp",
        "Imagen ilustrativa",
        "Imagen de archivo",
        "Foto ilustrativa",
        "Recomendado para ti",
        "Te recomendamos",
        "Reproducir vídeo",
        "Crear cuenta",
        "Recibe las noticias más importantes del día",
    ],
    "pt": [
        "Assine por apenas R$5,94/mês.",
        "Este conteúdo é exclusivo para assinantes.",
        "Ao se cadastrar, você concorda com os Termos de Uso e a Política de Privacidade.",
        "Li e aceito a política de privacidade",
        "É proibida a reprodução do conteúdo desta página em qualquer meio de comunicação",
        "Digite seu e-mail",
        "Seja o primeiro a comentar",
        "Apoie o jornalismo independente",
        "Apoie o nosso trabalho",
        "Siga o canal do Diário no WhatsApp",
        "Imagem ilustrativa",
        "Recomendado para si",
        "Reproduzir vídeo",
        "Criar conta",
        "Receba as principais notícias do dia",
    ],
    "it": [
        "Abbonati a 1 € al mese",
        "Abbonati a partire da 4,99 €/mese",
        "Questo contenuto è riservato agli abbonati.",
        "Iscrivendoti accetti i termini e condizioni e l'informativa sulla privacy.",
        "Ho letto e accetto l'informativa sulla privacy",
        "Riproduzione riservata",
        "Vietata la riproduzione, anche parziale",
        "Inserisci la tua email",
        "Inserisci il tuo indirizzo e-mail",
        "Commenta per primo",
        "Sostieni il giornalismo indipendente",
        "Sostieni il nostro lavoro",
        "Segui il nostro canale WhatsApp",
        "Immagine di repertorio",
        "Foto di repertorio",
        "Consigliati per te",
        "Riproduci video",
        "Crea un account",
        "Ricevi le notizie più importanti del giorno",
    ],
    "nl": [
        "Abonneer voor slechts € 1 per maand",
        "Word abonnee vanaf € 4,99 per maand",
        "Dit artikel is exclusief voor abonnees.",
        "Door je in te schrijven ga je akkoord met onze voorwaarden en ons privacybeleid.",
        "Ik heb de privacyverklaring gelezen en ga akkoord",
        "Overname zonder toestemming is niet toegestaan",
        "Vul je e-mailadres in",
        "Je e-mailadres",
        "Wees de eerste die reageert",
        "Steun onafhankelijke journalistiek",
        "Steun ons werk",
        "Volg ons kanaal op WhatsApp",
        "Illustratiefoto",
        "Archieffoto",
        "Foto ter illustratie",
        "Aanbevolen voor jou",
        "Video afspelen",
        "Account aanmaken",
        "Ontvang het belangrijkste nieuws van de dag",
    ],
}
STORY = {
    "pt": "Ao abrir a reunião, a vereadora concorda com os moradores e a associação.",
    "de": "Mit der Anmeldung begann der Streit um die Datenschutzerklärung der Stadt.",
    "es": "La reproducción está prohibida en el museo, recuerda la directora.",
    "fr": "Les habitants se sont abonnés pour un euro par mois au bus.",
    "it": "I residenti hanno letto l’informativa e la accettano, dice il sindaco.",
    "nl": "De bewoners gaan akkoord met het plan van de wethouder.",
}


@pytest.mark.parametrize(("language", "line"), [(language, line) for language in LINES for line in LINES[language]])
def test_is_the_pages(language: str, line: str) -> None:
    with using(Lexis(language)):
        assert furniture.decide(line) is not None


@pytest.mark.parametrize(("language", "line"), STORY.items())
def test_is_the_storys(language: str, line: str) -> None:
    with using(Lexis(language)):
        assert furniture.decide(line) is None
