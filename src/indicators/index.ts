export {
  assessIndicators,
  measureFigures,
  type AssessedIndicator,
  type AssessedIndicators,
  type AssessedMeasure,
  type AssessmentOptions,
  type IndicatorEvidence,
  type MeasuredServices,
} from './assess-indicators.ts';
export { measureFigureInWords } from './figure-words.ts';
export * from './impact-area.ts';
export * from './indicator.ts';
export type {
  Bearing,
  Measure,
  MeasureFigure,
  MeasurePoints,
  Points,
  Reading,
  ServiceEvidence,
  ServiceReading,
  Trend,
} from './measure.ts';
export { measure } from './measure.ts';
export { measures } from './measures.ts';
export * from './observation.ts';
export { fromReturns } from './readings.ts';
export type { PeriodEvidence, RefusedObservation } from './service-evidence.ts';
export { indicatorStanding, type IndicatorStanding, type MeasureResult } from './standing.ts';
