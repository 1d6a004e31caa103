import { readFileSync } from 'node:fs';
import path from 'node:path';

const FOLDER = path.resolve(import.meta.dirname, '../prisma/demo');

const FILES = {
  organisation: 'organisation.csv',
  'im-funktioner': 'im-funktioner.csv',
  saldobalance: 'saldobalance-2023-12.csv',
  kontoansvar: 'kontoansvar-2023.csv',
  afstemninger: 'afstemninger-2023-12.csv',
  sammenligningstal: 'sammenligningstal-2022.csv',
  systemafstemninger: 'systemafstemninger-2023.csv',
  afskrivninger: 'afskrivninger-2023.csv',
} as const;

export type DemoFile = keyof typeof FILES;

/** Where a file of the reference case lies. */
export function demoPath(file: DemoFile): string {
  return path.join(FOLDER, FILES[file]);
}

/** All eight, in no order that would help. */
export const ALL_PATHS: string[] = Object.keys(FILES)
  .sort()
  .map((file) => demoPath(file as DemoFile));

/** The text of a file of the reference case. */
export function readDemo(file: DemoFile): string {
  const bytes = readFileSync(demoPath(file));
  return new TextDecoder(file === 'saldobalance' || file === 'kontoansvar' ? 'windows-1252' : 'utf-8').decode(bytes);
}

/** A file of that name and text, as a person would choose it. */
export function textFile(name: string, text: string): { name: string; mimeType: string; buffer: Buffer } {
  return { name, mimeType: 'text/csv', buffer: Buffer.from(text, 'utf8') };
}
