// An ECMAScript module as the body of a CommonJS module of the page.
import { transform } from 'sucrase'
import { withGetters } from './exports.mjs'

const call = /(?<![\w.$])require\((['"])([^'"\n]+)\1\)/g
const syntax =
  /(?:^|[\n;}]|\*\/)[^\S\n]*(?:import\s*(?:["'{*]|[\w$]+\s*(?:,|from\b))|export\s*(?:[{*]|(?:default|const|let|var|function|async|class)\b))/
const helpers = /^import \{ (\w+ as _\w+(?:, \w+ as _\w+)*) \} from ["']vue["']$/gm
const shared = { disableESTransforms: true, production: true, jsxPragma: '_jsx.h', jsxFragmentPragma: '_jsx.Fragment' }

export const isModule = source => syntax.test(source)

// In their order, which is that of their style sheets.
export const requires = code => [...new Set([...code.matchAll(call)].map(match => match[2]))]

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

// The Vue compiler's own imports become plain names; sucrase would write `_vue.createVNode.call(void 0, …)` at every use.
const withHelpers = code => code.replace(helpers, (_, names) => `const { ${names.replaceAll(' as ', ': ')} } = require("vue");`)

// Does it parse as the body of a function? One that does not would take the whole page's script with it.
function checked(code) {
  const safe = code.replace(/<(?=\/script|!--)/gi, '\\x3c')
  try {
    new Function('require', 'exports', 'module', safe)
  } catch (error) {
    if (/\bimport\.meta\.glob\b/.test(code)) throw new Error('`import.meta.glob` is not supported: import the files one by one')
    if (/\bawait\b/.test(error.message)) throw new Error('`await` outside functions is not supported')
    throw error
  }
  return safe
}

// What sucrase is to take out of a script in this language.
export const transformsOf = lang => [...(/^[cm]?tsx?$/.test(lang) ? ['typescript'] : []), ...(/^[jt]sx$/.test(lang) ? ['jsx'] : [])]

// Elements become calls of Vue's `h`, which knows no directives.
function requireNoDirectives(source) {
  const found = /<[A-Za-z][\w.]*(?:\s[^<>]*)?\s(v-[a-z]+)\s*[={:]/.exec(source)
  if (found) throw Object.assign(new Error(`the directive \`${found[1]}\` is not supported in JSX`), { line: source.slice(0, found.index).split('\n').length })
}

// Types and JSX taken out; `keepUnusedImports` where all imports of types say that they are.
function plain(source, transforms, keepUnusedImports) {
  if (!transforms.length) return source
  if (transforms.includes('jsx')) requireNoDirectives(source)
  const { code } = transform(source, { ...shared, transforms, keepUnusedImports })
  return transforms.includes('jsx') ? `import * as _jsx from "vue";${code}` : code
}

export function commonJs(source, { transforms = [], keepUnusedImports = false } = {}) {
  const script = plain(withConstants(source), transforms, keepUnusedImports)
  return checked(transform(withGetters(withHelpers(script)), { ...shared, transforms: ['imports'] }).code)
}

export const plainScript = source => checked(withConstants(source))
