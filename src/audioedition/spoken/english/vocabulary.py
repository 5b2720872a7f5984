"""Word lists of written English: abbreviations, acronyms, units, currencies, names that take a roman numeral.

From the AP and Guardian style guides' lists of abbreviations, BIPM's unit symbols, ISO 4217 and USPS state codes; each
table is open: add a line, and a line to tests/spoken/cases.tsv.
"""

from __future__ import annotations

MONTH_NAMES = "January February March April May June July August September October November December".split()
MONTHS = {m[:n].lower(): m for m in MONTH_NAMES for n in (3, len(m))} | {"sept": "September"}
DAYS = {
    "mon": "Monday", "tue": "Tuesday", "tues": "Tuesday", "wed": "Wednesday", "thu": "Thursday", "thur": "Thursday",
    "thurs": "Thursday", "fri": "Friday", "sat": "Saturday", "sun": "Sunday",
}  # fmt: skip

TITLES = {
    "Mr": "Mister", "Mrs": "Misses", "Ms": "Ms", "Messrs": "Messieurs", "Dr": "Doctor", "Drs": "Doctors",
    "Prof": "Professor", "Gov": "Governor", "Govs": "Governors", "Sen": "Senator", "Sens": "Senators",
    "Rep": "Representative", "Reps": "Representatives", "Gen": "General", "Lt": "Lieutenant", "Col": "Colonel",
    "Maj": "Major", "Capt": "Captain", "Cmdr": "Commander", "Cdr": "Commander", "Adm": "Admiral", "Sgt": "Sergeant",
    "Cpl": "Corporal", "Pfc": "Private First Class", "Pvt": "Private", "Pte": "Private", "Brig": "Brigadier",
    "Spc": "Specialist", "Insp": "Inspector", "Supt": "Superintendent", "Det": "Detective", "Const": "Constable",
    "Rev": "Reverend", "Revd": "Reverend", "Hon": "Honorable", "Pres": "President", "Msgr": "Monsignor",
    "Fr": "Father", "Sr": "Sister", "Bros": "Brothers", "Atty": "Attorney", "Amb": "Ambassador", "Supts": "Superintendents",
    "Asst": "Assistant", "Assoc": "Associate", "Dep": "Deputy", "Cllr": "Councillor", "Ald": "Alderman",
    "Ft": "Fort", "Mt": "Mount", "St": "Saint", "Ste": "Sainte", "Pt": "Point",
    "Staff Sgt": "Staff Sergeant", "Mx": "Mix", "Sec": "Secretary", "Del": "Delegate", "Treas": "Treasurer",
}  # fmt: skip
"""Before a name. The last letter of the abbreviation may be followed by a stop or, in British usage, not."""

BARE_TITLES = frozenset(
    "Mr Mrs Ms Dr Prof Lt Col Sgt Capt Maj Gen Cpl Cllr Revd St Mt Ft Cmdr Cdr Pte Supt Messrs Rev Det Insp Cons Sgt Maj Ald".split()
)
"""Titles also written without a stop: only these are expanded without one, before a capital."""

ABBREVIATIONS = {
    "vs": "versus", "etc": "et cetera", "approx": "approximately", "dept": "department", "govt": "government",
    "est": "established", "incl": "including", "max": "maximum", "min": "minimum", "misc": "miscellaneous",
    "tel": "telephone", "ext": "extension", "vol": "volume", "vols": "volumes", "fig": "figure", "figs": "figures",
    "ch": "chapter", "pp": "pages", "ed": "editor", "eds": "editors", "ca": "circa", "cf": "compare", "al": "al",
    "hrs": "hours", "mins": "minutes", "secs": "seconds", "yrs": "years", "mo": "months", "wk": "week",
    "inc": "incorporated", "ltd": "limited", "corp": "corporation", "co": "company", "cos": "companies",
    "bros": "brothers", "assn": "association", "univ": "university", "intl": "international", "natl": "national",
    "jr": "junior", "sr": "senior", "esq": "esquire", "avg": "average", "yr": "year", "mgr": "manager",
    "bldg": "building", "apt": "apartment", "ste": "suite", "rm": "room", "div": "division", "admin": "admin",
    "adj": "adjusted", "capt": "captain", "hwy": "highway", "pkwy": "parkway", "expy": "expressway",
    "ave": "avenue", "blvd": "boulevard", "rd": "road", "ln": "lane", "terr": "terrace", "sq": "square", "pl": "place",
    "fwy": "freeway", "tpke": "turnpike", "cres": "crescent", "mfg": "manufacturing", "supt": "superintendent",
    "atty": "attorney", "gov": "governor", "sen": "senator", "rep": "representative", "no": "number", "nos": "numbers",
    "st": "street", "op": "opus", "feat": "featuring", "ft": "feet", "oz": "ounces", "lb": "pounds", "lbs": "pounds",
    "dr": "drive", "ct": "court", "mt": "mount", "twp": "township", "cty": "county", "para": "paragraph", "par": "paragraph",
    "reg": "registered", "temp": "temporary", "ret": "retired", "dist": "district", "gen": "general", "prof": "professor",
    "rev": "reverend", "maj": "major", "hon": "honorable", "lt": "lieutenant", "col": "colonel", "sgt": "sergeant",
}  # fmt: skip
"""Written with a stop. Lower case here; the case of the first letter is kept."""

STREETS = {
    "st": "Street", "ave": "Avenue", "av": "Avenue", "blvd": "Boulevard", "rd": "Road", "dr": "Drive", "ln": "Lane", "ct": "Court",
    "pl": "Place", "sq": "Square", "hwy": "Highway", "pkwy": "Parkway", "expy": "Expressway", "fwy": "Freeway", "ter": "Terrace",
    "tpke": "Turnpike", "cres": "Crescent", "cir": "Circle",
}  # fmt: skip
POINTS = {
    "N": "North",
    "S": "South",
    "E": "East",
    "W": "West",
    "NE": "Northeast",
    "NW": "Northwest",
    "SE": "Southeast",
    "SW": "Southwest",
}

STATES = {
    "AL": "Alabama", "AK": "Alaska", "AZ": "Arizona", "AR": "Arkansas", "CA": "California", "CO": "Colorado",
    "CT": "Connecticut", "DE": "Delaware", "DC": "D C", "FL": "Florida", "GA": "Georgia", "HI": "Hawaii", "ID": "Idaho",
    "IL": "Illinois", "IN": "Indiana", "IA": "Iowa", "KS": "Kansas", "KY": "Kentucky", "LA": "Louisiana", "ME": "Maine",
    "MD": "Maryland", "MA": "Massachusetts", "MI": "Michigan", "MN": "Minnesota", "MS": "Mississippi", "MO": "Missouri",
    "MT": "Montana", "NE": "Nebraska", "NV": "Nevada", "NH": "New Hampshire", "NJ": "New Jersey", "NM": "New Mexico",
    "NY": "New York", "NC": "North Carolina", "ND": "North Dakota", "OH": "Ohio", "OK": "Oklahoma", "OR": "Oregon",
    "PA": "Pennsylvania", "RI": "Rhode Island", "SC": "South Carolina", "SD": "South Dakota", "TN": "Tennessee",
    "TX": "Texas", "UT": "Utah", "VT": "Vermont", "VA": "Virginia", "WA": "Washington", "WV": "West Virginia",
    "WI": "Wisconsin", "WY": "Wyoming",
}  # fmt: skip
STATE_ABBREVIATIONS = {
    "Ala": "Alabama", "Ariz": "Arizona", "Ark": "Arkansas", "Calif": "California", "Colo": "Colorado",
    "Conn": "Connecticut", "Del": "Delaware", "Fla": "Florida", "Ga": "Georgia", "Ill": "Illinois", "Ind": "Indiana",
    "Kan": "Kansas", "Kans": "Kansas", "Ky": "Kentucky", "La": "Louisiana", "Md": "Maryland", "Mass": "Massachusetts",
    "Mich": "Michigan", "Minn": "Minnesota", "Miss": "Mississippi", "Mo": "Missouri", "Mont": "Montana",
    "Neb": "Nebraska", "Nebr": "Nebraska", "Nev": "Nevada", "Okla": "Oklahoma", "Ore": "Oregon", "Pa": "Pennsylvania",
    "Tenn": "Tennessee", "Tex": "Texas", "Vt": "Vermont", "Va": "Virginia", "Wash": "Washington", "Wis": "Wisconsin",
    "Wisc": "Wisconsin", "Wyo": "Wyoming", "Ont": "Ontario", "Que": "Quebec", "Alta": "Alberta", "Sask": "Saskatchewan",
    "Man": "Manitoba",
}  # fmt: skip
DOTTED_STATES = {
    "N.Y.": "New York", "N.J.": "New Jersey", "N.H.": "New Hampshire", "N.M.": "New Mexico", "N.C.": "North Carolina",
    "N.D.": "North Dakota", "S.C.": "South Carolina", "S.D.": "South Dakota", "R.I.": "Rhode Island",
    "W.Va.": "West Virginia", "P.R.": "Puerto Rico", "B.C.": "British Columbia", "N.S.": "Nova Scotia", "N.B.": "New Brunswick",
}  # fmt: skip

PLACES = frozenset("US UK DC UN EU USA LA NY".split())
"""Dotted letters that often end a sentence."""
STREET_LIKE = frozenset("St Dr Ct Pt Pl".split())
STREET_WORDS = frozenset("street avenue road lane drive square terrace place court highway".split())
BEFORE_STREET = frozenset("on at of along near down off south north west east in between and outside".split()) - {
    "in",
    "and",
    "of",
    "outside",
}
ONLY_BEFORE_FIGURES = frozenset(
    "no nos fig figs ch max min ext tel vol vols op par reg temp ret mt st dr ct pl sq ln al mo wk rm ste para pp ca ft oz lb lbs ave ed eds div apt adj mg".split()
)
"""Abbreviations that are also words or names."""
BEHIND_NAMES = frozenset("inc ltd corp co cos bros jr sr esq".split())
SERIES = frozenset("title apollo rocky windows saturn part volume type halo diablo civilization mark phase".split())
FIRST_PARTS = frozenset(
    "war part act chapter volume phase book type title tier division class level grade article stage category schedule".split()
)
PHONES = frozenset(
    "call calls called phone phoned telephone tel dial dialled dialed ring text fax helpline hotline number".split()
)
VOTES = frozenset(
    "vote votes voted voting ruling ruled court senate house council justices decision approved rejected passed panel committee bill parliament".split()
)
GAMES = frozenset(
    "beat beats won win wins lost lose loses score scored scores victory defeat defeated set sets trail trailed trailing led leading lead fell drew draw game match record half quarter inning "
    "innings aggregate penalties shootout series final semifinal semi-final playoff".split()
)
RESULTS = GAMES | frozenset(
    "down up ahead behind behind finished ended tied tie level routed edged downed crushed clinched ruling split margin triumph drubbing rout on".split()
) - {"on", "quarter"}
RANGE_BEFORE = frozenset(
    "aged ages age pages page between from about verses chapters lines channels rooms gates seats episodes weeks days years items questions nos numbers".split()
)
COUNTED_UNITS = frozenset(
    "year years day days week weeks month months hour hours minute minutes people percent per points mile miles feet foot inch inches meters metres pounds dollars euros times seats men women "
    "players games pm am pages kg km lb lbs cm mm ft yard yards second seconds million billion thousand degrees cents".split()
)
TOP_LEVEL = frozenset(
    "com org net edu gov mil int info biz co io uk us eu de fr es it nl be ch at se no dk fi pl cz ie pt gr ru cn jp kr in au nz ca mx br ar cl za ng ke tv me fm ly ai app dev news "
    "blog shop online site tech xyz abc sm scot wales london museum charity example".split()
)
TOP_LEVEL_WORDS = frozenset("in it is no at me be us so to".split())
"""Also words: a stop without a space before them is more likely a slip than a web address."""

PARTIES = {"D": "Democrat of", "R": "Republican of", "I": "Independent of"}

CURRENCIES = {
    "$": ("dollar", "dollars", "cent", "cents"), "£": ("pound", "pounds", "penny", "pence"),
    "€": ("euro", "euros", "cent", "cents"), "¥": ("yen", "yen", "sen", "sen"), "￥": ("yen", "yen", "sen", "sen"),
    "₩": ("won", "won", "jeon", "jeon"), "₹": ("rupee", "rupees", "paisa", "paise"),
    "₽": ("ruble", "rubles", "kopeck", "kopecks"), "₪": ("shekel", "shekels", "agora", "agorot"),
    "₺": ("lira", "lira", "kurus", "kurus"), "฿": ("baht", "baht", "satang", "satang"),
    "₦": ("naira", "naira", "kobo", "kobo"), "₱": ("peso", "pesos", "centavo", "centavos"),
    "₫": ("dong", "dong", "xu", "xu"), "₴": ("hryvnia", "hryvnias", "kopiyka", "kopiykas"),
    "₿": ("bitcoin", "bitcoins", "satoshi", "satoshis"), "₡": ("colon", "colones", "centimo", "centimos"),
    "₲": ("guarani", "guaranies", "centimo", "centimos"), "₵": ("cedi", "cedis", "pesewa", "pesewas"),
    "₸": ("tenge", "tenge", "tiyn", "tiyn"), "₾": ("lari", "lari", "tetri", "tetri"), "₼": ("manat", "manats", "qapik", "qapiks"),
    "৳": ("taka", "taka", "paisa", "paise"),
}  # fmt: skip
"""(one, many, one hundredth, hundredths)."""

CURRENCY_COUNTRIES = {
    "US": "U S", "A": "Australian", "AU": "Australian", "C": "Canadian", "CA": "Canadian", "CAN": "Canadian", "NZ": "New Zealand", "HK": "Hong Kong", "S": "Singapore",
    "SG": "Singapore", "NT": "New Taiwan", "TT": "Trinidad and Tobago", "J": "Jamaican", "Z": "Zimbabwean", "AUS": "Australian",
    "BZ": "Belize", "EC": "East Caribbean", "F": "Fijian",
}  # fmt: skip
"""Written right before `$`."""
NOT_DOLLARS = {
    "R": ("real", "reais", "centavo", "centavos"),
    "MX": ("Mexican peso", "Mexican pesos", "centavo", "centavos"),
}
"""`R$`, `MX$`: not dollars at all."""
CURRENCY_CODES = {
    "USD": ("U S dollar", "U S dollars"), "EUR": ("euro", "euros"), "GBP": ("pound", "pounds"),
    "JPY": ("yen", "yen"), "CHF": ("Swiss franc", "Swiss francs"), "AUD": ("Australian dollar", "Australian dollars"),
    "CAD": ("Canadian dollar", "Canadian dollars"), "NZD": ("New Zealand dollar", "New Zealand dollars"),
    "CNY": ("yuan", "yuan"), "RMB": ("renminbi", "renminbi"), "INR": ("rupee", "rupees"), "HKD": ("Hong Kong dollar", "Hong Kong dollars"),
    "SGD": ("Singapore dollar", "Singapore dollars"), "Rs": ("rupee", "rupees"), "Kč": ("koruna", "koruna"),
    "SEK": ("Swedish krona", "Swedish kronor"), "NOK": ("Norwegian krone", "Norwegian kroner"),
    "DKK": ("Danish krone", "Danish kroner"), "PKR": ("Pakistani rupee", "Pakistani rupees"), "ZAR": ("rand", "rand"),
    "BRL": ("real", "reais"), "MXN": ("Mexican peso", "Mexican pesos"), "RUB": ("ruble", "rubles"), "TRY": ("lira", "lira"),
    "KRW": ("won", "won"), "AED": ("dirham", "dirhams"), "SAR": ("riyal", "riyals"), "PLN": ("zloty", "zloty"), "RM": ("ringgit", "ringgit"),
    "KSh": ("Kenyan shilling", "Kenyan shillings"), "Ksh": ("Kenyan shilling", "Kenyan shillings"), "Tk": ("taka", "taka"), "R": ("rand", "rand"),
}  # fmt: skip

MAGNITUDES = {
    "k": "thousand", "K": "thousand", "m": "million", "M": "million", "mn": "million", "mln": "million", "mio": "million",
    "b": "billion", "B": "billion", "bn": "billion", "Bn": "billion", "bln": "billion", "tn": "trillion", "trn": "trillion", "T": "trillion",
    "hundred": "hundred", "thousand": "thousand", "million": "million", "billion": "billion", "trillion": "trillion", "mil": "million",
    "Million": "million", "Billion": "billion", "Trillion": "trillion", "Thousand": "thousand", "MILLION": "million", "BILLION": "billion", "TRILLION": "trillion",
    "crore": "crore", "lakh": "lakh", "quadrillion": "quadrillion", "BN": "billion", "TN": "trillion", "MN": "million", "cr": "crore",
}  # fmt: skip

UNITS = {
    "mm": "millimeter", "cm": "centimeter", "m": "meter", "km": "kilometer", "nm": "nanometer", "μm": "micrometer", "µm": "micrometer",
    "in": "inch", "ft": "foot", "yd": "yard", "yds": "yard", "mi": "mile", "mg": "milligram", "g": "gram", "kg": "kilogram", "kgs": "kilogram", "kilo": "kilo",
    "mcg": "microgram", "μg": "microgram", "µg": "microgram", "t": "tonne", "lb": "pound", "lbs": "pound", "oz": "ounce", "st": "stone", "ml": "milliliter",
    "mL": "milliliter", "cl": "centiliter", "l": "liter", "L": "liter", "gal": "gallon", "pt": "pint", "qt": "quart", "ha": "hectare",
    "ac": "acre", "hr": "hour", "hrs": "hour", "h": "hour", "min": "minute", "mins": "minute", "sec": "second", "secs": "second",
    "s": "second", "ms": "millisecond", "Hz": "hertz", "kHz": "kilohertz", "MHz": "megahertz", "GHz": "gigahertz",
    "kW": "kilowatt", "MW": "megawatt", "GW": "gigawatt", "TW": "terawatt", "W": "watt", "V": "volt", "kV": "kilovolt", "kWh": "kilowatt hour",
    "MWh": "megawatt hour", "GWh": "gigawatt hour", "TWh": "terawatt hour", "KB": "kilobyte", "kB": "kilobyte", "MB": "megabyte", "GB": "gigabyte",
    "TB": "terabyte", "PB": "petabyte", "dB": "decibel", "kcal": "kilocalorie", "cal": "calorie", "kJ": "kilojoule", "kPa": "kilopascal", "hp": "horsepower", "bhp": "brake horsepower",
    "C": "degree Celsius", "F": "degree Fahrenheit", "yr": "year", "yrs": "year", "wk": "week", "wks": "week", "mos": "month", "pct": "percent", "pc": "percent", "bps": "basis point", "bp": "basis point",
    "mpg": "mile per gallon", "px": "pixel", "MP": "megapixel", "mAh": "milliamp hour", "cc": "c c", "rpm": "revolution per minute", "sqm": "square meter", "sqft": "square foot",
    "Nm": "newton meter", "cal.": "caliber", "KG": "kilogram", "KM": "kilometer", "tonnes": "tonne", "acres": "acre", "nmi": "nautical mile", "p": "penny", "c": "cent",
    "Mt": "megaton", "kt": "kiloton", "Gt": "gigaton", "kts": "knot", "kn": "knot", "bbl": "barrel", "boe": "barrel of oil equivalent", "bpd": "barrel per day", "b/d": "barrel per day",
    "gsm": "gram per square meter", "psi": "p s i", "hPa": "hectopascal", "mb": "millibar", "mSv": "millisievert",
}  # fmt: skip
"""Symbol -> singular (American spelling; GB gets metre, litre)."""
SPEEDS = {
    "mph": "mile per hour", "kph": "kilometer per hour", "km/h": "kilometer per hour", "kmh": "kilometer per hour", "m/s": "meter per second", "fps": "frame per second",
    "mbps": "megabit per second", "Mbps": "megabit per second", "gbps": "gigabit per second", "Gbps": "gigabit per second", "kbps": "kilobit per second",
    "Mbit/s": "megabit per second", "ft/s": "foot per second", "mg/l": "milligram per liter", "mg/dL": "milligram per deciliter", "g/km": "gram per kilometer",
    "km/hr": "kilometer per hour", "l/100km": "liter per hundred kilometers", "kg/m2": "kilogram per square meter", "kg/m²": "kilogram per square meter",
    "μg/m3": "microgram per cubic meter", "µg/m3": "microgram per cubic meter", "µg/m³": "microgram per cubic meter", "μg/m³": "microgram per cubic meter",
}  # fmt: skip
SAME_IN_PLURAL = frozenset("hertz kilohertz megahertz gigahertz horsepower stone percent".split()) | {
    "brake horsepower",
    "c c",
    "p s i",
}
IRREGULAR_PLURALS = {
    "foot": "feet", "inch": "inches", "penny": "pence", "degree Celsius": "degrees Celsius", "degree Fahrenheit": "degrees Fahrenheit",
    "barrel of oil equivalent": "barrels of oil equivalent",
}  # fmt: skip


def plural_unit(name: str) -> str:
    """ "mile per hour" -> "miles per hour", "square foot" -> "square feet"."""
    head, per, rest = name.partition(" per ")
    kind, _, base = head.rpartition(" ")
    if head not in SAME_IN_PLURAL:
        head = IRREGULAR_PLURALS.get(head) or f"{kind} {IRREGULAR_PLURALS.get(base, base + 's')}".lstrip()
    return head + per + rest


AREA_UNITS = {
    "feet": "foot", "foot": "foot", "ft": "foot", "yards": "yard", "yard": "yard", "yd": "yard", "miles": "mile", "mile": "mile", "mi": "mile",
    "inches": "inch", "inch": "inch", "in": "inch", "metres": "meter", "metre": "meter", "meters": "meter", "meter": "meter", "m": "meter",
    "kilometres": "kilometer", "kilometre": "kilometer", "kilometers": "kilometer", "kilometer": "kilometer", "km": "kilometer", "cm": "centimeter",
}  # fmt: skip
LENGTHS = frozenset("m km cm mm ft".split())
COMPOUNDS = {
    ("ft", "in"): "in", ("st", "lb"): "lb", ("lb", "oz"): "oz", ("lbs", "oz"): "oz", ("hr", "mi"): "min", ("hrs", "mi"): "min", ("h", "mi"): "min",
    ("min", "se"): "sec", ("mins", "se"): "sec", ("min", "s"): "s", ("m", "s"): "s",
}  # fmt: skip
"""`6ft 2in`: (unit, first two letters of the smaller one) -> the smaller one."""
DOUBTFUL_UNITS = frozenset("in m s t g l h p c W V L C F st pc mb kn mi pt ha min cal Mt".split()) - {
    "ha",
    "min",
    "cal",
}
STOPPED_UNITS = frozenset("in ft oz lb lbs yd yds mi sec min hr hrs gal pt qt cm mm km kg".split())

RATES = {"mo": "month", "yr": "year", "wk": "week", "d": "day", "day": "day", "hr": "hour", "h": "hour", "hour": "hour", "month": "month", "year": "year",
       "week": "week", "night": "night", "kg": "kilogram", "lb": "pound", "gal": "gallon", "litre": "litre", "liter": "liter", "oz": "ounce", "mile": "mile", "ton": "ton", "tonne": "tonne",
       "bbl": "barrel", "barrel": "barrel", "MWh": "megawatt hour", "kWh": "kilowatt hour", "sq": "square", "person": "person", "head": "head", "share": "share", "t": "tonne", "min": "minute"}  # fmt: skip

WORD_ACRONYMS = frozenset(
    "NATO UNESCO UNICEF OPEC NASA NASCAR FIFA UEFA AIDS COVID SARS MERS FEMA OSHA NAFTA ASEAN SEAL SEALS SWAT LASER RADAR "
    "SCUBA POTUS SCOTUS FLOTUS GIF PIN PINS SIM RAM ROM ZIP CERN BREXIT NIMBY YOLO FOMO CAPTCHA HAMAS ISIS FARC AUKUS COBRA "
    "OFSTED OFCOM OFGEM OFWAT DEFRA UKIP MENSA ASBO ASBOS BAFTA BAFTAS EBITDA LIBOR GITMO NORAD CENTCOM AIPAC AWACS "
    "CONCACAF CONMEBOL EUROPOL INTERPOL FRONTEX GAVI IKEA LEGO MAGA MASH NIMBYS OXFAM PAC PACS PETA QANTAS RICO SAGE STEM "
    "TASER UNCTAD UNAIDS UNRWA WASP WASPS NASDAQ FICA FINRA HIPAA LEED SNAP TARP DARPA NOAA DREAM START "
    "PEMEX ECOWAS MERCOSUR MINUSMA AMISOM FATAH BRICS CUNY SUNY UMASS GATT CITES JAG ICE ACAS TED ASCAP NIOSH "
    "LATAM CAMRA CAFE SONAR NICE TEPCO ERISA DACA NIMH".split()
)  # fmt: skip
"""Said as words."""

FUNCTION_WORDS = frozenset(
    "a an the of in on at to for from by with and or but as if than that this these those is are was were be been has have had do does did will would can could may might "
    "must shall should not no nor so up down out off over under into onto per each every more less fewer it its he she they we you i his her their our my your who which "
    "when where while because after before since until about against between during through within without plus minus versus vs extra worth apiece altogether total back "
    "ago away later earlier there here too also only just annually yearly monthly weekly daily yesterday today tomorrow last next went goes go came comes left "
    "either both all again now then short above below behind ahead richer poorer higher lower cheaper".split()
)
DETERMINERS = frozenset("the this that its their his her our my your new whose".split())
PRICED = frozenset(
    "deal deals project projects package plan contract contracts fund home homes house houses mansion mansions investment takeover bid lawsuit settlement fine loan loans "
    "budget bill grant grants program programme scheme stadium bailout rescue buyout merger ransom bond bonds reward prize jackpot house-building upgrade revamp makeover note notes "
    "question".split()
)
"""Nouns that a sum before them belongs to, even without an article: `$3bn deal agreed`."""
CROWDS = frozenset(
    "people jobs homes households users customers members voters subscribers followers copies viewers years children workers doses tonnes tons barrels passengers visitors "
    "residents refugees vehicles cars shares views downloads tourists families patients students pupils listeners readers hectares acres population strong inhabitants "
    "citizens speakers cases deaths units properties trees animals birds visits hits streams accounts records tickets migrants litres liters gallons miles kilometres kilometers "
    "pieces women men adults consumers devices troops soldiers pages words votes points seats police officers feet metres meters degrees calories cans bricks staff employees "
    "fewer girls boys flights boats ships houses feet songs steps copies hours minutes days weeks months".split()
)
"""What is counted by the thousand and million."""
SPORT_OR_SIZE = frozenset(
    "sprint race final freestyle hurdles relay butterfly backstroke breaststroke dash medley event run pool away high tall wide long deep below above from platform sprinter "
    "wall distance mark radius depth rifle line swim title champion runner heat semi-final semifinal steeplechase course stretch tower telescope yacht bronze silver gold "
    "record championship individual men’s women’s men women bus".split()
)
"""After figures and `m`: metres, not millions."""
RUNS = frozenset("run race walk runs races fun time".split())
NOT_PLURALS = frozenset("is was has as does us its this his plus across towards always perhaps metres meters".split())
ROUGHLY = frozenset(
    "about nearly almost some over than around to estimated roughly approximately least exactly fewer of reached hit".split()
) - {"of", "to"}
HEIGHTS = frozenset(
    "wide long high tall deep jump jumped leap throw threw distance away height depth length metres meters snow rain waves".split()
)
ODDS = frozenset(
    "odds shot outsider outsiders favourite favorite favourites favorites chance against underdog longshot".split()
)
ZONES = {
    "ET": "Eastern", "PT": "Pacific", "CT": "Central", "MT": "Mountain",
} | {z: " ".join(z) for z in "GMT BST UTC EST EDT CST CDT MST MDT PST PDT CET CEST IST JST AEST AEDT EAT MSK PKT HKT SGT NZDT NZST AKST EET EEST WAT SAST HST".split()}  # fmt: skip
"""Time zones: American newsreaders say "nine Eastern", the others by letters."""
YEAR_BEFORE = frozenset("in since by until till year circa summer winter spring autumn early late mid".split())
CODED = frozenset(
    "flight route highway interstate room boeing airbus bus unit section title rte hwy us channel apartment suite engine train section psalm".split()
)
"""Before a number that is read by twos."""
AIRLINERS = frozenset("707 717 727 737 747 757 767 777 787".split())
DIALLED = frozenset(
    "call called calling calls dial dialed dialled dialling ring rang phone phoned text texted to".split()
) - {"to"}
CALLS = frozenset(
    "call calls caller callers operator operators dispatcher dispatchers handler handlers emergency".split()
)
OPENERS = frozenset(
    "The A An He She It They We You I In On At And But So If When While After Before As For From By With This That These Those There Their His Her Its Our My No Not "
    "Police Officials Witnesses One Two Three Some Many Most More Both Each All Last Since Under During Until Now Then What Why How Who Meanwhile However Also "
    "According Asked Despite Earlier Later Nobody Everyone".split()
)
"""Words that open a sentence rather than go on with a name."""
VULGAR = {
    "½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5), "⅘": (4, 5), "⅙": (1, 6), "⅚": (5, 6), "⅛": (1, 8),
    "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8), "⅐": (1, 7), "⅑": (1, 9), "⅒": (1, 10),
}  # fmt: skip

SAID_AS = {"FTSE": "Footsie", "JPEG": "jay-peg", "AAA": "triple A"}
LETTER_ACRONYMS = frozenset(
    "FBI CIA NSA DEA ATF IRS EPA FDA CDC NIH DOJ DHS TSA NYPD LAPD NHS BBC ITV CNN NBC ABC CBS PBS NPR EU UN UK USA IMF WTO WHO IRA DUP SNP MP MPS MEP "
    "GOP DNC RNC AP AFP CEO CFO COO CTO PM DNA RNA HIV GDP CPI RBI ECB FED SEC FTC FCC FAA NTSB ACLU NRA AARP NBA NFL NHL MLB MLS NCAA FA PGA LPGA ATP WTA UFC WBC RFU "
    "ICC ECHR IAEA ILO UNHCR USAID HMRC DVLA GCHQ MI RAF IDF PLO KGB FSB SUV LGBT LGBTQ PTSD ADHD TV DVD CD PC AI IT HR PR VIP ATM USB GPS CCTV URL IPO EV VAT GST ID "
    "HBO MTV IBM BMW GM AT VW UPS KFC MIT UCLA USC NYU LSE UCL RSPCA RSPB RNLI RMT TUC NUT BMA GMC GMT UTC YMCA YWCA NAACP ROTC PVC LED LCD LNG NGO NGOS CPS DUI HOA "
    "WWII WWI OECD OSCE ICRC".split()
)  # fmt: skip
SHOUTED = frozenset(
    "US IT WHO ICE START SEAL SEALS PAC DREAM CARE NICE PIN PINS SALT STEM SAGE LEAP AT FED ABC CAFE MI PM IRA START BASIC SNAP MASH ZIP JAG AM AN AS IS ID OR SEC WASP TED COBRA RICO".split()
) - {"PM", "ABC", "IRA", "SEC", "ID"}
"""Acronyms that are also ordinary words: in a headline all in capitals they are taken for the word."""
CAPITAL_WORDS = frozenset(
    "I A AN AND ARE AS AT BE BUT BY DO FOR GO HE HER HIS HOW IF IN IS IT ITS ME MY NO NOT OF OFF ON OR OUR OUT SHE SO THE TO UP WAS WE WHY YES YOU ALL ANY CAN DID GET HAD HAS "
    "NEW NOW ONE OLD OWN SAY SEE TOO TWO WAR WAY WHO BIG BAD END DIE MAN MEN LET RUN TOP TRY USE WIN WON OH OK AH HA HM UH EH YE BOO WOW LOL MAY "
    "ALSO BEEN BEST COME DEAD DOES DONE DOWN EVEN EVER FROM GIVE GOOD HAVE HELP HERE HIGH INTO JUST KEEP KNOW LAST LESS LIKE LIVE LONG LOOK LOVE MADE MAKE MANY MORE MOST MUCH "
    "MUST NEED NEWS NEXT ONLY OPEN OVER READ REAL SAID SALE SAME SAYS SOME STOP SUCH TAKE TELL THAN THAT THEM THEN THEY THIS TIME VERY WANT WELL WENT WERE WHAT WHEN WILL WITH "
    "WORK YEAR YOUR MOM DAD FREE".split()
) - {"WHO", "MAY"}  # fmt: skip
"""Words in capitals for emphasis, not letters."""
MIXED = {"PhD": "P H D", "PhDs": "P H D's", "tv": "T V", "TVs": "T V's", "mRNA": "m R N A", "MoD": "M O D", "MoJ": "M O J", "DoJ": "D O J", "DfE": "D F E", "BAs": "B A's", "ssn": "S S N",
         "pm": "P M", "MSc": "M S C", "BSc": "B S C", "LLB": "L L B", "PCs": "P C's", "IDs": "I D's", "eBay": "eBay", "CoP": "COP", "DoE": "D O E", "DoD": "D O D", "pdf": "P D F"}  # fmt: skip
STATE_NAMES = frozenset(STATES.values()) | {"Puerto Rico", "Guam"}

NUMBERED = frozenset(
    "war part act chapter volume vol phase book type title wrestlemania stage tier division class level grade article apollo section mark olympiad category schedule scene rocky saturn gemini generation fantasy".split()
)
REGNAL = frozenset(
    "Charles Henry Elizabeth George Edward William James Richard Louis John Paul Pius Benedict Leo Francis Philip Felipe Carlos Alexander Nicholas Peter Catherine Ivan Frederick Wilhelm "
    "Napoleon Victor Emmanuel Umberto Gustav Gustaf Carl Christian Harald Haakon Olav Ferdinand Isabella Juan Mary Margrethe Baudouin Albert Leopold Hussein Abdullah Mohammed Mohamed "
    "Hassan Faisal Rama Ramses Rameses Thutmose Clement Gregory Innocent Urban Sixtus Julius Celestine Boniface Adrian Constantine Justinian Otto Robert David Malcolm Alfonso Pedro Manuel "
    "Maria Ludwig Franz Joseph Tutankhamun Cleopatra Ptolemy Darius Xerxes Artaxerxes Selim Mehmed Murad Mswati Letsie Tupou Jigme Norodom Bhumibol Salman Sam Frederik Queen King Pope "
    "Theodore Shenouda Tawadros Kirill Bartholomew Aga Khan".split()
) - {"Malcolm", "Khan"}  # fmt: skip
MANY_OF_THEM = frozenset(
    "Charles Henry George Edward James Louis Paul Pius Benedict Leo Philip Felipe Carlos Gustav Gustaf Olav Haakon Harald Mohammed Rama Clement Gregory Innocent Urban Sixtus Ferdinand Christian Alfonso Ramses Frederik".split()
)
VERBS_AFTER_I = frozenset(
    "am was have had will would can could do did think know said say told went saw want feel believe never always just".split()
)
