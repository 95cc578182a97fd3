// Code as Slidev highlights it: Shiki with its JavaScript engine, colours as CSS variables.
import { createHighlighterCore } from '@shikijs/core'
import { createJavaScriptRegexEngine } from '@shikijs/engine-javascript'
import { toKeyedTokens } from '@shikijs/magic-move/core'
import lz from 'lz-string'
import { data } from './data.mjs'
import { once } from './evaluated.mjs'
import { look } from './look.mjs'

const plain = new Set(['text', 'plaintext', 'txt', 'plain', 'ansi', ''])
export const listing = {
  code(node) {
    node.properties.class = `language-${this.options.lang}`
  },
  pre(node) {
    this.addClassToHast(node, 'slidev-code')
    delete node.properties.tabindex
  },
}
const patience = { tokenizeTimeLimit: 10_000 } // ms for a line; Shiki's own 500 leave it half coloured on a busy machine

async function open({ options, themes, grammars }) {
  const shiki = await createHighlighterCore({ themes, langs: grammars, engine: createJavaScriptRegexEngine() })
  return { shiki, options: { ...patience, ...options } }
}

// `own`: setup files of the deck's roots, as `evaluated` knows them; where they fail, code looks as usual.
const opened = once(
  () => ({}),
  async (setups, faults) => {
    try {
      return { ...(await open(await look(setups))), faults }
    } catch (error) {
      return { ...(await open(await look([]))), faults: [...faults, { entry: null, message: error.message }] }
    }
  },
)

// Which setup files fail, and why.
export async function faults({ own }) {
  return { faults: (await opened(own)).faults }
}

export async function highlighter(lang, own) {
  const { shiki, options } = await opened(own)
  if (!plain.has(lang) && !shiki.getLoadedLanguages().includes(lang)) await load(shiki, lang)
  return { shiki, options: { ...options, lang: lang || 'text' } }
}

async function nameOf(lang) {
  const { aliases, needs } = await data('languages.json')
  const name = Object.hasOwn(aliases, lang) ? aliases[lang] : lang
  return Object.hasOwn(needs, name) ? name : null
}

async function isKnown(lang, own) {
  const { shiki } = await opened(own)
  return plain.has(lang) || shiki.getLoadedLanguages().includes(lang) || (await nameOf(lang)) !== null
}

async function load(shiki, lang) {
  const { needs } = await data('languages.json')
  const name = await nameOf(lang)
  if (name === null) throw new Error(`unknown language “${lang}”`)
  const missing = needs[name].filter(one => !shiki.getLoadedLanguages().includes(one))
  shiki.loadLanguageSync(await Promise.all(missing.map(one => data(`languages/${one}.json`))))
}

export async function highlight({ code, lang, own }) {
  const { shiki, options } = await highlighter(lang, own)
  return { html: shiki.codeToHtml(code, { ...options, transformers: [...(options.transformers ?? []), listing] }) }
}

async function step({ code, lang, lines }, own) {
  const { shiki, options } = await highlighter(lang, own)
  const { tokens, bg, fg, rootStyle, themeName } = shiki.codeToTokens(code, options)
  const key = JSON.stringify([lang, options.themes ?? options.theme])
  return { ...toKeyedTokens(code, tokens, key, lines), bg, fg, rootStyle, themeName, lang }
}

// Steps in a language that is not known are plain text; `unknown` names those languages.
export async function magicMove({ steps, own }) {
  const tokens = []
  const unknown = new Set()
  for (const one of steps) {
    const known = await isKnown(one.lang, own)
    if (!known) unknown.add(one.lang)
    tokens.push(await step(known ? one : { ...one, lang: 'text' }, own))
  }
  return { stepsLz: lz.compressToBase64(JSON.stringify(tokens)), unknown: [...unknown] }
}
