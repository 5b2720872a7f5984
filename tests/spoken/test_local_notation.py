"""What papers of other languages print in figures and short: hours, days, sets, prices, laws, units."""

# ruff: noqa: E501 (a case is a line)

from __future__ import annotations

import pytest

from audioedition.spoken import spoken_form

SAID = """
de|mit 140 m², nach rund 5 km, bei 3 t|mit hundertvierzig Quadratmetern, nach rund fünf Kilometern, bei drei Tonnen
de|auf 140 m² und mit 3 kg|auf hundertvierzig Quadratmeter und mit drei Kilogramm
de|am Fr., 1.8., und bis Sonntag, 3. Mai|am Freitag, ersten August, und bis Sonntag, dritten Mai
de|für 1,79 €/l.|für ein Euro neunundsiebzig pro Liter.
fr|Au XIXe s., le loyer, 520 €/mois.|Au dix-neuvième siècle, le loyer, cinq cent vingt euros par mois.
fr|Le prix du m2, selon Mme la 1re adjointe|Le prix du mètre carré, selon Madame la première adjointe
it|alle ore 20,30 o dalle 9,15|alle ore venti e trenta o dalle nove e quindici
it|Ore 9-12,30, art. 14 c. 2|Ore nove alle dodici e trenta, articolo quattordici comma due
pt|em 10s9|em dez segundos e nove
nl|met 1.200 hm|met twaalfhonderd hoogtemeters
de|um 3,5 Ct, von 8–12 u. 14–18 Uhr|um drei Komma fünf Cent, von acht bis zwölf und vierzehn bis achtzehn Uhr
pt|2.000 pessoas, 42.000 casas e 2.002 homens|duas mil pessoas, quarenta e duas mil casas e dois mil e dois homens
pt|1.001 noites e 21 fases|mil e uma noites e vinte e uma fases
es|201 noches y 21 calles, n.º 3, 2.º izda.|doscientas una noches y veintiuna calles, número tres, segundo izquierda.
it|la 1a squadra e il 2o posto, la 3ª parte|la prima squadra e il secondo posto, la terza parte
de|Klein (25.), Golz (37., 60.)|Klein (fünfundzwanzigste Minute), Golz (siebenunddreißigste und sechzigste Minute)
de|Die Abstimmung endete 31 : 29|Die Abstimmung endete einunddreißig zu neunundzwanzig
de|mit einem 1:0-Sieg|mit einem eins zu null-Sieg
de|nach §§ 41 und 42|nach Paragrafen einundvierzig und zweiundvierzig
de|vom 1.–14.12. oder 28.2.–3.3.|vom ersten bis vierzehnten Dezember oder achtundzwanzigster Februar bis dritten März.
de|am 1./2. Juni|am ersten und zweiten Juni
de|5.-7.8.2025|fünfter bis siebter August zweitausendfünfundzwanzig
de|wenige km, 3 € pro kg|wenige Kilometer, drei Euro pro Kilogramm
de|Di.–So. 10–17 Uhr|Dienstag bis Sonntag zehn bis siebzehn Uhr
de|geöffnet 7.30–18 Uhr|geöffnet sieben Uhr dreißig bis achtzehn Uhr
de|Eintritt 8/5 €|Eintritt acht, fünf Euro
de|am 1.9.1715|am ersten September siebzehnhundertfünfzehn
de|1–2 cm Schnee|ein bis zwei Zentimeter Schnee
de|1,75–1,80 m groß|ein Meter fünfundsiebzig bis ein Meter achtzig groß
de|Zeit: 34:12 min.|Zeit: vierunddreißig Minuten zwölf Sekunden.
de|in 2:11 Stunden|in zwei Stunden elf Minuten
de|Mit 3:24:51 Std. kam sie an|Mit drei Stunden vierundzwanzig Minuten einundfünfzig Sekunden kam sie an
de|Notruf 112, nicht 112 Boote|Notruf eins eins zwei, nicht eins eins zwei Boote
de|Dr. med. Ada Renz, Frau v. Stein|Doktor Ada Renz, Frau von Stein
de|50 µg/m³ und 440 Hz|fünfzig Mikrogramm pro Kubikmeter und vierhundertvierzig Hertz
de-CH|Gebühr von Fr. 85.50.|Gebühr von fünfundachtzig Franken fünfzig.
fr|Ouvert mar. au sam., 9h30-18h|Ouvert mardi au samedi, neuf heures trente à dix-huit heures
fr|en 32’41’’|en trente-deux minutes quarante et une secondes
fr|6-4, 7-6 (7/3)|six quatre, sept six, sept à trois
fr|Vers 1 h, les § 2 et 3|Vers une heure, les paragraphes deux et trois
fr|plus d'1 million|plus d'un million
fr|4 ch., 1/2 c. à c. de sel|quatre chambres, une demi-cuillère à café de sel
fr|l'annexe IV de l'accord|l'annexe quatre de l'accord
fr|l'article L. 2125-1|l'article L. deux mille cent vingt-cinq tiret un
fr|M le Maire, le 1ER mai à 18 H 35|Monsieur le Maire, le premier mai à dix-huit heures trente-cinq
fr|1 267.60 € en 8 min 03 s|mille deux cent soixante-sept euros soixante en huit minutes trois secondes
fr|-1 °C, le kg|moins un degré Celsius, le kilo
es|Mª Luz y Dª. Rosa (02.07.2015)|María Luz y doña Rosa (dos de julio de dos mil quince)
es|el I Congreso, gol en el 89’|el primer Congreso, gol en el minuto ochenta y nueve
es|ganó por 7-6 (5), 4-6 y 6-3|ganó por siete seis, cinco, cuatro seis, seis tres
es|de 22.00 a 6.00 en el km 84|de veintidós a seis en el kilómetro ochenta y cuatro
es|L-V, 8.30-14.00 h|lunes a viernes, ocho treinta a catorce horas
es|del 1 al 4|del uno al cuatro
es|Tel. 954 12 34 56.|teléfono nueve cinco cuatro, doce, treinta y cuatro, cincuenta y seis.
es|Unos 21.000 hab. en 1.021 viviendas|Unos veintiún mil habitantes en mil veintiuna viviendas
es|A 180º, 3/4 kg|A ciento ochenta grados, tres cuartos de kilo
es|la Ley 7/1985|la Ley siete de mil novecientos ochenta y cinco
es|a $18.45|a dieciocho dólares con cuarenta y cinco centavos
es|5 de may. y 2 ha.|cinco de mayo y dos hectáreas.
pt|D. Zilda e D. Manuel em 1º/12|dona Zilda e dom Manuel em primeiro de dezembro
pt|venceu por 3 x 1 na I Liga|venceu por três a um na primeira Liga
pt|fez 6/3, 4/6 e 7/6|fez seis a três, quatro a seis, sete a seis
pt|em 31min20s|em trinta e um minutos e vinte segundos
pt|aos 90+3'|aos noventa mais três minutos
pt-PT|1,7 M€|um vírgula sete milhões de euros
pt-BR|R$ 1,7 mi|um vírgula sete milhão de reais
pt|PETR4 a R$ 3|PETR quatro a três reais
pt|nas 4as de final|nas quartas de final
pt|Lei 8.666/1993|Lei oito mil seiscentos e sessenta e seis de mil novecentos e noventa e três
pt|Ligue (11) 5550-0123|Ligue um um, cinco cinco cinco zero, zero um dois três
it|C'e' piu' tempo perche' la citta' e' ferma|C'è più tempo perché la città è ferma
it|Non c'è un po' di 'fretta' qui|Non c'è un po' di 'fretta' qui
it|al 94', (p.t. 0-1)|al novantaquattresimo minuto, (primo tempo zero uno)
it|pochi km, 2 € al kg|pochi chilometri, due euro al chilo
nl|'t Centrum, 's avonds in 's-Hertogenbosch|het Centrum, savonds in sHertogenbosch
nl|uit 1964 € 9.250,- per kg|uit negentienhonderdvierenzestig negenduizend tweehonderdvijftig euro per kilo
it|mar-dom 10-18.30|da martedì a domenica dieci alle diciotto e trenta
it|per 8 ore|per otto ore
it|all'1,4%, l'8%|all'uno virgola quattro per cento, l'otto per cento
it|nel III trim. in S. Croce|nel terzo trimestre in Santa Croce
it|45'+2'|quarantacinque minuti più due minuti
it|18 e 19 ott. si vota|diciotto e diciannove ottobre si vota
it|Aperto 9-13 e 15.30-19.|Aperto nove alle tredici e quindici e trenta alle diciannove.
it-CH|vale € 1.07.|vale un euro e sette.
it|9"98|nove secondi e novantotto
it|del d.lgs. 81/2008|del decreto legislativo ottantuno del duemilaotto
nl|di. t/m zo. 10.00-17.00 uur|dinsdag tot en met zondag tien uur tot zeventien uur
nl|tussen 0.00 en 6.00 uur|tussen nul uur en zes uur
nl|Z-Limburg, de N-VA, NO-Groningen|Zuid-Limburg, de N-VA, Noordoost-Groningen
nl|¾ l melk, € 0,18/kg|driekwart liter melk, achttien cent per kilo
nl|Zo. 14 dec., zo nodig|zondag veertien december, zo nodig
nl|rond de klok, 24/7|rond de klok, vierentwintig zeven
it|S. Messa, sale q.b.|Santa Messa, sale quanto basta.
nl|per kWh, 3 ct|per kilowattuur, drie cent
fr|la qualité de son jeu.|la qualité de son jeu.
fr|en pleine mer. Le jeu. 3 mai|en pleine mer. Le jeudi trois mai
pt|tudo o que podia ter. Na ter. 3 de maio|tudo o que podia ter. Na terça três de maio
fr|soit 3 millions. Mais 5 milliards de Fcfa|soit trois millions. Mais cinq milliards de francs CFA
de|3 Millionen. Aber 4 Mrd. kosten|drei Millionen. Aber vier Milliarden kosten
it|22 miliardi. Noi 3 mln. di più|ventidue miliardi. Noi tre milioni di più
fr-CH|Fr. 225'000.-- et CHF 800.-, à 95 ans|deux cent vingt-cinq mille francs et huit cents francs, à nonante-cinq ans
fr|à 19 h. 00, 12 ct/kWh, n° 21/2016|à dix-neuf heures, douze centimes par kilowattheure, numéro vingt et un de deux mille seize
fr|deux buts de Lanvic (43’ & 90’)|deux buts de Lanvic (quarante-troisième minute et quatre-vingt-dixième minute)
es|el disparo de Olmo (14’)|el disparo de Olmo (minuto catorce)
es|Gol: 20m. Olmo, a 20 m. de allí|Gol: veinte minutos. Olmo, a veinte metros de allí
it|La 5^ giornata, la 38^ gara del 2020/2021|La quinta giornata, la trentottesima gara del duemilaventi duemilaventuno
it|autorità di P.S., più l‘entità|autorità di P.S., più l’entità
it|di Policoro (Mt) e di Rossi (Pd)|di Policoro (Matera) e di Rossi (Pd)
pt-BR|em Sabará (MG), Campinas-SP, do PT-BA|em Sabará (Minas Gerais), Campinas, São Paulo, do PT da Bahia
pt-BR|R$ 65,00 reais, revólver .38, às 17h19min|sessenta e cinco reais, revólver trinta e oito, às dezessete horas e dezenove minutos
es|250 cc, a las 5 a.m., 5:30 p. m. y 12 p.m.|doscientos cincuenta centímetros cúbicos, a las cinco de la madrugada, cinco treinta de la tarde y doce del mediodía.
es|Julio H. Olmo, en Tehuacán, Ver.|Julio H. Olmo, en Tehuacán, Veracruz.
es|San Pablo, Pue., y Son.|San Pablo, Puebla, y Son.
es|12,000 casas, 2,500 personas y 1,469 euros|doce mil casas, dos mil quinientas personas y uno coma cuatrocientos sesenta y nueve euros
it|E' morto in CITTA', a 1400/1500 metri|È morto in CITTÀ, a millequattrocento millecinquecento metri
pt|Bragança 1 X 0 Vila Real|Bragança um a zero Vila Real
es-CO|$16 mil millones de pesos y US$1,630 millones|dieciséis mil millones de pesos y mil seiscientos treinta millones de dólares
es-PE|11,840 casas, S/ 3,7 mil millones|once mil ochocientas cuarenta casas, tres coma siete mil millones de soles
it|una donna di 87 anni e una 87 enne|una donna di ottantasette anni e una ottantasettenne
it|cuocere a 180° per 25/30 minuti, 2/3 cm, il 160° anniversario|cuocere a centottanta gradi per venticinque trenta minuti, due tre centimetri, il centosessantesimo anniversario
fr|10/15 minutes, 2/3 tasses|dix à quinze minutes, deux tiers tasses
pt|Sras. e Srs. Deputados|senhoras e senhores Deputados
fr|à la 24-ème, 4 t.a.b. à 2|à la vingt-quatrième, quatre tirs au but à deux
es|el B° Los Olmos|el barrio Los Olmos
it|l’Assessore ai LL.PP. Conti|l’Assessore ai lavori pubblici Conti
es-MX|18.8966 y 19.558 pesos|dieciocho punto ocho nueve seis seis y diecinueve punto quinientos cincuenta y ocho pesos
de|Beim 24:23 war es eng|Beim vierundzwanzig zu dreiundzwanzig war es eng
de|Norden unterlag 29:35 (15:19)|Norden unterlag neunundzwanzig zu fünfunddreißig (fünfzehn zu neunzehn)
de|TSV Elmbach – SG Norden 19:15|TSV Elmbach – SG Norden neunzehn zu fünfzehn
de|Da hieß es 22:22 (47.)|Da hieß es zweiundzwanzig zu zweiundzwanzig (siebenundvierzigste Minute)
de|Es fiel (22:22 / 59.)|Es fiel (zweiundzwanzig zu zweiundzwanzig / neunundfünfzigste Minute)
de|Danach 15:14, später 27:31|Danach fünfzehn zu vierzehn, später siebenundzwanzig zu einunddreißig
de|am Samstag, 20:15 im Rathaus|am Samstag, zwanzig Uhr fünfzehn im Rathaus
de|Karger (10/5), P. Schade (5)|Karger (zehn, davon fünf), P. Schade (fünf)
de|Am Freitag, 21. Mai, und Montag (3. Mai)|Am Freitag, einundzwanzigsten Mai, und Montag (dritter Mai)
de|Am Freitagabend (21.5.2021)|Am Freitagabend (einundzwanzigsten Mai zweitausendeinundzwanzig)
de|in der Nacht auf Montag (3. Mai)|in der Nacht auf Montag (dritten Mai)
de|10'000.- Franken, 100‘000 und 25,- Euro|zehntausend Franken, hunderttausend und fünfundzwanzig Euro
de|Frankfurt/Main, Halle/Saale, Elm/Nord|Frankfurt am Main, Halle an der Saale, Elm, Nord
de|in der Spielzeit 2019/2020|in der Spielzeit zweitausendneunzehn zweitausendzwanzig
de|unter Telefon 9250-0, 9250-0|unter Telefon neun zwei fünf null, null, neuntausendzweihundertfünfzig null
de|Tuna (86. Melz), J. Hyde (80. Kay)|Tuna (sechsundachtzigste Minute Melz), J. Hyde (achtzigste Minute Kay)
de|Degen (90.+2)|Degen (neunzigste Minute plus zwei)
de|TSV Elm – SV Norden II 3:0, Karl II. ging|TSV Elm – SV Norden zwei drei zu null, Karl der zweite ging
de|1. Vorsitzende, 1. Vorsitzender, 2. Mannschaft|erste Vorsitzende, erster Vorsitzender, zweite Mannschaft
de|in 3. Generation|in dritter Generation
de|mit 4. August und bzgl. der Brücke|mit viertem August und bezüglich der Brücke
de|1:55.59 Minuten, 34:12 min|eine Minute fünfundfünfzig Sekunden fünf neun, vierunddreißig Minuten zwölf Sekunden
de|34:12 min, in 2:11 Stunden|vierunddreißig Minuten zwölf Sekunden, in zwei Stunden elf Minuten
de|9/100 Sekunden (+38,1sek)|neun Hundertstel Sekunden ( plus achtunddreißig Komma eins Sekunden)
nl|verloor van Norden (0-1)|verloor van Norden (nul één)
nl|Norden - Elm 0-1 (0-0)|Norden - Elm nul één (nul nul)
nl|bij een 1-0-stand, een 10-12-jarige|bij een één nul-stand, een tien twaalfjarige
nl|de B&W-nota en W-Brabant|de B en W-nota en West-Brabant
de|von 9-12 und 14-18 Uhr, ab 19.30h|von neun bis zwölf und vierzehn bis achtzehn Uhr, ab neunzehn Uhr dreißig
de|25:20, 21:25 und 15:13 nach Sätzen|fünfundzwanzig zu zwanzig, einundzwanzig zu fünfundzwanzig, fünfzehn zu dreizehn nach Sätzen
de|in 79100 Freiburg kamen 15000 Besucher|in sieben neun eins null null Freiburg kamen fünfzehntausend Besucher
nl|in 1012 AB Amsterdam, groep 7/8, artikel 3:15 BW|in tien twaalf A B Amsterdam, groep zeven acht, artikel drie vijftien BW
de|Telefon: +49 (0)761 20 10|Telefon: plus vier neun, sieben sechs eins, zwei null, eins null
fr|06.12.34.56.78 ou le 03/05/24|zéro six, douze, trente-quatre, cinquante-six, soixante-dix-huit ou le trois mai deux mille vingt-quatre
es|Tel. 91 123 45 67|teléfono nueve uno, uno dos tres, cuatro cinco, seis siete
it|Info 333 123 4567|Info tre tre tre, uno due tre, quattro cinque sei sette
de|in der 23. Min. fiel es|in der dreiundzwanzigsten Minute fiel es
de|1 1/2 Stunden, 2 ¾ Liter|eineinhalb Stunden, zwei und drei Viertel Liter
fr|1 1/2 heure|un et demi heure
de|Saison 23/24, 5./6. Klasse, 23/25 der Stimmen|Saison dreiundzwanzig vierundzwanzig, fünfte und sechste Klasse, dreiundzwanzig Schrägstrich fünfundzwanzig der Stimmen
de|3. Quartal, 2. UG, 1. Etage, 1. Dialog|drittes Quartal, zweites Untergeschoss, erste Etage, erster Dialog
de|eine 4x100-m-Staffel und 5-kg-Säcke|eine vier mal hundert-Meter-Staffel und fünf-Kilogramm-Säcke
de|Schüler/innen, Mitarbeiter/in, und/oder, er/sie, CDU/CSU|Schüler und Schülerinnen, Mitarbeiter oder Mitarbeiterin, und oder, er oder sie, CDU CSU
es|los/as vecinos/as, profesores/as, el alumno(a), y/o|los y las vecinos y vecinas, profesores y profesoras, el alumno o alumna, y o
pt|os/as trabalhadores/as, alunos(as)|os e as trabalhadores e trabalhadoras, alunos e alunas
it|i cittadini/e, corso Italia 3/A|i cittadini e cittadine, corso Italia tre barra A
fr|il/elle, de 9h-12h/14h-18h, 24h/24 et 7j/7|il ou elle, de neuf heures à douze heures et quatorze heures à dix-huit heures, vingt-quatre heures sur vingt-quatre et sept jours sur sept
fr|1m75, version 2.0.|un mètre soixante-quinze, version deux point zéro.
es|9.87 s, el 8M y 8 M de euros|nueve punto ochenta y siete segundos, el ocho M y ocho millones de euros
pt|em 2h34m12s, portaria 83-A/2009, artigo 33.º, da Lei|em duas horas e trinta e quatro minutos doze segundos, portaria oitenta e três A de dois mil e nove, artigo trigésimo terceiro, da Lei
it|L. 104/92, n. 12/345, art. 123-bis, all'1.15|legge centoquattro del novantadue, numero dodici barra trecentoquarantacinque, articolo centoventitré bis, all'una e quindici
es|2x1, Isabel II y Felipe VI|dos por uno, Isabel segunda y Felipe sexto
de|Elisabeth II. und Karl II. kamen|Elisabeth die zweite und Karl der zweite kamen
de|Abstimmung: 19:0:0, Zeit 2:34:12|Abstimmung: neunzehn zu null zu null, Zeit zwei Stunden vierunddreißig Minuten zwölf Sekunden
nl|prof. dr. Kok|professor Kok
it|con il prof. dott. Riva|con il professor dottor Riva
es|1 mujer y 200 mujeres|una mujer y doscientas mujeres
fr|du lun. au ven. ; le n° 12-345, dit-il|du lundi au vendredi ; le numéro douze tiret trois cent quarante-cinq, dit-il
de|eine/n Lehrer/in, EU-/Schengen-Raum, Geld/Karten|eine oder einen Lehrer oder Lehrerin, EU- Schengen-Raum, Geld, Karten
de|+++ Um 18.30 Uhr|Um achtzehn Uhr dreißig
de|* 12.3.1941 † 2.11.2024|geboren zwölfter März neunzehnhunderteinundvierzig, gestorben zweiter November zweitausendvierundzwanzig
de|Donnerstag 7/1 Grad|Donnerstag sieben, eins Grad
de|gem. § 34 i. V. m. § 4, 3:2 n. V.|gemäß Paragraf vierunddreißig in Verbindung mit Paragraf vier, drei zu zwei nach Verlängerung.
es|a las 20,30 horas, el 25/07/2.019, los Sres. Ruiz|a las veinte treinta horas, el veinticinco de julio de dos mil diecinueve, los señores Ruiz
es|l@s vecin@s y trabajador@s, info@asoc.es|los vecinos y trabajadores, info arroba asoc punto es
pt|domingo (09), 02 vagas, Mín. 17º, máx. 27º|domingo (nove), duas vagas, Mínimo dezassete graus, máximo vinte e sete graus
fr|Orle-sur-Mer. Ouvert lun.-ven. 9h-12h|Orle-sur-Mer. Ouvert lundi à vendredi neuf heures à douze heures
fr|à 13 h. De nombreux lots|à treize heures. De nombreux lots
it|gol al 12' pt, F.to Riva|gol al dodicesimo minuto del primo tempo, firmato Riva
de|v.l.n.r.: Roth, bzw. -frau|von links: Roth, beziehungsweise -frau
fr|(80e) ndlr|(quatre-vingtième) note de la rédaction
es|Ruta Nº 412 s/n, a 5 m/s|Ruta Número cuatrocientos doce sin número, a cinco metros por segundo
nl|het 112-nieuws van vrijdag|het één één twee-nieuws van vrijdag
de|[-3 °C]|[minus drei Grad Celsius]
fr|n° 1906201901, à 20 heures 00|numéro un neuf zéro six deux zéro un neuf zéro un, à vingt heures
it|prenotazioni al 320/68.54.432, dr. Riva|prenotazioni al tre due zero, sei otto, cinque quattro, quattro tre due, dottor Riva
de|Einmündung L554/L553|Einmündung L fünfhundertvierundfünfzig, L fünfhundertdreiundfünfzig
nl|op politie.nl/aangifte-doen.|op politie punt nl schuine streep aangifte streepje doen.
"""


@pytest.mark.parametrize("row", SAID.strip().splitlines())
def test_said(row: str) -> None:
    language, written, spoken = row.split("|")
    assert spoken_form(written, language=language) == spoken


@pytest.mark.parametrize(
    ("language", "word"), [("fr", "Vers"), ("es", "Ivo"), ("es", "Vera"), ("pt", "Ida"), ("fr", "Les"), ("it", "Io")]
)
@pytest.mark.parametrize("follows", [" 1 hora", ": eso", ", "])
def test_a_word_in_capitals_of_numerals_is_no_ordinal(language: str, word: str, follows: str) -> None:
    assert spoken_form(word + follows, language=language).startswith(word)
