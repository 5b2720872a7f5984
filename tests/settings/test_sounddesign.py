from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from audioedition.errors import SettingsError
from audioedition.settings.sounddesign import SoundDesign, WordSettings, announcements, load_sound
from audioedition.sound.timeline import SILENT_DB

ROOT = Path(__file__).parents[2]


def test_what_the_edition_says_itself() -> None:
    words = WordSettings(opening="You are listening to {title}, for {date}.", disclosure="The voices are synthetic.")
    sound = SoundDesign(words=words)
    assert announcements("opening", sound, title="The Post", date="Tuesday, March fourth") == (
        "You are listening to The Post, for Tuesday, March fourth.",
        "The voices are synthetic.",
    )
    assert announcements("coda", sound, title="The Post", date="") == ("The voices are synthetic.",)
    assert announcements("story", sound, title="The Post", date="") == ()


def test_what_is_filled_in_is_not_filled_in_again() -> None:
    sound = SoundDesign(words=WordSettings(closing="{title}, {count}, {title}"))
    assert announcements("closing", sound, title="The {count} Post", date="", count=3) == (
        "The {count} Post, 3, The {count} Post",
    )


def test_plain_says_nothing_of_its_own_and_plays_nothing() -> None:
    plain = SoundDesign(sound="plain")
    for part in ("opening", "closing", "coda"):
        assert announcements(part, plain, title="The Post", date="Monday") == ()  # type: ignore[arg-type]
    assert plain.file_of("ident") == ""


def test_stock_design_loads_and_is_the_default() -> None:
    assert load_sound(ROOT) == SoundDesign()


@pytest.mark.parametrize(
    ("toml", "complaint"),
    [
        ('sounds = "x"', "must be a table"),
        ('sund = "plain"', "did you mean 'sound'"),
        ('sound = "loud"', "'full' or 'plain'"),
        ("[pauses]\nsentance = 1", "did you mean 'sentence'"),
        ("[pauses]\nsentence = -5", "between 0 and 60000"),
        ('[pauses]\nsentence = "long"', "must be of type int"),
        ('[words]\nopening = "Hello {name}"', "cannot be filled in"),
        ('[words]\nopening = "Hello {"', "cannot be filled in"),
        ('[words]\nopening = "Hello {title.name}"', "cannot be filled in"),
        ('[words]\nclosing = "{count:{title}} stories"', "cannot be filled in"),
        ('[words]\nheadlines_opening = "The {number} headlines"', "headlines_opening .* cannot be filled in"),
        ("[sounds]\nident_db = nan", "ident_db must lie between -60 and 20"),
        ("[sounds]\nsting_db = 500.0", "sting_db must lie between"),
        ("[sounds]\nroom_tone_db = -121.0", "room_tone_db must lie between -120 and 20"),
        ("[sounds]\nbed_under_speech_db = 3.0", "bed_under_speech_db must lie between -60 and 0"),
        ('[words]\ndisclose_in = "everywhere"', "disclose_in"),
        ("[pauses", "cannot be read"),
    ],
)
def test_a_wrong_sound_toml_is_one_clear_line(tmp_path: Path, toml: str, complaint: str) -> None:
    (tmp_path / "audio").mkdir()
    (tmp_path / "audio" / "sound.toml").write_text(toml)
    with pytest.raises(SettingsError, match=complaint):
        load_sound(tmp_path)


def test_digital_silence_between_the_words_can_be_had(tmp_path: Path) -> None:
    (tmp_path / "audio").mkdir()
    (tmp_path / "audio" / "sound.toml").write_text("[sounds]\nroom_tone_db = -100\n")
    assert load_sound(tmp_path).sounds.room_tone_db <= SILENT_DB


@pytest.mark.parametrize("table", ["pauses", "words", "sounds"])
def test_every_key_is_documented_with_its_default(table: str) -> None:
    text = (ROOT / "docs" / "sound.md").read_text(encoding="utf-8")
    section = text.split(f"\n## [{table}]\n", 1)[1].split("\n## ", 1)[0]
    defaults = getattr(SoundDesign(), table)
    real = {name: json.dumps(getattr(defaults, name)) for name in type(defaults).__dataclass_fields__}
    assert dict(re.findall(r"^\| `(\w+)` \| `(.*?)` \|", section, re.MULTILINE)) == real
