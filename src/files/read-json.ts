import type { FileCell, Finding } from '../checks/index.ts';
import type { Json } from '../form/index.ts';
import type { Leftover } from './draft.ts';
import { fileFinding } from './file-rule.ts';

/** One value of a JSON text, and where it begins. */
export interface JsonItem {
  readonly value: Json;
  readonly cell: FileCell;
}

/** What a JSON text holds; lines that are not JSON are kept. */
export interface JsonContent {
  readonly items: readonly JsonItem[];
  readonly leftovers: readonly Leftover[];
  readonly findings: readonly Finding[];
}

/** Whether a text begins as JSON does. */
export const looksLikeJson = (text: string): boolean => /^\s*[[{]/u.test(text);

/** Reads JSON: one return, a list of them, or one on each line. */
export function readJson(text: string, file?: string): JsonContent {
  const at = (line: number): FileCell => ({ ...(file !== undefined && { file }), line });
  const whole = parsed(text);
  if (whole !== undefined) {
    const items = Array.isArray(whole) ? (whole as readonly Json[]) : [whole];
    const isList = Array.isArray(whole);
    const place = (index: number): FileCell =>
      isList ? { ...(file !== undefined && { file }), item: index + 1 } : at(1);
    return {
      items: items.map((value, index) => ({ value, cell: place(index) })),
      leftovers: [],
      findings: [],
    };
  }
  return looksLikeLines(text)
    ? readLines(text, at)
    : { items: [], leftovers: [], findings: [broken('The JSON breaks off or is damaged', at(1))] };
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/** Several objects, each on a line. */
const looksLikeLines = (text: string): boolean => {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.length > 1 && lines.filter((line) => line.trim().startsWith('{')).length > lines.length / 2;
};

function readLines(text: string, at: (line: number) => FileCell): JsonContent {
  const items: JsonItem[] = [];
  const leftovers: Leftover[] = [];
  const findings: Finding[] = [];
  text.split('\n').forEach((line, index) => {
    if (line.trim() === '') return;
    const value = parsed(line);
    const cell = at(index + 1);
    if (value !== undefined) items.push({ value, cell });
    else {
      leftovers.push({ label: '', text: line, cell });
      findings.push(broken('The line is not JSON', cell));
    }
  });
  return { items, leftovers, findings };
}

const broken = (message: string, cell: FileCell): Finding =>
  fileFinding('F103', {
    message: `${message}; it was not read.`,
    cells: [cell],
  });
