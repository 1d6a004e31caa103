import { formatCount } from '#lib/format/amount.ts';
import { type Cell, isMoney } from './model.ts';

/** A cell as it is read: money as the model printed it, counts with full stops. */
export function printCell(cell: Cell): string {
  if (isMoney(cell)) return cell.printed;
  return typeof cell === 'number' ? formatCount(cell) : cell;
}
