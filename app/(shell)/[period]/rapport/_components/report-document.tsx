import type { Route } from 'next';
import Link from 'next/link';
import type { PageBlock } from '#lib/render/page/lay-out-page.ts';
import type { ReportTexts } from '#lib/services/get-report-texts.ts';
import type { Place } from './addresses.ts';
import { Chart } from './chart.tsx';
import { ConceptsFigure } from './concepts-figure.tsx';
import { numbered } from './numbered.ts';
import styles from './report-document.module.css';
import { ReportPlans } from './report-plans.tsx';
import { ReportTable } from './report-table.tsx';
import { type Stretch, splitByPlace } from './texts/split-by-place.ts';
import type { TextFrame } from './texts/text-calls.ts';
import { TextSlot } from './texts/text-slot.tsx';
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

function Blocks({ blocks, place }: { blocks: readonly PageBlock[]; place: Place }) {
  return numbered(blocks).map(({ key, part }) => <DocumentBlock key={key} block={part} place={place} />);
}

/** A stretch of the report; at a place for text, with what people wrote there and the way to write it. */
function DocumentStretch({ stretch, place, texts }: { stretch: Stretch; place: Place; texts: WrittenTexts | null }) {
  const { blocks, shared, own, title, level } = stretch;
  const slot = texts?.slots.find((one) => one.place === stretch.place);
  const show = (part: readonly PageBlock[]) => (part.length > 0 ? <Blocks blocks={part} place={place} /> : null);
  return (
    <>
      <Blocks blocks={blocks} place={place} />
      {texts && slot ? (
        <TextSlot
          frame={texts.frame}
          slot={slot}
          title={title}
          // The report's chapters are h2.
          topLevel={level + 2}
          acknowledgements={texts.acknowledgements}
          shared={show(shared)}
          own={show(own)}
        />
      ) : (
        <>
          {show(shared)}
          {show(own)}
        </>
      )}
    </>
  );
}

/** What people write for the report, and what it takes to write it. */
interface WrittenTexts extends Pick<ReportTexts, 'slots' | 'acknowledgements'> {
  frame: TextFrame;
}

interface ReportDocumentProps {
  title: string;
  /** Heads the list of contents. */
  contentsLabel: string;
  blocks: readonly PageBlock[];
  place: Place;
  /** Null where the report is only read. */
  texts: WrittenTexts | null;
}

/**
 * The report itself, with its contents beside it: the same order and the same cells as in its files, in Danish; and the
 * place where it is written.
 */
export function ReportDocument({ title, contentsLabel, blocks, place, texts }: ReportDocumentProps) {
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
        {numbered(splitByPlace(blocks)).map(({ key, part }) => (
          <DocumentStretch key={key} stretch={part} place={place} texts={texts} />
        ))}
      </article>
    </div>
  );
}
