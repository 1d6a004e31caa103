import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { DocumentKind, DocumentSearch } from '#lib/domain/attachment.ts';
import { decodeText } from '#lib/import/decode-text.ts';
import { joinSeen, lookInto, nothingSeen, type Seen } from './suspicions.ts';

/** What the reader says of a document: what it found, or that the document is broken or made to fill a machine. */
export type ReaderAnswer =
  | { ok: true; search: DocumentSearch }
  | { ok: false; refusal: 'document-bomb' | 'document-broken' };

/** What a reader may take. */
interface ReaderLimits {
  milliseconds: number;
  /** Of the machine's memory. */
  megabytes: number;
  /** What an Office file may unpack to, counted as it comes. */
  unpackedMegabytes: number;
}
const LIMITS: ReaderLimits = { milliseconds: 20_000, megabytes: 700, unpackedMegabytes: 500 };
const HEAP_MEGABYTES = 384;
const LOOK_AGAIN_MS = 50;

/** Two documents at a time: one that is slow holds up no more than itself. */
const AT_ONCE = 2;
let running = 0;
const waiting: (() => void)[] = [];

/** Searches a document's name, and its text where its kind has any, for what looks like CPR numbers. */
export async function searchDocument(
  name: string,
  kind: DocumentKind,
  bytes: Uint8Array,
  limited: Partial<ReaderLimits> = {},
): Promise<ReaderAnswer> {
  const inName = nothingSeen();
  lookInto(inName, { in: 'name' }, name);
  const answer = await searchBytes(kind, bytes, { ...LIMITS, ...limited });
  return answer.ok ? { ok: true, search: { ...answer.search, ...joinSeen(inName, answer.search) } } : answer;
}

async function searchBytes(kind: DocumentKind, bytes: Uint8Array, limits: ReaderLimits): Promise<ReaderAnswer> {
  switch (kind) {
    case 'txt':
    case 'csv':
      return { ok: true, search: { outcome: 'searched', ...searchLines(bytes) } };
    case 'eml':
      return { ok: true, search: { outcome: 'partly', ...searchLines(bytes) } };
    case 'msg':
    case 'png':
    case 'jpg':
      return { ok: true, search: { outcome: 'not-searchable', ...nothingSeen() } };
    default:
      return takeTurn(() => askReader(kind, bytes, limits));
  }
}

function searchLines(bytes: Uint8Array): Seen {
  const seen = nothingSeen();
  for (const [index, text] of decodeText(bytes)
    .split(/\r\n|\n|\r/)
    .entries()) {
    lookInto(seen, { in: 'line', line: index + 1 }, text);
  }
  return seen;
}

async function takeTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

/** The reader's source, which Node runs as it is: beside this file, or in the project when this one is bundled. */
function findReader(): string {
  const own = import.meta.dirname;
  const beside = own === undefined ? '' : path.join(own, 'reader-process.ts');
  return existsSync(beside) ? beside : path.join(process.cwd(), 'lib', 'documents', 'reader-process.ts');
}

/** Asks a process of its own, which gets no secrets, can write no file and start nothing, and is ended at its limits. */
function askReader(kind: DocumentKind, bytes: Uint8Array, limits: ReaderLimits): Promise<ReaderAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<ReaderAnswer>();
  const flags = ['--permission', '--allow-fs-read=*', `--max-old-space-size=${HEAP_MEGABYTES}`, '--no-warnings'];
  const child = spawn(process.execPath, [...flags, findReader(), kind, `${limits.unpackedMegabytes}`], {
    stdio: ['pipe', 'ignore', 'ignore', 'ipc'],
    env: { NODE_ENV: process.env.NODE_ENV },
    cwd: path.dirname(path.dirname(path.dirname(findReader()))),
  });
  const end = () => child.kill('SIGKILL');
  const timer = setTimeout(end, limits.milliseconds);
  const watch = setInterval(async () => {
    if ((await residentMegabytes(child.pid)) > limits.megabytes) end();
  }, LOOK_AGAIN_MS);
  child.on('message', (message) => resolve(message as ReaderAnswer));
  child.on('error', reject);
  child.on('exit', () => {
    clearTimeout(timer);
    clearInterval(watch);
    resolve({ ok: true, search: { outcome: 'gave-up', ...nothingSeen() } });
  });
  // A reader that has ended takes no more: its end is the answer.
  child.stdin?.on('error', () => undefined);
  child.stdin?.end(bytes);
  return promise;
}

/** What a process holds of the machine's memory; 0 where the system does not say. */
async function residentMegabytes(pid: number | undefined): Promise<number> {
  if (process.platform !== 'linux') return 0;
  try {
    const status = await readFile(`/proc/${pid}/status`, 'utf8');
    return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) / 1024;
  } catch {
    // It has just ended.
    return 0;
  }
}
