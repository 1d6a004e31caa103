'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { PlainTable } from '#components/ui/plain-table.tsx';
import { formatDateTime } from '#lib/format/date-time.ts';
import type { ListedProfile } from '#lib/services/list-mapping-profiles.ts';
import { useProblemText } from '../../../problem-text.ts';
import { removeProfile } from '../actions.ts';
import styles from './import.module.css';

interface ProfilesTableProps {
  profiles: readonly ListedProfile[];
  mayRemove: boolean;
}

/** How the columns of sources' files are read, by name; a removed one is asked for again before it goes. */
export function ProfilesTable({ profiles, mayRemove }: ProfilesTableProps) {
  const t = useTranslations('import.profiles');
  const kindOf = useTranslations('import.kind');
  const problemText = useProblemText();
  const [asked, setAsked] = useState<number | null>(null);
  const [told, setTold] = useState('');
  async function remove(id: number) {
    const result = await removeProfile({ id });
    setAsked(null);
    if (result.ok) return setTold(t('removed', { name: result.value.name }));
    setTold(result.problems.map(problemText).join(' '));
  }
  return (
    <>
      <PlainTable label={t('title')} columns={[t('name'), t('kind'), t('headings'), t('saved')]} hasActs={mayRemove}>
        {profiles.map(({ id, name, content, fingerprint, saved }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{kindOf(content.kind)}</td>
            <td className={styles.columns}>{fingerprint.replaceAll('|', ', ')}</td>
            <td>
              {saved === null ? t('builtIn') : t('by', { name: saved.personName, time: formatDateTime(saved.at) })}
            </td>
            {mayRemove && (
              <td>
                {id !== null &&
                  (asked === id ? (
                    <Button kind="danger" onClick={() => void remove(id)}>
                      {t('confirm', { name })}
                    </Button>
                  ) : (
                    <Button
                      kind="quiet"
                      icon="close"
                      aria-label={t('removeProfile', { name })}
                      onClick={() => setAsked(id)}
                    >
                      {t('remove')}
                    </Button>
                  ))}
              </td>
            )}
          </tr>
        ))}
      </PlainTable>
      <p role="status">{told}</p>
    </>
  );
}
