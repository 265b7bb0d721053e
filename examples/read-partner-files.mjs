// From a folder of whatever partners sent to one list of findings, and a copy of each file that says what to fix.
// With a path to a file or folder, it reads that instead.
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { annotateCsv, cellInWords, checkRead, periodName } from 'hub-and-spoke';
import { annotateWorkbook, readReturns } from 'hub-and-spoke/workbook';

const asOf = process.argv[2] === undefined ? '2015-09-30' : new Date().toISOString().slice(0, 10);
const given = process.argv[2] ?? fileURLToPath(new URL('partner-files/', import.meta.url));
if (!existsSync(given)) {
  console.error(`There is no file or folder ${given}`);
  process.exit(1);
}
const paths = statSync(given).isDirectory()
  ? readdirSync(given)
      .sort()
      .map((name) => join(given, name))
      .filter(
        (path) =>
          statSync(path).isFile() && /\.(?:csv|tsv|txt|json|ndjson|jsonl|xlsx|xlsm|ods)$/iu.test(path),
      )
      .filter((path) => !basename(path).startsWith('to-fix-'))
  : [given];
const output = fileURLToPath(new URL('../output/', import.meta.url));
mkdirSync(output, { recursive: true });

const asksFor = { error: 'correct', query: 'correct or explain', advice: 'for your information' };
for (const path of paths) {
  const file = basename(path);
  const bytes = readFileSync(path);
  const read = await readReturns(bytes, { file });
  const { accepted, findings } = checkRead(read, { asOf });

  const names = read.returns.map(({ service, period }) => `service ${service}, ${periodName(period)}`);
  const refused = read.refused.length === 0 ? '' : `; ${read.refused.length} refused`;
  console.log(`\n${file}: ${names.join('; ') || 'no return'}${refused}${accepted ? ' (accepted)' : ''}`);
  for (const { rule, severity, message, remedy, cells = [] } of findings) {
    const where = cells
      .slice(0, 2)
      .map((cell) => cellInWords(cell).replace(`${file}, `, '').replace(file, ''));
    console.log(`  ${rule} ${asksFor[severity]}: ${message}`);
    console.log(`       -> ${remedy}${where.join('') === '' ? '' : ` (${where.join('; ')})`}`);
  }
  if (findings.length === 0) continue;
  if (/\.(?:xlsx|xlsm)$/iu.test(file)) {
    writeFileSync(join(output, `to-fix-${file}`), await annotateWorkbook(bytes, findings));
  } else if (/\.ods$/iu.test(file)) {
    writeFileSync(join(output, `to-fix-${file}.xlsx`), await annotateWorkbook(bytes, findings));
  } else if (/\.(?:csv|tsv|txt)$/iu.test(file)) {
    const { copy } = annotateCsv(bytes, findings, { byteOrderMark: true });
    writeFileSync(join(output, `to-fix-${file}`), copy);
    writeFileSync(join(output, `to-fix-${file}.xlsx`), await annotateWorkbook(bytes, findings));
  }
}
console.log('\nCopies of tables and workbooks that say what to fix: output/to-fix-*');
