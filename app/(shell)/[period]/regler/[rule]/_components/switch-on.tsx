'use client';

import type { Route } from 'next';
import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { Button, ButtonLink } from '#components/ui/button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import type { AutoRule, Resting } from '#lib/domain/auto-rule.ts';
import { formatCount } from '#lib/format/amount.ts';
import { answerOf } from '../../../../_components/answer-of.ts';
import { type Answer, AnswerNotice } from '../../_components/answer-notice.tsx';
import styles from '../../_components/rules.module.css';
import { useRuleWords } from '../../_components/use-rule-words.ts';
import { enableRuleAction } from '../../actions.ts';

interface SwitchOnProps {
  periodId: string;
  rule: AutoRule;
  /** How many accounts it would log now. */
  count: number;
  /** Why it would log none for now; null: it would. */
  resting: Resting | null;
  mayEnable: boolean;
}

/** What the rule does and what it means to switch it on, with the button that does. */
export function SwitchOn({ periodId, rule, count, resting, mayEnable }: SwitchOnProps) {
  const t = useTranslations('rules');
  const { sentenceOf } = useRuleWords();
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [pending, startTransition] = useTransition();

  function switchOn() {
    startTransition(async () => {
      const result = await answerOf(enableRuleAction({ periodId, ruleId: rule.id, version: rule.version }));
      setAnswer(result.ok ? { kind: 'ran', run: result.value } : { kind: 'refused', problems: result.problems });
    });
  }

  return (
    <div className={styles.switch} aria-busy={pending}>
      <p>{sentenceOf(rule)}</p>
      {answer && <AnswerNotice answer={answer} />}
      {resting !== null && !answer && <Notice tone="attention">{t(`resting.${resting}`)}</Notice>}
      {rule.enabled ? (
        <div>
          <ButtonLink href={`/${periodId}/regler` as Route}>{t('backToRules')}</ButtonLink>
        </div>
      ) : mayEnable ? (
        <>
          <p>{t('switchOnMeans')}</p>
          <div>
            <Button kind="primary" disabled={pending} onClick={switchOn}>
              {t('switchOn', { count, number: formatCount(count) })}
            </Button>
          </div>
        </>
      ) : (
        <p>{t('switchOnOwnRight')}</p>
      )}
    </div>
  );
}
