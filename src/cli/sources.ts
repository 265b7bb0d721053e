import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { ReadReturns } from '../files/index.ts';
import { readReturns } from '../workbook/index.ts';
import { otherKind } from './other-files.ts';
import { complain, shown } from './terminal.ts';

/** A file that was read. */
export interface ReadFile {
  readonly file: string;
  readonly read: ReadReturns;
}

/** A mistake in how the command was called: it ends with 2. */
export class WrongUse extends Error {}

/** What was sent cannot be used as it is: it ends with 1. */
export class Unsound extends Error {}

const endings = /\.(?:csv|tsv|txt|json|ndjson|jsonl|xlsx|xlsm|ods)$/iu;

/** The files behind paths: files as they are, of folders all that may hold returns, `-` for standard input. */
function filesAt(path: string): readonly string[] {
  if (path === '-' || !isFolder(path)) return [path];
  return filesIn(path).filter((file) => {
    const other = file.endsWith('.json') ? otherKind(readFileSync(file)) : undefined;
    if (other !== undefined) complain(`${shown(file)} passed over: it is ${other}, and no return`);
    return other === undefined;
  });
}

function filesIn(path: string): readonly string[] {
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => endings.test(name) && !basename(name).startsWith('to-fix-'))
    .sort()
    .map((name) => join(path, name));
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    throw new WrongUse(`there is no file or folder "${path}"`);
  }
}

/** Reads returns from files, folders and standard input. */
export async function readFiles(
  paths: readonly string[],
  onFile: (file: string, done: number, of: number) => void,
): Promise<readonly ReadFile[]> {
  if (paths.filter((path) => path === '-').length > 1)
    throw new WrongUse('standard input can be read once: one - only');
  const files = paths.flatMap(filesAt);
  if (files.length === 0) throw new WrongUse('there is no file that may hold returns');
  const read: ReadFile[] = [];
  for (const [index, path] of files.entries()) {
    onFile(path, index, files.length);
    const bytes = path === '-' ? await buffer(process.stdin) : readFileSync(path);
    const file = path === '-' ? 'standard input' : path;
    read.push({ file, read: await readReturns(bytes, { file }) });
  }
  return read;
}

/** A JSON file of the caller’s own, as a register or a ledger. */
export function readJsonFile(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new WrongUse(`"${path}" is no JSON file`, { cause });
  }
}
