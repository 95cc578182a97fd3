"""The line of a preview's page to its server, and what windows tell each other over it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Run = Callable[..., Any]

LINE = """
const sockets = [], timers = new Map()
let time = 0, timer = 0
class Socket {
  readyState = 0
  sent = []
  send(text) { this.sent.push(JSON.parse(text)) }
  close() { this.readyState = 3 }
  begin() { this.readyState = 1; this.onopen() }
  tell(message) { this.onmessage({ data: JSON.stringify(message) }) }
  fail() { this.readyState = 3; this.onclose() }
}
const open = () => sockets[sockets.push(new Socket()) - 1]
const later = (action, wait) => (timers.set(++timer, [time + wait, action]), timer)
const cancel = id => timers.delete(id)
function pass(ms) {
  for (const end = time + ms; ; ) {
    const [id, [when, action]] = [...timers].sort(([, [a]], [, [b]]) => a - b)[0] ?? [0, [Infinity]]
    if (when > end) return (time = end)
    timers.delete(id)
    time = when
    action()
  }
}
let view = 'play'
const hello = () => ({ type: 'hello', run: 'r', version: 1, view })
const live = slidewright.createLive({ open, later, cancel, hello })
const heard = []
const last = () => sockets.at(-1)
const types = () => last().sent.map(({ type }) => type)
live.on('status', status => heard.push(status))
live.wake()
"""


@pytest.fixture
def line(run: Run) -> Callable[[str], Any]:
    return lambda script: run(LINE + script, "live/socket.js")


Line = Callable[[str], Any]


def test_a_window_says_hello_and_is_connected_when_it_is_welcomed(line: Line) -> None:
    script = "last().begin(); heard.push('hello'); last().tell({ type: 'welcome' }); answer([heard, last().sent])"
    hello = {"type": "hello", "run": "r", "version": 1, "view": "play"}
    assert line(script) == [["disconnected", "hello", "connected"], [hello]]


def test_messages_wait_for_the_line_but_states_do_not(line: Line) -> None:
    script = """
        for (const type of ['state', 'want', 'visible', 'open']) live.send({ type })
        last().begin()
        live.send({ type: 'state' })
        answer(types())
    """
    assert line(script) == ["hello", "want", "open", "state"]


def test_it_comes_back_after_longer_and_longer_times(line: Line) -> None:
    script = """
        const times = []
        for (let n = 0; n < 7; n++) {
          const count = sockets.length, start = time
          last().fail()
          while (sockets.length === count) pass(10)
          times.push(time - start)
        }
        last().begin()
        last().tell({ type: 'welcome' })
        const start = time, count = sockets.length
        last().fail()
        while (sockets.length === count) pass(10)
        answer([...times, time - start])
    """
    assert line(script) == [250, 500, 1000, 2000, 4000, 4000, 4000, 250]


def test_a_dead_line_is_found_by_a_question_without_an_answer(line: Line) -> None:
    script = """
        last().begin()
        last().tell({ type: 'welcome' })
        pass(15000)
        last().tell({ type: 'pong' })
        const alive = [types(), live.status, sockets.length]
        pass(15000)
        pass(4000)
        const dead = [live.status, last().readyState]
        pass(250)
        answer([alive, dead, sockets.length])
    """
    assert line(script) == [[["hello", "ping"], "connected", 1], ["disconnected", 3], 2]


def test_a_line_that_does_not_begin_is_tried_again(line: Line) -> None:
    assert line("pass(4000); const closed = last().readyState; pass(250); answer([closed, sockets.length])") == [3, 2]


def test_a_page_that_is_looked_at_again_does_not_wait(line: Line) -> None:
    script = """
        last().fail()
        live.wake()
        live.wake()
        const again = sockets.length
        last().begin()
        last().tell({ type: 'welcome' })
        live.wake()
        pass(4000)
        answer([again, types(), live.status])
    """
    assert line(script) == [2, ["hello", "ping"], "disconnected"]


def test_what_comes_late_from_a_line_that_was_given_up_is_not_heard(line: Line) -> None:
    script = """
        const old = last()
        old.begin()
        pass(4000)
        pass(250)
        live.on('update', () => heard.push('update'))
        old.tell({ type: 'update' })
        old.fail()
        pass(100)
        answer([heard, sockets.length])
    """
    assert line(script) == [["disconnected"], 2]


def test_who_listens_late_misses_nothing(line: Line) -> None:
    script = """
        last().begin()
        for (const version of [1, 2]) {
          last().tell({ type: 'findings', version })
          last().tell({ type: 'update', version })
        }
        for (const type of ['findings', 'update', 'update']) live.on(type, ({ version }) => heard.push(type + version))
        answer(heard)
    """
    assert line(script) == ["disconnected", "findings2", "update1", "update2"]


def test_a_listener_that_throws_stops_no_other(line: Line) -> None:
    script = """
        console.error = () => {}
        live.on('update', () => null.x)
        live.on('update', () => heard.push('update'))
        last().begin()
        last().tell({ type: 'update' })
        answer(heard)
    """
    assert line(script) == ["disconnected", "update"]


def test_a_window_says_hello_again_when_its_view_changes(line: Line) -> None:
    script = """
        last().begin()
        live.greet()
        view = 'presenter'
        live.greet()
        live.greet()
        answer(last().sent.map(({ view }) => view))
    """
    assert line(script) == ["play", "presenter"]


@pytest.mark.parametrize(
    ("path", "hash", "view"),
    [
        ("/", "", "play"),
        ("/", "#/5?clicks=1", "play"),
        ("/", "#/presenter/5", "presenter"),
        ("/", "#/notes", "notes"),
        ("/", "#/overview?x", "overview"),
        ("/remote", "", "remote"),
    ],
)
def test_the_view_is_read_from_the_address(run: Run, path: str, hash: str, view: str) -> None:
    script = f"answer(slidewright.viewOf({{ pathname: '{path}', hash: '{hash}' }}))"
    assert run(script, "live/socket.js") == view


SYNC = """
const listeners = {}, said = [], stored = {}, due = []
const on = (type, listener) => (listeners[type] = listener)
const live = { status: 'connected', on, send: message => said.push(message) }
let made, disabled = 0, isMoving = false, isPatching = false, ended
const client = { addSyncMethod: method => (made = method), disableBuiltinSync: () => disabled++ }
const storage = { setItem: (key, text) => (stored[key] = JSON.parse(text)) }
const moving = { isMoving: () => isMoving, onEnd: listener => (ended = listener) }
slidewright.createSync({ live, client, type: () => 'viewer', storage, moving, later: action => due.push(action) })
const shared = { page: 1 }, drawings = {}
const got = []
const taker = state => told => isPatching || (got.push(told), Object.assign(state, told)) // as Slidev's client does
const write = made.init('T - shared', taker(shared), shared, false)
const draw = made.init('T - drawings', taker(drawings), drawings, true)
const welcome = (states = {}, numbers = {}) => listeners.welcome({ states, numbers })
const tell = (state, number) => listeners.state({ channel: 'T - shared', state, number })
const taken = (no, number, unlike = {}) => listeners.taken({ channel: 'T - shared', no, number, unlike })
const heard = () => [got.splice(0), said.splice(0).map(({ channel, state }) => [channel, state])]
const turn = () => due.splice(0).forEach(action => action())
"""


@pytest.fixture
def sync(run: Run) -> Callable[[str], Any]:
    return lambda script: run(SYNC + script, "live/channel.js", "live/sync.js")


def test_a_change_is_said_once_and_what_came_from_others_is_not(sync: Line) -> None:
    script = """
        shared.page = 2
        write()
        write()
        draw()
        answer([said.length, said[0].type, said[0].channel, said[0].state, stored, disabled])
    """
    assert sync(script) == [1, "state", "T - shared", {"page": 2}, {"T - drawings": {}}, 1]


def test_the_state_of_another_window_is_taken(sync: Line) -> None:
    script = """
        tell({ page: 5 }, 1)
        listeners.state({ channel: 'else - shared', state: { page: 6 }, number: 1 })
        write()
        answer(heard())
    """
    assert sync(script) == [[{"page": 5}], []]


def test_a_place_that_is_reached_after_another_one_was_told_is_said_as_an_earlier_one(sync: Line) -> None:
    script = """
        tell({ page: 2, clicks: 0 }, 1)
        isMoving = true
        for (const no of [3, 4, 5]) tell({ page: no, clicks: 0 }, no - 1)
        turn()
        isMoving = false
        shared.clicksTotal = 2 // it arrives and counts
        write()
        const [{ after, state }] = said
        isPatching = true
        taken(1, 4, { page: 5, clicks: 0 })
        isPatching = false
        turn()
        answer([after, state.page, got, shared.page])
    """
    assert sync(script) == [1, 2, [{"page": 2, "clicks": 0}, {"page": 5, "clicks": 0}], 5]


def test_a_window_that_is_led_to_a_place_does_not_lead_there_itself(sync: Line) -> None:
    script = """
        const step = time => (shared.lastUpdate = { type: 'viewer', time }, write())
        const came = [], arrive = page => (Object.assign(shared, { page, clicks: 0 }), step(came.push(said.length)))
        tell({ page: 2, clicks: 0, lastUpdate: { type: 'presenter' } }, 1)
        turn()
        arrive(2)
        tell({ page: 3, clicks: 0, lastUpdate: { type: 'viewer' } }, 2) // which it does not follow
        turn()
        arrive(3)
        arrive(1)
        answer([came, said.map(({ state }) => [state.page, state.lastUpdate.time])])
    """
    assert sync(script) == [[0, 0, 1], [[3, 2], [1, 3]]]


def test_a_window_tells_the_clicks_of_a_place_that_it_was_led_to(sync: Line) -> None:
    script = """
        tell({ page: 2, clicks: 0, clicksTotal: 0, lastUpdate: { type: 'remote' } }, 1)
        turn()
        Object.assign(shared, { clicksTotal: 3, lastUpdate: { type: 'viewer' } })
        write()
        answer(said.map(({ state }) => state))
    """
    assert sync(script) == [{"page": 2, "clicks": 0, "clicksTotal": 3}]


def test_what_is_heard_on_the_way_is_taken_at_its_end(sync: Line) -> None:
    script = """
        isMoving = true
        tell({ page: 2 }, 1)
        turn()
        const before = got.length
        isMoving = false
        ended()
        turn()
        answer([before, got])
    """
    assert sync(script) == [0, [{"page": 2}]]


def test_what_is_heard_before_an_answer_is_older_than_it(sync: Line) -> None:
    script = """
        shared.page = 2; write()
        shared.page = 3; write()
        tell({ page: 2 }, 1)
        taken(1, 1)
        tell({ page: 1 }, 2)
        const before = [shared.page, said.map(({ after, no }) => [after, no])]
        taken(2, 3)
        shared.page = 4; write()
        answer([...before, got, said.at(-1).after])
    """
    assert sync(script) == [3, [[0, 1], [0, 2]], [{}], 3]


def test_a_window_that_is_too_late_goes_where_the_others_are_whoever_led_there(sync: Line) -> None:
    script = """
        shared.page = 3; write()
        taken(1, 2, { page: 2, clicks: 0, lastUpdate: { type: 'viewer' } })
        answer(got)
    """
    assert sync(script) == [{"page": 2, "clicks": 0, "lastUpdate": {"type": "server"}}]


def test_what_is_not_there_any_more_is_told_as_nothing(sync: Line) -> None:
    script = "shared.cursor = { x: 1 }; write(); shared.cursor = undefined; write()"
    assert sync(script + "; answer(said.map(({ state }) => state.cursor))") == [{"x": 1}, None]


def test_a_way_that_ends_another_one_is_still_to_be_gone(run: Run) -> None:
    script = """
        const hooks = {}, router = {}
        for (const name of ['beforeEach', 'afterEach', 'onError']) router[name] = hook => (hooks[name] = hook)
        const moving = slidewright.movingOf(router), found = []
        let ends = 0
        moving.onEnd(() => ends++)
        const note = () => found.push([moving.isMoving(), ends])
        const [first, second, same] = [{}, {}, {}]
        hooks.beforeEach(first); hooks.beforeEach(second); hooks.afterEach(first); note()
        hooks.afterEach(same); note()
        hooks.afterEach(second); note()
        hooks.beforeEach(first); hooks.onError(); note()
        answer(found)
    """
    found = run(script, "live/channel.js", "live/sync.js")
    assert found == [[True, 0], [True, 0], [False, 1], [False, 2]]


def test_a_new_window_takes_the_drawings_and_stays_on_its_slide(sync: Line) -> None:
    script = """
        const state = { page: 7, timer: 'running', lastUpdate: { id: 'p', type: 'presenter' } }
        welcome({ 'T - shared': state, 'T - drawings': { 1: 'x' } })
        answer(heard())
    """
    stays = {"page": 7, "timer": "running", "lastUpdate": {"id": "p", "type": "viewer"}}
    assert sync(script) == [[stays, {"1": "x"}], []]


def test_a_window_that_comes_back_goes_where_the_others_are(sync: Line) -> None:
    script = """
        welcome()
        heard()
        const state = { page: 7, lastUpdate: { id: 'p', type: 'presenter' } }
        welcome({ 'T - shared': state })
        answer(heard())
    """
    assert sync(script) == [[{"page": 7, "lastUpdate": {"id": "p", "type": "presenter"}}], []]


def test_a_window_tells_a_server_that_knows_nothing_where_it_is(sync: Line) -> None:
    assert sync("shared.page = 4; welcome(); answer(heard())")[1] == [["T - shared", {"page": 4}]]


def test_a_window_that_went_on_without_a_line_leads_when_it_is_back(sync: Line) -> None:
    script = """
        welcome()
        live.status = 'disconnected'
        shared.page = 3
        write()
        said.length = 0
        live.status = 'connected'
        welcome({ 'T - shared': { page: 1 } })
        const first = heard()
        welcome({ 'T - shared': { page: 9 } })
        turn()
        answer([first, heard()])
    """
    assert sync(script) == [[[], [["T - shared", {"page": 3}]]], [[{"page": 9}], []]]


def test_a_server_that_was_restarted_hears_what_windows_know(sync: Line) -> None:
    script = """
        welcome()
        listeners.state({ channel: 'T - drawings', state: { 1: 'x' }, number: 1 })
        heard()
        welcome()
        answer(heard())
    """
    assert sync(script) == [[], [["T - shared", {"page": 1}], ["T - drawings", {"1": "x"}]]]
