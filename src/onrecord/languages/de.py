"""German."""

from onrecord.languages.language import Language

DE = Language(
    code="de",
    quotes=(("„", "“"), ("»", "«"), ("‚", "‘")),
    cues=frozenset(
        """
        sagte sagt erklärte erklärt betonte betont fügte ergänzte schrieb schreibt antwortete fragte mahnte
        warnte teilte meinte forderte versicherte unterstrich hob kündigte
        """.split()
    ),
    credits=frozenset({"laut", "nach angaben von"}),
    pronouns=frozenset("er sie es".split()),
    first_persons=frozenset("ich wir unser unsere uns mir mich mein meine".split()),
    determiners=frozenset("der die das ein eine den dem sein seine ihr ihre".split()),
    auxiliaries=frozenset("ist sind war waren hat haben hatte hatten wird werden".split()),
    breaks=frozenset(
        """
        in im am an auf bei nach vor während als wenn dass und aber oder mit von zu zum zur für über heute
        gestern
        """.split()
    ),
    questioners=frozenset("frage journalist journalistin reporter".split()),
    answerers=frozenset("antwort".split()),
    offices=frozenset(
        """
        präsident präsidentin bundespräsident minister ministerin bundeskanzler bundeskanzlerin kanzler
        kanzlerin außenminister außenministerin verkehrsminister verkehrsministerin botschafter sprecher
        sprecherin bürgermeister direktor kommissar generalsekretär vorsitzende vorsitzender staatssekretär
        """.split()
    ),
    person_titles=frozenset("herr frau dr prof".split()),
    bodies=frozenset(
        """
        ministerium rat ausschuss kommission bundestag regierung bundesregierung union verband bundesrat
        """.split()
    ),
)
