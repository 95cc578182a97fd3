// A slide or a `.vue` file as a CommonJS module of the page, with its style sheet.
import { compileScript, compileStyle, compileTemplate, parse } from '@vue/compiler-sfc/dist/compiler-sfc.esm-browser.js'
import { expandVariantGroup } from '@unocss/core'
import { transform } from 'sucrase'
import { flatten, mayHaveDirectives } from './css.mjs'
import { mathElements } from './elements.mjs'
import { find } from './icons.mjs'
import { mapTags } from './markup.mjs'

const languages = { template: ['html'], script: ['js', 'ts'], style: ['css', 'postcss'] }
const required = /(?<![\w.$])require\((['"])([^'"\n]+)\1\)/g

function readable(error, block) {
  const message = String(error.message ?? error).replace(/^\[(?:@?vue\/)?compiler-sfc\] /, '')
  const line = error.loc?.start?.line ?? (error.loc?.line && block ? error.loc.line + block.loc.start.line - 1 : undefined)
  return Object.assign(new Error(message), { line })
}

function read(source, filename) {
  const { descriptor, errors } = parse(source, { filename, sourceMap: false })
  if (errors.length) throw readable(errors[0])
  const { template, script, scriptSetup, styles } = descriptor
  for (const block of [template, script, scriptSetup, ...styles]) if (block) requireLanguage(block)
  return descriptor
}

function requireLanguage(block) {
  const line = block.loc.start.line
  if (block.lang && !languages[block.type].includes(block.lang))
    throw Object.assign(new Error(`<${block.type} lang="${block.lang}"> is not supported`), { line })
  if (block.src) throw Object.assign(new Error(`<${block.type} src="${block.src}"> is not supported`), { line })
  if (block.module) throw Object.assign(new Error('<style module> is not supported'), { line })
}

function templateOptions(descriptor, id, assets) {
  const typed = [descriptor.script, descriptor.scriptSetup].some(block => block?.lang === 'ts')
  const scoped = descriptor.styles.some(style => style.scoped)
  const compilerOptions = {
    comments: false,
    expressionPlugins: typed ? ['typescript'] : [],
    isCustomElement: tag => mathElements.has(tag),
    scopeId: scoped ? `data-v-${id}` : undefined,
  }
  return { compilerOptions, scoped, id, isProd: true, filename: descriptor.filename, transformAssetUrls: assets, slotted: descriptor.slotted }
}

function scriptCode(descriptor, id, options) {
  const { script, scriptSetup } = descriptor
  if (!script && !scriptSetup) return 'const __sfc__ = {}'
  try {
    const made = compileScript(descriptor, {
      id, isProd: true, sourceMap: false, inlineTemplate: Boolean(scriptSetup), genDefaultAs: '__sfc__', templateOptions: options,
    })
    return made.content
  } catch (error) {
    throw readable(error, scriptSetup ?? script)
  }
}

function templateCode(descriptor, options) {
  const { template } = descriptor
  const { code, errors } = compileTemplate({ ...options, source: template.content, ast: template.ast })
  if (errors.length) throw readable(errors[0])
  return `${code.replace('export function render', 'function render')}\n__sfc__.render = render`
}

function styleSheet(style, descriptor, id) {
  const { filename } = descriptor
  const { code, errors } = compileStyle({ source: style.content, filename, id: `data-v-${id}`, scoped: style.scoped, isProd: true })
  if (errors.length) throw readable(errors[0], style)
  return code
}

// One module in ECMAScript form, TypeScript left in; style sheets scoped, nesting left in. `assets`: URLs become imports.
export async function component(source, { filename, id, assets = false, directives = async css => css }) {
  const descriptor = read(source, filename)
  const options = templateOptions(descriptor, id, assets)
  const parts = [scriptCode(descriptor, id, options)]
  if (descriptor.template && !descriptor.scriptSetup) parts.push(templateCode(descriptor, options))
  if (options.scoped) parts.push(`__sfc__.__scopeId = "data-v-${id}"`)
  parts.push('export default __sfc__')
  for (const style of descriptor.styles) style.content = await directives(style.content)
  return { code: await withIcons(parts.join('\n')), styles: descriptor.styles.map(style => styleSheet(style, descriptor, id)) }
}

function tagName(name) {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase()
}

// Tags such as <carbon-logo-github /> become imports, as unplugin-icons resolves them.
async function withIcons(code) {
  const imports = []
  for (const [call, name] of new Set([...code.matchAll(/_resolveComponent\("([^"]+)"\)/g)].map(match => match.slice(0, 2)))) {
    const icon = await find(tagName(name))
    if (!icon) continue
    const local = `_icon_${imports.length}`
    imports.push(`import ${local} from "~icons/${icon}"`)
    code = code.replaceAll(call, local)
  }
  return [...imports, code].join('\n')
}

// The compiler's own imports become plain names; sucrase would write `_vue.createVNode.call(void 0, …)` at every use.
function withHelpers(code) {
  return code.replace(/^import \{ (\w+ as _\w+(?:, \w+ as _\w+)*) \} from ["']vue["']$/gm, (_, names) => `const { ${names.replaceAll(' as ', ': ')} } = require("vue")`)
}

function commonJs(code) {
  const transforms = ['typescript', 'imports']
  return transform(withHelpers(code), { transforms, disableESTransforms: true, keepUnusedImports: true, production: true }).code
}

// UnoCSS is loaded only for a style sheet that needs it.
export async function applyDirectives(css, fonts) {
  return mayHaveDirectives.test(css) ? (await import('./uno.mjs')).apply(css, fonts) : css
}

export async function compile({ source, id, filename, fonts }) {
  const plain = mapTags(source, tag => (tag.includes('(') ? expandVariantGroup(tag) : tag))
  const directives = css => applyDirectives(css, fonts)
  const { code, styles } = await component(plain, { filename, id, directives })
  const unresolved = [...code.matchAll(/_resolveComponent\("([^"]+)"\)/g)].map(match => match[1])
  const made = commonJs(code)
  return {
    code: made,
    css: flatten(styles.join('\n')),
    requires: [...new Set([...made.matchAll(required)].map(match => match[2]))].sort(),
    components: [...new Set(unresolved)].sort(),
  }
}

// For the build of the client, which compiles its components in the same way.
export { flatten } from './css.mjs'
export { module as iconModule } from './icons.mjs'
