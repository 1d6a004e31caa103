'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { SelectField } from '#components/ui/text-field.tsx';
import type { SuccessionKind } from '#lib/domain/succession.ts';
import { useAct } from '../../../_components/use-act.ts';
import { saveSuccessionAction } from '../actions.ts';
import styles from './structure.module.css';

interface SuccessionFormProps {
  kind: SuccessionKind;
  fiscalYear: number;
  from: string;
  /** What was said: undefined, nothing; null, it closed. */
  to: string | null | undefined;
  /** Whether the year has the same code. */
  hasSame: boolean;
  options: readonly { code: string; name: string }[];
}

const UNSAID = 'unsaid:';
const CLOSED = 'closed:';
const CODE = 'code:';

const toValue = (to: string | null | undefined) => (to === undefined ? UNSAID : to === null ? CLOSED : `${CODE}${to}`);

function readValue(value: string): string | null | undefined {
  if (value === UNSAID) return undefined;
  return value === CLOSED ? null : value.slice(CODE.length);
}

/** Says what a unit or function of the year before became. */
export function SuccessionForm({ kind, fiscalYear, from, to, hasSame, options }: SuccessionFormProps) {
  const t = useTranslations('structure');
  const id = useId();
  const { act, isBusy, errors } = useAct({ to: id });
  const [value, setValue] = useState(toValue(to));

  function save(event: FormEvent) {
    event.preventDefault();
    act(() => saveSuccessionAction({ kind, fiscalYear, from, to: readValue(value) }));
  }

  return (
    <form noValidate onSubmit={save} aria-busy={isBusy} className={styles.form}>
      <SelectField
        id={id}
        label={t('becomesOf', { code: from })}
        hideLabel
        error={errors[0]?.text}
        value={value}
        onChange={(event) => setValue(event.target.value)}
      >
        <option value={UNSAID}>{t(hasSame ? 'unsaidSame' : 'unsaid')}</option>
        {options.map(({ code, name }) => (
          <option key={code} value={`${CODE}${code}`}>
            {code} {name}
          </option>
        ))}
        <option value={CLOSED}>{t('closed')}</option>
      </SelectField>
      {value !== toValue(to) && <Button type="submit">{t('save')}</Button>}
    </form>
  );
}
