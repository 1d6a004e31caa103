'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { DateField, MoneyField, readDate, readMoney } from '#components/ui/formatted-field.tsx';
import { Money } from '#components/ui/money.tsx';
import { TextArea, TextField } from '#components/ui/text-field.tsx';
import { SETTLEMENT_KINDS, type SettlementKind } from '#lib/domain/settlement.ts';
import { formatOre } from '#lib/format/amount.ts';
import { formatDate } from '#lib/format/date.ts';
import { type Problem, problem, type Result, refused } from '#lib/services/context.ts';
import type { FollowUp } from '#lib/services/get-follow-up.ts';
import { useAct } from '../../../../_components/use-act.ts';
import { DeadlineAdvice } from '../../../_components/deadline/deadline-advice.tsx';
import {
  dropStepAction,
  finishStepAction,
  moveDeadlineAction,
  resumeStepAction,
  settleItemAction,
  takeBackSettlementAction,
} from '../follow-up-actions.ts';
import { Choice } from './choice.tsx';
import styles from './follow-up.module.css';
import type { FollowUpAct } from './follow-up-act.ts';

/** Which fields an act asks for, and under which path the services name the date. */
const FIELDS = {
  settle: { date: 'date', reason: true },
  'take-back': { date: null, reason: true },
  finish: { date: 'on', reason: false },
  drop: { date: null, reason: true },
  move: { date: 'to', reason: true },
  resume: { date: null, reason: true },
} as const;

interface FollowUpFormProps {
  followUp: FollowUp;
  act: FollowUpAct;
  onDone: () => void;
}

interface Values {
  date: string;
  amount: string;
  voucher: string;
  reason: string;
  kind: SettlementKind;
}

/** The day that is proposed: for what was done, today or the period's last; for a new deadline, none. */
function proposedDate({ today, period }: FollowUp, { kind }: FollowUpAct): string {
  if (kind === 'move') return '';
  return formatDate(kind === 'settle' && today > period.balanceDate ? period.balanceDate : today);
}

/** The fields of an act on an item or a step, in the dialog that asks for them. */
export function FollowUpForm({ followUp, act, onDone }: FollowUpFormProps) {
  const t = useTranslations('followUp');
  const id = useId();
  const field = (name: string) => `${id}-${name}`;
  const fields = FIELDS[act.kind];
  const acting = useAct({
    date: field('date'),
    on: field('date'),
    to: field('date'),
    amount: field('amount'),
    voucher: field('voucher'),
    reason: field('reason'),
  });
  const [values, setValues] = useState<Values>({
    date: proposedDate(followUp, act),
    amount: act.kind === 'settle' ? formatOre(act.item.amount) : '',
    voucher: '',
    reason: '',
    kind: 'settled',
  });
  const set = (patch: Partial<Values>) => setValues((known) => ({ ...known, ...patch }));

  function send(event: FormEvent) {
    event.preventDefault();
    acting.act(() => perform(followUp, act, values, fields.date ?? ''), onDone);
  }

  return (
    <form noValidate onSubmit={send} aria-busy={acting.isBusy} className={styles.form}>
      <ErrorSummary errors={acting.errors} />
      <Subject act={act} />
      {act.kind === 'settle' && (
        <Choice
          id={field('kind')}
          legend={t('kind')}
          options={SETTLEMENT_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
          value={values.kind}
          onChange={(kind: SettlementKind) => set({ kind })}
        />
      )}
      <div className={styles.pair}>
        {fields.date && (
          <DateField
            id={field('date')}
            label={t(act.kind === 'move' ? 'newDeadline' : 'date')}
            required
            error={acting.errorOf(fields.date)}
            value={values.date}
            onChange={(date) => set({ date })}
          />
        )}
        {act.kind === 'settle' && (
          <>
            <MoneyField
              id={field('amount')}
              label={t('amount')}
              required
              error={acting.errorOf('amount')}
              value={values.amount}
              onChange={(amount) => set({ amount })}
            />
            <TextField
              label={t('voucher')}
              required
              autoComplete="off"
              {...acting.fieldOf('voucher', values.voucher, (voucher) => set({ voucher }))}
            />
          </>
        )}
      </div>
      {act.kind === 'move' && (
        <DeadlineAdvice fieldId={field('date')} value={values.date} onChange={(date) => set({ date })} />
      )}
      {fields.reason && (
        <TextArea
          label={t('reason')}
          required
          rows={2}
          {...acting.fieldOf('reason', values.reason, (reason) => set({ reason }))}
        />
      )}
      <div className={styles.buttons}>
        <Button type="submit" kind="primary">
          {t(`submits.${act.kind}`)}
        </Button>
        <Button kind="quiet" onClick={onDone}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}

/** What is acted on, and what follows from it. */
function Subject({ act }: { act: FollowUpAct }) {
  const t = useTranslations('followUp');
  if (act.kind === 'take-back') return <p>{t('takeBackText')}</p>;
  if (act.kind === 'settle') {
    return (
      <p>
        {formatDate(act.item.postingDate)} {act.item.text} · <Money amount={act.item.amount} unit />
        <span className={styles.note}>{t('settleText')}</span>
      </p>
    );
  }
  return (
    <p>
      {act.step.activity}
      {act.kind === 'move' && act.step.deadline !== null && (
        <span className={styles.note}>{t('moveText', { deadline: formatDate(act.step.deadline) })}</span>
      )}
    </p>
  );
}

async function perform(
  { period, account }: FollowUp,
  act: FollowUpAct,
  { date: typedDate, amount: typedAmount, voucher, reason, kind }: Values,
  datePath: string,
): Promise<Result<unknown>> {
  const place = { periodId: period.id, account, committee: act.committee };
  const [date, amount] = [readDate(typedDate), readMoney(typedAmount)];
  const problems: Problem[] = [];
  if (datePath !== '' && !date) problems.push(problem(date === null ? 'required' : 'impossible-date', datePath));
  if (act.kind === 'settle' && typeof amount !== 'bigint')
    problems.push(problem(amount === null ? 'required' : 'not-an-amount', 'amount'));
  if (problems.length > 0) return refused(problems);
  if (act.kind === 'take-back') return takeBackSettlementAction({ ...place, settlementId: act.settlementId, reason });
  if (act.kind === 'settle') {
    const itemKey = act.item.key ?? '';
    return settleItemAction({ ...place, itemKey, kind, date: date ?? '', amount: amount ?? 0n, voucher, reason });
  }
  const step = { ...place, stepKey: act.step.key ?? '' };
  switch (act.kind) {
    case 'finish':
      return finishStepAction({ ...step, on: date ?? '' });
    case 'move':
      return moveDeadlineAction({ ...step, to: date ?? '', reason });
    case 'drop':
      return dropStepAction({ ...step, reason });
    case 'resume':
      return resumeStepAction({ ...step, reason });
  }
}
