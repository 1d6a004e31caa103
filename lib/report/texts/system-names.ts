import type { Installation } from '#lib/domain/municipality.ts';

/** The ERP system in a sentence: `økonomisystemet Kvantum`, without a name while the settings have none. */
export function erpOf({ erpSystem }: Installation): string {
  return erpSystem === '' ? 'økonomisystemet' : `økonomisystemet ${erpSystem}`;
}

/** The debtor system in a sentence. */
export function debtorOf({ debtorSystem }: Installation): string {
  return debtorSystem === '' ? 'debitorsystemet' : `debitorsystemet ${debtorSystem}`;
}
