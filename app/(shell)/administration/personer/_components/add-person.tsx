'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import type { PeoplePage } from '#lib/services/list-people.ts';
import styles from '../../../_components/person.module.css';
import { useAct } from '../../../_components/use-act.ts';
import { addPersonAction, type LinkMade } from '../actions.ts';
import { OneTimeLink } from './one-time-link.tsx';
import { NO_ROLE, RoleFields, readRole } from './role-fields.tsx';

const EMPTY = { name: '', email: '' };

/** A new person with a first role. Folded away until it is asked for. */
export function AddPerson({ units }: Pick<PeoplePage, 'units'>) {
  const t = useTranslations('people.add');
  const id = useId();
  const ids = Object.fromEntries(
    ['name', 'email', 'role', 'unit', 'from', 'to'].map((field) => [field, `${id}-${field}`]),
  );
  const paths = Object.fromEntries(
    ['role', 'unit', 'from', 'to'].map((field) => [`roles.0.${field}`, ids[field] ?? '']),
  );
  const { act, isBusy, errors, errorOf, fieldOf } = useAct({ ...ids, ...paths });
  const [isOpen, setOpen] = useState(false);
  const [values, setValues] = useState(EMPTY);
  const [draft, setDraft] = useState(NO_ROLE);
  const [link, setLink] = useState<LinkMade | null>(null);

  function add(event: FormEvent) {
    event.preventDefault();
    const role = readRole(draft);
    act(
      () => addPersonAction({ ...values, roles: role === null ? [] : [role] }),
      (made) => {
        setLink(made);
        setValues(EMPTY);
        setDraft(NO_ROLE);
        setOpen(false);
      },
    );
  }

  return (
    <div className={styles.above}>
      {link !== null && <OneTimeLink link={link} />}
      {!isOpen && (
        <Button kind="primary" onClick={() => setOpen(true)}>
          {t('open')}
        </Button>
      )}
      {isOpen && (
        <form noValidate onSubmit={add} aria-busy={isBusy}>
          <ErrorSummary errors={errors} />
          <div className={styles.form}>
            <TextField
              label={t('name')}
              autoComplete="off"
              {...fieldOf('name', values.name, (name) => setValues({ ...values, name }))}
            />
            <TextField
              label={t('email')}
              help={t('emailHelp')}
              type="email"
              autoComplete="off"
              {...fieldOf('email', values.email, (email) => setValues({ ...values, email }))}
            />
          </div>
          <div className={styles.line}>
            <RoleFields
              ids={ids}
              draft={draft}
              units={units}
              errorOf={(path) => errorOf(`roles.0.${path}`) ?? errorOf(path)}
              onChange={setDraft}
            />
          </div>
          <div className={styles.actions}>
            <Button type="submit" kind="primary">
              {t('save')}
            </Button>
            <Button kind="quiet" onClick={() => setOpen(false)}>
              {t('cancel')}
            </Button>
          </div>
        </form>
      )}
    </div>
  );
}
