globalThis.slidewright ??= {}
slidewright.live = (() => { const ls = {}; const ws = new WebSocket(`ws://${location.host}/@slidewright/live`);
 const hello = () => ({type:'hello', run: slidewright.deck.run, version: slidewright.deck.version, view:'play'})
 ws.onopen = () => addEventListener('load', () => ws.send(JSON.stringify(hello())), {once:true}) ?? (document.readyState==='complete' && ws.send(JSON.stringify(hello())));
 ws.onmessage = e => { const m = JSON.parse(e.data); (ls[m.type] ?? []).forEach(f => f(m)) }
 return { on: (t, f) => (ls[t] ??= []).push(f), send: m => ws.readyState === 1 && ws.send(JSON.stringify(m)), hello } })()
