// Code as Slidev highlights it: Shiki with its JavaScript engine, the Vitesse pair, colours as CSS variables.
import { createHighlighterCore } from '@shikijs/core'
import { createJavaScriptRegexEngine } from '@shikijs/engine-javascript'
import { toKeyedTokens } from '@shikijs/magic-move/core'
import lz from 'lz-string'
import { data } from './data.mjs'

export const themes = { dark: 'vitesse-dark', light: 'vitesse-light' }
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
export const patience = { tokenizeTimeLimit: 10_000 } // ms for a line; Shiki's own 500 leave it half coloured on a busy machine
let opening

async function open() {
  const loaded = await Promise.all(Object.values(themes).map(name => data(`themes/${name}.json`)))
  return createHighlighterCore({ themes: loaded, langs: [], engine: createJavaScriptRegexEngine() })
}

export async function highlighter(lang) {
  const shiki = await (opening ??= open())
  if (!plain.has(lang) && !shiki.getLoadedLanguages().includes(lang)) await load(shiki, lang)
  return shiki
}

async function load(shiki, lang) {
  const { aliases, needs } = await data('languages.json')
  const name = Object.hasOwn(aliases, lang) ? aliases[lang] : lang
  if (!Object.hasOwn(needs, name)) throw new Error(`unknown language “${lang}”`)
  const missing = needs[name].filter(one => !shiki.getLoadedLanguages().includes(one))
  shiki.loadLanguageSync(await Promise.all(missing.map(one => data(`languages/${one}.json`))))
}

export async function highlight({ code, lang }) {
  const shiki = await highlighter(lang)
  return { html: shiki.codeToHtml(code, { ...patience, lang: lang || 'text', themes, defaultColor: false, transformers: [listing] }) }
}

async function step({ code, lang, lines }) {
  const shiki = await highlighter(lang)
  const { tokens, bg, fg, rootStyle, themeName } = shiki.codeToTokens(code, { ...patience, lang: lang || 'text', themes, defaultColor: false })
  return { ...toKeyedTokens(code, tokens, JSON.stringify([lang, themes]), lines), bg, fg, rootStyle, themeName, lang }
}

export async function magicMove({ steps }) {
  const tokens = []
  for (const one of steps) tokens.push(await step(one))
  return { stepsLz: lz.compressToBase64(JSON.stringify(tokens)) }
}
