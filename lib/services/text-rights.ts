import { loadOrganisation } from '#lib/db/organisation.ts';
import { findReportPeriod, findYearStatus } from '#lib/db/periods.ts';
import { findReportText, type StoredText } from '#lib/db/report-texts.ts';
import type { ReadDb, WriteDb } from '#lib/db/store.ts';
import type { Acting, Actor } from '#lib/domain/actor.ts';
import { type PeriodStatus, refusalOf } from '#lib/domain/period.ts';
import { type Act, EVERYWHERE, may, maySomewhere, type Place } from '#lib/domain/permissions.ts';
import { isEmptyText, SHARED, type TextOwner } from '#lib/domain/report-text.ts';
import { placeOfCommittee } from '#lib/domain/visibility.ts';
import type { TextSpot } from '#lib/schemas/report-text.ts';
import { actingsFor } from './authorise.ts';
import { type Context, isDone, type Problem, problem, type Result, refused } from './context.ts';

/** Where the texts of one owner are that belong to the report of a year. */
export interface TextHome {
  /** The period that the year's report stands on. */
  periodId: string;
  place: Place | typeof EVERYWHERE;
  yearStatus: PeriodStatus;
}

/**
 * Where the texts of an owner are in a year's reports; null where the year has no report, or the actor sees none that
 * the texts are in.
 */
export async function findTextHome(
  db: ReadDb | WriteDb,
  actor: Actor,
  fiscalYear: number,
  owner: TextOwner,
): Promise<TextHome | null> {
  const period = await findReportPeriod(db, fiscalYear);
  if (!period) return null;
  const yearStatus = await findYearStatus(db, fiscalYear);
  if (owner === SHARED) {
    return maySomewhere(actor, 'seeReport') ? { periodId: period.id, place: EVERYWHERE, yearStatus } : null;
  }
  const { committees, administrations } = await loadOrganisation(db, fiscalYear);
  const place = placeOfCommittee(owner, administrations);
  const isVisible = committees.some(({ code }) => code === owner) && may(actor, 'seeReport', place);
  return isVisible ? { periodId: period.id, place, yearStatus } : null;
}

/** The text that a use case is about to change, inside its transaction, and the roles in which the actor may. */
export interface TextAtWork extends TextHome {
  tx: WriteDb;
  /** Own roles before those of people whom the actor stands in for; never empty. */
  actings: [Acting, ...Acting[]];
  /** null: nobody has written it, nor is to. */
  text: StoredText | null;
}

/** In which roles the actor may do one of `acts` with the texts of an owner in a year that is not locked, or why not. */
export async function permitText(
  tx: WriteDb,
  { actor }: Context,
  acts: readonly Act[],
  { fiscalYear, owner }: Pick<TextSpot, 'fiscalYear' | 'owner'>,
): Promise<(TextHome & Pick<TextAtWork, 'actings'>) | Problem> {
  const actingsAt = (place: TextHome['place']) => acts.flatMap((act) => actingsFor(actor, act, place));
  // The texts of all committees are no secret: who may not write them is told so, whatever the year.
  if (owner === SHARED && actingsAt(EVERYWHERE).length === 0) return problem('not-allowed');
  const home = await findTextHome(tx, actor, fiscalYear, owner);
  if (!home) return problem('unknown-report');
  const [first, ...rest] = actingsAt(home.place);
  if (!first) return problem('not-allowed');
  const closed = refusalOf(home.yearStatus, false);
  return closed ? problem(closed) : { ...home, actings: [first, ...rest] };
}

/** Does `work` with the texts of an owner, in one transaction that begins with whether the actor may do one of `acts`. */
export async function workOnTexts<T>(
  context: Context,
  acts: readonly Act[],
  spot: Pick<TextSpot, 'fiscalYear' | 'owner'>,
  work: (at: Omit<TextAtWork, 'text'>) => Promise<Result<T>>,
  keeps: (result: Result<T>) => boolean = isDone,
): Promise<Result<T>> {
  return context.store.writeTx(async (tx) => {
    const permitted = await permitText(tx, context, acts, spot);
    return 'code' in permitted ? refused([permitted]) : work({ ...permitted, tx });
  }, keeps);
}

/** As workOnTexts, for one text as it stands. */
export function workOnText<T>(
  context: Context,
  acts: readonly Act[],
  spot: TextSpot,
  work: (at: TextAtWork) => Promise<Result<T>>,
  keeps: (result: Result<T>) => boolean = isDone,
): Promise<Result<T>> {
  return workOnTexts(
    context,
    acts,
    spot,
    async (at) => work({ ...at, text: await findReportText(at.tx, spot) }),
    keeps,
  );
}

/** The text as somebody saw it who wants something done with it; a problem where others have written since, or nobody has. */
export function asSeen(text: StoredText | null, version: number): StoredText | Problem {
  if (text === null || isEmptyText(text.document)) return problem('text-not-written');
  return text.version === version ? text : problem('text-changed', '', { person: text.updatedByName });
}
