from __future__ import annotations

import base64

PAGE = f"""
const parsed = new Set()
let clock = 0
const turns = []
const revoked = []
const document = {{
  readyState: 'loading',
  documentElement: {{ style: {{ set: {{}}, setProperty(name, value) {{ this.set[name] = value }} }} }},
  getElementById: id => parsed.has(id) && {{
    nextSibling: {{}}, textContent: '{base64.b64encode(b"hello").decode()}', dataset: {{ type: 'image/png' }} }},
}}
const blobs = []
const URL = {{ createObjectURL(blob) {{ blobs.push(blob); clock += 30; return `blob:${{blobs.length}}` }} }}
const vue = {{ shallowReactive: value => value, watchEffect: run => run() }}
const assets = slidewright.createAssets({{ vue, document, URL, now: () => clock, later: turn => turns.push(turn) }})
"""


def test_a_file_is_decoded_once(run) -> None:
    script = "parsed.add('asset-a'); const urls = [assets.asset('a'), assets.asset('a')]; blobs[0].text().then(text =>"
    result = run(PAGE + script + "answer([urls, text, blobs[0].type, blobs.length]))", "assets.js")
    assert result == [["blob:1", "blob:1"], "hello", "image/png", 1]


def test_a_file_the_parser_has_not_reached_comes_later(run) -> None:
    script = """
    const before = assets.asset('a').slice(0, 14)
    parsed.add('asset-a')
    turns.shift()()
    answer([before, assets.asset('a')])"""
    assert run(PAGE + script, "assets.js") == ["data:image/gif", "blob:1"]


def test_many_files_do_not_hold_up_the_page(run) -> None:
    script = """
    for (const id of ['a', 'b', 'c', 'd']) parsed.add(`asset-${id}`)
    const first = ['a', 'b', 'c', 'd'].map(id => assets.asset(id).slice(0, 6))
    while (turns.length) turns.shift()()
    answer([first, ['a', 'b', 'c', 'd'].map(id => assets.asset(id))])"""
    first, then = run(PAGE + script, "assets.js")
    assert first == ["blob:1", "blob:2", "data:i", "data:i"]
    assert then == ["blob:1", "blob:2", "blob:3", "blob:4"]


def test_style_sheets_get_a_variable(run) -> None:
    script = "parsed.add('asset-a'); assets.cssAssets(['a']); answer(document.documentElement.style.set)"
    assert run(PAGE + script, "assets.js") == {"--asset-a": 'url("blob:1")'}


def test_frontmatter_names_its_file_when_it_is_read(run) -> None:
    script = """
    parsed.add('asset-a')
    const values = assets.lazily({ background: '/x', deep: { list: ['/y'] } }, [
      [['background'], 'a'], [['deep', 'list', 0], 'a'], [['absent', 'key'], 'a']])
    answer([blobs.length, { ...values }])"""
    assert run(PAGE + script, "assets.js") == [0, {"background": "blob:1", "deep": {"list": ["blob:1"]}}]


def test_a_file_beside_the_page_has_its_address(run) -> None:
    script = """
    const beside = { nextSibling: {}, textContent: '', dataset: { src: 'talk_files/a%20b.png' } }
    const document = { getElementById: () => beside, baseURI: 'file:///x/talk.html#/3' }
    const vue = { shallowReactive: value => value }
    const assets = slidewright.createAssets({ vue, document, URL, now: () => 0, later: () => {} })
    answer(assets.asset('a'))"""
    assert run(script, "assets.js") == "file:///x/talk_files/a%20b.png"
