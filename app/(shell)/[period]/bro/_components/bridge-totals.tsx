import { useTranslations } from 'next-intl';
import { Money } from '#components/ui/money.tsx';
import { ScrollBox } from '#components/ui/scroll-box.tsx';
import type { Movement, OlderMovement } from '#lib/domain/bridge.ts';
import styles from './bridge.module.css';

/** The whole bridge: from what was, by what came and went, to what is. */
export function BridgeTotals({ all, older }: { all: Movement; older: OlderMovement }) {
  const t = useTranslations('bridge');
  const lines = [
    { label: t('total'), movement: { ...all, newlyOlder: null } },
    { label: t('olderTotal'), movement: older },
  ];
  return (
    <ScrollBox label={t('totals')}>
      <table className={styles.totals} aria-label={t('totals')}>
        <thead>
          <tr>
            <td />
            <th scope="col">{t('parts.opening')}</th>
            <th scope="col">{t('parts.newlyOlder')}</th>
            <th scope="col">{t('parts.added')}</th>
            <th scope="col">{t('parts.settled')}</th>
            <th scope="col">{t('parts.writtenOff')}</th>
            <th scope="col">{t('parts.corrected')}</th>
            <th scope="col">{t('parts.closing')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ label, movement }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>
                <Money amount={movement.opening} />
              </td>
              <td>
                <Money amount={movement.newlyOlder || null} />
              </td>
              <td>
                <Money amount={movement.added || null} />
              </td>
              <td>
                <Money amount={-movement.settled || null} />
              </td>
              <td>
                <Money amount={-movement.writtenOff || null} />
              </td>
              <td>
                <Money amount={movement.corrected || null} />
              </td>
              <td className={styles.closing}>
                <Money amount={movement.closing} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
