import { useTranslations } from 'next-intl';
import { SelectField } from '#components/ui/text-field.tsx';
import type { BalanceMapping, MappedColumn } from '#lib/schemas/mapping.ts';
import { ColumnSelect, type FileColumns, placesOf } from './column-select.tsx';
import styles from './mapping.module.css';

type Amount = BalanceMapping['amount'];

interface AmountProps {
  columns: FileColumns;
  amount: Amount;
  onChange: (amount: Amount) => void;
}

const FORMS = ['balance', 'sides', 'marked', 'sum', 'periods'] as const;
const MONTHS = Array.from({ length: 16 }, (_, index) => index + 1);

/** The first column that an amount is read from: what another form of it begins with. */
function firstColumn(amount: Amount): MappedColumn {
  switch (amount.from) {
    case 'balance':
    case 'marked':
      return amount.column;
    case 'sides':
      return amount.debit;
    case 'sum':
      return amount.columns[0] ?? { heading: '', at: 0 };
    case 'periods':
      return amount.months[0]?.column ?? { heading: '', at: 0 };
  }
}

/** The same columns read in another form; what that form needs beside them begins with the last column. */
function inForm(from: Amount['from'], amount: Amount, columns: FileColumns): Amount {
  const column = firstColumn(amount);
  const at = Math.max(0, columns.headings.length - 1);
  const last = { heading: (columns.headings[at] ?? '').trim(), at };
  switch (from) {
    case 'balance':
      return { from, column };
    case 'sides':
      return { from, debit: column, credit: last, creditIs: 'unsigned' };
    case 'marked':
      return { from, column, mark: last };
    case 'sum':
      return { from, columns: [column] };
    case 'periods':
      return { from, take: 'balance', opening: null, months: [{ month: 12, column }] };
  }
}

/** In which columns the amounts stand, and in which form. */
export function MappingAmount({ columns, amount, onChange }: AmountProps) {
  const t = useTranslations('mapping.amount');
  return (
    <>
      <SelectField
        label={t('form')}
        value={amount.from}
        onChange={(event) => {
          const from = FORMS.find((form) => form === event.target.value);
          if (from) onChange(inForm(from, amount, columns));
        }}
      >
        {FORMS.map((form) => (
          <option key={form} value={form}>
            {t(form)}
          </option>
        ))}
      </SelectField>
      <AmountColumns columns={columns} amount={amount} onChange={onChange} />
    </>
  );
}

function AmountColumns({ columns, amount, onChange }: AmountProps) {
  const t = useTranslations('mapping.amount');
  const select = (label: string, value: MappedColumn, change: (column: MappedColumn) => Amount) => (
    <ColumnSelect<never>
      label={label}
      columns={columns}
      value={value}
      onChange={(column) => onChange(change(column))}
    />
  );
  switch (amount.from) {
    case 'balance':
      return select(t('column'), amount.column, (column) => ({ ...amount, column }));
    case 'sides':
      return (
        <>
          {select(t('debit'), amount.debit, (debit) => ({ ...amount, debit }))}
          {select(t('credit'), amount.credit, (credit) => ({ ...amount, credit }))}
          <SelectField
            label={t('creditIs')}
            value={amount.creditIs}
            onChange={({ target }) =>
              onChange({ ...amount, creditIs: target.value === 'negative' ? 'negative' : 'unsigned' })
            }
          >
            <option value="unsigned">{t('unsigned')}</option>
            <option value="negative">{t('negative')}</option>
          </SelectField>
        </>
      );
    case 'marked':
      return (
        <>
          {select(t('column'), amount.column, (column) => ({ ...amount, column }))}
          {select(t('mark'), amount.mark, (mark) => ({ ...amount, mark }))}
        </>
      );
    case 'sum':
      return <SumColumns columns={columns} amount={amount} onChange={onChange} />;
    case 'periods':
      return <PeriodColumns columns={columns} amount={amount} onChange={onChange} />;
  }
}

function SumColumns({ columns, amount, onChange }: AmountProps & { amount: Extract<Amount, { from: 'sum' }> }) {
  const t = useTranslations('mapping.amount');
  const chosen = new Set(amount.columns.map(({ at }) => at));
  return (
    <fieldset className={styles.checks}>
      <legend>{t('added')}</legend>
      {placesOf(columns).map((place) => (
        <label key={place.at} className={styles.check}>
          <input
            type="checkbox"
            checked={chosen.has(place.at)}
            onChange={({ target }) => {
              const others = amount.columns.filter(({ at }) => at !== place.at);
              onChange({ ...amount, columns: target.checked ? [...others, place] : others });
            }}
          />
          {place.heading}
        </label>
      ))}
    </fieldset>
  );
}

const NONE = 'none';

function PeriodColumns({ columns, amount, onChange }: AmountProps & { amount: Extract<Amount, { from: 'periods' }> }) {
  const t = useTranslations('mapping.amount');
  const none = [{ value: NONE, label: t('none') }] as const;
  const columnOf = (month: number) => amount.months.find((own) => own.month === month)?.column ?? NONE;
  return (
    <>
      <SelectField
        label={t('take')}
        value={amount.take}
        onChange={({ target }) => onChange({ ...amount, take: target.value === 'movements' ? 'movements' : 'balance' })}
      >
        <option value="balance">{t('balances')}</option>
        <option value="movements">{t('movements')}</option>
      </SelectField>
      {amount.take === 'movements' && (
        <ColumnSelect
          label={t('opening')}
          columns={columns}
          value={amount.opening ?? NONE}
          others={none}
          onChange={(column) => onChange({ ...amount, opening: column === NONE ? null : column })}
        />
      )}
      <details className={styles.wide}>
        <summary>{t('months', { count: amount.months.length })}</summary>
        <div className={styles.months}>
          {MONTHS.map((month) => (
            <ColumnSelect
              key={month}
              label={t('month', { month })}
              help=""
              columns={columns}
              value={columnOf(month)}
              others={none}
              onChange={(column) => {
                const others = amount.months.filter((own) => own.month !== month);
                const months = column === NONE ? others : [...others, { month, column }];
                onChange({ ...amount, months: months.toSorted((left, right) => left.month - right.month) });
              }}
            />
          ))}
        </div>
      </details>
    </>
  );
}
