// The partner pack: everything that partners need, in one folder, with small counts protected.
import { mkdirSync, writeFileSync } from 'node:fs';
import { expectedReturns, returnStandings, summarise } from 'hub-and-spoke';
import { defineRelease, protect } from 'hub-and-spoke/disclosure';
import { blankForm, partnerDocuments, programmeReport, reportPictures, toHtml } from 'hub-and-spoke/publish';
import { writeWorkbook } from 'hub-and-spoke/workbook';
import { register, returns, theories } from 'hub-and-spoke/year-two';

const { release, refused } = defineRelease({
  summaries: [summarise(returns), summarise(returns, { by: ['service'] })],
});
if (release === undefined) throw new Error(refused.map(({ message }) => message).join(' '));
const { published, refused: why } = await protect(release);
if (published === undefined) throw new Error(why.map(({ message }) => message).join(' '));

const pack = new URL('../output/partner-pack/', import.meta.url);
mkdirSync(pack, { recursive: true });
const asOf = '2015-09-30';
const { expected } = expectedReturns(register, { asOf });
const standings = returnStandings(expected, returns, asOf);
const pictures = await reportPictures(published, standings);
const period = { from: '2015-10-01', to: '2015-12-31' };
/** @type {Record<string, { title: string, content: string | Uint8Array }>} */
const files = {
  'report.html': {
    title: 'What the returns add up to, with small counts protected',
    content: toHtml(programmeReport(published, { register, standings, asOf, pictures })),
  },
  'form.html': {
    title: 'The form, to be filled in and checked on your own computer',
    content: blankForm({ period }),
  },
  'form.xlsx': {
    title: 'The form as a workbook',
    content: await writeWorkbook([{ edition: 'year-two', service: 'your service', period }]),
  },
};
const titles = {
  'data-dictionary': 'The data dictionary: what to write, and what is counted',
  rules: 'The rules that returns are checked by, on two pages and in full',
  codes: 'The lists of codes',
  glossary: 'The glossary',
  models: 'The five models of Hub and Spoke',
  indicators: 'The six outcomes and their measures',
  theories: 'How the programme is thought to work',
};
for (const [name, document] of Object.entries(await partnerDocuments(theories)))
  files[`${name}.html`] = {
    title: titles[/** @type {keyof typeof titles} */ (name)],
    content: toHtml(document),
  };
for (const [name, { content }] of Object.entries(files)) writeFileSync(new URL(name, pack), content);
writeFileSync(new URL('start-here.html', pack), toHtml(startHere()));

/** @returns {import('hub-and-spoke/publish').Document} */
function startHere() {
  /** @type {(value: string) => { type: 'text', value: string }} */
  const text = (value) => ({ type: 'text', value });
  return {
    type: 'root',
    children: [
      { type: 'heading', depth: 1, children: [text('The partner pack')] },
      { type: 'paragraph', children: [text('Everything here works without a network, and sends nothing.')] },
      {
        type: 'list',
        children: Object.entries(files).map(([name, { title }]) => ({
          type: 'listItem',
          children: [{ type: 'paragraph', children: [{ type: 'link', url: name, children: [text(title)] }] }],
        })),
      },
    ],
  };
}
console.log(
  `\nThe partner pack has ${Object.keys(files).length + 1} files. Open first: output/partner-pack/start-here.html`,
);
