// The parts of css-tree that UnoCSS uses; the whole of it carries a table of every CSS property.
export { default as generate } from 'css-tree/generator'
export { default as parse } from 'css-tree/parser'
export { clone, List } from 'css-tree/utils'
export { default as walk } from 'css-tree/walker'
