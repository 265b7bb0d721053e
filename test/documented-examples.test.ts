import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as library from 'hub-and-spoke';
import * as disclosure from 'hub-and-spoke/disclosure';
import * as publish from 'hub-and-spoke/publish';
import * as synthetic from 'hub-and-spoke/synthetic';
import * as workbook from 'hub-and-spoke/workbook';
import * as yearTwo from 'hub-and-spoke/year-two';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, 'test/.documented');

function filesUnder(place: string, ending: string): readonly string[] {
  const names = readdirSync(join(root, place), { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => join(place, name));
}

/** A block of code that a reader is shown, with the output shown below it, if any. */
interface Shown {
  readonly name: string;
  readonly code: string;
  readonly prints?: string;
}

const inDocstrings = filesUnder('src', '.ts').flatMap(examplesIn);
const inGuides = ['README.md', ...filesUnder('docs/guide', '.md')].flatMap(blocksIn);
const shown: readonly Shown[] = [...inDocstrings, ...inGuides];

function examplesIn(file: string): readonly Shown[] {
  const text = readFileSync(join(root, file), 'utf8');
  const examples = [...text.matchAll(/@example\n((?: *\* ?.*\n)+?)(?= *\*\/| *\* @)/g)];
  return examples.map(([, block = ''], index) => {
    const code = block.replace(/^ *\* ?/gm, '');
    return { name: `${file} ${index + 1}`, code: withImports(code, file) };
  });
}

function blocksIn(file: string): readonly Shown[] {
  const text = readFileSync(join(root, file), 'utf8');
  return [...text.matchAll(/```ts\n([\s\S]*?)```(?:\s*```text\n([\s\S]*?)```)?/g)].map(
    ([, code = '', prints], index) => ({
      name: `${file} ${index + 1}`,
      code,
      ...(prints !== undefined && { prints }),
    }),
  );
}

/** An example in a docstring may use everything the package exports, and what its own file does. */
function withImports(code: string, file: string): string {
  const own = [
    ...readFileSync(join(root, file), 'utf8').matchAll(/^export (?:const|(?:async )?function) (\w+)/gm),
  ].map(([, name = '']) => name);
  const from = (names: readonly string[], module: string): string => {
    const used = names.filter(
      (name) =>
        new RegExp(`\\b${name}\\b`).test(code) && !new RegExp(`const (?:\\{[^}]*\\b)?${name}\\b`).test(code),
    );
    return used.length === 0 ? '' : `import { ${used.join(', ')} } from '${module}';\n`;
  };
  const entries = [library, disclosure, publish, synthetic, workbook, yearTwo];
  const inner = own.filter((name) => entries.every((entry) => !(name in entry)));
  // The entry point for workbooks has some functions under the names that they have elsewhere.
  const isWorkbook = file.includes('workbook');
  const others = isWorkbook
    ? Object.keys(library).filter((name) => !(name in workbook))
    : Object.keys(library);
  return [
    from(others, 'hub-and-spoke'),
    from(isWorkbook ? Object.keys(workbook) : [], 'hub-and-spoke/workbook'),
    from(Object.keys(disclosure), 'hub-and-spoke/disclosure'),
    from(Object.keys(publish), 'hub-and-spoke/publish'),
    from(Object.keys(synthetic), 'hub-and-spoke/synthetic'),
    from(Object.keys(yearTwo), 'hub-and-spoke/year-two'),
    from(inner, relative(folder, join(root, file))),
    code,
  ].join('');
}

/** Turns "expression; // => value" into an assertion, and leaves the rest as it is. */
function asserted(code: string): string {
  const body = code.replace(
    /^(?!\s*(?:\/\/|const |import ))(.+?);? *\/\/ => (.+)$/gm,
    '__expect($1).toEqual($2);',
  );
  return `const __expect: typeof import('vitest').expect = (globalThis as never as { __expect: never }).__expect;\n${body}\nexport {};\n`;
}

const fileOf = (index: number): string => join(folder, `example-${index}.ts`);

beforeAll(() => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  shown.forEach(({ code }, index) => {
    writeFileSync(fileOf(index), asserted(code));
  });
  Object.assign(globalThis, { __expect: expect });
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('there are examples to run, and each shows a result', () => {
  expect(inDocstrings.length).toBeGreaterThan(40);
  expect(inGuides.length).toBeGreaterThan(3);
  expect(inDocstrings.filter(({ code }) => !code.includes('// =>')).map(({ name }) => name)).toEqual([]);
});

test('every example compiles', () => {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), (path) => ts.sys.readFile(path)) as {
    config: object;
  };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const program = ts.createProgram(
    [
      ...shown.map((_, index) => fileOf(index)),
      ...filesUnder('src', '.d.ts').map((name) => join(root, name)),
    ],
    { ...options, noUnusedLocals: false },
  );
  const problems = ts.getPreEmitDiagnostics(program).map(({ messageText, file }) => {
    const name = shown.find((_, index) => fileOf(index) === file?.fileName)?.name ?? file?.fileName;
    return `${name}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`;
  });
  expect(problems).toEqual([]);
}, 60_000);

describe('every example does what it shows', () => {
  test.each(shown.map(({ name, prints }, index) => [name, index, prints] as const))(
    '%s',
    async (_, index, prints) => {
      const lines: string[] = [];
      const log = vi.spyOn(console, 'log').mockImplementation((...parts: readonly unknown[]) => {
        lines.push(parts.map(String).join(' '));
      });
      await import(/* @vite-ignore */ fileOf(index));
      log.mockRestore();
      if (prints !== undefined) expect(lines.join('\n').trim()).toBe(prints.trim());
    },
  );
});
