import path from 'node:path';
import { recordEvents } from '#lib/db/audit.ts';
import { DATABASE, type Manifest } from '#lib/db/backup.ts';
import { isDemo } from '#lib/db/demo.ts';
import { StoreError } from '#lib/db/migrate.ts';
import {
  dropSessions,
  isWhole,
  listMissingFiles,
  RestoreError,
  type StagedData,
  stageBackup,
} from '#lib/db/restore.ts';
import { openStore } from '#lib/db/store.ts';
import { verifyTrail } from '#lib/db/verify-trail.ts';
import type { Actor } from '#lib/domain/actor.ts';
import { EVERYWHERE } from '#lib/domain/permissions.ts';
import { actingFor } from './authorise.ts';
import { done, problem, type Result, refused } from './context.ts';

interface Restore {
  file: string;
  /** Absolute path of the data folder to be. */
  folder: string;
  /** Whether what lies there may be moved aside. */
  overwrites: boolean;
  projectRoot: string;
}

export interface Restored {
  manifest: Manifest;
  /** Where what lay in the folder is now; null where nothing lay there. */
  movedTo: string | null;
}

/**
 * Puts a backup in place once every byte of it and the chain of its trail have been verified. Whoever was signed in
 * when it was made is not any more. There is no installation to ask while this runs: `actor` is the command line.
 */
export async function restoreBackup(actor: Actor, request: Restore): Promise<Result<Restored>> {
  const { file, folder, overwrites } = request;
  let staged: StagedData | null = null;
  try {
    staged = await stageBackup(file, folder, overwrites);
    await prepare(actor, staged, request);
    const movedTo = await staged.place();
    return done({ manifest: staged.manifest, movedTo });
  } catch (error) {
    await staged?.discard();
    if (error instanceof RestoreError) return refused([problem(`restore-${error.code}`, '', { detail: error.detail })]);
    throw error;
  }
}

/** Verifies what was unpacked, brings it to this program's version and notes in its trail that it was restored. */
async function prepare(actor: Actor, { folder, manifest }: StagedData, { projectRoot }: Restore): Promise<void> {
  const database = path.join(folder, DATABASE);
  if (!isWhole(folder)) throw new RestoreError('member-changed', DATABASE);
  try {
    await openStore(folder, projectRoot).close();
  } catch (error) {
    if (error instanceof StoreError) throw new RestoreError('newer', error.message);
    throw error;
  }
  const [missing] = await listMissingFiles(folder);
  if (missing !== undefined) throw new RestoreError('member-missing', missing);
  const { fault } = verifyTrail(database, manifest.head);
  if (fault) throw new RestoreError('trail-broken', String(fault.id));
  dropSessions(folder);
  const acting = actingFor({ actor }, 'dispose', EVERYWHERE) ?? { actor, role: '', onBehalfOf: null };
  const store = openStore(folder, projectRoot);
  try {
    if ((await isDemo(store.read)) !== manifest.demo) throw new RestoreError('member-changed', DATABASE);
    const after = { at: manifest.at, head: manifest.head.id };
    await store.touchTx((tx) =>
      recordEvents(tx, acting, new Date().toISOString(), [
        {
          action: 'import',
          subject: 'backup',
          subjectId: manifest.at,
          periodId: null,
          importId: null,
          before: null,
          after,
        },
      ]),
    );
  } finally {
    await store.close();
  }
}
