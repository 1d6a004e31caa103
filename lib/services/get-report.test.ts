import { describe, expect, it } from 'vitest';
import type { MunicipalityState } from '#lib/domain/municipality.ts';
import { build, findingOf, smallState } from '#lib/report/testing/small-state.ts';
import { withVisibleSubjects } from './get-report.ts';

describe('the checks of a report', () => {
  it('name no account that their reader may not see, however its number is written', () => {
    const numbers = ['90100001', 'S1234567', '9.22.01', '1'];
    const model = build(smallState(numbers.map((number) => ({ number, verdict: false }))));
    const namesOf = (visible: string[]) =>
      withVisibleSubjects(model, smallState(visible.map((number) => ({ number })))).checks.flatMap((check) =>
        check.id === 'uden-vurdering' ? check.subjects : [],
      );
    expect(namesOf(numbers).toSorted()).toEqual(numbers.toSorted());
    expect(namesOf(['1'])).toEqual(['1']);
    const { checks } = withVisibleSubjects(model, smallState([]));
    expect(checks.find(({ id }) => id === 'uden-vurdering')?.count).toBe(4);
    expect(checks.find(({ id }) => id === 'afskrivninger')?.subjects).toEqual(['afskrivninger']);
  });

  it('count what looks like a personal number elsewhere, and do not show where', () => {
    const number = '070761-0050';
    const finding = findingOf([['2023-06-01', 900_000n]], { problem: `Borger ${number}` });
    const state = smallState([{ number: '95900001', findings: [finding] }, { number: '95900002' }]);
    for (const account of state.accounts) if (account.number === '95900002') account.name = `Depositum ${number}`;
    const model = build(state);
    const placesIn = (visible: MunicipalityState) =>
      withVisibleSubjects(model, visible).checks.find(({ id }) => id === 'cpr');
    expect(placesIn(state)?.places.map(({ kind }) => kind)).toEqual(['account', 'finding']);
    expect(placesIn(smallState([{ number: '95900001' }]))).toMatchObject({ count: 2, places: [], subjects: [] });
    const ofFinding = smallState([{ number: '95900001', findings: [finding] }]);
    expect(placesIn(ofFinding)).toMatchObject({ count: 2, subjects: ['95900001'] });
    expect(JSON.stringify(placesIn(smallState([])))).not.toContain('0707');
  });
});
