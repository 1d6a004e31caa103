import type { Ore } from '#lib/domain/money.ts';
import { formatKroner, formatOre } from '#lib/format/amount.ts';
import { classNames } from './class-names.ts';
import styles from './money.module.css';

interface MoneyProps {
  /** In øre; null is left blank. */
  amount: Ore | null;
  /** Whole kroner instead of øre, rounded as the report does. */
  whole?: boolean;
  /** `kr.` after the number, where no head names the unit. */
  unit?: boolean;
}

/** An amount with its minus; red is only the second sign of it. */
export function Money({ amount, whole = false, unit = false }: MoneyProps) {
  if (amount === null) return null;
  const text = whole ? formatKroner(amount) : formatOre(amount);
  return (
    <span className={classNames(styles.money, amount < 0n && styles.negative)}>
      {text.replace('-', '\u2212')}
      {unit && '\u00a0kr.'}
    </span>
  );
}
