"""Units, currencies, magnitudes and time zones as they are written, with the words for them.

BIPM's unit symbols, ISO 4217 codes and what newspapers print besides. Each list is open: add a word here and a line to
tests/spoken/cases.tsv.
"""

from __future__ import annotations

from ...lexis.wordlists import pairs, rows, words

MAGNITUDES = pairs(
    """
    k: thousand; K: thousand; m: million; M: million; mn: million; mln: million; mio: million; b: billion; B: billion;
    bn: billion; Bn: billion; bln: billion; tn: trillion; trn: trillion; T: trillion; hundred: hundred;
    thousand: thousand; million: million; billion: billion; trillion: trillion; mil: million; Million: million;
    Billion: billion; Trillion: trillion; Thousand: thousand; MILLION: million; BILLION: billion; TRILLION: trillion;
    crore: crore; lakh: lakh; quadrillion: quadrillion; BN: billion; TN: trillion; MN: million; cr: crore
    """
)
CURRENCIES = rows(
    """
    $: dollar, dollars, cent, cents
    £: pound, pounds, penny, pence
    €: euro, euros, cent, cents
    ¥: yen, yen, sen, sen
    ￥: yen, yen, sen, sen
    ₩: won, won, jeon, jeon
    ₹: rupee, rupees, paisa, paise
    ₽: ruble, rubles, kopeck, kopecks
    ₪: shekel, shekels, agora, agorot
    ₺: lira, lira, kurus, kurus
    ฿: baht, baht, satang, satang
    ₦: naira, naira, kobo, kobo
    ₱: peso, pesos, centavo, centavos
    ₫: dong, dong, xu, xu
    ₴: hryvnia, hryvnias, kopiyka, kopiykas
    ₿: bitcoin, bitcoins, satoshi, satoshis
    ₡: colon, colones, centimo, centimos
    ₲: guarani, guaranies, centimo, centimos
    ₵: cedi, cedis, pesewa, pesewas
    ₸: tenge, tenge, tiyn, tiyn
    ₾: lari, lari, tetri, tetri
    ₼: manat, manats, qapik, qapiks
    ৳: taka, taka, paisa, paise
    """
)
"""Sign: one, many, one hundredth, hundredths."""
CURRENCY_COUNTRIES = pairs(
    """
    Can: Canadian; Aus: Australian;
    GH: Ghanaian;
    US: U S; A: Australian; AU: Australian; C: Canadian; CA: Canadian; CAN: Canadian; NZ: New Zealand; HK: Hong Kong;
    S: Singapore; SG: Singapore; NT: New Taiwan; TT: Trinidad and Tobago; J: Jamaican; Z: Zimbabwean; AUS: Australian;
    BZ: Belize; EC: East Caribbean; F: Fijian
    """
)
"""Written right before `$` or `£`."""
NOT_DOLLARS = rows(
    """
    R: real, reais, centavo, centavos
    MX: Mexican peso, Mexican pesos, centavo, centavos
    """
)
"""`R$`, `MX$`: other currencies with a dollar sign."""
CURRENCY_CODES = rows(
    """
    USD: U S dollar, U S dollars
    EUR: euro, euros
    GBP: pound, pounds
    JPY: yen, yen
    CHF: Swiss franc, Swiss francs
    AUD: Australian dollar, Australian dollars
    CAD: Canadian dollar, Canadian dollars
    NZD: New Zealand dollar, New Zealand dollars
    CNY: yuan, yuan
    RMB: renminbi, renminbi
    INR: rupee, rupees
    HKD: Hong Kong dollar, Hong Kong dollars
    SGD: Singapore dollar, Singapore dollars
    Rs: rupee, rupees
    Kč: koruna, koruna
    SEK: Swedish krona, Swedish kronor
    NOK: Norwegian krone, Norwegian kroner
    DKK: Danish krone, Danish kroner
    PKR: Pakistani rupee, Pakistani rupees
    ZAR: rand, rand
    BRL: real, reais
    MXN: Mexican peso, Mexican pesos
    RUB: ruble, rubles
    TRY: lira, lira
    KRW: won, won
    AED: dirham, dirhams
    SAR: riyal, riyals
    PLN: zloty, zloty
    RM: ringgit, ringgit
    KSh: Kenyan shilling, Kenyan shillings
    Ksh: Kenyan shilling, Kenyan shillings
    Tk: taka, taka
    R: rand, rand
    P: peso, pesos
    N: naira, naira
    Sh: shilling, shillings
    Dh: dirham, dirhams
    Dhs: dirham, dirhams
    SR: riyal, riyals
    SFr: Swiss franc, Swiss francs
    SKr: Swedish krona, Swedish kronor
    NKr: Norwegian krone, Norwegian kroner
    DKr: Danish krone, Danish kroner
    """
)
"""Written before or behind the figures."""
RATES = pairs(
    """
    mi: mile;
    dL: deciliter; dl: deciliter; L: liter; l: liter; mL: milliliter; ml: milliliter; ha: hectare; s: second;
    mo: month; yr: year; wk: week; d: day; day: day; hr: hour; h: hour; hour: hour; month: month; year: year;
    week: week; night: night; kg: kilogram; lb: pound; gal: gallon; litre: litre; liter: liter; oz: ounce; mile: mile;
    ton: ton; tonne: tonne; bbl: barrel; barrel: barrel; MWh: megawatt hour; kWh: kilowatt hour; sq: square;
    person: person; head: head; share: share; t: tonne; min: minute
    """
)
"""Behind a sum and a slash: `$20/mo`."""
TERMS = pairs(
    """
    pcm: per calendar month; pppn: per person per night; pppw: per person per week; ppn: per person per night;
    pp: per person; pw: per week; pn: per night; ph: per hour; pa: a year; ono: or nearest offer; obo: or best offer
    """
)
"""Behind a sum in advertisements: `£950pcm`, `$4,000 OBO`."""
UNITS = pairs(
    """
    ppt: part per trillion; ga: gauge; mths: month; cts: cent; dlr: dollar; dlrs: dollar; stg: pound sterling;
    Tbsp: tablespoon; inHg: inch of mercury; tbsp: tablespoon; tsp: teaspoon; mmHg: millimeter of mercury; pts: point;
    ppm: part per million; ppb: part per billion;
    mm: millimeter; cm: centimeter; m: meter; km: kilometer; nm: nanometer; μm: micrometer; µm: micrometer; in: inch;
    ft: foot; yd: yard; yds: yard; mi: mile; mg: milligram; g: gram; kg: kilogram; kgs: kilogram; kilo: kilo;
    mcg: microgram; μg: microgram; µg: microgram; t: tonne; lb: pound; lbs: pound; oz: ounce; st: stone;
    ml: milliliter; mL: milliliter; cl: centiliter; l: liter; L: liter; gal: gallon; pt: pint; qt: quart; qts: quart;
    gals: gallon; ha: hectare;
    ac: acre; hr: hour; hrs: hour; h: hour; min: minute; mins: minute; sec: second; secs: second; s: second;
    ms: millisecond; Hz: hertz; kHz: kilohertz; MHz: megahertz; GHz: gigahertz; kW: kilowatt; MW: megawatt;
    GW: gigawatt; TW: terawatt; W: watt; V: volt; kV: kilovolt; kWh: kilowatt hour; MWh: megawatt hour;
    GWh: gigawatt hour; TWh: terawatt hour; KB: kilobyte; kB: kilobyte; MB: megabyte; GB: gigabyte; TB: terabyte;
    PB: petabyte; dB: decibel; kcal: kilocalorie; cal: calorie; kJ: kilojoule; kPa: kilopascal; hp: horsepower;
    bhp: brake horsepower; C: degree Celsius; F: degree Fahrenheit; yr: year; yrs: year; wk: week; wks: week;
    mos: month; pct: percent; pc: percent; bps: basis point; bp: basis point; mpg: mile per gallon; px: pixel;
    MP: megapixel; mAh: milliamp hour; cc: c c; rpm: revolution per minute; sqm: square meter; sqft: square foot;
    Nm: newton meter; cal.: caliber; KG: kilogram; KM: kilometer; tonnes: tonne; acres: acre; nmi: nautical mile;
    p: penny; c: cent; Mt: megaton; kt: kiloton; Gt: gigaton; kts: knot; kn: knot; bbl: barrel;
    boe: barrel of oil equivalent; bpd: barrel per day; b/d: barrel per day; gsm: gram per square meter; psi: p s i;
    hPa: hectopascal; mb: millibar; mSv: millisievert
    """
)
"""Symbol: singular in American spelling."""
SPEEDS = pairs(
    """
    b/d: barrel per day; km/s: kilometer per second; m/s²: meter per second squared; m/s2: meter per second squared;
    mg/kg: milligram per kilogram; mmol/l: millimole per liter;
    mph: mile per hour; kph: kilometer per hour; km/h: kilometer per hour; kmh: kilometer per hour;
    m/s: meter per second; fps: frame per second; mbps: megabit per second; Mbps: megabit per second;
    gbps: gigabit per second; Gbps: gigabit per second; kbps: kilobit per second; Mbit/s: megabit per second;
    ft/s: foot per second; mg/l: milligram per liter; mg/dL: milligram per deciliter; g/km: gram per kilometer;
    km/hr: kilometer per hour; l/100km: liter per hundred kilometers; kg/m2: kilogram per square meter;
    kg/m²: kilogram per square meter; μg/m3: microgram per cubic meter; µg/m3: microgram per cubic meter;
    µg/m³: microgram per cubic meter; μg/m³: microgram per cubic meter
    """
)
"""Compound units."""
LENGTHS = words("cm ft km m mm")
AREA_UNITS = pairs(
    """
    feet: foot; foot: foot; ft: foot; yards: yard; yard: yard; yd: yard; miles: mile; mile: mile; mi: mile;
    inches: inch; inch: inch; in: inch; metres: meter; metre: meter; meters: meter; meter: meter; m: meter;
    kilometres: kilometer; kilometre: kilometer; kilometers: kilometer; kilometer: kilometer; km: kilometer;
    cm: centimeter
    """
)
COMPOUNDS = {
    ("ft", "in"): "in",
    ("st", "lb"): "lb",
    ("lb", "oz"): "oz",
    ("lbs", "oz"): "oz",
    ("hr", "mi"): "min",
    ("hrs", "mi"): "min",
    ("h", "mi"): "min",
    ("min", "se"): "sec",
    ("mins", "se"): "sec",
    ("min", "s"): "s",
    ("m", "s"): "s",
    ("h", "m"): "min",
}
"""`6ft 2in`: unit and the first letters of the smaller one: its symbol."""
DOUBTFUL_UNITS = words("C c F g h in kn kt L l m mb mi Mt p pc pt s st t V W")
"""Symbols that are also words, letters or magnitudes: see measures.meant."""
STOPPED_UNITS = words(
    "ga mos mths yr cm ft gal hr hrs in kg km lb lbs mi min mm oz pt qt sec tbsp Tbsp tsp wks yd yds yrs"
)
"""Written with a stop by some."""
VULGAR = {
    "½": (1, 2),
    "⅓": (1, 3),
    "⅔": (2, 3),
    "¼": (1, 4),
    "¾": (3, 4),
    "⅕": (1, 5),
    "⅖": (2, 5),
    "⅗": (3, 5),
    "⅘": (4, 5),
    "⅙": (1, 6),
    "⅚": (5, 6),
    "⅛": (1, 8),
    "⅜": (3, 8),
    "⅝": (5, 8),
    "⅞": (7, 8),
    "⅐": (1, 7),
    "⅑": (1, 9),
    "⅒": (1, 10),
}
ZONES = pairs("ET: Eastern; PT: Pacific; CT: Central; MT: Mountain") | {
    zone: " ".join(zone)
    for zone in words(
        """
        GMT BST UTC EST EDT CST CDT MST MDT PST PDT CET CEST IST JST AEST AEDT EAT MSK PKT HKT SGT NZDT NZST AKST EET
        EEST         WAT SAST HST
        """
    )
}
"""American newsreaders say "nine Eastern", the others by letters."""

SAME_IN_PLURAL = words("hertz kilohertz megahertz gigahertz horsepower stone percent") | {
    "brake horsepower",
    "c c",
    "p s i",
}
IRREGULAR_PLURALS = pairs(
    """
    pound sterling: pounds sterling;
    millimeter of mercury: millimeters of mercury; inch of mercury: inches of mercury;
    foot: feet; inch: inches; penny: pence; degree Celsius: degrees Celsius; degree Fahrenheit: degrees Fahrenheit;
    barrel of oil equivalent: barrels of oil equivalent
    """
)


def plural_unit(name: str) -> str:
    """ "mile per hour" -> "miles per hour", "square foot" -> "square feet"."""
    head, per, rest = name.partition(" per ")
    kind, _, base = head.rpartition(" ")
    if head not in SAME_IN_PLURAL:
        head = IRREGULAR_PLURALS.get(head) or f"{kind} {IRREGULAR_PLURALS.get(base, base + 's')}".lstrip()
    return head + per + rest
