import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { SelectField } from '#components/ui/text-field.tsx';
import { VisuallyHidden } from '#components/ui/visually-hidden.tsx';
import { formatBytes } from '#lib/format/bytes.ts';
import type { ImportKind } from '#lib/import/types.ts';
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
  /** Opens the choice of a file's columns. */
  onMap: (name: string) => void;
}

/** The kinds that other systems' columns can be read as. */
const MAPPABLE: readonly ChosenFile['kind'][] = ['auto', 'saldobalance', 'kontoansvar'];

/** The files that were chosen, each with its kind: recognised by its header unless a person says better. */
export function ChosenFiles({
  files,
  kinds,
  tooLarge,
  recognised,
  disabled,
  onKind,
  onRemove,
  onMap,
}: ChosenFilesProps) {
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
            <VisuallyHidden>{t('chosen.map')}</VisuallyHidden>
          </th>
          <th scope="col">
            <VisuallyHidden>{t('chosen.remove')}</VisuallyHidden>
          </th>
        </tr>
      </thead>
      <tbody>
        {files.map(({ file, kind, mapping }) => {
          const found = recognised.get(file.name);
          return (
            <tr key={file.name} className={styles.middle}>
              <th scope="row" className={styles.name}>
                {file.name}
                {mapping !== null && (
                  <span className={styles.fileName}>
                    {mapping.name === '' ? t('chosen.mapped') : t('chosen.byProfile', { name: mapping.name })}
                  </span>
                )}
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
                {MAPPABLE.includes(kind) && (
                  <Button
                    kind="quiet"
                    icon="columns"
                    disabled={disabled}
                    aria-label={t('chosen.mapFile', { name: file.name })}
                    onClick={() => onMap(file.name)}
                  >
                    {t('chosen.map')}
                  </Button>
                )}
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
