import type { Installation, MunicipalityState } from '#lib/domain/municipality.ts';
import { runChecks } from './checks/run-checks.ts';
import { countMaterial } from './counts.ts';
import { NO_EXTRAS, type ReportExtras } from './extras.ts';
import { listFigures } from './figures/list-figures.ts';
import { findLeftOutAcross } from './left-out-across.ts';
import { gatherMaterial, type Material } from './material.ts';
import { type Block, type Check, listBlocking, type ReportModel, type Table } from './model.ts';
import { buildCommitteeTable, buildPlanTable } from './tables/committee-tables.ts';
import {
  buildBalanceTable,
  buildCategoryTable,
  buildOlderTable,
  buildReconciledByTable,
} from './tables/municipality-tables.ts';
import {
  buildControlTable,
  buildMovementTable,
  buildWriteOffTable,
  titleOfAccruals,
} from './tables/register-tables.ts';
import { writeCommitteeSection } from './texts/committee-section.ts';
import { writeIntroduction } from './texts/introduction.ts';
import { writeMunicipalitySection } from './texts/municipality-section.ts';
import {
  WRITE_OFF_SECTIONS,
  writeAccrualSection,
  writeEquitySection,
  writeWriteOffSection,
} from './texts/register-sections.ts';
import { placeTexts } from './texts-written/place-texts.ts';

/**
 * The annual report of one committee, as data: pure, the same model from the same state whatever its order (domain.md,
 * arithmetic of the report; product.md, the annual report of a committee). Throws where the committee is unknown.
 */
export function buildReport(
  state: MunicipalityState,
  installation: Installation,
  committeeCode: string,
  extras: ReportExtras = NO_EXTRAS,
): ReportModel {
  const material = gatherMaterial(state, installation, committeeCode, extras);
  const { committee, year } = material;
  const tables = buildTables(material);
  const counts = countMaterial(material);
  const generated = writeDocument(material);
  // Only texts are held against them, and many reports are built for their checks alone.
  const whole = { year, committee, edition: 'closed' as const, redactions: [], tables, counts, document: generated };
  const figures = extras.texts.length === 0 ? [] : listFigures(whole);
  const checks = runChecks(material, extras, figures);
  const document = placeTexts(generated, extras.texts, figures, committee.code);
  const { redactions: own, othersRedactions: others } = extras;
  const chosen = { facts: material.facts, committee: committee.code, own, others };
  const across = findLeftOutAcross(chosen, () => JSON.stringify([document, tables, checks]));
  return {
    year,
    period: state.period.id,
    balanceDate: state.period.balanceDate,
    municipality: installation.municipality,
    committee: { code: committee.code, name: committee.name },
    status: statusOf(checks),
    edition: 'closed',
    redactions: [...own],
    ...(across ? { across } : {}),
    version: null,
    brand: extras.brand,
    title: `Årsrapportering på balancen ${year}`,
    runningHead: `${installation.municipality} – Regnskab ${year}`,
    document,
    tables,
    counts,
    checks,
  };
}

/**
 * How far a committee's report is, and by which checks: what buildReport says of it, without the rest where nothing that
 * people wrote must be held against it.
 */
export function checkReport(
  state: MunicipalityState,
  installation: Installation,
  committeeCode: string,
  extras: ReportExtras,
): Pick<ReportModel, 'status' | 'checks'> {
  if (extras.texts.length > 0) return buildReport(state, installation, committeeCode, extras);
  const checks = runChecks(gatherMaterial(state, installation, committeeCode, extras), extras, []);
  return { status: statusOf(checks), checks };
}

function statusOf(checks: Check[]): ReportModel['status'] {
  return listBlocking({ checks }).length === 0 ? 'klar' : 'udkast';
}

/** All twelve, in the order of TABLE_IDS. */
function buildTables(material: Material): Table[] {
  const { facts, overview, year, findings, plans, registers } = material;
  return [
    buildCategoryTable(overview, year),
    buildReconciledByTable(material.reconciledBy, year),
    buildOlderTable(facts),
    buildBalanceTable(facts),
    buildCommitteeTable(findings, facts),
    buildPlanTable(plans),
    buildControlTable(registers.controls),
    ...WRITE_OFF_SECTIONS.map(({ table, title, kind }) => buildWriteOffTable(table, title, kind, registers.writeOffs)),
    buildMovementTable('periodiserede-poster', titleOfAccruals(registers.accruals), registers.accruals),
    buildMovementTable('egenkapital', 'Bevægelser bogført direkte på egenkapitalen', registers.equityMovements),
  ];
}

function writeDocument(material: Material): Block[] {
  return [
    ...writeIntroduction(material),
    ...writeMunicipalitySection(material),
    ...writeCommitteeSection(material),
    ...writeWriteOffSection(material),
    ...writeAccrualSection(material),
    ...writeEquitySection(material),
  ];
}
