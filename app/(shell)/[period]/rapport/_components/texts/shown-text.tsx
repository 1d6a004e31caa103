import { Fragment } from 'react';
import type { FigureSource } from '#components/text-editor/fields.ts';
import { useFieldWords } from '#components/text-editor/use-field-words.ts';
import type { Inline, TextBlock } from '#lib/domain/report-text.ts';
import { numbered } from '../numbered.ts';
import { TextList } from '../text-list.tsx';
import { sayLine } from './say-line.ts';
import styles from './shown-text.module.css';

function ShownLine({ line, figures }: { line: readonly Inline[]; figures: FigureSource | null }) {
  const { missing } = useFieldWords();
  const said = sayLine(line, figures, missing);
  return numbered(line).map(({ key, part }) => (
    <Fragment key={key}>
      {part.kind === 'footnote' ? (
        <span className={styles.footnote}>
          {' '}
          (<ShownLine line={part.content} figures={figures} />)
        </span>
      ) : part.bold ? (
        <strong>{said[Number(key)]}</strong>
      ) : (
        said[Number(key)]
      )}
    </Fragment>
  ));
}

/** A block of a text as it can be read beside the editor; footnotes stand in brackets. */
export function ShownBlock({ block, figures }: { block: TextBlock; figures: FigureSource | null }) {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return (
        <p className={styles.text} data-kind={block.kind}>
          <ShownLine line={block.content} figures={figures} />
        </p>
      );
    case 'list':
      return (
        <TextList
          ordered={block.ordered}
          items={block.items}
          show={(item) => <ShownLine line={item} figures={figures} />}
        />
      );
    case 'table':
      return (
        <table className={styles.table}>
          <tbody>
            {numbered(block.rows).map(({ key, part: row }) => (
              <tr key={key}>
                {numbered(row).map(({ key: at, part }) => (
                  <td key={at}>
                    <ShownLine line={part} figures={figures} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      );
  }
}
