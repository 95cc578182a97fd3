// A file of a deck's own code, or of a package that it imports, as a module of the page.
import { expandVariantGroup } from '@unocss/core'
import { commonJs, isModule, plainScript, requires, transformsOf } from './commonjs.mjs'
import { flatten } from './css.mjs'
import { mapTags } from './markup.mjs'
import { component } from './sfc.mjs'
import { applyDirectives } from './vue.mjs'

const names = '$slidev, $nav, $clicksContext, $clicks, $page, $renderContext, $frontmatter'
const context = `import { useSlideContext as _useSlideContext } from "@slidev/client/context.ts"; const { ${names} } = _useSlideContext();`
const slidevOption = `import { injectionSlidevContext as _slidevContext } from "@slidev/client/constants.ts";
{
  const given = __sfc__.inject ?? {}
  const named = Array.isArray(given) ? Object.fromEntries(given.map(name => [name, name])) : given
  __sfc__.inject = { $slidev: { from: _slidevContext, default: undefined }, ...named }
}`
const plainScriptTag = /<script\b(?![^>]*\bsetup\b)[^>]*>/
const setup = /<script\b[^>]*\bsetup\b[^>]*>/
const script = /<script\b([^>]*)>/

// Slidev gives every component outside the client its slide's context.
function withContext(source) {
  if (source.includes('useSlideContext()')) return source
  if (setup.test(source)) return source.replace(setup, tag => `${tag}${context}`)
  const options = script.exec(source)
  if (options && /\bsetup\s*[(:]/.test(source)) return source // a second `setup` would take its place
  return `<script setup${/\slang=\S+/.exec(options?.[1] ?? '')?.[0] ?? ''}>${context}</script>${source}`
}

// The files that a component's types are imported from; one that is not here yet is asked for.
function typeFiles(files, wanted) {
  const known = file => {
    if (Object.hasOwn(files, file)) return files[file]
    wanted.push(file)
    throw new Error('wanted')
  }
  return { fileExists: file => known(file) !== null, readFile: file => known(file) ?? undefined }
}

async function vueFile({ path, source, id, files = {}, own }) {
  const wanted = []
  const plain = mapTags(withContext(source), tag => (tag.includes('(') ? expandVariantGroup(tag) : tag))
  const options = { filename: `/${path}`, id, assets: { includeAbsolute: true }, directives: css => applyDirectives(css, own), fs: typeFiles(files, wanted) }
  try {
    const { code, styles, lang } = await component(plain, options)
    const components = [...code.matchAll(/_resolveComponent\("([^"]+)"\)/g)].map(match => match[1])
    const whole = plainScriptTag.test(source) ? `${code}\n${slidevOption}` : code // `this.$slidev`: options are read before setup
    return { code: commonJs(whole, { transforms: transformsOf(lang) }), css: flatten(styles.join('\n')), components: [...new Set(components)].sort() }
  } catch (error) {
    if (wanted.length) return { wanted }
    throw error
  }
}

function scriptFile({ path, source }) {
  const transforms = transformsOf(path.slice(path.lastIndexOf('.') + 1))
  if (transforms.length || isModule(source)) return { code: commonJs(source, { transforms }) }
  try {
    return { code: plainScript(source), isEcma: false }
  } catch (error) {
    if (!/\b(?:import|export)\b/.test(source)) throw error
    return { code: commonJs(source) } // its imports look unusual
  }
}

// `path` from the project's root, `id` for scoped styles, `files` the texts of imported types (null: no such file).
export async function compile(file) {
  const { code, css = '', components = [], wanted, isEcma = true } = /\.(vue|md)$/.test(file.path) ? await vueFile(file) : scriptFile(file)
  return wanted ? { wanted } : { code, css, components, isEcma, requires: requires(code) }
}
