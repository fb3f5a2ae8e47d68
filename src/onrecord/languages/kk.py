"""Kazakh."""

from onrecord.languages.language import Language

KK = Language(
    code="kk",
    quotes=(("«", "»"), ("“", "”")),
    cues=frozenset("деді айтты мәлімдеді хабарлады атап көрсетті жауап жазды".split()),
    pronouns=frozenset("ол олар".split()),
    first_persons=frozenset("мен біз біздің менің".split()),
    questioners=frozenset("сұрақ тілші".split()),
    answerers=frozenset("жауап".split()),
    offices=frozenset("президент министр министрі премьер-министр төраға төрағасы хатшы елші әкім".split()),
)
