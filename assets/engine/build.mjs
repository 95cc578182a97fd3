// node build.mjs FOLDER: everything that slidewright takes from npm, bundled into FOLDER.
import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { bundleClient } from './steps/client.mjs'
import { writeData, writeTokens } from './steps/data.mjs'
import { bundleEngine } from './steps/engine.mjs'
import { writeFonts } from './steps/fonts.mjs'
import { writeKatexStyles } from './steps/katex.mjs'
import { writeLicences } from './steps/licences.mjs'
import { writeManifest } from './steps/manifest.mjs'
import { bundleMermaid } from './steps/mermaid.mjs'
import { openSfcCompiler } from './steps/sfc.mjs'
import { writeStyles } from './steps/styles.mjs'
import { bundleThemes } from './steps/themes.mjs'

const out = path.resolve(process.argv[2])
await rm(out, { recursive: true, force: true })
await mkdir(out, { recursive: true })

// What the client and the themes are compiled with is the engine itself, so it comes first.
const engine = await bundleEngine(out)
const data = await writeData(out)
await writeTokens(out)
const compiler = await openSfcCompiler(out)
const client = await bundleClient(out, compiler)
const mermaid = await bundleMermaid(out)
const themes = await bundleThemes(out, compiler)
const sheets = await writeStyles(out)
await writeKatexStyles(out)
await writeFonts(out)
await writeLicences(out, [...engine.inputs, ...client.inputs, ...mermaid.inputs, ...themes.flatMap(theme => theme.inputs)])
await writeManifest(out, { data, sheets, themes })
