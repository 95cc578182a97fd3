// Data beside the engine: grammars, themes, icon sets and the class names of the client and the themes.
import { readFileSync } from 'node:fs'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { iconSets, writeIcons } from './icons.mjs'
import { client, modules, sources, themeFolder, themeNames } from './packages.mjs'
import { types } from './types.mjs'


const dataFolder = out => path.join(out, 'engine', 'data')

async function write(out, name, value) {
  const file = path.join(dataFolder(out), name)
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, JSON.stringify(value))
}

const imported = async file => (await import(pathToFileURL(file))).default

// Every grammar once; `needs` lists what a language loads, itself last.
async function writeLanguages(out) {
  const folder = path.join(modules, '@shikijs/langs/dist')
  const files = (await readdir(folder)).filter(file => file.endsWith('.mjs') && file !== 'index.mjs')
  const aliases = {}
  const needs = {}
  for (const file of files) {
    const grammars = await imported(path.join(folder, file))
    const name = file.slice(0, -'.mjs'.length)
    const own = grammars.at(-1)
    if (own.name !== name) {
      aliases[name] = own.name
      continue
    }
    needs[name] = [...new Set(grammars.map(grammar => grammar.name))]
    await write(out, `languages/${name}.json`, own)
  }
  await write(out, 'languages.json', { aliases, needs })
  return { languages: Object.keys(needs).sort(), aliases }
}

async function writeCodeThemes(out) {
  const folder = path.join(modules, '@shikijs/themes/dist')
  const names = (await readdir(folder)).filter(file => /^[\w-]+\.mjs$/.test(file) && file !== 'index.mjs').map(file => file.slice(0, -'.mjs'.length))
  for (const name of names) await write(out, `themes/${name}.json`, await imported(path.join(folder, `${name}.mjs`)))
  await write(out, 'themes.json', { names })
}

export async function writeData(out) {
  const languages = await writeLanguages(out)
  await writeCodeThemes(out)
  await writeIcons(dataFolder(out))
  await write(out, 'types.json', types())
  return { ...languages, icons: iconSets }
}

async function clientTokens() {
  const text = await readFile(path.join(client, '.generated/unocss-tokens.ts'), 'utf8')
  return JSON.parse(text.slice(text.indexOf('['), text.lastIndexOf(']') + 1).replace(/,\s*\]$/, ']'))
}

// UnoCSS reads every component, and scripts that ask for it.
function classTexts(folder) {
  return sources(folder)
    .map(file => [file, readFileSync(file, 'utf8')])
    .filter(([file, text]) => file.endsWith('.vue') || text.includes('@unocss-include'))
    .map(([file, text]) => (file.endsWith('.vue') ? text : `<script>${text}</script>`))
}

// The published list lacks icons. The client's names are part of the configuration that is opened here, so themes come last.
export async function writeTokens(out) {
  const published = await clientTokens()
  await write(out, 'tokens.json', { client: published, themes: {} })
  const uno = await import(pathToFileURL(path.join(out, 'engine/uno.mjs')))
  const tokens = async folder => {
    const candidates = await uno.extract({ text: classTexts(folder).join('\n') })
    return (await uno.match(candidates)).tokens
  }
  const themes = {}
  for (const name of themeNames) themes[name] = await tokens(themeFolder(name))
  await write(out, 'tokens.json', { client: [...new Set([...published, ...(await tokens(client))])], themes })
}
