// Slidev's client, started as its own main.ts does, with its built-in components registered for every slide.
import './provided.mjs'
import './drawing.mjs'
import { createApp } from 'vue'
import App from '@slidev/client/App.vue'
import { TRUST_ORIGINS } from '@slidev/client/constants.ts'
import setupMain from '@slidev/client/setup/main.ts'
import { builtin } from 'slidewright:builtin'
import { templateNames } from 'slidewright:features'
import { page } from './registry.mjs'

if (location.protocol === 'file:') TRUST_ORIGINS.push('') // as on one's own machine: the audience's window may lead, too

async function start() {
  const app = createApp(App)
  for (const [name, feature] of Object.entries(templateNames)) app.config.globalProperties[name] = Boolean(page.features[feature])
  for (const [name, component] of Object.entries(builtin)) app.component(name, component)
  page.app = app
  await setupMain(app)
  app.mount('#app')
}

// A page that cannot start says why, where its slides would be.
function explain(error) {
  const place = document.getElementById('app') ?? document.body
  place.textContent = `This presentation could not start: ${error.message}`
  throw error
}

if (!page.isDrawing) page.ready = start().catch(explain)
