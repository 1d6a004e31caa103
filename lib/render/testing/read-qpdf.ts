import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

/** A value as qpdf writes it: `/Name`, `u:text`, `b:hex`, `12 0 R`, or what JSON has of itself. */
export type PdfValue = z.infer<ReturnType<typeof z.json>>;

/** What JSON.parse has read is JSON; to go through megabytes of it again would only cost time. */
const anyValue = z.custom<PdfValue>(() => true);

const output = z.object({
  qpdf: z.tuple([
    z.unknown(),
    z.record(
      z.string(),
      z.object({
        value: anyValue.optional(),
        stream: z.object({ dict: anyValue, data: z.string().optional() }).optional(),
      }),
    ),
  ]),
});

const isReference = (value: PdfValue | undefined): value is string =>
  typeof value === 'string' && /^\d+ \d+ R$/.test(value);

/** A text of a PDF. */
export const textOf = (value: PdfValue): string | null =>
  typeof value === 'string' && value.startsWith('u:') ? value.slice(2) : null;

/** The objects of a PDF, as qpdf reads them. Keys and names are given without their slash. */
export class PdfObjects {
  readonly #objects: z.infer<typeof output>['qpdf'][1];

  constructor(json: string) {
    this.#objects = output.parse(JSON.parse(json)).qpdf[1];
  }

  /** What `value` stands for: itself, or what is at the place that it names; the dictionary of a stream. */
  resolve(value: PdfValue | undefined): PdfValue {
    if (!isReference(value)) return value ?? null;
    const object = this.#objects[`obj:${value}`];
    return this.resolve(object?.stream ? object.stream.dict : object?.value);
  }

  /** The entry of a dictionary as it stands there; null where there is none. */
  entry(dictionary: PdfValue | undefined, key: string): PdfValue {
    const resolved = this.resolve(dictionary);
    if (resolved === null || typeof resolved !== 'object' || Array.isArray(resolved)) return null;
    return resolved[`/${key}`] ?? null;
  }

  /** What a path of keys leads to. */
  get(from: PdfValue | undefined, ...path: string[]): PdfValue {
    return path.reduce<PdfValue>((at, key) => this.resolve(this.entry(at, key)), this.resolve(from));
  }

  /** A name without its slash, '' where it is none. */
  name(from: PdfValue | undefined, ...path: string[]): string {
    const value = this.get(from, ...path);
    return typeof value === 'string' && value.startsWith('/') ? value.slice(1) : '';
  }

  /** The parts of a list as they stand there; one thing is a list of one, nothing an empty one. */
  list(value: PdfValue | undefined): PdfValue[] {
    const resolved = this.resolve(value);
    if (resolved === null) return [];
    return Array.isArray(resolved) ? resolved : [value ?? null];
  }

  /** The content of the stream at `reference`, unpacked. */
  stream(reference: PdfValue): Buffer | null {
    const data = this.#objects[`obj:${reference}`]?.stream?.data;
    return data === undefined ? null : Buffer.from(data, 'base64');
  }

  /** The catalog: the root of the file. */
  get root(): PdfValue {
    return this.entry(this.#objects.trailer?.value, 'Root');
  }

  /** The file's encryption, null where there is none. */
  get encryption(): PdfValue {
    return this.entry(this.#objects.trailer?.value, 'Encrypt');
  }

  /** The pages in their order. */
  get pages(): PdfValue[] {
    const leaves = (node: PdfValue): PdfValue[] =>
      this.entry(node, 'Kids') === null ? [node] : this.list(this.entry(node, 'Kids')).flatMap(leaves);
    return leaves(this.entry(this.root, 'Pages'));
  }

  /** Every object of that type. */
  ofType(type: string): string[] {
    const references = Object.keys(this.#objects).flatMap((name) => (name.startsWith('obj:') ? [name.slice(4)] : []));
    return references.filter((reference) => this.name(reference, 'Type') === type);
  }
}

/** Whether a command answers on this machine; where not, what depends on it is not run. */
export function hasTool(command: string): boolean {
  return spawnSync(command, ['--version']).error === undefined;
}

/** Runs a command on a PDF, whose name it takes the place of `FILE`. What it says on standard error comes second. */
export function runOnPdf(bytes: Uint8Array, command: string, args: string[]): [output: string, errors: string] {
  const folder = mkdtempSync(join(tmpdir(), 'afstemt-pdf-'));
  try {
    const file = join(folder, 'report.pdf');
    writeFileSync(file, bytes);
    const options = { encoding: 'utf8', maxBuffer: 1 << 28 } as const;
    const run = spawnSync(
      command,
      args.map((arg) => (arg === 'FILE' ? file : arg)),
      options,
    );
    return [run.stdout, run.stderr];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The objects of a PDF as qpdf writes them out, their streams unpacked. */
export function readJson(bytes: Uint8Array): string {
  const args = ['--json=2', '--json-stream-data=inline', '--decode-level=specialized', 'FILE'];
  return runOnPdf(bytes, 'qpdf', args)[0];
}

/** The objects of a PDF, read by qpdf. */
export const readObjects = (bytes: Uint8Array): PdfObjects => new PdfObjects(readJson(bytes));
