"""Endings of file names: which are read and as what, which lie beside articles, and what to do with the others."""

from __future__ import annotations

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
TYPES = {
    ".txt": "text/plain",
    ".text": "text/plain",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".mdown": "text/markdown",
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "text/html",
    ".xht": "text/html",
    ".shtml": "text/html",
    ".xml": "application/xml",
    ".rss": "application/xml",
    ".atom": "application/xml",
    ".nitf": "application/xml",
    ".newsml": "application/xml",
    ".wxr": "application/xml",
    ".enex": "application/xml",
    ".icml": "application/xml",
    ".idml": "application/vnd.adobe.indesign-idml-package",
    ".json": "application/json",
    ".jsonfeed": "application/json",
    ".jsonld": "application/json",
    ".ninjs": "application/json",
    ".epub": "application/epub+zip",
    ".docx": DOCX,
    ".docm": DOCX,
    ".dotx": DOCX,
    ".eml": "message/rfc822",
    ".msg": "application/vnd.ms-outlook",
    ".mbox": "application/mbox",
    ".mhtml": "multipart/related",
    ".mht": "multipart/related",
    ".webarchive": "application/x-webarchive",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".rtf": "application/rtf",
    ".doc": "application/msword",
    ".dot": "application/msword",
    ".pdf": "application/pdf",
    ".zip": "application/zip",
    ".textpack": "application/zip",
    ".iptc": "application/x-iptc-7901",
    ".vtt": "text/vtt",
    ".srt": "application/x-subrip",
    ".urls": "text/uri-list",
}
"""File name endings that are read, and the media type each stands for."""

PICTURES = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg", ".avif", ".ico", ".bmp", ".heic", ".heif")
_SOUNDS = (".mp3", ".m4a", ".ogg", ".opus", ".wav", ".flac", ".mp4", ".webm", ".mov")
_PAGE_PARTS = (".css", ".js", ".mjs", ".map", ".woff", ".woff2", ".ttf", ".otf")
_OWN = (".toml", ".yaml", ".yml", ".lock", ".log", ".bak", ".tmp", ".py")
ASSETS = frozenset((*PICTURES, *_SOUNDS, *_PAGE_PARTS, *_OWN))
"""Endings of what lies beside articles and is none."""
REMEDIES = {
    ".rtfd": "save them as .rtf",
    ".jex": "export them as Markdown",
    **dict.fromkeys((".pages", ".one"), "export them as .docx"),
    **dict.fromkeys((".wpd", ".wps", ".fodt", ".sxw", ".abw"), "save them as .odt"),
    **dict.fromkeys((".mobi", ".azw", ".azw3", ".fb2"), "convert them to .epub"),
    **dict.fromkeys((".ppt", ".pptx", ".odp", ".key", ".xps"), "export them as .pdf"),
    **dict.fromkeys((".xls", ".xlsx", ".ods", ".numbers"), "tables are no articles"),
    **dict.fromkeys((".djvu", ".tif"), "run text recognition and save them as .txt"),
    **dict.fromkeys((".rar", ".7z", ".tar", ".tgz", ".gz", ".bz2", ".xz"), "unpack them, or pack them as .zip"),
    **dict.fromkeys((".url", ".webloc", ".desktop"), "put their addresses into a file ending in .urls, a line each"),
    **dict.fromkeys(
        (".adoc", ".asciidoc", ".rst", ".org", ".tex", ".textile"), "convert them to .md, with pandoc for one"
    ),
    **dict.fromkeys((".indd", ".pub", ".qxp", ".afpub", ".sla"), "export them as .pdf or as text"),
    **dict.fromkeys((".gdoc", ".gsheet", ".gslides"), "links only: download what they lead to as .docx"),
    **dict.fromkeys((".part", ".crdownload", ".download"), "not downloaded to the end yet"),
    ".lnk": "links only: copy the files themselves",
    **dict.fromkeys(PICTURES, "run text recognition on them and save the text"),
    ".csv": "addresses in them are fetched with --type urls; other tables are no articles",
    ".opml": "the addresses in them are fetched with --type urls",
}
NO_ENDING = "give them one, such as .txt"
"""What to do with files that have none."""
_SYSTEM = ("desktop.ini", "thumbs.db", "ehthumbs.db", "icon\r")


def is_left_over(name: str) -> bool:
    """Whether a file is hidden, or what a system or a program leaves beside those that people make: a lock of Word's
    (`~$story.docx`) or of LibreOffice's, a copy of an editor's (`story.txt~`), an index of Thunderbird's."""
    return name.startswith((".", "~$")) or name.endswith(("~", ".msf")) or name.lower() in _SYSTEM
