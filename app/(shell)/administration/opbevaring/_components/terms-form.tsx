'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState, useTransition } from 'react';
import { Button } from '#components/ui/button.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { type SaveState, StatusLine } from '#components/ui/status-line.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { MATERIALS, type Material, SHORTEST_TERMS, type Terms } from '#lib/domain/retention.ts';
import type { Problem } from '#lib/services/context.ts';
import { saveTerms } from '../actions.ts';
import styles from './retention.module.css';

/** How many years each kind of material is kept. */
export function TermsForm({ terms }: { terms: Terms }) {
  const t = useTranslations('retention');
  const problemText = useTranslations('problems');
  const [texts, setTexts] = useState(() =>
    Object.fromEntries(MATERIALS.map((material): [Material, string] => [material, String(terms[material])])),
  );
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [state, setState] = useState<SaveState | null>(null);
  const [isSaving, startSaving] = useTransition();

  function save(event: FormEvent) {
    event.preventDefault();
    if (isSaving) return;
    const values = Object.fromEntries(
      MATERIALS.map((material) => [
        material,
        /^\d+$/.test(texts[material]?.trim() ?? '') ? Number(texts[material]) : -1,
      ]),
    ) as Terms;
    startSaving(async () => {
      setState({ kind: 'saving' });
      try {
        const result = await saveTerms(values);
        setProblems(result.ok ? [] : result.problems);
        setState(result.ok ? { kind: 'saved', at: new Date() } : { kind: 'unsaved' });
      } catch {
        setState({ kind: 'failed' });
      }
    });
  }

  const textOf = ({ code, params }: Problem) => problemText(code as Parameters<typeof problemText>[0], params);
  const nameOf = (material: Material) => t('years', { material: t(`material.${material}`) });
  const errors = problems.map((problem) => {
    const material = MATERIALS.find((one) => one === problem.path);
    const text = textOf(problem);
    return material
      ? { fieldId: `frist-${material}`, text: t('errorAt', { field: nameOf(material), text }) }
      : { fieldId: null, text };
  });
  return (
    <section className={styles.section} aria-labelledby="frister">
      <h2 id="frister">{t('terms')}</h2>
      <p className={styles.muted}>{t('termsHelp')}</p>
      <form className={styles.terms} noValidate onSubmit={save}>
        <ErrorSummary errors={errors} />
        {MATERIALS.map((material) => {
          const found = problems.find(({ path }) => path === material);
          return (
            <TextField
              key={material}
              id={`frist-${material}`}
              label={nameOf(material)}
              help={t('atLeast', { years: SHORTEST_TERMS[material] })}
              error={found && textOf(found)}
              inputMode="numeric"
              autoComplete="off"
              value={texts[material] ?? ''}
              onChange={(event) => {
                setTexts({ ...texts, [material]: event.target.value });
                setState({ kind: 'unsaved' });
              }}
            />
          );
        })}
        <div className={styles.buttons}>
          <Button type="submit">{t('saveTerms')}</Button>
          {state && <StatusLine state={state} />}
        </div>
      </form>
    </section>
  );
}
