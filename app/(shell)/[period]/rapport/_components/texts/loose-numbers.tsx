'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useId, useRef, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import type { Acknowledgement } from '#lib/domain/report-text.ts';
import { withMinus } from '#lib/format/minus.ts';
import { type FigureWords, formatFigure } from '#lib/report/figures/figure.ts';
import type { LooseNumber } from '#lib/report/loose-numbers/find-loose-numbers.ts';
import { numbered } from '../numbered.ts';
import { asField } from './as-field.ts';
import styles from './loose-numbers.module.css';

interface LooseNumbersProps {
  numbers: readonly LooseNumber[];
  acknowledgements: readonly Acknowledgement[];
  onGoTo: (number: LooseNumber) => void;
  onReplace: (number: LooseNumber, figure: FigureWords) => void;
  /** @returns whether it is stored */
  onAcknowledge: (number: LooseNumber, reason: string) => Promise<boolean>;
  onWithdraw: (acknowledgement: Acknowledgement) => void;
}

/** The numbers of a text that are no figures of the report: each with the figures that it may be meant for. */
export function LooseNumbers({ numbers, acknowledgements, onWithdraw, ...acts }: LooseNumbersProps) {
  const t = useTranslations('reportTexts.loose');
  const id = useId();
  const title = useRef<HTMLParagraphElement>(null);
  if (numbers.length === 0 && acknowledgements.length === 0) return null;
  return (
    <section aria-labelledby={`${id}-title`} className={styles.loose}>
      <p ref={title} id={`${id}-title`} tabIndex={-1} className={styles.title} role="status">
        {t('title', { count: numbers.length })}
      </p>
      <ul className={styles.numbers}>
        {numbered(numbers).map(({ key, part }) => (
          <LooseLine
            key={`${part.number}/${part.context}/${key}`}
            loose={part}
            {...acts}
            onAcknowledge={async (number, reason) => {
              const isDone = await acts.onAcknowledge(number, reason);
              // Its line is about to go, and the focus with it.
              if (isDone) title.current?.focus();
              return isDone;
            }}
          />
        ))}
      </ul>
      {acknowledgements.length > 0 && (
        <details>
          <summary>{t('acknowledged', { count: acknowledgements.length })}</summary>
          <ul className={styles.numbers}>
            {acknowledgements.map((one) => (
              <li key={`${one.number}/${one.context}`} className={styles.number}>
                <span>
                  <strong>{one.number}</strong> <q>{one.context}</q>
                  <br />
                  {t('saidBy', { name: one.personName, reason: one.reason })}
                </span>
                <Button kind="quiet" onClick={() => onWithdraw(one)}>
                  {t('withdraw')}
                </Button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

type LooseLineProps = Omit<LooseNumbersProps, 'numbers' | 'acknowledgements' | 'onWithdraw'> & { loose: LooseNumber };

/** As many as one looks through; the search behind `{{` has the others. */
const MOST_NEAREST = 3;

function LooseLine({ loose, onGoTo, onReplace, onAcknowledge }: LooseLineProps) {
  const t = useTranslations('reportTexts.loose');
  const [reason, setReason] = useState<string | null>(null);
  const [isAsked, setAsked] = useState(false);
  const field = useRef<HTMLDivElement>(null);
  const offers = useRef<HTMLDivElement>(null);
  const asks = reason !== null;
  const isGrave = loose.severity === 'blocking';
  // A figure in its place would take the whole choice away.
  const nearest = loose.inChoice ? [] : loose.nearest.slice(0, MOST_NEAREST);

  async function acknowledge() {
    if (reason === null || reason.trim() === '') setAsked(true);
    else if (await onAcknowledge(loose, reason)) setReason(null);
  }

  useEffect(() => {
    if (!asks) return;
    field.current?.querySelector('input')?.focus();
    const asked = offers.current;
    // The field is gone with the focus: it goes back to the button that asked.
    return () => {
      if (document.activeElement === document.body) asked?.querySelector<HTMLElement>('button:last-child')?.focus();
    };
  }, [asks]);

  return (
    <li className={styles.number} data-grave={isGrave}>
      <p className={styles.said}>
        <Icon name={isGrave ? 'warning' : 'information'} className={styles.icon} />
        <button type="button" className={styles.goTo} onClick={() => onGoTo(loose)} title={t('goTo')}>
          {loose.number}
        </button>{' '}
        {t(loose.inChoice ? 'inChoice' : isGrave ? 'grave' : 'light')}
      </p>
      <div ref={offers} className={styles.offers}>
        {nearest.map((figure) => {
          const { unit, absolute } = asField(loose, figure).field;
          return (
            <button key={figure.key} type="button" className={styles.offer} onClick={() => onReplace(loose, figure)}>
              <span className={styles.printed}>{withMinus(formatFigure(figure, unit, absolute))}</span> {figure.label}
            </button>
          );
        })}
        {reason === null && (
          <Button kind="quiet" onClick={() => setReason('')}>
            {t('acknowledge')}
          </Button>
        )}
      </div>
      {reason !== null && (
        <div ref={field} className={styles.reason}>
          <TextField
            label={t('reason', { number: loose.number })}
            help={t('reasonHelp')}
            error={isAsked && reason.trim() === '' ? t('reasonNeeded') : null}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              event.preventDefault();
              acknowledge();
            }}
          />
          <Button onClick={acknowledge}>{t('acknowledge')}</Button>
          <Button kind="quiet" onClick={() => setReason(null)}>
            {t('cancel')}
          </Button>
        </div>
      )}
    </li>
  );
}
