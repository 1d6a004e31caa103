import Link from 'next/link';
import { Fragment, type ReactNode } from 'react';
import { classNames } from '#components/ui/class-names.ts';
import type { PageRich, PageRun, PageText } from '#lib/render/page/lay-out-text.ts';
import { figureAddress, type Place } from './addresses.ts';
import { numbered } from './numbered.ts';
import { TextList } from './text-list.tsx';
import styles from './written-text.module.css';

/** Where a run leads: an address outside, what stands behind its figure, or nowhere. */
function Lead({ run, place, children }: { run: PageRun; place: Place; children: ReactNode }) {
  if (run.href !== undefined) return <a href={run.href}>{children}</a>;
  const { lead } = run;
  const address = lead
    ? figureAddress(place, lead.table, lead.column, lead.cells ? (id) => lead.cells?.[id] ?? '' : null)
    : null;
  if (!address) return children;
  return (
    <Link href={address} prefetch={false} className={styles.figure}>
      {children}
    </Link>
  );
}

function Runs({ runs, place }: { runs: readonly PageRun[]; place: Place }) {
  return numbered(runs).map(({ key, part }) => (
    <Fragment key={key}>
      {part.text !== '' && (
        <Lead run={part} place={place}>
          {part.bold ? <strong>{part.text}</strong> : part.text}
        </Lead>
      )}
      {part.note !== undefined && (
        <sup id={`henvisning-${part.note}`} className={styles.mark}>
          <a href={`#fodnote-${part.note}`}>{part.note}</a>
        </sup>
      )}
    </Fragment>
  ));
}

function WrittenTable({ table, place }: { table: Extract<PageRich, { kind: 'table' }>; place: Place }) {
  const kind = (at: number) => classNames(table.isNumeric[at] && styles.number);
  return (
    <div className={styles.frame}>
      <table className={styles.table}>
        {table.head && (
          <thead>
            <tr>
              {numbered(table.head).map(({ key, part }) => (
                <th key={key} scope="col" className={kind(Number(key))}>
                  <Runs runs={part} place={place} />
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {numbered(table.rows).map(({ key, part: row }) => (
            <tr key={key}>
              {numbered(row).map(({ key: at, part }) => (
                <td key={at} className={kind(Number(at))}>
                  <Runs runs={part} place={place} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function WrittenBlock({ block, place }: { block: PageRich; place: Place }) {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p className={styles.text}>
          <Runs runs={block.runs} place={place} />
        </p>
      );
    case 'list':
      return (
        <TextList
          ordered={block.ordered}
          items={block.items}
          className={styles.items}
          show={(item) => <Runs runs={item} place={place} />}
        />
      );
    case 'table':
      return <WrittenTable table={block} place={place} />;
  }
}

/** What people wrote for the report, as it is read in it. Its figures lead to what stands behind them. */
export function WrittenText({ text, place }: { text: PageText; place: Place }) {
  return (
    <>
      {numbered(text.blocks).map(({ key, part }) => (
        <WrittenBlock key={key} block={part} place={place} />
      ))}
      {text.notes.length > 0 && (
        <ul className={styles.notes}>
          {text.notes.map(({ mark, runs, isLinked }) => (
            <li key={mark} id={`fodnote-${mark}`}>
              <sup className={styles.mark}>{isLinked ? <a href={`#henvisning-${mark}`}>{mark}</a> : mark}</sup>{' '}
              <Runs runs={runs} place={place} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
