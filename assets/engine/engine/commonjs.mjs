// An ECMAScript module as the body of a CommonJS module of the page: sucrase, and what it leaves out mended.
import { transform } from 'sucrase'

const call = /(?<![\w.$])require\((['"])([^'"\n]+)\1\)/g
const syntax =
  /(?:^|[\n;}]|\*\/)\s*(?:import\s*(?:["'{*]|[\w$]+\s*(?:,|from\b))|export\s*(?:[{*]|(?:default|const|let|var|function|async|class|enum|abstract|type|interface|namespace|declare)\b))/
const list = /(?:^|[\n;}])\s*export\s*\{([^{}]*)\}(?!\s*from\b)/g
const helpers = /^import \{ (\w+ as _\w+(?:, \w+ as _\w+)*) \} from ["']vue["']$/gm

export const isModule = source => syntax.test(source)

export const requires = code => [...new Set([...code.matchAll(call)].map(match => match[2]))].sort()

// What bundlers put in the place of Vite's and Node's constants.
export function withConstants(source) {
  if (!/import\.meta|process\.env/.test(source)) return source
  return source
    .replace(/\bprocess\.env\.NODE_ENV\b/g, '"production"')
    .replace(/\bnew URL\(\s*(["'])(\.[^"'\n]*)\1\s*,\s*import\.meta\.url\s*,?\s*\)/g, 'new URL(require("$2?url").default)')
    .replace(/\bimport\.meta\.env\b/g, '({ BASE_URL: "./", DEV: false, MODE: "production", PROD: true, SSR: false })')
    .replace(/\bimport\.meta\.hot\b/g, 'undefined')
    .replace(/\bimport\.meta\.url\b/g, 'document.baseURI')
    .replace(/\bimport\.meta\b(?!\.glob)/g, '({})')
}

// `export { a as b }` → [['a', 'b']]
function exported(source) {
  const names = [...source.matchAll(list)].flatMap(match => match[1].split(','))
  return names.map(name => name.trim().replace(/^type\s+/, '').split(/\s+as\s+/)).filter(([name]) => /^[\w$]+$/.test(name)).map(([name, as = name]) => [name, as])
}

// Functions are there before the module runs, which modules that import each other rely on.
function hoisted(source, names) {
  const declared = new Set([...source.matchAll(/^[ \t]*(?:async\s+)?function\s*\*?\s*([\w$]+)/gm)].map(match => match[1]))
  const direct = [...source.matchAll(/^[ \t]*export\s+(default\s+)?(?:async\s+)?function\s*\*?\s*([\w$]+)/gm)]
  const pairs = [...names.filter(([name]) => declared.has(name)), ...direct.map(([, isDefault, name]) => [name, isDefault ? 'default' : name])]
  return pairs.map(([name, as]) => `exports.${as} = ${name};`).join('')
}

// What a module passes on of another stays live, as it is where modules import each other.
function live(code, names) {
  for (const [, as] of names) {
    const copy = new RegExp(`(?<![\\w$.])exports\\.${as.replaceAll('$', '\\$')} = (_\\w+\\.[\\w$]+);`)
    code = code.replace(copy, (_, value) => `Object.defineProperty(exports, "${as}", {enumerable: true, configurable: true, get: () => ${value}});`)
  }
  return code
}

// The Vue compiler's own imports become plain names; sucrase would write `_vue.createVNode.call(void 0, …)` at every use.
const withHelpers = code => code.replace(helpers, (_, names) => `const { ${names.replaceAll(' as ', ': ')} } = require("vue");`)

// Does it parse as the body of a function? One that does not would take the whole page's script with it.
function checked(code) {
  const safe = code.replace(/<(?=\/script|!--)/gi, '\\x3c')
  new Function('require', 'exports', 'module', safe)
  return safe
}

// `transforms` are sucrase's; `keepUnusedImports` where the source says what is a type.
export function commonJs(source, { transforms = [], keepUnusedImports = false } = {}) {
  const plain = withHelpers(withConstants(source)).replace(/^(\s*export\s+(?:const|let|var)\s*[{[])/gm, ';$1')
  const jsx = { jsxPragma: '_jsx.h', jsxFragmentPragma: '_jsx.Fragment' }
  const made = transform(plain, { transforms: [...transforms, 'imports'], disableESTransforms: true, production: true, keepUnusedImports, ...jsx }).code
  const names = exported(source)
  const head = `${transforms.includes('jsx') ? 'const _jsx = require("vue");' : ''}${hoisted(source, names)}`
  return checked(live(made, names).replace('"use strict";', `"use strict";${head}`))
}

export const plainScript = source => checked(withConstants(source))
