// Style sheets as Slidev's PostCSS leaves them.
import postcss from 'postcss'
import nested from 'postcss-nested'

export const mayHaveDirectives = /@apply|@screen|--at-apply|--uno|theme\(|icon\(/

// Nested rules written out.
export function flatten(css) {
  return postcss([nested]).process(css, { from: undefined }).css
}
