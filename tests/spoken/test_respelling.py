"""IPA for engines that take none."""

from __future__ import annotations

import pytest

from audioedition.spoken.respelling import nearest_spelling, respelled


@pytest.mark.parametrize(
    ("ipa", "spelling"),
    [("ʃˈɔn", "shawn"), ("ʃɪˈneɪd", "shinayd"), ("nˈiv", "neev"), ("ˈdʒɔɪs", "joys"), ("tˈiʃək", "teeshuhk"), ("", "")],
)
def test_nearest_spelling(ipa: str, spelling: str) -> None:
    assert nearest_spelling(ipa) == spelling


def test_only_the_marked_words_change() -> None:
    assert respelled("Sean met Niamh.", ((0, 4, "ʃˈɔn"), (9, 14, "nˈiv"))) == "shawn met neev."
