"""French."""

from onrecord.languages.language import Language, numbered, phrases, words

FR = Language(
    code="fr",
    number_order="day",
    months=numbered("""
        janvier janv | février fevrier févr fév | mars | avril avr | mai | juin | juillet juil | août aout |
        septembre sept | octobre oct | novembre nov | décembre decembre déc
        """),
    weekdays=numbered("lundi lun | mardi mar | mercredi mer | jeudi jeu | vendredi ven | samedi sam | dimanche dim"),
    relative={"aujourd'hui": 0, "aujourd’hui": 0, "hier": -1, "demain": 1, "avant-hier": -2},
    vague=phrases("cette semaine | la semaine dernière"),
    on_weekday=numbered("lundi | mardi | mercredi | jeudi | vendredi | samedi | dimanche"),
    published_labels=phrases("""
        publié le | publié | mis en ligne le | date | date de publication | publiée le | paru le | posté le
        """),
    other_days=words("depuis jusqu'au avant après dès né née du au"),
    modified_labels=phrases("""
        mis à jour le | dernière mise à jour | dernière
        modification | mise à jour le | mis à jour | mise à jour | modifié le | modifié
        """),
    quotes=(("«", "»"), ("“", "”"), ("‹", "›")),
    cues=words("""
        a-dit dit déclaré déclare affirmé affirme ajouté ajoute souligné souligne indiqué indique précisé
        précise expliqué explique estimé estime rappelé rappelle répondu répond assuré assure annoncé annonce
        écrit poursuivi poursuit conclu conclut noté note lancé martelé
        """),
    participles=words("ajoutant soulignant précisant indiquant"),
    credits=frozenset({"selon", "d’après", "d'après"}),
    pronouns=words("il elle ils elles on"),
    women=words("elle mme madame mlle"),
    men=words("il m monsieur"),
    first_persons=words("je nous notre nos mon ma mes"),
    selves=words("je"),
    determiners=words("le la les un une des ce cette son sa ses leur leurs l"),
    auxiliaries=words("a ont avait avaient est sont était étaient"),
    breaks=words("""
        dans en à au aux lors pendant après avant quand que qui et mais ou par avec pour sur hier lundi mardi
        mercredi jeudi vendredi samedi dimanche
        """),
    relatives=words("qui que dont"),
    complements=words("que qu’il qu’elle qu’ils"),
    adverbs=words("aussi ensuite encore alors également"),
    adverb_ending="ment",
    bylines=words("par"),
    writings=words("tribune article"),
    interviews=frozenset({"entretien avec", "interview de"}),
    groups=frozenset({"nous les", "nous chefs"}),
    locatives=words("à"),
    deliveries=frozenset({"discours de", "déclaration de", "allocution de", "discours du", "message de"}),
    questioners=words("question journaliste q"),
    answerers=words("réponse r"),
    offices=words("""
        président présidente ministre ministres secrétaire premier ambassadeur ambassadrice député députée maire
        directeur directrice porte-parole commissaire chef chancelier roi
        """),
    person_titles=words("m mme mlle dr monsieur madame"),
    bodies=words("""
        ministère conseil comité commission assemblée parlement sénat gouvernement union organisation agence
        """),
)
