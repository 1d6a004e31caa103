import { changeView } from '../change-view.ts';
import { listViews } from '../list-views.ts';
import { removeView } from '../remove-view.ts';
import { saveView } from '../save-view.ts';
import type { RightsCase } from './rights-case.ts';

const own = { does: 'write', by: 'own', isUntold: true } as const;
const view = { list: 'konti', name: 'Prøve', address: 'sort=saldo.desc', isShared: false };

/** Views of lists: everyone's own, and addresses only, which show each what they may see. */
export const VIEW_CASES: readonly RightsCase[] = [
  { does: 'read', by: 'anyone', use: 'listViews', namesNothing: true, call: (context) => listViews(context, 'konti') },
  { ...own, use: 'saveView', namesNothing: true, call: (context) => saveView(context, view) },
  {
    ...own,
    use: 'changeView',
    call: (context, ids) => changeView(context, { id: ids.view, name: 'Ny', isShared: false }),
  },
  { ...own, use: 'removeView', call: (context, ids) => removeView(context, { id: ids.view }) },
];
