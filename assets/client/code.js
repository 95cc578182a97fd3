// Code that Slidev hands to a server or to an editor: in one file it is the code itself, with a note on what is missing.
slidewright.createCodeStandIns = function ({ vue, CodeBlockWrapper }) {
  const { h, defineComponent } = vue
  const note = content => h('div', { class: 'slidewright-note' }, content)

  // A PlantUML diagram: its picture where the page has it, else its source and a link to the picture.
  const PlantUml = defineComponent({
    name: 'PlantUml',
    inheritAttrs: false,
    props: { code: String, server: String, picture: String, scale: Number, alt: { type: String, default: 'PlantUML diagram' } },
    setup(props, { attrs, slots }) {
      const address = () => props.picture ?? `${props.server}/svg/${props.code}`
      const picture = () => h('img', { src: address(), alt: props.alt, style: { scale: props.scale }, ...attrs })
      const link = () => h('a', { href: address(), target: '_blank', rel: 'noreferrer' }, new URL(address(), 'https://localhost').host)
      const source = () => h('div', { class: 'slidewright-code slidewright-source', ...attrs }, [slots.default?.(), note(['PlantUML diagram, drawn by ', link()])])
      return () => (/^(blob|data):/.test(address()) ? picture() : source())
    },
  })

  const notes = {
    'monaco-diff': 'diff editor: read-only in this file',
    'monaco-run': 'editor: read-only in this file, where the code does not run',
  }
  const editorProps = [
    'codeLz', 'diffLz', 'lang', 'variant', 'readonly', 'editorOptions', 'ata', 'runnable', 'writable', 'autorun', 'showOutputAt',
    'outputHeight', 'highlightOutput', 'runnerOptions', 'lineNumbers', 'height',
  ]

  // A Monaco editor: highlighted code, two panes of it for a diff.
  const Monaco = defineComponent({
    name: 'Monaco',
    props: { ...Object.fromEntries(editorProps.map(name => [name, null])), lines: { type: Boolean, default: undefined } },
    setup(props, { slots }) {
      const lines = () => (props.lineNumbers === undefined ? props.lines : props.lineNumbers !== 'off')
      const fixed = () => (/^(initial|auto)$/.test(props.height ?? 'auto') ? undefined : { height: String(props.height).replace(/^\d+$/, '$&px') })
      const pane = slot => h(CodeBlockWrapper, lines() === undefined ? {} : { lines: lines() }, slot)
      return () => h('div', { class: 'slidewright-code' }, [
        h('div', { class: 'slidewright-panes', style: fixed() }, [slots.default, slots.modified].filter(Boolean).map(pane)),
        note(notes[props.variant] ?? 'editor: read-only in this file'),
      ])
    },
  })

  return { PlantUml, Monaco }
}
