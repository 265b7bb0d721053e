import { unzipSync } from 'fflate';
import type { Finding } from '../checks/index.ts';
import { fileFinding, type ReadLimits } from '../files/index.ts';
import { cellsSpanned } from './sheet-size.ts';

/** What a workbook’s archive says of itself, before anything of it is unpacked. */
export type Archive = { readonly names: ReadonlySet<string> } | { readonly finding: Finding };

const mostEntries = 5_000;
/** No compression of text gains more than this; an archive that claims more is a trap. */
const mostRatio = 1_000;

/** Looks into an archive without unpacking it: what it holds, and how much it would come to. */
export function lookInto(bytes: Uint8Array, limits: ReadLimits): Archive {
  const names = new Set<string>();
  const sizes: { readonly packed: number; readonly unpacked: number }[] = [];
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize, size }) => {
        names.add(name);
        sizes.push({ packed: size, unpacked: originalSize });
        return false;
      },
    });
  } catch {
    return refused('The file begins as a workbook does, and is damaged.');
  }
  if (names.size > mostEntries) return over(`The workbook has ${names.size} parts`);
  const unpacked = sizes.reduce((sum, each) => sum + each.unpacked, 0);
  if (unpacked > limits.unpackedBytes) return over(`The workbook would unpack to ${unpacked} bytes`);
  if (sizes.some(isTrap)) return over('The workbook would unpack to more than a workbook can');
  if (cellsSpanned(bytes, limits.cells) > limits.cells)
    return over(`The sheets span more than ${limits.cells} cells`);
  if (!names.has('xl/workbook.xml') && !names.has('content.xml'))
    return refused('The file is an archive, not a workbook.');
  return { names };
}

/** More than compression can gain, or a size that is kept quiet. */
const isTrap = ({ packed, unpacked }: { readonly packed: number; readonly unpacked: number }): boolean =>
  unpacked > (packed + 100) * mostRatio || (unpacked === 0 && packed > 100);

const refused = (message: string): Archive => ({ finding: fileFinding('F101', { message }) });
const over = (message: string): Archive => ({
  finding: fileFinding('F102', {
    message: `${message}; it was not opened.`,
    expected: 'a workbook of usual size',
  }),
});

/** What a workbook holds besides data. None of it is run or fetched. */
export function besidesData(names: ReadonlySet<string>): readonly Finding[] {
  const parts = [...names];
  const found = [
    parts.some((name) => name.endsWith('vbaProject.bin')) ? 'macros' : undefined,
    parts.some((name) => /externalLinks\/|connections\.xml$/u.test(name))
      ? 'links to other files'
      : undefined,
    parts.some((name) => /embeddings\/|activeX\//u.test(name)) ? 'embedded objects' : undefined,
  ].filter((each) => each !== undefined);
  return found.length === 0
    ? []
    : [fileFinding('F108', { message: `The workbook has ${found.join(', ')}. None was used.` })];
}
