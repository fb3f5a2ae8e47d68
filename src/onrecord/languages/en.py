"""English."""

from onrecord.languages.language import Language

EN = Language(
    code="en",
    quotes=(("“", "”"), ('"', '"'), ("‘", "’"), ("'", "'")),
    cues=frozenset(
        """
        said says say told tells tell added adds wrote writes tweeted tweets posted asked asks replied replies
        responded responds answered answers continued continues declared declares stated states explained
        explains argued argues announced announces noted notes remarked remarks concluded concludes warned warns
        insisted insists stressed stresses underlined underlines emphasized emphasised emphasizes emphasises
        underscored underscores reiterated reiterates affirmed affirms reaffirmed commented comments observed
        observes recalled recalls admitted admits acknowledged acknowledges conceded concedes claimed claims
        joked jokes quipped shouted shouts yelled chanted cried exclaimed interjected assured vowed pledged
        promised predicted wondered repeated confirmed confirms complained charged urged reported reports
        retorted testified confessed echoed demanded boasted lamented mused recounted counted suggested suggests
        proclaimed read reads whispered screamed laughed countered emailed texted cautioned praised thought
        thinks believes described maintained opined pronounced objected protested ventured volunteered contended
        contends alleged advised agreed agrees began
        """.split()
    ),
    participles=frozenset(
        """
        saying telling adding writing tweeting asking replying responding answering continuing declaring stating
        explaining arguing announcing noting remarking concluding warning insisting stressing underlining
        emphasizing emphasising underscoring reiterating commenting observing recalling admitting acknowledging
        claiming joking quipping shouting yelling chanting exclaiming interjecting reading pointing-out
        """.split()
    ),
    credits=frozenset({"according to", "in the words of", "as told by", "quoted", "citing"}),
    pronouns=frozenset("he she they it who".split()),
    first_persons=frozenset("i we my our me us i'm we're i’m we’re i've we've i’ve we’ve".split()),
    determiners=frozenset(
        """
        the a an his her their its our my this that these those one two three another some many several both
        each other every no former then-president ex-president
        """.split()
    ),
    auxiliaries=frozenset(
        """
        is are was were be been being has have had having do does did will would shall should can could may
        might must 's ’s
        """.split()
    ),
    breaks=frozenset(
        """
        in on at during after before when while as since until because if that which where and but or so to by
        with without against about amid via upon into following despite though although whether than then here
        there today yesterday tonight earlier later recently monday tuesday wednesday thursday friday saturday
        sunday last again shortly repeatedly also once just
        """.split()
    ),
    questioners=frozenset(
        """
        question questioner reporter journalist correspondent interviewer moderator host q inaudible media press
        """.split()
    ),
    answerers=frozenset("answer a reply response".split()),
    offices=frozenset(
        """
        president vice-president president-elect premier minister ministers secretary secretary-general
        chancellor ambassador governor senator senators congressman congresswoman representative commissioner
        chairman chairwoman chairperson chair director director-general general commander spokesman spokeswoman
        spokesperson speaker mayor king queen prince pope envoy rapporteur chief head leader deputy
        administrator attorney officer coordinator undersecretary counsellor counselor adviser advisor judge
        justice treasurer consul commissioner-general mp gov sen rep sec delegate lawmaker principal adjutant
        admiral colonel marshal bishop patriarch archbishop
        """.split()
    ),
    person_titles=frozenset("mr mrs ms miss dr prof sir dame lord lady madam mx hon rev".split()),
    bodies=frozenset(
        """
        ministry department office council committee commission assembly parliament congress senate secretariat
        agency authority union organization organisation bank court bureau board institute foundation government
        cabinet embassy delegation mission federation association league treaty fund service administration
        presidency university academy party group headquarters directorate
        """.split()
    ),
    no_labels=frozenset(
        """
        note notes contact contacts tel telephone phone fax email e-mail mail date time venue place location
        where when what who why how source sources subject re attention attn photo video image caption credit
        tags topic topics agenda background summary title author published updated posted issued read more see
        also related share download follow website web url address address(es) annex appendix item section
        chapter article page part table figure number no ref reference editor editors key keywords language
        english french available price hours duration deadline participants members present warning update
        correction example conclusion introduction objectives results total budget languages dates theme format
        speakers registration via media-contact press-contact
        """.split()
    ),
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
