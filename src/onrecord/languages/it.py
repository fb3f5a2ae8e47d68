"""Italian."""

from onrecord.languages.language import Language, numbered, phrases, words

IT = Language(
    code="it",
    number_order="day",
    months=numbered("""
        gennaio gen | febbraio feb | marzo mar | aprile apr | maggio mag | giugno giu | luglio lug | agosto
        ago | settembre set sett | ottobre ott | novembre nov | dicembre dic
        """),
    weekdays=numbered("""
        lunedì lun | martedì mar | mercoledì mer | giovedì gio | venerdì ven | sabato sab | domenica dom
        """),
    relative={"oggi": 0, "ieri": -1, "l'altro ieri": -2, "domani": 1},
    vague=phrases("questa settimana | la settimana scorsa"),
    on_weekday=numbered("lunedì | martedì | mercoledì | giovedì | venerdì | sabato | domenica"),
    published_labels=phrases("pubblicato | pubblicato il | data | data di pubblicazione | pubblicata il"),
    other_days=words("dal fino prima dopo nato nata al"),
    modified_labels=phrases("aggiornato | aggiornato il | ultimo aggiornamento | modificato il | aggiornata il"),
    quotes=(("«", "»"), ("“", "”"), ('"', '"')),
    cues=words("""
        detto dice dichiarato dichiara affermato afferma aggiunto aggiunge sottolineato sottolinea spiegato
        spiega ricordato risposto scritto annunciato ha-detto disse conclude concluso osservato
        """),
    credits=words("secondo"),
    pronouns=words("lui lei loro"),
    women=words("lei signora"),
    men=words("lui signor"),
    first_persons=words("io noi nostro nostra nostri nostre mio mia"),
    selves=words("io"),
    determiners=words("il lo la i gli le un una uno questo questa suo sua"),
    auxiliaries=words("ha hanno aveva è sono era"),
    breaks=words("in a al durante dopo prima quando che e ma o per con su ieri oggi"),
    relatives=words("che cui"),
    complements=words("che se"),
    adverbs=words("anche poi inoltre"),
    adverb_ending="mente",
    bylines=words("di"),
    interviews=frozenset({"intervista a", "intervista con"}),
    locatives=words("a"),
    deliveries=frozenset({"discorso di", "dichiarazione di", "intervento di"}),
    questioners=words("domanda giornalista"),
    answerers=words("risposta"),
    offices=words("""
        presidente ministro ministra segretario ambasciatore portavoce sindaco direttore direttrice commissario
        premier
        """),
    person_titles=words("sig signora signor dott"),
    bodies=words("ministero consiglio comitato commissione parlamento governo unione"),
)
