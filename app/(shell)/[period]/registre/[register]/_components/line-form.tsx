'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState, useTransition } from 'react';
import { Button } from '#components/ui/button.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { accountKey } from '#lib/domain/account.ts';
import { deriveImFunction, type ImFunction, parseImFunction } from '#lib/domain/im-function.ts';
import type { Committee } from '#lib/domain/municipality.ts';
import type { Register, RegisterLine } from '#lib/domain/register.ts';
import type { Problem } from '#lib/services/context.ts';
import { answerOf } from '../../../../_components/answer-of.ts';
import { removeLine, saveLine } from '../actions.ts';
import { LineControl } from './line-control.tsx';
import { fieldsOf, type LineField, toTexts } from './line-fields.ts';
import styles from './line-form.module.css';
import { RemoveConfirm } from './remove-confirm.tsx';

interface LineFormProps {
  periodId: string;
  register: Register;
  /** null: a new line */
  line: RegisterLine | null;
  committees: readonly Committee[];
  /** The year's, by which a function is named and found from an account. */
  functions: readonly ImFunction[];
  /** What a new line begins with. */
  committee: string | null;
  /** Whether the actor may change the line; otherwise it is only shown. */
  mayKeep: boolean;
  /** Says what was done, in words. */
  onDone: (text: string) => void;
  onCancel: () => void;
}

const idOf = (field: string) => `linje-${field}`;
const REMOVE_ID = 'fjern-linjen';
const WIDE: ReadonlySet<LineField['kind']> = new Set(['longText', 'explanation', 'documentation']);

/** A line's fields. What is typed stays as typed until it is saved; the service says what is wrong with it. */
export function LineForm({
  periodId,
  register,
  line,
  committees,
  functions,
  committee,
  mayKeep,
  onDone,
  onCancel,
}: LineFormProps) {
  const t = useTranslations();
  const fields = fieldsOf(register);
  const imported = line?.imported ? toTexts(register, line.imported) : null;
  const [values, setValues] = useState(() =>
    line ? toTexts(register, line.content) : new Map(committee === null ? [] : [['committee', committee]]),
  );
  // What others store meanwhile is neither typed over nor takes away what is typed here.
  const [version] = useState(line?.version ?? 0);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [removing, setRemoving] = useState(false);
  const [pending, startTransition] = useTransition();

  /** The name of the function that is written or, where none is, of the account's own. */
  function tellFunction(written: string): string | null {
    const codes = functions.map(({ code }) => code);
    const nameOf = (code: string) =>
      [code, functions.find((known) => known.code === code)?.name ?? ''].join(' ').trim();
    const derived = deriveImFunction(accountKey(values.get('account') ?? ''), codes);
    const own = parseImFunction(written);
    if (written.trim() === '') return derived && t('registers.functionDerived', { function: nameOf(derived) });
    if (own === null || !codes.includes(own)) return null;
    return derived === null || derived === own
      ? nameOf(own)
      : t('registers.functionContradicts', { function: nameOf(own), derived: nameOf(derived) });
  }

  const key = { periodId, register, version };

  function submit(event: FormEvent) {
    event.preventDefault();
    // Pressed twice, a new line would be two.
    if (!mayKeep || pending) return;
    startTransition(async () => {
      const content = Object.fromEntries(fields.map(({ name }) => [name, values.get(name) ?? '']));
      const result = await answerOf(saveLine({ ...key, lineId: line?.id ?? null, content }));
      if (result.ok) onDone(t(line ? 'registers.saved' : 'registers.added'));
      else setProblems(result.problems);
    });
  }

  function remove(lineId: number) {
    if (pending) return;
    startTransition(async () => {
      const result = await answerOf(removeLine({ ...key, lineId }));
      if (result.ok) onDone(t('registers.removed'));
      else setProblems(result.problems);
    });
  }

  const textOf = (problem: Problem) => t(`problems.${problem.code}`, problem.params);
  const [errors, setErrors] = useState<{ of: readonly Problem[]; shown: { fieldId: string | null; text: string }[] }>({
    of: [],
    shown: [],
  });
  // The summary takes the focus at a new list, so the list is made once for each answer.
  if (errors.of !== problems) {
    const shown = problems.map((problem) => {
      const known = fields.some(({ name }) => name === problem.path);
      const label = known ? `${t(`registers.fields.${problem.path}`)}: ` : '';
      return { fieldId: known ? idOf(problem.path) : null, text: `${label}${textOf(problem)}` };
    });
    setErrors({ of: problems, shown });
  }

  return (
    <form
      className={styles.form}
      onSubmit={submit}
      noValidate
      aria-busy={pending}
      onKeyDown={(event) => {
        if (!(event.ctrlKey || event.metaKey) || event.key !== 's') return;
        event.preventDefault();
        event.currentTarget.requestSubmit();
      }}
    >
      <ErrorSummary errors={errors.shown} />
      <fieldset className={styles.fields} disabled={!mayKeep}>
        {fields.map((field) => {
          const value = values.get(field.name) ?? '';
          const before = imported?.get(field.name) ?? null;
          const problem = problems.find(({ path }) => path === field.name);
          return (
            <div key={field.name} className={WIDE.has(field.kind) ? styles.wide : undefined}>
              <LineControl
                id={idOf(field.name)}
                field={field}
                committees={committees}
                note={field.kind === 'imFunction' ? tellFunction(value) : null}
                importedAs={
                  before === null || before === (line && toTexts(register, line.content).get(field.name))
                    ? null
                    : before
                }
                error={problem && textOf(problem)}
                value={value}
                onChange={(text) => setValues(new Map(values).set(field.name, text))}
              />
            </div>
          );
        })}
      </fieldset>
      {removing && line ? (
        <RemoveConfirm
          imported={line.imported !== null}
          onConfirm={() => remove(line.id)}
          onCancel={() => {
            setRemoving(false);
            requestAnimationFrame(() => document.getElementById(REMOVE_ID)?.focus());
          }}
        />
      ) : (
        <div className={styles.buttons}>
          {mayKeep && (
            <Button kind="primary" type="submit">
              {t('common.save')}
            </Button>
          )}
          <Button onClick={onCancel}>{t(mayKeep ? 'common.cancel' : 'common.close')}</Button>
          {line && mayKeep && (
            <Button id={REMOVE_ID} kind="danger" className={styles.apart} onClick={() => setRemoving(true)}>
              {t('registers.remove')}
            </Button>
          )}
        </div>
      )}
    </form>
  );
}
