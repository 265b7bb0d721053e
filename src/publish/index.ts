/**
 * Documents for partners, as data, and as Markdown.
 *
 * @packageDocumentation
 */
export { calendarFile, type CalendarFileOptions } from './calendar-file.ts';
export { dataDictionary } from './data-dictionary.ts';
export type { Block, Document } from './document.ts';
export { indicatorGuide } from './indicator-guide.ts';
export { glossaryPage } from './glossary-page.ts';
export type { Internal } from './internal.ts';
export { toMarkdown } from './markdown.ts';
export { programmeReport } from './programme-report.ts';
export { returnReport } from './return-report.ts';
export { ruleReference } from './rule-reference.ts';
