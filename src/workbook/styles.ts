import type { CellStyle } from 'hucre/xlsx';

const ink = { rgb: '1D2A33' };
const quiet = { rgb: '4A5A66' };
const line = { style: 'thin', color: { rgb: 'B6C2CC' } } as const;
const fill = (rgb: string) => ({ type: 'pattern', pattern: 'solid', fgColor: { rgb } }) as const;
const wrapped = { wrapText: true, vertical: 'top', horizontal: 'left' } as const;

/** How each part of the form looks. Colour is never alone: what is wrong says so in words. */
export const styles = {
  title: { font: { name: 'Arial', bold: true, size: 16, color: ink } },
  lead: { font: { name: 'Arial', color: quiet }, alignment: wrapped },
  head: {
    font: { name: 'Arial', bold: true, color: { rgb: 'FFFFFF' } },
    fill: fill('26485C'),
    alignment: wrapped,
  },
  section: { font: { name: 'Arial', bold: true, size: 12, color: ink }, fill: fill('DCE6EC') },
  heading: { font: { name: 'Arial', bold: true, color: ink }, alignment: wrapped },
  label: { font: { name: 'Arial', color: ink }, alignment: wrapped },
  part: { font: { name: 'Arial', color: ink }, alignment: { ...wrapped, indent: 1 } },
  link: { font: { name: 'Arial', color: { rgb: '0B57A4' }, underline: true }, alignment: wrapped },
  guidance: { font: { name: 'Arial', size: 9, color: quiet }, alignment: { ...wrapped, indent: 1 } },
  total: {
    font: { name: 'Arial', bold: true, color: ink },
    alignment: { vertical: 'top' },
    border: { top: line },
  },
  sum: {
    font: { name: 'Arial', bold: true, color: ink },
    alignment: { horizontal: 'right', vertical: 'top' },
    border: { top: line },
  },
  check: { font: { name: 'Arial', size: 9, color: ink }, alignment: wrapped },
  answer: {
    font: { name: 'Arial', color: ink },
    fill: fill('FFFBE6'),
    alignment: { horizontal: 'right', vertical: 'top', wrapText: true },
    border: { top: line, bottom: line, left: line, right: line },
    protection: { locked: false },
  },
  open: {
    font: { name: 'Arial', color: ink },
    fill: fill('FFFBE6'),
    alignment: wrapped,
    protection: { locked: false },
  },
  fixed: {
    font: { name: 'Arial', size: 9, color: quiet },
    alignment: { horizontal: 'right', vertical: 'top', wrapText: true },
  },
} as const satisfies Readonly<Record<string, CellStyle>>;

/** What turns red, with words beside it that say the same. */
export const alarm = {
  font: { bold: true, color: { rgb: '9C0006' } },
  fill: { type: 'pattern', pattern: 'solid', bgColor: { rgb: 'FFC7CE' }, fgColor: { rgb: 'FFC7CE' } },
} as const satisfies CellStyle;
