import { classifyModel } from './classify-model.ts';
import type { Service } from './register.ts';

/** The model that is declared for a service, else the one that its posts show; nothing where they show none. */
export function modelOf({ declaredModel, spokes }: Service): string | undefined {
  const model = declaredModel ?? classifyModel(spokes).model;
  return model === 'undetermined' ? undefined : String(model);
}
