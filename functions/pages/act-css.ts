/** The looks of the page of a link that acts: narrow, quiet, and one button that a thumb finds. */
export const actCss = `
:root { color-scheme: light dark; --paper: #fbfaf7; --raised: #fff; --ink: #1c2321; --quiet: #5b6462; --line: #d5d0c5; --act: #0a5f4f; --on-act: #fff; --warn: #9a2f28 }
@media (prefers-color-scheme: dark) {
  :root { --paper: #121615; --raised: #1a201e; --ink: #e9ece9; --quiet: #a4aeaa; --line: #3a4440; --act: #7fd3b8; --on-act: #0b201a; --warn: #f0897f }
}
* { box-sizing: border-box }
html { -webkit-text-size-adjust: 100% }
body { margin: 0 auto; max-width: 36rem; padding: 1.25rem 1.25rem 3rem; background: var(--paper); color: var(--ink); font: 1.0625rem/1.55 system-ui, sans-serif; overflow-wrap: anywhere }
nav { display: flex; justify-content: end; gap: 1rem; margin-bottom: 1.5rem; font-size: .9375rem }
a { color: var(--act); text-underline-offset: .2em }
h1 { margin: 0 0 1.25rem; font-size: 1.625rem; line-height: 1.2; letter-spacing: -.01em }
dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .4rem 1.25rem; margin: 0 0 1.5rem; padding: 1rem 1.15rem; background: var(--raised); border: 1px solid var(--line); border-radius: .75rem }
dl > div { display: contents }
dt { color: var(--quiet) }
dd { margin: 0 }
p { margin: 0 0 1rem }
.quiet { color: var(--quiet); font-size: .9375rem }
.news { font-weight: 600 }
.fault { color: var(--warn); font-weight: 600 }
fieldset { margin: 0 0 1.25rem; padding: 0; border: 0 }
legend { margin-bottom: .35rem; padding: 0; font-weight: 600 }
fieldset label { display: flex; align-items: center; gap: .75rem; min-height: 2.75rem; margin: 0; font-weight: 400 }
input[type=radio] { width: 1.25rem; height: 1.25rem; margin: 0; accent-color: var(--act) }
label { display: block; margin-bottom: .35rem; font-weight: 600 }
textarea { display: block; width: 100%; min-height: 6rem; margin-bottom: 1.25rem; padding: .65rem .8rem; background: var(--raised); color: inherit; border: 1px solid var(--quiet); border-radius: .5rem; font: inherit }
button { display: block; width: 100%; min-height: 3.25rem; margin: 1.5rem 0 1rem; padding: .75rem 1.5rem; background: var(--act); color: var(--on-act); border: 0; border-radius: .6rem; font: inherit; font-weight: 650; cursor: pointer }
:focus-visible { outline: 3px solid var(--act); outline-offset: 3px }
@media (min-width: 40rem) { body { padding-top: 3rem } button { width: auto; min-width: 16rem } }
`;
