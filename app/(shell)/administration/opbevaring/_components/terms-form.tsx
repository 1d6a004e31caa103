'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { StatusLine } from '#components/ui/status-line.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { MATERIALS, type Material, SHORTEST_TERMS, type Terms } from '#lib/domain/retention.ts';
import { useSaving } from '../../../_components/use-saving.ts';
import { saveTerms } from '../actions.ts';
import styles from './retention.module.css';

/** How many years each kind of material is kept. */
export function TermsForm({ terms }: { terms: Terms }) {
  const t = useTranslations('retention');
  const [texts, setTexts] = useState(() =>
    Object.fromEntries(MATERIALS.map((material): [Material, string] => [material, String(terms[material])])),
  );
  const { state, problems, errorOf, textOf, save, noteChange } = useSaving();

  function send(event: FormEvent) {
    event.preventDefault();
    const values = Object.fromEntries(
      MATERIALS.map((material) => [
        material,
        /^\d+$/.test(texts[material]?.trim() ?? '') ? Number(texts[material]) : -1,
      ]),
    ) as Terms;
    save(() => saveTerms(values));
  }

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
      <form className={styles.terms} noValidate onSubmit={send}>
        <ErrorSummary errors={errors} />
        {MATERIALS.map((material) => (
          <TextField
            key={material}
            id={`frist-${material}`}
            label={nameOf(material)}
            help={t('atLeast', { years: SHORTEST_TERMS[material] })}
            error={errorOf(material)}
            inputMode="numeric"
            autoComplete="off"
            value={texts[material] ?? ''}
            onChange={(event) => {
              setTexts({ ...texts, [material]: event.target.value });
              noteChange();
            }}
          />
        ))}
        <div className={styles.buttons}>
          <Button type="submit">{t('saveTerms')}</Button>
          {state && <StatusLine state={state} />}
        </div>
      </form>
    </section>
  );
}
