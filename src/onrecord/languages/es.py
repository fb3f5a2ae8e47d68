"""Spanish."""

from onrecord.languages.language import Language

ES = Language(
    code="es",
    quotes=(("«", "»"), ("“", "”"), ('"', '"')),
    cues=frozenset(
        """
        dijo declaró afirmó añadió agregó señaló subrayó indicó explicó aseguró anunció respondió preguntó
        escribió recordó destacó sostuvo manifestó apuntó dice afirma
        """.split()
    ),
    credits=frozenset("según".split()),
    pronouns=frozenset("él ella ellos ellas".split()),
    first_persons=frozenset("yo nosotros nuestro nuestra nuestros nuestras mi mis nos".split()),
    determiners=frozenset("el la los las un una este esta su sus".split()),
    auxiliaries=frozenset("ha han había es son fue era".split()),
    breaks=frozenset(
        """
        en a al durante tras después antes cuando que y pero o por con para sobre ayer hoy
        """.split()
    ),
    questioners=frozenset("pregunta periodista p".split()),
    answerers=frozenset("respuesta r".split()),
    offices=frozenset(
        """
        presidente presidenta ministro ministra secretario secretaria embajador embajadora portavoz alcalde
        director directora comisario canciller
        """.split()
    ),
    person_titles=frozenset("sr sra dr don doña señor señora".split()),
    bodies=frozenset(
        """
        ministerio consejo comité comisión asamblea parlamento gobierno organización unión
        """.split()
    ),
)
