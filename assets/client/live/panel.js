// What the preview knows, over the deck and apart from it: a badge with the count, the list behind it, faults, the connection.
slidewright.createPanel = function ({ document, live, page, isDark, currentView }) {
  const host = document.createElement('slidewright-panel')
  const root = host.attachShadow({ mode: 'open' })
  const make = slidewright.createElements(document)
  const sheet = make('link', '', '', { rel: 'stylesheet', href: '/@slidewright/client/live/panel.css' })
  const places = slidewright.createPlaces({ document, live })
  const list = slidewright.createList({ document, go: no => page.go(no), places })
  const card = slidewright.createFaultCard({ document, places })
  let findings = []
  let faults = []
  let lost = false

  const badge = make('button', 'badge', '', { type: 'button', hidden: true, onclick: () => toggle() })
  const panel = make('section', 'panel', '', { hidden: true, id: 'panel' })
  const title = make('h2')
  const here = make('span', 'here')
  const close = make('button', 'close', '×', { type: 'button', title: 'Close (Escape)', onclick: () => toggle(false) })
  const line = make('p', 'line', '', { hidden: true })
  line.setAttribute('role', 'status')
  badge.setAttribute('aria-controls', 'panel')
  panel.setAttribute('aria-label', 'What slidewright found')
  const head = make('header')
  head.append(title, here, close)
  panel.append(head, list.element, list.more)
  root.append(sheet, line, card.element, panel, badge)

  // The deck's shortcuts and clicks are not for what happens in here, nor the other way round.
  for (const type of ['keydown', 'keyup', 'keypress', 'click', 'dblclick', 'pointerdown', 'pointerup', 'mousedown', 'wheel', 'touchstart', 'touchend', 'contextmenu'])
    host.addEventListener(type, event => event.stopPropagation())
  root.addEventListener('keydown', event => {
    if (event.key === 'Escape') toggle(false)
    else pressed(event)
  })

  function toggle(open = panel.hidden) {
    if (open === !panel.hidden) return
    panel.hidden = !open
    draw()
    ;(open ? close : badge).focus()
  }

  const counted = severity => findings.filter(finding => finding.severity === severity).length
  const many = (number, noun) => `${number} ${noun}${number === 1 ? '' : 's'}`

  function words() {
    const numbers = ['error', 'warning'].map(noun => [counted(noun), noun]).filter(([number]) => number)
    return numbers.map(([number, noun]) => many(number, noun)).join(', ')
  }

  function draw() {
    const isSlides = ['play', 'presenter'].includes(currentView())
    host.hidden = ['print', 'export'].includes(currentView()) || Boolean(document.fullscreenElement) // an audience looks on
    host.className = isDark() ? 'dark' : ''
    card.draw(faults.filter(({ slide }) => slide === null || (isSlides && slide === page.current())))
    const text = words() || (faults.length ? many(faults.length, 'fault') : '')
    badge.hidden = !text && panel.hidden
    badge.className = `badge ${faults.length || counted('error') ? 'error' : counted('warning') ? 'warning' : 'calm'}`
    badge.textContent = text || 'nothing to say'
    badge.setAttribute('aria-expanded', String(!panel.hidden))
    if (panel.hidden) return
    title.textContent = text || 'Nothing to say'
    const no = page.current()
    here.replaceChildren(...(no && isSlides && places.canOpen ? [places.place({ no }, `open slide ${no} in the editor`)] : []))
    list.show(findings)
  }

  function openHere() {
    const no = page.current()
    if (no) live.send({ type: 'open', no })
  }

  function pressed({ key, shiftKey, ctrlKey, metaKey, altKey }) {
    if (key === 'E' && shiftKey && !ctrlKey && !metaKey && !altKey) openHere()
  }

  live.on('findings', message => {
    ;({ findings, faults } = message)
    draw()
  })
  live.on('welcome', draw)
  live.on('status', status => {
    lost ||= status === 'disconnected'
    line.hidden = status === 'connected' || !lost
    line.textContent = 'preview not connected, trying again'
  })
  document.body.append(host)
  return { draw, toggle, pressed, host, root }
}

if (globalThis.document && globalThis.parent === globalThis && !/[?&]embedded/.test(location.href))
  slidewright.ready?.then(() => {
    const { live, livePage: page } = slidewright
    const panel = slidewright.createPanel({
      document,
      live,
      page,
      isDark: () => document.documentElement.classList.contains('dark'),
      currentView: () => slidewright.viewOf(location),
    })
    slidewright.panel = panel
    slidewright.app.config.globalProperties.$router.afterEach(() => queueMicrotask(panel.draw))
    page.changed(panel.draw)
    document.addEventListener('fullscreenchange', panel.draw)
    new MutationObserver(panel.draw).observe(document.documentElement, { attributes: true, attributeFilter: ['class'] })
    addEventListener('keydown', event => {
      const isTyping = /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement?.tagName ?? '') || document.activeElement?.isContentEditable
      if (!isTyping) panel.pressed(event)
    })
  })
