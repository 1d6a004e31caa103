import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Money } from '#components/ui/money.tsx';
import { SMALL_DIFFERENCE } from '#lib/domain/account.ts';
import type { Finding } from '#lib/domain/finding.ts';
import { absolute, type Ore } from '#lib/domain/money.ts';
import { Term } from '../../../../_components/help/term.tsx';
import type { DraftFigures } from './account-draft.ts';
import { Calculation } from './calculation.tsx';
import styles from './figures.module.css';

interface FiguresProps {
  balance: Ore;
  figures: DraftFigures;
  /** As far as what is typed can be read; none in category 1. */
  findings: readonly Finding[];
  /** Posting dates at or before this are older than one year. */
  olderLimit: string;
}

/** The account's arithmetic, line by line, as what is typed has it. */
export function Figures({ balance, figures, findings, olderLimit }: FiguresProps) {
  const t = useTranslations('account.figures');
  const { difference } = figures;
  const differs = difference !== null && absolute(difference) > SMALL_DIFFERENCE;
  return (
    <section aria-label={t('title')} className={styles.figures}>
      <h2>{t('title')}</h2>
      <dl className={styles.lines}>
        <Line label={<Term id="balance">{t('balance')}</Term>} amount={balance} strong />
        <Line label={t('category2')} amount={figures.category2} />
        <Line label={t('category3')} amount={figures.category3} />
        <Line label={<Term id="followUp">{t('followUp')}</Term>} amount={figures.followUp} rule />
        <Line label={<Term id="older">{t('older')}</Term>} amount={figures.older} inset />
        <Line label={t('category1')} amount={figures.category1} rule strong />
        {difference !== null && (
          <div className={styles.line} data-rule="double" data-differs={differs}>
            <dt>
              <Term id="difference">{t('difference')}</Term>
            </dt>
            <dd>
              <Money amount={difference} />
            </dd>
          </div>
        )}
      </dl>
      <Calculation balance={balance} figures={figures} findings={findings} olderLimit={olderLimit} />
    </section>
  );
}

interface LineProps {
  label: ReactNode;
  amount: Ore;
  strong?: boolean;
  rule?: boolean;
  inset?: boolean;
}

function Line({ label, amount, strong = false, rule = false, inset = false }: LineProps) {
  return (
    <div className={styles.line} data-strong={strong} data-rule={rule ? 'thin' : undefined} data-inset={inset}>
      <dt>{label}</dt>
      <dd>
        <Money amount={amount} />
      </dd>
    </div>
  );
}
