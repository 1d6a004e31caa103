'use server';

import { currentContext } from '#lib/auth/current-context.ts';
import type { ManyChanged } from '#lib/services/change-accounts.ts';
import type { Result } from '#lib/services/context.ts';
import { undoChangeSet } from '#lib/services/undo-change-set.ts';

/** Takes back what was just taken home from a workbook. */
export async function undoCollected(id: number): Promise<Result<ManyChanged>> {
  return undoChangeSet(await currentContext(), { id });
}
