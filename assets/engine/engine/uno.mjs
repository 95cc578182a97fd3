// Utility CSS: UnoCSS with the configuration that Slidev publishes and the icon sets that it brings.
import { createGenerator, expandVariantGroup, mergeConfigs } from '@unocss/core'
import presetIcons, { icons as knownSets } from '@unocss/preset-icons/browser'
import transformerDirectives from '@unocss/transformer-directives'
import MagicString from 'magic-string'
import slidev from 'slidev-uno-config'
import { flatten, mayHaveDirectives } from './css.mjs'
import { data } from './data.mjs'
import { once } from './evaluated.mjs'
import { classText } from './markup.mjs'
import { collection, spellings } from './packs.mjs'
import { unoPackages } from './unoPackages.mjs'

export { unoPackageNames } from './unoPackages.mjs'

const first = ['preflights', 'typography', 'shortcuts'] // layers that Slidev places before its own styles
// Families are variables of the page: style sheets that are bundled once serve every deck's fonts.
const fontFamily = Object.fromEntries(['sans', 'serif', 'mono'].map(name => [name, `var(--slidewright-font-${name})`]))

// A deck's own use of the icons' preset adds to what every deck has.
const ownIcons = (options = {}) => presetIcons({ ...options, warn: false })

// `icons`: what is used of the project's sets, which come before the bundled ones of the same name.
async function drawn(icons = {}) {
  const { sets } = await data('icons.json')
  const find = set => async name => {
    const names = spellings(name)
    return names.some(one => icons[set]?.icons[one] ?? icons[set]?.aliases[one]) ? icons[set] : collection(set, names)
  }
  const collections = Object.fromEntries([...sets, ...Object.keys(icons)].map(set => [set, find(set)]))
  return { ...collections, slidev: { logo: async () => (await data('logo.json')).svg } }
}

async function open(own, collections) {
  const { client } = await data('tokens.json')
  const config = mergeConfigs([{ presets: [presetIcons({ collections, warn: false })], safelist: client }, slidev, ...own])
  config.theme = { ...config.theme, fontFamily: { ...fontFamily, ...config.theme?.fontFamily } }
  return createGenerator(config)
}

// `own`: configuration files of the deck's roots, as `evaluated` knows them.
const opened = once(
  () => unoPackages(ownIcons),
  async (own, faults) => ({ faults, own, uno: await open(own, await drawn()) }),
)
const generator = async own => (await opened(own)).uno
const withIcons = async (own, icons) => open((await opened(own)).own, await drawn(icons))

// Which configuration files fail, and why.
export async function faults({ own }) {
  return { faults: (await opened(own)).faults }
}

export async function extract({ text }) {
  const uno = await generator()
  const found = await uno.applyExtractors(expandVariantGroup(classText(text)), 'slide.md')
  return { tokens: [...found].sort() }
}

// Those candidates that mean something.
export async function match({ tokens }) {
  const uno = await generator()
  const means = await Promise.all(tokens.map(async token => !!(await uno.parseToken(token))))
  return { tokens: tokens.filter((_, index) => means[index]) }
}

// The icons that the candidates, the client, the theme and the deck's configuration may mean, each as [set, name].
export async function icons({ tokens, theme, own }) {
  const { themes } = await data('tokens.json')
  const asked = new Map()
  const note = set => name => void asked.set(`${set}:${name}`, [set, name])
  const uno = await open((await opened(own)).own, Object.fromEntries(knownSets.map(set => [set, note(set)])))
  const always = uno.config.safelist.filter(one => typeof one === 'string')
  await uno.generate(new Set([...tokens, ...always, ...(themes[theme] ?? [])]), { preflights: false, safelist: false })
  return { icons: [...asked.values()] }
}

export async function generate({ tokens, theme, own, icons }) {
  const uno = await (icons ? withIcons(own, icons) : generator(own))
  const { themes } = await data('tokens.json')
  const all = new Set([...tokens, ...(themes[theme] ?? [])])
  const made = await uno.generate(all, { preflights: true })
  return {
    head: first.map(layer => made.getLayer(layer)).filter(Boolean).join('\n'),
    tail: made.getLayers(undefined, first),
  }
}

// Rules of UnoCSS's directives (`@apply`, `--uno:`, `theme()`) put in their place.
export async function apply(css, own) {
  const uno = await generator(own)
  const code = new MagicString(css)
  await transformerDirectives({ enforce: 'pre' }).transform(code, 'style.css', { uno })
  return code.toString()
}

export async function directives({ css, own }) {
  return { css: flatten(mayHaveDirectives.test(css) ? await apply(css, own) : css) }
}
