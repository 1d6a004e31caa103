import { describe, expect, it } from 'vitest';
import { exportAccounts } from './export-accounts.ts';
import { getNeighbours } from './get-neighbours.ts';
import { prepareStores } from './testing/demo-store.ts';

const stores = prepareStores();
const PERIOD = '2023-12';

async function csvRows(address: string): Promise<string[]> {
  const file = await exportAccounts(stores.demo(), {
    periodId: PERIOD,
    format: 'csv',
    address: new URLSearchParams(address),
    language: 'da',
  });
  return new TextDecoder().decode(file?.bytes).trimEnd().split('\r\n');
}

describe('the list of accounts as a file', () => {
  it('holds every account, as the reference case counts them', async () => {
    const [head, ...rows] = await csvRows('');
    expect(rows).toHaveLength(2449);
    expect(head).toContain('Konto;Navn;IM-funktion;Saldo, kr.;Kategori;');
    expect(rows.filter((row) => row.includes('Afstemmes særskilt'))).toHaveLength(8);
  });

  it('holds what the address shows, in its order', async () => {
    // The findings of BIU on 9.52.59 as published, in whole kroner: follow-up, and the part older than one year.
    const shown = 'kolonner=opfoelgning,aeldre&hvor=kategori.udfyldt';
    const narrowed = 'funktion=9.52.59&udvalg=BIU&kategori=2&kategori=3&sort=opfoelgning.desc';
    const [head, ...rows] = await csvRows(`${narrowed}&${shown}`);
    expect(head?.replace('\ufeff', '')).toBe('Konto;Opfølgning, kr.;Ældre end 1 år, kr.');
    expect(rows.map((row) => row.split(';'))).toEqual([
      ['95900022', '222.130,00', '73.234,00'],
      ['95900015', '122.849,00', '190.466,00'],
      ['95900027', '-158.607,00', '0,00'],
    ]);
  });

  it('counts those whom the service centre reconciles as published: 2.326 of 2.441', async () => {
    const separately = await csvRows('afstemmes-af=KS&kategori=saerskilt');
    const all = await csvRows('afstemmes-af=KS');
    expect(all.length - separately.length).toBe(2326);
  });

  it('is not there for a period that is not', async () => {
    const wanted = { periodId: '2031-12', format: 'csv', address: new URLSearchParams(), language: 'da' } as const;
    expect(await exportAccounts(stores.demo(), wanted)).toBeNull();
  });
});

describe('the accounts beside one', () => {
  it('are those of the list that one came from', async () => {
    const context = stores.demo();
    const address = new URLSearchParams('afstemmes-af=KS&sort=konto.desc');
    const { next, position } = await getNeighbours(context, PERIOD, '95900015', address);
    const back = await getNeighbours(context, PERIOD, next ?? '', address);
    expect(back).toMatchObject({ previous: '95900015', position: (position ?? 0) + 1 });
    expect(Number(next)).toBeLessThan(95900015);
  });

  it('go on from the place of an account that the filters leave out', async () => {
    const context = stores.demo();
    const beside = await getNeighbours(context, PERIOD, '95900015', new URLSearchParams('kategori=saerskilt'));
    expect(beside).toEqual({ previous: null, next: '99900001', position: null, total: 8 });
  });
});
