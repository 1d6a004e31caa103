import { countTrail, listTrail, type TrailFilter } from '#lib/db/trail.ts';
import type { AuditEvent } from '#lib/domain/audit.ts';
import { EVERYWHERE, may } from '#lib/domain/permissions.ts';
import { formatDateTime } from '#lib/format/date-time.ts';
import type { Language } from '#lib/format/messages.ts';
import { translatorOf } from '#lib/format/translate.ts';
import { renderRowsCsv } from '#lib/render/rows/rows-csv.ts';
import { renderRowsXlsx } from '#lib/render/rows/rows-xlsx.ts';
import type { RowSheet, RowValue } from '#lib/render/rows/types.ts';
import type { Context } from './context.ts';
import { describeEvent } from './describe-history.ts';
import type { ListFormat } from './export-list.ts';
import { filterOf, logReading } from './log-reading.ts';
import { makeChangeTeller } from './tell-changes.ts';
import { readTrailAddress, toTrailFilter } from './trail-filter.ts';

interface TrailExport {
  format: ListFormat;
  /** As the page *Revisionsspor* keeps it. */
  address: URLSearchParams;
  language: Language;
}

/** A file that comes in pieces. */
export interface StreamedFile {
  fileName: string;
  contentType: string;
  chunks: AsyncGenerator<Uint8Array>;
}

/** More rows than this a workbook does not take; the CSV takes all. The title says so where there were more. */
const MOST_IN_EXCEL = 100_000;
const BATCH = 2_000;

const COLUMNS = [
  ['id', 'count'],
  ['at', 'text'],
  ['person', 'text'],
  ['role', 'text'],
  ['onBehalfOf', 'text'],
  ['origin', 'text'],
  ['what', 'text'],
  ['subjectId', 'text'],
  ['period', 'text'],
  ['importId', 'count'],
  ['reason', 'text'],
  ['changes', 'text'],
  ['hash', 'text'],
] as const;

/** All events that an address of *Revisionsspor* leaves, newest first; noted in the trail. Null: not the actor's to see. */
export async function exportTrail(
  context: Context,
  { format, address, language }: TrailExport,
): Promise<StreamedFile | null> {
  const { store, actor } = context;
  const { filter, wrong } = toTrailFilter(readTrailAddress(address));
  if (!may(actor, 'seeTrail', EVERYWHERE) || wrong.length > 0) return null;
  const count = await countTrail(store.read, filter);
  const rows = format === 'csv' ? count : Math.min(count, MOST_IN_EXCEL);
  const what = { format, rows, filter: filterOf(address) };
  await logReading(context, 'seeTrail', {
    action: 'export',
    subject: 'trail',
    subjectId: 'trail',
    periodId: null,
    what,
  });
  const t = translatorOf(language, 'trail');
  const sheet: RowSheet = {
    name: 'revisionsspor',
    title: rows < count ? t('exportCapped', { shown: rows, count }) : t('title'),
    columns: COLUMNS.map(([id, kind]) => ({ label: t(`columns.${id}`), kind })),
    rows: [],
  };
  const batches = readBatches(context, filter, rows, language);
  return format === 'csv'
    ? { fileName: 'revisionsspor.csv', contentType: 'text/csv; charset=utf-8', chunks: toCsv(sheet, batches) }
    : {
        fileName: 'revisionsspor.xlsx',
        contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        chunks: toXlsx(sheet, batches),
      };
}

/** The newest `most` events as rows, some thousands at a time; what is added meanwhile is newer and left out. */
async function* readBatches(
  { store }: Context,
  filter: TrailFilter,
  most: number,
  language: Language,
): AsyncGenerator<RowValue[][]> {
  const toRow = makeRowTeller(language);
  let left = most;
  let before: number | null = null;
  while (left > 0) {
    const events: AuditEvent[] = await listTrail(store.read, filter, before, Math.min(BATCH, left));
    const last = events.at(-1);
    if (last === undefined) return;
    left -= events.length;
    before = last.id;
    yield events.map(toRow);
  }
}

/** What makes a row of an event, with the words of a language. */
function makeRowTeller(language: Language): (event: AuditEvent) => RowValue[] {
  const t = translatorOf(language, 'trail');
  const roles = translatorOf(language, 'people');
  const tellChanges = makeChangeTeller(language);
  return (event) => [
    event.id,
    formatDateTime(event.at),
    event.disposed ? t('disposedPerson', { id: event.personId }) : event.personName,
    event.role === '' ? '' : roles(`role.${event.role}`),
    event.onBehalfOf ?? '',
    event.origin,
    t('what', { subject: t(`subjects.${event.subject}`), action: t(`actions.${event.action}`) }),
    event.subjectId,
    event.periodId ?? '',
    event.importId,
    event.reason,
    event.disposed ? t('disposed') : tellChanges(describeEvent(event)),
    event.hash,
  ];
}

async function* toCsv(sheet: RowSheet, batches: AsyncGenerator<RowValue[][]>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  const head = renderRowsCsv(sheet);
  yield encoder.encode(head);
  for await (const rows of batches) yield encoder.encode(renderRowsCsv({ ...sheet, rows }).slice(head.length));
}

async function* toXlsx(sheet: RowSheet, batches: AsyncGenerator<RowValue[][]>): AsyncGenerator<Uint8Array> {
  const rows: RowValue[][] = [];
  for await (const batch of batches) rows.push(...batch);
  yield await renderRowsXlsx({ ...sheet, rows });
}
