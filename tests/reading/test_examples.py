"""One example of every format and service on disk: each is read, whole, and nothing beside the story is in it."""

from __future__ import annotations

from pathlib import Path

import making
import pytest

from audioedition import make_script, reading
from audioedition.build.edition import find, plan
from audioedition.errors import ReadingError
from audioedition.model import Article, Role
from audioedition.project import load_project
from audioedition.reading.address_lists import addresses
from audioedition.reading.sources import Source, find_sources
from audioedition.reading.unread import passed_over
from audioedition.settings import ReadSettings, Settings

HERE = Path(__file__).parent / "examples"
LISTS = Path(__file__).parent / "lists"
FERRY = [making.FIRST, making.SECOND]
PIER = "The east pier is shut until Friday: two planks are gone and a third is thinking about it."
HALL = "“It still smells of diesel,” said the head teacher, Dora Venn"


def told(name: str) -> list[Article]:
    found = reading.read_articles(HERE / name)
    assert not [e for e in found if isinstance(e, ReadingError)]
    return [a for a in found if isinstance(a, Article)]


def spoken(article: Article) -> str:
    """What is read of an article, as it is written."""
    return " ".join(" ".join(s.text for s in make_script(article).segments).split())


@pytest.mark.parametrize("path", sorted(p for p in HERE.iterdir() if p.suffix != ".urls"), ids=lambda p: p.name)
def test_every_example_is_read(path: Path) -> None:
    assert all(spoken(article) for article in told(path.name))


@pytest.mark.parametrize("name", sorted(making.MADE))
def test_the_files_are_what_is_made(name: str) -> None:
    assert (HERE / name).read_bytes() == making.MADE[name]()


READ: dict[str, tuple[list[str], list[str]]] = {
    "wallabag.json": (FERRY, []),
    "wallabag.atom": (FERRY, ["2 min", "annak"]),
    "wallabag.rss": (FERRY, ["reading time", "annak"]),
    "starred.json": (FERRY, []),
    "digest.html": (["tied up at the east pier", "Boats land at the west pier"], ["Notes from", "©"]),
    "page.html": (FERRY, ["Cookies", "newsletter", "Most read", "Photo", "©"]),
    "omnivore.zip": (FERRY, []),
    "readeck.zip": (FERRY, ["filmed"]),
    "substack.zip": (["Sailings from Saturday", *FERRY], ["Not yet told"]),
    "medium.zip": (
        ["Sailings from Saturday", *FERRY],
        ["tied up…", "Canonical", "Exported", "Not yet told", "who writes"],
    ),
    "ghost.json": (["Sailings from Saturday", *FERRY], ["Not yet told", "Who we are"]),
    "notes.enex": (FERRY, []),
    "blogger.xml": (FERRY, ["Not yet told", "Who we are", "Lovely", "A blog’s name"]),
    "stories.jsonld": ([*FERRY, PIER], ["Sound Courier", "<p>"]),
    "newsml-1.2.xml": (FERRY, ["Kilbray"]),
    "ferry.iptc": ([making.FIRST, making.SECOND], ["publication", "Editorial"]),
    "ferry.docx": ([*FERRY, "A box: the ferry carries forty cars."], ["never", "Noon"]),
    "ferry.doc": (
        [*FERRY, "3. Forty cars.", "4. A dog.", "A box: the ferry carries forty cars."],
        ["never", "nowhere", "HYPERLINK", "A note", "Noon"],
    ),
    "ferry.msg": (FERRY, ["@", "html"]),
    "ferry.icml": (
        ["Sailings from Saturday", *FERRY, "What it carries", "Forty cars fit on it."],
        ["never", "check with", "Small ones", "First boat"],
    ),
    "page.idml": ([*FERRY, "Ferry back after five months", "Until then boats land at the west pier"], []),
    "ferry.odt": (FERRY, ["A note"]),
    "ferry.rtf": (FERRY, []),
    "ferry.pdf": (FERRY, ["Courier"]),
    "saved.mhtml": (FERRY, []),
    "saved.webarchive": (FERRY, []),
    "review.epub": (FERRY, []),
    "ritzau.json": (["Færgen har ligget"], []),
    "ritzau.xml": (["Færgen har ligget"], []),
    "mastodon.rss": ([PIER], ["#Tarbeg"]),
    "outbox.json": ([PIER], []),
    "statuses.json": ([PIER], ["anchor"]),
    "mailchimp.eml": (
        ["gets its roof in February", "10⁵ pounds, and", "2. The masons come", "3. The rain"],
        ["January", "no roof", "browser", "Facebook", "Mill Lane", "unsubscribe", "All rights"],
    ),
    "briefing.eml": (
        ["rained all night", "tied up at the east pier", "behind the vicarage", "the minutes of the council"],
        ["What you will read", "browser", "Boats", "Read more", "Unsubscribe", "Quay Street"],
    ),
    "substack.xml": (
        ["Good morning.", "What it cost", "twelve million, or", "who runs the shop."],
        ["Expand", "Subscribe", "Share", "Thanks for reading", "reader-supported", "Before tax"],
    ),
    "medium.xml": (["You get used to it", "3. See rule 2."], ["continuing the conversation", "Unsplash"]),
    "ghost.xml": (["The hall was built in 1911.", HALL], ["The last boat", "Sign up", "No spam", "Subscribe"]),
    "shortcodes.wxr": (
        ["The pier at Kilbray is shut", "Two planks are gone and", "The west pier stays open.", "[sic]"],
        ["dropcap", "vc_", "gallery", "third went", "contact-form", "video.example"],
    ),
    "notion.md": (["The hall was built in 1911.", "Find the bell", HALL], ["Status", "county", "notion.so"]),
    "obsidian-clipper.md": (["About the hall", HALL, "what happened in 2011"], ["[!", "==", "[[", "clippings", "May"]),
    "hugo.md": (
        ["The chapel is open on Sundays.", "2. They sing by night.", "has moved out"],
        ["{{", "stays", "notice"],
    ),
    "jekyll.markdown": (["10⁻¹ of a metre a day", "Read the recipe."], ["TOC", "puts", "{%", "{:", "warm day"]),
    "digest.mbox": (["The bell of St Osyth", "A goat named Admiral"], ["Topics", "lists.example"]),
}
"""What is read and what is not, of what an example holds."""


@pytest.mark.parametrize("name", READ)
def test_what_is_read_of_it(name: str) -> None:
    said = " ".join(map(spoken, told(name)))
    wanted, unwanted = READ[name]
    assert [words for words in wanted if words not in said] == []
    assert [words for words in unwanted if words in said] == []


@pytest.mark.parametrize(
    ("name", "bylines", "published", "url"),
    [
        ("wallabag.json", ("Ines Roth",), "2026-11-23T18:00:00+01:00", "https://www.sound-courier.example/ferry-back"),
        ("wallabag.atom", (), "2026-11-23T18:00:00+01:00", "https://www.sound-courier.example/ferry-back"),
        ("starred.json", ("Ines Roth",), "2026-11-23T10:00:00+00:00", "https://www.sound-courier.example/ferry-back"),
        ("omnivore.zip", ("Ines Roth",), "2026-11-23T18:00:00+00:00", "https://sound.example/ferry"),
        ("readeck.zip", ("Ines Roth",), "2026-11-23T18:00:00+00:00", "https://sound.example/ferry"),
        ("substack.zip", (), "2026-11-23T18:00:00+00:00", None),
        ("medium.zip", ("Ines Roth",), "2026-11-23T18:00:00+00:00", "https://sound.example/ferry"),
        ("ghost.json", ("Ines Roth", "Dan Law"), "2026-11-23T18:00:00+00:00", None),
        ("notes.enex", (), "2026-11-23T18:00:00+00:00", "https://sound.example/ferry"),
        ("blogger.xml", ("Ines Roth",), "2026-11-23T18:00:00+00:00", "https://sound.example/ferry"),
        ("stories.jsonld", ("Ines Roth",), "2026-11-23T18:00:00+00:00", "https://sound.example/ferry"),
        ("digest.html", ("Ines Roth",), "2026-11-23T18:00:00+00:00", "https://sound.example/ferry"),
        ("statuses.json", ("Tarbeg Harbour",), "2026-11-24T07:41:12+00:00", "https://tarbeg.example/@harbour/1134"),
        ("newsml-1.2.xml", ("Ines Roth",), "2026-11-23T17:45:00+00:00", None),
        ("ferry.iptc", ("Ines Roth",), "2026-11-23T18:00:00+00:00", None),
        ("ferry.icml", ("Ines Roth",), None, None),
        ("ferry.msg", ("Ines Roth",), "2026-11-23T18:00:00+00:00", None),
        ("ritzau.json", ("Ines Rødt",), "2026-11-23T16:32:18.397000+00:00", None),
        ("notion.md", ("Ines Roth",), "2026-11-02T10:00", "https://fossum.example/hall-opens"),
        ("obsidian-clipper.md", ("Ines Roth", "Dan Law"), "2026-11-02", "https://fossum.example/hall-opens/"),
    ],
)
def test_what_is_known_of_it(name: str, bylines: tuple[str, ...], published: str | None, url: str | None) -> None:
    article = told(name)[0]
    assert (article.bylines, article.published, article.url) == (bylines, published, url)


def test_what_is_no_story_in_a_folder_or_an_archive_is_told_and_no_failure(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds/package.json").write_text('{"name": "paper", "version": 1}', encoding="utf-8")
    (tmp_path / "seeds/sitemap.xml").write_text(
        "<urlset><url><loc>https://a.example</loc></url></urlset>", encoding="utf-8"
    )
    pack = making.zipped({"info.json": '{"version": 2}', "text.md": f"# Ferry back\n\n{making.FIRST}\n"})
    (tmp_path / "seeds/ferry.textpack").write_bytes(pack)
    (tmp_path / "other.textpack").write_bytes(pack)
    project = load_project(tmp_path)
    for given in ("seeds", "other.textpack"):
        steps = plan(project, find(project, [str(tmp_path / given)]))
        assert [step.action for step in steps if not step.article.endswith((".json", ".xml"))] == ["new"]
        assert {step.action for step in steps} == {"new", "no text"}


def test_of_a_blog_s_export_only_what_is_published_is_read() -> None:
    """Also where an export has nothing else, and as Blogger writes it since 2024."""
    of_blogger = (
        '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:blogger="http://schemas.google.com/blogger/2018">'
        "<entry><id>1</id><blogger:type>COMMENT</blogger:type><blogger:status>LIVE</blogger:status><title/>"
        '<content type="html">Lovely to see her back.</content></entry>'
        "<entry><id>2</id><blogger:type>POST</blogger:type><blogger:status>DRAFT</blogger:status><title>Owls</title>"
        '<content type="html">Not yet told.</content></entry></feed>'
    )
    posts = "post_id,post_date,is_published,title\n9.owls,,false,Owls\n"
    drafts = making.zipped({"posts.csv": posts, "posts/9.owls.html": "<p>Not yet told.</p>"})
    story = making.zipped(
        {"posts/draft_Owls-5f4e3d2c1b0a.html": "<section data-field='body'><p>Not told.</p></section>"}
    )
    for data, kind in (
        (of_blogger.encode(), "application/xml"),
        (drafts, "application/zip"),
        (story, "application/zip"),
    ):
        with pytest.raises(ReadingError, match="holds no article"):
            reading.read_source(Source("export", media_type=kind), data, ReadSettings())


def test_a_post_without_a_title_has_no_headline() -> None:
    assert {s.role for a in told("mastodon.rss") for s in make_script(a).segments} <= {Role.BODY, Role.TIMESTAMP}


def test_a_digest_is_a_story_each() -> None:
    assert [(a.headline, a.bylines) for a in told("digest.mbox")] == [
        ("Bell repaired", ("Ruth Amsel",)),
        ("Lost: a goat", ("Dan Law",)),
    ]


def test_newsml_1_has_its_deck_and_dateline() -> None:
    (article,) = told("newsml-1.2.xml")
    assert article.headline == making.HEADLINE
    assert article.deck == "It sails on Saturday at noon"
    assert article.dateline and article.dateline.place == "TARBEG"


def test_a_zip_file_is_read_like_a_folder(tmp_path: Path) -> None:
    names = [a.name for a in told("bundle.zip")]
    assert names == [
        "bundle.zip#Part-1.zip#inner/ferry.rtf",
        "bundle.zip#tw-1041",
        "bundle.zip#p-1042",
        "bundle.zip#notes/ferry.md",
        "bundle.zip#notes/owls.txt#ferry-fares-to-rise-in-may",
        "bundle.zip#notes/owls.txt#school-orchestra-invited-to-the-capital",
    ]
    assert passed_over([HERE / "bundle.zip"], Settings(root=tmp_path)) == [
        "1 file ending in .wpd not read: save them as .odt"
    ]


def test_zip_files_in_zip_files_end() -> None:
    inner = making.zipped({"a.txt": "The ferry runs daily."})
    for _ in range(6):
        inner = making.zipped({"inner.zip": inner, "b.txt": "It ran on Monday, too."})
    found = reading.read_source(Source("x.zip", media_type="application/zip"), inner, ReadSettings())
    assert 1 < len(found) < 6


@pytest.mark.parametrize("name", ["feeds.opml", "bookmarks.html", "pocket.csv", "instapaper.csv", "ril_export.html"])
def test_lists_are_fetched_only_when_asked(name: str, tmp_path: Path) -> None:
    wanted = ["https://glen.example/feed", "https://fossum.example/rss/"]
    assert addresses((LISTS / name).read_bytes(), name) == wanted
    asked = find_sources([LISTS / name], Settings(root=tmp_path), media_type="urls")
    assert [s.url for s in asked] == wanted


def test_lists_in_a_folder_are_told(tmp_path: Path) -> None:
    assert passed_over([LISTS], Settings(root=tmp_path)) == [
        "2 files ending in .csv not read: addresses in them are fetched with --type urls; other tables are no articles",
        "1 file ending in .opml not read: the addresses in them are fetched with --type urls",
    ]
    for name in ("bookmarks.html", "ril_export.html"):
        with pytest.raises(ReadingError, match=r"is a list of 2 addresses and holds no text .*--type urls"):
            reading.read_articles(LISTS / name)
    with pytest.raises(ReadingError, match=r"AP's account of a story, without its text .*renditions\.nitf"):
        reading.read_articles(LISTS / "ap-item.json")
