import { existsSync } from 'node:fs';
import { recordEvents } from '#lib/db/audit.ts';
import { BackupError, type Manifest, writeBackup } from '#lib/db/backup.ts';
import { EVERYWHERE } from '#lib/domain/permissions.ts';
import program from '../../package.json' with { type: 'json' };
import { actingFor } from './authorise.ts';
import { type Context, done, problem, type Result, refused } from './context.ts';

/** Writes a backup of everything to `file`, which must not be there yet, while people work, and notes it in the trail. */
export async function backUp(context: Context, file: string): Promise<Result<Manifest>> {
  const acting = actingFor(context, 'dispose', EVERYWHERE);
  if (!acting) return refused([problem('not-allowed')]);
  if (existsSync(file)) return refused([problem('backup-exists', '', { file })]);
  const at = new Date().toISOString();
  try {
    const manifest = await writeBackup(context.store.folder, file, program.version, at);
    const { head, members } = manifest;
    const after = { members: members.length, bytes: members.reduce((sum, { bytes }) => sum + bytes, 0), head: head.id };
    await context.store.touchTx((tx) =>
      recordEvents(tx, acting, at, [
        { action: 'export', subject: 'backup', subjectId: at, periodId: null, importId: null, before: null, after },
      ]),
    );
    return done(manifest);
  } catch (error) {
    if (error instanceof BackupError) return refused([problem(`backup-${error.code}`, '', { member: error.member })]);
    if (isFileSystemError(error)) return refused([problem('backup-not-writable', '', { reason: error.message })]);
    throw error;
  }
}

function isFileSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error;
}
