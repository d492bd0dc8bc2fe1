export const style = `
:root { color-scheme: light dark; --ink: #1d2424; --soft: #5b6666; --paper: #fff; --line: #d5dcdc;
  --c0: #0072b2; --c1: #56b4e9; --c2: #009e73; --c3: #d55e00; --c4: #e69f00; --c5: #cc79a7; --c6: #8c564b; --c7: #999; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8eeee; --soft: #a3b0b0; --paper: #141919; --line: #37413f;
  --c0: #4ba3d9; --c1: #8fd0f5; --c2: #35c79b; --c3: #f08a4b; --c4: #f2bd4b; --c5: #e3a3c5; --c6: #b98678; --c7: #b5b5b5; } }
body { margin: 0 auto; max-width: 60rem; padding: 1rem; background: var(--paper); color: var(--ink);
  font: 16px/1.5 system-ui, sans-serif; }
h1 { font-size: 1.5rem; margin: 0 0 .25rem; } h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
p { margin: .25rem 0; } .soft, figcaption { color: var(--soft); }
figure { margin: 0; } svg { width: 100%; max-width: 42rem; height: auto; display: block; } svg text { fill: var(--ink); font-size: 12px; }
svg .axis { stroke: var(--line); } svg .soft { fill: var(--soft); }
.scroll { overflow-x: auto; } table { border-collapse: collapse; min-width: 100%; font-variant-numeric: tabular-nums; }
th, td { padding: .3rem .6rem; border-bottom: 1px solid var(--line); text-align: right; white-space: nowrap; }
th:first-child, td:first-child { text-align: left; } td small { color: var(--soft); display: block; }
.key { display: flex; flex-wrap: wrap; gap: .25rem 1rem; padding: 0; margin: .5rem 0; list-style: none; }
.key i { display: inline-block; width: .8rem; height: .8rem; margin-right: .4rem; border-radius: 2px; }
details { margin: .5rem 0; } pre { white-space: pre-wrap; font-size: .8rem; }
`
