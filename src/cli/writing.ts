import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describeCsv, writeReturns } from '../files/index.ts';
import { expectedReturns } from '../programme/index.ts';
import {
  blankForm,
  catalogue,
  partnerDocuments,
  returnJsonSchema,
  toHtml,
  toMarkdown,
} from '../publish/index.ts';
import { syntheticReturns } from '../synthetic/index.ts';
import {
  isCode,
  duty,
  parseQuarter,
  quarterPeriod,
  type Duty,
  type IsoDate,
  type Period,
} from '../vocabulary/index.ts';
import { writeWorkbook } from '../workbook/index.ts';
import { theories } from '../year-two/index.ts';
import { WrongUse } from './sources.ts';
import { registerAt } from './summaries.ts';
import { print, printJson, shown } from './terminal.ts';

/** Writes a file, or to standard output for `-`. */
export function write(path: string, content: string | Uint8Array): void {
  if (path === '-') {
    process.stdout.write(content);
    return;
  }
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  print(`Written: ${shown(path)}`);
}

/** Whom and when a form is for. */
export interface FormOptions {
  readonly service?: string;
  readonly quarter?: string;
  readonly duties?: string;
}

function periodOf(quarter: string | undefined): Period | undefined {
  if (quarter === undefined) return undefined;
  const found = parseQuarter(quarter);
  if (found === undefined) throw new WrongUse(`"${quarter}" is no quarter such as 2015-Q3`);
  return quarterPeriod(found);
}

function dutiesOf(list: string | undefined): readonly Duty[] | undefined {
  return list?.split(',').map((text) => {
    const code = text.trim();
    if (!isCode(duty, code))
      throw new WrongUse(`"${code}" is no duty: ${duty.entries.map((entry) => entry.code).join(', ')}`);
    return code;
  });
}

/** Writes the form as a workbook. */
export async function template(
  path: string,
  { service = 'your service', quarter }: FormOptions,
): Promise<number> {
  const period = periodOf(quarter);
  if (period === undefined) throw new WrongUse('a workbook is for one quarter: --quarter 2015-Q3');
  write(path, await writeWorkbook([{ edition: 'year-two', service, period }]));
  return 0;
}

/** Writes the form as one HTML file. */
export function form(path: string, { service, quarter, duties }: FormOptions): number {
  const [period, chosen] = [periodOf(quarter), dutiesOf(duties)];
  write(
    path,
    blankForm({
      ...(service !== undefined && { service }),
      ...(period && { period }),
      ...(chosen && { duties: chosen }),
    }),
  );
  return 0;
}

const asJson = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;

/** Writes every document as HTML and Markdown, and the machine formats. */
export async function documents(folder: string): Promise<number> {
  for (const [name, document] of Object.entries(await partnerDocuments(theories))) {
    write(join(folder, `${name}.html`), toHtml(document));
    write(join(folder, `${name}.md`), toMarkdown(document));
  }
  write(join(folder, 'catalogue.json'), asJson(catalogue()));
  write(join(folder, 'return.schema.json'), asJson(returnJsonSchema()));
  write(join(folder, 'return.schema-07.json'), asJson(returnJsonSchema({ draft: '07' })));
  return 0;
}

/** Options of `due`. */
export interface DueOptions {
  readonly register: string;
  readonly asOf: IsoDate;
  readonly json?: true;
}

/** Says which returns are expected by a day. */
export function due({ register: path, asOf, json }: DueOptions): number {
  const register = registerAt(path);
  if (register === undefined) throw new WrongUse('due needs a register');
  const calendar = expectedReturns(register, { asOf });
  if (json) {
    printJson(calendar);
    return 0;
  }
  for (const { service, quarter, period, due: day } of calendar.expected)
    print(
      `service ${shown(service)}: ${quarter ?? `${period.from} to ${period.to}`}${day === undefined ? '' : `, by ${day}`}`,
    );
  for (const { service, quarter, reason } of calendar.notExpected)
    print(`service ${shown(service)}: ${quarter} not expected. ${shown(reason)}`);
  return 0;
}

/** Writes synthetic returns to try everything with: sound ones, and the same with faults in a tenth of them. */
export async function demo(folder: string, seed: number): Promise<number> {
  const { register, returns } = await syntheticReturns({ seed });
  const faulty = await syntheticReturns({ seed, faults: 10 });
  const { csvw, tableSchema } = describeCsv(returns, { url: 'returns/returns.csv' });
  write(join(folder, 'register.json'), asJson(register));
  write(join(folder, 'returns', 'returns.csv'), writeReturns(returns));
  write(join(folder, 'with-faults', 'returns.csv'), writeReturns(faulty.returns));
  write(join(folder, 'returns.csv-metadata.json'), asJson(csvw));
  write(join(folder, 'returns.schema.json'), asJson(tableSchema));
  print(
    `${returns.length} returns of nobody, and the same with ${faulty.faults.length} faults: hub-and-spoke check ${shown(join(folder, 'with-faults'))}`,
  );
  return 0;
}
