import { SaxesParser } from 'saxes';

interface Node {
  readonly name: string;
  readonly uri: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Node[];
  text: string;
}

/** The elements of a well-formed text. */
function tree(xml: string): Node {
  const top: Node = { name: '', uri: '', attributes: {}, children: [], text: '' };
  const open = [top];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('opentag', ({ local, uri, attributes }) => {
    const own = Object.values(attributes).filter((each) => each.prefix !== 'xmlns' && each.name !== 'xmlns');
    const node: Node = {
      name: local,
      uri,
      attributes: Object.fromEntries(own.map(({ name, value }) => [name, value])),
      children: [],
      text: '',
    };
    open.at(-1)!.children.push(node);
    open.push(node);
  });
  parser.on('text', (text) => (open.at(-1)!.text += text));
  parser.on('cdata', (text) => (open.at(-1)!.text += text));
  parser.on('closetag', () => open.pop());
  parser.write(xml).close();
  return top.children[0]!;
}

const guid =
  /^(?:[\da-fA-F]{8}-[\da-fA-F]{4}-[\da-fA-F]{4}-[\da-fA-F]{4}-[\da-fA-F]{12}|\{[\da-fA-F]{8}-[\da-fA-F]{4}-[\da-fA-F]{4}-[\da-fA-F]{4}-[\da-fA-F]{12}\})$/;
const boolean = /^(?:true|false|1|0)$/;
const colour = /^#(?:[A-Fa-f\d]{6}|[A-Fa-f\d]{3})$/;

/** An element of the published schema: its children in order, and its attributes. */
interface Rule {
  /** Name, least and most, in the order of the sequence. */
  readonly children: readonly (readonly [name: string, least: number, most: number])[];
  readonly required: Readonly<Record<string, RegExp>>;
  readonly optional?: Readonly<Record<string, RegExp>>;
  readonly text?: true;
}

const text = /^[^]*$/;
const many = Infinity;

/** The published schema of REFI-QDA codebooks, version 1.0, as rules. */
const schema: Readonly<Record<string, Rule>> = {
  CodeBook: {
    children: [
      ['Codes', 1, 1],
      ['Sets', 0, 1],
    ],
    required: {},
    optional: { origin: text },
  },
  Codes: { children: [['Code', 1, many]], required: {} },
  Sets: { children: [['Set', 1, many]], required: {} },
  Code: {
    children: [
      ['Description', 0, 1],
      ['Code', 0, many],
    ],
    required: { guid, name: text, isCodable: boolean },
    optional: { color: colour },
  },
  Set: {
    children: [
      ['Description', 0, 1],
      ['MemberCode', 0, many],
    ],
    required: { guid, name: text },
  },
  MemberCode: { children: [], required: { guid } },
  Description: { children: [], required: {}, text: true },
};

/** Everything in which a text breaks the published schema. */
export function schemaProblems(xml: string): readonly string[] {
  const root = tree(xml);
  return root.name === 'CodeBook' ? problemsOf(root) : [`the root is ${root.name}`];
}

function problemsOf(node: Node): readonly string[] {
  const rule = schema[node.name];
  if (rule === undefined) return [`${node.name} is no element`];
  const allowed = { ...rule.required, ...rule.optional };
  const names = node.children.map(({ name }) => name);
  const order = rule.children.map(([name]) => name);
  const inOrder = [...names].sort((one, other) => order.indexOf(one) - order.indexOf(other));
  return [
    ...(node.uri === 'urn:QDA-XML:codebook:1.0' ? [] : [`${node.name} is in the name space ${node.uri}`]),
    ...Object.keys(rule.required)
      .filter((name) => !(name in node.attributes))
      .map((name) => `${node.name} has no ${name}`),
    ...Object.entries(node.attributes)
      .filter(([name, value]) => !(allowed[name]?.test(value) ?? false))
      .map(([name, value]) => `${node.name} has ${name}="${value}"`),
    ...rule.children
      .filter(([name, least, most]) => {
        const count = names.filter((each) => each === name).length;
        return count < least || count > most;
      })
      .map(([name]) => `${node.name} has the wrong number of ${name}`),
    ...names.filter((name) => !order.includes(name)).map((name) => `${node.name} holds ${name}`),
    ...(names.join() === inOrder.join() ? [] : [`${node.name} holds its elements out of order`]),
    ...(rule.text || node.text.trim() === '' ? [] : [`${node.name} holds text`]),
    ...node.children.flatMap(problemsOf),
  ];
}

/** Every GUID of a text, those of members apart. */
export function guidsIn(xml: string): {
  readonly own: readonly string[];
  readonly members: readonly string[];
} {
  const own: string[] = [];
  const members: string[] = [];
  const visit = (node: Node): void => {
    const { guid: id } = node.attributes;
    if (id !== undefined) (node.name === 'MemberCode' ? members : own).push(id);
    node.children.forEach(visit);
  };
  visit(tree(xml));
  return { own, members };
}
