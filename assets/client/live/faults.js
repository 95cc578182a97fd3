// A card over the slide whose newest text cannot be shown: why, and where. The slide itself is the last that could.
slidewright.createFaultCard = function ({ document, places }) {
  const make = slidewright.createElements(document)
  const element = make('section', 'fault', '', { hidden: true })
  element.setAttribute('role', 'alert')
  let shown = ''
  let folded = ''

  function fold(key) {
    const [sign, title] = folded === key ? ['▴', 'Show the message'] : ['▾', 'Fold']
    const made = make('button', 'fold', sign, { type: 'button', title })
    made.onclick = () => {
      folded = folded === key ? '' : key
      shown = ''
      draw(current)
    }
    return made
  }

  let current = []
  function draw(faults) {
    current = faults
    const [fault] = faults
    const key = JSON.stringify([faults, folded, places.canOpen])
    if (key === shown) return
    shown = key
    element.hidden = !fault
    if (!fault) return element.replaceChildren()
    const own = JSON.stringify(fault)
    const head = make('header')
    head.append(make('b', '', fault.title), fold(own))
    const note = make('p', 'note', faults.length > 1 ? `and ${faults.length - 1} more; the last good version is shown` : 'the last good version is shown')
    element.replaceChildren(head, ...(folded === own ? [] : [make('pre', '', fault.message), places.place(fault), note]))
  }

  return { element, draw }
}
