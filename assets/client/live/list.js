// The list of findings: rows that stay while what they say does, so that neither focus nor scroll is lost while one writes.
slidewright.createList = function ({ document, go, places }) {
  const MOST = 200
  const rows = new Map()
  const make = slidewright.createElements(document)
  const element = make('ol', 'findings')
  const more = make('p', 'more')

  const keyOf = ({ rule, message, file, line, column }) => [rule, message, file, line, column].join('\n')

  function row(finding) {
    const made = make('li', finding.severity)
    const jump = make('button', 'jump')
    jump.type = 'button'
    jump.append(make('span', 'severity', finding.severity), make('span', 'message', finding.message))
    jump.disabled = !finding.slide
    jump.title = finding.slide ? `Go to slide ${finding.slide}` : ''
    jump.onclick = () => go(finding.slide)
    const foot = make('div', 'foot')
    foot.append(...(finding.slide ? [make('span', 'slide', `slide ${finding.slide}`)] : []), places.place(finding), make('span', 'rule', finding.rule))
    made.append(jump, ...(finding.help ? [make('p', 'help', finding.help)] : []), foot)
    return made
  }

  const ORDER = ['error', 'warning', 'info']
  const weight = ({ severity }) => ORDER.indexOf(severity)

  function show(findings) {
    const sorted = [...findings].sort((one, other) => weight(one) - weight(other))
    const wanted = new Map(sorted.slice(0, MOST).map(finding => [`${keyOf(finding)}\n${finding.slide}\n${places.canOpen}`, finding]))
    for (const [key, made] of rows) {
      if (wanted.has(key)) continue
      made.remove()
      rows.delete(key)
    }
    let before = null
    for (const [key, finding] of wanted) {
      if (!rows.has(key)) rows.set(key, row(finding))
      const made = rows.get(key)
      const next = before ? before.nextSibling : element.firstChild
      if (made !== next) element.insertBefore(made, next)
      before = made
    }
    more.textContent = findings.length > MOST ? `and ${findings.length - MOST} more, which the terminal and \`slidewright check\` tell` : ''
  }

  return { element, more, show }
}
