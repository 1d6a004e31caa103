'use client';

import { useTranslations } from 'next-intl';
import { formatDateTime } from '#lib/format/date-time.ts';
import type { AccountComments } from '#lib/services/list-comments.ts';
import { commentAnchor } from '../../../../_components/comment-anchor.ts';
import { CommentForm } from './comment-form.tsx';
import styles from './comments.module.css';
import { MentionedText } from './mentioned-text.tsx';

interface CommentsProps extends AccountComments {
  periodId: string;
  account: string;
}

/** What was said about the account and its findings, oldest first, and a field to say more. */
export function Comments({ periodId, account, comments, seesAccount, committees, people, mayComment }: CommentsProps) {
  const t = useTranslations('comments');
  const names = people.map(({ name }) => name);
  const isSomewhere = seesAccount || committees.length > 0;
  return (
    <section className={styles.section} aria-labelledby="kommentarer">
      <h2 id="kommentarer">{t('title')}</h2>
      {comments.length === 0 && <p className={styles.muted}>{t('empty')}</p>}
      <ol className={styles.list}>
        {comments.map(({ id, committee, text, personName, at }) => (
          <li key={id} id={commentAnchor(at)} className={styles.comment}>
            <p className={styles.head}>
              <strong>{personName}</strong>
              <time dateTime={at}>{formatDateTime(at)}</time>
              {committee !== null && <span>{t('ofFinding', { committee })}</span>}
            </p>
            <p className={styles.text}>
              <MentionedText text={text} names={names} />
            </p>
          </li>
        ))}
      </ol>
      {mayComment && isSomewhere && (
        <CommentForm
          periodId={periodId}
          account={account}
          seesAccount={seesAccount}
          committees={committees}
          people={people}
        />
      )}
      {!mayComment && <p className={styles.muted}>{t('locked')}</p>}
    </section>
  );
}
