import type { ConfirmableRegister, Register, RegisterContents } from '#lib/domain/register.ts';
import { toStored } from '#lib/schemas/stored.ts';
import type { WriteDb } from './store.ts';

/** Adds a line that a person made. @returns its id */
export async function createLine<R extends Register>(
  tx: WriteDb,
  fiscalYear: number,
  register: R,
  content: RegisterContents[R],
): Promise<number> {
  const line = await tx.registerLine.create({
    data: {
      fiscalYear,
      register,
      committeeCode: committeeOf(content),
      content: toStored(content),
      imported: null,
      version: 1,
    },
  });
  return line.id;
}

/** Changes a line that is still at `version`. @returns whether it was */
export async function updateLine<R extends Register>(
  tx: WriteDb,
  id: number,
  version: number,
  content: RegisterContents[R],
): Promise<boolean> {
  const { count } = await tx.registerLine.updateMany({
    where: { id, version, removed: false },
    data: { committeeCode: committeeOf(content), content: toStored(content), version: { increment: 1 } },
  });
  return count === 1;
}

/** Removes a line that is still at `version`; an imported one stays as a trace. @returns whether it was there */
export async function removeLine(tx: WriteDb, id: number, version: number): Promise<boolean> {
  const marked = await tx.registerLine.updateMany({
    where: { id, version, removed: false, imported: { not: null } },
    data: { removed: true, version: { increment: 1 } },
  });
  if (marked.count === 1) return true;
  const deleted = await tx.registerLine.deleteMany({ where: { id, version, removed: false, imported: null } });
  return deleted.count === 1;
}

/** Notes a person's word that a committee has nothing in the register. */
export async function createConfirmation(
  tx: WriteDb,
  key: { fiscalYear: number; register: ConfirmableRegister; committee: string },
  confirmedBy: string,
  confirmedAt: string,
): Promise<void> {
  await tx.noneConfirmation.create({
    data: {
      fiscalYear: key.fiscalYear,
      register: key.register,
      committeeCode: key.committee,
      confirmedBy,
      confirmedAt,
    },
  });
}

/** Takes that word back. @returns whether it had been given */
export async function deleteConfirmation(
  tx: WriteDb,
  key: { fiscalYear: number; register: Register; committee: string },
): Promise<boolean> {
  const { count } = await tx.noneConfirmation.deleteMany({
    where: { fiscalYear: key.fiscalYear, register: key.register, committeeCode: key.committee },
  });
  return count === 1;
}

function committeeOf(content: RegisterContents[Register]): string | null {
  return 'committee' in content ? content.committee : null;
}
