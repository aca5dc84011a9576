/** Contrast 4.5:1 or better on both grounds; lines of about 70 characters; prints on white, with where links lead. */
export const HTML_STYLE = `
:root { color-scheme: light dark; --ink: #1b2226; --soft: #4a555c; --paper: #ffffff; --line: #b9c0c4; --link: #0b5c7a; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e7ecee; --soft: #b3bec4; --paper: #1c2225; --line: #465157; --link: #7cc4e0; }
}
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.05rem/1.6 "Source Sans 3", "Source Sans Pro", system-ui, sans-serif; }
header, nav, main { max-width: 42rem; margin: 0 auto; padding: 0 1.25rem; }
header { padding-top: 2rem; }
main { padding-bottom: 4rem; }
main:focus { outline: none; }
:target { scroll-margin-top: 1rem; }
a:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -999rem; padding: .6rem 1rem; background: var(--ink); color: var(--paper); }
.skip:focus { left: 0; top: 0; z-index: 1; }
dl { margin: 1.2em 0; }
dl div { display: grid; grid-template-columns: 8.5rem 1fr; gap: 0 .75rem; padding: .15em 0; }
@media (width < 26rem) { dl div { grid-template-columns: 1fr; } }
dt { color: var(--soft); }
dd { margin: 0; font-weight: 600; }
nav ul { list-style: none; padding-left: 0; }
nav ul ul { padding-left: 1.4rem; }
nav li { margin: .15em 0; }
nav a { display: inline-block; min-height: 24px; }
h1 { font-size: 2rem; line-height: 1.2; }
h2, h3, h4, h5 { line-height: 1.25; margin: 2em 0 .6em; }
a { color: var(--link); }
.numbered { padding-left: 2.6rem; }
.number { float: left; margin-left: -2.6rem; color: var(--soft); font-variant-numeric: tabular-nums; }
.timescale { font-weight: 600; margin: 1.4em 0 .4em; }
li { margin: .35em 0; }
li > ul { margin: .35em 0; }
blockquote { margin: 1em 0 1em 2.6rem; padding-left: 1rem; border-left: 3px solid var(--line); }
table { border-collapse: collapse; width: 100%; margin: 1.5em 0; }
caption { text-align: left; font-weight: 600; padding-bottom: .5em; }
th, td { text-align: left; vertical-align: top; padding: .4em .6em .4em 0; border-bottom: 1px solid var(--line); }
.record tbody th { font-weight: 400; }
.record tbody th[scope="rowgroup"] { font-weight: 600; padding-top: 1em; }
sup { line-height: 0; }
.notes { margin-top: 3em; border-top: 1px solid var(--line); font-size: .92em; }
.depth-1 { padding-left: 1.2rem; }
.depth-2 { padding-left: 2.4rem; }
.depth-3 { padding-left: 3.6rem; }
@page { size: A4; margin: 22mm 24mm; }
@media print {
  :root { --ink: #000; --soft: #333; --paper: #fff; --line: #999; --link: #000; color-scheme: light; }
  body { font-size: 10.5pt; line-height: 1.45; }
  header, nav, main { max-width: none; padding: 0; }
  .skip, [role="doc-backlink"] { display: none; }
  nav, main { break-before: page; }
  nav a { text-decoration: none; min-height: 0; }
  h1, h2, h3, h4, h5, caption, .timescale { break-after: avoid; }
  tr, li, blockquote { break-inside: avoid; }
  thead { display: table-header-group; }
  p, li { orphans: 3; widows: 3; }
  main a[href^="http"]:not(.bare)::after, main a[href^="mailto:"]:not(.bare)::after { content: " (" attr(href) ")"; overflow-wrap: anywhere; }
}
`;
