// Where the npm packages are, and what they say about themselves.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
export const modules = path.join(root, 'node_modules')
export const client = path.join(modules, '@slidev/client')
export const themeNames = ['default', 'seriph']

export const themeFolder = name => path.join(modules, `@slidev/theme-${name}`)

export const readJson = file => JSON.parse(readFileSync(file, 'utf8'))

// The package that a file belongs to: its folder below the last `node_modules`; null for our own files.
export function packageFolder(file) {
  const match = /^(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(path.resolve(root, file))
  return match && existsSync(path.join(match[1], 'package.json')) ? match[1] : null
}

// A package's own TypeScript and Vue files, without tests and declarations, in a fixed order.
export function sources(folder) {
  const found = readdirSync(folder).sort().filter(name => name !== 'node_modules' && name !== 'scripts')
  return found.flatMap(name => {
    const file = path.join(folder, name)
    if (statSync(file).isDirectory()) return sources(file)
    return /\.(ts|vue)$/.test(name) && !/\.(test|d)\.ts$/.test(name) ? [file] : []
  })
}
