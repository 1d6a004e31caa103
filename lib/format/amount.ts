import { absolute, type Ore, toKroner, toTenthsOfMillion, toThousandKroner } from '#lib/domain/money.ts';

/** `1234567` → `1.234.567`; full stop from four digits (domain.md, typography). */
export function formatCount(value: bigint | number): string {
  const digits = String(value);
  const [sign, whole] = digits.startsWith('-') ? ['-', digits.slice(1)] : ['', digits];
  return sign + whole.replace(/\B(?=(\d{3})+$)/g, '.');
}

/** Øre → `-158.607,00`: the exact amount in kroner, in the form that every reader of ours understands. */
export function formatOre(amount: Ore): string {
  const magnitude = absolute(amount);
  const decimals = String(magnitude % 100n).padStart(2, '0');
  return `${amount < 0n ? '-' : ''}${formatCount(magnitude / 100n)},${decimals}`;
}

/** Øre → whole t.kr. as printed, `-159`; never `-0`. */
export function formatThousands(amount: Ore): string {
  return formatCount(toThousandKroner(amount));
}

/** Øre → whole kroner as printed, `-158.607`; never `-0`. */
export function formatKroner(amount: Ore): string {
  return formatCount(toKroner(amount));
}

/** Øre → mio. kr. with one decimal as printed, `-401,8`. */
export function formatMillions(amount: Ore): string {
  const tenths = toTenthsOfMillion(amount);
  const magnitude = absolute(tenths);
  return `${tenths < 0n ? '-' : ''}${formatCount(magnitude / 10n)},${magnitude % 10n}`;
}
