import type { Route } from 'next';
import Link from 'next/link';
import type { PageBlock } from '#lib/render/page/lay-out-page.ts';
import type { Place } from './addresses.ts';
import { Chart } from './chart.tsx';
import { ConceptsFigure } from './concepts-figure.tsx';
import { numbered } from './numbered.ts';
import styles from './report-document.module.css';
import { ReportPlans } from './report-plans.tsx';
import { ReportTable } from './report-table.tsx';
import { WrittenText } from './written-text.tsx';

type Heading = Extract<PageBlock, { kind: 'heading' }>;

/** The page's title is the only h1, so the report's chapters are h2. */
const HEADINGS = { 1: 'h2', 2: 'h3', 3: 'h4' } as const;

function DocumentBlock({ block, place }: { block: PageBlock; place: Place }) {
  switch (block.kind) {
    case 'heading': {
      const Element = HEADINGS[block.level];
      return (
        <Element id={block.id} className={styles.heading} data-level={block.level}>
          {block.number !== '' && <span className={styles.number}>{block.number}</span>}
          {block.text}
        </Element>
      );
    }
    case 'paragraph':
      return <p className={styles.text}>{block.text}</p>;
    case 'list':
      return (
        <ul className={styles.items}>
          {block.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      );
    case 'figure':
      return <ConceptsFigure figure={block} />;
    case 'chart':
      return <Chart chart={block} />;
    case 'table':
      return <ReportTable table={block} place={place} />;
    case 'plans':
      return <ReportPlans plans={block} place={place} />;
    case 'text':
      return <WrittenText text={block} place={place} />;
  }
}

interface ReportDocumentProps {
  title: string;
  /** Heads the list of contents. */
  contentsLabel: string;
  blocks: readonly PageBlock[];
  place: Place;
}

/** The report itself, with its contents beside it: the same order and the same cells as in its files. In Danish. */
export function ReportDocument({ title, contentsLabel, blocks, place }: ReportDocumentProps) {
  const headings = blocks.filter((block): block is Heading => block.kind === 'heading' && block.level < 3);
  return (
    <div className={styles.report}>
      <nav className={styles.contents} aria-labelledby="rapportens-indhold">
        <p id="rapportens-indhold" className={styles.contentsTitle}>
          {contentsLabel}
        </p>
        <ol className={styles.entries} lang="da">
          {headings.map(({ id, level, number, text }) => (
            <li key={id} data-level={level}>
              <Link href={`#${id}` as Route}>
                {number !== '' && <span className={styles.number}>{number}</span>}
                {text}
              </Link>
            </li>
          ))}
        </ol>
      </nav>
      <article className={styles.document} lang="da" aria-label={title}>
        {numbered(blocks).map(({ key, part }) => (
          <DocumentBlock key={key} block={part} place={place} />
        ))}
      </article>
    </div>
  );
}
