/**
 * Puts things into groups by name, the groups in the order in which their first members come. A map, so that
 * no name has a meaning of its own.
 *
 * @example
 * [...groupedBy(['12-14', '15-17', '12-14'], (band) => band)]; // => [['12-14', ['12-14', '12-14']], ['15-17', ['15-17']]]
 */
export function groupedBy<Thing, Name = string>(
  things: Iterable<Thing>,
  nameOf: (thing: Thing) => Name,
): ReadonlyMap<Name, readonly Thing[]> {
  const groups = new Map<Name, Thing[]>();
  for (const thing of things) {
    const name = nameOf(thing);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [thing]);
    else group.push(thing);
  }
  return groups;
}
