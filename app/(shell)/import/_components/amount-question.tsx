import { useTranslations } from 'next-intl';
import { formatOre } from '#lib/format/amount.ts';
import { type AmountForm, parseAmount } from '#lib/format/parse-amount.ts';
import type { ImportView } from '#lib/services/describe-import.ts';
import styles from './import.module.css';

interface AmountQuestionProps {
  /** Columns that can be read both ways. */
  ambiguous: ImportView['ambiguous'];
  chosen: AmountForm | null;
  onChoose: (form: AmountForm) => void;
}

const FORMS = ['da', 'en'] as const;

/** Asks how amounts are written where a column does not tell, with its own amounts shown both ways. */
export function AmountQuestion({ ambiguous, chosen, onChoose }: AmountQuestionProps) {
  const t = useTranslations('import.amounts');
  const read = (sample: string, form: AmountForm) => {
    const amount = parseAmount(sample, form);
    return typeof amount === 'bigint' ? `${formatOre(amount)} kr.` : t('unreadable');
  };
  const rows = ambiguous.flatMap(({ file, column, samples }) => samples.map((sample) => ({ file, column, sample })));
  return (
    <fieldset className={styles.question}>
      <legend>{t('title')}</legend>
      <p className={styles.muted}>{t('text')}</p>
      {rows.length > 0 && (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('column')}</th>
              <th scope="col">{t('inFile')}</th>
              {FORMS.map((form) => (
                <th key={form} scope="col" className={styles.number}>
                  {t(`as.${form}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ file, column, sample }) => (
              <tr key={`${file}/${column}/${sample}`}>
                <td>{t('place', { file, column })}</td>
                <th scope="row">{sample}</th>
                {FORMS.map((form) => (
                  <td key={form} className={styles.number}>
                    {read(sample, form)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className={styles.options}>
        {FORMS.map((form) => (
          <label key={form} className={styles.option}>
            <input type="radio" name="amounts" value={form} checked={chosen === form} onChange={() => onChoose(form)} />
            {t(`form.${form}`)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
