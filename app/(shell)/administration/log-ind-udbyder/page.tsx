import type { Route } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Breadcrumb } from '#components/ui/breadcrumb.tsx';
import { PageHead } from '#components/ui/page-head.tsx';
import { currentContext } from '#lib/auth/current-context.ts';
import { getSignInSettings } from '#lib/services/get-sign-in-settings.ts';
import { SignInSettingsForm } from './_components/sign-in-settings-form.tsx';

export async function generateMetadata() {
  const t = await getTranslations('signInSettings');
  return { title: t('title') };
}

/** How people sign in: the second factor, and the municipality's own identity provider. */
export default async function SignInSettingsPage() {
  const page = await getSignInSettings(await currentContext());
  if (page === null) notFound();
  const t = await getTranslations('signInSettings');
  return (
    <>
      <PageHead
        title={t('title')}
        lead={t('lead')}
        breadcrumb={<Breadcrumb steps={[{ label: t('administration'), href: '/administration' as Route }]} />}
      />
      <SignInSettingsForm page={page} />
    </>
  );
}
