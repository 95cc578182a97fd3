// A Vue single-file component as an ECMAScript module and style sheets.
import { compileScript, compileStyle, compileTemplate, parse } from '@vue/compiler-sfc/dist/compiler-sfc.esm-browser.js'
import { mathElements } from './elements.mjs'
import { withIcons } from './icons.mjs'

const languages = { template: ['html'], script: ['js', 'jsx', 'ts', 'tsx'], style: ['css', 'postcss'] }

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
  const typed = [descriptor.script, descriptor.scriptSetup].some(block => block?.lang?.startsWith('ts'))
  const scoped = descriptor.styles.some(style => style.scoped)
  const compilerOptions = {
    comments: false,
    expressionPlugins: typed ? ['typescript'] : [],
    isCustomElement: tag => mathElements.has(tag),
    scopeId: scoped ? `data-v-${id}` : undefined,
  }
  return { compilerOptions, scoped, id, isProd: true, filename: descriptor.filename, transformAssetUrls: assets, slotted: descriptor.slotted }
}

function scriptCode(descriptor, id, options, fs) {
  const { script, scriptSetup } = descriptor
  if (!script && !scriptSetup) return 'const __sfc__ = {}'
  try {
    const made = compileScript(descriptor, {
      id, isProd: true, sourceMap: false, inlineTemplate: Boolean(scriptSetup), genDefaultAs: '__sfc__', templateOptions: options, fs,
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

// TypeScript is left in the module; style sheets are scoped, with nesting left in.
// `assets` and `icons` become imports; `fs` reads the files of imported types.
export async function component(source, { filename, id, assets = false, icons = false, directives = async css => css, fs }) {
  const descriptor = read(source, filename)
  const options = templateOptions(descriptor, id, assets)
  const parts = [scriptCode(descriptor, id, options, fs)]
  if (descriptor.template && !descriptor.scriptSetup) parts.push(templateCode(descriptor, options))
  if (options.scoped) parts.push(`__sfc__.__scopeId = "data-v-${id}"`)
  parts.push('export default __sfc__')
  for (const style of descriptor.styles) style.content = await directives(style.content)
  const lang = (descriptor.scriptSetup ?? descriptor.script)?.lang
  const code = parts.join('\n')
  return { code: icons ? await withIcons(code) : code, lang, styles: descriptor.styles.map(style => styleSheet(style, descriptor, id)) }
}
