import { cellInWords, type Finding } from '../checks/index.ts';
import { checkRead } from '../files/index.ts';
import { periodName, type IsoDate } from '../vocabulary/index.ts';
import { readFiles, type ReadFile } from './sources.ts';
import { inColour, print, printJson, progressLine, shown } from './terminal.ts';

const asks = { error: 'correct', query: 'correct or explain', advice: 'for your information' } as const;

/** Options of `check`. */
export interface CheckOptions {
  readonly asOf: IsoDate;
  readonly json?: true;
}

/** Checks everything at some paths. Accepted, it ends with 0, else with 1. */
export async function check(paths: readonly string[], { asOf, json }: CheckOptions): Promise<number> {
  const progress = await progressLine();
  const files = await readFiles(paths, (file, done, of) => {
    progress.say(`${done + 1} of ${of}: ${file}`);
  });
  progress.stop();
  const checked = files.map((each) => ({ ...each, ...checkRead(each.read, { asOf }) }));
  if (json) {
    printJson(
      checked.map(({ file, accepted, findings, read, notRun }) => ({
        file,
        accepted,
        returns: read.returns.map(({ service, period }) => ({ service, period })),
        findings,
        notRun,
      })),
    );
  } else for (const each of checked) printFile(each);
  return checked.every(({ accepted }) => accepted) ? 0 : 1;
}

function printFile({
  file,
  read,
  accepted,
  findings,
}: ReadFile & { readonly accepted: boolean; readonly findings: readonly Finding[] }): void {
  const names = read.returns.map(({ service, period }) => `service ${shown(service)}, ${periodName(period)}`);
  const said = names.length > 3 ? `${names.length} returns` : names.join('; ');
  const state = accepted ? inColour('good', 'accepted') : inColour('error', 'not accepted yet');
  print(`${inColour('strong', shown(file))}: ${said || 'no return'} (${state})`);
  for (const finding of findings) printFinding(finding, file);
}

function printFinding(
  { rule, severity, message, remedy, settledBy, cells = [] }: Finding,
  file: string,
): void {
  const where = cells
    .slice(0, 3)
    .map((cell) => cellInWords({ ...cell, ...(cell.file === file && { file: '' }) }).replace(/^, /, ''))
    .filter((words) => words !== '');
  print(`  ${inColour(severity, `${rule} ${asks[severity]}`)}: ${shown(message)}`);
  const todo = settledBy === undefined ? shown(remedy) : `explained: ${shown(settledBy)}`;
  print(`      ${todo}${where.length === 0 ? '' : ` (${where.map(shown).join('; ')})`}`);
}
