// A slide or a `.vue` file as a CommonJS module of the page, with its style sheet.
import { expandVariantGroup } from '@unocss/core'
import { commonJs, requires, transformsOf } from './commonjs.mjs'
import { flatten, mayHaveDirectives } from './css.mjs'
import { mapTags } from './markup.mjs'
import { component } from './sfc.mjs'

// UnoCSS is loaded only for a style sheet that needs it.
export async function applyDirectives(css, own) {
  return mayHaveDirectives.test(css) ? (await import('./uno.mjs')).apply(css, own) : css
}

// `own`: the deck's configuration of UnoCSS, which its style sheets may use.
export async function compile({ source, id, filename, own }) {
  const plain = mapTags(source, tag => (tag.includes('(') ? expandVariantGroup(tag) : tag))
  const { code, styles, lang } = await component(plain, { filename, id, directives: css => applyDirectives(css, own) })
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
