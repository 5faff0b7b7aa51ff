/** The page's looks, served on their own: nothing in the page carries a style, so a strict policy of content may hold. */
export const serviceLevelCss = `
:root {
  color-scheme: light dark;
  --paper: #fbfaf7; --raised: #ffffff; --ink: #1c2321; --quiet: #5b6462; --line: #e2dfd8; --link: #0a5f4f;
  --open: #d7ebe1; --open-edge: #3f8f73; --open-ink: #174636;
  --holiday: #b3372f; --holiday-ink: #ffffff;
  --closure: #f7e8cb; --closure-edge: #96650c; --closure-ink: #5a3a00;
  --today: #1c2321;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #121615; --raised: #1a201e; --ink: #e9ece9; --quiet: #a4aeaa; --line: #2c3431; --link: #7fd3b8;
    --open: #23513f; --open-edge: #4d9d82; --open-ink: #c9eadd;
    --holiday: #f0897f; --holiday-ink: #2b0805;
    --closure: #43310f; --closure-edge: #d3a24a; --closure-ink: #f6dfb3;
    --today: #e9ece9;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body {
  margin: 0 auto; padding: 0 clamp(1rem, 4vw, 2.5rem); max-width: 74rem;
  background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  overflow-wrap: break-word;
}
h1, h2, h3 { line-height: 1.2; text-wrap: balance; margin: 0; }
h1 { font-size: clamp(2rem, 1.4rem + 3vw, 3.25rem); letter-spacing: -0.025em; font-weight: 650; }
h2 { font-size: 1.375rem; letter-spacing: -0.01em; font-weight: 650; }
h3 { font-size: 1.0625rem; font-weight: 650; margin-top: 2rem; }
p { margin: 0 0 0.85em; max-width: 40rem; text-wrap: pretty; }
a { color: var(--link); text-underline-offset: 0.2em; text-decoration-thickness: 0.08em; }
a:hover { text-decoration-thickness: 0.14em; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 3px; border-radius: 2px; }

.skip { position: absolute; left: -100vw; top: 0.5rem; padding: 0.5rem 1rem; background: var(--raised); }
.skip:focus { left: 1rem; }
.masthead { display: flex; justify-content: space-between; gap: 1rem; padding: 1.25rem 0; border-bottom: 1px solid var(--line); }
.masthead p { margin: 0; font-weight: 600; }
.opening { padding: clamp(2.5rem, 7vw, 5.5rem) 0 clamp(2rem, 5vw, 3.5rem); }
.opening p { font-size: 1.1875rem; }
.opening .eyebrow { margin: 0 0 0.5rem; color: var(--link); font-size: 1rem; font-weight: 600; }
.opening h1 { margin-bottom: 1.5rem; }
.opening .status {
  position: relative; display: inline-block; margin: 1rem 0 0; padding: 0.8rem 1.25rem 0.8rem 2.75rem;
  background: var(--raised); border: 1px solid var(--line); border-radius: 0.75rem; font-size: 1.0625rem; font-weight: 550;
}
.status::before {
  content: ""; position: absolute; left: 1.25rem; top: 1.28rem; width: 0.75rem; height: 0.75rem;
  border: 2px solid var(--holiday); border-radius: 50%;
}
.status span { color: var(--quiet); font-weight: 400; }
.status.open::before { border-color: var(--open-edge); background: var(--open-edge); }

section { padding: 2.25rem 0 2.5rem; border-top: 1px solid var(--line); }
section h2 { margin-bottom: 1.25rem; }
.content > :last-child { margin-bottom: 0; }
.content > h3:first-child { margin-top: 0; }
.aside, .subscribe span { color: var(--quiet); }
.pairs {
  display: grid; grid-template-columns: minmax(9rem, max-content) minmax(0, 1fr); gap: 0.8rem 1.5rem;
  margin: 0.9rem 0 1.25rem; max-width: 46rem;
}
.pairs > div { display: contents; }
.pairs dt { color: var(--quiet); }
.pairs dd { margin: 0; }
.content > .pairs:first-child { margin-top: 0; }
.pairs dd { flex: 1 1 7.5rem; margin: 0; }

table { width: 100%; border-collapse: collapse; text-align: left; }
th, td { padding: 0.9rem 1.5rem 0.9rem 0; vertical-align: top; border-bottom: 1px solid var(--line); }
thead th { padding-top: 0; color: var(--quiet); font-size: 0.9375rem; font-weight: 500; }
tbody th { font-weight: 650; }
tbody tr:last-child > * { border-bottom: 0; padding-bottom: 0; }
td p { margin-bottom: 0.5em; }
td p:last-child { margin-bottom: 0; }
.kinds td:last-child p + p { color: var(--quiet); font-size: 0.9375rem; }

.years { display: grid; gap: 3rem clamp(2rem, 5vw, 4rem); margin: 1.5rem 0 2rem; }
.years h3 { margin: 0 0 1rem; font-size: 1.25rem; font-variant-numeric: tabular-nums; }
.years .year { display: block; width: 100%; height: auto; max-width: 34rem; margin-bottom: 1.5rem; }
.legend { display: flex; flex-wrap: wrap; gap: 0.5rem 1.5rem; margin: 0; padding: 0; list-style: none; font-size: 0.9375rem; }
.legend li { display: flex; align-items: center; gap: 0.5rem; }
.legend svg { flex: none; width: 1.5rem; height: 1.5rem; }

.year { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.year text { fill: var(--ink); }
.year .month { font-size: 14px; font-weight: 600; }
.year .number { font-size: 9px; font-variant-numeric: tabular-nums; }
.year .open rect { fill: var(--open); stroke: var(--open-edge); stroke-width: 0.6; }
.year .open .number, .year .short .number { fill: var(--open-ink); }
.year .short rect { fill: none; stroke: var(--open-edge); stroke-width: 1.2; }
.year .short path { fill: var(--open-edge); }
.year .weekend .number { fill: var(--quiet); }
.year .weekend circle { fill: none; }
.year .holiday circle { fill: var(--holiday); }
.year .holiday .number { fill: var(--holiday-ink); }
.year .closure rect { fill: var(--closure); stroke: var(--closure-edge); stroke-width: 0.6; }
.year .closure path { stroke: var(--closure-edge); stroke-width: 1.4; }
.year .closure .number { fill: var(--closure-ink); }
.year .ring { fill: none !important; stroke: var(--today) !important; stroke-width: 1.8 !important; }

footer { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 2rem; padding: 1.5rem 0 3rem; border-top: 1px solid var(--line); color: var(--quiet); font-size: 0.9375rem; }
footer p { margin: 0; }

@media (min-width: 60rem) {
  section { display: grid; grid-template-columns: 13rem minmax(0, 1fr); gap: 0 3rem; padding: 3rem 0; }
  #closed-days { display: block; }
  .years { grid-template-columns: 1fr 1fr; }
  .kinds th:first-child { width: 11rem; }
  .kinds td:last-child { width: 19rem; padding-right: 0; }
}
@media (max-width: 40rem) {
  .kinds thead { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; }
  .kinds :is(tbody, tr, th, td) { display: block; }
  .kinds :is(th, td) { padding: 0; border: 0; }
  .kinds tr { padding: 1.25rem 0; border-bottom: 1px solid var(--line); }
  .kinds tr:first-child { padding-top: 0; }
  .kinds tr:last-child { padding-bottom: 0; border: 0; }
  .kinds td::before { content: attr(data-label); display: block; margin-top: 0.75rem; color: var(--quiet); font-size: 0.875rem; }
  #levels .pairs { display: block; }
  #levels dd { margin-bottom: 0.8rem; }
  #levels dt { color: inherit; font-weight: 600; }
  .year .number { display: none; }
  .year .weekend circle { fill: var(--quiet); }
}
@media (max-width: 22rem) {
  .pairs { display: block; }
  .pairs dd { margin-bottom: 0.8rem; }
}
@media screen and (min-width: 44rem) and (max-width: 59.99rem) {
  .years > div { display: grid; grid-template-columns: minmax(0, 24rem) minmax(0, 1fr); gap: 0 2.5rem; align-items: start; }
  .years h3 { grid-column: 1 / -1; }
}
@media print {
  :root { --paper: #fff; --raised: #fff; color-scheme: light; font-size: 9.5pt; }
  body { max-width: none; }
  .skip, nav, .status { display: none !important; }
  section { padding: 1rem 0; }
  .opening { padding: 1.5rem 0; }
  h2, h3 { break-after: avoid; }
  .years > div, .legend { break-inside: avoid; }
  tr, .pairs > div { break-inside: avoid; }
  .years { grid-template-columns: 1fr 1fr; }
  a { color: inherit; }
}
`.trimStart();
