// From a folder of whatever partners sent to one list of findings, and a copy of each file that says what to fix.
// With a path to a file or folder, it reads that instead.
import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { annotateCsv, cellInWords, checkRead, periodName } from 'hub-and-spoke';
import { annotateWorkbook, readReturns } from 'hub-and-spoke/workbook';

const given = process.argv[2] ?? fileURLToPath(new URL('partner-files/', import.meta.url));
const paths = statSync(given).isDirectory()
  ? readdirSync(given)
      .sort()
      .map((name) => join(given, name))
      .filter((path) => statSync(path).isFile())
  : [given];
const output = fileURLToPath(new URL('../output/', import.meta.url));
mkdirSync(output, { recursive: true });

const asksFor = { error: 'correct', query: 'correct or explain', advice: 'for your information' };
for (const path of paths) {
  const file = basename(path);
  const bytes = readFileSync(path);
  const read = await readReturns(bytes, { file });
  const { accepted, findings } = checkRead(read, { asOf: '2015-09-30' });

  const names = read.returns.map(({ service, period }) => `service ${service}, ${periodName(period)}`);
  console.log(`\n${file}: ${names.join('; ') || 'no return'}${accepted ? ' (accepted)' : ''}`);
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
  } else if (/\.csv$/iu.test(file)) {
    writeFileSync(join(output, `to-fix-${file}`), annotateCsv(bytes, findings).copy);
    writeFileSync(join(output, `to-fix-${file}.xlsx`), await annotateWorkbook(bytes, findings));
  }
}
console.log('\nCopies that say what to fix: output/to-fix-*');
