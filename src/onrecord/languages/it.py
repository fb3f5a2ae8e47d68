"""Italian."""

from onrecord.languages.language import Language

IT = Language(
    code="it",
    quotes=(("«", "»"), ("“", "”"), ('"', '"')),
    cues=frozenset(
        """
        detto dice dichiarato dichiara affermato afferma aggiunto aggiunge sottolineato sottolinea spiegato
        spiega ricordato risposto scritto annunciato ha-detto disse conclude concluso osservato
        """.split()
    ),
    credits=frozenset("secondo".split()),
    pronouns=frozenset("lui lei loro".split()),
    first_persons=frozenset("io noi nostro nostra nostri nostre mio mia".split()),
    determiners=frozenset("il lo la i gli le un una uno questo questa suo sua".split()),
    auxiliaries=frozenset("ha hanno aveva è sono era".split()),
    breaks=frozenset("in a al durante dopo prima quando che e ma o per con su ieri oggi".split()),
    questioners=frozenset("domanda giornalista".split()),
    answerers=frozenset("risposta".split()),
    offices=frozenset(
        """
        presidente ministro ministra segretario ambasciatore portavoce sindaco direttore direttrice commissario
        premier
        """.split()
    ),
    person_titles=frozenset("sig signora signor dott".split()),
    bodies=frozenset("ministero consiglio comitato commissione parlamento governo unione".split()),
)
