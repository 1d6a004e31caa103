import exceljs from 'exceljs';

/** The cells of a workbook's sheet, as they were written; opened by a fresh reader. */
export async function readSheet(bytes: Buffer, sheet: string | number): Promise<unknown[][]> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(new Uint8Array(bytes).buffer);
  const found = workbook.getWorksheet(sheet);
  if (!found) throw new Error(`No sheet ${sheet} among ${workbook.worksheets.map(({ name }) => name).join(', ')}.`);
  const rows: unknown[][] = [];
  found.eachRow((row) => {
    const { values } = row;
    rows.push(Array.isArray(values) ? Array.from(values.slice(1), (value) => value ?? null) : []);
  });
  return rows;
}

/** The row whose first cell is `first`. */
export function findRow(rows: readonly unknown[][], first: string, place = 0): unknown[] {
  const row = rows.filter((cells) => cells[0] === first)[place];
  if (!row) throw new Error(`No row ${first}.`);
  return row;
}
