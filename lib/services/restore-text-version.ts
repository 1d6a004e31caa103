import { findTextVersion, listTextVersions } from '#lib/db/report-texts.ts';
import type { TextDocument, TextStatus } from '#lib/domain/report-text.ts';
import { textRestoration } from '#lib/schemas/report-text.ts';
import { type Context, done, problem, type Result, refused } from './context.ts';
import { parseInput } from './parse-input.ts';
import { workOnText } from './text-rights.ts';
import { writeVersion } from './write-version.ts';

/**
 * Stores what a text once said as its newest version. Everyone who had written on it until then, or in whose place it
 * was written, is among its writers again: words that went out before anybody approved them come back with it (product.md, rule 4).
 */
export async function restoreTextVersion(
  context: Context,
  input: unknown,
): Promise<Result<{ version: number; status: TextStatus; document: TextDocument }>> {
  const parsed = parseInput(textRestoration, input);
  if (!parsed.ok) return parsed;
  const { version, restore, ...spot } = parsed.value;
  return workOnText(context, ['writeText'], spot, async (at) => {
    const { tx, text } = at;
    if (text === null || text.version === 0) return refused([problem('text-not-written')]);
    if (text.version !== version) return refused([problem('text-changed', '', { person: text.updatedByName })]);
    const earlier = await findTextVersion(tx, spot, restore);
    if (earlier === null || restore === version) return refused([problem('unknown-text-version')]);
    const { document } = earlier;
    const until = (await listTextVersions(tx, spot)).filter((one) => one.version <= restore);
    const authors = until.flatMap(({ hands }) => hands);
    const told = { action: 'update' as const, more: { restoredVersion: restore } };
    const stored = await writeVersion(at, spot, { document, authors, told });
    return done({ version: stored.version, status: stored.status, document });
  });
}
