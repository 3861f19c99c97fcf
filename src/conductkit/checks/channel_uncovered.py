"""A channel that no rule speaks of, in a code that has rules of their own for other channels.

Why: tone, answer times and care with data differ by channel. Where email has a time and the phone
has none, callers are the ones who wait.

Example: `channels: [phone, email]` and only “Answer each email within one working day.” → “Answer
a call within two minutes.”, with `channels: [phone]`.

Fix: write a rule for the channel and name it under the rule's `channels:`. Rules for every
channel still hold there; this check is silent where no channel has rules of its own.
"""

from collections.abc import Iterator

from conductkit.check import Context, Hit, define, words
from conductkit.checks._stems import mentions
from conductkit.language import word_list
from conductkit.model import Code


@define("info", "coverage")
def check(code: Code, context: Context) -> Iterator[Hit]:
    tagged = {name for rule in code.rules for name in rule.channels}
    tagged.update(name for section in code.sections for name in section.channels)
    told = [rule.text for rule in code.rules] + [section.title for section in code.sections]
    entries = word_list("channel-uncovered", code.language).entries
    missing = [
        (index, channel)
        for index, channel in enumerate(code.channels)
        if channel not in tagged
        and not _spoken_of(told, entries.get(channel, channel.replace("-", " ")))
    ]
    if len(missing) == len(code.channels):
        return  # every rule holds on every channel alike
    for index, channel in missing:
        yield words(
            code, "channels", 0, len(channel), f"No rule speaks of the channel “{channel}”",
            f"Write what holds there, with `channels: [{channel}]`.", index=index,
        )  # fmt: skip


def _spoken_of(told: list[str], stems: str) -> bool:
    return any(mentions(text, stems) for text in told)
