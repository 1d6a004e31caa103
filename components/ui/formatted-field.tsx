'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { formatOre } from '#lib/format/amount.ts';
import { formatDate } from '#lib/format/date.ts';
import { findAmountEvidence, parseAmount } from '#lib/format/parse-amount.ts';
import { parseTypedDate } from '#lib/format/parse-date.ts';
import { classNames } from './class-names.ts';
import styles from './field.module.css';
import { Field, type FieldProps } from './field.tsx';

interface FormattedFieldProps extends FieldProps {
  name?: string | undefined;
  /** The text as typed. What it means is read by readMoney or readDate. */
  value: string;
  onChange: (text: string) => void;
  onBlur?: (() => void) | undefined;
  readOnly?: boolean | undefined;
  disabled?: boolean | undefined;
}

/** Øre of what was typed into a MoneyField: null where it is empty, undefined where it is no amount. */
export function readMoney(text: string): bigint | null | undefined {
  if (text.trim() === '') return null;
  // A decimal point that reads as nothing else (`4380.31`) is taken for what it is; the field shows it on leaving.
  const amount = parseAmount(text, findAmountEvidence(text) === 'en' ? 'en' : 'da');
  return typeof amount === 'bigint' ? amount : undefined;
}

/** ISO date of what was typed into a DateField: null where it is empty, undefined where it is no date. */
export function readDate(text: string): string | null | undefined {
  return text.trim() === '' ? null : (parseTypedDate(text) ?? undefined);
}

/** An amount in kroner, as people type and paste it (`1.234,5`, `-1234,50`, `1234-`); formatted on leaving. */
export function MoneyField(props: FormattedFieldProps) {
  const t = useTranslations('ui');
  const unreadable = readMoney(props.value) === undefined;
  return (
    <FormattedField
      {...props}
      unreadable={unreadable ? t('invalidAmount') : null}
      alignEnd
      format={(text) => {
        const amount = readMoney(text);
        return typeof amount === 'bigint' ? formatOre(amount) : text;
      }}
    />
  );
}

/** A date in any of the forms that people type (`31.12.2023`, `5/1-24`, `050124`, `2023-12-31`); formatted on leaving. */
export function DateField(props: FormattedFieldProps) {
  const t = useTranslations('ui');
  const unreadable = readDate(props.value) === undefined;
  return (
    <FormattedField
      {...props}
      unreadable={unreadable ? t('invalidDate') : null}
      format={(text) => {
        const date = readDate(text);
        return date ? formatDate(date) : text;
      }}
    />
  );
}

interface Format {
  format: (text: string) => string;
  /** Why the text cannot be read, once the field has been left: half-typed values are nobody's mistake. */
  unreadable: string | null;
  alignEnd?: boolean;
}

function FormattedField({
  name,
  value,
  onChange,
  onBlur,
  readOnly,
  disabled,
  format,
  unreadable,
  alignEnd,
  ...field
}: FormattedFieldProps & Format) {
  const [typing, setTyping] = useState(false);
  return (
    <Field {...field} error={field.error || (typing ? null : unreadable)}>
      {(control) => (
        <input
          type="text"
          inputMode={alignEnd ? 'decimal' : undefined}
          autoComplete="off"
          className={classNames(styles.control, alignEnd && styles.money)}
          name={name}
          value={value}
          readOnly={readOnly}
          disabled={disabled}
          onChange={(event) => onChange(event.target.value)}
          onFocus={() => setTyping(true)}
          onBlur={() => {
            setTyping(false);
            const formatted = format(value);
            if (formatted !== value) onChange(formatted);
            onBlur?.();
          }}
          {...control}
        />
      )}
    </Field>
  );
}
