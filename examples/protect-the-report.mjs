// Tables 2 to 5 of the report, which prints counts of 1: as printed, with the small counts alone hidden and what any
// reader then works out, and protected, with the best that a reader can say.
import { labelAt, summarise } from 'hub-and-spoke';
import { attack, defineRelease, figureInPrint, protect } from 'hub-and-spoke/disclosure';
import { returns } from 'hub-and-spoke/year-two';

/** @param {{ low: number, high?: number } | undefined} range */
const guess = (range) => {
  if (range === undefined) return '';
  if (range.low === range.high) return `surely ${range.low}`;
  return range.high === undefined ? `at least ${range.low}` : `${range.low} to ${range.high}`;
};

for (const [index, value] of returns.entries()) {
  const { release, refused } = defineRelease({ summaries: [summarise([value])] });
  if (release === undefined) throw new Error(refused.map(({ message }) => message).join(' '));
  const { published, report, refused: why } = await protect(release);
  if (published === undefined) throw new Error(why.map(({ message }) => message).join(' '));

  // The counts of 1 to 5 alone hidden, as tables often do: what a reader works out from the rest.
  const printed = release.cells.filter(({ printed: as }) => as !== 'never');
  const naive = await attack({
    cells: printed.map(({ id, count, within: [low] = [0] }) =>
      count >= 1 && count <= 5 ? { id, low } : { id, count },
    ),
    lines: published.lines,
  });
  // The best that a reader can do with what is published.
  const best = await attack(published);

  console.log(
    `\nTable ${index + 2}, service ${value.service}: ${report.primary} small, ${report.secondary} more hidden for their sake`,
  );
  console.log(
    `  ${'What'.padEnd(60)} ${'printed'.padStart(7)}  ${'small alone hidden'.padEnd(20)} ${'protected'.padEnd(10)} a reader can say`,
  );
  for (const { path, group, base, ...figure } of published.summaries[0]?.figures ?? []) {
    if (
      figure.mark === 'open' ||
      figure.mark === 'worked-out' ||
      [
        'youngPeople.age',
        'youngPeople.gender',
        'youngPeople.ethnicity',
        'youngPeople.living',
        'youngPeople.base',
        'referrals.route',
      ].includes(path)
    )
      continue;
    const cell = printed.find(({ id }) => id.endsWith(`: ${path}`));
    if (cell === undefined) continue;
    const label = path.endsWith('/not-stated')
      ? `${labelAt(path.replace('/not-stated', ''))}: in no category`
      : labelAt(path);
    const [before, after] = [naive, best].map(({ ranges = [] }) => ranges.find(({ id }) => id === cell.id));
    const naively = before === undefined ? String(cell.count) : `[c] ${guess(before)}`;
    console.log(
      `  ${label.slice(0, 60).padEnd(60)} ${String(cell.count).padStart(7)}  ${naively.padEnd(20)} ${figureInPrint({ path, group, ...(base && { base }), ...figure }).padEnd(10)} ${guess(after)}`,
    );
  }
}
