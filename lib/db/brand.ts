import { type Brand, NO_BRAND } from '#lib/domain/brand.ts';
import { storedBrand } from '#lib/schemas/brand.ts';
import { readSetting, writeSetting } from './settings.ts';
import type { ReadDb, WriteDb } from './store.ts';

const BRAND = 'brand';

/** How the municipality looks in what it publishes; the product's own looks where nobody has said. */
export async function readBrand(db: ReadDb | WriteDb): Promise<Brand> {
  const stored = await readSetting(db, BRAND);
  return stored === null ? NO_BRAND : storedBrand.parse(JSON.parse(stored));
}

export async function writeBrand(tx: WriteDb, brand: Brand): Promise<void> {
  await writeSetting(tx, BRAND, JSON.stringify(brand));
}
