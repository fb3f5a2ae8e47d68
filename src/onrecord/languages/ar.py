"""Arabic."""

from onrecord.languages.language import Language, numbered, phrases, words

AR = Language(
    code="ar",
    # "_" stands for a space inside a form
    months=numbered("""
        يناير كانون_الثاني | فبراير شباط | مارس آذار | أبريل إبريل ابريل نيسان | مايو أيار | يونيو حزيران |
        يوليو تموز | أغسطس اغسطس آب | سبتمبر أيلول | أكتوبر اكتوبر تشرين_الأول | نوفمبر تشرين_الثاني | ديسمبر
        كانون_الأول
        """),
    weekdays=numbered("الاثنين الإثنين | الثلاثاء | الأربعاء | الخميس | الجمعة | السبت | الأحد"),
    relative={"اليوم": 0, "أمس": -1, "غدا": 1},
    published_labels=phrases("تاريخ النشر | نشر في | نشر بتاريخ"),
    modified_labels=phrases("آخر تحديث"),
    quotes=(("«", "»"), ("“", "”"), ('"', '"')),
    cues=words("""
        قال قالت وقال وقالت أكد أكدت وأكد أضاف أضافت وأضاف صرح صرحت أوضح أوضحت وأوضح أشار أعلن
        """),
    credits=frozenset({"وفقا ل", "بحسب"}),
    pronouns=words("هو هي هم"),
    first_persons=words("نحن أنا"),
    questioners=words("سؤال"),
    answerers=words("جواب"),
    offices=words("رئيس الرئيس وزير الوزير سفير المتحدث"),
)
