import { existsSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { coreReturn, readReturns, writeReturns } from 'hub-and-spoke';
import { readReturns as readWorkbook } from 'hub-and-spoke/workbook';
import { returns } from 'hub-and-spoke/year-two';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { main } from '../../src/cli/main.ts';

const folder = mkdtempSync(join(tmpdir(), 'command-'));
const at = (name: string): string => join(folder, name);
const sound = coreReturn.parse({
  edition: 'year-two',
  service: '2',
  period: { from: '2015-01-01', to: '2015-03-31' },
  spokes: { headcount: 2 },
});
writeFileSync(at('sound.csv'), writeReturns([sound]));
writeFileSync(at('published.json'), JSON.stringify(returns));
writeFileSync(at('hostile.csv'), 'service,quarter,Female\n"2\u001b[31m",2015-Q1,"\u202elots"\n');

let said = '';
let complained = '';
beforeEach(() => {
  said = '';
  complained = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    said += String(text);
    return true;
  });
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    complained += String(text);
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
});

describe('the command', () => {
  test('ends with 0 where a return is accepted', async () => {
    expect(await main(['check', at('sound.csv'), '--as-of', '2015-09-30'])).toBe(0);
    expect(said).toContain('service 2, 2015-Q1 (accepted)');
  });

  test('ends with 1 where there are findings, each with its rule and what to do', async () => {
    expect(await main(['check', at('published.json'), '--as-of', '2015-09-30'])).toBe(1);
    expect(said).toMatch(/R301 correct: /);
    expect(said).toContain('4 returns (not accepted yet)');
  });

  test('prints data for programs', async () => {
    expect(await main(['check', at('published.json'), '--json'])).toBe(1);
    const [file] = JSON.parse(said) as { accepted: boolean; findings: { rule: string }[] }[];
    expect(file?.accepted).toBe(false);
    expect(file?.findings.map(({ rule }) => rule)).toContain('R301');
  });

  test.each([
    [['check', at('nowhere')], 'there is no file or folder'],
    [['chek'], 'unknown command'],
    [['check'], 'missing required argument'],
    [['check', at('sound.csv'), '--as-of', 'spring'], 'a day such as'],
    [['summarise', at('sound.csv'), '--by', 'flavour'], 'one or more of'],
    [['summarise', at('sound.csv'), '--by', 'model'], 'needs a register'],
    [['summarise', at('sound.csv'), '--by', 'model', '--register', at('published.json')], 'is no register'],
    [['summarise', at('sound.csv'), '--by', 'model', '--register', at('sound.csv')], 'is no JSON file'],
    [['protect', at('sound.csv'), '--ledger', at('ledger.json')], '--name'],
    [['template', at('form.xlsx')], '--quarter'],
    [['template', at('form.xlsx'), '--quarter', 'spring'], 'is no quarter'],
    [['form', at('form.html'), '--duties', 'singing'], 'is no duty'],
    [['due'], 'required option'],
    [['check', '-', '-'], 'one - only'],
    [['protect', at('sound.csv'), '--name', 'spring'], '--ledger'],
    [['protect', at('sound.csv'), '--corrects'], '--ledger'],
    [['protect', at('sound.csv'), '--out', at('report.pdf')], 'no kind of report'],
    [['demo', folder, '--seed', ''], 'a whole number'],
  ])('ends with 2 where it was called wrongly: %j', async (argv, words) => {
    expect(await main(argv)).toBe(2);
    expect(complained).toContain(words);
  });

  test('what cannot be read is never left out of a total without a word', async () => {
    expect(await main(['summarise', at('sound.csv'), at('hostile.csv')])).toBe(1);
    expect(complained).toContain('not everything could be read');
    expect(await main(['protect', at('hostile.csv'), '--json'])).toBe(1);
  });

  test('a report that cannot be written leaves the ledger as it was', async () => {
    const ledger = at('kept.json');
    const argv = ['protect', at('published.json'), '--ledger', ledger, '--name', 'a'];
    expect(await main([...argv, '--out', folder])).toBe(2);
    expect(existsSync(ledger)).toBe(false);
    expect(await main(argv)).toBe(0);
    expect(await main(argv)).toBe(2);
    expect(complained).toContain('already has a release');
  });

  test('help and version end well', async () => {
    expect(await main(['--help'])).toBe(0);
    expect(said).toContain('Nothing is sent anywhere.');
    expect(await main(['--version'])).toBe(0);
  });

  test('what partners wrote obeys no terminal', async () => {
    await main(['check', at('hostile.csv')]);
    // eslint-disable-next-line no-control-regex -- these are what must not come through
    expect(said).not.toMatch(/[\u001b\u202e]/);
    expect(said).toContain('U+202E');
  });

  test('adds up for use inside, and says so', async () => {
    expect(await main(['summarise', at('published.json'), '--by', 'service'])).toBe(0);
    expect(said).toContain('Not for publication');
    expect(said).toContain('service 2');
    said = '';
    await main(['summarise', at('published.json'), '--json']);
    expect(complained).toContain('Not for publication');
    expect((JSON.parse(said) as { figures: unknown[] }).figures.length).toBeGreaterThan(10);
  });

  test('publishes protected numbers, and keeps the ledger', async () => {
    const given = [at('published.json'), '--by', 'service', '--ledger', at('ledger.json')];
    expect(await main(['protect', ...given, '--name', 'spring', '--out', at('report.html')])).toBe(0);
    const report = readFileSync(at('report.html'), 'utf8');
    expect(report).toContain('[c]');
    expect(report).toContain('<svg');
    expect((JSON.parse(readFileSync(at('ledger.json'), 'utf8')) as unknown[]).length).toBe(1);
    expect(await main(['protect', ...given, '--name', 'summer'])).toBe(0);
    expect(said).toContain('# What the returns add up to');
    said = '';
    expect(await main(['protect', at('published.json'), '--out', '-'])).toBe(0);
    expect(said).toContain('# What the returns add up to');
    expect(await main(['protect', at('published.json'), '--json', '--seed', '7'])).toBe(0);
  });

  test('a ledger that was damaged is refused', async () => {
    writeFileSync(at('damaged.json'), '{"release":"spring"}');
    expect(await main(['protect', at('published.json'), '--ledger', at('damaged.json'), '--name', 'x'])).toBe(
      1,
    );
    expect(said).toContain('not of the shape');
  });

  test('writes forms that are read back', async () => {
    expect(await main(['template', at('form.xlsx'), '--quarter', '2015-Q3', '--service', '2'])).toBe(0);
    const { returns: read } = await readWorkbook(readFileSync(at('form.xlsx')));
    expect(read[0]?.period).toEqual({ from: '2015-07-01', to: '2015-09-30' });
    expect(await main(['form', at('form.html'), '--quarter', '2015-Q3', '--duties', 'training'])).toBe(0);
    expect(readFileSync(at('form.html'), 'utf8')).toContain('2015-09-30');
  });

  test('writes every document, and synthetic returns to try', async () => {
    expect(await main(['docs', at('docs')])).toBe(0);
    expect(readdirSync(at('docs')).sort()).toEqual(
      expect.arrayContaining(['catalogue.json', 'data-dictionary.html', 'models.md', 'return.schema.json']),
    );
    expect(await main(['demo', at('demo')])).toBe(0);
    const { returns: made, findings } = await readReturns(readFileSync(at('demo/returns/returns.csv')));
    expect([made.length, findings]).toEqual([64, []]);
    // What lies beside returns is passed over, and said so.
    expect(await main(['check', at('demo'), '--as-of', '2016-01-31'])).toBe(1);
    expect(complained.match(/passed over: it is a (?:register|description)/g)).toHaveLength(3);
    said = '';
    expect(await main(['due', '--register', at('demo/register.json'), '--as-of', '2015-10-01'])).toBe(0);
    expect(said).toMatch(/service S\d\d: 2015-Q/);
  });
});
