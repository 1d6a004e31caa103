import { useTranslations } from 'next-intl';
import { Money } from '#components/ui/money.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { ScrollBox } from '#components/ui/scroll-box.tsx';
import { formatCount } from '#lib/format/amount.ts';
import type { SampleReading } from '#lib/import/mapping/read-sample.ts';
import type { BalanceLine, CellFault, ResponsibilityLine } from '#lib/import/mapping/types.ts';
import styles from './import.module.css';

/** Lines that are shown; those with faults first where there are more. */
const MOST_LINES = 15;

type Line = SampleReading['lines'][number];

/** The lines that say most: the first ones, and the first faulty and passed-over ones beyond them. */
function chooseLines(lines: readonly Line[]): Line[] {
  const faulty = lines.filter(({ read }) => read.state === 'faulty').slice(0, 5);
  const ignored = lines.filter(({ read }) => read.state === 'ignored').slice(0, 4);
  const others = lines
    .filter(({ read }) => read.state === 'read')
    .slice(0, MOST_LINES - faulty.length - ignored.length);
  return [...faulty, ...ignored, ...others].toSorted((left, right) => left.row - right.row);
}

/** The beginning of the file as it will be read. */
export function MappingPreview({ reading, shown }: { reading: SampleReading; shown: number }) {
  const t = useTranslations('mapping.preview');
  const text = useTranslations('issues');
  const messageOf = ({ code, params }: CellFault) => text(code as Parameters<typeof text>[0], params);
  if (reading.faults.length > 0) {
    return (
      <Notice tone="bad" live title={t('faults')}>
        <ul>
          {reading.faults.map((fault) => (
            <li key={`${fault.code}/${fault.column}/${messageOf(fault)}`}>
              {fault.column !== null && <strong>{fault.column}: </strong>}
              {messageOf(fault)}
            </li>
          ))}
        </ul>
      </Notice>
    );
  }
  const isBalance = reading.lines.some(({ read }) => read.state === 'read' && 'balance' in read.line);
  const heads = isBalance
    ? [t('account'), t('name'), t('function'), t('balance')]
    : [t('account'), t('reconciledBy'), t('committee'), t('administration')];
  return (
    <>
      <p role="status">
        {t('summary', { shown: formatCount(shown), taken: formatCount(reading.taken), faulty: reading.faulty })}{' '}
        {reading.ignored.length > 0 &&
          t('passed', {
            reasons: reading.ignored
              .map(({ reason, count }) => `${t(`reason.${reason}`)} (${formatCount(count)})`)
              .join(', '),
          })}
      </p>
      {reading.ambiguous.length > 0 && (
        <Notice tone="attention" title={t('ambiguous')}>
          {t('ambiguousText', { values: reading.ambiguous.join(' · ') })}
        </Notice>
      )}
      <ScrollBox label={t('label')}>
        <table className={styles.table} aria-label={t('label')}>
          <thead>
            <tr>
              <th scope="col" className={styles.number}>
                {t('row')}
              </th>
              {heads.map((head, place) => (
                <th key={head} scope="col" className={isBalance && place === 3 ? styles.number : undefined}>
                  {head}
                </th>
              ))}
              <th scope="col">{t('remark')}</th>
            </tr>
          </thead>
          <tbody>
            {chooseLines(reading.lines).map(({ row, read }) => (
              <tr key={row} data-state={read.state}>
                <td className={styles.number}>{formatCount(row)}</td>
                {read.state === 'read' ? (
                  <Cells line={read.line} derived={t('derived')} />
                ) : (
                  <td colSpan={4} className={styles.muted}>
                    {read.state === 'faulty'
                      ? read.faults.map(({ column, value }) => `${column ?? ''} ${value ?? ''}`.trim()).join(', ')
                      : '–'}
                  </td>
                )}
                <td className={styles.message}>
                  {read.state === 'ignored' && t('ignored', { reason: t(`reason.${read.reason}`) })}
                  {read.state === 'faulty' && read.faults.map(messageOf).join(' ')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </>
  );
}

function Cells({ line, derived }: { line: BalanceLine | ResponsibilityLine; derived: string }) {
  if ('balance' in line) {
    return (
      <>
        <td>{line.account}</td>
        <td>{line.name}</td>
        <td>{line.imFunction === '' ? <span className={styles.muted}>{derived}</span> : line.imFunction}</td>
        <td className={styles.number}>
          <Money amount={line.balance} />
        </td>
      </>
    );
  }
  return (
    <>
      <td>{line.account}</td>
      <td>{line.reconciledBy}</td>
      <td>{line.committee}</td>
      <td>{line.administration}</td>
    </>
  );
}
