import { getAccountHistory } from '../get-account-history.ts';
import { listTextTemplates } from '../list-text-templates.ts';
import { removeTextTemplate } from '../remove-text-template.ts';
import { saveTextTemplate } from '../save-text-template.ts';
import type { RightsCase } from './rights-case.ts';
import { ALFA, SHARED } from './rights-names.ts';

const keep = { does: 'write', by: 'keepTemplates', at: 'somewhere' } as const;
const template = { field: 'problem', name: 'Afklares', text: 'Beløbet afklares med forvaltningen.' } as const;

/** What stands beside an account on its page: its other periods, and the texts that plans start from. */
export const DESK_CASES: readonly RightsCase[] = [
  {
    does: 'read',
    by: 'see',
    at: ALFA,
    use: 'getAccountHistory',
    call: (context, ids) => getAccountHistory(context, ids.period, ids.account),
  },
  {
    does: 'read',
    by: 'see',
    at: SHARED,
    use: 'getAccountHistory: of an account with findings of several',
    call: (context, ids) => getAccountHistory(context, ids.period, ids.sharedAccount),
  },
  {
    does: 'read',
    by: 'anyone',
    use: 'listTextTemplates',
    namesNothing: true,
    call: (context) => listTextTemplates(context),
  },
  {
    ...keep,
    use: 'saveTextTemplate',
    namesNothing: true,
    call: (context) => saveTextTemplate(context, { id: null, ...template }),
  },
  {
    ...keep,
    use: 'saveTextTemplate: in place of what one said',
    call: (context, ids) => saveTextTemplate(context, { id: ids.textTemplate, ...template }),
  },
  {
    ...keep,
    use: 'removeTextTemplate',
    call: (context, ids) => removeTextTemplate(context, { id: ids.textTemplate }),
  },
];
