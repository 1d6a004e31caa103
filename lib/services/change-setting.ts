import type { z } from 'zod';
import { recordEvents } from '#lib/db/audit.ts';
import type { ReadDb, WriteDb } from '#lib/db/store.ts';
import { EVERYWHERE } from '#lib/domain/permissions.ts';
import { actingFor } from './authorise.ts';
import { type Context, done, problem, type Result, refused } from './context.ts';
import { parseInput } from './parse-input.ts';

/** Settings of the installation that are changed together. */
interface Setting<T extends object> {
  /** Under which the trail knows them. */
  id: string;
  schema: z.ZodType<T, unknown>;
  read: (db: ReadDb) => Promise<T>;
  write: (tx: WriteDb, value: T) => Promise<void>;
}

/** Changes settings that figures or rights of the whole installation depend on, and tells both values in the trail. */
export async function changeSetting<T extends object>(
  { id, schema, read, write }: Setting<T>,
  context: Context,
  input: unknown,
): Promise<Result<T>> {
  const acting = actingFor(context, 'changeSettings', EVERYWHERE);
  if (!acting) return refused([problem('not-allowed')]);
  const parsed = parseInput(schema, input);
  if (!parsed.ok) return parsed;
  return context.store.writeTx(async (tx) => {
    const before = await read(tx);
    await write(tx, parsed.value);
    const setting = { subject: 'settings', subjectId: id, periodId: null, importId: null } as const;
    await recordEvents(tx, acting, new Date().toISOString(), [
      { ...setting, action: 'update', before, after: parsed.value },
    ]);
    return done(parsed.value);
  });
}
