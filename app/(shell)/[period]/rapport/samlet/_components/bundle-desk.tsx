'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import type { Edition } from '#lib/domain/report-version.ts';
import { BUNDLE_FORMATS, type BundleFormat } from '#lib/schemas/bundle.ts';
import type { BundleDesk as Desk } from '#lib/services/get-bundle-desk.ts';
import styles from './bundle.module.css';
import { BundleCommittees } from './bundle-committees.tsx';
import { BundleNotice } from './bundle-notice.tsx';
import { useBundle } from './use-bundle.ts';

type Reports = Extract<Desk, { kind: 'reports' }>['reports'];

const EDITIONS: readonly Edition[] = ['open', 'closed'];

/** Chooses what the archive is to hold, and has it made. All of it is chosen to begin with. */
export function BundleDesk({ year, period, reports }: { year: number; period: string; reports: Reports }) {
  const t = useTranslations('bundle');
  const { state, make, cancel } = useBundle();
  const [formats, setFormats] = useState<ReadonlySet<BundleFormat>>(new Set(BUNDLE_FORMATS));
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [edition, setEdition] = useState<Edition>('open');
  const [frozen, setFrozen] = useState(true);
  const [lacking, setLacking] = useState<'noFormats' | 'noCommittees' | null>(null);

  const hasWhole = reports.some(({ isWhole }) => isWhole);
  const hasVersions = reports.some(({ version }) => version !== null);
  const chosen = reports.filter(({ code, isWhole }) => !left.has(code) && (edition === 'open' || isWhole));

  function submit(event: FormEvent) {
    event.preventDefault();
    const missing = formats.size === 0 ? 'noFormats' : chosen.length === 0 ? 'noCommittees' : null;
    setLacking(missing);
    if (missing !== null) return;
    void make({
      year,
      committees: chosen.map(({ code }) => code),
      formats: BUNDLE_FORMATS.filter((format) => formats.has(format)),
      edition,
      frozen: frozen && hasVersions,
    });
  }

  const toggle = <T,>(set: ReadonlySet<T>, one: T, on: boolean): ReadonlySet<T> =>
    new Set(on ? [...set, one] : [...set].filter((other) => other !== one));

  return (
    <form className={styles.desk} noValidate onSubmit={submit}>
      {lacking !== null && <Notice tone="bad" live title={t(lacking)} />}
      <fieldset className={styles.group}>
        <legend>{t('formats')}</legend>
        <div className={styles.choices}>
          {BUNDLE_FORMATS.map((format) => (
            <label key={format} className={styles.choice}>
              <input
                type="checkbox"
                checked={formats.has(format)}
                onChange={(event) => setFormats(toggle(formats, format, event.target.checked))}
              />
              <span>
                {t(`format.${format}`)}
                <span className={styles.help}>{t(`formatHelp.${format}`)}</span>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      {hasWhole && (
        <fieldset className={styles.group}>
          <legend>{t('edition')}</legend>
          <div className={styles.choices}>
            {EDITIONS.map((one) => (
              <label key={one} className={styles.choice}>
                <input type="radio" name="edition" checked={edition === one} onChange={() => setEdition(one)} />
                <span>
                  {t(`editions.${one}`)}
                  <span className={styles.help}>{t(`editionHelp.${one}`)}</span>
                </span>
              </label>
            ))}
          </div>
        </fieldset>
      )}
      {hasVersions && (
        <label className={styles.choice}>
          <input type="checkbox" checked={frozen} onChange={(event) => setFrozen(event.target.checked)} />
          <span>
            {t('frozen')}
            <span className={styles.help}>{t('frozenHelp')}</span>
          </span>
        </label>
      )}
      <BundleCommittees
        period={period}
        reports={reports}
        edition={edition}
        isChosen={(code) => !left.has(code)}
        onChoose={(code, on) => setLeft(toggle(left, code, !on))}
      />
      <div className={styles.actions}>
        <Button
          type="submit"
          kind={state.kind === 'made' ? 'secondary' : 'primary'}
          icon="download"
          aria-disabled={state.kind === 'working' || undefined}
        >
          {t('make')}
        </Button>
        {state.kind === 'working' && <Button onClick={cancel}>{t('cancel')}</Button>}
      </div>
      <BundleNotice state={state} />
    </form>
  );
}
