"""Whom words of other languages mean, where English capitals, word order and pronouns would tell something else."""

# ruff: noqa: E501 (a case is a line)

from __future__ import annotations

import pytest
from script_table import last_speaker

CASES = {
    "a verb without a subject goes on about whom the sentences before are about": (
        "pt",
        "“Nado como um martelo”, brinca o padre Joaquim Abreu.\n\nA presidente da junta, Célia Mendes, não acredita na data. Lembra que a anterior era maio.\n\nPediu um barco e ainda não teve resposta. “Disseram-me que o processo está a correr”, conta.",
        "Célia Mendes (female)",
    ),
    "whose words a clause behind a comma says that they are": (
        "it",
        "“È stata protocollata ieri mattina la richiesta di convocazione del consiglio”, è quanto scrive in una nota la consigliera di minoranza Rosetta Conti.",
        "Rosetta Conti (female)",
    ),
    "a subject behind a word of time": (
        "es",
        "La liderará la Empresa de Desarrollo Urbano.\n\n“Recibimos la ciudad con serios problemas”, recordó entonces Julia Gil al hacer balance.",
        "Julia Gil (female)",
    ),
    "also in a compound tense": (
        "it",
        "«Non è colpa nostra», dice Aldo Pella.\n\nLa sindaca, Giulia Ferri, ha visto il ponte lunedì. Poi è tornata in municipio.\n\n«Il ponte resta chiuso fino a maggio», ha aggiunto.",
        "Giulia Ferri (female)",
    ),
    "an office by its article means somebody three sentences back": (
        "es",
        "Por allí pasó la actual alcaldesa, Luz Ospina, que le entregó las llaves.\n\n“El profesor nos enseñaba las tablas por el camino”, recordó la mandataria.",
        "Luz Ospina (female)",
    ),
    "a masculine noun for anybody does not tell a woman's gender": (
        "nl",
        "De tunnel is te duur. “Ze hebben met een lepel gemeten”, sneerde gemeenteraadslid Nadia Verhulst.",
        "Nadia Verhulst (female)",
    ),
    "nor does one that men and women share": (
        "it",
        "Il consiglio ha votato. «Abbiamo cementato le rogge e adesso ci stupiamo», ha commentato la presidente, Giovanna Tosi.",
        "Giovanna Tosi (female)",
    ),
    "a name is of the language that it is given in": (
        "it",
        "Ha segnato due reti. «A un certo punto guardavo il pubblico che usciva», confessa Andrea Fontana.",
        "Andrea Fontana (male)",
    ),
    "Andrea is a woman in German": (
        "de",
        "Der Deich ist zu niedrig. „Wir bauen ihn einen Meter höher“, sagte Andrea Folkert.",
        "Andrea Folkert (female)",
    ),
    "what an office is for stands before its name": (
        "fr",
        "La mairie a voté. « On ne va pas les laisser dehors », a déclaré à la presse l’adjointe à la culture, Sylvie Kamm.",
        "Sylvie Kamm (female)",
    ),
    "also without a comma": (
        "it",
        "La giunta ha votato. «In dodici minuti si andrà dal Po al mare», afferma l'assessore alla Mobilità Bruno Berti.",
        "Bruno Berti (male)",
    ),
    "a verb behind a comma tells dialogue from a list": (
        "fr",
        "Le panneau est vide.\n\n— Vous pouvez attendre jusqu’à Pâques, lance Yvonne Malin, 71 ans.",
        "Yvonne Malin (female)",
    ),
    "a body behind a name is not who speaks": (
        "de",
        "Die Brücke in Wexheim bleibt zu. „Bitte nicht hinüber“, sagte Oberst Johann Zehrer vom Brückenkommando.",
        "Johann Zehrer (male)",
    ),
    "German nouns beside each other are no name": (
        "de",
        "Man frage nur Therese Hauber. Die Frau füttert seit zwei Jahrzehnten Störche am Fluss. „Keiner kommt mehr“, klagt sie.",
        "Therese Hauber (female)",
    ),
    "nor is what a figure counts": (
        "de",
        "„So war es nie“, sagte Martin Röcker. Die Brücke kostete 5.000 Euro, 80 Prozent zahlte das Land. „Das reicht“, sagt er.",
        "Martin Röcker (male)",
    ),
    "an office before a name that only the large table knows": (
        "de",
        "„So war es nie“, sagte der Teichwart Xaver Moosreiter. Moosreiter will nun bauen. „Das reicht“, sagt er.",
        "Xaver Moosreiter (male)",
    ),
    "a number that is no age makes nobody of a letter": (
        "de",
        "Karl Auten fand die Glocke. Ein tiefes D, 611 Kilogramm schwer, klingt seither. „Sie klingt schön“, meint er.",
        "Karl Auten (male)",
    ),
    "things that are he take no woman’s gender": (
        "fr",
        "Claire Delmont réclame un bateau. Il ferme demain, le vieux pont, et il gêne tout le monde. « C’est long », a soupiré Claire Delmont.",
        "Claire Delmont (female)",
    ),
    "she is no man": (
        "fr",
        "Sa femme, Christiane Roche, n’a pas été surprise. \n\nL’anneau est déformé. « C’est offert », annonce le bijoutier Luc Desmont.\n\nLa pomme, elle, ne finira pas en frites. « On la ressortira », confie-t-elle.",
        "Christiane Roche (female)",
    ),
    "an office is known by its article": (
        "es",
        "«Sin bar no hay pueblo», resume la alcaldesa, Benita Ferrer. El plazo acaba pronto. La alcaldesa avisa de que hará falta algo más. «Y saber cocinar», añade ella.",
        "Benita Ferrer (female)",
    ),
    "also of somebody whose gender no table knows": (
        "es",
        "En el campo, Yesalia Gilés recorre su huerto con botas. “Este año ni eso”, se queja la agricultora.",
        "Yesalia Gilés (unknown)",
    ),
    "adjectives behind an office before a name": (
        "pt",
        "“A conta vem depois”, disse Alcides Barro. O presidente gremista, Osmar Romão, falou de duas portas. “Ninguém vai se cruzar”, garantiu ele.",
        "Osmar Romão (male)",
    ),
    "a noun that tells no gender": (
        "nl",
        "‘Spoordijken zijn droog’, verklaart bioloog Iris Haverman. Het aantal nam af. ‘Dat is nieuw’, aldus de onderzoeker.",
        "Iris Haverman (female)",
    ),
    "behind an article that tells none": (
        "it",
        "La maestra, Giulia Maren, sale ogni mattina dalla valle. «Mezz'ora se non nevica», spiega l'insegnante.",
        "Giulia Maren (female)",
    ),
    "a noun in the genitive does not tell who its owner is": (
        "de",
        "Der Anwalt der Klägerin, Thomas Reiner, will die Revision prüfen. „Sie hat alles ersetzt“, sagte er.",
        "Thomas Reiner (male)",
    ),
    "what follows a name is no part of it": (
        "nl",
        "‘Wij wilden niet wachten’, vertelt voorzitter Janneke Hoven van de kring.",
        "Janneke Hoven (female)",
    ),
    "commas for a low mark begin a sentence, and a straight mark may close it": (
        "nl",
        'De brug was lang dicht, zo vertelt Marit Veerman, voorzitter. ,,Het stonk een week en toen nog een", zo laat Veerman weten.',
        "Marit Veerman (female)",
    ),
    "what opens a sentence is nobody": (
        "nl",
        "“Het is laat”, zegt wethouder Marit Veerman.\n\nAfgelopen dinsdag lichtte de wethouder dat toe: “Het is ingewikkelder dan u denkt.”",
        "Marit Veerman (female)",
    ),
    "a party behind a whole name is no part of it": (
        "nl",
        "Marit Veerman van DorpsLinks vindt dat de inbreng “volkomen wordt genegeerd. De planning is verkeerd.”",
        "Marit Veerman (female)",
    ),
    "nor is a noun that says what the party is": (
        "nl",
        "Marit Veerman van oppositiepartij D99 heeft daar wel oren naar. ‘Eigenlijk is het iets van het hele dorp.’",
        "Marit Veerman (female)",
    ),
    "a mood and a job between an article and a name": (
        "de",
        "„Wir haben verdient verloren“, sagte ein enttäuschter Elmbach-Trainer Patrick Maas.",
        "Patrick Maas (male)",
    ),
    "the same in Dutch": (
        "nl",
        "‘We hebben terecht verloren’, zegt een teleurgestelde Elmbeek-trainer Patrick Maas.",
        "Patrick Maas (male)",
    ),
    "a surname that ends like a noun": (
        "nl",
        "Een van hen is Marit Veerman. De brug was lang dicht. „Het stonk een week”, lacht Veerman.",
        "Marit Veerman (female)",
    ),
    "a verb of no table that is all behind a quotation": (
        "es",
        "La portera, Lola Ruiz, cerró el patio a las ocho. Luego apagó la luz. «Aquí no entra ya nadie», apostrofó.",
        "Lola Ruiz (female)",
    ),
    "also with how it was said": (
        "it",
        "«Non è colpa nostra», dice Aldo Pella.\n\nLa sindaca, Giulia Ferri, ha visto il ponte lunedì.\n\n«Il ponte resta chiuso fino a maggio», chiocciò in aula.",
        "Giulia Ferri (female)",
    ),
    "what follows such a verb without an article is no subject": (
        "es",
        "El capitán, Joaquín Sosa, habló de los cuatro minutos. “El árbitro marcó tres. Que nos explique”, reclamó antes de subir al micro.",
        "Joaquín Sosa (male)",
    ),
    "nor is a thing that somebody moves": (
        "it",
        "Il primario, Saverio Greco, parte venerdì. «Non è una fuga, ho già avuto due proroghe», mette le mani avanti.",
        "Saverio Greco (male)",
    ),
    "whom a sentence further above in the paragraph is about": (
        "es",
        "“Decían que parecería una verbena”, cuenta Saturnino Gil.\n\nEl doctor Pedro Arce, lingüista, ha pasado aquí dos veranos. Ha catalogado 112 gestos, uno de ellos para la niebla. “Es un dialecto pequeño, pero con todas las de la ley”.",
        "Pedro Arce (male)",
    ),
    "a predicate is nobody new": (
        "it",
        "Haruki Tanaka ha 27 anni. È figlio di un restauratore e voleva restare due settimane. Misura le parole. «La foglia è più sottile, ma il gesso no», spiega.",
        "Haruki Tanaka (male)",
    ),
    "the verb that a sentence begins with is no name": (
        "it",
        "«Torno lunedì», ha detto Elisa Conti.\n\nChiamava tutte le sere. «Nonne, avete già mangiato oggi?» Lo racconta la vicina.",
        "Elisa Conti (female)",
    ),
    "a description means the only one of its gender, however far": (
        "es",
        "A las cuatro de la mañana don Belarmino Haro encendió el horno. Sacó 600 panes. A las nueve no quedaba nada. La gente seguía en la vereda.\n\nHubo aplausos. “Tengo 77 años y la espalda de 100”, dijo el panadero, que se instaló en 1974.",
        "Belarmino Haro (male)",
    ),
    "the article tells the gender of somebody without a name": (
        "es",
        "Hubo frío en la escuela. “Los chicos vinieron igual, todos con gorro”, contó la docente.",
        "la docente (female)",
    ),
    "a noun for somebody described just before": (
        "pt",
        "O edital é claro, disse Rosa Melo.\n\nÀs onze horas, o comandante da Polícia foi ao local e pediu calma. Não houve detenções. “Estão no seu direito, mas o hospital é logo ali”, justificou o oficial.",
        "o comandante da Polícia (male)",
    ),
    "the latter": (
        "fr",
        "« On nous prenait pour une secte », rit Claire Hanquet.\n\nOn y croise un ancien boulanger qui fait la vaisselle. « Ici, personne ne te demande ce que tu faisais », apprécie ce dernier.",
        "un ancien boulanger (male)",
    ),
    "a spokesman of a body is not called like it": (
        "pt",
        "O porta-voz do Serviço de Investigação Criminal confirmou a detenção de dois homens. “As diligências prosseguem, e pode haver mais detidos”, assegurou.",
        "o porta-voz do Serviço de Investigação Criminal (male)",
    ),
    "an age before a name": (
        "nl",
        "“We kregen een brief”, zegt voorzitter Ad Mulder.\n\nIn de kerk ligt een register. “Hij hoorde bij de kerk, net als de klok”, schreef de 86-jarige Dinie Bakker.",
        "Dinie Bakker (female)",
    ),
    "a place is no speaker": (
        "nl",
        "De bond steunt de actie. “De minister heeft getekend en niet betaald”, stelde voorman Marcel Dompig tegenover Wexheims Dagblad.",
        "Marcel Dompig (male)",
    ),
    "a long field behind an office": (
        "it",
        "«Un ragazzo deve avere gli stessi libri», dichiara l’assessora alla Cultura della Comunità montana, Elena Bertini.",
        "Elena Bertini (female)",
    ),
    "who it is that does what the sentence says": (
        "es",
        "«En enero sacabas seis kilos por marea. En febrero, dos kilos». Quien hace la cuenta es Suso Vidal, de 49 años.",
        "Suso Vidal (male)",
    ),
    "das sagt": (
        "de",
        "„Wir haben den ganzen Winter auf die Brücke gewartet.“ Das sagt Petra Wenzel, die Wirtin.",
        "Petra Wenzel (female)",
    ),
    "dat zegt": (
        "nl",
        "“We hebben de hele winter op de brug gewacht.” Dat zegt Petra Bakker, de waardin.",
        "Petra Bakker (female)",
    ),
    "the age behind a name tells who somebody of that age is": (
        "de",
        "Anwalt Karl Ohl lachte. Rüdiger Scholze (63) war da, Peter Kuntz (48) nicht.\n\nEs regnete. Das Licht ging aus. „Ich würde es heute nicht mehr tun“, erklärte der 63-Jährige.",
        "Rüdiger Scholze (male)",
    ),
    "an age that stands nowhere else is hers who was named last": (
        "de",
        "Saharo Vemmed hat all das hinter sich gelassen, und seither lebt sie am See.\n\n„Hier fühle ich mich sicher“, sagte die 27-Jährige.",
        "Saharo Vemmed (unknown)",
    ),
    "an age is no part of what follows": (
        "de",
        "Gerhard Moser (58) war mit dem Bagger unterwegs. Der 58-Jährige lehnte ab. „Nachgedacht hab ich erst hinterher.“",
        "Gerhard Moser (male)",
    ),
    "a pronoun behind a verb is no verb": (
        "pt",
        "Rayane Castro tem nove anos.\n\nO professor Edinaldo Sá remou até lá. “A mãe dela chorou”, lembrou o professor.\n\nA menina receberá uma bolsa. “Vou comprar uma luminária, porque estudo de noite”, planeja ela.",
        "Rayane Castro (female)",
    ),
    "a title of two letters": (
        "fr",
        "L’avocat de la défense, Me Bertrand Quéré, a annoncé un appel. « Mon client n’était pas à bord, il n’a rien choisi », a-t-il fait valoir.",
        "Bertrand Quéré (male)",
    ),
    "a surname that looks like an article and a noun": (
        "nl",
        "Gert Bos begon een petitie tegen hovenier Albert de Boer. “Er zijn hier mensen genoeg”, aldus Bos.\n\nVolgens De Boer deed hij niets verkeerd: “Ik keek op de website, daar stond dat het mocht.”",
        "Albert de Boer (male)",
    ),
    "where somebody said it is no part of who": (
        "es",
        "Fabián Soto es un vecino del barrio.\n\n“Estas cosas te pegan fuerte, te quedás pensando”, recordó el hombre en Radio Norte.\n\nY agregó: “La casa estaba en llamas, y la gente desesperada con baldes”.",
        "Fabián Soto (male)",
    ),
    "an office of two words": (
        "es",
        "Mauricio Montes, jefe de batallón del Cuerpo de Bomberos, llegó primero. La vecina, Ana Ruiz, lloraba.\n\nEl jefe de batallón fue claro. “Por el estado en que quedó, no podemos determinar quién es”.",
        "Mauricio Montes (male)",
    ),
    "the name behind an office in the sentence before": (
        "es",
        "Por su parte, el presidente de la Hermandad de San Gil, Juan Ruiz, habló de la cosecha. “En viña se ha estropeado bastante”, señaló, por lo que afirmó que “las previsiones serán igual que las del año pasado”.",
        "Juan Ruiz (male)",
    ),
    "a small word between the verb and who speaks": (
        "de",
        "Es hat geregnet. „Die Straße steht schon wieder unter Wasser“, wandte sich eine Anwohnerin.",
        "eine Anwohnerin (female)",
    ),
    "whose words a sentence below says that they were": (
        "pt",
        "“Na zona rural as pessoas ficaram sem sementes e sem plantações”. O discurso irônico é do vereador Luiz Prado.",
        "Luiz Prado (male)",
    ),
    "how it was said stands before who": (
        "fr",
        "Il a fait froid. « Il n’y a pas eu de blessé dans la maison », rassure tout de suite Barry Dupont, un des voisins.",
        "Barry Dupont (male)",
    ),
    "who tells it behind a comma at the end of the sentence before": (
        "de",
        "Die Nachbarin klingelte und klopfte Sturm, erzählt die junge Mutter. „Doch ich habe zunächst nichts gehört, weil ich noch geschlafen habe.“",
        "die junge Mutter (female)",
    ),
    "a first name alone with what she is behind it": (
        "fr",
        "« Il n’y a pas de blessé », assure Paul Roux.\n\nChristine, propriétaire de l’appartement du dessous, ne se doutait de rien. « J’ai entendu un bruit sourd, je n’ai pas fait attention. »",
        "Christine (female)",
    ),
    "a description ends before an unknown verb with its object": (
        "nl",
        "De wethouder snapt de zorgen wel. “Het is logisch dat de mensen in deze straat schrikken.”",
        "de wethouder (unknown)",
    ),
    "several, by their article": (
        "fr",
        "Le maire Paul Roux a reçu une lettre.\n\n« Qui peut nous garantir que la plage restera ouverte ? », questionnent les membres.",
        "les membres (unknown)",
    ),
    "he, behind a verb turned round": (
        "nl",
        "De eigenaar van de boot is nog boos, zag vriend Bart. “Ze hebben met een hamer op de ruit geslagen”, vertelt hij.",
        "Bart (male)",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_who_is_meant(case: str) -> None:
    language, text, speaker = CASES[case]
    assert last_speaker(language, text) == speaker
