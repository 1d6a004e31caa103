import { describe, expect, it } from 'vitest';
import { layOutPage } from '#lib/render/page/lay-out-page.ts';
import { openEdition, redactableColumns } from './edition.ts';
import { type ReportModel, tableOf } from './model.ts';
import { buildMarkedReport, MARKED_ACCOUNT, MARKS } from './testing/marked-state.ts';

/** All that any renderer can know. */
const saidOf = (model: ReportModel) => JSON.stringify({ model, page: layOutPage(model) });

const LAW = 'lovens § 1';

describe('what is left out of the open edition', () => {
  const closed = saidOf(buildMarkedReport());
  const targets = redactableColumns(buildMarkedReport()).map(({ target }) => target);

  it('is every column that can be, each with a mark', () => {
    expect(Object.keys(MARKS).sort()).toEqual([...targets].sort());
    for (const [target, marks] of Object.entries(MARKS)) {
      expect(
        marks.some((mark) => closed.includes(mark)),
        target,
      ).toBe(true);
    }
  });

  it.each(targets)('is in no part of it: %s', (target) => {
    const open = saidOf(openEdition(buildMarkedReport([{ kind: 'column', target, ground: LAW }])));
    for (const mark of MARKS[target] ?? []) expect(open).not.toContain(mark);
    // The others are all there.
    for (const [other, marks] of Object.entries(MARKS)) {
      if (other !== target && closed.includes(marks[0] ?? '')) expect(open, other).toContain(marks[0]);
    }
    expect(open).toContain(`efter ${LAW}`);
  });

  it('takes the units of older amounts with the responsible, and says so; the amounts stand and lead nowhere', () => {
    const whole = buildMarkedReport([{ kind: 'column', target: 'handleplaner.ansvarlig', ground: LAW }]);
    const open = openEdition(whole);
    const rowsOf = (model: ReportModel) => tableOf(model, 'aeldre-end-1-aar').rows;
    expect(rowsOf(whole).filter(([, unit]) => unit === 'ANSVARSMÆRKE')).toHaveLength(1);
    const withoutUnits = rowsOf(whole).map(([code, , ...amounts]) => [code, '', ...amounts]);
    const sorted = (rows: unknown[]) => rows.map((row) => JSON.stringify(row)).sort();
    expect(sorted(rowsOf(open))).toEqual(sorted(withoutUnits));
    // By amount within a function: the alphabet would tell where a name lies.
    expect(rowsOf(open)).not.toEqual(withoutUnits);
    expect(rowsOf(open).map(([code]) => code)).toEqual(rowsOf(whole).map(([code]) => code));
    expect(tableOf(open, 'aeldre-end-1-aar').total).toEqual(tableOf(whole, 'aeldre-end-1-aar').total);
    const pageOf = (model: ReportModel) =>
      layOutPage(model).flatMap((block) => (block.kind === 'table' && block.id === 'aeldre-end-1-aar' ? [block] : []));
    expect(pageOf(open)[0]?.notes.at(-1)).toEqual({
      mark: '2',
      column: 'enhed',
      text: expect.stringMatching(/^Kolonnens indhold er udeladt af den åbne udgave efter /),
    });
    expect([pageOf(whole)[0]?.isLinked, pageOf(open)[0]?.isLinked]).toEqual([true, false]);
    expect(layOutPage(open).some((block) => block.kind === 'table' && block.isLinked)).toBe(true);
  });

  it('is in no part of it where it is a finding', () => {
    const open = saidOf(openEdition(buildMarkedReport([{ kind: 'finding', target: MARKED_ACCOUNT, ground: LAW }])));
    const own = Object.entries(MARKS).filter(([target]) => target.startsWith('handleplaner.'));
    // By whom it is dealt with is a row of the list of older amounts, whatever plan is printed.
    for (const [target, marks] of own) {
      if (target !== 'handleplaner.ansvarlig') for (const mark of marks) expect(open, target).not.toContain(mark);
    }
  });
});
