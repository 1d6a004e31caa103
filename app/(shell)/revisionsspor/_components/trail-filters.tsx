'use client';

import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useMemo } from 'react';
import { Button, ButtonLink } from '#components/ui/button.tsx';
import { SelectField, TextField } from '#components/ui/text-field.tsx';
import { AUDIT_ACTIONS, AUDIT_SUBJECTS } from '#lib/domain/audit.ts';
import { compareDanish } from '#lib/format/sort.ts';
import type { TrailAddress, TrailParameter } from '#lib/services/trail-filter.ts';
import styles from './trail.module.css';

interface TrailFiltersProps {
  address: TrailAddress;
  wrong: readonly TrailParameter[];
  people: readonly { id: string; name: string }[];
}

/** Narrows the trail; what is chosen stands in the address. */
export function TrailFilters({ address, wrong, people }: TrailFiltersProps) {
  const t = useTranslations('trail');
  const router = useRouter();
  const subjects = useMemo(() => sorted(AUDIT_SUBJECTS.map((id) => ({ id, name: t(`subjects.${id}`) }))), [t]);
  const actions = useMemo(() => sorted(AUDIT_ACTIONS.map((id) => ({ id, name: t(`actions.${id}`) }))), [t]);
  const persons = sorted(people.map(({ id, name }) => ({ id, name: name || t('disposedPerson', { id }) })));
  const errorAt = (name: TrailParameter, text: string) => (wrong.includes(name) ? text : null);

  function show(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const chosen = new URLSearchParams();
    for (const [name, value] of new FormData(event.currentTarget)) {
      if (typeof value === 'string' && value.trim() !== '') chosen.set(name, value.trim());
    }
    router.push(`/revisionsspor?${chosen}` as Route);
  }

  return (
    <search>
      <form action="/revisionsspor" className={styles.filters} onSubmit={show}>
        <SelectField label={t('person')} name="person" defaultValue={address.person}>
          <Choices first={t('everyone')} options={persons} />
        </SelectField>
        <SelectField
          label={t('kind')}
          name="slags"
          defaultValue={address.slags}
          error={errorAt('slags', t('badChoice'))}
        >
          <Choices first={t('everything')} options={subjects} />
        </SelectField>
        <SelectField
          label={t('action')}
          name="handling"
          defaultValue={address.handling}
          error={errorAt('handling', t('badChoice'))}
        >
          <Choices first={t('anyAction')} options={actions} />
        </SelectField>
        <TextField label={t('from')} name="fra" defaultValue={address.fra} error={errorAt('fra', t('badDate'))} />
        <TextField label={t('until')} name="til" defaultValue={address.til} error={errorAt('til', t('badDate'))} />
        <TextField label={t('id')} name="id" defaultValue={address.id} placeholder={t('idHelp')} />
        <div className={styles.buttons}>
          <Button type="submit" kind="primary">
            {t('show')}
          </Button>
          {Object.values(address).some((value) => value !== '') && (
            <ButtonLink kind="quiet" href={'/revisionsspor' as Route}>
              {t('clear')}
            </ButtonLink>
          )}
        </div>
      </form>
    </search>
  );
}

interface Option {
  id: string;
  name: string;
}

function sorted(options: Option[]): Option[] {
  return options.sort((one, other) => compareDanish(one.name, other.name));
}

function Choices({ first, options }: { first: string; options: readonly Option[] }) {
  return (
    <>
      <option value="">{first}</option>
      {options.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </>
  );
}
