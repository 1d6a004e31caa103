import { useTranslations } from 'next-intl';
import { useCallback, useLayoutEffect, useRef } from 'react';
import type { Column } from './columns.ts';
import { ChooseCell } from './row-choice.tsx';

type Choose = (ids: readonly string[], chosen: boolean) => void;

/**
 * The ticks of rows. Both functions stay the same between renders, so that a moving cursor draws only the rows that it
 * leaves and comes to.
 */
export function useChooseCell<Row>(
  columns: readonly Column<Row>[],
  onChoose: Choose | undefined,
  focusGrid: () => void,
) {
  const t = useTranslations('ui.table');
  const latest = useRef({ onChoose, focusGrid });
  useLayoutEffect(() => {
    latest.current = { onChoose, focusGrid };
  });
  const choose = useCallback<Choose>((ids, chosen) => {
    latest.current.onChoose?.(ids, chosen);
    latest.current.focusGrid();
  }, []);
  const chooseCell = useCallback(
    (rowId: string, row: Row, chosen: boolean) => {
      const link = columns.find((column) => column.kind === 'link');
      return (
        <ChooseCell
          label={t('choose', { row: link?.kind === 'link' ? link.value(row) : rowId })}
          chosen={chosen}
          onChoose={(next) => choose([rowId], next)}
        />
      );
    },
    [t, columns, choose],
  );
  return { choose, chooseCell };
}
