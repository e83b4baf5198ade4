/** The report's style sheet: light and dark by the reader's setting, one column on a phone, plain on paper. */
export const style = `
:root {
  color-scheme: light dark;
  --paper: #ffffff; --panel: #f6f7f8; --ink: #1b1f23; --soft: #57606a; --line: #d5d9de; --accent: #0a6b4a;
  --series-1: #0072b2; --series-2: #e69f00; --series-3: #009e73; --series-4: #cc79a7;
  --series-5: #56b4e9; --series-6: #d55e00; --series-7: #8c8c00; --series-8: #6e6e6e;
  --heat: #0072b2;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #14181c; --panel: #1d2329; --ink: #e8ebee; --soft: #a5afb9; --line: #38424c; --accent: #5fd3a5;
    --series-1: #5ab4ec; --series-2: #f0b93a; --series-3: #3fcf9f; --series-4: #e5a3c8;
    --series-5: #9ad8fa; --series-6: #ff8a4a; --series-7: #d8d84a; --series-8: #b0b0b0;
    --heat: #5ab4ec;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 1180px; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
h1 { font-size: 1.7rem; line-height: 1.2; margin: 0 0 .3rem; }
h2 { font-size: 1.15rem; margin: 0 0 .3rem; }
p { margin: .3rem 0; }
.story { color: var(--soft); max-width: 70ch; }
.finding { font-size: 1.15rem; border-left: 4px solid var(--accent); padding: .4rem .9rem; margin: 1.2rem 0; max-width: 75ch; }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(150px, 1fr)); gap: .7rem; margin: 1.2rem 0; }
.tile { background: var(--panel); border-radius: 8px; padding: .6rem .9rem; }
.tile b { display: block; font-size: 1.35rem; font-variant-numeric: tabular-nums; }
.tile span { color: var(--soft); font-size: .85rem; }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 520px), 1fr)); gap: 1rem; align-items: start; }
figure, section.wide { background: var(--panel); border-radius: 8px; padding: 1rem; margin: 0; min-width: 0; }
section.wide { margin: 1rem 0; }
figure .plot { overflow-x: auto; }
figure svg { width: 100%; min-width: 480px; height: auto; display: block; }
figcaption { color: var(--soft); font-size: .9rem; margin-top: .4rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; font-size: .92rem; }
th, td { text-align: right; padding: .35rem .6rem; border-bottom: 1px solid var(--line); white-space: nowrap; }
th:first-child, td:first-child { text-align: left; }
th { color: var(--soft); font-weight: 600; }
.legend { display: flex; flex-wrap: wrap; gap: .2rem .9rem; font-size: .85rem; color: var(--soft); margin-top: .3rem; }
.legend i { display: inline-block; width: .8em; height: .8em; border-radius: 2px; margin-right: .35em; }
code { background: var(--panel); border-radius: 4px; padding: .1em .35em; font-size: .9em; overflow-wrap: anywhere; }
section code { background: var(--paper); }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem; margin: .5rem 0; font-size: .9rem; }
dt { color: var(--soft); } dd { margin: 0; overflow-wrap: anywhere; }
@media (max-width: 560px) { body { font-size: 15px; } dl { grid-template-columns: 1fr; } dd { margin-bottom: .4rem; } }
@media print { .figures { display: block; } figure { break-inside: avoid; margin-bottom: 1rem; } }
`;
