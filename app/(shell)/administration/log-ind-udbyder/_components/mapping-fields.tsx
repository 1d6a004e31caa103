'use client';

import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { SelectField, TextField } from '#components/ui/text-field.tsx';
import { ROLES, type Role } from '#lib/domain/permissions.ts';
import { parseUnit } from '#lib/domain/person.ts';
import type { SignInSettings } from '#lib/schemas/sign-in-settings.ts';
import type { SignInSettingsPage } from '#lib/services/get-sign-in-settings.ts';
import styles from '../../../_components/person.module.css';

type Mapping = SignInSettings['oidc']['mapping'];

/** A line as it is being written. `key` only tells lines apart on the page. */
export interface MappingDraft {
  key: string;
  group: string;
  role: Role;
  /** `all`, `committee:BIU`, `administration:KS` */
  unit: string;
}

export function toDrafts(mapping: Mapping): MappingDraft[] {
  return mapping.map(({ group, role, unit }, index) => ({
    key: `stored-${index}`,
    group,
    role,
    unit: unit === null ? 'all' : `${unit.kind}:${unit.code}`,
  }));
}

export function readMapping(drafts: readonly MappingDraft[]): Mapping {
  return drafts.map(({ group, role, unit }) => ({ group, role, unit: parseUnit(unit) ?? null }));
}

interface MappingFieldsProps {
  mapping: MappingDraft[];
  units: SignInSettingsPage['units'];
  onChange: (mapping: MappingDraft[]) => void;
}

/** Which group of the identity provider gives which role, where. */
export function MappingFields({ mapping, units, onChange }: MappingFieldsProps) {
  const t = useTranslations('signInSettings.mapping');
  const people = useTranslations('people');
  const change = (key: string, next: Partial<MappingDraft>) =>
    onChange(mapping.map((draft) => (draft.key === key ? { ...draft, ...next } : draft)));

  return (
    <div className={styles.mapping}>
      {mapping.map(({ key, group, role, unit }) => (
        <div key={key} className={styles.line}>
          <TextField
            label={t('group')}
            autoComplete="off"
            value={group}
            onChange={(event) => change(key, { group: event.target.value })}
          />
          <SelectField
            label={people('give.role')}
            value={role}
            onChange={(event) => change(key, { role: ROLES.find((one) => one === event.target.value) ?? role })}
          >
            {ROLES.map((one) => (
              <option key={one} value={one}>
                {people(`role.${one}`)}
              </option>
            ))}
          </SelectField>
          <SelectField
            label={people('give.unit')}
            value={unit}
            onChange={(event) => change(key, { unit: event.target.value })}
          >
            <option value="all">{people('give.everything')}</option>
            {units.map(({ kind, code, name }) => (
              <option key={`${kind}:${code}`} value={`${kind}:${code}`}>
                {`${code} · ${name}`}
              </option>
            ))}
          </SelectField>
          <Button
            kind="quiet"
            aria-label={t('removeOf', { group })}
            onClick={() => onChange(mapping.filter((draft) => draft.key !== key))}
          >
            {t('remove')}
          </Button>
        </div>
      ))}
      <div>
        <Button
          onClick={() =>
            onChange([...mapping, { key: crypto.randomUUID(), group: '', role: 'accountant', unit: 'all' }])
          }
        >
          {t('add')}
        </Button>
      </div>
    </div>
  );
}
