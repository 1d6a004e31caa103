import type { Route } from 'next';
import { useTranslations } from 'next-intl';
import { Breadcrumb } from '#components/ui/breadcrumb.tsx';
import { ButtonLink } from '#components/ui/button.tsx';
import { PageHead } from '#components/ui/page-head.tsx';
import { formatCount } from '#lib/format/amount.ts';
import type { AccountDetail } from '#lib/services/get-account.ts';
import type { Neighbours } from '#lib/services/get-neighbours.ts';
import styles from './account-head.module.css';

interface AccountHeadProps {
  detail: Omit<AccountDetail, 'history'>;
  neighbours: Neighbours;
  /** The list that one came from. */
  list: 'accounts' | 'tasks';
  listAddress: Route;
  addressOf: (account: string) => Route;
}

/** Which account it is, whose, and the way to those beside it in the list that one came from. */
export function AccountHead({ detail, neighbours, list, listAddress, addressOf }: AccountHeadProps) {
  const t = useTranslations('account');
  const { account, responsibility } = detail;
  const { previous, next, position, total } = neighbours;
  const facts = [
    { term: t('head.function'), code: account.imFunction, name: detail.functionName },
    { term: t('head.committee'), code: responsibility?.committee, name: detail.committeeName },
    { term: t('head.administration'), code: responsibility?.administration, name: detail.administrationName },
    { term: t('head.reconciledBy'), code: responsibility?.reconciledBy, name: detail.reconciledByName },
  ];
  return (
    <>
      <PageHead
        breadcrumb={
          <Breadcrumb steps={[{ href: listAddress, label: t(list === 'tasks' ? 'head.tasks' : 'head.list') }]} />
        }
        title={`${account.number} ${account.name}`}
        actions={
          <nav aria-label={t('head.neighbours')} className={styles.neighbours}>
            <span className={styles.position}>
              {position === null
                ? t('head.outside', { total: formatCount(total) })
                : t('head.position', { position: formatCount(position), total: formatCount(total) })}
            </span>
            {previous && (
              <ButtonLink icon="collapse" href={addressOf(previous)}>
                {t('head.previous')}
              </ButtonLink>
            )}
            {next && (
              <ButtonLink icon="expand" href={addressOf(next)}>
                {t('head.next')}
              </ButtonLink>
            )}
          </nav>
        }
      />
      <dl className={styles.facts}>
        {facts.map(({ term, code, name }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{code ? [code, name].filter(Boolean).join(' · ') : t('head.none')}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
