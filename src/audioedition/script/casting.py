"""Segmentation + Cast -> one voice a segment: who reads what.

A person's voice follows from the name alone (rendezvous hashing: Thaler and Ravishankar 1998), so it is the same in
every article and on every day without a record being kept, and a voice added to a pool takes over only those people
whom it wins.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence

from ..errors import CastingError
from ..lexis.nouns import nouns
from ..lexis.tables import main_language
from ..model import Gender, Role, Segmentation, Speaker, Voice
from ..project.cast import Cast, normalised


def cast(segmentation: Segmentation, cast: Cast) -> tuple[Voice, ...]:
    """The voice of each segment, in order.

    Two people share a voice only when every voice that fits is taken. Who has the first choice: people with a name,
    those whose gender is known before those whom any voice fits, and of these who says most before who says less; then
    people without one; then bodies, statements and documents.
    Raises CastingError naming the article and the language when no voice speaks it.
    """
    article = segmentation.article
    default = main_language(article.language or cast.narrator.language)
    speakers: dict[tuple[str, str], Speaker | None] = {}
    amount: Counter[tuple[str, str]] = Counter()
    keys: list[tuple[str, str] | None] = []
    for segment in segmentation.segments:
        language = main_language(segment.language) if segment.language else default
        key = (language, _identity(segment.speaker)) if segment.role is Role.QUOTE else None
        keys.append(key)
        if key is not None:
            speakers.setdefault(key, segment.speaker)
            amount[key] += segment.end - segment.start
    order = {key: i for i, key in enumerate(speakers)}
    chosen: dict[tuple[str, str], Voice] = {}
    taken: dict[str, set[str]] = {}
    for key in sorted(speakers, key=lambda key: (*_rank(cast, speakers[key]), -amount[key], order[key])):
        language = key[0]
        narrator = narrator_for(cast, language, article.name)
        chosen[key] = _choose(cast, narrator, language, speakers[key], taken.setdefault(language, set()))
        if chosen[key].name != narrator.name:
            taken[language].add(chosen[key].name)
    return tuple(
        chosen[key]
        if key is not None
        else narrator_for(cast, main_language(segment.language) if segment.language else default, article.name)
        for key, segment in zip(keys, segmentation.segments, strict=True)
    )


def _rank(cast: Cast, speaker: Speaker | None) -> tuple[int, bool]:
    """Who chooses first: those with a voice of their own, people with a name, people without one, all else; of these
    whom only voices of one gender fit before whom all do.
    """
    if speaker is not None and normalised(speaker.name) in cast.people:
        return 0, False
    anybodys = speaker is None or speaker.gender is Gender.UNKNOWN
    if speaker is not None and not speaker.anonymous:
        return 1, anybodys
    return (2 if _is_human(speaker) else 3), anybodys


def _is_human(speaker: Speaker | None) -> bool:
    """Whether somebody without a name is a human being rather than a body, a statement or a document."""
    if speaker is None:
        return False
    return speaker.gender is not Gender.UNKNOWN or nouns().describe_people(speaker.name)


def narrator_for(cast: Cast, language: str, article: str = "") -> Voice:
    """Who reads everything that is nobody's speech in `language`. Raises CastingError when no voice speaks it."""
    language = main_language(language)
    if main_language(cast.narrator.language) == language:
        return cast.narrator
    if language in cast.fallback:
        return cast.fallback[language]
    pool = [voice for voices in cast.pools.get(language, {}).values() for voice in voices]
    for voice in pool or cast.voices:
        if main_language(voice.language) == language:
            return voice
    raise CastingError(
        f"no voice speaks {language!r}",
        article=article or None,
        remedy=f"add a voice of that language to voices/, or name one in cast.toml below [fallback]: {language} = ...",
    )


def _choose(cast: Cast, narrator: Voice, language: str, speaker: Speaker | None, taken: set[str]) -> Voice:
    """The voice of one speaker; `taken` holds the voices that others in this article already have."""
    if speaker is not None and (voice := cast.people.get(normalised(speaker.name))):
        return voice
    if speaker is None or (speaker.anonymous and not _is_human(speaker)):
        return narrator if cast.institutions == "narrator" else _neutral(cast, narrator, language, taken)
    ranked = _ranked(cast, narrator, language, speaker)
    if not ranked:
        return narrator
    return next((v for v in ranked if v.name not in taken), ranked[0])


def _ranked(cast: Cast, narrator: Voice, language: str, speaker: Speaker) -> list[Voice]:
    """Who can speak for somebody, the first choice first."""
    pool = [v for v in _pool(cast.pools.get(language, {}), speaker.gender) if v.name != narrator.name]
    equal = bool(pool) and not cast.regional
    fit = pool or _spare(cast, narrator, language, speaker.gender)
    engines = list(dict.fromkeys(voice.engine for voice in fit))  # the better first
    return sorted(fit, key=lambda v: (0 if equal else engines.index(v.engine), _weight(speaker.name, v.name)))


def _neutral(cast: Cast, narrator: Voice, language: str, taken: set[str]) -> Voice:
    """The first neutral voice that nobody has in this article; else any voice that nobody has; else the first."""
    pools = cast.pools.get(language, {})
    named = [v for v in cast.neutral if main_language(v.language) == language]
    neutral: Sequence[Voice] = named or _pool(pools, Gender.UNKNOWN)
    neutral = [v for v in neutral if v.name != narrator.name]
    spare = [v for voices in pools.values() for v in voices if v.name != narrator.name]
    return next((v for v in (*neutral, *spare) if v.name not in taken), neutral[0] if neutral else narrator)


def _spare(cast: Cast, narrator: Voice, language: str, gender: Gender) -> list[Voice]:
    """Who can speak for people of a gender where no pool says so."""
    spare = [v for v in cast.voices if main_language(v.language) == language and v.name != narrator.name]
    return [v for v in spare if v.gender is gender] or spare


def _pool(pools: Mapping[Gender, tuple[Voice, ...]], gender: Gender) -> tuple[Voice, ...]:
    return pools.get(gender) or pools.get(Gender.UNKNOWN) or ()


def _identity(speaker: Speaker | None) -> str:
    return "" if speaker is None else normalised(speaker.name)


def _weight(person: str, voice: str) -> bytes:
    return hashlib.blake2b(f"{normalised(person)}\0{voice}".encode("utf-8", "surrogatepass"), digest_size=8).digest()
