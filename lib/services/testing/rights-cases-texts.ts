import { EVERYWHERE } from '#lib/domain/permissions.ts';
import { SHARED, type TextPlace } from '#lib/domain/report-text.ts';
import { acknowledgeFigure } from '../acknowledge-figure.ts';
import { approveText } from '../approve-text.ts';
import { assignText } from '../assign-text.ts';
import { compareTextVersions } from '../compare-text-versions.ts';
import { countReportTexts } from '../count-report-texts.ts';
import { discardTextDraft } from '../discard-text-draft.ts';
import { finishText } from '../finish-text.ts';
import { getReportTexts } from '../get-report-texts.ts';
import { getTextHistory } from '../get-text-history.ts';
import { listTextDrafts } from '../list-text-drafts.ts';
import { noteTextPresence } from '../note-text-presence.ts';
import { restoreTextVersion } from '../restore-text-version.ts';
import { returnText } from '../return-text.ts';
import { saveReportText } from '../save-report-text.ts';
import { saveTextDraft } from '../save-text-draft.ts';
import { takeOverText, takeOverTexts } from '../take-over-text.ts';
import { withdrawAcknowledgement } from '../withdraw-acknowledgement.ts';
import type { RightsCase } from './rights-case.ts';
import { ALFA_REGISTER, type Ids } from './rights-names.ts';
import { BEGUN, BLANK, LAST_YEARS, NUMBER, READY, textDraftWith } from './rights-texts.ts';
import { said } from './write-texts.ts';

const reason = 'Prøve';
const spotOf = ({ year, committee }: Ids, place: TextPlace) => ({ fiscalYear: year, owner: committee, place });
/** The text of all committees, which names nothing that could be missing. */
const sharedOf = (place: TextPlace) => ({ fiscalYear: 2023, owner: SHARED, place });
const written = { document: [said('Ny tekst')] };
const writing = { does: 'write', by: 'writeText', at: ALFA_REGISTER } as const;
const approving = { does: 'write', by: 'approveText', at: ALFA_REGISTER } as const;
const forAll = { does: 'write', by: 'writeText', at: EVERYWHERE, namesNothing: true } as const;
const reading = { does: 'read', by: 'seeReport', at: ALFA_REGISTER } as const;

/** What people write for the report. */
export const TEXT_CASES: readonly RightsCase[] = [
  {
    ...reading,
    use: 'getReportTexts',
    shows: ['ALFA-tekst'],
    call: (context, ids) => getReportTexts(context, ids.year, ids.committee),
  },
  {
    does: 'read',
    by: 'seeReport',
    at: 'somewhere',
    use: 'countReportTexts',
    call: (context, ids) => countReportTexts(context, ids.year),
  },
  { does: 'read', by: 'anyone', use: 'listTextDrafts', namesNothing: true, call: (context) => listTextDrafts(context) },
  {
    ...reading,
    use: 'getTextHistory',
    call: (context, ids) => getTextHistory(context, spotOf(ids, READY)),
  },
  {
    ...reading,
    use: 'compareTextVersions',
    shows: ['ALFA-tekst'],
    call: (context, ids) => compareTextVersions(context, spotOf(ids, READY), 1, 2),
  },
  {
    ...reading,
    use: 'noteTextPresence',
    call: (context, ids) => noteTextPresence(context, { ...spotOf(ids, READY), tab: 'prøve', typing: false }),
  },
  {
    ...writing,
    use: 'saveReportText',
    call: (context, ids) => saveReportText(context, { ...spotOf(ids, BLANK), version: 0, ...written }),
  },
  {
    ...forAll,
    use: 'saveReportText: for all committees',
    call: (context) => saveReportText(context, { ...sharedOf(BLANK), version: 0, ...written }),
  },
  {
    ...writing,
    use: 'saveTextDraft',
    isUntold: true,
    call: (context, ids) =>
      saveTextDraft(context, { ...spotOf(ids, BLANK), version: 0, continues: null, content: textDraftWith('Prøve') }),
  },
  {
    does: 'write',
    by: 'own',
    use: 'discardTextDraft',
    isUntold: true,
    call: async (context, ids) => {
      const spot = { fiscalYear: 2023, owner: 'ALU', place: ids.typedText };
      const answer = await discardTextDraft(context, spot);
      return answer.ok && answer.value.discarded === 0 ? { ok: false } : answer;
    },
  },
  {
    ...writing,
    use: 'restoreTextVersion',
    call: (context, ids) => restoreTextVersion(context, { ...spotOf(ids, READY), version: 2, restore: 1 }),
  },
  {
    ...writing,
    use: 'takeOverText',
    call: (context, ids) => takeOverText(context, { ...spotOf(ids, LAST_YEARS), version: 0 }),
  },
  {
    ...writing,
    use: 'takeOverTexts',
    call: (context, ids) => takeOverTexts(context, { fiscalYear: ids.year, owner: ids.committee }),
  },
  {
    ...forAll,
    use: 'takeOverTexts: for all committees',
    call: (context) => takeOverTexts(context, { fiscalYear: 2023, owner: SHARED }),
  },
  {
    ...writing,
    use: 'assignText',
    call: (context, ids) => assignText(context, { ...spotOf(ids, BLANK), personId: null, deadline: '2024-03-01' }),
  },
  {
    ...writing,
    use: 'finishText',
    call: (context, ids) => finishText(context, { ...spotOf(ids, BEGUN), version: 1 }),
  },
  {
    ...approving,
    use: 'approveText',
    call: (context, ids) => approveText(context, { ...spotOf(ids, READY), version: 2 }),
  },
  {
    ...approving,
    use: 'returnText',
    call: (context, ids) => returnText(context, { ...spotOf(ids, READY), version: 2, reason }),
  },
  {
    ...writing,
    use: 'acknowledgeFigure',
    call: (context, ids) => acknowledgeFigure(context, { ...spotOf(ids, READY), ...NUMBER, reason }),
  },
  {
    ...writing,
    use: 'withdrawAcknowledgement',
    call: (context, ids) => withdrawAcknowledgement(context, { ...spotOf(ids, BEGUN), ...NUMBER }),
  },
];
