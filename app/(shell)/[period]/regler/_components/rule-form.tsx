'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState, useTransition } from 'react';
import { Button } from '#components/ui/button.tsx';
import { ErrorSummary, type SummaryError } from '#components/ui/error-summary.tsx';
import { MoneyField, readMoney } from '#components/ui/formatted-field.tsx';
import { SelectField, TextField } from '#components/ui/text-field.tsx';
import { RULE_KINDS, type RuleKind } from '#lib/domain/auto-rule.ts';
import type { ImFunction } from '#lib/domain/im-function.ts';
import { formatOre } from '#lib/format/amount.ts';
import type { RulesPage, RuleView } from '#lib/services/get-rules.ts';
import { answerOf } from '../../../_components/answer-of.ts';
import { saveRuleAction } from '../actions.ts';
import { FunctionChoice } from './function-choice.tsx';
import styles from './rules.module.css';

interface RuleFormProps extends Pick<RulesPage, 'units'> {
  periodId: string;
  /** null: a new one. */
  rule: RuleView | null;
  functions: readonly ImFunction[];
  onSaved: (name: string) => void;
  onCancel: () => void;
}

/** What is wrong with a field: `said` beside it, `text` with its label in the summary. */
interface FieldError extends SummaryError {
  field: string;
  said: string;
}

/** The fields by their name in what is handed in. */
const FIELDS = ['kind', 'name', 'amount', 'tolerance', 'functions', 'unit'] as const;
const idOf = (field: string) => `regel-${field}`;
const START = { amount: '', tolerance: '0,00' };

/** What a rule goes by. Saving a change makes a new version, which is off. */
export function RuleForm({ periodId, rule, units, functions, onSaved, onCancel }: RuleFormProps) {
  const t = useTranslations();
  const [kind, setKind] = useState<RuleKind>(rule?.kind ?? 'zero-all-year');
  const [name, setName] = useState(rule?.name ?? '');
  const [amount, setAmount] = useState(rule?.kind === 'low-risk' ? formatOre(rule.settings.amount) : START.amount);
  const [tolerance, setTolerance] = useState(rule ? formatOre(rule.settings.tolerance) : START.tolerance);
  const [chosen, setChosen] = useState<readonly string[]>(rule?.settings.functions ?? []);
  const [unit, setUnit] = useState(rule?.settings.unit ?? units[0]?.code ?? '');
  const [errors, setErrors] = useState<FieldError[]>([]);
  const [pending, startTransition] = useTransition();
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.said;

  function toError(field: string, said: string): FieldError {
    if (field === '') return { fieldId: null, field, said, text: said };
    return { fieldId: idOf(field), field, said, text: `${t(`rules.fields.${field}`)}: ${said}` };
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    const [limit, within] = [readMoney(amount), readMoney(tolerance)];
    const unreadable = [
      ...(kind === 'low-risk' && limit === undefined ? ['amount'] : []),
      ...(kind === 'documented' && within === undefined ? ['tolerance'] : []),
    ];
    if (unreadable.length > 0) {
      setErrors(unreadable.map((field) => toError(field, t('problems.not-an-amount'))));
      return;
    }
    startTransition(async () => {
      const result = await answerOf(
        saveRuleAction({
          ...{ periodId, ruleId: rule?.id ?? null, version: rule?.version ?? 0, kind, name, unit },
          amount: (kind === 'low-risk' && limit) || 0n,
          tolerance: (kind === 'documented' && within) || 0n,
          functions: [...chosen],
        }),
      );
      if (result.ok) return onSaved(name);
      setErrors(
        result.problems.map(({ path, code, params }) => {
          const field = FIELDS.find((one) => path === one || path.startsWith(`${one}.`)) ?? '';
          return toError(field, t(`problems.${code}`, params));
        }),
      );
    });
  }

  return (
    <form className={styles.form} onSubmit={submit} noValidate aria-busy={pending}>
      <ErrorSummary errors={errors} />
      {rule?.enabled && <p>{t('rules.editOn')}</p>}
      <SelectField
        id={idOf('kind')}
        label={t('rules.fields.kind')}
        help={t(`rules.kindHelp.${kind}`)}
        value={kind}
        disabled={rule !== null}
        onChange={(event) => setKind(RULE_KINDS.find((one) => one === event.target.value) ?? kind)}
      >
        {RULE_KINDS.map((one) => (
          <option key={one} value={one}>
            {t(`rules.kinds.${one}`)}
          </option>
        ))}
      </SelectField>
      <TextField
        id={idOf('name')}
        label={t('rules.fields.name')}
        help={t('rules.nameHelp')}
        required
        value={name}
        error={errorOf('name')}
        onChange={(event) => setName(event.target.value)}
      />
      {kind === 'low-risk' && (
        <MoneyField
          id={idOf('amount')}
          label={t('rules.fields.amount')}
          help={t('rules.amountHelp')}
          required
          value={amount}
          error={errorOf('amount')}
          onChange={setAmount}
        />
      )}
      {kind === 'documented' && (
        <MoneyField
          id={idOf('tolerance')}
          label={t('rules.fields.tolerance')}
          help={t('rules.toleranceHelp')}
          required
          value={tolerance}
          error={errorOf('tolerance')}
          onChange={setTolerance}
        />
      )}
      <SelectField
        id={idOf('unit')}
        label={t('rules.fields.unit')}
        value={unit}
        error={errorOf('unit')}
        onChange={(event) => setUnit(event.target.value)}
      >
        {units.map((one) => (
          <option key={one.code} value={one.code}>
            {one.code === '' ? t('rules.allUnits') : `${one.code} ${one.name}`}
          </option>
        ))}
      </SelectField>
      <FunctionChoice
        id={idOf('functions')}
        functions={functions}
        chosen={chosen}
        isRequired={kind === 'low-risk'}
        error={errorOf('functions')}
        onChange={setChosen}
      />
      <div className={styles.buttons}>
        <Button kind="primary" type="submit" disabled={pending}>
          {t('common.save')}
        </Button>
        <Button onClick={onCancel}>{t('common.cancel')}</Button>
      </div>
    </form>
  );
}
