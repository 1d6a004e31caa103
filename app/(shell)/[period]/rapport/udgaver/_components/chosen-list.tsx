'use client';

import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { PlainTable } from '#components/ui/plain-table.tsx';
import { VisuallyHidden } from '#components/ui/visually-hidden.tsx';
import type { Choosable } from '#lib/services/get-editions-page.ts';
import { useAct } from '../../../../_components/use-act.ts';
import { removeRedactionAction } from '../actions.ts';

interface ChosenListProps {
  year: number;
  committee: string;
  chosen: readonly Choosable[];
  mayKeep: boolean;
}

/** What the open edition leaves out, each with its legal ground, to be let in again. */
export function ChosenList({ year, committee, chosen, mayKeep }: ChosenListProps) {
  const t = useTranslations('editions');
  const act = useAct();
  if (chosen.length === 0) return <p>{t('empty')}</p>;
  return (
    <>
      <ErrorSummary errors={act.errors} />
      <PlainTable label={t('keptOutList')} columns={[t('what'), t('of'), t('ground')]} hasActs={mayKeep}>
        {chosen.map(({ kind, target, label, detail, ground }) => (
          <tr key={`${kind}-${target}`}>
            <th scope="row">{label}</th>
            <td>{kind === 'finding' ? t('findingDetail', { detail }) : detail}</td>
            <td>{ground}</td>
            {mayKeep && (
              <td>
                <Button
                  kind="quiet"
                  aria-busy={act.isBusy}
                  onClick={() => act.act(() => removeRedactionAction({ year, committee, kind, target }))}
                >
                  {t('letIn')}
                  <VisuallyHidden> {label}</VisuallyHidden>
                </Button>
              </td>
            )}
          </tr>
        ))}
      </PlainTable>
    </>
  );
}
