import type { Finding } from '../checks/index.ts';
import { fileFinding } from './file-rule.ts';
import type { ReadLimits } from './read-limits.ts';

/** What can be read: text, bytes, or either of them in pieces, as files and requests give them. */
export type ReadSource =
  | string
  | Uint8Array
  | ArrayBuffer
  | AsyncIterable<string | Uint8Array>
  | Iterable<string | Uint8Array>
  | ReadableStream<Uint8Array | string>;

/** A source as bytes or text; or why it could not be had. */
export type Gathered = { readonly content: string | Uint8Array } | { readonly finding: Finding };

const encoder = new TextEncoder();

/** Gathers a source, and stops at the limit. */
export async function gather(source: ReadSource, limits: ReadLimits): Promise<Gathered> {
  if (typeof source === 'string') {
    return source.length > limits.bytes ? tooLong(limits) : { content: source };
  }
  const whole = source instanceof ArrayBuffer ? new Uint8Array(source) : source;
  if (whole instanceof Uint8Array) return whole.length > limits.bytes ? tooLong(limits) : { content: whole };
  if (!isReadable(whole))
    return {
      finding: fileFinding('F101', { message: 'The source is not text, bytes or a stream of either.' }),
    };
  try {
    return await gatherPieces(piecesOf(whole), limits);
  } catch (error) {
    // What fails here is the sender’s stream, not this library.
    const message = `The source broke off: ${error instanceof Error ? error.name : 'unknown error'}.`;
    return { finding: fileFinding('F101', { message }) };
  }
}

/** Callers in JavaScript may hand over anything. */
const isReadable = (source: unknown): boolean =>
  typeof source === 'object' &&
  source !== null &&
  (Symbol.asyncIterator in source || Symbol.iterator in source || 'getReader' in source);

type Pieces = AsyncIterable<unknown> | Iterable<unknown>;

async function* piecesOf(source: Pieces | ReadableStream<unknown>): AsyncIterable<unknown> {
  if (!('getReader' in source)) {
    for await (const piece of source) yield piece;
    return;
  }
  // Not every browser can iterate over a stream.
  const reader = source.getReader();
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) yield piece.value;
  } finally {
    await reader.cancel();
  }
}

async function gatherPieces(source: AsyncIterable<unknown>, limits: ReadLimits): Promise<Gathered> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  let half = '';
  for await (const piece of source) {
    // A piece of text may end in the middle of a letter.
    const text = typeof piece === 'string' ? half + piece : '';
    const isCut = /[\uD800-\uDBFF]$/u.test(text.slice(-1));
    half = isCut ? text.slice(-1) : '';
    const bytes = typeof piece === 'string' ? encoder.encode(isCut ? text.slice(0, -1) : text) : piece;
    if (!(bytes instanceof Uint8Array)) {
      return { finding: fileFinding('F101', { message: `A piece of the source is ${typeof piece}.` }) };
    }
    length += bytes.length;
    if (length > limits.bytes) return tooLong(limits);
    pieces.push(bytes);
  }
  const content = new Uint8Array(length);
  let at = 0;
  for (const bytes of pieces) {
    content.set(bytes, at);
    at += bytes.length;
  }
  return { content };
}

const tooLong = ({ bytes }: ReadLimits): Gathered => ({
  finding: fileFinding('F102', {
    message: `The source is longer than ${bytes} bytes; it was not read.`,
    expected: `at most ${bytes} bytes`,
  }),
});

/** A text, and in what encoding it came. */
export interface Decoded {
  readonly text: string;
  readonly encoding: string;
}

/** Reads bytes as text: by their byte-order mark, else as UTF-8, else as what Excel writes on Windows. */
export function decode(content: string | Uint8Array): Decoded {
  if (typeof content === 'string') return { text: content.replace(/^\uFEFF/u, ''), encoding: 'utf-8' };
  const encoding = encodingOf(content);
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(content), encoding };
  } catch {
    const fallback = encoding === 'utf-8' ? 'windows-1252' : encoding;
    return { text: withMarks(new TextDecoder(fallback).decode(content)), encoding: fallback };
  }
}

/** What Windows-1252 has where other encodings have control characters. Node 20 leaves them as these. */
const windowsMarks = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';
const withMarks = (text: string): string =>
  text.replace(/[\u0080-\u009F]/gu, (letter) => windowsMarks[letter.charCodeAt(0) - 0x80] ?? letter);

function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  // Without a mark: in UTF-16 every other byte of plain text is 0.
  const head = bytes.subarray(0, 200);
  const zeros = (from: number): number =>
    head.filter((byte, index) => byte === 0 && index % 2 === from).length;
  if (zeros(1) > head.length / 4 && zeros(0) === 0) return 'utf-16le';
  return zeros(0) > head.length / 4 && zeros(1) === 0 ? 'utf-16be' : 'utf-8';
}

/** Says of a text that it was not in UTF-8. */
export const encodingFindings = ({ encoding }: Decoded): readonly Finding[] =>
  encoding === 'utf-8'
    ? []
    : [fileFinding('F104', { message: `The text is in ${encoding.toUpperCase()}, and was read so.` })];
