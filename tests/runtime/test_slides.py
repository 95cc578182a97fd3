from __future__ import annotations

TURNS = """
const rows = Array.from({ length: COUNT }, (_, index) => ({ frontmatter: index === 299 ? { routeAlias: 'far' } : {} }))
let hash = '#/1'
const turns = []
const { isNear, turn } = slidewright.createTurns({ rows, address: () => hash, later: next => turns.push(next) })
"""


def test_all_slides_of_a_talk_are_near(run) -> None:
    script = TURNS.replace("COUNT", "100") + "answer(rows.every((_, index) => isNear(index)))"
    assert run(script, "slides.js") is True


def test_of_a_very_long_deck_those_around_are_near(run) -> None:
    script = (
        TURNS.replace("COUNT", "1000")
        + """
    const near = () => rows.map((_, index) => index + 1).filter(no => isNear(no - 1))
    const found = []
    for (hash of ['#/1', '#/presenter/500?clicks=2', '#/far', '#/overview']) found.push([near()[0], near().at(-1)])
    answer(found)"""
    )
    assert run(script, "slides.js") == [[1, 26], [475, 525], [275, 325], [1, 26]]


def test_the_slide_on_show_and_its_neighbours_do_not_wait(run) -> None:
    script = (
        TURNS.replace("COUNT", "300")
        + """
    hash = '#/10'
    answer(rows.map((_, index) => turn(index) === undefined && index + 1).filter(Boolean))"""
    )
    assert run(script, "slides.js") == [9, 10, 11]


def test_the_others_come_a_few_at_a_time(run) -> None:
    script = (
        TURNS.replace("COUNT", "30")
        + """
    let come = 0
    for (let index = 5; index < 25; index++) turn(index).then(() => come++)
    const settled = () => new Promise(done => setTimeout(done))
    const counts = []
    while (turns.length) { turns.shift()(); await settled(); counts.push(come) }
    answer(counts)"""
    )
    assert run(script, "slides.js") == [8, 16, 20]
