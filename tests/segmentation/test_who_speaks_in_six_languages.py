"""Who speaks in German, French, Spanish, Portuguese, Italian and Dutch news: one invented text a way of telling."""

# ruff: noqa: E501 (a case is a line)

import pytest
from script_table import last_speaker, said_in

CASES = {
    "a participle of several whom nobody names": (
        "it",
        "Al bar non si parla d’altro. «Paghiamo le tasse come gli altri», hanno aggiunto.",
        "somebody (unknown)",
    ),
    "a thing before a colon, and one person named": (
        "fr",
        "L’eau est montée d’un mètre en une nuit dans les rues du bas. C’est la question que pose aussi la maire, Anne Le Goff, sur le port : « Qui paiera les digues de demain ? »",
        "Anne Le Goff (female)",
    ),
    "a mood before a colon, and whose it is": (
        "fr",
        "L’eau est montée d’un mètre en une nuit dans les rues du bas. Même lassitude chez Paul Roux, de l’agence du port : « Mes prises sont à un mètre du sol. »",
        "Paul Roux (male)",
    ),
    "that of somebody": (
        "it",
        "Anche sui social non mancano le rimostranze. Tra i commenti al video del Comune si legge quello di un cittadino che scrive: «Pensate a mettere le strade in sicurezza».",
        "un cittadino (unknown)",
    ),
    "that which leads a clause is no part of who speaks": (
        "es",
        "Un vecino se queja, mientras que otro afirma que en verano la molestia aumenta: «Se oye mucho más».",
        "otro (unknown)",
    ),
    "how it was said between commas before the subject": (
        "pt",
        "Há muitos pombos. «Se nada for feito, tratamos nós deles», refere, revoltado, um morador da vila.",
        "um morador da vila (male)",
    ),
    "when it was said before the subject": (
        "es",
        "El consejero Pablo Vidal no vino. «Vine a las ocho y todavía no lo llaman», contó pasado el mediodía Rosa Conde.",
        "Rosa Conde (female)",
    ),
    "for somebody with what he is, and half a sentence": (
        "it",
        "Le difese negano. Per l’avvocato Gino Rota, che assiste il sindaco, le analisi «sono state eseguite su tre soli campioni» e non dicono nulla.",
        "Gino Rota (male)",
    ),
    "a party and a job behind a name at the head": (
        "it",
        "«Va bene», dice la relatrice Ada Moro. Di parere opposto Lara Conti (PS), maestra di mestiere: «Lavoro da dodici anni con i secchi in corridoio».",
        "Lara Conti (female)",
    ),
    "as has recalled": (
        "it",
        "I Verdi hanno ottenuto il mantenimento di due tigli «che stanno lì da prima della scuola», come ha ricordato il consigliere Piero Galli.",
        "Piero Galli (male)",
    ),
    "what somebody is before the name": (
        "pt",
        "Dono de uma loja no centro há 22 anos, Jair Pires calcula que a lei sai cara. “Vou ter que mandar embora dois funcionários”, afirmou.",
        "Jair Pires (male)",
    ),
    "an office of a body with small words in its name": (
        "it",
        "«A novembre piove tutti gli anni», ha replicato la capogruppo di Insieme per il Borgo, Rosa Conti, che ha chiesto gli atti.",
        "Rosa Conti (female)",
    ),
    "an article inside the words for according to": (
        "pt",
        "“Afastava suspeitas”, disse o capitão Miguel Antunes. De acordo com o oficial, as vítimas “chegaram a abrir o portão aos suspeitos”.",
        "Miguel Antunes (male)",
    ),
    "somebody of a town is not called so": (
        "fr",
        "« Nous voulons un produit de qualité pour nos clients », se félicite le boulanger natif de Plouan.",
        "le boulanger natif de Plouan (male)",
    ),
    "to whom it is said is no subject": (
        "it",
        "Il sindaco, Roberto Tardi, è passato due volte. Ai residenti ha promesso che il capannone resta. «Finché ci sono io non passa nessuno», ha detto.",
        "Roberto Tardi (male)",
    ),
    "so in a note, in the paragraph below": (
        "it",
        "«Le interrogazioni danno fastidio? Ce ne faremo una ragione, e ne presenteremo altre».\n\nCosì in una nota la consigliera comunale della Lega, Maria Elena Galli.",
        "Maria Elena Galli (female)",
    ),
    "how it was said between auxiliary and participle": (
        "fr",
        "Les élus ont voté. « Personne ici n’est venu pour fermer une école », a d’emblée assuré le maire, Yves Le Goff.",
        "Yves Le Goff (male)",
    ),
    "a first name as the language gives it": (
        "nl",
        "“Weten is nog geen kunnen”, zei burgemeester Jean Paul Geven. “De rechter beslist daarover”, legde hij uit.",
        "Jean Paul Geven (male)",
    ),
    "a verb without subject that complains of something": (
        "es",
        "Una vecina de la calle Mayor no duerme. Se queja además de que «es indecente como se pasan con los horarios».",
        "una vecina de la calle Mayor (female)",
    ),
    "how somebody seemed is no part of who it is": (
        "de",
        "„Der Rauch war so dicht, dass alle anhalten mussten“, zeigte sich ein Anrainer überrascht.",
        "ein Anrainer (unknown)",
    ),
    "the nearer of one with and one without a name": (
        "pt",
        "O governador Evaldo Pires veio ontem.\n\nO comandante da polícia foi ao local. “Estão no seu direito”, justificou o oficial.",
        "o comandante da polícia (male)",
    ),
    "whose answer it is before a colon": (
        "it",
        "Il centrodestra chiede un incontro. La risposta del sindaco è secca: «Non c’è nulla da riferire in aula a chi non ha letto le carte».",
        "sindaco (male)",
    ),
    "an office behind to whom it was said": (
        "es",
        "«En invierno somos 64 y ahora somos 400», ha explicado a EFE la alcaldesa de Robledo de la Sierra, Rosa Conde, quien ha firmado un bando.",
        "Rosa Conde (female)",
    ),
    "according to whom": (
        "it",
        "Contrario un consigliere di minoranza, Bruno Galli, secondo cui i bambini del borgo «hanno diritto anche a dei compagni».",
        "Bruno Galli (male)",
    ),
    "a preposition at the head, and the subject behind its verb": (
        "de",
        "Aus diesem Grund rät Experte Achim Lehr davon ab. „Hier wird mit höheren Mengen als bei anderen Zapfsäulen betankt.“",
        "Achim Lehr (male)",
    ),
    "a preposition is no verb": (
        "de",
        "Der Bischof war da. In Folge sei „ein neues Feld für Gottesdienste entstanden“, von Videogottesdienst über Blogs bis zum Brief. „Ich habe großes Vertrauen in die Gemeinde“, sagte Pfarrer Jan Roth.",
        "Jan Roth (male)",
    ),
    "a verb of several is not what one does": (
        "es",
        "Los vecinos del lugar que vieron el hecho aseguran que «una bola de fuego cayó desde el cielo».",
        "los vecinos del lugar (unknown)",
    ),
    "a party in brackets inside an office": (
        "fr",
        "« C’est ça, écrasez les enfants ! », s’emporte un père. « Je vous recommande de rester polis avec lui », rétorque le maire (PS) de Plouan, Gilles Rivière, qui l’accompagne.",
        "Gilles Rivière (male)",
    ),
    "in the opinion of whomever the text is about": (
        "es",
        "También el consejero Pablo Vidal cuestionó el plan. En su opinión, «da la impresión de que las fechas se ponen sin pensar», por lo que pedirá una reunión.",
        "Pablo Vidal (male)",
    ),
    "to whose mind": (
        "it",
        "La sindaca Anna Bellini lo ha spiegato ai residenti. A suo avviso «non c’era nessun’altra soluzione» per il paese.",
        "Anna Bellini (female)",
    ),
    "in whose eyes": (
        "fr",
        "La maire, Anne Roussel, l’a expliqué aux habitants. À ses yeux, « il n’y avait pas d’autre solution » pour la commune.",
        "Anne Roussel (female)",
    ),
    "in whose understanding": (
        "pt",
        "A presidente da câmara, Ana Ramos, explicou-o aos moradores. No seu entender, “não havia outra solução possível” para a vila.",
        "Ana Ramos (female)",
    ),
    "in her opinion, and he is named, too": (
        "de",
        "Bürgermeisterin Petra Wenzel sprach mit Jörg Lammert. Ihrer Ansicht nach „dauern die Arbeiten noch sechs Monate“.",
        "Petra Wenzel (female)",
    ),
    "by their own account": (
        "nl",
        "Wethouder Anna Tamminga sprak met de bewoners. Naar haar mening “duurt het werk nog zes lange maanden”.",
        "Anna Tamminga (female)",
    ),
    "there is, which nobody says": (
        "de",
        "Bürgermeisterin Petra Wenzel sprach vor dem Rat. Ihrer Meinung nach gab es „einfach keine andere Lösung mehr“ für den Ort.",
        "Petra Wenzel (female)",
    ),
    "one of them": (
        "de",
        "Am Montag standen drei Anwohner vor dem Zaun. „Das hätte man uns früher sagen müssen“, meinte einer von ihnen.",
        "einer von ihnen (unknown)",
    ),
    "one of them by name": (
        "es",
        "Los vecinos se reúnen en la marquesina. «Aquí se juega mal a las cartas», protesta uno de ellos, Eusebio Lobo, de 86 años.",
        "Eusebio Lobo (male)",
    ),
    "one of those women": (
        "pt",
        "Três moradoras esperavam junto à vedação. “Disseram-nos isso demasiado tarde”, queixou-se uma delas, Ana Ramos.",
        "Ana Ramos (female)",
    ),
    "an honorific tells more than a first name": (
        "nl",
        "De brug blijft dicht. “Ze hebben het ons veel te laat gezegd”, zegt mevrouw Van Wijngaarden.",
        "Van Wijngaarden (female)",
    ),
    "particles that are written as a name": (
        "es",
        "El puente sigue cerrado. «Nos lo dijeron demasiado tarde», dijo la señora De la Torre.",
        "De la Torre (female)",
    ),
    "a man whose name is a woman's elsewhere": (
        "de",
        "Die Brücke bleibt zu. „Das hätte man uns früher sagen müssen“, meinte Herr Andrea Rossi.",
        "Andrea Rossi (male)",
    ),
    "a verb that opens a sentence is no name": (
        "es",
        "Faltaba lo mejor. Iban 95 minutos cuando Matías Lezcano la paró de pecho. «Lo vi adelantado al arquero», confesó el volante, de 19 años.",
        "Matías Lezcano (male)",
    ),
    "an object written like an article": (
        "fr",
        "Le curé de Plouan l’évalue à cent euros, et il n’en dira pas plus. « On ne compte plus nos pertes », dit-il.",
        "le curé de Plouan (male)",
    ),
    "what somebody used to say": (
        "es",
        "La cantora Rosa Toledo murió el lunes. Se negó siempre a mudarse a la capital. “Allá no hay iguanas, ¿a quién le voy a cantar?”, solía responder.",
        "Rosa Toledo (female)",
    ),
    "to whom it was said, before the verb": (
        "pt",
        "Américo Falcão entregou a chave à Câmara. Ao nosso jornal disse então que «um relógio que ninguém visita acaba por se atrasar».",
        "Américo Falcão (male)",
    ),
    "whose thing it is before a colon": (
        "fr",
        "Le père Hubert Morin est mort lundi à l’âge de 90 ans. Il arrivait à mobylette et repartait avec des œufs. Ses homélies ne dépassaient jamais sept minutes : « Au-delà, ce n’est plus l’esprit, c’est moi. »",
        "Hubert Morin (male)",
    ),
    "how it was said between commas, at length": (
        "pt",
        "Há um único problema técnico. “Terminamos de ver em pé, com a cadeira na cabeça”, conta, às gargalhadas, a estudante Tânia Conceição, 22.",
        "Tânia Conceição (female)",
    ),
    "somebody is named only behind it": (
        "nl",
        "Ze had één regel voor wie zwemmen kwam leren. ‘Eerst heel goed kijken, en dan pas springen’, zei ze altijd. Dinsdag overleed Corrie Bezemer, badjuf in De Watergeus.",
        "Corrie Bezemer (female)",
    ),
    "an office of a body, a rank and a name": (
        "pt",
        "O porta-voz do Serviço de Investigação na Huíla, superintendente Paulo Quitumba, confirmou a detenção de dois cidadãos. “As diligências prosseguem e não estão descartadas mais detenções”, assegurou.",
        "Paulo Quitumba (male)",
    ),
    "an office, and a name that no table knows": (
        "pt",
        "Já o chefe grande da Matala, Tchikwa Ndala, contou que nunca tinha visto semente com tinta. “No nosso tempo, guardava-se o melhor da colheita anterior”, recordou.",
        "Tchikwa Ndala (unknown)",
    ),
    "an adjective between office and name": (
        "fr",
        "Le talonneur Da Costa relançait les visiteurs. Le capitaine lauzacois Mathieu Bru refusait pourtant d’accabler son huit. « Les gars ont tout donné », glissait-il avant de partir.",
        "Mathieu Bru (male)",
    ),
    "two nouns of a short sentence are no title": (
        "de",
        "Verena Lüthold kniet vor einem Räderwerk. Mit einer Zahnbürste fährt sie zwischen die Zähne. «Taubendreck ist das Schlimmste», sagt Lüthold.",
        "Verena Lüthold (female)",
    ),
    "a short sentence with its stop outside": (
        "pt",
        "Zé Galego ganhou uma camisa e guardou para o São João. “Essa eu só uso em festa”.",
        "Zé Galego (male)",
    ),
    "whose son it is may be he as well, but rather not": (
        "it",
        "«In due anni ho perso 340 piante», racconta Aldo Pellegrino, 61 anni. Suo figlio sta pensando di vendere tutto. «Tra otto anni ne avrò settanta», ha risposto lui, accendendo il motore.",
        "Aldo Pellegrino (male)",
    ),
    "the subject behind the verb, before its colon": (
        "de",
        "Coach Oliver Röder war nicht zufrieden. Auf die Frage, warum Keeper Martin Hauffe die Binde trug, meinte Röder: „Wenn ich sie einem Spieler gebe, läuft er nur im Kreis.“",
        "Oliver Röder (male)",
    ),
    "the object behind the verb, before its colon": (
        "de",
        "Oliver Röder war nicht zufrieden. Nach dem Spiel fragte Ana Berg den Trainer: „Warum läuft er nur im Kreis?“",
        "Ana Berg (female)",
    ),
    "clients, like somebody of a first name": (
        "fr",
        "Le centre-ville était plutôt animé ce jeudi matin, et les vitrines étaient pleines.\n\nCertaines clientes, comme Élisabeth, voulaient profiter de ce dernier moment. Elle a choisi des vêtements clairs : « J’ai choisi des couleurs qui pétillent, rien de gris. »",
        "Élisabeth (female)",
    ),
    "a first name alone that only speaks": (
        "es",
        "Por otro lado, desde la otra calle, Dora contó: «Hoy, otra vez, no hay presión de agua». La mujer manifestó que esta situación se presenta «a pesar de que pagamos una fortuna por el servicio».",
        "Dora (female)",
    ),
    "the man is who has just been named": (
        "es",
        "Uno de los supervivientes es Miguel, que lo vio todo. «Se plantó un coche y dentro había gente», lamenta el hombre.",
        "Miguel (male)",
    ),
    "the woman is who spoke": (
        "pt",
        "O crime ocorreu em Mato Verde. “Eles tinham uma amizade muito boa”, diz uma tia dos garotos. “Quando ela chegou, achou ele dormindo”, contou a mulher.",
        "uma tia dos garotos (female)",
    ),
    "the same source": (
        "pt",
        "O fogo destruiu um quartel, informou à Lusa o comandante Mário Silvestre. “Temos duas viaturas inoperacionais devido a incêndio”, precisou a mesma fonte.",
        "Mário Silvestre (male)",
    ),
    "a woman who is named, not who spoke before": (
        "it",
        "«Nessuno poteva prevederlo», ha detto l’avvocata Corinne Favre. La madre di una delle vittime, Renata Colombo, gli ha stretto la mano. «Non l’ho mai odiato», ha spiegato la donna.",
        "Renata Colombo (female)",
    ),
    "a guide may be a man": (
        "it",
        "«Nessuno poteva prevederlo», ha detto l’avvocata Corinne Favre. Una delle guide, Joël Blanc, 52 anni, non ha festeggiato. «Penso a quei tre ragazzi», ha mormorato la guida.",
        "Joël Blanc (male)",
    ),
    "a judge who is a woman is not the man named last": (
        "fr",
        "Le premier, c’est Jean Morel, vigneron. « Je voudrais un recours », dit Jean Morel. « Vous savez lire ? », demande la juge.",
        "la juge (female)",
    ),
    "a noun behind its article is no verb": (
        "fr",
        "Un huissier entre. « Prêt ! » signale l’huissier en alignant un tas de dossiers. « Allons-y tous ensemble ! » annonce la juge.",
        "la juge (female)",
    ),
    "a verb behind a noun for somebody is no part of it": (
        "fr",
        "Le centre-ville était plutôt animé ce jeudi matin, et les vitrines étaient pleines.\n\nCe décor fait sourire Virginie Pierry, gérante d’une boutique. La commerçante oscille entre inquiétude et colère : « On est indispensable quand il s’agit de payer des taxes ! »",
        "Virginie Pierry (female)",
    ),
    "a month that is a first name before a particle": (
        "nl",
        "Boeren staken hooi in de fik. “Als mijn kinderen jong waren, zou ik het verbieden”, zegt Jan van Zanten uit Zuiderwoude.",
        "Jan van Zanten (male)",
    ),
    "somebody named by more than two words is introduced": (
        "nl",
        "Monique Thuring is ook gewoon klant. Dat geldt ook voor Marion van Ool, die boodschappen komt doen. “Ik kom hier bijna iedere dag.”",
        "Marion van Ool (female)",
    ),
    "a job with what it is of": (
        "nl",
        "Irene-trainer Michael van de Wal zag zijn ploeg verliezen. Owen van Lith, de spits, miste een penalty. “Normaal schiet hij ze er wel in”, sprak de trainer.",
        "Michael van de Wal (male)",
    ),
    "another word for an office": (
        "es",
        "El entrenador, José Quirós, no estaba contento. Toni Cruz, el delantero, falló dos veces. «Nos costó adaptarnos al campo», dijo el técnico.",
        "José Quirós (male)",
    ),
    "two roles before a name": (
        "de",
        "Das Geschäft sei eine der „wenigen kleinen Handwerksbäckereien, die es hier noch gibt“, sagt Inhaber und Konditormeister Bernd Böhm.",
        "Bernd Böhm (male)",
    ),
    "between two quotations": (
        "es",
        "Francisco Aceituno es el farmacéutico del pueblo. La farmacia de Francisco ha quedado inundada, «la marca del agua llega por encima de las puertas», asegura el farmacéutico, «tengo un mostrador y el agua lo cubrió».",
        "Francisco Aceituno (male)",
    ),
    "so a resident describes it": (
        "it",
        "“È stata una bomba, si è allagato tutto. Le strade si sono riempite in un attimo”. Descrive così un residente il nubifragio che ha colpito il paese.",
        "un residente (unknown)",
    ),
    "the declaration is whose": (
        "pt",
        "“Em nenhum momento ele chorou ou demonstrou qualquer tipo de emoção”. A declaração impactante é do delegado Renato Leite, que está à frente do caso.",
        "Renato Leite (male)",
    ),
    "a long apposition between dashes": (
        "it",
        "La parola d’ordine è condividere. «Anche se i progetti hanno procedure standard - dice Bianca Guzzi, al suo quarto anno come dirigente scolastica dell’istituto comprensivo di Napoli, nel quartiere Altarello - li presentiamo sempre ai genitori».",
        "Bianca Guzzi (female)",
    ),
    "fragments near a sentence are nobody's turn": (
        "fr",
        "Sylvie, la sœur de la gérante de la bijouterie, se sent « abandonnée » et « bien seule ». « On vit des grands moments de solitude dans cette rue », dit-elle.",
        "Sylvie (female)",
    ),
    "somebody tells us": (
        "fr",
        "Quelques armateurs sont sur le quai. « Il faut qu’on aille en mer », nous affirme Jacques Pichon, directeur de l’armement.",
        "Jacques Pichon (male)",
    ),
    "somebody told me": (
        "it",
        "Tre residenti aspettano sul molo. «Bisogna andare in mare», mi ha detto la signora Rossi.",
        "Rossi (female)",
    ),
    "according to him, alone": (
        "fr",
        "Louis est fils d’agriculteur. Selon lui, « éteindre un incendie, ce n’est pas une question d’âge ».",
        "Louis (male)",
    ),
    "a lawyer of his is not he": (
        "de",
        "Am Ende hat der Polizist angegeben, es sei anderswo gewesen. „Ich habe mich in der Straße vertan“, sagte er. „Er ist sich sicher“, sagte sein Verteidiger Heinrich Göbel.",
        "Heinrich Göbel (male)",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_who_speaks(case: str) -> None:
    language, text, speaker = CASES[case]
    assert last_speaker(language, text) == speaker


def test_what_is_no_verb_attributes_nothing() -> None:
    language, text, _ = CASES["a preposition is no verb"]
    parts = said_in(language, text).segments
    assert {part.speaker.name for part in parts if part.speaker} <= {"Jan Roth", "der Bischof"}
