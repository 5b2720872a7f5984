"""What is written short, with the words for it: titles, abbreviations, states, streets, acronyms, roman numerals.

From the AP and Guardian style guides' lists and the USPS codes. Each list is open: add a word here and a line to
tests/spoken/cases.tsv.
"""

from __future__ import annotations

from .wordlists import pairs, words

MONTH_NAMES = "January February March April May June July August September October November December".split()  # noqa: SIM905
MONTHS = {m[:n].lower(): m for m in MONTH_NAMES for n in (3, len(m))} | {"sept": "September"}
DAYS = pairs(
    """
    mon: Monday; tue: Tuesday; tues: Tuesday; wed: Wednesday; thu: Thursday; thur: Thursday; thurs: Thursday;
    fri: Friday; sat: Saturday; sun: Sunday
    """
)
TITLES = pairs(
    """
    Mme: Madame; Mlle: Mademoiselle;
    Wm: William; Geo: George; Chas: Charles; Jas: James; Thos: Thomas; Robt: Robert; Rt: Right; Sqn: Squadron;
    Ldr: Leader; Flt: Flight; Wg: Wing; Ofc: Officer; Br: Brother; Ret: Retired; Ch: Chief; Con: Constable; Mr:
    Mister; Mrs: Misses; Ms: Ms; Messrs: Messieurs; Dr: Doctor; Drs: Doctors; Prof: Professor; Gov: Governor;
    Govs: Governors; Sen: Senator; Sens: Senators; Rep: Representative; Reps: Representatives; Gen: General; Lt:
    Lieutenant; Col: Colonel; Maj: Major; Capt: Captain; Cmdr: Commander; Cdr: Commander; Adm: Admiral; Sgt:
    Sergeant; Cpl: Corporal; Pfc: Private First Class; Pvt: Private; Pte: Private; Brig: Brigadier; Spc:
    Specialist; Insp: Inspector; Supt: Superintendent; Det: Detective; Const: Constable; Rev: Reverend; Revd:
    Reverend; Hon: Honorable; Pres: President; Msgr: Monsignor; Fr: Father; Sr: Sister; Bros: Brothers; Atty:
    Attorney; Amb: Ambassador; Supts: Superintendents; Asst: Assistant; Assoc: Associate; Dep: Deputy; Cllr:
    Councillor; Ald: Alderman; Ft: Fort; Mt: Mount; St: Saint; Ste: Sainte; Pt: Point; Staff Sgt: Staff
    Sergeant; Mx: Mix; Sec: Secretary; Del: Delegate; Treas: Treasurer
    """
)
"""Before a name, with a stop or, in British usage, without."""
BARE_TITLES = words(
    """
    Mlle Mme
    Ald Brig Capt Cdr Ch Cllr Cmdr Col Con Cons Cpl Det Dr Flt Fr Ft Gen Hon Insp Ldr Lt Maj Messrs Mr Mrs Ms Mt
    Prof Pte Rev Revd Rt Sgt Sqn St Supt Wg
    """
)
"""Titles that are also written without a stop."""
SHORT_TITLES = words("DR FT JR MR MS MT MX SR ST VS")
"""No acronyms in a headline in capitals."""
RANKS = words("Amb Capt Cllr Cmdr Col Cpl Det Gen Insp Lt Maj Prof Rev Sgt")
"""Titles with a plural in s."""
ABBREVIATIONS = pairs(
    """
    app: appendix; art: article; arts: articles; cl: clause; prop: proposition; props: propositions; sec: section;
    pop: population; rte: route; bn: battalion;
    vs: versus; etc: et cetera; approx: approximately; dept: department; govt: government; est: established;
    incl: including; max: maximum; min: minimum; misc: miscellaneous; tel: telephone; ext: extension; vol: volume;
    vols: volumes; fig: figure; figs: figures; ch: chapter; pp: pages; ed: editor; eds: editors; ca: circa;
    cf: compare; al: al; hrs: hours; mins: minutes; secs: seconds; yrs: years; mo: months; wk: week;
    inc: incorporated; ltd: limited; corp: corporation; co: company; cos: companies; bros: brothers;
    assn: association; univ: university; intl: international; natl: national; jr: junior; sr: senior; esq: esquire;
    avg: average; yr: year; mgr: manager; bldg: building; apt: apartment; ste: suite; rm: room; div: division;
    admin: admin; adj: adjusted; capt: captain; hwy: highway; pkwy: parkway; expy: expressway; ave: avenue;
    blvd: boulevard; rd: road; ln: lane; terr: terrace; sq: square; pl: place; fwy: freeway; tpke: turnpike;
    cres: crescent; mfg: manufacturing; supt: superintendent; atty: attorney; gov: governor; sen: senator;
    rep: representative; no: number; nos: numbers; st: street; op: opus; feat: featuring; ft: feet; oz: ounces;
    lb: pounds; lbs: pounds; dr: drive; ct: court; mt: mount; twp: township; cty: county; para: paragraph;
    par: paragraph; reg: regulation; temp: temporary; ret: retired; dist: district; prof: professor;
    lt: lieutenant; sgt: sergeant
    """
)
"""Written with a stop."""
ONLY_BEFORE_FIGURES = words(
    """
    app art arts cl pop prop props sec
    rte
    adj al apt ave ca ch ct div dr ed eds ext fig figs ft lb lbs ln max mg min mo mt no nos op oz par para pl pp reg
    ret rm sq st ste tel temp vol vols wk
    """
)
"""Abbreviations that are also words or names."""
BEHIND_NAMES = words("bros co corp cos esq inc jr ltd sr")
"""Abbreviations that follow a name."""
COUNTIES = words(
    """
    Antrim Armagh Carlow Cavan Clare Cork Derry Donegal Down Dublin Durham Fermanagh Galway Kerry Kildare Kilkenny Laois
    Leitrim Limerick Londonderry Longford Louth Mayo Meath Monaghan Offaly Roscommon Sligo Tipperary Tyrone Waterford
    Westmeath Wexford Wicklow
    """
)
"""Behind `Co.`: a county, not a company."""
STREETS = pairs(
    """
    st: Street; ave: Avenue; av: Avenue; blvd: Boulevard; rd: Road; dr: Drive; ln: Lane; ct: Court; pl: Place;
    sq: Square; hwy: Highway; pkwy: Parkway; expy: Expressway; fwy: Freeway; ter: Terrace; tpke: Turnpike;
    cres: Crescent; cir: Circle
    """
)
STREET_WORDS = words("avenue court drive highway lane place road square street terrace")
STREET_LIKE = words("Ct Dr Pl Pt St")
"""Titles that are also kinds of street."""
BEFORE_STREET = words("along at between down east near north off on south west")
"""What stands before the name of a street."""
POINTS = pairs("N: North; S: South; E: East; W: West; NE: Northeast; NW: Northwest; SE: Southeast; SW: Southwest")
STATES = pairs(
    """
    AL: Alabama; AK: Alaska; AZ: Arizona; AR: Arkansas; CA: California; CO: Colorado; CT: Connecticut; DE: Delaware;
    DC: D C; FL: Florida; GA: Georgia; HI: Hawaii; ID: Idaho; IL: Illinois; IN: Indiana; IA: Iowa; KS: Kansas;
    KY: Kentucky; LA: Louisiana; ME: Maine; MD: Maryland; MA: Massachusetts; MI: Michigan; MN: Minnesota;
    MS: Mississippi; MO: Missouri; MT: Montana; NE: Nebraska; NV: Nevada; NH: New Hampshire; NJ: New Jersey;
    NM: New Mexico; NY: New York; NC: North Carolina; ND: North Dakota; OH: Ohio; OK: Oklahoma; OR: Oregon;
    PA: Pennsylvania; RI: Rhode Island; SC: South Carolina; SD: South Dakota; TN: Tennessee; TX: Texas; UT: Utah;
    VT: Vermont; VA: Virginia; WA: Washington; WV: West Virginia; WI: Wisconsin; WY: Wyoming
    """
)
STATE_ABBREVIATIONS = pairs(
    """
    Ala: Alabama; Ariz: Arizona; Ark: Arkansas; Calif: California; Colo: Colorado; Conn: Connecticut; Del: Delaware;
    Fla: Florida; Ga: Georgia; Ill: Illinois; Ind: Indiana; Kan: Kansas; Kans: Kansas; Ky: Kentucky; La: Louisiana;
    Md: Maryland; Me: Maine; Mass: Massachusetts; Mich: Michigan; Minn: Minnesota; Miss: Mississippi; Mo: Missouri;
    Mont: Montana; Neb: Nebraska; Nebr: Nebraska; Nev: Nevada; Okla: Oklahoma; Ore: Oregon; Pa: Pennsylvania;
    Tenn: Tennessee; Tex: Texas; Vt: Vermont; Va: Virginia; Wash: Washington; Wis: Wisconsin; Wisc: Wisconsin;
    Wyo: Wyoming; Ont: Ontario; Que: Quebec; Alta: Alberta; Sask: Saskatchewan; Man: Manitoba
    """
)
STATE_NAMES = frozenset(STATES.values()) | {"Puerto Rico", "Guam"}
DOTTED_STATES = pairs(
    """
    N.Y.: New York; N.J.: New Jersey; N.H.: New Hampshire; N.M.: New Mexico; N.C.: North Carolina; N.D.: North Dakota;
    S.C.: South Carolina; S.D.: South Dakota; R.I.: Rhode Island; W.Va.: West Virginia; P.R.: Puerto Rico;
    B.C.: British Columbia; N.S.: Nova Scotia; N.B.: New Brunswick
    """
)
PARTIES = pairs("D: Democrat of; R: Republican of; I: Independent of")
PLACES = words("DC EU LA NY UK UN US USA")
"""Dotted letters that often end a sentence."""
WORD_ACRONYMS = words(
    """
    DOS GNU
    BTEC
    ACAS AIDS AIPAC AMISOM APEC ASBO ASBOS ASCAP ASEAN ASLEF AUKUS AWACS BAFTA BAFTAS BAME BREXIT BRICS CAFE
    CAMRA CAPTCHA CENTCOM CERN CITES COBRA CONCACAF CONMEBOL COP COVID CUNY DACA DARPA DAX DEFRA DREAM EBITDA
    ECOWAS ERISA EUROPOL FARC FATAH FEMA FICA FIFA FINRA FLOTUS FOMO FRONTEX GATT GAVI GIF GITMO HAMAS HIPAA HUD
    IBEX ICE IKEA INTERPOL ISIS JAG JSON LAMDA LASER LATAM LEED LEGO LIBOR LIV MAGA MASH MENA MENSA MERCOSUR
    MERS MINUSMA MPOX NAFTA NASA NASCAR NASDAQ NATO NICE NIMBY NIMBYS NIMH NIOSH NOAA NORAD OFCOM OFGEM OFSTED
    OFWAT OPEC OSHA OXFAM PAC PACS PEMEX PETA PIN PINS POTUS QANTAS RADA RADAR RAM RICO ROM SAGE SARS SCOTUS
    SCUBA SEAL SEALS SIM SNAP SONAR START STEM SUNY SWAT TARP TASER TED TEPCO UEFA UKIP UMASS UNAIDS UNCTAD
    UNESCO UNICEF UNRWA WASP WASPS YOLO ZIP
    """
)
"""Said as words."""
LETTER_ACRONYMS = words(
    """
    CSIH EWCA EWHC UKSC
    AARP ABC ACLU ADHD AFP AI AP ASPCA AT ATF ATM ATP BBC BMA BMW BYOB CBS CCTV CD CDC CEO CFO CIA CNN COO CPI
    CPS CTO DEA DHS DNA DNC DOJ DUI DUP DVD DVLA ECB ECHR EIA EPA EU EV FA FAA FBI FCC FDA FDR FED FSB FTC FTX
    GCHQ GDP GM GMC GMT GOP GPS GST HBO HHS HIV HMRC HOA HR IAEA IBM ICC ICRC ID IDF IEA ILO IMF IPCC IPO IRA
    IRS IT ITV JFK KFC KGB LAPD LBJ LCD LED LGBT LGBTQ LGBTQIA LNG LPGA LSE MEP MI MIT MLB MLK MLS MP MPS MTV
    NAACP NBA NBC NCAA NFL NGO NGOS NHL NHS NIH NPR NRA NSA NTSB NUT NY NYC NYPD NYSE NYU OAS OECD OPCW OSCE OT
    PBS PC PGA PHEV PLO PM PR PTSD PVC RAF RBI RFK RFU RMT RNA RNC RNLI ROTC RSPB RSPCA SEC SNP SUV TSA TUC TV
    UAE UAW UBS UCL UCLA UFC UK UKHSA UN UNGA UNHCR UPS URL USA USAF USAID USB USC USDA USGS USMC USMCA USPS
    USPTO USTR UTC VAT VIP VW WBC WHO WTA WTO WWI WWII YMCA YWCA
    """
)
"""Said by letters, even in a headline in capitals."""
SHOUTED = words(
    """
    AM AN AS AT BASIC CAFE CARE COBRA DREAM FED ICE IS IT JAG LEAP MASH MI NICE OR PAC PIN PINS RICO SAGE SALT SEAL
    SEALS SNAP START STEM TED US WASP WHO ZIP
    """
)
"""Acronyms that are also ordinary words: in a headline in capitals the word is meant."""
CAPITAL_WORDS = words(
    """
    ABU DAR DEN DES EL LAS LOS RIO SAN SRI TEL
    A ADD AGE AGO AH AID AIM AIR ALL ALSO AN AND ANY ARE AS ASK AT BAD BAG BAN BE BED BEEN BEST BIG BIT BOO BOX BOY
    BUS BUT BUY BY CAN CAT COME CUP CUT DAD DAY DEAD DID DIE DO DOES DOG DONE DOWN DUE EAT EGG EH END EVEN EVER EYE
    FAR FEW FIT FIX FLY FOR FREE FROM FUN GET GIVE GO GOOD GUN GUY HA HAD HAS HAT HAVE HE HELP HER HERE HIGH HIS HIT
    HM HOT HOW I IF IN INTO IS IT ITS JOB JOY JUST KEEP KEY KID KNOW LAST LAW LAY LEG LESS LET LIE LIKE LIVE LOL LONG
    LOOK LOT LOVE LOW MAD MADE MAKE MAN MANY MAP ME MEN MIX MOM MORE MOST MUCH MUST MY NEED NEW NEWS NEXT NO NOR NOT
    NOW NUT OF OFF OH OIL OK OLD ON ONE ONLY OPEN OR OUR OUT OVER OWN PAY PER PUT RAW READ REAL RED RID ROW RUN SAD
    SAID SALE SAME SAY SAYS SEE SEX SHE SIT SIX SKY SO SOME SON STOP SUCH SUN TAKE TAX TEA TELL TEN THAN THAT THE THEM
    THEN THEY THIS TIE TIME TO TOO TOP TOY TRY TWO UH UP USE VAN VERY VIA VOW WANT WAR WAS WAY WE WELL WENT WERE WHAT
    WHEN WHY WILL WIN WITH WON WORK WOW YE YEAR YES YET YOU YOUR ZOO
    """
)
"""Ordinary words that may stand in capitals for emphasis."""
WIRE = pairs(
    """
    BLN: billion; MLN: million; DLR: dollar; DLRS: dollars; CTS: cents; PCT: percent; QTR: quarter; STG: sterling;
    MTHS: months; LTD: Limited; VS: versus; DEPT: department; GOVT: government
    """
)
"""What news agencies shorten in headlines in capitals."""
SAID_AS = pairs("FOIA: Foya; WWII: World War two; WWI: World War one; FTSE: Footsie; JPEG: jay-peg; AAA: triple A")
"""Neither by letters nor as written."""
MIXED = pairs(
    """
    pH: p H; IPv: I P v;
    PwC: P W C; PhD: P H D; PhDs: P H D's; tv: T V; TVs: T V's; mRNA: m R N A; MoD: M O D; MoJ: M O J; DoJ: D O
    J; DfE: D F E; IoT: I O T; BAs: B A's; ssn: S S N; pm: P M; MSc: M S C; BSc: B S C; LLB: L L B; PCs: P C's;
    IDs: I D's; eBay: eBay; CoP: COP; DoE: D O E; DoD: D O D; pdf: P D F
    """
)
"""Said by letters in spite of lower case."""
NUMBERED = words(
    """
    act amendment apollo article book category chapter class division factor fantasy gemini generation grade level
    mark olympiad part phase rocky saturn scene schedule section stage tier title type vol volume war wrestlemania
    """
)
"""A roman numeral behind these is a cardinal."""
LETTERED = words(
    """
    appendix block category class column exhibit figure group hepatitis influenza option part phase plan pool row
    schedule section series size team type unit variant vitamin witness zone
    """
)
"""A letter behind these is a name of its own, not somebody's initial: a stop behind it ends the sentence."""
FIRST_PARTS = words(
    """
    act article book category chapter class division grade level part phase schedule stage tier title type volume war
    """
)
"""Behind these a single `I` is a numeral."""
SERIES = words(
    """
    alien annex apollo appendix artemis auto challenger civilization class diablo episode exhibit expo figure
    gemini halo iron jedi kombat mac man mark model part phase plate rocky saturn schedule soyuz super table
    title trek type vanguard vatican volume wars windows xbox
    """
)
"""Capitalised, but not a person."""
REGNAL = words(
    """
    Abdulhamid Abdullah Adrian Aga Ahmose Alaric Albert Alexander Alfonso Alfred Amenhotep Antiochus Artaxerxes
    Baldwin Bartholomew Baudouin Benedict Bhumibol Birendra Boniface Carl Carlos Casimir Catherine Celestine
    Charles Christian Clement Cleopatra Cnut Constantine Cyrus Darius David Edmund Edward Elizabeth Emmanuel
    Faisal Felipe Ferdinand Francis Franz Frederick Frederik George Gregory Gustaf Gustav Gyanendra Haakon
    Harald Harold Hassan Henri Henry Hussein Ignatius Innocent Isabella Ivan James Jean Jigme John Joseph Juan
    Julius Justinian Kamehameha King Kirill Ladislaus Leo Leopold Letsie Louis Ludwig Mahendra Malcolm Manuel
    Margrethe Maria Mary Mehmed Menelik Michael Mithridates Mohamed Mohammed Moshoeshoe Mswati Murad Mutesa
    Napoleon Nebuchadnezzar Nicholas Norodom Norton Olav Otto Paul Pedro Peter Philip Pius Pope Ptolemy Queen
    Rainier Rama Rameses Ramses Richard Robert Salman Sam Sancho Sargon Selim Seti Shapur Shenouda Sigismund
    Sixtus Sobhuza Stanislaus Stephen Suleiman Tawadros Tewodros Theodore Theophilos Thutmose Tikhon Tupou
    Tutankhamun Umberto Urban Vajiralongkorn Victor Wilhelm William Xerxes Yazdegerd Zahir
    """
)
"""A roman numeral behind these names is an ordinal."""
MANY_OF_THEM = words(
    """
    Alfonso Benedict Carlos Charles Christian Clement Edward Felipe Ferdinand Frederik George Gregory Gustaf Gustav
    Haakon Harald Henry Innocent James Leo Louis Mohammed Olav Paul Philip Pius Rama Ramses Sixtus Urban
    """
)
"""Of whom there was a fifth or a tenth, so that `V` and `X` are numerals."""
VERBS_AFTER_I = words(
    """
    always am believe can could did do feel have just know never said saw say think told want went will would
    """
)
TOP_LEVEL = words(
    """
    abc ai app ar at au be biz blog br ca ch charity cl cn co com cz de dev dk edu es eu example fi fm fr gov gr ie in
    info int io it jp ke kr london ly me mil museum mx net news ng nl no nz online org pl pt ru scot se shop site sm
    tech tv uk us wales xyz za
    """
)
TOP_LEVEL_WORDS = words("at be in is it me no so to us")
"""Also words: a stop without a space before them is more likely a slip than an address."""
