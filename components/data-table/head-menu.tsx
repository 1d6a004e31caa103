'use client';

import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { Icon, type IconName } from '#components/ui/icon.tsx';
import { displayedText } from '#lib/format/list.ts';
import type { Condition } from '#lib/format/list-conditions.ts';
import { canGroup, MOST_GROUPS } from '#lib/format/list-groups.ts';
import type { Sort } from '#lib/format/list-order.ts';
import { compareDanish } from '#lib/format/sort.ts';
import type { Column, SetFilter } from './columns.ts';
import { ConditionForm } from './condition-form.tsx';
import styles from './menu.module.css';
import { ValueTicks } from './value-ticks.tsx';

interface HeadMenuProps<Row> {
  column: Column<Row>;
  /** All of the list: what there is to choose among. */
  rows: readonly Row[];
  sorts: readonly Sort[];
  setSorts: (sorts: readonly Sort[]) => void;
  /** The filter of the same name, where there is one: its values are those to tick. */
  filter: SetFilter<Row> | undefined;
  chosen: readonly string[];
  choose: (values: readonly string[]) => void;
  conditions: readonly Condition[];
  setConditions: (conditions: readonly Condition[]) => void;
  groups: readonly string[];
  setGroups: (groups: readonly string[]) => void;
  /** null for the column that names the row. */
  hide: (() => void) | null;
  fit: () => void;
  close: () => void;
}

/** What can be done with a column: order, narrow, gather, hide. */
export function HeadMenu<Row>(props: HeadMenuProps<Row>) {
  const { column, sorts, setSorts, groups, setGroups, conditions, setConditions, hide, fit, close } = props;
  const t = useTranslations('ui.table');
  const own = sorts.find(({ id }) => id === column.id);
  const others = sorts.filter(({ id }) => id !== column.id);
  const isGrouped = groups.includes(column.id);
  const acts: { icon: IconName; label: string; act: () => void; isOn?: boolean }[] = [
    {
      icon: 'up',
      label: t('sortUp'),
      act: () => setSorts([{ id: column.id, desc: false }]),
      isOn: own !== undefined && !own.desc,
    },
    {
      icon: 'down',
      label: t('sortDown'),
      act: () => setSorts([{ id: column.id, desc: true }]),
      isOn: own?.desc === true,
    },
  ];
  if (others.length > 0 && !own)
    acts.push({ icon: 'add', label: t('sortToo'), act: () => setSorts([...sorts, { id: column.id, desc: false }]) });
  if (own) acts.push({ icon: 'close', label: t('sortNot'), act: () => setSorts(others) });
  if (canGroup(column)) {
    acts.push({
      icon: 'group',
      label: t(isGrouped ? 'groupNot' : 'groupBy'),
      act: () =>
        setGroups(isGrouped ? groups.filter((id) => id !== column.id) : [...groups, column.id].slice(-MOST_GROUPS)),
      isOn: isGrouped,
    });
  }
  acts.push({ icon: 'width', label: t('fit'), act: fit });
  if (hide) acts.push({ icon: 'hide', label: t('hide'), act: hide });
  return (
    <div className={styles.menu}>
      <ul className={styles.acts}>
        {acts.map(({ icon, label, act, isOn }) => (
          <li key={label}>
            <button
              type="button"
              className={styles.act}
              aria-pressed={isOn}
              onClick={() => {
                act();
                close();
              }}
            >
              <Icon name={icon} />
              {label}
            </button>
          </li>
        ))}
      </ul>
      <Values {...props} />
      <ConditionForm
        key={column.id}
        column={column}
        conditions={conditions}
        onApply={(next) => {
          setConditions(next);
          close();
        }}
      />
    </div>
  );
}

/** Few enough to tick: more than these are searched for instead. */
const MOST_VALUES = 1000;

/** The values to tick: those of the filter of the same name or, of texts, those that there are. */
function Values<Row>({ column, rows, filter, chosen, choose, conditions, setConditions }: HeadMenuProps<Row>) {
  const t = useTranslations('ui.table');
  const [opened] = useState(rows);
  const found = useMemo(() => {
    if (filter || (column.kind !== 'text' && column.kind !== 'category' && column.kind !== 'link')) return [];
    return [...new Set(opened.map((row) => displayedText(column, row)))].toSorted(compareDanish);
  }, [filter, column, opened]);
  if (filter) {
    return <ValueTicks label={t('oneOf')} options={filter.options} chosen={chosen} onChoose={choose} />;
  }
  if (found.length < 2 || found.length > MOST_VALUES) return null;
  const isOwn = (condition: Condition) => condition.column === column.id && condition.operator === 'en-af';
  return (
    <ValueTicks
      label={t('oneOf')}
      options={found.map((value) => ({ value, label: value === '' ? t('blank') : value }))}
      chosen={conditions.find(isOwn)?.values ?? []}
      onChoose={(values) => {
        const others = conditions.filter((condition) => !isOwn(condition));
        setConditions(values.length > 0 ? [...others, { column: column.id, operator: 'en-af', values }] : others);
      }}
    />
  );
}
