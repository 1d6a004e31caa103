import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Notice } from '#components/ui/notice.tsx';
import { currentContext } from '#lib/auth/current-context.ts';
import { type Choices, getEditionsPage } from '#lib/services/get-editions-page.ts';
import type { Place } from '../_components/addresses.ts';
import { type CommitteeAddress, saidOnce, titleOfCommittee } from '../_components/committee-address.ts';
import { CommitteeHead } from '../_components/committee-head.tsx';
import { ReportDocument } from '../_components/report-document.tsx';
import { ReportExports } from '../_components/report-exports.tsx';
import { ChosenList } from './_components/chosen-list.tsx';
import styles from './_components/editions.module.css';
import { MentionList } from './_components/mention-list.tsx';
import { NewRedaction } from './_components/new-redaction.tsx';
import { ReadableList } from './_components/readable-list.tsx';

const FORMATS = ['pdf', 'xlsx', 'html', 'json'] as const;

export async function generateMetadata(address: CommitteeAddress) {
  const t = await getTranslations('editions');
  return titleOfCommittee(t('title'), address);
}

/** *Udgaver*: what the open edition of a committee's report leaves out and on what ground, and how it reads. */
export default async function EditionsPage({ params, searchParams }: CommitteeAddress) {
  const [{ period }, { udvalg }] = await Promise.all([params, searchParams]);
  const page = await getEditionsPage(await currentContext(), period, saidOnce(udvalg) ?? '');
  if (!page) notFound();
  const t = await getTranslations('editions');
  const report = await getTranslations('report');
  const { year, committee, choices, mayKeep, isLocked, leftOut } = page;
  const place = { period, committee: committee.code };
  const openFiles = (
    <div>
      <p className={styles.label}>{t('openFiles')}</p>
      <ReportExports year={year} committee={committee.code} formats={FORMATS} />
    </div>
  );
  return (
    <>
      <CommitteeHead
        period={period}
        year={year}
        committee={committee}
        title={t('title')}
        lead={t('lead')}
        current="editions"
      />
      {choices && isLocked && <Notice>{t('locked')}</Notice>}
      {choices && <KeptOut choices={choices} year={year} place={place} mayKeep={mayKeep} />}
      {choices && (
        <section aria-labelledby="filer">
          <h2 id="filer" className={styles.heading}>
            {t('files')}
          </h2>
          <div className={styles.files}>
            {openFiles}
            <div>
              <p className={styles.label}>{t('closedFiles')}</p>
              <ReportExports year={year} committee={committee.code} closed formats={FORMATS} />
            </div>
          </div>
        </section>
      )}
      <section aria-labelledby="forhaandsvisning">
        <h2 id="forhaandsvisning" className={styles.heading}>
          {t('preview')}
        </h2>
        {leftOut !== '' ? <p lang="da">{leftOut}</p> : choices === null && <p>{t('nothingLeftOut')}</p>}
        {choices === null && <div className={styles.files}>{openFiles}</div>}
        <ReportDocument
          title={page.title}
          contentsLabel={report('contents')}
          blocks={page.blocks}
          place={place}
          texts={null}
        />
      </section>
    </>
  );
}

interface KeptOutProps {
  choices: Choices;
  year: number;
  place: Place;
  mayKeep: boolean;
}

/** What is kept out, and a form to keep out more. */
async function KeptOut({ choices: { findings, columns, mentions, readable }, year, place, mayKeep }: KeptOutProps) {
  const t = await getTranslations('editions');
  const all = [...findings, ...columns];
  return (
    <section aria-labelledby="udeladt">
      <h2 id="udeladt" className={styles.heading}>
        {t('keptOut')}
      </h2>
      <MentionList mentions={mentions} />
      <ReadableList readable={readable} />
      <ChosenList
        year={year}
        committee={place.committee}
        chosen={all.filter(({ ground }) => ground !== null)}
        mayKeep={mayKeep}
      />
      {mayKeep && (
        <NewRedaction
          year={year}
          committee={place.committee}
          findings={findings.filter(({ ground }) => ground === null)}
          columns={columns.filter(({ ground }) => ground === null)}
        />
      )}
    </section>
  );
}
