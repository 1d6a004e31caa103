import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { diffSchema } from './diff-schema.ts';

/** `npm run migration -- add-approvals`: writes what the schema has and the migrations lack as a new migration. */
const name = process.argv[2];
if (!name || !/^[a-z0-9-]+$/.test(name)) {
  console.error('Give the migration a name: npm run migration -- add-approvals');
  process.exit(1);
}
const sql = await diffSchema();
if (sql === '') {
  console.log('The migrations already say what the schema says.');
} else {
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const folder = path.resolve(import.meta.dirname, '../prisma/migrations', `${stamp}_${name}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'migration.sql'), sql);
  console.log(`Written: ${path.join(folder, 'migration.sql')}`);
}
