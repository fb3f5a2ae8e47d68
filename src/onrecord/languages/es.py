"""Spanish."""

from onrecord.languages.language import Language, numbered, phrases, words

ES = Language(
    code="es",
    number_order="day",
    months=numbered("""
        enero ene | febrero feb | marzo mar | abril abr | mayo may | junio jun | julio jul | agosto ago |
        septiembre setiembre sept sep | octubre oct | noviembre nov | diciembre dic
        """),
    weekdays=numbered("""
        lunes lun | martes mar | miércoles miercoles mié | jueves jue | viernes vie | sábado sabado sáb |
        domingo dom
        """),
    relative={"hoy": 0, "ayer": -1, "anteayer": -2},
    vague=phrases("esta semana | la semana pasada"),
    on_weekday=numbered("lunes | martes | miércoles | jueves | viernes | sábado | domingo"),
    published_labels=phrases("publicado | publicado el | publicada el | fecha | fecha de publicación"),
    other_days=words("desde hasta antes después nacido nacida del al"),
    modified_labels=phrases(
        "actualizado | actualizado el | actualizada el | última actualización | modificado | modificado el"
    ),
    quotes=(("«", "»"), ("“", "”"), ('"', '"')),
    cues=words("""
        dijo declaró afirmó añadió agregó señaló subrayó indicó explicó aseguró anunció respondió preguntó
        escribió recordó destacó sostuvo manifestó apuntó dice afirma
        """),
    credits=words("según"),
    pronouns=words("él ella ellos ellas"),
    women=words("ella sra señora"),
    men=words("él sr señor"),
    first_persons=words("yo nosotros nuestro nuestra nuestros nuestras mi mis nos"),
    selves=words("yo"),
    determiners=words("el la los las un una este esta su sus"),
    auxiliaries=words("ha han había es son fue era"),
    breaks=words("""
        en a al durante tras después antes cuando que y pero o por con para sobre ayer hoy
        """),
    relatives=words("que quien cuyo"),
    complements=words("que si"),
    adverbs=words("también luego después además"),
    adverb_ending="mente",
    bylines=words("por"),
    interviews=frozenset({"entrevista con", "entrevista a"}),
    locatives=words("en"),
    deliveries=frozenset({"discurso de", "declaración de", "palabras de", "mensaje de"}),
    questioners=words("pregunta periodista p"),
    answerers=words("respuesta r"),
    offices=words("""
        presidente presidenta ministro ministra secretario secretaria embajador embajadora portavoz alcalde
        director directora comisario canciller
        """),
    person_titles=words("sr sra dr don doña señor señora"),
    bodies=words("""
        ministerio consejo comité comisión asamblea parlamento gobierno organización unión
        """),
)
