// What Slidev's uno.config.ts imports from the package `unocss`, which would bring its Vite and command-line sides too.
export { default as presetAttributify } from '@unocss/preset-attributify'
export { default as presetTypography } from '@unocss/preset-typography'
export { default as presetWind3 } from '@unocss/preset-wind3'
export { default as transformerDirectives } from '@unocss/transformer-directives'
export { default as transformerVariantGroup } from '@unocss/transformer-variant-group'

export const defineConfig = config => config
