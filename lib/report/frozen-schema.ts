import { z } from 'zod';
import { REGISTERS } from '#lib/domain/register.ts';
import { TEXT_PLACES } from '#lib/domain/report-text.ts';
import { EDITIONS, REPORT_STATUSES } from '#lib/domain/report-version.ts';
import { type Block, CHART_IDS, type CheckId, type ReportModel, TABLE_IDS } from './model.ts';

/**
 * The report model as it lies frozen. What a program of another version froze and this one does not know in every part
 * is refused as a whole: its stored files are served instead of a guess. A part that comes to the model later takes a
 * default here, so that what was frozen before it still fits.
 */
const money = z.strictObject({ ore: z.string(), printed: z.string() });
const cell = z.union([z.string(), z.int(), money]);
const unit = z.enum(['', 't.kr.', 'kr.']);
const category = z.union([z.literal(1), z.literal(2), z.literal(3)]);
const findingCategory = z.union([z.literal(2), z.literal(3)]);

const run = z.strictObject({
  text: z.string(),
  bold: z.literal(true).exactOptional(),
  href: z.string().exactOptional(),
  figure: z.string().exactOptional(),
  note: z.string().exactOptional(),
});
const runs = z.array(run);

const rich = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('paragraph'), runs }),
  z.strictObject({ kind: z.literal('list'), ordered: z.boolean(), items: z.array(runs) }),
  z.strictObject({ kind: z.literal('table'), head: z.array(runs).nullable(), rows: z.array(z.array(runs)) }),
]);

const card = z.strictObject({
  account: z.string(),
  accountName: z.string(),
  committee: z.string(),
  followUp: money,
  older: money,
  problem: z.string(),
  responsible: z.string(),
  steps: z.array(
    z.strictObject({
      activity: z.string(),
      deadline: z.string(),
      consequence: z.string(),
      done: z.literal(true).exactOptional(),
    }),
  ),
});

const chart = z.strictObject({
  id: z.enum(CHART_IDS),
  title: z.string(),
  alternativeText: z.string(),
  sources: z.array(z.string()),
  panels: z.array(
    z.strictObject({
      title: z.string(),
      unit,
      series: z.array(z.string()),
      groups: z.array(
        z.strictObject({ label: z.string(), cells: z.array(cell), keys: z.array(z.string()).exactOptional() }),
      ),
    }),
  ),
});

const figure = z.strictObject({
  alternativeText: z.string(),
  levels: z.array(z.array(z.strictObject({ label: z.string(), detail: z.string(), category: category.nullable() }))),
});

const block: z.ZodType<Block> = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('heading'),
    level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
    id: z.string(),
    number: z.string(),
    text: z.string(),
    runs: runs.exactOptional(),
    owner: z.string().exactOptional(),
  }),
  z.strictObject({ kind: z.literal('paragraph'), text: z.string() }),
  z.strictObject({ kind: z.literal('list'), items: z.array(z.string()) }),
  z.strictObject({ kind: z.literal('figure'), caption: z.string(), figure }),
  z.strictObject({
    kind: z.literal('table'),
    table: z.enum(TABLE_IDS),
    notes: z.array(z.strictObject({ mark: z.string(), column: z.string().nullable(), text: z.string() })),
  }),
  z.strictObject({
    kind: z.literal('plans'),
    group: z.strictObject({
      category: findingCategory,
      theme: z.string(),
      functions: z.array(z.strictObject({ code: z.string(), name: z.string(), cards: z.array(card) })),
    }),
  }),
  z.strictObject({ kind: z.literal('chart'), chart }),
  z.strictObject({
    kind: z.literal('rich'),
    place: z.enum(TEXT_PLACES),
    owner: z.string(),
    blocks: z.array(rich),
    notes: z.array(z.strictObject({ mark: z.string(), runs })),
  }),
]);

const table = z.strictObject({
  id: z.enum(TABLE_IDS),
  title: z.string(),
  columns: z.array(z.strictObject({ id: z.string(), label: z.string(), unit })),
  rows: z.array(z.array(cell)),
  total: z.array(cell).nullable(),
});

const note = z.string();
const account = z.string();
const place = z.union([
  z.strictObject({ kind: z.literal('account'), account, note }),
  z.strictObject({ kind: z.literal('finding'), account, committee: z.string(), note }),
  z.strictObject({ kind: z.literal('text'), place: z.enum(TEXT_PLACES), owner: z.string(), note }),
  z.strictObject({ kind: z.literal('register'), register: z.enum(REGISTERS), note }),
  z.strictObject({ kind: z.literal('document'), account, register: z.null(), note }),
  z.strictObject({ kind: z.literal('document'), account: z.null(), register: z.enum(REGISTERS), note }),
]);

const check = z.strictObject({
  // A check that there is no more is still told by its message.
  id: z.custom<CheckId>((id) => typeof id === 'string'),
  severity: z.enum(['blocking', 'warning']),
  ok: z.boolean(),
  message: z.string(),
  count: z.int(),
  subjects: z.array(z.string()),
  places: z.array(place),
});

const logo = z.strictObject({
  type: z.enum(['image/png', 'image/jpeg']),
  base64: z.string(),
  width: z.int(),
  height: z.int(),
  alternativeText: z.string(),
});

export const frozenModel: z.ZodType<ReportModel & { nonce?: string }> = z.strictObject({
  year: z.int(),
  period: z.string(),
  balanceDate: z.string(),
  municipality: z.string(),
  committee: z.strictObject({ code: z.string(), name: z.string() }),
  status: z.enum(REPORT_STATUSES),
  edition: z.enum(EDITIONS),
  redactions: z.array(z.strictObject({ kind: z.enum(['finding', 'column']), target: z.string(), ground: z.string() })),
  // Models that were frozen before there was one have none.
  across: z
    .strictObject({
      units: z.array(z.strictObject({ imFunction: z.string(), unit: z.string(), ground: z.string() })),
      findings: z.array(z.strictObject({ account: z.string(), accountName: z.string() })),
      accounts: z.array(z.string()),
    })
    .exactOptional(),
  version: z.strictObject({ number: z.int(), madeOn: z.string(), sha256: z.string(), reason: z.string() }).nullable(),
  brand: z.strictObject({ colour: z.string().nullable(), logo: logo.nullable() }),
  title: z.string(),
  runningHead: z.string(),
  document: z.array(block),
  tables: z.array(table),
  counts: z.strictObject({
    separate: z.int(),
    withoutVerdict: z.int(),
    notApproved: z.int(),
    approved: z.int(),
    byAdministrations: z.int(),
    findings: z.int(),
    olderFindings: z.int(),
    controls: z.int(),
  }),
  checks: z.array(check),
  // Models that were frozen before there was one have none.
  nonce: z
    .string()
    .regex(/^[0-9a-f]{32}$/)
    .exactOptional(),
});
