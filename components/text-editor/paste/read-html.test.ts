import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Inline, TextDocument } from '#lib/domain/report-text.ts';
import { readHtml } from './read-html.ts';

const text = (words: string): Inline => ({ kind: 'text', text: words });
const bold = (words: string): Inline => ({ kind: 'text', text: words, bold: true });
const paragraph = (...content: Inline[]): TextDocument[number] => ({ kind: 'paragraph', content });

/** As Word puts it on the clipboard: a whole page with styles, an XML island and conditional comments. */
const WORD = `Version:1.0
<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><title>Bem&aelig;rkninger</title>
<!--[if gte mso 9]><xml><o:OfficeDocumentSettings><o:AllowPNG/></o:OfficeDocumentSettings></xml><![endif]-->
<style><!-- p.MsoNormal {font-family:"Calibri",sans-serif; color:red} --></style></head>
<body lang=DA style='tab-interval:65.2pt'><!--StartFragment-->
<h1><span style='mso-fareast-font-family:"Times New Roman"'>Årets resultat<o:p></o:p></span></h1>
<p class=MsoNormal>Udvalget har <b style='mso-bidi-font-weight:normal'>tre</b> konti,
der <span style='color:red;font-weight:bold'>ikke</span> er <i>afstemt</i> –<span style='mso-spacerun:yes'>&nbsp; </span>se
“bilag” hos <a href="https://www.dst.dk/da">Danmarks&nbsp;Statistik</a>.<o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>Første punkt<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><!--[if !supportLists]--><span
style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp; </span></span><!--[endif]-->Andet <b>punkt</b></p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>1)<span>&nbsp;&nbsp;</span></span>Først</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>2)<span>&nbsp;&nbsp;</span></span>Så</p>
<!--EndFragment--></body></html>`;

test('what Word puts on the clipboard: heading, bold, link, lists by their markers, smart quotes; no looks', () => {
  expect(readHtml(WORD.slice(WORD.indexOf('<html')))).toEqual([
    { kind: 'heading', level: 1, content: [text('Årets resultat')] },
    paragraph(
      text('Udvalget har '),
      bold('tre'),
      text(' konti, der '),
      bold('ikke'),
      text(' er afstemt – se “bilag” hos '),
      { kind: 'text', text: 'Danmarks\u00a0Statistik', link: 'https://www.dst.dk/da' },
      text('.'),
    ),
    { kind: 'list', ordered: false, items: [[text('Første punkt')], [text('Andet '), bold('punkt')]] },
    { kind: 'list', ordered: true, items: [[text('Først')], [text('Så')]] },
  ]);
});

test('footnotes of Word stay footnotes, at their place', () => {
  const html = `<p class=MsoNormal>Periodiseret<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1"><span
    class=MsoFootnoteReference><![if !supportFootnotes]>[1]<![endif]></span></a> i januar.</p>
    <div style='mso-element:footnote-list'><hr align=left size=1><div style='mso-element:footnote' id=ftn1>
    <p class=MsoFootnoteText><a style='mso-footnote-id:ftn1' href="#_ftnref1" name="_ftn1"><span>[1]</span></a> Se
    <b>kapitel 4</b>.</p></div></div>`;
  expect(readHtml(html)).toEqual([
    paragraph(
      text('Periodiseret'),
      { kind: 'footnote', content: [text('Se '), bold('kapitel 4'), text('.')] },
      text(' i januar.'),
    ),
  ]);
});

test('cells copied from Excel are a table, with a head where its first row is bold', () => {
  const html = `<html><head><style>.xl65{mso-number-format:"#,##0"}</style></head><body><table border=0 cellpadding=0>
    <col width=64><tr height=20><td class=xl66 style='font-weight:700'>Art</td><td style='font-weight:700'>Beløb</td></tr>
    <tr height=20><td>L&oslash;n</td><td align=right class=xl65>1.234</td></tr><tr><td></td><td>&nbsp;</td></tr></table></body></html>`;
  expect(readHtml(html)).toEqual([
    {
      kind: 'table',
      head: true,
      rows: [
        [[text('Art')], [text('Beløb')]],
        [[text('Løn')], [text('1.234')]],
      ],
    },
  ]);
  expect(readHtml('<table><tr><td>1.234</td></tr></table>'), 'a lone cell').toEqual([paragraph(text('1.234'))]);
});

test('spans of a table leave blanks, so that each value stays under its head', () => {
  const html = `<table><thead><tr><th rowspan=2>Konto<th colspan=2>2023</tr><tr><th>Antal<th>Beløb</tr></thead>
    <tr><td>9.52.59<td>3<td>190</table>`;
  expect(readHtml(html)).toEqual([
    {
      kind: 'table',
      head: true,
      rows: [
        [[text('Konto')], [text('2023')], []],
        [[], [text('Antal')], [text('Beløb')]],
        [[text('9.52.59')], [text('3')], [text('190')]],
      ],
    },
  ]);
});

test('a mail from Outlook: divisions are paragraphs, lists within lists are one, a break is a new line', () => {
  const html = `<div class="WordSection1"><div>Hej<br>Se her:</div><ul type=disc><li class=MsoNormal>En<ol><li>Indre</li></ol>
    <li><p>To</p><p>fortsat</p></li></ul><div><font color="#FF0000" face="Arial">Slut</font> <img src="cid:1"></div></div>`;
  expect(readHtml(html)).toEqual([
    paragraph(text('Hej')),
    paragraph(text('Se her:')),
    { kind: 'list', ordered: false, items: [[text('En')]] },
    { kind: 'list', ordered: true, items: [[text('Indre')]] },
    { kind: 'list', ordered: false, items: [[text('To fortsat')]] },
    paragraph(text('Slut')),
  ]);
});

test('a page’s wrapper that says it is not bold is not, and nothing runs or leads where it must not', () => {
  const html = `<b style="font-weight:normal" id="docs-internal-guid"><p>Ren <a href="javascript:alert(1)">tekst</a>
    <script>alert("<p>x</p>")</script><span style="display:none">skjult</span><a href="mailto:demo@example.dk">mail</a></p></b>`;
  expect(readHtml(html)).toEqual([
    paragraph(text('Ren tekst '), { kind: 'text', text: 'mail', link: 'mailto:demo@example.dk' }),
  ]);
});

test('no word is lost and none is made up, however the HTML is broken', () => {
  const tags = ['p', 'div', 'b', 'ul', 'ol', 'li', 'table', 'tr', 'td', 'th', 'h2', 'a href="https://dst.dk"', 'span'];
  const piece = fc.oneof(
    fc.integer({ min: 100, max: 999 }).map((number) => `w${number} `),
    fc.constantFrom(...tags).map((tag) => `<${tag}>`),
    fc.constantFrom('p', 'div', 'b', 'ul', 'li', 'table', 'tr', 'td', 'a').map((tag) => `</${tag}>`),
    fc.constantFrom('<br>', '<!-- x -->', '<![if !supportLists]>', '&nbsp;'),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const written = pieces.join('').match(/w\d{3}/g) ?? [];
      const read = JSON.stringify(readHtml(pieces.join(''))).match(/w\d{3}/g) ?? [];
      expect(read.toSorted()).toEqual(written.toSorted());
    }),
    { numRuns: 2_000 },
  );
});
