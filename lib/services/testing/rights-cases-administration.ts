import path from 'node:path';
import { EVERYWHERE } from '#lib/domain/permissions.ts';
import { closePeriod } from '../close-period.ts';
import { approveDisposal, requestDisposal, withdrawRequest } from '../dispose.ts';
import { exportTrail } from '../export-trail.ts';
import { getImport } from '../get-import.ts';
import { getImportDesk } from '../get-import-desk.ts';
import { getMailFailures } from '../get-mail-failures.ts';
import { getPeriods } from '../get-periods.ts';
import { getSettings } from '../get-settings.ts';
import { getSharing } from '../get-sharing.ts';
import { getStructure } from '../get-structure.ts';
import { getImportedFile, listImports } from '../list-imports.ts';
import { getTrailPage } from '../list-trail.ts';
import { lockPeriod } from '../lock-period.ts';
import { nameSuccession } from '../name-succession.ts';
import { openNextPeriod } from '../open-next-period.ts';
import { previewImport } from '../preview-import.ts';
import { removeSharingKey } from '../remove-sharing-key.ts';
import { removeSuccession } from '../remove-succession.ts';
import { reopenPeriod } from '../reopen-period.ts';
import { getRetention, updateTerms } from '../retention.ts';
import { saveSharingKey } from '../save-sharing-key.ts';
import { storeImport } from '../store-import.ts';
import { undoImport } from '../undo-import.ts';
import { updateApprovalSettings } from '../update-approval-settings.ts';
import { updateBrand } from '../update-brand.ts';
import { updateLimitationSettings } from '../update-limitation-settings.ts';
import { updateSettings } from '../update-settings.ts';
import { checkTrail, getTrailHead } from '../verify-trail.ts';
import { backUp } from '../write-backup.ts';
import type { RightsCase } from './rights-case.ts';
import { newKey, WORLD_IMPORT } from './rights-things.ts';

const imports = { does: 'read', by: 'seeImports', at: EVERYWHERE } as const;
const trail = { does: 'read', by: 'seeTrail', at: EVERYWHERE } as const;
const structure = { does: 'write', by: 'manageStructure', at: EVERYWHERE } as const;
const disposal = { does: 'write', by: 'dispose', at: EVERYWHERE } as const;
const sharing = { does: 'write', by: 'keepSharing', at: EVERYWHERE } as const;
const periods = { does: 'write', by: 'managePeriods', at: EVERYWHERE } as const;

/** What is the whole installation's: imports, periods, settings, the trail and backups. */
export const ADMINISTRATION_CASES: readonly RightsCase[] = [
  {
    does: 'read',
    by: 'keepSharing',
    at: EVERYWHERE,
    use: 'getSharing',
    call: (context, ids) => getSharing(context, ids.period),
  },
  {
    ...sharing,
    use: 'saveSharingKey',
    call: (context, ids) => saveSharingKey(context, { ...newKey('Ny'), periodId: ids.period, accounts: [ids.account] }),
  },
  {
    ...sharing,
    use: 'removeSharingKey',
    call: (context, ids) => removeSharingKey(context, { periodId: ids.period, id: ids.sharingKey, version: 1 }),
  },
  {
    does: 'read',
    by: 'import',
    at: EVERYWHERE,
    use: 'previewImport',
    namesNothing: true,
    call: (context) => previewImport(context, { ...WORLD_IMPORT, periodId: '2024-02' }),
  },
  {
    does: 'write',
    by: 'import',
    at: EVERYWHERE,
    use: 'storeImport',
    namesNothing: true,
    call: (context) => storeImport(context, { ...WORLD_IMPORT, periodId: '2024-02' }, null),
  },
  { ...imports, use: 'listImports', namesNothing: true, call: (context) => listImports(context) },
  { ...imports, use: 'getImport', call: (context, ids) => getImport(context, ids.importId) },
  {
    use: 'undoImport',
    does: 'write',
    by: 'import',
    at: EVERYWHERE,
    call: (context, ids) => undoImport(context, { importId: ids.latestImportId, reason: 'Prøve' }),
  },
  { ...imports, use: 'getImportDesk', namesNothing: true, call: (context) => getImportDesk(context) },
  { ...imports, use: 'getImportedFile', call: (context, ids) => getImportedFile(context, ids.importId, 2) },
  {
    does: 'read',
    by: 'managePeriods',
    at: EVERYWHERE,
    use: 'getPeriods',
    namesNothing: true,
    call: (context) => getPeriods(context),
  },
  {
    does: 'read',
    by: 'manageStructure',
    at: EVERYWHERE,
    use: 'getStructure',
    call: (context, ids) => getStructure(context, ids.year),
  },
  {
    ...structure,
    use: 'nameSuccession',
    call: (context, ids) =>
      nameSuccession(context, { kind: 'committee', fiscalYear: 2024, from: ids.committee, to: null }),
  },
  {
    ...structure,
    use: 'removeSuccession',
    call: (context, ids) =>
      removeSuccession(context, { kind: 'imFunction', fiscalYear: 2024, from: ids.successionFrom }),
  },
  {
    ...periods,
    use: 'closePeriod',
    call: (context, ids) => closePeriod(context, { periodId: ids.period, confirmed: true }),
  },
  { ...periods, use: 'lockPeriod', call: (context, ids) => lockPeriod(context, { periodId: ids.closedPeriod }) },
  {
    ...periods,
    use: 'reopenPeriod',
    call: (context, ids) => reopenPeriod(context, { periodId: ids.closedPeriod, reason: 'Prøve' }),
  },
  {
    ...periods,
    use: 'openNextPeriod',
    call: (context, ids) => openNextPeriod(context, { from: ids.period, to: ids.nextPeriod }),
  },
  {
    does: 'read',
    by: 'seeSettings',
    at: EVERYWHERE,
    use: 'getSettings',
    namesNothing: true,
    call: (context) => getSettings(context),
  },
  {
    does: 'read',
    by: 'seeSettings',
    at: EVERYWHERE,
    use: 'getMailFailures',
    namesNothing: true,
    call: (context) => getMailFailures(context),
  },
  {
    does: 'write',
    by: 'changeSettings',
    at: EVERYWHERE,
    use: 'updateSettings',
    namesNothing: true,
    call: (context) =>
      updateSettings(context, {
        municipality: 'En anden',
        serviceCentreCode: 'SC',
        serviceCentreName: 'Servicecenter',
        erpSystem: 'ERP',
        debtorSystem: 'Debitor',
      }),
  },
  {
    does: 'write',
    by: 'changeSettings',
    at: EVERYWHERE,
    use: 'updateApprovalSettings',
    namesNothing: true,
    call: (context) => updateApprovalSettings(context, { twoApproversAbove: 5n }),
  },
  {
    does: 'write',
    by: 'changeSettings',
    at: EVERYWHERE,
    use: 'updateLimitationSettings',
    namesNothing: true,
    call: (context) => updateLimitationSettings(context, { warningMonths: 5 }),
  },
  {
    does: 'write',
    by: 'changeSettings',
    at: EVERYWHERE,
    use: 'updateBrand',
    namesNothing: true,
    call: (context) => updateBrand(context, { colour: '#5a1a2b', logo: null, alternativeText: '' }),
  },
  {
    ...trail,
    use: 'getTrailPage',
    namesNothing: true,
    call: (context) => getTrailPage(context, new URLSearchParams()),
  },
  {
    does: 'read',
    by: 'dispose',
    at: EVERYWHERE,
    use: 'getRetention',
    namesNothing: true,
    call: (context) => getRetention(context),
  },
  {
    ...disposal,
    use: 'updateTerms',
    namesNothing: true,
    call: (context) => updateTerms(context, { accounting: 6, documents: 6, comments: 6, trail: 6, persons: 2 }),
  },
  {
    ...disposal,
    use: 'requestDisposal',
    namesNothing: true,
    call: (context) => requestDisposal(context, { material: 'comments' }),
  },
  { ...disposal, use: 'approveDisposal', call: (context, ids) => approveDisposal(context, { id: ids.disposal }) },
  { ...disposal, use: 'withdrawRequest', call: (context, ids) => withdrawRequest(context, { id: ids.disposal }) },
  { ...trail, use: 'checkTrail', namesNothing: true, call: (context) => checkTrail(context, null) },
  { ...trail, use: 'getTrailHead', namesNothing: true, call: (context) => getTrailHead(context) },
  {
    ...trail,
    use: 'exportTrail',
    namesNothing: true,
    call: async (context) => {
      const address = new URLSearchParams();
      const file = await exportTrail(context, { format: 'csv', address, language: 'da' });
      if (!file) return null;
      const chunks: Uint8Array[] = [];
      for await (const chunk of file.chunks) chunks.push(chunk);
      return { ...file, chunks };
    },
  },
  {
    ...disposal,
    use: 'backUp',
    namesNothing: true,
    call: ({ actor, store }) => backUp({ actor, store }, path.join(store.folder, 'sikkerhedskopi.tar')),
  },
];
