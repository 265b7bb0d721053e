import { z } from 'zod';
import { coreReturn } from '../form/index.ts';
import { ruleVersion } from './version.ts';

/** Which JSON Schema is written. */
export interface JsonSchemaOptions {
  /** The draft; 2020-12 unless said. */
  readonly draft?: '2020-12' | '07';
}

/**
 * The shape of a return as JSON Schema, with every label and guidance. It says what a return looks like; the rules say
 * whether it is right.
 *
 * @example
 * returnJsonSchema().title; // => 'Core data collection form, a return'
 * returnJsonSchema({ draft: '07' }).$schema; // => 'http://json-schema.org/draft-07/schema#'
 */
export function returnJsonSchema({ draft = '2020-12' }: JsonSchemaOptions = {}): Readonly<
  Record<string, unknown>
> {
  const schema = z.toJSONSchema(coreReturn, {
    target: draft === '07' ? 'draft-7' : 'draft-2020-12',
    io: 'input',
    // What a schema cannot say, the rules do.
    unrepresentable: 'any',
  });
  return {
    ...schema,
    title: 'Core data collection form, a return',
    $comment: `Rules of version ${ruleVersion.version}, commit ${ruleVersion.commit}.`,
  };
}
