from __future__ import annotations

import time

import pytest

from slidewright.parse.vue_files import props, slots


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("<slot />", ("default",)),
        ("<slot name=\"left\"/> <slot name='right'>none</slot>", ("left", "right")),
        ('<div><slot></slot><slot name="default" class="a" /></div>', ("default",)),
        ('<!-- <slot name="old" /> --> <slot />', ("default",)),
        ("<div>no slot</div>", ()),
        ('<slot\n  name="wide"\n/>', ("wide",)),
        ('<slotted name="x" />', ()),
    ],
)
def test_slots_are_read_by_their_names(template: str, expected: tuple[str, ...]) -> None:
    assert slots(f"<template>{template}</template>") == expected


@pytest.mark.parametrize(
    "text",
    ["", "  \n", '<slot :name="x" />', '<slot v-bind="x" />', "<slot v-bind:name='x'/>", "useSlots()", "$slots.x"],
)
def test_slots_that_the_text_does_not_tell_are_unknown(text: str) -> None:
    assert slots(text) is None


@pytest.mark.parametrize(
    ("script", "expected"),
    [
        (
            "defineProps({ image: { type: String, default: () => ({ a: 1 }) }, 'back-size': String })",
            {"image", "back-size"},
        ),
        ("defineProps<{ url: string; scale?: number }>()", {"url", "scale"}),
        (
            "withDefaults(defineProps<{\n  readonly url: string\n  list?: Array<string>\n}>(), { url: '' })",
            {"url", "list"},
        ),
        ("interface Props { color?: string, size: number }\ndefineProps<Props>()", {"color", "size"}),
        ("type Props = {\n  color: 'a' | 'b'\n}\ndefineProps<Props>()", {"color"}),
        ("defineProps(['a', \"b\"])", {"a", "b"}),
        ("export default { props: { a: Number, b: { type: String } }, data: () => ({ c: 1 }) }", {"a", "b"}),
        ("export default { props: ['a'] }", {"a"}),
        ("defineProps({\n  // old: String,\n  a: String, /* b: String */\n})", {"a"}),
        ("defineProps({ a, b: String })", {"a", "b"}),
        ("const x = 1", set()),
        ("defineProps({})", set()),
    ],
)
def test_props_are_read_by_their_names(script: str, expected: set[str]) -> None:
    assert props(f"<script setup>\n{script}\n</script>") == expected


@pytest.mark.parametrize(
    "script",
    ["defineProps(shared)", "defineProps<Props>()", "defineProps({ ...shared, a: String })", "defineProps({ a: "],
)
def test_props_that_the_text_does_not_tell_are_unknown(script: str) -> None:
    assert props(f"<script setup>{script}</script>") is None


@pytest.mark.parametrize("unit", ["<slot ", "<!--", "defineProps<", "defineProps({\n\n", "/*", "{", "'", "a:\n"])
def test_hostile_files_are_read_in_no_time(unit: str) -> None:
    started = time.process_time()
    for length in (29_000, 200_000):
        text = ("defineProps({" + unit * length)[:length]
        slots(text)
        props(text)
    assert time.process_time() - started < 1
