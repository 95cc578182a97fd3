// A slide or a `.vue` file as a CommonJS module of the page, with its style sheet.
import { expandVariantGroup } from '@unocss/core'
import { transform } from 'sucrase'
import { flatten, mayHaveDirectives } from './css.mjs'
import { mapTags } from './markup.mjs'
import { component } from './sfc.mjs'

const required = /(?<![\w.$])require\((['"])([^'"\n]+)\1\)/g

// The compiler's own imports become plain names; sucrase would write `_vue.createVNode.call(void 0, …)` at every use.
function withHelpers(code) {
  const helpers = /^import \{ (\w+ as _\w+(?:, \w+ as _\w+)*) \} from ["']vue["']$/gm
  return code.replace(helpers, (_, names) => `const { ${names.replaceAll(' as ', ': ')} } = require("vue")`)
}

function commonJs(code) {
  const transforms = ['typescript', 'imports']
  return transform(withHelpers(code), { transforms, disableESTransforms: true, keepUnusedImports: true, production: true }).code
}

// UnoCSS is loaded only for a style sheet that needs it.
export async function applyDirectives(css) {
  return mayHaveDirectives.test(css) ? (await import('./uno.mjs')).apply(css) : css
}

export async function compile({ source, id, filename }) {
  const plain = mapTags(source, tag => (tag.includes('(') ? expandVariantGroup(tag) : tag))
  const { code, styles } = await component(plain, { filename, id, directives: applyDirectives })
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
export { component } from './sfc.mjs'
