import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';

/** The parts of a workbook, as its archive holds them. */
type Parts = Record<string, Uint8Array>;

const contentType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';
const relationType = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet';

/**
 * Puts the only sheet of one workbook in front of the sheets of another. Every sheet, formula, validation, macro and
 * picture of the other stays byte for byte as it was: what changes are the lists of its parts and of its styles.
 * `undefined` when the other is not built as workbooks are.
 */
export function graftSheet(workbook: Uint8Array, sheet: Uint8Array, name: string): Uint8Array | undefined {
  const [parts, own] = [unpacked(workbook), unpacked(sheet)];
  if (parts === undefined || own === undefined) return undefined;
  const styles = graftStyles(textOf(parts, 'xl/styles.xml'), textOf(own, 'xl/styles.xml'));
  const earlier = earlierFile(parts, name);
  const file = earlier ?? freeFile(parts);
  const lists = earlier === undefined ? listsWith(parts, name, file) : {};
  const page = textOf(own, 'xl/worksheets/sheet1.xml');
  if (styles === undefined || lists === undefined || page === undefined) return undefined;
  const changed: Record<string, string> = {
    ...lists,
    'xl/styles.xml': styles.xml,
    // Only this sheet is to be the chosen one nowhere: two chosen sheets would be edited together.
    [`xl/worksheets/${file}`]: page
      .replace(/ tabSelected="(?:1|true)"/u, '')
      .replace(/ s="(\d+)"/gu, (_, style) => ` s="${Number(style) + styles.first}"`),
  };
  const all: Zippable = { ...parts };
  for (const [part, xml] of Object.entries(changed)) all[part] = strToU8(xml);
  return zipSync(all);
}

/** The parts of an archive; nothing when it is damaged. */
function unpacked(archive: Uint8Array): Parts | undefined {
  try {
    return unzipSync(archive);
  } catch {
    return undefined; // what fails here is the partner’s file
  }
}

const textOf = (parts: Parts, part: string): string | undefined => {
  const bytes = parts[part];
  return bytes === undefined ? undefined : strFromU8(bytes);
};

/** The lists of parts, with the sheet in each of them. */
function listsWith(parts: Parts, name: string, file: string): Readonly<Record<string, string>> | undefined {
  const before = textOf(parts, 'xl/_rels/workbook.xml.rels') ?? '';
  const id = freeId(before);
  const book = withSheet(textOf(parts, 'xl/workbook.xml'), name, id);
  const relations = withRelation(before, file, id);
  const types = withType(textOf(parts, '[Content_Types].xml'), file);
  if (book === undefined || relations === undefined || types === undefined) return undefined;
  return { '[Content_Types].xml': types, 'xl/_rels/workbook.xml.rels': relations, 'xl/workbook.xml': book };
}

/** An id that no relation has: a sheet of an earlier copy may have been renamed since. */
function freeId(relations: string): string {
  let number = 1;
  while (relations.includes(`Id="rIdWhatToFix${number}"`)) number += 1;
  return `rIdWhatToFix${number}`;
}

/** A file for the sheet, under the next number that is free. Some readers know no other names. */
function freeFile(parts: Parts): string {
  const numbers = Object.keys(parts).map((part) =>
    Number(/^xl\/worksheets\/sheet(\d+)\.xml$/u.exec(part)?.[1] ?? 0),
  );
  return `sheet${Math.max(0, ...numbers) + 1}.xml`;
}

/** The file of the sheet that an earlier copy has under the same name, however programs have numbered it since. */
function earlierFile(parts: Parts, name: string): string | undefined {
  const book = textOf(parts, 'xl/workbook.xml') ?? '';
  const tab = Array.from(book.matchAll(/<(?:\w+:)?sheet\b[^>]*>/gu), ([each]) => each).find((each) =>
    each.includes(`name="${name}"`),
  );
  const id = /\br:id="([^"]+)"/u.exec(tab ?? '')?.[1];
  const relations = textOf(parts, 'xl/_rels/workbook.xml.rels') ?? '';
  const relation = Array.from(relations.matchAll(/<Relationship\b[^>]*>/gu), ([each]) => each).find((each) =>
    each.includes(`Id="${id ?? ''}"`),
  );
  return /\bTarget="(?:\/xl\/)?worksheets\/([^"/]+)"/u.exec(relation ?? '')?.[1];
}

/** Adds the sheet in front of the others; what counts sheets from the first counts one more. */
function withSheet(xml: string | undefined, name: string, id: string): string | undefined {
  const open = xml === undefined ? undefined : /<(?<prefix>\w+:)?sheets\b[^>]*>/u.exec(xml);
  if (xml === undefined || open === undefined || open === null) return undefined;
  const prefix = open.groups?.prefix ?? '';
  const ids = Array.from(xml.matchAll(/\bsheetId="(\d+)"/gu), ([, id]) => Number(id));
  const tab = `<${prefix}sheet xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" name="${name}" sheetId="${Math.max(0, ...ids) + 1}" r:id="${id}"/>`;
  return shifted(
    xml.replace(open[0], () => open[0] + tab),
    prefix,
  );
}

const shifted = (xml: string, prefix: string): string => {
  const counted = xml
    .replace(/\blocalSheetId="(\d+)"/gu, (_, index) => `localSheetId="${Number(index) + 1}"`)
    .replace(
      /\b(activeTab|firstSheet)="(\d+)"/gu,
      (_, which: string, index) => `${which}="${Number(index) + 1}"`,
    );
  if (/\bactiveTab="/u.test(counted)) return counted;
  // Without a word the first sheet is the one that opens: it goes on being that of the partner.
  return counted.replace(new RegExp(`<${prefix}workbookView\\b`, 'u'), (view) => `${view} activeTab="1"`);
};

function withRelation(xml: string, file: string, id: string): string | undefined {
  return placedBefore(
    xml,
    '</Relationships>',
    `<Relationship Id="${id}" Type="${relationType}" Target="worksheets/${file}"/>`,
  );
}

function withType(xml: string | undefined, file: string): string | undefined {
  const sheetPart = `xl/worksheets/${file}`;
  return placedBefore(xml, '</Types>', `<Override PartName="/${sheetPart}" ContentType="${contentType}"/>`);
}

function placedBefore(xml: string | undefined, end: string, added: string): string | undefined {
  const at = xml?.lastIndexOf(end) ?? -1;
  return xml === undefined || at < 0 ? undefined : xml.slice(0, at) + added + xml.slice(at);
}

/** The lists of which a cell’s style is made, and by what attribute it names an entry of each. */
const styleLists = [
  ['fonts', 'fontId'],
  ['fills', 'fillId'],
  ['borders', 'borderId'],
] as const;

/** Adds the styles of one workbook behind those of another, and says where they begin. */
function graftStyles(
  xml: string | undefined,
  own: string | undefined,
): { xml: string; first: number } | undefined {
  if (xml === undefined || own === undefined) return undefined;
  let grafted = xml;
  let formats = listIn(own, 'cellXfs')?.content ?? '';
  for (const [list, attribute] of styleLists) {
    const [theirs, ours] = [listIn(grafted, list), listIn(own, list)];
    if (theirs === undefined || ours === undefined) return undefined;
    grafted = appended(grafted, list, ours.content);
    formats = formats.replace(
      new RegExp(`\\b${attribute}="(\\d+)"`, 'gu'),
      (_, id) => `${attribute}="${Number(id) + theirs.count}"`,
    );
  }
  const known = listIn(grafted, 'cellXfs');
  // A number format of their own may have the same number as one of ours: what is written here are texts.
  const plain = formats.replace(/\bnumFmtId="\d+"/gu, 'numFmtId="0"').replace(/\bxfId="\d+"/gu, 'xfId="0"');
  return known === undefined ? undefined : { xml: appended(grafted, 'cellXfs', plain), first: known.count };
}

interface List {
  readonly count: number;
  readonly content: string;
}

/** The entries of a list of styles. `undefined` when there is none, or it is written in a way of its own. */
function listIn(xml: string, name: string): List | undefined {
  const open = new RegExp(`<${name}\\b[^>]*>`, 'u').exec(xml);
  const end = xml.indexOf(`</${name}>`);
  if (open === null || end < 0) return undefined;
  const content = xml.slice(open.index + open[0].length, end);
  const entry = { fonts: 'font', fills: 'fill', borders: 'border', cellXfs: 'xf' }[name] ?? name;
  return { content, count: content.match(new RegExp(`<${entry}\\b`, 'gu'))?.length ?? 0 };
}

function appended(xml: string, name: string, content: string): string {
  const [theirs, added] = [listIn(xml, name), listIn(`<${name}>${content}</${name}>`, name)];
  const count = (theirs?.count ?? 0) + (added?.count ?? 0);
  const withCount = xml.replace(
    new RegExp(`(<${name}\\b[^>]*?\\bcount=")\\d+`, 'u'),
    (_, start: string) => start + String(count),
  );
  return withCount.replace(`</${name}>`, () => `${content}</${name}>`);
}
