import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { currentContext } from '#lib/auth/current-context.ts';
import { maySomewhere } from '#lib/domain/permissions.ts';

/** Asked before anything is sent: once a page says that it loads, its answer can no longer be that of a wrong address. */
export default async function ApprovalLayout({ children }: { children: ReactNode }) {
  const { actor } = await currentContext();
  if (!maySomewhere(actor, 'approve')) notFound();
  return children;
}
