// What `@slidev/types` offers to setup files at run time: functions that return what they are given.
const same = setup => setup

export {
  same as defineAppSetup,
  same as defineCodeRunnersSetup,
  same as defineContextMenuSetup,
  same as defineKatexSetup,
  same as defineMermaidRendererSetup,
  same as defineMermaidSetup,
  same as defineMonacoSetup,
  same as definePreparserSetup,
  same as defineRootSetup,
  same as defineRoutesSetup,
  same as defineShikiSetup,
  same as defineShortcutsSetup,
  same as defineTransformersSetup,
  same as defineUnoSetup,
  same as defineVitePluginsSetup,
}
