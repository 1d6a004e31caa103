'use client';

import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { DateField, readDate } from '#components/ui/formatted-field.tsx';
import { PlainTable } from '#components/ui/plain-table.tsx';
import { SelectField } from '#components/ui/text-field.tsx';
import type { Absence } from '#lib/domain/person.ts';
import { formatDate } from '#lib/format/date.ts';
import { endSubstitutionAction, nameSubstituteAction } from '../min-konto/actions.ts';
import styles from './person.module.css';
import { useAct } from './use-act.ts';

interface SubstitutesProps {
  absentId: string;
  absences: readonly Absence[];
  others: readonly { id: string; name: string }[];
}

const NOTHING = { substituteId: '', from: '', to: '' };

/** Who acts for a person while they are away, and for whom they act. */
export function Substitutes({ absentId, absences, others }: SubstitutesProps) {
  const t = useTranslations('people.substitutes');
  const id = useId();
  const fields = { substituteId: `${id}-who`, from: `${id}-from`, to: `${id}-to` };
  const { act, isBusy, errors, errorOf, fieldOf } = useAct(fields);
  const [values, setValues] = useState(NOTHING);

  function name() {
    const { substituteId } = values;
    act(
      () =>
        nameSubstituteAction({
          absentId,
          substituteId,
          from: readDate(values.from) ?? '',
          to: readDate(values.to) ?? '',
        }),
      () => setValues(NOTHING),
    );
  }

  return (
    <section className={styles.section} aria-busy={isBusy}>
      <h2>{t('title')}</h2>
      <p className={styles.help}>{t('help')}</p>
      <ErrorSummary errors={errors} />
      {absences.length > 0 && (
        <PlainTable
          label={t('title')}
          className={styles.table}
          columns={[t('absent'), t('substitute'), t('period')]}
          hasActs
        >
          {absences.map((absence) => (
            <tr key={absence.id}>
              <td>{absence.absent.name}</td>
              <td>{absence.substitute.name}</td>
              <td>{t('fromTo', { from: formatDate(absence.from), to: formatDate(absence.to) })}</td>
              <td className={styles.last}>
                {absence.absent.personId === absentId && (
                  <Button
                    kind="quiet"
                    aria-label={t('endOf', { name: absence.substitute.name })}
                    onClick={() => act(() => endSubstitutionAction({ substitutionId: absence.id }))}
                  >
                    {t('end')}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </PlainTable>
      )}
      <div className={styles.line}>
        <SelectField
          label={t('substitute')}
          {...fieldOf('substituteId', values.substituteId, (substituteId) => setValues({ ...values, substituteId }))}
        >
          <option value="">{t('choose')}</option>
          {others.map((other) => (
            <option key={other.id} value={other.id}>
              {other.name}
            </option>
          ))}
        </SelectField>
        <DateField
          id={fields.from}
          label={t('from')}
          error={errorOf('from')}
          value={values.from}
          onChange={(from) => setValues({ ...values, from })}
        />
        <DateField
          id={fields.to}
          label={t('to')}
          error={errorOf('to')}
          value={values.to}
          onChange={(to) => setValues({ ...values, to })}
        />
        <Button onClick={name}>{t('name')}</Button>
      </div>
    </section>
  );
}
