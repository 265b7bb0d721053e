/**
 * Every numbered part of the Year Two report, with its title.
 *
 * @example
 * reportPlaces['2.3']; // => 'Services activities, outputs and outcomes'
 */
export const reportPlaces = {
  Summary: 'Summary',
  '1.1': 'The aims of this report',
  '1.2': 'The research team',
  '1.3': 'Aims and objectives of the evaluation',
  '1.4': 'Using a realist approach to evaluation',
  '1.5': 'Background to the CSEFA strategy',
  '1.6': 'A changing national context',
  '2.1': 'Year Two progress report and service development',
  '2.2': 'Emerging models of Hub and Spoke',
  '2.3': 'Services activities, outputs and outcomes',
  '3.1': 'Developing themes',
  '3.2': 'The relationship between national and local contexts',
  '3.3': 'Hub and Spoke model in practice',
  '4.1': 'Summary of emerging themes, promising practice and key messages',
  '4.2': 'Next stages for the evaluation',
  'Table 1': 'The services, their Spokes and their models',
  'Table 2': 'Service 1 data',
  'Table 3': 'Service 2 data',
  'Table 4': 'Service 3 data',
  'Table 5': 'Services 4, 5 and 8 data',
  'Tables 2-5': 'The four published tables of returns',
  'Figure 1': 'The five models of delivery',
  'Figure 2': 'The layers of context',
  'Appendix One': 'Glossary',
  'Appendix Two': 'The research team',
  'Appendix Three': 'Evaluation activities and data collected in Year Two',
  'Appendix Four': 'Evaluation schedule, years 3 and 4',
} as const;

/** A numbered part of the Year Two report. */
export type ReportPlace = keyof typeof reportPlaces;

/** Published standards, other than the report, that a definition may rest on. */
export const standards = {
  'GSS ethnicity': 'Government Statistical Service harmonised standard for ethnicity, England and Wales',
  'GSS disability': 'Government Statistical Service harmonised standard for disability',
  'Equality Act 2010': 'Equality Act 2010, protected characteristics',
  'ISO 8601': 'ISO 8601, date and time representations',
} as const;

/** A published standard that a definition may rest on. */
export type Standard = keyof typeof standards;

/**
 * Where a definition comes from: a place in the Year Two report, a published standard, or `library`
 * when the definition is this library's own.
 */
export type Source = ReportPlace | Standard | 'library';

/**
 * A source in words, as documents print it.
 *
 * @example
 * describeSource('Table 4'); // => 'Year Two report, Table 4'
 * describeSource('library'); // => 'This library'
 */
export function describeSource(source: Source): string {
  if (source === 'library') return 'This library';
  return source in reportPlaces ? `Year Two report, ${source}` : standards[source as Standard]; // not in the report, so a standard
}
