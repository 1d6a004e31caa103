'use client';

import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { SelectField } from '#components/ui/text-field.tsx';
import { parsePeriod } from '#lib/domain/period.ts';
import type { MappingContent } from '#lib/schemas/mapping.ts';
import {
  type ColumnChoice,
  choiceOf,
  guessChoice,
  headerChoices,
  readChoice,
  valuesOf,
} from '#lib/services/choose-columns.ts';
import type { FileSample } from '#lib/services/inspect-file.ts';
import { useProblemText } from '../../../problem-text.ts';
import styles from './mapping.module.css';
import { MappingFields } from './mapping-fields.tsx';
import { MappingPreview } from './mapping-preview.tsx';
import { SaveProfile } from './save-profile.tsx';
import { useFocusOnce } from './use-focus-once.ts';
import type { FileMapping } from './use-import.ts';
import { useFileSample } from './use-mapping.ts';

interface MappingPanelProps {
  file: File;
  /** What was chosen before; null: nothing. */
  mapping: FileMapping | null;
  /** As typed; the columns of a period are those of the last month where it is none yet. */
  period: string;
  onUse: (mapping: FileMapping) => void;
  onClose: () => void;
}

/** Which column of a file is what, shown with its first lines as they will be read. */
export function MappingPanel({ file, mapping, period, onUse, onClose }: MappingPanelProps) {
  const t = useTranslations('mapping');
  const problemText = useProblemText();
  const loaded = useFileSample(file, mapping);
  const heading = useFocusOnce();
  return (
    <section className={styles.panel} aria-labelledby="kolonner">
      <h2 id="kolonner" ref={heading} tabIndex={-1}>
        {t('title', { name: file.name })}
      </h2>
      {loaded === null && <p role="status">{t('reading')}</p>}
      {loaded !== null && 'problems' in loaded && (
        <>
          <Notice tone="bad" live>
            {loaded.problems.map(problemText).join(' ')}
          </Notice>
          <Button onClick={onClose}>{t('close')}</Button>
        </>
      )}
      {loaded !== null && 'sample' in loaded && (
        <Editor sample={loaded.sample} initial={loaded.initial} period={period} onUse={onUse} onClose={onClose} />
      )}
    </section>
  );
}

interface EditorProps extends Pick<MappingPanelProps, 'period' | 'onUse' | 'onClose'> {
  sample: FileSample;
  initial: ColumnChoice;
}

const GUESS = '';

function Editor({ sample, initial, period, onUse, onClose }: EditorProps) {
  const t = useTranslations('mapping');
  const [mapping, setMapping] = useState(initial);
  const { at, content, profile, unsure } = mapping;
  const { rows, count } = sample;
  const readPeriod = useMemo(() => parsePeriod(period) ?? parsePeriod('2000-12'), [period]);
  const reading = useMemo(
    () => (readPeriod === null ? null : readChoice(sample, mapping, readPeriod)),
    [sample, mapping, readPeriod],
  );
  const columns = useMemo(
    () => ({ headings: rows[at]?.cells ?? [], valuesAt: (place: number) => valuesOf(sample, at, place) }),
    [sample, rows, at],
  );
  const change = (next: MappingContent) => setMapping({ at, content: next, profile: null, unsure: [] });
  const guess = (place: number, kind: MappingContent['kind']) => setMapping(guessChoice(sample, place, kind));
  return (
    <>
      <p className={styles.lead}>
        {profile ? t('byProfile', { name: profile.name }) : unsure.length > 0 ? t('unsure') : t('guessed')}
      </p>
      <div className={styles.grid}>
        <SelectField
          label={t('profile')}
          value={profile?.name ?? GUESS}
          onChange={({ target }) => {
            const chosen = sample.profiles.find(({ name }) => name === target.value);
            if (!chosen) return guess(at, content.kind);
            setMapping(choiceOf(sample, at, chosen.content, chosen));
          }}
        >
          <option value={GUESS}>{t('noProfile')}</option>
          {sample.profiles.map(({ name }) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t('kind')}
          value={content.kind}
          onChange={({ target }) => guess(at, target.value === 'kontoansvar' ? 'kontoansvar' : 'saldobalance')}
        >
          <option value="saldobalance">{t('saldobalance')}</option>
          <option value="kontoansvar">{t('kontoansvar')}</option>
        </SelectField>
        <SelectField
          label={t('headerRow')}
          value={String(at)}
          onChange={({ target }) => guess(Number(target.value), content.kind)}
        >
          {headerChoices(sample).map(({ at: place, row, cells }) => (
            <option key={row} value={place}>
              {t('rowNumber', { row, text: beginningOf(cells) })}
            </option>
          ))}
        </SelectField>
      </div>
      <MappingFields columns={columns} content={content} onChange={change} />
      <h3>{t('preview.title')}</h3>
      {reading !== null && <MappingPreview reading={reading} shown={Math.max(0, rows.length - at - 1)} />}
      {count > rows.length && <p className={styles.muted}>{t('restLater')}</p>}
      <SaveProfile
        key={profile?.name ?? ''}
        content={content}
        headings={columns.headings}
        profile={profile}
        taken={sample.profiles.map(({ name }) => name)}
        onSaved={(name) => setMapping({ ...mapping, profile: { name, content, fingerprint: '' } })}
      />
      <div className={styles.actions}>
        <Button
          kind="primary"
          onClick={() =>
            onUse({
              name: profile?.name ?? '',
              content: profile?.content ?? content,
              headerRow: rows[at]?.row ?? null,
            })
          }
        >
          {t('use')}
        </Button>
        <Button kind="quiet" onClick={onClose}>
          {t('cancel')}
        </Button>
      </div>
    </>
  );
}

function beginningOf(cells: readonly string[]): string {
  const text = cells.join(' · ');
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
