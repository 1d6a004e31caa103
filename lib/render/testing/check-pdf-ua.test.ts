import { describe, expect, test } from 'vitest';
import { renderPdf } from '#lib/render/pdf/render-pdf.ts';
import { checkPdfUa, isWellFormed } from './check-pdf-ua.ts';
import { readMarks } from './page-content.ts';
import { hasTool, PdfObjects, readJson } from './read-qpdf.ts';
import { sampleModel } from './sample-model.ts';

const hasQpdf = hasTool('qpdf');
if (!hasQpdf) console.log('qpdf is not on this machine: that the rules of PDF/UA can fail was not shown.');
const json = hasQpdf ? readJson(await renderPdf(sampleModel({ plans: 3 }))) : '';

/** The findings in the file once `pattern` is replaced, which must be there. */
function spoil(pattern: RegExp, replacement: string): string[] {
  expect(json).toMatch(pattern);
  return checkPdfUa(new PdfObjects(json.replace(pattern, replacement)));
}

describe.skipIf(!hasQpdf)('each rule is broken by what it forbids', () => {
  test('and by nothing in the report as it is', () => {
    expect(checkPdfUa(new PdfObjects(json))).toEqual([]);
  });

  const spoilt: [rule: RegExp, pattern: RegExp, replacement: string][] = [
    [/^06: the document/, /"\/Marked": true/, '"/Marked": false'],
    [/^07-001/, /"\/DisplayDocTitle": true/, '"/DisplayDocTitle": false'],
    [/^11-006/, /"\/Lang": "u:da-DK"/, '"/Lang": null'],
    [/^no bookmarks/, /"\/Outlines": "\d+ 0 R"/, '"/Outlines": null'],
    [/^06-001/, /"\/Metadata": "\d+ 0 R"/, '"/Metadata": null'],
    [/^14-003: H4 after H1/, /"\/S": "\/H2"/, '"/S": "/H4"'],
    [/^02-001: Heading/, /"\/S": "\/H2"/, '"/S": "/Heading"'],
    [/^09: P in TR/, /"\/S": "\/TD"/, '"/S": "/P"'],
    [/^13-004/, /"\/Alt": "u:[^"]*"/, '"/Alt": "u: "'],
    [/^Figure .* room/, /"\/BBox": \[[^\]]*\]/, '"/BBox": [0, 0, 0, 0]'],
    [/^15-003/, /"\/Scope": "\/Column"/, '"/Scope": null'],
    [/^15: Table .* has rows of/, /"\/O": "\/Table",/, '"/O": "/Table", "/ColSpan": 2,'],
    [/^16-001/, /"\/ListNumbering": "\/Disc"/, '"/ListNumbering": null'],
    [/^19-003/, /"\/ID": "u:note-00001"/, '"/ID": null'],
    [/^19-004/, /"\/ID": "u:note-00002"/, '"/ID": "u:note-00001"'],
    [/^the tree of IDs/, /"\/Names": \[\s*"u:note-00001"/, '"/Names": ["u:note-00009"'],
    [/^28-002/, /"\/StructParent": \d+/, '"/StructParent": 0'],
    [/^28-012/, /"\/Contents": "u:[^"]*"/, '"/Contents": "u:"'],
    [/^28-011/, /"\/S": "\/Link"/, '"/S": "/Span"'],
    [/^28-008/, /"\/Tabs": "\/S"(?=[\s\S]{0,60}"\/Type": "\/Page")/g, '"/Tabs": "/R"'],
    [/^31-009/, /"\/FontFile\d"/, '"/FontFile"'],
    [/^10-001/, /"\/ToUnicode": "\d+ 0 R"/, '"/ToUnicode": null'],
    [
      /^01-005: mark \d+ of page/,
      /("\/K": \[\s*)\d+(\s*\],\s*"\/P": "[^"]*",\s*"\/Pg": "[^"]*",\s*"\/S": "\/P")/,
      '$199999$2',
    ],
    [/names another parent/, /("\/P": ")\d+( 0 R",\s*"\/Pg": "[^"]*",\s*"\/S": "\/TH")/, '$11$2'],
  ];

  test.each(spoilt)('%s', (rule, pattern, replacement) => {
    expect(
      spoil(pattern, replacement).some((finding) => rule.test(finding)),
      spoil(pattern, replacement).join('\n'),
    ).toBe(true);
  });
});

test('XML is well-formed or it is not', () => {
  expect(isWellFormed('<?xpacket a="b"?><a:b c="d"><e/>&lt;&#233;</a:b>')).toBe(true);
  for (const broken of ['<a>', '<a></b>', '<a>&</a>', '<a>1 < 2</a>', '<a b="<"></a>']) {
    expect(isWellFormed(broken), broken).toBe(false);
  }
});

test('what a page draws is read by its marks', () => {
  const draw = (content: string): string[] => {
    const objects = {
      trailer: { value: { '/Root': '1 0 R' } },
      'obj:1 0 R': { value: { '/Pages': '2 0 R' } },
      'obj:2 0 R': { value: { '/Kids': ['3 0 R'] } },
      'obj:3 0 R': { value: { '/Type': '/Page', '/Contents': '4 0 R' } },
      'obj:4 0 R': { stream: { dict: {}, data: Buffer.from(content).toString('base64') } },
    };
    return readMarks(new PdfObjects(JSON.stringify({ qpdf: [{}, objects] }))).flatMap(({ marks, faults }) => [
      ...marks.map(String),
      ...faults,
    ]);
  };
  const text = 'BT /F1 9 Tf [<00010002> -20 (a\\)BDC)] TJ ET';
  expect(draw(`/P <</MCID 0>> BDC q ${text} Q EMC /Artifact <</Type /Layout>> BDC 0 0 m 1 1 l S EMC`)).toEqual(['0']);
  expect(draw(text)).toEqual(['TJ outside any mark']);
  expect(draw('/P <</MCID 0>> BDC EMC 1 0 0 RG 0 0 5 5 re f')).toEqual(['0', 'f outside any mark']);
  expect(draw(`/P <</MCID 0>> BDC /Artifact BMC ${text} EMC EMC`)).toEqual(['0', 'a mark within a mark: /Artifact']);
  expect(draw(`/P <</MCID 7>> BDC ${text}`)).toEqual(['7', 'a mark that is not closed']);
  expect(draw('EMC')).toEqual(['a mark closed that was not open']);
});
