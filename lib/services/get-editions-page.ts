import { findYearStatus } from '#lib/db/periods.ts';
import type { Committee } from '#lib/domain/municipality.ts';
import { refusalOf } from '#lib/domain/period.ts';
import { may } from '#lib/domain/permissions.ts';
import type { Redaction } from '#lib/domain/report-version.ts';
import { layOutPage, type PageBlock } from '#lib/render/page/lay-out-page.ts';
import { tellEdition } from '#lib/render/version-facts.ts';
import { openEdition, redactableColumns } from '#lib/report/edition.ts';
import { findMentions, type Mention } from '#lib/report/find-mentions.ts';
import { findReadable, type Readable } from '#lib/report/find-readable.ts';
import type { ReportModel } from '#lib/report/model.ts';
import type { Context } from './context.ts';
import { findKnownReport, readCurrentReport } from './read-current-report.ts';
import { findPeriod } from './read-state.ts';

/** Something that can be kept out of the open edition; `ground` null: it is in it. */
export interface Choosable {
  kind: Redaction['kind'];
  target: string;
  /** What it is, and of what. */
  label: string;
  detail: string;
  ground: string | null;
}

export interface EditionsPage {
  year: number;
  period: string;
  committee: Committee;
  title: string;
  /** What can be left out; null for who may not see the edition that leaves nothing out. */
  choices: Choices | null;
  mayKeep: boolean;
  /** The year is locked: nobody leaves out more or less. */
  isLocked: boolean;
  /** The open edition as it stands, and what it says of itself; '' where it leaves nothing out. */
  blocks: PageBlock[];
  leftOut: string;
}

export interface Choices {
  /** Those with a plan in the report, and last what is kept out although its plan is there no more. */
  findings: Choosable[];
  columns: Choosable[];
  /** What people wrote that names a finding that is left out. */
  mentions: Mention[];
  /** What is left out, and can be read off sums. */
  readable: Readable[];
}

/** What the open edition of a committee's report leaves out, and how it reads. Null where there is no such report to see. */
export async function getEditionsPage(
  context: Context,
  periodId: string,
  committee: string,
): Promise<EditionsPage | null> {
  const { store, actor } = context;
  const period = await findPeriod(store, periodId);
  const known = period && (await findKnownReport(context, period.fiscalYear, committee));
  if (!known || known.period.id !== periodId) return null;
  const { model, state } = await readCurrentReport(store, known.period, committee);
  const open = openEdition(model);
  const isLocked = refusalOf(await findYearStatus(store.read, known.period.fiscalYear), false) !== null;
  return {
    year: known.period.fiscalYear,
    period: known.period.id,
    committee: state.committees.find(({ code }) => code === committee) ?? { code: committee, name: committee },
    title: model.title,
    choices: may(actor, 'seeClosedEdition', known.place) ? listChoices(model) : null,
    mayKeep: !isLocked && may(actor, 'keepVersions', known.place),
    isLocked,
    blocks: layOutPage(open),
    leftOut: tellEdition(open),
  };
}

function listChoices(model: ReportModel): Choices {
  const grounds = new Map(model.redactions.map(({ kind, target, ground }) => [`${kind} ${target}`, ground]));
  const groundOf = (kind: Redaction['kind'], target: string) => grounds.get(`${kind} ${target}`) ?? null;
  const plans = listPlans(model);
  const gone = model.redactions
    .filter(({ kind, target }) => kind === 'finding' && !plans.some((plan) => plan.target === target))
    .map(({ target }) => ({ kind: 'finding' as const, target, label: target, detail: '' }));
  return {
    findings: [...plans, ...gone].map((plan) => ({ ...plan, ground: groundOf('finding', plan.target) })),
    columns: redactableColumns(model).map(({ target, table, column }) => ({
      kind: 'column' as const,
      target,
      label: column.label,
      detail: table.title,
      ground: groundOf('column', target),
    })),
    mentions: findMentions(model),
    readable: findReadable(model),
  };
}

/** The plans that the report prints, in its order. */
function listPlans({ document }: ReportModel): Omit<Choosable, 'ground'>[] {
  return document.flatMap((block) =>
    block.kind === 'plans'
      ? block.group.functions.flatMap(({ cards }) =>
          cards.map(({ account, accountName, followUp }) => ({
            kind: 'finding' as const,
            target: account,
            label: `${account} ${accountName}`.trim(),
            detail: `${followUp.printed} kr.`,
          })),
        )
      : [],
  );
}
