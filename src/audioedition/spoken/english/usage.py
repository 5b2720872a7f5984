"""Words that decide how a number beside them is read.

Each list is open: add a word here and a line to tests/spoken/cases.tsv.
"""

from __future__ import annotations

from ...lexis.wordlists import words

FUNCTION_WORDS = words(
    """
    fell found given going grew held kept left lent lost made meant needed paid rose sank sent sought spent
    stolen taken won
    a about above after again against ago ahead all also altogether an and annually apiece are as at away back be
    because been before behind below between both but by came can cheaper comes could daily did do does down during
    each earlier either every extra fewer for from go goes had has have he her here higher his i if in into is it its
    just last later left less lower may might minus monthly more must my next no nor not now of off on only onto or
    our out over per plus poorer richer shall she short should since so than that the their then there these they this
    those through to today tomorrow too total under until up versus vs was we weekly went were when where which while
    who will with within without worth would yearly yesterday you your
    """
)
"""Never the noun that an amount belongs to."""
SEVERAL = words("two three four five six seven eight nine ten twelve dozen several many few fake counterfeit crisp")
"""Before a sum and a noun in the plural: `two $100 bills`."""
DETERMINERS = words("her his its my new our that the their this whose your")
PRICED = words(
    """
    bailout bid bill bond bonds boost budget buyout campaign contract contracts deal deals expansion facility fine fund
    grant grants home homes house initiative mark overhaul pledge range redevelopment refurbishment renovation shortfall
    threshold verdict windfall
    house-building houses investment jackpot lawsuit loan loans makeover mansion mansions merger note notes package
    plan prize program programme project projects question ransom rescue revamp reward scheme settlement stadium
    takeover upgrade
    """
)
"""Nouns that a sum before them belongs to even without an article: `$3bn deal agreed`."""
CROWDS = words(
    """
    yuan won yen rand baht lira
    accounts acres adults animals barrels birds boats boys bricks calories cans cars cases children citizens consumers
    copies customers days deaths degrees devices doses downloads employees families feet fewer flights followers
    gallons girls hectares hits homes hours households houses inhabitants jobs kilometers kilometres listeners liters
    litres members men meters metres migrants miles minutes months officers pages passengers patients people pieces
    points police population properties pupils readers records refugees residents seats shares ships soldiers songs
    speakers staff steps streams strong students subscribers tickets tonnes tons tourists trees troops units users
    vehicles viewers views visitors visits voters votes weeks women words workers years
    """
)
"""What is counted by the thousand and the million."""
SPORT_OR_SIZE = words(
    """
    above away backstroke below breaststroke bronze bus butterfly champion championship course dash deep depth
    distance event final freestyle from gold heat high hurdles individual line long mark medley men men’s platform
    pool race radius record relay rifle run runner semi-final semifinal silver sprint sprinter steeplechase stretch
    swim tall telescope title tower wall wide women women’s yacht
    """
)
"""After figures and `m`: metres, not millions."""
SCREENS = words("monitor TV TVs television screen screens video resolution display camera footage streaming")
"""Behind `4K`: not thousands."""
RUNS = words("fun race races run runs time walk")
"""Behind `5k`: kilometres."""
NOT_PLURALS = words("across always as does has his is its meters metres perhaps plus this towards us was")
"""End in s and are no plural nouns."""
ROUGHLY = words(
    """
    about almost approximately around estimated exactly fewer hit least nearly over reached roughly some than
    """
)
HEIGHTS = words(
    """
    sea tide tides wall fence hole pipe river flood floodwater ditch tunnel
    away deep depth distance height high jump jumped leap length long meters metres rain snow tall threw throw waves
    wide
    """
)
"""Words around a measure of length."""
YEAR_BEFORE = words("autumn by circa early in late mid since spring summer till until winter year")
CODED = words(
    """
    resolution
    ab hb hf sb sf
    cessna docket embraer exit gulfstream local marker office peugeot piper porsche ward xbox
    article cr directive fm measure ordinance prop proposition rt sr
    airbus apartment boeing bus channel engine flight form forms highway hwy interstate psalm room route rte section
    suite title train unit us
    """
)
"""The number behind these is read by twos."""
AIRLINERS = words("707 717 727 737 747 757 767 777 787")
DIALLED = words("zip call called calling calls dial dialed dialled dialling phone phoned rang ring text texted")
"""Before three figures that are dialled."""
CALLS = words("call caller callers calls dispatcher dispatchers emergency handler handlers operator operators")
"""Behind `911` or `999`."""
PHONES = words(
    """
    call called calls contact dial dialed dialled fax helpline hotline number phone phoned reach ring tel telephone
    text
    """
)
"""Words around a telephone number."""
VOTES = words(
    """
    abstentions amendment ballot commissioners favor favour jury legislation motion mpc split
    approved bill committee council court decision house justices panel parliament passed rejected ruled ruling senate
    vote voted votes voting
    """
)
"""Words around the result of a vote, read with "to"."""
CRICKET = words("dec lunch stumps wicket wickets innings overs declared bowled lbw batsman batter batsmen bowler tea")
"""Words around a cricket score: runs for wickets."""
SPLITS = words("split chance deal partnership ownership basis portfolio round rounds punch finish combination")
"""Behind two shares or places: `60-40 split`, `1-2 finish`."""
FORMATIONS = words("defense defence formation front scheme alignment shape set-up setup system lineup line-up lined")
"""Words around a formation: `a 4-3 defense`, `lined up in a 4-2-3-1`."""
PITCHES = words("count pitch fastball slider curveball changeup sinker cutter splitter delivery")
"""Behind the count of balls and strikes."""
TENNIS_WORDS = words("serve serves served serving deuce break tennis")
PLAYERS = words(
    """
    center cornerback forward freshman goalie goaltender guard junior lefty left-hander lineman linebacker pitcher point
    quarterback receiver right-hander rookie safety senior sophomore swingman tackle
    """
)
"""Behind feet and inches: `the 6-5 center`."""
BATTING = words("balls overs runs fours sixes")
STUDIES = words("degree degrees honours university graduated")
WITH_RECORDS = words("are at ended finish finished go goes is now stand stands still to was went were")
"""Before wins, losses and ties."""
BOWLED = words("took takes taking taken claimed claims claiming bagged returned returning with best")
"""Before wickets for runs."""
IMPROVES = words(
    "improve improved improves improving fell falls fall falling dropped drops drop moved moves move record start up"
)
"""Before "to" and wins and losses."""
STANDING = words("behind drew game games half lead leading led level score set sets trail trailed trailing")
"""Words around a score at some moment, not a price."""
CLOCKED = words("about around at by from since till until")
"""Before `0900`."""
RACING = words("race races racing runners train card going handicap hurdle")
"""Words around times with a stop: `the 4.10`."""
TEAMS = words("champions champs club hosts leaders rivals side squad team visitors")
PRICES = words("odds priced quoted backed")
"""Before odds."""
GAMES = words(
    """
    aggregate beat beats defeat defeated draw drew fell final game half inning innings lead leading led lose loses
    lost match penalties playoff quarter record score scored scores semi-final semifinal series set sets shootout
    trail trailed trailing victory win wins won
    """
)
"""Words around the result of a game."""
RESULTS = words(
    """
    aggregate ahead beat beats behind clinched crushed defeat defeated down downed draw drew drubbing edged ended fell
    final finished game half inning innings lead leading led level lose loses lost margin match penalties playoff
    quarter record rout routed ruling score scored scores semi-final semifinal series set sets shootout split tie tied
    trail trailed trailing triumph up victory win wins won
    """
)
"""Right beside a result."""
ODDS = words(
    """
    against chance fav favorite favorites favourite favourites favs joint jt longshot odds outsider outsiders
    shot underdog
    """
)
RANGE_BEFORE = words(
    """
    about age aged ages between channels chapters days episodes from gates items lines nos numbers page pages
    questions rooms seats verses weeks years
    """
)
"""Before two numbers with a dash: a range, not a result."""
COUNTED_UNITS = words(
    """
    am billion cents cm day days degrees dollars euros feet foot ft games hour hours inch inches kg km lb lbs men
    meters metres mile miles million minute minutes mm month months pages people per percent players pm points pounds
    seats second seconds thousand times week weeks women yard yards year years
    """
)
"""Behind two numbers with a dash: a range, not a result."""
OPENERS = words(
    """
    A According After All Also An And As Asked At Before Both But By Despite During Each Earlier Everyone For From He
    Her His How However I If In It Its Last Later Many Meanwhile More Most My No Nobody Not Now Officials On One Our
    Police She Since So Some That The Their Then There These They This Those Three Two Under Until We What When While
    Who Why With Witnesses You
    """
)
"""Words that open a sentence rather than go on with a name."""

SCREEN_LINES = words("480 720 1080 1440 2160")
"""`1080p`: lines, not pence."""
SHARED = words("of mile miles inch inches second seconds")
"""Behind `7/10`: a fraction, not a mark."""
DATED = words("due on since until dated from")
"""Before `5/11`: a date."""
BEFORE_DAYS = words("on next last until till from by and to every")
"""Before `Sat.` at the end of a sentence."""
BEFORE_US = words(
    """
    for of with tell let give lead help all between join show teach make leave trust need want save kill told gave left
    among about around made let's lets helps leads tells gives
    """
)
"""Before `US` in a headline in capitals: the pronoun."""
AFTER_WHO = words("says said warns declares chief urges report calls approves backs head official officials team data")
"""Behind `WHO` in a headline in capitals: the organisation."""
HALVED = words("the a an of his her its their my our your")
"""Behind `½`: "half", not "one half"."""
RATINGS = words("stars star")
"""Behind `4/5`: a mark, not a fraction."""
SIZED = words(
    """
    ammo ammunition artillery backstroke bolt bolts breaststroke bullet bullets butterfly cannon cannons
    cartridge cartridges freestyle gun guns howitzer howitzers hurdles lens lenses medley mortar mortars
    pistol pistols relay rifle rifles gusts rocket rockets round rounds shell shells sprint steeplechase winds
    """
)
"""Nouns that a measure before them belongs to even without an article: `155mm shells`."""
FILED = words("filing filings form forms")
"""Behind `13F`: a form of the authorities, not degrees."""
PRESSURES = words("pressure barometer low central hurricane storm cyclone")
WINDS = words("wind winds gust gusts gusting gale gales breeze speed speeds knots")
CODED_BEFORE = words("blk block blocks form forms return returns")
"""Behind four figures that are read by twos: `the 2300 block`, `a 1040 return`."""
AMOUNTS = words(
    """
    amount area attendance average capacity cost count crowd depth distance fleet height length list maximum membership
    minimum number population price rate record series speed staff sum total turnout value weight workforce
    """
)
"""Before "of" and a number that is no year."""
SAID_FIRST = words(
    "ah and but er fine hey hmm look no now oh right so sorry sure thanks that's uh um well yeah yes you"
)
"""Before `, OK`: talk, no place in Oklahoma."""
