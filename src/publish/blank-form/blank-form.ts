import type { Element } from 'hast';
import { toHtml as serialise } from 'hast-util-to-html';
import { h } from 'hastscript';
import formScript from 'virtual:form-script';
import {
  isIsoDate,
  missingReason,
  notApplicableReason,
  quarterOfDate,
  type Duty,
  type Period,
  type Quarter,
} from '../../vocabulary/index.ts';
import { pageStyle } from '../html-style.ts';
import { formSections } from './form-rows.ts';
import { formStyle } from './form-style.ts';

/** What is filled in before a service gets the form. */
export interface BlankFormOptions {
  readonly service?: string;
  readonly period?: Period;
  /** What the service’s Spokes are there to do: questions that do not concern them are left out. */
  readonly duties?: readonly Duty[];
}

/**
 * The core data collection form as one HTML file that works from a disk, without a network: it checks as the partner
 * types, with the rules and messages of this library, keeps nothing and sends nothing. What it saves and exports are
 * files; the exported ones are read by `readReturns`. Without scripts it prints as a paper form.
 *
 * @throws RangeError when the period has a day that is none: a mistake of the caller
 * @example
 * blankForm({ service: '2' }).startsWith('<!doctype html>'); // => true
 */
export function blankForm({ service = '', period, duties }: BlankFormOptions = {}): string {
  if (period !== undefined && ![period.from, period.to].every(isIsoDate))
    throw new RangeError('blankForm: the period needs two ISO dates');
  const quarter = period === undefined ? latestQuarter : quarterOfDate(period.to);
  const page = h(null, [
    { type: 'doctype' },
    h('html', { lang: 'en-GB' }, [
      head(),
      h('body.form', [
        h('a.skip', { href: '#main' }, 'Skip to the form'),
        h('header', h('p', 'Hub and Spoke programme')),
        h('main#main', { dataDuties: duties?.join(' '), dataQuarter: quarter }, [
          h('h1', 'Core data collection form'),
          ...introduction(),
          h('form', { noValidate: true, autoComplete: 'off' }, [
            heading(service, period),
            ...formSections({ quarter, duties }),
          ]),
          datalist(),
          findings(),
          h('div#actions.actions', { role: 'group', ariaLabel: 'Save, export and print', hidden: true }, [
            h('p#status', { role: 'status', ariaLive: 'polite' }),
            ...actions.map(button),
          ]),
          h('input#open-file', {
            type: 'file',
            hidden: true,
            accept: '.json,.csv,.txt',
            ariaLabel: 'A draft or a return to open',
          }),
        ]),
      ]),
    ]),
  ]);
  // The script is this library’s own, and its hash stands in the policy of the page.
  return `${serialise(page).replace('</body>', () => `<script>${formScript.text}</script></body>`)}\n`;
}

/** Where no period is given, all that is not retired is asked. */
const latestQuarter: Quarter = '2099-Q4';

const head = (): Element =>
  h('head', [
    h('meta', { charSet: 'utf-8' }),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    h('meta', {
      httpEquiv: 'Content-Security-Policy',
      content: `default-src 'none'; script-src '${formScript.hash}'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'`,
    }),
    h('meta', { name: 'color-scheme', content: 'light dark' }),
    h('title', 'Core data collection form'),
    h('style', `${pageStyle}\n${formStyle}`),
  ]);

const introduction = (): readonly Element[] => [
  h('p', 'Write a whole number, and 0 where there was none. An empty answer says nothing, and is not a 0.'),
  h('ul', [
    h('li', [h('strong', '113+'), ' where the count is incomplete: at least so many.']),
    h('li', [h('strong', 'Not known'), ', or another reason from the list, where there is no number.']),
    h('li', [h('strong', 'n/a'), ' where the question does not apply.']),
  ]),
  h('p.private', 'Nothing you write leaves this page. It is kept only in the files that you save.'),
  // The script takes it away: where it does not run, this is what is to be done.
  h(
    'p#without-script.private',
    'Without scripts this page cannot check or save: print it and fill it in by hand.',
  ),
];

const heading = (service: string, period: Period | undefined): Element =>
  h('section', { id: 'section-heading' }, [
    h('h2', 'The return'),
    entry('service', 'Service', 'The number or other pseudonym of the service, never a name of a person.', {
      type: 'text',
      value: service,
      maxLength: 100,
    }),
    entry('period.from', 'First day of the period', 'Usually the first day of a calendar quarter.', {
      type: 'date',
      value: period?.from,
    }),
    entry('period.to', 'Last day of the period', 'Usually the last day of the same quarter.', {
      type: 'date',
      value: period?.to,
    }),
    h('div.question', [
      h('label', { htmlFor: 'a-declared' }, 'The period is not a quarter, but'),
      h('p.hint', { id: 'a-declared-hint' }, 'Leave empty for a quarter.'),
      h(
        'select',
        { id: 'a-declared', dataPath: 'declared', ariaDescribedBy: 'a-declared-hint a-declared-problem' },
        [
          h('option', { value: '' }, 'A quarter'),
          h('option', { value: 'year' }, 'A year'),
          h('option', { value: 'other' }, 'Another period, on purpose'),
        ],
      ),
      h('ul.paper', [h('li', 'A year'), h('li', 'Another period, on purpose')]),
      h('p.problem', { id: 'a-declared-problem', hidden: true }),
    ]),
    entry(
      'revision',
      'Revision',
      'Empty the first time; 2, 3 and so on each time the return is sent again.',
      { type: 'text', inputMode: 'numeric', maxLength: 4 },
    ),
  ]);

function entry(
  path: string,
  label: string,
  guidance: string,
  properties: Record<string, string | number | undefined>,
): Element {
  const id = `a-${path.replaceAll('.', '-')}`;
  return h('div.question', [
    h('label', { htmlFor: id }, label),
    h('p.hint', { id: `${id}-hint` }, guidance),
    h('input', { id, dataPath: path, ariaDescribedBy: `${id}-hint ${id}-problem`, ...properties }),
    h('p.problem', { id: `${id}-problem`, hidden: true }),
  ]);
}

/** What may be written instead of a number, as a list to choose from. */
const datalist = (): Element =>
  h(
    'datalist#answers',
    [...missingReason.entries, ...notApplicableReason.entries].map(({ label }) =>
      h('option', { value: label }),
    ),
  );

const findings = (): Element =>
  h('section#findings', { ariaLabelledBy: 'findings-title', tabIndex: -1, hidden: true }, [
    h('h2#findings-title', 'What to do'),
    h('p#findings-summary', { role: 'status', ariaLive: 'polite' }, 'Nothing is filled in yet.'),
    h('ol#findings-list'),
  ]);

const actions = [
  { id: 'open', label: 'Open a draft or a return' },
  { id: 'save', label: 'Save a draft' },
  { id: 'export-json', label: 'Export as JSON' },
  { id: 'export-csv', label: 'Export as CSV' },
  { id: 'print', label: 'Print' },
] as const;

const button = ({ id, label }: (typeof actions)[number]): Element =>
  h('button', { type: 'button', id }, label);
