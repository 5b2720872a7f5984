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
    "Mr Mrs Ms Dr Prof Lt Col Sgt Capt Maj Gen Cpl Cllr Revd St Mt Ft Cmdr Cdr Pte Supt Messrs Rev".split()
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

LATIN = {
    "e.g.": "for example",
    "i.e.": "that is",
    "a.k.a.": "also known as",
    "et al.": "and others",
    "viz.": "namely",
    "w/o": "without",
    "w/": "with",
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

CURRENCY_PREFIXES = {
    "US": "U S", "A": "Australian", "AU": "Australian", "C": "Canadian", "CA": "Canadian", "CAN": "Canadian", "NZ": "New Zealand", "HK": "Hong Kong", "S": "Singapore",
    "SG": "Singapore", "NT": "New Taiwan", "TT": "Trinidad and Tobago", "J": "Jamaican", "Z": "Zimbabwean", "AUS": "Australian",
    "BZ": "Belize", "EC": "East Caribbean", "F": "Fijian",
}  # fmt: skip
"""Written right before `$`."""
DOLLAR_LIKE = {
    "R": ("real", "reais", "centavo", "centavos"),
    "MX": ("Mexican peso", "Mexican pesos", "centavo", "centavos"),
}
"""`R$`, `MX$`: not dollars at all."""
CURRENCY_WORDS = {
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
    "yr": "year", "yrs": "year", "wk": "week", "wks": "week", "mos": "month", "pct": "percent", "pc": "percent", "bps": "basis point", "bp": "basis point",
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
IRREGULAR_PLURALS = {
    "foot": "feet", "inch": "inches", "hertz": "hertz", "kilohertz": "kilohertz", "megahertz": "megahertz",
    "gigahertz": "gigahertz", "horsepower": "horsepower", "brake horsepower": "brake horsepower", "stone": "stone", "percent": "percent", "penny": "pence",
    "square foot": "square feet", "cubic foot": "cubic feet", "c c": "c c", "p s i": "p s i",
}  # fmt: skip
PER = {"mo": "month", "yr": "year", "wk": "week", "d": "day", "day": "day", "hr": "hour", "h": "hour", "hour": "hour", "month": "month", "year": "year",
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
    "MUST NEED NEWS NEXT ONLY OPEN OVER READ REAL SAID SALE SAME SAYS SOME STOP SUCH TAKE TELL THAN THAT THEM THEN THEY THIS TIME VERY VOTE WANT WELL WENT WERE WHAT WHEN WILL WITH "
    "WORK YEAR YOUR MOM DAD FREE".split()
) - {"WHO", "MAY"}  # fmt: skip
"""Words in capitals for emphasis, not letters."""
MIXED = {"PhD": "P H D", "PhDs": "P H D's", "tv": "T V", "TVs": "T V's", "mRNA": "m R N A", "MoD": "M O D", "MoJ": "M O J", "DoJ": "D O J", "DfE": "D F E", "BAs": "B A's", "ssn": "S S N",
         "pm": "P M", "MSc": "M S C", "BSc": "B S C", "LLB": "L L B", "PCs": "P C's", "IDs": "I D's", "eBay": "eBay", "CoP": "COP", "DoE": "D O E", "DoD": "D O D", "pdf": "P D F"}  # fmt: skip
STATE_NAMES = frozenset(STATES.values()) | {"Puerto Rico", "Guam"}

ROMAN_CARDINAL = frozenset(
    "war part act chapter volume vol phase book type title bowl wrestlemania ufc stage tier division class level grade article apollo section mark olympiad category schedule scene rocky saturn gemini generation gen world theft fantasy".split()
) - {"theft", "world", "ufc"}
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
