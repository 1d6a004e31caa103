import type { ActionLine } from './action-line.ts';
import { REGISTER_OF_BIU } from './rights-line.ts';

const page = 'app/(shell)/[period]/rapport';
const versions = { file: `${page}/versioner/actions.ts`, by: 'keepVersions', at: REGISTER_OF_BIU } as const;
const editions = { file: `${page}/udgaver/actions.ts`, by: 'keepVersions', at: REGISTER_OF_BIU } as const;

const final = { year: 2023, committee: 'BIU', reason: '' };
const column = { year: 2023, committee: 'BIU', kind: 'column', target: 'handleplaner.problem' };
const elsewhere = { committee: 'XXU' };

/** Versions, editions and collected plans of a report that is a draft: what waits for approval keeps it from being final. */
export const VERSIONS: readonly ActionLine[] = [
  {
    ...versions,
    name: 'makeFinalAction',
    given: () => [final],
    missing: () => [{ ...final, ...elsewhere }],
    refusal: 'report-not-ready',
  },
  {
    ...versions,
    name: 'publishVersionAction',
    given: () => [{ year: 2023, committee: 'BIU', number: 1 }],
    missing: () => [{ year: 2023, committee: 'XXU', number: 1 }],
    refusal: 'unknown-version',
  },
  {
    ...editions,
    name: 'saveRedactionAction',
    given: () => [{ ...column, ground: 'offentlighedslovens § 30' }],
    missing: () => [{ ...column, ...elsewhere, ground: 'offentlighedslovens § 30' }],
  },
  {
    ...editions,
    name: 'removeRedactionAction',
    given: () => [column],
    missing: () => [{ ...column, ...elsewhere }],
  },
  { file: `${page}/handleplaner/actions.ts`, name: 'undoCollected', by: 'signedIn', isOwn: true, given: () => [999] },
];
