"""The words by which kinds of items are known, English and Russian."""

from __future__ import annotations

import re


def _any(*parts: str, start: bool = False) -> re.Pattern[str]:
    body = "|".join(f"(?:{part})" for part in parts)
    return re.compile(rf"^\W*(?:{body})" if start else rf"(?<!\w)(?:{body})", re.IGNORECASE)


# One side of a meeting: an office or a name; kept loose, for names are swapped and offices are many.
_VERB_MET = (
    r"(?:met|meets|held (?:a |an )?(?:\w+ ){0,3}(?:meeting|talks|consultations)|holds talks"
    r"|had (?:a |an )?(?:\w+ ){0,2}meeting|received|welcomed)"
)

FILLER = _any(
    r"(?:only|just) (?:a|the) (?:title|headline) (?:was|is|has been) (?:provided|given|available)",
    (
        r"(?:sorry|unable to|cannot|can[’']t)[^.\n]{0,80}(?:full (?:text|article)|content)[^.\n]{0,40}(?:not|"
        r"n[’']t|was)[^.\n]{0,20}(?:provided|available|included)"
    ),
    r"no (?:article|content|text) (?:was|has been) provided",
    r"as an ai\b",
    r"(?:предоставлен|указан|есть) только заголовок",
    r"текст (?:статьи|материала) не (?:был )?предоставлен",
)
# Who gives a text out together: "released by the governments of", "signed by Minister Lund and Minister Morell".
_GIVEN_OUT = (
    r"following (?:joint )?(?:statement|text|declaration|communiqu[eé]) was (?:released|issued|agreed|signed|made|"
    r"adopted)(?: upon)?(?: jointly)? by (?:the )?(?:(?:[\w-]+ ){0,2}(?:governments|foreign ministers|ministers|"
    r"leaders|heads|members|representatives|countries)|[^\n]{0,300}(?:, | and )(?:the )?[^\n,]{0,60}minister)"
)
JOINT = _any(
    r"joint (?:\w+ )?(?:statement|declaration|press release|communiqu[eé])",
    r"(?:foreign ministers|leaders|ministers|heads of state|partners|allies)[’'] (?:\w+ )?statement",
    r"\b(?:coalition|group|quad|troika|quartet|alliance) (?:\w+ )?statement\b",
    _GIVEN_OUT,
    r"совместн(?:ое|ого) (?:заявление|коммюнике|декларац)",
)
JOINT_BEGINS = _any(
    r"(?:the )?(?:following |text of the )*joint (?:\w+ )?(?:statement|declaration|communiqu[eé])",
    r"совместн(?:ое|ого) (?:заявление|коммюнике|декларац)",
    rf"(?:the )?(?:text of the )?{_GIVEN_OUT}",
    start=True,
)
WE_TOGETHER = _any(
    (
        r"we, the (?:[\w’'-]+ ){0,4}(?:ministers|heads|leaders|presidents|members|representatives|governments|"
        r"undersigned|participants)"
    ),
    r"мы, (?:министры|главы|президенты|лидеры)",
)
COMMUNIQUE_TITLE = _any(r"communiqu[eé](?!\s*(?:channel|director))", r"коммюнике")
COMMUNIQUE = _any(
    r"(?:final |summit )?communiqu[eé](?!\s*(?:channel|director))",
    r"^[\w ’'\-]{0,60}\bdeclaration\b(?! of war)",
    r"heads of state and government (?:participating|of the member)",
    r"коммюнике",
    r"(?:итоговая )?декларация (?:глав|совета|саммита|министров)",
)
OP_ED = _any(
    r"(?:in|of) (?:a|an|his|her|this) (?:\w+ )?(?:column|op-?ed|opinion (?:piece|article)|guest article)\b(?! of)",
    r"op-?ed\b",
    r"(?:wrote|written|writes) (?:an|a|this) (?:\w+ ){0,2}(?:article|column|piece) (?:for|in|on)",
    r"(?:article|column) by [^\n]{3,80} (?:for|in|published)",
    (
        r"written (?:specifically |exclusively |specially )?for (?:the )?\W{0,3}\w[^.\n]{0,40}(?:newspaper|"
        r"magazine|journal|daily|weekly)"
    ),
    r"this (?:article|column|piece) (?:was (?:first |originally )?published|first appeared|originally appeared)",
    r"в (?:авторской )?колонке",
    r"статья (?:\w+ ){1,6}(?:для|в) (?:газет|журнал)\w+",
    r"авторск(?:ая|ой) (?:колонк|стать)\w+",
)
FACT_SHEET = _any(
    r"fact ?sheet", r"backgrounder", r"factsheet", r"at a glance", r"справочн\w+ (?:материал|информация)", r"справка\b"
)
BRIEFING = _any(
    r"press (?:briefing|conference|availability|availabilities)",
    r"briefing\b",
    r"transcript",
    r"remarks to the (?:press|media)",
    r"брифинг",
    r"пресс-конференци",
    r"стенограмма",
)
# Titles that name a broadcaster or a paper: "Minister Halloran on Coast TV with Ada Bell", "With Ada Bell of the Port
# Gazette". Capitals tell, so that case counts.
# Titles of events with journalists, at which a printed label is a turn even where it stands alone.
WITH_PRESS = _any(
    r"press (?:briefing|conference|availability|availabilities)",
    r"briefing (?:with|by|on)\b",
    r"(?:remarks|statements) to the (?:press|media)",
    r"(?:before|after|following) (?:their|his|her) (?:\w+ )?(?:meeting|call)",
    r"пресс-конференци",
    r"брифинг",
)
ON_AIR = re.compile(
    r"\b[Ww]ith (?:[\w.’'-]+,? ){1,12}(?:of|from) |\b[Oo]n (?:the )?[A-Z][^\n]{1,60}\b[Ww]ith (?:the )?[A-Z]"
    r"|\b[Oo]n [A-Z][\w-]*[’']s [A-Z]|\b(?:[Oo]n|[Ww]ith) (?:[\w.’'-]+ ){0,5}(?:TV|Radio|News|Television|Channel)\b"
)
INTERVIEW = _any(
    r"interview\w*", r"q ?& ?a\b", r"questions and answers", r"интервью", r"ответы? на вопрос\w*", r"беседа с\b"
)
TOLD = _any(
    (
        r"(?:told|tells) (?:[^.\n]{0,60}\b)?(?:(?:correspondent|journalist|reporter|interviewer)\b[^.\n]{0,80}|"
        r"(?:correspondent|journalist|reporter|interviewer)s\b[^.\n]{0,20}|(?:news agency|newspaper|daily|weekly|radio|"
        r"television|tv)\b[^.\n]{0,40})\b(?:whether|what|how|why|about|where|when)\b"
    ),
    r"(?:gave|gives|granted|has given) (?:an|a|this) (?:\w+ ){0,3}interview",
    r"in (?:an|a|his|her|this) (?:\w+ ){0,3}interview (?:with|to|for)\b",
    r"(?:answered|responded to|answers) (?:the |some )?questions (?:from|of|by) ",
    r"спросил\w* у|(?:дал|дала) (?:\w+ )?интервью|в интервью|ответил\w? на вопросы",
    r"рассказал\w? (?:корреспонденту|в интервью|журналист\w+)",
)
PROGRAMME = _any(
    r"(?:public |daily |weekly )schedule\b",
    r"(?:draft |provisional )?(?:programme|agenda) of (?:the|events|work)",
    r"(?:программа|график|повестка) (?:визита|мероприятий|работы|дня)",
)
CALL_TITLE = _any(
    r"\w+[’']s? (?:(?:video|phone|telephone|conference) )?calls? (?:with|to)\b",
    r"(?:phone|telephone|video) ?call (?:with|to|between)\b",
    r"(?:readout|summary) of [^\n]{0,80}\bcall\b",
    r"^(?:\w+ ){1,6}calls? with\b",
    r"(?:телефонн\w+ )(?:разговор|беседа)\w*",
)
CALL = _any(
    r"spoke (?:\w+ ){0,3}(?:by (?:phone|telephone|video)|over the (?:phone|telephone)|on the (?:phone|telephone))",
    r"spoke (?:today |yesterday |\w+day |this \w+ )?(?:separately )?(?:with|to) [^.\n]{0,200}",
    r"(?:held|had) (?:a |an )?(?:\w+ ){0,2}(?:phone|telephone|video) (?:call|conversation|conference)",
    r"(?:telephone|phone) conversation (?:with|between|took place)",
    r"состоял\w+ телефонн\w+",
    r"(?:провёл|провел|провела) телефонн\w+",
)
APPOINTMENT = _any(
    r"appoint(?:ed|s|ment)\b",
    r"nominat(?:es|ed|ion)\b",
    r"(?:designation|naming|swearing-in) of [^\n]{3,90} as (?![^\n]*(?:terror|extrem|foreign|global|organi[sz]))",
    r"назначен\w*",
)
APPOINTED = _any(
    r"(?:has|have|was|is|been|today) (?:today |been )?appointed\b(?: (?:as|to|by|the|a|an)\b)?",
    r"appoints\b",
    r"announced? (?:the )?appointment of",
    r"(?:был\w? )?назначен\w? (?:на должность|на пост|\w+ом)",
)
TRAVEL_TITLE = _any(
    r"(?:travel|travels|trip|visit) to\b",
    r"(?:departs|departed|arrives|arrived) (?:for|in|from)\b",
    r"(?:поездка|визит|рабочий визит) (?:в|на)\b",
)
TRAVEL = _any(
    (
        r"(?:will travel|travels|travell?ed|is travell?ing|departed|departs|will depart|arrived|arrives|"
        r"will visit) (?:to|for|from|in|on)\b"
    ),
    r"will (?:travel|visit)\b",
    r"(?:прибыл\w?|отбыл\w?|вылетел\w?|прилетел\w?|отправил(?:ся|ась)) (?:в|с|из|на)\b",
)
MEETING_TITLE = _any(
    r"\w+[’']s? (?:\w+ )?meetings? with\b",
    r"\bmeets? with\b",
    r"(?:readout|summary) of [^\n]{0,80}\bmeeting\b",
    r"meeting (?:with|between)\b",
    r"встреч\w+ (?:с|со|между)\b",
    r"встретил(?:ся|ась|ись)\b",
)
MEETING = _any(
    rf"{_VERB_MET} (?:\w+ ){{0,4}}with\b",
    r"\bmet\b[^.\n]{0,120}\bwith\b",
    r"\bmet (?:today |yesterday |\w+day |separately )?(?:in|at|on)\b",
    (
        r"(?:received|welcomed) (?:\w+ ){0,3}(?:the )?(?:ambassador|minister|president|prime minister|"
        r"delegation|envoy|secretary|chair\w*|head)\b"
    ),
    r"(?:a|the) (?:\w+ ){0,3}meeting (?:with|between|of) [^.\n]{3,160}(?:took place|was held)",
    (
        r"(?:встретил(?:ся|ась|ись)|провёл встречу|провел встречу|провела встречу|провёл переговоры|"
        r"провел переговоры|провела переговоры|принял\w? (?:посла|министра|делегацию|главу))"
    ),
    r"состоял(?:ась|ись) (?:\w+ )?(?:встреча|переговоры|консультации)",
)
MESSAGE_TITLE = _any(
    r"(?:message|greetings?|letter|telegram|congratulations|condolences) (?:to|on|from|of|by|for)\b",
    r"(?:national|independence|republic|constitution|victory) day\b",
    r"\w+[’']s? (?:[\w’'-]+ ){0,2}(?:message|greetings?)\b",
    r"(?:послание|приветствие|поздравлени\w+|соболезновани\w+|телеграмма|обращение)\b",
)
MESSAGE = _any(
    r"on the occasion of (?:your|their|its)\b",
    (
        r"(?:on behalf of [^.\n]{3,90}, )(?:i|we) (?:am |are )?(?:congratulate|wish|send|extend|offer|convey|honou?red|"
        r"pleased)\b"
    ),
    r"(?:i|we) (?:congratulate (?:you|the (?:people|citizens))|wish you|send (?:you )?(?:my|our))\b",
    (
        r"(?:i|we) (?:extend|offer|convey|send|express) (?:my|our|a)? ?(?:\w+ ){0,3}(?:wishes|greetings|"
        r"congratulations|condolences)\b"
    ),
    r"(?:best|warm(?:est)?|sincere) (?:wishes|greetings|congratulations) (?:to|on)\b",
    r"(?:deep|deepest|sincere|heartfelt) condolences\b[^.\n]{0,80}\bto (?:you|the famil)",
    r"(?:поздравляю|поздравляем|примите (?:мои|наши|самые)|выражаю (?:глубокие |искренние )?соболезнован\w+)",
)
SPEECH_TITLE = _any(
    (
        r"(?:remarks|speech|address|opening statement|closing remarks|keynote|lecture|speaking notes?|"
        r"toast)\b(?! by phone)"
    ),
    (
        r"(?:statement|intervention) (?:at|to) (?:the )?(?:\w+ ){0,4}(?:council|assembly|conference|meeting|"
        r"session|debate|parliament|commons|lords|summit)"
    ),
    r"(?:выступление|речь|вступительное слово|доклад)\b",
)
DELIVERY = _any(
    r"\(?as (?:delivered|prepared)(?: for delivery)?\b",
    r"check against delivery",
    r"speech (?:delivered|given) (?:by|at|on)",
    r"transcript of the speech",
    r"проверять по произнесённому",
)
PLANNED_TITLE = _any(
    r"to (?:deliver|host|hold|attend|participate|launch|convene|address|join|open|chair|brief|lead|meet|speak|give)\b",
    r"(?:media advisory|save the date|invitation to|accreditation|registration)\b",
)
ANNOUNCING = _any(
    r"(?:is|are|am) (?:pleased|proud|happy|delighted) to announce\b",
    r"(?:today |yesterday |this week )?announce[sd]?\b",
    r"(?:is|are) offering (?:a|an) (?:reward|grant|scholarship)",
    r"объявля(?:ет|ем|ется)\b",
)
ANNOUNCEMENT = _any(
    (
        r"will (?:be held|take place|host|hold|deliver|convene|participate|lead|chair|open|attend|meet|join|"
        r"address|begin on|brief)\b"
    ),
    r"(?:registration|accreditation|media (?:access|advisory|are invited)|rsvp|press (?:access|advisory))\b",
    r"is (?:scheduled|due) to\b",
    r"(?:состоится|пройд[её]т|будет проходить|планируется|аккредитаци\w+)\b",
)
SPOKEN = _any(
    r"good (?:morning|afternoon|evening)\b",
    r"thank you\b",
    r"ladies and gentlemen\b",
    r"excellencies\b",
    r"\(applause",
    r"(?:mr|madam|mister)\.? (?:president|speaker|chair\w*|secretary)[,.]",
    r"with permission, ",
    r"my lords\b",
    r"(?:dear|distinguished) (?:friends|colleagues|delegates|guests)",
    r"уважаемые|дорогие друзья|добрый (?:день|вечер)|доброе утро",
)
STATEMENT_BEGINS = _any(
    r"(?:\w+ ){0,3}(?:ministerial |oral |written |press )?statement (?:by|to|from|on|of)\b",
    r"(?:\w+ ){1,5}(?:gave|made|issued) (?:a|the following) statement\b",
    start=True,
)
STATEMENT = _any(
    r"statement\b",
    r"(?:заявление|комментарий)\b",
    r"(?:condemns?|condemning|condemnation|deplores?|calls? on|urges?)\b",
    r"(?:anniversary|day) of\b",
)
ATTRIBUTABLE = _any(
    r"attributable to\b",
    r"(?:issued|released) the following statement",
    r"the following is the text of a statement",
    r"(?:press statement|statement to the press)\b",
    r"adopted the following\b",
    r"(?:выступил\w? со следующим заявлением|сделал\w? следующее заявление)",
)
STANCE = _any(
    (
        r"(?:strongly |firmly |unequivocally |categorically )?(?:condemns|deplores|welcomes|expresses (?:its|"
        r"his|her|deep|grave|serious)|calls (?:on|for|upon)|urges|rejects|regrets|reaffirms|reiterates|"
        r"commends|congratulates|supports|stands with|is (?:deeply |gravely |seriously )?(?:concerned|"
        r"saddened|alarmed|appalled))\b"
    ),
    r"(?:решительно |категорически )?(?:осуждает|приветствует|выражает|призывает|отвергает|подтверждает)\b",
)
REPORT = _any(
    (
        r"(?:the )?(?:council|committee|assembly|delegates|participants|speakers|representatives) (?:heard|"
        r"discussed|considered|debated|reviewed|examined)\b"
    ),
    r"(?:briefing|addressing) the (?:\w+ ){0,2}(?:council|committee|assembly)\b",
    r"(?:the )?representative of \w+[^.\n]{0,60} said\b",
    r"(?:участники|делегаты|члены) (?:\w+ ){0,4}(?:обсудили|рассмотрели|заслушали)",
)
DATED = re.compile(
    r"\b(?:19|20)\d\d\b|\b\d{1,2}[./]\d{1,2}\b|\b(?:today|yesterday|on \w+day|сегодня|вчера)\b"
    r"|\b\d{1,2} [^\W\d_]{3,}|[^\W\d_]{3,} \d{1,2}\b",
    re.IGNORECASE,
)
