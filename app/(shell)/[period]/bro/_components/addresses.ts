import type { Route } from 'next';
import type { BridgeGroup, Structure } from '#lib/domain/bridge.ts';

/** What an address of *Bro* says beside the filters and order of its list. */
export interface BridgeView {
  periodId: string;
  from: string;
  group: BridgeGroup;
  structure: Structure;
}

/** The address of the bridge gathered so, narrowed by `filters`. */
export function bridgeAddress(
  { periodId, from, group, structure }: BridgeView,
  filters: Readonly<Record<string, string>> = {},
): Route {
  const address = new URLSearchParams({ fra: from, gruppe: group, struktur: structure, ...filters });
  return `/${periodId}/bro?${address}` as Route;
}
