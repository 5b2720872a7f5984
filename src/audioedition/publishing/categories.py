"""`Top/Sub` -> an Apple Podcasts category. The list: https://podcasters.apple.com/support/1691-apple-podcasts-categories."""

from __future__ import annotations

from ..errors import SettingsError

_LIST = """
Arts: Books, Design, Fashion & Beauty, Food, Performing Arts, Visual Arts
Business: Careers, Entrepreneurship, Investing, Management, Marketing, Non-Profit
Comedy: Comedy Interviews, Improv, Stand-Up
Education: Courses, How To, Language Learning, Self-Improvement
Fiction: Comedy Fiction, Drama, Science Fiction
Government:
History:
Health & Fitness: Alternative Health, Fitness, Medicine, Mental Health, Nutrition, Sexuality
Kids & Family: Education for Kids, Parenting, Pets & Animals, Stories for Kids
Leisure: Animation & Manga, Automotive, Aviation, Crafts, Games, Hobbies, Home & Garden, Video Games
Music: Music Commentary, Music History, Music Interviews
News: Business News, Daily News, Entertainment News, News Commentary, Politics, Sports News, Tech News
Religion & Spirituality: Buddhism, Christianity, Hinduism, Islam, Judaism, Religion, Spirituality
Science: Astronomy, Chemistry, Earth Sciences, Life Sciences, Mathematics, Natural Sciences, Nature, Physics, \
Social Sciences
Society & Culture: Documentary, Personal Journals, Philosophy, Places & Travel, Relationships
Sports: Baseball, Basketball, Cricket, Fantasy Sports, Football, Golf, Hockey, Rugby, Running, Soccer, Swimming, \
Tennis, Volleyball, Wilderness, Wrestling
Technology:
True Crime:
TV & Film: After Shows, Film History, Film Interviews, Film Reviews, TV Reviews
"""
CATEGORIES = {
    top: tuple(sub.strip() for sub in subs.split(",") if sub.strip())
    for top, subs in (line.split(":") for line in _LIST.strip().splitlines())
}
"""Top -> its subcategories."""
_BY_NAME = {top.casefold(): (top,) for top in CATEGORIES} | {
    f"{top}/{sub}".casefold(): (top, sub) for top, subs in CATEGORIES.items() for sub in subs
}


def category(given: str) -> tuple[str, ...]:
    """(top,) or (top, sub) as Apple writes them, whatever the capitals. Raises SettingsError naming the nearest one."""
    name = "/".join(" ".join(part.split()) for part in given.split("/"))
    found = _BY_NAME.get(name.casefold())
    if found:
        return found
    import difflib

    near = difflib.get_close_matches(name.casefold(), _BY_NAME, 1, 0.5)
    raise SettingsError(
        f"edition.toml [edition]: {given!r} is not an Apple Podcasts category",
        remedy=f'did you mean "{"/".join(_BY_NAME[near[0]])}"?' if near else 'write it like "News/Daily News"',
    )
