import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { ruleVersion } from '../publish/index.ts';
import type { Dimension } from '../summary/index.ts';
import { isIsoDate, type IsoDate } from '../vocabulary/index.ts';
import { check, type CheckOptions } from './check.ts';
import { Unsound, WrongUse } from './sources.ts';
import {
  protectFiles,
  summariseFiles,
  type ProtectFilesOptions,
  type SummariseOptions,
} from './summaries.ts';
import { complain, shown } from './terminal.ts';
import { demo, documents, due, form, template, type DueOptions, type FormOptions } from './writing.ts';

const dimensions: readonly Dimension[] = [
  'service',
  'quarter',
  'half-year',
  'year',
  'base',
  'model',
  'phase',
  'hostSector',
  'area',
];

function day(text: string): IsoDate {
  if (!isIsoDate(text)) throw new InvalidArgumentError('a day such as 2015-09-30');
  return text;
}

function listOfDimensions(text: string): readonly Dimension[] {
  return text.split(',').map((part) => {
    const found = dimensions.find((dimension) => dimension === part.trim());
    if (found === undefined) throw new InvalidArgumentError(`one or more of ${dimensions.join(', ')}`);
    return found;
  });
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (text.trim() === '' || !Number.isSafeInteger(number) || number < 0)
    throw new InvalidArgumentError('a whole number from 0');
  return number;
}

const today = (): IsoDate => new Date().toISOString().slice(0, 10);
const json = () => new Option('--json', 'print data for programs');
const by = () =>
  new Option('--by <dimensions>', `what to keep apart: ${dimensions.join(', ')}`)
    .argParser(listOfDimensions)
    .default([]);
const register = () => new Option('--register <file>', 'the register of services, as JSON');
const asOf = () =>
  new Option('--as-of <day>', 'the day of the check').argParser(day).default(today(), 'today');
const paths = [
  '<paths...>',
  'files or folders of returns (CSV, JSON, workbooks); - for standard input, once',
] as const;

/** What a subcommand does when it has ended. */
type End = (code: number) => void;

/** The command, with every subcommand setting how it ends. */
function commandWith(end: End): Command {
  const program = new Command('hub-and-spoke')
    .description(
      'Returns of Hub and Spoke services: checked, added up and published without giving anybody away.',
    )
    .version(`${ruleVersion.version} (${ruleVersion.commit})`)
    .exitOverride()
    .showHelpAfterError('(--help says more)')
    .addHelpText(
      'after',
      '\nEnds with 0 where all is well, 1 where there are findings, 2 where it was called wrongly.\nNothing is sent anywhere.',
    );
  addChecking(program, end);
  addPublishing(program, end);
  addForms(program, end);
  addDocuments(program, end);
  return program;
}

function addChecking(program: Command, end: End): void {
  program
    .command('check')
    .description('check returns: what to correct, and what to explain')
    .argument(...paths)
    .addOption(asOf())
    .addOption(json())
    .action(async (given: string[], options: CheckOptions) => {
      end(await check(given, options));
    });
  program
    .command('due')
    .description('which returns are expected by a day')
    .addOption(register().makeOptionMandatory())
    .addOption(asOf())
    .addOption(json())
    .action((options: DueOptions) => {
      end(due(options));
    });
}

function addPublishing(program: Command, end: End): void {
  program
    .command('summarise')
    .description('add returns up, for use inside the programme')
    .argument(...paths)
    .addOption(by())
    .addOption(register())
    .addOption(json())
    .action(async (given: string[], options: SummariseOptions) => {
      end(await summariseFiles(given, options));
    });
  program
    .command('protect')
    .description('publish what returns add up to, with small counts protected')
    .argument(...paths)
    .addOption(by())
    .addOption(register())
    .addOption(json())
    .addOption(
      new Option(
        '--out <file>',
        'write a report: .html with pictures, .md without; - for standard output',
      ).conflicts('json'),
    )
    .option('--ledger <file>', 'the releases made so far; this one is added. Confidential')
    .option('--name <name>', 'what this release is called in the ledger')
    .option('--corrects', 'figures that differ from earlier releases correct them')
    .addOption(
      new Option('--seed <number>', 'keep it to yourself, and take another for every release').argParser(
        wholeNumber,
      ),
    )
    .action(async (given: string[], options: ProtectFilesOptions) => {
      end(await protectFiles(given, options));
    });
}

function addForms(program: Command, end: End): void {
  const forService = (command: Command): Command =>
    command.option('--service <name>', 'the service').option('--quarter <quarter>', 'such as 2015-Q3');
  forService(program.command('template'))
    .description('write the form as a workbook')
    .argument('<file>', 'such as form.xlsx; - for standard output')
    .action(async (file: string, options: FormOptions) => {
      end(await template(file, options));
    });
  forService(program.command('form'))
    .description('write the form as one HTML file that works from a disk')
    .argument('<file>', 'such as form.html; - for standard output')
    .option('--duties <list>', 'leave out what does not concern them')
    .action((file: string, options: FormOptions) => {
      end(form(file, options));
    });
}

function addDocuments(program: Command, end: End): void {
  program
    .command('docs')
    .description('write every document for partners, as HTML and Markdown')
    .argument('<folder>')
    .action(async (folder: string) => {
      end(await documents(folder));
    });
  program
    .command('demo')
    .description('write synthetic returns to try everything with')
    .argument('<folder>')
    .addOption(
      new Option('--seed <number>', 'the same seed, the same returns').argParser(wholeNumber).default(1),
    )
    .action(async (folder: string, options: { readonly seed: number }) => {
      end(await demo(folder, options.seed));
    });
}

/** Whether it was called wrongly: files that cannot be read or written are the caller’s, and so are values out of range. */
const isWrongUse = (error: unknown): error is Error =>
  error instanceof WrongUse || error instanceof RangeError || (error instanceof Error && 'syscall' in error);

/**
 * Runs the command. Findings end it with 1, wrong use with 2; our own bugs show themselves.
 *
 * @param argv the arguments after the name of the command
 */
export async function main(argv: readonly string[]): Promise<number> {
  let code = 0;
  try {
    await commandWith((ended) => {
      code = ended;
    }).parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof Unsound) {
      complain(shown(error.message));
      return 1;
    }
    if (!isWrongUse(error)) throw error;
    complain(shown(error.message));
    return 2;
  }
}
