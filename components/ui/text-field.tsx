'use client';

import type { InputHTMLAttributes, SelectHTMLAttributes, TextareaHTMLAttributes } from 'react';
import { classNames } from './class-names.ts';
import styles from './field.module.css';
import { Field, type FieldProps } from './field.tsx';

type Native<T> = Omit<T, 'id' | 'required' | 'className'>;

function split<T extends FieldProps>({ id, label, help, error, required, hideLabel, ...native }: T) {
  return { field: { id, label, help, error, required, hideLabel }, native };
}

/** One line of text. Takes what an `input` takes beside what a field takes. */
export function TextField(props: FieldProps & Native<InputHTMLAttributes<HTMLInputElement>>) {
  const { field, native } = split(props);
  return (
    <Field {...field}>{(control) => <input type="text" className={styles.control} {...native} {...control} />}</Field>
  );
}

/** Several lines of text. */
export function TextArea(props: FieldProps & Native<TextareaHTMLAttributes<HTMLTextAreaElement>>) {
  const { field, native } = split(props);
  return (
    <Field {...field}>
      {(control) => <textarea rows={3} className={classNames(styles.control, styles.area)} {...native} {...control} />}
    </Field>
  );
}

/** A choice of a few. `children` are the options. */
export function SelectField(props: FieldProps & Native<SelectHTMLAttributes<HTMLSelectElement>>) {
  const { field, native } = split(props);
  return <Field {...field}>{(control) => <select className={styles.control} {...native} {...control} />}</Field>;
}
