// How code looks: Slidev's pair of themes, or what the setup files of the deck's roots ask of Shiki.
import { data } from './data.mjs'

const usual = { dark: 'vitesse-dark', light: 'vitesse-light' }
const isTheme = theme => typeof theme === 'string' || Boolean(theme?.name || theme?.tokenColors)
const named = theme => (typeof theme === 'string' ? theme : theme.name)

async function loaded(theme) {
  if (typeof theme !== 'string') return theme
  const { names } = await data('themes.json')
  if (!names.includes(theme)) throw new Error(`Shiki has no theme “${theme}”`)
  return data(`themes/${theme}.json`)
}

async function grammars(langs) {
  if (Array.isArray(langs)) return langs.flat(2).filter(lang => lang && typeof lang === 'object')
  const found = await Promise.all(Object.entries(langs ?? {}).map(async ([name, lang]) => [name, typeof lang === 'function' ? await lang() : lang]))
  return found.flatMap(([name, lang]) => [lang?.default ?? lang].flat().map((one, index, all) => (index === all.length - 1 ? { ...one, name } : one)))
}

// Options for Shiki's functions, the themes themselves, and grammars of the deck's own.
export async function look(setups) {
  const { theme, themes, langs, langAlias, ...rest } = Object.assign({}, ...setups)
  const many = themes ?? (theme && !isTheme(theme) ? theme : undefined)
  const one = many ? undefined : theme
  const wanted = one ? [one] : Object.values(many ?? usual)
  const names = one ? { theme: named(one) } : { themes: Object.fromEntries(Object.entries(many ?? usual).map(([key, value]) => [key, named(value)])), defaultColor: false }
  const own = await Promise.all(setups.map(setup => grammars(setup.langs)))
  return { options: { ...rest, ...names }, themes: await Promise.all(wanted.map(loaded)), grammars: own.flat() }
}
