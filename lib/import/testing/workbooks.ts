import { strToU8, zipSync } from 'fflate';

/** A cell as its XML, such as `<v>1</v>` with attributes ` t="s" s="1"`. */
export interface XmlCell {
  attributes?: string;
  inner: string;
}

export const number = (value: string, style = 0): XmlCell => ({
  attributes: ` s="${style}"`,
  inner: `<v>${value}</v>`,
});
export const inline = (text: string): XmlCell => ({ attributes: ' t="inlineStr"', inner: `<is><t>${text}</t></is>` });
export const shared = (index: number): XmlCell => ({ attributes: ' t="s"', inner: `<v>${index}</v>` });

const column = (index: number) => String.fromCharCode(65 + index);

/** A sheet of rows by their number; a null cell is not in the file. */
export function sheetXml(rows: Readonly<Record<number, (XmlCell | null)[]>>, prefix = ''): string {
  const p = prefix === '' ? '' : `${prefix}:`;
  const tag = (name: string, attributes: string, inner: string) => `<${p}${name}${attributes}>${inner}</${p}${name}>`;
  const body = Object.entries(rows).map(([row, cells]) => {
    const inner = cells.map((cell, index) => {
      if (cell === null) return '';
      const content = prefix === '' ? cell.inner : cell.inner.replace(/<(\/?)/g, `<$1${p}`);
      return tag('c', ` r="${column(index)}${row}"${cell.attributes ?? ''}`, content);
    });
    return tag('row', ` r="${row}"`, inner.join(''));
  });
  return `<?xml version="1.0"?>${tag('worksheet', ` xmlns${prefix === '' ? '' : `:${prefix}`}="urn:x"`, tag('sheetData', '', body.join('')))}`;
}

interface WorkbookParts {
  sheets: { name: string; xml: string; state?: string }[];
  sharedStrings?: string;
  /** numFmtId of each cell style. */
  styles?: number[];
  customFormats?: Readonly<Record<number, string>>;
  date1904?: boolean;
}

/** The bytes of a workbook made by hand, so that the reader is held against the format and not against a library. */
export function makeWorkbook({ sheets, sharedStrings, styles, customFormats, date1904 }: WorkbookParts): Uint8Array {
  const relationships = sheets.map(
    (_, at) => `<Relationship Id="r${at}" Type="x/worksheet" Target="worksheets/s${at}.xml"/>`,
  );
  const listed = sheets.map(
    ({ name, state }, at) =>
      `<sheet name="${name}" sheetId="${at + 1}" r:id="r${at}"${state ? ` state="${state}"` : ''}/>`,
  );
  const formats = Object.entries(customFormats ?? {}).map(
    ([id, code]) => `<numFmt numFmtId="${id}" formatCode="${code}"/>`,
  );
  const cellStyles = (styles ?? [0]).map((id) => `<xf numFmtId="${id}"/>`).join('');
  return zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'xl/workbook.xml': strToU8(
      `<workbook xmlns:r="urn:r"><workbookPr${date1904 ? ' date1904="1"' : ''}/><sheets>${listed.join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(`<Relationships>${relationships.join('')}</Relationships>`),
    'xl/sharedStrings.xml': strToU8(`<sst>${sharedStrings ?? ''}</sst>`),
    'xl/styles.xml': strToU8(
      `<styleSheet><numFmts>${formats.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${cellStyles}</cellXfs></styleSheet>`,
    ),
    ...Object.fromEntries(sheets.map(({ xml }, at) => [`xl/worksheets/s${at}.xml`, strToU8(xml)])),
  });
}
