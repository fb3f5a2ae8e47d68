"""English."""

from onrecord.languages.language import Language, numbered, phrases, words

EN = Language(
    code="en",
    months=numbered("""
        january jan | february feb | march mar | april apr | may | june jun | july jul | august aug |
        september sept sep | october oct | november nov | december dec
        """),
    weekdays=numbered("""
        monday mon | tuesday tue tues | wednesday wed | thursday thu thur thurs | friday fri | saturday sat |
        sunday sun
        """),
    relative={
        "today": 0,
        "tonight": 0,
        "this morning": 0,
        "this afternoon": 0,
        "this evening": 0,
        "yesterday": -1,
        "last night": -1,
        "tomorrow": 1,
        "the day before yesterday": -2,
        "the day after tomorrow": 2,
        "earlier today": 0,
        "later today": 0,
    },
    vague=phrases("""
        this week | last week | next week | this weekend | last weekend | this month | last month | next month
        | this year | last year | next year | last summer | last winter
        """),
    on_weekday=numbered("monday | tuesday | wednesday | thursday | friday | saturday | sunday"),
    ago=words("ago"),
    units={
        "day": "day",
        "days": "day",
        "week": "week",
        "weeks": "week",
        "month": "month",
        "months": "month",
        "year": "year",
        "years": "year",
        "hour": "hour",
        "hours": "hour",
        "minutes": "minute",
        "minute": "minute",
    },
    numerals={
        "one": 1,
        "two": 2,
        "three": 3,
        "four": 4,
        "five": 5,
        "six": 6,
        "seven": 7,
        "eight": 8,
        "nine": 9,
        "ten": 10,
        "eleven": 11,
        "twelve": 12,
        "a": 1,
        "an": 1,
    },
    published_labels=phrases("""
        published | published on | posted | posted on | date | release date | date published | publication
        date | first published | issued | issued on | date of publication | date posted | created | released
        """),
    other_days=words("since until till by before after from to through dated born of between starting ending"),
    modified_labels=phrases("""
        updated | updated on | last updated | last updated on | last modified | modified | date modified |
        last reviewed | last update | page last updated | revised | edited | last edited
        """),
    quotes=(("“", "”"), ('"', '"'), ("‘", "’"), ("'", "'")),
    cues=words("""
        demurred mocked mocks pressed proclaims
        said says say told tells tell added adds wrote writes tweeted tweets posted asked asks replied
        replies responded responds answered answers continued continues declared declares stated states
        explained explains argued argues announced announces noted notes remarked remarks concluded
        concludes warned warns insisted insists stressed stresses underlined underlines emphasized
        emphasised emphasizes emphasises underscored underscores reiterated reiterates affirmed affirms
        reaffirmed commented comments observed observes recalled recalls admitted admits acknowledged
        acknowledges conceded concedes claimed claims joked jokes quipped shouted shouts yelled chanted
        cried exclaimed interjected assured vowed pledged promised predicted wondered repeated confirmed
        confirms complained charged urged reported reports retorted testified confessed echoed demanded
        boasted lamented mused recounted counted suggested suggests proclaimed read reads whispered screamed
        laughed countered emailed texted cautioned praised thought thinks believes described maintained
        opined pronounced objected protested ventured volunteered contended contends alleged issued released
        advised agreed agrees began conclude write argue insist explain retaliated riffed crowed fumed
        thundered bellowed pleaded implored opines gushed booed roared whined snapped scoffed barked sniped
        joking
        """),
    participles=words("""
        saying telling adding writing tweeting asking replying responding answering continuing declaring stating
        explaining arguing announcing noting remarking concluding warning insisting stressing underlining
        emphasizing emphasising underscoring reiterating commenting observing recalling admitting acknowledging
        claiming joking quipping shouting yelling chanting exclaiming interjecting reading pointing-out
        """),
    credits=frozenset({"according to", "in the words of", "as told by", "quoted", "citing"}),
    handovers=frozenset({"and from", "from", "also from", "a quote from", "quote from", "and"}),
    pronouns=words("he she they it who"),
    women=words("she her hers herself mrs ms miss lady dame madam"),
    men=words("he him his himself mr sir lord"),
    possessives=words("his her hers"),
    objects=words("him himself herself"),
    styles=words("excellency majesty holiness highness honour honor eminence grace royal imperial serene"),
    first_persons=words("i we my our me us i'm we're i’m we’re i've we've i’ve we’ve"),
    selves=words("i"),
    determiners=words("""
        the a an his her their its our my this that these those one two three another some many several both
        each other every no former then-president ex-president
        """),
    auxiliaries=words("""
        is are was were be been being has have had having do does did will would shall should can could may
        might must 's ’s
        """),
    breaks=words("""
        in on at during after before when while as since until because if that which where and but or so to by
        with without against about amid via upon into following despite though although whether than then here
        there today yesterday tonight earlier later recently monday tuesday wednesday thursday friday saturday
        sunday last again shortly repeatedly also once just
        """),
    relatives=words("who which whose whom that"),
    complements=words("that if whether how why"),
    adverbs=words("""
        then also later once again recently now still just went on to goes never even soon first finally earlier
        monday tuesday wednesday thursday friday saturday sunday today yesterday simply
        """),
    adverb_ending="ly",
    participle_ending="ing",
    bylines=words("by"),
    writings=words("column op-ed article essay opinion piece commentary"),
    interviews=frozenset({"interview with", "interview of", "conversation with", "interviewed"}),
    groups=frozenset({"we the", "we heads of state", "the members of", "members of"}),
    staff=words("staff members representatives employees experts of"),
    locatives=words("in"),
    questioners=words("""
        question questioner reporter journalist correspondent interviewer moderator host q inaudible media press
        operator
        """),
    answerers=words("answer a reply response"),
    offices=words("""
        controller comptroller sheriff superintendent counsel prosecutor investigator detective lieutenant
        sergeant captain agent inspector trustee manager executive ceo founder co-founder professor analyst
        strategist supervisor clerk auditor warden dean provost rector solicitor ombudsman editor
        correspondent councilman councilwoman councillor councilmember assemblyman assemblywoman alderman
        magistrate legislator candidate nominee president vice-president president-elect premier minister
        ministers secretary secretary-general chancellor ambassador governor senator senators congressman
        congresswoman representative commissioner chairman chairwoman chairperson chair director director-
        general general commander spokesman spokeswoman spokesperson speaker mayor king queen prince pope
        envoy rapporteur chief head leader deputy administrator attorney officer coordinator undersecretary
        counsellor counselor adviser advisor judge justice treasurer consul commissioner-general mp gov sen
        rep sec delegate lawmaker principal adjutant admiral colonel marshal bishop patriarch archbishop
        """),
    person_titles=words("mr mrs ms miss dr prof sir dame lord lady madam mx hon rev"),
    bodies=words("""
        ministry department office council committee commission assembly parliament congress senate secretariat
        agency authority union organization organisation bank court bureau board institute foundation government
        cabinet embassy delegation mission federation association league treaty fund service administration
        presidency university academy party group headquarters directorate
        """),
    no_labels=words("""
        office cell mobile note notes contact contacts tel telephone phone fax email e-mail mail date time
        venue place location where when what who why how source sources subject re attention attn photo
        video image caption credit tags topic topics agenda background summary title author published
        updated posted issued read more see also related share download follow website web url address
        address(es) annex appendix item section chapter article page part table figure number no ref
        reference editor editors key keywords language english french available price hours duration
        deadline participants members present warning update correction example conclusion introduction
        objectives results total budget languages dates theme format speakers registration via media-contact
        press-contact
        """),
    deliveries=frozenset(
        {
            "as delivered by",
            "delivered by",
            "as prepared for delivery by",
            "remarks by",
            "speech by",
            "address by",
            "statement by",
            "keynote by",
            "written by",
            "an opinion by",
            "op-ed by",
            "opening remarks by",
            "closing remarks by",
            "intervention by",
            "message from",
            "message by",
            "attributable to",
            "article by",
            "column by",
            "lecture by",
            "remarks of",
            "speech of",
            "statement of",
            "address of",
        }
    ),
)
