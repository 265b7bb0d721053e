import type { Theories } from '../evaluation/index.ts';
import { codelistPages } from './codelist-pages.ts';
import { dataDictionary } from './data-dictionary.ts';
import type { Document } from './document.ts';
import { glossaryPage } from './glossary-page.ts';
import { indicatorGuide } from './indicator-guide.ts';
import { modelGuide } from './model-guide.ts';
import { contextDiagram } from './pictures/context-diagram.ts';
import { modelDiagram } from './pictures/model-diagram.ts';
import { ruleReference } from './rule-reference.ts';
import { theoryGuide } from './theory-guide.ts';

/**
 * Every document that explains the form and the programme to partners, with its pictures, by the name of its file.
 *
 * @throws Error naming the optional package that the pictures need
 */
export async function partnerDocuments(theories: Theories): Promise<Readonly<Record<string, Document>>> {
  return {
    'data-dictionary': dataDictionary(),
    rules: ruleReference(),
    codes: codelistPages(),
    glossary: glossaryPage(),
    models: modelGuide(await Promise.all(([1, 2, 3, 4, 5] as const).map(modelDiagram))),
    indicators: indicatorGuide(),
    theories: theoryGuide(theories, { pictures: [await contextDiagram()] }),
  };
}
