import { recordEvents } from '#lib/db/audit.ts';
import { readInstallation, writeInstallation } from '#lib/db/settings.ts';
import type { Installation } from '#lib/domain/municipality.ts';
import { EVERYWHERE } from '#lib/domain/permissions.ts';
import { installationInput } from '#lib/schemas/settings.ts';
import { actingFor } from './authorise.ts';
import { type Context, done, problem, type Result, refused } from './context.ts';
import { parseInput } from './parse-input.ts';

/** Changes what the installation calls itself and its systems. */
export async function updateSettings(context: Context, input: unknown): Promise<Result<Installation>> {
  const acting = actingFor(context, 'changeSettings', EVERYWHERE);
  if (!acting) return refused([problem('not-allowed')]);
  const parsed = parseInput(installationInput, input);
  if (!parsed.ok) return parsed;
  return context.store.writeTx(async (tx) => {
    const before = await readInstallation(tx);
    await writeInstallation(tx, parsed.value);
    await recordEvents(tx, acting, new Date().toISOString(), [
      {
        action: 'update',
        subject: 'settings',
        subjectId: 'installation',
        periodId: null,
        importId: null,
        before,
        after: parsed.value,
      },
    ]);
    return done(parsed.value);
  });
}
