/**
 * Documents for partners, as data, and as Markdown.
 *
 * @packageDocumentation
 */
export { calendarFile, type CalendarFileOptions } from './calendar-file.ts';
export { dataDictionary } from './data-dictionary.ts';
export type { Block, Document } from './document.ts';
export { indicatorGuide } from './indicator-guide.ts';
export { toHtml, type HtmlOptions } from './html.ts';
export { legible } from './legible.ts';
export { glossaryPage } from './glossary-page.ts';
export type { Internal } from './internal.ts';
export { toMarkdown } from './markdown.ts';
export { programmeReport, type ProgrammeReportOptions } from './programme-report.ts';
export { reportPictures, type ReportPictures } from './report-pictures.ts';
export {
  catalogue,
  editionIn,
  type Catalogue,
  type CatalogueCodelist,
  type CatalogueField,
  type CatalogueRule,
} from './catalogue.ts';
export { codelistPages } from './codelist-pages.ts';
export { modelGuide } from './model-guide.ts';
export { theoryGuide, type TheoryGuideOptions } from './theory-guide.ts';
export { ruleVersion } from './version.ts';
export { whatChanged } from './what-changed.ts';
export { returnPictures } from './return-pictures.ts';
export { returnReport, type ReturnReportOptions } from './return-report.ts';
export { ruleReference } from './rule-reference.ts';
export { partnerDocuments } from './partner-documents.ts';
export { pictureBlocks } from './picture-blocks.ts';
export { boundsChart, type BoundsChart, type BoundsRow } from './pictures/bounds-chart.ts';
export { contextDiagram } from './pictures/context-diagram.ts';
export {
  coverageChart,
  returnStates,
  type CoverageChart,
  type ReturnState,
} from './pictures/coverage-chart.ts';
export { modelDiagram } from './pictures/model-diagram.ts';
export type { Picture, PictureTable } from './pictures/picture.ts';
export { quartersChart, type QuarterPoint, type QuartersChart } from './pictures/quarters-chart.ts';
export { sharesChart, type SharePart, type ShareRow, type SharesChart } from './pictures/shares-chart.ts';
export { theoryDiagram } from './pictures/theory-diagram.ts';
export { blankForm, type BlankFormOptions } from './blank-form/blank-form.ts';
export { returnJsonSchema, type JsonSchemaOptions } from './return-json-schema.ts';
