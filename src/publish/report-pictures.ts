import { hiddenMark, type Protected, type ProtectedFigure } from '../disclosure/index.ts';
import { boundsInWords } from '../figures/index.ts';
import { fields, fieldOf, type FieldId } from '../form/index.ts';
import type { ReturnStanding } from '../programme/index.ts';
import { figureLabel, wholePath } from '../summary/index.ts';
import { groupedBy, parseQuarter, type Quarter } from '../vocabulary/index.ts';
import { baseNames, groupName } from './figure-tables.ts';
import { boundsChart } from './pictures/bounds-chart.ts';
import { coverageChart, type ReturnState } from './pictures/coverage-chart.ts';
import type { Picture } from './pictures/picture.ts';
import { quartersChart } from './pictures/quarters-chart.ts';
import { sharesChart, type ShareRow } from './pictures/shares-chart.ts';

/** The pictures of a report, by where they stand in it. */
export interface ReportPictures {
  readonly returns: readonly Picture[];
  readonly activity: readonly Picture[];
  readonly quarters: readonly Picture[];
  readonly characteristics: readonly Picture[];
}

/**
 * The pictures for {@link programmeReport}: which returns came, activity, young people by quarter, characteristics and
 * referral routes. All lengths come from protected numbers.
 *
 * @throws Error naming the optional package that is missing
 */
export async function reportPictures(
  { summaries }: Protected,
  standings: readonly ReturnStanding[] = [],
): Promise<ReportPictures> {
  const groups = summaries.flatMap(({ by, figures }) => {
    const apart = [...groupedBy(figures, ({ group }) => JSON.stringify(group)).values()];
    return by.includes('quarter') ? [] : apart;
  });
  const quarterly = summaries.filter(({ by }) => by.join() === 'quarter').flatMap(({ figures }) => figures);
  return {
    returns: standings.length === 0 ? [] : [await returnsPicture(standings)],
    activity: await Promise.all(activityPictures(groups)),
    quarters: await Promise.all(quarterPictures(quarterly)),
    characteristics: await Promise.all(characteristicPictures(groups)),
  };
}

const states: Readonly<Record<ReturnStanding['standing'], ReturnState>> = {
  received: 'received',
  late: 'late',
  combined: 'combined',
  due: 'not-expected',
  missing: 'missing',
};

function returnsPicture(standings: readonly ReturnStanding[]): Promise<Picture> {
  const quarterly = standings.flatMap((each) =>
    each.quarter === undefined ? [] : [{ ...each, quarter: each.quarter }],
  );
  return coverageChart({
    title: 'Which quarterly returns came',
    quarters: [...new Set(quarterly.map(({ quarter }) => quarter))].sort(),
    services: [...groupedBy(quarterly, ({ service }) => service)].map(([service, own]) => ({
      service: `Service ${service}`,
      states: Object.fromEntries(
        own.map(({ quarter, standing, receivedOn }) => [
          quarter,
          standing === 'received' && receivedOn !== undefined ? 'on-time' : states[standing],
        ]),
      ),
    })),
  });
}

const asRow = (figure: ProtectedFigure) => ({
  label: figureLabel(figure.path),
  low: figure.low,
  ...(figure.high !== undefined && { high: figure.high }),
  words: shortly(figure),
});

/** A figure without how much is behind it: the tables of the report say that. */
const shortly = ({ mark, low, high, rounded }: ProtectedFigure): string => {
  if (mark === 'hidden') return hiddenMark;
  if (rounded !== undefined) return boundsInWords({ low: rounded, high: rounded });
  return boundsInWords({ low, ...(high !== undefined && { high }) });
};

const activities = fields
  .filter(({ kind, id }) => kind === 'count' && id.startsWith('with'))
  .map(({ id }) => id);

/** What all returns together did, and each activity by group: sessions and attendances, each with their own kind. */
function activityPictures(groups: readonly (readonly ProtectedFigure[])[]): readonly Promise<Picture>[] {
  const done = groups
    .flat()
    .filter(({ path, coverage }) => activities.includes(path) && coverage.returned > 0);
  const all = done.filter(({ group }) => Object.keys(group).length === 0);
  const apart = groupedBy(
    done.filter(({ group }) => Object.keys(group).length > 0),
    ({ path }) => path,
  );
  return [
    ...[...groupedBy(all, unitOf)].map(([unit, of]) =>
      boundsChart({ title: `${unit}, all returns`, unit, rows: of.map(asRow) }),
    ),
    ...[...apart.values()].flatMap((of) => {
      const [first] = of;
      return first === undefined || of.length < 2
        ? []
        : [
            boundsChart({
              title: figureLabel(first.path),
              unit: unitOf(first),
              rows: of.map((figure) => ({ ...asRow(figure), label: groupName(figure.group) })),
            }),
          ];
    }),
  ];
}

function unitOf({ path }: ProtectedFigure): string {
  const field = fieldOf(path as FieldId); // of the catalogue
  const unit = field.kind === 'code' ? '' : field.unit;
  return `${unit.slice(0, 1).toUpperCase()}${unit.slice(1)}`;
}

/** Counts whose course over time is shown. */
const courses = ['youngPeople.direct', 'youngPeople.indirect', 'withProfessionals.trainingSessions'] as const;

const quarterPictures = (figures: readonly ProtectedFigure[]): readonly Promise<Picture>[] =>
  courses.flatMap((path) => {
    const points = figures
      .filter((figure) => figure.path === path && figure.coverage.returned > 0)
      .flatMap((figure) => {
        const quarter: Quarter | undefined = parseQuarter(figure.group.quarter ?? '');
        return quarter === undefined ? [] : [{ ...asRow(figure), quarter }];
      });
    const { label } = fieldOf(path);
    return points.length < 2 ? [] : [quartersChart({ title: `${label}, by quarter`, unit: label, points })];
  });

/** Each breakdown, with a bar for each group and base. */
const characteristicPictures = (
  groups: readonly (readonly ProtectedFigure[])[],
): readonly Promise<Picture>[] =>
  fields
    .filter(({ kind }) => kind === 'breakdown')
    .flatMap(({ id, label }) => {
      const rows = groups.flatMap((figures) => shareRows(figures, id));
      return rows.length === 0 ? [] : [sharesChart({ title: label, unit: 'Young people', rows })];
    });

function shareRows(figures: readonly ProtectedFigure[], id: string): readonly ShareRow[] {
  const parts = figures.filter(({ path, coverage }) => wholePath(path) === id && coverage.returned > 0);
  return [...groupedBy(parts, ({ base }) => base ?? '').values()].map((own): ShareRow => {
    const [first] = own;
    const whole = figures.find(({ path, base }) => path === id && base === first?.base);
    const everybody = whole === undefined ? undefined : printedNumber(whole);
    return {
      label: first === undefined ? '' : named(first),
      ...(everybody !== undefined && { whole: everybody }),
      parts: own.map((part) => {
        const count = printedNumber(part);
        const label = figureLabel(part.path).replace(/^.*?: /, '');
        return { label, words: shortly(part), ...(count !== undefined && { count }) };
      }),
    };
  });
}

/** The number that is printed, where it is one. */
const printedNumber = ({ low, high, rounded, mark }: ProtectedFigure): number | undefined =>
  mark === 'hidden' ? undefined : (rounded ?? (low === high ? low : undefined));

/** A group with whom it describes: characteristics of both kinds of support never add up. */
const named = ({ group, base }: ProtectedFigure): string =>
  base === undefined ? groupName(group) : `${groupName(group)}, ${baseNames[base]}`;
