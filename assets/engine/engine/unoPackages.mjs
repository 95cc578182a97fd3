// UnoCSS's packages, as configuration files of decks, themes and addons import them.
import * as core from '@unocss/core'
import * as extractorMdc from '@unocss/extractor-mdc'
import * as attributify from '@unocss/preset-attributify'
import * as mini from '@unocss/preset-mini'
import * as miniColors from '@unocss/preset-mini/colors'
import * as miniTheme from '@unocss/preset-mini/theme'
import * as miniUtils from '@unocss/preset-mini/utils'
import * as typography from '@unocss/preset-typography'
import * as wind3 from '@unocss/preset-wind3'
import * as directives from '@unocss/transformer-directives'
import * as variantGroup from '@unocss/transformer-variant-group'

const preset = (name, make) => ({ [name]: make, default: make })

// Fonts come with the page, and nothing is fetched for it.
const webFonts = preset('presetWebFonts', () => ({ name: '@unocss/preset-web-fonts' }))
const uno = { ...wind3, ...preset('presetUno', wind3.presetWind3) }

export function unoPackages(presetIcons) {
  const icons = preset('presetIcons', presetIcons)
  const all = { ...core, ...attributify, ...typography, ...wind3, ...mini, ...directives, ...variantGroup, ...icons, ...webFonts, ...uno }
  const { default: _, ...named } = all
  return {
    unocss: { ...named, default: undefined, defineConfig: config => config },
    '@unocss/core': core,
    '@unocss/extractor-mdc': extractorMdc,
    '@unocss/preset-attributify': attributify,
    '@unocss/preset-icons': icons,
    '@unocss/preset-mini': mini,
    '@unocss/preset-mini/colors': miniColors,
    '@unocss/preset-mini/theme': miniTheme,
    '@unocss/preset-mini/utils': miniUtils,
    '@unocss/preset-typography': typography,
    '@unocss/preset-uno': uno,
    '@unocss/preset-web-fonts': webFonts,
    '@unocss/preset-wind': wind3,
    '@unocss/preset-wind3': wind3,
    '@unocss/transformer-directives': directives,
    '@unocss/transformer-variant-group': variantGroup,
  }
}

export const unoPackageNames = Object.keys(unoPackages())
