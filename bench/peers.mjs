// @ts-nocheck its packages are installed by `npm run bench` alone
// The same question asked of other engines: for each figure the low and high ends and how many returned it.
import { DuckDBInstance } from '@duckdb/node-api';
import * as aq from 'arquero';

const numberOf = (entry, end) => (entry === undefined ? null : (entry[end] ?? null));

/** A function that asks DuckDB, in this process, over a table that is loaded. */
export async function duckdb(rows, paths) {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const columns = paths.flatMap((_, index) => [`l${index} DOUBLE`, `h${index} DOUBLE`]);
  await connection.run(`CREATE TABLE returns (service VARCHAR, quarter VARCHAR, ${columns.join(', ')})`);
  const appender = await connection.createAppender('returns');
  for (const { service, quarter, entries } of rows) {
    appender.appendVarchar(service);
    appender.appendVarchar(quarter);
    for (const path of paths)
      for (const end of ['low', 'high']) {
        const number = numberOf(entries[path], end);
        if (number === null) appender.appendNull();
        else appender.appendDouble(number);
      }
    appender.endRow();
  }
  appender.closeSync();
  const sums = paths.flatMap((_, index) => [`sum(l${index})`, `sum(h${index})`, `count(l${index})`]);
  return async (by) => {
    const sql = `SELECT ${by.join(', ')}, ${sums.join(', ')} FROM returns GROUP BY ${by.join(', ')}`;
    return (await connection.runAndReadAll(sql)).getRowsJS();
  };
}

/** A function that asks arquero over a table that is loaded. */
export function arquero(rows, paths) {
  const table = aq.from(
    rows.map(({ service, quarter, entries }) =>
      Object.assign(
        { service, quarter },
        ...paths.map((path, index) => ({
          [`l${index}`]: numberOf(entries[path], 'low'),
          [`h${index}`]: numberOf(entries[path], 'high'),
        })),
      ),
    ),
  );
  const sums = Object.assign(
    {},
    ...paths.map((_, index) => ({
      [`sl${index}`]: aq.op.sum(`l${index}`),
      [`sh${index}`]: aq.op.sum(`h${index}`),
      [`n${index}`]: aq.op.valid(`l${index}`),
    })),
  );
  return (by) =>
    table
      .groupby(...by)
      .rollup(sums)
      .objects();
}

/** A function that asks DuckDB for the counts that a return has of cases and sessions, over tables that are loaded. */
export async function duckdbRecords(records) {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run(
    `CREATE TABLE cases (id VARCHAR, person VARCHAR, support VARCHAR, route VARCHAR, opened VARCHAR, closed VARCHAR,
     years INTEGER, gender VARCHAR, ethnicity VARCHAR, living VARCHAR)`,
  );
  await connection.run(
    'CREATE TABLE sessions (id VARCHAR, day VARCHAR, activity VARCHAR, days DOUBLE, attending INTEGER)',
  );
  const [cases, sessions] = [
    await connection.createAppender('cases'),
    await connection.createAppender('sessions'),
  ];
  const text = (appender, value) =>
    value === null || value === undefined ? appender.appendNull() : appender.appendVarchar(value);
  for (const each of records) {
    if (each.kind === 'case') {
      for (const value of [each.id, each.youngPerson, each.support, each.route, each.opened, each.closed])
        text(cases, value);
      cases.appendInteger(each.age.years);
      for (const value of [each.gender, each.ethnicity, each.living]) text(cases, value);
      cases.endRow();
    } else {
      for (const value of [each.id, each.date, each.activity]) text(sessions, value);
      sessions.appendDouble(each.days);
      sessions.appendInteger(each.attending);
      sessions.endRow();
    }
  }
  cases.closeSync();
  sessions.closeSync();
  const people = `(SELECT person, max(years) AS age, any_value(gender) gender, any_value(ethnicity) ethnicity,
    any_value(living) living, any_value(route) route FROM cases WHERE support = 'direct' AND opened <= '2015-03-31'
    AND (closed IS NULL OR closed >= '2015-01-01') GROUP BY person)`;
  const counts = [
    'gender',
    'ethnicity',
    'living',
    'route',
    `CASE WHEN age < 12 THEN 'u' WHEN age < 15 THEN 'a' WHEN age < 18 THEN 'b' ELSE 'c' END`,
  ];
  const questions = [
    ...counts.map((by) => `SELECT ${by}, count(*) FROM ${people} GROUP BY 1`),
    `SELECT support, count(DISTINCT person) FROM cases GROUP BY 1`,
    `SELECT activity, count(*), sum(attending) FROM sessions WHERE day BETWEEN '2015-01-01' AND '2015-03-31' GROUP BY 1`,
  ];
  return async () => {
    for (const sql of questions) await (await connection.runAndReadAll(sql)).getRowsJS();
  };
}
