'use server';

import { currentContext } from '#lib/auth/current-context.ts';
import type { Result } from '#lib/services/context.ts';
import { removeAttachment } from '#lib/services/remove-attachment.ts';

/** Removes a document from what it is attached to, for a reason. */
export async function removeDocument(input: { id: number; reason: string }): Promise<Result<null>> {
  return removeAttachment(await currentContext(), input);
}
