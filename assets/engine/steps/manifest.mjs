// What the bundle holds, for those who render with it and for the tests.
import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { features } from './constants.mjs'
import { client, modules, readJson, root } from './packages.mjs'
import { components, layouts, offeredNames } from './parts.mjs'
import { importedVirtualModules, virtualNames } from './virtual.mjs'

function versions() {
  const { dependencies } = readJson(path.join(root, 'package.json'))
  return Object.fromEntries(Object.keys(dependencies).map(name => [name, readJson(path.join(modules, name, 'package.json')).version]))
}

// The icons that the client gives to the titles of listings: by what a title contains.
function titleIcons() {
  const text = readFileSync(path.join(client, 'internals/TitleIcon.vue'), 'utf8')
  return Object.fromEntries([...text.matchAll(/^\s*'([^']+)': '(i-[\w-]+:[\w-]+)',$/gm)].map(([, part, icon]) => [part, icon]))
}

export async function writeManifest(out, { data, sheets, themes }) {
  const { unoPackageNames } = await import(pathToFileURL(path.join(out, 'engine/uno.mjs')))
  const manifest = {
    versions: versions(),
    virtual: importedVirtualModules(),
    features,
    layouts,
    titleIcons: titleIcons(),
    components,
    modules: ['@slidev/types', 'vue', 'vue-router', '@vueuse/core', '@vueuse/motion', ...offeredNames(), ...virtualNames],
    sheets,
    unoPackages: unoPackageNames,
    themes: Object.fromEntries(themes.map(({ name, layouts: own, defaults }) => [name, { layouts: own, defaults }])),
    ...data,
  }
  await writeFile(path.join(out, 'manifest.json'), `${JSON.stringify(manifest, null, 1)}\n`)
}
