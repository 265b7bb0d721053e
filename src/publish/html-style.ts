/** The one style of every page: system fonts, one accent colour, light and dark, phone to desktop, A4 paper. */
export const pageStyle = `
:root{color-scheme:light dark;--paper:#fff;--raised:#f4f6f6;--ink:#16211f;--soft:#4b5957;--line:#d3dbd9;--accent:#0b5c56;--accent-soft:#e3f0ee}
@media (prefers-color-scheme:dark){:root{--paper:#121817;--raised:#1b2322;--ink:#eaf0ee;--soft:#a9b8b5;--line:#36423f;--accent:#7cd0c6;--accent-soft:#18322f}}
*{box-sizing:border-box}
html{font:100%/1.6 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;-webkit-text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0;background:var(--paper);color:var(--ink);overflow-wrap:break-word}
body>header{border-top:.4rem solid var(--accent);border-bottom:1px solid var(--line);padding:.7rem 1.25rem;font-weight:600;color:var(--accent)}
body>header p{margin:0 auto;max-width:76rem}
main{max-width:78.5rem;margin:0 auto;padding:0 1.25rem 4rem}
.body{min-width:0}
nav{border-left:.25rem solid var(--accent);padding:.25rem 0 .25rem 1rem;margin:1.5rem 0}
nav h2{font-size:1rem;margin:0 0 .3rem}
nav ol{list-style:none;margin:0;padding:0;font-size:.95rem}
nav li{margin:.25rem 0}
nav a{display:inline-block;min-height:1.5rem}
a{color:var(--accent);text-underline-offset:.15em}
a:hover{text-decoration-thickness:.15em}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:2px}
.skip{position:absolute;left:-100rem}
.skip:focus{left:1rem;top:.5rem;background:var(--paper);padding:.5rem 1rem;z-index:1}
h1{font-size:clamp(1.7rem,5vw,2.5rem);line-height:1.15;letter-spacing:-.015em;margin:1.6rem 0 1rem;max-width:24em;text-wrap:balance}
h2{font-size:1.5rem;line-height:1.25;margin:3rem 0 .75rem;padding-top:1rem;border-top:1px solid var(--line)}
h3{font-size:1.15rem;line-height:1.35;margin:2.2rem 0 .5rem}
h4{font-size:1rem;margin:1.6rem 0 .4rem}
nav h2{border:0;padding:0}
p,ul,ol,blockquote,dl{max-width:44rem;margin:.6rem 0}
li>p{margin:.15rem 0}
code{font:.9em ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;background:var(--raised);padding:.1em .35em;border-radius:.2em;overflow-wrap:anywhere}
.permalink{margin-left:.4em;text-decoration:none;font-weight:400;color:var(--soft);opacity:0}
:is(h2,h3,h4):hover .permalink,.permalink:focus{opacity:1}
.table{overflow-x:auto;margin:1rem 0 1.6rem}
table{border-collapse:collapse;font-size:.925rem;line-height:1.45;font-variant-numeric:tabular-nums;min-width:min(100%,26rem)}
caption{text-align:left;font-weight:600;padding:0 0 .5rem;max-width:44rem;caption-side:top}
th,td{text-align:left;vertical-align:top;padding:.45rem 1rem .45rem 0;border-bottom:1px solid var(--line);min-width:4.5rem;max-width:26rem;overflow-wrap:break-word}
th:first-child,td:first-child{min-width:3rem}
thead th{border-bottom:2px solid var(--ink);vertical-align:bottom;font-size:.875rem;overflow-wrap:normal}
tbody th{font-weight:500}
th[align=right],td[align=right]{text-align:right;padding-right:1.25rem}
tbody tr:hover{background:var(--raised)}
figure{margin:1.4rem 0;max-width:30rem}
figure svg{display:block;width:100%;height:auto;max-width:100%}
figcaption{font-weight:600;margin-bottom:.4rem}
details{margin:-.4rem 0 1.6rem}
summary{cursor:pointer;color:var(--accent);min-height:1.5rem}
blockquote{border-left:.25rem solid var(--line);padding-left:1rem;color:var(--soft);margin-left:0}
@media screen and (max-width:63.99rem){nav ol{max-height:15rem;overflow-y:auto}}
@media screen and (min-width:64rem){.with-contents{display:grid;grid-template-columns:15rem minmax(0,1fr);grid-template-rows:auto 1fr;column-gap:3.5rem}.with-contents>h1,.with-contents>.body{grid-column:2}nav{grid-column:1;grid-row:1/span 2;position:sticky;top:1rem;align-self:start;max-height:calc(100vh - 2rem);overflow-y:auto;margin-top:2rem}}
@media print{:root{color-scheme:light;--paper:#fff;--raised:#fff;--ink:#000;--soft:#333;--line:#999;--accent:#0b5c56}
@page{size:A4;margin:16mm 14mm}
html{font-size:9.5pt}
nav,.skip,.permalink,summary{display:none}
main{padding:0;max-width:none}
body>header{padding:.4rem 0}
a{color:inherit;text-decoration:none}
h2,h3,h4,caption,thead{break-after:avoid}
tr,figure,li{break-inside:avoid}
.table{overflow:visible}
table{min-width:0;width:100%;font-size:8pt;line-height:1.35}
th,td{max-width:none;min-width:0;padding:.13rem .7rem .13rem 0}
h1{margin:.4rem 0 .5rem}
h2{margin-top:1.4rem;padding-top:.5rem}
details{display:block}
details::details-content{content-visibility:visible;display:block;height:auto}
}
`.trim();
