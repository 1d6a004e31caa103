'use client';

import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { VisuallyHidden } from '#components/ui/visually-hidden.tsx';
import type { ConfirmableRegister, Register } from '#lib/domain/register.ts';
import { formatCount } from '#lib/format/amount.ts';
import { formatDateTime } from '#lib/format/date-time.ts';
import type { RegisterView } from '#lib/services/list-register.ts';
import { answerOf } from '../../../../_components/answer-of.ts';
import { setNone } from '../actions.ts';
import styles from './coverage.module.css';

interface CoverageProps {
  periodId: string;
  register: ConfirmableRegister;
  view: RegisterView<Register>;
  onAnswer: (text: string) => void;
}

/**
 * Each committee with its lines, or a person's word that there are none: without either its report stays a draft
 * (domain.md: none registered is not none).
 */
export function Coverage({ periodId, register, view, onAnswer }: CoverageProps) {
  const t = useTranslations();
  const [pending, startTransition] = useTransition();
  const [refusal, setRefusal] = useState<string | null>(null);
  const confirmedBy = new Map(view.confirmations.map((one) => [one.committee, one]));
  const lines = Map.groupBy(view.lines, ({ content }) => ('committee' in content ? content.committee : ''));

  function change(committee: string, confirmed: boolean) {
    startTransition(async () => {
      const result = await answerOf(setNone({ periodId, register, committee, confirmed }));
      const [problem] = result.ok ? [] : result.problems;
      setRefusal(problem ? t(`problems.${problem.code}`, problem.params) : null);
      if (result.ok) onAnswer(t(confirmed ? 'registers.noneConfirmed' : 'registers.noneWithdrawn', { committee }));
    });
  }

  return (
    <section className={styles.coverage} aria-labelledby="udvalg-dækning" aria-busy={pending}>
      <h2 id="udvalg-dækning">{t('registers.coverageTitle')}</h2>
      <p className={styles.help}>{t('registers.coverageHelp')}</p>
      {refusal !== null && (
        <Notice tone="bad" live>
          {refusal}
        </Notice>
      )}
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('registers.columns.udvalg')}</th>
            <th scope="col">{t('registers.coverageState')}</th>
            <th scope="col">
              <VisuallyHidden>{t('registers.coverageAction')}</VisuallyHidden>
            </th>
          </tr>
        </thead>
        <tbody>
          {view.committees.map(({ code, name }) => {
            const count = lines.get(code)?.length ?? 0;
            const confirmation = confirmedBy.get(code);
            return (
              <tr key={code}>
                <th scope="row" title={name} className={styles.committee}>
                  {code}
                </th>
                <td>
                  {count > 0 && t('registers.lineCount', { count, number: formatCount(count) })}
                  {count === 0 && confirmation && (
                    <>
                      <Tag tone="good">{t('registers.none')}</Tag>
                      <span className={styles.by}>
                        {t('registers.confirmedBy', {
                          person: confirmation.confirmedBy,
                          at: formatDateTime(confirmation.confirmedAt),
                        })}
                      </span>
                    </>
                  )}
                  {count === 0 && !confirmation && <Tag tone="attention">{t('registers.unknown')}</Tag>}
                </td>
                <td className={styles.action}>
                  {count === 0 && view.keeps.includes(code) && (
                    <Button kind="quiet" className={styles.small} onClick={() => change(code, !confirmation)}>
                      {t(confirmation ? 'registers.withdraw' : 'registers.confirm')}
                      <VisuallyHidden> {t('registers.forCommittee', { committee: code })}</VisuallyHidden>
                    </Button>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
