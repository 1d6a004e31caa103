import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { currentContext } from '#lib/auth/current-context.ts';
import { getVersionsPage } from '#lib/services/get-versions-page.ts';
import { type CommitteeAddress, saidOnce, titleOfCommittee } from '../_components/committee-address.ts';
import { CommitteeHead } from '../_components/committee-head.tsx';
import { Comparison } from './_components/comparison.tsx';
import { DamageNotice } from './_components/damage-notice.tsx';
import { FormerHead } from './_components/former-head.tsx';
import { NextStep } from './_components/next-step.tsx';
import { Stages } from './_components/stages.tsx';
import { VersionList } from './_components/version-list.tsx';

export async function generateMetadata(address: CommitteeAddress) {
  const t = await getTranslations('versions');
  return titleOfCommittee(t('title'), address);
}

/** *Versioner*: how far a committee's report is, its frozen versions, and what changed between two of them. */
export default async function VersionsPage({ params, searchParams }: CommitteeAddress<'fra' | 'til'>) {
  const [{ period }, { udvalg, fra, til }] = await Promise.all([params, searchParams]);
  const page = await getVersionsPage(await currentContext(), period, saidOnce(udvalg) ?? '', {
    from: saidOnce(fra),
    to: saidOnce(til),
  });
  if (!page) notFound();
  const t = await getTranslations('versions');
  return (
    <>
      {page.isFormer ? (
        <FormerHead page={page} />
      ) : (
        <CommitteeHead
          period={period}
          year={page.year}
          committee={page.committee}
          title={t('title')}
          lead={t('lead')}
          current="versions"
        />
      )}
      <DamageNotice page={page} />
      {!page.isFormer && (
        <>
          <Stages page={page} />
          <NextStep page={page} />
        </>
      )}
      <VersionList page={page} />
      {page.comparison && <Comparison page={page} comparison={page.comparison} />}
    </>
  );
}
