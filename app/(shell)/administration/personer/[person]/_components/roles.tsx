'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { PlainTable } from '#components/ui/plain-table.tsx';
import { formatDate } from '#lib/format/date.ts';
import type { PersonPage } from '#lib/services/get-person.ts';
import { RoleWords } from '../../../../../role-words.tsx';
import styles from '../../../../_components/person.module.css';
import { useAct } from '../../../../_components/use-act.ts';
import { NO_ROLE, RoleFields, readRole } from '../../_components/role-fields.tsx';
import { giveRoleAction, takeRoleAction } from '../../actions.ts';

type RolesProps = Pick<PersonPage, 'roles' | 'units' | 'isOwn'> & { personId: string };

/** A person's roles with their dates, and the way to give and take them. One's own are for somebody else to give. */
export function Roles({ personId, roles, units, isOwn }: RolesProps) {
  const t = useTranslations('people');
  const id = useId();
  const ids = Object.fromEntries(['role', 'unit', 'from', 'to'].map((field) => [field, `${id}-${field}`]));
  const { act, isBusy, errors, errorOf, setProblems } = useAct(ids);
  const [draft, setDraft] = useState(NO_ROLE);

  function give(event: FormEvent) {
    event.preventDefault();
    const role = readRole(draft);
    if (role === null) setProblems([{ path: 'role', code: 'required', params: {} }]);
    else
      act(
        () => giveRoleAction({ personId, ...role }),
        () => setDraft(NO_ROLE),
      );
  }

  return (
    <section className={styles.section} aria-busy={isBusy}>
      <h2>{t('roles')}</h2>
      <ErrorSummary errors={errors} />
      {roles.length === 0 ? (
        <p className={styles.help}>{t('noRoleHelp')}</p>
      ) : (
        <PlainTable
          label={t('roles')}
          className={styles.table}
          columns={[t('give.role'), t('give.from'), t('give.to'), t('givenBy')]}
          hasActs
        >
          {roles.map((role) => (
            <tr key={role.id}>
              <th scope="row">
                <RoleWords roles={[role]} />
              </th>
              <td>{role.from === null ? t('always') : formatDate(role.from)}</td>
              <td>{role.to === null ? t('noEnd') : formatDate(role.to)}</td>
              <td>{t(`source.${role.source}`)}</td>
              <td className={styles.last}>
                <Button kind="quiet" onClick={() => act(() => takeRoleAction({ personId, roleId: role.id }))}>
                  {t('take')}
                </Button>
              </td>
            </tr>
          ))}
        </PlainTable>
      )}
      {isOwn ? (
        <p className={styles.help}>{t('ownHelp')}</p>
      ) : (
        <form className={styles.line} noValidate onSubmit={give}>
          <RoleFields ids={ids} draft={draft} units={units} errorOf={errorOf} onChange={setDraft} />
          <Button type="submit">{t('give.save')}</Button>
        </form>
      )}
    </section>
  );
}
