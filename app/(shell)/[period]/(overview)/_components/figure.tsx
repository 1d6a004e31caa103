import type { Route } from 'next';
import Link from 'next/link';
import { Money } from '#components/ui/money.tsx';
import type { Ore } from '#lib/domain/money.ts';
import { formatCount } from '#lib/format/amount.ts';
import styles from './figure.module.css';

interface CountProps {
  count: number;
  href: Route;
  /** Says what is counted, with the number in it. */
  label: string;
}

/** A number that leads to what it counts. Nothing leads nowhere. */
export function Count({ count, href, label }: CountProps) {
  if (count === 0) return <span className={styles.zero}>0</span>;
  return (
    <Link href={href} aria-label={label} prefetch={false}>
      {formatCount(count)}
    </Link>
  );
}

interface AmountProps extends Omit<CountProps, 'count'> {
  /** In øre; null is left blank. */
  amount: Ore | null;
}

/** An amount that leads to what it sums. */
export function Amount({ amount, href, label }: AmountProps) {
  if (amount === null || amount === 0n) return <Money amount={amount} />;
  return (
    <Link href={href} aria-label={label} prefetch={false}>
      <Money amount={amount} />
    </Link>
  );
}
