/** Contrast 4.5:1 or better on both grounds; lines of about 70 characters; prints on white. */
export const HTML_STYLE = `
:root { color-scheme: light dark; --ink: #1b2226; --soft: #4a555c; --paper: #ffffff; --line: #b9c0c4; --link: #0b5c7a; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e7ecee; --soft: #b3bec4; --paper: #1c2225; --line: #465157; --link: #7cc4e0; }
}
@media print { :root { --ink: #000; --paper: #fff; --link: #000; } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.05rem/1.6 "Source Sans 3", "Source Sans Pro", system-ui, sans-serif; }
main { max-width: 42rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
h1 { font-size: 2rem; line-height: 1.2; }
h2, h3, h4, h5 { line-height: 1.25; margin: 2em 0 .6em; }
a { color: var(--link); }
.numbered { padding-left: 2.6rem; }
.number { float: left; margin-left: -2.6rem; color: var(--soft); font-variant-numeric: tabular-nums; }
.timescale { font-weight: 600; margin: 1.4em 0 .4em; }
li { margin: .35em 0; }
li.level-2 { margin-left: 1.5rem; }
li.level-3 { margin-left: 3rem; }
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
`;
