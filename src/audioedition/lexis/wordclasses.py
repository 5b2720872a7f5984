"""The closed classes of English words that noun phrases and clauses begin or end with; lower case."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of a list that is written as running text."""
    return frozenset(text.split())


PRONOUNS = words(
    """
    he she they i we it you who another others one many some both everyone somebody someone nobody
    """
)
PERSONAL = frozenset(["he", "she", "they", "i", "we", "it"])
DETERMINERS = words(
    """
    the a an one another his her their its our my some many several two three four five few this these that
    those both most all other each every no any
    """
)
PARTICLES = words(
    """
    de da di du la le van von der den bin ibn al el dos del ter ten bint abu ben
    """
)
DAYS = words(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april june july august
    september october november december jan feb aug sept oct nov dec mon tue tues wed thu thurs fri sat sun
    today yesterday tomorrow tonight
    """
)
AUXILIARIES = words(
    """
    has have had is was are were be been being will would could can may might must should did does do 'd ’d 've
    ’ve to
    """
)
ADVERBS = words(
    """
    also then later once again still even now just already never always often ever soon first earlier afterward
    afterwards recently only simply too instead further thus so n't not back quickly both all himself herself
    themselves itself twice famously yet rather reportedly likewise moreover furthermore nonetheless
    nevertheless meanwhile indeed besides overall elsewhere sometimes perhaps maybe
    """
)
PREPOSITIONS = words(
    """
    in on at by for from with to of about as after before during since until over under against through into
    between among amid within without like via upon toward towards around near outside inside beyond despite
    across along above below behind off onto out up down
    """
)
PAPERS = words(
    """
    statement report letter email e-mail interview video message post memo note article document filing testimony
    recording footage transcript paper study blog complaint lawsuit affidavit speech book column
    """
)
"""What words stand in: `in a statement released by`."""
LINKS = words(
    """
    of for at with from in on to
    """
)
SUBORDINATORS = words(
    """
    when while after before as although though because since if unless until once where whereas asked speaking
    referring according despite in on at during for by with from following amid unlike like given based
    responding citing noting calling pressed under over through without upon writing appearing standing among
    within but
    """
)
CONJUNCTIONS = words(
    """
    and but or yet so nor while because that which if whether than when as though although however meanwhile
    """
)
APPOSITIVE = words(
    """
    a an the who whose whom which now then former chief director president chairman chairwoman chair professor
    spokesman spokeswoman executive senior author editor head founder co-founder one himself herself his her
    their its both also along
    """
)
ORDINALS = frozenset(("first", "second", "third", "one", "two", "last", "more"))
NEVER_NAMES = words(
    """
    of about the a an in on at by for from with but and or so yet as if when while after before he she it they
    we i you his her their its our my this that these those there then now however meanwhile also still although
    though because since according asked what who how why where not no yes one two three some many most several
    another both all once until during despite among like unlike under over through without within each every
    few more much such than very too again later earlier soon never always often sometimes between against
    around besides instead inside outside near let perhaps maybe even only just last first next told speaking whether
    whose whereas additionally finally following including given based born here other others any none nobody
    everyone anyone someone something nothing everything moreover furthermore therefore thus hence indeed besides
    suddenly eventually previously separately similarly ironically earlier asked whenever wherever beyond above
    """
)
NOT_NOUN = words(
    """
    said there here what how why where more less than very much most least own such when used went came got took
    made gave seemed wanted tried left held kept liked began turned looked ran sat stood walked shook became
    brought knew saw heard met lost won paid sent led refused declined
    """
)
