"""The shape of a block: what can be told from its own words without knowing what they mean."""

from __future__ import annotations

import re
from dataclasses import dataclass

_WORD = re.compile(r"\w+(?:[’'\-]\w+)*")
_OPEN = '"“”«„‘‹「『'
_CLOSE = '"”“»’›」』)] \u00a0'
_STOP = re.compile(r"[.!?…。！？]$")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_DAY = re.compile(r"\b\d{1,2}[./\-]\d{1,2}(?:[./\-]\d{2,4})?\b|\b\d{4}-\d\d-\d\d\b")
_DAY_FIRST = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)?\.? [^\W\d_]{3,}|[^\W\d_]{3,}\.? \d{1,2}\b", re.IGNORECASE)
_DASH = re.compile(r"[-–—―]\s*[^\W\d_]")
_NUMBER = re.compile(
    r"(?:\(?(?:\d{1,3}|[ivxIVX]{1,5}|[a-zа-я])[.)]\s|[•●▪■*·‣]\s*|№\s?\d|(?:Article|Section|Chapter|Статья|Глава)\s+\d)"
)
_LABEL = re.compile(r"(?:[^\W_][\w.’'\-]*(?: [\w.(,’'\-][\w.),’'\-]*){0,6}):(?=\s|$)")
_DATELINE = re.compile(
    r"[^\W\d_][^\W\d_.’'\-]*(?:[ ,/.]+[^\W\d_(][\w.’'\-]*){0,6}(?:,? ?\(?\d{1,2}\.?(?: [^\W\d_]+\.?)?(?:,? \d{4})?\)?)?\.?"
    r"(?: ?[/(][\w .\-]+[/)])?[,.]? ?[–—]-? |[^\W\d_]+, \d{1,2} [^\W\d_]+(?: \d{4})? ?[-–—] "
)
_ON_DAY = re.compile(
    r"(?:On|Le|Am|El|Il|With effect from)?\s?(?:[^\W\d_]+day,? )?(?:the )?(?:\d{1,2}(?:st|nd|rd|th)? [^\W\d_]{3,}|[^\W\d_]{3,} \d{1,2}\b|\d{1,2}\.\d{1,2}\.\d{2,4})"
)
_BACK = re.compile(
    r"(?:He|She|It|They|This|These|Those|That|His|Her|Its|Their|Such|Both|However|But|And|Also|Moreover|Meanwhile|In addition|"
    r"Additionally|Furthermore|Nevertheless|Instead|So|Yet|Still|Then|For example|For instance|In turn|As a result|As such|"
    r"According to (?:him|her|them)|The (?:latter|two|sides|parties|meeting|same|minister|president|statement|report|document|"
    r"former|other|move|decision|announcement)|At the same time|In particular|Finally|Second|Secondly|Third|Thirdly|Lastly|"
    r"Он|Она|Оно|Они|Это|Эти|Этот|Эта|Его|Её|Ее|Их|При этом|Однако|Но|Также|Кроме того|Вместе с тем|В свою очередь|По его словам|"
    r"По её словам|По ее словам|Тем не менее|Так|Поэтому|В частности|В заключение|Стороны|Ещё|Еще|Наконец|Затем|А|И)\b"
)
_SALUTE = re.compile(
    r"(?:Dear|Mr\.? (?:President|Chair|Speaker)|Madam|Excellenc|Your |Ladies|Distinguished|Thank you|Good (?:morning|afternoon|evening)|"
    r"Colleagues|Honou?rable|Allow me|I am |It is (?:a|an|my) (?:great )?(?:honou?r|pleasure)|Уважаемы|Дорогие|Дорогой|Ваш[еи] |Добрый|"
    r"Господин|Дамы|Здравствуйте|Позвольте|Коллеги|Друзья)"
)
_MORE = re.compile(
    r"\W*(?:read|see|show|learn|view|find out|full|continue|подробнее|читать|далее|lire|weiter|mehr|leer|ver|leggi)?\s*"
    r"(?:more|reading|the full \w+|full \w+|all news|la suite|lesen|más|tutto|подробнее|далее|полностью|дальше)?(?: about [\w ]+| here)?\W*",
    re.IGNORECASE,
)
_FIRST_PERSON = re.compile(
    r"\b(?:I|I[’'](?:m|ve|d|ll)|me|my|we|we[’'](?:re|ve|ll)|us|our|я|мне|меня|мой|моя|мы|нас|нам|наш\w*|мо[иеё]\w*)\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"“[^”]*”?|\"[^\"]*\"?|«[^»]*»?")
_CITES = re.compile(
    r"\b(?:said|says|told|added|noted|stressed|stated|explained|сказал\w*|заявил\w*|отметил\w*|подчеркнул\w*|добавил\w*|сообщил\w*)\b"
)
_LONE = re.compile(r"[^\W\d_a-zа-я][^\W\d_]+(?:[’'](?:s|\s))?,? [a-zа-я(]")
_FULL = re.compile(r"(?:(?:The|Former|A|An) )?(?:[^\W\d_a-zа-я][\w.’'\-]*,? ){2,}")
_COMMON_OPENER = re.compile(
    r"(?:The|A|An|In|On|At|By|For|From|With|To|As|If|When|While|After|Before|Since|During|Under|There|Here|All|Some|Many|Most|"
    r"More|One|Two|Three|Our|My|Your|We|You|I|What|Who|How|Why|Where|No|Not|Now|Today|Yesterday|В|На|По|Для|С|К|О|За|От|До|После|"
    r"Во|Со|У|Мы|Я|Как|Что|Если|Когда|Все|Наш)\b"
)
_SAYS_DAY = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday|this (?:morning|afternoon|evening|week)|last (?:week|night)|"
    r"сегодня|вчера|накануне|в (?:понедельник|вторник|среду|четверг|пятницу|субботу|воскресенье))\b"
)
_FIRST = re.compile(r".*?(?:[.!?…](?=\s)|$)", re.DOTALL)
_DAY_WORDS = frozenset(
    "published updated posted date on last modified issued опубликовано обновлено дата года г at am pm".split()
)
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
    head, tail = words[:2000], words[-200:].rstrip(_CLOSE)
    count = sum(1 for _ in _WORD.finditer(words)) if len(words) < 20_000 else len(words) // 6
    stop = bool(_STOP.search(tail))
    dash, numbered, label = bool(_DASH.match(head)), bool(_NUMBER.match(head)), bool(_LABEL.match(head))
    lower = head[:1].islower()
    date = is_date_line(words)
    more = count <= 6 and bool(_MORE.fullmatch(words)) and count > 0
    letters = [letter for letter in head[:200] if letter.isalpha()]
    said = _QUOTED.sub(" ", head)
    title = (
        0 < count <= TITLE_WORDS
        and (not stop or tail.endswith("?"))
        and not (lower or date or more or dash or numbered or words.rstrip().endswith((":", ",", ";")))
    )
    return Shape(
        words=count,
        title=title,
        capitals=bool(letters) and sum(letter.isupper() for letter in letters) > 0.8 * len(letters),
        heading_case=_heading_case(head),
        date=date,
        stop=stop,
        colon=words.rstrip().endswith(":"),
        cut_off=words.rstrip(_CLOSE + "»").endswith(("…", "...", "[…", "[...")),
        question=tail.endswith("?"),
        lower=lower,
        quote=head[:1] in _OPEN and bool(head),
        dash=dash,
        numbered=numbered,
        label=label,
        dateline=bool(_DATELINE.match(head)) and not title,
        on_day=bool(_ON_DAY.match(head)) and not date,
        back=bool(_BACK.match(head)),
        salute=bool(_SALUTE.match(head)),
        more=more,
        first_person=min(1.0, sum(1 for _ in _FIRST_PERSON.finditer(said)) / max(1, min(count, 330)) * 10),
        cites=bool(_CITES.search(said)),
        lone_name=bool(_LONE.match(head)) and not _COMMON_OPENER.match(head),
        full_name=bool(_FULL.match(head)),
        says_day=bool(_SAYS_DAY.search(head[:400])),
        quotes=bool(_QUOTED.search(head)),
        first_sentence=len(_FIRST.match(head).group().split()),
    )


def is_date_line(words: str) -> bool:
    """Whether `words` say a day, perhaps with "Published:" or an hour, and nothing else."""
    if len(words) > 80 or not any(letter.isdigit() for letter in words):
        return False
    plain = [word for word in _WORD.findall(words) if not word[0].isdigit() and word.casefold() not in _DAY_WORDS]
    dated = bool(_DAY.search(words)) or bool(_YEAR.search(words) and len(plain) <= 2) or bool(_DAY_FIRST.search(words))
    return dated and len(plain) <= DATE_WORDS and sum(map(len, plain)) <= 30


def _heading_case(words: str) -> bool:
    long = [word for word in _WORD.findall(words) if len(word) > 3]
    return len(long) >= 2 and sum(word[0].isupper() for word in long) >= 0.75 * len(long)
