import { textDraftPlace } from '#lib/db/drafts.ts';
import { findReportText } from '#lib/db/report-texts.ts';
import { textPresence } from '#lib/schemas/report-text.ts';
import { type Context, done, problem, type Result, refused } from './context.ts';
import type { Presence } from './note-presence.ts';
import { parseInput } from './parse-input.ts';
import { boardOf } from './presence-board.ts';
import { findTextHome } from './text-rights.ts';

/**
 * A page on which a text of the report is open says so, and hears who else has it open, whether they type, and whether
 * the text is still as it was stored. Only who sees the report is told, and only names.
 */
export async function noteTextPresence(context: Context, input: unknown): Promise<Result<Presence>> {
  const { store, actor } = context;
  const parsed = parseInput(textPresence, input);
  if (!parsed.ok) return parsed;
  const { tab, typing, leaves, ...spot } = parsed.value;
  const home = await findTextHome(store.read, actor, spot.fiscalYear, spot.owner);
  if (home === null) return refused([problem('unknown-report')]);
  const board = boardOf(store.folder);
  const place = textDraftPlace(spot.fiscalYear, spot.owner, spot.place);
  const now = Date.now();
  if (leaves) board.leave(place, tab, actor.personId);
  else board.note(place, tab, { personId: actor.personId, name: actor.name, typing }, now);
  const text = await findReportText(store.read, spot);
  return done({
    others: board.others(place, actor.personId, now),
    version: text?.version ?? 0,
    changedBy: text?.updatedByName ?? '',
  });
}
