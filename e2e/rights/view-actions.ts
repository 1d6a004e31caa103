import type { ActionLine } from './action-line.ts';

const views = { file: 'app/(shell)/view-actions.ts', by: 'signedIn' } as const;
const view = { name: 'Prøve', isShared: false };

/** Views of lists, which are everyone's own. */
export const VIEWS: readonly ActionLine[] = [
  { ...views, name: 'listSavedViews', isReading: true, given: () => ['konti'] },
  { ...views, name: 'saveListView', given: () => [{ ...view, list: 'konti', address: 'sort=saldo.desc' }] },
  { ...views, name: 'changeListView', isOwn: true, given: () => [{ ...view, id: 999 }] },
  { ...views, name: 'removeListView', isOwn: true, given: () => [{ id: 999 }] },
];
