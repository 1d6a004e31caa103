import type { Route } from 'next';
import Form from 'next/form';
import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PlainTable } from '#components/ui/plain-table.tsx';
import { SelectField } from '#components/ui/text-field.tsx';
import { formatCount } from '#lib/format/amount.ts';
import type { Comparison as Compared, Side, VersionsPage } from '#lib/services/get-versions-page.ts';
import { numbered } from '../../_components/numbered.ts';
import styles from './versions.module.css';

type Changes = NonNullable<Compared['changes']>;

interface ComparisonProps {
  page: VersionsPage;
  comparison: Compared;
}

/** What changed between two versions, or a version and now: as figures and as text, side by side. */
export function Comparison({ page, comparison: { from, to, changes } }: ComparisonProps) {
  const t = useTranslations('versions');
  const nameOf = (side: Side) => (side === 'now' ? t('now') : t('version', { number: side }));
  const sides: Side[] = [...page.versions.map(({ number }) => number), ...(page.isFormer ? [] : (['now'] as const))];
  const isDamaged = page.versions.some((version) => version.isDamaged && [from, to].includes(version.number));
  const options = sides.map((side) => (
    <option key={side} value={side === 'now' ? 'nu' : side}>
      {nameOf(side)}
    </option>
  ));
  return (
    <section aria-labelledby="sammenligning" className={styles.comparison}>
      <h2 id="sammenligning" className={styles.heading}>
        {t('compareTitle')}
      </h2>
      <Form action={`/${page.period}/rapport/versioner` as Route} className={styles.choose} key={`${from}-${to}`}>
        <input type="hidden" name="udvalg" value={page.committee.code} />
        <SelectField id="fra" name="fra" label={t('from')} defaultValue={from === 'now' ? 'nu' : from}>
          {options}
        </SelectField>
        <SelectField id="til" name="til" label={t('to')} defaultValue={to === 'now' ? 'nu' : to}>
          {options}
        </SelectField>
        <Button type="submit">{t('compare')}</Button>
      </Form>
      {changes === null ? (
        <Notice>{t(isDamaged ? 'notComparableDamaged' : 'notComparable')}</Notice>
      ) : (
        <Differences changes={changes} names={[nameOf(from), nameOf(to)]} />
      )}
    </section>
  );
}

function Differences({ changes: { figures, texts, others }, names }: { changes: Changes; names: [string, string] }) {
  const t = useTranslations('versions');
  const [from, to] = names;
  if (figures.length + texts.length + others.length === 0) return <p>{t('noChanges')}</p>;
  return (
    <>
      <h3 className={styles.subheading}>
        {t('figures', { count: figures.length, number: formatCount(figures.length) })}
      </h3>
      {figures.length > 0 && (
        <PlainTable
          label={t('figuresLabel', { from, to })}
          columns={[t('table'), t('row'), t('column'), from, to]}
          className={styles.figures}
        >
          {numbered(figures).map(({ key, part }) => (
            <tr key={key} lang="da">
              <td>{part.title}</td>
              <th scope="row">{part.row}</th>
              <td>{part.column}</td>
              <td className={styles.figure}>{part.before ?? <Missing />}</td>
              <td className={styles.figure}>{part.after ?? <Missing />}</td>
            </tr>
          ))}
        </PlainTable>
      )}
      <h3 className={styles.subheading}>{t('texts', { count: texts.length, number: formatCount(texts.length) })}</h3>
      {texts.length > 0 && (
        <PlainTable label={t('textsLabel', { from, to })} columns={[t('place'), from, to]} className={styles.texts}>
          {numbered(texts).map(({ key, part }) => (
            <tr key={key} lang="da">
              <th scope="row">{part.place}</th>
              <td>{part.before.length === 0 ? <Missing /> : <Words pieces={part.before} kind="del" />}</td>
              <td>{part.after.length === 0 ? <Missing /> : <Words pieces={part.after} kind="ins" />}</td>
            </tr>
          ))}
        </PlainTable>
      )}
      {others.length > 0 && (
        <>
          <h3 className={styles.subheading}>{t('others')}</h3>
          <ul className={styles.blocking}>
            {others.map((other) => (
              <li key={other}>{t(`otherChanges.${other}`)}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Missing() {
  const t = useTranslations('versions');
  return <span className={styles.quiet}>{t('notThere')}</span>;
}

/** A side of a text: what the other has not is struck out or underlined, never told by colour alone. */
function Words({ pieces, kind: Kind }: { pieces: Changes['texts'][number]['before']; kind: 'del' | 'ins' }) {
  return numbered(pieces).map(({ key, part }) =>
    part.changed ? (
      <Kind key={key} className={styles.changed}>
        {part.text}
      </Kind>
    ) : (
      <span key={key}>{part.text}</span>
    ),
  );
}
