import type { Route } from 'next';
import { redirect } from 'next/navigation';
import { GUIDE_PAGES } from '#lib/services/get-guide-page.ts';

/** The guide opens on its first page. */
export default function GuideFrontPage() {
  redirect(`/hjaelp/${GUIDE_PAGES[0]}` as Route);
}
