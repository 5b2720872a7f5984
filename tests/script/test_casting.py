from __future__ import annotations

from pathlib import Path

import pytest

from audioedition.errors import CastingError, SettingsError
from audioedition.model import Article, Gender, Role, Segment, Segmentation, Speaker, Voice
from audioedition.project.cast import Cast, load_cast, normalised
from audioedition.script.casting import cast

F, M, U = Gender.FEMALE, Gender.MALE, Gender.UNKNOWN
VOICES = tuple(
    Voice(name, "tone", name, language, gender)
    for name, language, gender in [
        ("heart", "en-US", F),
        ("joe", "en-US", M),
        ("fern", "en-US", F),
        ("wren", "en-US", F),
        ("hank", "en-US", M),
        ("system-de", "de", U),
        ("system-de-f", "de-DE", F),
    ]
)
TOML = """
narrator = "heart"
neutral = ["burt", "joe"]
[people]
"Zoe Example" = "wren"
[pools.en]
female = ["heart", "fern", "wren"]
male = ["joe", "burt", "hank"]
unknown = ["joe", "fern"]
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "voices").mkdir()
    (tmp_path / "voices" / "cast.toml").write_text(TOML, encoding="utf-8")
    return tmp_path


@pytest.fixture
def players(root: Path) -> Cast:
    return load_cast(root, VOICES)


def said(*speakers: Speaker | None, language: str = "en") -> Segmentation:
    article = Article("x" * 100, name="day/one.txt", language=language)
    quotes = tuple(Segment(Role.QUOTE, i, i + 1, "x", i, who) for i, who in enumerate(speakers, 1))
    return Segmentation(article, (Segment(Role.BODY, 0, 1, "x", 0), *quotes), ())


def who(name: str, gender: Gender = U, anonymous: bool = False) -> Speaker:
    return Speaker(name, name, 0, 1, gender, anonymous)


def names(segmentation: Segmentation, players: Cast) -> list[str]:
    return [voice.name for voice in cast(segmentation, players)]


def test_the_narrator_reads_what_is_not_quoted_and_no_quotation(players: Cast) -> None:
    speakers = [who(f"Ana {c}berg", F) for c in "ABCDEFGH"]
    narrator, *others = names(said(*speakers), players)
    assert narrator == "heart"
    assert "heart" not in others
    assert set(others) == {"fern", "wren"}


def test_a_person_keeps_the_voice_across_articles(players: Cast) -> None:
    first = names(said(who("Tom Hale", M)), players)
    assert names(said(who("Tom Hale", M), who("Ana Berg", F)), players)[1] == first[1]
    assert names(said(who("Dr. TOM  HALE", M)), players)[1] == first[1]


def test_two_men_get_two_voices_while_voices_last(players: Cast) -> None:
    for a, b in [("Tom Hale", "Lars Roe"), ("Ben Lund", "Max Orr"), ("Ian Fox", "Abe Cole")]:
        one, two, again = names(said(who(a, M), who(b, M), who(a, M)), players)[1:]
        assert {one, two} == {"joe", "hank"}
        assert again == one


@pytest.mark.parametrize("anonymous", [False, True])
@pytest.mark.parametrize(("gender", "fitting"), [(F, 2), (M, 2), (U, 2)])
def test_two_people_share_a_voice_only_when_every_fitting_one_is_taken(
    players: Cast, gender: Gender, fitting: int, anonymous: bool
) -> None:
    nouns = ("a baker", "a nurse", "a driver", "a trader", "a teacher")
    for n in range(1, 6):
        people = [who(nouns[i] if anonymous else f"Kim {chr(65 + i)}ale", gender, anonymous) for i in range(n)]
        voices = names(said(*people), players)[1:]
        assert len(set(voices)) == min(n, fitting)
        assert "heart" not in voices


def test_named_people_and_the_nameless(players: Cast) -> None:
    assert names(said(who("Zoe Example", F)), players)[1] == "wren"
    assert names(said(who("a source in Lahore", anonymous=True), None), players)[1:] == ["fern", "joe"]
    assert names(said(who("a woman", F, anonymous=True)), players)[1] in ("fern", "wren")


def test_who_says_most_chooses_first_and_the_nameless_after_the_named(players: Cast) -> None:
    source, tom, lars = who("a fisherman", M, anonymous=True), who("Tom Hale", M), who("Lars Roe", M)
    alone = {p.name: names(said(p), players)[1] for p in (tom, lars)}
    voices = names(said(source, tom, tom, lars), players)[1:]
    assert voices[1] == alone["Tom Hale"] and {voices[1], voices[3]} == {"joe", "hank"}


@pytest.mark.parametrize("name", ["Kim Ash", "Kim Bell", "Kim Cole", "Kim Dunn"])
def test_whom_any_voice_fits_leaves_the_fitting_ones_to_the_others(players: Cast, name: str) -> None:
    kim, ana, ida = who(name, Gender.UNKNOWN), who("Ana Berg", F), who("Ida Roe", F)
    assert len(set(names(said(kim, kim, kim, ana, ida), players)[3:])) == 3


def test_bodies_and_documents_have_a_voice_that_no_person_has(root: Path, players: Cast) -> None:
    council, police, tom = who("the council", anonymous=True), who("the police", anonymous=True), who("Tom Hale", M)
    assert len(set(names(said(council, police, tom), players))) == 4
    (root / "voices" / "cast.toml").write_text('institutions = "narrator"\n' + TOML, encoding="utf-8")
    assert names(said(council, tom), load_cast(root, VOICES))[1] == "heart"


def test_a_voice_more_takes_over_only_the_people_it_wins(root: Path) -> None:
    people = [who(f"Tom {chr(65 + i)}ale", M) for i in range(26)]
    before = [names(said(p), load_cast(root, VOICES))[1] for p in people]
    burt = Voice("burt", "tone", "burt", "en-US", M)
    after = [names(said(p), load_cast(root, (*VOICES, burt)))[1] for p in people]
    assert all(b in (a, "burt") for a, b in zip(before, after, strict=True))
    assert 0 < after.count("burt") < 20


def test_another_language_gets_its_own_voices(players: Cast) -> None:
    assert names(said(who("Ana Berg", F), language="de"), players) == ["system-de", "system-de-f"]


def test_a_neutral_voice_reads_for_bodies_in_its_own_language(root: Path) -> None:
    voices = (*VOICES, Voice("lena", "tone", "lena", "de-AT", F))
    toml = TOML.replace('["burt", "joe"]', '["lena", "joe"]') + '[pools.de]\nunknown = ["system-de-f"]\n'
    (root / "voices" / "lena.toml").write_text("")
    (root / "voices" / "cast.toml").write_text(toml, encoding="utf-8")
    players = load_cast(root, voices)
    assert [names(said(None, language=code), players)[1] for code in ("de", "en")] == ["lena", "joe"]


BRITISH = """
[regions.en-GB]
narrator = ["kokoro-emma", "emma"]
neutral = ["fern"]
female = ["emma", "fern"]
male = ["george"]
"""


@pytest.mark.parametrize(
    ("language", "there", "narrator", "man"),
    [
        ("en-GB", ("emma", "george"), "emma", "george"),
        ("en_gb", ("emma", "george"), "emma", "george"),
        ("en", ("emma", "george"), "heart", "joe hank"),
        ("en-AU", ("emma", "george"), "heart", "joe hank"),
        ("en-GB", ("george",), "heart", "joe hank"),  # nobody can narrate
    ],
)
def test_a_region_has_a_cast_of_its_own_where_its_narrator_is_there(root, language, there, narrator, man):
    for name in ("kokoro-emma", "emma", "george"):
        (root / "voices" / f"{name}.toml").write_text("")
    (root / "voices" / "cast.toml").write_text(TOML + BRITISH, encoding="utf-8")
    voices = (*VOICES, *(Voice(name, "tone", name, "en-GB", M if name == "george" else F) for name in there))
    players = load_cast(root, voices, language=language)
    said_by = names(said(who("Jan Berg", M), None, language="en-GB"), players)
    assert said_by[0] == narrator
    assert said_by[1] in man.split()
    assert said_by[2] in (["fern"] if narrator == "emma" else ["joe", "fern"])


def test_in_a_region_voices_of_a_later_engine_are_for_more_people_than_the_first_has(root):
    own = "[regions.en-GB]\nnarrator = ['emma']\nmale = ['george', 'lewis', 'pico-en-gb-man']\n"
    (root / "voices" / "cast.toml").write_text(TOML + own, encoding="utf-8")
    engines = {"emma": "kokoro", "george": "kokoro", "lewis": "kokoro", "pico-en-gb-man": "pico"}
    for name in engines:
        (root / "voices" / f"{name}.toml").write_text("")
    there = [Voice(name, engine, name, "en-GB", F if name == "emma" else M) for name, engine in engines.items()]
    players = load_cast(root, (*VOICES, *there), language="en-GB")
    alone = {names(said(who(f"Tom {chr(65 + i)}ale", M), language="en-GB"), players)[1] for i in range(26)}
    assert alone == {"george", "lewis"}
    three = names(said(*(who(f"Tom {x}", M) for x in ("Ash", "Berg", "Cole")), language="en-GB"), players)[1:]
    assert set(three) == set(engines) - {"emma"}


@pytest.mark.parametrize(
    ("toml", "message"),
    [
        ("[regions.en-GB]\nnarator = 'heart'", r"\[regions.en-GB\]: unknown key 'narator'; did you mean 'narrator'"),
        ("[regions.en-GB]\nnarrator = ['hart']", "did you mean 'heart'"),
        ("[regions]\nen-GB = 'heart'", "must be a table"),
    ],
)
def test_a_wrong_region_is_named(root, toml, message):
    (root / "voices" / "cast.toml").write_text(TOML + toml, encoding="utf-8")
    with pytest.raises(SettingsError, match=message):
        load_cast(root, VOICES)


def test_without_a_pool_the_better_engine_speaks_and_the_next_one_only_for_more_people():
    woman, man = (Voice(f"pico-de{x}", "pico", "de-DE", "de-DE", g) for x, g in (("", F), ("-man", M)))
    poor = Voice("system-de", "system", "de", "de", M)
    better = Cast(Voice("heart", "hibari", "heart"), (woman, man, poor))
    assert [v.name for v in cast(said(who("Jan Berg", M), language="de"), better)] == ["pico-de", "pico-de-man"]
    two = cast(said(who("Jan Berg", M), who("Uwe Tal", M), language="de"), better)
    assert sorted(v.name for v in two[1:]) == ["pico-de-man", "system-de"]


def test_a_language_without_a_voice_is_an_error_that_helps(players: Cast) -> None:
    with pytest.raises(CastingError, match=r"day/one.txt: no voice speaks 'ar' \(add a voice"):
        cast(said(language="ar"), players)


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ('narator = "joe"', "unknown key 'narator'; did you mean 'narrator'"),
        ('narrator = "hart"', "unknown voice 'hart'; did you mean 'heart'"),
        ('narrator = "heart"\n[pools.en]\nfemail = ["joe"]', "unknown key 'femail'; did you mean 'female'"),
        ('narrator = "heart"\n[people]\nX = "jo"', "unknown voice 'jo'; did you mean 'joe'"),
        ('narrator = "heart"\n[pools.en]\nmale = 3', "expected names of voices"),
        ('institutions = "narator"\nnarrator = "heart"', "did you mean 'narrator'"),
        ("neutral = []", "narrator must be the name of a voice"),
    ],
)
def test_mistakes_in_cast_toml(root: Path, line: str, complaint: str) -> None:
    (root / "voices" / "cast.toml").write_text(line, encoding="utf-8")
    with pytest.raises(SettingsError, match=complaint.replace("[", r"\[")):
        load_cast(root, VOICES)


def test_a_narrator_that_this_machine_lacks_is_a_casting_error(root: Path) -> None:
    with pytest.raises(CastingError, match="'heart' cannot be used"):
        load_cast(root, VOICES[1:])


def test_the_stock_cast_loads(tmp_path: Path) -> None:
    assert load_cast(tmp_path, VOICES).narrator.name == "heart"


def test_names_are_compared_without_title_accent_and_case() -> None:
    assert normalised("Sen. José  O’Neill Jr.") == normalised("JOSE ONEILL") == "jose oneill"
