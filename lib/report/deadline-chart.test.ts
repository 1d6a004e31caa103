import { describe, expect, it } from 'vitest';
import type { Redaction } from '#lib/domain/report-version.ts';
import { buildReport } from './build-report.ts';
import { openEdition } from './edition.ts';
import { NO_EXTRAS } from './extras.ts';
import type { Chart, ReportModel } from './model.ts';
import { printCell } from './print-cell.ts';
import { ANY_INSTALLATION } from './testing/arbitrary.ts';
import { findingOf, smallState } from './testing/small-state.ts';

/** Plans of BIU on 95900000, 95900001 …, each with one step. */
const build = (deadlines: readonly (string | null)[], ...left: string[]): ReportModel =>
  buildReport(
    smallState(
      deadlines.map((deadline, index) => ({
        number: `9590000${index}`,
        findings: [
          findingOf([['2023-06-30', 1_000_000n]], { steps: [{ activity: 'Ryk', deadline, consequence: 'Risiko' }] }),
        ],
      })),
    ),
    ANY_INSTALLATION,
    'BIU',
    { ...NO_EXTRAS, redactions: left.map((target): Redaction => ({ kind: 'finding', target, ground: 'lov' })) },
  );

const chartOf = ({ document }: ReportModel): Chart | undefined =>
  document.flatMap((block) =>
    block.kind === 'chart' && block.chart.id === 'handleplaner-efter-deadline' ? [block.chart] : [],
  )[0];
const barsOf = (model: ReportModel) =>
  chartOf(model)?.panels[0]?.groups.map(({ label, cells }) => `${label}: ${cells.map(printCell).join()}`);

describe('the chart of deadlines in the open edition', () => {
  const DEADLINES = ['2024-01-31', '2024-01-15', '2024-04-30', null];

  it('counts what it leaves out apart, and ends where the plans that it prints do', () => {
    const whole = build(DEADLINES, '95900002');
    expect(barsOf(whole)).toEqual([
      'januar 2024: 2',
      'februar 2024: 0',
      'marts 2024: 0',
      'april 2024: 1',
      'Uden deadline: 1',
    ]);
    const open = openEdition(whole);
    expect(barsOf(open)).toEqual(['januar 2024: 2', 'Uden deadline: 1', 'Udeladt af den åbne udgave: 1']);
    // All plans, as the sentence above it counts them.
    expect(chartOf(open)?.alternativeText).toMatch(
      /januar 2024: 2; Uden deadline: 1; Udeladt af den åbne udgave: 1\.$/,
    );
    expect(JSON.stringify(open.document)).not.toMatch(/april 2024|30\.04\.2024/i);
  });

  it('is as it was where nothing is left out, or nothing that the report prints', () => {
    expect(chartOf(openEdition(build(DEADLINES)))).toEqual(chartOf(build(DEADLINES)));
    expect(chartOf(openEdition(build(DEADLINES, '95909999')))).toEqual(chartOf(build(DEADLINES)));
  });

  it('is not drawn of nothing, nor of a model whose plans do not tell what it shows', () => {
    const two = DEADLINES.slice(0, 2);
    expect(chartOf(openEdition(build(two, '95900000', '95900001')))).toBeUndefined();
    const whole = build(DEADLINES, '95900002');
    const others = whole.document.map((block) =>
      block.kind === 'chart' ? { ...block, chart: { ...block.chart, alternativeText: 'Som før' } } : block,
    );
    expect(chartOf(openEdition({ ...whole, document: others }))).toBeUndefined();
  });
});
