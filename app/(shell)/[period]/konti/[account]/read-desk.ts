import 'server-only';
import { danishDate } from '#lib/format/date-time.ts';
import type { KeptDraft } from '#lib/schemas/draft.ts';
import type { Context } from '#lib/services/context.ts';
import { type AccountDetail, getAccount } from '#lib/services/get-account.ts';
import { type AccountHistory, getAccountHistory } from '#lib/services/get-account-history.ts';
import { getDraft } from '#lib/services/get-draft.ts';
import { listTextTemplates, type TextTemplates } from '#lib/services/list-text-templates.ts';

/** What one works with on an account, on its page and in the panel beside a list. */
export interface Desk {
  detail: Omit<AccountDetail, 'history'>;
  history: AccountHistory;
  templates: TextTemplates;
  /** What the reader typed before and has not saved. */
  kept: KeptDraft | null;
  personId: string;
  /** What a new verdict begins with; the date is ISO text. */
  defaults: { initials: string; today: string };
}

/** The desk of an account, however its number is written; null where the reader sees no such account. */
export async function readDesk(
  context: Context,
  periodId: string,
  number: string,
): Promise<(Desk & { events: AccountDetail['history'] }) | null> {
  const found = await getAccount(context, periodId, number);
  if (!found) return null;
  const { history: events, ...detail } = found;
  const account = detail.account.number;
  const [history, templates, kept] = await Promise.all([
    getAccountHistory(context, periodId, account),
    listTextTemplates(context),
    detail.standing.readOnly === null ? getDraft(context, periodId, account) : null,
  ]);
  const { personId, initials } = context.actor;
  return {
    detail,
    events,
    history: history ?? { points: [], earlier: null },
    templates,
    kept,
    personId,
    defaults: { initials, today: danishDate(new Date()) },
  };
}
