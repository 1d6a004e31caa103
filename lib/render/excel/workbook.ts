import exceljs, { type Workbook } from 'exceljs';
import jszip from 'jszip';

/** The time that every part of the package bears: the zip format knows none before 1980, and nobody reads it. */
const PART_DATE = new Date('2000-01-01T00:00:00Z');

/** A new workbook that says who made it and when, and nothing of the machine or the clock. */
export function createWorkbook(properties: {
  title: string;
  author: string;
  date: Date;
  subject?: string;
  keywords?: string;
}): Workbook {
  const workbook = new exceljs.Workbook();
  workbook.creator = properties.author;
  workbook.lastModifiedBy = properties.author;
  workbook.created = properties.date;
  workbook.modified = properties.date;
  workbook.title = properties.title;
  workbook.company = properties.author;
  // exceljs writes the language, which its types leave out.
  Object.assign(workbook, { language: 'da-DK' });
  if (properties.subject) workbook.subject = properties.subject;
  if (properties.keywords) workbook.keywords = properties.keywords;
  return workbook;
}

/** The workbook as the bytes of an .xlsx file; the same workbook gives the same bytes. */
export async function writeWorkbook(workbook: Workbook): Promise<Uint8Array> {
  // exceljs gives no way to date the parts; its zip library has one, which its types leave out.
  Object.assign(Reflect.get(jszip, 'defaults'), { date: PART_DATE });
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
