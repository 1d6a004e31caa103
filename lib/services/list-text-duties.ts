import { listAssignedTexts } from '#lib/db/report-texts.ts';
import type { ReadDb } from '#lib/db/store.ts';
import type { Actor } from '#lib/domain/actor.ts';
import type { Duty } from '#lib/domain/duty.ts';
import { may } from '#lib/domain/permissions.ts';
import { SHARED } from '#lib/domain/report-text.ts';
import { findTextPath, textSubjectId } from './text-path.ts';
import { findTextHome } from './text-rights.ts';

/** The texts of reports that the actor is to write and nobody has said are done, in years that are not locked. */
export async function listTextDuties(db: ReadDb, actor: Actor): Promise<Duty[]> {
  const duties: Duty[] = [];
  for (const text of await listAssignedTexts(db, actor.personId)) {
    if (text.status !== 'draft') continue;
    const home = await findTextHome(db, actor, text.fiscalYear, text.owner);
    // Whoever may not write it any more has nothing to do there.
    if (home === null || home.yearStatus === 'locked' || !may(actor, 'writeText', home.place)) continue;
    const path = await findTextPath(db, actor, text);
    if (path === null) continue;
    duties.push({
      kind: 'report-text',
      key: `report-text/${textSubjectId(text)}`,
      periodId: home.periodId,
      account: '',
      accountName: '',
      committee: text.owner === SHARED ? null : text.owner,
      deadline: text.deadline,
      text: '',
      amount: null,
      report: { place: text.place, path },
    });
  }
  return duties;
}
