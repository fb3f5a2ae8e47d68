"""Lines between a title and its text that say who hands it out: a person with an office, or an office alone."""

from __future__ import annotations

import re

from onrecord.languages.en import EN
from onrecord.languages.ru import RU

OFFICES = (EN.offices | RU.offices) - frozenset(["correspondent", "editor", "founder", "analyst", "корреспондент"])
BODIES = EN.bodies | RU.bodies
# "Mira Halloran, Deputy Secretary of Transport for Harbours and Night Ferries, Harbour Office" is as long as they get.
LONGEST_LINE = 200
# "Thomas Lund Room of the Harbour Museum": words of the longest line behind a city that is a hall, no title.
HALL_WORDS = 6
WORD = re.compile(r"[^\W\d_]+(?:[.’'-]+[^\W\d_]+)*")
# A full stop behind two small letters: "J. Halloran", "U.S." and "Mr." end no sentence.
SENTENCE_END = re.compile(r"(?<=[^\W\dA-ZА-Я_]{2})[”\"»)]?[.!?](?=\s)|\n\s*\n")
# What begins a greeting, or the name of somebody greeted: "Mr. President", "Your Excellency Ada Bell, President of".
# Those who hand a text out leave such titles off; an author's "By" is read elsewhere.
ADDRESSED = re.compile(
    r"\W*(?:by|mr|mrs|ms|madam|sir|your|his|her|h\.\s?e|excellenc(?:y|ies)|hon|honou?rable|dear|distinguished|president,|"
    r"ladies|my lords?|fellow|colleagues|friends|esteemed|dignitaries|уважаем\w+|дорог\w+|господ\w+|ваш\w*|"
    r"автор)\b",
    re.IGNORECASE,
)
HANDOVER = re.compile(
    r"(?:the )?(?:below|above|following)\b[^\n]{0,60}\battribut(?:able|ed) to\b[^\n]{0,120}:?|begin text:?",
    re.IGNORECASE,
)

# "Port Ellis, Veldria", "Ostrand, D.C.": a city and what it lies in; a hall alone has no comma.
CITY = re.compile(
    r"[^\W\d_a-zа-яё][\w.’'-]*(?: [^\W\d_][\w.’'-]*){0,3}, [^\W\d_a-zа-яё][\w.’'-]*(?: [^\W\d_][\w.’'-]*){0,3}"
)
# "AFFAIRS OF VELDRIA, AT THE GENERAL DEBATE", "United Harbours, General Debate, 9 May 2024": the rest of a broken
# title, or a venue with its day, where "general" is no rank.
VENUE = re.compile(
    r"^[^,]*\b(?:of|for)\b[^,]*,|,\s*(?:at|in|on|to|before)\b|\b(?:19|20)\d\d\b|\bgeneral (?:debate|assembly)\b",
    re.IGNORECASE,
)
CLOCK = re.compile(r"\d{1,2}[:.]\d\d ?(?:[ap]\.?m\.?)?(?: ?\(?[A-Z]{2,5}\)?)?(?: local(?: time)?)?", re.IGNORECASE)
LABELLED = re.compile(
    r"(?:from|issued by|source|location|venue|place|speaker|author|delivered (?:by|on)|"
    r"от|место|автор)[^\S\n]*:",
    re.IGNORECASE,
)


def is_detail(words: str) -> bool:
    """Whether a line is one of those under a title: a byline, an office, a city, an hour, a labelled fact."""
    line = words.strip()
    if not line or "\n" in line or len(line) > LONGEST_LINE:
        return False
    forms = (CITY, CLOCK, HANDOVER)
    return bool(line_kind(line)) or bool(LABELLED.match(line)) or any(form.fullmatch(line) for form in forms)


def is_labelled(line: str) -> bool:
    """Whether a line begins with the label of a fact about the text: "From:", "Location:"."""
    return bool(LABELLED.match(line))


def goes_on_heading(before: str, line: str) -> bool:
    """Whether a line goes on with the head in which the one before it stands: byline, city, hour, hall."""
    before = before.rstrip()
    if is_labelled(line) and is_detail(line):
        return True
    short = len(line.split()) <= HALL_WORDS and line.rstrip()[-1:] not in ".?!:"
    return (is_detail(line) and before[-1:] not in ".?!:") or (is_detail(before) and short)


def first_sentence(words: str) -> str:
    """The first sentence of a paragraph, 600 code points of it at most."""
    end = SENTENCE_END.search(words, 20)
    return words[: min(600, end.end() if end else 600)]


def byline_of(head: str) -> str:
    """ "person" when a line of the head names one with an office, "office" when one names an office, else ""."""
    lines = [line.strip() for line in head.split("\n") if line.strip()][1:]
    found = {line_kind(line) for line in lines}
    return "person" if "person" in found else "office" if "office" in found else ""


def line_kind(line: str) -> str:
    """ "person" for "Mira Halloran, Minister of Transport", "office" for "Office of the Spokesperson", else ""."""
    if len(line) > LONGEST_LINE or line.rstrip("* ")[-1:] in set(".,:;?!") or "/" in line or ADDRESSED.match(line):
        return ""
    name, comma, rest = line.partition(",")
    words, after = WORD.findall(name), WORD.findall(rest)
    capitals = [word for word in words if word[0].isupper()]
    holds = any(word.casefold() in OFFICES for word in after) and not VENUE.search(line)
    if comma and 2 <= len(capitals) <= 6 and len(capitals) >= len(words) - 1 and holds and after[0][0].isupper():
        return "person"
    small = [word for word in words if word[0].islower() and len(word) > 3]
    folded = [word.casefold() for word in words]
    # "Office of the Spokesperson", "Veldrian Department of Transport", "Transport Ministry"
    links = {"of", "for", "the"}
    body = next((n for n, word in enumerate(folded) if word in BODIES and words[n][0].isupper()), None)
    if body is None or small or len(words) < 2 or len(words) > 12 or rest:
        return ""
    opens = body == 0 and folded[1] in links
    inside = 0 < body < len(words) - 1 and folded[body + 1] in links and len(words[:body]) <= 3
    ends = body == len(words) - 1 and len(words) <= 4
    return "office" if opens or inside or ends else ""
