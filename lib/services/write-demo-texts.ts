import { DEMO_PEOPLE } from '#lib/auth/people.ts';
import { recordEvents } from '#lib/db/audit.ts';
import { setTextStatus, storeTextVersion } from '#lib/db/report-texts.ts';
import type { WriteDb } from '#lib/db/store.ts';
import type { Actor } from '#lib/domain/actor.ts';
import { type Inline, SHARED, type TextDocument, type TextOwner, type TextPlace } from '#lib/domain/report-text.ts';
import { documentWords } from '#lib/format/text-words.ts';
import { textSubjectId } from './text-path.ts';

/** The year before that of the reference case: nothing else of it is in the demo. */
const YEAR = 2022;

const words = (text: string): Inline => ({ kind: 'text', text });
const figure = (key: string): Inline => ({ kind: 'figure', key, unit: 'usual' });
const size = (key: string): Inline => ({ kind: 'figure', key, unit: 'usual', absolute: true });
const moved = (key: string): Inline => ({
  kind: 'choice',
  key,
  choice: { by: 'change', rise: 'steget', fall: 'faldet', none: 'uændret' },
});

const FOR_ALL: TextDocument = [
  {
    kind: 'paragraph',
    content: [
      words('Antallet af konti i kategori 3 er '),
      moved('kategori3.antal.aendring'),
      words(' med '),
      size('kategori3.antal.aendring'),
      words(' til '),
      figure('kategori3.antal'),
      words('. Beløbet til opfølgning er netto '),
      figure('opfoelgning.netto'),
      words('.'),
    ],
  },
  {
    kind: 'list',
    ordered: false,
    items: [
      [words('Poster, der nærmer sig tre år, gennemgås først, så krav ikke forældes.')],
      [words('Forvaltninger og servicecenter aftaler, hvem der følger op, inden en post overgår til det nye år.')],
    ],
  },
];

const OF_COMMITTEE: TextDocument = [
  {
    kind: 'paragraph',
    content: [
      words('Udvalget har '),
      figure('handleplaner.antal'),
      words(
        ' handleplaner. Forvaltningen følger op hvert kvartal og orienterer udvalget, hvis en deadline ikke holder.',
      ),
    ],
  },
];

/** What the people of the demo wrote the year before, for this year's report to be held beside and taken over from. */
export async function writeDemoTexts(tx: WriteDb): Promise<void> {
  await writeText(tx, DEMO_PEOPLE.centre, SHARED, 'opmaerksomhedspunkter', FOR_ALL);
  await writeText(tx, DEMO_PEOPLE.secretariat, 'BIU', 'poster-til-opfoelgning', OF_COMMITTEE);
}

async function writeText(
  tx: WriteDb,
  author: Actor,
  owner: TextOwner,
  place: TextPlace,
  document: TextDocument,
): Promise<void> {
  const spot = { fiscalYear: YEAR, owner, place };
  const at = new Date().toISOString();
  const { personId, name } = author;
  const hands = [personId];
  const by = { writers: hands, hands, personId, personName: name, at };
  const written = { document, version: 1, takenOverFrom: null, ...by };
  await storeTextVersion(tx, spot, written);
  const { approver } = DEMO_PEOPLE;
  await setTextStatus(tx, spot, 'approved', { personId: approver.personId, name: approver.name, at });
  await recordEvents(tx, { actor: author, role: 'secretariat', onBehalfOf: null }, at, [
    {
      action: 'create',
      subject: 'reportText',
      subjectId: textSubjectId(spot),
      periodId: null,
      importId: null,
      before: null,
      after: { text: documentWords(document), textStatus: 'approved' },
    },
  ]);
}
