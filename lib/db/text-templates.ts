import type { TemplateField } from '#lib/schemas/text-templates.ts';
import type { ReadDb, WriteDb } from './store.ts';

/** A text that plans start from (problem, activity or consequence), and who wrote it last. */
export interface TextTemplate {
  id: number;
  field: TemplateField;
  name: string;
  text: string;
  personName: string;
  /** ISO time, UTC */
  at: string;
}

const asTemplate = (row: Omit<TextTemplate, 'field'> & { field: string }): TextTemplate => ({
  ...row,
  field: row.field as TemplateField,
});

/** All templates, by their names as the database orders them. */
export async function listTextTemplateRows(db: ReadDb): Promise<TextTemplate[]> {
  return (await db.textTemplate.findMany({ orderBy: [{ name: 'asc' }, { id: 'asc' }] })).map(asTemplate);
}

export async function findTextTemplate(tx: WriteDb, id: number): Promise<TextTemplate | null> {
  const row = await tx.textTemplate.findUnique({ where: { id } });
  return row && asTemplate(row);
}

/** The template of a field that has the name; null: the name is free. */
export async function findTextTemplateNamed(
  tx: WriteDb,
  field: TemplateField,
  name: string,
): Promise<TextTemplate | null> {
  const row = await tx.textTemplate.findUnique({ where: { field_name: { field, name } } });
  return row && asTemplate(row);
}

/** Makes the template, or (with an id) gives it what it says now. */
export async function storeTextTemplate(
  tx: WriteDb,
  id: number | null,
  content: Omit<TextTemplate, 'id'>,
): Promise<TextTemplate> {
  const row =
    id === null
      ? await tx.textTemplate.create({ data: content })
      : await tx.textTemplate.update({ where: { id }, data: content });
  return asTemplate(row);
}

/** @returns whether it was there */
export async function deleteTextTemplate(tx: WriteDb, id: number): Promise<boolean> {
  return (await tx.textTemplate.deleteMany({ where: { id } })).count === 1;
}
