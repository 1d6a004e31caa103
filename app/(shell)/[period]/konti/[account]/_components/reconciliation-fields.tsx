'use client';

import { useTranslations } from 'next-intl';
import type { Dispatch } from 'react';
import { Button } from '#components/ui/button.tsx';
import { DateField, MoneyField } from '#components/ui/formatted-field.tsx';
import { Money } from '#components/ui/money.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { SelectField, TextField } from '#components/ui/text-field.tsx';
import { SMALL_DIFFERENCE } from '#lib/domain/account.ts';
import { absolute, type Ore } from '#lib/domain/money.ts';
import { formatOre } from '#lib/format/amount.ts';
import type { AccountDraft, DraftFigures } from './account-draft.ts';
import type { DraftAction } from './draft-reducer.ts';
import styles from './reconciliation-fields.module.css';

interface ReconciliationFieldsProps {
  draft: AccountDraft;
  errors: ReadonlyMap<string, string>;
  dispatch: Dispatch<DraftAction>;
  balance: Ore;
  figures: DraftFigures;
}

/** What the balance was held against: amount, method, date, initials; and what differs. */
export function ReconciliationFields({ draft, errors, dispatch, balance, figures }: ReconciliationFieldsProps) {
  const t = useTranslations('account.reconciliation');
  const edit = (patch: Extract<DraftAction, { type: 'edit' }>['patch']) => dispatch({ type: 'edit', patch });
  const { difference } = figures;
  const warns = draft.verdict === 'category-1' && difference !== null && absolute(difference) > SMALL_DIFFERENCE;
  return (
    <section className={styles.section} aria-labelledby="holdt-op-imod">
      <h2 id="holdt-op-imod">{t('title')}</h2>
      <div className={styles.fields}>
        <div>
          <MoneyField
            id="documentedBalance"
            label={t('documentedBalance')}
            error={errors.get('documentedBalance')}
            value={draft.documentedBalance}
            onChange={(documentedBalance) => edit({ documentedBalance })}
          />
          <Button kind="quiet" onClick={() => edit({ documentedBalance: formatOre(balance) })}>
            {t('sameAsBalance')}
          </Button>
        </div>
        <SelectField
          id="method"
          label={t('method')}
          error={errors.get('method')}
          value={draft.method}
          onChange={(event) => edit({ method: METHODS.find((one) => one === event.target.value) ?? '' })}
        >
          <option value="">{t('methodNone')}</option>
          {METHODS.map((method) => (
            <option key={method} value={method}>
              {t(`methods.${method}`)}
            </option>
          ))}
        </SelectField>
        <DateField
          id="reconciledOn"
          label={t('reconciledOn')}
          error={errors.get('reconciledOn')}
          value={draft.reconciledOn}
          onChange={(reconciledOn) => edit({ reconciledOn })}
        />
        <TextField
          id="initials"
          label={t('initials')}
          error={errors.get('initials')}
          autoComplete="off"
          value={draft.initials}
          onChange={(event) => edit({ initials: event.target.value })}
        />
      </div>
      <p className={styles.difference}>
        {difference === null ? (
          t('noDifference')
        ) : (
          <>
            {t('difference')}{' '}
            <strong>
              <Money amount={difference} unit />
            </strong>{' '}
            {difference === 0n && t('agrees')}
          </>
        )}
      </p>
      {warns && <Notice tone="attention">{t('differenceInCategory1')}</Notice>}
    </section>
  );
}

const METHODS = ['source', 'specification'] as const;
