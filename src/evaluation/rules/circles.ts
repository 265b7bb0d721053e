/** Arrows from each place to others. */
type Arrows = readonly (readonly number[])[];

/**
 * The places from which arrows lead back to themselves, put together where they lead to each other: the strongly
 * connected parts, found by Kosaraju’s two walks, without recursion and in time that grows with the arrows.
 */
export function circlesIn(next: Arrows): readonly (readonly number[])[] {
  const back: number[][] = next.map(() => []);
  for (const [from, targets] of next.entries()) for (const to of targets) back[to]?.push(from);
  const seen = new Set<number>();
  const circles: (readonly number[])[] = [];
  for (const start of finishingOrder(next).reverse()) {
    const part = reachable(start, back, seen);
    const isCircle = part.length > 1 || (next[start]?.includes(start) ?? false);
    if (part.length > 0 && isCircle) circles.push(part.sort((one, other) => one - other));
  }
  return circles;
}

/** The places in the order in which a walk along the arrows is done with them. */
function finishingOrder(next: Arrows): number[] {
  const seen = new Set<number>();
  const done: number[] = [];
  for (const start of next.keys()) {
    const path: { readonly place: number; arrow: number }[] = [];
    const enter = (place: number): void => {
      if (!seen.has(place)) path.push({ place, arrow: 0 });
      seen.add(place);
    };
    enter(start);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const to = next[top.place]?.[top.arrow];
      top.arrow += 1;
      if (to !== undefined) enter(to);
      else {
        done.push(top.place);
        path.pop();
      }
    }
  }
  return done;
}

/** The places not seen before that can be reached from one. */
function reachable(start: number, arrows: readonly (readonly number[])[], seen: Set<number>): number[] {
  const found: number[] = [];
  const open = [start];
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    if (seen.has(place)) continue;
    seen.add(place);
    found.push(place);
    // One by one: a place may have more arrows than a call takes arguments.
    for (const each of arrows[place] ?? []) if (!seen.has(each)) open.push(each);
  }
  return found;
}
