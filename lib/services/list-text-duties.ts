import { listOpenAssignments } from '#lib/db/report-texts.ts';
import type { ReadDb } from '#lib/db/store.ts';
import type { Actor } from '#lib/domain/actor.ts';
import type { Duty } from '#lib/domain/duty.ts';
import { may } from '#lib/domain/permissions.ts';
import { SHARED } from '#lib/domain/report-text.ts';
import { findTextPaths, textSubjectId } from './text-path.ts';
import { findTextHome } from './text-rights.ts';

/** The texts of reports that the actor is to write and nobody has said are done, in years that are not locked. */
export async function listTextDuties(db: ReadDb, actor: Actor): Promise<Duty[]> {
  const texts = await listOpenAssignments(db, actor.personId);
  const duties: Duty[] = [];
  // A person can have all texts of many committees, and each page counts them: what is asked of an owner is asked once.
  for (const own of Map.groupBy(texts, ({ fiscalYear, owner }) => `${fiscalYear}/${owner}`).values()) {
    const [first] = own;
    const home = first && (await findTextHome(db, actor, first.fiscalYear, first.owner));
    // Whoever may not write it any more has nothing to do there.
    if (!home || home.yearStatus === 'locked' || !may(actor, 'writeText', home.place)) continue;
    const pathOf = await findTextPaths(db, actor, first);
    if (pathOf === null) continue;
    duties.push(
      ...own.map((text) => ({
        kind: 'report-text' as const,
        key: `report-text/${textSubjectId(text)}`,
        periodId: home.periodId,
        account: '',
        accountName: '',
        committee: text.owner === SHARED ? null : text.owner,
        deadline: text.deadline,
        text: '',
        amount: null,
        report: { place: text.place, path: pathOf(text.place) },
      })),
    );
  }
  return duties;
}
