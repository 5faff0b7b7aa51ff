/** How the preview of letters looks. The letters themselves stand in frames, and take nothing from it. */
export const lettersCss = `
  :root { color-scheme: light dark; }
  :root[data-theme='light'] { color-scheme: light; }
  :root[data-theme='dark'] { color-scheme: dark; }
  * { box-sizing: border-box; }
  body {
    margin: 0; padding: 24px; font: 16px/1.5 system-ui, sans-serif;
    background: light-dark(#f2f2ef, #191b1a); color: light-dark(#1c2321, #e9ece9);
  }
  h1 { margin: 0 0 8px; font-size: 24px; }
  h2 { margin: 0; padding: 40px 0 0; font-size: 19px; }
  a { color: inherit; }
  nav { display: flex; flex-wrap: wrap; gap: 4px 16px; margin: 0 0 8px; font-size: 14px; }
  nav [aria-current] { font-weight: 700; text-decoration: none; }
  article { margin: 16px 0 0; }
  .envelope { margin: 0 0 8px; font-size: 14px; max-width: 100%; overflow-wrap: anywhere; }
  .envelope b { display: block; }
  .envelope span { display: block; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; opacity: 0.75; }
  .forms { display: flex; flex-wrap: wrap; gap: 16px; align-items: flex-start; }
  iframe, pre { border: 1px solid light-dark(#d5d2ca, #3a403d); border-radius: 6px; background: light-dark(#fff, #111); }
  iframe { display: block; max-width: 100%; height: 420px; }
  pre {
    flex: 1 1 320px; min-width: 0; max-width: 660px; margin: 0; padding: 16px;
    font: 13px/1.5 ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere;
  }
  @media (max-width: 480px) { body { padding: 12px; } }
`;
