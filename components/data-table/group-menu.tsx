'use client';

import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { Popover } from '#components/ui/popover.tsx';
import { canGroup, MOST_GROUPS } from '#lib/format/list-groups.ts';
import type { Column } from './columns.ts';
import barStyles from './filter-bar.module.css';
import styles from './menu.module.css';

interface GroupMenuProps<Row> {
  columns: readonly Column<Row>[];
  groups: readonly string[];
  setGroups: (groups: readonly string[]) => void;
  foldAll: (isOpen: boolean) => void;
}

/** What the rows are gathered by: one column, and within it another. */
export function GroupMenu<Row>({ columns, groups, setGroups, foldAll }: GroupMenuProps<Row>) {
  const t = useTranslations('ui.table');
  const headers = groups.map((id) => columns.find((column) => column.id === id)?.header ?? id);
  const depths = Array.from({ length: Math.min(groups.length + 1, MOST_GROUPS) }, (_, depth) => depth);
  return (
    <Popover
      label={t('group')}
      triggerClassName={barStyles.summary}
      trigger={
        <>
          <Icon name="group" />
          <span className={barStyles.word}>
            {groups.length === 0 ? t('group') : t('groupedBy', { columns: headers.join(', ') })}
          </span>
        </>
      }
    >
      {(close) => (
        <div className={styles.menu}>
          {depths.map((depth) => (
            <label key={depth} className={styles.choice}>
              <span className={styles.legend}>{t(depth === 0 ? 'groupFirst' : 'groupThen')}</span>
              <select
                className={styles.input}
                value={groups[depth] ?? ''}
                onChange={(event) => {
                  const { value } = event.target;
                  setGroups(value === '' ? groups.slice(0, depth) : [...groups.slice(0, depth), value]);
                }}
              >
                <option value="">{t('groupNone')}</option>
                {columns
                  .filter((column) => canGroup(column) && !groups.slice(0, depth).includes(column.id))
                  .map(({ id, header }) => (
                    <option key={id} value={id}>
                      {header}
                    </option>
                  ))}
              </select>
            </label>
          ))}
          {groups.length > 0 && (
            <div className={styles.foot}>
              {[true, false].map((isOpen) => (
                <Button
                  key={String(isOpen)}
                  kind="quiet"
                  onClick={() => {
                    foldAll(isOpen);
                    close();
                  }}
                >
                  {t(isOpen ? 'openAll' : 'closeAll')}
                </Button>
              ))}
            </div>
          )}
        </div>
      )}
    </Popover>
  );
}
