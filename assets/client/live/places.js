// Places in the deck's files: a button that lets the server open the editor, a link where the page opens it, else text.
slidewright.createPlaces = function ({ document, live }) {
  let editor = null
  live.on('welcome', message => (editor = message.editor))
  live.on('visit', ({ href }) => href.startsWith('vscode:') && document.defaultView.location.assign(href))

  const text = ({ file, line, column }) => (file ? [file, line, column].filter(Boolean).join(':') : '')

  function place(item, label = text(item)) {
    if (!label) return document.createElement('span')
    if (editor === 'command' || (editor && item.no)) return button(item, label)
    if (editor === 'address' && item.href) return link(item, label)
    return Object.assign(document.createElement('span'), { className: 'place', textContent: label })
  }

  function button({ file, line, column, no }, label) {
    const made = Object.assign(document.createElement('button'), { type: 'button', className: 'place', textContent: label, title: 'Open in the editor' })
    made.onclick = () => live.send(no ? { type: 'open', no } : { type: 'open', file, line, column })
    return made
  }

  function link({ href }, label) {
    return Object.assign(document.createElement('a'), { href, className: 'place', textContent: label, title: 'Open in the editor' })
  }

  return { place, text, get canOpen() { return editor !== null } }
}
