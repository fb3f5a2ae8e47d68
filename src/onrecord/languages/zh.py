"""Chinese."""

from onrecord.languages.language import Language

ZH = Language(
    code="zh",
    quotes=(("“", "”"), ("「", "」"), ("『", "』"), ("‘", "’")),
    cues=frozenset("说 表示 指出 强调 称 認為 认为 說 回答 问 問 补充说 写道".split()),
    pronouns=frozenset("他 她 他们".split()),
    first_persons=frozenset("我 我们".split()),
    questioners=frozenset("问 記者 记者 提问".split()),
    answerers=frozenset("答".split()),
    offices=frozenset("总统 部长 主席 总理 外长 发言人 大使 秘书长".split()),
)
