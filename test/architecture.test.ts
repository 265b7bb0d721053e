import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { beforeAll, describe, expect, test } from 'vitest';

/** The way through the rooms: what each may import, through the other's index only. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  vocabulary: [],
  figures: ['vocabulary'],
  programme: ['vocabulary'],
  form: ['vocabulary', 'figures'],
  checks: ['vocabulary', 'figures', 'programme', 'form'],
  summary: ['vocabulary', 'figures', 'programme', 'form'],
  records: ['vocabulary', 'figures', 'programme', 'form', 'checks'],
  files: ['vocabulary', 'figures', 'programme', 'form', 'checks'],
  workbook: ['vocabulary', 'figures', 'programme', 'form', 'checks', 'files'],
  disclosure: ['vocabulary', 'figures', 'form', 'summary'],
  indicators: ['vocabulary', 'figures', 'programme', 'form', 'summary'],
  evaluation: ['vocabulary', 'figures', 'programme', 'form', 'checks', 'summary', 'indicators'],
  'year-two': ['vocabulary', 'programme', 'form', 'indicators', 'evaluation'],
  synthetic: ['vocabulary', 'programme', 'form', 'records'],
  cli: [
    'vocabulary',
    'figures',
    'programme',
    'form',
    'checks',
    'summary',
    'files',
    'workbook',
    'disclosure',
    'synthetic',
    'year-two',
    'publish',
  ],
  publish: [
    'vocabulary',
    'figures',
    'programme',
    'form',
    'checks',
    'files',
    'records',
    'summary',
    'disclosure',
    'indicators',
    'evaluation',
  ],
};

interface Arrow {
  readonly from: string;
  readonly to: string;
  readonly circular: boolean;
}

let arrows: readonly Arrow[] = [];

beforeAll(async () => {
  const { output } = await cruise(
    ['src'],
    { tsPreCompilationDeps: true, doNotFollow: { path: 'node_modules' } },
    { extensions: ['.ts', '.js'] },
  );
  arrows = (output as ICruiseResult).modules.flatMap(({ source, dependencies }) =>
    dependencies.map(({ resolved, circular }) => ({ from: source, to: resolved, circular })),
  );
});

const roomOf = (path: string): string | undefined => /^src\/([^/]+)\//.exec(path)?.[1];

describe('the rooms', () => {
  test('are all in the table', () => {
    const rooms = new Set(
      arrows.flatMap(({ from, to }) => [roomOf(from), roomOf(to)]).filter((room) => room !== undefined),
    );
    expect([...rooms].sort()).toEqual(Object.keys(mayImport).sort());
  });

  test('import only what the table allows, through the front of the other room', () => {
    const between = arrows.filter(({ from, to }) => roomOf(to) !== undefined && roomOf(from) !== roomOf(to));
    expect(between.length).toBeGreaterThan(20);
    const wrong = between.filter(({ from, to }) => {
      const room = roomOf(from);
      const allowed = room === undefined || mayImport[room]?.includes(roomOf(to) ?? '') === true;
      return !allowed || !to.endsWith('/index.ts');
    });
    expect(wrong).toEqual([]);
  });

  test('have no cycles', () => {
    expect(arrows.filter(({ circular }) => circular)).toEqual([]);
  });

  test('import nothing of Node but the command, so that they run in a browser', () => {
    expect(
      arrows.filter(({ from, to }) => roomOf(from) !== 'cli' && /^(?:node:|fs$|path$)/.test(to)),
    ).toEqual([]);
  });
});
