"""German."""

from onrecord.languages.language import Language, numbered, phrases, words

DE = Language(
    code="de",
    number_order="day",
    months=numbered("""
        januar jänner jan | februar feber feb | märz maerz mär mrz | april apr | mai | juni jun | juli jul |
        august aug | september sept sep | oktober okt | november nov | dezember dez
        """),
    weekdays=numbered("""
        montag mo | dienstag di | mittwoch mi | donnerstag do | freitag fr | samstag sonnabend sa | sonntag so
        """),
    dotted_days=True,
    relative={"heute": 0, "gestern": -1, "vorgestern": -2, "übermorgen": 2},
    vague=phrases("diese woche | letzte woche | vergangene woche"),
    on_weekday=numbered("montag | dienstag | mittwoch | donnerstag | freitag | samstag | sonntag"),
    published_labels=phrases("""
        veröffentlicht | veröffentlicht am | erschienen am | erschienen | datum | erstellt | erstellt
        am | publiziert | publiziert am | ausgabedatum | veröffentlichungsdatum | erscheinungsdatum |
        veröffentlichung | eingestellt am | online seit | pressemitteilung vom | pressemeldung vom | meldung vom |
        nachricht vom | beitrag vom | artikel vom | ausgabe vom
        """),
    other_days=words("seit bis vom ab vor nach geboren zum"),
    modified_labels=phrases("""
        aktualisiert | aktualisiert am | zuletzt aktualisiert | zuletzt aktualisiert am | zuletzt bearbeitet | stand |
        letzte aktualisierung | letzte änderung | geändert | geändert am | update | zuletzt geändert | zuletzt
        geändert am | letzte bearbeitung | letzte änderung am | letztes update | änderungsdatum | überarbeitet am
        """),
    quotes=(("„", "“"), ("»", "«"), ("‚", "‘")),
    cues=words("""
        sagte sagt erklärte erklärt betonte betont fügte ergänzte schrieb schreibt antwortete fragte mahnte
        warnte teilte meinte forderte versicherte unterstrich hob kündigte
        """),
    credits=frozenset({"laut", "nach angaben von"}),
    pronouns=words("er sie es"),
    women=words("frau"),
    men=words("er ihm ihn herr herrn"),
    first_persons=words("ich wir unser unsere uns mir mich mein meine"),
    selves=words("ich"),
    determiners=words("der die das ein eine den dem sein seine ihr ihre"),
    auxiliaries=words("ist sind war waren hat haben hatte hatten wird werden"),
    breaks=words("""
        in im am an auf bei beim vom gegenüber laut nach vor während als wenn dass und aber oder mit von zu
        zum zur für über heute gestern
        """),
    relatives=words("der die das welcher welche"),
    complements=words("dass ob"),
    adverbs=words("dann auch später wieder erneut zudem"),
    bylines=words("von"),
    writings=words("gastbeitrag namensartikel kolumne"),
    interviews=frozenset({"interview mit", "gespräch mit"}),
    locatives=words("in"),
    deliveries=frozenset({"rede von", "rede der", "rede des", "erklärung von", "ansprache von"}),
    questioners=words("frage journalist journalistin reporter"),
    answerers=words("antwort"),
    offices=words("""
        präsident präsidentin bundespräsident minister ministerin bundeskanzler bundeskanzlerin kanzler
        kanzlerin außenminister außenministerin verkehrsminister verkehrsministerin botschafter sprecher
        sprecherin bürgermeister direktor kommissar generalsekretär vorsitzende vorsitzender staatssekretär
        """),
    person_titles=words("herr frau dr prof"),
    bodies=words("""
        ministerium rat ausschuss kommission bundestag regierung bundesregierung union verband bundesrat
        """),
)
