// Maths as Slidev's Markdown renders it; `own` are setup files of the deck's roots that give options of KaTeX.
import katex from 'katex'
import { once } from './evaluated.mjs'

const opened = once(() => ({ katex }), (own, faults) => ({ faults, options: Object.assign({ strict: false }, ...own) }))

export async function render({ tex, display, own }) {
  const { options } = await opened(own)
  const macros = { ...options.macros } // a formula's own definitions end with it
  return { html: katex.renderToString(tex, { ...options, macros, displayMode: display }) }
}

export async function faults({ own }) {
  return { faults: (await opened(own)).faults }
}
