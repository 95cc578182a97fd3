// Icons as components, as unplugin-icons draws them for Slidev: `<carbon-logo-github />`, `<mdi:account />`.
import { getIconData, iconToSVG } from '@iconify/utils'
import { data } from './data.mjs'
import { collection, spellings } from './packs.mjs'

// The first spelling of a name that a set has; `own` is a set of the project's that stands in for a bundled one.
async function svg(set, name, own) {
  const icons = own ?? (await collection(set, spellings(name)))
  const icon = icons && spellings(name).map(one => getIconData(icons, one)).find(Boolean)
  return icon && iconToSVG(icon)
}

const ids = /(?<=\sid="|url\(#|href="#)[^")]+|(?<=["; ])[\w-]+(?=\.(?:begin|end)\b)/g

// What the icon refers to in itself has a name for each time that it is drawn: a hidden one must not paint another.
function drawing(body) {
  const text = JSON.stringify(/\sid="/.test(body) ? body.replace(ids, '$&-@@') : body)
  return text.includes('-@@')
    ? { setup: 'setup:()=>({id:useId()}),', innerHTML: `${text}.replaceAll("-@@","-"+this.id)` }
    : { setup: '', innerHTML: text }
}

// The body of a CommonJS module whose default export draws the icon.
export async function module({ name, collection: own }) {
  const [set, icon = ''] = name.split('/')
  const found = await svg(set, icon, own)
  if (!found) return { error: `there is no icon “${icon}” in the set “${set}”` }
  const { setup, innerHTML } = drawing(found.body)
  const attributes = { class: 'slidev-icon', ...found.attributes, width: '1.2em', height: '1.2em' }
  const render = `render(){return h("svg",{...${JSON.stringify(attributes)},innerHTML:${innerHTML}})}`
  return { code: `const {h,useId}=require("vue");exports.__esModule=true;exports.default={name:${JSON.stringify(`${set}-${icon}`)},${setup}${render}}` }
}

function tagName(name) {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase()
}

// "carbon-logo-github" → "carbon/logo-github", if there is such an icon.
async function find(tag) {
  const { sets } = await data('icons.json')
  const set = sets.find(one => tag.startsWith(`${one}-`))
  const name = set && tag.slice(set.length + 1)
  return name && (await svg(set, name)) ? `${set}/${name}` : null
}

// The client's tags become imports; those of a deck are found when the page is made, beside its own components.
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
