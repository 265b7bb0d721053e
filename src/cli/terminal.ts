import { styleText } from 'node:util';
import { legible } from '../publish/index.ts';

/** Whether colours are wanted: on a terminal, unless the caller said no. */
const hasColours = (): boolean =>
  process.stdout.isTTY && process.env.NO_COLOR === undefined && process.env.TERM !== 'dumb';

const colours = { error: 'red', query: 'yellow', advice: 'cyan', good: 'green', strong: 'bold' } as const;

/** Text in a colour, where there are colours. */
export const inColour = (colour: keyof typeof colours, text: string): string =>
  hasColours() ? styleText(colours[colour], text) : text;

/** Prints a line as it is: what partners wrote may hold control sequences, and is made legible before it comes here. */
export const print = (line = ''): void => {
  process.stdout.write(`${line}\n`);
};

/** Says on standard error what went wrong, or was passed over. */
export const complain = (line: string): void => {
  process.stderr.write(`hub-and-spoke: ${line}\n`);
};

/** What somebody else wrote, for a terminal. */
export const shown = (text: string): string => legible(text).replaceAll('\n', ' ');

/** Prints data as JSON. */
export const printJson = (value: unknown): void => {
  print(JSON.stringify(value, undefined, 2));
};

/** Progress on a terminal, and nowhere else; it is taken away when the work is done. */
export interface ProgressLine {
  readonly say: (words: string) => void;
  readonly stop: () => void;
}

/** A line of progress on standard error. */
export async function progressLine(): Promise<ProgressLine> {
  if (!process.stderr.isTTY) return { say: () => undefined, stop: () => undefined };
  const { default: ora } = await import('ora');
  const spinner = ora({ stream: process.stderr, discardStdin: false }).start();
  return {
    say: (words) => {
      spinner.text = shown(words);
    },
    stop: () => {
      spinner.stop();
    },
  };
}
