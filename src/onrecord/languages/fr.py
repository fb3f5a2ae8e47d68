"""French."""

from onrecord.languages.language import Language

FR = Language(
    code="fr",
    quotes=(('«', '»'), ('“', '”'), ('‹', '›')),
    cues=frozenset(
        """
        a-dit dit déclaré déclare affirmé affirme ajouté ajoute souligné souligne indiqué indique précisé
        précise expliqué explique estimé estime rappelé rappelle répondu répond assuré assure annoncé annonce
        écrit poursuivi poursuit conclu conclut noté note lancé martelé
        """.split()
    ),
    participles=frozenset("ajoutant soulignant précisant indiquant".split()),
    credits=frozenset({"selon", "d’après", "d"après"}), pronouns=frozenset("il elle ils elles on".split()), first_persons=frozenset("je nous notre nos mon ma mes".split()), determiners=frozenset("le la les un une des ce cette son sa ses leur leurs l".split()), auxiliaries=frozenset("a ont avait avaient est sont était étaient".split()),
    breaks=frozenset(
        """
        dans en à au aux lors pendant après avant quand que qui et mais ou par avec pour sur hier lundi mardi
        mercredi jeudi vendredi samedi dimanche
        """.split()
    ),
    questioners=frozenset("question journaliste q".split()),
    answerers=frozenset("réponse r".split()),
    offices=frozenset(
        """
        président présidente ministre ministres secrétaire premier ambassadeur ambassadrice député députée maire
        directeur directrice porte-parole commissaire chef chancelier roi
        """.split()
    ),
    person_titles=frozenset("m mme mlle dr monsieur madame".split()),
    bodies=frozenset(
        """
        ministère conseil comité commission assemblée parlement sénat gouvernement union organisation agence
        """.split()
    ),
)
