'use client';

import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Button } from '#components/ui/button.tsx';
import { SelectField } from '#components/ui/text-field.tsx';
import type { Mentionable } from '#lib/services/list-comments.ts';
import { useProblemText } from '../../../../../problem-text.ts';
import { saveComment } from '../actions.ts';
import styles from './comments.module.css';
import { findMentions, findTypedName } from './mentions.ts';

interface CommentFormProps {
  periodId: string;
  account: string;
  seesAccount: boolean;
  /** Those whose finding on the account can be spoken of. */
  committees: readonly string[];
  people: readonly Mentionable[];
}

const MOST_OFFERED = 8;

/** A field for a comment. `@` offers the people who can see what it is about; arrows and Enter choose one. */
export function CommentForm({ periodId, account, seesAccount, committees, people }: CommentFormProps) {
  const t = useTranslations('comments');
  const problemText = useProblemText();
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  /** Where the caret stands after a mention, until something else is typed. */
  const afterMention = useRef<number | null>(null);
  const [about, setAbout] = useState(seesAccount ? '' : (committees[0] ?? ''));
  const [text, setText] = useState('');
  const [typed, setTyped] = useState<{ at: number; typed: string } | null>(null);
  const [active, setActive] = useState(0);
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  const reachable = people.filter(
    (person) => person.committees === null || (about !== '' && person.committees.includes(about)),
  );
  const offered =
    typed === null
      ? []
      : reachable
          .filter(({ name }) => name.toLocaleLowerCase('da').includes(typed.typed.toLocaleLowerCase('da')))
          .slice(0, MOST_OFFERED);
  const chosen = offered[Math.min(active, offered.length - 1)];

  function edit(next: string, caret: number) {
    // The blank after a mention is there already: one that is typed by habit is that one.
    const isDoubled =
      afterMention.current === caret - 1 && next === `${text.slice(0, caret - 1)} ${text.slice(caret - 1)}`;
    afterMention.current = null;
    if (isDoubled) {
      requestAnimationFrame(() => area.current?.setSelectionRange(caret - 1, caret - 1));
      return;
    }
    setText(next);
    setTyped(findTypedName(next, caret));
    setActive(0);
  }

  function mention({ name }: Mentionable) {
    if (typed === null) return;
    const before = `${text.slice(0, typed.at)}@${name} `;
    flushSync(() => setText(before + text.slice(typed.at + 1 + typed.typed.length).trimStart()));
    afterMention.current = before.length;
    setTyped(null);
    area.current?.focus();
    area.current?.setSelectionRange(before.length, before.length);
  }

  async function send() {
    if (busy) return;
    const parts = findMentions(
      text,
      reachable.map(({ name }) => name),
    ).filter(({ isMention }) => isMention);
    const mentions = reachable.filter(({ name }) => parts.some(({ part }) => part === `@${name}`));
    setBusy(true);
    try {
      const result = await saveComment({
        periodId,
        account,
        committee: about === '' ? null : about,
        text,
        mentions: mentions.map((person) => person.id),
      });
      setError(result.ok ? null : result.problems.map(problemText).join(' '));
      if (result.ok) setText('');
    } catch {
      setError(problemText({ code: 'save-failed' }));
    } finally {
      setBusy(false);
    }
  }

  function handleKey(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      event.nativeEvent.stopImmediatePropagation();
      send();
      return;
    }
    if (chosen === undefined) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : offered.length - 1;
      setActive((active + step) % offered.length);
    } else if (event.key === 'Enter' || event.key === 'Tab') {
      event.preventDefault();
      mention(chosen);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      setTyped(null);
    }
  }

  return (
    <form
      className={styles.form}
      noValidate
      aria-label={t('form')}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {committees.length > 0 && (
        <SelectField label={t('about')} value={about} onChange={(event) => setAbout(event.target.value)}>
          {seesAccount && <option value="">{t('aboutAccount')}</option>}
          {committees.map((code) => (
            <option key={code} value={code}>
              {t('ofFinding', { committee: code })}
            </option>
          ))}
        </SelectField>
      )}
      <div className={styles.field}>
        <label htmlFor={`${id}-text`} className={styles.label}>
          {t('say')}
        </label>
        <p id={`${id}-help`} className={styles.muted}>
          {t('help')}
        </p>
        {error !== null && (
          <p id={`${id}-error`} className={styles.error} role="alert">
            {error}
          </p>
        )}
        <textarea
          ref={area}
          id={`${id}-text`}
          className={styles.area}
          rows={3}
          maxLength={4000}
          aria-haspopup="listbox"
          aria-controls={`${id}-people`}
          aria-autocomplete="list"
          aria-activedescendant={chosen ? `${id}-${chosen.id}` : undefined}
          aria-describedby={error === null ? `${id}-help` : `${id}-help ${id}-error`}
          aria-invalid={error === null ? undefined : true}
          value={text}
          onChange={(event) => edit(event.target.value, event.target.selectionStart)}
          onBlur={() => setTyped(null)}
          onKeyDown={handleKey}
        />
        <div
          id={`${id}-people`}
          role="listbox"
          aria-label={t('people')}
          className={styles.people}
          hidden={offered.length === 0}
        >
          {offered.map((person) => (
            <div
              key={person.id}
              id={`${id}-${person.id}`}
              role="option"
              tabIndex={-1}
              aria-selected={person === chosen}
              className={styles.person}
              onPointerDown={(event) => {
                event.preventDefault();
                mention(person);
              }}
            >
              {person.name} <span className={styles.muted}>{person.initials}</span>
            </div>
          ))}
        </div>
      </div>
      <div>
        <Button type="submit">{t('add')}</Button>
      </div>
    </form>
  );
}
