"""Arabic."""

from onrecord.languages.language import Language

AR = Language(
    code="ar",
    quotes=(("«", "»"), ("“", "”"), ('"', '"')),
    cues=frozenset(
        """
        قال قالت وقال وقالت أكد أكدت وأكد أضاف أضافت وأضاف صرح صرحت أوضح أوضحت وأوضح أشار أعلن
        """.split()
    ),
    credits=frozenset({"وفقا ل", "بحسب"}),
    pronouns=frozenset("هو هي هم".split()),
    first_persons=frozenset("نحن أنا".split()),
    questioners=frozenset("سؤال".split()),
    answerers=frozenset("جواب".split()),
    offices=frozenset("رئيس الرئيس وزير الوزير سفير المتحدث".split()),
)
