"""The signs and words by which shapes are told, English and Russian where they are words."""

from __future__ import annotations

import re


def listed(words: str) -> frozenset[str]:
    """The words of a list that white space parts."""
    return frozenset(words.split())


WORD = re.compile(r"\w+(?:[’'\-]\w+)*")
OPEN = '"“”«„‘‹「『'
CLOSE = '"”“»’›」』)] \u00a0'
STOP = re.compile(r"[.!?…。！？]$")
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
DAY = re.compile(r"\b\d{1,2}[./\-]\d{1,2}(?:[./\-]\d{2,4})?\b|\b\d{4}-\d\d-\d\d\b")
DAY_FIRST = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)?\.? [^\W\d_]{3,}|[^\W\d_]{3,}\.? \d{1,2}\b")
DASH = re.compile(r"[-–—―]\s*[^\W\d_]")
NUMBER = re.compile(
    r"(?:\(?(?:\d{1,3}|[ivxIVX]{1,5}|[a-zа-я])[.)]\s|[•●▪■*·‣]\s*|№\s?\d|(?:Article|Section|Chapter|"
    r"Статья|Глава)\s+\d)"
)
LABEL = re.compile(r"(?:[^\W_][\w.’'\-]*(?: [\w.(,’'\-][\w.),’'\-]*){0,6}):(?=\s|$)")
# "PORT LINDEN, 3 April (Beacon) – ", "WASHINGTON — "
DATELINE = re.compile(
    r"[^\W\d_][^\W\d_.’'\-]*(?:[ ,/.]+[^\W\d_(][\w.’'\-]*){0,6}"
    r"(?:,? ?\(?\d{1,2}\.?(?: [^\W\d_]+\.?)?(?:,? \d{4})?\)?)?\.?"
    r"(?: ?[/(][\w .\-]+[/)])?[,.]? ?[–—]-? |[^\W\d_]+, \d{1,2} [^\W\d_]+(?: \d{4})? ?[-–—] "
)
ON_DAY = re.compile(
    r"(?:On|Le|Am|El|Il|With effect from)?\s?(?:[^\W\d_]+day,? )?(?:the )?(?:\d{1,2}(?:st|nd|rd|"
    r"th)? [^\W\d_]{3,}|[^\W\d_]{3,} \d{1,2}\b|\d{1,2}\.\d{1,2}\.\d{2,4})"
)
BACK = re.compile(
    r"(?:He|She|It|They|This|These|Those|That|His|Her|Its|Their|Such|Both|However|But|And|Also|"
    r"Moreover|Meanwhile|In addition|"
    r"Additionally|Furthermore|Nevertheless|Instead|So|Yet|Still|Then|For example|For instance|"
    r"In turn|As a result|As such|"
    r"According to (?:him|her|them)|The (?:latter|two|sides|parties|meeting|same|minister|president|"
    r"statement|report|document|"
    r"former|other|move|decision|announcement)|At the same time|In particular|Finally|Second|Secondly|"
    r"Third|Thirdly|Lastly|"
    r"Он|Она|Оно|Они|Это|Эти|Этот|Эта|Его|Её|Ее|Их|При этом|Однако|Но|Также|Кроме того|Вместе с тем|"
    r"В свою очередь|По его словам|"
    r"По её словам|По ее словам|Тем не менее|Так|Поэтому|В частности|В заключение|Стороны|Ещё|Еще|"
    r"Наконец|Затем|А|И)\b"
)
SALUTE = re.compile(
    r"(?:Dear|Mr\.? (?:President|Chair|Speaker)|Madam|Excellenc|Your |Ladies|Distinguished|Thank you|"
    r"Good (?:morning|afternoon|evening)|"
    r"Colleagues|Honou?rable|Allow me|I am |It is (?:a|an|my) (?:great )?(?:honou?r|pleasure)|"
    r"Уважаемы|Дорогие|Дорогой|Ваш[еи] |Добрый|"
    r"Господин|Дамы|Здравствуйте|Позвольте|Коллеги|Друзья)"
)
MORE = re.compile(
    r"\W*(?:read|see|show|learn|view|find out|full|continue|подробнее|читать|далее|lire|weiter|mehr|"
    r"leer|ver|leggi)?\s*"
    r"(?:more|reading|the full \w+|full \w+|all news|la suite|lesen|más|tutto|подробнее|далее|"
    r"полностью|дальше)?(?: about [\w ]+| here)?\W*",
    re.IGNORECASE,
)
# "US" in capitals is a state.
FIRST_PERSON = re.compile(
    r"\b(?:I|I[’'](?:m|ve|d|ll)|[Mm]e|[Mm]y|[Ww]e|[Ww]e[’'](?:re|ve|ll)|us|[Oo]ur|"
    r"[Яя]|[Мм]не|[Мм]еня|[Мм]ой|[Мм]оя|[Мм]ы|[Нн]ас|[Нн]ам|[Нн]аш\w*|[Мм]о[иеё]\w*)\b"
)
QUOTED = re.compile(r"“[^”]*”?|\"[^\"]*\"?|«[^»]*»?")
CITES = re.compile(
    r"\b(?:said|says|told|added|noted|stressed|stated|explained|сказал\w*|заявил\w*|отметил\w*|"
    r"подчеркнул\w*|добавил\w*|сообщил\w*)\b"
)
LONE = re.compile(r"[^\W\d_a-zа-я][^\W\d_]+(?:[’'](?:s|\s))?,? [a-zа-я(]")
FULL = re.compile(r"(?:(?:The|Former|A|An) )?(?:[^\W\d_a-zа-я][\w.’'\-]*,? ){2,}")
COMMON_OPENER = re.compile(
    r"(?:The|A|An|In|On|At|By|For|From|With|To|As|If|When|While|After|Before|Since|During|Under|There|"
    r"Here|All|Some|Many|Most|"
    r"More|One|Two|Three|Our|My|Your|We|You|I|What|Who|How|Why|Where|No|Not|Now|Today|Yesterday|В|На|"
    r"По|Для|С|К|О|За|От|До|После|"
    r"Во|Со|У|Мы|Я|Как|Что|Если|Когда|Все|Наш)\b"
)
SAYS_DAY = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday|this (?:morning|afternoon|"
    r"evening|week)|last (?:week|night)|"
    r"сегодня|вчера|накануне|в (?:понедельник|вторник|среду|четверг|пятницу|субботу|воскресенье))\b"
)
SENTENCE_END = re.compile(r"[.!?…](?=\s)")
# What a title with a day in it is of: "Public schedule – 5 May 2023" dates nothing else.
TITLE_NOUN = re.compile(
    r"\b(?:schedule|briefing|statement|remarks|conference|speech|address|agenda|programme|report|bulletin|newsletter|"
    r"readout|minutes|message|summary|расписание|брифинг|заявление|выступление|повестка|программа|отчёт|отчет)\b",
    re.IGNORECASE,
)
DAY_WORDS = listed(
    """
    published updated posted date on last modified issued at am pm
    опубликовано обновлено дата года г
    """
)
# Words of reference, time and reporting, by what they mean: English is what the weights of leads were found on, other
# languages are weighed by the same meanings.
_ENGLISH_LEAD_WORDS = listed(
    """
    a an the this that these those such same other another he she it they we i you his her its their our my him them
    us who whom whose which what and but or nor so yet for because since although though while if when where how why
    as than then there here also too even still just only not no never all both some any many more most one two three
    several in on at by of to from with without about after before during under over between through against among
    across into until upon within following is are was were be been being has have had will would can could may might
    must should shall do does did said says told added noted announced issued released called according statement
    today yesterday tomorrow tonight week year month day night years days new first last next second former behalf met
    meeting visit part report
    """
)
_RUSSIAN_LEAD_WORDS = {
    "this": "этот эта это этого этой этому этим этом",
    "these": "эти этих этим этими",
    "that": "тот та то того той тому том что",
    "those": "те тех",
    "such": "такой такая такое такие таких",
    "same": "же",
    "he": "он",
    "she": "она",
    "it": "оно",
    "they": "они",
    "we": "мы",
    "i": "я",
    "his": "его",
    "her": "её ее ей",
    "their": "их",
    "our": "наш наша наше наши наших",
    "them": "им ими",
    "which": "который которая которое которые которых",
    "and": "и а",
    "but": "но однако",
    "for": "для",
    "because": "потому поскольку",
    "although": "хотя",
    "if": "если",
    "when": "когда",
    "as": "как",
    "then": "затем",
    "also": "также тоже",
    "not": "не",
    "all": "все всех",
    "both": "оба обе",
    "in": "в во",
    "on": "на",
    "at": "у",
    "by": "по",
    "from": "из от",
    "with": "с со",
    "about": "о об",
    "after": "после",
    "before": "до перед",
    "was": "был была было",
    "were": "были",
    "will": "будет будут",
    "said": "сказал сказала заявил заявила",
    "added": "добавил добавила",
    "noted": "отметил отметила подчеркнул подчеркнула",
    "announced": "объявил объявила сообщил сообщила сообщили",
    "today": "сегодня",
    "yesterday": "вчера",
    "year": "год года году",
    "following": "следующий следующее",
    "met": "встретился встретилась встретились",
    "meeting": "встреча встречи встрече встречу",
    "visit": "визит визита визите",
    "report": "доклад доклада",
}
LEAD_WORDS: dict[str, str] = {
    **{word: meaning for meaning, forms in _RUSSIAN_LEAD_WORDS.items() for word in forms.split()},
    **{word: word for word in _ENGLISH_LEAD_WORDS},
}
