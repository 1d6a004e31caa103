import { listPeriods } from '#lib/db/periods.ts';
import { type Account, accountKey } from '#lib/domain/account.ts';
import type { Acting } from '#lib/domain/actor.ts';
import type { Attachment, AttachmentTarget } from '#lib/domain/attachment.ts';
import type { MunicipalityState } from '#lib/domain/municipality.ts';
import { type Period, refusalOf } from '#lib/domain/period.ts';
import { may, type Place } from '#lib/domain/permissions.ts';
import { CONFIRMABLE_REGISTERS, type ConfirmableRegister } from '#lib/domain/register.ts';
import { placeOfAccount, placeOfCommittee } from '#lib/domain/visibility.ts';
import { actingFor } from './authorise.ts';
import { type Context, type Problem, problem } from './context.ts';
import { findPeriod, readVisibleState } from './read-state.ts';
import { actOfRegister } from './register-rights.ts';

/** The thing that a document is attached to, and where it belongs. */
export interface Bearer {
  act: 'attach' | ReturnType<typeof actOfRegister>;
  place: Place;
  status: MunicipalityState['periodStatus'];
  /** What the trail calls it: the account, or the register's line. */
  subjectId: string;
  columns: Pick<Attachment, 'target' | 'periodId' | 'fiscalYear' | 'account' | 'committee' | 'itemKey' | 'lineId'>;
}

/** The thing in a state that is cut to what the actor may see; null where it is not there. */
export function findBearer(
  visible: MunicipalityState,
  actor: Context['actor'],
  target: AttachmentTarget,
): Bearer | null {
  const { id: periodId, fiscalYear } = visible.period;
  const nothing = { account: null, committee: null, itemKey: null, lineId: null };
  if ('lineId' in target) {
    const found = findLine(visible, target.lineId);
    if (!found || targetOfRegister(found.register) !== target.target) return null;
    const { register, committee } = found;
    return {
      act: actOfRegister(register),
      place: placeOfCommittee(committee, visible.administrations),
      status: visible.yearStatus,
      subjectId: `${register}/${target.lineId}`,
      columns: { ...nothing, target: target.target, periodId: null, fiscalYear, lineId: target.lineId },
    };
  }
  const account = findAccount(visible, target.account);
  if (!account) return null;
  const findings = visible.reconciliations.get(account.number)?.findings ?? [];
  const finding =
    target.target === 'finding'
      ? findings.find(({ committee }) => committee === target.committee)
      : target.target === 'item'
        ? findings.find(({ items }) => items.some(({ key }) => key === target.itemKey))
        : undefined;
  if (target.target === 'account' ? !seesWhole(visible, actor, account) : !finding) return null;
  return {
    act: 'attach',
    place: placeOfAccount(visible.responsibilities.get(account.number)),
    status: visible.periodStatus,
    subjectId: account.number,
    columns: {
      ...nothing,
      target: target.target,
      periodId,
      fiscalYear,
      account: account.number,
      committee: finding?.committee ?? null,
      itemKey: target.target === 'item' ? target.itemKey : null,
    },
  };
}

/** What a document on a line of the register is attached to. */
export function targetOfRegister(register: ConfirmableRegister): 'transferControl' | 'registerLine' {
  return register === 'systemafstemninger' ? 'transferControl' : 'registerLine';
}

/** A line that stands in one of the committees' registers; null where there is none. */
function findLine(
  { registers }: MunicipalityState,
  lineId: number,
): { register: ConfirmableRegister; committee: string } | null {
  for (const register of CONFIRMABLE_REGISTERS) {
    const line = registers[register].find(({ id, removed }) => id === lineId && !removed);
    if (line) return { register, committee: line.content.committee };
  }
  return null;
}

export function findAccount(state: MunicipalityState, number: string): Account | null {
  const key = accountKey(number);
  return state.accounts.find((one) => accountKey(one.number) === key) ?? null;
}

/** Whether the actor sees the account itself and not only findings of their committees on it. */
function seesWhole(visible: MunicipalityState, actor: Context['actor'], { number }: Account): boolean {
  return may(actor, 'see', placeOfAccount(visible.responsibilities.get(number)));
}

/** The actor in the role by which they may attach to the thing, or why they may not. */
export function actingForBearer(context: Pick<Context, 'actor'>, bearer: Bearer): Acting | Problem {
  const acting = actingFor(context, bearer.act, bearer.place);
  if (!acting) return problem('not-allowed');
  const closed = refusalOf(bearer.status, false);
  return closed ? problem(closed) : acting;
}

/** Whether the actor may see an attachment, in the visible state of the period that it belongs to. */
export function seesAttachment(visible: MunicipalityState, actor: Context['actor'], attachment: Attachment): boolean {
  const { lineId, committee } = attachment;
  if (lineId !== null) return findLine(visible, lineId) !== null;
  const account = attachment.account === null ? null : findAccount(visible, attachment.account);
  if (!account) return false;
  if (seesWhole(visible, actor, account)) return true;
  const findings = visible.reconciliations.get(account.number)?.findings ?? [];
  return committee !== null && findings.some((finding) => finding.committee === committee);
}

/** The period by which an attachment is seen: its own, or the newest of its fiscal year. */
async function periodOf({ store }: Context, { periodId, fiscalYear }: Attachment): Promise<Period | null> {
  if (periodId !== null) return findPeriod(store, periodId);
  return (await listPeriods(store.read)).find((period) => period.fiscalYear === fiscalYear) ?? null;
}

/** What the actor may see of the period of an attachment; null where they may not see the attachment. */
export async function visibleStateOf(context: Context, attachment: Attachment): Promise<MunicipalityState | null> {
  const period = await periodOf(context, attachment);
  if (!period) return null;
  const visible = await readVisibleState(context, period);
  return seesAttachment(visible, context.actor, attachment) ? visible : null;
}

/** The thing that an attachment is on; of what has gone since, the account that it was on. */
export function bearerOf(visible: MunicipalityState, actor: Context['actor'], attachment: Attachment): Bearer | null {
  const { id: periodId } = visible.period;
  const { account, lineId } = attachment;
  if (lineId !== null) {
    const target = attachment.target === 'transferControl' ? attachment.target : 'registerLine';
    return findBearer(visible, actor, { target, periodId, lineId });
  }
  if (account === null) return null;
  const known = findAccount(visible, account);
  if (!known) return null;
  return {
    act: 'attach',
    place: placeOfAccount(visible.responsibilities.get(known.number)),
    status: visible.periodStatus,
    subjectId: known.number,
    columns: attachment,
  };
}
