import { keepExport, removeOldExports } from '#lib/db/exports.ts';
import type { Edition } from '#lib/domain/report-version.ts';
import { CONTENTS_NAME, MANIFEST_NAME, toManifest, writeContents } from './bundle-manifest.ts';
import { type Context, done, problem, type Result, refused } from './context.ts';
import { logReportExport } from './export-report.ts';
import { type BundlePlan, type DamagedFile, planBundle } from './plan-bundle.ts';
import { type BundleFile, type RenderHooks, renderBundle, sha256Of } from './render-bundle.ts';
import { RenderingStopped } from './render-threads.ts';
import { zipBundle } from './zip-bundle.ts';

/** A zip archive that lies ready for who had it made. */
export interface MadeBundle {
  /** By which it is fetched. */
  id: string;
  fileName: string;
  bytes: number;
  /** How many files are in it. */
  files: number;
  /** How many of them an earlier run had rendered. */
  reused: number;
  committees: { code: string; status: string; version: number | null; failing: number }[];
  /** Committees whose whole edition the actor may not see. */
  leftOut: string[];
  /** What is not in it because the archive has lost it, or the frozen model that it is made of. */
  lost: string[];
  /** What is not in it because another program froze the model that it is made of. */
  foreign: string[];
}

/** What is remembered of a bundle until it is fetched. */
interface KeptBundle {
  fileName: string;
  year: number;
  edition: Edition;
  committees: string[];
}

/**
 * Makes a zip archive of the year's reports: those that the actor may see, in the formats that were asked for, with a
 * manifest of all files. What was rendered is kept for a day, so a run that was broken off goes on where it was. The
 * same reports give the same bytes.
 */
export async function makeBundle(
  context: Context,
  input: unknown,
  hooks: Pick<RenderHooks, 'onProgress' | 'signal'>,
): Promise<Result<MadeBundle>> {
  const planned = await planBundle(context, input);
  if (!planned.ok) return planned;
  const plan = planned.value;
  await removeOldExports(context.store);
  try {
    const rendered = await renderBundle(context.store, plan.files, hooks);
    if (hooks.signal.aborted) throw new RenderingStopped();
    const { files, reused } = rendered;
    const archive = await zipBundle([...files, ...tellContents(plan, rendered)]);
    const fileName = bundleName(plan);
    const committees = plan.reports.map(({ model }) => model.committee.code);
    const id = sha256Of(archive);
    const kept: KeptBundle = { fileName, year: plan.input.year, edition: plan.input.edition, committees };
    for (const { model } of plan.reports) await logReportExport(context, model, plan.input.formats);
    const key = bundleKey(context.actor.personId, id);
    await keepExport(context.store, key, archive);
    await keepExport(context.store, `${key}.json`, new TextEncoder().encode(JSON.stringify(kept)));
    const missing = listMissing(plan, rendered);
    return done({ id, fileName, bytes: archive.length, files: files.length, reused, ...missing, ...tellPlan(plan) });
  } catch (error) {
    if (error instanceof RenderingStopped) return refused([problem('bundle-stopped')]);
    throw error;
  }
}

/** A person's bundles are nobody else's to fetch. */
export function bundleKey(personId: string, id: string): string {
  return sha256Of(new TextEncoder().encode(`${personId}\n${id}`));
}

/** The two files that say what is in the bundle. */
export function tellContents(
  plan: BundlePlan,
  rendered: { files: readonly BundleFile[]; damaged: readonly DamagedFile[] },
): Pick<BundleFile, 'name' | 'bytes'>[] {
  const manifest = toManifest(plan, rendered);
  const text = (content: string) => new TextEncoder().encode(content);
  return [
    { name: MANIFEST_NAME, bytes: text(`${JSON.stringify(manifest, null, 1)}\n`) },
    { name: CONTENTS_NAME, bytes: text(writeContents(manifest)) },
  ];
}

/** The files that were to be in the bundle and are not, by name: those that are lost, and those of another program. */
export function listMissing(
  plan: Pick<BundlePlan, 'lost'>,
  rendered: { damaged: readonly DamagedFile[] },
): Pick<MadeBundle, 'lost' | 'foreign'> {
  const missing = [...plan.lost, ...rendered.damaged].filter(({ isRestored }) => !isRestored);
  const namesOf = (isForeign: boolean) =>
    missing
      .filter((file) => (file.isForeign ?? false) === isForeign)
      .map(({ name }) => name)
      .sort();
  return { lost: namesOf(false), foreign: namesOf(true) };
}

/** How far each report is, and which are not in the bundle. */
function tellPlan({ reports, leftOut }: BundlePlan): Pick<MadeBundle, 'committees' | 'leftOut'> {
  return {
    leftOut,
    committees: reports.map(({ model: { committee, status, version, checks } }) => ({
      code: committee.code,
      status,
      version: version?.number ?? null,
      failing: checks.filter((check) => !check.ok && check.severity === 'blocking').length,
    })),
  };
}

function bundleName({ input: { year, edition, committees }, reports }: BundlePlan): string {
  const [only] = committees?.length === 1 ? reports : [];
  return `aarsrapporter-${year}${only ? `-${only.folder}` : ''}${edition === 'closed' ? '-lukket' : ''}.zip`;
}
