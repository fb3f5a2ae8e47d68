"""The shape of a block: what can be told from its own words without knowing what they mean."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.layouts import shape_words as say

# A title of more words than this is a paragraph without its full stop; official titles run long (the longest of the
# training pages that a person would call a title has 38 words).
TITLE_WORDS = 40
# A line that dates something is short: at most this many words that are neither numbers nor "published", "updated".
DATE_WORDS = 3


@dataclass(frozen=True, slots=True)
class Shape:
    """What a block looks like."""

    words: int
    title: bool  # no full stop, not too long, does not begin in the middle of a sentence
    capitals: bool
    heading_case: bool  # most long words begin with a capital
    date: bool  # says a day and nothing else
    stop: bool
    colon: bool
    cut_off: bool  # ends in dots of omission
    question: bool
    lower: bool
    quote: bool
    dash: bool
    numbered: bool
    label: bool
    dateline: bool
    on_day: bool
    back: bool  # begins by pointing back: "He", "However"
    salute: bool
    more: bool  # "Read more"
    first_person: float  # first-person words outside quotation marks, per word
    cites: bool
    lone_name: bool  # begins with one capitalised word and a small one: "Halloran said"
    full_name: bool  # begins with several capitalised words
    says_day: bool  # "on Tuesday", "today"
    quotes: bool  # holds words in quotation marks
    first_sentence: int  # words


def shape(words: str) -> Shape:
    """The shape of a block's words (only its first and last 2,000 code points are looked at)."""
    head, tail = words[:2000], words[-200:].rstrip(say.CLOSE)
    count = sum(1 for _ in say.WORD.finditer(words)) if len(words) < 20_000 else len(words) // 6
    stop = bool(say.STOP.search(tail))
    dash, numbered, label = bool(say.DASH.match(head)), bool(say.NUMBER.match(head)), bool(say.LABEL.match(head))
    lower = head[:1].islower()
    date = is_date_line(words)
    more = count <= 6 and bool(say.MORE.fullmatch(words)) and count > 0
    letters = sum(map(str.isalpha, head[:200]))
    said = say.QUOTED.sub(" ", head)
    title = (
        0 < count <= TITLE_WORDS
        and (not stop or (tail.endswith("?") and not label))
        and not (lower or date or more or dash or numbered or words.rstrip().endswith((":", ",", ";")))
    )
    return Shape(
        words=count,
        title=title,
        capitals=sum(map(str.isupper, head[:200])) > 0.8 * letters,
        heading_case=_heading_case(head),
        date=date,
        stop=stop,
        colon=words.rstrip().endswith(":"),
        cut_off=words.rstrip(say.CLOSE + "»").endswith(("…", "...", "[…", "[...")),
        question=tail.endswith("?"),
        lower=lower,
        quote=head[:1] in say.OPEN and bool(head),
        dash=dash,
        numbered=numbered,
        label=label and not title,  # a title with a colon names no speaker
        dateline=bool(say.DATELINE.match(head)) and not title,
        on_day=bool(say.ON_DAY.match(head)) and not date,
        back=bool(say.BACK.match(head)),
        salute=bool(say.SALUTE.match(head)),
        more=more,
        first_person=min(1.0, sum(1 for _ in say.FIRST_PERSON.finditer(said)) / max(1, min(count, 330)) * 10),
        cites=bool(say.CITES.search(said)) and not title,
        lone_name=bool(say.LONE.match(head)) and not say.COMMON_OPENER.match(head),
        full_name=bool(say.FULL.match(head)),
        says_day=bool(say.SAYS_DAY.search(head[:400])),
        quotes=bool(say.QUOTED.search(head)),
        first_sentence=_first_sentence(head),
    )


def is_date_line(words: str) -> bool:
    """Whether `words` say a day, perhaps with "Published:" or an hour, and nothing else."""
    if len(words) > 80 or not any(map(str.isdigit, words)) or say.TITLE_NOUN.search(words):
        return False
    plain = [word for word in say.WORD.findall(words) if not word[0].isdigit() and word.casefold() not in say.DAY_WORDS]
    dated = (
        bool(say.DAY.search(words))
        or bool(say.YEAR.search(words) and len(plain) <= 2)
        or bool(say.DAY_FIRST.search(words))
    )
    return dated and len(plain) <= DATE_WORDS and sum(map(len, plain)) <= 30


def _first_sentence(words: str) -> int:
    """How many words the first sentence has."""
    end = say.SENTENCE_END.search(words)
    return len((words[: end.start()] if end else words).split())


def _heading_case(words: str) -> bool:
    long = [word for word in say.WORD.findall(words) if len(word) > 3]
    return len(long) >= 2 and sum(word[0].isupper() for word in long) >= 0.75 * len(long)
