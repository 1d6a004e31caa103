import { listTextMoves, listTextVersions, type TextVersion } from '#lib/db/report-texts.ts';
import type { AuditEvent } from '#lib/domain/audit.ts';
import type { TextSpot } from '#lib/schemas/report-text.ts';
import type { Context } from './context.ts';
import { textSubjectId } from './text-path.ts';
import { findTextHome } from './text-rights.ts';

/** What one person stored in one go: versions of theirs that followed each other closely. */
export interface HistoryOfText {
  /** The last of them, and the first. */
  version: number;
  from: number;
  personName: string;
  /** When the last was stored; ISO time, UTC. */
  at: string;
  /** It is what the text says now. */
  isCurrent: boolean;
}

/** How a text was moved on or back. */
export interface MoveInHistory {
  action: 'finish' | 'approve' | 'return';
  personName: string;
  /** ISO time, UTC */
  at: string;
  /** Why it was sent back; '' otherwise. */
  reason: string;
}

interface TextHistory {
  entries: HistoryOfText[];
  moves: MoveInHistory[];
}

/** Versions of one person no further apart are told as one. */
const SAME_SITTING_MS = 10 * 60_000;

/**
 * What a text of the report has said, and how it was moved on or back, both newest first; null where the actor sees no report that it is in. A text that
 * nobody has written has no versions.
 */
export async function getTextHistory({ store, actor }: Context, spot: TextSpot): Promise<TextHistory | null> {
  if ((await findTextHome(store.read, actor, spot.fiscalYear, spot.owner)) === null) return null;
  const entries: (HistoryOfText & Pick<TextVersion, 'personId' | 'hands'>)[] = [];
  const versions = await listTextVersions(store.read, spot);
  for (const version of versions) {
    const last = entries.at(-1);
    if (last && isSameSitting(last, version)) Object.assign(last, { version: version.version, at: version.at });
    else entries.push({ ...version, from: version.version, isCurrent: false });
  }
  return {
    entries: entries
      .toReversed()
      .map(({ personId: _personId, hands: _hands, ...entry }, index) => ({ ...entry, isCurrent: index === 0 })),
    moves: (await listTextMoves(store.read, [textSubjectId(spot)])).flatMap(toMove).toReversed(),
  };
}

function toMove({ action, personName, at, reason }: AuditEvent): MoveInHistory[] {
  return action === 'finish' || action === 'approve' || action === 'return' ? [{ action, personName, at, reason }] : [];
}

function isSameSitting(last: { personId: string; at: string }, next: TextVersion): boolean {
  return last.personId === next.personId && Date.parse(next.at) - Date.parse(last.at) <= SAME_SITTING_MS;
}
