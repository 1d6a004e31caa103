import { describe, expect, it } from 'vitest';
import { makeSuccessor, type Succession } from './succession.ts';

const committee = (fiscalYear: number, from: string, to: string | null): Succession => ({
  kind: 'committee',
  fiscalYear,
  from,
  to,
});

describe('what a code of one year is called in a later one', () => {
  // 2023: SUD, BIU, TMU, GAM. 2024: SUD and BIU merge into BSU, GAM closes. 2025: BSU is renamed BSO, TMU joins it.
  const history = [
    committee(2024, 'SUD', 'BSU'),
    committee(2024, 'BIU', 'BSU'),
    committee(2024, 'GAM', null),
    committee(2025, 'BSU', 'BSO'),
    committee(2025, 'TMU', 'BSO'),
  ];

  it('follows a merger and a renaming year by year', () => {
    const after = makeSuccessor(history, 'committee', 2023, 2025);
    expect(['SUD', 'BIU', 'TMU', 'ØU'].map(after)).toEqual(['BSO', 'BSO', 'BSO', 'ØU']);
    expect(['SUD', 'BIU', 'TMU'].map(makeSuccessor(history, 'committee', 2023, 2024))).toEqual(['BSU', 'BSU', 'TMU']);
  });

  it('says that what closed is nowhere, also years later', () => {
    expect(makeSuccessor(history, 'committee', 2023, 2025)('GAM')).toBeNull();
  });

  it('changes nothing within a year, and only its own kind', () => {
    expect(makeSuccessor(history, 'committee', 2024, 2024)('SUD')).toBe('SUD');
    expect(makeSuccessor(history, 'imFunction', 2023, 2025)('SUD')).toBe('SUD');
  });

  it('is not led astray by the order in which it was said, nor by codes that swap', () => {
    expect(makeSuccessor(history.toReversed(), 'committee', 2023, 2025)('BIU')).toBe('BSO');
    const swapped = [committee(2024, 'A', 'B'), committee(2024, 'B', 'A')];
    expect(['A', 'B'].map(makeSuccessor(swapped, 'committee', 2023, 2024))).toEqual(['B', 'A']);
  });
});
