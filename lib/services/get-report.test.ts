import { describe, expect, it } from 'vitest';
import { build, smallState } from '#lib/report/testing/small-state.ts';
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
});
