import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { SelectField } from '#components/ui/text-field.tsx';
import { VisuallyHidden } from '#components/ui/visually-hidden.tsx';
import type { ImportKind } from '#lib/import/types.ts';
import { formatBytes } from '../../_components/format-bytes.ts';
import styles from './import.module.css';
import type { ChosenFile } from './use-import.ts';

interface ChosenFilesProps {
  files: readonly ChosenFile[];
  kinds: readonly ImportKind[];
  /** Names of those that are refused for their size. */
  tooLarge: ReadonlySet<string>;
  /** What the preview took each file to be. */
  recognised: ReadonlyMap<string, ImportKind>;
  disabled: boolean;
  onKind: (name: string, kind: ChosenFile['kind']) => void;
  onRemove: (name: string) => void;
}

/** The files that were chosen, each with its kind: recognised by its header unless a person says better. */
export function ChosenFiles({ files, kinds, tooLarge, recognised, disabled, onKind, onRemove }: ChosenFilesProps) {
  const t = useTranslations('import');
  return (
    <table className={styles.table}>
      <caption>
        <VisuallyHidden>{t('chosen.caption')}</VisuallyHidden>
      </caption>
      <thead>
        <tr>
          <th scope="col">{t('chosen.file')}</th>
          <th scope="col" className={styles.number}>
            {t('chosen.size')}
          </th>
          <th scope="col">{t('chosen.kind')}</th>
          <th scope="col">
            <VisuallyHidden>{t('chosen.remove')}</VisuallyHidden>
          </th>
        </tr>
      </thead>
      <tbody>
        {files.map(({ file, kind }) => {
          const found = recognised.get(file.name);
          return (
            <tr key={file.name} className={styles.middle}>
              <th scope="row" className={styles.name}>
                {file.name}
                {tooLarge.has(file.name) && <p className={styles.refused}>{t('chosen.tooLarge')}</p>}
              </th>
              <td className={styles.number}>{formatBytes(file.size)}</td>
              <td className={styles.kind}>
                <SelectField
                  label={t('chosen.kindOf', { name: file.name })}
                  hideLabel
                  value={kind}
                  disabled={disabled}
                  onChange={(event) => {
                    const chosen = event.target.value;
                    onKind(file.name, kinds.find((known) => known === chosen) ?? 'auto');
                  }}
                >
                  <option value="auto">
                    {found ? t('chosen.recognised', { kind: t(`kind.${found}`) }) : t('chosen.auto')}
                  </option>
                  {kinds.map((known) => (
                    <option key={known} value={known}>
                      {t(`kind.${known}`)}
                    </option>
                  ))}
                </SelectField>
              </td>
              <td>
                <Button
                  kind="quiet"
                  icon="close"
                  disabled={disabled}
                  aria-label={t('chosen.removeFile', { name: file.name })}
                  onClick={() => onRemove(file.name)}
                >
                  {t('chosen.remove')}
                </Button>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
