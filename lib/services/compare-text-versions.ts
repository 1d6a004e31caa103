import { findTextVersion } from '#lib/db/report-texts.ts';
import type { TextDocument } from '#lib/domain/report-text.ts';
import { type BlockDifference, diffDocuments } from '#lib/format/diff-texts.ts';
import type { TextSpot } from '#lib/schemas/report-text.ts';
import type { Context } from './context.ts';
import { findTextHome } from './text-rights.ts';

/** Two versions of a text, and what became of the one in the other. */
export interface TextComparison {
  before: TextDocument;
  after: TextDocument;
  difference: BlockDifference[];
}

/** How two versions of a text differ; version 0 is before anybody wrote. Null where there is no such version to be seen. */
export async function compareTextVersions(
  { store, actor }: Context,
  spot: TextSpot,
  from: number,
  to: number,
): Promise<TextComparison | null> {
  if ((await findTextHome(store.read, actor, spot.fiscalYear, spot.owner)) === null) return null;
  const read = async (version: number) =>
    version === 0 ? [] : ((await findTextVersion(store.read, spot, version))?.document ?? null);
  const [before, after] = [await read(from), await read(to)];
  return before && after && { before, after, difference: diffDocuments(before, after) };
}
