// In place of the client's setup/shiki: its editors show plain text, for no grammar is in the page.
const escapes = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
const codeToHtml = code => `<pre class="shiki slidev-code"><code>${code.replace(/[&<>]/g, one => escapes[one])}</code></pre>`

export default async () => ({ defaultHighlightOptions: {}, getEagerHighlighter: async () => ({ codeToHtml }) })
