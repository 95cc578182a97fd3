// What a build asks of a page that is not shown: one diagram, asked for as the client's Mermaid.vue does.
import { renderMermaid } from '@slidev/client/modules/mermaid.ts'
import lz from 'lz-string'
import { drawn } from './mermaid.mjs'
import { page } from './registry.mjs'

let last = Promise.resolve()

async function draw(code, { scale, theme, ...options }, isDark) {
  drawn.clear()
  const asked = renderMermaid(lz.compressToBase64(code), { theme: theme || (isDark ? 'dark' : undefined), ...options })
  await asked.catch(error => drawn.size || Promise.reject(error))
  return [...drawn][0] ?? null
}

// [key, picture], or null where a renderer of the deck's own draws it.
page.draw = (...diagram) => (last = last.then(() => draw(...diagram), () => draw(...diagram)))
