/** How the page of a run looks, by day and by night. */
export const style = `
:root {
  color-scheme: light dark;
  --paper: light-dark(#fbfbf9, #15171a);
  --card: light-dark(#ffffff, #1d2024);
  --ink: light-dark(#1b1e22, #e6e7e9);
  --faint: light-dark(#5d646d, #a0a7b0);
  --line: light-dark(#dcdfe3, #343a41);
  --well: light-dark(#f2f3f5, #101214);
  --link: light-dark(#0b57b0, #84b9ff);
  --failed: light-dark(#b3201b, #ff8d85);
  --failed-well: light-dark(#fdecea, #3a1d1c);
  --passed: light-dark(#12703a, #6fd496);
  --passed-well: light-dark(#e7f5ec, #16301f);
  --skipped: light-dark(#7a5600, #e3b95b);
  --skipped-well: light-dark(#fdf4dc, #332a12);
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.55 system-ui, sans-serif; }
header, main { max-width: 68rem; margin: 0 auto; padding: 0 1.25rem; }
header { padding-top: 2.5rem; }
header > p:first-child { margin: 0; color: var(--faint); }
h1 { margin: 0 0 1rem; font-size: 2.25rem; line-height: 1.2; letter-spacing: -0.02em; }
.good h1 { color: var(--passed); }
.bad h1 { color: var(--failed); }
h2 { margin: 3rem 0 0.75rem; font-size: 1.375rem; }
h3 { margin: 0; font-size: 1.125rem; }
small { color: var(--faint); font-size: 0.8125rem; font-weight: normal; }
code, pre { font: 0.875em/1.5 ui-monospace, "SF Mono", Menlo, Consolas, monospace; }
h3 code, .contents code, .rules code { white-space: nowrap; }
a { color: var(--link); }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
.bar { display: flex; gap: 2px; height: 0.625rem; border-radius: 0.3125rem; overflow: hidden; }
.bar span { flex-basis: 4px; background: currentColor; }
.failed { color: var(--failed); }
.passed { color: var(--passed); }
.skipped { color: var(--skipped); }
.legend { display: flex; gap: 1.25rem; margin: 0.5rem 0 1.25rem; font-weight: 600; }
header dl { display: flex; flex-wrap: wrap; gap: 0.5rem 2rem; margin: 0 0 1.25rem; }
header dt { color: var(--faint); font-size: 0.8125rem; }
header dd { margin: 0; overflow-wrap: anywhere; }
nav { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; padding: 0.75rem 0; border-block: 1px solid var(--line); }
.contents { padding-left: 1.5rem; columns: 2 22rem; column-gap: 3rem; }
article { margin: 1.25rem 0; padding: 1.25rem 1.5rem; background: var(--card); border: 1px solid var(--line); border-left: 4px solid var(--failed); border-radius: 6px; }
article > h3 > code { color: var(--failed); }
.statements { margin: 0 0 1rem; padding: 0 0 0 1rem; list-style: none; border-left: 2px solid var(--line); font-size: 0.9375rem; }
.source { display: block; color: var(--faint); font-size: 0.8125rem; }
.finding { margin: 1.25rem 0 0.5rem; font-weight: 600; overflow-wrap: anywhere; }
.difference { margin: 0 0 0.75rem; border-radius: 4px; overflow: hidden; }
.difference div { display: grid; grid-template-columns: 6rem 1fr; padding: 0.375rem 0.75rem; }
.difference .expected { background: var(--passed-well); }
.difference .actual { background: var(--failed-well); }
.difference .expected dt { color: var(--passed); }
.difference .actual dt { color: var(--failed); }
.difference dd { margin: 0; overflow-wrap: anywhere; }
figure { margin: 0 0 0.75rem; }
figcaption { color: var(--faint); font-size: 0.8125rem; }
pre { margin: 0.125rem 0 0; padding: 0.75rem 1rem; max-height: 24rem; overflow: auto; background: var(--well); border: 1px solid var(--line); border-radius: 4px; white-space: pre-wrap; overflow-wrap: anywhere; user-select: text; }
summary { cursor: pointer; padding: 0.25rem 0; }
details ol, details ul { margin: 0.25rem 0 0.75rem; overflow-wrap: anywhere; }
.rules { padding-left: 0.25rem; list-style: none; }
.outcome { display: inline-block; min-width: 4.5rem; font-size: 0.8125rem; }
.table { position: relative; overflow-x: auto; }
table { border-collapse: collapse; font-size: 0.9375rem; font-variant-numeric: tabular-nums; }
th, td { padding: 0.375rem 0.875rem; border-bottom: 1px solid var(--line); text-align: right; vertical-align: top; white-space: nowrap; }
thead th { color: var(--faint); font-weight: 600; }
th:first-child { padding-left: 0; text-align: left; }
td.none { color: var(--faint); }
td.unseen { background: var(--skipped-well); color: var(--skipped); }
.visually-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media print { details::details-content { content-visibility: visible; } article { break-inside: avoid; } }
`;
