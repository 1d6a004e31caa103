import Link from 'next/link';
import type { PageCard, PagePlans } from '#lib/render/page/lay-out-page.ts';
import { accountAddress } from '../../../_components/account-address.ts';
import type { Place } from './addresses.ts';
import { CategoryShape } from './category-shape.tsx';
import { numbered } from './numbered.ts';
import styles from './report-plans.module.css';

function Card({ card, plans, place }: { card: PageCard; plans: PagePlans; place: Place }) {
  return (
    <article className={styles.card}>
      <div className={styles.head}>
        <p className={styles.name}>
          {card.account !== '' && (
            <Link href={accountAddress(place.period, card.account)} prefetch={false}>
              {card.account}
            </Link>
          )}{' '}
          {card.accountName}
        </p>
        <p className={styles.category}>
          <CategoryShape category={plans.category} />
          {plans.label}
        </p>
        <dl className={styles.amounts}>
          {card.amounts.map(({ label, printed }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{printed}</dd>
            </div>
          ))}
        </dl>
      </div>
      <dl className={styles.lines}>
        {card.lines.map(({ label, values }) => (
          <div key={label}>
            <dt>{label}</dt>
            {values.length === 1 ? (
              <dd>{values[0]}</dd>
            ) : (
              <dd className={styles.steps}>
                {numbered(values).map(({ key, part }) => (
                  <span key={key}>{part}</span>
                ))}
              </dd>
            )}
          </div>
        ))}
      </dl>
    </article>
  );
}

/** Action plans as they are read: a card for each finding, under the name of its function. */
export function ReportPlans({ plans, place }: { plans: PagePlans; place: Place }) {
  return plans.functions.map(({ code, name, cards }) => (
    <section key={code} className={styles.function}>
      <p className={styles.functionName}>{`${code}  ${name}`}</p>
      {numbered(cards).map(({ key, part }) => (
        <Card key={key} card={part} plans={plans} place={place} />
      ))}
    </section>
  ));
}
