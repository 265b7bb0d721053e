import type { Nodes, Root } from 'mdast';
import { legible } from './legible.ts';

/** A copy of a tree in which no text obeys anybody. */
export const inert = (document: Root): Root => copy(document) as Root; // a root stays a root

function copy(node: Nodes): Nodes {
  if ('value' in node) return { ...node, value: legible(node.value) };
  return 'children' in node ? ({ ...node, children: node.children.map(copy) } as Nodes) : node;
}
