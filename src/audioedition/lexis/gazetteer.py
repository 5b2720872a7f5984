"""Well-known places, for datelines that are nothing but a place.

Cities that newspapers name without state or country (the AP and Reuters style books have such lists; this one is our
own), capitals and the largest cities; and states, provinces and countries with their usual abbreviations.
"""

from __future__ import annotations


def _places(text: str) -> frozenset[str]:
    return frozenset(name.strip() for name in text.split(","))


CITIES = _places(
    """
    abidjan, abu dhabi, abuja, accra, addis ababa, adelaide, albany, albuquerque, aleppo, alexandria, algiers,
    almaty, amman, amsterdam, anchorage, ankara, antananarivo, antwerp, asmara, asuncion, asunción, athens,
    atlanta, atlantic city, auckland, austin, baghdad, baku, bali, baltimore, bamako, bangalore, bengaluru,
    bangkok, bangui, barcelona, basel, basra, beijing, beirut, belfast, belgrade, berlin, bern, bethlehem,
    birmingham, bishkek, bogota, bogotá, bologna, bombay, bonn, bordeaux, boston, brasilia, brasília,
    bratislava, brazzaville, bridgetown, brisbane, bristol, brussels, bucharest, budapest, buenos aires,
    buffalo, bujumbura, cairo, calais, calcutta, calgary, canberra, cape town, caracas, cardiff, casablanca,
    charlotte, chennai, chicago, chisinau, christchurch, cincinnati, cleveland, cologne, colombo, columbus,
    conakry, copenhagen, cork, dakar, dallas, damascus, dar es salaam, darwin, davos, delhi, denver, des moines,
    detroit, dhaka, djibouti, doha, donetsk, dresden, dubai, dublin, durban, dushanbe, dusseldorf, düsseldorf,
    edinburgh, edmonton, erbil, florence, fort worth, frankfurt, freetown, fukuoka, gaborone, gaza, gaza city,
    gaza strip, gdansk, geneva, genoa, georgetown, ghent, glasgow, gothenburg, guadalajara, guangzhou,
    guatemala city, guayaquil, halifax, hamburg, hanoi, hanover, harare, harrisburg, hartford, havana, helsinki,
    ho chi minh city, hobart, hollywood, hong kong, honolulu, houston, hyderabad, indianapolis, islamabad,
    istanbul, izmir, jackson, jacksonville, jakarta, jeddah, jerusalem, johannesburg, juba, kabul, kampala,
    kandahar, kansas city, karachi, kathmandu, kharkiv, khartoum, kiev, kyiv, kigali, kingston, kinshasa,
    kolkata, krakow, kuala lumpur, kuwait city, kyoto, la paz, lagos, lahore, las vegas, lausanne, leeds,
    leipzig, lhasa, libreville, lille, lilongwe, lima, lisbon, little rock, liverpool, ljubljana, lome, london,
    los angeles, louisville, luanda, lusaka, luxembourg, lviv, lyon, madrid, malmo, malmö, managua, manama,
    manchester, manila, maputo, mariupol, marseille, mecca, medellin, medellín, melbourne, memphis, mexico city,
    miami, miami beach, milan, milwaukee, minneapolis, minsk, mogadishu, monaco, monrovia, montevideo,
    montgomery, montreal, montréal, moscow, mosul, mumbai, munich, muscat, nagoya, nairobi, nanjing, naples,
    nashville, nassau, new delhi, new orleans, new york, newark, newcastle, niamey, nice, nicosia, nouakchott,
    nuremberg, oakland, odesa, odessa, oklahoma city, omaha, orlando, osaka, oslo, ottawa, ouagadougou, oxford,
    palermo, panama city, paris, perth, peshawar, philadelphia, phnom penh, phoenix, pittsburgh, port au prince,
    port-au-prince, port moresby, portland, porto, prague, pretoria, pristina, providence, pyongyang, quebec,
    quebec city, quito, rabat, raleigh, ramallah, rangoon, raqqa, recife, reykjavik, reno, richmond, riga,
    rio de janeiro, riyadh, rome, rotterdam, sacramento, salt lake city, salvador, salzburg, san antonio,
    san diego, san francisco, san jose, san juan, san salvador, sanaa, santiago, santo domingo, sao paulo,
    são paulo, sapporo, sarajevo, savannah, seattle, seoul, seville, shanghai, sheffield, shenzhen, singapore,
    skopje, sofia, southampton, st louis, st paul, st petersburg, stockholm, strasbourg, stuttgart, sucre, suva,
    sydney, taipei, tallinn, tampa, tashkent, tbilisi, tegucigalpa, tehran, tel aviv, the hague, tijuana,
    tirana, tokyo, topeka, toronto, tripoli, tucson, tulsa, tunis, turin, ulan bator, ulaanbaatar,
    united nations, utrecht, valencia, valletta, vancouver, vatican city, venice, verona, vienna, vientiane,
    vilnius, vladivostok, warsaw, washington, washington dc, washington d c, wellington, windhoek, winnipeg,
    wuhan, yangon, yaounde, yerevan, yokohama, zagreb, zaporizhzhia, zurich, zürich
    """
)

TOWNS = _places(
    """
    aberdeen, akron, alice springs, allentown, amarillo, amritsar, ann arbor, annapolis, asheville, augusta,
    bakersfield, ballarat, baton rouge, beaumont, bendigo, bhopal, bhubaneswar, billings, bismarck, boise, boulder,
    bozeman, brighton, bristol, bulawayo, burlington, cairns, calgary, cambridge, canberra, carson city, casper,
    cedar rapids, chandigarh, chattanooga, cheyenne, coimbatore, concord, cork, corpus christi, coventry, darwin,
    dayton, dehradun, derby, derry, des moines, dover, drogheda, duluth, dundalk, dundee, dunedin, durham, el paso,
    erie, eugene, evansville, exeter, fairbanks, fargo, fayetteville, flagstaff, fort wayne, fort worth, frankfort,
    fredericton, fresno, galway, gaza city, geelong, goa, grand rapids, green bay, greensboro, guwahati, hamilton,
    harrisburg, helena, hobart, hull, huntsville, imphal, indore, inverness, jackson, jaipur, jammu, jefferson city,
    juneau, kalamazoo, kilkenny, kingston, knoxville, kochi, lafayette, lancaster, lansing, laredo, leicester,
    letterkenny, lexington, limerick, lincoln, little rock, londonderry, long beach, lubbock, lucknow, madison,
    manchester, mangaluru, mcallen, missoula, mobile, modesto, moncton, montpelier, morgantown, nagpur, newcastle
    upon tyne, norfolk, norwich, nottingham, olympia, panaji, patna, pensacola, peoria, pierre, plymouth, pocatello,
    portsmouth, preston, provo, pune, ranchi, rapid city, regina, roanoke, rochester, rockford, salem, santa fe,
    saskatoon, scranton, shillong, shimla, shreveport, sioux falls, sligo, south bend, spokane, springfield,
    srinagar, st john's, st. john's, stockton, sunderland, swansea, syracuse, tacoma, tallahassee,
    thiruvananthapuram, toledo, townsville, tralee, trenton, tulsa, varanasi, victoria, vijayawada, visakhapatnam,
    waco, waterford, wexford, whitehorse, wichita, windsor, wollongong, wolverhampton, worcester, yellowknife, york,
    youngstown
    """
)
"""Smaller ones, many of which are also surnames: they count only at the head of a story."""

PLACES = CITIES | TOWNS

REGIONS = _places(
    """
    ala, alaska, alabama, ariz, arizona, ark, arkansas, calif, california, colo, colorado, conn, connecticut,
    del, delaware, d c, dc, fla, florida, ga, georgia, hawaii, idaho, ill, illinois, ind, indiana, iowa, kan,
    kansas, ky, kentucky, la, louisiana, maine, md, maryland, mass, massachusetts, mich, michigan, minn,
    minnesota, miss, mississippi, mo, missouri, mont, montana, neb, nebraska, nev, nevada, n h, new hampshire,
    n j, new jersey, n m, new mexico, n y, new york, n c, north carolina, n d, north dakota, ohio, okla,
    oklahoma, ore, oregon, pa, penn, pennsylvania, r i, rhode island, s c, south carolina, s d, south dakota,
    tenn, tennessee, tex, texas, utah, vt, vermont, va, virginia, wash, washington, w va, west virginia, wis,
    wisconsin, wyo, wyoming, puerto rico, guam, alberta, british columbia, manitoba, new brunswick,
    newfoundland, nova scotia, ontario, ont, prince edward island, quebec, saskatchewan, yukon, new south wales,
    queensland, tasmania, victoria, western australia, south australia, england, scotland, wales,
    northern ireland, afghanistan, albania, algeria, andorra, angola, argentina, armenia, australia, austria,
    azerbaijan, bahamas, bahrain, bangladesh, barbados, belarus, belgium, belize, benin, bhutan, bolivia,
    bosnia, bosnia-herzegovina, botswana, brazil, britain, brunei, bulgaria, burkina faso, burundi, cambodia,
    cameroon, canada, chad, chile, china, colombia, congo, costa rica, croatia, cuba, cyprus, czech republic,
    czechia, denmark, djibouti, dominican republic, east timor, ecuador, egypt, el salvador, eritrea, estonia,
    ethiopia, fiji, finland, france, gabon, gambia, germany, ghana, greece, guatemala, guinea, guyana, haiti,
    honduras, hungary, iceland, india, indonesia, iran, iraq, ireland, israel, italy, ivory coast, jamaica,
    japan, jordan, kazakhstan, kenya, kosovo, kuwait, kyrgyzstan, laos, latvia, lebanon, lesotho, liberia,
    libya, liechtenstein, lithuania, luxembourg, madagascar, malawi, malaysia, mali, malta, mauritania,
    mauritius, mexico, moldova, monaco, mongolia, montenegro, morocco, mozambique, myanmar, burma, namibia,
    nepal, netherlands, the netherlands, new zealand, nicaragua, niger, nigeria, north korea, north macedonia,
    norway, oman, pakistan, panama, papua new guinea, paraguay, peru, philippines, poland, portugal, qatar,
    romania, russia, rwanda, saudi arabia, senegal, serbia, sierra leone, singapore, slovakia, slovenia,
    somalia, south africa, south korea, south sudan, spain, sri lanka, sudan, suriname, sweden, switzerland,
    syria, taiwan, tajikistan, tanzania, thailand, togo, trinidad, tunisia, turkey, turkmenistan, uganda,
    ukraine, united arab emirates, u a e, uae, united kingdom, u k, uk, uruguay, uzbekistan, vatican, venezuela,
    vietnam, west bank, yemen, zambia, zimbabwe, soviet union, yugoslavia, west germany, east germany,
    czechoslovakia
    """
)

ANYWHERE = PLACES | REGIONS
