/** What the form has besides the style of every page. */
export const formStyle = `
.form main{max-width:52rem;margin:0 auto;padding:0 1.25rem 8rem}
.question{margin:1.6rem 0}
.question>fieldset{border:0;margin:0;padding:0;min-width:0}
section[id^=section-]:not(:has(.question:not([hidden]))){display:none}
.more{margin:.5rem 0}
.question>label,.question>fieldset>legend{font-weight:600;display:block;padding:0;font-size:1.05rem}
.hint{color:var(--soft);margin:.15rem 0 .5rem;font-size:.95rem}
.example{display:block}
.row{display:grid;grid-template-columns:minmax(0,1fr) 10rem;gap:.25rem 1rem;align-items:center;padding:.3rem 0;border-bottom:1px solid var(--line)}
.row>.problem{grid-column:1/-1}
.measure{border:1px solid var(--line);margin:.75rem 0;padding:.5rem 1rem;min-width:0}
.measure .row:first-of-type{grid-template-columns:minmax(0,1fr) minmax(0,1fr)}
input,select,textarea,button{font:inherit;color:inherit;background:var(--paper);border:1px solid var(--soft);border-radius:.25rem;padding:.4rem .6rem;min-height:2.75rem;max-width:100%}
.row input{width:100%}
::placeholder{color:var(--soft);opacity:1}
.question>input,.question>select{width:16rem}
[aria-invalid=true]{border:2px solid #b3261e}
.problem{color:#9c1c14;font-weight:600;margin:.2rem 0}
@media (prefers-color-scheme:dark){.problem{color:#ffb4ab}[aria-invalid=true]{border-color:#ffb4ab}}
.total{font-weight:600;text-align:right;margin:.4rem 0;max-width:none}
.total.off{color:#9c1c14}
@media (prefers-color-scheme:dark){.total.off{color:#ffb4ab}}
.private{border-left:.25rem solid var(--accent);padding:.2rem 0 .2rem .8rem}
[hidden]{display:none!important}
.actions{position:sticky;bottom:0;background:var(--paper);border-top:1px solid var(--line);display:flex;flex-wrap:wrap;gap:.5rem;padding:.75rem 0;margin-top:2rem}
button{cursor:pointer;border-color:var(--accent);color:var(--accent);font-weight:600}
button:hover{background:var(--accent-soft)}
#export-json{background:var(--accent);color:var(--paper)}
#status{flex:1 0 100%;max-width:none;margin:0;font-weight:600}
#status:empty{display:none}
.paper{display:none}
#findings{border:2px solid var(--accent);border-radius:.35rem;padding:0 1.25rem 1rem;margin-top:3rem}
#findings h2{border:0;margin-top:.5rem}
#findings-list li{margin:1rem 0}
#findings-list button{min-height:2rem;padding:.2rem .6rem}
#findings-list label{display:block;margin-top:.75rem}
#findings-list textarea{width:100%;min-height:5rem;display:block;margin:.3rem 0}
.visually-hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media (max-width:30rem){.row{grid-template-columns:minmax(0,1fr) 7rem}.actions{position:static}}
@page{size:A4;margin:15mm 16mm}
@media print{
.form main,.form header{max-width:none;margin:0;padding:0}
.form header p{margin:.2rem 0;padding:0}
h1{margin:.4rem 0}
section{margin-top:1rem}
h2{break-after:avoid;margin:0 0 .5rem;padding:.3rem 0 .2rem;border-top:2px solid #000}
.paper{display:block;list-style:'☐  ';padding-left:1.4rem;margin:0}
select,.actions,#findings,.private,.total,.more,.example{display:none!important}
.question{margin:.55rem 0;break-inside:avoid}
.question:not(:has(fieldset)){display:grid;grid-template-columns:minmax(0,1fr) 11rem;gap:0 1rem;align-items:center}
.question>label,.question>fieldset>legend{font-size:10pt}
.question>input{grid-column:2;grid-row:1/3;width:100%}
.question>:not(input){grid-column:1}
.question>.paper,.question>.problem{grid-column:1/-1}
.hint{font-size:8.5pt;margin:0;max-width:none}
input{border:1px solid #000;border-radius:0;min-height:0;height:1.8rem}
.row{grid-template-columns:minmax(0,1fr) 11rem;border:0;padding:.18rem 0}
.row>label{border-bottom:1px dotted #999}
.measure{display:grid;grid-template-columns:repeat(4,minmax(0,1fr));gap:.2rem 1rem;border-color:#000;break-inside:avoid;padding:.2rem .6rem .4rem}
.measure .row{grid-template-columns:minmax(0,1fr) 4rem}
.measure .row>label{border:0;font-size:8.5pt}
.measure .row:first-of-type{grid-column:1/-1;grid-template-columns:8rem minmax(0,1fr)}
}
`.trim();
