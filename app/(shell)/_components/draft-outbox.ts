import { type DraftInput, type KeptContent, keptContent } from '#lib/schemas/draft.ts';
import { Outbox } from './outbox.ts';

/** An account on which a person types. */
export interface DraftAt {
  personId: string;
  periodId: string;
  account: string;
}

/** What is typed on accounts and not saved. */
export const accountDrafts = new Outbox<DraftAt, KeptContent>({
  prefix: 'afstemt-kladde/',
  partsOf: ({ periodId, account }) => `${periodId}/${account}`,
  placeOf: (personId, parts) => {
    const [periodId = '', ...account] = parts.split('/');
    return { personId, periodId, account: account.join('/') };
  },
  content: keptContent,
  address: '/api/drafts',
  bodyOf: ({ periodId, account }, { version, content, continues }) =>
    ({ periodId, account, version, content, continues }) satisfies DraftInput,
  discard: ({ periodId, account }) => ({ address: '/api/drafts/discard', body: { periodId, account } }),
});
