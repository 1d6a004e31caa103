import { useTranslations } from 'next-intl';
import type { FieldChange } from '#lib/services/describe-change.ts';
import styles from './change-fields.module.css';
import { ShownValue } from './shown-value.tsx';

interface ChangeFieldsProps {
  fields: readonly FieldChange[];
  /** What came has no before, what went no after. */
  sort: 'added' | 'changed' | 'removed';
}

/** The fields that an event changed: what each was and became. */
export function ChangeFields({ fields, sort }: ChangeFieldsProps) {
  const t = useTranslations('import.change');
  const word = useTranslations('import.change.fields');
  const became = useTranslations('account.history')('became');
  if (fields.length === 0) return null;
  return (
    <dl className={styles.fields}>
      {fields.map(({ field, committee, before, after }) => {
        const key = field as Parameters<typeof word>[0];
        const name = word.has(key) ? word(key) : field;
        return (
          <div key={`${committee}:${field}`} className={styles.field}>
            <dt>{committee === null ? name : t('fieldOf', { committee, field: name })}</dt>
            <dd className={styles.change}>
              {sort !== 'added' && (
                <div className={styles.before}>
                  <ShownValue value={before} />
                </div>
              )}
              {sort === 'changed' && (
                <span role="img" aria-label={became} className={styles.before}>
                  →
                </span>
              )}
              {sort !== 'removed' && (
                <div>
                  <ShownValue value={after} />
                </div>
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
