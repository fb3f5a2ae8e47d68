"""Chinese."""

from onrecord.languages.language import Language, numbered, phrases, words

ZH = Language(
    code="zh",
    months=numbered("一月 | 二月 | 三月 | 四月 | 五月 | 六月 | 七月 | 八月 | 九月 | 十月 | 十一月 | 十二月"),
    weekdays=numbered("""
        星期一 周一 週一 | 星期二 周二 週二 | 星期三 周三 週三 | 星期四 周四 週四 |
        星期五 周五 週五 | 星期六 周六 週六 | 星期日 星期天 周日 週日
        """),
    relative={"今天": 0, "今日": 0, "昨天": -1, "昨日": -1, "明天": 1},
    published_labels=phrases("发布时间 | 发布日期 | 日期 | 发布"),
    modified_labels=phrases("更新时间 | 更新日期"),
    quotes=(("“", "”"), ("「", "」"), ("『", "』"), ("‘", "’")),
    cues=words("说 表示 指出 强调 称 認為 认为 說 回答 问 問 补充说 写道"),
    pronouns=words("他 她 他们"),
    first_persons=words("我 我们"),
    spaceless=True,
    questioners=words("问 記者 记者 提问"),
    answerers=words("答"),
    offices=words("总统 部长 主席 总理 外长 发言人 大使 秘书长"),
)
