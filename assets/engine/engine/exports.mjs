// The exports of an ECMAScript module as getters at its head: there before it runs, and live, as modules that import
// each other need them. (Sucrase writes assignments where the names stand, and takes fields of classes for such names.)
import { babelParse } from '@vue/compiler-sfc/dist/compiler-sfc.esm-browser.js'
import MagicString from 'magic-string'

const defaultWord = /^export(?:\s|\/\*[\s\S]*?\*\/)+default/ // what follows may stand in brackets

const nameOf = node => node.name ?? node.value

// The names that a declaration binds: `const { a, b: [c], ...d } = …`.
function bound(pattern) {
  switch (pattern?.type) {
    case 'Identifier': return [pattern.name]
    case 'ObjectPattern': return pattern.properties.flatMap(one => bound(one.value ?? one.argument))
    case 'ArrayPattern': return pattern.elements.flatMap(bound)
    case 'AssignmentPattern': return bound(pattern.left)
    case 'RestElement': return bound(pattern.argument)
    default: return []
  }
}

const declared = node => (node.declarations ? node.declarations.flatMap(one => bound(one.id)) : [node.id.name])

// Each takes its statement out of the text and gives pairs of exported name and expression.
const statements = {
  ExportNamedDeclaration(node, text, fresh) {
    if (node.declaration) {
      text.remove(node.start, node.declaration.start)
      return declared(node.declaration).map(name => [name, name])
    }
    if (!node.source) {
      text.remove(node.start, node.end)
      return node.specifiers.map(one => [nameOf(one.exported), one.local.name])
    }
    const specifiers = node.specifiers.map(one => ({ exported: nameOf(one.exported), local: one.local && JSON.stringify(nameOf(one.local)), as: fresh() }))
    const [space] = specifiers.filter(one => !one.local)
    const names = specifiers.map(one => `${one.local} as ${one.as}`).join(', ')
    text.overwrite(node.start, node.end, `import ${space ? `* as ${space.as}` : `{ ${names.replaceAll('"', '')} }`} from ${node.source.extra.raw};`)
    return specifiers.map(one => [one.exported, one.as])
  },
  ExportDefaultDeclaration(node, text, fresh) {
    const { declaration } = node
    const isDeclaration = /^(Function|Class)Declaration$/.test(declaration.type)
    if (isDeclaration && declaration.id) {
      text.remove(node.start, declaration.start)
      return [['default', declaration.id.name]]
    }
    const name = fresh()
    if (declaration.type === 'FunctionDeclaration') {
      const head = /^(?:async\s+)?function\s*\*?/.exec(text.original.slice(declaration.start))[0]
      text.overwrite(node.start, declaration.start + head.length, `${head} ${name}`)
    } else text.overwrite(node.start, node.start + defaultWord.exec(text.original.slice(node.start))[0].length, `const ${name} =`)
    return [['default', name]]
  },
}

const head = getters => `Object.defineProperties(exports, { ${['__esModule: { value: true }', ...getters].join(', ')} });`

export function withGetters(source) {
  if (!/\bexport\b/.test(source)) return head([]) + source
  const text = new MagicString(source)
  let count = 0
  const fresh = () => `_export_${count++}`
  const { body } = babelParse(source, { sourceType: 'module' }).program
  const pairs = body.flatMap(node => statements[node.type]?.(node, text, fresh) ?? [])
  const getters = pairs.map(([name, value]) => `${JSON.stringify(name)}: { enumerable: true, configurable: true, get: () => ${value} }`)
  return head(getters) + text.toString()
}
