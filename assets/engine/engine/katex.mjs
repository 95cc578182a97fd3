// Maths as Slidev's Markdown renders it.
import katex from 'katex'

export function render({ tex, display }) {
  return { html: katex.renderToString(tex, { displayMode: display, strict: false }) }
}
