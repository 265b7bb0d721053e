import type { Cell, WriteSheet } from 'hucre/xlsx';
import type { FormSheet } from './form-sheet.ts';
import { checkSheetName, checkSheetTitle, quotedSheet } from './sheet-names.ts';
import { alarm, styles } from './styles.ts';

const heads = ['Return', 'What is added up', 'Does it add up?'];
const firstRow = 3;

/** The sheet that shows at a glance whether every return adds up, and what is left to answer. */
export function checkSheet(forms: readonly FormSheet[]): WriteSheet {
  const lines = forms.flatMap(linesOf);
  const cells = new Map<string, Partial<Cell>>([
    ['0,0', { value: checkSheetTitle, type: 'string', style: styles.title }],
    ['1,0', { formula: countOfProblems(lines), type: 'formula', style: styles.lead }],
    ...heads.map(
      (head, column) =>
        [`${firstRow - 1},${column}`, { value: head, type: 'string', style: styles.head }] as const,
    ),
    ...lines.flatMap((line, index) => cellsOfLine(line, firstRow + index)),
  ]);
  return {
    name: checkSheetName,
    rows: Array.from({ length: firstRow + lines.length }, () => heads.map(() => null)),
    cells,
    merges: [0, 1].map((row) => ({ startRow: row, startCol: 0, endRow: row, endCol: 2 })),
    columns: [{ width: 28 }, { width: 46 }, { width: 60 }],
    freezePane: { rows: firstRow },
    protection: { sheet: true },
    pageSetup: { paperSize: 'a4', orientation: 'portrait', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    view: { showGridLines: false },
    conditionalRules: [
      {
        type: 'expression',
        priority: 1,
        formula: `LEFT($C${firstRow + 1},8)="Does not"`,
        style: alarm,
        range: `A${firstRow + 1}:C${firstRow + Math.max(1, lines.length)}`,
      },
    ],
  };
}

/** One line of the check: of which return, about what and its verdict. */
interface Line {
  readonly sheet: string;
  readonly label: string;
  readonly verdict: string;
}

function linesOf({ sheet: { name }, totals, asked }: FormSheet): readonly Line[] {
  const sheet = quotedSheet(name);
  const blank = asked.map((cell) => `ISBLANK(${sheet}!${cell})`).join('+');
  const unanswered: Line = {
    sheet: name,
    label: 'Questions without an answer',
    verdict: `IF(${blank}=0,"All answered.",(${blank})&" of ${asked.length} are empty.")`,
  };
  const added = totals.map(({ label, verdict }) => ({
    sheet: name,
    label,
    verdict: `${sheet}!${verdict}&""`,
  }));
  return [unanswered, ...added];
}

/** How many of the verdicts say that something does not add up. */
function countOfProblems(lines: readonly Line[]): string {
  const range = `$C$${firstRow + 1}:$C$${firstRow + Math.max(1, lines.length)}`;
  const count = `COUNTIF(${range},"Does not add up*")`;
  return `IF(${count}=0,"No total disagrees with its parts.",${count}&IF(${count}=1," total does"," totals do")&" not add up: red below and on the sheet of the return.")`;
}

const cellsOfLine = (
  { sheet, label, verdict }: Line,
  row: number,
): readonly (readonly [string, Partial<Cell>])[] => [
  [`${row},0`, { value: sheet, type: 'string', style: styles.label }],
  [`${row},1`, { value: label, type: 'string', style: styles.label }],
  [`${row},2`, { formula: verdict, type: 'formula', style: styles.label }],
];
