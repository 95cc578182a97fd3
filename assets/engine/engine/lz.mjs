// The compressed text in `code-lz` and `steps-lz` attributes.
import lz from 'lz-string'

export function compress({ text }) {
  return { text: lz.compressToBase64(text) }
}
