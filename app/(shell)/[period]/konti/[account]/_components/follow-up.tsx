'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { classNames } from '#components/ui/class-names.ts';
import { Dialog } from '#components/ui/dialog.tsx';
import { Money } from '#components/ui/money.tsx';
import plain from '#components/ui/plain-table.module.css';
import { ScrollBox } from '#components/ui/scroll-box.tsx';
import { Tag } from '#components/ui/tag.tsx';
import type { Item } from '#lib/domain/finding.ts';
import { formatDate } from '#lib/format/date.ts';
import type { FollowedStep, FollowUp as FollowUpOf } from '#lib/services/get-follow-up.ts';
import styles from './follow-up.module.css';
import type { FollowUpAct } from './follow-up-act.ts';
import { FollowUpForm } from './follow-up-form.tsx';
import { LimitationMark, LimitationProvider } from './limitation-mark.tsx';
import { Settlements } from './settlements.tsx';

/** Open items are listed at once up to so many; more are folded away. */
const MOST_UNFOLDED = 20;

/** What is done about the open items of an account: settling them, and the life of their plans. */
export function FollowUp({ followUp }: { followUp: FollowUpOf }) {
  const t = useTranslations('followUp');
  const [act, setAct] = useState<FollowUpAct | null>(null);
  const { findings, settlements, mayAct } = followUp;
  if (findings.length === 0 && settlements.length === 0) return null;
  const close = () => setAct(null);
  return (
    <section className={styles.section} aria-labelledby="opfoelgning">
      <h2 id="opfoelgning">{t('title')}</h2>
      <p className={styles.help}>{t('help')}</p>
      {findings.map(({ committee, items, steps }) => (
        <div key={committee} className={styles.finding}>
          <h3>{t('finding', { committee })}</h3>
          <details open={items.length <= MOST_UNFOLDED}>
            <summary>{t('items', { count: items.length })}</summary>
            <LimitationProvider value={followUp}>
              <Items items={items} mayAct={mayAct} onSettle={(item) => setAct({ kind: 'settle', committee, item })} />
            </LimitationProvider>
          </details>
          {steps.length > 0 && (
            <Steps
              steps={steps}
              today={followUp.today}
              mayAct={mayAct}
              onAct={(kind, step) => setAct({ kind, committee, step })}
            />
          )}
        </div>
      ))}
      {settlements.length > 0 && (
        <Settlements
          settlements={settlements}
          mayAct={mayAct}
          onTakeBack={({ id, committee }) => setAct({ kind: 'take-back', committee, settlementId: id })}
        />
      )}
      <Dialog open={act !== null} onClose={close} title={act === null ? '' : t(`dialogs.${act.kind}`)}>
        {act !== null && <FollowUpForm followUp={followUp} act={act} onDone={close} />}
      </Dialog>
    </section>
  );
}

interface ItemsProps {
  items: readonly Item[];
  mayAct: boolean;
  onSettle: (item: Item) => void;
}

function Items({ items, mayAct, onSettle }: ItemsProps) {
  const t = useTranslations('followUp');
  return (
    <ScrollBox label={t('items', { count: items.length })}>
      <table className={classNames(plain.table, styles.table)}>
        <thead>
          <tr>
            <th scope="col">{t('postingDate')}</th>
            <th scope="col">{t('text')}</th>
            <th scope="col" className={styles.money}>
              {t('remaining')}
            </th>
            {mayAct && <td />}
          </tr>
        </thead>
        <tbody>
          {items.map((item, index) => (
            <tr key={item.key || index}>
              <td>
                {formatDate(item.postingDate)}
                {item.amount !== 0n && <LimitationMark postingDate={item.postingDate} />}
              </td>
              <td className={styles.text}>{item.text || '–'}</td>
              <td className={styles.money}>
                <Money amount={item.amount} />
              </td>
              {mayAct && (
                <td>
                  {item.amount === 0n ? (
                    <span className={styles.muted}>{t('settledWholly')}</span>
                  ) : (
                    <Button
                      kind="quiet"
                      aria-label={t('settleOf', { date: formatDate(item.postingDate), text: item.text })}
                      onClick={() => onSettle(item)}
                    >
                      {t('settle')}
                    </Button>
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

interface StepsProps {
  steps: readonly FollowedStep[];
  today: string;
  mayAct: boolean;
  onAct: (kind: 'finish' | 'drop' | 'move' | 'resume', step: FollowedStep) => void;
}

function Steps({ steps, today, mayAct, onAct }: StepsProps) {
  const t = useTranslations('followUp');
  return (
    <ul className={styles.steps} aria-label={t('plan')}>
      {steps.map((step, index) => (
        <li key={step.key || index} className={styles.step}>
          <p className={styles.activity}>{step.activity || t('withoutActivity')}</p>
          <p className={styles.state}>
            <StepState step={step} today={today} />
            {step.moves.length > 0 && step.originalDeadline && (
              <span>{t('moved', { count: step.moves.length, original: formatDate(step.originalDeadline) })}</span>
            )}
          </p>
          {step.moves.length > 0 && (
            <details className={styles.moves}>
              <summary>{t('moves')}</summary>
              <ol>
                {step.moves.map((move) => (
                  <li key={move.at}>
                    {formatDate(move.fromDate)} → {formatDate(move.toDate)} · {move.personName}
                    {move.reason !== '' && ` · ${move.reason}`}
                  </li>
                ))}
              </ol>
            </details>
          )}
          {mayAct && (
            <div className={styles.buttons}>
              {step.outcome ? (
                <Button kind="quiet" onClick={() => onAct('resume', step)}>
                  {t('resume')}
                </Button>
              ) : (
                <>
                  <Button kind="quiet" onClick={() => onAct('finish', step)}>
                    {t('finish')}
                  </Button>
                  {step.deadline !== null && (
                    <Button kind="quiet" onClick={() => onAct('move', step)}>
                      {t('move')}
                    </Button>
                  )}
                  <Button kind="quiet" onClick={() => onAct('drop', step)}>
                    {t('drop')}
                  </Button>
                </>
              )}
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

function StepState({ step: { outcome, deadline }, today }: { step: FollowedStep; today: string }) {
  const t = useTranslations('followUp');
  if (outcome) {
    return (
      <>
        <Tag tone={outcome.state === 'done' ? 'good' : 'neutral'}>{t(`states.${outcome.state}`)}</Tag>
        <span>
          {formatDate(outcome.on)}
          {outcome.reason !== '' && ` · ${outcome.reason}`}
        </span>
      </>
    );
  }
  const isLate = deadline !== null && deadline < today;
  return (
    <>
      <Tag tone={isLate ? 'attention' : 'neutral'}>{t(isLate ? 'states.late' : 'states.open')}</Tag>
      {deadline !== null && <span>{t('deadline', { date: formatDate(deadline) })}</span>}
    </>
  );
}
