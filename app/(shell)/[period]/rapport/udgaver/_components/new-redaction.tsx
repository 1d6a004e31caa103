'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { SelectField, TextField } from '#components/ui/text-field.tsx';
import type { Choosable } from '#lib/services/get-editions-page.ts';
import { useAct } from '../../../../_components/use-act.ts';
import { saveRedactionAction } from '../actions.ts';
import styles from './editions.module.css';

interface NewRedactionProps {
  year: number;
  committee: string;
  /** What is not kept out yet. */
  findings: readonly Choosable[];
  columns: readonly Choosable[];
}

/** Keeps one more finding or column out of the open edition. The ground stays in the field: several often share one. */
export function NewRedaction({ year, committee, findings, columns }: NewRedactionProps) {
  const t = useTranslations('editions');
  const id = useId();
  const act = useAct({ target: `${id}-target`, ground: `${id}-ground` });
  const [chosen, setChosen] = useState('');
  const [ground, setGround] = useState('');

  function save(event: FormEvent) {
    event.preventDefault();
    const one = [...findings, ...columns].find(({ kind, target }) => `${kind} ${target}` === chosen);
    if (!one) {
      act.setProblems([{ path: 'target', code: 'required', params: {} }]);
      return;
    }
    const { kind, target } = one;
    act.act(
      () => saveRedactionAction({ year, committee, kind, target, ground }),
      () => setChosen(''),
    );
  }

  return (
    <form noValidate onSubmit={save} aria-busy={act.isBusy} className={styles.form}>
      <h3 className={styles.subheading}>{t('newTitle')}</h3>
      <ErrorSummary errors={act.errors} />
      <SelectField label={t('choose')} required {...act.fieldOf('target', chosen, setChosen)}>
        <option value="">{t('chooseNone')}</option>
        <optgroup label={t('plans')}>
          {findings.map(({ target, label, detail }) => (
            <option key={target} value={`finding ${target}`}>{`${label}, ${detail}`}</option>
          ))}
        </optgroup>
        <optgroup label={t('columns')}>
          {columns.map(({ target, label, detail }) => (
            <option key={target} value={`column ${target}`}>{`${detail}: ${label}`}</option>
          ))}
        </optgroup>
      </SelectField>
      <TextField
        label={t('ground')}
        help={t('groundHelp')}
        required
        maxLength={200}
        {...act.fieldOf('ground', ground, setGround)}
      />
      <Button type="submit" kind="primary">
        {t('keepOut')}
      </Button>
    </form>
  );
}
