import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { keepExport, readExport } from '#lib/db/exports.ts';
import { readReportFile } from '#lib/db/report-versions.ts';
import type { Store } from '#lib/db/store.ts';
import type { BundleFormat } from '#lib/schemas/bundle.ts';
import type { BundleSource, DamagedFile, PlannedFile } from './plan-bundle.ts';
import { findProjectFile } from './project-file.ts';
import { keyOf, type RenderedFile, type RenderTask } from './render-task.ts';
import { renderInThread } from './render-threads.ts';

/** A file of the bundle with its bytes. */
export interface BundleFile {
  /** With `/`. */
  name: string;
  bytes: Uint8Array;
  /** In hex, of the bytes. */
  sha256: string;
  committee: string | null;
  format: BundleFormat;
  /** Names what it was made from and by which program, in hex: the same again would be the same bytes. */
  source: string;
}

export interface RenderHooks {
  /** `done` of `total` pieces of work; `name`: what was done last, '' at the beginning. */
  onProgress: (done: number, total: number, name: string) => void;
  signal: AbortSignal;
  /** Files that are there already, as they would be: by name and source, or null. */
  reuse?: (name: string, source: string) => Promise<Uint8Array | null>;
  /** Where a task is done, if not in a thread. */
  render?: (task: RenderTask, signal: AbortSignal) => Promise<RenderedFile[]>;
}

/**
 * Renders what is planned, in threads and as far as possible at once; what was rendered before, also by a run that was
 * broken off, is taken as it is. In the plan's order.
 * @throws RenderingStopped once the signal says so
 */
export async function renderBundle(
  store: Store,
  planned: readonly PlannedFile[],
  hooks: RenderHooks,
): Promise<{ files: BundleFile[]; damaged: DamagedFile[]; reused: number }> {
  const renderers = await digestRenderers();
  let done = 0;
  let reused = 0;
  hooks.onProgress(0, planned.length, '');
  const parts = await Promise.all(
    planned.map(async (file) => {
      const part = await renderFile(store, file, renderers, hooks);
      done += 1;
      if (part.isReused) reused += 1;
      hooks.onProgress(done, planned.length, file.name);
      return part;
    }),
  );
  const files = parts.flatMap((part) => part.files);
  return {
    files: [...files, ...planned.flatMap((file) => copyBeside(file, files))],
    damaged: parts.flatMap(({ damaged }) => damaged ?? []),
    reused,
  };
}

/** The files that lie beside the pages of a web edition, which needs nothing outside its own folder. */
function copyBeside({ name, source }: PlannedFile, files: readonly BundleFile[]): BundleFile[] {
  if (source.kind !== 'task' || source.task.kind !== 'web') return [];
  return source.task.reports.flatMap(({ model, folder, beside }) =>
    beside.flatMap(({ fileName }) => {
      const own = files.find(
        (file) => file.committee === model.committee.code && path.posix.basename(file.name) === fileName,
      );
      return own ? [{ ...own, name: `${name}/${folder}/${fileName}` }] : [];
    }),
  );
}

/** What came of a planned file. */
interface RenderedPart {
  files: BundleFile[];
  damaged?: DamagedFile;
  isReused: boolean;
}

async function renderFile(
  store: Store,
  planned: PlannedFile,
  renderers: string,
  hooks: RenderHooks,
): Promise<RenderedPart> {
  const { name, committee, format, source } = planned;
  if (source.kind === 'kept') return takeKept(store, planned, source, hooks);
  const { signal, reuse, render = renderInThread } = hooks;
  const key = keyOf(source.task, renderers);
  const toFile = ({ path: inside, bytes }: RenderedFile): BundleFile => ({
    name: inside === '' ? name : `${name}/${inside}`,
    bytes,
    sha256: sha256Of(bytes),
    committee,
    format,
    source: key,
  });
  const there = source.task.kind === 'web' ? null : await reuse?.(name, key);
  if (there) return { files: [toFile({ path: '', bytes: there })], isReused: true };
  const kept = await readExport(store, key);
  const rendered = kept
    ? unpackRendered(source.task, kept)
    : await keepRendered(store, source.task, key, await render(source.task, signal));
  return { files: rendered.map(toFile), isReused: kept !== null };
}

/** A version's file as it was stored; where the archive has lost it, made again, if it can be and gives what was stored. */
async function takeKept(
  store: Store,
  { name, committee, format }: PlannedFile,
  { sha256, task }: Extract<BundleSource, { kind: 'kept' }>,
  { signal, render = renderInThread }: RenderHooks,
): Promise<RenderedPart> {
  const told = { name, sha256, committee, format };
  const stored = readReportFile(store, sha256);
  if (stored) return { files: [{ ...told, bytes: stored, source: sha256 }], isReused: true };
  const [made] = task === null ? [] : await render(task, signal);
  const isRestored = made !== undefined && sha256Of(made.bytes) === sha256;
  return {
    files: isRestored ? [{ ...told, bytes: made.bytes, source: sha256 }] : [],
    damaged: { ...told, isRestored },
    isReused: false,
  };
}

async function keepRendered(
  store: Store,
  task: RenderTask,
  key: string,
  files: RenderedFile[],
): Promise<RenderedFile[]> {
  await keepExport(store, key, packRendered(task, files));
  return files;
}

/** A folder is kept as one file: an archive that nothing is pressed together in. */
function packRendered({ kind }: RenderTask, files: RenderedFile[]): Uint8Array {
  if (kind === 'web') return zipSync(Object.fromEntries(files.map((file) => [file.path, file.bytes])), { level: 0 });
  return files[0]?.bytes ?? new Uint8Array();
}

function unpackRendered({ kind }: RenderTask, bytes: Uint8Array): RenderedFile[] {
  if (kind !== 'web') return [{ path: '', bytes }];
  return Object.entries(unzipSync(bytes)).map(([inside, content]) => ({ path: inside, bytes: content }));
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** What takes part in making a file's bytes: our own source, and by the lock file every library in its version. */
const RENDERERS = [
  'lib/render',
  'lib/report',
  'lib/format',
  'lib/domain',
  'lib/services/render-task.ts',
  'lib/services/render-bytes.ts',
  'package.json',
  'package-lock.json',
];

/** Names the program that renders, by what it is made of: what another one rendered is not taken for its work. */
async function digestRenderers(): Promise<string> {
  const hash = createHash('sha256').update(process.version);
  for (const name of await listRenderers()) hash.update(`\n${name}\n`).update(await readFile(findProjectFile(name)));
  return hash.digest('hex');
}

/** The files that the program which renders consists of, beneath its folder. */
export async function listRenderers(): Promise<string[]> {
  return (await Promise.all(RENDERERS.map(listFiles))).flat().sort();
}

async function listFiles(name: string): Promise<string[]> {
  if (path.extname(name) !== '') return [name];
  const entries = await readdir(findProjectFile(name), { recursive: true, withFileTypes: true });
  const root = findProjectFile('');
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)));
}
