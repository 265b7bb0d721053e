// Tables 2 to 5 of the report, which prints counts of 1: as printed, with the small counts alone hidden and what any
// reader then works out, and protected, with the best that a reader can say.
import { summarise } from 'hub-and-spoke';
import { attack, cellInPrint, defineRelease, protect } from 'hub-and-spoke/disclosure';
import { returns } from 'hub-and-spoke/year-two';

/** @param {{ low: number, high?: number } | undefined} range */
const guess = (range) => {
  if (range === undefined) return '';
  if (range.low === range.high) return `surely ${range.low}`;
  return range.high === undefined ? `at least ${range.low}` : `${range.low} to ${range.high}`;
};
/** @type {(what: string, before: string, naive: string, after: string, best: string) => void} */
const line = (what, before, naive, after, best) => {
  console.log(
    `  ${what.slice(0, 58).padEnd(58)} ${before.padStart(7)}  ${naive.padEnd(18)} ${after.padEnd(9)} ${best}`,
  );
};

console.log(
  'The counts are those of the published report. Of your own returns such a table is not for publication.',
);

for (const [index, value] of returns.entries()) {
  const { release, refused } = defineRelease({ summaries: [summarise([value])] });
  if (release === undefined) throw new Error(refused.map(({ message }) => message).join(' '));
  const { published, report, refused: why } = await protect(release);
  if (published === undefined) throw new Error(why.map(({ message }) => message).join(' '));

  // Figures are called by their labels in public.
  const printed = new Map(release.cells.filter(({ isFigure }) => isFigure).map((cell) => [cell.label, cell]));
  // The counts of 1 to 5 alone hidden, as tables often do: what a reader makes of the rest.
  const naive = await attack({
    cells: [...printed.values()].map(({ label, count }) =>
      count >= 1 && count <= 5 ? { id: label, low: 1, high: 5 } : { id: label, count },
    ),
    lines: published.lines,
  });
  // The best that a reader can do with what is published.
  const best = await attack(published);

  console.log(
    `\nTable ${index + 2}, service ${value.service}: ${report.primary} small, ${report.secondary} more hidden for their sake`,
  );
  line('What', 'printed', 'small alone hidden', 'protected', 'a reader can say');
  for (const cell of published.cells) {
    const [before, after] = [naive, best].map(({ ranges = [] }) => ranges.find(({ id }) => id === cell.id));
    const count = String(printed.get(cell.id)?.count);
    line(
      cell.label,
      count,
      before === undefined ? count : `[c] ${guess(before)}`,
      cellInPrint(cell),
      guess(after),
    );
  }
}
