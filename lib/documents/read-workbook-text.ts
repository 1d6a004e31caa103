import type { CprSuspicion } from '#lib/domain/cpr.ts';
import { findCprNumbers } from '#lib/domain/cpr.ts';
import { readXml } from '#lib/import/xlsx/read-xml.ts';
import { type Archive, unpack } from '#lib/import/xlsx/zip.ts';
import { note, type Seen } from './suspicions.ts';

/** Searches every sheet of a workbook, the hidden ones too. @returns the parts that it read */
export async function searchSheets(archive: Archive, seen: Seen): Promise<Set<string>> {
  const read = new Set<string>();
  const path = [...archive.entries.keys()].find((name) => /(^|\/)workbook\.xml$/.test(name));
  if (path === undefined) return read;
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const { targets, strings } = await readTargets(archive, `${folder}_rels/workbook.xml.rels`, folder);
  const shared = strings === null ? new Map<number, CprSuspicion[]>() : await searchStrings(archive, strings);
  if (strings !== null) read.add(strings);
  const sheets: { name: string; part: string }[] = [];
  await readXml(unpack(archive, path), {
    open: (name, attributes) => {
      if (name !== 'sheet') return;
      const key = Object.keys(attributes).find((attribute) => attribute.endsWith(':id')) ?? '';
      const part = targets.get(attributes[key] ?? '');
      if (part !== undefined) sheets.push({ name: attributes.name ?? '', part });
    },
  });
  for (const { name, part } of sheets) {
    await searchSheet(archive, part, name, shared, seen);
    read.add(part);
  }
  return read;
}

async function readTargets(archive: Archive, part: string, folder: string) {
  const targets = new Map<string, string>();
  let strings: string | null = null;
  await readXml(unpack(archive, part), {
    open: (name, { Id = '', Target = '', Type = '' }) => {
      if (name !== 'Relationship') return;
      const target = Target.startsWith('/') ? Target.slice(1) : folder + Target;
      targets.set(Id, target);
      if (Type.endsWith('/sharedStrings')) strings = target;
    },
  });
  return { targets, strings: strings as string | null };
}

/** The shared texts in which something was found, by their number. */
async function searchStrings(archive: Archive, part: string): Promise<Map<number, CprSuspicion[]>> {
  const found = new Map<number, CprSuspicion[]>();
  let text = '';
  let index = 0;
  let inText = false;
  await readXml(unpack(archive, part), {
    open: (name) => {
      if (name === 'si') text = '';
      inText = name === 't';
    },
    text: (piece) => {
      if (inText) text += piece;
    },
    close: (name) => {
      inText = false;
      if (name !== 'si') return;
      const numbers = findCprNumbers(text);
      if (numbers.length > 0) found.set(index, numbers);
      index += 1;
    },
  });
  return found;
}

async function searchSheet(
  archive: Archive,
  part: string,
  sheet: string,
  shared: ReadonlyMap<number, CprSuspicion[]>,
  seen: Seen,
): Promise<void> {
  let cell = '';
  let type = 'n';
  let value = '';
  let inValue = false;
  await readXml(unpack(archive, part), {
    open: (name, attributes) => {
      if (name === 'c') {
        cell = attributes.r ?? '';
        type = attributes.t ?? 'n';
        value = '';
      } else inValue = name === 'v' || name === 't';
    },
    text: (piece) => {
      if (inValue) value += piece;
    },
    close: (name) => {
      inValue = false;
      if (name !== 'c' || value === '') return;
      const numbers =
        type === 's' ? (shared.get(Number(value)) ?? []) : type === 'n' ? inNumber(value) : findCprNumbers(value);
      note(seen, { in: 'cell', sheet, cell }, numbers);
    },
  });
}

/** A number that was a personal number has lost its first zero: with nine digits only the near certain are told. */
function inNumber(value: string): CprSuspicion[] {
  if (!/^\d{9,10}$/.test(value)) return [];
  const found = findCprNumbers(value.padStart(10, '0'));
  return value.length === 10 ? found : found.filter(({ nearCertain }) => nearCertain);
}
