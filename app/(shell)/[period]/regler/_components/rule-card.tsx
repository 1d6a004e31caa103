'use client';

import type { Route } from 'next';
import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { Button, ButtonLink } from '#components/ui/button.tsx';
import { PlainTable } from '#components/ui/plain-table.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { formatCount } from '#lib/format/amount.ts';
import { formatDateTime } from '#lib/format/date-time.ts';
import type { Result } from '#lib/services/context.ts';
import type { RuleView } from '#lib/services/get-rules.ts';
import { answerOf } from '../../../_components/answer-of.ts';
import { disableRuleAction, removeRuleAction, revokeRuleAction, runRuleAction } from '../actions.ts';
import type { Answer } from './answer-notice.tsx';
import styles from './rules.module.css';
import { useRuleWords } from './use-rule-words.ts';

interface RuleCardProps {
  periodId: string;
  rule: RuleView;
  onEdit: () => void;
  onAnswer: (answer: Answer) => void;
}

/** One rule: what it does, whether it is on and by whom, what it has logged here, and what can be done with it. */
export function RuleCard({ periodId, rule, onEdit, onAnswer }: RuleCardProps) {
  const t = useTranslations('rules');
  const { sentenceOf } = useRuleWords();
  const [pending, startTransition] = useTransition();
  const { id, name, version, enabled, resting, mayKeep } = rule;
  const input = { periodId, ruleId: id, version };
  const titleId = `regel-${id}`;

  function act<T>(call: () => Promise<Result<T>>, answer: (value: T) => Answer) {
    startTransition(async () => {
      const result = await answerOf(call());
      onAnswer(result.ok ? answer(result.value) : { kind: 'refused', problems: result.problems });
    });
  }

  const revoke = (changeSetId: number | null) =>
    act(
      () => revokeRuleAction({ periodId, ruleId: id, changeSetId }),
      (revoked) => ({ kind: 'revoked', name, revoked }),
    );

  return (
    <article className={styles.card} aria-labelledby={titleId} aria-busy={pending}>
      <div className={styles.title}>
        <h2 id={titleId}>{name}</h2>
        <Tag tone={resting !== null ? 'attention' : enabled ? 'good' : 'neutral'}>
          {t(resting !== null ? 'rests' : enabled ? 'on' : 'off')}
        </Tag>
        <span className={styles.version}>{t('version', { version })}</span>
      </div>
      <p>{sentenceOf(rule)}</p>
      <p className={styles.state}>
        {enabled && rule.enabledAt !== null
          ? t('onBy', { name: rule.enabledByName ?? '', time: formatDateTime(rule.enabledAt) })
          : t('offText')}
        {resting !== null && ` ${t(`resting.${resting}`)}`}
      </p>
      {rule.logged > 0 && (
        <p>
          {t('logged', {
            count: rule.logged,
            number: formatCount(rule.logged),
            approved: rule.approved,
            approvedText: formatCount(rule.approved),
          })}
        </p>
      )}
      {rule.runs.length > 0 && <Runs rule={rule} pending={pending} onRevoke={revoke} />}
      {mayKeep && (
        <div className={styles.buttons}>
          <ButtonLink href={`/${periodId}/regler/${id}?udfald=logges` as Route}>{t('try')}</ButtonLink>
          {enabled ? (
            <>
              <Button
                disabled={pending}
                onClick={() =>
                  act(
                    () => runRuleAction(input),
                    (run) => ({ kind: 'ran', run }),
                  )
                }
              >
                {t('run')}
              </Button>
              <Button
                disabled={pending}
                onClick={() =>
                  act(
                    () => disableRuleAction(input),
                    () => ({ kind: 'said', text: t('switchedOff', { name }) }),
                  )
                }
              >
                {t('switchOff')}
              </Button>
            </>
          ) : (
            <Button
              kind="quiet"
              disabled={pending}
              onClick={() =>
                act(
                  () => removeRuleAction(input),
                  () => ({ kind: 'said', text: t('removed', { name }) }),
                )
              }
            >
              {t('remove')}
            </Button>
          )}
          <Button kind="quiet" icon="edit" onClick={onEdit}>
            {t('edit')}
          </Button>
          {rule.runs.filter(({ standing }) => standing > 0).length > 1 && (
            <Button kind="quiet" disabled={pending} onClick={() => revoke(null)}>
              {t('revokeAll')}
            </Button>
          )}
        </div>
      )}
    </article>
  );
}

interface RunsProps {
  rule: RuleView;
  pending: boolean;
  onRevoke: (changeSetId: number) => void;
}

function Runs({ rule, pending, onRevoke }: RunsProps) {
  const t = useTranslations('rules');
  const { name, runs, mayKeep } = rule;
  return (
    <PlainTable
      label={t('runsOf', { name })}
      columns={[t('runAt'), t('runVersion'), t('runLogged'), t('runStanding')]}
      hasActs={mayKeep}
      className={styles.runs}
    >
      {runs.map(({ id, at, version, logged, standing }) => (
        <tr key={id}>
          <th scope="row">{formatDateTime(at)}</th>
          <td className={styles.number}>{version}</td>
          <td className={styles.number}>{formatCount(logged)}</td>
          <td className={styles.number}>{formatCount(standing)}</td>
          {mayKeep && (
            <td>
              {standing > 0 && (
                <Button
                  kind="quiet"
                  disabled={pending}
                  aria-label={t('revokeRun', { time: formatDateTime(at) })}
                  onClick={() => onRevoke(id)}
                >
                  {t('revoke')}
                </Button>
              )}
            </td>
          )}
        </tr>
      ))}
    </PlainTable>
  );
}
