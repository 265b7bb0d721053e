import { toDot, type Theories } from '../../evaluation/index.ts';
import { drawn, graphStyle } from './graph-drawing.ts';
import type { Picture } from './picture.ts';

/**
 * Configurations as a graph: contexts lead to a mechanism, which leads to an outcome; rivals are joined by dashes.
 *
 * @throws Error naming the optional package that is missing
 */
export function theoryDiagram(title: string, theories: Theories): Promise<Picture> {
  const { configurations } = theories;
  return drawn(
    {
      title,
      description: `${configurations.length} ${configurations.length === 1 ? 'configuration' : 'configurations'}: contexts lead to a mechanism, and that to an outcome.`,
      table: {
        header: ['Configuration', 'Context', 'Mechanism', 'Outcome'],
        rows: configurations.map(({ id, contexts, mechanism, outcome }) => [
          id,
          contexts.map(({ statement }) => statement).join('; '),
          mechanism?.statement ?? 'not known yet',
          outcome.statement,
        ]),
      },
    },
    toDot(theories).replace('rankdir=LR;', ['rankdir=TB;', ...graphStyle].join('\n')),
  );
}
