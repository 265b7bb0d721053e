// summarise against JSON.parse, and against engines that answer the same question over data that they have loaded.
import { summarise } from 'hub-and-spoke';
import { arquero, duckdb } from './peers.mjs';
import { completeReturns } from './complete-returns.mjs';
import { medians, row } from './measure.mjs';

const isQuick = process.argv.includes('--quick');
const { returns } = await completeReturns(
  isQuick ? { services: 12, quarters: 4 } : { services: 96, quarters: 8 },
);
const texts = returns.map((value) => JSON.stringify(value));
/** @type {any[]} */
const parsed = texts.map((text) => JSON.parse(text));
const rows = summarise(parsed).contributions.map(({ service, period, entries }) => ({
  service,
  quarter: `${period.from}/${period.to}`,
  entries,
}));
const paths = [...new Set(rows.flatMap(({ entries }) => Object.keys(entries)))];
const [inDuckdb, inArquero] = [await duckdb(rows, paths), arquero(rows, paths)];
const by = /** @type {const} */ (['service', 'quarter']);
const { figures } = summarise(parsed, { by });
/** What it takes at least to hand over as many figures: each is made anew, and nothing is added up. */
const copied = () =>
  figures.map(({ group, path, base, low, high, coverage, from, caveats }) => {
    return { group, path, base, low, high, coverage, from, caveats };
  });

const times = await medians(
  {
    parse: () => {
      let last;
      for (const text of texts) last = JSON.parse(text);
      return last;
    },
    groups: () => summarise(parsed, { by }),
    copied,
    quarters: () => summarise(parsed, { by: ['quarter'] }),
    duckdbGroups: () => inDuckdb(['service', 'quarter']),
    duckdbQuarters: () => inDuckdb(['quarter']),
    arqueroGroups: () => inArquero(['service', 'quarter']),
    arqueroQuarters: () => inArquero(['quarter']),
  },
  { rounds: isQuick ? 5 : 15 },
);
console.log(
  JSON.stringify([
    row('summarise by service and quarter', 'JSON.parse', times.groups / times.parse, 1),
    row('copying the figures of that, nothing added up', 'JSON.parse', times.copied / times.parse),
    row('summarise by service and quarter', 'DuckDB', times.groups / times.duckdbGroups, 1),
    row('summarise by service and quarter', 'arquero', times.groups / times.arqueroGroups, 1),
    row('summarise by quarter', 'JSON.parse', times.quarters / times.parse, 1),
    row('summarise by quarter', 'DuckDB', times.quarters / times.duckdbQuarters, 1),
    row('summarise by quarter', 'arquero', times.quarters / times.arqueroQuarters, 1),
  ]),
);
