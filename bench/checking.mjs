// checkReturn against the least that anybody has to do with a return that arrives as text: JSON.parse; and against
// schemas that look at the shape alone. node bench/checking.mjs clean|faulty|schemas [--quick]
import Ajv2020 from 'ajv/dist/2020.js';
import { checkReturn, coreReturn } from 'hub-and-spoke';
import { returnJsonSchema } from 'hub-and-spoke/publish';
import { corpus } from './corpus.mjs';
import { medians, row } from './measure.mjs';

const isQuick = process.argv.includes('--quick');
const isJitless = process.execArgv.includes('--disallow-code-generation-from-strings');
const mode = process.argv[2];
const context = { asOf: '2030-12-31' };
const texts = corpus(mode === 'faulty' ? 'faulty' : 'clean', isQuick ? { services: 12, quarters: 4 } : {});
/** @type {readonly unknown[]} */
const parsed = texts.map((text) => JSON.parse(text));
/** @param {(value: unknown) => unknown} run */
const each = (run) => () => {
  let last;
  for (const value of parsed) last = run(value);
  return last;
};
const parse = () => {
  let last;
  for (const text of texts) last = JSON.parse(text);
  return last;
};
const check = each((value) => checkReturn(value, context));
const rounds = isQuick ? 60 : 300;
const where = isJitless ? ', where code generation is forbidden' : '';

/** @type {Record<string, () => Promise<unknown[]>>} */
const modes = {
  clean: async () => {
    const times = await medians({ parse, check }, { rounds });
    return [row(`checkReturn, clean${where}`, 'JSON.parse', times.check / times.parse, isJitless ? 2 : 0.8)];
  },
  faulty: async () => {
    const times = await medians({ parse, check }, { rounds });
    return [
      row(`checkReturn, one in ten with 1 to 3 faults${where}`, 'JSON.parse', times.check / times.parse, 1.5),
    ];
  },
  schemas: async () => {
    const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(returnJsonSchema());
    if (!parsed.every((value) => validate(value))) throw new Error('ajv refuses a return that is sound');
    const zod = each((value) => coreReturn.safeParse(value));
    const times = await medians({ check, zod, ajv: each(validate) }, { rounds });
    return [
      row('checkReturn, clean', 'zod safeParse, shape only', times.check / times.zod, 1),
      row('checkReturn, clean', 'ajv compiled, shape only', times.check / times.ajv, 1),
    ];
  },
};
console.log(JSON.stringify(await modes[mode ?? 'clean']?.()));
