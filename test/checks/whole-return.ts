export const header = { edition: 'year-two', service: '2', period: { from: '2016-01-01', to: '2016-03-31' } };

/** A whole return from the parts that a rule reads. */
export function wholeReturn(parts: Readonly<Record<string, unknown>>): unknown {
  const value: Record<string, unknown> = { ...header };
  for (const [path, part] of Object.entries(parts)) {
    const [section = '', name] = path.split('.');
    value[section] = name === undefined ? part : { ...(value[section] as object | undefined), [name]: part };
  }
  return value;
}
