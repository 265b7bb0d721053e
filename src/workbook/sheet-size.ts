import { Unzip, UnzipInflate } from 'fflate';

/** A cell of a sheet, and the row it begins: `<row r="7">`, `<c r="XFD7" …>`. */
const tag = /<(?:\w+:)?(?:(?<row>row)\b|c\b[^>]*?\br="(?<column>[A-Z]{1,3})\d{1,7}"|c\b)/gu;
/** No opening tag that matters here is longer. */
const tail = 300;

/**
 * How many cells the sheets of a workbook span when each row is filled up to its last cell, as readers lay them out.
 * Unpacks piece by piece and keeps nothing; stops counting beyond a limit.
 */
export function cellsSpanned(bytes: Uint8Array, limit: number): number {
  let spanned = 0;
  const unzip = new Unzip((file) => {
    if (!/^xl\/worksheets\/[^/]+\.xml$/u.test(file.name) || spanned > limit) return;
    const count = rowWidths((cells) => (spanned += cells));
    const decoder = new TextDecoder();
    file.ondata = (error, piece, isLast) => {
      if (error === null && spanned <= limit) count(decoder.decode(piece, { stream: !isLast }), isLast);
      else file.terminate();
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  // In pieces, so that no sheet is ever whole in memory.
  for (let at = 0; at < bytes.length && spanned <= limit; at += pieceBytes) {
    unzip.push(bytes.subarray(at, at + pieceBytes), at + pieceBytes >= bytes.length);
  }
  return spanned;
}

const pieceBytes = 16_384;

/** Adds up the widths of rows as their tags go by. */
function rowWidths(add: (cells: number) => void): (text: string, isLast: boolean) => void {
  let kept = '';
  let width = 0;
  return (text, isLast) => {
    const whole = kept + text;
    // What may be cut off is looked at again with the next piece.
    const end = isLast ? whole.length : Math.max(0, whole.lastIndexOf('<', whole.length - 1));
    for (const { groups } of whole.slice(0, end).matchAll(tag)) {
      if (groups?.row !== undefined) {
        add(width);
        width = 0;
      } else width = Math.max(width + 1, columnNumber(groups?.column ?? ''));
    }
    kept = whole.slice(end).slice(0, tail * 100);
    if (isLast) add(width);
  };
}

/** The number of a column, from 1: A is 1, XFD 16,384. */
const columnNumber = (letters: string): number =>
  Array.from(letters).reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
