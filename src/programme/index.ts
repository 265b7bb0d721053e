export {
  assessChecklist,
  formalAgreement,
  operationalGroup,
  type Answer,
  type Answers,
  type Checklist,
  type ChecklistItem,
  type ChecklistResult,
} from './checklist.ts';
export { classifyModel, sectorOfHost, whatWouldDecide, type Classification } from './classify-model.ts';
export type { ClassifiedSpokes } from './posts-as-sent.ts';
export * from './funder.ts';
export * from './host-type.ts';
export { modelOf } from './model-of-service.ts';
export * from './models.ts';
export * from './phase.ts';
export { isFilled, isInPostIn, postsOn } from './posts.ts';
export * from './provenance.ts';
export type * from './register.ts';
export { registerSchema } from './register-schema.ts';
export * from './calendar.ts';
export * from './practice-standards.ts';
export * from './landscape.ts';
export * from './messages.ts';
