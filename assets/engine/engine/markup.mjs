// Tags and scripts of a component's source: where class names stand. The text between them is prose and code listings.
const piece = /<!--[\s\S]*?-->|<(script|style)\b[^>]*>[\s\S]*?<\/\1\s*>|<[A-Za-z](?:[^"'<>]|"[^"]*"|'[^']*')*>/g
const highlighted = /\sstyle="--shiki[^"]*"/g // thousands of colours that are no class names

export function mapTags(source, change) {
  return source.replace(piece, (tag, block) => (block || tag.startsWith('<!--') ? tag : change(tag)))
}

export function classText(source) {
  return [...source.matchAll(piece)]
    .filter(([text, block]) => block !== 'style' && !text.startsWith('<!--'))
    .map(([text]) => text.replace(highlighted, ''))
    .join('\n')
}
