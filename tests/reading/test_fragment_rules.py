"""Every rule for HTML that is all article has a row that reads differently without it."""

from __future__ import annotations

import pytest

from audioedition.model import rules
from audioedition.reading.fragments import BELOW_NOTICE, PARTS, html_parts
from audioedition.settings import ReadSettings

STORY = "<p>The ferry is back at the pier of Kilbray, and the harbour master is glad of it.</p>" * 2
ROWS = {
    "hidden": f'<p style="display:none">What the harbour master said about the ferry.</p>{STORY}',
    "place": f'{STORY}<div class="share-buttons"><p>Tell a friend about the pier</p></div>',
    "struck out": f"{STORY}<p><del>The ferry is late.</del> It is in time.</p>",
    "control": f"{STORY}<button>Larger letters</button>",
    "code": f"{STORY}<pre>sail = wind * 2</pre>",
    "table": f"{STORY}<table><tr><td>Quay</td><td>5</td></tr><tr><td>Pier</td><td>6</td></tr></table>",
    "ornament": f"{STORY}<p>* * *</p>{STORY}",
    "headline again": f"<h2>Ferry back</h2>{STORY}",
    "pull quote": f"{STORY}<figure class='pullquote'><p>The harbour master is glad of it</p></figure>",
    "phrase of a page": f"{STORY}<p>Share this article</p>",
    "button": f'<p><a href="/app">Open the harbour</a></p>{STORY}',
    "subhead or caption": f"{STORY}<h3>At the pier</h3>{STORY}",
}


def parts(html: str, *, sent: bool) -> list[tuple[str, str, str]]:
    found = html_parts(html, ReadSettings(), headline="Ferry back", sent=sent)
    return [(part.text, str(part.role or ""), str(part.reason)) for part in found]


def test_every_rule_has_a_row() -> None:
    assert ROWS.keys() == {rule.name for rule in PARTS.rules}


@pytest.mark.parametrize("rule", ROWS)
def test_every_rule_is_needed(rule: str) -> None:
    sent = rule != "ornament"  # of what was sent facts/furniture.py knows them too
    before = parts(ROWS[rule], sent=sent)
    with rules.without(f"fragment/{rule}"):
        assert parts(ROWS[rule], sent=sent) != before, "write a row that needs it, or let it go"


def test_what_stands_below_a_notice_of_the_sender_is_none_of_the_article() -> None:
    html = f"{STORY}<p>© 2025 Kilbray Harbour Mail</p><p>Kilbray Harbour Mail</p>"
    line = ("Kilbray Harbour Mail", "", "page furniture")
    assert line in parts(html, sent=True)
    assert line not in parts(html, sent=False)
    with rules.without(BELOW_NOTICE):
        assert line not in parts(html, sent=True)
