import { listAccountAttachments, listLineAttachments as listOfYear } from '#lib/db/documents.ts';
import type { Attachment } from '#lib/domain/attachment.ts';
import type { Item } from '#lib/domain/finding.ts';
import type { MunicipalityState } from '#lib/domain/municipality.ts';
import type { ConfirmableRegister } from '#lib/domain/register.ts';
import {
  actingForBearer,
  bearerOf,
  findAccount,
  findBearer,
  seesAttachment,
  targetOfRegister,
  visibleStateOf,
} from './attachment-rights.ts';
import type { Context } from './context.ts';
import { findPeriod, readVisibleState } from './read-state.ts';

/** An attachment, and what the actor may do with it. */
export interface ListedAttachment extends Attachment {
  mayRemove: boolean;
}

/** What a new document can be attached to. */
export type Attachable = { target: 'account' } | { target: 'finding'; committee: string } | AttachableItem;

interface AttachableItem {
  target: 'item';
  itemKey: string;
  committee: string;
  postingDate: string;
  text: string;
  /** What remains of it, in øre. */
  amount: bigint;
}

export interface AccountAttachments {
  /** Oldest first, removed ones too; with those of its items from earlier periods. */
  attachments: ListedAttachment[];
  /** What the actor may attach to; empty: nothing. */
  attachable: Attachable[];
  /** All items that the actor sees. */
  items: AttachableItem[];
}

/** The documents of an account in a period; null where the actor sees no such account. */
export async function listAttachments(
  context: Context,
  periodId: string,
  number: string,
): Promise<AccountAttachments | null> {
  const { store, actor } = context;
  const period = await findPeriod(store, periodId);
  if (!period) return null;
  const visible = await readVisibleState(context, period);
  const account = findAccount(visible, number);
  if (!account) return null;
  const findings = visible.reconciliations.get(account.number)?.findings ?? [];
  const keys = findings.flatMap(({ items }) => items.map(({ key }) => key ?? '')).filter((key) => key !== '');
  const all = await listAccountAttachments(store.read, period.id, account.number, keys);
  const seen: ListedAttachment[] = [];
  for (const attachment of all) {
    const state = attachment.periodId === period.id ? visible : await visibleStateOf(context, attachment);
    if (state && seesAttachment(state, actor, attachment)) seen.push(withRights(context, state, attachment));
  }
  const items = findings.flatMap((finding) => finding.items.map((item) => toAttachable(finding.committee, item)));
  const attachable: Attachable[] = [
    { target: 'account' },
    ...findings.map(({ committee }) => ({ target: 'finding' as const, committee })),
    ...items,
  ];
  return {
    attachments: seen,
    items,
    attachable: attachable.filter((one) => {
      const bearer = findBearer(visible, actor, { ...one, periodId, account: account.number });
      return bearer !== null && !('code' in actingForBearer(context, bearer));
    }),
  };
}

function toAttachable(committee: string, { key = '', postingDate, text, amount }: Item): AttachableItem {
  return { target: 'item', itemKey: key, committee, postingDate, text, amount };
}

export interface LineAttachments {
  /** Oldest first, removed ones too. */
  attachments: ListedAttachment[];
  /** What a document on one of the lines is attached to. */
  target: ReturnType<typeof targetOfRegister>;
  /** The lines to which the actor may attach. */
  attachableLines: number[];
}

/** The documents of a register's lines in a fiscal year; null where there is no such period. */
export async function listLineAttachments(
  context: Context,
  periodId: string,
  register: ConfirmableRegister,
): Promise<LineAttachments | null> {
  const { store, actor } = context;
  const period = await findPeriod(store, periodId);
  if (!period) return null;
  const visible = await readVisibleState(context, period);
  const all = await listOfYear(store.read, period.fiscalYear);
  const target = targetOfRegister(register);
  const lines = visible.registers[register].filter(({ removed }) => !removed).map(({ id }) => id);
  const own = new Set(lines);
  return {
    target,
    attachments: all
      .filter(({ lineId }) => own.has(lineId ?? 0))
      .map((attachment) => withRights(context, visible, attachment)),
    attachableLines: lines.filter((lineId) => {
      const bearer = findBearer(visible, actor, { target, periodId, lineId });
      return bearer !== null && !('code' in actingForBearer(context, bearer));
    }),
  };
}

function withRights(context: Context, visible: MunicipalityState, attachment: Attachment): ListedAttachment {
  const bearer = attachment.removed ? null : bearerOf(visible, context.actor, attachment);
  return { ...attachment, mayRemove: bearer !== null && !('code' in actingForBearer(context, bearer)) };
}
