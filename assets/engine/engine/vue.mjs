// A slide or a `.vue` file as a CommonJS module of the page, with its style sheet.
import { expandVariantGroup } from '@unocss/core'
import { commonJs, requires, transformsOf } from './commonjs.mjs'
import { flatten, mayHaveDirectives } from './css.mjs'
import { mapTags } from './markup.mjs'
import { component } from './sfc.mjs'

// UnoCSS is loaded only for a style sheet that needs it.
export async function applyDirectives(css) {
  return mayHaveDirectives.test(css) ? (await import('./uno.mjs')).apply(css) : css
}

export async function compile({ source, id, filename }) {
  const plain = mapTags(source, tag => (tag.includes('(') ? expandVariantGroup(tag) : tag))
  const { code, styles, lang } = await component(plain, { filename, id, directives: applyDirectives })
  const unresolved = [...code.matchAll(/_resolveComponent\("([^"]+)"\)/g)].map(match => match[1])
  const made = commonJs(code, { transforms: [...new Set(['typescript', ...transformsOf(lang)])], keepUnusedImports: true })
  return {
    code: made,
    css: flatten(styles.join('\n')),
    requires: requires(made),
    components: [...new Set(unresolved)].sort(),
  }
}

// For the build of the client, which compiles its components in the same way.
export { flatten } from './css.mjs'
export { module as iconModule } from './icons.mjs'
export { component } from './sfc.mjs'
