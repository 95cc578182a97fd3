// Code with its types (`ts twoslash`): Slidev's own renderer, with TypeScript on files in memory and no others.
import { transformerTwoslash } from '@shikijs/vitepress-twoslash'
import { removeTwoslashNotations } from 'twoslash'
import ts from 'typescript'
import { createSystem } from '@typescript/vfs'
import { data } from './data.mjs'
import { highlight as plain, highlighter, listing } from './shiki.mjs'

const needed = ['ts', 'tsx', 'js', 'jsx'] // what pop-ups show, whatever the block is written in
let opening

// The files of TypeScript and of the packages whose types are bundled, by path.
async function open() {
  const files = new Map(Object.entries(await data('types.json')))
  ts.setSys(createSystem(files)) // Vue's language tools ask the compiler's own system
  return transformerTwoslash({
    explicitTrigger: true,
    twoslashOptions: { fsMap: files, vfsRoot: '/', compilerOptions: { ignoreDeprecations: '6.0' }, handbookOptions: { noErrorValidation: true } },
  })
}

// A pop-up that is always open shows on its own slide only.
const onItsSlide = {
  code: function close(node) {
    if (node.tagName !== 'v-menu') return node.children?.forEach(close)
    if (node.properties[':shown'] === 'true') node.properties[':shown'] = '$nav.currentPage === $page'
  },
}

// What the compiler says of modules that it does not find: their names.
const missing = nodes => [...new Set(nodes.filter(node => node.code === 2307 || node.code === 7016).map(node => /'([^']+)'/.exec(node.text)?.[1]))]

async function render({ code, lang, rest, own }) {
  const transformer = await (opening ??= open())
  for (const one of needed) await highlighter(one, own)
  const { shiki, options } = await highlighter(lang, own)
  let nodes = []
  const notes = { code() { nodes = this.meta.twoslash?.nodes ?? [] } }
  const transformers = [...(options.transformers ?? []), transformer, onItsSlide, notes, listing]
  const html = shiki.codeToHtml(code, { ...options, meta: { __raw: rest }, transformers })
  return { html, missing: missing(nodes.filter(node => node.type === 'error')) }
}

const said = error => [error.title, error.description ?? error.message].filter(Boolean).join(': ').replace(/\s+/g, ' ').trim()

// A block that cannot be annotated is a listing without its marks, and says why.
export async function highlight(block) {
  try {
    return await render(block)
  } catch (error) {
    opening = undefined // its half-made program would be the next block's
    return { ...(await plain({ code: removeTwoslashNotations(block.code), lang: block.lang, own: block.own })), failure: said(error) }
  }
}
