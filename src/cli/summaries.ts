import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import {
  defineRelease,
  protect,
  recordRelease,
  type Ledger,
  type Protected,
  type Protection,
  type Refusal,
  type Release,
} from '../disclosure/index.ts';
import type { CoreReturn } from '../form/index.ts';
import { figureInWords, percentageInWords } from '../figures/index.ts';
import { registerSchema, type Register } from '../programme/index.ts';
import { programmeReport, reportPictures, toHtml, toMarkdown } from '../publish/index.ts';
import { figureLabel, shareOf, summarise, type Dimension, type Summary } from '../summary/index.ts';
import { readFiles, readJsonFile, Unsound, WrongUse } from './sources.ts';
import { complain, inColour, print, printJson, progressLine, shown } from './terminal.ts';

/** Options that say how returns are added up. */
export interface SummariseOptions {
  readonly by: readonly Dimension[];
  readonly register?: string;
  readonly json?: true;
}

async function returnsAt(paths: readonly string[]): Promise<readonly CoreReturn[]> {
  const progress = await progressLine();
  const files = await readFiles(paths, (file, done, of) => {
    progress.say(`${done + 1} of ${of}: ${file}`);
  });
  progress.stop();
  const unread = files.filter(
    ({ read }) => read.refused.length > 0 || read.findings.some(({ severity }) => severity === 'error'),
  );
  // What could not be read would be missing without a word.
  if (unread.length > 0)
    throw new Unsound(
      `not everything could be read: ${unread.map(({ file }) => file).join(', ')}. See "check"`,
    );
  const returns = files.flatMap(({ read }) => read.returns);
  if (returns.length === 0) throw new WrongUse('there is no return in these files: see "check"');
  return returns;
}

/** A register from a file. */
export function registerAt(path: string | undefined): Register | undefined {
  if (path === undefined) return undefined;
  const { data, error } = registerSchema.safeParse(readJsonFile(path));
  if (data === undefined)
    throw new WrongUse(`"${path}" is no register: ${error.issues[0]?.path.join('.') ?? ''}`);
  return data;
}

async function summaryOf(paths: readonly string[], { by, register }: SummariseOptions): Promise<Summary> {
  const returns = await returnsAt(paths);
  const services = registerAt(register);
  try {
    return summarise(returns, { by, ...(services && { register: services }) });
  } catch (cause) {
    if (cause instanceof RangeError) throw new WrongUse(cause.message, { cause });
    throw cause;
  }
}

const notForPublication = 'Not for publication: small counts are not protected. See "protect".';

/** Adds returns up, for use inside the programme. */
export async function summariseFiles(paths: readonly string[], options: SummariseOptions): Promise<number> {
  const summary = await summaryOf(paths, options);
  // Said beside the data too: whoever keeps it in a file has seen it.
  if (options.json) {
    complain(notForPublication);
    printJson(summary);
    return 0;
  }
  print(inColour('error', notForPublication));
  let group = '';
  for (const figure of summary.figures) {
    const name = Object.entries(figure.group)
      .map(([dimension, value]) => `${dimension} ${shown(value)}`)
      .join(', ');
    if (name !== group) print(`\n${inColour('strong', name)}`);
    group = name;
    const share = shareOf(summary, figure);
    const words = `${figureInWords(figure)}${share === undefined ? '' : ` (${percentageInWords(share)})`}`;
    print(
      `  ${shown(figureLabel(figure.path))}${figure.base === undefined ? '' : `, ${figure.base}`}: ${words}`,
    );
  }
  return 0;
}

/** Options of `protect`. */
export interface ProtectFilesOptions extends SummariseOptions {
  readonly out?: string;
  readonly ledger?: string;
  readonly name?: string;
  readonly corrects?: true;
  readonly seed?: number;
}

/** Publishes what returns add up to, with small counts protected. */
export async function protectFiles(paths: readonly string[], options: ProtectFilesOptions): Promise<number> {
  const { ledger: stored, name, corrects = false } = options;
  requireFitting(options);
  const earlier = ledgerAt(stored);
  const summary = await summaryOf(paths, options);
  const { release, refused } = defineRelease({ summaries: [summary], earlier, corrects });
  if (release === undefined) return refusedWith(refused, options);
  const { published, refused: why } = await protectedRelease(release, options);
  if (published === undefined) return refusedWith(why, options);
  if (options.out !== undefined && options.out !== '-') reserve(options.out);
  // Written down before anything leaves.
  if (stored !== undefined && name !== undefined) {
    const ledger = recordRelease(earlier, { name, release, published });
    writeFileSync(`${stored}.new`, `${JSON.stringify(ledger)}\n`);
    renameSync(`${stored}.new`, stored);
  }
  await handOut(published, options);
  return 0;
}

/** Makes sure that no option is ignored. */
function requireFitting({ ledger, name, corrects, out }: ProtectFilesOptions): void {
  if (ledger !== undefined && name === undefined)
    throw new WrongUse('a ledger needs a name of the release: --name');
  if (ledger === undefined && (name !== undefined || corrects))
    throw new WrongUse('--name and --corrects are about earlier releases: --ledger says where they are');
  if (out !== undefined && out !== '-' && !/\.(?:html?|md)$/i.test(out))
    throw new WrongUse(`"${out}" is no kind of report: .html or .md`);
}

/** Makes sure that a file can be written, before the ledger says that it was. */
function reserve(path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, '');
}

const ledgerAt = (path: string | undefined): Ledger =>
  // What it is not, is refused where it is used.
  path === undefined || !existsSync(path) ? [] : (readJsonFile(path) as Ledger);

function refusedWith(refused: readonly Refusal[], { json }: ProtectFilesOptions): number {
  if (json) {
    printJson({ refused });
    return 1;
  }
  for (const { message, remedy, cells } of refused) {
    print(inColour('error', message));
    for (const cell of cells.slice(0, 10)) print(`    ${shown(cell)}`);
    print(`    ${remedy}`);
  }
  return 1;
}

async function protectedRelease(release: Release, { seed }: ProtectFilesOptions): Promise<Protection> {
  const progress = await progressLine();
  const protection = await protect(
    release,
    {},
    {
      ...(seed !== undefined && { seed }),
      onProgress: ({ phase, done, of }) => {
        progress.say(`${phase}: ${done} of ${of}`);
      },
    },
  );
  progress.stop();
  return protection;
}

/** Writes or prints what leaves. */
async function handOut(
  published: Protected,
  { json, out, register: path }: ProtectFilesOptions,
): Promise<void> {
  if (json) {
    printJson(published);
    return;
  }
  if (out === undefined || out === '-') {
    print(toMarkdown(programmeReport(published)));
    return;
  }
  const register = registerAt(path);
  const isHtml = /\.html?$/i.test(out);
  const report = programmeReport(published, {
    ...(register && { register }),
    ...(isHtml && { pictures: await reportPictures(published) }),
  });
  writeFileSync(out, isHtml ? toHtml(report) : toMarkdown(report));
  print(`Written: ${shown(out)}`);
}
