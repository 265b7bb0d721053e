/** How much is read of one source. What is beyond is not read, and a finding says so. */
export interface ReadLimits {
  /** Bytes of the source, as it arrives. */
  readonly bytes: number;
  /** Bytes of a workbook once it is unpacked. */
  readonly unpackedBytes: number;
  /** Rows of a table. */
  readonly rows: number;
  /** Columns of a table. */
  readonly columns: number;
  /** Cells of a table, empty ones included. */
  readonly cells: number;
  /** Characters of one cell. */
  readonly cellCharacters: number;
  readonly sheets: number;
  readonly findings: number;
}

/**
 * The limits unless the caller sets others: far above any return, far below what would fill a memory.
 *
 * @example
 * defaultReadLimits.columns; // => 5000
 */
export const defaultReadLimits: ReadLimits = {
  bytes: 64 * 1024 * 1024,
  unpackedBytes: 256 * 1024 * 1024,
  rows: 200_000,
  columns: 5_000,
  cells: 5_000_000,
  cellCharacters: 100_000,
  sheets: 500,
  findings: 10_000,
};
