"""Kazakh."""

from onrecord.languages.language import Language, numbered, phrases, words

KK = Language(
    code="kk",
    months=numbered("""
        қаңтар қаңтарда қаңтардағы | ақпан ақпанда ақпандағы | наурыз наурызда | сәуір сәуірде | мамыр мамырда
        | маусым маусымда | шілде шілдеде | тамыз тамызда | қыркүйек қыркүйекте | қазан қазанда | қараша
        қарашада | желтоқсан желтоқсанда
        """),
    weekdays=numbered("дүйсенбі | сейсенбі | сәрсенбі | бейсенбі | жұма | сенбі | жексенбі"),
    relative={"бүгін": 0, "кеше": -1, "ертең": 1},
    year_words=words("жыл жылы жылғы жылдың ж"),
    published_labels=phrases("жарияланды | жарияланған күні | күні"),
    modified_labels=phrases("жаңартылды"),
    quotes=(("«", "»"), ("“", "”")),
    cues=words("деді айтты мәлімдеді хабарлады атап көрсетті жауап жазды"),
    pronouns=words("ол олар"),
    first_persons=words("мен біз біздің менің"),
    questioners=words("сұрақ тілші"),
    answerers=words("жауап"),
    offices=words("президент министр министрі премьер-министр төраға төрағасы хатшы елші әкім"),
)
