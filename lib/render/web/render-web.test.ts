import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Links, NO_LINKS } from '#lib/render/html/links.ts';
import { fillTexts } from '#lib/render/testing/fill-texts.ts';
import { sampleModel } from '#lib/render/testing/sample-model.ts';
import { openEdition } from '#lib/report/edition.ts';
import { readKeyFigures } from '#lib/report/key-figures.ts';
import type { ReportModel } from '#lib/report/model.ts';
import { renderWeb } from './render-web.ts';
import type { WebFile } from './site.ts';

const ROOT = path.resolve(import.meta.dirname, '..', '..', '..');
const other = { ...sampleModel(), committee: { code: 'ØU', name: 'Økonomiudvalget' } };

function render(models: ReportModel[], links: Links = NO_LINKS, hasFiles = true): WebFile[] {
  return renderWeb(
    models.map((model, index) => ({
      model,
      figures: readKeyFigures(model, '2024-06-01'),
      folder: ['biu', 'oeu'][index] ?? '',
      beside: hasFiles ? [{ label: 'PDF', fileName: `rapport-${index}.pdf` }] : [],
      links,
    })),
    { root: ROOT },
  );
}

const files = render([sampleModel(), other]);
const textOf = (all: readonly WebFile[], name: string) =>
  new TextDecoder().decode(all.find((file) => file.path === name)?.bytes);
const pages = (all: readonly WebFile[]) => all.map((file) => file.path).filter((name) => name.endsWith('.html'));

/** Where texts of the sample lead: whoever wrote them made that public. */
const WRITTEN = ['https://example.org/regnskab', 'mailto:demo@example.org'];

/** What the pages lead to or bring with them. */
function addressesIn(page: string): string[] {
  return [...page.matchAll(/\s(?:href|src)="([^"]*)"/g)].map(([, address = '']) => address.replaceAll('&amp;', '&'));
}

describe('the web edition', () => {
  it('is a front page, a page for each committee, and what they need', () => {
    expect(files.map((file) => file.path)).toEqual([
      'index.html',
      'biu/index.html',
      'oeu/index.html',
      'stil.css',
      'soegeindeks.js',
      'soeg.js',
      'skrift/ibm-plex-sans-latin-400-normal.woff2',
      'skrift/ibm-plex-sans-latin-600-normal.woff2',
      'skrift/LICENSE.txt',
    ]);
  });

  it('has a column of files where there are files', () => {
    const headings = (all: readonly WebFile[]) =>
      [...textOf(all, 'index.html').matchAll(/<th scope="col"[^>]*>([^<]*)/g)].map(([, heading]) => heading);
    expect(headings(files)).toContain('Filer');
    expect(headings(render([sampleModel(), other], NO_LINKS, false))).not.toContain('Filer');
  });

  it('leads only to what lies in its folder, and each place that it leads to is there', () => {
    const beside = ['biu/rapport-0.pdf', 'oeu/rapport-1.pdf'];
    const known = new Set([...files.map((file) => file.path), ...beside]);
    for (const name of pages(files)) {
      for (const address of addressesIn(textOf(files, name))) {
        if (WRITTEN.includes(address)) continue;
        const target = new URL(address, `file:///${name}`);
        expect(target.protocol, `${name} → ${address}`).toBe('file:');
        const there = target.pathname.slice(1);
        expect(known.has(there), `${name} → ${address}`).toBe(true);
        const anchor = decodeURIComponent(target.hash.slice(1));
        if (anchor !== '') expect(textOf(files, there), `${name} → ${address}`).toContain(`id="${anchor}"`);
      }
    }
    for (const part of ['stil.css', 'soeg.js']) expect(textOf(files, part)).not.toMatch(/https?:|@import|fetch\(/);
  });

  it('has nothing inline, each id once, and one title', () => {
    for (const name of pages(files)) {
      const page = textOf(files, name);
      expect(page).not.toMatch(/\sstyle=|\son[a-z]+=|<style|<script(?![^>]*\ssrc=)[^>]*>/);
      const ids = [...page.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
      expect(ids, name).toEqual([...new Set(ids)]);
      expect(page.match(/<h1[\s>]/g)?.length).toBe(1);
    }
  });

  it('leads into the program from the figures of what is not published, and only then', () => {
    const links: Links = {
      figure: (table, column) => `https://afstemt.example/${table}/${column}`,
      account: (number) => `https://afstemt.example/konti/${number}`,
    };
    const internal = textOf(render([sampleModel()], links), 'biu/index.html');
    expect(internal).toMatch(/<td class="n"><a href="https:\/\/afstemt\.example\/tabel-1-1\/[a-z-]+">/);
    expect(internal).toMatch(/<a href="https:\/\/afstemt\.example\/konti\/\d+">/);
    for (const name of pages(files))
      expect(WRITTEN.reduce((page, address) => page.replaceAll(address, ''), textOf(files, name))).not.toContain(
        'https:',
      );
  });

  it('states no figures of the whole municipality where the reports do not state the same', () => {
    expect(textOf(files, 'index.html')).toContain('Hele kommunen');
    const tables = other.tables.map((table) =>
      table.id === 'kategorier'
        ? { ...table, rows: table.rows.map((row) => [row[0] ?? '', 7, ...row.slice(2)]) }
        : table,
    );
    for (const later of [
      { ...other, tables },
      { ...other, balanceDate: '2023-11-30' },
    ]) {
      const front = textOf(render([sampleModel(), later]), 'index.html');
      expect(front).not.toContain('Hele kommunen');
      expect(front).toContain('siger ikke det samme om hele kommunen');
      expect(front).toContain('oeu/index.html');
    }
  });

  it('is the same bytes again, and says UDKAST while a report is one', () => {
    expect(render([sampleModel(), other])).toEqual(files);
    expect(textOf(files, 'index.html').match(/UDKAST/g)?.length).toBe(2);
    expect(textOf(render([sampleModel({ status: 'klar' })]), 'index.html')).not.toContain('UDKAST');
  });

  it.each(['<script>alert(1)</script>', '" onmouseover="x', '</script><b>'])('takes %s for text anywhere', (text) => {
    const filled = render([fillTexts(sampleModel(), text)]);
    for (const name of pages(filled)) {
      expect(textOf(filled, name)).not.toMatch(/<script>|\sonmouseover="|<b>/);
    }
  });

  it('wears the municipality’s logo and colour', () => {
    const logo = {
      type: 'image/png',
      base64: 'iVBORw0KGgo=',
      width: 200,
      height: 100,
      alternativeText: 'Byvåben',
    } as const;
    const branded = render([{ ...sampleModel(), brand: { colour: '#5a1a2b', logo } }]);
    expect(textOf(branded, 'biu/index.html')).toContain('<img src="../logo.png" alt="Byvåben" width="80" height="40">');
    expect(textOf(branded, 'stil.css')).toContain('--accent: #5a1a2b');
    expect(branded.some((file) => file.path === 'logo.png')).toBe(true);
  });
});

/** Pages, anchor, heading, text. */
type IndexEntry = [number[], string, string, string];

describe('the index of the search', () => {
  const expectPlaces = (all: readonly WebFile[], { pages: on, entries }: ReturnType<typeof readIndex>) => {
    for (const [at, anchor] of entries) {
      const [address = ''] = on[at[0] ?? 0] ?? [];
      expect(textOf(all, address)).toContain(`id="${anchor}"`);
    }
  };
  const readIndex = (all: readonly WebFile[]): { pages: [string, string][]; entries: IndexEntry[] } =>
    JSON.parse(textOf(all, 'soegeindeks.js').replace('globalThis.soegeindeks = ', '').replace(/;\n$/, ''));
  const index = readIndex(files);

  it('holds every paragraph, row and plan, each once, with its place', () => {
    expect(index.pages.map(([address]) => address)).toEqual(['biu/index.html', 'oeu/index.html']);
    const model = sampleModel();
    for (const block of model.document) {
      if (block.kind !== 'paragraph') continue;
      expect(index.entries.filter(([, , , text]) => text === block.text.replace(/\s+/g, ' ').trim()).length).toBe(1);
    }
    expectPlaces(files, index);
  });

  it('leads to places that are there, too, where the open edition leaves the accounts of plans out', () => {
    const redactions = [{ kind: 'column' as const, target: 'handleplaner.konto', ground: 'lov' }];
    const open = render([openEdition({ ...sampleModel(), redactions })]);
    const found = readIndex(open);
    expect(found.entries.some(([, , , text]) => text.includes('Gennemgå posterne enkeltvis'))).toBe(true);
    expectPlaces(open, found);
  });
});
