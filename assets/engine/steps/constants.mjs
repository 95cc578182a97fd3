// Slidev's build-time constants. What a page can have or not is asked of the page; the rest is settled: no server.
const page = {
  __SLIDEV_FEATURE_BROWSER_EXPORTER__: 'browserExporter',
  __SLIDEV_FEATURE_DRAWINGS__: 'drawings',
  __SLIDEV_FEATURE_DRAWINGS_PERSIST__: 'drawingsPersist', // in the browser's own storage, as in a build by Slidev
  __SLIDEV_FEATURE_PRESENTER__: 'presenter',
  __SLIDEV_FEATURE_PRINT__: 'print',
  __SLIDEV_FEATURE_WAKE_LOCK__: 'wakeLock',
}

export const features = Object.values(page)

export const settled = {
  __DEV__: 'false',
  __SLIDEV_CLIENT_ROOT__: '""',
  __SLIDEV_FEATURE_EDITOR__: 'false',
  __SLIDEV_FEATURE_PWA__: 'false',
  __SLIDEV_FEATURE_RECORD__: 'false',
  __SLIDEV_HASH_ROUTE__: 'true',
  __SLIDEV_HAS_SERVER__: 'false',
  __SLIDEV_MEMORY_ROUTE__: 'false',
}

export const define = {
  ...settled,
  ...Object.fromEntries(Object.entries(page).map(([name, feature]) => [name, `slidewright.features.${feature}`])),
  'import.meta.env.BASE_URL': '""', // routes are `#/1` of this very file, whatever its name
  'import.meta.env.DEV': 'false',
  'import.meta.hot': 'undefined',
  'process.env.NODE_ENV': '"production"',
  __VUE_OPTIONS_API__: 'true',
  __VUE_PROD_DEVTOOLS__: 'false',
  __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
}

// In templates a name is looked up on the component, so the shell sets these as global properties.
export const templateNames = page
