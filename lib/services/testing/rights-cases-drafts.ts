import { discardDraft } from '../discard-draft.ts';
import { getDraft } from '../get-draft.ts';
import { listDrafts } from '../list-drafts.ts';
import { notePresence } from '../note-presence.ts';
import { saveDraft } from '../save-draft.ts';
import type { RightsCase } from './rights-case.ts';
import { ALFA, PERIOD } from './rights-names.ts';
import { draftWith } from './rights-things.ts';

/** What is typed and not saved, and who has an account open. */
export const DRAFT_CASES: readonly RightsCase[] = [
  {
    does: 'write',
    by: 'log',
    at: ALFA,
    use: 'saveDraft',
    isUntold: true,
    call: (context, ids) =>
      saveDraft(context, {
        periodId: PERIOD,
        account: ids.draftAccount,
        version: 0,
        continues: null,
        content: draftWith('Prøve'),
      }),
  },
  {
    does: 'read',
    by: 'see',
    at: ALFA,
    use: 'getDraft',
    call: (context, ids) => getDraft(context, PERIOD, ids.typedAccount),
  },
  { does: 'read', by: 'anyone', use: 'listDrafts', namesNothing: true, call: (context) => listDrafts(context) },
  {
    does: 'write',
    by: 'own',
    use: 'discardDraft',
    isUntold: true,
    call: async (context, ids) => {
      const answer = await discardDraft(context, { periodId: PERIOD, account: ids.typedAccount });
      return answer.ok && answer.value.discarded === 0 ? { ok: false } : answer;
    },
  },
  {
    does: 'read',
    by: 'see',
    at: ALFA,
    use: 'notePresence',
    call: (context, ids) =>
      notePresence(context, { periodId: PERIOD, account: ids.account, tab: 'prøve', typing: false }),
  },
];
