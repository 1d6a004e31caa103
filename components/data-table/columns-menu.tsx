'use client';

import { useTranslations } from 'next-intl';
import { type DragEvent, type KeyboardEvent, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { classNames } from '#components/ui/class-names.ts';
import { Icon } from '#components/ui/icon.tsx';
import { Popover } from '#components/ui/popover.tsx';
import type { Column } from './columns.ts';
import barStyles from './filter-bar.module.css';
import type { Density } from './kept-layout.ts';
import styles from './menu.module.css';
import type { Layout } from './use-layout.ts';

interface ColumnsMenuProps<Row> {
  columns: readonly Column<Row>[];
  layout: Layout<Row>;
  density: Density;
  setDensity: (density: Density) => void;
}

const DENSITIES = ['compact', 'comfortable'] as const;

/** Which columns are shown, in which order, and how high the rows are. */
export function ColumnsMenu<Row>({ columns, layout, density, setDensity }: ColumnsMenuProps<Row>) {
  const t = useTranslations('ui.table');
  return (
    <Popover
      label={t('columns')}
      triggerClassName={barStyles.summary}
      trigger={
        <>
          <Icon name="columns" />
          <span className={barStyles.word}>{t('columns')}</span>
        </>
      }
    >
      {() => (
        <div className={classNames(styles.menu, styles.wide)}>
          <Columns columns={columns} layout={layout} />
          <fieldset className={styles.choices} aria-label={t('density')}>
            {DENSITIES.map((one) => (
              <label key={one}>
                <input type="radio" name="density" checked={density === one} onChange={() => setDensity(one)} />
                {t(`densities.${one}`)}
              </label>
            ))}
          </fieldset>
          <div className={styles.foot}>
            <Button kind="quiet" onClick={() => layout.choose(columns.map(({ id }) => id))}>
              {t('showAll')}
            </Button>
            {layout.chosen !== null && (
              <Button kind="quiet" onClick={() => layout.choose(null)}>
                {t('resetColumns')}
              </Button>
            )}
            {layout.resetWidths && (
              <Button kind="quiet" onClick={layout.resetWidths}>
                {t('resetWidths')}
              </Button>
            )}
          </div>
        </div>
      )}
    </Popover>
  );
}

/** The columns to tick and move: those that are shown in their order, then the others. */
function Columns<Row>({ columns, layout }: { columns: readonly Column<Row>[]; layout: Layout<Row> }) {
  const t = useTranslations('ui.table');
  const [said, setSaid] = useState('');
  const [dragged, setDragged] = useState<string | null>(null);
  const shown = layout.visible.map(({ id }) => id);
  const listed = [...layout.visible, ...columns.filter(({ id }) => !shown.includes(id))];
  const first = layout.visible.filter(({ frozen }) => frozen).length;

  function move(id: string, to: number) {
    const others = shown.filter((one) => one !== id);
    const place = Math.max(first, Math.min(others.length, to));
    layout.choose(others.toSpliced(place, 0, id));
    const column = columns.find((one) => one.id === id);
    setSaid(t('moved', { column: column?.header ?? id, place: place + 1, count: shown.length }));
  }

  function handleKey(event: KeyboardEvent, id: string) {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : null;
    if (step === null || !event.altKey || !shown.includes(id)) return;
    event.preventDefault();
    move(id, shown.indexOf(id) + step);
  }

  return (
    <>
      <ul className={styles.columns}>
        {listed.map(({ id, header, frozen }) => {
          const place = shown.indexOf(id);
          const moves = place >= 0 && !frozen;
          return (
            <li
              key={id}
              className={styles.column}
              draggable={moves}
              onDragStart={() => setDragged(id)}
              onDragEnd={() => setDragged(null)}
              onDragOver={(event: DragEvent) => dragged !== null && moves && event.preventDefault()}
              onDrop={() => dragged !== null && move(dragged, place)}
            >
              <label className={styles.tick}>
                <input
                  type="checkbox"
                  checked={place >= 0}
                  disabled={frozen}
                  onKeyDown={(event) => handleKey(event, id)}
                  onChange={(event) =>
                    layout.choose(event.target.checked ? [...shown, id] : shown.filter((one) => one !== id))
                  }
                />
                <span>{header}</span>
              </label>
              {moves && (
                <>
                  <button
                    type="button"
                    className={styles.move}
                    tabIndex={-1}
                    disabled={place === first}
                    aria-label={t('moveUp', { column: header })}
                    title={t('moveUp', { column: header })}
                    onClick={() => move(id, place - 1)}
                  >
                    <Icon name="up" />
                  </button>
                  <button
                    type="button"
                    className={styles.move}
                    tabIndex={-1}
                    disabled={place === shown.length - 1}
                    aria-label={t('moveDown', { column: header })}
                    title={t('moveDown', { column: header })}
                    onClick={() => move(id, place + 1)}
                  >
                    <Icon name="down" />
                  </button>
                </>
              )}
            </li>
          );
        })}
      </ul>
      <p className={styles.hint} role="status">
        {said || t('columnsHint')}
      </p>
    </>
  );
}
