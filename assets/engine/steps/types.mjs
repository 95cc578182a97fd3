// Declarations for Twoslash: TypeScript's own libraries, and Vue, as paths of a file system in memory → texts.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { modules } from './packages.mjs'

export const typedPackages = [
  'vue', '@vue/shared', '@vue/reactivity', '@vue/runtime-core', '@vue/runtime-dom', '@vue/compiler-core', '@vue/compiler-dom', 'csstype',
]
const vueTools = '@vue/language-core'
const declaration = /\.d\.[mc]?ts$/
const left = /(^|\/)(compiler-sfc|server-renderer)\//
const unused = /^lib\.(webworker|scripthost)\b/

function inPackage(name) {
  const folder = path.join(modules, name)
  const names = readdirSync(folder, { recursive: true }).map(file => file.replaceAll(path.sep, '/'))
  const wanted = names.filter(file => file === 'package.json' || (declaration.test(file) && !left.test(file) && !file.startsWith('node_modules/')))
  return wanted.sort().map(file => [`/node_modules/${name}/${file}`, path.join(folder, file)])
}

function libraries() {
  const folder = path.join(modules, 'typescript/lib')
  const names = readdirSync(folder).filter(name => name.startsWith('lib.') && declaration.test(name) && !unused.test(name))
  return names.sort().map(name => [`/${name}`, path.join(folder, name)])
}

export function types() {
  const tools = inPackage(vueTools).filter(([name]) => name.startsWith(`/node_modules/${vueTools}/types/`))
  const files = [...libraries(), ...typedPackages.flatMap(inPackage), ...tools]
  return Object.fromEntries(files.map(([name, file]) => [name, readFileSync(file, 'utf8')]))
}
