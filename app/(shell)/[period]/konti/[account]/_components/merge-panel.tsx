'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useEffectEvent, useId, useMemo, useRef, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import type { AccountDraft } from './account-draft.ts';
import { type Choose, type Difference, mergeDrafts, type Side } from './merge-drafts.ts';
import styles from './merge-panel.module.css';

interface MergePanelProps {
  title: string;
  text: string;
  /** One may have saved from far below: what must be decided comes to the person, unless they are typing. */
  takesFocus: boolean;
  /** Whose the other form is, as a head of its column. */
  other: string;
  base: AccountDraft;
  mine: AccountDraft;
  theirs: AccountDraft;
  /** What the choice is carried out by. */
  applyLabel: string;
  onApply: (choose: Choose) => void;
  /** Gives up one's own. */
  onAdopt: () => void;
  adoptLabel: string;
}

/**
 * Two forms of one account, field by field: where both changed the same, one chooses; the rest is put together by
 * itself and listed.
 */
export function MergePanel(props: MergePanelProps) {
  const { takesFocus, title, text, other, base, mine, theirs, applyLabel, onApply, onAdopt, adoptLabel } = props;
  const t = useTranslations('account.merge');
  const id = useId();
  const panel = useRef<HTMLElement>(null);
  const [chosen, setChosen] = useState<ReadonlyMap<string, Side>>(new Map());
  const [isAsked, setAsked] = useState(false);
  const choose: Choose = (difference) => chosen.get(difference) ?? 'mine';
  const { differences } = useMemo(() => mergeDrafts(base, mine, theirs), [base, mine, theirs]);
  const conflicts = differences.filter(({ by }) => by === 'both');
  const settled = differences.filter(({ by }) => by !== 'both');
  const open = conflicts.filter((one) => !chosen.has(one.id));
  const fieldId = (difference: Difference, side: Side) => `${id}-${conflicts.indexOf(difference)}-${side}`;

  const begin = useEffectEvent(() => {
    if (takesFocus) panel.current?.focus();
  });
  useEffect(() => begin(), []);

  const chooseAll = (side: Side) => setChosen(new Map(conflicts.map((one) => [one.id, side])));

  return (
    <section ref={panel} tabIndex={-1} className={styles.panel} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} className={styles.title}>
        {title}
      </h2>
      <p role="alert">{text}</p>
      {isAsked && (
        <ErrorSummary
          errors={open.map((one) => ({ fieldId: fieldId(one, 'mine'), text: t('choose', { field: fieldWords(one) }) }))}
        />
      )}
      {conflicts.length > 0 && (
        <>
          <div className={styles.all}>
            <Button onClick={() => chooseAll('mine')}>{t('allMine')}</Button>
            <Button onClick={() => chooseAll('theirs')}>{t('allTheirs', { name: other })}</Button>
          </div>
          <ul className={styles.conflicts}>
            {conflicts.map((one) => (
              <li key={one.id}>
                <fieldset className={styles.conflict}>
                  <legend>{fieldWords(one)}</legend>
                  <p className={styles.before}>{t('before', { value: valueWords(one, one.base) })}</p>
                  <div className={styles.sides}>
                    {(['mine', 'theirs'] as const).map((side) => (
                      <label key={side} className={styles.side}>
                        <input
                          type="radio"
                          id={fieldId(one, side)}
                          name={`${id}-${one.id}`}
                          checked={chosen.get(one.id) === side}
                          onChange={() => setChosen(new Map(chosen).set(one.id, side))}
                        />
                        <span className={styles.who}>{side === 'mine' ? t('mine') : other}</span>
                        <span className={styles.value}>{valueWords(one, one[side])}</span>
                      </label>
                    ))}
                  </div>
                </fieldset>
              </li>
            ))}
          </ul>
        </>
      )}
      {settled.length > 0 && (
        <details open={conflicts.length === 0}>
          <summary>{t('settled', { count: settled.length })}</summary>
          <ul className={styles.settled}>
            {settled.map((one) => (
              <li key={one.id}>
                <span className={styles.who}>{one.by === 'mine' ? t('mine') : other}</span> {fieldWords(one)}:{' '}
                <del>{valueWords(one, one.base)}</del> →{' '}
                <ins>{valueWords(one, one[one.by === 'mine' ? 'mine' : 'theirs'])}</ins>
              </li>
            ))}
          </ul>
        </details>
      )}
      <div className={styles.buttons}>
        <Button
          kind="primary"
          onClick={() => {
            if (open.length > 0) setAsked(true);
            else onApply(choose);
          }}
        >
          {applyLabel}
        </Button>
        <Button onClick={onAdopt}>{adoptLabel}</Button>
      </div>
    </section>
  );

  function fieldWords({ committee, row, field }: Difference): string {
    return [committee, row === null ? null : t('row', { row }), t.has(`fields.${field}`) ? t(`fields.${field}`) : field]
      .filter((part) => part !== null && part !== '')
      .join(', ');
  }

  function valueWords({ field }: Difference, value: string | null): string {
    if (value === null && field !== 'verdict') return t('absent');
    if (value === null || value.trim() === '' || value === 'null') return t('blank');
    const known = `values.${value}`;
    return (field === 'method' || field === 'verdict') && t.has(known) ? t(known) : value;
  }
}
