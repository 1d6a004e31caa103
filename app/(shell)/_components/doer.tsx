import { useTranslations } from 'next-intl';
import type { AuditEvent } from '#lib/domain/audit.ts';
import type { Role } from '#lib/domain/permissions.ts';

type Event = Pick<AuditEvent, 'personName' | 'role' | 'onBehalfOf' | 'origin'>;

/** Who did it: name, role, in whose place. */
export function Doer({ event }: { event: Event & { personId?: string } }) {
  const t = useTranslations('trail');
  const people = useTranslations('people');
  const name = event.personName || t('disposedPerson', { id: event.personId ?? '–' });
  const words = [
    name,
    event.role && t('inRole', { role: people(`role.${event.role as Role}`).toLocaleLowerCase('da') }),
    event.onBehalfOf && t('onBehalfOf', { name: event.onBehalfOf }),
  ];
  return <span>{words.filter(Boolean).join(' ')}</span>;
}
