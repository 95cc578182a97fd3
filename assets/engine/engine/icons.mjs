// Icons of the sets that Slidev brings, as components: `<carbon-logo-github />`, `<ph-check />`.
import { getIconData, iconToSVG } from '@iconify/utils'
import { data } from './data.mjs'

export async function svg(set, name) {
  const { sets } = await data('icons.json')
  if (!sets.includes(set)) return null
  const icon = getIconData(await data(`icons/${set}.json`), name)
  return icon && iconToSVG(icon)
}

// "carbon-logo-github" and "carbon:logo-github" → "carbon/logo-github", if there is such an icon.
export async function find(tag) {
  const { sets } = await data('icons.json')
  const set = sets.find(one => tag.startsWith(`${one}-`) || tag.startsWith(`${one}:`))
  const name = set && tag.slice(set.length + 1)
  return name && (await svg(set, name)) ? `${set}/${name}` : null
}

// The body of a CommonJS module whose default export draws the icon as unplugin-icons does.
export async function module({ name }) {
  const [set, icon] = name.split('/')
  const found = await svg(set, icon)
  if (!found) return { error: `there is no icon “${icon}” in the set “${set}”` }
  const attributes = { ...found.attributes, width: '1.2em', height: '1.2em', innerHTML: found.body }
  const code = `const {h}=require("vue");exports.__esModule=true;exports.default={name:${JSON.stringify(name.replace('/', '-'))},render:()=>h("svg",${JSON.stringify(attributes)})}`
  return { code }
}

function tagName(name) {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase()
}

// Tags such as <carbon-logo-github /> become imports, as unplugin-icons resolves them.
export async function withIcons(code) {
  const imports = []
  for (const [call, name] of [...code.matchAll(/_resolveComponent\("([^"]+)"\)/g)]) {
    const icon = await find(tagName(name))
    if (!icon) continue
    const local = `_icon_${imports.length}`
    imports.push(`import ${local} from "~icons/${icon}"`)
    code = code.replaceAll(call, local)
  }
  return [...imports, code].join('\n')
}
