// Elements of the panel: `text` is only ever text, whatever a deck says.
slidewright.createElements = document => (tag, className = '', text = '', facts = {}) =>
  Object.assign(document.createElement(tag), { className, textContent: text, ...facts })

// Places in the deck's files: a button that lets the server open the editor, a link where the page opens it, else text.
slidewright.createPlaces = function ({ document, live }) {
  const make = slidewright.createElements(document)
  const OPENS = 'Open in the editor'
  let editor = null
  live.on('welcome', message => (editor = message.editor))
  live.on('visit', ({ href }) => href.startsWith('vscode:') && document.defaultView.location.assign(href))

  const text = ({ file, line, column }) => (file ? [file, line, column].filter(Boolean).join(':') : '')

  function place(item, label = text(item)) {
    if (!label) return make('span')
    if (editor === 'command' || (editor && item.no)) return button(item, label)
    if (editor === 'address' && item.href) return link(item, label)
    return make('span', 'place', label)
  }

  function button({ file, line, column, no }, label) {
    const onclick = () => live.send(no ? { type: 'open', no } : { type: 'open', file, line, column })
    return make('button', 'place', label, { type: 'button', title: OPENS, onclick })
  }

  const link = ({ href }, label) => make('a', 'place', label, { href, title: OPENS })

  return { place, text, get canOpen() { return editor !== null } }
}
