import { expect, it, vi } from 'vitest';
import { saveFindingCells } from '../../list-actions.ts';
import { findingKeeper } from './finding-edits.ts';

vi.mock('../../list-actions.ts', () => ({ saveFindingCells: vi.fn(), undoInFindings: vi.fn() }));

it('says of a cell whose finding is gone that it was not saved', async () => {
  vi.mocked(saveFindingCells).mockResolvedValue({
    ok: true,
    value: { changeSet: null, changed: [], refused: [], isStopped: false, rows: [] },
  });
  const keeper = findingKeeper({
    ...{ periodId: '2023-12', personId: 'a', rows: [], reason: 'Rettet i Opfølgning', outside: () => () => undefined },
    textOf: ({ code }) => code,
    onSaved: () => undefined,
  });
  const outcome = await keeper.save([{ rowId: '95900015/BIU', columnId: 'tema', text: 'KSD' }]);
  expect(outcome.refused).toEqual([{ rowId: '95900015/BIU', columnId: 'tema', message: 'unknown-finding' }]);
});
