"""Words that decide how a number beside them is read: the kinds of lexis/en/beside.tsv."""

from __future__ import annotations

from ...lexis.tables import kinds

_kind = kinds("beside", "kinds")

function_words = _kind("function_words")
"""Never the noun that an amount belongs to."""
paid = _kind("paid")
"""Behind `each £1`: what happened to it, no noun."""
sold = _kind("sold")
"""Before a sum and a noun in the plural that it belongs to: `with $5 tickets`."""
several = _kind("several")
"""Before a sum and a noun in the plural: `two $100 bills`."""
determiners = _kind("determiners")
priced = _kind("priced")
"""Nouns that a sum before them belongs to even without an article: `$3bn deal agreed`."""
crowds = _kind("crowds")
"""What is counted by the thousand and the million."""
labels = _kind("labels")
"""Before figures and a letter that are a name: `Runway 27L`, `Apt. 5C`."""
roads = _kind("roads")
"""Before the number of a road, in small letters."""
expiring = _kind("expiring")
"""Before a month and a year by figures: `rego 11/25`."""
of_roads = _kind("of_roads")
"""Behind the number of a road: `the R59 crash`."""
guns = _kind("guns")
"""Behind a calibre."""
sport_or_size = _kind("sport_or_size")
"""After figures and `m`: metres, not millions."""
screens = _kind("screens")
"""Behind `4K`: not thousands."""
gold = _kind("gold")
"""Near `22K`: how fine it is."""
runs = _kind("runs")
"""Behind `5k`: kilometres."""
compared = _kind("compared")
"""Behind an amount that is the difference to the one before: `£5 – £3 more`."""
spanning = _kind("spanning")
"""Beside `23/24`: what is reckoned by years that begin in summer."""
not_plurals = _kind("not_plurals")
"""End in s and are no plural nouns."""
roughly = _kind("roughly")
heights = _kind("heights")
"""Words around a measure of length."""
year_before = _kind("year_before")
coded = _kind("coded")
"""The number behind these is read by twos."""
airliners = _kind("airliners")
exchanges = _kind("exchanges")
"""Before a colon and a share's symbol."""
dialled = _kind("dialled")
"""Before three figures that are dialled."""
calls = _kind("calls")
"""Behind `911` or `999`."""
phones = _kind("phones")
"""Words around a telephone number."""
votes = _kind("votes")
"""Words around the result of a vote, read with "to"."""
cricket = _kind("cricket")
"""Words around a cricket score: runs for wickets."""
splits = _kind("splits")
"""Behind two shares or places: `60-40 split`, `1-2 finish`."""
formations = _kind("formations")
"""Words around a formation: `a 4-3 defense`, `lined up in a 4-2-3-1`."""
pitches = _kind("pitches")
"""Behind the count of balls and strikes."""
tennis_words = _kind("tennis_words")
players = _kind("players")
"""Behind feet and inches: `the 6-5 center`."""
batting = _kind("batting")
studies = _kind("studies")
with_records = _kind("with_records")
"""Before wins, losses and ties."""
bowled = _kind("bowled")
"""Before wickets for runs."""
improves = _kind("improves")
"""Before "to" and wins and losses."""
standing = _kind("standing")
"""Words around a score at some moment, not a price."""
clocked = _kind("clocked")
"""Before `0900`."""
racing = _kind("racing")
"""Words around times with a stop: `the 4.10`."""
teams = _kind("teams")
prices = _kind("prices")
"""Before odds."""
games = _kind("games")
"""Words around the result of a game."""
results = _kind("results")
"""Right beside a result."""
odds = _kind("odds")
range_before = _kind("range_before")
"""Before two numbers with a dash: a range, not a result."""
counted_units = _kind("counted_units")
"""Behind two numbers with a dash: a range, not a result."""
openers = _kind("openers")
"""Words that open a sentence rather than go on with a name."""
screen_lines = _kind("screen_lines")
"""`1080p`: lines, not pence."""
shared = _kind("shared")
"""Behind `7/10`: a fraction, not a mark."""
dated = _kind("dated")
"""Before `5/11`: a date."""
before_days = _kind("before_days")
"""Before `Sat.` at the end of a sentence."""
before_us = _kind("before_us")
"""Before `US` in a headline in capitals: the pronoun."""
after_who = _kind("after_who")
"""Behind `WHO` in a headline in capitals: the organisation."""
halved = _kind("halved")
"""Behind `½`: "half", not "one half"."""
ratings = _kind("ratings")
"""Behind `4/5`: a mark, not a fraction."""
sized = _kind("sized")
"""Nouns that a measure before them belongs to even without an article: `155mm shells`."""
filed = _kind("filed")
"""Behind `13F`: a form of the authorities, not degrees."""
pressures = _kind("pressures")
winds = _kind("winds")
coded_before = _kind("coded_before")
"""Behind four figures that are read by twos: `the 2300 block`, `a 1040 return`."""
amounts = _kind("amounts")
"""Before "of" and a number that is no year."""
said_first = _kind("said_first")
"""Before `, OK`: talk, no place in Oklahoma."""
named_streets = _kind("named_streets")
"""Before `St`, whatever follows: `Wall St. Expectations`."""
before_street = _kind("before_street")
"""What stands before the name of a street."""
verbs_after_i = _kind("verbs_after_i")
hours_before = _kind("hours_before")
"""Before a time of day without a.m. or p.m.: `doors 7.30`."""
valued = _kind("valued")
"""Before "at" and a price or an index, no time of day."""
opening = _kind("opening")
"""Before opening hours."""
tidal = _kind("tidal")
"""Around the times of tides."""
at_bat = _kind("at_bat")
"""Around the runs of a batter who was not out."""
deadlines = _kind("deadlines")
"""Before "by" and a date in figures."""
of_county = _kind("of_county")
"""Behind `Marlow Co.`: what a county has."""
field_marks = _kind("field_marks")
"""Around feet and inches of an athlete."""
combined = _kind("combined")
"""Before the numbers of horses that are bet on together."""
drawn = _kind("drawn")
"""Around the numbers of a lottery."""
forecast = _kind("forecast")
"""Around a temperature."""
sessions = _kind("sessions")
"""Behind a roman numeral that is an ordinal: `the XXIII Games`."""
blood = _kind("blood")
"""Around the pressure of blood: `120/80`."""
kitchen = _kind("kitchen")
"""Units of which recipes take a half."""
marked = _kind("marked")
"""Before a candidate's marks: `scored 715/720`."""
trains = _kind("trains")
"""Behind the time that names them: `the 1415 train`."""
starred = _kind("starred")
"""Behind `4*`."""
quakes = _kind("quakes")
"""Around the magnitude of one: `M 5.6`."""
before_quarters = _kind("before_quarters")
"""Before a quarter that gets its article: `in 2Q`."""
numbered_before = _kind("numbered_before")
"""Before figures with a stroke that are no bowler's: `Unit 4/12`."""
records = _kind("records")
"""Behind wins and losses."""
they_are = _kind("they_are")
"""Before wins, losses and ties."""
said = _kind("said")
"""Behind a quotation that ends in figures."""
left_of_game = _kind("left_of_game")
"""Behind the seconds of a game: `:02 left`."""
before_months = _kind("before_months")
"""Before a month written short without a stop: `in Feb`."""
ranks = _kind("ranks")
"""Titles that stand for somebody where no name follows, and are nothing else."""
units_of_army = _kind("units_of_army")
"""Behind a number: `4 Sqn`."""
saints = _kind("saints")
"""Behind `St`: towns that are called after a saint, `Bury St Edmunds`."""
leaps = _kind("leaps")
"""Before a height or length of an athlete: `cleared 5.80m`."""
whole_things = _kind("whole_things")
"""Plurals that nobody counts thirds of: `2/3 weeks`."""
parted = _kind("parted")
"""Behind `3/4`: three quarters of one."""
multiplied = _kind("multiplied")
"""Behind `3 x`: three times."""
made_of = _kind("made_of")
"""Between a measure and its noun."""
apiece = _kind("apiece")
"""Units in short that stand behind `a` and `per`: `58p a kg`."""
cited = _kind("cited")
"""Before the number of a part: `vol. 3`, `app. B`."""
adjoining = _kind("adjoining")
"""Before `adj.`: what something is adjacent to."""
before_arts = _kind("before_arts")
"""Before `Arts`, which is no `Arts.` for articles."""
put_off = _kind("put_off")
"""Between two days with a stroke: `10/3 moved to 10/5`."""
behind_days = _kind("behind_days")
"""Behind a day written short: `Sat closed`."""
kicked = _kind("kicked")
"""Before goals from tries: `kicked 4/5`."""
battalions = _kind("battalions")
"""Behind a fraction that is an ordinal of two: `the 1/5th Bn`."""
betting = _kind("betting")
"""Around `12/5`: a price, no fraction."""
school_years = _kind("school_years")
"""Before the number of those who are in one: `the Year 7s`."""
numbered_incidents = _kind("numbered_incidents")
"""Before `number` and figures that are said one by one: `incident number 2353`."""
numbered_records = _kind("numbered_records")
"""Before a number that is read by its figures."""
keyed = _kind("keyed")
"""Before figures that somebody types."""
parts_of_works = _kind("parts_of_works")
"""Before a roman numeral in small letters."""
shots = _kind("shots")
"""Before three-pointers: `made 3s`."""
plays = _kind("plays")
"""Behind three figures: who threw to whom."""
named_for_places = _kind("named_for_places")
"""Before `St` and a street: `North St Paul Avenue`."""
sure_streets = _kind("sure_streets")
"""Short forms that are nothing but a street."""
for_seniors = _kind("for_seniors")
"""Behind `Sr`: senior."""
indian_ranks = _kind("indian_ranks")
"""Behind `Sr` in India."""
numbered_files = _kind("numbered_files")
"""Before `#` and figures: number."""
legal_parts = _kind("legal_parts")
"""Beside a chapter of a code."""
name_places = _kind("name_places")
"""Towns begin with these as people do: `Glen Burnie, MD`."""
memory = _kind("memory")
"""Behind `256K`: kilobytes, said as the letter."""
directions = _kind("directions")
"""Behind `10m`: metres."""
basketball = _kind("basketball")
"""Words around shots of basketball."""
